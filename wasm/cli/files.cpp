#include "files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "wire/document.h"
#include "wire/json_bounds.h"
#include "wire/value.h"

namespace botschaft::cli {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Problem not_utf8(const std::string& path, LocalizedText reason) {
  return {"not-utf8",
          path,
          "",
          std::move(reason),
          {"Im Editor die Kodierung UTF-8 wählen und neu speichern.",
           "Choose the encoding UTF-8 in the editor and save it again."}};
}

Problem cannot_read(const std::string& path) {
  const std::string english = std::strerror(errno);
  // The system speaks German only where its German texts are installed.
  std::string german = "Das System meldet: " + english + ".";
  if (errno == ENOENT) german = "Diese Datei gibt es nicht.";
  if (errno == EACCES) german = "Diese Datei darfst du nicht lesen.";
  if (errno == EISDIR) german = "Das ist ein Ordner, keine Datei.";
  return {"cannot-read",
          path,
          "",
          {std::move(german), "Cannot be read: " + english + "."},
          {"Pfad und Rechte prüfen.", "Check the path and its permissions."}};
}

Result<std::string> read_file(const std::string& path) {
  std::unique_ptr<std::FILE, CloseFile> opened;
  std::FILE* file = stdin;
  if (path != "-") {
    opened.reset(std::fopen(path.c_str(), "rb"));
    file = opened.get();
    if (file == nullptr) return cannot_read(path);
  }
  std::string content;
  char chunk[1 << 16];
  while (const size_t read = std::fread(chunk, 1, sizeof chunk, file)) content.append(chunk, read);
  if (std::ferror(file) != 0) return cannot_read(path);
  return content;
}

Result<Json> read_json_file(const std::string& path) {
  const Result<std::string> content = read_file(path);
  if (!content.ok()) return content.problems();
  if (content.value().find_first_not_of(" \t\r\n") == std::string::npos) {
    return Problem{"empty-file",
                   path,
                   "",
                   {"Die Datei ist leer.", "The file is empty."},
                   {"Prüfen, ob es die richtige Datei ist.", "Check that it is the right file."}};
  }
  if (!is_well_formed(content.value())) {
    return not_utf8(path, {"Die Datei ist nicht als UTF-8 gespeichert.", "The file is not saved as UTF-8."});
  }
  if (std::optional<Problem> excess = wire::find_excess(content.value())) {
    excess->document = path;
    return *std::move(excess);
  }
  try {
    Json json = Json::parse(content.value());
    if (Problems twice = wire::find_duplicate_keys(content.value(), path); !twice.empty()) return twice;
    return json;
  } catch (const Json::out_of_range&) {
    return Problem{"out-of-range",
                   path,
                   wire::Document(content.value()).huge_number(),
                   {"Diese Zahl ist für jedes Feld zu groß.", "This number is too large for any field."},
                   {"Die Zahl prüfen; meist ist sie vertippt.", "Check the number; most often it is mistyped."}};
  } catch (const Json::parse_error& error) {
    const size_t at = std::min(error.byte, content.value().size());
    const auto end = content.value().begin() + static_cast<std::ptrdiff_t>(at);
    const std::string line = std::to_string(1 + std::count(content.value().begin(), end, '\n'));
    return Problem{"not-json",
                   path,
                   "",
                   {"In Zeile " + line + " ist das kein gültiges JSON.", "This is no valid JSON at line " + line + "."},
                   {"Häufig fehlt dort oder davor ein Komma, eine Klammer oder ein Anführungszeichen.",
                    "Often a comma, bracket or quotation mark is missing there or just before."}};
  }
}

}  // namespace botschaft::cli
