// A JSON document that is only read: one small record per value, and its strings in a few blocks of memory. The library
// that takes the text apart would make an object of maps and strings of it, which took longer than everything else that
// loading a guideline does.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace botschaft::wire {

// A value of a Document, which must outlive it.
class Value {
 public:
  enum class Type : uint8_t { kNull, kBoolean, kInteger, kFraction, kString, kArray, kObject };

  [[nodiscard]] Type type() const { return type_; }
  [[nodiscard]] bool is_object() const { return type_ == Type::kObject; }
  [[nodiscard]] bool is_array() const { return type_ == Type::kArray; }
  [[nodiscard]] bool is_string() const { return type_ == Type::kString; }
  [[nodiscard]] bool is_boolean() const { return type_ == Type::kBoolean; }
  // A number without fraction and exponent, of less than 2^64.
  [[nodiscard]] bool is_integer() const { return type_ == Type::kInteger; }

  // Each is for values of its type only.
  [[nodiscard]] std::string_view string() const { return text_; }
  [[nodiscard]] bool boolean() const { return number_ != 0; }
  [[nodiscard]] int64_t integer() const { return number_; }  // INT64_MAX for anything above it

  // Of an object or array; 0 for anything else.
  [[nodiscard]] size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  // The name that the value has in its object.
  [[nodiscard]] std::string_view key() const { return key_; }
  // The value behind a key of an object; null where there is none. Of a key that comes twice, the last value counts.
  [[nodiscard]] const Value* find(std::string_view key) const;

  // The values in an object or array, in order.
  class Iterator {
   public:
    explicit Iterator(const Value* at) : at_(at) {}
    const Value& operator*() const { return *at_; }
    Iterator& operator++() {
      at_ = at_->next_;
      return *this;
    }
    friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }

   private:
    const Value* at_;
  };
  [[nodiscard]] Iterator begin() const { return Iterator(first_); }
  [[nodiscard]] static Iterator end() { return Iterator(nullptr); }

 private:
  friend class Document;

  Type type_ = Type::kNull;
  uint32_t size_ = 0;
  std::string_view key_;
  std::string_view text_;
  int64_t number_ = 0;
  Value* first_ = nullptr;
  Value* next_ = nullptr;
};

class Document {
 public:
  Document() = default;  // broken
  // Broken (see ok) when it is no JSON, has ill-formed UTF-8, or escapes half of a surrogate pair.
  explicit Document(std::string_view json);
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;

  [[nodiscard]] bool ok() const { return root_ != nullptr; }
  [[nodiscard]] const Value& root() const { return *root_; }
  // Whether an object had a key more than once.
  [[nodiscard]] bool has_repeated_keys() const { return has_repeated_keys_; }
  // Of a broken one: what was read before it broke, null where nothing was; and the place of a number beyond 1.8e308,
  // empty where that is not the reason.
  [[nodiscard]] const Value* begun() const { return begun_; }
  [[nodiscard]] const std::string& huge_number() const { return huge_number_; }
  // Gives the root, an object, the fields of another document's that it has not got; that one must outlive this.
  void fill_in(const Value& defaults);

 private:
  class Builder;

  [[nodiscard]] Value& append();
  [[nodiscard]] std::string_view keep(std::string_view text);

  std::vector<std::unique_ptr<Value[]>> values_;
  size_t used_values_ = 0;  // of the last block
  std::vector<std::unique_ptr<char[]>> texts_;
  size_t free_bytes_ = 0;  // at the end of the last block
  char* free_ = nullptr;
  Value* root_ = nullptr;
  Value* begun_ = nullptr;
  bool has_repeated_keys_ = false;
  std::string huge_number_;
};

}  // namespace botschaft::wire
