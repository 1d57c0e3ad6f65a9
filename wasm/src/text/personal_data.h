// Data about people, and what opens a door, told by their form: e-mail addresses, telephone numbers, IBANs, payment
// cards, German licence plates, keys and passwords.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/entities.h"

namespace botschaft::text {

enum class PersonalKind : uint8_t { kCredential, kIban, kEmail, kPaymentCard, kPhone, kLicencePlate };

struct PersonalDatum {
  PersonalKind kind;
  Span span;
};

// In the order of the text, no two overlapping; `entities` are the text's. Takes time linear in the text. What each is
// known by:
// - credential: keys by their makers' prefixes (AWS, GitHub, GitLab, Google, npm, OpenAI, Slack, Stripe), signed tokens
//   (JWT), private keys in PEM, the password in a link (https://user:password@host), and what stands behind
//   "password:", "Passwort:", "API key=" and the like where it has a digit or a sign in it.
// - IBAN: ISO 13616, with its checksum (ISO 7064, MOD 97-10), and the length that a country of the SEPA area gave it.
// - e-mail: an address whose host ends in a top-level domain.
// - payment card: 13 to 19 digits, the first 2 to 6, with their check digit (ISO/IEC 7812, Luhn), grouped as on cards.
// - telephone: international (+49…, 0049…) with 8 to 15 digits (ITU-T E.164); national, with an area code that begins
//   with 0 and 7 to 13 digits in all, other than 0800, which is freephone and so nobody's own; or North American
//   ("415-555-0132"). Dates and amounts are none, nor is a number inside a link.
// - licence plate: German, as "HH-AB 123": at most eight characters, two digits or more, none that reads as a year.
[[nodiscard]] std::vector<PersonalDatum> find_personal_data(std::string_view text, const Entities& entities);

}  // namespace botschaft::text
