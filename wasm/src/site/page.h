// A web page as a network's crawler sees it: the tags that matter when somebody shares it, as plain data. Whoever has
// the page (the command's parser, the browser) takes them out of it; what they mean is decided here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace botschaft::site {

struct Meta {
  std::string property;  // lower case; empty where the tag has none
  std::string name;      // lower case; empty where the tag has none
  std::string content;   // without blanks around it
};

struct Link {
  std::string rel;  // one word, lower case
  std::string href;
  std::string hreflang;  // as written
};

// The tags of one state of the page: as it was sent, or as scripts left it.
struct Tags {
  std::vector<std::string> titles;  // <title>, in the page's order
  std::vector<Meta> metas;
  std::vector<Link> links;
  std::string lang;  // <html lang>
  std::string base;  // <base href>

  // The content of the first tag of this property or name that has any; empty where there is none.
  [[nodiscard]] std::string_view meta(std::string_view key) const;
  [[nodiscard]] size_t count(std::string_view key) const;
  [[nodiscard]] std::string_view title() const { return titles.empty() ? std::string_view{} : titles.front(); }
  [[nodiscard]] std::vector<const Link*> links_of(std::string_view rel) const;
};

// What the page's JSON-LD says, all blocks together.
struct StructuredData {
  size_t blocks = 0;
  size_t broken = 0;  // of these, no JSON
  std::vector<std::string> types;
  bool same_as = false;  // an organisation or person names its profiles
  // Of the first NewsArticle or WebPage that is not inside something else.
  std::string headline;
  std::string description;
  std::string publisher;
};

// The picture of the card, where somebody has looked at it.
struct ImageFacts {
  bool loaded = false;
  uint32_t width = 0;   // pixels; 0: not known
  uint32_t height = 0;  // pixels; 0: not known
  uint64_t bytes = 0;   // 0: not known
  std::string type;     // "image/png"; empty: not known
};

// Another language's version that the page names, where somebody has looked at it.
struct Alternate {
  std::string url;
  bool links_back = false;
};

struct Page {
  std::string url;  // absolute, http or https
  Tags sent;        // what the server sent
  std::optional<Tags> live;
  std::vector<std::string> scripts;  // addresses of scripts and frames
  std::vector<std::string> anchors;  // addresses that the page links to
  std::vector<std::string> images;   // the first pictures in the page
  StructuredData data;
  std::optional<uint64_t> tags_end;  // bytes from the page's start to behind its last share tag
  std::optional<ImageFacts> image;
  std::string robots_header;  // X-Robots-Tag
  std::optional<std::string> robots_txt;
  std::vector<Alternate> alternates;
};

}  // namespace botschaft::site
