// A web page's tags, taken out of its HTML: the facts that an audit request takes under "page".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json.h"

namespace botschaft::cli {

// Parses as browsers do, whatever the HTML is like. `name` is the file's, for problems: a page whose markup is made to
// break parsers is one. What is cut off is told on standard error.
[[nodiscard]] Result<Json> html_page(std::string_view bytes, const std::string& name, const std::string& ui_language);

// The addresses in a sitemap (sitemaps.org): XML with <loc>, or one address a line. A sitemap index is a problem.
[[nodiscard]] Result<std::vector<std::string>> sitemap_addresses(std::string_view bytes, const std::string& name);

}  // namespace botschaft::cli
