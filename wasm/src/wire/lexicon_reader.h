// Reads lexicons, as shared/schema/lexicon.schema.json describes them.
#pragma once

#include "tone/lexicon.h"
#include "wire/document.h"

namespace botschaft::wire {

[[nodiscard]] Result<tone::Lexicon> read_lexicon(const Value& json);

}  // namespace botschaft::wire
