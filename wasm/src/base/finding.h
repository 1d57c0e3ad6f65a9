// What a check has to say about a draft. On the ground floor, because words, lengths and times all make findings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace botschaft {

// How serious a finding is, in rising order.
enum class Level : uint8_t {
  kHint,   // shown, never in the way
  kAsk,    // a question that only the author can answer
  kWarn,   // asks before posting
  kBlock,  // holds the post until it is fixed or overridden
};

// Replaces `span` by `text`. An empty text deletes; an empty span inserts.
struct Fix {
  Span span;
  std::string text;
};

// At most this many findings are given; beyond it the most serious are kept.
inline constexpr size_t kMaxFindings = 500;

struct Finding {
  uint32_t rule = 0;  // index into the rule set
  Level level = Level::kHint;
  std::optional<Span> span;  // none: about the whole post
  std::string message;       // placeholders filled in
  std::vector<Fix> fixes;
};

}  // namespace botschaft
