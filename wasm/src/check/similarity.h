// The texts that a draft should not repeat: approved captions, and what the author and colleagues posted last.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "match/similar_texts.h"

namespace botschaft::check {

// Approved captions, ready for comparing.
class ApprovedTexts {
 public:
  // `item` is the number of the content item, in the order of its captions' adding.
  void add_item(LocalizedText title);
  // A caption of the item added last.
  void add_caption(std::string_view text);
  void finish() { texts_.finish(); }
  [[nodiscard]] bool empty() const { return texts_.empty(); }

  struct Match {
    uint32_t item;     // in the order of add_item
    uint32_t caption;  // of the item, in the order of add_caption
    uint32_t percent;
  };
  // Most alike first; `min_percent` from 60.
  [[nodiscard]] std::vector<Match> find(const match::ComparableText& text, uint32_t min_percent, size_t limit) const;
  [[nodiscard]] const LocalizedText& title(uint32_t item) const { return titles_[item]; }

 private:
  struct Place {
    uint32_t item;
    uint32_t caption;
  };
  match::SimilarTexts texts_;
  std::vector<LocalizedText> titles_;
  std::vector<Place> places_;
};

// An earlier post. Nothing keeps these: they come with the request.
struct LastPost {
  std::string text;
  bool by_colleague = false;
  std::string id;  // the caller's own name for it
};

// The beginning of a text, to recognise it by.
[[nodiscard]] std::string beginning_of(std::string_view text);

}  // namespace botschaft::check
