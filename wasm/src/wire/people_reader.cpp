#include "wire/people_reader.h"

#include <algorithm>

#include "wire/pack_reader.h"
#include "wire/protected_reader.h"
#include "wire/rule_parts.h"

namespace botschaft::wire {
namespace {

constexpr Limits kMostIds{1, 100};
constexpr Limits kShort{1, 300};
constexpr Limits kAddress{1, 2000};

std::vector<std::string> read_ids(const Node& list) {
  std::vector<std::string> ids;
  for (const Node& item : list.items(kMostIds)) ids.push_back(item.id());
  return ids;
}

// What leaves the machine goes by https; to this very machine, where authors try things out, http will do.
std::string read_link(const Node& node) {
  std::string url = node.text(kAddress).value_or("");
  const auto begins = [&](std::string_view start) { return url.rfind(start, 0) == 0; };
  const bool loopback = begins("http://127.0.0.1:") || begins("http://localhost:");
  const bool fine = (begins("https://") && url.size() > 8) || loopback;
  if (node.present() && (!fine || url.find_first_of(" \t\r\n") != std::string::npos)) {
    node.problem("bad-url", {"Das ist keine Adresse mit https.", "This is no address with https."},
                 {"Eine vollständige Adresse angeben, die mit https:// beginnt.",
                  "Give a whole address that begins with https://."});
  }
  return url;
}

std::string read_email(const Node& node) {
  std::string email = node.text(kShort).value_or("");
  const size_t at = email.find('@');
  const bool fine = at != 0 && at < email.size() - 1 && email.find('@', at + 1) == std::string::npos &&
                    email.find_first_of(" \t\r\n<>,;?&") == std::string::npos;
  if (node.present() && !fine) {
    node.problem("bad-email", {"Das ist keine E-Mail-Adresse.", "This is no e-mail address."},
                 {"Eine Adresse angeben, zum Beispiel anna@firma.example.",
                  "Give an address, for example anna@company.example."});
  }
  return email;
}

pack::Contact read_contact(const Node& node) {
  return {read_email(node.field("email")), read_link(node.field("slack")), read_link(node.field("teams"))};
}

// 32 bytes in base64url: 43 letters, the last of which has four bits to spare.
std::string read_key(const Node& node) {
  std::string key = node.text(Limits{0, 200}).value_or("");
  const auto in_alphabet = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  if (node.present() && (key.size() != 43 || !std::all_of(key.begin(), key.end(), in_alphabet))) {
    node.problem("bad-key",
                 {"Das ist kein öffentlicher Ed25519-Schlüssel: 43 Zeichen in base64url.",
                  "This is no Ed25519 public key: 43 characters of base64url."},
                 {"Den Schlüssel eintragen, den „botschaft approve --new-key“ ausgibt.",
                  "Write the key that “botschaft approve --new-key” prints."});
  }
  return key;
}

template <typename T>
void refuse_twice(const Node& node, const std::vector<T>& before, const std::string& id) {
  const bool twice = std::any_of(before.begin(), before.end(), [&](const T& other) { return other.id == id; });
  if (!twice || id.empty()) return;
  node.problem("duplicate-id", {"„" + id + "“ steht zweimal in der Liste.", "“" + id + "” is in the list twice."},
               {"Einen der beiden Einträge entfernen oder umbenennen.", "Remove or rename one of the two."});
}

pack::Permission read_permission(const Node& node) {
  pack::Permission permission;
  if (node.json().is_string()) {
    permission.act = static_cast<pack::Act>(node.one_of(pack::kActIds).value_or(0));
  } else if (node.expect_object({"act", "networks", "topics"}, {"act"})) {
    permission.act = static_cast<pack::Act>(node.field("act").one_of(pack::kActIds).value_or(0));
    permission.networks = read_many_bits(node.field("networks"), kNetworkIds, permission.networks);
    permission.topics = read_ids(node.field("topics"));
  }
  return permission;
}

pack::Role read_role(const Node& node) {
  pack::Role role;
  role.place = node.place();
  if (!node.expect_object({"id", "name", "description", "may", "topics", "otherwise", "approvers", "contact"},
                          {"id", "name"}))
    return role;
  role.id = node.field("id").id();
  role.name = node.field("name").localized();
  (void)node.field("description").localized();
  const Node may = node.field("may");
  role.limited = may.present();
  for (const Node& item : may.items({0, 20})) role.may.push_back(read_permission(item));
  const Node topics = node.field("topics");
  std::vector<std::string> speaks_on;
  for (const Node& topic : topics.items({0, 500})) speaks_on.push_back(topic.id());
  for (pack::Permission& permission : role.may) {
    if (permission.act == pack::Act::kAuthor && permission.topics.empty()) permission.topics = speaks_on;
  }
  const Node approvers = node.field("approvers");
  role.approval.by = read_ids(approvers);
  role.approval.id = "role-" + role.id;
  role.approval.place = role.place;
  role.approval.title = {"Eigene Beiträge dieser Rolle", "Posts of this role's own"};
  const Node otherwise = node.field("otherwise");
  const size_t fallback = approvers.present() ? 1 : 0;
  role.otherwise = static_cast<pack::Otherwise>(otherwise.one_of(pack::kOtherwiseIds).value_or(fallback));
  if (approvers.present() != (role.otherwise == pack::Otherwise::kApproval)) {
    node.problem("contradiction",
                 {"„approvers“ gehört zu „otherwise“: \"approval\" und umgekehrt.",
                  "“approvers” goes with “otherwise”: \"approval\", and the other way round."},
                 {"Sagen, wer zustimmt, und „otherwise“ auf \"approval\" setzen; oder beides weglassen.",
                  "Say who agrees and set “otherwise” to \"approval\"; or leave both out."});
  }
  if (const Node contact = node.field("contact");
      contact.present() && contact.expect_object({"email", "slack", "teams"}))
    role.contact = read_contact(contact);
  return role;
}

pack::Topic read_topic(const Node& node) {
  pack::Topic topic;
  topic.place = node.place();
  if (!node.expect_object({"id", "name", "phrases", "inflect", "umlauts", "compounds", "examples"}, {"id", "name"}))
    return topic;
  topic.id = node.field("id").id();
  topic.name = node.field("name").localized();
  PhraseDefaults defaults;
  defaults.inflect = node.field("inflect").boolean().value_or(false);
  defaults.umlauts = node.field("umlauts").boolean().value_or(false);
  defaults.compounds = node.field("compounds").boolean().value_or(false);
  if (const Node phrases = node.field("phrases"); phrases.present()) topic.phrases = read_phrases(phrases, defaults);
  read_topic_examples(node, topic.about, topic.not_about);
  return topic;
}

pack::Person read_person(const Node& node) {
  pack::Person person;
  person.place = node.place();
  if (!node.expect_object({"id", "name", "role", "key", "email", "slack", "teams"}, {"id", "name"})) return person;
  person.id = node.field("id").id();
  person.name = node.field("name").text(kShort).value_or("");
  if (const Node role = node.field("role"); role.present()) person.role = role.id();
  person.key = read_key(node.field("key"));
  person.contact = read_contact(node);
  return person;
}

pack::Responsibility read_responsibility(const Node& node) {
  pack::Responsibility entry;
  entry.place = node.place();
  if (!node.expect_object({"topics", "person", "role", "deputy", "note"}, {"topics"})) return entry;
  entry.topics = read_ids(node.field("topics"));
  expect_exactly_one(node, {"person", "role"});
  if (const Node person = node.field("person"); person.present()) entry.person = person.id();
  if (const Node role = node.field("role"); role.present()) entry.role = role.id();
  if (const Node deputy = node.field("deputy"); deputy.present()) entry.deputy = deputy.id();
  if (const Node note = node.field("note"); note.present()) entry.note = note.localized();
  return entry;
}

pack::ApprovalRule read_approval(const Node& node) {
  pack::ApprovalRule rule;
  rule.place = node.place();
  if (!node.expect_object({"id", "title", "reason", "section", "level", "where", "topics", "media", "people",
                           "outsideLibrary", "by", "days", "channel"},
                          {"id", "title", "by"}))
    return rule;
  rule.id = node.field("id").id();
  rule.title = node.field("title").localized();
  if (const Node reason = node.field("reason"); reason.present()) rule.reason = reason.localized();
  rule.section = node.field("section").text(Limits{0, 200}).value_or("");
  constexpr std::string_view kHolding[] = {"warn", "block"};
  if (node.field("level").one_of(kHolding) == 1) rule.level = Level::kBlock;
  rule.where = read_where(node.field("where"));
  rule.topics = read_ids(node.field("topics"));
  rule.media = read_true(node.field("media"));
  rule.people = read_true(node.field("people"));
  rule.outside_library = read_true(node.field("outsideLibrary"));
  rule.by = read_ids(node.field("by"));
  rule.days = static_cast<uint32_t>(node.field("days").integer(1, 366).value_or(rule.days));
  if (const Node channel = node.field("channel"); channel.present()) rule.channel = channel.id();
  return rule;
}

// Which further keys a channel of a type has, all of them required but the last of Trello's.
void require_keys(const Node& node, pack::ChannelType type) {
  constexpr std::string_view kKeys[] = {"url", "list", "key", "to"};
  // Bits in the order of kKeys.
  constexpr uint8_t kNeeds[] = {0b0001, 0b0110, 0, 0b0001, 0b1000, 0};
  const uint8_t needs = kNeeds[static_cast<size_t>(type)];
  for (size_t i = 0; i < std::size(kKeys); ++i) {
    const bool needed = (needs >> i & 1) != 0;
    if (node.field(kKeys[i]).present() == needed) continue;
    const std::string key(kKeys[i]);
    const std::string name(pack::kChannelTypeIds[static_cast<size_t>(type)]);
    if (needed) {
      node.problem("missing-key",
                   {"Einem Kanal der Art „" + name + "“ fehlt „" + key + "“.",
                    "A channel of the type “" + name + "” lacks “" + key + "”."},
                   {"„" + key + "“ ergänzen.", "Add “" + key + "”."});
    } else {
      node.field(kKeys[i]).problem("contradiction",
                                   {"Ein Kanal der Art „" + name + "“ hat kein „" + key + "“.",
                                    "A channel of the type “" + name + "” has no “" + key + "”."},
                                   {"„" + key + "“ entfernen.", "Remove “" + key + "”."});
    }
  }
}

pack::Channel read_channel(const Node& node) {
  pack::Channel channel;
  if (!node.expect_object({"id", "type", "name", "url", "list", "key", "to"}, {"id", "type", "name"})) return channel;
  channel.id = node.field("id").id();
  channel.name = node.field("name").localized();
  channel.url = read_link(node.field("url"));
  channel.list = node.field("list").text(kShort).value_or("");
  channel.key = node.field("key").text(kShort).value_or("");
  channel.to = read_email(node.field("to"));
  if (const auto type = node.field("type").one_of(pack::kChannelTypeIds)) {
    channel.type = static_cast<pack::ChannelType>(*type);
    require_keys(node, channel.type);
  }
  return channel;
}

template <typename T>
void read_all(const Node& list, size_t most, std::vector<T>& out, T (*read)(const Node&)) {
  for (const Node& node : list.items({0, most})) {
    T entry = read(node);
    if constexpr (requires { entry.id; }) refuse_twice(node, out, entry.id);
    out.push_back(std::move(entry));
  }
}

}  // namespace

void read_people(const Node& root, pack::Pack& pack) {
  read_all(root.field("roles"), 100, pack.roles, read_role);
  read_all(root.field("topics"), 500, pack.topics, read_topic);
  read_all(root.field("people"), 500, pack.people, read_person);
  read_all(root.field("responsibilities"), 500, pack.responsibilities, read_responsibility);
  const Node approval = root.field("approval");
  if (!approval.present() || !approval.expect_object({"rules", "channels"})) return;
  read_all(approval.field("rules"), 200, pack.approvals, read_approval);
  read_all(approval.field("channels"), 50, pack.channels, read_channel);
}

}  // namespace botschaft::wire
