// How a German text addresses its readers: with du, with ihr, with Sie, or not at all.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/wording.h"

namespace botschaft::tone {

enum class Form : uint8_t { kNone, kDu, kIhr, kSie };
// "none", "du", "ihr", "Sie"
[[nodiscard]] std::string_view form_name(Form form);

struct AddressMarker {
  enum class Part : uint8_t { kPronoun, kPossessive, kVerb, kImperative };

  uint32_t token;  // its place among the tokens
  Form form;       // never kNone
  Part part;
  // Not certain: a "Sie" or "Ihr" at a sentence's start that may as well mean she or they; what stands around it speaks
  // for the reader.
  bool certain;
  uint32_t subject;  // of a verb: its pronoun's token; the marker's own where there is none
};

struct Address {
  Form form = Form::kNone;             // what most of the text does
  bool mixed = false;                  // Sie beside du or ihr, both certainly
  std::vector<AddressMarker> markers;  // one a word, in the order of the text
};

// `sentences` as text::sentences finds them. Only the author's own words count. Meant for German; ask the language
// first.
[[nodiscard]] Address address_of(const text::Wording& wording, const std::vector<Span>& sentences);

// The form of most markers in `part`, a sentence for example.
[[nodiscard]] Form form_in(const Address& address, const std::vector<text::Token>& tokens, Span part);

}  // namespace botschaft::tone
