// The tone profile of shared/schema/protocol.schema.json.
#pragma once

#include "base/utf8.h"
#include "check/rule_set.h"
#include "wire/json.h"

namespace botschaft::wire {

// `explain`: with the list and the source of every word.
[[nodiscard]] Json tone_to_json(const check::Tone& tone, const tone::Lexicon& lexicon, const Utf16Offsets& offsets,
                                bool explain, UiLanguage language);

}  // namespace botschaft::wire
