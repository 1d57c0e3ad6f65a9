#include "text/stem.h"

#include "text/english_stem.h"
#include "text/german_stem.h"

namespace botschaft::text {

std::string stem(std::string_view folded, Language language, bool flat) {
  switch (language) {
    case Language::kGerman:
      return german_stem(folded, flat);
    case Language::kEnglish:
      return english_stem(folded);
    case Language::kUndetermined:
    case Language::kOther:
      break;
  }
  return std::string(folded);
}

}  // namespace botschaft::text
