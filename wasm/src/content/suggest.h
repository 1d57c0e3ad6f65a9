// Which approved content to offer: what fits the draft, the page, the search and the person comes first, and everything
// says what raised it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content/library.h"

namespace botschaft::content {

// What raised (or, for kShared, lowered) an item.
enum class Because : uint8_t { kPage, kDraft, kSearch, kDepartment, kTopic, kPriority, kNew, kExpiring, kShared };
[[nodiscard]] std::string_view because_name(Because because);

struct Wish {
  std::string_view draft;
  std::string_view page_url;
  std::string_view page_title;
  std::string_view page_description;
  std::string_view query;                                   // only items with all of these words
  std::optional<Network> network;                           // only items with a caption for it
  text::Language language = text::Language::kUndetermined;  // given: only items with a caption in it
  std::string_view department;                              // the person's own
  std::vector<std::string_view> topics;                     // the person's own
  std::string_view only_topic;
  std::string_view only_department;
  std::optional<timing::LocalMinute> now;  // none: nothing with an embargo is offered
  std::vector<std::string_view> shared;    // ids of items shared before
  size_t limit = 10;
};

struct Suggestion {
  const Item* item;
  uint32_t score;                        // comparable within one answer only
  std::vector<Because> because;          // strongest first
  std::vector<const Caption*> captions;  // best first; only those that suit network and language
};

struct Suggestions {
  size_t total = 0;  // items that fit, before the limit
  std::vector<Suggestion> items;
};

// Whether a page may be shared, as the library and the guideline have it.
enum class PageState : uint8_t { kOpen, kEmbargo, kExpired, kInternal };

struct PageAnswer {
  PageState state = PageState::kOpen;
  const Item* item = nullptr;          // the library's item about this page
  std::vector<std::string> proposals;  // texts made of the page's title and description, for where there is no caption
};

// A library ready for searching.
class Shelf {
 public:
  Shelf() = default;
  explicit Shelf(Library library);

  [[nodiscard]] const Library& library() const { return library_; }
  [[nodiscard]] Suggestions suggest(const Wish& wish) const;
  // What of `wish.page_url` may be shared. `internal`: what addresses that nobody outside may see begin with.
  [[nodiscard]] PageAnswer page(const Wish& wish, const std::vector<std::string>& internal) const;

 private:
  struct Posting {
    uint32_t item;
    float weight;  // how often, and in the title more than in a caption
  };

  [[nodiscard]] std::vector<float> relevance(std::string_view words) const;

  Library library_;
  std::unordered_map<std::string, std::vector<Posting>> postings_;  // by stem
  std::vector<std::string> searchable_;                             // per item: its words in folded form, with spaces
};

}  // namespace botschaft::content
