// Whether the words around a match turn it into its opposite: "nicht garantiert", "without any guarantee".
#pragma once

#include <cstdint>

#include "check/draft.h"

namespace botschaft::check {

// Looks only at the words of the same clause near the match, so it costs the same in any text. German and English,
// which posts mix. A promise in disguise ("not only guaranteed", "ohne Zweifel garantiert",
// "garantiert nicht teuer") and a double negation ("nicht ohne Garantie") are no negation.
[[nodiscard]] bool is_negated(const Draft& draft, uint32_t first_token, uint32_t last_token);

}  // namespace botschaft::check
