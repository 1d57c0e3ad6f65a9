#include "catch.h"
#include "exact_buffer.h"
#include "text/entities.h"

using namespace botschaft;
using namespace botschaft::text;
using test::ExactBuffer;

namespace {

uint32_t length(Network network, std::string_view text) {
  return length_on(network, text, find_entities(text, network));
}

}  // namespace

TEST_CASE("The networks' facts", "[length]") {
  REQUIRE(all_networks().size() == kNetworkCount);
  for (const NetworkFacts& facts : all_networks()) {
    CAPTURE(facts.id);
    CHECK(&facts_of(facts.network) == &facts);
    CHECK(network_by_id(facts.id) == facts.network);
    CHECK(facts.post_limit > 0);
    CHECK(facts.comment_limit > 0);
    CHECK(limit_of(facts.network, Kind::kPost) == facts.post_limit);
    CHECK(limit_of(facts.network, Kind::kReply) == facts.comment_limit);
  }
  CHECK(facts_of(Network::kLinkedin).id == "linkedin");
  CHECK(facts_of(Network::kX).unit == LengthUnit::kWeighted);
  CHECK(facts_of(Network::kMastodon).mention_local_part);
  CHECK_FALSE(network_by_id("myspace").has_value());
}

TEST_CASE("Lengths as each network counts them", "[length]") {
  struct Case {
    std::string text;
    uint32_t linkedin, threads, bluesky, mastodon, x;
  };
  const Case cases[] = {
      {"", 0, 0, 0, 0, 0},
      {"Größe", 5, 5, 5, 5, 5},
      {"Gro\u0308ße", 6, 6, 5, 5, 5},
      {"😀", 2, 1, 1, 1, 2},
      {"👨‍👩‍👧‍👦", 11, 7, 1, 1, 2},
      {"🫨", 2, 1, 1, 1, 2},
      {"🇩🇪🇦🇹", 8, 4, 2, 2, 4},
      {"世界", 2, 2, 2, 2, 4},
      {"€…“”–", 5, 5, 5, 5, 7},
      {"1️⃣", 3, 3, 1, 1, 2},
      {"a\r\nb", 4, 4, 3, 3, 4},
      {"https://www.firma.de/eine/sehr/lange/adresse", 44, 44, 44, 23, 23},
      {"firma.de", 8, 8, 8, 8, 23},
      {"Hi http://a.co", 14, 14, 14, 26, 26},
      {"https://firma.example/a", 23, 23, 23, 23, 23},
      {"https://firma.example/ab", 24, 24, 24, 24, 24},  // .example is no top-level domain
      {"http://localhost/", 17, 17, 17, 17, 17},
      {"https://firma.de#oben", 21, 21, 21, 28, 28},
      {"https://firma.de/#oben", 22, 22, 22, 23, 23},
      {"https://firma.de/größe/见面?q=あ", 29, 29, 29, 23, 32},
      {"firma.de:8080", 13, 13, 13, 13, 28},
      {"@anna@mastodon.social hallo", 27, 27, 27, 11, 27},
      {"@anna hallo", 11, 11, 11, 11, 11},
      {"\u212B", 1, 1, 1, 1, 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ExactBuffer buffer(c.text);
    CHECK(length(Network::kLinkedin, buffer.view()) == c.linkedin);
    CHECK(length(Network::kThreads, buffer.view()) == c.threads);
    CHECK(length(Network::kBluesky, buffer.view()) == c.bluesky);
    CHECK(length(Network::kMastodon, buffer.view()) == c.mastodon);
    CHECK(length(Network::kX, buffer.view()) == c.x);
  }
}

TEST_CASE("Where the limit is crossed", "[length]") {
  struct Case {
    Network network;
    std::string text;
    uint32_t limit;
    std::string fitting;
  };
  const Case cases[] = {
      {Network::kLinkedin, "abc", 3, "abc"},
      {Network::kLinkedin, "abc", 2, "ab"},
      {Network::kLinkedin, "a😀b", 2, "a"},
      {Network::kLinkedin, "a😀b", 3, "a😀"},
      {Network::kBluesky, "👨‍👩‍👧‍👦x", 1, "👨‍👩‍👧‍👦"},
      {Network::kX, "世界", 3, "世"},
      {Network::kX, "Hi http://a.co/abc", 25, "Hi "},
      {Network::kX, "Hi http://a.co/abc", 26, "Hi http://a.co/abc"},
      {Network::kX, "", 0, ""},
      {Network::kX, "a", 0, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text, c.limit);
    const ExactBuffer buffer(c.text);
    CHECK(end_of_fitting(c.network, buffer.view(), find_entities(buffer.view(), c.network), c.limit) ==
          c.fitting.size());
  }
}
