#include "text/normalize.h"

#include <algorithm>
#include <vector>

#include "base/sort.h"
#include "base/utf8.h"
#include "text/properties.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

struct Character {
  char32_t value;
  uint8_t combining_class;
};

void append_decomposed(std::vector<Character>& out, char32_t c) {
  const Decomposition parts = decompose(c);
  if (parts.first == 0) {
    out.push_back({c, properties_of(c).combining_class});
    return;
  }
  // At most three levels deep.
  append_decomposed(out, parts.first);
  if (parts.second != 0) append_decomposed(out, parts.second);
}

void order_marks(std::vector<Character>& characters) {
  for (size_t at = 0; at < characters.size();) {
    if (characters[at].combining_class == 0) {
      at++;
      continue;
    }
    size_t end = at;
    while (end < characters.size() && characters[end].combining_class != 0) end++;
    const auto first = characters.begin() + static_cast<ptrdiff_t>(at);
    std::vector<Character> marks(first, characters.begin() + static_cast<ptrdiff_t>(end));
    sort_stably(marks, [](Character a, Character b) { return a.combining_class < b.combining_class; });
    std::copy(marks.begin(), marks.end(), first);
    at = end;
  }
}

void append_composed(std::string& out, std::vector<Character>& characters) {
  constexpr size_t kNone = static_cast<size_t>(-1);
  size_t starter = kNone;
  size_t kept = 0;
  for (const Character character : characters) {
    if (starter != kNone) {
      const size_t between = kept - starter - 1;
      const uint8_t last_class = between == 0 ? 0 : characters[kept - 1].combining_class;
      // A mark is blocked by one of the same class before it, a starter by anything.
      const bool blocked = between != 0 && (last_class == 0 || last_class >= character.combining_class);
      const char32_t composed = blocked ? 0 : compose(characters[starter].value, character.value);
      if (composed != 0) {
        characters[starter].value = composed;
        continue;
      }
    }
    characters[kept] = character;
    if (character.combining_class == 0) starter = kept;
    kept++;
  }
  for (size_t i = 0; i < kept; i++) append_utf8(out, characters[i].value);
}

bool is_stable(char32_t c) {
  return c < 0x300 || !properties_of(c).has(kNormalizes);
}

}  // namespace

bool may_normalize(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    // Everything below U+0300 is composed and no mark: in UTF-8 it begins with a byte below 0xCC.
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte < 0xCC) {
      at += byte < 0x80 ? 1 : 2;
      continue;
    }
    const CodePoint c = decode(text, at);
    if (!is_stable(c.value)) return true;
    at += c.size;
  }
  return false;
}

std::string normalized(std::string_view text) {
  if (!may_normalize(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  std::vector<Character> characters;
  // From one stable character to the next, with all unstable ones between, nothing outside plays a part.
  for (size_t at = 0; at < text.size();) {
    const CodePoint first = decode(text, at);
    size_t end = at + first.size;
    bool only_first = true;
    while (end < text.size()) {
      const CodePoint next = decode(text, end);
      if (is_stable(next.value)) break;
      only_first = false;
      end += next.size;
    }
    if (only_first && is_stable(first.value)) {
      out.append(text.substr(at, end - at));
    } else {
      characters.clear();
      for (size_t i = at; i < end;) {
        const CodePoint c = decode(text, i);
        append_decomposed(characters, c.value);
        i += c.size;
      }
      order_marks(characters);
      append_composed(out, characters);
    }
    at = end;
  }
  return out;
}

}  // namespace botschaft::text
