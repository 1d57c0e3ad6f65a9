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
  std::vector<pack::Pack> again = names_suffice(packs) ? std::vector<pack::Pack>() : packs;
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
  item_by_id_.clear();
  items_by_link_.clear();
  const std::vector<content::Item>& items = shelf_.library().items;
  for (uint32_t number = 0; number < items.size(); ++number) {
    const content::Item& item = items[number];
    approved_.add_item(item.title);
    for (const content::Caption& caption : item.captions) approved_.add_caption(caption.text);
    item_by_id_.emplace(item.id, number);
    items_by_link_[check::link_key(item.url)].push_back(number);
  }
  approved_.finish();
}

const content::Item* Engine::item(const std::string& id) const {
  const auto found = item_by_id_.find(id);
  return found == item_by_id_.end() ? nullptr : &shelf_.library().items[found->second];
}

const Engine::ItemNumbers& Engine::items_on(const std::string& link_key) const {
  static const ItemNumbers kNone;
  const auto found = items_by_link_.find(link_key);
  return found == items_by_link_.end() ? kNone : found->second;
}

namespace {

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

void add_missing(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& text : more) {
    if (!contains(list, text)) list.push_back(text);
  }
}

bool is_released(const content::Item& item, const std::optional<timing::Moment>& now) {
  if (!now) return true;
  return (!item.embargo || now->minute() >= *item.embargo) && (!item.expires || now->minute() < *item.expires);
}

void add_campaign(const content::Campaign& campaign, std::vector<timing::QuietPeriod>& quiet) {
  const auto period = [&](timing::LocalMinute from, timing::LocalMinute until, const char* de, const char* en) {
    quiet.push_back(
        {from, until, {de + campaign.name.in(UiLanguage::kGerman), en + campaign.name.in(UiLanguage::kEnglish)}});
  };
  if (campaign.days.from)
    period(timing::kLongAgo, *campaign.days.from * timing::kMinutesPerDay, "Vor der Kampagne ", "Before the campaign ");
  if (campaign.days.until)
    period((*campaign.days.until + 1) * timing::kMinutesPerDay, timing::kFarAhead, "Nach der Kampagne ",
           "After the campaign ");
}

}  // namespace

void Engine::recognise_items(const check::Draft& draft, check::Context& context) const {
  const std::vector<content::Item>& items = shelf_.library().items;
  if (!approved_.empty()) {
    for (const auto& match : approved_.find(draft.comparable(), check::kSharedPercent, 1))
      add_missing(context.items, {items[match.item].id});
  }
  for (const text::Link& link : draft.entities().links) {
    const ItemNumbers& here = items_on(check::link_key(link.span.in(draft.text())));
    if (here.empty()) continue;
    // Where several items share a page, one that is known stands for it, else one that may be shared now.
    const auto named = [&](uint32_t number) { return contains(context.items, items[number].id); };
    if (std::any_of(here.begin(), here.end(), named)) continue;
    const auto released = std::find_if(here.begin(), here.end(),
                                       [&](uint32_t number) { return is_released(items[number], context.now); });
    context.items.push_back(items[released == here.end() ? here.front() : *released].id);
  }
}

void Engine::add_content_facts(const check::Draft& draft, check::Context& context) const {
  const content::Library& library = shelf_.library();
  for (check::EarlierPost& post : context.history) {
    for (const std::string& link : post.links) {
      for (const uint32_t number : items_on(link)) add_missing(post.items, {library.items[number].id});
    }
    for (const std::string& id : post.items) {
      const content::Item* known = item(id);
      if (known == nullptr) continue;
      add_missing(post.topics, known->topics);
      add_missing(post.links, {check::link_key(known->url)});
    }
  }
  recognise_items(draft, context);
  for (const std::string& id : context.items) {
    const content::Item* known = item(id);
    if (known == nullptr) continue;
    add_missing(context.topics, known->topics);
    add_missing(context.links, {check::link_key(known->url)});
    timing::add_release(context.release, known->embargo, known->expires);
    for (const content::Campaign& campaign : library.campaigns) {
      if (campaign.id == known->campaign) add_campaign(campaign, context.release.quiet);
    }
  }
}

}  // namespace botschaft::engine
