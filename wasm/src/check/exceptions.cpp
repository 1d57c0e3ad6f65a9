#include "check/exceptions.h"

#include <algorithm>

namespace botschaft::check {

Exceptions::Exceptions(std::vector<Found> found) : found_(std::move(found)) {
  std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.first_token < b.first_token; });
  for (const Found& exception : found_) longest_ = std::max(longest_, exception.last_token - exception.first_token);
}

bool Exceptions::cover(const Found& match) const {
  const uint32_t earliest = match.last_token > longest_ ? match.last_token - longest_ : 0;
  auto near = std::lower_bound(found_.begin(), found_.end(), earliest,
                               [](const Found& exception, uint32_t token) { return exception.first_token < token; });
  for (; near != found_.end() && near->first_token <= match.first_token; ++near) {
    const bool meant = near->number == kEveryPhrase || near->number == match.number;
    if (meant && near->last_token >= match.last_token) return true;
  }
  return false;
}

}  // namespace botschaft::check
