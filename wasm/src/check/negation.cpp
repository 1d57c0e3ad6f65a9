#include "check/negation.h"

#include <string>

#include "base/utf8.h"
#include "text/unicode.h"

namespace botschaft::check {
namespace {

// Lists of words, each between spaces.
struct Words {
  std::string_view adverbs;      // negate what follows in their clause
  std::string_view determiners;  // negate the noun that follows
  std::string_view pseudo;       // behind one of the above, they leave nothing negated
  std::string_view barriers;     // begin a thought of its own
};
constexpr Words kGermanWords{
    " nicht nie niemals nimmer weder keineswegs keinesfalls niemand nichts nirgends ",
    " kein keine keinen keinem keiner keines keinerlei ohne ",
    " nur bloß bloss allein zuletzt umsonst weniger als zweifel frage sorge angst problem wunder ",
    " sondern aber doch jedoch weil denn obwohl dafür ",
};
constexpr Words kEnglishWords{
    " not never neither nor nobody nothing cannot ",
    " no without none ",
    " only just merely but less doubt doubts question wonder problem worries ",
    " but yet however because although though while instead ",
};
constexpr std::string_view kBefore =
    " is are was were be been can could will would do does did has have should may must ";

constexpr uint32_t kAdverbReach = 4;      // words between an adverb and what it negates
constexpr uint32_t kDeterminerReach = 2;  // the same in English, which marks no nouns; German ends at the first noun
constexpr uint32_t kPairReach = 12;       // tokens from "noch" back to its "weder"
constexpr uint32_t kBehindReach = 4;      // words between the match and a negation behind it
constexpr uint32_t kRestReach = 2;        // words that may follow that negation: "nicht übernommen werden"

bool is_in(std::string_view list, std::string_view word) {
  for (size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

class Clause {
 public:
  Clause(const Draft& draft, const Words& words, bool german) : draft_(draft), words_(words), german_(german) {}

  // A negation before the match, with what stands between.
  [[nodiscard]] bool negated_before(uint32_t first) const {
    bool by_adverb = false;
    bool by_determiner = false;
    bool noun_between = false;
    uint32_t between = 0;
    for (uint32_t i = first; i > 0 && between <= kAdverbReach; --i) {
      if (ends_clause_before(i)) break;
      const text::Token& token = draft_.tokens()[i - 1];
      if (!token.is_word) continue;
      const std::string_view word = word_at(i - 1);
      if (is_in(words_.barriers, word)) break;
      const bool distress = !german_ && token.span.in(draft_.text()) == "Not";  // German, and means need
      if (is_adverb(word) && !(distress && draft_.language() == text::Language::kGerman)) {
        by_adverb |= !is_pseudo(i, first);
      } else if (is_in(words_.determiners, word)) {
        by_determiner |= !noun_between && (german_ || between <= kDeterminerReach) && !is_pseudo(i, first);
      } else if (german_ && word == "noch" && has_weder_before(i - 1)) {
        by_adverb = true;
      }
      noun_between |= german_ && text::is_upper(decode(token.span.in(draft_.text()), 0).value);
      ++between;
    }
    return by_adverb != by_determiner;
  }

  // "Eine Garantie geben wir nicht", "guarantees cannot be given".
  [[nodiscard]] bool negated_behind(uint32_t last) const {
    uint32_t between = 0;
    for (uint32_t i = last + 1; i < size() && between <= kBehindReach; ++i) {
      if (ends_clause_before(i)) return false;
      if (!draft_.tokens()[i].is_word) continue;
      const std::string_view word = word_at(i);
      if (word == "und" || word == "and" || is_in(words_.barriers, word)) return false;
      if (german_) {
        const bool negation = is_adverb(word) || (is_in(words_.determiners, word) && word != "ohne");
        if (negation) return words_to_end(i + 1) <= (between == 0 ? 0 : kRestReach) && !is_pseudo(i + 1, size());
      } else if (between == 0 && (word == "cannot" || is_contraction(word))) {
        return true;
      } else if (between == 1 && (word == "not" || word == "never")) {
        return is_in(kBefore, word_at(i - 1));
      } else if (between >= 1) {
        return false;
      }
      ++between;
    }
    return false;
  }

 private:
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(draft_.tokens().size()); }
  [[nodiscard]] std::string_view word_at(uint32_t i) const { return draft_.wording().folded(i); }
  [[nodiscard]] static bool is_contraction(std::string_view word) {
    return word.size() > 3 && word.substr(word.size() - 3) == "n't";
  }
  [[nodiscard]] bool is_adverb(std::string_view word) const {
    return is_in(words_.adverbs, word) || (!german_ && is_contraction(word));
  }

  // Whether a sign or a line break stands between the token and the one before it (or is one of the two).
  [[nodiscard]] bool ends_clause_before(uint32_t i) const {
    const std::vector<text::Token>& tokens = draft_.tokens();
    const auto is_sign = [&](const text::Token& token) {
      const std::string_view sign = token.span.in(draft_.text());
      return !token.is_word && is_in(" , ; : . ! ? … – — ( ) | • ", sign);
    };
    const Span gap{tokens[i - 1].span.end, tokens[i].span.begin};
    return is_sign(tokens[i - 1]) || is_sign(tokens[i]) || gap.in(draft_.text()).find('\n') != std::string_view::npos;
  }

  // Whether one of the next two words before `end` takes the negation back.
  [[nodiscard]] bool is_pseudo(uint32_t from, uint32_t end) const {
    uint32_t seen = 0;
    for (uint32_t i = from; i < end && seen < 2 && !ends_clause_before(i); ++i) {
      if (!draft_.tokens()[i].is_word) continue;
      if (is_in(words_.pseudo, word_at(i))) return true;
      ++seen;
    }
    return false;
  }

  [[nodiscard]] bool has_weder_before(uint32_t noch) const {
    for (uint32_t i = noch, steps = 0; i > 0 && steps < kPairReach; --i, ++steps) {
      if (word_at(i - 1) == "weder") return true;
    }
    return false;
  }

  [[nodiscard]] uint32_t words_to_end(uint32_t from) const {
    uint32_t words = 0;
    for (uint32_t i = from; i < size() && words <= kRestReach && !ends_clause_before(i); ++i) {
      if (draft_.tokens()[i].is_word) ++words;
    }
    return words;
  }

  const Draft& draft_;
  const Words& words_;
  bool german_;
};

bool is_negated_in(const Draft& draft, uint32_t first, uint32_t last, bool german) {
  const Clause clause(draft, german ? kGermanWords : kEnglishWords, german);
  return clause.negated_before(first) || clause.negated_behind(last);
}

}  // namespace

// Posts mix languages, so both are looked at whatever the draft's is.
bool is_negated(const Draft& draft, uint32_t first_token, uint32_t last_token) {
  return is_negated_in(draft, first_token, last_token, true) || is_negated_in(draft, first_token, last_token, false);
}

}  // namespace botschaft::check
