#include <algorithm>

#include "site/address.h"
#include "site/robots.h"
#include "site/rows.h"
#include "site/words.h"

namespace botschaft::site {
namespace {

constexpr UiLanguage kDe = UiLanguage::kGerman;
constexpr UiLanguage kEn = UiLanguage::kEnglish;

// What Slack reads of a page.
constexpr uint64_t kSlackBytes = 32 * 1024;

// What a share depends on, and what it is called for people.
constexpr std::string_view kWatched[] = {"og:title", "og:description", "og:image",   "og:url",
                                         "og:type",  "twitter:card",   "description"};

std::string canonical_of(const Tags& tags) {
  const auto links = tags.links_of("canonical");
  return links.empty() ? "" : links.front()->href;
}

void compare(Rows& rows, std::string_view key, std::string_view sent, std::string_view live, std::string tag) {
  const std::string was = one_line(sent);
  const std::string is = one_line(live);
  if (was == is || is.empty()) return;
  const std::string name(key);
  if (was.empty()) {
    rows.add(
        RowId::kScripts, Grade::kWarn,
        {name +
             " kommt erst durch Skripte in die Seite; die Netzwerke führen keine aus. Schon auf dem Server einsetzen.",
         name + " comes into the page by scripts only; the networks run none. Put it in on the server."},
        std::move(tag));
    return;
  }
  rows.add(RowId::kScripts, Grade::kHint,
           {name + " wird durch Skripte geändert; die Netzwerke sehen weiter " + quoted(was, kDe) + ".",
            name + " is changed by scripts; the networks still see " + quoted(was, kEn) + "."},
           std::move(tag));
}

void check_scripts(const Page& page, Rows& rows) {
  if (!page.live) return;
  rows.look_at(RowId::kScripts);
  const Tags& sent = page.sent;
  const Tags& live = *page.live;
  compare(rows, "<title>", sent.title(), live.title(), "<title>" + escaped(one_line(live.title())) + "</title>");
  for (const std::string_view key : kWatched)
    compare(rows, key, sent.meta(key), live.meta(key), meta_tag(key, live.meta(key)));
  const std::string canonical = canonical_of(live);
  compare(rows, "canonical", canonical_of(sent), canonical, link_tag("canonical", canonical));
}

void check_first_bytes(const Page& page, Rows& rows) {
  if (!page.tags_end) return;
  rows.look_at(RowId::kFirstBytes);
  if (*page.tags_end <= kSlackBytes) return;
  const std::string kib = std::to_string(*page.tags_end / 1024);
  rows.add(RowId::kFirstBytes, Grade::kWarn,
           {"Die Angaben fürs Teilen stehen erst nach " + kib +
                " KB; Slack liest nur die ersten 32. Ganz oben in <head> einsetzen.",
            "The tags for sharing come after " + kib +
                " KB only; Slack reads the first 32. Put them at the top of <head>."});
}

bool has_word(std::string_view list, std::string_view word) {
  const std::string text = lower(list);
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find_first_of(",; \t", at), text.size());
    std::string_view entry = std::string_view(text).substr(at, end - at);
    // X-Robots-Tag may name one crawler before a colon.
    if (entry == word) return true;
    at = end + 1;
  }
  return false;
}

// noindex, or none, which includes it; empty where neither is there.
std::string_view leaving_out(std::string_view list) {
  for (const std::string_view word : {"noindex", "none"}) {
    if (has_word(list, word)) return word;
  }
  return {};
}

void check_noindex(const Page& page, Rows& rows) {
  rows.look_at(RowId::kNoindex);
  for (const Meta& meta : page.sent.metas) {
    // Of several tags the strictest counts.
    const std::string_view word = leaving_out(meta.content);
    if (word.empty() || (meta.name != "robots" && meta.name != "googlebot")) continue;
    const std::string said = meta.name + ": " + std::string(word);
    rows.add(RowId::kNoindex, Grade::kWarn,
             {"Die Seite verbietet Suchmaschinen die Aufnahme (" + said + ").",
              "The page tells search engines to leave it out (" + said + ")."},
             "<meta name=\"" + meta.name + "\" content=\"index, follow\">");
    return;
  }
  if (const std::string_view word = leaving_out(page.robots_header); !word.empty()) {
    const std::string said(word);
    rows.add(RowId::kNoindex, Grade::kWarn,
             {"Der Server verbietet Suchmaschinen die Aufnahme (X-Robots-Tag: " + said + ").",
              "The server tells search engines to leave the page out (X-Robots-Tag: " + said + ")."});
  }
}

std::string path_of(std::string_view url) {
  const Address parts = split(url);
  std::string path(parts.path.empty() ? "/" : parts.path);
  if (parts.has_query) path.append("?").append(parts.query);
  return path;
}

void check_crawlers(const Page& page, Rows& rows) {
  if (!page.robots_txt) return;
  rows.look_at(RowId::kCrawlers);
  struct Crawler {
    std::string_view token;
    std::string_view network;
  };
  // Those that keep to robots.txt; Slack, WhatsApp and Mastodon fetch for one person and do not.
  constexpr Crawler kCrawlers[] = {
      {"LinkedInBot", "LinkedIn"}, {"facebookexternalhit", "Facebook"}, {"Twitterbot", "X"}};
  const std::string image = resolve(base_of(page), written_image(page.sent));
  const bool same_host = !written_image(page.sent).empty() && host_of(image) == host_of(page.url);
  for (const Crawler& crawler : kCrawlers) {
    const std::string token(crawler.token);
    const std::string network(crawler.network);
    const std::string mend = "User-agent: " + token + "\nAllow: /";
    if (!may_fetch(*page.robots_txt, crawler.token, path_of(page.url))) {
      rows.add(RowId::kCrawlers, Grade::kWarn,
               {"robots.txt sperrt " + token + "; " + network + " zeigt dann keine Karte.",
                "robots.txt shuts out " + token + "; " + network + " then shows no card."},
               mend);
    } else if (same_host && !may_fetch(*page.robots_txt, crawler.token, path_of(image))) {
      rows.add(RowId::kCrawlers, Grade::kWarn,
               {"robots.txt sperrt das Bild für " + token + "; " + network + " zeigt die Karte ohne Bild.",
                "robots.txt shuts " + token + " out from the picture; " + network + " shows the card without it."},
               mend);
    }
  }
}

void check_privacy(const Page& page, Rows& rows) {
  rows.look_at(RowId::kPrivacy);
  struct Tracker {
    std::string_view domain;
    std::string_view path;  // empty: any
  };
  constexpr Tracker kTrackers[] = {{"addtoany.com", ""},
                                   {"addthis.com", ""},
                                   {"sharethis.com", ""},
                                   {"platform.linkedin.com", "/in.js"},
                                   {"connect.facebook.net", ""},
                                   {"platform.twitter.com", ""},
                                   {"platform.x.com", ""},
                                   {"assets.pinterest.com", ""},
                                   {"apis.google.com", "/js/plusone.js"}};
  std::vector<std::string> told;
  for (const std::string& script : page.scripts) {
    const std::string whole = resolve(base_of(page), script);
    const std::string host = host_of(whole);
    for (const Tracker& tracker : kTrackers) {
      if (!is_within(host, tracker.domain)) continue;
      if (!tracker.path.empty() && !split(whole).path.starts_with(tracker.path)) continue;
      if (std::find(told.begin(), told.end(), host) != told.end()) continue;
      told.push_back(host);
      rows.add(
          RowId::kPrivacy, Grade::kWarn,
          {"Die Seite lädt Code von " + host + "; wer sie besucht, wird dort bekannt, ohne etwas geteilt zu haben.",
           "The page loads code from " + host + "; visitors become known there without having shared anything."});
    }
  }
}

void check_dead_buttons(const Page& page, Rows& rows) {
  rows.look_at(RowId::kDeadButtons);
  constexpr std::string_view kPaths[] = {"/spi/shares", "/social/share", "/app/user", "/social_plugins/share"};
  std::vector<const std::string*> addresses;
  for (const std::string& anchor : page.anchors) addresses.push_back(&anchor);
  for (const std::string& script : page.scripts) addresses.push_back(&script);
  for (const std::string* address : addresses) {
    const std::string whole = resolve(base_of(page), *address);
    const std::string host = host_of(whole);
    const bool plugin = is_within(host, "xing-share.com");
    if (!plugin && !is_within(host, "xing.com")) continue;
    const Address parts = split(whole);
    const bool shares = plugin || std::any_of(std::begin(kPaths), std::end(kPaths), [&](std::string_view path) {
                          return parts.path.starts_with(path) &&
                                 (path != "/app/user" || parts.query.find("op=share") != std::string_view::npos);
                        });
    if (!shares) continue;
    rows.add(
        RowId::kDeadButtons, Grade::kWarn,
        {"Der Teilen-Knopf für XING führt ins Leere, seit XING ihn 2026 abgeschaltet hat: " + quoted(whole, kDe) + ".",
         "The share button for XING leads nowhere since XING switched it off in 2026: " + quoted(whole, kEn) + "."});
    return;
  }
}

}  // namespace

void check_delivery(const Page& page, Rows& rows) {
  check_scripts(page, rows);
  check_first_bytes(page, rows);
  check_noindex(page, rows);
  check_crawlers(page, rows);
  check_privacy(page, rows);
  check_dead_buttons(page, rows);
}

}  // namespace botschaft::site
