// What regular expressions find, with what to write instead.
#include <algorithm>

#include "base/sort.h"
#include "check/exceptions.h"
#include "check/kinds.h"

namespace botschaft::check {
namespace {

// `replacement` with $0 to $9 filled in, and $$ as $.
std::string filled(const std::string& replacement, const match::PatternHit& hit, std::string_view text) {
  std::string out;
  for (size_t at = 0; at < replacement.size(); ++at) {
    const char next = at + 1 < replacement.size() ? replacement[at + 1] : '\0';
    if (replacement[at] != '$' || (next != '$' && (next < '0' || next > '9'))) {
      out += replacement[at];
      continue;
    }
    ++at;
    const auto group = static_cast<size_t>(next - '0');
    if (next == '$')
      out += next;
    else if (group == 0)
      out += hit.span.in(text);
    else if (group <= hit.groups.size())
      out += hit.groups[group - 1].in(text);
  }
  return out;
}

// The tokens that a match touches; none where it is white space.
std::optional<Found> tokens_of(Span span, const std::vector<text::Token>& tokens, uint32_t number) {
  const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const text::Token& token) { return token.span.end <= span.begin; });
  const auto behind =
      std::partition_point(first, tokens.end(), [&](const text::Token& token) { return token.span.begin < span.end; });
  if (first == behind) return std::nullopt;
  return Found{static_cast<uint32_t>(first - tokens.begin()), static_cast<uint32_t>(behind - tokens.begin() - 1),
               number, false};
}

}  // namespace

void check_patterns(const RuleRun& run, const pack::PatternsCheck& check, std::vector<match::PatternHit> hits,
                    const Exceptions& exceptions) {
  sort_stably(hits, [](const match::PatternHit& a, const match::PatternHit& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end != b.span.end ? a.span.end > b.span.end : a.pattern < b.pattern;
  });
  const std::string_view text = run.draft.text();
  size_t reported_until = 0;
  for (const match::PatternHit& hit : hits) {
    if (hit.span.begin < reported_until) continue;  // inside another match
    const auto tokens = tokens_of(hit.span, run.draft.tokens(), hit.pattern);
    if (tokens && exceptions.cover(*tokens)) continue;
    const std::string_view match = hit.span.in(text);
    std::vector<Fix> fixes;
    bool spelled_right = false;
    const pack::Pattern& pattern = check.patterns[hit.pattern];
    const bool raise = (pattern.options.flags & match::kPatternMatchesCase) == 0 && starts_upper(match);
    for (const std::string& replacement : pattern.replace) {
      std::string words = filled(replacement, hit, text);
      spelled_right |= words == match;
      if (raise) words = with_upper_start(words);
      if (words.empty())
        fixes.push_back({with_space(hit.span, text), ""});
      else if (words != match)
        fixes.push_back({hit.span, std::move(words)});
    }
    if (spelled_right) continue;
    reported_until = hit.span.end;
    const std::string instead = joined_texts(fixes);
    run.report(hit.span, {{"match", std::string(match)}, {"instead", instead}}, std::move(fixes));
  }
}

}  // namespace botschaft::check
