// Whether two links lead to the same page.
#pragma once

#include <string>
#include <string_view>

namespace botschaft::check {

// The address without what does not change the page: scheme, "www.", campaign tags (utm_…), fragment, the slash at its
// end, and letter case of the host. Links to the same page have the same key.
[[nodiscard]] std::string link_key(std::string_view url);

}  // namespace botschaft::check
