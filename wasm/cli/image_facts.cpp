#include "image_facts.h"

#include <libexif/exif-data.h>

#include <array>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "files.h"

namespace botschaft::cli {
namespace {

struct Unref {
  void operator()(ExifData* data) const { exif_data_unref(data); }
};
using Exif = std::unique_ptr<ExifData, Unref>;

struct Pixels {
  uint32_t width;
  uint32_t height;
};

// A big-endian number of `count` bytes.
uint32_t number_at(const std::string& bytes, size_t at, size_t count) {
  uint32_t number = 0;
  for (size_t i = 0; i < count; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

// ISO/IEC 10918-1, B.1.1: markers with the length of their segment; a frame header (SOF0 to SOF15, but for C4, C8 and
// CC) has height and width behind its precision.
std::optional<Pixels> jpeg_pixels(const std::string& bytes) {
  if (bytes.rfind("\xFF\xD8", 0) != 0) return std::nullopt;
  for (size_t at = 2; at + 9 <= bytes.size() && bytes[at] == '\xFF';) {
    const uint32_t marker = number_at(bytes, at + 1, 1);
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
      return Pixels{number_at(bytes, at + 7, 2), number_at(bytes, at + 5, 2)};
    if (marker == 0xFF) {
      ++at;  // filling
    } else {
      at += 2 + number_at(bytes, at + 2, 2);
    }
  }
  return std::nullopt;
}

// PNG specification, 11.2.2: the header chunk comes first.
std::optional<Pixels> png_pixels(const std::string& bytes) {
  constexpr std::string_view kSignature("\x89PNG\r\n\x1A\n", 8);
  if (bytes.size() < 24 || std::string_view(bytes).substr(0, 8) != kSignature) return std::nullopt;
  return Pixels{number_at(bytes, 16, 4), number_at(bytes, 20, 4)};
}

std::string text_of(ExifData* data, ExifIfd part, ExifTag tag) {
  const ExifEntry* entry = exif_content_get_entry(data->ifd[part], tag);
  if (entry == nullptr || entry->data == nullptr) return "";
  std::string text(reinterpret_cast<const char*>(entry->data), entry->size);
  text = repair(text.substr(0, text.find('\0')));
  const size_t end = text.find_last_not_of(' ');
  return end == std::string::npos ? "" : text.substr(0, end + 1);
}

void add_exif(Json& facts, const std::string& bytes) {
  const Exif data(exif_data_new_from_data(reinterpret_cast<const unsigned char*>(bytes.data()),
                                          static_cast<unsigned>(std::min(bytes.size(), size_t{UINT32_MAX}))));
  if (!data) return;
  const auto has = [&](unsigned tag) {
    return exif_content_get_entry(data->ifd[EXIF_IFD_GPS], static_cast<ExifTag>(tag)) != nullptr;
  };
  facts["gps"] = has(EXIF_TAG_GPS_LATITUDE) && has(EXIF_TAG_GPS_LONGITUDE);
  std::string taken = text_of(data.get(), EXIF_IFD_EXIF, EXIF_TAG_DATE_TIME_ORIGINAL);
  if (taken.empty()) taken = text_of(data.get(), EXIF_IFD_0, EXIF_TAG_DATE_TIME);
  if (!taken.empty()) facts["takenAt"] = taken;
  const std::string artist = text_of(data.get(), EXIF_IFD_0, EXIF_TAG_ARTIST);
  const std::string copyright = text_of(data.get(), EXIF_IFD_0, EXIF_TAG_COPYRIGHT);
  if (!artist.empty() || !copyright.empty()) facts["source"] = copyright.empty() ? artist : copyright;
}

}  // namespace

Result<Json> image_facts(const std::string& path) {
  const Result<std::string> file = read_file(path);
  if (!file.ok()) return file.problems();
  const std::string& bytes = file.value();
  if (bytes.empty()) {
    return Problem{"no-image",
                   path,
                   "",
                   {"Die Datei ist leer.", "The file is empty."},
                   {"Eine Bilddatei angeben.", "Name an image file."}};
  }
  const size_t slash = path.find_last_of('/');
  Json facts{{"type", "image"}, {"name", repair(path.substr(slash == std::string::npos ? 0 : slash + 1))}};
  facts["bytes"] = bytes.size();
  std::optional<Pixels> pixels = jpeg_pixels(bytes);
  if (pixels) {
    add_exif(facts, bytes);
  } else {
    pixels = png_pixels(bytes);
  }
  if (pixels && pixels->width > 0 && pixels->height > 0) {
    facts["width"] = pixels->width;
    facts["height"] = pixels->height;
  }
  // IPTC NewsCodes, Digital Source Type: made by a trained model, wholly or in part.
  for (const char* mark : {"trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"}) {
    if (bytes.find(mark) != std::string::npos) facts["aiGenerated"] = true;
  }
  return facts;
}

}  // namespace botschaft::cli
