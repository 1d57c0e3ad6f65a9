#include "base/utf8.h"
#include "site/address.h"
#include "site/rows.h"
#include "site/words.h"

namespace botschaft::site {
namespace {

constexpr UiLanguage kDe = UiLanguage::kGerman;
constexpr UiLanguage kEn = UiLanguage::kEnglish;

// Code points. 60 is safe everywhere; X cuts at 70, LinkedIn at about 119.
constexpr size_t kSafeTitle = 60;
constexpr size_t kXTitle = 70;
constexpr size_t kLinkedinTitle = 119;
// 155 is safe everywhere; behind 200 it is cut.
constexpr size_t kSafeDescription = 155;
constexpr size_t kCutDescription = 200;

std::string page_title(const Page& page) {
  const Found found = extract(page).title;
  return found.value;
}

std::string page_address(const Page& page) {
  const auto canonical = page.sent.links_of("canonical");
  return canonical.empty() ? page.url : resolve(base_of(page), canonical.front()->href);
}

void more_than_one(const Page& page, Rows& rows, RowId id, std::string_view key) {
  const size_t count = page.sent.count(key);
  if (count < 2) return;
  const std::string name(key);
  const std::string times = std::to_string(count);
  rows.add(
      id, Grade::kHint,
      {name + " steht " + times + "-mal da; welche Angabe gilt, entscheidet jedes Netzwerk anders. Nur eine behalten.",
       name + " is there " + times + " times; each network decides differently which one counts. Keep one."});
}

void check_title(const Page& page, Rows& rows) {
  rows.look_at(RowId::kOgTitle);
  const std::string title = one_line(page.sent.meta("og:title"));
  if (title.empty()) {
    const std::string other = page_title(page);
    rows.add(RowId::kOgTitle, Grade::kBlock,
             {"og:title fehlt. Die Netzwerke nehmen dann den Seitentitel oder zeigen nur die Adresse.",
              "og:title is missing. The networks then take the page's title, or show the address only."},
             meta_tag("og:title", other.empty() ? "…" : cut_to(other, kSafeTitle).text), other.empty());
    return;
  }
  const size_t length = count_code_points(title);
  const std::string count = std::to_string(length);
  if (length > kLinkedinTitle) {
    rows.add(
        RowId::kOgTitle, Grade::kWarn,
        {"Der Titel hat " + count + " Zeichen; alle Netzwerke schneiden ihn ab. Bis 60 ist er überall ganz zu sehen.",
         "The title has " + count + " characters; every network cuts it. Up to 60 it is shown in full everywhere."});
  } else if (length > kXTitle) {
    rows.add(RowId::kOgTitle, Grade::kHint,
             {"Der Titel hat " + count + " Zeichen; X zeigt 70, WhatsApp etwa 81. Bis 60 ist er überall ganz zu sehen.",
              "The title has " + count +
                  " characters; X shows 70, WhatsApp about 81. Up to 60 it is shown in full everywhere."});
  } else if (length > kSafeTitle) {
    rows.add(RowId::kOgTitle, Grade::kHint,
             {"Der Titel hat " + count +
                  " Zeichen; auf schmalen Geräten kann er abgeschnitten werden. Bis 60 ist er sicher.",
              "The title has " + count + " characters; narrow devices may cut it. Up to 60 it is safe."});
  }
  more_than_one(page, rows, RowId::kOgTitle, "og:title");
}

void check_description(const Page& page, Rows& rows) {
  rows.look_at(RowId::kOgDescription);
  const std::string description = one_line(page.sent.meta("og:description"));
  if (description.empty()) {
    const std::string other = one_line(page.sent.meta("description"));
    rows.add(RowId::kOgDescription, Grade::kWarn,
             {"og:description fehlt; die Karte bleibt ohne Beschreibung, oder das Netzwerk sucht sich eine.",
              "og:description is missing; the card has no description, or the network looks for one."},
             meta_tag("og:description", other.empty() ? "…" : cut_to(other, kSafeDescription).text), other.empty());
    return;
  }
  const size_t length = count_code_points(description);
  const std::string count = std::to_string(length);
  if (length > kCutDescription) {
    rows.add(RowId::kOgDescription, Grade::kWarn,
             {"Die Beschreibung hat " + count + " Zeichen; ab 200 wird sie abgeschnitten. Bis 155 ist sie sicher.",
              "The description has " + count + " characters; from 200 on it is cut. Up to 155 it is safe."});
  } else if (length > kSafeDescription) {
    rows.add(RowId::kOgDescription, Grade::kHint,
             {"Die Beschreibung hat " + count + " Zeichen; bis 155 ist sie überall ganz zu sehen.",
              "The description has " + count + " characters; up to 155 it is shown in full everywhere."});
  }
  more_than_one(page, rows, RowId::kOgDescription, "og:description");
}

void check_url(const Page& page, Rows& rows) {
  rows.look_at(RowId::kOgUrl);
  const std::string url(page.sent.meta("og:url"));
  const std::string right = page_address(page);
  if (url.empty()) {
    rows.add(RowId::kOgUrl, Grade::kWarn,
             {"og:url fehlt. Geteilte Adressen mit Zusätzen (utm_…) gelten dann als verschiedene Seiten.",
              "og:url is missing. Shared addresses with additions (utm_…) then count as different pages."},
             meta_tag("og:url", right));
    return;
  }
  if (!is_web_address(url)) {
    rows.add(RowId::kOgUrl, Grade::kBlock,
             {"og:url " + quoted(url, kDe) + " ist keine vollständige Adresse.",
              "og:url " + quoted(url, kEn) + " is no complete address."},
             meta_tag("og:url", resolve(base_of(page), url)));
  } else if (host_of(url) != host_of(page.url)) {
    rows.add(RowId::kOgUrl, Grade::kWarn,
             {"og:url zeigt auf eine andere Website (" + host_of(url) + "); geteilt wird dann jene Seite.",
              "og:url points to another website (" + host_of(url) + "); that page is shared then."},
             meta_tag("og:url", right));
  }
  more_than_one(page, rows, RowId::kOgUrl, "og:url");
}

// Facebook reads Open Graph from property= only; X reads its own tags from both.
void check_attribute(const Page& page, Rows& rows) {
  rows.look_at(RowId::kAttribute);
  for (const Meta& meta : page.sent.metas) {
    if (!meta.property.empty() || !meta.name.starts_with("og:") || meta.content.empty()) continue;
    rows.add(RowId::kAttribute, Grade::kWarn,
             {meta.name + " steht in name=; Open Graph gehört in property=.",
              meta.name + " stands in name=; Open Graph belongs in property=."},
             meta_tag(meta.name, meta.content));
  }
}

void check_card(const Page& page, Rows& rows) {
  rows.look_at(RowId::kTwitterCard);
  const std::string tag = meta_tag("twitter:card", "summary_large_image");
  const std::string card = lower(page.sent.meta("twitter:card"));
  if (card.empty()) {
    rows.add(RowId::kTwitterCard, Grade::kWarn,
             {"twitter:card fehlt. X zeigt dann höchstens eine kleine Karte, und nur, wenn og:type, og:title und "
              "og:description da sind.",
              "twitter:card is missing. X then shows a small card at best, and only where og:type, og:title and "
              "og:description are there."},
             tag);
  } else if (card == "summary") {
    rows.add(RowId::kTwitterCard, Grade::kHint,
             {"twitter:card ist summary; auf X bleibt das Bild klein.",
              "twitter:card is summary; the picture stays small on X."},
             tag);
  } else if (card != "summary_large_image" && card != "player" && card != "app") {
    rows.add(RowId::kTwitterCard, Grade::kWarn,
             {"Die Karte " + quoted(card, kDe) + " kennt X nicht.", "X knows no card " + quoted(card, kEn) + "."}, tag);
  }
}

void check_type(const Page& page, Rows& rows) {
  rows.look_at(RowId::kOgType);
  if (!page.sent.meta("og:type").empty()) return;
  bool article = false;
  for (const std::string& type : page.data.types) {
    article = article || type == "Article" || type == "NewsArticle" || type == "BlogPosting";
  }
  rows.add(RowId::kOgType, Grade::kWarn,
           {"og:type fehlt; die Seite gilt als „website“.", "og:type is missing; the page counts as “website”."},
           meta_tag("og:type", article ? "article" : "website"));
}

}  // namespace

void check_share_tags(const Page& page, Rows& rows) {
  check_title(page, rows);
  check_description(page, rows);
  check_url(page, rows);
  check_type(page, rows);
  check_attribute(page, rows);
  check_card(page, rows);
}

}  // namespace botschaft::site
