#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/sort.h"
#include "catch.h"

namespace botschaft {
namespace {

TEST_CASE("Sorting orders as the standard library's stable sort does", "[base]") {
  uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525 + 1013904223; };
  for (size_t size = 0; size < 70; ++size) {
    std::vector<std::pair<uint32_t, size_t>> values;
    for (size_t i = 0; i < size; ++i) values.emplace_back(next() >> 28, i);
    std::vector<std::pair<uint32_t, size_t>> expected = values;
    const auto by_first = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(expected.begin(), expected.end(), by_first);
    sort_stably(values, by_first);
    CHECK(values == expected);
  }
}

}  // namespace
}  // namespace botschaft
