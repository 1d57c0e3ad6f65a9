// Reading and writing UTF-8, code point by code point. Every text inside the core is well-formed: `repair` sees to that
// at the edge, so that nothing behind it has to ask.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace botschaft {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct CodePoint {
  char32_t value;
  size_t size;  // bytes, 1 to 4
};

// decode for a byte that is not ASCII.
[[nodiscard]] CodePoint decode_multibyte(std::string_view text, size_t at);
// The code point that begins at byte `at` (< text.size()). An ill-formed byte gives U+FFFD of size 1.
[[nodiscard]] inline CodePoint decode(std::string_view text, size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first < 0x80 ? CodePoint{first, 1} : decode_multibyte(text, at);
}
// The code point that ends before byte `end` (> 0).
[[nodiscard]] CodePoint decode_before(std::string_view text, size_t end);
void append_utf8(std::string& out, char32_t code_point);
[[nodiscard]] bool is_well_formed(std::string_view text);
// The text with each maximal ill-formed part replaced by U+FFFD (Unicode 15, 3.9, best practice).
[[nodiscard]] std::string repair(std::string_view text);
[[nodiscard]] size_t count_code_points(std::string_view text);

// Turns byte offsets into UTF-16 code units. Built once per text in one pass; each question is a look-up.
class Utf16Offsets {
 public:
  // `text` is well-formed and must outlive this object.
  explicit Utf16Offsets(std::string_view text);
  // `byte` is 0 to text.size(), at a code point's edge.
  [[nodiscard]] size_t at(size_t byte) const;
  [[nodiscard]] size_t total() const { return at(text_.size()); }

 private:
  std::string_view text_;
  // UTF-16 length before each block of kBlock bytes; empty for a text of ASCII only.
  static constexpr size_t kBlock = 64;
  struct Mark {
    size_t byte;
    size_t utf16;
  };
  std::vector<Mark> marks_;
};

}  // namespace botschaft
