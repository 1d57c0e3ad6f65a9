// Roles, topics, people and channels that packs speak of, and which of them nobody describes.
#include <algorithm>
#include <string>
#include <vector>

#include "base/nearest.h"
#include "engine/engine.h"

namespace botschaft::engine {
namespace {

using Ids = std::vector<std::string_view>;

bool knows(const Ids& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Where the nearest spelling is known, it is named; otherwise where to write the entry.
Problem unknown(std::string_view code, const pack::Pack& pack, std::string place, const std::string& id,
                const Ids& known, const char* list) {
  Problem problem{code, pack.id, std::move(place), {}, {}};
  problem.reason.de = "Kein Pack beschreibt „" + id + "“ unter „" + list + "“.";
  problem.reason.en = "No pack describes “" + id + "” under “" + list + "”.";
  if (const auto near = nearest(id, known)) {
    problem.mend.de.append("Gemeint ist wohl „").append(*near).append("“.");
    problem.mend.en.append("Did you mean “").append(*near).append("”?");
  } else {
    problem.mend.de = std::string("Unter „") + list + "“ beschreiben.";
    problem.mend.en = std::string("Describe it under “") + list + "”.";
  }
  return problem;
}

}  // namespace

void find_unknown_people(const std::vector<pack::Pack>& packs, Problems& problems) {
  Ids roles;
  Ids topics;
  Ids people;
  Ids channels;
  Ids approvers;
  for (const pack::Pack& pack : packs) {
    for (const pack::Role& role : pack.roles) roles.push_back(role.id);
    for (const pack::Topic& topic : pack.topics) topics.push_back(topic.id);
    for (const pack::Person& person : pack.people) people.push_back(person.id);
    for (const pack::Channel& channel : pack.channels) channels.push_back(channel.id);
  }
  approvers = people;
  approvers.insert(approvers.end(), roles.begin(), roles.end());
  for (const pack::Pack& pack : packs) {
    const auto expect = [&](std::string_view code, const std::string& place, const std::string& id, const Ids& known,
                            const char* list) {
      if (id.empty() || knows(known, id) || problems.size() >= kMaxProblems) return;
      problems.push_back(unknown(code, pack, place, id, known, list));
    };
    for (const pack::Role& role : pack.roles) {
      for (const pack::Permission& permission : role.may) {
        for (const std::string& topic : permission.topics)
          expect("unknown-topic", role.place + "/topics", topic, topics, "topics");
      }
      for (const std::string& id : role.approval.by)
        expect("unknown-person", role.place + "/approvers", id, approvers, "people");
    }
    for (const pack::Person& person : pack.people)
      expect("unknown-role", person.place + "/role", person.role, roles, "roles");
    for (const pack::Responsibility& entry : pack.responsibilities) {
      for (const std::string& topic : entry.topics)
        expect("unknown-topic", entry.place + "/topics", topic, topics, "topics");
      expect("unknown-person", entry.place + "/person", entry.person, people, "people");
      expect("unknown-role", entry.place + "/role", entry.role, roles, "roles");
      expect("unknown-person", entry.place + "/deputy", entry.deputy, people, "people");
    }
    for (const pack::ApprovalRule& rule : pack.approvals) {
      for (const std::string& topic : rule.topics)
        expect("unknown-topic", rule.place + "/topics", topic, topics, "topics");
      for (const std::string& id : rule.by) expect("unknown-person", rule.place + "/by", id, approvers, "people");
      expect("unknown-channel", rule.place + "/channel", rule.channel, channels, "channels");
    }
  }
}

}  // namespace botschaft::engine
