#include "wire/pack_reader.h"

namespace botschaft::wire {
namespace {

constexpr Limits kPatternText{1, 1'000};
constexpr Limits kNeighbourText{1, 300};

void read_flag(const Node& node, match::PatternFlag flag, uint32_t& flags) {
  const std::optional<bool> value = node.boolean();
  if (value) flags = *value ? flags | flag : flags & ~static_cast<uint32_t>(flag);
}

// By PatternSide.
constexpr std::string_view kSides[match::kPatternSides] = {"before", "notBefore", "after", "notAfter", "unless"};

// Words, or {"pattern": "…"}; what the check says for this side no longer counts.
void read_neighbours(const Node& list, match::PatternSide side, std::vector<match::Neighbour>& neighbours) {
  if (!list.present()) return;
  std::erase_if(neighbours, [&](const match::Neighbour& neighbour) { return neighbour.side == side; });
  for (const Node& node : list.items({0, 200})) {
    const bool is_pattern = !node.json().is_string();
    if (is_pattern && !node.expect_object({"pattern"}, {"pattern"})) continue;
    auto text = is_pattern ? node.field("pattern").text(kPatternText) : node.text(kNeighbourText);
    if (text) neighbours.push_back({side, is_pattern, std::move(*text)});
  }
}

// What a pattern says for itself, or a check for all its patterns.
void read_options(const Node& node, match::PatternOptions& options) {
  constexpr std::string_view kUnits[] = {"text", "paragraph", "sentence", "line", "heading"};
  read_flag(node.field("case"), match::kPatternMatchesCase, options.flags);
  read_flag(node.field("word"), match::kPatternIsWord, options.flags);
  read_flag(node.field("links"), match::kPatternSeesLinks, options.flags);
  if (const auto unit = node.field("within").one_of(kUnits)) options.unit = static_cast<match::PatternUnit>(*unit);
  for (size_t side = 0; side < match::kPatternSides; ++side) {
    const Node list = node.field(kSides[side]);
    read_neighbours(list, static_cast<match::PatternSide>(side), options.neighbours);
  }
}

bool names_group(const std::string& replacement) {
  for (size_t at = 0; at + 1 < replacement.size(); ++at) {
    if (replacement[at] != '$') continue;
    ++at;
    if (replacement[at] >= '1' && replacement[at] <= '9') return true;
  }
  return false;
}

}  // namespace

pack::Check read_patterns_check(const Node& node) {
  pack::PatternsCheck check;
  if (!node.expect_object({"type", "patterns", "case", "word", "links", "within", "before", "notBefore", "after",
                           "notAfter", "unless", "except"},
                          {"patterns"}))
    return check;
  match::PatternOptions defaults;
  read_options(node, defaults);
  const Node patterns = node.field("patterns");
  for (const Node& item : patterns.items({1, match::kMaxPatterns})) {
    pack::Pattern pattern{"", defaults, {}, false};
    const bool is_text = item.json().is_string();
    if (!is_text) {
      if (!item.expect_object({"text", "case", "word", "links", "within", "before", "notBefore", "after", "notAfter",
                               "unless", "replace"},
                              {"text"}))
        continue;
      read_options(item, pattern.options);
      pattern.replace = read_replacements(item.field("replace"));
      for (const std::string& replacement : pattern.replace) {
        if (names_group(replacement)) pattern.options.flags |= match::kPatternGivesGroups;
      }
    }
    const Node text = is_text ? item : item.field("text");
    if (auto value = text.text(kPatternText)) pattern.text = std::move(*value);
    check.patterns.push_back(std::move(pattern));
  }
  check.except = node.field("except").texts({0, 20'000}, kNeighbourText);
  return check;
}

void refuse_patterns(const Node& list, const pack::PatternsCheck& check) {
  const std::vector<Node> items = list.items();
  if (items.size() != check.patterns.size()) return;  // one of them could not even be read
  for (size_t number = 0; number < items.size(); ++number) {
    const pack::Pattern& pattern = check.patterns[number];
    if (pattern.text.empty()) continue;
    auto refusal = match::refuse_pattern(pattern.text, pattern.options);
    if (!refusal) continue;
    const Node text = items[number].json().is_string() ? items[number] : items[number].field("text");
    text.problem("bad-pattern", std::move(refusal->reason), std::move(refusal->mend));
  }
}

}  // namespace botschaft::wire
