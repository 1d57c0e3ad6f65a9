// The card that a network makes of a shared page: which tag it takes for what, and what it falls back to.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"

namespace botschaft::site {

// A value and the tag that it came from: "og:title", "title", "json-ld", "page" (what the page shows), "address".
struct Found {
  std::string value;
  std::string_view from;
};

// What the page calls itself, whoever asks: Open Graph first, then what X takes, then the page's own tags. Addresses
// are absolute.
struct Extract {
  Found title;
  Found description;
  Found image;
  Found url;
};
[[nodiscard]] Extract extract(const Page& page);

enum class Layout : unsigned char { kLarge, kSmall, kText };

struct Preview {
  explicit Preview(std::string_view of) : network(of) {}

  std::string_view network;  // linkedin, x, facebook, mastodon, whatsapp
  Layout layout = Layout::kText;
  Found title;
  bool title_cut = false;
  Found description;  // empty where the network shows none
  bool description_cut = false;
  Found image;  // empty where it shows none
  std::string site;
};
// One for each network, in the order of the names above.
[[nodiscard]] std::vector<Preview> previews(const Page& page);

// The address that relative ones are seen from: <base href>, or the page's.
[[nodiscard]] std::string base_of(const Page& page);
// The tag's address of the card's picture, as written; empty where there is none.
[[nodiscard]] std::string_view written_image(const Tags& tags);
// What the name of a picture's file says about its format: "svg", "webp", …; empty where it has none.
[[nodiscard]] std::string format_of(std::string_view address);

}  // namespace botschaft::site
