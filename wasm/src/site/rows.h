// How the rows of the audit are filled: one function for each group of checks.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "site/audit.h"

namespace botschaft::site {

class Rows {
 public:
  // The row was looked at; without a finding it is good.
  void look_at(RowId id) { seen_[static_cast<size_t>(id)] = true; }
  void add(RowId id, Grade grade, LocalizedText message, std::string tag = {}, bool to_fill = false,
           bool wants_article = false);
  // The rows that were looked at.
  [[nodiscard]] std::vector<RowResult> take();

 private:
  std::array<bool, kRowCount> seen_{};
  std::array<RowResult, kRowCount> results_{};
};

void check_share_tags(const Page& page, Rows& rows);   // Open Graph and twitter:card
void check_image(const Page& page, Rows& rows);        // the card's picture
void check_search_tags(const Page& page, Rows& rows);  // title, description, canonical, languages, JSON-LD
void check_delivery(const Page& page, Rows& rows);     // what crawlers get to see, and what visitors are exposed to

// `<meta property="KEY" content="VALUE">`; with name= for keys of X and of HTML.
[[nodiscard]] std::string meta_tag(std::string_view key, std::string_view value);
[[nodiscard]] std::string link_tag(std::string_view rel, std::string_view href, std::string_view hreflang = {});
// „value“ and “value”, shortened.
[[nodiscard]] std::string quoted(std::string_view value, UiLanguage language);

}  // namespace botschaft::site
