// How names, hashtags and the first line are capitalised.
#include <algorithm>

#include "base/utf8.h"
#include "check/kinds.h"
#include "text/unicode.h"

namespace botschaft::check {
namespace {

using text::Language;

constexpr std::string_view kSmallEnglish =
    " a an the and or but nor for of in on at to by with from as into over via per vs ";
constexpr std::string_view kSmallGerman =
    " und oder aber der die das den dem des ein eine einen ist sind war für mit von im in zu zum zur auf bei nicht "
    "auch "
    "noch wie als wir ";
constexpr size_t kFewestTitleWords = 3;  // fewer words in capitals are names
constexpr size_t kShortestTag = 6;       // bytes, without the #
constexpr size_t kLongestTag = 100;      // bytes
constexpr size_t kLongestAcronym = 5;    // bytes, of a hashtag in capitals that is no row of words
constexpr size_t kShortestCompound = 3;  // letters behind a name that make it a word of its own

bool is_listed(std::string_view list, std::string_view word) {
  const std::string padded = " " + std::string(word) + " ";
  return list.find(padded) != std::string_view::npos;
}

std::string with_start(std::string_view word, char32_t (*change)(char32_t)) {
  const CodePoint first = decode(word, 0);
  std::string out;
  append_utf8(out, change(first.value));
  return out.append(word.substr(first.size));
}

bool starts_with_letter(std::string_view word, bool (*kind)(char32_t)) {
  return !word.empty() && kind(decode(word, 0).value);
}

// Whether a letter behind the first is in upper case: iPhone, NATO.
bool has_inner_capital(std::string_view word) {
  for (size_t at = decode(word, 0).size; at < word.size();) {
    const CodePoint point = decode(word, at);
    if (text::is_upper(point.value)) return true;
    at += point.size;
  }
  return false;
}

bool is_loud(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    if (text::is_lower(point.value)) return false;
    at += point.size;
  }
  return true;
}

std::string letters_of(std::string_view text, std::span<const text::Token> tokens) {
  std::string out;
  for (const text::Token& token : tokens) out += text::exact_form(token.span.in(text));
  return out;
}

class Terms {
 public:
  Terms(const RuleRun& run, const pack::CapitalizationCheck& check, const TermHits& hits)
      : run_(run), check_(check), hits_(hits), draft_(run.draft), named_(check.terms.size(), false) {}

  void check() {
    uint32_t behind = 0;  // first token behind the last name
    for (const Found& found : hits_.spelled) {
      if (found.first_token < behind) continue;  // inside a longer name
      behind = found.last_token + 1;
      const Span span = draft_.span_of(found.first_token, found.last_token);
      const bool hashtag = is_inside(draft_.entities().hashtags, span);
      if (is_inside(draft_.entities().mentions, span) || (hashtag && !check_.in_hashtags)) continue;
      const pack::CapitalizationCheck::Term& term = check_.terms[found.number];
      if (!hashtag && !found.compound && wants_full_name(term, found)) {
        report(span, term.full);
      } else if (std::string right = right_spelling(term, found, span); !right.empty()) {
        report(span, std::move(right));
      }
    }
    for (const Found& found : hits_.joined) {
      const Span span = draft_.span_of(found.first_token, found.last_token);
      if (!check_.in_hashtags || !is_inside(draft_.entities().hashtags, span)) continue;
      std::string right = run_together(check_.terms[found.number].text);
      if (span.in(draft_.text()) != right) report(span, std::move(right));
    }
    for (const Found& found : hits_.never) {
      report(draft_.span_of(found.first_token, found.last_token), check_.terms[found.number].text);
    }
  }

 private:
  void report(Span span, std::string instead) {
    run_.report(span, {{"match", std::string(span.in(draft_.text()))}, {"instead", instead}}, {{span, instead}});
  }

  // Whether this is the first mention, and the full name has not been given.
  bool wants_full_name(const pack::CapitalizationCheck::Term& term, const Found& found) {
    if (term.full.empty() || named_[found.number]) return false;
    named_[found.number] = true;
    return std::none_of(hits_.full.begin(), hits_.full.end(), [&](const Found& full) {
      return full.number == found.number && full.first_token <= found.first_token;
    });
  }

  // Empty where it is spelled right.
  [[nodiscard]] std::string right_spelling(const pack::CapitalizationCheck::Term& term, const Found& found,
                                           Span span) const {
    const std::string_view written = span.in(draft_.text());
    if (!found.compound) {
      const std::vector<text::Token>& tokens = draft_.tokens();
      const std::span<const text::Token> part(&tokens[found.first_token], found.last_token + 1 - found.first_token);
      const std::vector<text::Token> own = text::tokenize(term.text);
      return letters_of(draft_.text(), part) == letters_of(term.text, own) ? "" : term.text;
    }
    // The name begins the word: the rest of it stays, behind a hyphen where it is a word of its own.
    size_t at = 0;
    for (size_t own = 0; own < term.text.size();) {
      if (at >= written.size()) return "";
      const CodePoint a = decode(written, at);
      const CodePoint b = decode(term.text, own);
      if (text::to_lower(a.value) != text::to_lower(b.value)) return "";
      at += a.size;
      own += b.size;
    }
    if (written.substr(0, at) == term.text) return "";
    const std::string_view rest = written.substr(at);
    const bool word = count_code_points(rest) >= kShortestCompound;
    return term.text + (word ? "-" + with_start(rest, text::to_upper) : std::string(rest));
  }

  const RuleRun& run_;
  const pack::CapitalizationCheck& check_;
  const TermHits& hits_;
  const Draft& draft_;
  std::vector<bool> named_;  // per term, whether its first mention has been seen
};

// The words that a hashtag runs together, as few as possible; empty where it is one word or has unknown parts.
std::vector<std::string_view> words_in(std::string_view tag, const std::vector<std::string>& known) {
  constexpr uint8_t kNever = 255;
  std::vector<uint8_t> fewest(tag.size() + 1, kNever);  // words up to here
  std::vector<uint8_t> from(tag.size() + 1, 0);
  fewest[0] = 0;
  for (size_t begin = 0; begin < tag.size(); ++begin) {
    if (fewest[begin] == kNever) continue;
    for (size_t end = begin + 1; end <= tag.size(); ++end) {
      const std::string_view word = tag.substr(begin, end - begin);
      const auto at = std::lower_bound(known.begin(), known.end(), word);
      // No word begins like this: a longer one does not either.
      if (at == known.end() || std::string_view(*at).substr(0, word.size()) != word) break;
      if (*at != word || fewest[end] <= fewest[begin] + 1) continue;
      fewest[end] = static_cast<uint8_t>(fewest[begin] + 1);
      from[end] = static_cast<uint8_t>(begin);
    }
  }
  std::vector<std::string_view> words;
  if (fewest.back() == kNever || fewest.back() < 2) return words;
  for (size_t end = tag.size(); end > 0; end = from[end]) words.push_back(tag.substr(from[end], end - from[end]));
  std::reverse(words.begin(), words.end());
  return words;
}

void check_hashtags(const RuleRun& run, const std::vector<std::string>& known) {
  const std::string_view text = run.draft.text();
  for (const Span& hashtag : run.draft.entities().hashtags) {
    const size_t sign = decode(text, hashtag.begin).size;
    const std::string_view tag = Span{hashtag.begin + sign, hashtag.end}.in(text);
    if (tag.size() < kShortestTag || tag.size() > kLongestTag) continue;
    const std::string folded = text::folded_form(tag);
    std::vector<std::string_view> words;
    if (tag.find('_') != std::string_view::npos) {
      for (const text::Token& token : text::tokenize(tag)) {
        std::string_view rest = token.span.in(tag);
        while (!rest.empty()) {
          const size_t end = std::min(rest.find('_'), rest.size());
          if (end > 0) words.push_back(rest.substr(0, end));
          rest.remove_prefix(std::min(end + 1, rest.size()));
        }
      }
    } else {
      const bool loud = is_loud(tag);
      if (loud ? tag.size() <= kLongestAcronym : has_inner_capital(tag)) continue;
      words = words_in(folded, known);
    }
    if (words.size() < 2) continue;
    std::string right(text.substr(hashtag.begin, sign));
    for (const std::string_view word : words) right += with_start(word, text::to_upper);
    run.report(hashtag, {{"match", std::string(hashtag.in(text))}, {"instead", right}}, {{hashtag, right}});
  }
}

class FirstLine {
 public:
  explicit FirstLine(const RuleRun& run) : run_(run), draft_(run.draft), text_(run.draft.text()) {
    const std::vector<text::Token>& tokens = draft_.tokens();
    if (tokens.empty()) return;
    line_ = {tokens.front().span.begin, std::min(text_.find('\n', tokens.front().span.begin), text_.size())};
    while (line_.end > line_.begin && (text_[line_.end - 1] == '\r' || text_[line_.end - 1] == ' ')) --line_.end;
    for (size_t i = 0; i < tokens.size() && tokens[i].span.begin < line_.end; ++i) {
      const Span span = tokens[i].span;
      const bool wording = tokens[i].is_word && (draft_.in_link().empty() || !draft_.in_link()[i]) &&
                           !is_inside(draft_.entities().hashtags, span) && !is_inside(draft_.entities().mentions, span);
      const std::string_view before = i > 0 ? tokens[i - 1].span.in(text_) : std::string_view();
      const bool starts = i == 0 || is_listed(" . ! ? : – — | ", before);
      if (wording) words_.push_back({span, starts});
    }
  }

  void expect_sentence() {
    if (words_.empty()) return;
    const std::string_view first = words_.front().span.in(text_);
    if (words_.front().span.begin == line_.begin && starts_with_letter(first, text::is_lower) &&
        !has_inner_capital(first)) {
      return report(words_.front().span, with_start(first, text::to_upper));
    }
    const bool german = draft_.language() == Language::kGerman;
    std::vector<Span> loud;
    for (size_t i = 1; i < words_.size(); ++i) {
      const std::string_view word = words_[i].span.in(text_);
      const bool small = is_listed(german ? kSmallGerman : kSmallEnglish, text::folded_form(word));
      if (words_[i].starts || has_inner_capital(word) || word == "I") continue;
      if (german ? !small : small) continue;
      if (is_name(word)) continue;
      if (starts_with_letter(word, text::is_upper)) {
        loud.push_back(words_[i].span);
      } else if (!german && starts_with_letter(word, text::is_lower)) {
        return;  // one word in lower case: the others are names
      }
    }
    if (loud.size() < (german ? 2 : kFewestTitleWords)) return;
    if (!german && draft_.language() != Language::kEnglish) return;
    report(line_, with_changed(loud, text::to_lower));
  }

  void expect_title() {
    if (draft_.language() != Language::kEnglish) return;
    std::vector<Span> quiet;
    for (size_t i = 0; i < words_.size(); ++i) {
      const std::string_view word = words_[i].span.in(text_);
      const bool inner = i > 0 && i + 1 < words_.size() && !words_[i].starts;
      if (inner && is_listed(kSmallEnglish, word)) continue;
      if (starts_with_letter(word, text::is_lower) && !has_inner_capital(word)) quiet.push_back(words_[i].span);
    }
    if (!quiet.empty()) report(line_, with_changed(quiet, text::to_upper));
  }

 private:
  struct Word {
    Span span;
    bool starts;  // a sentence, or what follows a colon or dash
  };

  void report(Span span, const std::string& instead) {
    run_.report(span, {{"match", std::string(span.in(text_))}, {"instead", instead}}, {{span, instead}});
  }

  // Whether one of the organisation's names has this word.
  [[nodiscard]] bool is_name(std::string_view word) const {
    for (const auto* list : {&run_.organisation.names, &run_.organisation.products, &run_.organisation.competitors}) {
      for (const std::string& name : *list) {
        if (is_listed(" " + name + " ", word)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::string with_changed(const std::vector<Span>& words, char32_t (*change)(char32_t)) const {
    std::string out;
    size_t at = line_.begin;
    for (const Span& word : words) {
      out.append(text_.substr(at, word.begin - at)).append(with_start(word.in(text_), change));
      at = word.end;
    }
    return out.append(text_.substr(at, line_.end - at));
  }

  const RuleRun& run_;
  const Draft& draft_;
  std::string_view text_;
  Span line_;
  std::vector<Word> words_;
};

}  // namespace

std::string run_together(std::string_view term) {
  std::string out;
  for (const text::Token& token : text::tokenize(term)) {
    if (token.is_word) out += with_start(token.span.in(term), text::to_upper);
  }
  return out;
}

void check_capitalization(const RuleRun& run, const pack::CapitalizationCheck& check, const TermHits& hits) {
  using Line = pack::CapitalizationCheck::FirstLine;
  if (!check.terms.empty()) Terms(run, check, hits).check();
  if (check.hashtags) check_hashtags(run, check.hashtag_words);
  if (check.first_line == Line::kSentence) FirstLine(run).expect_sentence();
  if (check.first_line == Line::kTitle) FirstLine(run).expect_title();
}

}  // namespace botschaft::check
