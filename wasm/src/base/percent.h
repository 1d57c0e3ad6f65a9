// Percent-encoding, for what becomes part of a link.
#pragma once

#include <string>
#include <string_view>

namespace botschaft {

// Every byte but unreserved ones (RFC 3986, 2.3) percent-encoded.
[[nodiscard]] std::string percent_encode(std::string_view text);

}  // namespace botschaft
