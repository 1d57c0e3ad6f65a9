// Forms of common German verbs, split into prefixes, ge- or zu-, stem and ending (weitergegeben: weiter|ge|geb|en).
#pragma once

#include <optional>
#include <string>
#include <string_view>

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

}  // namespace botschaft::text
