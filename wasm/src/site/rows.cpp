// The table of the audit's rows: their words, their weight and who says so.
#include "site/audit.h"

namespace botschaft::site {
namespace {

constexpr std::string_view kOgp = "The Open Graph protocol";
constexpr std::string_view kOgpUrl = "https://ogp.me/";
constexpr std::string_view kLinkedin = "LinkedIn Help: Make your website shareable on LinkedIn";
constexpr std::string_view kLinkedinUrl = "https://www.linkedin.com/help/linkedin/answer/a521928";
constexpr std::string_view kMeta = "Meta: A Guide to Sharing for Webmasters";
constexpr std::string_view kMetaUrl = "https://developers.facebook.com/docs/sharing/webmasters/";
constexpr std::string_view kMetaImages = "Meta: Images in Link Shares";
constexpr std::string_view kMetaImagesUrl = "https://developers.facebook.com/docs/sharing/webmasters/images/";
constexpr std::string_view kX = "X: Cards markup";
constexpr std::string_view kXUrl = "https://developer.x.com/en/docs/x-for-websites/cards/overview/markup";
constexpr std::string_view kGoogle = "Google Search Central";

constexpr Row kRows[kRowCount] = {
    {"og-title", 15, "Titel der Karte (og:title)", "Title of the card (og:title)",
     "Der Titel ist das, was alle zuerst lesen. Ohne og:title entscheidet jedes Netzwerk selbst.",
     "The title is what everybody reads first. Without og:title each network decides for itself.", kOgp, kOgpUrl},
    {"og-description", 8, "Beschreibung der Karte (og:description)", "Description of the card (og:description)",
     "Facebook, Mastodon und WhatsApp zeigen sie unter dem Titel.",
     "Facebook, Mastodon and WhatsApp show it below the title.", kMeta, kMetaUrl},
    {"og-image", 15, "Bild der Karte (og:image)", "Picture of the card (og:image)",
     "Ohne brauchbares Bild bleibt die Karte klein und wird selten angeklickt.",
     "Without a usable picture the card stays small and is seldom clicked.", kLinkedin, kLinkedinUrl},
    {"image-size", 8, "Größe des Bildes", "Size of the picture",
     "1200 × 630 Pixel unter 5 MB ergeben überall die große Karte; mit angegebener Größe schon beim ersten Teilen.",
     "1200 × 630 pixels below 5 MB give the large card everywhere; with the size given, on the first share already.",
     kMetaImages, kMetaImagesUrl},
    {"image-alt", 4, "Bildbeschreibung (og:image:alt)", "Description of the picture (og:image:alt)",
     "Vorleseprogramme und Mastodon geben sie weiter.", "Screen readers and Mastodon pass it on.", kOgp, kOgpUrl},
    {"og-url", 6, "Adresse (og:url)", "Address (og:url)",
     "Sie führt alle geteilten Fassungen derselben Seite zusammen.",
     "It brings all shared forms of the same page together.", kOgp, kOgpUrl},
    {"og-type", 3, "Art der Seite (og:type)", "Kind of page (og:type)",
     "Das Protokoll verlangt sie; X braucht sie für seine Ersatzkarte.",
     "The protocol requires it; X needs it for its fall-back card.", kOgp, kOgpUrl},
    {"attribute", 4, "property statt name", "property instead of name", "Facebook liest Open Graph nur aus property=.",
     "Facebook reads Open Graph from property= only.", kOgp, kOgpUrl},
    {"twitter-card", 5, "Karte auf X (twitter:card)", "Card on X (twitter:card)",
     "Nur mit summary_large_image ist das große Bild sicher. LinkedIn beachtet twitter:… nicht.",
     "Only summary_large_image makes sure of the large picture. LinkedIn ignores twitter:….", kX, kXUrl},
    {"title", 5, "Seitentitel (<title>)", "Page title (<title>)",
     "Er steht in Suchergebnissen und ersetzt einen fehlenden og:title.",
     "It stands in search results and stands in for a missing og:title.", kGoogle,
     "https://developers.google.com/search/docs/appearance/title-link"},
    {"description", 5, "Beschreibung für Suchmaschinen", "Description for search engines",
     "Sie steht in Suchergebnissen und ersetzt eine fehlende og:description.",
     "It stands in search results and stands in for a missing og:description.", kGoogle,
     "https://developers.google.com/search/docs/appearance/snippet"},
    {"canonical", 6, "Kanonische Adresse", "Canonical address",
     "Genau eine, vollständig und gleich og:url: dann zählen alle Reaktionen für dieselbe Seite.",
     "Exactly one, complete and equal to og:url: then all reactions count for the same page.", kGoogle,
     "https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls"},
    {"locale", 3, "Sprache (lang und og:locale)", "Language (lang and og:locale)",
     "Beide müssen zueinander passen, damit Vorleseprogramme und Netzwerke die Sprache kennen.",
     "Both must fit each other, so that screen readers and networks know the language.", kOgp, kOgpUrl},
    {"hreflang", 2, "Sprachfassungen (hreflang)", "Language versions (hreflang)",
     "Die Seite nennt sich selbst, x-default und Fassungen, die zurückverweisen.",
     "The page names itself, x-default, and versions that point back.", kGoogle,
     "https://developers.google.com/search/docs/specialty/international/localized-versions"},
    {"json-ld", 2, "Strukturierte Daten (JSON-LD)", "Structured data (JSON-LD)",
     "Artikel und Organisation mit Profilen (sameAs) helfen Suchmaschinen und Mastodon.",
     "Article and organisation with profiles (sameAs) help search engines and Mastodon.", "schema.org",
     "https://schema.org/Article"},
    {"scripts", 10, "Ohne Skripte zu sehen", "Seen without scripts",
     "Die Netzwerke führen keine Skripte aus: Es zählt, was der Server schickt.",
     "The networks run no scripts: what the server sends is what counts.", kMeta, kMetaUrl},
    {"first-bytes", 3, "In den ersten 32 KB", "Within the first 32 KB", "Slack liest nur den Anfang der Seite.",
     "Slack reads only the beginning of the page.", "Slack: Robots", "https://api.slack.com/robots"},
    {"noindex", 10, "Von Suchmaschinen aufgenommen", "Open to search engines",
     "Was nicht gefunden werden darf, soll meist auch nicht geteilt werden.",
     "What must not be found is usually not meant to be shared.", kGoogle,
     "https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag"},
    {"crawlers", 8, "Netzwerke dürfen lesen (robots.txt)", "Networks may read (robots.txt)",
     "LinkedIn, Facebook und X halten sich an robots.txt; gesperrt gibt es keine Karte.",
     "LinkedIn, Facebook and X keep to robots.txt; shut out, there is no card.", "RFC 9309",
     "https://www.rfc-editor.org/rfc/rfc9309"},
    {"privacy", 5, "Kein fremder Code zum Teilen", "No third-party share code",
     "Er überträgt Daten der Besucherinnen und Besucher, bevor sie etwas anklicken, und braucht eine Einwilligung.",
     "It passes on visitors' data before they click anything, and needs their consent.",
     "Court of Justice of the EU, C-40/17 (Fashion ID)", "https://curia.europa.eu/juris/liste.jsf?num=C-40/17"},
    {"dead-buttons", 3, "Keine toten Knöpfe", "No dead buttons", "Ein Knopf ohne Ziel ärgert alle, die teilen wollen.",
     "A button without a target annoys everybody who wants to share.", "XING", "https://faq.xing.com/"},
};

}  // namespace

const Row& row_of(RowId id) {
  return kRows[static_cast<size_t>(id)];
}

}  // namespace botschaft::site
