// Links, hashtags, mentions and emoji in a draft, and how long the draft is, as each network sees it.
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

// In the order of the text. Links and emoji are the same on every network: what readers take for one. Hashtags,
// mentions and cashtags are what the network makes of the text; they overlap neither each other nor what it makes a
// link of.
struct Entities {
  std::vector<Link> links;  // http(s) URLs, and bare domains whose last label is a top-level domain (as X links them)
  std::vector<Span> hashtags;  // with the # (or ＃)
  std::vector<Span> mentions;  // with the @ (or ＠)
  std::vector<Span> cashtags;  // $TICKER, where the network has them
  std::vector<Span> emoji;     // one per emoji grapheme in emoji presentation (sequences, flags and keycaps whole)
};

[[nodiscard]] Entities find_entities(std::string_view text, Network network = Network::kLinkedin);

// What the network itself turns into links, in order; `entities` are those of the text on that network.
[[nodiscard]] std::vector<Span> links_on(Network network, std::string_view text, const Entities& entities);

// Length of the whole draft, in the network's unit. X: NFC, a link counts 23, an emoji grapheme 2. Mastodon: a link
// counts 23, of @name@host only @name. `entities` are those of the text on that network.
[[nodiscard]] uint32_t length_on(Network network, std::string_view text, const Entities& entities);

// Byte offset of the first grapheme that no longer fits into `limit`; text.size() where everything fits.
[[nodiscard]] size_t end_of_fitting(Network network, std::string_view text, const Entities& entities, uint32_t limit);

}  // namespace botschaft::text
