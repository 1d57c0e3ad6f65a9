// The sentences of findings: a rule's message with what was found filled in.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "timing/civil_time.h"

namespace botschaft::check {

struct Value {
  std::string_view name;  // "match", without braces
  std::string text;
};

// `message` with {name} replaced by each value; unknown placeholders stay.
[[nodiscard]] std::string fill_values(std::string_view message, std::initializer_list<Value> values);

// "Di., 24.11., 08:30" or "Tue 24 Nov, 08:30"
[[nodiscard]] std::string friendly_time(timing::LocalMinute minute, UiLanguage language);

}  // namespace botschaft::check
