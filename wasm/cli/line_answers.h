// Many drafts, one a line: answered on all cores, in order, and as they come.
#pragma once

#include <string>

#include "wire/session.h"

namespace botschaft::cli {

struct LineTotals {
  size_t lines = 0;
  size_t failed = 0;  // no answer but problems
  size_t found = 0;   // at or above the level asked for
};

// Reads lines from `path` ("-": standard input) until its end and prints an answer for each. `defaults`, a JSON object,
// fills in what a line leaves out. `is_found` says of a verdict whether it counts as found. Memory stays bounded
// however long the input is. An unreadable file is a problem.
[[nodiscard]] Result<LineTotals> answer_lines(const wire::Session& session, const std::string& path,
                                              const std::string& defaults,
                                              bool (*is_found)(const std::string& verdict, const std::string& fail_on),
                                              const std::string& fail_on);

}  // namespace botschaft::cli
