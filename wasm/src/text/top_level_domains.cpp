#include "text/top_level_domains.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

#include "base/utf8.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

// `count` labels of `length` bytes each, sorted, from kLabels[offset] on.
struct LabelGroup {
  uint8_t length;
  uint16_t count;
  uint16_t offset;
};

#include "top_level_domains.inc"

bool is_in(const LabelGroup& group, std::string_view label) {
  size_t first = 0;
  size_t last = group.count;
  while (first < last) {
    const size_t middle = (first + last) / 2;
    const std::string_view found(kLabels + group.offset + middle * group.length, group.length);
    if (found == label) return true;
    if (found < label) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return false;
}

constexpr size_t kLongest = std::rbegin(kLabelGroups)->length;

}  // namespace

bool is_top_level_domain(std::string_view label) {
  // A small letter may be shorter than its capital, but never by half.
  if (label.size() < 2 || label.size() > 2 * kLongest) return false;
  std::string lower;
  for (size_t at = 0; at < label.size();) {
    const CodePoint c = decode(label, at);
    append_utf8(lower, to_lower(c.value));
    at += c.size;
  }
  for (const LabelGroup& group : kLabelGroups) {
    if (group.length == lower.size()) return is_in(group, lower);
  }
  return false;
}

}  // namespace botschaft::text
