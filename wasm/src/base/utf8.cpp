#include "base/utf8.h"

#include <cstdint>

namespace botschaft {
namespace {

uint8_t byte_at(std::string_view text, size_t at) {
  return static_cast<uint8_t>(text[at]);
}

// What may follow a leading byte (Unicode 15, table 3-7): how many bytes the sequence has, and the range of the second.
struct Lead {
  uint8_t size;  // 0: no leading byte of a sequence
  uint8_t second_min;
  uint8_t second_max;
};

Lead lead_of(uint8_t first) {
  if (first < 0xC2) return {0, 0, 0};
  if (first < 0xE0) return {2, 0x80, 0xBF};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first < 0xF0) return {3, 0x80, 0xBF};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first < 0xF4) return {4, 0x80, 0xBF};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// How many of the bytes from `at` on begin a well-formed sequence: all of them (`complete`), or the maximal part.
struct Sequence {
  size_t size;
  bool complete;
};

Sequence sequence_at(std::string_view text, size_t at) {
  const uint8_t first = byte_at(text, at);
  if (first < 0x80) return {1, true};
  const Lead lead = lead_of(first);
  if (lead.size == 0) return {1, false};
  for (size_t i = 1; i < lead.size; i++) {
    if (at + i >= text.size()) return {i, false};
    const uint8_t next = byte_at(text, at + i);
    const uint8_t min = i == 1 ? lead.second_min : 0x80;
    const uint8_t max = i == 1 ? lead.second_max : 0xBF;
    if (next < min || next > max) return {i, false};
  }
  return {lead.size, true};
}

bool is_continuation(uint8_t byte) {
  return (byte & 0xC0) == 0x80;
}

// UTF-16 code units that begin with this byte of a well-formed text.
size_t utf16_units(uint8_t byte) {
  return is_continuation(byte) ? 0 : byte >= 0xF0 ? 2 : 1;
}

}  // namespace

CodePoint decode_multibyte(std::string_view text, size_t at) {
  const uint8_t first = byte_at(text, at);
  const Sequence sequence = sequence_at(text, at);
  if (!sequence.complete) return {kReplacementCharacter, 1};
  char32_t value = first & (0x7Fu >> sequence.size);
  for (size_t i = 1; i < sequence.size; i++) value = value << 6 | (byte_at(text, at + i) & 0x3Fu);
  return {value, sequence.size};
}

CodePoint decode_before(std::string_view text, size_t end) {
  size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && is_continuation(byte_at(text, begin))) begin--;
  const CodePoint found = decode(text.substr(0, end), begin);
  if (begin + found.size == end) return found;
  return {kReplacementCharacter, 1};
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = kReplacementCharacter;
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

bool is_well_formed(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const Sequence sequence = sequence_at(text, at);
    if (!sequence.complete) return false;
    at += sequence.size;
  }
  return true;
}

std::string repair(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  size_t copied = 0;
  for (size_t at = 0; at < text.size();) {
    const Sequence sequence = sequence_at(text, at);
    if (!sequence.complete) {
      out.append(text.substr(copied, at - copied));
      append_utf8(out, kReplacementCharacter);
      copied = at + sequence.size;
    }
    at += sequence.size;
  }
  out.append(text.substr(copied));
  return out;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += !is_continuation(static_cast<uint8_t>(c));
  return count;
}

Utf16Offsets::Utf16Offsets(std::string_view text) : text_(text) {
  bool ascii = true;
  for (const char c : text) ascii = ascii && static_cast<uint8_t>(c) < 0x80;
  if (ascii) return;
  marks_.reserve(text.size() / kBlock + 1);
  size_t utf16 = 0;
  for (size_t at = 0; at < text.size(); at++) {
    const uint8_t byte = byte_at(text, at);
    // A block's mark is the first code point that begins in or behind it.
    if (!is_continuation(byte) && at >= marks_.size() * kBlock) marks_.push_back({at, utf16});
    utf16 += utf16_units(byte);
  }
  while (marks_.size() <= text.size() / kBlock) marks_.push_back({text.size(), utf16});
}

size_t Utf16Offsets::at(size_t byte) const {
  if (marks_.empty()) return byte;
  const Mark mark = marks_[byte / kBlock];
  size_t utf16 = mark.utf16;
  for (size_t i = mark.byte; i < byte; i++) utf16 += utf16_units(byte_at(text_, i));
  return utf16;
}

}  // namespace botschaft
