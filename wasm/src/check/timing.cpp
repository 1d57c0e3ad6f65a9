// Calendar, frequency and rest: whether now is a good time, and when the next one is.
#include <algorithm>

#include "check/kinds.h"
#include "check/link_key.h"

namespace botschaft::check {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::vector<std::string> links_of(const Draft& draft, const Context& context) {
  std::vector<std::string> links = context.links;
  for (const text::Link& link : draft.entities().links) links.push_back(link_key(link.span.in(draft.text())));
  return links;
}

// One list of posts for each thing that is counted on its own.
std::vector<std::vector<timing::Moment>> counted_posts(const pack::FrequencyCheck& check, const pack::Where& where,
                                                       const Draft& draft, const Context& context,
                                                       const std::vector<std::string>& topics) {
  using Of = pack::FrequencyCheck::Of;
  std::vector<std::string> things;
  if (check.of == Of::kTopic) {
    for (const std::string& topic : topics) {
      if (check.topics.empty() || contains(check.topics, topic)) things.push_back(topic);
    }
  } else if (check.of == Of::kLink) {
    things = links_of(draft, context);
  } else if (check.of == Of::kItem) {
    things = context.items;
  } else {
    things.emplace_back();
  }
  std::vector<std::vector<timing::Moment>> lists;
  for (const std::string& thing : things) {
    std::vector<timing::Moment>& list = lists.emplace_back();
    for (const EarlierPost& post : context.history) {
      if (post.kind != context.kind) continue;
      const bool fits = check.of == Of::kNetwork ? post.network == context.network
                                                 : (where.networks >> static_cast<int>(post.network) & 1) != 0;
      const bool same = check.of == Of::kTopic  ? contains(post.topics, thing)
                        : check.of == Of::kItem ? contains(post.items, thing)
                        : check.of == Of::kLink ? contains(post.links, thing)
                                                : true;
      if (fits && same) list.push_back(post.at);
    }
  }
  return lists;
}

// How many minutes make one of what messages count a gap in.
uint32_t unit_of(const pack::Rule& rule, timing::Objection::Kind kind) {
  if (kind == timing::Objection::Kind::kRest) return 60;
  const auto* check = std::get_if<pack::FrequencyCheck>(&rule.check);
  return kind == timing::Objection::Kind::kGap && check->gap_in_days ? timing::kMinutesPerDay : 1;
}

}  // namespace

std::vector<timing::Constraint> constraints_of(const pack::Rule& rule, const pack::Where& where, const Draft& draft,
                                               const Context& context, const std::vector<std::string>& topics) {
  const auto zone = [&](bool person) { return person && context.person_zone.known() ? &context.person_zone : nullptr; };
  if (const auto* calendar = std::get_if<pack::CalendarCheck>(&rule.check)) {
    const timing::Calendar* own = calendar->content ? &context.release : &calendar->calendar;
    return {{own, nullptr, {}, zone(calendar->person_zone), where.days}};
  }
  if (const auto* rest = std::get_if<pack::RestCheck>(&rule.check)) {
    std::vector<timing::Moment> worked = context.worked;
    for (const EarlierPost& post : context.history) worked.push_back(post.at);
    return {{nullptr, &rest->frequency, std::move(worked), zone(true), where.days}};
  }
  const auto* frequency = std::get_if<pack::FrequencyCheck>(&rule.check);
  std::vector<timing::Constraint> constraints;
  for (std::vector<timing::Moment>& posts : counted_posts(*frequency, where, draft, context, topics))
    constraints.push_back({nullptr, &frequency->frequency, std::move(posts), zone(frequency->person_zone), where.days});
  return constraints;
}

Timing judge_timing(std::span<const TimingRule> rules, const Context& context, std::vector<Finding>* findings) {
  Timing timing;
  const bool german = context.ui_language == UiLanguage::kGerman;
  std::vector<timing::Constraint> constraints;
  constraints.reserve(rules.size());
  for (const TimingRule& rule : rules) constraints.push_back(rule.constraint);
  timing.next = timing::next_good_moment(constraints, *context.now, context.zone);
  const std::string next = timing.next ? friendly_time(timing.next->minute(), context.ui_language)
                           : german    ? "nicht in den nächsten zwei Monaten"
                                       : "not within the next two months";
  const pack::Rule* last = nullptr;
  for (const TimingRule& rule : rules) {
    // Of what a rule counts by topic or link, one that has enough will do.
    if (rule.rule == last && last != nullptr) continue;
    const auto objection = timing::objection_to(rule.constraint, *context.now);
    if (!objection) continue;
    last = rule.rule;
    timing.good = false;
    const std::string period = objection->period ? objection->period->name.in(context.ui_language) : "";
    if (rule.rule == nullptr) {
      timing.because.push_back(period);
      continue;
    }
    std::string because = rule.rule->title.in(context.ui_language);
    if (!period.empty()) because.append(" (").append(period).append(")");
    timing.because.push_back(std::move(because));
    if (findings == nullptr) continue;
    const uint32_t unit = unit_of(*rule.rule, objection->kind);
    findings->push_back(
        {rule.rule_index,
         rule.level,
         std::nullopt,
         fill_values(rule.rule->message.in(context.ui_language), {{"next", next},
                                                                  {"period", period},
                                                                  {"count", std::to_string(objection->count / unit)},
                                                                  {"max", std::to_string(objection->limit / unit)}}),
         {}});
  }
  return timing;
}

}  // namespace botschaft::check
