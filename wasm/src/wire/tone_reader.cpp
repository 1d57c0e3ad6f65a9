// Reads the entries of a pack's "tone": where a dimension should be, and where it must not be.
#include "wire/pack_reader.h"

namespace botschaft::wire {
namespace {

// The dimensions' names for people, in their order.
const LocalizedText kNames[] = {
    {"Förmlichkeit", "Formality"},
    {"Freundlichkeit", "Friendliness"},
    {"Gewissheit", "Certainty"},
    {"Werbeton", "Hype"},
    {"Schärfe", "Aggression"},
    {"Fachjargon", "Jargon"},
    {"Verständlichkeit", "Plainness"},
    {"Einbeziehung", "Inclusiveness"},
    {"Energie", "Energy"},
    {"Anrede", "Address"},
};
static_assert(std::size(kNames) == tone::kDimensionCount);

std::optional<uint32_t> read_percent(const Node& node) {
  const auto value = node.integer(0, 100);
  return value ? std::optional(static_cast<uint32_t>(*value)) : std::nullopt;
}

void expect_rising(const Node& node, const std::optional<uint32_t>& min, const std::optional<uint32_t>& max) {
  if (!min || !max || *min <= *max) return;
  node.problem("contradiction",
               {"„max“ ist kleiner als „min“: Kein Text kann das erfüllen.",
                "“max” is less than “min”: no text can satisfy this."},
               {"Eine der beiden Zahlen ändern.", "Change one of the two numbers."});
}

}  // namespace

pack::Rule read_tone(const Node& node, Examples examples) {
  pack::Rule rule;
  rule.place = node.place();
  pack::ToneCheck check;
  if (!node.expect_object({"id", "dimension", "target", "min", "max", "minWords", "level", "title", "message", "reason",
                           "section", "source", "url", "where", "when", "replaces", "examples"},
                          {"id", "dimension"})) {
    rule.check = check;
    return rule;
  }
  read_rule_frame(node, examples, rule);
  rule.group = pack::Group::kTone;
  if (const auto dimension = node.field("dimension").one_of(tone::kDimensionIds)) {
    check.dimension = static_cast<tone::Dimension>(*dimension);
    if (rule.title.empty()) rule.title = kNames[*dimension];
  }
  check.min = read_percent(node.field("min"));
  check.max = read_percent(node.field("max"));
  expect_rising(node, check.min, check.max);
  const Node target = node.field("target");
  if (target.present() && target.expect_object({"min", "max"})) {
    check.target_min = read_percent(target.field("min"));
    check.target_max = read_percent(target.field("max"));
    expect_rising(target, check.target_min, check.target_max);
  }
  if (const auto words = node.field("minWords").integer(1, 10'000)) check.min_words = static_cast<uint32_t>(*words);
  const bool bounded = node.field("min").present() || node.field("max").present();
  if (!bounded && (!target.present() || !target.json().is_object() || target.json().empty())) {
    node.problem("missing-key", {"Es fehlt, wo der Ton liegen soll.", "It is not said where the tone should be."},
                 {"„min“, „max“ oder „target“ ergänzen.", "Add “min”, “max” or “target”."});
  }
  if (!bounded && node.field("level").present()) {
    node.field("level").problem("contradiction",
                                {"Ohne „min“ und „max“ gibt es keinen Hinweis, also auch keine Stufe.",
                                 "Without “min” and “max” there is no finding, and so no level."},
                                {"Eine Grenze ergänzen oder „level“ entfernen.", "Add a bound, or remove “level”."});
  }
  rule.check = check;
  return rule;
}

}  // namespace botschaft::wire
