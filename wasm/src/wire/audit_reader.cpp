#include "wire/audit_reader.h"

#include "site/address.h"
#include "site/words.h"

namespace botschaft::wire {
namespace {

constexpr Limits kAddress{0, 10'000};
constexpr Limits kContent{0, 20'000};
constexpr Limits kKey{0, 200};

std::string lower_text(const Node& node, Limits length) {
  return site::lower(site::trimmed(node.text(length).value_or("")));
}

std::string trimmed_text(const Node& node, Limits length) {
  return std::string(site::trimmed(node.text(length).value_or("")));
}

site::Tags read_tags(const Node& node) {
  site::Tags tags;
  tags.titles = node.field("titles").texts({0, 100}, kContent);
  for (const Node& item : node.field("metas").items({0, 1000})) {
    if (!item.expect_object({"property", "name", "content"}, {"content"})) continue;
    tags.metas.push_back({lower_text(item.field("property"), kKey), lower_text(item.field("name"), kKey),
                          trimmed_text(item.field("content"), kContent)});
  }
  for (const Node& item : node.field("links").items({0, 1000})) {
    if (!item.expect_object({"rel", "href", "hreflang"}, {"rel", "href"})) continue;
    tags.links.push_back({lower_text(item.field("rel"), kKey), trimmed_text(item.field("href"), kAddress),
                          trimmed_text(item.field("hreflang"), kKey)});
  }
  tags.lang = trimmed_text(node.field("lang"), kKey);
  tags.base = trimmed_text(node.field("base"), kAddress);
  return tags;
}

// The text of a value, or of the name of the object that it is.
std::string_view named(const Value* value) {
  if (value != nullptr && value->is_array() && !value->empty()) value = &*value->begin();
  if (value != nullptr && value->is_object()) value = value->find("name");
  return value != nullptr && value->is_string() ? value->string() : std::string_view{};
}

bool has_type(const Value& object, std::string_view type) {
  const Value* types = object.find("@type");
  if (types == nullptr) return false;
  if (types->is_string()) return types->string() == type;
  if (!types->is_array()) return false;
  for (const Value& each : *types) {
    if (each.is_string() && each.string() == type) return true;
  }
  return false;
}

// Goes through everything that is nested: the document's own bound on depth is what ends it.
void collect(const Value& value, site::StructuredData& data) {
  if (value.is_object()) {
    const auto add = [&](const Value& type) {
      if (type.is_string() && data.types.size() < 200) data.types.emplace_back(type.string());
    };
    if (const Value* types = value.find("@type")) {
      if (types->is_array()) {
        for (const Value& type : *types) add(type);
      } else {
        add(*types);
      }
    }
    if (const Value* same = value.find("sameAs"))
      data.same_as = data.same_as || (same->is_string() ? !same->string().empty() : !same->empty());
  }
  if (!value.is_object() && !value.is_array()) return;
  for (const Value& part : value) collect(part, data);
}

// What Mastodon takes for the card: the first of these that is not inside something else.
void take_headline(const Value& value, site::StructuredData& data) {
  if (value.is_array()) {
    for (const Value& part : value) take_headline(part, data);
    return;
  }
  if (!value.is_object() || !data.headline.empty() || !data.publisher.empty()) return;
  if (!has_type(value, "NewsArticle") && !has_type(value, "WebPage")) return;
  data.headline = site::one_line(named(value.find("headline")));
  data.description = site::one_line(named(value.find("description")));
  data.publisher = site::one_line(named(value.find("publisher")));
}

constexpr size_t kMaxJsonDepth = 60;

// Brackets inside one another, those in strings as well: enough to bound what reading it costs.
bool is_deep(std::string_view json) {
  size_t depth = 0;
  for (const char c : json) {
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && depth > 0) --depth;
    if (depth > kMaxJsonDepth) return true;
  }
  return false;
}

site::StructuredData read_structured_data(const Node& list) {
  site::StructuredData data;
  for (const Node& item : list.items({0, 50})) {
    const std::string text = item.text({0, 500'000}).value_or("");
    ++data.blocks;
    const Document document = is_deep(text) ? Document() : Document(text);
    if (!document.ok()) {
      ++data.broken;
      continue;
    }
    collect(document.root(), data);
    take_headline(document.root(), data);
  }
  return data;
}

std::optional<site::ImageFacts> read_image(const Node& node) {
  if (!node.present() || !node.expect_object({"loaded", "width", "height", "bytes", "type"}, {"loaded"}))
    return std::nullopt;
  site::ImageFacts facts;
  facts.loaded = node.field("loaded").boolean().value_or(false);
  facts.width = static_cast<uint32_t>(node.field("width").integer(0, 100'000).value_or(0));
  facts.height = static_cast<uint32_t>(node.field("height").integer(0, 100'000).value_or(0));
  facts.bytes = static_cast<uint64_t>(node.field("bytes").integer(0, 10'000'000'000).value_or(0));
  facts.type = site::lower(node.field("type").text({0, 100}).value_or(""));
  return facts;
}

}  // namespace

site::Page read_audit_request(const Node& node) {
  site::Page page;
  if (!node.expect_object({"op", "id", "uiLang", "page", "live", "image", "robotsHeader", "robotsTxt", "alternates"},
                          {"page"}))
    return page;
  (void)node.field("id").text(Limits{0, 200});
  const Node sent = node.field("page");
  if (!sent.expect_object(
          {"url", "lang", "base", "titles", "metas", "links", "scripts", "anchors", "images", "jsonLd", "tagsEnd"},
          {"url"}))
    return page;
  const Node url = sent.field("url");
  page.url = trimmed_text(url, kAddress);
  if (!site::is_web_address(page.url)) {
    url.problem("bad-url", {"Das ist keine Web-Adresse.", "This is no web address."},
                {"Eine vollständige Adresse angeben, die mit https:// beginnt.",
                 "Give a whole address that begins with https://."});
  }
  page.sent = read_tags(sent);
  page.scripts = sent.field("scripts").texts({0, 1000}, kAddress);
  page.anchors = sent.field("anchors").texts({0, 5000}, kAddress);
  page.images = sent.field("images").texts({0, 50}, kAddress);
  page.data = read_structured_data(sent.field("jsonLd"));
  if (const auto end = sent.field("tagsEnd").integer(0, 10'000'000'000)) page.tags_end = static_cast<uint64_t>(*end);
  if (const Node live = node.field("live");
      live.present() && live.expect_object({"lang", "base", "titles", "metas", "links"}))
    page.live = read_tags(live);
  page.image = read_image(node.field("image"));
  page.robots_header = node.field("robotsHeader").text(kContent).value_or("");
  page.robots_txt = node.field("robotsTxt").text({0, 600'000});
  for (const Node& item : node.field("alternates").items({0, 500})) {
    if (!item.expect_object({"url", "linksBack"}, {"url", "linksBack"})) continue;
    page.alternates.push_back(
        {item.field("url").text(kAddress).value_or(""), item.field("linksBack").boolean().value_or(false)});
  }
  return page;
}

}  // namespace botschaft::wire
