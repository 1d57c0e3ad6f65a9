#include "tone/gender.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/unicode.h"
#include "text/word_table.h"
#include "tone/gender_nouns.h"

namespace botschaft::tone {
namespace {

using Case = GenderUse::Case;

enum Declension : uint8_t { kNoNoun, kInEr, kInEn, kInE };

// Determiners and what else tells a plural from a singular, and the case.
enum Hint : uint8_t {
  kPlural = 1 << 0,    // certainly many: die, alle, viele, drei
  kSingular = 1 << 1,  // or not certainly many
  kEach = 1 << 2,      // jeder: one that stands for all
  kWeak = 1 << 3,      // an adjective behind it ends in -en
  kDativePlural = 1 << 4,
  kTakesDative = 1 << 5,  // prepositions
  kTakesOther = 1 << 6,
  kNamesRole = 1 << 7,  // als, wie: one or many
};

constexpr text::HashedWords<uint8_t, 160, 7> kHints([](auto put) {
  const auto add = [&put](uint8_t hint, std::string_view words) {
    text::for_each_word(words, [&](std::string_view word) { put(word, hint); });
  };
  add(kPlural | kWeak, "die alle diese jene welche unsere meine deine seine ihre eure keine beide sämtliche");
  add(kPlural,
      "viele einige wenige mehrere manche andere zwei drei vier fünf sechs sieben acht neun zehn zwölf liebe "
      "hunderte tausende zahlreiche");
  add(kPlural | kDativePlural, "allen vielen einigen wenigen mehreren beiden anderen zahlreichen lieben");
  add(kDativePlural, "den unseren meinen deinen seinen ihren euren diesen keinen");
  add(kSingular,
      "der ein einem einen eines dem des den im am vom zum zur unser mein dein sein ihr euer unserem meinem "
      "deinem seinem ihrem eurem unseres meines dieser diesem dieses kein keinem unserer meiner deiner seiner "
      "ihrer eurer beim herr herrn frau aller vieler");
  add(kSingular, "unseren meinen deinen seinen ihren euren diesen keinen");
  add(kEach, "jeder jeden jedem jedes");
  add(kTakesDative, "mit von bei zu aus nach seit neben unter zwischen vor hinter samt gegenüber außer");
  add(kTakesOther, "für gegen ohne durch um und oder sowie auch");
  add(kNamesRole, "als wie zum");
});

uint8_t hint_of(std::string_view folded) {
  return kHints.find(folded);
}

bool lists(std::string_view list, std::string_view wanted) {
  bool found = false;
  text::for_each_word(list, [&](std::string_view word) { found |= word == wanted; });
  return found;
}

struct Noun {
  std::string_view stem;
  Declension declension = kNoNoun;
  bool dative = false;  // certainly, by its ending
};

// As all masculine plurals of the lists do, and most words do not.
bool ends_like_plural(std::string_view word) {
  return word.ends_with('e') || word.ends_with("er") || word.ends_with("en") || word.ends_with("ern");
}

// The noun whose masculine plural this is.
Noun masculine_plural(std::string_view word) {
  static constexpr text::HashedWords<uint8_t, 160, 7> kNouns([](auto put) {
    text::for_each_word(kNounsInEr, [&](std::string_view noun) { put(noun, kInEr); });
    text::for_each_word(kNounsInEn, [&](std::string_view noun) { put(noun, kInEn); });
    text::for_each_word(kNounsInE, [&](std::string_view noun) { put(noun, kInE); });
  });
  if (!ends_like_plural(word)) return {};
  const auto is = [&](std::string_view stem, Declension declension) { return kNouns.find(stem) == declension; };
  if (is(word, kInEr)) return {word, kInEr, false};
  if (word.ends_with('n') && is(word.substr(0, word.size() - 1), kInEr))
    return {word.substr(0, word.size() - 1), kInEr, true};
  if (word.ends_with("en")) {
    const std::string_view stem = word.substr(0, word.size() - 2);
    if (is(stem, kInEn)) return {stem, kInEn, false};
    if (is(stem, kInE)) return {stem, kInE, true};
  }
  if (word.ends_with('e') && is(word.substr(0, word.size() - 1), kInE))
    return {word.substr(0, word.size() - 1), kInE, false};
  return {};
}

// The declension of a stem as it stands before a sign: Mitarbeiter*innen, Kund*innen.
Declension declension_of(std::string_view stem) {
  if (lists(kNounsInEr, stem)) return kInEr;
  if (lists(kNounsInEn, stem)) return kInEn;
  return lists(kNounsInE, stem) ? kInE : kNoNoun;
}

std::string masculine(std::string_view stem, Declension declension, bool dative) {
  std::string word(stem);
  if (declension == kInEn) return word + "en";
  if (declension == kInE) word += "e";
  return dative ? word + "n" : word;
}

std::string_view neutral_of(std::string_view stem) {
  std::string_view partner;
  bool is_key = true;
  bool next = false;
  text::for_each_word(kNeutralNouns, [&](std::string_view word) {
    if (next && !is_key) partner = word;
    next = is_key && word == stem;
    is_key = !is_key;
  });
  return partner;
}

bool is_letter_at(std::string_view text, size_t at) {
  return at < text.size() && text::is_letter(decode(text, at).value);
}

class GenderFinder {
 public:
  GenderFinder(const text::Wording& wording, bool compounds)
      : wording_(wording), text_(wording.text()), tokens_(wording.tokens()), compounds_(compounds) {}

  std::vector<GenderUse> find() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].is_word || !counts(i)) continue;
      const std::string_view word = at(i);
      if (!text::is_upper(decode(word, 0).value) && !is_article(i)) continue;
      if (find_sign(i) || find_pair(i)) continue;
      find_masculine(i);
    }
    return std::move(uses_);
  }

 private:
  [[nodiscard]] std::string_view at(size_t i) const { return wording_.written(i); }
  [[nodiscard]] std::string_view folded(size_t i) const { return wording_.folded(i); }
  [[nodiscard]] bool counts(size_t i) const {
    return wording_.is_own(i) && (uses_.empty() || tokens_[i].span.begin >= uses_.back().span.end);
  }
  [[nodiscard]] bool joined(size_t i) const { return i < tokens_.size() && !tokens_[i].space_before; }

  // jede*r, ein:e
  [[nodiscard]] bool is_article(size_t i) const {
    constexpr std::string_view kArticles[] = {"jede", "ein", "eine", "kein", "keine", "liebe", "der", "die", "welche"};
    const std::string_view word = folded(i);
    return std::any_of(std::begin(kArticles), std::end(kArticles), [&](std::string_view article) {
      return word.starts_with(article) && word.size() <= article.size() + 4;
    });
  }

  // The bytes from the word on: a stem, a sign, an ending.
  bool find_sign(size_t i) {
    const size_t begin = tokens_[i].span.begin;
    size_t sign = begin;
    while (is_letter_at(text_, sign)) {
      // Binnen-I
      if (sign > begin && text_[sign] == 'I' && text::is_lower(decode_before(text_, sign).value) &&
          text_.substr(sign).starts_with("Innen")) {
        return add_sign(i, sign, sign, GenderForm::kInnerI);
      }
      sign += decode(text_, sign).size;
    }
    if (sign >= text_.size()) return false;
    const auto is_sign = [&](std::string_view mark) { return text_.substr(sign).starts_with(mark); };
    if (is_sign("*")) return add_sign(i, sign, sign + 1, GenderForm::kStar);
    if (is_sign(":")) return add_sign(i, sign, sign + 1, GenderForm::kColon);
    if (is_sign("_")) return add_sign(i, sign, sign + 1, GenderForm::kUnderscore);
    if (is_sign("/-")) return add_sign(i, sign, sign + 2, GenderForm::kSlash);
    if (is_sign("/") || is_sign("(")) return add_sign(i, sign, sign + 1, GenderForm::kSlash);
    return false;
  }

  bool add_sign(size_t i, size_t sign, size_t from, GenderForm form) {
    size_t end = from;
    while (is_letter_at(text_, end)) end += decode(text_, end).size;
    std::string tail(text_.substr(from, end - from));
    if (form == GenderForm::kInnerI) tail[0] = 'i';
    const std::string_view stem = text_.substr(tokens_[i].span.begin, sign - tokens_[i].span.begin);
    const bool noun = (tail == "innen" || tail == "in") && text::is_upper(decode(stem, 0).value);
    const bool article = (tail == "r" || tail == "n" || tail == "e" || tail == "die" || tail == "der") && is_article(i);
    if (!noun && !(article && form != GenderForm::kSlash)) return false;
    if (text_[sign] == '(') {
      if (end >= text_.size() || text_[end] != ')') return false;
      ++end;
    }
    GenderUse use;
    use.span = {tokens_[i].span.begin, end};
    use.form = form;
    use.stem = std::string(stem);
    // Kollegen/innen
    if (use.stem.ends_with("en") && declension_of(use.stem.substr(0, use.stem.size() - 2)) != kNoNoun) {
      use.stem.resize(use.stem.size() - 2);
    }
    use.plural = tail == "innen";
    use.tail = std::move(tail);
    read_context(i, use);
    uses_.push_back(std::move(use));
    return true;
  }

  // Kolleginnen und Kollegen, Kunden/Kundinnen
  bool find_pair(size_t i) {
    const std::string_view joint = folded(i + 1);
    if (joint != "und" && joint != "oder" && joint != "/" && joint != "bzw" && joint != "&") return false;
    const size_t other = at(i + 2) == "." ? i + 3 : i + 2;
    std::string_view women = at(i);
    std::string_view men = at(other);
    if (!women.ends_with("innen")) std::swap(women, men);
    if (!women.ends_with("innen")) return false;
    const std::string_view stem = women.substr(0, women.size() - 5);
    const Noun noun = masculine_plural(men);
    if (noun.declension == kNoNoun || noun.stem != stem) return false;
    GenderUse use;
    use.span = {tokens_[i].span.begin, tokens_[other].span.end};
    use.form = GenderForm::kPair;
    use.stem = std::string(stem);
    read_context(i, use);
    if (noun.dative) use.grammar_case = Case::kDative;
    if (!noun.dative && noun.declension != kInEn) use.grammar_case = Case::kOther;
    uses_.push_back(std::move(use));
    return true;
  }

  void find_masculine(size_t i) {
    // Kunden-Service, and the other half of a word that a sign divides.
    if ((joined(i + 1) && (at(i + 1) == "-" || at(i + 1) == "*" || at(i + 1) == "'" || at(i + 1) == "’")) ||
        (i > 0 && joined(i) && at(i - 1) == "-"))
      return;
    if (at(i + 1) == "(" && (folded(i + 2) == "m" || folded(i + 2) == "w")) return;  // (m/w/d)
    std::string_view word = at(i);
    Noun noun = masculine_plural(word);
    size_t prefix = 0;
    if (noun.declension == kNoNoun) {
      const bool each = i > 0 && (hint_of(folded(i - 1)) & kEach) != 0;
      if (each && (declension_of(word) == kInEr ||
                   (word.ends_with('e') && declension_of(word.substr(0, word.size() - 1)) == kInEn)))
        noun = {word, kInEr, false};
      else if (compounds_)
        noun = noun_at_end(word, prefix);
      if (noun.declension == kNoNoun) return;
    }
    GenderUse use;
    use.span = tokens_[i].span;
    use.form = GenderForm::kMasculine;
    use.stem = std::string(word.substr(0, prefix)) + std::string(noun.stem);
    if (!read_context(i, use)) {
      const bool each = i > 0 && (hint_of(folded(i - 1)) & kEach) != 0;
      if (!each && !(noun.dative && noun.declension == kInEr) && noun.declension != kInE) return;
      use.plural = !each;
    }
    if (noun.dative) use.grammar_case = Case::kDative;
    if (!noun.dative && noun.declension != kInEn) use.grammar_case = Case::kOther;
    uses_.push_back(std::move(use));
  }

  // Stammkunden
  static Noun noun_at_end(std::string_view word, size_t& prefix) {
    if (!ends_like_plural(word)) return {};
    for (size_t from = 1; from + 4 < word.size(); from += decode(word, from).size) {
      std::string tail;
      append_utf8(tail, text::to_upper(decode(word, from).value));
      tail += word.substr(from + decode(word, from).size);
      const Noun noun = masculine_plural(tail);
      if (noun.declension == kNoNoun) continue;
      prefix = from;
      return {word.substr(from, noun.stem.size()), noun.declension, noun.dative};
    }
    return {};
  }

  // What stands before tells number and case. False where it is not certainly a plural.
  bool read_context(size_t i, GenderUse& use) const {
    // Capitals behind it name one of them: Mitarbeiter Jan.
    const std::string_view next = at(i + 1);
    const bool name_behind = use.form == GenderForm::kMasculine && !next.empty() && tokens_[i + 1].is_word &&
                             text::is_upper(decode(next, 0).value);
    size_t before = i;
    bool adjective_e = false;
    bool adjective_en = false;
    // Up to two adjectives.
    while (before > 0 && i - before < 2 && tokens_[before - 1].is_word) {
      const std::string_view word = folded(before - 1);
      const bool first = before == 1 || !tokens_[before - 2].is_word;
      if (hint_of(word) != 0 || (!first && !text::is_lower(decode(at(before - 1), 0).value))) break;
      if (word.ends_with("en") && adjective_like(before - 1)) {
        adjective_en = true;
      } else if (word.ends_with("e") && adjective_like(before - 1)) {
        adjective_e = true;
      } else {
        break;
      }
      --before;
    }
    const bool at_start = before == 0 || !tokens_[before - 1].is_word;
    const std::string_view word = at_start ? std::string_view() : folded(before - 1);
    const uint8_t hint = hint_of(word);
    const std::string_view earlier =
        before >= 2 && tokens_[before - 2].is_word ? folded(before - 2) : std::string_view();
    const bool dative_before = (hint & kTakesDative) != 0 || (hint_of(earlier) & kTakesDative) != 0;
    if ((hint & kEach) != 0) {
      use.plural = false;
      return false;
    }
    use.weak = (hint & kWeak) != 0 || adjective_en;
    if ((hint & kDativePlural) != 0 && ((hint & kPlural) != 0 || dative_before)) {
      use.grammar_case = Case::kDative;
      use.weak = true;
      return true;
    }
    if ((hint & kTakesDative) != 0) {
      use.grammar_case = Case::kDative;
      return !adjective_e && !name_behind;
    }
    if ((hint & kPlural) != 0 && (hint & kSingular) == 0) {
      use.grammar_case = Case::kOther;
      return true;
    }
    if ((hint & (kSingular | kNamesRole)) != 0) return false;
    if (name_behind) return false;
    if (adjective_e || (at_start && !adjective_en) || (hint & kTakesOther) != 0) {
      use.grammar_case = (hint & kTakesOther) != 0 && dative_before ? Case::kUnknown : Case::kOther;
      return !adjective_en;
    }
    // Behind a verb: "Wir suchen Mitarbeiter." A capital before it makes a name of both.
    return !adjective_en && !text::is_upper(decode(at(before - 1), 0).value);
  }

  // Not a verb that happens to end so: "haben Kunden", "suche Mitarbeiter".
  [[nodiscard]] bool adjective_like(size_t i) const {
    const std::string_view word = folded(i);
    constexpr std::string_view kVerbs =
        "haben suchen finden werden brauchen bieten helfen danken kennen treffen machen sehen fragen begrüßen beraten "
        "unterstützen gewinnen schulen betreuen informieren laden können wollen müssen sollen dürfen waren hatten "
        "wurden "
        "suche habe finde werde brauche kenne treffe sehe frage danke begrüße berate unterstütze heute ohne gerne "
        "sowie "
        "viele wurde hatte würde könnte lassen geben nennen stellen zwischen neben gegen wegen";
    return !lists(kVerbs, word);
  }

  const text::Wording& wording_;
  std::string_view text_;
  const std::vector<text::Token>& tokens_;
  bool compounds_;
  std::vector<GenderUse> uses_;
};

bool is_sign(GenderForm form) {
  return form >= GenderForm::kStar && form <= GenderForm::kSlash;
}

std::string with_sign(const GenderUse& use, GenderForm wanted) {
  const std::string tail = use.tail.empty() ? "innen" : use.tail;
  switch (wanted) {
    case GenderForm::kStar:
      return use.stem + "*" + tail;
    case GenderForm::kColon:
      return use.stem + ":" + tail;
    case GenderForm::kUnderscore:
      return use.stem + "_" + tail;
    case GenderForm::kInnerI:
      return use.stem + "I" + tail.substr(1);
    default:
      return use.stem + "/-" + tail;
  }
}

}  // namespace

std::vector<GenderUse> gender_uses(const text::Wording& wording, bool compounds) {
  return GenderFinder(wording, compounds).find();
}

std::optional<std::string> in_gender_form(const GenderUse& use, GenderForm wanted) {
  const bool article = is_sign(use.form) && use.tail != "innen" && use.tail != "in";
  if (is_sign(wanted)) {
    if (!use.plural && use.form == GenderForm::kMasculine) return std::nullopt;
    if (article && (wanted == GenderForm::kInnerI || wanted == GenderForm::kSlash)) return std::nullopt;
    return with_sign(use, wanted);
  }
  const Declension declension = declension_of(use.stem);
  if (!use.plural || declension == kNoNoun) return std::nullopt;
  const bool dative = use.grammar_case == Case::kDative;
  const bool known = use.grammar_case != Case::kUnknown || declension == kInEn;
  if (wanted == GenderForm::kMasculine) {
    return known ? std::optional(masculine(use.stem, declension, dative)) : std::nullopt;
  }
  if (wanted == GenderForm::kPair) {
    if (!known) return std::nullopt;
    return use.stem + "innen und " + masculine(use.stem, declension, dative);
  }
  const std::string_view partner = neutral_of(use.stem);
  if (partner.empty() || use.grammar_case == Case::kUnknown) return std::nullopt;
  std::string word(partner);
  const bool adjective = word.ends_with("ende") || word.ends_with("igte");
  if (adjective ? (dative || use.weak) : (dative && !word.ends_with("n"))) word += "n";
  return word;
}

}  // namespace botschaft::tone
