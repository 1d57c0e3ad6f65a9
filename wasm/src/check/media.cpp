// What must be said about pictures and videos, and what must not be in them.
#include <algorithm>

#include "check/kinds.h"

namespace botschaft::check {
namespace {

using pack::MediaFacts;
using pack::MediaNeed;

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

// A file's name is no description; many tools fill it in.
bool is_description(const std::string& alt) {
  const std::string folded = text::folded_form(alt);
  if (folded.find_first_not_of(" \t\r\n.-_") == std::string::npos) return false;
  if (folded.find(' ') != std::string::npos) return true;
  constexpr std::string_view kFiles[] = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".mp4", ".mov"};
  if (std::any_of(std::begin(kFiles), std::end(kFiles), [&](std::string_view file) { return ends_with(folded, file); }))
    return false;
  constexpr std::string_view kCameras[] = {"img_", "img-", "dsc", "pxl_", "image", "bild", "foto", "photo"};
  const bool camera = std::any_of(std::begin(kCameras), std::end(kCameras), [&](std::string_view start) {
    return folded.rfind(start, 0) == 0 && folded.find_first_not_of("0123456789_-", start.size()) == std::string::npos;
  });
  return !camera;
}

bool lacks(const MediaFacts& item, const pack::MediaCheck& check) {
  const bool image = item.type == pack::MediaType::kImage;
  switch (check.need) {
    case MediaNeed::kAltText:
      return image && !is_description(item.alt.value_or(""));
    case MediaNeed::kCaptions:
      return !image && item.captions != true;
    case MediaNeed::kConsent:
      return item.people != false && item.consent != true;
    case MediaNeed::kNoPlace:
      return item.gps == true;
    case MediaNeed::kNoTime:
      return !item.taken_at.empty();
    case MediaNeed::kAiLabel:
      return item.ai_generated == true && item.ai_label != true;
    case MediaNeed::kSource:
      return item.source.value_or("").find_first_not_of(" \t\r\n") == std::string::npos;
    case MediaNeed::kSize:
      return (item.width && *item.width < check.size.min_width) ||
             (item.height && *item.height < check.size.min_height) ||
             (check.size.max_bytes > 0 && item.bytes && *item.bytes > check.size.max_bytes);
  }
  return false;
}

}  // namespace

void check_media(const RuleRun& run, const pack::MediaCheck& check, bool labelled) {
  if (labelled) return;
  std::string names;
  uint32_t count = 0;
  for (size_t i = 0; i < run.context.media.size(); ++i) {
    const MediaFacts& item = run.context.media[i];
    if (!lacks(item, check)) continue;
    ++count;
    names.append(names.empty() ? "" : ", ").append(item.name.empty() ? std::to_string(i + 1) : item.name);
  }
  if (count > 0) run.report(std::nullopt, {{"match", names}, {"count", std::to_string(count)}});
}

}  // namespace botschaft::check
