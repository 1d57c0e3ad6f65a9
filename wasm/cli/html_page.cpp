#include "html_page.h"

#include <gumbo.h>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "base/utf8.h"
#include "html_text.h"
#include "site/words.h"

namespace botschaft::cli {
namespace {

using site::lower;
using site::trimmed;

// Everything that the parser allocates, given back at once. It has no way to say that there is no more memory, so that
// too much of it jumps out of the parser, which is C and leaves nothing behind that the arena does not own.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (char* block : blocks_) std::free(block);
  }

  static void* allocate(void* arena, size_t size) { return static_cast<Arena*>(arena)->take(size); }
  static void release(void*, void*) {}

  std::jmp_buf give_up;

 private:
  static constexpr size_t kBlock = size_t{1} << 20;
  static constexpr size_t kMost = size_t{1} << 30;  // a page of 4 MiB takes less

  void* take(size_t size) {
    size = (size + 15) & ~size_t{15};
    if (size > left_) {
      const size_t block = std::max(size, kBlock);
      char* memory = total_ + block > kMost ? nullptr : static_cast<char*>(std::malloc(block));
      if (memory == nullptr) std::longjmp(give_up, 1);
      total_ += block;
      blocks_.push_back(memory);
      free_ = memory;
      left_ = block;
    }
    void* taken = free_;
    free_ += size;
    left_ -= size;
    return taken;
  }

  std::vector<char*> blocks_;
  char* free_ = nullptr;
  size_t left_ = 0;
  size_t total_ = 0;
};

// Null where the page is made to break parsers. No object with a destructor lives here: see Arena.
const GumboOutput* parse(Arena& arena, const char* html, size_t size) {
  if (setjmp(arena.give_up) != 0) return nullptr;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::release;
  options.userdata = &arena;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, html, size);
}

// Visits every element in the page's order; without recursion, as deep as it may be.
template <typename Visit>
void for_each_element(const GumboNode* root, const Visit& visit) {
  for (const GumboNode* node = root; node != nullptr;) {
    const bool has_children = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    if (has_children) visit(*node);
    // What stands in a template is no part of the page.
    if (node->type == GUMBO_NODE_ELEMENT && node->v.element.children.length > 0) {
      node = static_cast<const GumboNode*>(node->v.element.children.data[0]);
      continue;
    }
    while (node != root) {
      const GumboVector& siblings = node->parent->v.element.children;
      if (node->index_within_parent + 1 < siblings.length) {
        node = static_cast<const GumboNode*>(siblings.data[node->index_within_parent + 1]);
        break;
      }
      node = node->parent;
    }
    if (node == root) return;
  }
}

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

std::string text_in(const GumboNode& node) {
  std::string text;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    const bool is_text = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE;
    if (is_text || child->type == GUMBO_NODE_CDATA) text += child->v.text.text;
  }
  return text;
}

// What an audit request takes at most (shared/schema/protocol.schema.json).
constexpr size_t kMaxAddress = 10'000;
constexpr size_t kMaxContent = 20'000;
constexpr size_t kMaxBlock = 500'000;
// sitemaps.org: 50 MB.
constexpr size_t kMaxSitemapBytes = 52'428'800;

std::string shortened(std::string_view text, size_t most) {
  if (text.size() > most) {
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    text = text.substr(0, most);
  }
  // A page can write U+0000 and half surrogates as references; the parser turns them into U+FFFD, but not everywhere.
  return repair(text);
}

class PageReader {
 public:
  explicit PageReader(const char* start) : start_(start) {
    for (const char* list : {"titles", "metas", "links", "scripts", "anchors", "images", "jsonLd"})
      page_[list] = Json::array();
  }

  void visit(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return;
    switch (element.tag) {
      case GUMBO_TAG_HTML:
        set_once("lang", attribute(node, "lang"));
        break;
      case GUMBO_TAG_BASE:
        set_once("base", attribute(node, "href"));
        break;
      case GUMBO_TAG_TITLE:
        add("titles", 100, shortened(trimmed(text_in(node)), kMaxContent));
        reaches(element);
        break;
      case GUMBO_TAG_META:
        meta(node);
        break;
      case GUMBO_TAG_LINK:
        link(node);
        break;
      case GUMBO_TAG_SCRIPT:
        if (lower(trimmed(attribute(node, "type"))) == "application/ld+json") {
          add("jsonLd", 50, shortened(text_in(node), kMaxBlock));
        }
        address("scripts", 1000, attribute(node, "src"));
        break;
      case GUMBO_TAG_IFRAME:
        address("scripts", 1000, attribute(node, "src"));
        break;
      case GUMBO_TAG_A:
        address("anchors", 5000, attribute(node, "href"));
        break;
      case GUMBO_TAG_IMG:
        address("images", 10, attribute(node, "src"));
        break;
      default:
        break;
    }
  }

  [[nodiscard]] Json take() {
    if (end_ > 0) page_["tagsEnd"] = end_;
    return std::move(page_);
  }

 private:
  void set_once(const char* key, std::string_view value) {
    if (!page_.contains(key) && !trimmed(value).empty()) page_[key] = shortened(trimmed(value), 200);
  }

  void add(const char* list, size_t most, Json value) {
    if (page_[list].size() < most) page_[list].push_back(std::move(value));
  }

  void reaches(const GumboElement& element) {
    const GumboStringPiece& last =
        element.original_end_tag.length > 0 ? element.original_end_tag : element.original_tag;
    if (last.data != nullptr) end_ = std::max(end_, static_cast<size_t>(last.data + last.length - start_));
  }

  void meta(const GumboNode& node) {
    const std::string property = lower(trimmed(attribute(node, "property")));
    const std::string name = lower(trimmed(attribute(node, "name")));
    if ((property.empty() && name.empty()) || property.size() > 200 || name.size() > 200) return;
    Json json = Json::object();
    if (!property.empty()) json["property"] = property;
    if (!name.empty()) json["name"] = name;
    json["content"] = shortened(trimmed(attribute(node, "content")), kMaxContent);
    add("metas", 1000, std::move(json));
    for (const std::string& key : {property, name}) {
      if (key.rfind("og:", 0) == 0 || key.rfind("twitter:", 0) == 0 || key == "description") reaches(node.v.element);
    }
  }

  void link(const GumboNode& node) {
    const std::string rels = lower(attribute(node, "rel"));
    const std::string_view href = trimmed(attribute(node, "href"));
    const std::string_view hreflang = trimmed(attribute(node, "hreflang"));
    if (href.empty() || href.size() > kMaxAddress || hreflang.size() > 200) return;
    for (const char* rel : {"canonical", "alternate"}) {
      const std::string_view word = rel;
      const bool has = (" " + rels + " ").find(" " + std::string(word) + " ") != std::string::npos;
      if (!has || (word == "alternate" && hreflang.empty())) continue;
      Json json{{"rel", rel}, {"href", repair(href)}};
      if (!hreflang.empty()) json["hreflang"] = repair(hreflang);
      add("links", 1000, std::move(json));
    }
  }

  // Each address once, and none that leads nowhere else.
  void address(const char* list, size_t most, std::string_view value) {
    value = trimmed(value);
    if (value.empty() || value.size() > kMaxAddress || value.front() == '#') return;
    const std::string begin = lower(value.substr(0, 11));
    for (const char* scheme : {"data:", "javascript:", "mailto:", "tel:", "blob:", "about:"}) {
      if (begin.rfind(scheme, 0) == 0) return;
    }
    if (known_.insert(std::string(list) + " " + std::string(value)).second) add(list, most, repair(value));
  }

  const char* start_;
  size_t end_ = 0;
  Json page_ = Json::object();
  std::set<std::string> known_;
};

Problem too_tangled(const std::string& name) {
  return {"too-large",
          name,
          "",
          {"Das HTML ist so verschachtelt, dass es sich nicht lesen lässt.",
           "The HTML is so tangled that it cannot be read."},
          {"Prüfen, ob es eine gewöhnliche Seite ist.", "Check that it is an ordinary page."}};
}

Problem empty_page(const std::string& name) {
  return {"empty-file",
          name,
          "",
          {"Die Seite ist leer.", "The page is empty."},
          {"Die Datei so speichern, wie der Server sie schickt.", "Save the file as the server sends it."}};
}

Problem no_html(const std::string& name) {
  return {"no-html",
          name,
          "",
          {"Das ist kein HTML.", "This is no HTML."},
          {"Die Seite selbst angeben, so wie der Server sie schickt; kein Bild, PDF oder gepacktes Archiv.",
           "Give the page itself as the server sends it; no picture, PDF or packed archive."}};
}

// Whether a tag comes before bytes that no text has (WHATWG MIME Sniffing, "binary data byte").
bool is_html(std::string_view text) {
  if (text.starts_with("%PDF-")) return false;
  for (size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r' && c != 0x1B) return false;
    const unsigned char next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1] | 0x20) : 0;
    if (c == '<' && ((next >= 'a' && next <= 'z') || next == '!')) return true;
  }
  return false;
}

}  // namespace

Result<Json> html_page(std::string_view bytes, const std::string& name, const std::string& ui_language) {
  // More bytes than are looked at need not be converted: no encoding has more than four for a character.
  const HtmlText html = decode_html(bytes.substr(0, 4 * kMaxHtmlBytes));
  if (trimmed(html.text).empty()) return empty_page(name);
  if (!is_html(html.text)) return no_html(name);
  const size_t size = parseable_bytes(html.text);
  if (size < html.text.size() || bytes.size() > 4 * kMaxHtmlBytes) {
    std::fprintf(stderr,
                 ui_language == "de"
                     ? "%s: Die Seite ist sehr groß oder verschachtelt; nur die ersten %zu Bytes zählen.\n"
                     : "%s: the page is very large or nested; only its first %zu bytes count.\n",
                 name.c_str(), size);
  }
  Arena arena;
  const GumboOutput* output = parse(arena, html.text.data(), size);
  if (output == nullptr) return too_tangled(name);
  PageReader reader(html.text.data());
  for_each_element(output->root, [&](const GumboNode& node) { reader.visit(node); });
  return reader.take();
}

Result<std::vector<std::string>> sitemap_addresses(std::string_view bytes, const std::string& name) {
  const HtmlText text = decode_html(bytes);
  std::vector<std::string> addresses;
  if (text.text.find('<') == std::string::npos) {
    for (size_t at = 0; at < text.text.size();) {
      const size_t end = std::min(text.text.find('\n', at), text.text.size());
      const std::string_view line = trimmed(std::string_view(text.text).substr(at, end - at));
      if (!line.empty()) addresses.emplace_back(line);
      at = end + 1;
    }
  } else {
    bool index = false;
    Arena arena;
    const GumboOutput* output = parse(arena, text.text.data(), parseable_bytes(text.text, kMaxSitemapBytes));
    if (output == nullptr) return too_tangled(name);
    for_each_element(output->root, [&](const GumboNode& node) {
      GumboStringPiece tag = node.v.element.original_tag;
      gumbo_tag_from_original_text(&tag);
      const std::string_view element(tag.data == nullptr ? "" : tag.data, tag.length);
      index = index || lower(element) == "sitemapindex";
      const std::string address(trimmed(lower(element) == "loc" ? text_in(node) : ""));
      if (!address.empty()) addresses.push_back(address);
    });
    if (index) {
      return Problem{
          "sitemap-index",
          name,
          "",
          {"Das ist ein Verzeichnis von Sitemaps, keine Sitemap.", "This is an index of sitemaps, not a sitemap."},
          {"Eine der darin genannten Sitemaps angeben.", "Name one of the sitemaps in it."}};
    }
  }
  if (addresses.empty()) {
    return Problem{"empty-file",
                   name,
                   "",
                   {"Die Sitemap nennt keine Adressen.", "The sitemap names no addresses."},
                   {"Eine Sitemap mit <loc> oder eine Adresse je Zeile angeben.",
                    "Give a sitemap with <loc>, or one address a line."}};
  }
  return addresses;
}

}  // namespace botschaft::cli
