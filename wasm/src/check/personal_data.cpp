// Data about people and credentials, which a post gives away to everybody.
#include "text/personal_data.h"

#include <algorithm>

#include "check/kinds.h"

namespace botschaft::check {
namespace {

// What of a number counts: its spelling differs. An international prefix is + or 00.
std::string bare(std::string_view written) {
  std::string out;
  for (const char c : written) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) out += c;
    if (c >= 'a' && c <= 'z') out += static_cast<char>(c - ('a' - 'A'));
  }
  if (!written.empty() && written[0] == '+') out.insert(0, "00");
  return out;
}

// E-mail hosts know no letter case, and no mail service in use tells local parts apart by it.
bool same_address(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool is_allowed(const text::PersonalDatum& datum, std::string_view written, const std::vector<std::string>& allow) {
  if (datum.kind == text::PersonalKind::kEmail) {
    if (host_is_one_of(written.substr(written.find('@') + 1), allow)) return true;
    return std::any_of(allow.begin(), allow.end(),
                       [&](const std::string& entry) { return same_address(entry, written); });
  }
  if (datum.kind == text::PersonalKind::kCredential) return false;
  return std::any_of(allow.begin(), allow.end(),
                     [&](const std::string& entry) { return bare(entry) == bare(written); });
}

}  // namespace

void check_personal_data(const RuleRun& run, const pack::PersonalDataCheck& check) {
  const std::string_view text = run.draft.text();
  for (const text::PersonalDatum& datum : run.draft.personal_data()) {
    if ((check.kinds >> static_cast<int>(datum.kind) & 1) == 0) continue;
    const std::string_view written = datum.span.in(text);
    if (is_allowed(datum, written, check.allow)) continue;
    run.report(datum.span, {{"match", std::string(written)}}, {{with_space(datum.span, text), ""}});
  }
}

}  // namespace botschaft::check
