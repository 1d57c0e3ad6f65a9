// One spelling of a thing in one post.
#include <algorithm>
#include <map>

#include "check/kinds.h"

namespace botschaft::check {

void check_consistency(const RuleRun& run, const pack::ConsistencyCheck& check, std::span<const Found> spellings) {
  if (spellings.size() < 2) return;
  // The numbers count through all sets.
  struct Place {
    uint32_t set;
    uint32_t spelling;
  };
  const auto place_of = [&](uint32_t number) {
    uint32_t set = 0;
    while (number >= check.sets[set].size()) number -= static_cast<uint32_t>(check.sets[set++].size());
    return Place{set, number};
  };
  // "E-Mail" inside "E-Mail-Adresse" is the longer spelling's, where both are listed.
  std::vector<std::pair<Found, Place>> found;
  for (const Found& spelling : spellings) {
    if (!found.empty() && spelling.first_token <= found.back().first.last_token) continue;
    found.emplace_back(spelling, place_of(spelling.number));
  }
  std::map<uint32_t, std::map<uint32_t, uint32_t>> uses;  // set to spelling to how often
  for (const auto& [spelling, place] : found) ++uses[place.set][place.spelling];
  for (const auto& [spelling, place] : found) {
    const std::map<uint32_t, uint32_t>& of_set = uses[place.set];
    if (of_set.size() < 2) continue;
    // As often as another: the one that the pack lists first is the right one.
    const auto best = std::max_element(of_set.begin(), of_set.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best->first == place.spelling) continue;
    const Span span = run.draft.span_of(spelling.first_token, spelling.last_token);
    run.report(span, {{"match", std::string(span.in(run.draft.text()))}}, {{span, check.sets[place.set][best->first]}});
  }
}

}  // namespace botschaft::check
