#include "check/protected_topics.h"

#include <algorithm>

#include "base/sort.h"
#include "check/exceptions.h"

namespace botschaft::check {

std::vector<uint32_t> topics_of(std::vector<TopicHit> hits) {
  std::vector<uint32_t> topics;
  sort_stably(hits, [](const TopicHit& a, const TopicHit& b) { return a.topic < b.topic; });
  for (size_t begin = 0; begin < hits.size();) {
    size_t end = begin;
    std::vector<Found> covers;
    for (; end < hits.size() && hits[end].topic == hits[begin].topic; ++end) {
      if (hits[end].exception) covers.push_back(hits[end].found);
    }
    const Exceptions exceptions(std::move(covers));
    const bool about =
        std::any_of(hits.begin() + static_cast<std::ptrdiff_t>(begin), hits.begin() + static_cast<std::ptrdiff_t>(end),
                    [&](const TopicHit& hit) { return !hit.exception && !exceptions.cover(hit.found); });
    if (about) topics.push_back(hits[begin].topic);
    begin = end;
  }
  return topics;
}

}  // namespace botschaft::check
