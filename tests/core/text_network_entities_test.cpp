// The networks disagree about what is a hashtag, a mention and a link. The same texts on each.
#include "catch.h"
#include "exact_buffer.h"
#include "text/entities.h"

using namespace botschaft;
using namespace botschaft::text;
using test::ExactBuffer;

namespace {

using Texts = std::vector<std::string>;

struct Case {
  Network network;
  std::string text;
  Texts expected;
};

Texts texts_of(std::string_view text, const std::vector<Span>& spans) {
  Texts texts;
  for (const Span span : spans) texts.emplace_back(span.in(text));
  return texts;
}

template <typename Spans>
void check_all(const std::vector<Case>& cases, Spans spans) {
  for (const Case& c : cases) {
    CAPTURE(facts_of(c.network).id, c.text);
    const ExactBuffer buffer(c.text);
    CHECK(texts_of(buffer.view(), spans(buffer.view(), c.network)) == c.expected);
  }
}

std::vector<Span> hashtags(std::string_view text, Network network) {
  return find_entities(text, network).hashtags;
}
std::vector<Span> mentions(std::string_view text, Network network) {
  return find_entities(text, network).mentions;
}
std::vector<Span> cashtags(std::string_view text, Network network) {
  return find_entities(text, network).cashtags;
}
std::vector<Span> links(std::string_view text, Network network) {
  return links_on(network, text, find_entities(text, network));
}

}  // namespace

TEST_CASE("Hashtags on each network", "[entities]") {
  using enum Network;
  check_all(
      {
          {kLinkedin, "#E-Auto #2024 #a_b", {"#E", "#a_b"}},
          {kX, "#E-Auto #2024 #a_b", {"#E", "#a_b"}},
          {kInstagram, "#E-Auto #2024 #a_b", {"#E", "#2024", "#a_b"}},
          {kBluesky, "#E-Auto #2024 #a_b", {"#E-Auto", "#a_b"}},
          {kMastodon, "#E-Auto #2024 #a_b #20_24", {"#E", "#a_b", "#20_24"}},
          {kBluesky, "(#tag) .#tag #Kund*innen, #tag!", {"#Kund*innen", "#tag"}},
          {kX, "(#tag) .#tag #Kund*innen, #tag!", {"#tag", "#tag", "#Kund", "#tag"}},
          {kMastodon, "(#tag) )#tag /#tag =#tag &#tag", {"#tag", "#tag"}},
          {kX, "&#tag #tag#tag ＃voll", {"＃voll"}},
          {kMastodon, "#catal·à #·a #a·", {"#catal·à", "#a"}},
          {kInstagram, "#love❤️ #🎉party", {"#love❤️", "#🎉party"}},
          {kLinkedin, "#love❤️ #🎉party", {"#love"}},
          {kBluesky, "#love❤️ #🎉party", {"#love❤️", "#🎉party"}},
          {kThreads, "#eins und #zwei", {"#eins", "#zwei"}},
          {kBluesky, "#" + std::string(64, 'a') + " #" + std::string(65, 'b'), {"#" + std::string(64, 'a')}},
          {kX, "https://firma.de/#tag", {}},
          {kBluesky, "#gru\u0308n", {"#gru\u0308n"}},
      },
      hashtags);
}

TEST_CASE("Mentions on each network", "[entities]") {
  using enum Network;
  const std::string longer = "@" + std::string(25, 'a');
  check_all(
      {
          {kLinkedin, "Danke @Anna Müller und @Jean-Luc, @firma!", {"@Anna Müller", "@Jean-Luc", "@firma"}},
          {kFacebook, "@Silbertann AG, @anna Danke", {"@Silbertann AG", "@anna"}},
          {kLinkedin, ".@max (@anna) a@b.de @@ @", {"@max", "@anna"}},
          {kX, "Danke @Anna Müller und @Müller", {"@Anna"}},
          {kX, "@anna.lena @user/list .@max! a@b.de RT@eins", {"@anna", "@user/list", "@max", "@eins"}},
          {kX, longer, {"@" + std::string(20, 'a')}},
          {kX, "見て@anna ＠voll @a@b", {"@anna", "＠voll"}},
          {kInstagram, "@anna.lena. @a..b @Müller", {"@anna.lena"}},
          {kThreads, longer, {longer}},
          {kMastodon, "@anna@mastodon.social. @max x@y.de /@z", {"@anna@mastodon.social", "@max"}},
          {kBluesky, "@anna.bsky.social. (@firma.de) @anna x@y.de", {"@anna.bsky.social", "@firma.de"}},
          {kBluesky, "@firma.unbekannt @anna.test", {"@anna.test"}},
          {kX, "https://medium.com/@anna", {}},
      },
      mentions);
}

TEST_CASE("Cashtags are X's and Bluesky's", "[entities]") {
  using enum Network;
  check_all(
      {
          {kX, "$DBK, $BRK.B $100 a$b $toolonger", {"$DBK", "$BRK.B"}},
          {kBluesky, "($DBK) $BRK.B $A1 $toolong", {"$DBK", "$BRK", "$A1"}},
          {kLinkedin, "$DBK", {}},
      },
      cashtags);
}

TEST_CASE("Links on each network", "[entities]") {
  using enum Network;
  const std::string text = "firma.de https://firma.de/a, http://localhost/ https://firma.de/见";
  check_all(
      {
          {kLinkedin, text, {"firma.de", "https://firma.de/a", "http://localhost/", "https://firma.de/"}},
          {kX, text, {"firma.de", "https://firma.de/a", "https://firma.de/"}},
          {kMastodon, text, {"https://firma.de/a", "https://firma.de/见"}},
          {kBluesky, text, {"firma.de", "https://firma.de/a", "http://localhost/", "https://firma.de/见"}},
          {kBluesky, "(firma.de) mit-strich.de FIRMA.DE https://a.de/(b)", {"firma.de", "https://a.de/(b)"}},
          {kX, "http://☃.net http://xn--はじめよう.com İ.İ.de", {"http://☃.net", "İ.İ.de"}},
          {kX, std::string(63, 'a') + ".com " + std::string(64, 'b') + ".com", {std::string(63, 'a') + ".com"}},
      },
      links);
}

TEST_CASE("Each network's entities are found in linear time in hostile texts", "[entities]") {
  const std::string_view patterns[] = {
      "a.de", "-a.de_",  "ä.", "ä_.",  "a-a-a_.",  "a.a.a_b.de", "#",  "@a@",  "@a.", "xn--ä.", "$A ", "#!",   "@A ",
      "@a-",  "http://", "(",  "a.b(", "あ_あ.de", "x.みんな",   "#·", "＃＃", "RT@", "t.co/",  "_.",  "İ.de/"};
  for (const std::string_view pattern : patterns) {
    std::string text;
    while (text.size() < 100'000) text += pattern;
    for (const NetworkFacts& facts : all_networks()) {
      CAPTURE(pattern, facts.id);
      // The step that runs this ends a test that hangs; a quadratic walk takes minutes here.
      CHECK(length_on(facts.network, text, find_entities(text, facts.network)) > 0);
    }
  }
}
