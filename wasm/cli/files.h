// Reading files and standard input for the command.
#pragma once

#include <string>

#include "base/result.h"
#include "json.h"

namespace botschaft::cli {

// The whole file; "-" is standard input. The problem names the file and the system's reason.
[[nodiscard]] Result<std::string> read_file(const std::string& path);
[[nodiscard]] Problem not_utf8(const std::string& path, LocalizedText reason);
// What the system said last, about a file that cannot be opened or read.
[[nodiscard]] Problem cannot_read(const std::string& path);
// The whole file as JSON; a syntax error is told with its line.
[[nodiscard]] Result<Json> read_json_file(const std::string& path);

}  // namespace botschaft::cli
