// Writing JSON: the text itself, in the order in which it is put together. There is nothing to look up in it again.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace botschaft::wire {

class Json {
 public:
  struct Member;
  // What `json["key"] = value` writes to. Every key is written once.
  class Field {
   public:
    void operator=(const Json& value) const;  // NOLINT: it is no assignment of fields

   private:
    friend class Json;
    Field(Json& object, std::string_view key) : object_(object), key_(key) {}
    Json& object_;
    std::string_view key_;
  };

  Json() = default;  // null
  Json(std::nullptr_t) {}
  template <std::integral Number>
  Json(Number value) {
    if constexpr (std::same_as<Number, bool>) {
      text_ = value ? "true" : "false";
    } else {
      text_ = std::to_string(value);
    }
  }
  // Rounded to six decimals; between -10^9 and 10^9.
  Json(double value);
  // Well-formed UTF-8.
  Json(std::string_view text);
  Json(const std::string& text) : Json(std::string_view(text)) {}
  Json(const char* text) : Json(std::string_view(text)) {}
  Json(const std::vector<std::string>& texts);
  // An object.
  Json(std::initializer_list<Member> members);

  [[nodiscard]] static Json object() { return Json('{', '}'); }
  [[nodiscard]] static Json array() { return Json('[', ']'); }

  [[nodiscard]] bool is_null() const { return close_ == '\0' && text_ == "null"; }
  [[nodiscard]] Field operator[](std::string_view key) { return {*this, key}; }
  void push_back(const Json& value);
  // Adds the members of another object.
  void update(const Json& object);
  [[nodiscard]] std::string dump() const { return close_ == '\0' ? text_ : text_ + close_; }

 private:
  Json(char open, char close) : text_(1, open), close_(close) {}
  void separate();

  std::string text_ = "null";  // of an object or array, without its last bracket
  char close_ = '\0';          // that bracket
};

struct Json::Member {
  std::string_view key;
  Json value;
};

}  // namespace botschaft::wire
