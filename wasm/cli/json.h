// JSON as the command reads and writes it. The core has smaller forms (wire/value.h, wire/json.h): there every kilobyte
// counts.
#pragma once

#include <nlohmann/json.hpp>

namespace botschaft::cli {

using Json = nlohmann::ordered_json;

}  // namespace botschaft::cli
