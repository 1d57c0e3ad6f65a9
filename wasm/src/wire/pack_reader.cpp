#include "wire/pack_reader.h"

#include "wire/people_reader.h"
#include "wire/protected_reader.h"

#include <algorithm>
#include <array>

#include "wire/rule_parts.h"

namespace botschaft::wire {
namespace {

constexpr Limits kName{1, 300};

void read_organisation(const Node& node, pack::Organisation& organisation) {
  if (!node.present() ||
      !node.expect_object({"names", "products", "domains", "handles", "competitors", "intranet", "jurisdictions"}))
    return;
  organisation.jurisdictions = read_bits(node.field("jurisdictions"), pack::kJurisdictionIds, 0);
  constexpr Limits kMany{0, 20'000};
  organisation.names = node.field("names").texts(kMany, kName);
  organisation.products = node.field("products").texts(kMany, kName);
  organisation.domains = node.field("domains").texts(kMany, kName);
  organisation.handles = node.field("handles").texts(kMany, kName);
  organisation.competitors = node.field("competitors").texts(kMany, kName);
  organisation.intranet = node.field("intranet").texts({0, 100}, kName);
  for (const char* list : {"domains", "intranet"}) {
    const Node domains = node.field(list);
    for (const Node& domain : domains.items()) {
      const auto name = domain.json().is_string() ? domain.text().value_or("") : "";
      if (name.find_first_of("/ @:*") == std::string::npos) continue;
      domain.problem("bad-domain", {"„" + name + "“ ist kein Domain-Name.", "“" + name + "” is no domain name."},
                     {"Nur den Namen eintragen, zum Beispiel firma.example.",
                      "Write the name only, for example company.example."});
    }
  }
}

std::vector<pack::Named> read_departments(const Node& list) {
  std::vector<pack::Named> named;
  for (const Node& node : list.items({0, 500})) {
    if (!node.expect_object({"id", "name"}, {"id", "name"})) continue;
    pack::Named entry{node.field("id").id(), node.field("name").localized()};
    const bool twice = std::any_of(named.begin(), named.end(), [&](const auto& other) { return other.id == entry.id; });
    if (twice && !entry.id.empty()) {
      node.problem("duplicate-id",
                   {"„" + entry.id + "“ steht zweimal in der Liste.", "“" + entry.id + "” is in the list twice."},
                   {"Einen der beiden Einträge entfernen oder umbenennen.", "Remove or rename one of the two."});
    }
    named.push_back(std::move(entry));
  }
  return named;
}

std::string read_time_zone(const Node& node) {
  std::string name = node.text(Limits{1, 60}).value_or("");
  const bool good = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '+' || c == '-';
  });
  const bool begins_well =
      name.empty() || (name.front() >= 'A' && name.front() <= 'Z') || (name.front() >= 'a' && name.front() <= 'z');
  if (good && begins_well) return name;
  node.problem(
      "bad-time-zone", {"„" + name + "“ ist kein Name einer Zeitzone.", "“" + name + "” is no time zone's name."},
      {"Einen IANA-Namen eintragen, zum Beispiel Europe/Berlin.", "Write an IANA name, for example Europe/Berlin."});
  return "";
}

}  // namespace

std::optional<timing::Day> read_day(const Node& node) {
  const auto text = node.text();
  if (!text) return std::nullopt;
  const auto day = timing::parse_day(*text);
  if (!day) {
    node.problem(
        "bad-date", {"„" + shortened(*text) + "“ ist kein Datum.", "“" + shortened(*text) + "” is no date."},
        {"Als JJJJ-MM-TT schreiben, zum Beispiel 2026-12-24.", "Write it as YYYY-MM-DD, for example 2026-12-24."});
  }
  return day;
}

std::optional<timing::LocalMinute> read_local_minute(const Node& node) {
  const auto text = node.text();
  if (!text) return std::nullopt;
  const auto minute = timing::parse_local_minute(*text);
  if (!minute) {
    node.problem("bad-date",
                 {"„" + shortened(*text) + "“ ist kein Zeitpunkt.", "“" + shortened(*text) + "” is no date or time."},
                 {"Als JJJJ-MM-TT oder JJJJ-MM-TTThh:mm schreiben, zum Beispiel 2026-12-24T08:30.",
                  "Write it as YYYY-MM-DD or YYYY-MM-DDThh:mm, for example 2026-12-24T08:30."});
  }
  return minute;
}

std::optional<timing::LocalMinute> read_end_minute(const Node& node) {
  const auto minute = read_local_minute(node);
  const bool whole_day = minute && node.text().value_or("").find('T') == std::string::npos;
  return whole_day ? *minute + timing::kMinutesPerDay : minute;
}

timing::DayRange read_day_range(const Node& from, const Node& until) {
  const timing::DayRange range{read_day(from), read_day(until)};
  if (range.from && range.until && *range.until < *range.from) {
    until.problem("contradiction", {"Das Ende liegt vor dem Anfang.", "The end lies before the beginning."},
                  {"Die beiden Tage tauschen oder berichtigen.", "Swap or correct the two days."});
  }
  return range;
}

std::optional<pack::Website> read_website(const Node& node) {
  if (!node.present() || !node.expect_object({"help", "position", "article", "internal"})) return std::nullopt;
  pack::Website website;
  website.help = static_cast<pack::WebsiteHelp>(node.field("help").one_of(kWebsiteHelpIds).value_or(0));
  website.position = static_cast<pack::ButtonPosition>(node.field("position").one_of(kButtonPositionIds).value_or(0));
  website.article = node.field("article").text(Limits{0, 500}).value_or("");
  website.internal = node.field("internal").texts({0, 200}, {1, 2000});
  return website;
}

// Of all texts in a value.
static uint8_t lists_named_in(const Value& value) {
  uint8_t bits = value.is_string() ? pack::lists_named(value.string()) : 0;
  for (const Value& inside : value) bits |= lists_named_in(inside);
  return bits;
}

std::optional<Network> read_network(const Node& node) {
  const auto number = node.one_of(kNetworkIds);
  return number ? std::optional(static_cast<Network>(*number)) : std::nullopt;
}

Result<pack::Pack> read_pack(const Value& json, size_t number, Examples examples) {
  Report report{std::to_string(number + 1), {}};
  if (const Value* id = json.find("id"); id != nullptr && id->is_string() && !id->string().empty())
    report.document = id->string();
  const Node root(&json, report);
  pack::Pack pack;
  if (!root.expect_object({"$schema",      "format",      "id",           "version",       "name",
                           "owner",        "valid",       "organisation", "timeZone",      "holidays",
                           "roles",        "departments", "topics",       "people",        "responsibilities",
                           "approval",     "protected",   "disclaimers",  "jurisdictions", "legal",
                           "tone",         "rules",       "overrides",    "website",       "holidayRegions",
                           "pauseSharing", "workingTime"},
                          {"format", "id", "version", "name", "rules"})) {
    return std::move(report.problems);
  }
  (void)root.field("$schema").text();
  if (const auto format = root.field("format").integer(0, INT32_MAX); format && *format != 1) {
    root.field("format").problem(
        "unknown-format", {"Dieses Format des Packs ist nicht bekannt.", "This pack format is not known."},
        {"Format 1 verwenden oder Botschaft aktualisieren.", "Use format 1, or update Botschaft."});
  }
  pack.id = root.field("id").id();
  pack.version = root.field("version").text(Limits{1, 40}).value_or("");
  pack.name = root.field("name").localized();
  if (const Node owner = root.field("owner");
      owner.present() && owner.expect_object({"name", "email", "url"}, {"name"})) {
    pack.owner = {owner.field("name").text(Limits{1, 200}).value_or(""),
                  owner.field("email").text(Limits{0, 200}).value_or(""),
                  owner.field("url").text(Limits{0, 2000}).value_or("")};
  }
  if (const Node valid = root.field("valid"); valid.present() && valid.expect_object({"from", "until"})) {
    pack.valid = read_day_range(valid.field("from"), valid.field("until"));
  }
  read_organisation(root.field("organisation"), pack.organisation);
  pack.lists_named = lists_named_in(json);
  pack.time_zone = read_time_zone(root.field("timeZone"));
  const Node holidays = root.field("holidays");
  for (const Node& holiday : holidays.items({0, 1000})) {
    if (!holiday.expect_object({"date", "name"}, {"date", "name"})) continue;
    LocalizedText name = holiday.field("name").localized();
    const auto day = read_day(holiday.field("date"));
    if (!day) continue;
    const timing::LocalMinute midnight = *day * timing::kMinutesPerDay;
    pack.holidays.push_back({midnight, midnight + timing::kMinutesPerDay, std::move(name)});
  }
  pack.departments = read_departments(root.field("departments"));
  read_people(root, pack);
  pack.holiday_regions = root.field("holidayRegions").texts({1, 60}, {1, 60});
  if (const Node work = root.field("workingTime");
      work.present() && work.expect_object({"minutesPerDay"}, {"minutesPerDay"}))
    pack.working_minutes = read_count(work.field("minutesPerDay"), 1, 1440);
  pack.protected_topics = read_protected_topics(root.field("protected"));
  const Node disclaimers = root.field("disclaimers");
  for (const Node& disclaimer : disclaimers.items({0, 100})) pack.disclaimers.push_back(disclaimer.localized());
  const Node rules = root.field("rules");
  const uint8_t jurisdictions = read_bits(root.field("jurisdictions"), pack::kJurisdictionIds, 0);
  const Node tone = root.field("tone");
  const std::vector<Node> rule_nodes = rules.items({0, 20'000});
  const std::vector<Node> tone_nodes = tone.items({0, 200});
  pack.rules.reserve(rule_nodes.size() + tone_nodes.size());
  for (const Node& node : rule_nodes) pack.rules.push_back(read_rule(node, examples));
  for (const Node& node : tone_nodes) pack.rules.push_back(read_tone(node, examples));
  read_pause(root.field("pauseSharing"), pack);
  for (pack::Rule& rule : pack.rules) {
    if (rule.where.jurisdictions == 0) rule.where.jurisdictions = jurisdictions;
  }
  const Node overrides = root.field("overrides");
  for (const Node& change : overrides.items({0, 20'000})) pack.overrides.push_back(read_override(change));
  pack.website = read_website(root.field("website"));
  pack.legal = read_true(root.field("legal"));
  if (!report.problems.empty()) return std::move(report.problems);
  return pack;
}

}  // namespace botschaft::wire
