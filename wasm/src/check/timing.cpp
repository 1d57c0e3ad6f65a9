// Calendar and frequency: whether now is a good time, and when the next one is.
#include "check/kinds.h"

namespace botschaft::check {

TimingVerdict check_timing(std::span<const TimingRule> rules, const Context& context, std::vector<Finding>& findings) {
  TimingVerdict verdict;
  std::vector<timing::Constraint> constraints;
  constraints.reserve(rules.size());
  for (const TimingRule& rule : rules) constraints.push_back(rule.constraint);
  verdict.next = timing::next_good_minute(constraints, *context.now, context.earlier, context.zone);
  std::string next;
  if (verdict.next) {
    next = friendly_time(*verdict.next, context.ui_language);
  } else {
    next = context.ui_language == UiLanguage::kGerman ? "nicht in den nächsten zwei Monaten"
                                                      : "not within the next two months";
  }
  for (const TimingRule& rule : rules) {
    const auto objection = timing::objection_to(rule.constraint, *context.now, context.earlier);
    if (!objection) continue;
    verdict.good = false;
    findings.push_back(
        {rule.rule_index,
         rule.level,
         std::nullopt,
         fill_values(rule.rule->message.in(context.ui_language),
                     {{"next", next},
                      {"period", objection->period ? objection->period->name.in(context.ui_language) : ""},
                      {"count", std::to_string(objection->count)},
                      {"max", std::to_string(objection->limit)}}),
         {}});
  }
  return verdict;
}

}  // namespace botschaft::check
