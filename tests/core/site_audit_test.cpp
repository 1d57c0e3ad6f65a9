// What the audit makes of a page, beside the recorded answers of tests/corpus/audit.jsonl: what must hold for every
// page.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "catch.h"
#include "site/audit.h"
#include "site/words.h"
#include "wire/site_session.h"

namespace botschaft::site {
namespace {

Page ready_page() {
  Page page;
  page.url = "https://www.muster.example/a";
  page.sent.lang = "de";
  page.sent.titles = {"Neue Werkhalle in Leipzig geht in Betrieb"};
  const auto og = [&](std::string key, std::string content) {
    page.sent.metas.push_back({"og:" + std::move(key), "", std::move(content)});
  };
  og("title", "Neue Werkhalle in Leipzig");
  og("description", "Ab Montag fertigen wir in Leipzig.");
  og("type", "article");
  og("url", page.url);
  og("image", "https://www.muster.example/a.jpg");
  og("image:width", "1200");
  og("image:height", "630");
  og("image:alt", "Die Halle");
  og("locale", "de_DE");
  page.sent.metas.push_back({"", "twitter:card", "summary_large_image"});
  page.sent.metas.push_back({"", "description", std::string(100, 'x')});
  page.sent.links = {{"canonical", page.url, ""}};
  page.data.types = {"Article"};
  return page;
}

Grade grade_of(const Audit& audit, RowId id) {
  for (const RowResult& row : audit.rows) {
    if (row.id == id) return row.grade;
  }
  FAIL("the row was not looked at");
  return Grade::kGood;
}

TEST_CASE("a page that is ready has all points and nothing to do") {
  const Audit result = audit(ready_page());
  for (const RowResult& row : result.rows) {
    INFO(row_of(row.id).id);
    CHECK(row.findings.empty());
  }
  CHECK(result.score == 100);
  CHECK(result.next_steps.empty());
}

TEST_CASE("every tag that is left out costs points") {
  const uint32_t full = audit(ready_page()).score;
  for (size_t i = 0; i < ready_page().sent.metas.size(); ++i) {
    Page page = ready_page();
    page.sent.metas.erase(page.sent.metas.begin() + static_cast<std::ptrdiff_t>(i));
    INFO(i);
    CHECK(audit(page).score < full);
  }
}

TEST_CASE("pasting the proposed tags makes the page better, and nothing is proposed twice") {
  Page page;
  page.url = "https://www.muster.example/a";
  page.sent.titles = {"Neue Werkhalle \"Süd\" <Leipzig> & Umgebung"};
  const Audit before = audit(page);
  std::vector<std::string> tags;
  for (const RowResult& row : before.rows) {
    for (const Finding& finding : row.findings) {
      if (!finding.tag.empty()) tags.push_back(finding.tag);
    }
  }
  CHECK(std::count(
            tags.begin(), tags.end(),
            "<meta property=\"og:title\" content=\"Neue Werkhalle &quot;Süd&quot; &lt;Leipzig> &amp; Umgebung\">") ==
        1);
  std::sort(tags.begin(), tags.end());
  CHECK(std::adjacent_find(tags.begin(), tags.end()) == tags.end());
  page.sent.metas.push_back({"og:title", "", page.sent.titles.front()});
  page.sent.links.push_back({"canonical", page.url, ""});
  const Audit after = audit(page);
  CHECK(after.score > before.score);
  CHECK(grade_of(after, RowId::kOgTitle) == Grade::kGood);
  CHECK(grade_of(after, RowId::kCanonical) == Grade::kGood);
}

TEST_CASE("the next steps are the rows that cost most") {
  Page page = ready_page();
  page.sent.metas.clear();
  const Audit result = audit(page);
  REQUIRE(result.next_steps.size() == 3);
  CHECK(result.next_steps[0] == RowId::kOgTitle);
  CHECK(result.next_steps[1] == RowId::kOgImage);
  CHECK(result.next_steps[2] == RowId::kOgDescription);
}

TEST_CASE("each network falls back in its own way") {
  Page page = ready_page();
  page.sent.metas.clear();
  page.sent.metas.push_back({"", "og:title", "Im falschen Attribut"});
  page.sent.metas.push_back({"og:image", "", "/a.jpg"});
  page.images = {"/b.svg", "/c.jpg"};
  page.data.headline = "Aus JSON-LD";
  const std::vector<Preview> cards = previews(page);
  REQUIRE(cards.size() == 5);
  CHECK(cards[0].title.value == "Im falschen Attribut");
  CHECK(cards[0].image.value == "https://www.muster.example/c.jpg");
  CHECK(cards[0].layout == Layout::kSmall);
  CHECK(cards[1].title.from == "address");
  CHECK(cards[1].layout == Layout::kText);
  CHECK(cards[2].title.value == page.sent.titles.front());
  CHECK(cards[3].title.value == "Aus JSON-LD");
  CHECK(cards[3].image.value == "https://www.muster.example/a.jpg");
  CHECK(cards[4].image.value.empty());
}

TEST_CASE("X shows a small card without twitter:card only where Open Graph is complete") {
  Page page = ready_page();
  std::erase_if(page.sent.metas, [](const Meta& meta) { return meta.name == "twitter:card"; });
  CHECK(previews(page)[1].layout == Layout::kSmall);
  std::erase_if(page.sent.metas, [](const Meta& meta) { return meta.property == "og:type"; });
  CHECK(previews(page)[1].layout == Layout::kText);
}

TEST_CASE("texts are cut at whole characters, behind a word where one ends nearby") {
  CHECK(cut_to("abc", 3).text == "abc");
  CHECK_FALSE(cut_to("abc", 3).cut);
  CHECK(cut_to("äöüß", 3).text == "äöü…");
  CHECK(cut_to("ein langes Wort", 12).text == "ein langes…");
  CHECK(cut_to("eins " + std::string(40, 'x'), 30).text == "eins " + std::string(25, 'x') + "…");
}

// The messages of a row in English, each with the tag behind it.
std::string told_of(const Page& page, RowId id) {
  std::string out;
  for (const RowResult& row : audit(page).rows) {
    if (row.id != id) continue;
    for (const Finding& finding : row.findings) {
      out += finding.message.en;
      if (!finding.tag.empty()) out += " " + finding.tag;
      out += "\n";
    }
  }
  return out;
}

TEST_CASE("a page is left out of search by what any of its tags tells all crawlers or Google's") {
  const auto told = [](std::vector<Meta> metas) {
    Page page = ready_page();
    for (Meta& meta : metas) page.sent.metas.push_back(std::move(meta));
    return told_of(page, RowId::kNoindex);
  };
  CHECK(told({{"", "robots", "index, follow"}, {"", "googlebot", "index"}}).empty());
  CHECK(told({{"", "googlebot", "noindex"}}) ==
        "The page tells search engines to leave it out (googlebot: noindex). "
        "<meta name=\"googlebot\" content=\"index, follow\">\n");
  CHECK(told({{"", "robots", "index"}, {"", "robots", "NONE"}}) ==
        "The page tells search engines to leave it out (robots: none). "
        "<meta name=\"robots\" content=\"index, follow\">\n");
  CHECK(told({{"", "googlebot-news", "noindex"}}).empty());
}

TEST_CASE("an og:locale that has not the form of one is told") {
  const auto told = [](std::string locale, std::string lang = "de-AT") {
    Page page = ready_page();
    page.sent.lang = std::move(lang);
    for (Meta& meta : page.sent.metas) {
      if (meta.property == "og:locale") meta.content = locale;
    }
    return told_of(page, RowId::kLocale);
  };
  const std::string form = "Facebook knows locales as language_TERRITORY; og:locale is ";
  CHECK(told("de") == form + "“de”. <meta property=\"og:locale\" content=\"de_AT\">\n");
  CHECK(told("de-DE") == form + "“de-DE”. <meta property=\"og:locale\" content=\"de_AT\">\n");
  CHECK(told("de_").starts_with(form));
  CHECK(told("de_Latn").starts_with(form));
  CHECK(told("de_DE_AT").starts_with(form));
  CHECK(told("en-GB", "").ends_with(form + "“en-GB”. <meta property=\"og:locale\" content=\"en_GB\">\n"));
  CHECK(told("de_AT").empty());
  CHECK(told("de_DE").empty());
  CHECK(told("fil_PH", "fil").empty());
}

TEST_CASE("an hreflang that is no language tag is told") {
  const auto told = [](std::string hreflang) {
    Page page = ready_page();
    page.sent.links.push_back({"alternate", page.url, "de"});
    page.sent.links.push_back({"alternate", page.url, "x-default"});
    page.sent.links.push_back({"alternate", "/en", std::move(hreflang)});
    return told_of(page, RowId::kHreflang);
  };
  for (const char* good : {"en", "EN-us", "zh-Hant-TW", "es-419", "de-CH-1996", "X-Default"}) {
    CAPTURE(good);
    CHECK(told(good).empty());
  }
  const auto of = [](const std::string& value) {
    return "hreflang “" + value + "” is no language tag; search engines ignore this version. ";
  };
  const auto tag = [](const char* hreflang) {
    return std::string("<link rel=\"alternate\" hreflang=\"") + hreflang +
           "\" href=\"https://www.muster.example/en\">\n";
  };
  CHECK(told("en_GB") == of("en_GB") + tag("en-GB"));
  for (const char* bad : {"english", "e", "en-", "en--GB", "en GB", "de-Österreich", "en-toolongsubtag", "1"}) {
    CAPTURE(bad);
    CHECK(told(bad).starts_with(of(bad)));
  }
}

TEST_CASE("where only the canonical address leads to another website, it is what is to be mended") {
  Page page = ready_page();
  page.sent.links = {{"canonical", "https://staging.muster.example/a", ""}};
  CHECK(told_of(page, RowId::kCanonical) ==
        "The canonical address leads to another website (staging.muster.example), og:url to this page. "
        "<link rel=\"canonical\" href=\"https://www.muster.example/a\">\n");
  CHECK(told_of(page, RowId::kOgUrl).empty());
  // Both elsewhere: content that is taken over from there.
  for (Meta& meta : page.sent.metas) {
    if (meta.property == "og:url") meta.content = "https://staging.muster.example/a";
  }
  CHECK(told_of(page, RowId::kCanonical).empty());
}

TEST_CASE("the proposed og:locale is one, whatever <html lang> says") {
  const auto proposed = [](std::string lang) {
    Page page = ready_page();
    page.sent.lang = std::move(lang);
    std::erase_if(page.sent.metas, [](const auto& meta) { return meta.property == "og:locale"; });
    for (const RowResult& row : audit(page).rows) {
      if (row.id == RowId::kLocale) return row.findings.back().tag;
    }
    return std::string();
  };
  const auto tag = [](const char* locale) {
    return std::string("<meta property=\"og:locale\" content=\"") + locale + "\">";
  };
  CHECK(proposed("de") == tag("de_DE"));
  CHECK(proposed("de-AT") == tag("de_AT"));
  CHECK(proposed("en") == tag("en_US"));
  CHECK(proposed("en-GB") == tag("en_GB"));
  CHECK(proposed("en-Latn") == tag("en_US"));
  CHECK(proposed("zh-Hant") == tag("zh_ZH"));
  CHECK(proposed("äöü") == tag("de_DE"));
  CHECK(proposed("x-klingon") == tag("de_DE"));
  CHECK(proposed("de-ä") == tag("de_DE"));
}

TEST_CASE("half an emoji, bad bytes and other requests are answered, not trapped") {
  const auto answer = [](std::string_view request) { return nlohmann::json::parse(wire::call_site(request).json); };
  CHECK(answer(R"({"op":"audit","page":{"url":"https://a.example","titles":["\ud83d"]}})")["ok"] == true);
  CHECK(answer("{\"op\":\"audit\",\"page\":{\"url\":\"https://a.example\",\"titles\":[\"\xFF\"]}}")["ok"] == true);
  CHECK(answer("{\"op\":\"audit\",\"page\":{\"url\":\"https://a.example\",\"lang\":\"\xFF\xFF\"}}")["ok"] == true);
  CHECK(answer("nonsense")["ok"] == false);
  CHECK(answer(R"({"op":"check","text":"x"})")["ok"] == false);
  CHECK(answer(R"({"page":{"url":"https://a.example"}})")["problems"][0]["code"] == "missing-key");
  CHECK(wire::is_about_site(R"({"op":"audit"})"));
  CHECK_FALSE(wire::is_about_site(R"({"op":"check","text":"\"audit\""})"));
}

}  // namespace
}  // namespace botschaft::site
