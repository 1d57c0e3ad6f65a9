#include "wire/protected_reader.h"

#include <algorithm>

#include "wire/rule_parts.h"

namespace botschaft::wire {
namespace {

constexpr auto kNeverSilenced = static_cast<size_t>(pack::Group::kLaw) - 1;  // from here on, in kGroupIds

uint8_t read_silences(const Node& list) {
  const auto bit = [](pack::Group group) { return 1U << static_cast<int>(group); };
  if (!list.present()) return static_cast<uint8_t>(bit(pack::Group::kTone) | bit(pack::Group::kBrand));
  unsigned groups = 0;
  for (const Node& item : list.items({1, kNeverSilenced})) {
    const auto group = item.one_of(kGroupIds);
    if (!group) continue;
    if (*group >= kNeverSilenced) {
      item.problem("contradiction",
                   {"Regeln zu Recht und Vertraulichkeit gelten bei jedem Thema.",
                    "Rules on law and confidentiality hold for every topic."},
                   {"Diesen Eintrag entfernen.", "Remove this entry."});
      continue;
    }
    groups |= bit(static_cast<pack::Group>(*group + 1));
  }
  return static_cast<uint8_t>(groups);
}

}  // namespace

void read_topic_examples(const Node& topic, std::vector<std::string>& about, std::vector<std::string>& not_about) {
  constexpr Limits kExamples{0, 1000};
  constexpr Limits kText{0, 20'000};
  const Node examples = topic.field("examples");
  if (!examples.present() || !examples.expect_object({"about", "notAbout"})) return;
  about = examples.field("about").texts(kExamples, kText);
  not_about = examples.field("notAbout").texts(kExamples, kText);
}

std::vector<pack::ProtectedTopic> read_protected_topics(const Node& list) {
  std::vector<pack::ProtectedTopic> topics;
  for (const Node& node : list.items({0, 100})) {
    if (!node.expect_object({"id", "name", "phrases", "inflect", "umlauts", "compounds", "silences", "examples"},
                            {"id", "name", "phrases"}))
      continue;
    pack::ProtectedTopic topic;
    topic.id = node.field("id").id();
    topic.place = node.place();
    topic.name = node.field("name").localized();
    PhraseDefaults defaults;
    defaults.inflect = node.field("inflect").boolean().value_or(false);
    defaults.umlauts = node.field("umlauts").boolean().value_or(false);
    defaults.compounds = node.field("compounds").boolean().value_or(false);
    topic.phrases = read_phrases(node.field("phrases"), defaults);
    topic.silences = read_silences(node.field("silences"));
    read_topic_examples(node, topic.about, topic.not_about);
    const bool twice =
        std::any_of(topics.begin(), topics.end(), [&](const auto& other) { return other.id == topic.id; });
    if (twice && !topic.id.empty()) {
      node.problem("duplicate-id",
                   {"„" + topic.id + "“ steht zweimal in der Liste.", "“" + topic.id + "” is in the list twice."},
                   {"Einen der beiden Einträge entfernen oder umbenennen.", "Remove or rename one of the two."});
    }
    topics.push_back(std::move(topic));
  }
  return topics;
}

}  // namespace botschaft::wire
