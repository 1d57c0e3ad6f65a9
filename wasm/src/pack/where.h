// Which drafts something is for: law, networks, kinds, languages, roles and days.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timing/schedule.h"

namespace botschaft::pack {

// Whose law a rule is about.
enum class Jurisdiction : uint8_t { kEu, kGermany, kAustria, kSwitzerland, kUnitedKingdom, kUnitedStates };
inline constexpr std::string_view kJurisdictionIds[] = {"eu", "de", "at", "ch", "uk", "us"};
// The same with the union that each is a member of.
[[nodiscard]] uint8_t with_unions(uint8_t jurisdictions);

// What a rule is limited to; an empty list does not limit.
struct Where {
  uint16_t networks = 0x1FF;  // bit per Network
  uint8_t kinds = 0x07;       // bit per Kind
  bool german = true;
  bool english = true;
  uint8_t jurisdictions = 0;  // bit per Jurisdiction; 0: under any law
  std::vector<std::string> roles;
  std::vector<std::string> except_roles;
  timing::DayRange days;

  [[nodiscard]] bool one_language() const { return german != english; }
};
// Whether a draft can be in both.
[[nodiscard]] bool overlap(const Where& a, const Where& b);
// Whether every draft that is in `inner` is in `outer` too.
[[nodiscard]] bool covers(const Where& outer, const Where& inner);

}  // namespace botschaft::pack
