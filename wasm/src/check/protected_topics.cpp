#include "check/protected_topics.h"

#include <algorithm>

#include "check/exceptions.h"

namespace botschaft::check {

std::vector<uint32_t> topics_of(const std::vector<TopicHit>& hits) {
  std::vector<uint32_t> topics;
  uint32_t end = 0;
  for (const TopicHit& hit : hits) end = std::max(end, hit.topic + 1);
  for (uint32_t topic = 0; topic < end; ++topic) {
    std::vector<Found> covers;
    for (const TopicHit& hit : hits) {
      if (hit.topic == topic && hit.exception) covers.push_back(hit.found);
    }
    const Exceptions exceptions(std::move(covers));
    const bool about = std::any_of(hits.begin(), hits.end(), [&](const TopicHit& hit) {
      return hit.topic == topic && !hit.exception && !exceptions.cover(hit.found);
    });
    if (about) topics.push_back(topic);
  }
  return topics;
}

}  // namespace botschaft::check
