// Times that leave nothing: windows of different rules that exclude each other, quiet periods that overlap.
#include <algorithm>
#include <set>

#include "engine/advice.h"
#include "timing/schedule.h"

namespace botschaft::engine {
namespace {

// A week whose days no pack names: the first whole one of 1970.
constexpr timing::LocalMinute kWeek = 4 * timing::kMinutesPerDay;

// A rule that says which hours of the week are good, whatever the draft says and whatever the date is.
bool is_weekly(const pack::Rule& rule) {
  const auto* check = std::get_if<pack::CalendarCheck>(&rule.check);
  return check != nullptr && rule.when.empty() &&
         !(check->calendar.windows.empty() && check->calendar.quiet_hours.empty());
}

bool holds(const pack::Where& where, Network network, Kind kind, const std::string& role) {
  const auto has = [&](const std::vector<std::string>& roles) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  return (where.networks >> static_cast<int>(network) & 1) != 0 && (where.kinds >> static_cast<int>(kind) & 1) != 0 &&
         (where.roles.empty() || has(where.roles)) && !has(where.except_roles) && !where.days.from && !where.days.until;
}

bool leave_nothing(const check::RuleSet& rules, const std::vector<uint32_t>& weekly) {
  std::vector<timing::Constraint> constraints;
  for (const uint32_t rule : weekly) {
    timing::Constraint& constraint = constraints.emplace_back();
    constraint.calendar = &std::get_if<pack::CalendarCheck>(&rules.rules()[rule].rule.check)->calendar;
  }
  for (timing::LocalMinute minute = kWeek; minute < kWeek + 7 * timing::kMinutesPerDay; ++minute) {
    if (timing::is_fine(constraints, {minute * 60, minute * 60})) return false;
  }
  return true;
}

void advise_on_windows(const check::RuleSet& rules, Advice& advice) {
  std::set<std::string> roles{""};
  for (const pack::Pack& pack : rules.packs()) {
    for (const pack::Named& role : pack.roles) roles.insert(role.id);
  }
  std::set<std::vector<uint32_t>> seen;
  for (const NetworkFacts& facts : all_networks()) {
    for (const Kind kind : {Kind::kPost, Kind::kComment, Kind::kReply}) {
      for (const std::string& role : roles) {
        // The pack's hours and the person's may lie anywhere to each other.
        for (const bool person : {false, true}) {
          std::vector<uint32_t> weekly;
          std::vector<std::string> ids;
          for (uint32_t number = 0; number < rules.rules().size(); ++number) {
            const check::CompiledRule& compiled = rules.rules()[number];
            if (!is_weekly(compiled.rule) || !holds(compiled.where, facts.network, kind, role)) continue;
            if (std::get_if<pack::CalendarCheck>(&compiled.rule.check)->person_zone != person) continue;
            weekly.push_back(number);
            ids.push_back(compiled.rule.id);
          }
          if (weekly.empty() || !seen.insert(weekly).second || !leave_nothing(rules, weekly)) continue;
          const check::CompiledRule& last = rules.rules()[weekly.back()];
          const LocalizedText names = quoted_some(ids);
          add_problem(
              advice.errors,
              {"no-time-left",
               rules.packs()[last.pack].id,
               last.rule.place + "/check",
               {"Zusammen lassen diese Regeln auf " + std::string(facts.name) +
                    " in keiner Woche eine gute Minute: " + names.de + ".",
                "Together these rules leave no good minute in any week on " + std::string(facts.name) + ": " +
                    names.en + "."},
               {"Zeitfenster und Ruhestunden so ändern, dass sie sich überschneiden, oder eine Regel mit „where“ enger "
                "fassen.",
                "Change windows and quiet hours so that they share some time, or narrow a rule with “where”."}});
        }
      }
    }
  }
}

void advise_on_quiet_periods(const check::RuleSet& rules, Advice& advice) {
  for (const check::CompiledRule& compiled : rules.rules()) {
    const auto* check = std::get_if<pack::CalendarCheck>(&compiled.rule.check);
    if (check == nullptr || check->holidays) continue;
    const std::vector<timing::QuietPeriod>& periods = check->calendar.quiet;
    for (size_t later = 1; later < periods.size(); ++later) {
      for (size_t earlier = 0; earlier < later; ++earlier) {
        const timing::QuietPeriod& a = periods[earlier];
        const timing::QuietPeriod& b = periods[later];
        if (a.from >= b.until || b.from >= a.until) continue;
        add_problem(advice.warnings,
                    {"overlap",
                     rules.packs()[compiled.pack].id,
                     compiled.rule.place + "/check/quiet/" + std::to_string(later),
                     {"Die Ruhezeit „" + b.name.in(UiLanguage::kGerman) + "“ überschneidet sich mit „" +
                          a.name.in(UiLanguage::kGerman) + "“; genannt wird nur die erste.",
                      "The quiet period “" + b.name.in(UiLanguage::kEnglish) + "” overlaps with “" +
                          a.name.in(UiLanguage::kEnglish) + "”; only the first is named."},
                     {"Die Tage prüfen, oder beide zu einer Ruhezeit verbinden.",
                      "Check the days, or join the two into one period."}});
        break;
      }
    }
  }
}

}  // namespace

void advise_on_timing(const check::RuleSet& rules, Advice& advice) {
  advise_on_windows(rules, advice);
  advise_on_quiet_periods(rules, advice);
}

}  // namespace botschaft::engine
