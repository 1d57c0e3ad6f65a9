// Sharing in one click: the link that opens a network's own composer, with the campaign's tags on the company's link.
#pragma once

#include <string>
#include <string_view>

#include "base/network.h"
#include "content/library.h"

namespace botschaft::content {

struct Intent {
  std::string href;       // empty where the network has no such link
  std::string url;        // the shared link with its tags; empty where nothing is linked
  std::string text;       // words and link together, as they go into a composer
  bool prefills = false;  // whether href brings the text along
};

// The item's link with the library's tags; a tag whose placeholder has nothing to stand for is left out.
[[nodiscard]] std::string tagged_url(const Item& item, const Library& library, Network network);

// `url` may be empty. Only for http(s) links: the caller has checked.
[[nodiscard]] Intent make_intent(Network network, std::string_view text, std::string_view url);

}  // namespace botschaft::content
