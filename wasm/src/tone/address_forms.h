// The same word for another form of address: dein for Ihr, hast for haben.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tone/address.h"

namespace botschaft::tone {

// A possessive with its ending kept ("Ihrem" to "deinem"). `word` folded; "Ihr…" comes back with its capital, all
// others small. Nothing for a word that is no possessive of `from`.
[[nodiscard]] std::optional<std::string> possessive_in(std::string_view word, Form from, Form to);

// A verb of the present (and the auxiliaries' other tenses) in small letters: "hast" to "haben". Common verbs only:
// nothing for any other, since its forms would be guessed.
[[nodiscard]] std::optional<std::string> verb_in(std::string_view word, Form from, Form to);

// A command without its "Sie": "melde" to "melden" and back.
[[nodiscard]] std::optional<std::string> command_in(std::string_view word, Form from, Form to);

}  // namespace botschaft::tone
