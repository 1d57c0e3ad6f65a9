// Requests about web pages: what build/wasm/site.wasm answers, and the command beside everything else. A module of its
// own, because the core is loaded with every page of a network and this is only when somebody asks.
#pragma once

#include <string_view>

#include "wire/session.h"

namespace botschaft::wire {

// Whether the request is one of these.
[[nodiscard]] bool is_about_site(std::string_view request);
// Answers an audit; anything else is an unknown op.
[[nodiscard]] Reply call_site(std::string_view request);

}  // namespace botschaft::wire
