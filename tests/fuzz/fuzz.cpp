#include "fuzz.h"

#include <fstream>
#include <iterator>

namespace botschaft::fuzz {
namespace {

void expect_sentence(const Json& problem, const char* key) {
  const auto sentence = problem.find(key);
  expect(sentence != problem.end() && sentence->is_string() && *sentence != "",
         "a problem has a code, a reason and a mend");
}

void expect_places(const Json& value, size_t utf16_length) {
  if (value.is_object()) {
    const auto start = value.find("start");
    const auto end = value.find("end");
    if (start != value.end() && end != value.end() && start->is_number() && end->is_number()) {
      expect(start->get<size_t>() <= end->get<size_t>(), "a place begins before it ends");
      expect(end->get<size_t>() <= utf16_length, "a place lies inside the text");
    }
  }
  if (value.is_structured()) {
    for (const Json& inside : value) expect_places(inside, utf16_length);
  }
}

}  // namespace

std::string project_file(const std::string& path) {
  std::ifstream file(std::string(BOTSCHAFT_SOURCE_DIR "/") + path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  expect(!content.empty(), "the project's own files are there");
  return content;
}

Json expect_answer(const wire::Reply& reply, size_t utf16_length) {
  expect(is_well_formed(reply.json), "an answer is well-formed UTF-8");
  Json answer = Json::parse(reply.json, nullptr, false);
  expect(answer.is_object(), "an answer is an object of JSON");
  expect(answer.contains("ok") && answer["ok"] == reply.ok, "an answer says whether it is one");
  if (!reply.ok) expect(answer.contains("problems") && !answer["problems"].empty(), "a refusal says why");
  for (const char* list : {"problems", "notices", "leftOut"}) {
    const auto problems = answer.find(list);
    if (problems == answer.end()) continue;
    expect(problems->size() <= kMaxProblems, "problems are bounded");
    for (const Json& problem : *problems) {
      for (const char* key : {"code", "reason", "mend"}) expect_sentence(problem, key);
    }
  }
  if (utf16_length != SIZE_MAX) expect_places(answer, utf16_length);
  return answer;
}

}  // namespace botschaft::fuzz
