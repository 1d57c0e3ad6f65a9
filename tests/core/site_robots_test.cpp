// robots.txt: the example of RFC 9309, 5.1 and 5.2, and what files are like in the wild.
#include "catch.h"
#include "exact_buffer.h"
#include "site/robots.h"

namespace botschaft::site {
namespace {

bool allows(std::string_view robots, std::string_view crawler, std::string_view path) {
  const test::ExactBuffer exact(robots);
  return may_fetch(exact.view(), crawler, path);
}

TEST_CASE("the groups of RFC 9309, 5.1") {
  constexpr std::string_view kRobots =
      "User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\n"
      "User-Agent: foobot\nDisallow:/\nAllow:/example/page.html\nAllow:/example/allowed.gif\n\n"
      "User-Agent: barbot\nUser-Agent: bazbot\nDisallow: /example/page.html\n\n"
      "User-Agent: quxbot\n\nEOF";
  CHECK_FALSE(allows(kRobots, "anybot", "/example/page.html"));
  CHECK_FALSE(allows(kRobots, "anybot", "/a.gif"));
  CHECK(allows(kRobots, "anybot", "/a.gif?x"));
  CHECK(allows(kRobots, "anybot", "/publications/"));
  CHECK_FALSE(allows(kRobots, "foobot", "/"));
  CHECK(allows(kRobots, "foobot", "/example/page.html"));
  CHECK(allows(kRobots, "foobot", "/example/allowed.gif"));
  for (const std::string_view bot : {"barbot", "bazbot"}) {
    CHECK_FALSE(allows(kRobots, bot, "/example/page.html"));
    CHECK(allows(kRobots, bot, "/example/other.html"));
  }
  CHECK(allows(kRobots, "quxbot", "/example/page.html"));
}

TEST_CASE("the longest rule decides (RFC 9309, 5.2)") {
  constexpr std::string_view kRobots =
      "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n";
  CHECK_FALSE(allows(kRobots, "foobot", "/example/page/disallowed.gif"));
  CHECK(allows(kRobots, "foobot", "/example/page/x"));
  CHECK(allows("User-agent: a\nDisallow: /x\nAllow: /x\n", "a", "/x"));
}

TEST_CASE("files as they are in the wild") {
  CHECK(allows("", "LinkedInBot", "/"));
  CHECK(allows("User-agent: *\nDisallow:\n", "LinkedInBot", "/x"));
  CHECK_FALSE(allows("\xEF\xBB\xBFUSER-AGENT : linkedinbot # us\r\nDISALLOW : / # all\r\n", "LinkedInBot", "/x"));
  CHECK_FALSE(allows("User-agent: Twitterbot/1.0\nDisallow: /\n", "Twitterbot", "/x"));
  CHECK(allows("Disallow: /\n", "Twitterbot", "/x"));
  CHECK_FALSE(allows("User-agent: a\rSitemap: https://x\rDisallow: /\r", "a", "/"));
  CHECK(allows("User-agent: a\nDisallow: /b$\n", "a", "/bc"));
  CHECK_FALSE(allows("User-agent: a\nDisallow: /*/b*c\n", "a", "/x/y/bzzzcd"));
}

TEST_CASE("a rule full of stars does not take long") {
  std::string rule = "User-agent: *\nDisallow: ";
  for (int i = 0; i < 2000; ++i) rule += "*a";
  CHECK(allows(rule + "b\n", "a", "/" + std::string(5000, 'a')));
}

}  // namespace
}  // namespace botschaft::site
