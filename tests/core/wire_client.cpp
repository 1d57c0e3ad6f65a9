#include "wire_client.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "engine/advice.h"
#include "wire/answers.h"
#include "wire/pack_reader.h"
#include "wire/session.h"

namespace botschaft::test {
namespace {

using Json = nlohmann::ordered_json;

Json parsed(std::string_view json) {
  Json value = Json::parse(json.begin(), json.end(), nullptr, false);
  INFO("Every answer is JSON: " << json.substr(0, 500));
  REQUIRE_FALSE(value.is_discarded());
  return value;
}

std::string bare(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string place_of(const Json& span) {
  return span.contains("start") ? span["start"].dump() + "-" + span["end"].dump() : "-";
}

}  // namespace

const char* const kBerlin =
    R"(,"zone":[{"at":1761440400,"offsetMinutes":60},{"at":1774746000,"offsetMinutes":120},{"at":1792890000,"offsetMinutes":60}])";

std::string quoted(std::string_view text) {
  return Json(std::string(text)).dump();
}

std::string value_at(std::string_view json, std::string_view pointer) {
  const Json value = parsed(json);
  const Json::json_pointer place{std::string(pointer)};
  return value.contains(place) ? bare(value[place]) : "-";
}

std::string each_at(std::string_view json, std::string_view list, std::string_view field) {
  const Json value = parsed(json);
  std::string out;
  for (const Json& element : value[Json::json_pointer{std::string(list)}]) {
    out += (out.empty() ? "" : " ") + (field.empty() ? bare(element) : bare(element[std::string(field)]));
  }
  return out;
}

std::string findings_in(std::string_view answer) {
  const Json value = parsed(answer);
  if (!value.contains("findings")) return "no findings: " + problems_in(answer);
  std::string out;
  for (const Json& finding : value["findings"]) {
    if (!out.empty()) out += '\n';
    out +=
        bare(finding["rule"]) + " " + bare(finding["level"]) + " " + place_of(finding) + " " + bare(finding["message"]);
    if (!finding.contains("fixes")) continue;
    for (const Json& fix : finding["fixes"]) out += " | " + place_of(fix) + " " + bare(fix["text"]);
  }
  return out;
}

std::string problems_in(std::string_view answer) {
  const Json value = parsed(answer);
  std::string out;
  for (const char* list : {"problems", "leftOut", "notices"}) {
    if (!value.contains(list)) continue;
    for (const Json& problem : value[list]) {
      if (!out.empty()) out += '\n';
      out += bare(problem["code"]) + " " + bare(problem["place"]) + ": " + bare(problem["reason"]) + " " +
             bare(problem["mend"]);
    }
  }
  return out.empty() ? "ok" : out;
}

std::string advice_on(const std::vector<std::string>& packs, std::string_view ui_language, std::string_view today,
                      bool unshown_phrases) {
  std::vector<pack::Pack> read;
  for (const std::string& pack : packs) {
    const wire::Document document(pack);
    REQUIRE(document.ok());
    Result<pack::Pack> result = wire::read_pack(document.root(), read.size());
    REQUIRE(result.ok());
    read.push_back(std::move(result.value()));
  }
  REQUIRE(engine::Engine().validate(read).ok());
  const engine::Advice advice = engine::advise(read, {timing::parse_day(today), unshown_phrases});
  const UiLanguage language = ui_language == "de" ? UiLanguage::kGerman : UiLanguage::kEnglish;
  std::string out;
  for (const auto& [kind, problems] : {std::pair("error ", &advice.errors), std::pair("warning ", &advice.warnings)}) {
    for (const Problem& problem : *problems) {
      if (!out.empty()) out += '\n';
      out.append(kind).append(problem.code).append(" ").append(problem.document).append(problem.place).append(": ");
      out += problem.reason.in(language) + " " + problem.mend.in(language);
    }
  }
  return out.empty() ? "ok" : out;
}

std::string rule(std::string_view id, std::string_view check, std::string_view more, std::string_view level) {
  std::string out = R"({"id":)" + quoted(id) + R"(,"level":)" + quoted(level) + R"(,"title":{"en":"Title"},"check":)";
  out.append(check);
  if (more.find("\"message\"") == std::string_view::npos) out += R"(,"message":{"en":"{match}"})";
  return out.append(more) + "}";
}

std::string pack(const std::vector<std::string>& rules, std::string_view more, std::string_view id) {
  std::string out = R"({"format":1,"id":)" + quoted(id) +
                    R"(,"version":"1","name":{"en":"Test"},"timeZone":"Europe/Berlin","rules":[)";
  for (size_t i = 0; i < rules.size(); ++i) out += (i > 0 ? "," : "") + rules[i];
  return out.append("]").append(more) + "}";
}

Client::Client() : session_(std::make_unique<wire::Session>()) {}
Client::~Client() = default;

Client::Client(const std::vector<std::string>& rules, std::string_view more) : Client() {
  REQUIRE(load({pack(rules, more)}) == "ok");
}

std::string Client::call(std::string_view request) {
  return session_->call(request).json;
}

std::string Client::load(const std::vector<std::string>& packs, std::string_view ui_language) {
  std::string request = R"({"op":"loadPacks","uiLang":)" + quoted(ui_language) + R"(,"packs":[)";
  for (size_t i = 0; i < packs.size(); ++i) request += (i > 0 ? "," : "") + packs[i];
  return problems_in(call(request + "]}"));
}

std::string Client::load_library(std::string_view library) {
  return problems_in(call(std::string(R"({"op":"loadLibrary","library":)").append(library) + "}"));
}

std::string Client::check_answer(std::string_view text, std::string_view more) {
  return call(R"({"op":"check","text":)" + quoted(text) + std::string(more) + "}");
}

}  // namespace botschaft::test
