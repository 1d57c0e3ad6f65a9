#include "wire/value.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>

namespace botschaft::wire {
namespace {

constexpr size_t kValuesInBlock = 256;
constexpr size_t kBytesInBlock = 16 << 10;

size_t hash_of(std::string_view key) {
  size_t hash = 0;
  for (const char c : key) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash;
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  if (!is_object()) return nullptr;
  for (const Value& value : *this) {
    if (value.key_ == key) return &value;
  }
  return nullptr;
}

// What the library tells of the text from its begin to its end: its interface for readers that want no document of its
// own. The names are the library's.
class Document::Builder {
 public:
  using Library = nlohmann::json;

  explicit Builder(Document& document) : document_(document) {}

  bool null() {
    add(Value::Type::kNull);
    return true;
  }
  bool boolean(bool value) {
    add(Value::Type::kBoolean).number_ = value ? 1 : 0;
    return true;
  }
  bool number_integer(int64_t value) {
    add(Value::Type::kInteger).number_ = value;
    return true;
  }
  bool number_unsigned(uint64_t value) {
    add(Value::Type::kInteger).number_ = static_cast<int64_t>(std::min<uint64_t>(value, INT64_MAX));
    return true;
  }
  bool number_float(double, const std::string&) {
    add(Value::Type::kFraction);
    return true;
  }
  bool string(const std::string& text) {
    add(Value::Type::kString).text_ = document_.keep(text);
    return true;
  }
  bool binary(const Library::binary_t&) { return false; }  // not in JSON
  bool start_object(size_t) {
    open_.push_back({&add(Value::Type::kObject), nullptr});
    return true;
  }
  bool start_array(size_t) {
    open_.push_back({&add(Value::Type::kArray), nullptr});
    return true;
  }
  bool key(const std::string& name) {
    key_ = document_.keep(name);
    return true;
  }
  bool end_object() {
    drop_repeated_keys(*open_.back().container);
    return end_array();
  }
  bool end_array() {
    open_.pop_back();
    return true;
  }
  bool parse_error(size_t, const std::string&, const Library::exception& error) {
    constexpr int kOutOfRange = 406;  // the library's number for it
    if (error.id == kOutOfRange) document_.huge_number_ = place();
    return false;
  }

 private:
  struct Open {
    Value* container;
    Value* last;
  };

  // JSON pointer to the value that is read next.
  std::string place() const {
    std::string place = open_.empty() ? "/" : "";
    for (size_t i = 0; i < open_.size(); ++i) {
      const Value& container = *open_[i].container;
      const bool innermost = i + 1 == open_.size();
      place += '/';
      if (container.is_object())
        place += innermost ? key_ : open_[i + 1].container->key_;
      else
        place += std::to_string(container.size_ - (innermost ? 0 : 1));
    }
    return place;
  }

  Value& add(Value::Type type) {
    Value& added = document_.append();
    added.type_ = type;
    if (open_.empty()) {
      document_.root_ = &added;
      return added;
    }
    Open& open = open_.back();
    if (open.container->is_object()) added.key_ = key_;
    (open.last == nullptr ? open.container->first_ : open.last->next_) = &added;
    open.last = &added;
    ++open.container->size_;
    return added;
  }

  // The first of them keeps its place and gets the last value.
  void drop_repeated_keys(Value& object) {
    if (object.size_ < 2) return;
    size_t slots = 4;
    while (slots < size_t{2} * object.size_) slots *= 2;
    seen_.assign(slots, nullptr);
    Value* before = nullptr;
    for (Value* value = object.first_; value != nullptr; value = value->next_) {
      size_t slot = hash_of(value->key_) % slots;
      while (seen_[slot] != nullptr && seen_[slot]->key_ != value->key_) slot = (slot + 1) % slots;
      Value* const first = seen_[slot];
      if (first == nullptr) {
        seen_[slot] = value;
        before = value;
        continue;
      }
      document_.has_repeated_keys_ = true;
      before->next_ = value->next_;
      --object.size_;
      Value* const behind = first->next_;
      *first = *value;
      first->next_ = behind;
    }
  }

  Document& document_;
  std::string_view key_;
  std::vector<Open> open_;
  std::vector<Value*> seen_;
};

Document::Document(std::string_view json) {
  Builder builder(*this);
  if (Builder::Library::sax_parse(json.data(), json.data() + json.size(), &builder)) return;
  begun_ = root_;
  root_ = nullptr;
}

Value& Document::append() {
  if (values_.empty() || used_values_ == kValuesInBlock) {
    values_.emplace_back(new Value[kValuesInBlock]);
    used_values_ = 0;
  }
  return values_.back()[used_values_++];
}

std::string_view Document::keep(std::string_view text) {
  if (text.empty()) return {"", 0};
  if (text.size() > free_bytes_) {
    const size_t size = std::max(kBytesInBlock, text.size());
    texts_.emplace_back(new char[size]);
    free_ = texts_.back().get();
    free_bytes_ = size;
  }
  std::memcpy(free_, text.data(), text.size());
  const std::string_view kept(free_, text.size());
  free_ += text.size();
  free_bytes_ -= text.size();
  return kept;
}

void Document::fill_in(const Value& defaults) {
  Value* last = root_->first_;
  while (last != nullptr && last->next_ != nullptr) last = last->next_;
  for (const Value& entry : defaults) {
    if (root_->find(entry.key()) != nullptr) continue;
    Value& added = append();
    added = entry;
    added.next_ = nullptr;
    (last == nullptr ? root_->first_ : last->next_) = &added;
    last = &added;
    ++root_->size_;
  }
}

}  // namespace botschaft::wire
