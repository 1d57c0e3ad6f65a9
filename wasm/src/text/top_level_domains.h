// Which labels end a domain name, from the Public Suffix List's official part.
#pragma once

#include <string_view>

namespace botschaft::text {

// `label` in any case, in Unicode or in punycode, without dots.
[[nodiscard]] bool is_top_level_domain(std::string_view label);

}  // namespace botschaft::text
