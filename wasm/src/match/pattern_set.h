// Patterns (regular expressions in RE2's syntax), all of a guideline at once: what most texts cost is one pass that
// says that none is in them. The engine may be missing, in the browser: then nothing is found, and the caller is told.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "match/bytes.h"
#include "match/pattern_link.h"

namespace botschaft::match {

// The most patterns that can be in force together.
inline constexpr size_t kMaxPatterns = 500;

// What a match must or must not stand beside, or must not be.
struct Neighbour {
  PatternSide side;
  bool is_pattern = false;  // else words, compared with any white space between them and the match
  std::string text;
};

struct PatternOptions {
  uint32_t flags = 0;  // of PatternFlag
  PatternUnit unit = PatternUnit::kText;
  std::vector<Neighbour> neighbours;  // of each side that has any: one is enough
};

struct PatternRefusal {
  LocalizedText reason;
  LocalizedText mend;
};

// Why a pattern cannot be used; none where it can, or where there is no engine to ask.
[[nodiscard]] std::optional<PatternRefusal> refuse_pattern(std::string_view pattern, const PatternOptions& options);

struct PatternHit {
  uint32_t pattern = 0;  // the number that add() gave
  Span span;
  std::vector<Span> groups;  // the first to the ninth; one that took no part is empty
};

struct PatternHits {
  std::vector<PatternHit> hits;  // by pattern, then by place
  bool failed = false;           // there is no engine, or it broke
  bool incomplete = false;       // a bound on the work was met
};

class PatternSet {
 public:
  // Gives numbers from 0 on. Patterns must be such that refuse_pattern has nothing against them.
  uint32_t add(std::string_view pattern, const PatternOptions& options);
  // Makes them ready. Call once, after the last add().
  void compile();
  [[nodiscard]] size_t size() const { return count_; }

  // `spans` writes the words, the links and the sentences (asked for by its argument) behind one another, as
  // pattern_link.h says; it is called only where the text may have a match.
  template <typename Spans>
  [[nodiscard]] PatternHits find(std::string_view text, const Spans& spans) const {
    if (count_ == 0) return {};
    ByteWriter request;
    PatternHits found;
    if (!scan(text, request, found)) return found;
    spans(request, needs_sentences_);
    return find_candidates(request);
  }

 private:
  struct Compiled {
    explicit Compiled(uint64_t number) : handle(number) {}
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;
    ~Compiled();
    uint64_t handle;
  };

  // Whether any pattern may be in the text; begins the request for finding out.
  bool scan(std::string_view text, ByteWriter& request, PatternHits& found) const;
  [[nodiscard]] static PatternHits find_candidates(const ByteWriter& request);

  std::string patterns_;
  uint32_t count_ = 0;
  bool needs_sentences_ = false;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace botschaft::match
