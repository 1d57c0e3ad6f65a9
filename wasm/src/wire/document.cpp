#include "wire/document.h"

#include <algorithm>

#include "base/utf8.h"

namespace botschaft::wire {
namespace {

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

struct TypeName {
  std::string_view en;
  std::string_view de;
};

TypeName type_name(const Value& value) {
  switch (value.type()) {
    case Value::Type::kNull:
      return {"null", "null"};
    case Value::Type::kObject:
      return {"an object", "ein Objekt"};
    case Value::Type::kArray:
      return {"a list", "eine Liste"};
    case Value::Type::kString:
      return {"a text", "ein Text"};
    case Value::Type::kBoolean:
      return {"true or false", "true oder false"};
    case Value::Type::kFraction:
      return {"a number with a fraction", "eine Kommazahl"};
    case Value::Type::kInteger:
      break;
  }
  return {"a number", "eine Zahl"};
}

constexpr size_t kLongestQuote = 60;

}  // namespace

void Report::add(std::string_view code, std::string place, LocalizedText reason, LocalizedText mend) {
  if (full()) return;
  problems.push_back({code, document, std::move(place), std::move(reason), std::move(mend)});
}

std::string shortened(std::string_view text) {
  if (text.size() <= kLongestQuote) return std::string(text);
  size_t end = kLongestQuote;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string Node::place() const {
  if (parent_ == nullptr) return "";
  std::string out = parent_->place() + "/";
  if (key_.data() == nullptr) return out + std::to_string(index_);
  for (const char c : shortened(key_)) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

void Node::problem(std::string_view code, LocalizedText reason, LocalizedText mend) const {
  report_->add(code, place(), std::move(reason), std::move(mend));
}

void Node::wrong_type(std::string_view expected_en, std::string_view expected_de) const {
  const TypeName found = type_name(*value_);
  LocalizedText reason;
  reason.en.append("This is ").append(found.en).append(", but should be ").append(expected_en).append(".");
  reason.de.append("Hier steht ").append(found.de).append(", erwartet wird ").append(expected_de).append(".");
  LocalizedText mend;
  mend.en.append("Write ").append(expected_en).append(" here.");
  mend.de.append("Hier gehört ").append(expected_de).append(" hin.");
  problem("wrong-type", std::move(reason), std::move(mend));
}

bool Node::expect_object(std::initializer_list<std::string_view> known,
                         std::initializer_list<std::string_view> required) const {
  if (!value_->is_object()) {
    wrong_type("an object", "ein Objekt");
    return false;
  }
  const std::span<const std::string_view> names(known.begin(), known.size());
  for (const Value& entry : *value_) {
    const std::string_view key = entry.key();
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    if (report_->full()) break;  // looking for the nearest spelling is not cheap
    LocalizedText reason{"Den Schlüssel „" + shortened(key) + "“ gibt es hier nicht.",
                         "There is no key “" + shortened(key) + "” here."};
    LocalizedText mend;
    if (const auto near = nearest(key, names)) {
      mend.en.append("Did you mean “").append(*near).append("”?");
      mend.de.append("Gemeint ist wohl „").append(*near).append("“.");
    } else {
      mend = {"Den Schlüssel entfernen. Möglich sind: " + joined(names) + ".",
              "Remove it. Possible keys: " + joined(names) + "."};
    }
    Node(&entry, this, key, 0).problem("unknown-key", std::move(reason), std::move(mend));
  }
  bool complete = true;
  for (const std::string_view key : required) {
    if (value_->find(key) != nullptr) continue;
    complete = false;
    const std::string name(key);
    problem("missing-key", {"„" + name + "“ fehlt.", "“" + name + "” is missing."},
            {"„" + name + "“ ergänzen.", "Add “" + name + "”."});
  }
  return complete;
}

Node Node::field(std::string_view key) const {
  return {value_->find(key), this, key, 0};
}

std::optional<std::string> Node::text(Limits length) const {
  if (!present()) return std::nullopt;
  if (!value_->is_string()) {
    wrong_type("a text", "ein Text");
    return std::nullopt;
  }
  const std::string_view text = value_->string();
  if (text.size() < length.min) {
    problem("too-short", {"Der Text ist leer.", "The text is empty."}, {"Einen Text eintragen.", "Write a text."});
    return std::nullopt;
  }
  if (text.size() > length.max && count_code_points(text) > length.max) {
    const std::string limit = std::to_string(length.max);
    problem("too-long",
            {"Der Text hat mehr als " + limit + " Zeichen.", "The text has more than " + limit + " characters."},
            {"Den Text kürzen.", "Shorten the text."});
    return std::nullopt;
  }
  return std::string(text);
}

std::optional<bool> Node::boolean() const {
  if (!present()) return std::nullopt;
  if (!value_->is_boolean()) {
    wrong_type("true or false", "true oder false");
    return std::nullopt;
  }
  return value_->boolean();
}

std::optional<int64_t> Node::integer(int64_t min, int64_t max) const {
  if (!present()) return std::nullopt;
  if (!value_->is_integer()) {
    wrong_type("a whole number", "eine ganze Zahl");
    return std::nullopt;
  }
  const int64_t value = value_->integer();
  if (value < min || value > max) {
    const std::string range = std::to_string(min) + "–" + std::to_string(max);
    problem("out-of-range", {"Die Zahl liegt außerhalb von " + range + ".", "The number is outside " + range + "."},
            {"Eine Zahl aus " + range + " eintragen.", "Write a number within " + range + "."});
    return std::nullopt;
  }
  return value;
}

std::vector<Node> Node::items(Limits count) const {
  if (!present()) return {};
  if (!value_->is_array()) {
    wrong_type("a list", "eine Liste");
    return {};
  }
  if (value_->size() < count.min && count.min > 1) {
    const std::string least = std::to_string(count.min);
    problem("too-few",
            {"Die Liste hat weniger als " + least + " Einträge.", "The list has fewer than " + least + " entries."},
            {"Die Liste ergänzen.", "Add to the list."});
  } else if (value_->size() < count.min) {
    problem("too-few", {"Die Liste ist leer.", "The list is empty."},
            {"Mindestens einen Eintrag ergänzen.", "Add at least one entry."});
  }
  size_t taken = value_->size();
  if (taken > count.max) {
    const std::string limit = std::to_string(count.max);
    problem("too-many",
            {"Die Liste hat mehr als " + limit + " Einträge.", "The list has more than " + limit + " entries."},
            {"Die Liste kürzen oder aufteilen.", "Shorten or split the list."});
    taken = count.max;
  }
  std::vector<Node> nodes;
  nodes.reserve(taken);
  for (const Value& item : *value_) {
    if (nodes.size() == taken) break;
    nodes.push_back(Node(&item, this, {}, nodes.size()));
  }
  return nodes;
}

std::optional<size_t> Node::one_of(std::span<const std::string_view> known) const {
  const std::optional<std::string> word = text();
  if (!word) return std::nullopt;
  const auto found = std::find(known.begin(), known.end(), *word);
  if (found != known.end()) return static_cast<size_t>(found - known.begin());
  LocalizedText reason{"„" + shortened(*word) + "“ ist hier nicht möglich.",
                       "“" + shortened(*word) + "” is not possible here."};
  LocalizedText mend;
  if (const auto near = nearest(*word, known)) {
    mend.en.append("Did you mean “").append(*near).append("”?");
    mend.de.append("Gemeint ist wohl „").append(*near).append("“.");
  } else {
    mend = {"Möglich sind: " + joined(known) + ".", "Possible: " + joined(known) + "."};
  }
  problem("unknown-value", std::move(reason), std::move(mend));
  return std::nullopt;
}

std::vector<std::string> Node::texts(Limits count, Limits length) const {
  std::vector<std::string> out;
  for (const Node& item : items(count)) {
    if (auto text = item.text(length)) out.push_back(std::move(*text));
  }
  return out;
}

LocalizedText Node::localized() const {
  LocalizedText out;
  if (!present()) return out;
  if (value_->is_string()) {
    problem("wrong-type", {"Hier fehlt die Angabe der Sprache.", "The language is not named here."},
            {"Als {\"de\": \"…\", \"en\": \"…\"} schreiben.", "Write it as {\"de\": \"…\", \"en\": \"…\"}."});
    return out;
  }
  if (!expect_object({"de", "en"})) return out;
  constexpr Limits kLength{1, 4000};
  const Node german = field("de");
  const Node english = field("en");
  out.de = german.text(kLength).value_or("");
  out.en = english.text(kLength).value_or("");
  if (!german.present() && !english.present()) {
    problem("missing-key", {"Der Text fehlt in beiden Sprachen.", "The text is missing in both languages."},
            {"„de“ oder „en“ ergänzen, am besten beide.", "Add “de” or “en”, best both."});
  }
  return out;
}

std::string Node::id() const {
  constexpr Limits kLength{1, 80};
  const std::optional<std::string> word = text(kLength);
  if (!word) return "";
  bool good = word->front() != '-' && word->back() != '-' && word->find("--") == std::string::npos;
  for (const char c : *word) good = good && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  if (good) return *word;
  problem("bad-id", {"„" + shortened(*word) + "“ ist keine gültige ID.", "“" + shortened(*word) + "” is no valid id."},
          {"Nur Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche verwenden.",
           "Use lower-case letters a–z, digits and single hyphens."});
  return "";
}

}  // namespace botschaft::wire
