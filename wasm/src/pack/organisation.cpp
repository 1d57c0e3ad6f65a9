#include <algorithm>

#include "pack/pack.h"

namespace botschaft::pack {
namespace {

void take_over(std::vector<std::string>& mine, const std::vector<std::string>& other) {
  if (!other.empty()) mine = other;
}

struct NamedList {
  std::string_view placeholder;
  std::vector<std::string> Organisation::*list;
};
constexpr NamedList kLists[] = {{"{company}", &Organisation::names},
                                {"{product}", &Organisation::products},
                                {"{domain}", &Organisation::domains},
                                {"{handle}", &Organisation::handles},
                                {"{competitor}", &Organisation::competitors}};

struct Placeholder {
  size_t begin = std::string::npos;
  size_t end = 0;
  const std::vector<std::string>* list = nullptr;
};

// The first placeholder at or after `from` that names a list.
Placeholder find_placeholder(std::string_view text, size_t from, const Organisation& organisation) {
  while (true) {
    const size_t begin = text.find('{', from);
    if (begin == std::string_view::npos) return {};
    const size_t close = text.find('}', begin);
    if (close == std::string_view::npos) return {};
    if (const auto* list = organisation.list(text.substr(begin, close + 1 - begin))) return {begin, close + 1, list};
    from = begin + 1;
  }
}

}  // namespace

void Organisation::add(const Organisation& other) {
  take_over(names, other.names);
  take_over(products, other.products);
  take_over(domains, other.domains);
  take_over(handles, other.handles);
  take_over(competitors, other.competitors);
  take_over(intranet, other.intranet);
  if (other.jurisdictions != 0) jurisdictions = other.jurisdictions;
}

const std::vector<std::string>* Organisation::list(std::string_view placeholder) const {
  for (const NamedList& named : kLists) {
    if (placeholder == named.placeholder) return &(this->*named.list);
  }
  return nullptr;
}

uint8_t Organisation::lists() const {
  uint8_t bits = 0;
  for (size_t number = 0; number < std::size(kLists); ++number) {
    if (!(this->*kLists[number].list).empty()) bits |= static_cast<uint8_t>(1U << number);
  }
  return bits;
}

uint8_t lists_named(std::string_view text) {
  uint8_t bits = 0;
  constexpr size_t kShortest = 8;  // {domain}
  if (text.size() < kShortest || text.find('{') == std::string_view::npos) return bits;
  for (size_t number = 0; number < std::size(kLists); ++number) {
    if (text.find(kLists[number].placeholder) != std::string_view::npos) bits |= static_cast<uint8_t>(1U << number);
  }
  return bits;
}

const Organisation& sample_organisation() {
  static const Organisation kSample{{"Musterwerk"},  {"Mustermodul"},    {"musterwerk.example"},
                                    {"@musterwerk"}, {"Konkurrenzwerk"}, {}};
  return kSample;
}

std::string fill_in(std::string_view text, const Organisation& organisation) {
  std::string out;
  size_t from = 0;
  while (true) {
    const Placeholder found = find_placeholder(text, from, organisation);
    if (found.list == nullptr) break;
    out += text.substr(from, found.begin - from);
    out +=
        found.list->empty() ? text.substr(found.begin, found.end - found.begin) : std::string_view(found.list->front());
    from = found.end;
  }
  out += text.substr(from);
  return out;
}

std::vector<std::string> expand(const std::string& text, const Organisation& organisation) {
  const Placeholder found = find_placeholder(text, 0, organisation);
  if (found.list == nullptr) return {text};
  std::vector<std::string> out;
  out.reserve(found.list->size());
  for (const std::string& entry : *found.list) {
    // What follows the first list is filled in with first entries: a product of lists would explode.
    out.push_back(text.substr(0, found.begin) + entry +
                  fill_in(std::string_view(text).substr(found.end), organisation));
  }
  return out;
}

std::vector<std::string> expand(const std::vector<std::string>& texts, const Organisation& organisation) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    std::vector<std::string> expanded = expand(text, organisation);
    std::move(expanded.begin(), expanded.end(), std::back_inserter(out));
  }
  return out;
}

std::optional<std::string> expand_pattern(const std::string& pattern, const Organisation& organisation) {
  std::string out;
  size_t from = 0;
  while (true) {
    const Placeholder found = find_placeholder(pattern, from, organisation);
    if (found.list == nullptr) return out + pattern.substr(from);
    if (found.list->empty()) return std::nullopt;
    out += pattern.substr(from, found.begin - from);
    char before = '(';
    for (const std::string& entry : *found.list) {
      out += before == '(' ? "(?:" : "|";
      before = '|';
      for (const char c : entry) {
        // In UTF-8 and in RE2 every ASCII sign but letters, digits and _ may be escaped; nothing else may.
        const bool sign = static_cast<unsigned char>(c) < 0x80 && c != '_' && !(c >= '0' && c <= '9') &&
                          !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
        if (sign) out += '\\';
        out += c;
      }
    }
    out += ')';
    from = found.end;
  }
}

std::string_view type_name(const Check& check) {
  // In the order of the variant's alternatives.
  constexpr std::string_view kNames[] = {"phrases",    "required",       "count",       "links",       "shouting",
                                         "lookalikes", "personalData",   "readability", "consistency", "acronym",
                                         "repetition", "capitalization", "media",       "placement",   "similarity",
                                         "address",    "gender",         "voice",       "calendar",    "frequency",
                                         "question",   "patterns",       "tone",        "rest"};
  static_assert(std::size(kNames) == std::variant_size_v<Check>);
  return kNames[check.index()];
}

bool is_about_time(const Check& check) {
  return std::holds_alternative<CalendarCheck>(check) || std::holds_alternative<FrequencyCheck>(check) ||
         std::holds_alternative<RestCheck>(check);
}

}  // namespace botschaft::pack
