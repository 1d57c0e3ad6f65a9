#include "text/quotations.h"

#include <optional>

namespace botschaft::text {
namespace {

// Which mark closes what this one opens. A mark may close in one country what it opens in another.
struct Marks {
  std::string_view open;
  std::string_view closing[2];
};
constexpr Marks kMarks[] = {{"„", {"“", "”"}},    {"“", {"”", "“"}}, {"»", {"«", "«"}}, {"«", {"»", "»"}},
                            {"\"", {"\"", "\""}}, {"‚", {"‘", "’"}}, {"›", {"‹", "‹"}}};

bool breaks_line(std::string_view gap) {
  return gap.find('\n') != std::string_view::npos;
}

}  // namespace

std::vector<Span> quotations(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Span> found;
  const auto gap_before = [&](size_t i) {
    const size_t from = i == 0 ? 0 : tokens[i - 1].span.end;
    return text.substr(from, tokens[i].span.begin - from);
  };
  const auto closing_of = [&](size_t open) -> std::optional<size_t> {
    for (const Marks& marks : kMarks) {
      if (tokens[open].span.in(text) != marks.open) continue;
      for (size_t i = open + 1; i < tokens.size() && gap_before(i).find("\n\n") == std::string_view::npos; ++i) {
        const std::string_view token = tokens[i].span.in(text);
        if (token == marks.closing[0] || token == marks.closing[1]) return i;
      }
    }
    return std::nullopt;
  };
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_word) continue;
    if (const auto closing = closing_of(i)) {
      found.push_back({tokens[i].span.begin, tokens[*closing].span.end});
      i = *closing;
    } else if (tokens[i].span.in(text) == ">" && (i == 0 || breaks_line(gap_before(i)))) {
      size_t last = i;
      while (last + 1 < tokens.size() && !breaks_line(gap_before(last + 1))) ++last;
      found.push_back({tokens[i].span.begin, tokens[last].span.end});
      i = last;
    }
  }
  return found;
}

}  // namespace botschaft::text
