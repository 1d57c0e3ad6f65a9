// Why a pattern cannot be used, and what to write instead.
#pragma once

#include <optional>

#include "base/result.h"
#include "pattern_program.h"

namespace botschaft::patterns {

struct Refusal {
  LocalizedText reason;
  LocalizedText mend;
};

// None where the pattern and its neighbours are fine.
[[nodiscard]] std::optional<Refusal> refuse(const PatternSpec& spec);

}  // namespace botschaft::patterns
