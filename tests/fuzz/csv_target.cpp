// The reader of spreadsheets: any bytes as a CSV file. Rows that were read and written again are read as the same rows.
#include "csv_file.h"
#include "fuzz.h"

using namespace botschaft;
using fuzz::expect;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Problems notices;
  const auto rows = cli::parse_csv(std::string(fuzz::as_text(data, size)), "words.csv", notices);
  if (!rows.ok()) {
    expect(!rows.problems().empty() && !rows.problems().front().mend.en.empty(), "a refusal says why");
    return 0;
  }
  // A header first: the separator is told from the first line.
  std::string table = cli::csv_line({"term", "replacement"});
  for (const cli::CsvRow& row : rows.value()) {
    for (const std::string& cell : row) expect(is_well_formed(cell), "a cell is well-formed");
    table += cli::csv_line(row);
  }
  notices.clear();
  const auto again = cli::parse_csv(table, "words.csv", notices);
  expect(again.ok() && notices.empty(), "what was written can be read");
  expect(again.value().size() == rows.value().size() + 1, "every row comes back");
  for (size_t i = 0; i < rows.value().size(); ++i) {
    expect(again.value()[i + 1] == rows.value()[i], "every cell comes back");
  }
  return 0;
}
