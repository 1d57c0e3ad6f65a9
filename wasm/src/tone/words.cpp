// The lexicon's words in a draft, and what the words around them make of them.
//
// A negation turns round what it stands before, within a few words of the same clause; a German one also what it
// closes ("überzeugt mich nicht"). Strengthening and weakening words count for the word right behind them. Of two
// halves joined by "but", the second counts more.
#include <algorithm>
#include <cmath>
#include <optional>

#include "tone/profile.h"

namespace botschaft::tone {
namespace {

using text::Language;

constexpr size_t kReachBefore = 4;  // tokens that a negation may stand before its word
constexpr size_t kReachBehind = 6;  // tokens that a German one may stand behind
constexpr double kStronger = 1.35;
constexpr double kWeaker = 0.6;
constexpr double kBeforeBut = 0.6;
constexpr double kBehindBut = 1.4;

// A word or phrase of the lexicon, for one dimension.
struct Hit {
  uint32_t first;
  uint32_t last;
  uint32_t entry;
  uint32_t stem_bytes;
};

// What stands at a token and works on its neighbours.
struct Work {
  bool negates = false;
  bool forward_only = false;
  bool turns = false;
  double factor = 1;
};

class Finder {
 public:
  Finder(const Passage& passage, const Lexicon& lexicon, const std::vector<Language>& languages, Movers& movers)
      : passage_(passage),
        tokens_(passage.tokens()),
        lexicon_(lexicon),
        languages_(languages),
        movers_(movers),
        forms_(passage.text(), tokens_),
        work_(tokens_.size()),
        clause_(tokens_.size(), 0),
        quiet_(tokens_.size(), false) {}

  void run() {
    mark_quotations();
    mark_names();
    const std::vector<Span>& sentences = *passage_.sentences;
    size_t from = 0;
    for (size_t sentence = 0; sentence <= sentences.size(); ++sentence) {
      // What stands before a sentence (an emoji of its own) belongs to none, and is in the draft's language.
      const size_t begins = sentence < sentences.size() ? sentences[sentence].begin : passage_.text().size();
      size_t to = from;
      while (to < tokens_.size() && tokens_[to].span.begin < begins) ++to;
      read(from, to, passage_.language);
      from = to;
      if (sentence == sentences.size()) break;
      while (to < tokens_.size() && tokens_[to].span.begin < sentences[sentence].end) ++to;
      read(from, to, languages_[sentence]);
      from = to;
    }
  }

 private:
  [[nodiscard]] std::string_view written(size_t token) const { return tokens_[token].span.in(passage_.text()); }

  // Words in quotation marks are somebody else's, or only mentioned; but where most of the text stands in them, they
  // are what it says.
  void mark_quotations() {
    constexpr std::string_view kOpening[] = {"„", "“", "»", "«", "\"", "‚", "‹", "›"};
    std::vector<bool> inside(tokens_.size(), false);
    size_t quoted = 0;
    size_t words = 0;
    std::optional<size_t> open;
    std::string_view closing_for;
    for (size_t token = 0; token < tokens_.size(); ++token) {
      if (tokens_[token].is_word) {
        ++words;
        continue;
      }
      const std::string_view mark = written(token);
      if (open && closes(closing_for, mark)) {
        for (size_t i = *open + 1; i < token; ++i) {
          inside[i] = true;
          quoted += tokens_[i].is_word ? 1 : 0;
        }
        open.reset();
      } else if (!open && std::find(std::begin(kOpening), std::end(kOpening), mark) != std::end(kOpening)) {
        open = token;
        closing_for = mark;
      }
    }
    if (quoted * 2 <= words) quiet_ = std::move(inside);
  }

  static bool closes(std::string_view opening, std::string_view mark) {
    if (opening == "„") return mark == "“" || mark == "”" || mark == "\"";
    if (opening == "“") return mark == "”" || mark == "“";
    if (opening == "»") return mark == "«";
    if (opening == "«") return mark == "»";
    if (opening == "‚") return mark == "‘" || mark == "’";
    if (opening == "‹") return mark == "›";
    if (opening == "›") return mark == "‹";
    return mark == "\"";
  }

  void mark_names() {
    size_t name = 0;
    for (size_t token = 0; token < tokens_.size(); ++token) {
      while (name < passage_.names->size() && (*passage_.names)[name].end <= tokens_[token].span.begin) ++name;
      if (name < passage_.names->size() && (*passage_.names)[name].overlaps(tokens_[token].span)) quiet_[token] = true;
      if (!passage_.in_link->empty() && (*passage_.in_link)[token]) quiet_[token] = true;
    }
  }

  // The sentence of the tokens from `from` to before `to`.
  void read(size_t from, size_t to, Language language) {
    if (from == to) return;
    hits_.clear();
    uint32_t clause = 1;
    bool turned = false;
    size_t turn = to;
    for (size_t token = from; token < to;) {
      if (!tokens_[token].is_word && ends_clause(written(token))) ++clause;
      clause_[token] = clause;
      if (quiet_[token]) {
        ++token;
        continue;
      }
      lexicon_.find(forms_, token, to, matches_);
      std::erase_if(matches_, [&](const Match& match) { return !lexicon_.group_of(match.entry).is_in(language); });
      if (matches_.empty()) {
        ++token;
        continue;
      }
      const size_t last = matches_.front().last_token;
      take(token, last);
      if (work_[last].turns) {
        ++clause;
        turned = true;
        turn = token;
      }
      for (; token <= last; ++token) clause_[token] = clause;
    }
    for (const Hit& hit : hits_) move(hit, from, to, language, turned ? std::optional(turn) : std::nullopt);
  }

  static bool ends_clause(std::string_view mark) {
    constexpr std::string_view kMarks[] = {",", ";", ":", ".", "!", "?", "…", "–", "—", "(", ")"};
    return std::find(std::begin(kMarks), std::end(kMarks), mark) != std::end(kMarks);
  }

  // Of the entries that tell the same word for the same dimension, the one that tells it most exactly.
  void take(size_t first, size_t last) {
    for (const Match& match : matches_) {
      const Group& group = lexicon_.group_of(match.entry);
      const bool beaten = std::any_of(matches_.begin(), matches_.end(), [&](const Match& other) {
        if (other.entry == match.entry) return false;
        const Group& rival = lexicon_.group_of(other.entry);
        if (rival.role != group.role || rival.dimension != group.dimension) return false;
        const int rank = lexicon_.exactness_of(other.entry) - lexicon_.exactness_of(match.entry);
        if (rank != 0) return rank > 0;
        if (other.stem_bytes != match.stem_bytes) return other.stem_bytes > match.stem_bytes;
        return other.entry < match.entry;  // the list that was there first
      });
      if (beaten) continue;
      Work& work = work_[last];  // its neighbours are what follows
      switch (group.role) {
        case Role::kMoves:
          hits_.push_back({static_cast<uint32_t>(first), static_cast<uint32_t>(last), match.entry, match.stem_bytes});
          break;
        case Role::kNegates:
        case Role::kNegatesNext:
          work.negates = true;
          work.forward_only = group.role == Role::kNegatesNext;
          break;
        case Role::kStrengthens:
          work.factor = kStronger;
          break;
        case Role::kWeakens:
          work.factor = kWeaker;
          break;
        case Role::kTurns:
          work.turns = true;
          break;
        case Role::kNothing:
          break;
      }
    }
  }

  [[nodiscard]] bool is_negated(const Hit& hit, size_t from, size_t to, Language language) const {
    const uint32_t clause = clause_[hit.first];
    for (size_t back = 1; back <= kReachBefore && hit.first >= from + back; ++back) {
      const size_t at = hit.first - back;
      if (clause_[at] != clause) break;
      if (work_[at].negates) return true;
    }
    if (language == Language::kEnglish) return false;
    for (size_t at = hit.last + 1; at < to && at <= hit.last + kReachBehind && clause_[at] == clause; ++at) {
      if (work_[at].negates) return !work_[at].forward_only && !has_own_word(at, hit, to);
    }
    return false;
  }

  // Whether the negation at `at` has a word of its own behind it.
  [[nodiscard]] bool has_own_word(size_t at, const Hit& but, size_t to) const {
    return std::any_of(hits_.begin(), hits_.end(), [&](const Hit& hit) {
      return hit.first > at && hit.first <= at + kReachBefore && hit.first < to && clause_[hit.first] == clause_[at] &&
             hit.entry != but.entry;
    });
  }

  [[nodiscard]] double strength(const Hit& hit, size_t from) const {
    double factor = 1;
    for (size_t back = 1; back <= 2 && hit.first >= from + back; ++back) {
      const Work& work = work_[hit.first - back];
      if (work.factor == 1) break;
      factor *= work.factor;
    }
    return factor;
  }

  // What is left of a force when it is negated.
  static double negated(Dimension dimension, double force) {
    switch (dimension) {
      case Dimension::kFriendliness:
        return force > 0 ? -0.8 * force : -0.5 * force;  // "nicht gut" is bad, "nicht schlecht" is hardly good
      case Dimension::kCertainty:
        return -0.5 * force;
      case Dimension::kHype:
      case Dimension::kEnergy:
        return 0;
      default:
        return force;  // an insult stays one
    }
  }

  void move(const Hit& hit, size_t from, size_t to, Language language, std::optional<size_t> turn) {
    const Group& group = lexicon_.group_of(hit.entry);
    double force = group.weight * strength(hit, from);
    const bool is_negated_here = is_negated(hit, from, to, language);
    if (is_negated_here) force = negated(group.dimension, force);
    if (turn && group.dimension == Dimension::kFriendliness) force *= hit.first < *turn ? kBeforeBut : kBehindBut;
    if (force == 0) return;
    const Span span{tokens_[hit.first].span.begin, tokens_[hit.last].span.end};
    const std::string_view form = forms_.of(hit.last);
    movers_[static_cast<size_t>(group.dimension)].push_back(
        {span, Sign::kWord, hit.entry, is_negated_here, force, 0, std::string(form.substr(hit.stem_bytes))});
  }

  const Passage& passage_;
  const std::vector<text::Token>& tokens_;
  const Lexicon& lexicon_;
  const std::vector<Language>& languages_;
  Movers& movers_;
  Forms forms_;
  std::vector<Work> work_;
  std::vector<uint32_t> clause_;
  std::vector<bool> quiet_;
  std::vector<Match> matches_;
  std::vector<Hit> hits_;  // of the sentence
};

}  // namespace

void find_words(const Passage& passage, const Lexicon& lexicon, const std::vector<Language>& languages,
                Movers& movers) {
  if (!lexicon.empty()) Finder(passage, lexicon, languages, movers).run();
}

}  // namespace botschaft::tone
