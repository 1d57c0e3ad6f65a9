// Approved content as data: what shared/schema/library.schema.json describes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/network.h"
#include "base/result.h"
#include "text/language.h"
#include "timing/schedule.h"

namespace botschaft::content {

struct Caption {
  text::Language language = text::Language::kUndetermined;
  std::optional<Network> network;  // none: for any
  std::string text;
};

struct Image {
  std::string url;
  LocalizedText alt;
};

struct Item {
  std::string id;
  LocalizedText title;
  LocalizedText summary;
  std::string url;
  std::vector<std::string> topics;
  std::vector<std::string> departments;
  std::string campaign;
  uint32_t priority = 1;  // 0 to 3
  std::optional<timing::LocalMinute> published;
  std::optional<timing::LocalMinute> embargo;  // not offered before
  std::optional<timing::LocalMinute> expires;  // not offered from here on
  std::optional<Image> image;
  std::vector<Caption> captions;
};

// When the items of a campaign are to be shared.
struct Campaign {
  std::string id;
  LocalizedText name;
  timing::DayRange days;
};

struct Library {
  std::string id;
  LocalizedText name;
  std::vector<std::pair<std::string, std::string>> tags;  // query parameters for every shared link
  std::vector<Item> items;
  std::vector<Campaign> campaigns;
};

}  // namespace botschaft::content
