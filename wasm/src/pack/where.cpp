// Where rules apply: law, networks, kinds, languages, roles and days, compared with each other.
#include <algorithm>

#include "pack/pack.h"

namespace botschaft::pack {
namespace {

constexpr uint8_t bit(Jurisdiction jurisdiction) {
  return static_cast<uint8_t>(1U << static_cast<unsigned>(jurisdiction));
}

constexpr uint8_t kMembersOfTheEu = bit(Jurisdiction::kGermany) | bit(Jurisdiction::kAustria);

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

uint8_t languages(const Where& where) {
  return static_cast<uint8_t>((where.german ? 1U : 0U) | (where.english ? 2U : 0U));
}

bool lets_in(const Where& where, const std::string& role) {
  return (where.roles.empty() || contains(where.roles, role)) && !contains(where.except_roles, role);
}

constexpr bool is_part(unsigned inner, unsigned outer) {
  return (inner & ~outer) == 0;
}

bool days_overlap(const timing::DayRange& a, const timing::DayRange& b) {
  return !(a.until && b.from && *a.until < *b.from) && !(b.until && a.from && *b.until < *a.from);
}

}  // namespace

uint8_t with_unions(uint8_t jurisdictions) {
  if ((jurisdictions & kMembersOfTheEu) == 0) return jurisdictions;
  return static_cast<uint8_t>(jurisdictions | bit(Jurisdiction::kEu));
}

bool overlap(const Where& a, const Where& b) {
  if ((a.networks & b.networks) == 0 || (a.kinds & b.kinds) == 0 || (languages(a) & languages(b)) == 0) return false;
  if (a.jurisdictions != 0 && b.jurisdictions != 0 &&
      (with_unions(a.jurisdictions) & with_unions(b.jurisdictions)) == 0)
    return false;
  if (!days_overlap(a.days, b.days)) return false;
  // Where neither names roles, somebody without a role is in both.
  const auto& named = a.roles.empty() ? b.roles : a.roles;
  return named.empty() || std::any_of(named.begin(), named.end(),
                                      [&](const std::string& role) { return lets_in(a, role) && lets_in(b, role); });
}

bool covers(const Where& outer, const Where& inner) {
  if (!is_part(inner.networks, outer.networks) || !is_part(inner.kinds, outer.kinds) ||
      !is_part(languages(inner), languages(outer)))
    return false;
  if (outer.jurisdictions != 0 &&
      (inner.jurisdictions == 0 || !is_part(inner.jurisdictions, with_unions(outer.jurisdictions))))
    return false;
  const auto first_later = [](const auto& a, const auto& b) { return a && (!b || *a > *b); };
  if (first_later(outer.days.from, inner.days.from)) return false;
  if (outer.days.until && (!inner.days.until || *inner.days.until > *outer.days.until)) return false;
  if (!outer.roles.empty()) {
    return !inner.roles.empty() && std::all_of(inner.roles.begin(), inner.roles.end(), [&](const std::string& role) {
      return contains(inner.except_roles, role) || lets_in(outer, role);
    });
  }
  return std::all_of(outer.except_roles.begin(), outer.except_roles.end(),
                     [&](const std::string& role) { return !lets_in(inner, role); });
}

Where Override::applied_to(Where own) const {
  if ((keys & kNetworks) != 0) own.networks = apply_to.networks;
  if ((keys & kKinds) != 0) own.kinds = apply_to.kinds;
  if ((keys & kLanguages) != 0) {
    own.german = apply_to.german;
    own.english = apply_to.english;
  }
  if ((keys & kRoles) != 0) own.roles = apply_to.roles;
  if ((keys & kExceptRoles) != 0) own.except_roles = apply_to.except_roles;
  if ((keys & kDays) != 0) own.days = apply_to.days;
  if ((keys & kLaw) != 0) own.jurisdictions = apply_to.jurisdictions;
  return own;
}

}  // namespace botschaft::pack
