// An element that must be there, in the right place: a disclosure counts only where it is seen.
#include <algorithm>

#include "check/kinds.h"
#include "text/segment.h"

namespace botschaft::check {
namespace {

// Readers take a run of so many hashtags for decoration.
constexpr size_t kHashtagRun = 3;

bool is_among_hashtags(Span element, const Draft& draft) {
  const std::vector<Span>& hashtags = draft.entities().hashtags;
  const std::string_view text = draft.text();
  for (size_t first = 0; first < hashtags.size();) {
    size_t last = first;
    const auto next_follows = [&] {
      if (last + 1 >= hashtags.size()) return false;
      const std::string_view between = text.substr(hashtags[last].end, hashtags[last + 1].begin - hashtags[last].end);
      return between.find_first_not_of(" \t\r\n,") == std::string_view::npos;
    };
    while (next_follows()) ++last;
    const Span run{hashtags[first].begin, hashtags[last].end};
    if (last - first + 1 >= kHashtagRun && run.overlaps(element)) return true;
    first = last + 1;
  }
  return false;
}

// Byte offset of the grapheme number `count`; text.size() where there are fewer.
size_t offset_of_grapheme(std::string_view text, uint32_t count) {
  size_t at = 0;
  for (uint32_t i = 0; i < count && at < text.size(); ++i) at = text::next_grapheme(text, at);
  return at;
}

Span allowed_place(const pack::RequiredCheck& check, std::string_view text) {
  if (check.within_first) return {0, offset_of_grapheme(text, *check.within_first)};
  if (check.within_last) {
    const size_t total = text::count_graphemes(text);
    const size_t skip = total > *check.within_last ? total - *check.within_last : 0;
    return {offset_of_grapheme(text, static_cast<uint32_t>(skip)), text.size()};
  }
  return {0, text.size()};
}

std::vector<Fix> fix_by_inserting(const RuleRun& run, const pack::RequiredCheck& check) {
  if (check.insert.empty()) return {};
  const std::string_view text = run.draft.text();
  const bool german =
      run.draft.language() == text::Language::kGerman ||
      (run.draft.language() == text::Language::kUndetermined &&
       (run.rule.where.one_language() ? run.rule.where.german : run.context.ui_language == UiLanguage::kGerman));
  const std::string& words = check.insert.in(german ? UiLanguage::kGerman : UiLanguage::kEnglish);
  if (check.insert_at_end) {
    const bool apart = !text.empty() && text.back() != ' ' && text.back() != '\n';
    return {{{text.size(), text.size()}, (apart ? " " : "") + words}};
  }
  return {{{0, 0}, words + (text.empty() || text.front() == '\n' ? "" : " ")}};
}

}  // namespace

void check_required(const RuleRun& run, const pack::RequiredCheck& check, std::span<const Found> elements) {
  const std::string_view text = run.draft.text();
  const Span place = allowed_place(check, text);
  std::optional<Span> misplaced;
  for (const Found& element : elements) {
    const Span span = run.draft.span_of(element.first_token, element.last_token);
    const bool in_place = check.within_last ? span.end > place.begin : span.begin < place.end;
    if (in_place && (check.among_hashtags || !is_among_hashtags(span, run.draft))) return;
    if (!misplaced) misplaced = span;
  }
  run.report(misplaced, {{"match", misplaced ? std::string(misplaced->in(text)) : std::string()}},
             fix_by_inserting(run, check));
}

}  // namespace botschaft::check
