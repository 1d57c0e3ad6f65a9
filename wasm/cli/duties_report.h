// What a check says about roles, responsibilities and approval, in words.
#pragma once

#include <string>

#include "json.h"

namespace botschaft::cli {

// One line for each; empty where there is nothing to say. `duties` is that of a CheckAnswer.
[[nodiscard]] std::string duties_report(const Json& duties, bool german);

}  // namespace botschaft::cli
