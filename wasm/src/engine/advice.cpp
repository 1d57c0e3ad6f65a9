#include "engine/advice.h"

#include <utility>

namespace botschaft::engine {
namespace {

constexpr size_t kNamed = 5;

std::string list(const std::vector<std::string>& words, std::string_view open, std::string_view close,
                 std::string_view more) {
  std::string out;
  for (size_t i = 0; i < words.size() && i < kNamed; ++i) {
    out.append(i == 0 ? "" : ", ").append(open).append(words[i]).append(close);
  }
  if (words.size() > kNamed) out.append(more).append(std::to_string(words.size() - kNamed));
  return out;
}

// Where packs name no company, the sample stands in, as it does for examples.
check::RuleSet in_force(std::vector<pack::Pack> packs) {
  if (!packs.empty()) {
    pack::Organisation organisation = pack::sample_organisation();
    organisation.add(packs.front().organisation);
    packs.front().organisation = std::move(organisation);
  }
  return check::RuleSet(std::move(packs));
}

}  // namespace

LocalizedText quoted_some(const std::vector<std::string>& words) {
  return {list(words, "„", "“", " und weitere: "), list(words, "“", "”", " and others: ")};
}

void add_problem(Problems& problems, Problem problem) {
  if (problems.size() < kMaxProblems) problems.push_back(std::move(problem));
}

Advice advise(const std::vector<pack::Pack>& packs, const AdviceOptions& options) {
  Advice advice;
  const check::RuleSet rules = in_force(packs);
  advise_on_rules(rules, options, advice);
  advise_on_changes(packs, advice);
  advise_on_opposites(rules, advice);
  advise_on_timing(rules, advice);
  advise_on_phrases(rules, options, advice);
  if (advice.effort.is_spent()) {
    add_problem(advice.warnings, {"too-many",
                                  "",
                                  "",
                                  {"Die Packs sind zu groß, um alles nachzusehen; weitere Hinweise fehlen.",
                                   "The packs are too large to look at everything; further warnings are missing."},
                                  {"Keinen Ausdruck mehrfach nennen und Packs einzeln prüfen.",
                                   "Name no phrase more than once, and validate packs one by one."}});
  }
  return advice;
}

}  // namespace botschaft::engine
