// An element that must be there, in the right place: a disclosure counts only where it is seen.
#include <algorithm>

#include "check/kinds.h"
#include "check/negation.h"
#include "text/segment.h"

namespace botschaft::check {
namespace {

// Readers take a run of so many hashtags for decoration.
constexpr size_t kHashtagRun = 3;

// Why nothing counts: there is no element, or what is wrong with the first one.
enum class Why : uint8_t {
  kMissing,
  kWeak,
  kNegated,
  kTooLate,
  kTooEarly,
  kNotFirst,
  kBehindFold,
  kAmongHashtags,
  kClosing
};
constexpr std::string_view kWhyGerman[] = {
    "fehlt",
    "reicht so nicht",
    "ist verneint",
    "steht zu weit hinten",
    "steht zu weit vorn",
    "ist nicht das erste Wort",
    "steht erst hinter „mehr“",
    "steht in einer Reihe von Hashtags",
    "steht erst bei den Hashtags am Ende",
};
constexpr std::string_view kWhyEnglish[] = {
    "is missing",
    "is not enough",
    "is negated",
    "stands too far back",
    "stands too far to the front",
    "is not the first word",
    "comes only after “more”",
    "stands in a run of hashtags",
    "stands among the hashtags at the end",
};

struct HashtagRun {
  Span span;
  size_t count;
};

// Hashtags with nothing but blanks and commas between them, in the order of the text.
std::vector<HashtagRun> hashtag_runs(const Draft& draft) {
  std::vector<HashtagRun> runs;
  for (const Span& hashtag : draft.entities().hashtags) {
    if (!runs.empty()) {
      HashtagRun& last = runs.back();
      const std::string_view between = Span{last.span.end, hashtag.begin}.in(draft.text());
      if (between.find_first_not_of(" \t\r\n,") == std::string_view::npos) {
        last.span.end = hashtag.end;
        ++last.count;
        continue;
      }
    }
    runs.push_back({hashtag, 1});
  }
  return runs;
}

// Byte offset of the grapheme number `count`; text.size() where there are fewer.
size_t offset_of_grapheme(std::string_view text, uint32_t count) {
  size_t at = 0;
  for (uint32_t i = 0; i < count && at < text.size(); ++i) at = text::next_grapheme(text, at);
  return at;
}

// Byte offset where the feed cuts the text; text.size() where it shows everything.
size_t offset_of_fold(const NetworkFacts& network, std::string_view text) {
  if (network.fold_characters == 0) return text.size();
  const size_t shown = offset_of_grapheme(text, network.fold_characters);
  size_t line = 0;
  for (uint32_t i = 0; i < network.fold_lines; ++i) {
    const size_t end = text.find('\n', line);
    if (end == std::string_view::npos || end >= shown) return shown;
    line = end + 1;
  }
  return network.fold_lines == 0 ? shown : line - 1;
}

// Where elements count, told once for the whole draft.
class Places {
 public:
  Places(const RuleRun& run, const pack::RequiredCheck& check) : check_(check), draft_(run.draft) {
    const std::string_view text = draft_.text();
    if (check.within_first) begins_before_ = offset_of_grapheme(text, *check.within_first);
    if (check.within_last) {
      const size_t total = text::count_graphemes(text);
      const size_t skip = total > *check.within_last ? total - *check.within_last : 0;
      ends_after_ = offset_of_grapheme(text, static_cast<uint32_t>(skip));
    }
    if (check.before_fold) fold_ = offset_of_fold(facts_of(run.context.network), text);
    if (check.first_word) {
      while (first_word_ < draft_.tokens().size() && !draft_.tokens()[first_word_].is_word) ++first_word_;
    }
    if (!check.among_hashtags || !check.in_closing_hashtags) runs_ = hashtag_runs(draft_);
    if (!check.in_closing_hashtags && !runs_.empty() && is_closing(runs_.back().span)) closing_ = runs_.back().span;
  }

  // What is wrong with an element's place; nothing where it counts. Asked in the order of the text.
  std::optional<Why> objection_to(const Found& element, Span span) {
    if (check_.within_first && span.begin >= begins_before_) return Why::kTooLate;
    if (check_.within_last && span.end <= ends_after_) return Why::kTooEarly;
    if (check_.first_word && element.first_token > first_word_) return Why::kNotFirst;
    if (check_.before_fold && span.end > fold_) return Why::kBehindFold;
    if (closing_.overlaps(span)) return Why::kClosing;
    if (check_.among_hashtags) return std::nullopt;
    while (run_ < runs_.size() && runs_[run_].span.end <= span.begin) ++run_;
    const bool among = run_ < runs_.size() && runs_[run_].count >= kHashtagRun && runs_[run_].span.overlaps(span);
    return among ? std::optional(Why::kAmongHashtags) : std::nullopt;
  }

 private:
  // Words before it, none behind it: links at the end are no wording.
  [[nodiscard]] bool is_closing(Span run) const {
    const std::vector<text::Token>& tokens = draft_.tokens();
    for (size_t i = tokens.size(); i > 0 && tokens[i - 1].span.begin >= run.end; --i) {
      if (tokens[i - 1].is_word && (draft_.in_link().empty() || !draft_.in_link()[i - 1])) return false;
    }
    for (size_t i = 0; i < tokens.size() && tokens[i].span.begin < run.begin; ++i) {
      if (tokens[i].is_word) return true;
    }
    return false;
  }

  const pack::RequiredCheck& check_;
  const Draft& draft_;
  size_t begins_before_ = 0;
  size_t ends_after_ = 0;
  size_t fold_ = 0;
  size_t first_word_ = 0;  // number of its token
  std::vector<HashtagRun> runs_;
  size_t run_ = 0;
  Span closing_;  // the hashtags that the post ends with; empty where they count
};

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

void check_required(const RuleRun& run, const pack::RequiredCheck& check, std::span<const Found> elements,
                    std::span<const Found> weak) {
  const std::string_view text = run.draft.text();
  for (const text::Link& link : run.draft.entities().links) {
    if (check.links.empty()) break;
    if (host_is_one_of(link.host.in(text), check.links)) return;
  }
  Places places(run, check);
  std::optional<Span> place;
  Why why = Why::kMissing;
  size_t next_weak = 0;
  for (const Found& element : elements) {
    const Span span = run.draft.span_of(element.first_token, element.last_token);
    while (next_weak < weak.size() && weak[next_weak].last_token < element.first_token) ++next_weak;
    const bool is_weak = next_weak < weak.size() && weak[next_weak].first_token <= element.last_token;
    std::optional<Why> objection = is_weak ? Why::kWeak : places.objection_to(element, span);
    if (!objection && !check.negated && is_negated(run.draft, element.first_token, element.last_token))
      objection = Why::kNegated;
    if (!objection) return;
    if (place) continue;
    place = is_weak ? run.draft.span_of(weak[next_weak].first_token, weak[next_weak].last_token) : span;
    why = *objection;
  }
  if (!place && !weak.empty()) {
    place = run.draft.span_of(weak.front().first_token, weak.front().last_token);
    why = Why::kWeak;
  }
  const auto number = static_cast<size_t>(why);
  const bool german = run.context.ui_language == UiLanguage::kGerman;
  run.report(place,
             {{"match", place ? std::string(place->in(text)) : std::string()},
              {"why", std::string(german ? kWhyGerman[number] : kWhyEnglish[number])}},
             fix_by_inserting(run, check));
}

}  // namespace botschaft::check
