#include "check/similarity.h"

#include "base/utf8.h"
#include "check/kinds.h"

namespace botschaft::check {
namespace {

constexpr size_t kBeginning = 40;  // code points

}  // namespace

void ApprovedTexts::add_item(LocalizedText title) {
  titles_.push_back(std::move(title));
}

void ApprovedTexts::add_caption(std::string_view text) {
  const auto item = static_cast<uint32_t>(titles_.size() - 1);
  const uint32_t caption = places_.empty() || places_.back().item != item ? 0 : places_.back().caption + 1;
  texts_.add(text, static_cast<uint32_t>(places_.size()));
  places_.push_back({item, caption});
}

std::vector<ApprovedTexts::Match> ApprovedTexts::find(const match::ComparableText& text, uint32_t min_percent,
                                                      size_t limit) const {
  std::vector<Match> matches;
  for (const match::SimilarTexts::Match& match : texts_.find(text, min_percent, limit)) {
    matches.push_back({places_[match.id].item, places_[match.id].caption, match.percent});
  }
  return matches;
}

std::string beginning_of(std::string_view text) {
  size_t end = 0;
  for (size_t i = 0; i < kBeginning && end < text.size() && text[end] != '\n'; ++i) end += decode(text, end).size;
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

void check_similarity(const RuleRun& run, const pack::SimilarityCheck& check) {
  const Draft& draft = run.draft;
  const ApprovedTexts* approved = run.context.approved;
  if (check.to_posts ? run.context.last_posts.empty() : approved == nullptr || approved->empty()) return;
  const match::ComparableText& own = draft.comparable();
  uint32_t percent = 0;
  std::string what;
  if (!check.to_posts) {
    const std::vector<ApprovedTexts::Match> matches = approved->find(own, check.min_percent, 1);
    if (matches.empty()) return;
    percent = matches.front().percent;
    what = approved->title(matches.front().item).in(run.context.ui_language);
  }
  for (const LastPost& post : run.context.last_posts) {
    if (!check.to_posts) break;
    const uint32_t like = match::likeness(own, match::ComparableText(post.text));
    if (like < check.min_percent || like <= percent) continue;
    percent = like;
    what = beginning_of(post.text);
  }
  if (percent == 0) return;
  run.report(std::nullopt, {{"match", what}, {"count", std::to_string(percent)}});
  if (percent == 100) run.findings.back().level = check.identical;
}

}  // namespace botschaft::check
