// Web addresses: taking them apart, completing relative ones, comparing them (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace botschaft::site {

// Views into the address. A part that is missing is empty; `query` and `fragment` are without their sign.
struct Address {
  std::string_view scheme;
  std::string_view authority;
  std::string_view path;
  std::string_view query;
  std::string_view fragment;
  bool has_authority = false;
  bool has_query = false;
};

[[nodiscard]] Address split(std::string_view address);
// An http or https address with a host.
[[nodiscard]] bool is_web_address(std::string_view address);
// The host in lower case, without user and port; empty where there is none.
[[nodiscard]] std::string host_of(std::string_view address);
// Whether the host is `domain` or below it. Both in lower case.
[[nodiscard]] bool is_within(std::string_view host, std::string_view domain);
// `reference` as seen from `base`, an absolute address (5.2). Blanks inside become %20, as browsers do it.
[[nodiscard]] std::string resolve(std::string_view base, std::string_view reference);
// The form in which two addresses of the same page are the same: scheme and host in lower case, no default port, no
// fragment, and a path.
[[nodiscard]] std::string comparable(std::string_view address);

}  // namespace botschaft::site
