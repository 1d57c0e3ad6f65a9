// Expected failures as values: what is wrong, where, and how to mend it, in both languages of the product.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace botschaft {

// The language of sentences that people read.
enum class UiLanguage : unsigned char { kEnglish, kGerman };

// The same words in German and English; either may be missing, never both where a text is required.
struct LocalizedText {
  std::string de;
  std::string en;

  [[nodiscard]] bool empty() const { return de.empty() && en.empty(); }
  [[nodiscard]] const std::string& in(UiLanguage language) const {
    const std::string& wanted = language == UiLanguage::kGerman ? de : en;
    if (!wanted.empty()) return wanted;
    return language == UiLanguage::kGerman ? en : de;
  }
};

struct Problem {
  std::string_view code;  // stable, for programs: a string literal such as "unknown-key"
  std::string document;   // id or number of the pack or library, where there are several
  std::string place;      // JSON pointer (RFC 6901) into the document; empty for the whole
  LocalizedText reason;   // what is wrong
  LocalizedText mend;     // what to do about it
};
using Problems = std::vector<Problem>;

// At most this many problems are told at once: a thousandth repetition helps nobody.
inline constexpr size_t kMaxProblems = 100;

// A value, or at least one problem.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Problems problems) : state_(std::move(problems)) {}
  Result(Problem problem) : state_(Problems{std::move(problem)}) {}

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  // Only when ok().
  [[nodiscard]] T& value() { return *std::get_if<T>(&state_); }
  [[nodiscard]] const T& value() const { return *std::get_if<T>(&state_); }
  // Only when not ok().
  [[nodiscard]] const Problems& problems() const { return *std::get_if<Problems>(&state_); }

 private:
  std::variant<T, Problems> state_;
};

}  // namespace botschaft
