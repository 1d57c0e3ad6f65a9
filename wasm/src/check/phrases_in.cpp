// Which phrases of a guideline stand in a text.
#include <map>

#include "check/exceptions.h"
#include "check/rule_set.h"

namespace botschaft::check {

std::vector<PhraseHit> RuleSet::phrases_in(const Draft& draft) const {
  struct List {
    std::vector<Found> found;
    std::vector<Found> exceptions;
  };
  // Per rule, the check's own list under 0 and that of condition n under n + 1.
  std::map<std::pair<uint32_t, uint32_t>, List> lists;
  for (const match::Hit& hit : hits_in(draft)) {
    const Use& use = uses_[hit.phrase];
    if (use.part >= Part::kElement) continue;  // what is wanted, and what belongs to no rule
    const bool of_condition = use.part == Part::kCondition || use.part == Part::kConditionException;
    List& list = lists[{use.rule, of_condition ? use.condition + 1 : 0}];
    const bool exception = use.part != Part::kMatch && use.part != Part::kCondition;
    (exception ? list.exceptions : list.found).push_back({hit.first_token, hit.last_token, use.number, hit.compound});
  }
  std::vector<PhraseHit> hits;
  for (auto& [key, list] : lists) {
    const auto& [rule, condition] = key;
    const Exceptions exceptions(std::move(list.exceptions));
    for (const Found& found : list.found) {
      hits.push_back({rule, found.number, condition == 0 ? std::nullopt : std::optional(condition - 1),
                      draft.span_of(found.first_token, found.last_token), exceptions.cover(found)});
    }
  }
  return hits;
}

}  // namespace botschaft::check
