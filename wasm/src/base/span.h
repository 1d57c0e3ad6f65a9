// A half-open range of bytes in a UTF-8 text: the only way positions are told inside the core. At the edge (wire) they
// become UTF-16 code units in one forward pass.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace botschaft {

struct Span {
  size_t begin = 0;  // bytes, of the first byte
  size_t end = 0;    // bytes, behind the last byte

  [[nodiscard]] size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return end == begin; }
  [[nodiscard]] bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }

  friend bool operator==(Span a, Span b) { return a.begin == b.begin && a.end == b.end; }
};

// Whether one of `spans` (in order, none overlapping) contains `inner`.
[[nodiscard]] inline bool is_inside(const std::vector<Span>& spans, Span inner) {
  const auto behind = std::upper_bound(spans.begin(), spans.end(), inner.begin,
                                       [](size_t begin, const Span& span) { return begin < span.begin; });
  return behind != spans.begin() && (behind - 1)->contains(inner);
}

}  // namespace botschaft
