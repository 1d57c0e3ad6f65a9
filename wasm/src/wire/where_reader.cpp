// Reads where rules apply, and what later packs change about that.
#include <algorithm>

#include "wire/pack_reader.h"
#include "wire/rule_parts.h"

namespace botschaft::wire {
namespace {

std::vector<std::string> read_ids(const Node& list, Limits count) {
  std::vector<std::string> ids;
  for (const Node& item : list.items(count)) ids.push_back(item.id());
  return ids;
}

}  // namespace

uint16_t read_many_bits(const Node& list, std::span<const std::string_view> known, uint16_t all) {
  if (!list.present()) return all;
  uint16_t bits = 0;
  for (const Node& item : list.items({1, known.size()})) {
    if (const auto number = item.one_of(known)) bits = static_cast<uint16_t>(bits | 1U << *number);
  }
  return bits;
}

uint8_t read_bits(const Node& list, std::span<const std::string_view> known, uint8_t all) {
  return static_cast<uint8_t>(read_many_bits(list, known, all));
}

std::optional<Level> read_level(const Node& node) {
  constexpr std::string_view kLevels[] = {"hint", "ask", "warn", "block"};
  const auto level = node.one_of(kLevels);
  return level ? std::optional(static_cast<Level>(*level)) : std::nullopt;
}

pack::Where read_where(const Node& node) {
  pack::Where where;
  if (!node.present() ||
      !node.expect_object({"networks", "kinds", "languages", "jurisdictions", "roles", "exceptRoles", "from", "until"}))
    return where;
  where.networks = read_many_bits(node.field("networks"), kNetworkIds, where.networks);
  where.kinds = read_bits(node.field("kinds"), kKindIds, where.kinds);
  const uint8_t languages = read_bits(node.field("languages"), kLanguageIds, 0b11);
  where.german = (languages & 1) != 0;
  where.english = (languages & 2) != 0;
  where.jurisdictions = read_bits(node.field("jurisdictions"), pack::kJurisdictionIds, 0);
  where.roles = read_ids(node.field("roles"), {1, 100});
  where.except_roles = read_ids(node.field("exceptRoles"), {1, 100});
  where.days = read_day_range(node.field("from"), node.field("until"));
  const bool excluded = std::any_of(where.roles.begin(), where.roles.end(), [&](const std::string& role) {
    return std::find(where.except_roles.begin(), where.except_roles.end(), role) != where.except_roles.end();
  });
  if (excluded) {
    node.problem(
        "contradiction",
        {"Dieselbe Rolle steht in „roles“ und „exceptRoles“.", "The same role is in “roles” and “exceptRoles”."},
        {"Sie aus einer der beiden Listen entfernen.", "Remove it from one of the two lists."});
  }
  return where;
}

pack::Override read_override(const Node& node) {
  pack::Override change;
  change.place = node.place();
  if (!node.expect_object({"rule", "level", "off", "where", "applyTo", "reason"}, {"rule", "reason"})) return change;
  change.rule = node.field("rule").id();
  change.level = read_level(node.field("level"));
  const Node off = node.field("off");
  change.off = read_true(off);
  const Node where = node.field("where");
  change.everywhere = !where.present();
  change.where = read_where(where);
  const Node apply_to = node.field("applyTo");
  change.apply_to = read_where(apply_to);
  if (apply_to.present() && apply_to.json().is_object()) {
    constexpr std::pair<std::string_view, pack::Override::Key> kKeys[] = {{"networks", pack::Override::kNetworks},
                                                                          {"kinds", pack::Override::kKinds},
                                                                          {"languages", pack::Override::kLanguages},
                                                                          {"roles", pack::Override::kRoles},
                                                                          {"exceptRoles", pack::Override::kExceptRoles},
                                                                          {"from", pack::Override::kDays},
                                                                          {"until", pack::Override::kDays},
                                                                          {"jurisdictions", pack::Override::kLaw}};
    for (const auto& [key, bit] : kKeys) {
      if (apply_to.field(key).present()) change.keys = static_cast<uint8_t>(change.keys | bit);
    }
  }
  change.reason = node.field("reason").localized();
  const bool both = off.present() && (node.field("level").present() || apply_to.present());
  if (both || !(off.present() || node.field("level").present() || apply_to.present())) {
    node.problem("contradiction",
                 {"Hier steht entweder „off“ oder „level“, „applyTo“ oder beide davon.",
                  "This takes either “off”, or “level”, “applyTo” or both of these."},
                 {"Sagen, was sich an der Regel ändert, und den Rest weglassen.",
                  "Say what changes about the rule, and leave out the rest."});
  }
  return change;
}

}  // namespace botschaft::wire
