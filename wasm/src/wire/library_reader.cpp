#include "wire/library_reader.h"

#include <set>

#include "wire/pack_reader.h"

namespace botschaft::wire {
namespace {

constexpr Limits kUrl{1, 2000};

// http and https only: a link from a library goes into people's posts.
std::string read_url(const Node& node) {
  std::string url = node.text(kUrl).value_or("");
  const bool good =
      (url.rfind("https://", 0) == 0 && url.size() > 8) || (url.rfind("http://", 0) == 0 && url.size() > 7);
  const bool blank = url.find_first_of(" \t\r\n\"<>") != std::string::npos;
  if (node.present() && !url.empty() && (!good || blank)) {
    node.problem("bad-url",
                 {"„" + shortened(url) + "“ ist keine Web-Adresse.", "“" + shortened(url) + "” is no web address."},
                 {"Eine vollständige Adresse eintragen, die mit https:// beginnt.",
                  "Write a whole address that begins with https://."});
  }
  return url;
}

std::vector<std::string> read_ids(const Node& list) {
  std::vector<std::string> ids;
  for (const Node& item : list.items({0, 50})) ids.push_back(item.id());
  return ids;
}

content::Caption read_caption(const Node& node) {
  content::Caption caption;
  if (!node.expect_object({"lang", "network", "text"}, {"lang", "text"})) return caption;
  if (const auto language = node.field("lang").one_of(kLanguageIds)) {
    caption.language = *language == 0 ? text::Language::kGerman : text::Language::kEnglish;
  }
  caption.network = read_network(node.field("network"));
  caption.text = node.field("text").text(Limits{1, 5000}).value_or("");
  return caption;
}

content::Item read_item(const Node& node) {
  content::Item item;
  if (!node.expect_object({"id", "title", "summary", "url", "topics", "departments", "campaign", "priority",
                           "published", "embargo", "expires", "image", "captions"},
                          {"id", "title", "url", "captions"})) {
    return item;
  }
  item.id = node.field("id").id();
  item.title = node.field("title").localized();
  item.summary = node.field("summary").localized();
  item.url = read_url(node.field("url"));
  item.topics = read_ids(node.field("topics"));
  item.departments = read_ids(node.field("departments"));
  item.campaign = node.field("campaign").id();
  item.priority = static_cast<uint32_t>(node.field("priority").integer(0, 3).value_or(1));
  item.published = read_local_minute(node.field("published"));
  item.embargo = read_local_minute(node.field("embargo"));
  item.expires = read_end_minute(node.field("expires"));
  if (item.embargo && item.expires && *item.expires <= *item.embargo) {
    node.field("expires").problem(
        "contradiction", {"Der Inhalt läuft ab, bevor er frei ist.", "The content expires before it is released."},
        {"„embargo“ oder „expires“ berichtigen.", "Correct “embargo” or “expires”."});
  }
  if (const Node image = node.field("image"); image.present() && image.expect_object({"url", "alt"}, {"url", "alt"})) {
    item.image = content::Image{read_url(image.field("url")), image.field("alt").localized()};
  }
  const Node captions = node.field("captions");
  for (const Node& caption : captions.items({1, 50})) item.captions.push_back(read_caption(caption));
  return item;
}

}  // namespace

Result<ReadLibrary> read_library(const Value& json) {
  Report report{"library", {}};
  if (const Value* id = json.find("id"); id != nullptr && id->is_string()) report.document = id->string();
  const Node root(&json, report);
  ReadLibrary read;
  if (!root.expect_object({"$schema", "format", "id", "name", "tags", "campaigns", "items"},
                          {"format", "id", "name", "items"})) {
    return std::move(report.problems);
  }
  (void)root.field("$schema").text();
  if (const auto format = root.field("format").integer(0, INT32_MAX); format && *format != 1) {
    root.field("format").problem(
        "unknown-format", {"Dieses Format der Bibliothek ist nicht bekannt.", "This library format is not known."},
        {"Format 1 verwenden oder Botschaft aktualisieren.", "Use format 1, or update Botschaft."});
  }
  read.library.id = root.field("id").id();
  read.library.name = root.field("name").localized();
  if (const Node tags = root.field("tags"); tags.present()) {
    if (!tags.json().is_object()) {
      tags.wrong_type("an object", "ein Objekt");
    } else {
      for (const Value& entry : tags.json()) {
        if (auto value = tags.field(entry.key()).text(Limits{0, 200}))
          read.library.tags.emplace_back(entry.key(), std::move(*value));
      }
    }
  }
  const Node campaigns = root.field("campaigns");
  for (const Node& campaign : campaigns.items({0, 200})) {
    if (!campaign.expect_object({"id", "name", "from", "until"}, {"id", "name"})) continue;
    read.library.campaigns.push_back({campaign.field("id").id(), campaign.field("name").localized(),
                                      read_day_range(campaign.field("from"), campaign.field("until"))});
  }
  const Node items = root.field("items");
  const std::vector<Node> nodes = items.items({0, 5000});
  if (!report.problems.empty()) return std::move(report.problems);
  std::set<std::string> ids;
  for (const Node& node : nodes) {
    const size_t before = report.problems.size();
    content::Item item = read_item(node);
    if (report.problems.size() == before && !ids.insert(item.id).second) {
      node.field("id").problem(
          "duplicate-id",
          {"„" + item.id + "“ gibt es in dieser Bibliothek schon.", "“" + item.id + "” is in this library already."},
          {"Dem Inhalt eine andere ID geben.", "Give the item another id."});
    }
    const bool broken = report.problems.size() > before || before >= kMaxProblems;
    if (!broken) {
      read.library.items.push_back(std::move(item));
      continue;
    }
    // Whoever mends the library looks for the item by its id.
    for (size_t problem = before; problem < report.problems.size() && !item.id.empty(); ++problem) {
      LocalizedText& reason = report.problems[problem].reason;
      reason.de.insert(0, "„" + item.id + "“: ");
      reason.en.insert(0, "“" + item.id + "”: ");
    }
  }
  read.left_out = std::move(report.problems);
  return read;
}

}  // namespace botschaft::wire
