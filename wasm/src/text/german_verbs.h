// Forms of common German verbs, split into prefixes, ge- or zu-, stem and ending (weitergegeben: weiter|ge|geb|en).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace botschaft::text {

// `word` in small letters, with ss for ß. Both answer nothing where the word is no such form.

// The prefixes and the infinitive's stem: "versprech" for "versprochen". Umlauts stay, so that "fordern" is not
// "fördern".
[[nodiscard]] std::optional<std::string> german_verb(std::string_view word);

// For who does it, "arbeiter" or "arbeiterin": Mitarbeiter is neither mitarbeiten nor Mitarbeit.
[[nodiscard]] std::optional<std::string> german_agent(std::string_view word);

// Whether it can be a past participle in its basic form and hardly anything else: geprüft, verstanden, produziert. For
// verbs that are not in the list, by its looks. Not those that are infinitives as well (erhalten, vergeben).
[[nodiscard]] bool german_participle(std::string_view word);

// A verb whose prefix can stand apart from it, at the end of the clause ("wir nehmen es mit").
struct SeparableVerb {
  std::string_view prefix;  // "mit"
  std::string_view verb;    // "nehmen", the end of the word
};

// None where `infinitive` does not look like one.
[[nodiscard]] std::optional<SeparableVerb> separable_german_verb(std::string_view infinitive);

// The forms of a verb as if it were a regular one: for infinitives that german_verb does not know. Nothing for a word
// that looks like no infinitive. Without the bare stem, which is a noun as often as it is a form (klammern, Klammer).
[[nodiscard]] std::vector<std::string> regular_german_forms(std::string_view infinitive);

}  // namespace botschaft::text
