// How a German text names people of all sexes: with the masculine, in pairs, with a sign, or by neutral words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "text/wording.h"

namespace botschaft::tone {

enum class GenderForm : uint8_t {
  kMasculine,   // Mitarbeiter
  kPair,        // Mitarbeiterinnen und Mitarbeiter
  kStar,        // Mitarbeiter*innen
  kColon,       // Mitarbeiter:innen
  kUnderscore,  // Mitarbeiter_innen
  kInnerI,      // MitarbeiterInnen
  kSlash,       // Mitarbeiter/-innen, Mitarbeiter(innen)
  kNeutral,     // Mitarbeitende
};
inline constexpr size_t kGenderForms = 8;

struct GenderUse {
  enum class Case : uint8_t { kUnknown, kOther, kDative };  // kOther: nominative, accusative or genitive

  Span span;
  GenderForm form;
  std::string stem;  // of the noun: Mitarbeiter, Kund
  std::string tail;  // behind a sign: innen, in, and -r of jede*r
  Case grammar_case = Case::kUnknown;
  bool weak = false;   // behind "die", "unsere": die Mitarbeitenden
  bool plural = true;  // "jeder Mitarbeiter" is not
};

// In the order of the text. The masculine only of nouns in gender_nouns.h, where it is certainly a plural or stands
// behind "jeder"; with `compounds` at the end of a longer word too (Stammkunden). Only the author's own words count.
// Meant for German.
[[nodiscard]] std::vector<GenderUse> gender_uses(const text::Wording& wording, bool compounds);

// The same people in another form. Nothing where it would have to be guessed.
[[nodiscard]] std::optional<std::string> in_gender_form(const GenderUse& use, GenderForm wanted);

}  // namespace botschaft::tone
