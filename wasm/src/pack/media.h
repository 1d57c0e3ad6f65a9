// What is known about the pictures and videos of a draft. Whoever asks tells it: the core opens no file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace botschaft::pack {

enum class MediaType : uint8_t { kImage, kVideo };

// Left out: not known.
struct MediaFacts {
  MediaType type = MediaType::kImage;
  std::string name;                // of the file, to tell it from others
  std::optional<std::string> alt;  // alternative text
  std::optional<bool> captions;    // of a video: subtitles
  std::optional<bool> people;      // people can be recognised
  std::optional<bool> consent;     // they have agreed
  std::optional<bool> gps;         // the file says where it was taken
  std::string taken_at;            // when, as the file says it
  std::optional<bool> ai_generated;
  std::optional<bool> ai_label;  // the picture itself says that it is
  std::optional<std::string> source;
  std::optional<uint32_t> width;   // pixels
  std::optional<uint32_t> height;  // pixels
  std::optional<uint64_t> bytes;
};

// What a rule wants to see.
enum class MediaNeed : uint8_t { kAltText, kCaptions, kConsent, kNoPlace, kNoTime, kAiLabel, kSource, kSize };

struct MediaSize {
  uint32_t min_width = 0;   // pixels
  uint32_t min_height = 0;  // pixels
  uint64_t max_bytes = 0;   // 0: any
};

}  // namespace botschaft::pack
