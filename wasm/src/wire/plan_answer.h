// The answer to "plan": the next good slots, with reasons as data for the host to put into words.
#pragma once

#include "check/rule_set.h"
#include "wire/json.h"
#include "wire/requests.h"

namespace botschaft::wire {

// `draft` is the request's; `request.context` has the facts of its content.
[[nodiscard]] Json plan_answer(const check::RuleSet& rules, const check::Draft& draft, const PlanRequest& request,
                               const Problems& notices);

}  // namespace botschaft::wire
