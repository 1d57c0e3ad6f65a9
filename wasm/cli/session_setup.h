// What the commands share: packs into a session, times, and telling problems.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "json.h"
#include "wire/session.h"

namespace botschaft::cli {

inline constexpr int kExitClean = 0;
inline constexpr int kExitFound = 1;
inline constexpr int kExitBadInput = 2;

// The words that the tone is told by, a JSON document that is part of the command.
[[nodiscard]] std::string_view lexicon();
// Loads it into a session.
void load_lexicon(wire::Session& session);
// The public holidays by region, a JSON document that is part of the command.
[[nodiscard]] std::string_view holidays();
// Loads of both what any of the packs needs.
void load_what_packs_need(wire::Session& session, const Json& packs);

// "de" or "en", from the environment (LC_ALL, LC_MESSAGES, LANG).
[[nodiscard]] std::string ui_language_of_environment();

// Problems to standard error, one paragraph each: document and place, reason, mend.
void print_problems(const Problems& problems, const std::string& ui_language, const std::string& before_reason = "");
// The same for an answer that is not ok. `names` are the packs' files: a pack whose id cannot be read is called by its
// number, which only the request's writer can tell.
void print_problems(const Json& answer, const std::vector<std::string>& names = {});

// The file as a draft: repaired to well-formed UTF-8 (with a notice on standard error), without byte order mark and
// without the one line break that editors and shells put at the end.
[[nodiscard]] Result<std::string> read_draft(const std::string& path, const std::string& ui_language);

// Prints a pack on standard output where it is in order, else says what is wrong. The exit code.
[[nodiscard]] int print_valid_pack(const Json& pack, const std::string& ui_language);

// Loads the packs (the starter guideline where none is named). False after telling what is wrong.
[[nodiscard]] bool load_packs(wire::Session& session, const std::vector<std::string>& paths,
                              const std::string& ui_language);

// Sets "now" and "zone" of a request: `at` is local time in the pack's zone, or UTC with a Z, or empty for none.
// False after telling what is wrong.
[[nodiscard]] bool set_time(Json& request, const std::string& at, const wire::Session& session,
                            const std::string& ui_language);
// Loads a content library, and tells on standard error which items were left out. False after telling what is wrong.
[[nodiscard]] bool load_library(wire::Session& session, const std::string& path, const std::string& ui_language);
// Sets a field of a request from a JSON file; nothing where `path` is empty. False after telling what is wrong.
[[nodiscard]] bool set_from_file(Json& request, const char* field, const std::string& path,
                                 const std::string& ui_language);
}  // namespace botschaft::cli
