// Advice that leads in circles: A → B → … → A, over any number of steps.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "engine/effort.h"
#include "engine/engine.h"

namespace botschaft::engine {
namespace {

// Where following the advice grows the text for ever, no text comes twice: what is longer than this never comes to
// rest.
constexpr size_t kLongestText = 2000;  // bytes; a replacement has 300 characters at most
// Real guidelines have a few hundred replacements, which take a hundredth of this; what lies beyond is not looked at.
constexpr size_t kMostEffort = 8'000'000;
// Steps of a circle that are told.
constexpr size_t kStepsTold = 4;

std::string with_fix(const std::string& text, const Fix& fix) {
  return text.substr(0, fix.span.begin) + fix.text + text.substr(fix.span.end);
}

// Follows the advice for texts posted in one context. Every text is looked at once, whichever way led to it.
class Advice {
 public:
  Advice(const check::RuleSet& rules, check::Context context, Effort& effort)
      : rules_(rules), context_(std::move(context)), effort_(effort) {
    for (const check::CompiledRule& compiled : rules.rules()) {
      if (!std::holds_alternative<pack::PhrasesCheck>(compiled.rule.check)) ++other_rules_;
    }
  }

  // The first texts that following the advice from here leads through, if it never comes to rest and did not lead into
  // a circle that was told already.
  std::vector<std::string> endless_from(const std::string& start) {
    std::vector<const std::string*> path;
    std::optional<std::string> text = start;
    bool endless = false;
    while (text && !effort_.is_spent()) {
      const auto [place, is_new] = seen_.emplace(*text, kOnThisPath);
      if (!is_new) {
        endless = place->second == kOnThisPath;
        break;
      }
      path.push_back(&place->first);
      if (text->size() > kLongestText) {
        endless = true;
        break;
      }
      text = followed(*text);
    }
    std::vector<std::string> told;
    for (const std::string* step : path) {
      seen_[*step] = kSettled;
      if (endless && told.size() < kStepsTold) told.push_back(*step);
    }
    if (endless) told.push_back(path.size() < kStepsTold ? *text : "…");
    return told;
  }

 private:
  enum State : bool { kOnThisPath, kSettled };

  // The text after the first advice is taken; none where there is none.
  [[nodiscard]] std::optional<std::string> followed(const std::string& text) {
    const check::CheckResult result = rules_.check(check::Draft(text, context_.language, context_.network), context_);
    effort_.spend(text.size(), result.occurrences, other_rules_);
    const auto advice = std::find_if(result.findings.begin(), result.findings.end(), [&](const Finding& finding) {
      return !finding.fixes.empty() &&
             std::holds_alternative<pack::PhrasesCheck>(rules_.rules()[finding.rule].rule.check);
    });
    if (advice == result.findings.end()) return std::nullopt;
    return with_fix(text, advice->fixes.front());
  }

  const check::RuleSet& rules_;
  check::Context context_;
  Effort& effort_;
  size_t other_rules_ = 0;
  std::unordered_map<std::string, State> seen_;
};

// The circumstances in which a rule's advice is followed.
check::Context context_of(const pack::Where& where) {
  check::Context context;
  for (const NetworkFacts& facts : all_networks()) {
    if ((where.networks >> static_cast<int>(facts.network) & 1) != 0) context.network = facts.network;
  }
  if (where.one_language()) context.language = where.german ? text::Language::kGerman : text::Language::kEnglish;
  return context;
}

Problem cycle(const std::string& pack, std::string place, const std::string& phrase,
              const std::vector<std::string>& texts) {
  std::string path = phrase;
  for (const std::string& text : texts) path += " → " + text;
  Problem problem{"replacement-cycle", pack, std::move(place), {}, {}};
  problem.reason.en = "Following the suggestions never comes to rest: " + path + ".";
  problem.reason.de = "Den Vorschlägen zu folgen, kommt nie zur Ruhe: " + path + ".";
  problem.mend.en = "Suggest words that no rule reports.";
  problem.mend.de = "Wörter vorschlagen, die keine Regel meldet.";
  return problem;
}

}  // namespace

Problems find_replacement_cycles(const check::RuleSet& rules) {
  Problems problems;
  Effort effort(kMostEffort);
  std::map<std::pair<Network, text::Language>, Advice> advice;
  for (const check::CompiledRule& compiled : rules.rules()) {
    const auto* phrases = std::get_if<pack::PhrasesCheck>(&compiled.rule.check);
    const auto has_advice = [](const pack::Phrase& phrase) {
      return !phrase.replace.empty() && !phrase.replace.front().empty();
    };
    if (phrases == nullptr || std::none_of(phrases->phrases.begin(), phrases->phrases.end(), has_advice)) continue;
    const check::Context context = context_of(compiled.rule.where);
    Advice& followed = advice.try_emplace({context.network, context.language}, rules, context, effort).first->second;
    for (size_t number = 0; number < phrases->phrases.size() && problems.size() < kMaxProblems; ++number) {
      const pack::Phrase& phrase = phrases->phrases[number];
      if (!has_advice(phrase)) continue;
      const std::vector<std::string> texts = followed.endless_from(phrase.replace.front());
      if (texts.empty()) continue;
      problems.push_back(cycle(rules.packs()[compiled.pack].id,
                               compiled.rule.place + "/check/phrases/" + std::to_string(number) + "/replace",
                               phrase.text, texts));
    }
  }
  return problems;
}

}  // namespace botschaft::engine
