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

// Whether the last label of `host` is a top-level domain in lower case, with another label before it.
[[nodiscard]] bool ends_in_lower_case_domain(std::string_view host);
// The end of the longest top-level domain in other writing that begins at `at`, which need not be the end of the word;
// 0 where there is none.
[[nodiscard]] size_t end_of_foreign_domain(std::string_view text, size_t at);

// What stands behind a host. Each gives where it ends, `at` where it is not there.
// `at` is at the colon.
[[nodiscard]] size_t end_of_port(std::string_view text, size_t at);
// Which characters a path or query may have, and which may be its last.
struct Rest {
  bool (*has)(char32_t);
  bool (*ends)(char32_t);
};
// `at` is at the slash. Parentheses belong to a path where they are balanced.
[[nodiscard]] size_t end_of_path(std::string_view text, size_t at, const Rest& rest);
// `at` is at the question mark. A question mark with nothing behind it ends the sentence, not the link.
[[nodiscard]] size_t end_of_query(std::string_view text, size_t at, const Rest& rest);
// X's path, and its query, which is ASCII only.
extern const Rest kPath;
extern const Rest kAsciiQuery;

// A keycap such as 1️⃣ begins at `at`.
[[nodiscard]] bool is_keycap_at(std::string_view text, size_t at);

}  // namespace botschaft::text
