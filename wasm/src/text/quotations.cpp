#include "text/quotations.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

struct Mark {
  char32_t open;
  char32_t close[2];
};
// A character may close one pair and open another; an open mark is closed first.
constexpr Mark kMarks[] = {
    {U'„', {U'“', U'”'}}, {U'“', {U'”', U'”'}}, {U'"', {U'"', U'"'}}, {U'»', {U'«', U'«'}}, {U'«', {U'»', U'»'}},
    {U'‚', {U'‘', U'’'}}, {U'‘', {U'’', U'’'}}, {U'›', {U'‹', U'‹'}}, {U'‹', {U'›', U'›'}},
};
constexpr size_t kNone = SIZE_MAX;

bool is_ascii_word(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_word_at(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = decode(text, at).value;
  return c < 0x80 ? is_ascii_word(c) : is_letter(c);
}

// Adds a span that may swallow those inside it.
void add(std::vector<Span>& out, Span span) {
  while (!out.empty() && out.back().begin >= span.begin) out.pop_back();
  if (out.empty() || out.back().end <= span.begin) out.push_back(span);
}

}  // namespace

std::vector<Span> quotations(std::string_view text) {
  std::vector<Span> out;
  std::array<size_t, std::size(kMarks)> open;
  open.fill(kNone);
  bool after_word = false;
  bool line_start = true;
  bool blank_line = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const size_t next = at + point.size;
    if (point.value == '\n') {
      if (blank_line) open.fill(kNone);  // a new paragraph
      blank_line = true;
      line_start = true;
      after_word = false;
      at = next;
      continue;
    }
    if (point.value == ' ' || point.value == '\t' || point.value == '\r') {
      after_word = false;
      at = next;
      continue;
    }
    blank_line = false;
    if (line_start && point.value == '>') {
      const size_t end = std::min(text.find('\n', at), text.size());
      add(out, {at, end});
      open.fill(kNone);
      at = end;
      continue;
    }
    line_start = false;
    // Most of a text is ASCII without marks.
    if (point.value < 0x80 && point.value != '"') {
      after_word = is_ascii_word(point.value);
      at = next;
      continue;
    }
    bool closed = false;
    for (size_t mark = 0; mark < open.size() && !closed; ++mark) {
      if (open[mark] == kNone) continue;
      if (point.value != kMarks[mark].close[0] && point.value != kMarks[mark].close[1]) continue;
      if (point.value == U'’' && is_word_at(text, next)) continue;  // an apostrophe
      add(out, {open[mark], next});
      const size_t begin = open[mark];
      for (size_t& other : open) {
        if (other != kNone && other >= begin) other = kNone;  // left open inside
      }
      closed = true;
    }
    for (size_t mark = 0; mark < open.size() && !closed; ++mark) {
      // An inch sign (27") and the apostrophe of ‘n’ open nothing; an open mark opens again only when it is closed.
      if (point.value == kMarks[mark].open && open[mark] == kNone && !after_word) open[mark] = at;
    }
    after_word = is_word_at(text, at);
    at = next;
  }
  return out;
}

}  // namespace botschaft::text
