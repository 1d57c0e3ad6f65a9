// Tables as spreadsheets save them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace botschaft::cli {

using CsvRow = std::vector<std::string>;

// A file's rows, blank lines left out ("-": standard input). The separator (comma, semicolon or tab) is told from the
// first line; a byte order mark is dropped; text that is no UTF-8 is read as Windows-1252, which is how Excel saves
// plain CSV, and a notice says so. A quote that never ends, or begins inside a cell, is a problem.
[[nodiscard]] Result<std::vector<CsvRow>> read_csv(const std::string& path, Problems& notices);
// The same for a file's contents, any bytes; `path` is named in problems.
[[nodiscard]] Result<std::vector<CsvRow>> parse_csv(std::string text, const std::string& path, Problems& notices);

// RFC 4180: comma, quotes where needed, CRLF.
[[nodiscard]] std::string csv_line(const CsvRow& row);

}  // namespace botschaft::cli
