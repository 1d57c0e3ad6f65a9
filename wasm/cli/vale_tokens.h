// Vale's tokens, which are regular expressions of a kind that backtracks, as phrases and as patterns of ours.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json.h"
#include "match/pattern_set.h"

namespace botschaft::cli {

// Whether a token is words as they are written, and means no regular expression.
[[nodiscard]] bool is_plain(std::string_view token);

// The alternatives of a token, where it has a lookaround: only so does each lookaround stand at an end.
[[nodiscard]] std::vector<std::string> alternatives(const std::string& token);

// A token with the lookarounds at its ends taken off.
struct ValeToken {
  std::string pattern;
  std::vector<match::Neighbour> sides;
};
[[nodiscard]] ValeToken without_lookarounds(const std::string& token);

// A pattern as a pack writes it: a text, or an object where it has more to say.
[[nodiscard]] Json pattern_json(const std::string& pattern, const std::vector<match::Neighbour>& sides,
                                const std::vector<std::string>& replace);

}  // namespace botschaft::cli
