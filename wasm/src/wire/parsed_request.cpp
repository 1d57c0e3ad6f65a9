#include "wire/parsed_request.h"

#include <algorithm>

#include "base/utf8.h"
#include "wire/answers.h"
#include "wire/json_bounds.h"

namespace botschaft::wire {
namespace {

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Whether `\uXXXX` at `at` escapes a unit whose first two hex digits lie in `low`..`high` ("D8".."DB" for high
// surrogates).
bool is_escaped_surrogate(std::string_view json, size_t at, bool high) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return false;
  for (size_t i = 2; i < 6; ++i) {
    if (!is_hex(json[at + i])) return false;
  }
  if (json[at + 2] != 'd' && json[at + 2] != 'D') return false;
  const char second = json[at + 3];
  const bool is_high =
      second == '8' || second == '9' || second == 'a' || second == 'b' || second == 'A' || second == 'B';
  const bool is_low = second == 'c' || second == 'd' || second == 'e' || second == 'f' || second == 'C' ||
                      second == 'D' || second == 'E' || second == 'F';
  return high ? is_high : is_low;
}

// JavaScript writes half an emoji as a lone escaped surrogate, which is no JSON text; it becomes U+FFFD, which is as
// long. None where there is nothing to mend.
std::optional<std::string> without_lone_surrogates(std::string_view json) {
  std::optional<std::string> mended;
  for (size_t at = json.find('\\'); at != std::string_view::npos && at + 1 < json.size(); at = json.find('\\', at)) {
    if (is_escaped_surrogate(json, at, true) && is_escaped_surrogate(json, at + 6, false)) {
      at += 12;
      continue;
    }
    if (is_escaped_surrogate(json, at, true) || is_escaped_surrogate(json, at, false)) {
      if (!mended) mended = std::string(json);
      mended->replace(at, 6, "\\ufffd");
      at += 6;
      continue;
    }
    at += 2;
  }
  return mended;
}

Problem not_json(size_t bytes) {
  const std::string size = std::to_string(bytes);
  return {"not-json",
          "",
          "",
          {"Die Anfrage (" + size + " Bytes) ist kein JSON.", "The request (" + size + " bytes) is not JSON."},
          {"Ein JSON-Objekt schicken.", "Send a JSON object."}};
}

Problem too_large() {
  return {"too-large",
          "",
          "",
          {"Die Anfrage ist größer als 16 MiB.", "The request is larger than 16 MiB."},
          {"Weniger auf einmal schicken.", "Send less at once."}};
}

Problem no_object() {
  return {"wrong-type",
          "",
          "",
          {"Das ist JSON, aber kein Objekt.", "This is JSON, but no object."},
          {"In geschweiften Klammern schicken, zum Beispiel {\"text\": \"…\"}.",
           "Send it in braces, for example {\"text\": \"…\"}."}};
}

// `place` is in the request.
Problem too_large_a_number(std::string place) {
  constexpr std::string_view kLibrary = "/library";
  if (place.starts_with(kLibrary)) place.erase(0, kLibrary.size());
  return {"out-of-range",
          "",
          std::move(place),
          {"Diese Zahl ist für jedes Feld zu groß.", "This number is too large for any field."},
          {"Die Zahl prüfen; meist ist sie vertippt.", "Check the number; most often it is mistyped."}};
}

// What is shorter costs little whatever it says.
constexpr size_t kHarmlessBytes = 16 << 10;

}  // namespace

ParsedRequest::ParsedRequest(std::string_view request) : text(request) {
  if (request.size() > kMaxRequestBytes) problem = too_large();
  if (!problem && request.size() > kHarmlessBytes) problem = find_excess(request);
  if (problem) return;
  json = Document(request);
  if (!json.ok()) mend(request);
  if (!json.huge_number().empty() && json.begun() != nullptr)
    problem = in_packs({too_large_a_number(json.huge_number())}, *json.begun()).front();
  else if (!json.ok())
    problem = not_json(request.size());
  else if (!json.root().is_object())
    problem = no_object();
}

Reply ParsedRequest::refusal(const Value* defaults) const {
  const Value* asked = json.ok() ? &json.root() : json.begun();
  const Value* language = asked != nullptr ? asked->find("uiLang") : nullptr;
  if (language == nullptr && defaults != nullptr) language = defaults->find("uiLang");
  const bool german = language != nullptr && language->is_string() && language->string() == "de";
  return reply(failure({*problem}, german ? UiLanguage::kGerman : UiLanguage::kEnglish));
}

void ParsedRequest::mend(std::string_view request) {
  mended_ = request;
  if (!is_well_formed(mended_)) {
    mended_ = repair(mended_);
    notices.push_back(
        {"invalid-utf8",
         "",
         "/text",
         {"Der Text enthielt ungültige Zeichen; sie zählen als �.", "The text had invalid bytes; they count as �."},
         {"Den Text als UTF-8 speichern.", "Save the text as UTF-8."}});
  }
  if (std::optional<std::string> whole = without_lone_surrogates(mended_)) mended_ = std::move(*whole);
  text = mended_;
  json = Document(text);
}

Problems in_packs(Problems problems, const Value& request) {
  constexpr std::string_view kList = "/packs/";
  const Value* packs = request.find("packs");
  for (Problem& problem : problems) {
    if (problem.place.rfind(kList, 0) != 0 || packs == nullptr || !packs->is_array()) continue;
    const size_t end = std::min(problem.place.find('/', kList.size()), problem.place.size());
    size_t number = 0;
    for (size_t at = kList.size(); at < end; ++at) number = number * 10 + static_cast<size_t>(problem.place[at] - '0');
    problem.document = std::to_string(number);
    auto pack = packs->begin();
    for (size_t i = 0; i < number && !(pack == Value::end()); ++i) ++pack;
    const Value* id = pack == Value::end() ? nullptr : (*pack).find("id");
    if (id != nullptr && id->is_string()) problem.document = id->string();
    problem.place.erase(0, end);
  }
  return problems;
}

// Every answer begins with "ok", and that of a check goes on with its verdict.
Reply reply(const Json& answer) {
  Reply reply{answer.dump(), false, ""};
  reply.ok = reply.json.starts_with(R"({"ok":true)");
  constexpr std::string_view kVerdict = R"({"ok":true,"verdict":")";
  if (reply.json.starts_with(kVerdict)) {
    reply.verdict = reply.json.substr(kVerdict.size(), reply.json.find('"', kVerdict.size()) - kVerdict.size());
  }
  return reply;
}

Reply reply_to(const Value& request, const Json& answer) {
  Reply named = reply(answer);
  const Value* id = request.find("id");
  if (id == nullptr || !(id->is_string() || id->is_integer())) return named;
  std::string begin = (id->is_string() ? Json{{"id", id->string()}} : Json{{"id", id->integer()}}).dump();
  begin.back() = ',';
  named.json.replace(0, 1, begin);
  return named;
}

}  // namespace botschaft::wire
