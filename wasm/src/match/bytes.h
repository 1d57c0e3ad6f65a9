// Numbers and texts as bytes, for what crosses from the core to the pattern engine and back: two modules of WebAssembly
// share no memory. Numbers are little-endian.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace botschaft::match {

class ByteWriter {
 public:
  void number(uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) bytes_ += static_cast<char>(value >> shift & 0xFF);
  }
  void big_number(uint64_t value) {
    number(static_cast<uint32_t>(value));
    number(static_cast<uint32_t>(value >> 32));
  }
  void text(std::string_view value) {
    number(static_cast<uint32_t>(value.size()));
    bytes_ += value;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reading past the end gives 0 and empty texts.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  uint32_t number() {
    if (rest_.size() < 4) return 0;
    uint32_t value = 0;
    for (size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(rest_[i]);
    rest_.remove_prefix(4);
    return value;
  }
  uint64_t big_number() {
    const uint64_t low = number();
    return static_cast<uint64_t>(number()) << 32 | low;
  }
  // Valid as long as the bytes.
  std::string_view text() {
    const size_t size = number();
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(value.size());
    return value;
  }

 private:
  std::string_view rest_;
};

}  // namespace botschaft::match
