// Reading files and standard input for the command.
#pragma once

#include <string>

#include "base/result.h"
#include "json.h"

namespace botschaft::cli {

// The whole file; "-" is standard input. The problem names the file and the system's reason.
[[nodiscard]] Result<std::string> read_file(const std::string& path);
// What the system said last, about a file that cannot be opened or read.
[[nodiscard]] Problem cannot_read(const std::string& path);
// The file as a draft: repaired to well-formed UTF-8 (with a notice on standard error), without byte order mark and
// without the one line break that editors and shells put at the end.
[[nodiscard]] Result<std::string> read_draft(const std::string& path, const std::string& ui_language);
// The same as JSON; a syntax error is told with its line.
[[nodiscard]] Result<Json> read_json_file(const std::string& path);

}  // namespace botschaft::cli
