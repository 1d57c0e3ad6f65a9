#include "csv_file.h"

#include <csv.h>

#include <algorithm>

#include "base/utf8.h"
#include "files.h"

namespace botschaft::cli {
namespace {

// Bytes 0x80 to 0x9F; the others are those of Latin-1. 0 where the code page has none. Source: Unicode's mapping of
// code page 1252.
constexpr char32_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                       0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    char32_t character = byte;
    if (byte >= 0x80 && byte < 0xA0) character = kWindows1252[byte - 0x80];
    append_utf8(text, character == 0 && byte != 0 ? kReplacementCharacter : character);
  }
  return text;
}

char separator_of(std::string_view text) {
  size_t counts[3] = {};
  constexpr std::string_view kSeparators = ",;\t";
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    if (const size_t found = kSeparators.find(c); found != std::string_view::npos) ++counts[found];
  }
  return kSeparators[static_cast<size_t>(std::max_element(counts, counts + 3) - counts)];
}

struct Rows {
  std::vector<CsvRow> rows;
  CsvRow current;
};

void end_of_field(void* field, size_t size, void* data) {
  static_cast<Rows*>(data)->current.emplace_back(static_cast<const char*>(field), size);
}

void end_of_row(int, void* data) {
  Rows& rows = *static_cast<Rows*>(data);
  const bool blank =
      std::all_of(rows.current.begin(), rows.current.end(), [](const auto& cell) { return cell.empty(); });
  if (!blank) rows.rows.push_back(std::move(rows.current));
  rows.current.clear();
}

}  // namespace

Result<std::vector<CsvRow>> read_csv(const std::string& path, Problems& notices) {
  Result<std::string> content = read_file(path);
  if (!content.ok()) return content.problems();
  return parse_csv(std::move(content.value()), path, notices);
}

Result<std::vector<CsvRow>> parse_csv(std::string text, const std::string& path, Problems& notices) {
  if (text.rfind("\xEF\xBB\xBF", 0) == 0) text.erase(0, 3);
  if (!is_well_formed(text)) {
    text = from_windows_1252(text);
    notices.push_back({"not-utf8",
                       path,
                       "",
                       {"Die Datei ist kein UTF-8; sie wurde als Windows-1252 gelesen.",
                        "The file is no UTF-8; it was read as Windows-1252."},
                       {"Umlaute im Ergebnis prüfen, oder als „CSV UTF-8“ speichern.",
                        "Look at the umlauts in the result, or save it as “CSV UTF-8”."}});
  }
  csv_parser parser;
  Rows rows;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
  csv_set_delim(&parser, static_cast<unsigned char>(separator_of(text)));
  const bool whole = csv_parse(&parser, text.data(), text.size(), end_of_field, end_of_row, &rows) == text.size() &&
                     csv_fini(&parser, end_of_field, end_of_row, &rows) == 0;
  csv_free(&parser);
  if (whole) return std::move(rows.rows);
  return Problems{{"bad-csv",
                   path,
                   "row " + std::to_string(rows.rows.size() + 1),
                   {"Ein Anführungszeichen wird nicht geschlossen oder steht mitten im Feld.",
                    "A quote is not closed, or stands in the middle of a cell."},
                   {"Das Feld in \" setzen; ein \" im Text als \"\" schreiben.",
                    "Put the cell in \"; write a \" inside a text as \"\"."}}};
}

std::string csv_line(const CsvRow& row) {
  std::string line;
  for (const std::string& cell : row) {
    if (&cell != &row.front()) line += ',';
    if (cell.find_first_of(",\"\r\n;\t") == std::string::npos && cell.find_first_not_of(' ') == 0 &&
        cell.find_last_not_of(' ') + 1 == cell.size()) {
      line += cell;
      continue;
    }
    std::string quoted(cell.size() * 2 + 2, '\0');
    quoted.resize(csv_write(quoted.data(), quoted.size(), cell.data(), cell.size()));
    line += cell.empty() ? "" : quoted;
  }
  return line + "\r\n";
}

}  // namespace botschaft::cli
