#include "wire/duties_answer.h"

#include "base/network.h"

namespace botschaft::wire {
namespace {

void set_text(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

void set_contact(Json& json, const pack::Contact& contact) {
  set_text(json, "email", contact.email);
  set_text(json, "slack", contact.slack);
  set_text(json, "teams", contact.teams);
}

Json person_to_json(const std::string& id, const std::string& name, const pack::Contact& contact) {
  Json json{{"id", id}, {"name", name}};
  set_contact(json, contact);
  return json;
}

Json person_to_json(const pack::Person& person) {
  return person_to_json(person.id, person.name, person.contact);
}

// Ids of persons and roles as the people themselves; a role that nobody has is named itself.
Json people_to_json(const std::vector<std::string>& ids, const check::People& people, UiLanguage language) {
  Json list = Json::array();
  for (const std::string& id : ids) {
    bool anybody = false;
    for (const pack::Person& person : people.people) {
      if (person.id != id && person.role != id) continue;
      list.push_back(person_to_json(person));
      anybody = true;
    }
    const pack::Role* role = people.role(id);
    if (!anybody && role != nullptr) list.push_back(person_to_json(role->id, role->name.in(language), role->contact));
  }
  return list;
}

Json topics_to_json(const std::vector<const pack::Topic*>& topics, UiLanguage language) {
  Json list = Json::array();
  for (const pack::Topic* topic : topics) list.push_back(Json{{"id", topic->id}, {"name", topic->name.in(language)}});
  return list;
}

Json role_to_json(const check::RoleDuty& duty, UiLanguage language) {
  constexpr std::string_view kBecause[] = {"", "act", "network", "topic"};
  Json json{{"id", duty.role->id}, {"name", duty.role->name.in(language)}};
  json["act"] = pack::kActIds[static_cast<size_t>(duty.act)];
  json["may"] = duty.missing == check::Missing::kNothing;
  if (duty.missing == check::Missing::kNothing) return json;
  json["because"] = kBecause[static_cast<size_t>(duty.missing)];
  if (duty.missing == check::Missing::kTopic && duty.topic != nullptr)
    json["topic"] = Json{{"id", duty.topic->id}, {"name", duty.topic->name.in(language)}};
  json["otherwise"] = pack::kOtherwiseIds[static_cast<size_t>(duty.role->otherwise)];
  return json;
}

Json contact_to_json(const check::Contactable& contact, const check::People& people, UiLanguage language) {
  const pack::Responsibility& entry = *contact.responsibility;
  Json json = Json::object();
  json["topics"] = topics_to_json(contact.topics, language);
  json["people"] = people_to_json({entry.person.empty() ? entry.role : entry.person}, people, language);
  if (const pack::Person* deputy = people.person(entry.deputy)) json["deputy"] = person_to_json(*deputy);
  set_text(json, "note", entry.note.in(language));
  return json;
}

Json approval_to_json(const check::ApprovalDuty& duty, const check::People& people, UiLanguage language) {
  const pack::ApprovalRule& rule = *duty.rule;
  Json json{{"id", rule.id}, {"title", rule.title.in(language)}};
  set_text(json, "reason", rule.reason.in(language));
  set_text(json, "section", rule.section);
  json["level"] = rule.level == Level::kBlock ? "block" : "warn";
  json["state"] = duty.given != nullptr ? "given" : duty.unsure ? "unsure" : "needed";
  json["by"] = people_to_json(rule.by, people, language);
  json["days"] = rule.days;
  set_text(json, "channel", rule.channel);
  if (duty.given == nullptr) return json;
  json["givenBy"] = duty.given->by;
  json["until"] = duty.given->until;
  return json;
}

}  // namespace

Json duties_to_json(const check::People& people, const check::Duties& duties, const check::Context& context) {
  const UiLanguage language = context.ui_language;
  Json json = Json::object();
  if (!duties.topics.empty()) json["topics"] = topics_to_json(duties.topics, language);
  Json out = Json::object();
  bool any = false;
  if (duties.level) out["level"] = *duties.level == Level::kBlock ? "block" : "warn";
  if (duties.role) {
    out["role"] = role_to_json(*duties.role, language);
    any = true;
  }
  const auto add = [&](const char* key, const auto& list, const auto& to_json) {
    if (list.empty()) return;
    Json array = Json::array();
    for (const auto& entry : list) array.push_back(to_json(entry));
    out[key] = array;
    any = true;
  };
  add("contacts", duties.contacts, [&](const auto& entry) { return contact_to_json(entry, people, language); });
  add("approvals", duties.approvals, [&](const auto& entry) { return approval_to_json(entry, people, language); });
  add("states", duties.states,
      [](check::ApprovalState state) { return Json(check::kApprovalStateIds[static_cast<size_t>(state)]); });
  if (any) json["duties"] = out;
  return json;
}

Json people_choices(const check::People& people, UiLanguage language) {
  Json json = Json::object();
  Json list = Json::array();
  for (const pack::Person& person : people.people) {
    Json entry = person_to_json(person);
    set_text(entry, "key", person.key);
    list.push_back(entry);
  }
  if (!people.people.empty()) json["people"] = list;
  Json channels = Json::array();
  for (const pack::Channel& channel : people.channels) {
    Json entry{{"id", channel.id}, {"name", channel.name.in(language)}};
    entry["type"] = pack::kChannelTypeIds[static_cast<size_t>(channel.type)];
    set_text(entry, "url", channel.url);
    set_text(entry, "list", channel.list);
    set_text(entry, "key", channel.key);
    set_text(entry, "to", channel.to);
    channels.push_back(entry);
  }
  if (!people.channels.empty()) json["channels"] = channels;
  return json;
}

}  // namespace botschaft::wire
