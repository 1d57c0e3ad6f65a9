// Findings for people: the line of the draft with the words underlined, the reason, and what to do.
#pragma once

#include <string>
#include <string_view>

#include "json.h"

namespace botschaft::cli {

struct ReportStyle {
  bool colours = false;
  bool german = false;
};

// Colours on a terminal only, and not where NO_COLOR is set.
[[nodiscard]] bool wants_colours();

// `answer` is that of a check of `text`; `name` is the file's.
[[nodiscard]] std::string check_report(const Json& answer, std::string_view text, std::string_view name,
                                       const ReportStyle& style);

}  // namespace botschaft::cli
