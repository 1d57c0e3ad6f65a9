#include "wire/json.h"

#include <cmath>

namespace botschaft::wire {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view kControls = "\b\f\n\r\t";
  constexpr std::string_view kSigns = "bfnrt";
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  size_t written = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= ' ' && byte != '"' && byte != '\\') continue;
    out.append(text.substr(written, at - written)).append("\\");
    written = at + 1;
    const size_t control = kControls.find(text[at]);
    if (byte >= ' ') {
      out += text[at];
    } else if (control != std::string_view::npos) {
      out += kSigns[control];
    } else {
      out.append("u00");
      out += kHex[byte >> 4];
      out += kHex[byte & 0xF];
    }
  }
  out.append(text.substr(written)).append("\"");
}

}  // namespace

Json::Json(double value) : text_(value < 0 ? "-" : "") {
  constexpr int64_t kMillion = 1'000'000;
  const int64_t millionths = std::llround(std::fabs(value) * kMillion);
  std::string decimals = std::to_string(kMillion + millionths % kMillion).substr(1);
  while (decimals.size() > 1 && decimals.back() == '0') decimals.pop_back();
  text_.append(std::to_string(millionths / kMillion)).append(".").append(decimals);
}

Json::Json(std::string_view text) {
  text_.clear();
  text_.reserve(text.size() + 2);
  append_quoted(text_, text);
}

Json::Json(const std::vector<std::string>& texts) : Json(array()) {
  for (const std::string& text : texts) push_back(text);
}

Json::Json(std::initializer_list<Member> members) : Json(object()) {
  for (const Member& member : members) (*this)[member.key] = member.value;
}

void Json::separate() {
  if (text_.size() > 1) text_ += ',';
}

void Json::Field::operator=(const Json& value) const {
  object_.separate();
  append_quoted(object_.text_, key_);
  object_.text_ += ':';
  object_.text_ += value.text_;
  if (value.close_ != '\0') object_.text_ += value.close_;
}

void Json::push_back(const Json& value) {
  separate();
  text_ += value.text_;
  if (value.close_ != '\0') text_ += value.close_;
}

void Json::update(const Json& object) {
  if (object.text_.size() == 1) return;
  separate();
  text_.append(object.text_, 1);
}

}  // namespace botschaft::wire
