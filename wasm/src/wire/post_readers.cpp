// Readers of the kinds of check that look at the post as a whole: capitalization, media, placement, similarity.
#include "wire/media_reader.h"
#include "wire/rule_parts.h"

namespace botschaft::wire {

pack::Check read_capitalization_check(const Node& node) {
  using Check = pack::CapitalizationCheck;
  Check check;
  if (!node.expect_object({"type", "terms", "inHashtags", "compounds", "hashtags", "firstLine"})) return check;
  expect_exactly_one(node, {"terms", "hashtags", "firstLine"});
  const Node terms = node.field("terms");
  for (const Node& term : terms.items({1, 20'000})) {
    Check::Term read;
    if (term.json().is_string()) {
      read.text = term.text(kPhraseText).value_or("");
    } else if (term.expect_object({"text", "full", "never"}, {"text"})) {
      read.text = term.field("text").text(kPhraseText).value_or("");
      read.full = term.field("full").text(kPhraseText).value_or("");
      read.never = term.field("never").texts({0, 100}, kPhraseText);
    }
    check.terms.push_back(std::move(read));
  }
  check.in_hashtags = node.field("inHashtags").boolean().value_or(true);
  check.compounds = node.field("compounds").boolean().value_or(false);
  if (const Node hashtags = node.field("hashtags");
      hashtags.present() && hashtags.expect_object({"words"}, {"words"})) {
    check.hashtags = true;
    check.hashtag_words = hashtags.field("words").texts({1, 20'000}, {1, 40});
  }
  constexpr std::string_view kLines[] = {"sentence", "title"};
  if (const auto line = node.field("firstLine").one_of(kLines))
    check.first_line = static_cast<Check::FirstLine>(*line + 1);
  return check;
}

pack::Check read_media_check(const Node& node) {
  // In the order of pack::MediaNeed.
  constexpr std::string_view kNeeds[] = {"altText", "captions", "consent", "noPlace",
                                         "noTime",  "aiLabel",  "source",  "size"};
  pack::MediaCheck check;
  if (!node.expect_object({"type", "need", "labels", "minWidth", "minHeight", "maxBytes"}, {"need"})) return check;
  const Node need = node.field("need");
  if (const auto number = need.one_of(kNeeds)) check.need = static_cast<pack::MediaNeed>(*number);
  const Node labels = node.field("labels");
  if (labels.present()) check.labels = read_phrases(labels, {});
  check.size.min_width = read_count(node.field("minWidth"), 1, 100'000).value_or(0);
  check.size.min_height = read_count(node.field("minHeight"), 1, 100'000).value_or(0);
  check.size.max_bytes = static_cast<uint64_t>(node.field("maxBytes").integer(1, int64_t{1} << 50).value_or(0));
  const bool labelled = check.need == pack::MediaNeed::kAiLabel || check.need == pack::MediaNeed::kSource;
  const bool sized = check.size.min_width > 0 || check.size.min_height > 0 || check.size.max_bytes > 0;
  if (labels.present() && !labelled) {
    labels.problem("contradiction",
                   {"Wörter im Text helfen nur bei „aiLabel“ und „source“.",
                    "Words in the text help only with “aiLabel” and “source”."},
                   {"„labels“ entfernen.", "Remove “labels”."});
  }
  if (sized != (check.need == pack::MediaNeed::kSize)) {
    node.problem("contradiction",
                 {"Zu \"need\": \"size\" gehört eine Grenze, zu allem anderen keine.",
                  "A limit belongs to \"need\": \"size\", and to nothing else."},
                 {"„minWidth“, „minHeight“ oder „maxBytes“ ergänzen oder entfernen.",
                  "Add or remove “minWidth”, “minHeight” or “maxBytes”."});
  }
  return check;
}

pack::Check read_placement_check(const Node& node) {
  constexpr std::string_view kThings[] = {"hashtags", "links"};
  pack::PlacementCheck check;
  if (!node.expect_object({"type", "of"}, {"of"})) return check;
  check.links = node.field("of").one_of(kThings) == 1;
  return check;
}

pack::Check read_similarity_check(const Node& node) {
  constexpr std::string_view kTexts[] = {"captions", "lastPosts"};
  constexpr std::string_view kLevels[] = {"hint", "ask", "warn", "block"};
  pack::SimilarityCheck check;
  if (!node.expect_object({"type", "to", "min", "identical"}, {"to"})) return check;
  check.to_posts = node.field("to").one_of(kTexts) == 1;
  check.min_percent = read_count(node.field("min"), 60, 100).value_or(check.min_percent);
  if (const auto level = node.field("identical").one_of(kLevels)) check.identical = static_cast<Level>(*level);
  return check;
}

}  // namespace botschaft::wire
