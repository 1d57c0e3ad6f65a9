#include <algorithm>

#include "site/address.h"
#include "site/rows.h"
#include "site/words.h"

namespace botschaft::site {
namespace {

constexpr UiLanguage kDe = UiLanguage::kGerman;
constexpr UiLanguage kEn = UiLanguage::kEnglish;

// 1200 by 627 to 630 pixels, 1.91 to 1. A twentieth of it is cut or framed without anybody noticing.
constexpr uint32_t kGoodWidth = 1200;
constexpr uint32_t kGoodHeight = 627;
constexpr uint32_t kThumbnailWidth = 401;   // LinkedIn shows narrower ones as a thumbnail
constexpr uint64_t kMostBytes = 5'000'000;  // LinkedIn and X

std::string pixels(uint64_t width, uint64_t height) {
  return std::to_string(width) + " × " + std::to_string(height);
}

// What the name or the type says the format is; empty where neither says anything.
std::string format(const Page& page, std::string_view address) {
  if (page.image && page.image->type.starts_with("image/")) {
    // Servers add parameters: "image/svg+xml; charset=utf-8".
    const std::string type = lower(page.image->type.substr(6));
    const std::string name(trimmed(std::string_view(type).substr(0, type.find(';'))));
    if (name == "jpeg") return "jpg";
    return name == "svg+xml" ? "svg" : name;
  }
  return format_of(address);
}

void check_format(const Page& page, Rows& rows, const std::string& address) {
  const std::string kind = format(page, address);
  if (kind == "svg") {
    rows.add(RowId::kOgImage, Grade::kBlock,
             {"Das Bild ist eine SVG-Datei; kein Netzwerk zeigt sie. Als JPG oder PNG speichern.",
              "The picture is an SVG file; no network shows it. Save it as JPG or PNG."});
  } else if (kind == "webp" || kind == "avif" || kind == "gif") {
    rows.add(RowId::kOgImage, kind == "avif" ? Grade::kWarn : Grade::kHint,
             {"Das Bild ist eine " + kind + "-Datei; sicher überall zu sehen sind nur JPG und PNG.",
              "The picture is a " + kind + " file; only JPG and PNG are sure to be seen everywhere."});
  }
}

// False where there is no picture to go on with.
bool check_address(const Page& page, Rows& rows) {
  rows.look_at(RowId::kOgImage);
  const std::string written(written_image(page.sent));
  const std::string base = base_of(page);
  if (written.empty()) {
    // A picture of the page is the best proposal there is.
    const bool has_one = !page.images.empty();
    rows.add(RowId::kOgImage, Grade::kBlock,
             {"og:image fehlt. Die Karte bleibt ohne Bild, oder das Netzwerk nimmt irgendeines der Seite.",
              "og:image is missing. The card has no picture, or the network takes any of the page's."},
             meta_tag("og:image", has_one ? resolve(base, page.images.front()) : resolve(base, "/image-1200x630.jpg")),
             true);
    return false;
  }
  const std::string whole = resolve(base, written);
  if (!is_web_address(written)) {
    rows.add(RowId::kOgImage, Grade::kBlock,
             {"og:image " + quoted(written, kDe) +
                  " ist keine vollständige Adresse; LinkedIn, X und Facebook finden das Bild nicht.",
              "og:image " + quoted(written, kEn) +
                  " is no complete address; LinkedIn, X and Facebook do not find the picture."},
             is_web_address(whole) ? meta_tag("og:image", whole) : "");
  } else if (lower(split(written).scheme) != "https") {
    rows.add(RowId::kOgImage, Grade::kWarn,
             {"Das Bild kommt über http; die Netzwerke zeigen es unzuverlässig oder gar nicht.",
              "The picture comes over http; networks show it unreliably or not at all."},
             meta_tag("og:image", "https" + written.substr(split(written).scheme.size())));
  }
  if (const size_t count = page.sent.count("og:image"); count > 1) {
    rows.add(
        RowId::kOgImage, Grade::kHint,
        {"og:image steht " + std::to_string(count) +
             "-mal da; manche Netzwerke lassen die Person wählen, andere nehmen irgendeines. Nur das beste behalten.",
         "og:image is there " + std::to_string(count) +
             " times; some networks let the person choose, others take any. Keep the best one."});
  }
  check_format(page, rows, whole);
  if (page.image && !page.image->loaded) {
    rows.add(RowId::kOgImage, Grade::kBlock,
             {"Das Bild lässt sich nicht laden: " + quoted(whole, kDe) + ".",
              "The picture cannot be loaded: " + quoted(whole, kEn) + "."});
  }
  return true;
}

uint32_t declared(const Page& page, std::string_view key) {
  uint32_t number = 0;
  for (const char c : page.sent.meta(key)) {
    if (c < '0' || c > '9' || number > 1'000'000) return 0;
    number = number * 10 + static_cast<uint32_t>(c - '0');
  }
  return number;
}

void check_ratio(Rows& rows, uint32_t width, uint32_t height) {
  const std::string size = pixels(width, height);
  if (width < kThumbnailWidth) {
    rows.add(RowId::kImageSize, Grade::kWarn,
             {"Das Bild hat " + size + " Pixel; es erscheint nur als Miniatur. Gut sind 1200 × 630.",
              "The picture has " + size + " pixels; it appears as a thumbnail only. Good are 1200 × 630."});
    return;
  }
  if (width < kGoodWidth || height < kGoodHeight) {
    rows.add(RowId::kImageSize, Grade::kHint,
             {"Das Bild hat " + size + " Pixel; auf scharfen Bildschirmen wirkt es unscharf. Gut sind 1200 × 630.",
              "The picture has " + size + " pixels; it looks blurred on sharp screens. Good are 1200 × 630."});
  }
  // Width to height, in hundredths: 1.91, give or take a tenth.
  const uint64_t ratio = uint64_t{width} * 100 / std::max(height, uint32_t{1});
  if (ratio < 181 || ratio > 201) {
    rows.add(RowId::kImageSize, Grade::kHint,
             {"Das Seitenverhältnis von " + size + " weicht von 1,91 : 1 ab; die Netzwerke schneiden etwas ab.",
              "The proportions of " + size + " differ from 1.91 to 1; the networks cut something off."});
  }
}

void check_size(const Page& page, Rows& rows) {
  const uint32_t width = declared(page, "og:image:width");
  const uint32_t height = declared(page, "og:image:height");
  const bool measured = page.image && page.image->width > 0;
  rows.look_at(RowId::kImageSize);
  const uint32_t true_width = measured ? page.image->width : 1200;
  const uint32_t true_height = measured ? page.image->height : 630;
  const std::string tags = meta_tag("og:image:width", std::to_string(true_width)) + "\n" +
                           meta_tag("og:image:height", std::to_string(true_height));
  if (width == 0 || height == 0) {
    rows.add(RowId::kImageSize, Grade::kWarn,
             {"Breite und Höhe des Bildes sind nicht angegeben; beim ersten Teilen fehlt dann oft die große Karte.",
              "The picture's width and height are not given; the large card is then often missing on the first share."},
             tags, !measured);
  } else if (measured && (width != true_width || height != true_height)) {
    rows.add(
        RowId::kImageSize, Grade::kWarn,
        {"Angegeben sind " + pixels(width, height) + " Pixel, das Bild hat " + pixels(true_width, true_height) + ".",
         "It says " + pixels(width, height) + " pixels, the picture has " + pixels(true_width, true_height) + "."},
        tags);
  }
  if (measured) {
    check_ratio(rows, true_width, true_height);
  } else if (width > 0 && height > 0) {
    check_ratio(rows, width, height);
  }
  if (page.image && page.image->bytes >= kMostBytes) {
    const std::string tenths = std::to_string(page.image->bytes / 100'000);
    const std::string whole = tenths.substr(0, tenths.size() - 1);
    rows.add(RowId::kImageSize, Grade::kBlock,
             {"Die Bilddatei hat " + whole + "," + tenths.back() + " MB; LinkedIn und X nehmen weniger als 5 MB.",
              "The picture's file has " + whole + "." + tenths.back() + " MB; LinkedIn and X take less than 5 MB."});
  }
}

}  // namespace

void check_image(const Page& page, Rows& rows) {
  if (!check_address(page, rows)) return;
  check_size(page, rows);
  rows.look_at(RowId::kImageAlt);
  if (page.sent.meta("og:image:alt").empty()) {
    rows.add(RowId::kImageAlt, Grade::kHint,
             {"og:image:alt fehlt; wer das Bild nicht sieht, erfährt nicht, was es zeigt.",
              "og:image:alt is missing; people who do not see the picture do not learn what it shows."},
             meta_tag("og:image:alt", "…"), true);
  }
}

}  // namespace botschaft::site
