// An audit for people: the score, what to do next, and every row with its findings.
#pragma once

#include <string>

#include "json.h"
#include "text_report.h"

namespace botschaft::cli {

[[nodiscard]] std::string audit_report(const Json& answer, const std::string& name, const ReportStyle& style);

}  // namespace botschaft::cli
