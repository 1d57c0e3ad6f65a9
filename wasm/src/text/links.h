// Recognising one link. entities.cpp finds the places where one may begin; this tells whether one does, and where it
// ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"
#include "text/entities.h"

namespace botschaft::text {

// A stretch of letters, digits, hyphens, underscores and full stops: what a host name can be made of.
struct HostRun {
  Span span;
  bool has_dot = false;
};

enum class Scripts : uint8_t { kAll, kLatin };

// The run that begins at `at`; empty where the character there cannot be part of one. With kLatin it ends at a letter
// of another script, because scripts that write without spaces run on behind a bare domain.
[[nodiscard]] HostRun host_run_at(std::string_view text, size_t at, Scripts scripts);

// The link whose scheme is the last thing in `run`, as in "http" before "://"; or the one that begins with a bare
// domain in `run`. Nothing where there is none.
[[nodiscard]] std::optional<Link> link_in(std::string_view text, const HostRun& run);

// Where the last label of `host` that is a top-level domain ends, in bytes from the start of `host`; 0 where there is
// none with another label before it.
[[nodiscard]] size_t end_of_domain(std::string_view host);

// Where in the text X ends the link that it shortens. `link.span.begin` where X makes none of it.
[[nodiscard]] size_t end_on_x(std::string_view text, const Link& link);

// A keycap such as 1️⃣ begins at `at`.
[[nodiscard]] bool is_keycap_at(std::string_view text, size_t at);

}  // namespace botschaft::text
