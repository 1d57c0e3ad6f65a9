#include "wire/plan_answer.h"

#include "engine/plan.h"
#include "wire/answers.h"

namespace botschaft::wire {
namespace {

std::string_view period_name(timing::Objection::Kind kind) {
  if (kind == timing::Objection::Kind::kMonth) return "month";
  return kind == timing::Objection::Kind::kWeek ? "week" : "day";
}

std::string time_of_day(int32_t minutes) {
  // Midnight at the end of a day is written 24:00.
  if (minutes == timing::kMinutesPerDay) return "24:00";
  return timing::format_local_minute(minutes).substr(11);
}

Json reason_to_json(const engine::SlotReason& reason, UiLanguage language) {
  using Kind = engine::SlotReason::Kind;
  constexpr std::string_view kNames[] = {"window", "count", "after", "turn", "free"};
  Json json{{"reason", kNames[static_cast<size_t>(reason.kind)]}};
  if (reason.rule != nullptr) {
    json["rule"] = reason.rule->id;
    json["title"] = reason.rule->title.in(language);
  }
  if (reason.kind == Kind::kWindow) {
    json["from"] = time_of_day(reason.from);
    json["to"] = time_of_day(reason.to);
  }
  if (reason.kind == Kind::kCount) {
    json["per"] = period_name(reason.period);
    json["count"] = reason.count;
    json["max"] = reason.max;
  }
  if (reason.kind == Kind::kTurn) json["minutes"] = reason.count;
  if (!reason.name.empty()) json["name"] = reason.name;
  return json;
}

std::string as_calendar(const engine::Plan& plan, const PlanRequest& request) {
  std::vector<timing::Appointment> appointments;
  for (const engine::PlannedSlot& planned : plan.slots) {
    timing::Appointment& appointment = appointments.emplace_back(request.appointment);
    appointment.begin = planned.slot.at.utc;
    const std::string begin = std::to_string(appointment.begin);
    // Who plans is part of the seed, which nobody can turn back into the person.
    const uint64_t seed =
        timing::seed_of({std::to_string(request.wish.seed), facts_of(request.context.network).id, begin});
    appointment.uid = std::to_string(seed) + "-" + begin + "@botschaft";
  }
  return timing::calendar_file(appointments, request.context.now->utc, request.alarm_minutes);
}

}  // namespace

Json plan_answer(const check::RuleSet& rules, const check::Draft& draft, const PlanRequest& request,
                 const Problems& notices) {
  const UiLanguage language = request.context.ui_language;
  const engine::Plan plan = engine::make_plan(rules, draft, request.context, request.wish);
  Json json{{"ok", true}, {"good", plan.now.good}};
  add_timing(json, plan.now, rules, request.context);
  Json slots = Json::array();
  for (const engine::PlannedSlot& planned : plan.slots) {
    Json because = Json::array();
    for (const engine::SlotReason& reason : planned.because) because.push_back(reason_to_json(reason, language));
    slots.push_back(Json{{"at", timing::format_local_minute(planned.slot.at.minute())},
                         {"utc", planned.slot.at.utc},
                         {"because", because}});
  }
  json["slots"] = slots;
  Json caps = Json::array();
  for (const engine::Cap& cap : plan.caps) {
    caps.push_back(Json{{"rule", cap.rule->id},
                        {"title", cap.rule->title.in(language)},
                        {"per", period_name(cap.period)},
                        {"used", cap.used},
                        {"max", cap.max}});
  }
  json["caps"] = caps;
  if (request.as_calendar) json["ics"] = as_calendar(plan, request);
  if (!notices.empty()) json["notices"] = problems_to_json(notices, language);
  return json;
}

}  // namespace botschaft::wire
