// Who speaks in a text, and whether its sentences say who acts.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "text/language.h"
#include "text/wording.h"

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

// In the order of the text; only of the author's own words. A passive of "sein" is told from a perfect ("ist gekommen")
// and from an adjective ("ist begeistert") by lists. Nothing for an undetermined language.
[[nodiscard]] std::vector<VoiceUse> voice_of(const text::Wording& wording, text::Language language);

}  // namespace botschaft::tone
