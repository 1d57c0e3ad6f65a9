// How much of something a draft may or must have.
#include <algorithm>

#include "base/utf8.h"
#include "check/kinds.h"
#include "text/segment.h"

namespace botschaft::check {
namespace {

using pack::Countable;

uint32_t size_of(const std::vector<Span>& spans) {
  return static_cast<uint32_t>(spans.size());
}

uint32_t words_in(const Draft& draft, Span span) {
  uint32_t words = 0;
  for (size_t i = 0; i < draft.tokens().size(); ++i) {
    const text::Token& token = draft.tokens()[i];
    if (token.span.begin >= span.end) break;
    const bool link = !draft.in_link().empty() && draft.in_link()[i];
    if (token.is_word && !link && token.span.begin >= span.begin) ++words;
  }
  return words;
}

// The stretches between line breaks; with `blank_only`, between blank lines. A break of CR LF ends before the CR.
std::vector<Span> stretches(std::string_view text, bool blank_only) {
  std::vector<Span> out;
  const auto add = [&](size_t from, size_t to) {
    out.push_back({from, to > from && text[to - 1] == '\r' ? to - 1 : to});
  };
  size_t begin = 0;
  size_t line = 0;
  while (line <= text.size()) {
    const size_t end = std::min(text.find('\n', line), text.size());
    const bool blank = text.substr(line, end - line).find_first_not_of(" \t\r") == std::string_view::npos;
    if (!blank_only) {
      if (!blank) add(line, end);
    } else if (blank) {
      if (begin < line) add(begin, line - 1);
      begin = end + 1;
    } else if (end == text.size()) {
      add(begin, end);
    }
    line = end + 1;
  }
  return out;
}

uint32_t lines_in(Span stretch, std::string_view text) {
  uint32_t lines = 1;
  for (const char c : stretch.in(text)) lines += c == '\n' ? 1 : 0;
  return lines;
}

class Counter {
 public:
  Counter(const RuleRun& run, const pack::CountCheck& check)
      : run_(run), check_(check), draft_(run.draft), text_(run.draft.text()), max_(check.max) {
    if (check.max_is_network) max_ = run.context.length_limit();
  }

  void count() {
    switch (check_.of) {
      case Countable::kCharacters:
        return characters();
      case Countable::kWords:
        return words();
      case Countable::kSentenceWords:
        return words_of_each(draft_.sentences());
      case Countable::kParagraphWords:
        return words_of_each(stretches(text_, false));
      case Countable::kLines:
        return lines();
      case Countable::kHashtags:
        return items(draft_.entities().hashtags);
      case Countable::kMentions:
        return items(draft_.entities().mentions);
      case Countable::kEmoji:
        return items(draft_.entities().emoji);
      case Countable::kLinks:
        return links();
      case Countable::kExclamations:
        return exclamations();
    }
  }

 private:
  void report(std::optional<Span> span, uint32_t count, std::vector<Fix> fixes = {}) {
    run_.report(span,
                {{"count", std::to_string(count)},
                 {"max", std::to_string(max_.value_or(0))},
                 {"min", std::to_string(check_.min.value_or(0))},
                 {"match", span ? std::string(span->in(text_)) : std::string()}},
                std::move(fixes));
  }

  [[nodiscard]] bool too_many(uint32_t count) const { return max_ && count > *max_; }
  [[nodiscard]] bool too_few(uint32_t count) const { return check_.min && count < *check_.min; }

  void characters() {
    const uint32_t also = check_.max_is_network ? run_.context.also_counted : 0;
    const uint32_t length = also + text::length_on(run_.context.network, text_, draft_.entities());
    if (too_many(length)) {
      const uint32_t room = *max_ - std::min(*max_, also);
      const size_t fits = text::end_of_fitting(run_.context.network, text_, draft_.entities(), room);
      report(Span{fits, text_.size()}, length);
    } else if (too_few(length)) {
      report(std::nullopt, length);
    }
  }

  void words() {
    const uint32_t count = words_in(draft_, {0, text_.size()});
    if (too_many(count) || too_few(count)) report(std::nullopt, count);
  }

  void words_of_each(const std::vector<Span>& parts) {
    if (parts.empty()) return;
    // One pass over the tokens serves all parts, which are in order: a draft may be one long list of short sentences.
    size_t token = 0;
    for (const Span& part : parts) {
      uint32_t count = 0;
      for (; token < draft_.tokens().size() && draft_.tokens()[token].span.begin < part.end; ++token) {
        const bool link = !draft_.in_link().empty() && draft_.in_link()[token];
        if (draft_.tokens()[token].span.begin >= part.begin && draft_.tokens()[token].is_word && !link) ++count;
      }
      if (too_many(count) || too_few(count)) report(part, count);
    }
  }

  void lines() {
    uint32_t longest = 0;
    for (const Span& stretch : stretches(text_, true)) {
      const uint32_t count = lines_in(stretch, text_);
      longest = std::max(longest, count);
      if (too_many(count)) report(stretch, count);
    }
    if (too_few(longest)) report(std::nullopt, longest);
  }

  // The first item that is too many is marked, and can be taken out with the space before it.
  void items(const std::vector<Span>& found) {
    const uint32_t count = size_of(found);
    if (too_many(count)) {
      const Span first = found[*max_];
      Span out = first;
      if (out.begin > 0 && text_[out.begin - 1] == ' ') --out.begin;
      report(first, count, {{out, ""}});
    } else if (too_few(count)) {
      report(std::nullopt, count);
    }
  }

  void links() {
    std::vector<Span> found;
    for (const text::Link& link : draft_.entities().links) found.push_back(link.span);
    items(found);
  }

  void exclamations() {
    uint32_t total = 0;
    for (const char c : text_) total += c == '!' ? 1 : 0;
    if (too_few(total)) return report(std::nullopt, total);
    if (!too_many(total)) return;
    uint32_t left = *max_;
    for (size_t begin = text_.find('!'); begin != std::string_view::npos;) {
      const size_t end = std::min(text_.find_first_not_of('!', begin), text_.size());
      const auto size = static_cast<uint32_t>(end - begin);
      if (size > left) {
        const Span marks{begin, end};
        report(marks, total, {{marks, left > 0 ? std::string(left, '!') : "."}});
      }
      left -= std::min(left, size);
      begin = text_.find('!', end);
    }
  }

  const RuleRun& run_;
  const pack::CountCheck& check_;
  const Draft& draft_;
  std::string_view text_;
  std::optional<uint32_t> max_;
};

}  // namespace

void check_count(const RuleRun& run, const pack::CountCheck& check) {
  Counter(run, check).count();
}

}  // namespace botschaft::check
