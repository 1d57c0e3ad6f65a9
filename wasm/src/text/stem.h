// Brings the inflected forms of a word to one key (Snowball's German and English stemmers, with what they leave apart
// joined: "garantiert" and "garantieren"). A key is for comparison only; it need not be a word.
#pragma once

#include <string>
#include <string_view>

#include "text/language.h"

namespace botschaft::text {

// `folded` is a folded_form. kUndetermined gives the word back unchanged. German keys treat ae, oe, ue and ss like ä, ö, ü
// and ß only when `flat` is true.
[[nodiscard]] std::string stem(std::string_view folded, Language language, bool flat);

}  // namespace botschaft::text
