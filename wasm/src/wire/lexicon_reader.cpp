#include "wire/lexicon_reader.h"

#include <utility>

#include "wire/pack_reader.h"

namespace botschaft::wire {
namespace {

constexpr Limits kWords{1, 2'000'000};  // code points in one list

void read_group(const Node& node, tone::Lexicon& lexicon) {
  if (!node.expect_object({"id", "source", "reason", "role", "dimension", "weight", "languages", "words"},
                          {"id", "source", "words"})) {
    return;
  }
  tone::Group group;
  group.id = node.field("id").id();
  group.source = node.field("source").text(Limits{1, 500}).value_or("");
  group.reason = node.field("reason").localized();
  // In the order of tone::Role.
  constexpr std::string_view kRoles[] = {"moves",   "negates", "negatesNext", "strengthens",
                                         "weakens", "turns",   "nothing"};
  group.role = static_cast<tone::Role>(node.field("role").one_of(kRoles).value_or(0));
  const Node dimension = node.field("dimension");
  const Node weight = node.field("weight");
  group.dimension = static_cast<tone::Dimension>(
      dimension.one_of(std::span(tone::kDimensionIds).first(tone::kWordedDimensionCount)).value_or(0));
  group.weight = static_cast<int32_t>(weight.integer(-100, 100).value_or(0));
  const bool moves = group.role == tone::Role::kMoves;
  if (moves != dimension.present() || moves != weight.present()) {
    node.problem(
        "contradiction",
        {"„dimension“ und „weight“ gehören zu Wörtern, die etwas bewegen, und nur zu ihnen.",
         "“dimension” and “weight” belong to words that move something, and only to them."},
        {"Beide ergänzen, oder beide entfernen und „role“ angeben.", "Add both, or remove both and give a “role”."});
  }
  if (const Node languages = node.field("languages"); languages.present()) {
    group.german = group.english = false;
    for (const Node& language : languages.items({1, 2})) {
      const auto number = language.one_of(kLanguageIds);
      group.german |= number == 0;
      group.english |= number == 1;
    }
  }
  std::string words;
  const Node lists = node.field("words");
  for (const Node& list : lists.items({1, 20'000})) {
    if (!words.empty()) words += '|';
    words += list.text(kWords).value_or("");
  }
  lexicon.add(std::move(group), std::move(words));
}

}  // namespace

Result<tone::Lexicon> read_lexicon(const Value& json) {
  Report report{"lexicon", {}};
  const Node root(&json, report);
  tone::Lexicon lexicon;
  if (root.expect_object({"$schema", "format", "groups"}, {"format", "groups"})) {
    (void)root.field("$schema").text();
    (void)root.field("format").integer(1, 1);
    const Node groups = root.field("groups");
    for (const Node& group : groups.items({0, 2'000})) read_group(group, lexicon);
  }
  if (!report.problems.empty()) return std::move(report.problems);
  return lexicon;
}

}  // namespace botschaft::wire
