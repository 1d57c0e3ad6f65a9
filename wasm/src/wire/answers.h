// The answers of shared/schema/protocol.schema.json, written from the engine's plain data. Offsets become UTF-16 here.
#pragma once

#include <string_view>

#include "engine/engine.h"
#include "wire/json.h"

namespace botschaft::wire {

[[nodiscard]] Json problems_to_json(const Problems& problems, UiLanguage language);
[[nodiscard]] Json failure(const Problems& problems, UiLanguage language);
[[nodiscard]] Json pack_summaries(const check::RuleSet& rules, const std::vector<engine::PackReport>& reports,
                                  UiLanguage language);
[[nodiscard]] Json pack_choices(const check::RuleSet& rules, UiLanguage language);
[[nodiscard]] Json library_answer(const content::Library& library, const Problems& left_out, UiLanguage language);
[[nodiscard]] Json check_answer(const check::RuleSet& rules, const check::Draft& draft, const check::Context& context,
                                const check::CheckResult& result, const Problems& notices, bool explain_tone);
// When the next good minute is, and what is against this one.
void add_timing(Json& json, const check::Timing& timing, const check::RuleSet& rules, const check::Context& context);
[[nodiscard]] Json suggest_answer(const content::Suggestions& suggestions, const Problems& notices,
                                  UiLanguage language);
// What the last pack says of the company's website; null where none does.
[[nodiscard]] const pack::Website* website_of(const check::RuleSet& rules);
[[nodiscard]] Json page_answer(const content::PageAnswer& page);
[[nodiscard]] Json intent_answer(const content::Intent& intent);
[[nodiscard]] Json analyze_answer(std::string_view text, Network network);

}  // namespace botschaft::wire
