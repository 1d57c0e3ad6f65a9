#include "text/token.h"

#include "catch.h"
#include "exact_buffer.h"

using namespace botschaft::text;
using botschaft::test::ExactBuffer;

namespace {

// Words in brackets, other tokens bare, a space where one stood before.
std::string drawn(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (token.space_before) out += ' ';
    const std::string part(token.span.in(text));
    out += token.is_word ? "[" + part + "]" : part;
  }
  return out;
}

}  // namespace

TEST_CASE("Tokens", "[token]") {
  const std::pair<std::string, std::string> cases[] = {
      {"", ""},
      {"  \n ", ""},
      {"Wir sind's, wirklich!", " [Wir] [sind's], [wirklich]!"},
      {"E-Mail", " [E]-[Mail]"},
      {"100 % sicher", " [100] % [sicher]"},
      {"1.000,50 €", " [1.000,50] €"},
      {"Kund*innen Kund:innen", " [Kund]*[innen] [Kund:innen]"},
      {"_so_ foo_bar", " _[so]_ [foo_bar]"},
      {"ga\u00ADran\u200Btie", " [ga\u00ADran\u200Btie]"},
      {"a\u200B b", " [a] [b]"},
      {"\u200Ba", " [a]"},
      {"!\u200Ba", " ![a]"},
      {"👍🏽👩‍💻", " 👍🏽👩‍💻"},
      {"世界", " [世][界]"},
      {"…»Zitat«", " …»[Zitat]«"},
      {"a\u00A0b", " [a] [b]"},
      {"e\u0301t\u00E9", " [e\u0301té]"},
      {"\u0001a", " [a]"},
      {"___", " ___"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const ExactBuffer buffer(text);
    CHECK(drawn(buffer.view()) == expected);
  }
}

TEST_CASE("Forms of a token", "[token]") {
  CHECK(exact_form("Gru\u0308n") == "Grün");
  CHECK(exact_form("ga\u00ADran\u200Btie") == "garantie");
  CHECK(exact_form("geht’s") == "geht's");
  CHECK(exact_form("a\u00AD\u0308") == "ä");
  CHECK(folded_form("GRÜẞE") == "grüße");
  CHECK(folded_form("Straße") == "straße");
  CHECK(folded_form("Ärger") == "ärger");
  CHECK(folded_form("ЯΣ") == "яσ");
  // Only the small letter is one character together with its mark.
  CHECK(folded_form("T\u0308ex") == "\u1E97ex");
  CHECK(folded_form(folded_form("T\u0308ex")) == folded_form("T\u0308ex"));
  CHECK(flat_form("größenänderung übel") == "groessenaenderung uebel");
  CHECK(flat_form("plain") == "plain");
}
