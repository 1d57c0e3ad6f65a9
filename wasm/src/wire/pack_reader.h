// Reads packs and their rules, as shared/schema/pack.schema.json describes them.
#pragma once

#include "pack/pack.h"
#include "wire/document.h"

namespace botschaft::wire {

// Whether the rules' examples are wanted: they are more than a quarter of a pack, and nobody asks for those that passed
// before.
enum class Examples : bool { kSkip, kRead };

// `number` names the pack in problems as long as its id is not known.
[[nodiscard]] Result<pack::Pack> read_pack(const Value& json, size_t number, Examples examples = Examples::kRead);

// One rule; problems go to the node's report.
[[nodiscard]] pack::Rule read_rule(const Node& node, Examples examples);

// Where a rule or an override applies; problems go to the node's report.
[[nodiscard]] pack::Where read_where(const Node& node);
// Bits of the names in a list, in the order of `known`; `all` where there is none.
[[nodiscard]] uint8_t read_bits(const Node& list, std::span<const std::string_view> known, uint8_t all);
// The same for more than eight names, up to sixteen.
[[nodiscard]] uint16_t read_many_bits(const Node& list, std::span<const std::string_view> known, uint16_t all);
[[nodiscard]] std::optional<Level> read_level(const Node& node);
[[nodiscard]] pack::Override read_override(const Node& node);
// A check of the kind "patterns".
[[nodiscard]] pack::Check read_patterns_check(const Node& node);
// Reports the patterns of its list that cannot be used. Not part of reading, since packs that were tested before need
// not be asked about again, and asking is half of what patterns cost at the start.
void refuse_patterns(const Node& list, const pack::PatternsCheck& check);
// What to offer instead: one text or several.
[[nodiscard]] std::vector<std::string> read_replacements(const Node& node);
// What rules and the entries of a tone have in common: everything but the check.
void read_rule_frame(const Node& node, Examples wanted, pack::Rule& rule);
// An entry of a pack's "tone", as a rule.
[[nodiscard]] pack::Rule read_tone(const Node& node, Examples examples);

// "pauseSharing" becomes a rule of the pack, whose id is known.
void read_pause(const Node& node, pack::Pack& pack);

// The forms of time that packs and libraries share; problems go to the node's report.
[[nodiscard]] std::optional<timing::Day> read_day(const Node& node);
[[nodiscard]] std::optional<timing::LocalMinute> read_local_minute(const Node& node);
// A period's end: a day alone includes that day.
[[nodiscard]] std::optional<timing::LocalMinute> read_end_minute(const Node& node);
[[nodiscard]] timing::DayRange read_day_range(const Node& from, const Node& until);
[[nodiscard]] std::optional<Network> read_network(const Node& node);

inline constexpr std::string_view kNetworkIds[] = {"linkedin", "x",       "facebook",  "xing",    "bluesky",
                                                   "mastodon", "threads", "instagram", "intranet"};
inline constexpr std::string_view kKindIds[] = {"post", "comment", "reply"};
inline constexpr std::string_view kWebsiteHelpIds[] = {"inline", "panel", "off"};
inline constexpr std::string_view kButtonPositionIds[] = {"corner", "start", "end"};
inline constexpr std::string_view kLanguageIds[] = {"de", "en"};

}  // namespace botschaft::wire
