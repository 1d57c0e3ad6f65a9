// Is this page ready to be shared? Every row of the table of checks, what is wrong with it, and what to paste.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "site/card.h"
#include "site/page.h"

namespace botschaft::site {

enum class Grade : uint8_t { kGood, kHint, kWarn, kBlock };

// In the order in which they are shown. `kRows` in rows.cpp has their words.
enum class RowId : uint8_t {
  kOgTitle,
  kOgDescription,
  kOgImage,
  kImageSize,
  kImageAlt,
  kOgUrl,
  kOgType,
  kAttribute,
  kTwitterCard,
  kTitle,
  kDescription,
  kCanonical,
  kLocale,
  kHreflang,
  kJsonLd,
  kScripts,
  kFirstBytes,
  kNoindex,
  kCrawlers,
  kPrivacy,
  kDeadButtons,
};
inline constexpr size_t kRowCount = 21;

struct Row {
  std::string_view id;
  uint32_t weight;  // points of the score that the row can cost
  std::string_view title_de;
  std::string_view title_en;
  std::string_view reason_de;  // why it matters
  std::string_view reason_en;
  std::string_view source;  // who says so
  std::string_view url;     // where
};
[[nodiscard]] const Row& row_of(RowId id);

struct Finding {
  Grade grade = Grade::kHint;
  LocalizedText message;
  std::string tag;             // what to paste into <head>; empty where nothing can be pasted
  bool to_fill = false;        // the tag has a place that only the author can fill
  bool wants_article = false;  // the tag is a block of structured data, which only wire can write
};

struct RowResult {
  RowId id = RowId::kOgTitle;
  Grade grade = Grade::kGood;  // of the worst finding
  std::vector<Finding> findings;
};

struct Audit {
  uint32_t score = 0;             // 0 to 100
  std::vector<RowResult> rows;    // what was looked at; rows without the facts for them are missing
  std::vector<RowId> next_steps;  // at most three: what raises the score most
  Extract extracted;
  std::vector<Preview> cards;
};

[[nodiscard]] Audit audit(const Page& page);

}  // namespace botschaft::site
