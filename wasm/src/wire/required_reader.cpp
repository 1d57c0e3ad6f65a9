// Reads the kind of check "required".
#include "wire/rule_parts.h"

namespace botschaft::wire {

pack::Check read_required_check(const Node& node) {
  pack::RequiredCheck check;
  if (!node.expect_object({"type", "oneOf", "weak", "links", "inflect", "within", "amongHashtags", "inClosingHashtags",
                           "negation", "insert"},
                          {"oneOf"}))
    return check;
  PhraseDefaults defaults;
  defaults.inflect = node.field("inflect").boolean().value_or(false);
  check.one_of = read_phrases(node.field("oneOf"), defaults);
  if (const Node weak = node.field("weak"); weak.present()) check.weak = read_phrases(weak, {});
  check.links = node.field("links").texts(kManyTexts, kPhraseText);
  if (const Node within = node.field("within");
      within.present() && within.expect_object({"first", "last", "firstWord", "beforeFold"})) {
    expect_exactly_one(within, {"first", "last", "firstWord", "beforeFold"});
    check.within_first = read_count(within.field("first"), 1, 100'000);
    check.within_last = read_count(within.field("last"), 1, 100'000);
    check.first_word = read_true(within.field("firstWord"));
    check.before_fold = read_true(within.field("beforeFold"));
  }
  check.among_hashtags = node.field("amongHashtags").boolean().value_or(true);
  check.in_closing_hashtags = node.field("inClosingHashtags").boolean().value_or(true);
  check.negated = read_matches(node.field("negation"));
  if (const Node insert = node.field("insert");
      insert.present() && insert.expect_object({"text", "at"}, {"text", "at"})) {
    constexpr std::string_view kPlaces[] = {"start", "end"};
    check.insert = insert.field("text").localized();
    check.insert_at_end = insert.field("at").one_of(kPlaces) == 1;
  }
  return check;
}

}  // namespace botschaft::wire
