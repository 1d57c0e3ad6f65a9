// Links, hashtags, mentions and emoji in a draft, and how long the draft is as each network counts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/network.h"
#include "base/span.h"

namespace botschaft::text {

struct Link {
  Span span;                // without punctuation that only ends the sentence
  Span host;                // inside span; without user, port, and trailing dot
  bool has_scheme = false;  // http:// or https:// is written out
  bool secure = false;      // https://
};

// In the order of the text. No two overlap, except that an emoji may stand inside none of the others.
struct Entities {
  std::vector<Link> links;  // http(s) URLs, and bare domains whose last label is a top-level domain (as X links them)
  std::vector<Span> hashtags;  // with the # (or ＃); at least one letter
  std::vector<Span> mentions;  // @name, or @name@host.tld; not inside a word or an e-mail address
  std::vector<Span> emoji;     // one per emoji grapheme in emoji presentation (sequences, flags and keycaps whole)
};

[[nodiscard]] Entities find_entities(std::string_view text);

// Length of the whole draft, in the network's unit. X: NFC, a link counts 23 where X shortens it (its host ends in a
// top-level domain), an emoji grapheme 2. Mastodon: a link with scheme counts 23, of @name@host.tld only @name.
[[nodiscard]] uint32_t length_on(Network network, std::string_view text, const Entities& entities);

// Byte offset of the first grapheme that no longer fits into `limit`; text.size() where everything fits.
[[nodiscard]] size_t end_of_fitting(Network network, std::string_view text, const Entities& entities, uint32_t limit);

}  // namespace botschaft::text
