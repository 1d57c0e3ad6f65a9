#include "check/message.h"

#include <array>

namespace botschaft::check {

namespace {

// A match may be one word of a megabyte, and be named a hundred times. In bytes.
constexpr size_t kLongestValue = 1000;
constexpr size_t kLongestMessage = 20'000;

std::string_view beginning(std::string_view text) {
  if (text.size() <= kLongestValue) return text;
  size_t end = kLongestValue;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::string fill_values(std::string_view message, std::initializer_list<Value> values) {
  std::string out;
  size_t from = 0;
  while (from < message.size() && out.size() < kLongestMessage) {
    const size_t open = message.find('{', from);
    const size_t close = open == std::string_view::npos ? open : message.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = message.substr(open + 1, close - open - 1);
    const Value* found = nullptr;
    for (const Value& value : values) {
      if (value.name == name) found = &value;
    }
    out += message.substr(from, open - from);
    if (found != nullptr) {
      const std::string_view value = beginning(found->text);
      out.append(value).append(value.size() < found->text.size() ? "…" : "");
      from = close + 1;
    } else {
      out += '{';
      from = open + 1;
    }
  }
  if (from < message.size()) out += message.substr(from);
  return out;
}

std::string friendly_time(timing::LocalMinute minute, UiLanguage language) {
  constexpr std::array<std::string_view, 7> kGermanDays{"Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."};
  constexpr std::array<std::string_view, 7> kEnglishDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::array<std::string_view, 12> kEnglishMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string iso = timing::format_local_minute(minute);  // YYYY-MM-DDTHH:MM
  const auto weekday = static_cast<size_t>(timing::weekday_of(timing::day_of(minute)));
  const std::string month = iso.substr(5, 2);
  const std::string day = iso.substr(8, 2);
  const std::string time = iso.substr(11);
  std::string out;
  if (language == UiLanguage::kGerman) {
    out.append(kGermanDays[weekday]).append(", ").append(day).append(".").append(month).append("., ").append(time);
    return out;
  }
  const auto month_index = static_cast<size_t>((month[0] - '0') * 10 + (month[1] - '0') - 1);
  out.append(kEnglishDays[weekday]).append(" ").append(day[0] == '0' ? day.substr(1) : day).append(" ");
  out.append(kEnglishMonths[month_index]).append(", ").append(time);
  return out;
}

}  // namespace botschaft::check
