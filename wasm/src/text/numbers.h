// Numbers that name a person or an account, told from the amounts and dates around them by form and check digits.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"

namespace botschaft::text {

// Each: the number that begins at byte `at`, which no letter or digit stands before; none where there is no such
// number. Looks at no more than 64 bytes. What each is known by: text/personal_data.h.
[[nodiscard]] std::optional<Span> iban_at(std::string_view text, size_t at);
[[nodiscard]] std::optional<Span> payment_card_at(std::string_view text, size_t at);
[[nodiscard]] std::optional<Span> phone_at(std::string_view text, size_t at);

}  // namespace botschaft::text
