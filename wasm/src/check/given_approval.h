// What an approver said about a text, with the signature already verified by whoever asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/network.h"

namespace botschaft::check {

enum class Decision : uint8_t { kApproved, kChanges, kRefused };
inline constexpr std::string_view kDecisionIds[] = {"approved", "changes", "refused"};

struct GivenApproval {
  std::string by;         // id of a person of the packs
  std::string text_hash;  // of the approved form of the text (check/duties.h)
  Network network = Network::kLinkedin;
  Decision decision = Decision::kApproved;
  int64_t from = 0;   // seconds since 1970, included
  int64_t until = 0;  // the same, not included
};

// What it is worth for this draft, now.
enum class ApprovalState : uint8_t {
  kValid,
  kOtherText,
  kOtherNetwork,
  kExpired,
  kNotYet,
  kUnknownPerson,
  kChanges,
  kRefused,
};
inline constexpr std::string_view kApprovalStateIds[] = {"valid",   "other-text",     "other-network", "expired",
                                                         "not-yet", "unknown-person", "changes",       "refused"};

}  // namespace botschaft::check
