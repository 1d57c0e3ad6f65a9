// What an answer says about roles, responsibilities and approval.
#pragma once

#include "check/duties.h"
#include "wire/json.h"

namespace botschaft::wire {

// Members for the answer to a check: "topics" and "duties", each only where there is something to say.
[[nodiscard]] Json duties_to_json(const check::People& people, const check::Duties& duties,
                                  const check::Context& context);
// Members for the answer to loading packs: "people" and "channels", each only where there are any.
[[nodiscard]] Json people_choices(const check::People& people, UiLanguage language);

}  // namespace botschaft::wire
