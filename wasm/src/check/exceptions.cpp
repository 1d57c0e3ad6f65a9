#include "check/exceptions.h"

#include <algorithm>

#include "base/sort.h"

namespace botschaft::check {
namespace {

// By number, and within one number by where they begin.
bool begins_before(const Found& a, const Found& b) {
  return a.number != b.number ? a.number < b.number : a.first_token < b.first_token;
}

}  // namespace

Exceptions::Exceptions(std::vector<Found> found) : found_(std::move(found)) {
  sort_stably(found_, begins_before);
  for (size_t i = 1; i < found_.size(); ++i) {
    if (found_[i].number == found_[i - 1].number)
      found_[i].last_token = std::max(found_[i].last_token, found_[i - 1].last_token);
  }
}

bool Exceptions::cover(const Found& match) const {
  return covered_by(match.number, match) || covered_by(kEveryPhrase, match);
}

bool Exceptions::covered_by(uint32_t number, const Found& match) const {
  const Found latest{match.first_token, match.last_token, number, false};
  const auto behind = std::upper_bound(found_.begin(), found_.end(), latest, begins_before);
  if (behind == found_.begin()) return false;
  const Found& farthest = *std::prev(behind);
  return farthest.number == number && farthest.last_token >= match.last_token;
}

}  // namespace botschaft::check
