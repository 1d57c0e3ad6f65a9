#include "wire/media_reader.h"

namespace botschaft::wire {

std::vector<pack::MediaFacts> read_media(const Node& list) {
  constexpr std::string_view kTypes[] = {"image", "video"};
  constexpr Limits kName{0, 300};
  constexpr Limits kText{0, 4000};
  constexpr int64_t kMostPixels = 1'000'000;
  constexpr int64_t kMostBytes = int64_t{1} << 50;
  std::vector<pack::MediaFacts> media;
  for (const Node& node : list.items({0, kMaxMedia})) {
    if (!node.expect_object({"type", "name", "alt", "captions", "people", "consent", "gps", "takenAt", "aiGenerated",
                             "aiLabel", "source", "width", "height", "bytes"},
                            {"type"}))
      continue;
    pack::MediaFacts item;
    item.type = static_cast<pack::MediaType>(node.field("type").one_of(kTypes).value_or(0));
    item.name = node.field("name").text(kName).value_or("");
    item.alt = node.field("alt").text(kText);
    item.captions = node.field("captions").boolean();
    item.people = node.field("people").boolean();
    item.consent = node.field("consent").boolean();
    item.gps = node.field("gps").boolean();
    item.taken_at = node.field("takenAt").text(kName).value_or("");
    item.ai_generated = node.field("aiGenerated").boolean();
    item.ai_label = node.field("aiLabel").boolean();
    item.source = node.field("source").text(kText);
    if (const auto width = node.field("width").integer(1, kMostPixels)) item.width = static_cast<uint32_t>(*width);
    if (const auto height = node.field("height").integer(1, kMostPixels)) item.height = static_cast<uint32_t>(*height);
    if (const auto bytes = node.field("bytes").integer(0, kMostBytes)) item.bytes = static_cast<uint64_t>(*bytes);
    media.push_back(std::move(item));
  }
  return media;
}

}  // namespace botschaft::wire
