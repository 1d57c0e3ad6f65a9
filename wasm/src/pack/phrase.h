// A word or phrase, and how loosely it is matched.
#pragma once

#include <string>
#include <vector>

namespace botschaft::pack {

struct Phrase {
  std::string text;
  bool match_case = false;
  bool inflect = false;
  bool umlauts = false;
  bool compounds = false;
  bool joined = false;               // several words: also run together, as in hashtags, or with - or _ between them
  std::vector<std::string> replace;  // what to offer instead; an empty string offers to delete
  std::vector<std::string> except;   // longer phrases in which this one is fine
};

}  // namespace botschaft::pack
