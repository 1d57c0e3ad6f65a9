// Who does what: what a role may do, who answers for a topic, whose agreement a post needs, and how they are reached.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "pack/phrase.h"
#include "pack/where.h"

namespace botschaft::pack {

// What people do on a network.
enum class Act : uint8_t { kAuthor, kShare, kComment, kLike };
inline constexpr std::string_view kActIds[] = {"author", "share", "comment", "like"};

// What a role goes by where it may not do something itself.
enum class Otherwise : uint8_t { kApprovedContent, kApproval, kExpert };
inline constexpr std::string_view kOtherwiseIds[] = {"approved-content", "approval", "expert"};

struct Named {
  std::string id;
  LocalizedText name;
};

// How to reach somebody; any of them may be empty.
struct Contact {
  std::string email;
  std::string slack;  // https link that opens the conversation
  std::string teams;  // the same
};

// Whose agreement a post needs. All that it names must hold for it to apply.
struct ApprovalRule {
  std::string id;
  std::string place;  // JSON pointer to it in its pack
  LocalizedText title;
  LocalizedText reason;
  std::string section;
  Level level = Level::kWarn;  // as long as nobody has agreed
  Where where;
  std::vector<std::string> topics;  // about one of these; none: about anything
  bool media = false;               // has a picture or a video
  bool people = false;              // in which somebody can be recognised
  bool outside_library = false;     // the author's own words, not approved content
  std::vector<std::string> by;      // persons or roles; one of them is enough
  uint32_t days = 14;               // how long an agreement holds, unless it says itself
  std::string channel;              // by which to ask; empty: the first
};

// One act that a role may do, and where.
struct Permission {
  Act act = Act::kAuthor;
  uint16_t networks = 0x1FF;        // bit per Network
  std::vector<std::string> topics;  // none: any
};

struct Role : Named {
  std::string place;     // JSON pointer to it in its pack
  bool limited = false;  // says what it may do: without that it may do everything
  std::vector<Permission> may;
  Otherwise otherwise = Otherwise::kApprovedContent;
  ApprovalRule approval;  // for kApproval: whose agreement is asked for
  Contact contact;
};

// A topic. With phrases, the drafts that are about it are told.
struct Topic : Named {
  std::string place;  // JSON pointer to it in its pack
  std::vector<Phrase> phrases;
  std::vector<std::string> about;      // examples: drafts about it
  std::vector<std::string> not_about;  // and drafts that are not
};

struct Person {
  std::string id;
  std::string place;  // JSON pointer to it in its pack
  std::string name;
  std::string role;  // id; may be empty
  std::string key;   // Ed25519 public key, 32 bytes in base64url; empty: gives no signed approvals
  Contact contact;
};

// Who answers for topics.
struct Responsibility {
  std::string place;  // JSON pointer to it in its pack
  std::vector<std::string> topics;
  std::string person;  // id; or
  std::string role;    // id
  std::string deputy;  // a person's id; may be empty
  LocalizedText note;  // "answers questions on hiring"
};

enum class ChannelType : uint8_t { kSlack, kTrello, kTrelloLink, kTeams, kMail, kCopy };
inline constexpr std::string_view kChannelTypeIds[] = {"slack", "trello", "trello-link", "teams", "mail", "copy"};

// A way to ask for approval.
struct Channel {
  std::string id;
  ChannelType type = ChannelType::kCopy;
  LocalizedText name;
  std::string url;   // of a webhook
  std::string list;  // Trello's list that the card goes into
  std::string key;   // Trello's API key, which is no secret; the token is the person's own and not in a pack
  std::string to;    // a mail address
};

}  // namespace botschaft::pack
