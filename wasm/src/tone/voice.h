// Who speaks in a text, and whether its sentences say who acts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/language.h"
#include "text/token.h"

namespace botschaft::tone {

enum class VoiceSign : uint8_t {
  kI,        // ich, mein; I, my
  kWe,       // wir, unser; we, our
  kPassive,  // wird geprüft, ist geschlossen; is checked, got promoted: from the first of its words to the last
};

struct VoiceUse {
  VoiceSign sign;
  Span span;
};

// In the order of the text. Quotations and what `skip` names (as in address_of) do not count. A passive of "sein" is
// told from a perfect ("ist gekommen") and from an adjective ("ist begeistert") by lists. Nothing for an undetermined
// language.
[[nodiscard]] std::vector<VoiceUse> voice_of(std::string_view text, const std::vector<text::Token>& tokens,
                                             const std::vector<bool>& skip, text::Language language);

}  // namespace botschaft::tone
