// Who may do what with a draft: whether the author's role may post it, who answers for its topics, and who must agree
// to it first. Signatures are not looked at here: approvals come in as already verified statements.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "check/draft.h"
#include "pack/pack.h"

namespace botschaft::check {

// From this likeness on (percent), a draft is approved content in the person's own words, and from the second on it is
// approved content as it stands, to which nobody needs to agree again.
inline constexpr uint32_t kSharedPercent = 60;
inline constexpr uint32_t kUnchangedPercent = 98;

// The people of all packs together; a later pack's entry takes the place of an earlier one's with the same id.
struct People {
  std::vector<pack::Role> roles;
  std::vector<pack::Topic> topics;
  std::vector<pack::Person> people;
  std::vector<pack::Responsibility> responsibilities;  // the latest that names a topic counts for it
  std::vector<pack::ApprovalRule> approvals;
  std::vector<pack::Channel> channels;

  void take_over(const pack::Pack& pack);
  [[nodiscard]] const pack::Role* role(std::string_view id) const;
  [[nodiscard]] const pack::Person* person(std::string_view id) const;
  // Whether somebody is named by an id in `ids`, which are persons' or roles'.
  [[nodiscard]] bool is_among(const std::vector<std::string>& ids, const pack::Person& person) const;
};

// Why a role may not do something itself.
enum class Missing : uint8_t { kNothing, kAct, kNetwork, kTopic };

struct RoleDuty {
  const pack::Role* role = nullptr;
  pack::Act act = pack::Act::kAuthor;
  Missing missing = Missing::kNothing;
  const pack::Topic* topic = nullptr;  // for Missing::kTopic
};

struct ApprovalDuty {
  const pack::ApprovalRule* rule = nullptr;
  bool unsure = false;                   // it has a picture, and whether people can be recognised is not known
  const GivenApproval* given = nullptr;  // by which it is settled
};

struct Contactable {
  const pack::Responsibility* responsibility = nullptr;
  std::vector<const pack::Topic*> topics;  // of the draft
};

struct Duties {
  std::vector<const pack::Topic*> topics;  // what the draft is about
  std::optional<RoleDuty> role;
  std::vector<Contactable> contacts;
  std::vector<ApprovalDuty> approvals;
  std::vector<ApprovalState> states;  // of Context::approvals, in their order
  std::optional<Level> level;         // at which the post is to be held; none: it is not
};

// `topics`: indices into People::topics. `applies` says whether an approval rule's `where` has this draft in it.
// Nothing is asked of a draft on a protected topic: prior consent there would be against the law in many places.
[[nodiscard]] Duties find_duties(const People& people, const Draft& draft, const Context& context,
                                 const std::vector<uint32_t>& topics, bool protected_topic,
                                 const std::vector<const pack::ApprovalRule*>& applying);

// The text that an approval is for: form NFC, LF as line break, no-break spaces as spaces, without white space at the
// ends of lines and of the text. Editors and messengers change these, and nobody sees it.
[[nodiscard]] std::string approved_form(std::string_view text);

}  // namespace botschaft::check
