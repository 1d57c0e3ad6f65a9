// A text in a heap buffer of exactly its size, so that the sanitizers see a read of one byte too many.
#pragma once

#include <cstring>
#include <memory>
#include <string_view>

namespace botschaft::test {

class ExactBuffer {
 public:
  explicit ExactBuffer(std::string_view text) : size_(text.size()), bytes_(new char[text.size()]) {
    if (size_ > 0) std::memcpy(bytes_.get(), text.data(), size_);
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  size_t size_;
  std::unique_ptr<char[]> bytes_;
};

}  // namespace botschaft::test
