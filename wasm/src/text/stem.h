// Brings the inflected forms of a word to one key: Snowball's German and English stemmers, but what they leave apart is
// joined ("garantiert" and "garantieren"), and what they should leave apart is kept apart ("sicher" and "Sicherung"). A
// key is for comparison only; it need not be a word.
#pragma once

#include <string>
#include <string_view>

#include "text/language.h"

namespace botschaft::text {

// `folded` is a folded_form. kUndetermined gives the word back unchanged. German keys treat ae, oe, ue and ss like ä,
// ö, ü and ß only when `flat` is true.
[[nodiscard]] std::string stem(std::string_view folded, Language language, bool flat);

}  // namespace botschaft::text
