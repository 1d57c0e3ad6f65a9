#include "site/card.h"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "site/address.h"
#include "site/words.h"

namespace botschaft::site {
namespace {

// How much of a title or description each shows, in code points. LinkedIn: ~119; X: 70, developer.x.com/cards/markup;
// WhatsApp: ~81; Facebook: cut behind two lines, about 88; Mastodon: one line, cut by its width.
constexpr size_t kLinkedinTitle = 119;
constexpr size_t kXTitle = 70;
constexpr size_t kFacebookTitle = 88;
constexpr size_t kWhatsappTitle = 81;
constexpr size_t kMastodonTitle = 120;
constexpr size_t kDescription = 200;

Found first_of(const Tags& tags, std::span<const std::string_view> keys) {
  for (const std::string_view key : keys) {
    const std::string_view value = key == "title" ? tags.title() : tags.meta(key);
    if (!trimmed(value).empty()) return {one_line(value), key};
  }
  return {};
}

Found first_of(const Tags& tags, std::initializer_list<std::string_view> keys) {
  return first_of(tags, std::span(keys.begin(), keys.size()));
}

constexpr std::string_view kOgImages[] = {"og:image", "og:image:url", "og:image:secure_url"};

// Pixels as declared beside the picture, or as measured, which count more. 0: not known.
struct Pixels {
  uint32_t width = 0;
  uint32_t height = 0;
};

uint32_t number_in(std::string_view text) {
  uint32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || number > 100'000) return 0;
    number = number * 10 + static_cast<uint32_t>(c - '0');
  }
  return number;
}

Pixels pixels_of(const Page& page) {
  if (page.image && page.image->width > 0) return {page.image->width, page.image->height};
  return {number_in(page.sent.meta("og:image:width")), number_in(page.sent.meta("og:image:height"))};
}

bool failed_to_load(const Page& page) {
  return page.image && !page.image->loaded;
}

// None of the networks draws SVG, and a relative address is nothing to a crawler that does not know where it is.
bool is_shown(const Found& image) {
  return is_web_address(image.value) && format_of(image.value) != "svg";
}

// Facebook reads Open Graph from property= only.
Page with_properties_only(Page page) {
  std::erase_if(page.sent.metas,
                [](const Meta& meta) { return meta.property.empty() && meta.name.starts_with("og:"); });
  return page;
}

class Cards {
 public:
  explicit Cards(const Page& page) : page_(page), pixels_(pixels_of(page)), host_(host_of(page.url)) {
    if (host_.starts_with("www.")) host_.erase(0, 4);
  }

  [[nodiscard]] Preview linkedin() const {
    Preview card("linkedin");
    title(card, first_of(page_.sent, {"og:title", "title"}), kLinkedinTitle);
    card.image = image_or_one_of_the_page(page_);
    layout(card, 401, 0);  // narrower pictures become a thumbnail
    card.site = host_;
    return card;
  }

  // developer.x.com/cards/markup: without twitter:card, og:type, og:title and og:description may give a small card.
  [[nodiscard]] Preview x() const {
    Preview card("x");
    const std::string_view kind = page_.sent.meta("twitter:card");
    card.site = host_;
    const bool open_graph = !page_.sent.meta("og:type").empty() && !page_.sent.meta("og:title").empty() &&
                            !page_.sent.meta("og:description").empty();
    title(card, first_of(page_.sent, {"twitter:title", "og:title"}), kXTitle);
    if (card.title.value.empty() || (kind.empty() && !open_graph)) {
      title(card, {page_.url, "address"}, kXTitle);
      return card;
    }
    card.image = usable(first_of(page_.sent, {"twitter:image", "twitter:image:src", "og:image", "og:image:url"}));
    if (kind != "summary_large_image")
      description(card, first_of(page_.sent, {"twitter:description", "og:description"}));
    card.layout = kind == "summary_large_image" && !card.image.value.empty() ? Layout::kLarge : Layout::kSmall;
    return card;
  }

  [[nodiscard]] Preview facebook() const {
    Preview card("facebook");
    const Page seen = with_properties_only(page_);
    title(card, first_of(seen.sent, {"og:title", "title"}), kFacebookTitle);
    description(card, first_of(seen.sent, {"og:description", "description"}));
    card.image = image_or_one_of_the_page(seen);
    layout(card, 600, 315);  // developers.facebook.com/docs/sharing/webmasters/images
    card.site = host_;
    return card;
  }

  // app/lib/link_details_extractor.rb of Mastodon: JSON-LD counts more than Open Graph.
  [[nodiscard]] Preview mastodon() const {
    Preview card("mastodon");
    const StructuredData& data = page_.data;
    title(card, data.headline.empty() ? first_of(page_.sent, {"og:title", "title"}) : Found{data.headline, "json-ld"},
          kMastodonTitle);
    description(card, data.description.empty() ? first_of(page_.sent, {"og:description", "description"})
                                               : Found{data.description, "json-ld"});
    Found image = first_of(page_.sent, {"og:image"});
    if (!image.value.empty()) image.value = resolve(page_.url, image.value);
    card.image = usable(image);
    card.layout = card.image.value.empty()                               ? Layout::kText
                  : pixels_.width > pixels_.height || pixels_.width == 0 ? Layout::kLarge
                                                                         : Layout::kSmall;
    card.site = data.publisher.empty() ? one_line(page_.sent.meta("og:site_name")) : data.publisher;
    if (card.site.empty()) card.site = host_;
    return card;
  }

  [[nodiscard]] Preview whatsapp() const {
    Preview card("whatsapp");
    title(card, first_of(page_.sent, {"og:title", "title"}), kWhatsappTitle);
    description(card, first_of(page_.sent, {"og:description", "description"}));
    card.image = usable(first_of(page_.sent, kOgImages));
    card.layout = card.image.value.empty() ? Layout::kText : Layout::kSmall;
    card.site = host_;
    return card;
  }

 private:
  void title(Preview& card, Found found, size_t most) const {
    if (found.value.empty()) found = {page_.url, "address"};
    Cut cut = cut_to(found.value, most);
    card.title = {std::move(cut.text), found.from};
    card.title_cut = cut.cut;
  }

  static void description(Preview& card, const Found& found) {
    Cut cut = cut_to(found.value, kDescription);
    card.description = {std::move(cut.text), found.from};
    card.description_cut = cut.cut;
  }

  [[nodiscard]] Found usable(Found image) const {
    return is_shown(image) && !failed_to_load(page_) ? std::move(image) : Found{};
  }

  // Facebook and LinkedIn look for a picture in the page where no tag names one that they can use.
  [[nodiscard]] Found image_or_one_of_the_page(const Page& page) const {
    Found image = usable(first_of(page.sent, kOgImages));
    if (!image.value.empty()) return image;
    const std::string base = base_of(page_);
    for (const std::string& written : page_.images) {
      Found other{resolve(base, written), "page"};
      if (is_shown(other)) return other;
    }
    return {};
  }

  void layout(Preview& card, uint32_t width, uint32_t height) const {
    if (card.image.value.empty()) return;
    const bool small = card.image.from == "page" ||
                       (pixels_.width > 0 && (pixels_.width < width || (height > 0 && pixels_.height < height)));
    card.layout = small ? Layout::kSmall : Layout::kLarge;
  }

  const Page& page_;
  Pixels pixels_;
  std::string host_;
};

}  // namespace

std::string_view Tags::meta(std::string_view key) const {
  for (const Meta& meta : metas) {
    if ((meta.property == key || meta.name == key) && !meta.content.empty()) return meta.content;
  }
  return {};
}

size_t Tags::count(std::string_view key) const {
  return static_cast<size_t>(std::count_if(metas.begin(), metas.end(), [key](const Meta& meta) {
    return (meta.property == key || meta.name == key) && !meta.content.empty();
  }));
}

std::vector<const Link*> Tags::links_of(std::string_view rel) const {
  std::vector<const Link*> found;
  for (const Link& link : links) {
    if (link.rel == rel) found.push_back(&link);
  }
  return found;
}

std::string base_of(const Page& page) {
  return page.sent.base.empty() ? page.url : resolve(page.url, page.sent.base);
}

std::string_view written_image(const Tags& tags) {
  for (const std::string_view key : kOgImages) {
    if (const std::string_view value = tags.meta(key); !value.empty()) return value;
  }
  return {};
}

std::string format_of(std::string_view address) {
  if (address.starts_with("data:image/svg")) return "svg";
  const std::string_view path = split(address).path;
  const size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos || path.size() - dot > 6)
    return "";
  std::string format = lower(path.substr(dot + 1));
  return format == "jpeg" ? "jpg" : format;
}

Extract extract(const Page& page) {
  const std::string base = base_of(page);
  Extract found;
  found.title = first_of(page.sent, {"og:title", "twitter:title", "title"});
  found.description = first_of(page.sent, {"og:description", "twitter:description", "description"});
  found.image =
      first_of(page.sent, {"og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"});
  if (!found.image.value.empty()) found.image.value = resolve(base, found.image.value);
  found.url = first_of(page.sent, {"og:url"});
  if (const auto canonical = page.sent.links_of("canonical"); found.url.value.empty() && !canonical.empty())
    found.url = {canonical.front()->href, "canonical"};
  if (found.url.value.empty()) found.url = {page.url, "address"};
  found.url.value = resolve(base, found.url.value);
  return found;
}

std::vector<Preview> previews(const Page& page) {
  const Cards cards(page);
  return {cards.linkedin(), cards.x(), cards.facebook(), cards.mastodon(), cards.whatsapp()};
}

}  // namespace botschaft::site
