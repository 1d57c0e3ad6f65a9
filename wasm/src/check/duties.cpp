#include "check/duties.h"

#include <algorithm>

#include "text/normalize.h"

namespace botschaft::check {
namespace {

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

template <typename T>
void merge(std::vector<T>& into, const std::vector<T>& from) {
  for (const T& entry : from) {
    const auto known = std::find_if(into.begin(), into.end(), [&](const T& other) { return other.id == entry.id; });
    if (known == into.end())
      into.push_back(entry);
    else
      *known = entry;
  }
}

template <typename T>
const T* by_id(const std::vector<T>& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& entry) { return entry.id == id; });
  return found == list.end() ? nullptr : &*found;
}

// A role may do something where one of its permissions covers it.
Missing missing_for(const pack::Role& role, const Context& context, RoleDuty& duty,
                    const std::vector<const pack::Topic*>& topics) {
  if (!role.limited) return Missing::kNothing;
  Missing missing = Missing::kAct;
  for (const pack::Permission& permission : role.may) {
    if (permission.act != duty.act) continue;
    if ((permission.networks >> static_cast<int>(context.network) & 1) == 0) {
      missing = std::max(missing, Missing::kNetwork);
      continue;
    }
    const auto outside = std::find_if(topics.begin(), topics.end(), [&](const pack::Topic* topic) {
      return !contains(permission.topics, topic->id);
    });
    if (permission.topics.empty() || outside == topics.end()) return Missing::kNothing;
    duty.topic = *outside;
    missing = Missing::kTopic;
  }
  return missing;
}

ApprovalState state_of(const GivenApproval& given, const People& people, const Context& context) {
  if (people.person(given.by) == nullptr) return ApprovalState::kUnknownPerson;
  if (given.text_hash != context.text_hash) return ApprovalState::kOtherText;
  if (given.network != context.network) return ApprovalState::kOtherNetwork;
  if (context.now && context.now->utc < given.from) return ApprovalState::kNotYet;
  if (context.now && context.now->utc >= given.until) return ApprovalState::kExpired;
  if (given.decision != Decision::kApproved)
    return given.decision == Decision::kRefused ? ApprovalState::kRefused : ApprovalState::kChanges;
  return ApprovalState::kValid;
}

std::vector<Contactable> contacts_for(const People& people, const std::vector<const pack::Topic*>& topics) {
  std::vector<Contactable> contacts;
  for (const pack::Topic* topic : topics) {
    const auto found = std::find_if(people.responsibilities.rbegin(), people.responsibilities.rend(),
                                    [&](const auto& entry) { return contains(entry.topics, topic->id); });
    if (found == people.responsibilities.rend()) continue;
    const auto known = std::find_if(contacts.begin(), contacts.end(),
                                    [&](const Contactable& other) { return other.responsibility == &*found; });
    if (known == contacts.end())
      contacts.push_back({&*found, {topic}});
    else
      known->topics.push_back(topic);
  }
  return contacts;
}

// In how far a draft is approved content, in percent; 0 where there is none.
uint32_t likeness_to_library(const Draft& draft, const Context& context) {
  if (context.approved == nullptr || context.approved->empty()) return 0;
  const auto matches = context.approved->find(draft.comparable(), kSharedPercent, 1);
  return matches.empty() ? 0 : matches.front().percent;
}

}  // namespace

void People::take_over(const pack::Pack& pack) {
  merge(roles, pack.roles);
  merge(topics, pack.topics);
  merge(people, pack.people);
  merge(approvals, pack.approvals);
  merge(channels, pack.channels);
  responsibilities.insert(responsibilities.end(), pack.responsibilities.begin(), pack.responsibilities.end());
}

const pack::Role* People::role(std::string_view id) const {
  return by_id(roles, id);
}

const pack::Person* People::person(std::string_view id) const {
  return by_id(people, id);
}

bool People::is_among(const std::vector<std::string>& ids, const pack::Person& person) const {
  return contains(ids, person.id) || (!person.role.empty() && contains(ids, person.role));
}

Duties find_duties(const People& people, const Draft& draft, const Context& context,
                   const std::vector<uint32_t>& topics, bool protected_topic,
                   const std::vector<const pack::ApprovalRule*>& applying) {
  Duties duties;
  for (const uint32_t topic : topics) duties.topics.push_back(&people.topics[topic]);
  duties.contacts = contacts_for(people, duties.topics);
  for (const GivenApproval& given : context.approvals) duties.states.push_back(state_of(given, people, context));
  const pack::Role* role = people.role(context.role);
  if (protected_topic || draft.tokens().empty() || (role == nullptr && applying.empty())) return duties;
  const uint32_t likeness = context.kind == Kind::kPost ? likeness_to_library(draft, context) : 0;

  const auto require = [&](const pack::ApprovalRule& rule, bool unsure) {
    ApprovalDuty duty{&rule, unsure, nullptr};
    for (size_t i = 0; i < duties.states.size() && duty.given == nullptr; ++i) {
      const GivenApproval& given = context.approvals[i];
      const bool agrees =
          duties.states[i] == ApprovalState::kValid && people.is_among(rule.by, *people.person(given.by));
      if (agrees) duty.given = &given;
    }
    if (duty.given == nullptr && !unsure && (!duties.level || rule.level > *duties.level)) duties.level = rule.level;
    duties.approvals.push_back(duty);
  };

  if (likeness < kUnchangedPercent) {
    for (const pack::ApprovalRule* rule : applying) {
      const bool about = std::any_of(duties.topics.begin(), duties.topics.end(),
                                     [&](const pack::Topic* topic) { return contains(rule->topics, topic->id); });
      if (!rule->topics.empty() && !about) continue;
      if (rule->outside_library && likeness != 0) continue;
      const bool pictured = context.images + context.videos > 0;
      if ((rule->media || rule->people) && !pictured) continue;
      if (!rule->people) {
        require(*rule, false);
        continue;
      }
      // The author may have said so when asked.
      if (const auto answer = context.answers.find(rule->id); answer != context.answers.end()) {
        if (answer->second) require(*rule, false);
        continue;
      }
      const auto shows = [](const pack::MediaFacts& item) { return item.people.value_or(false); };
      const auto unknown = [](const pack::MediaFacts& item) { return !item.people.has_value(); };
      const bool certain = std::any_of(context.media.begin(), context.media.end(), shows);
      const bool open = context.media.size() < context.images + context.videos ||
                        std::any_of(context.media.begin(), context.media.end(), unknown);
      if (certain || open) require(*rule, !certain);
    }
  }
  if (role == nullptr) return duties;
  RoleDuty duty{role, pack::Act::kComment, Missing::kNothing, nullptr};
  if (context.kind == Kind::kPost) duty.act = likeness != 0 ? pack::Act::kShare : pack::Act::kAuthor;
  duty.missing = missing_for(*role, context, duty, duties.topics);
  if (duty.missing != Missing::kNothing) {
    if (role->otherwise == pack::Otherwise::kApproval)
      require(role->approval, false);
    else
      duties.level = std::max(duties.level.value_or(Level::kWarn), Level::kWarn);
  }
  duties.role = duty;
  return duties;
}

std::string approved_form(std::string_view text) {
  const std::string composed = text::may_normalize(text) ? text::normalized(text) : std::string(text);
  std::string out;
  for (size_t at = 0; at < composed.size(); ++at) {
    const char c = composed[at];
    // U+00A0, and the line separators U+2028 and U+2029.
    const std::string_view rest = std::string_view(composed).substr(at);
    const bool separator = rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9");
    if (c == '\r' || c == '\n' || separator) {
      if (rest.starts_with("\r\n")) ++at;
      if (separator) at += 2;
      while (!out.empty() && out.back() == ' ') out.pop_back();
      out += '\n';
    } else if (rest.starts_with("\xC2\xA0")) {
      ++at;
      out += ' ';
    } else {
      out += c == '\t' ? ' ' : c;
    }
  }
  const size_t end = out.find_last_not_of(" \n");
  if (end == std::string::npos) return "";
  const size_t begin = out.find_first_not_of(" \n");
  return out.substr(begin, end - begin + 1);
}

}  // namespace botschaft::check
