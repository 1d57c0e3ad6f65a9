// The reader of web pages and the audit: any bytes as a page, as its robots.txt and as a sitemap.
#include "fuzz.h"
#include "html_page.h"
#include "wire/site_session.h"

using namespace botschaft;
using fuzz::expect;

namespace {

void expect_audit(const fuzz::Json& request) {
  const std::string json = request.dump();
  const wire::Reply reply = wire::call_site(json);
  const fuzz::Json answer = fuzz::expect_answer(reply);
  expect(answer["ok"] == true, "what a reader makes of a page is a request that is answered");
  const int score = answer["score"].get<int>();
  expect(score >= 0 && score <= 100, "the score is one");
  expect(answer["nextSteps"].size() <= 3, "at most three next steps");
  for (const fuzz::Json& check : answer["checks"])
    expect(!check["reason"].get_ref<const std::string&>().empty(), "every check says why");
  expect(wire::call_site(json).json == reply.json, "the same page has the same answer");
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  const Result<std::vector<std::string>> addresses = cli::sitemap_addresses(bytes, "sitemap.xml");
  if (addresses.ok()) {
    for (const std::string& address : addresses.value()) expect(is_well_formed(address), "an address is well-formed");
  }
  Result<cli::Json> page = cli::html_page(bytes, "page.html", "en");
  if (!page.ok()) {
    expect(!page.problems().empty() && !page.problems().front().mend.en.empty(), "a refusal says why");
    return 0;
  }
  page.value()["url"] = "https://www.muster.example/a/b.html?c=d";
  fuzz::Json request{{"op", "audit"}, {"uiLang", size % 2 == 0 ? "de" : "en"}, {"page", page.value()}};
  expect_audit(request);
  for (const char* key : {"url", "scripts", "anchors", "images", "jsonLd", "tagsEnd"}) page.value().erase(key);
  request["live"] = std::move(page.value());
  request["robotsTxt"] = repair(std::string(bytes));
  request["robotsHeader"] = repair(std::string(bytes.substr(0, 1000)));
  expect_audit(request);
  return 0;
}
