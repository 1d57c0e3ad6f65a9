#include "tone/address.h"

#include <optional>

#include "base/sort.h"
#include "tone/address_reader.h"

namespace botschaft::tone {
namespace {

using Part = AddressMarker::Part;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class AddressFinder {
 public:
  explicit AddressFinder(const Reading& reading) : words_(reading) {}

  Address find() {
    for (size_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_.at(i);
      if (word.folded.empty()) continue;
      if (word.is(kDu)) {
        find_du(i);
      } else if (word.is(kDuObject)) {
        mark(i, Form::kDu, Part::kPronoun);
      } else if (word.is(kDuPossessive)) {
        mark(i, Form::kDu, Part::kPossessive);
      } else if (word.is(kIhrObject)) {
        mark(i, Form::kIhr, Part::kPronoun);
      } else if (word.is(kIhrPossessive)) {
        mark(i, Form::kIhr, Part::kPossessive);
      } else if (word.is(kIhr)) {
        find_ihr(i);
      } else if (word.is(kIhrForm)) {
        find_your(i);
      } else if (word.is(kSie)) {
        find_sie(i);
      } else if (word.is(kIhnen)) {
        if (word.capital && !word.loud) mark(i, Form::kSie, Part::kPronoun, !word.opens);
      } else if (word.is(kDuVerb) && !word.capital) {
        find_lone_du_verb(i);
      } else if (word.is(kDuVerb | kCommand | kCommandE | kCommandNoun | kCommandIhr)) {
        find_command(i);
      }
    }
    return settle();
  }

 private:
  void mark(size_t i, Form form, Part part, bool certain = true) {
    markers_.push_back({static_cast<uint32_t>(i), form, part, certain, static_cast<uint32_t>(i)});
  }
  void mark_verb(size_t i, size_t subject, Form form, bool certain = true) {
    markers_.push_back({static_cast<uint32_t>(i), form, Part::kVerb, certain, static_cast<uint32_t>(subject)});
  }

  // The verb of a subject at `i`: beside it, or last in the clause. `may_be`: by its ending.
  std::optional<size_t> verb_beside(size_t i, bool (*may_be)(const Word&)) const {
    if (i > 0 && may_be(words_.at(i - 1))) return i - 1;
    if (may_be(words_.at(i + 1))) return i + 1;
    return std::nullopt;
  }
  // Behind "und" and "oder" too, as long as no other subject comes.
  void mark_last_verbs(size_t i, bool (*may_be)(const Word&), Form form, bool certain) {
    size_t at = i + 1;
    const size_t end = words_.clause_end(i);
    while (at < end) {
      const size_t part = words_.find(at, end, [](const Word& word) { return word.is(kCoordinator); });
      if (at > i + 1 && words_.has(at, part, kSubject)) return;
      for (size_t verb = part; verb > at; --verb) {
        if (!may_be(words_.at(verb - 1))) continue;
        mark_verb(verb - 1, i, form, certain);
        break;
      }
      at = part + 1;
    }
  }

  bool next_is(size_t i, std::initializer_list<std::string_view> list) const {
    return is_one_of(words_.at(i + 1).folded, list);
  }

  void find_du(size_t i) {
    const Word& before = words_.at(i - 1);
    const Word& behind = words_.at(i + 1);
    const auto verb = verb_beside(i, may_be_du_verb);
    const size_t end = words_.clause_end(i);
    const bool has_verb = verb || words_.find(i, end, may_be_du_verb) < end;
    // Who says du to whom: "per Du", "das Du", "die Du-Kultur". "Du meine Güte" is said to nobody.
    if (next_is(i, {"meine", "lieber", "liebe", "heiliger"}) && !has_verb) return;
    if (!has_verb && (is_one_of(before.folded, {"per", "das", "zum", "beim", "vom", "ein", "ins"}) ||
                      (words_.sign(i + 1) == "-" && words_.at(i).capital)))
      return;
    // "Cirque du Soleil", "crème du jour".
    if (!has_verb && !words_.at(i).capital && !before.folded.empty() && !before.is(~0U) && !behind.folded.empty() &&
        !behind.is(~0U))
      return;
    if (verb && *verb < i) mark_verb(*verb, i, Form::kDu);
    mark(i, Form::kDu, Part::kPronoun);
    if (verb && *verb > i) mark_verb(*verb, i, Form::kDu);
    if (!verb || (*verb > i && !words_.begins_clause(i))) mark_last_verbs(i, may_be_du_verb, Form::kDu, true);
  }

  // "Hast Lust?", "wer bist": without its pronoun. With it, find_du has marked or will mark it.
  void find_lone_du_verb(size_t i) {
    const size_t begin = words_.clause_begin(i);
    if (!words_.has(begin, words_.clause_end(i), kDu)) mark(i, Form::kDu, Part::kVerb);
  }

  // "ihr Haus", "ihr neues Haus": hers or theirs.
  bool before_noun(size_t i) const {
    const Word& next = words_.at(i + 1);
    if (next.capital) return true;
    const bool adjective = next.ends("er") || next.ends("es") || next.ends("e") || next.ends("en");
    return adjective && words_.at(i + 2).capital && !next.is(kKnownPronoun | kPreposition | kSubordinator);
  }

  void find_ihr(size_t i) {
    const Word& word = words_.at(i);
    const Word& before = words_.at(i - 1);
    const Word& next = words_.at(i + 1);
    const size_t begin = words_.clause_begin(i);
    const size_t end = words_.clause_end(i);
    const auto known = [](const Word& verb) { return verb.is(kIhrVerb); };
    const auto regular = [](const Word& verb) { return may_be_t_verb(verb) && !verb.is(kDativeVerb); };
    const auto pronoun = [&](std::optional<size_t> verb) {
      if (verb && *verb < i) mark_verb(*verb, i, Form::kIhr);
      mark(i, Form::kIhr, Part::kPronoun);
      if (verb && *verb > i) mark_verb(*verb, i, Form::kIhr);
    };
    if (is_one_of(next.folded, {"lieben", "alle", "beide", "beiden", "leute", "süßen", "guten"}) &&
        !before.is(kPreposition)) {
      return pronoun(verb_beside(i, known));
    }
    if (before.is(kPreposition)) {
      if (word.capital && !word.opens) mark(i, Form::kSie, Part::kPossessive);
      return;
    }
    if (const auto verb = verb_beside(i, known)) {
      // "seht ihr Haus": the verb would have to be a command.
      const bool hers = *verb < i && before_noun(i) && words_.at(*verb).is(kCommandIhr) &&
                        !is_one_of(words_.at(*verb).folded, {"habt", "seid"});
      if (!hers) return pronoun(verb);
    }
    const bool other_subject = words_.has(begin, end, kSubject | kDu);
    const bool noun_behind = before_noun(i);
    if (const size_t verb = words_.find(i + 1, end, known);
        verb < end && (before.is(kSubordinator) || !noun_behind) && !other_subject) {
      return pronoun(verb);  // dass ihr dabei seid, wenn ihr Fragen habt
    }
    if (!noun_behind && !other_subject && !words_.has(begin, end, kAuxiliary | kDuObject)) {
      if (regular(next) && !words_.has(begin, i, ~0U)) return pronoun(i + 1);            // Ihr macht
      if (regular(before) && words_.at(i - 1).folded.size() > 3) return pronoun(i - 1);  // Was macht ihr?
      if (before.is(kSubordinator) && end > i + 1 && regular(words_.at(end - 1))) return pronoun(end - 1);
    }
    if (word.capital && !word.loud && (noun_behind || !word.opens)) mark(i, Form::kSie, Part::kPossessive, !word.opens);
  }

  // Ihre, Ihrem, …
  void find_your(size_t i) {
    const Word& word = words_.at(i);
    if (!word.capital || word.loud) return;
    if (!word.opens) return mark(i, Form::kSie, Part::kPossessive);
    if (before_noun(i)) mark(i, Form::kSie, Part::kPossessive, false);
  }

  void find_sie(size_t i) {
    const Word& word = words_.at(i);
    const Word& before = words_.at(i - 1);
    const Word& next = words_.at(i + 1);
    const bool others_act = i > 1 && words_.has(words_.clause_begin(i), i - 1, kSubject);  // Wir rufen Sie an
    const bool verb_before = !word.opens && may_be_plural_verb(before) && !others_act;
    // SIE in capitals is a stressed she, they or you; only "Wissen SIE" tells.
    if (!word.capital || (word.loud && !verb_before)) return;
    if (is_one_of(before.folded, {"per", "beim", "zum", "vom", "eine"})) return;  // per Sie
    if (word.opens) {
      if (words_.sign(i + 1) == "," || words_.sign(i + 1) == "?") return mark(i, Form::kSie, Part::kPronoun, false);
      if (!may_be_plural_verb(next)) return;  // she
      mark(i, Form::kSie, Part::kPronoun, false);
      mark_verb(i + 1, i, Form::kSie, false);
      if (words_.at(i + 2).is(kReflexive)) mark(i + 2, Form::kSie, Part::kPronoun, false);
      return;
    }
    if (verb_before) mark_verb(i - 1, i, Form::kSie);
    mark(i, Form::kSie, Part::kPronoun);
    if (before.is(kPreposition) || (others_act && may_be_plural_verb(before))) return;
    if (!verb_before && words_.begins_clause(i)) {
      if (may_be_plural_verb(next)) mark_verb(i + 1, i, Form::kSie);
    } else if (!verb_before) {
      if (next.folded == "meinen" && words_.clause_end(i) == i + 2) mark_verb(i + 1, i, Form::kSie);
      mark_last_verbs(i, may_be_plural_verb, Form::kSie, true);
    }
    mark_reflexive(i);
  }

  // "Machen Sie sich …", "wenn Sie sich …": the Sie of the same clause.
  void mark_reflexive(size_t i) {
    const size_t end = words_.clause_end(i);
    const size_t reflexive = words_.find(i, end, [](const Word& word) { return word.is(kReflexive); });
    if (reflexive < end && !words_.has(i, reflexive, kSubject)) mark(reflexive, Form::kSie, Part::kPronoun);
  }

  // "Geh hin und schau": a command that an "und" joins to another.
  bool goes_on(size_t i) const {
    return i > 0 && words_.at(i - 1).is(kCoordinator) && !markers_.empty() &&
           markers_.back().part == Part::kImperative &&
           words_.at(markers_.back().token).sentence == words_.at(i).sentence;
  }

  void find_command(size_t i) {
    const Word& word = words_.at(i);
    const Word& next = words_.at(i + 1);
    if (!words_.begins_clause(i) && !goes_on(i)) return;
    // Capitals inside a sentence are nouns.
    if (word.capital && !word.opens && i != words_.clause_begin(i)) return;
    const size_t end = words_.clause_end(i);
    if ((next.is(kSubject) && next.folded != "es") || (next.is(kSie) && next.capital) || next.is(kDu | kIhr)) return;
    const auto holds = [&](uint32_t classes) { return words_.has(i + 1, end, classes); };
    if (word.is(kDuVerb)) return mark(i, Form::kDu, Part::kVerb);
    // Someone who speaks of himself without ich: "Hoffe …", "… und hab keine Zeit".
    const bool own = words_.has(words_.clause_begin(i), end, kFirst) && next.folded != "mich";
    if (word.folded == "hab" || word.folded == "habe") {
      return wishes(i) ? mark(i, Form::kDu, Part::kImperative) : void();
    }
    if (word.is(kCommand) && !own) return mark(i, Form::kDu, Part::kImperative);
    if (word.is(kCommandNoun) && (next.is(kAfterCommand)) && !own) return mark(i, Form::kDu, Part::kImperative);
    if (word.is(kCommandE) && !own && !may_be_plural_verb(next) && !next.is(kOfNow) && !holds(kPluralVerb)) {
      return mark(i, Form::kDu, Part::kImperative);
    }
    if (word.is(kCommandIhr) && words_.sign(end) != "?") {
      // Things do so too: "Macht Spaß!" But they do not come in: "Kommt vorbei!"
      const bool shown = word.is(kThirdToo) ? is_one_of(next.folded, {"vorbei", "mit", "rein", "doch", "mal", "gern",
                                                                      "gerne", "bitte", "her", "weiter", "alle"})
                                            : next.is(kAfterCommand);
      if (holds(kIhrObject | kIhrPossessive) || word.is(kIhrVerb) || (shown && words_.sign(end) == "!")) {
        mark(i, Form::kIhr, Part::kImperative);
      }
    }
  }

  // "Hab einen schönen Tag", "hab viel Spaß", but not "Hab einen Hund gesehen".
  bool wishes(size_t i) const {
    const std::string_view next = words_.at(i + 1).folded;
    if (is_one_of(next, {"viel", "spaß", "geduld", "mut", "dank", "vertrauen", "keine", "kein"}))
      return !is_one_of(words_.at(i + 2).folded, {"ahnung", "zeit", "lust", "idee", "plan", "bock", "problem"});
    if (!is_one_of(next, {"einen", "eine", "ein", "noch"})) return false;
    for (size_t at = i + 2; at < i + 5; ++at) {
      const std::string_view word = words_.at(at).folded;
      for (const std::string_view good : {"schön", "gut", "toll", "wunderbar", "wundervoll", "angenehm", "fantastisch",
                                          "super", "großartig", "erholsam", "entspannt"}) {
        if (word.starts_with(good)) return true;
      }
    }
    return false;
  }

  // Whether a plural that "Sie" may stand for is in the sentence before that of `i`, or in its own before it.
  bool others_before(size_t i) const {
    const uint32_t sentence = words_.at(i).sentence;
    size_t begin = i;
    while (begin > 0 && words_.at(begin - 1).sentence + 1 >= sentence) --begin;
    bool plural_verb = false;
    for (size_t at = begin; at < i; ++at) {
      const Word& word = words_.at(at);
      if (is_one_of(word.folded, {"wir", "uns"})) return many(begin, i);
      plural_verb |=
          is_one_of(word.folded, {"sind", "haben", "waren", "hatten", "werden", "wurden", "leute", "menschen"});
      // Kunden kaufen …
      if (word.capital && (word.ends("en") || word.ends("innen")) && may_be_plural_verb(words_.at(at + 1))) return true;
      if (word.is(kSie) && (word.capital ? false : may_be_plural_verb(words_.at(at + 1)))) return true;
    }
    return plural_verb || many(begin, i);
  }
  // die Kunden, unsere neuen Azubis
  bool many(size_t begin, size_t end) const {
    for (size_t at = begin; at < end; ++at) {
      if (!words_.at(at).is(kDeterminer)) continue;
      size_t noun = at + 1;
      while (noun < at + 3 && !words_.at(noun).capital && words_.at(noun).ends("en")) ++noun;
      const Word& word = words_.at(noun);
      if (word.capital &&
          (word.ends("en") || word.ends("er") || word.ends("s") || word.ends("innen") || word.ends("ern")))
        return true;
    }
    return false;
  }
  // For "Ihr Projekt": whether the sentence before names anybody that may be a she.
  bool she_before(size_t i) const {
    const uint32_t sentence = words_.at(i).sentence;
    for (size_t at = i; at > 0 && words_.at(at - 1).sentence + 1 >= sentence; --at) {
      const Word& noun = words_.at(at - 1);
      const Word& before = words_.at(at - 2);
      if (!noun.capital || noun.classes != 0) continue;
      const bool neither = before.is(kMasculine) || before.ends("es") || before.ends("er");
      if (!neither) return true;
    }
    return false;
  }
  // Whether the sentence speaks of them in small letters too.
  bool speaks_of_others(size_t i) const {
    const uint32_t sentence = words_.at(i).sentence;
    for (size_t at = i + 1; words_.at(at).sentence == sentence && at < words_.size(); ++at) {
      const Word& word = words_.at(at);
      if (word.is(kSie | kIhnen | kIhrForm) && !word.capital) return true;
    }
    return false;
  }

  Address settle() {
    sort_stably(markers_, [](const AddressMarker& a, const AddressMarker& b) { return a.token < b.token; });
    markers_.erase(std::unique(markers_.begin(), markers_.end(),
                               [](const AddressMarker& a, const AddressMarker& b) { return a.token == b.token; }),
                   markers_.end());
    size_t certain[4] = {};
    for (const AddressMarker& marker : markers_) certain[static_cast<size_t>(marker.form)] += marker.certain ? 1 : 0;
    const bool informal = certain[static_cast<size_t>(Form::kDu)] + certain[static_cast<size_t>(Form::kIhr)] > 0;
    const bool formal = certain[static_cast<size_t>(Form::kSie)] > 0;
    std::erase_if(markers_, [&](AddressMarker& marker) {
      if (marker.certain) return false;
      if (informal && !formal) return true;
      const size_t begin = marker.part == Part::kVerb ? marker.token - 1 : marker.token;
      if (speaks_of_others(begin) && !certain_in_sentence(marker)) return true;
      const bool others = others_before(begin) || (marker.part == Part::kPossessive && !formal && she_before(begin));
      if (!others) {
        marker.certain = formal;
        return false;
      }
      return !certain_in_sentence(marker);
    });
    Address address;
    size_t counts[4] = {};
    for (const AddressMarker& marker : markers_) counts[static_cast<size_t>(marker.form)] += marker.certain ? 100 : 1;
    for (const Form form : {Form::kDu, Form::kIhr, Form::kSie}) {
      if (counts[static_cast<size_t>(form)] > counts[static_cast<size_t>(address.form)]) address.form = form;
    }
    address.mixed = informal && formal;
    address.markers = std::move(markers_);
    return address;
  }
  bool certain_in_sentence(const AddressMarker& marker) const {
    const uint32_t sentence = words_.at(marker.token).sentence;
    return std::any_of(markers_.begin(), markers_.end(), [&](const AddressMarker& other) {
      return other.certain && other.form == Form::kSie && words_.at(other.token).sentence == sentence;
    });
  }

  const Reading& words_;
  std::vector<AddressMarker> markers_;
};

}  // namespace

std::string_view form_name(Form form) {
  constexpr std::string_view kNames[] = {"none", "du", "ihr", "Sie"};
  return kNames[static_cast<size_t>(form)];
}

Address address_of(const text::Wording& wording, const std::vector<Span>& sentences) {
  const Reading reading(wording, sentences);
  return AddressFinder(reading).find();
}

Form form_in(const Address& address, const std::vector<text::Token>& tokens, Span part) {
  size_t counts[4] = {};
  for (const AddressMarker& marker : address.markers) {
    if (part.contains(tokens[marker.token].span)) ++counts[static_cast<size_t>(marker.form)];
  }
  Form most = Form::kNone;
  for (const Form form : {Form::kDu, Form::kIhr, Form::kSie}) {
    if (counts[static_cast<size_t>(form)] > counts[static_cast<size_t>(most)]) most = form;
  }
  return most;
}

}  // namespace botschaft::tone
