#include "engine/plan.h"

#include <algorithm>

#include "check/kinds.h"

namespace botschaft::engine {
namespace {

using Kind = timing::Objection::Kind;
using Reason = SlotReason::Kind;

struct CapOf {
  Kind kind;
  std::optional<uint32_t> timing::Frequency::*max;
};
constexpr CapOf kCaps[] = {{Kind::kDay, &timing::Frequency::per_day},
                           {Kind::kWeek, &timing::Frequency::per_week},
                           {Kind::kMonth, &timing::Frequency::per_month}};

void add_reasons(const check::TimingRule& rule, const check::Context& context, const timing::Slot& slot,
                 std::vector<SlotReason>& reasons) {
  const timing::Constraint& constraint = rule.constraint;
  if (const timing::Window* window = timing::window_at(constraint, slot.at)) {
    reasons.push_back({Reason::kWindow, rule.rule, Kind::kDay, window->from, window->to, 0, 0, {}});
  }
  if (slot.opens.utc > context.now->utc) {
    const auto before = timing::objection_to(constraint, context.zone.from_utc(slot.opens.utc - 60));
    if (before && before->kind != Kind::kOutside && before->kind != Kind::kQuietHours)
      reasons.push_back({Reason::kAfter, rule.rule, Kind::kDay, 0, 0, 0, 0,
                         before->period ? before->period->name.in(context.ui_language) : ""});
  }
  for (const CapOf& cap : kCaps) {
    if (constraint.frequency == nullptr || !(constraint.frequency->*cap.max)) continue;
    reasons.push_back({Reason::kCount,
                       rule.rule,
                       cap.kind,
                       0,
                       0,
                       timing::posts_beside(constraint, cap.kind, slot.at) + 1,
                       *(constraint.frequency->*cap.max),
                       {}});
  }
}

}  // namespace

Plan make_plan(const check::RuleSet& rules, const check::Draft& draft, const check::Context& context,
               timing::PlanWish wish) {
  Plan plan;
  std::vector<check::TimingRule> timed = rules.timing_rules(draft, context);
  const bool ruled = std::any_of(timed.begin(), timed.end(), [&](const check::TimingRule& rule) {
    return rule.constraint.calendar == &context.release;
  });
  if (!ruled && !context.release.quiet.empty()) {
    check::TimingRule of_content{};
    of_content.constraint.calendar = &context.release;
    timed.push_back(std::move(of_content));
  }
  std::vector<timing::Constraint> constraints;
  constraints.reserve(timed.size());
  for (const check::TimingRule& rule : timed) constraints.push_back(rule.constraint);
  plan.now = check::judge_timing(timed, context);
  wish.from = *context.now;
  for (const timing::Slot& slot : timing::plan_slots(constraints, wish, context.zone)) {
    PlannedSlot& planned = plan.slots.emplace_back(PlannedSlot{slot, {}});
    for (check::TimingRule& rule : timed) add_reasons(rule, context, slot, planned.because);
    if (slot.minutes > 0) planned.because.push_back({Reason::kTurn, nullptr, Kind::kDay, 0, 0, slot.minutes, 0, {}});
    if (planned.because.empty()) planned.because.emplace_back();
    for (check::TimingRule& rule : timed) {
      if (wish.spread && rule.constraint.frequency != nullptr) rule.constraint.earlier.push_back(slot.at);
    }
  }
  for (size_t i = 0; i < timed.size(); ++i) {
    const timing::Frequency* frequency = constraints[i].frequency;
    for (const CapOf& cap : kCaps) {
      if (frequency != nullptr && frequency->*cap.max)
        plan.caps.push_back({timed[i].rule, cap.kind, timing::posts_beside(constraints[i], cap.kind, *context.now),
                             *(frequency->*cap.max)});
    }
  }
  return plan;
}

}  // namespace botschaft::engine
