#include <algorithm>

#include "base/utf8.h"
#include "site/address.h"
#include "site/rows.h"
#include "site/words.h"

namespace botschaft::site {
namespace {

constexpr UiLanguage kDe = UiLanguage::kGerman;
constexpr UiLanguage kEn = UiLanguage::kEnglish;

void check_page_title(const Page& page, Rows& rows) {
  rows.look_at(RowId::kTitle);
  const std::string title = one_line(page.sent.title());
  if (title.empty()) {
    const std::string other = one_line(page.sent.meta("og:title"));
    rows.add(RowId::kTitle, Grade::kWarn, {"Die Seite hat keinen <title>.", "The page has no <title>."},
             "<title>" + (other.empty() ? std::string("…") : escaped(other)) + "</title>", other.empty());
    return;
  }
  const size_t length = count_code_points(title);
  const std::string count = std::to_string(length);
  if (length < 30 || length > 60) {
    rows.add(RowId::kTitle, Grade::kHint,
             {"Der Seitentitel hat " + count + " Zeichen; gut sind 30 bis 60.",
              "The page's title has " + count + " characters; good are 30 to 60."});
  }
  if (page.sent.titles.size() > 1) {
    rows.add(RowId::kTitle, Grade::kHint,
             {"<title> steht " + std::to_string(page.sent.titles.size()) + "-mal da; nur der erste gilt.",
              "<title> is there " + std::to_string(page.sent.titles.size()) + " times; only the first counts."});
  }
}

void check_meta_description(const Page& page, Rows& rows) {
  rows.look_at(RowId::kDescription);
  const std::string description = one_line(page.sent.meta("description"));
  if (description.empty()) {
    const std::string other = one_line(page.sent.meta("og:description"));
    rows.add(RowId::kDescription, Grade::kWarn,
             {"Die Beschreibung für Suchmaschinen fehlt; manche Netzwerke nehmen sie als Ersatz.",
              "The description for search engines is missing; some networks fall back to it."},
             meta_tag("description", other.empty() ? "…" : other), other.empty());
    return;
  }
  const size_t length = count_code_points(description);
  if (length >= 70 && length <= 160) return;
  const std::string count = std::to_string(length);
  rows.add(RowId::kDescription, Grade::kHint,
           {"Die Beschreibung für Suchmaschinen hat " + count + " Zeichen; gut sind 70 bis 160.",
            "The description for search engines has " + count + " characters; good are 70 to 160."});
}

void check_canonical(const Page& page, Rows& rows) {
  rows.look_at(RowId::kCanonical);
  const auto links = page.sent.links_of("canonical");
  const std::string og_url(page.sent.meta("og:url"));
  if (links.empty()) {
    rows.add(RowId::kCanonical, Grade::kWarn,
             {"Die Seite nennt keine kanonische Adresse; Kopien mit Zusätzen zählen als eigene Seiten.",
              "The page names no canonical address; copies with additions count as pages of their own."},
             link_tag("canonical", is_web_address(og_url) ? og_url : page.url));
    return;
  }
  const std::string href = links.front()->href;
  const std::string whole = resolve(base_of(page), href);
  if (links.size() > 1) {
    rows.add(
        RowId::kCanonical, Grade::kWarn,
        {"Es gibt " + std::to_string(links.size()) + " kanonische Adressen; Suchmaschinen übergehen dann alle.",
         "There are " + std::to_string(links.size()) + " canonical addresses; search engines then ignore them all."},
        link_tag("canonical", whole));
  }
  if (!is_web_address(href)) {
    rows.add(RowId::kCanonical, Grade::kWarn,
             {"Die kanonische Adresse " + quoted(href, kDe) + " ist nicht vollständig.",
              "The canonical address " + quoted(href, kEn) + " is not complete."},
             link_tag("canonical", whole));
  }
  if (is_web_address(og_url) && comparable(og_url) == comparable(page.url) && host_of(whole) != host_of(page.url)) {
    // A canonical address that was left behind by a move or by a test of the site.
    rows.add(RowId::kCanonical, Grade::kWarn,
             {"Die kanonische Adresse führt auf eine andere Website (" + host_of(whole) + "), og:url auf diese Seite.",
              "The canonical address leads to another website (" + host_of(whole) + "), og:url to this page."},
             link_tag("canonical", og_url));
  } else if (is_web_address(og_url) && comparable(og_url) != comparable(whole)) {
    rows.add(RowId::kCanonical, Grade::kWarn,
             {"og:url (" + quoted(og_url, kDe) + ") und die kanonische Adresse (" + quoted(whole, kDe) +
                  ") sind verschieden.",
              "og:url (" + quoted(og_url, kEn) + ") and the canonical address (" + quoted(whole, kEn) + ") differ."},
             meta_tag("og:url", whole));
  }
}

// "de" of "de-AT" and "de_AT".
std::string language_of(std::string_view tag) {
  return lower(tag.substr(0, tag.find_first_of("-_")));
}

// Whether it is two or three letters, as languages are named.
bool names_language(std::string_view language) {
  return (language.size() == 2 || language.size() == 3) &&
         std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Whether it has the form of og:locale, language_TERRITORY.
bool is_locale(std::string_view locale) {
  const size_t sign = std::min(locale.find('_'), locale.size());
  const std::string territory = lower(locale.substr(std::min(sign + 1, locale.size())));
  return names_language(lower(locale.substr(0, sign))) && territory.size() == 2 && names_language(territory);
}

// Whether it has the form of a language tag (RFC 5646, 2.1): a language, and subtags of letters and digits.
bool is_language_tag(std::string_view tag) {
  const size_t end = std::min(tag.find('-'), tag.size());
  if (!names_language(lower(tag.substr(0, end)))) return false;
  for (tag.remove_prefix(end); !tag.empty();) {
    tag.remove_prefix(1);
    const std::string subtag = lower(tag.substr(0, tag.find('-')));
    const bool good = std::all_of(subtag.begin(), subtag.end(),
                                  [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    if (!good || subtag.empty() || subtag.size() > 8) return false;
    tag.remove_prefix(subtag.size());
  }
  return true;
}

// The form of og:locale, language_TERRITORY, for a tag of <html lang>; the territory where most people speak it. Empty
// where the tag names no language.
std::string locale_of(std::string_view tag) {
  const std::string language = language_of(tag);
  if (!names_language(language)) return "";
  if (language == "en" && tag.size() == 2) return "en_US";
  const size_t sign = std::min(tag.find_first_of("-_"), tag.size() - 1);
  std::string territory = lower(tag.substr(sign + 1));
  if (territory.size() != 2 || !names_language(territory)) territory = language == "en" ? "us" : language.substr(0, 2);
  for (char& c : territory) c = static_cast<char>(c - 'a' + 'A');
  return language + "_" + territory;
}

void check_locale(const Page& page, Rows& rows) {
  rows.look_at(RowId::kLocale);
  const std::string lang(trimmed(page.sent.lang));
  const std::string locale(page.sent.meta("og:locale"));
  if (lang.empty()) {
    const bool known_one = names_language(language_of(locale));
    const std::string known = known_one ? language_of(locale) : "de";
    rows.add(RowId::kLocale, Grade::kHint,
             {"Die Seite sagt nicht, in welcher Sprache sie ist.", "The page does not say which language it is in."},
             "<html lang=\"" + escaped(known) + "\">", !known_one);
  }
  const std::string proposed = locale_of(lang);
  const std::string tag = meta_tag("og:locale", proposed.empty() ? "de_DE" : proposed);
  if (locale.empty()) {
    rows.add(RowId::kLocale, Grade::kHint,
             {"og:locale fehlt; Facebook nimmt en_US an.", "og:locale is missing; Facebook assumes en_US."}, tag,
             proposed.empty());
  } else if (!lang.empty() && language_of(lang) != language_of(locale)) {
    rows.add(RowId::kLocale, Grade::kWarn,
             {"og:locale ist " + quoted(locale, kDe) + ", <html lang> ist " + quoted(lang, kDe) + ".",
              "og:locale is " + quoted(locale, kEn) + ", <html lang> is " + quoted(lang, kEn) + "."},
             tag, proposed.empty());
  } else if (!is_locale(locale)) {
    const std::string right = proposed.empty() ? locale_of(locale) : proposed;
    rows.add(RowId::kLocale, Grade::kHint,
             {"Facebook kennt Sprachen als sprache_GEBIET; og:locale ist " + quoted(locale, kDe) + ".",
              "Facebook knows locales as language_TERRITORY; og:locale is " + quoted(locale, kEn) + "."},
             meta_tag("og:locale", right.empty() ? "de_DE" : right), right.empty());
  }
}

// A version in another language that search engines cannot make out.
void check_hreflang_value(const Link& link, const std::string& whole, Rows& rows) {
  const std::string written(trimmed(link.hreflang));
  if (lower(written) == "x-default" || is_language_tag(written)) return;
  std::string right = written;
  std::replace(right.begin(), right.end(), '_', '-');
  const bool known = is_language_tag(right);
  rows.add(RowId::kHreflang, Grade::kWarn,
           {"hreflang " + quoted(written, kDe) + " ist kein Sprachkürzel; Suchmaschinen übergehen diese Fassung.",
            "hreflang " + quoted(written, kEn) + " is no language tag; search engines ignore this version."},
           link_tag("alternate", whole, known ? right : "…"), !known);
}

void check_hreflang(const Page& page, Rows& rows) {
  std::vector<const Link*> links;
  for (const Link* link : page.sent.links_of("alternate")) {
    if (!link->hreflang.empty()) links.push_back(link);
  }
  if (links.empty()) return;
  rows.look_at(RowId::kHreflang);
  const std::string base = base_of(page);
  const auto canonical = page.sent.links_of("canonical");
  const std::string own = canonical.empty() ? page.url : resolve(base, canonical.front()->href);
  bool has_self = false;
  bool has_default = false;
  for (const Link* link : links) {
    if (lower(trimmed(link->hreflang)) == "x-default") has_default = true;
    check_hreflang_value(*link, resolve(base, link->href), rows);
    has_self = has_self || comparable(resolve(base, link->href)) == comparable(own);
  }
  if (!has_self) {
    rows.add(RowId::kHreflang, Grade::kWarn,
             {"Unter den Sprachfassungen (hreflang) fehlt die Seite selbst.",
              "The page itself is missing among its language versions (hreflang)."},
             link_tag("alternate", own, page.sent.lang.empty() ? "de" : page.sent.lang), page.sent.lang.empty());
  }
  if (!has_default) {
    rows.add(RowId::kHreflang, Grade::kHint,
             {"x-default fehlt: die Fassung für alle anderen Sprachen.",
              "x-default is missing: the version for every other language."},
             link_tag("alternate", own, "x-default"), true);
  }
  for (const Alternate& other : page.alternates) {
    if (other.links_back) continue;
    rows.add(RowId::kHreflang, Grade::kWarn,
             {quoted(other.url, kDe) + " verweist nicht zurück auf diese Seite; Suchmaschinen übergehen die Angabe.",
              quoted(other.url, kEn) + " does not point back to this page; search engines ignore the pair."});
  }
}

void check_json_ld(const Page& page, Rows& rows) {
  rows.look_at(RowId::kJsonLd);
  const StructuredData& data = page.data;
  if (data.broken > 0) {
    rows.add(RowId::kJsonLd, Grade::kWarn,
             {"JSON-LD-Blöcke, die nicht lesbar sind: " + std::to_string(data.broken) + " von " +
                  std::to_string(data.blocks) + ".",
              "JSON-LD blocks that cannot be read: " + std::to_string(data.broken) + " of " +
                  std::to_string(data.blocks) + "."});
  }
  const auto has = [&](std::string_view type) {
    return std::find(data.types.begin(), data.types.end(), type) != data.types.end();
  };
  const bool article = has("Article") || has("NewsArticle") || has("BlogPosting");
  const bool organisation = has("Organization") || has("Corporation") || has("NewsMediaOrganization");
  if (!article && !organisation) {
    rows.add(RowId::kJsonLd, Grade::kHint,
             {"Kein JSON-LD für Artikel oder Organisation; Suchmaschinen und Mastodon zeigen dann weniger.",
              "No JSON-LD for an article or organisation; search engines and Mastodon then show less."},
             {}, extract(page).title.value.empty(), true);
  } else if (organisation && !data.same_as) {
    rows.add(RowId::kJsonLd, Grade::kHint,
             {"Die Organisation nennt ihre Profile nicht (sameAs).",
              "The organisation does not name its profiles (sameAs)."});
  }
}

}  // namespace

void check_search_tags(const Page& page, Rows& rows) {
  check_page_title(page, rows);
  check_meta_description(page, rows);
  check_canonical(page, rows);
  check_locale(page, rows);
  check_hreflang(page, rows);
  check_json_ld(page, rows);
}

}  // namespace botschaft::site
