#include <algorithm>

#include "wire/media_reader.h"
#include "wire/pack_reader.h"
#include "wire/rule_parts.h"

namespace botschaft::wire {
namespace {

void require_visible(const Node& node, const std::string& text) {
  if (text.find_first_not_of(" \t\r\n") != std::string::npos) return;
  node.problem("empty-phrase", {"Der Ausdruck besteht nur aus Leerzeichen.", "The phrase is only white space."},
               {"Wörter eintragen oder den Eintrag entfernen.", "Write words, or remove the entry."});
}

}  // namespace

std::vector<pack::Phrase> read_phrases(const Node& list, const PhraseDefaults& defaults) {
  std::vector<pack::Phrase> phrases;
  for (const Node& node : list.items({1, 200'000})) {
    pack::Phrase phrase;
    phrase.match_case = defaults.match_case;
    phrase.inflect = defaults.inflect;
    phrase.umlauts = defaults.umlauts;
    phrase.compounds = defaults.compounds;
    phrase.joined = defaults.joined;
    if (node.json().is_string()) {
      phrase.text = node.text(kPhraseText).value_or("");
    } else if (node.expect_object({"text", "case", "inflect", "umlauts", "compounds", "joined", "replace", "except"},
                                  {"text"})) {
      phrase.text = node.field("text").text(kPhraseText).value_or("");
      phrase.match_case = node.field("case").boolean().value_or(phrase.match_case);
      phrase.inflect = node.field("inflect").boolean().value_or(phrase.inflect);
      phrase.umlauts = node.field("umlauts").boolean().value_or(phrase.umlauts);
      phrase.compounds = node.field("compounds").boolean().value_or(phrase.compounds);
      phrase.joined = node.field("joined").boolean().value_or(phrase.joined);
      phrase.replace = read_replacements(node.field("replace"));
      phrase.except = node.field("except").texts(kManyTexts, kPhraseText);
    }
    const bool replaces_itself =
        phrase.match_case && !phrase.inflect && !phrase.umlauts && !phrase.joined &&
        std::find(phrase.replace.begin(), phrase.replace.end(), phrase.text) != phrase.replace.end();
    if (replaces_itself) {
      node.problem("contradiction",
                   {"„" + phrase.text + "“ wird durch sich selbst ersetzt und darum nie gefunden.",
                    "“" + phrase.text + "” is replaced by itself, and so never found."},
                   {"Unter „text“ schreiben, was falsch ist, unter „replace“, was richtig ist.",
                    "Write what is wrong under “text”, and what is right under “replace”."});
    }
    require_visible(node, phrase.text.empty() ? "-" : phrase.text);
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

std::optional<uint32_t> read_count(const Node& node, int64_t min, int64_t max) {
  const auto value = node.integer(min, max);
  return value ? std::optional(static_cast<uint32_t>(*value)) : std::nullopt;
}

void expect_exactly_one(const Node& node, std::initializer_list<std::string_view> keys) {
  size_t present = 0;
  std::string names;
  for (const std::string_view key : keys) {
    present += node.field(key).present() ? 1 : 0;
    names.append(names.empty() ? "" : ", ").append(key);
  }
  if (present == 1) return;
  node.problem("contradiction",
               {"Hier steht genau eines von: " + names + ".", "This takes exactly one of: " + names + "."},
               {"Die übrigen entfernen (oder eigene Regeln daraus machen) oder das fehlende ergänzen.",
                "Remove the others (or make them rules of their own), or add the missing one."});
}

bool read_matches(const Node& node) {
  constexpr std::string_view kChoices[] = {"match", "ignore"};
  return node.one_of(kChoices).value_or(0) == 0;
}

bool read_true(const Node& node) {
  const std::optional<bool> value = node.boolean();
  if (value != false) return value.has_value();
  node.problem("unknown-value", {"„false“ ist hier nicht möglich.", "“false” is not possible here."},
               {"true eintragen oder den Schlüssel weglassen.", "Write true, or leave the key out."});
  return false;
}

namespace {

pack::Check read_phrases_check(const Node& node) {
  pack::PhrasesCheck check;
  if (!node.expect_object(
          {"type", "phrases", "case", "inflect", "umlauts", "compounds", "joined", "except", "negation", "quotes"},
          {"phrases"}))
    return check;
  const PhraseDefaults defaults{
      node.field("case").boolean().value_or(false), node.field("inflect").boolean().value_or(false),
      node.field("umlauts").boolean().value_or(false), node.field("compounds").boolean().value_or(false),
      node.field("joined").boolean().value_or(false)};
  check.phrases = read_phrases(node.field("phrases"), defaults);
  check.except = node.field("except").texts(kManyTexts, kPhraseText);
  check.negated = read_matches(node.field("negation"));
  check.quoted = read_matches(node.field("quotes"));
  return check;
}

pack::Check read_count_check(const Node& node) {
  pack::CountCheck check;
  if (!node.expect_object({"type", "of", "max", "min"}, {"of"})) return check;
  constexpr std::string_view kCountables[] = {"characters", "words",       "sentenceWords", "paragraphWords",
                                              "lines",      "hashtags",    "mentions",      "links",
                                              "emoji",      "exclamations"};
  const auto of = node.field("of").one_of(kCountables);
  if (of) check.of = static_cast<pack::Countable>(*of);
  const Node max = node.field("max");
  if (max.present() && max.json().is_string()) {
    constexpr std::string_view kNetwork[] = {"network"};
    check.max_is_network = max.one_of(kNetwork).has_value();
    if (check.max_is_network && of && check.of != pack::Countable::kCharacters) {
      max.problem(
          "contradiction",
          {"Nur für Zeichen gibt es eine Grenze des Netzwerks.", "Only characters have a limit of the network."},
          {"Eine Zahl eintragen.", "Write a number."});
    }
  } else {
    check.max = read_count(max, 0, 1'000'000);
  }
  check.min = read_count(node.field("min"), 1, 1'000'000);
  if (!max.present() && !node.field("min").present()) {
    node.problem(
        "missing-key",
        {"Es fehlt, wie viel höchstens oder mindestens sein soll.", "It is not said how much at most or at least."},
        {"„max“ oder „min“ ergänzen.", "Add “max” or “min”."});
  }
  if (check.max && check.min && *check.max < *check.min) {
    node.problem("contradiction",
                 {"„max“ ist kleiner als „min“: Kein Text kann das erfüllen.",
                  "“max” is less than “min”: no text can satisfy this."},
                 {"Eine der beiden Zahlen ändern.", "Change one of the two numbers."});
  }
  return check;
}

pack::Check read_links_check(const Node& node) {
  pack::LinksCheck check;
  if (!node.expect_object({"type", "allow", "forbid", "params", "secure"})) return check;
  expect_exactly_one(node, {"allow", "forbid", "params", "secure"});
  check.allow = node.field("allow").texts(kManyTexts, kPhraseText);
  check.forbid = node.field("forbid").texts(kManyTexts, kPhraseText);
  check.secure = read_true(node.field("secure"));
  const Node params = node.field("params");
  if (!params.present() || !params.expect_object({"on", "require"}, {"on", "require"})) return check;
  check.params_on = params.field("on").texts(kManyTexts, kPhraseText);
  const Node require = params.field("require");
  if (!require.json().is_object()) {
    require.wrong_type("an object", "ein Objekt");
    return check;
  }
  for (const Value& entry : require.json()) {
    if (auto value = require.field(entry.key()).text(Limits{0, 200}))
      check.params.emplace_back(entry.key(), std::move(*value));
  }
  return check;
}

pack::Check read_shouting_check(const Node& node) {
  pack::ShoutingCheck check;
  if (!node.expect_object({"type", "minLetters", "minWords", "except"})) return check;
  check.min_letters = read_count(node.field("minLetters"), 2, 50).value_or(check.min_letters);
  check.min_words = read_count(node.field("minWords"), 1, 50).value_or(check.min_words);
  check.except = node.field("except").texts(kManyTexts, kPhraseText);
  return check;
}

pack::Check read_lookalikes_check(const Node& node) {
  (void)node.expect_object({"type"});
  return pack::LookalikesCheck{};
}

pack::Check read_personal_data_check(const Node& node) {
  // In the order of text::PersonalKind.
  constexpr std::string_view kKinds[] = {"credential", "iban", "email", "paymentCard", "phone", "licencePlate"};
  pack::PersonalDataCheck check;
  if (!node.expect_object({"type", "of", "allow"})) return check;
  check.kinds = read_bits(node.field("of"), kKinds, check.kinds);
  check.allow = node.field("allow").texts(kManyTexts, kPhraseText);
  return check;
}

pack::Check read_readability_check(const Node& node) {
  pack::ReadabilityCheck check;
  if (!node.expect_object({"type", "min", "minWords"}, {"type", "min"})) return check;
  check.min = read_count(node.field("min"), 1, 100).value_or(check.min);
  check.min_words = read_count(node.field("minWords"), 1, 10'000).value_or(check.min_words);
  return check;
}

pack::Check read_consistency_check(const Node& node) {
  pack::ConsistencyCheck check;
  if (!node.expect_object({"type", "sets"}, {"type", "sets"})) return check;
  const Node sets = node.field("sets");
  for (const Node& set : sets.items({1, 10'000})) check.sets.push_back(set.texts({2, 20}, kPhraseText));
  return check;
}

pack::Check read_acronym_check(const Node& node) {
  pack::AcronymCheck check;
  if (!node.expect_object({"type", "known", "beforeUse"})) return check;
  check.known = node.field("known").texts(kManyTexts, kPhraseText);
  check.before_use = node.field("beforeUse").boolean().value_or(false);
  return check;
}

pack::Check read_repetition_check(const Node& node) {
  pack::RepetitionCheck check;
  if (!node.expect_object({"type", "of", "max", "except"})) return check;
  constexpr std::string_view kThings[] = {"inARow", "words", "emoji"};
  if (const auto of = node.field("of").one_of(kThings)) check.of = static_cast<pack::RepetitionCheck::Of>(*of);
  const Node max = node.field("max");
  check.max = read_count(max, 1, 1000).value_or(check.max);
  if (max.present() != (check.of != pack::RepetitionCheck::Of::kInARow)) {
    node.problem("contradiction",
                 {"„max“ gehört zu „words“ und „emoji“, nicht zu „inARow“.",
                  "“max” belongs to “words” and “emoji”, not to “inARow”."},
                 {"„max“ ergänzen oder entfernen.", "Add or remove “max”."});
  }
  check.except = node.field("except").texts(kManyTexts, kPhraseText);
  return check;
}

pack::Check read_question_check(const Node& node) {
  pack::QuestionCheck check;
  if (!node.expect_object({"type", "expect", "otherwise"})) return check;
  constexpr std::string_view kAnswers[] = {"yes", "no"};
  constexpr std::string_view kOtherwise[] = {"hint", "warn", "block"};
  constexpr Level kOtherwiseLevels[] = {Level::kHint, Level::kWarn, Level::kBlock};
  check.expect_yes = node.field("expect").one_of(kAnswers).value_or(0) == 0;
  check.otherwise = kOtherwiseLevels[node.field("otherwise").one_of(kOtherwise).value_or(1)];
  return check;
}

// The kinds of check by name: adding one is adding a row, a reader and a file in check/.
struct CheckKind {
  std::string_view type;
  pack::Check (*read)(const Node&);
};
constexpr CheckKind kCheckKinds[] = {
    {"phrases", read_phrases_check},
    {"required", read_required_check},
    {"count", read_count_check},
    {"links", read_links_check},
    {"shouting", read_shouting_check},
    {"lookalikes", read_lookalikes_check},
    {"personalData", read_personal_data_check},
    {"readability", read_readability_check},
    {"consistency", read_consistency_check},
    {"acronym", read_acronym_check},
    {"repetition", read_repetition_check},
    {"capitalization", read_capitalization_check},
    {"media", read_media_check},
    {"placement", read_placement_check},
    {"similarity", read_similarity_check},
    {"address", read_address_check},
    {"gender", read_gender_check},
    {"voice", read_voice_check},
    {"calendar", read_calendar_check},
    {"frequency", read_frequency_check},
    {"rest", read_rest_check},
    {"question", read_question_check},
    {"patterns", read_patterns_check},
};

pack::Check read_check(const Node& node) {
  if (!node.json().is_object()) {
    node.wrong_type("an object", "ein Objekt");
    return {};
  }
  const Node type = node.field("type");
  if (!type.present()) {
    node.problem("missing-key", {"„type“ fehlt.", "“type” is missing."},
                 {"Die Art der Prüfung nennen, zum Beispiel \"type\": \"phrases\".",
                  "Name the kind of check, for example \"type\": \"phrases\"."});
    return {};
  }
  std::vector<std::string_view> names;
  for (const CheckKind& kind : kCheckKinds) names.push_back(kind.type);
  const auto number = type.one_of(names);
  return number ? kCheckKinds[*number].read(node) : pack::Check{};
}

pack::Condition read_condition(const Node& node) {
  pack::Condition condition;
  if (!node.expect_object({"phrases", "links", "media"})) return condition;
  if (node.json().empty()) {
    node.problem("missing-key", {"Die Bedingung ist leer.", "The condition is empty."},
                 {"„phrases“, „links“ oder „media“ ergänzen.", "Add “phrases”, “links” or “media”."});
  }
  if (const Node phrases = node.field("phrases"); phrases.present()) condition.phrases = read_phrases(phrases, {});
  if (const Node links = node.field("links"); links.present()) {
    if (links.json().is_boolean()) {
      condition.any_link = links.boolean().value_or(false);
      if (!condition.any_link) {
        links.problem("unknown-value", {"„false“ ist hier nicht möglich.", "“false” is not possible here."},
                      {"true, eine Liste von Domains oder gar nichts angeben.",
                       "Give true, a list of domains, or nothing at all."});
      }
    } else {
      condition.link_domains = links.texts(kManyTexts, kPhraseText);
    }
  }
  constexpr std::string_view kMedia[] = {"image", "video", "any"};
  if (const auto media = node.field("media").one_of(kMedia)) condition.media = static_cast<pack::Media>(*media + 1);
  return condition;
}

pack::Example read_example(const Node& node) {
  pack::Example example;
  constexpr Limits kText{0, 20'000};
  if (node.json().is_string()) {
    example.text = node.text(kText).value_or("");
    return example;
  }
  if (!node.expect_object({"text", "network", "kind", "lang", "role", "at", "images", "videos", "media", "posted",
                           "worked", "embargo", "expires", "item", "topics", "lastPosts", "captions", "answer"},
                          {"text"}))
    return example;
  example.text = node.field("text").text(kText).value_or("");
  example.network = read_network(node.field("network"));
  if (const auto kind = node.field("kind").one_of(kKindIds)) example.kind = static_cast<Kind>(*kind);
  if (const auto language = node.field("lang").one_of(kLanguageIds)) {
    example.language = *language == 0 ? text::Language::kGerman : text::Language::kEnglish;
  }
  example.role = node.field("role").id();
  example.at = read_local_minute(node.field("at"));
  example.images = read_count(node.field("images"), 0, 100).value_or(0);
  example.videos = read_count(node.field("videos"), 0, 100).value_or(0);
  example.media = read_media(node.field("media"));
  example.last_posts = node.field("lastPosts").texts({0, 20}, kText);
  example.captions = node.field("captions").texts({0, 20}, kText);
  read_example_history(node, example);
  constexpr std::string_view kAnswers[] = {"yes", "no"};
  if (const auto answer = node.field("answer").one_of(kAnswers)) example.answer_yes = *answer == 0;
  return example;
}

std::vector<pack::Example> read_examples(const Node& list) {
  std::vector<pack::Example> examples;
  for (const Node& node : list.items({0, 1000})) examples.push_back(read_example(node));
  return examples;
}

// A misspelt placeholder would reach the author as it stands.
void check_placeholders(const Node& node, const std::string& text) {
  constexpr std::string_view kKnown[] = {"company", "product", "domain",  "handle", "competitor",
                                         "match",   "count",   "max",     "min",    "next",
                                         "period",  "why",     "instead", "words",  "expected"};
  for (size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    const size_t close = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", open + 1);
    if (close == std::string::npos || text[close] != '}' || close == open + 1) continue;
    const std::string name = text.substr(open + 1, close - open - 1);
    if (std::find(std::begin(kKnown), std::end(kKnown), name) != std::end(kKnown)) continue;
    LocalizedText mend;
    if (const auto near = nearest(name, kKnown)) {
      mend.de.append("Gemeint ist wohl {").append(*near).append("}.");
      mend.en.append("Did you mean {").append(*near).append("}?");
    } else {
      mend = {
          "Möglich sind {match}, {count}, {max}, {min}, {next}, {period}, {why}, {instead}, {words}, {expected}, "
          "{company}, "
          "{product}, "
          "{domain}, "
          "{handle}, "
          "{competitor}.",
          "Possible are {match}, {count}, {max}, {min}, {next}, {period}, {why}, {instead}, {words}, {expected}, "
          "{company}, "
          "{product}, "
          "{domain}, "
          "{handle}, "
          "{competitor}."};
    }
    node.problem("unknown-placeholder",
                 {"Den Platzhalter {" + name + "} gibt es nicht.", "There is no placeholder {" + name + "}."},
                 std::move(mend));
  }
}

}  // namespace

std::vector<std::string> read_replacements(const Node& node) {
  if (!node.present() || !node.json().is_string()) return node.texts({0, 10}, {0, 300});
  return {node.text(Limits{0, 300}).value_or("")};
}

void read_rule_frame(const Node& node, Examples wanted, pack::Rule& rule) {
  rule.id = node.field("id").id();
  rule.level = read_level(node.field("level")).value_or(rule.level);
  if (const auto group = node.field("group").one_of(kGroupIds)) rule.group = static_cast<pack::Group>(*group + 1);
  rule.title = node.field("title").localized();
  const Node message = node.field("message");
  rule.message = message.localized();
  check_placeholders(message, rule.message.de);
  check_placeholders(message, rule.message.en);
  rule.reason = node.field("reason").localized();
  rule.section = node.field("section").text(Limits{0, 120}).value_or("");
  rule.source = node.field("source").text(Limits{0, 500}).value_or("");
  rule.url = node.field("url").text(Limits{0, 2000}).value_or("");
  rule.where = read_where(node.field("where"));
  const Node when = node.field("when");
  for (const Node& condition : when.items({0, 20})) rule.when.push_back(read_condition(condition));
  const Node replaces = node.field("replaces");
  for (const Node& id : replaces.items()) rule.replaces.push_back(id.id());
  if (wanted == Examples::kSkip) return;
  if (const Node examples = node.field("examples"); examples.present() && examples.expect_object({"good", "bad"})) {
    rule.good = read_examples(examples.field("good"));
    rule.bad = read_examples(examples.field("bad"));
  }
}

pack::Rule read_rule(const Node& node, Examples examples) {
  pack::Rule rule;
  rule.place = node.place();
  const bool complete = node.expect_object({"id", "level", "group", "title", "message", "reason", "section", "source",
                                            "url", "where", "when", "replaces", "check", "examples"},
                                           {"id", "level", "title", "message", "check"});
  if (!complete) return rule;
  read_rule_frame(node, examples, rule);
  const Node check = node.field("check");
  rule.check = read_check(check);
  const auto* patterns = std::get_if<pack::PatternsCheck>(&rule.check);
  if (patterns != nullptr && examples == Examples::kRead) refuse_patterns(check.field("patterns"), *patterns);
  return rule;
}

}  // namespace botschaft::wire
