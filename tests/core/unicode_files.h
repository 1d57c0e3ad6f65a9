// Reads the test files of the Unicode Character Database.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace botschaft::test {

struct BreakCase {
  std::string line;  // as in the file
  std::string text;
  std::vector<size_t> boundaries;  // bytes, without 0
};

// Of auxiliary/NAME: "÷ 0061 × 0308 ÷", one case a line.
inline std::vector<BreakCase> break_cases(const std::string& name) {
  std::ifstream file(std::string(BOTSCHAFT_UNICODE_DIR) + "/auxiliary/" + name);
  std::vector<BreakCase> cases;
  std::string line;
  while (std::getline(file, line)) {
    line = line.substr(0, line.find('#'));
    std::istringstream words(line);
    BreakCase found;
    found.line = line;
    std::string word;
    while (words >> word) {
      if (word == "÷") {
        if (!found.text.empty()) found.boundaries.push_back(found.text.size());
      } else if (word != "×") {
        append_utf8(found.text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
      }
    }
    if (!found.text.empty()) cases.push_back(found);
  }
  return cases;
}

struct EmojiCase {
  std::string line;
  std::string text;
  std::string status;  // fully-qualified, minimally-qualified, unqualified, component
  size_t code_points = 0;
};

inline std::vector<EmojiCase> emoji_cases() {
  std::ifstream file(std::string(BOTSCHAFT_UNICODE_DIR) + "/emoji/emoji-test.txt");
  std::vector<EmojiCase> cases;
  std::string line;
  while (std::getline(file, line)) {
    const size_t semicolon = line.find(';');
    if (line.starts_with('#') || semicolon == std::string::npos) continue;
    EmojiCase found;
    found.line = line;
    std::istringstream code_points(line.substr(0, semicolon));
    std::string hex;
    while (code_points >> hex) {
      append_utf8(found.text, static_cast<char32_t>(std::stoul(hex, nullptr, 16)));
      found.code_points++;
    }
    std::istringstream(line.substr(semicolon + 1)) >> found.status;
    cases.push_back(found);
  }
  return cases;
}

}  // namespace botschaft::test
