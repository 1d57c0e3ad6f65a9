// The bytes of a web page as UTF-8, and how much of them is safe to parse.
#pragma once

#include <string>
#include <string_view>

namespace botschaft::cli {

struct HtmlText {
  std::string text;      // well-formed UTF-8 without byte order mark
  std::string encoding;  // what the bytes were read as, "windows-1252"
  bool guessed = false;  // neither a byte order mark nor a tag said so
};

// Reads the bytes as browsers do (HTML, "determining the character encoding"): byte order mark, then <meta> within the
// first 1,024 bytes, then UTF-8 where they are, then windows-1252. Bytes that the encoding has not become U+FFFD.
[[nodiscard]] HtmlText decode_html(std::string_view bytes);

// The largest part of a page that is looked at, in bytes. Crawlers read less.
inline constexpr size_t kMaxHtmlBytes = size_t{4} << 20;

// How many bytes of the page to parse. Less than all where it is larger than `most`, and where elements or
// attributes pile up as no real page has them: the parser's time would grow with their square.
[[nodiscard]] size_t parseable_bytes(std::string_view html, size_t most = kMaxHtmlBytes);

}  // namespace botschaft::cli
