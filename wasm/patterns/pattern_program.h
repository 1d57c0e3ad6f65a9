// One pattern of a pack, ready to be searched for.
#pragma once

#include <re2/re2.h>

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "match/bytes.h"
#include "match/pattern_link.h"

namespace botschaft::patterns {

// Bounds, so that no pack takes the machine: of memory for one pattern (RE2 keeps what it learns about a text within
// it), for the search that tells which patterns may be in a text, and of a pattern's size as RE2 counts it.
inline constexpr int64_t kBytesPerPattern = int64_t{256} << 10;
inline constexpr int64_t kBytesPerScan = int64_t{8} << 20;
inline constexpr int kMostInstructions = 4'000;

[[nodiscard]] re2::RE2::Options options_for(bool match_case, int64_t bytes);

// Words, or a pattern, that a match must or must not stand beside, or must not be.
struct Neighbour {
  bool is_pattern = false;
  std::string text;
};

struct PatternSpec {
  std::string text;
  uint32_t flags = 0;
  match::PatternUnit unit = match::PatternUnit::kText;
  std::array<std::vector<Neighbour>, match::kPatternSides> sides;

  [[nodiscard]] bool has(match::PatternFlag flag) const { return (flags & flag) != 0; }
  // All neighbours of a side as one pattern, anchored where the match ends or begins; empty where there are none.
  [[nodiscard]] std::string side_pattern(match::PatternSide side) const;
  // What to scan a text for; empty where only searching can tell, since ^ and $ mean the ends of a unit.
  [[nodiscard]] std::string scan_pattern() const;
};

[[nodiscard]] PatternSpec read_pattern(match::ByteReader& reader);

// Compiled when first needed: most patterns are in no post. Safe from several threads.
class PatternProgram {
 public:
  explicit PatternProgram(PatternSpec spec) : spec_(std::move(spec)) {}

  [[nodiscard]] const PatternSpec& spec() const { return spec_; }
  [[nodiscard]] const re2::RE2& main() const;
  // Of several matches at one place the longest instead of the first.
  [[nodiscard]] const re2::RE2& longest() const;
  // Null where the side has no neighbours.
  [[nodiscard]] const re2::RE2* side(match::PatternSide side) const;

 private:
  void compile() const;

  PatternSpec spec_;
  mutable std::once_flag once_;
  mutable std::once_flag longest_once_;
  mutable std::unique_ptr<re2::RE2> main_;
  mutable std::unique_ptr<re2::RE2> longest_;
  mutable std::array<std::unique_ptr<re2::RE2>, match::kPatternSides> sides_;
};

}  // namespace botschaft::patterns
