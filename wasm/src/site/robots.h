// What a site's robots.txt allows a crawler (RFC 9309).
#pragma once

#include <string_view>

namespace botschaft::site {

// Whether the crawler of this name (a product token, any case) may fetch `path`, which begins with a slash and may have
// a query. Lines that are no rules are passed over.
[[nodiscard]] bool may_fetch(std::string_view robots_txt, std::string_view crawler, std::string_view path);

}  // namespace botschaft::site
