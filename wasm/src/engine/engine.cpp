#include "engine/engine.h"

#include <algorithm>
#include <utility>

#include "check/link_key.h"

namespace botschaft::engine {
namespace {

// Whether every list that texts of the packs name has an entry.
bool names_suffice(const std::vector<pack::Pack>& packs) {
  pack::Organisation organisation;
  uint8_t named = 0;
  for (const pack::Pack& pack : packs) {
    organisation.add(pack.organisation);
    named |= pack.lists_named;
  }
  return (named & ~organisation.lists()) == 0;
}

struct Trial {
  check::RuleSet rules;
  std::vector<PackReport> reports;
};

std::vector<PackReport> count_rules(const check::RuleSet& rules) {
  std::vector<PackReport> reports(rules.packs().size());
  for (const check::CompiledRule& rule : rules.rules()) ++reports[rule.pack].rules;
  return reports;
}

// The examples of a tone cannot be tried without the words that it is told by.
void note_missing_lexicon(const std::vector<pack::Pack>& packs, Problems& problems) {
  for (const pack::Pack& pack : packs) {
    for (const pack::Rule& rule : pack.rules) {
      if (!std::holds_alternative<pack::ToneCheck>(rule.check) || (rule.good.empty() && rule.bad.empty())) continue;
      problems.push_back({"no-lexicon",
                          pack.id,
                          rule.place + "/examples",
                          {"Für den Ton ist kein Wörterbuch geladen.", "No lexicon is loaded to tell the tone by."},
                          {"Vorher das Wörterbuch laden (loadLexicon).", "Load the lexicon before (loadLexicon)."}});
      return;
    }
  }
}

Problem too_large() {
  const std::string most = std::to_string(check::kMaxTexts);
  return {"too-many",
          "",
          "/packs",
          {"Zusammen suchen die Packs mehr als " + most +
               " Ausdrücke und Domains; ein Platzhalter wie {company} zählt für "
               "jeden Namen.",
           "Together the packs look for more than " + most +
               " phrases and domains; a placeholder such as {company} counts "
               "once for each name."},
          {"Weniger Ausdrücke oder weniger Namen eintragen.", "Write fewer phrases, or fewer names."}};
}

// Tries packs out. The examples need a company to speak of; where the packs name lists that are empty, the sample
// stands in.
// `packs` already have their public holidays; `problems` are those found on the way.
Result<Trial> try_out(std::vector<pack::Pack> packs, const std::shared_ptr<const tone::Lexicon>& lexicon,
                      Problems problems) {
  for (Problem& problem : find_contradictions(packs)) problems.push_back(std::move(problem));
  if (!lexicon) note_missing_lexicon(packs, problems);
  if (!problems.empty()) return problems;
  if (!names_suffice(packs)) {
    pack::Organisation organisation = pack::sample_organisation();
    organisation.add(packs.front().organisation);
    packs.front().organisation = std::move(organisation);
  }
  std::vector<uint32_t> examples(packs.size(), 0);
  Trial trial{check::RuleSet(std::move(packs)), {}};
  trial.rules.set_lexicon(lexicon);
  problems = find_unusable_patterns(trial.rules);
  if (!problems.empty()) return problems;
  if (trial.rules.too_large()) return too_large();
  problems = run_examples(trial.rules, examples);
  for (Problem& problem : find_replacement_cycles(trial.rules)) problems.push_back(std::move(problem));
  if (problems.size() > kMaxProblems) problems.resize(kMaxProblems);
  if (!problems.empty()) return problems;
  trial.reports = count_rules(trial.rules);
  for (size_t pack = 0; pack < examples.size(); ++pack) trial.reports[pack].examples = examples[pack];
  return trial;
}

}  // namespace

Result<std::vector<PackReport>> Engine::validate(const std::vector<pack::Pack>& packs) const {
  std::vector<pack::Pack> own = packs;
  Problems problems = add_public_holidays(own, holidays_.get());
  const Result<Trial> trial = try_out(std::move(own), lexicon_, std::move(problems));
  if (!trial.ok()) return trial.problems();
  return trial.value().reports;
}

Result<std::vector<PackReport>> Engine::load_packs(std::vector<pack::Pack> packs, bool examples_passed) {
  Problems problems = add_public_holidays(packs, holidays_.get());
  if (examples_passed) {
    for (Problem& problem : find_contradictions(packs)) problems.push_back(std::move(problem));
    if (!problems.empty()) return problems;
    check::RuleSet rules(std::move(packs));
    if (rules.too_large()) return too_large();
    rules_ = std::move(rules);
    rules_.set_lexicon(lexicon_);
    return count_rules(rules_);
  }
  // What was tried with the sample's names is put together again without them.
  std::vector<pack::Pack> again;
  if (!names_suffice(packs)) again = packs;
  Result<Trial> trial = try_out(std::move(packs), lexicon_, std::move(problems));
  if (!trial.ok()) return trial.problems();
  rules_ = again.empty() ? std::move(trial.value().rules) : check::RuleSet(std::move(again));
  rules_.set_lexicon(lexicon_);
  return std::move(trial.value().reports);
}

void Engine::load_lexicon(tone::Lexicon lexicon) {
  lexicon_ = std::make_shared<const tone::Lexicon>(std::move(lexicon));
  rules_.set_lexicon(lexicon_);
}

void Engine::load_holidays(timing::HolidayTable holidays) {
  holidays_ = std::make_shared<const timing::HolidayTable>(std::move(holidays));
}

void Engine::load_library(content::Library library) {
  shelf_ = content::Shelf(std::move(library));
  approved_ = {};
  for (const content::Item& item : shelf_.library().items) {
    approved_.add_item(item.title);
    for (const content::Caption& caption : item.captions) approved_.add_caption(caption.text);
  }
  approved_.finish();
}

namespace {

const content::Item* find_item(const content::Library& library, const std::string& id) {
  if (id.empty()) return nullptr;
  for (const content::Item& item : library.items) {
    if (item.id == id) return &item;
  }
  return nullptr;
}

void add_missing(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& text : more) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
  }
}

}  // namespace

void Engine::add_content_facts(check::Context& context) const {
  const content::Library& library = shelf_.library();
  for (check::EarlierPost& post : context.history) {
    if (const content::Item* item = find_item(library, post.item)) {
      add_missing(post.topics, item->topics);
      add_missing(post.links, {check::link_key(item->url)});
    }
  }
  const content::Item* item = find_item(library, context.item);
  if (item == nullptr) return;
  add_missing(context.topics, item->topics);
  context.links.push_back(check::link_key(item->url));
  std::vector<timing::QuietPeriod>& quiet = context.release.quiet;
  timing::add_release(context.release, item->embargo, item->expires);
  for (const content::Campaign& campaign : library.campaigns) {
    if (campaign.id != item->campaign) continue;
    const auto period = [&](timing::LocalMinute from, timing::LocalMinute until, const char* de, const char* en) {
      quiet.push_back(
          {from, until, {de + campaign.name.in(UiLanguage::kGerman), en + campaign.name.in(UiLanguage::kEnglish)}});
    };
    if (campaign.days.from)
      period(timing::kLongAgo, *campaign.days.from * timing::kMinutesPerDay, "Vor der Kampagne ",
             "Before the campaign ");
    if (campaign.days.until)
      period((*campaign.days.until + 1) * timing::kMinutesPerDay, timing::kFarAhead, "Nach der Kampagne ",
             "After the campaign ");
  }
}

}  // namespace botschaft::engine
