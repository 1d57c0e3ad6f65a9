#include "wire/json_bounds.h"

#include <array>
#include <string>

namespace botschaft::wire {
namespace {

Problem excess(std::string_view code, size_t at, size_t bound, const char* de, const char* en) {
  const std::string byte = std::to_string(at);
  const std::string most = std::to_string(bound);
  return {code,
          "",
          "",
          {"Ab Byte " + byte + " sind es mehr als " + most + " " + de + ".",
           "From byte " + byte + " on there are more than " + most + " " + en + "."},
          {"Weniger auf einmal schicken und prüfen, ob es die richtige Datei ist.",
           "Send less at once, and check that it is the right file."}};
}

// Behind the string whose first quote is at `at`.
size_t behind_string(std::string_view json, size_t at) {
  while (true) {
    at = json.find_first_of("\"\\", at + 1);
    if (at == std::string_view::npos) return json.size();
    if (json[at] == '"') return at + 1;
    ++at;
  }
}

}  // namespace

std::optional<Problem> find_excess(std::string_view json) {
  std::array<size_t, kMaxDepth + 1> keys{};  // of the object at each depth
  size_t depth = 0;
  size_t values = 1;
  for (size_t at = 0; at < json.size();) {
    switch (json[at]) {
      case '"':
        at = behind_string(json, at);
        continue;
      case '[':
      case '{':
        if (depth == kMaxDepth)
          return excess("too-deep", at, kMaxDepth, "Klammern ineinander", "brackets inside one another");
        keys[++depth] = 0;
        ++values;
        break;
      case ']':
      case '}':
        if (depth > 0) --depth;
        break;
      case ',':
        ++values;
        break;
      case ':':
        if (++keys[depth] > kMaxKeys)
          return excess("too-many", at, kMaxKeys, "Schlüssel in einem Objekt", "keys in one object");
        break;
      default:
        break;
    }
    if (values > kMaxValues) return excess("too-many", at, kMaxValues, "Werte", "values");
    ++at;
  }
  return std::nullopt;
}

}  // namespace botschaft::wire
