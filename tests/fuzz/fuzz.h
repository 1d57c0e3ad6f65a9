// What every fuzz target expects of the core's answers. A broken expectation ends the process, so that libFuzzer keeps
// the input.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "wire/session.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace botschaft::fuzz {

using Json = nlohmann::ordered_json;

inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "expected: %s\n", what);
  std::abort();
}

inline std::string_view as_text(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The contents of a file of the project, named from its root.
std::string project_file(const std::string& path);

// An answer as a caller takes it apart: an object of well-formed JSON. Where it is a refusal, it has problems, each
// with a code, a reason and a mend; where it has places in a text of `utf16_length` units, they lie inside.
Json expect_answer(const wire::Reply& reply, size_t utf16_length = SIZE_MAX);

}  // namespace botschaft::fuzz
