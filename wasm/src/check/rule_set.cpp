#include "check/rule_set.h"

#include <algorithm>
#include <unordered_set>

#include "base/sort.h"
#include "check/exceptions.h"
#include "check/kinds.h"

namespace botschaft::check {
namespace {

template <typename T>
bool contains(const std::vector<T>& values, const T& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// Findings are cut back whenever there are so many, so that memory stays bounded while they are collected.
constexpr size_t kMostCollected = 4 * kMaxFindings;

void sort_and_cut(CheckResult& result) {
  const auto by_place = [](const Finding& a, const Finding& b) {
    if (a.span.has_value() != b.span.has_value()) return a.span.has_value();
    if (a.span && !(*a.span == *b.span)) {
      return a.span->begin != b.span->begin ? a.span->begin < b.span->begin : a.span->end > b.span->end;
    }
    return a.rule != b.rule ? a.rule < b.rule : a.message < b.message;
  };
  if (result.findings.size() > kMaxFindings) {
    sort_stably(result.findings, [&](const Finding& a, const Finding& b) {
      return a.level != b.level ? a.level > b.level : by_place(a, b);
    });
    result.omitted += result.findings.size() - kMaxFindings;
    result.findings.resize(kMaxFindings);
  }
  sort_stably(result.findings, by_place);
}

// What a phrase of a CapitalizationCheck is, told apart by Use::condition.
enum TermPart : uint32_t { kSpelled, kJoined, kFull, kNever };

}  // namespace

RuleSet::RuleSet(std::vector<pack::Pack> packs) : packs_(std::move(packs)) {
  std::vector<timing::QuietPeriod> holidays;
  for (uint32_t number = 0; number < packs_.size(); ++number) {
    pack::Pack& pack = packs_[number];
    organisation_.add(pack.organisation);
    if (!pack.time_zone.empty()) time_zone_ = pack.time_zone;
    holidays.insert(holidays.end(), pack.holidays.begin(), pack.holidays.end());
    take_over(pack, number);
    take_topics(pack, number);
    people_.take_over(pack);
  }
  compile_subjects();
  for (uint32_t topic = 0; topic < topics_.size(); ++topic) compile_topic(topic);
  for (const pack::Pack& pack : packs_) {
    for (const LocalizedText& disclaimer : pack.disclaimers) {
      for (const std::string* text : {&disclaimer.de, &disclaimer.en}) add_disclaimer(*text);
    }
  }
  for (uint32_t rule = 0; rule < rules_.size(); ++rule) {
    if (auto* calendar = std::get_if<pack::CalendarCheck>(&rules_[rule].rule.check); calendar && calendar->holidays) {
      calendar->calendar.quiet = holidays;
    }
    compile(rule);
  }
  patterns_.compile();
  gather_spellings();
}

void RuleSet::gather_spellings() {
  std::vector<std::pair<std::string, std::string>> spelled;
  const auto add = [&](std::string_view text) {
    for (const text::Token& token : text::tokenize(text)) {
      const std::string_view word = token.span.in(text);
      if (token.is_word) spelled.emplace_back(text::folded_form(word), word);
    }
  };
  const auto add_all = [&](const std::vector<std::string>& texts) {
    for (const std::string& text : texts) add(text);
  };
  const auto is_loud = [](const CompiledRule& rule) {
    return std::holds_alternative<pack::ShoutingCheck>(rule.rule.check);
  };
  if (std::none_of(rules_.begin(), rules_.end(), is_loud)) return;
  add_all(organisation_.names);
  add_all(organisation_.products);
  add_all(organisation_.competitors);
  for (const CompiledRule& compiled : rules_) {
    const pack::Check& check = compiled.rule.check;
    if (const auto* acronyms = std::get_if<pack::AcronymCheck>(&check)) add_all(acronyms->known);
    if (const auto* shouting = std::get_if<pack::ShoutingCheck>(&check)) add_all(shouting->except);
    if (const auto* capitals = std::get_if<pack::CapitalizationCheck>(&check)) {
      for (const auto& term : capitals->terms) add(term.text);
    }
    if (const auto* phrases = std::get_if<pack::PhrasesCheck>(&check)) {
      // A replacement with capitals inside is a spelling: TannBox. One at its beginning says little.
      const auto is_inner = [](char c) { return c >= 'A' && c <= 'Z'; };
      for (const pack::Phrase& phrase : phrases->phrases) {
        for (const std::string& text : phrase.replace) {
          if (text.find(' ') == std::string::npos && !text.empty() &&
              std::any_of(text.begin() + 1, text.end(), is_inner))
            add(text);
        }
      }
    }
  }
  sort_stably(spelled);
  for (CompiledRule& compiled : rules_) {
    if (auto* shouting = std::get_if<pack::ShoutingCheck>(&compiled.rule.check)) shouting->spelled = spelled;
  }
}

void RuleSet::take_over(pack::Pack& pack, uint32_t number) {
  for (const pack::Override& change : pack.overrides) {
    for (CompiledRule& earlier : rules_) {
      if (earlier.rule.id != change.rule) continue;
      earlier.where = change.applied_to(std::move(earlier.where));
      if (change.level || change.off) earlier.changes.push_back({change.where, change.level, change.off});
    }
    if (change.off && change.everywhere)
      std::erase_if(rules_, [&](const CompiledRule& earlier) { return earlier.rule.id == change.rule; });
  }
  std::unordered_set<std::string_view> replaced;
  for (const pack::Rule& rule : pack.rules) replaced.insert(rule.replaces.begin(), rule.replaces.end());
  std::erase_if(rules_, [&](const CompiledRule& earlier) { return replaced.count(earlier.rule.id) != 0; });
  rules_.reserve(rules_.size() + pack.rules.size());
  for (pack::Rule& rule : pack.rules) {
    pack::Where where = rule.where;
    rules_.push_back({std::move(rule), number, std::move(where), {}});
  }
  pack.rules.clear();
}

// A later pack's topic takes the place of an earlier one's.
void RuleSet::take_topics(pack::Pack& pack, uint32_t number) {
  for (pack::ProtectedTopic& topic : pack.protected_topics) {
    const auto known = std::find_if(topics_.begin(), topics_.end(),
                                    [&](const CompiledTopic& other) { return other.topic.id == topic.id; });
    if (known == topics_.end())
      topics_.push_back({std::move(topic), number});
    else
      *known = {std::move(topic), number};
  }
  pack.protected_topics.clear();
}

void RuleSet::compile_topic(uint32_t index) {
  const std::vector<pack::Phrase>& phrases = topics_[index].topic.phrases;
  for (uint32_t i = 0; i < phrases.size(); ++i) {
    add_phrase(phrases[i], {}, {index, i, Part::kTopic});
    add_exceptions(phrases[i], {}, {index, i, Part::kTopicException});
  }
}

void RuleSet::compile_subjects() {
  for (uint32_t topic = 0; topic < people_.topics.size(); ++topic) {
    const std::vector<pack::Phrase>& phrases = people_.topics[topic].phrases;
    for (uint32_t i = 0; i < phrases.size(); ++i) {
      add_phrase(phrases[i], {}, {topic, i, Part::kSubject});
      add_exceptions(phrases[i], {}, {topic, i, Part::kSubjectException});
    }
  }
}

void RuleSet::add_disclaimer(const std::string& text) {
  pack::Phrase opening;
  opening.text = disclaimers_.add(pack::fill_in(text, organisation_));
  if (!opening.text.empty()) add_phrase(opening, {}, {0, disclaimer_count_, Part::kDisclaimer});
  ++disclaimer_count_;
}

void RuleSet::set_lexicon(std::shared_ptr<const tone::Lexicon> lexicon) {
  lexicon_ = std::move(lexicon);
  if (!lexicon_) return;
  names_ = match::PhraseIndex();
  match::PhraseOptions options;
  options.match_case = true;
  for (const auto* list : {&organisation_.names, &organisation_.products, &organisation_.competitors}) {
    for (const std::string& name : *list) names_.add(name, options, 0);
  }
}

void RuleSet::add_phrase(const pack::Phrase& phrase, const pack::Where& where, Use use) {
  // An override may have added a language; a topic or disclaimer speaks both.
  const pack::Where& in_force = use.part < Part::kTopic ? rules_[use.rule].where : where;
  const match::PhraseOptions options{phrase.match_case,
                                     phrase.inflect,
                                     phrase.umlauts,
                                     phrase.compounds,
                                     where.german || in_force.german,
                                     where.english || in_force.english,
                                     phrase.joined};
  for (const std::string& text : pack::expand(phrase.text, organisation_)) {
    if (++texts_ > kMaxTexts) return;
    index_.add(text, options, static_cast<uint32_t>(uses_.size()));
    uses_.push_back(use);
  }
}

std::vector<std::string> RuleSet::expanded(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    std::vector<std::string> more = pack::expand(text, organisation_);
    texts_ += more.size();
    if (too_large()) break;
    std::move(more.begin(), more.end(), std::back_inserter(out));
  }
  return out;
}

void RuleSet::add_exceptions(const pack::Phrase& phrase, const pack::Where& where, Use use) {
  pack::Phrase exception = phrase;
  exception.compounds = false;
  for (const std::string& text : phrase.except) {
    exception.text = text;
    add_phrase(exception, where, use);
  }
}

void RuleSet::compile_patterns(uint32_t rule, pack::PatternsCheck& check) {
  for (uint32_t number = 0; number < check.patterns.size() && pattern_uses_.size() < match::kMaxPatterns; ++number) {
    pack::Pattern& pattern = check.patterns[number];
    std::optional<std::string> expanded = pack::expand_pattern(pattern.text, organisation_);
    if (!expanded) continue;
    pattern.names_list = pattern.text != *expanded;
    pattern.text = std::move(*expanded);
    (void)patterns_.add(pattern.text, pattern.options);
    pattern_uses_.push_back({rule, number});
    for (std::string& replacement : pattern.replace) replacement = pack::fill_in(replacement, organisation_);
  }
  pack::Phrase exception;
  for (const std::string& text : check.except) {
    exception.text = text;
    add_phrase(exception, rules_[rule].rule.where, {rule, kEveryPhrase, Part::kRuleException});
  }
}

void RuleSet::compile(uint32_t rule_index) {
  pack::Rule& rule = rules_[rule_index].rule;
  for (LocalizedText* text : {&rule.title, &rule.message, &rule.reason}) {
    for (std::string* words : {&text->de, &text->en}) {
      if (pack::lists_named(*words) != 0) *words = pack::fill_in(*words, organisation_);
    }
  }
  for (uint32_t i = 0; i < rule.when.size(); ++i) {
    pack::Condition& condition = rule.when[i];
    condition.link_domains = expanded(condition.link_domains);
    for (uint32_t number = 0; number < condition.phrases.size(); ++number) {
      const pack::Phrase& phrase = condition.phrases[number];
      add_phrase(phrase, rule.where, {rule_index, number, Part::kCondition, i});
      add_exceptions(phrase, rule.where, {rule_index, number, Part::kConditionException, i});
    }
  }
  if (auto* phrases = std::get_if<pack::PhrasesCheck>(&rule.check)) {
    for (uint32_t i = 0; i < phrases->phrases.size(); ++i) {
      pack::Phrase& phrase = phrases->phrases[i];
      add_phrase(phrase, rule.where, {rule_index, i, Part::kMatch});
      for (std::string& replacement : phrase.replace) replacement = pack::fill_in(replacement, organisation_);
      add_exceptions(phrase, rule.where, {rule_index, i, Part::kPhraseException});
    }
    // An exception is matched as loosely as any phrase of the rule: it must cover whatever form was found.
    pack::Phrase exception;
    for (const pack::Phrase& phrase : phrases->phrases) {
      exception.inflect |= phrase.inflect;
      exception.umlauts |= phrase.umlauts;
      exception.joined |= phrase.joined;
    }
    for (const std::string& text : phrases->except) {
      exception.text = text;
      add_phrase(exception, rule.where, {rule_index, kEveryPhrase, Part::kRuleException});
    }
    return;
  }
  not_by_phrase_.push_back(rule_index);
  if (auto* required = std::get_if<pack::RequiredCheck>(&rule.check)) {
    for (uint32_t i = 0; i < required->one_of.size(); ++i) {
      add_phrase(required->one_of[i], rule.where, {rule_index, i, Part::kElement});
      add_exceptions(required->one_of[i], rule.where, {rule_index, i, Part::kPhraseException});
    }
    for (uint32_t i = 0; i < required->weak.size(); ++i) {
      add_phrase(required->weak[i], rule.where, {rule_index, i, Part::kWeakElement});
    }
    required->links = expanded(required->links);
    required->insert.de = pack::fill_in(required->insert.de, organisation_);
    required->insert.en = pack::fill_in(required->insert.en, organisation_);
  } else if (auto* patterns = std::get_if<pack::PatternsCheck>(&rule.check)) {
    compile_patterns(rule_index, *patterns);
  } else if (auto* links = std::get_if<pack::LinksCheck>(&rule.check)) {
    links->allow = expanded(links->allow);
    links->forbid = expanded(links->forbid);
    links->params_on = expanded(links->params_on);
  } else if (auto* shouting = std::get_if<pack::ShoutingCheck>(&rule.check)) {
    shouting->except = expanded(shouting->except);
  } else if (auto* personal = std::get_if<pack::PersonalDataCheck>(&rule.check)) {
    personal->allow = expanded(personal->allow);
  } else if (auto* consistency = std::get_if<pack::ConsistencyCheck>(&rule.check)) {
    // Spellings are told apart letter by letter; which set one belongs to follows from its number.
    pack::Phrase spelling;
    spelling.match_case = true;
    uint32_t number = 0;
    for (const std::vector<std::string>& set : consistency->sets) {
      for (const std::string& text : set) {
        spelling.text = text;
        add_phrase(spelling, rule.where, {rule_index, number++, Part::kElement});
      }
    }
  } else if (auto* capitals = std::get_if<pack::CapitalizationCheck>(&rule.check)) {
    compile_terms(rule_index, *capitals);
  } else if (auto* media = std::get_if<pack::MediaCheck>(&rule.check)) {
    for (const pack::Phrase& label : media->labels) add_phrase(label, rule.where, {rule_index, 0, Part::kElement});
  } else if (auto* acronyms = std::get_if<pack::AcronymCheck>(&rule.check)) {
    acronyms->known = expanded(acronyms->known);
  } else if (auto* gender = std::get_if<pack::GenderCheck>(&rule.check)) {
    gender->except = expanded(gender->except);
  }
}

void RuleSet::compile_terms(uint32_t rule_index, pack::CapitalizationCheck& check) {
  const pack::Where& where = rules_[rule_index].rule.where;
  std::vector<pack::CapitalizationCheck::Term> terms;
  for (const pack::CapitalizationCheck::Term& term : check.terms) {
    for (std::string& text : expanded({term.text})) {
      terms.push_back({std::move(text), pack::fill_in(term.full, organisation_), term.never});
    }
  }
  check.terms = std::move(terms);
  for (uint32_t i = 0; i < check.terms.size(); ++i) {
    const pack::CapitalizationCheck::Term& term = check.terms[i];
    const auto add = [&](const std::string& text, TermPart part) {
      pack::Phrase phrase;
      phrase.text = text;
      phrase.match_case = part == kNever;
      phrase.compounds = part == kSpelled && check.compounds;
      if (!text.empty()) add_phrase(phrase, where, {rule_index, i, Part::kElement, part});
    };
    add(term.text, kSpelled);
    const std::string joined = run_together(term.text);
    if (joined != term.text) add(joined, kJoined);
    add(term.full, kFull);
    for (const std::string& abbreviation : term.never) add(abbreviation, kNever);
  }
  for (std::string& word : check.hashtag_words) word = text::folded_form(word);
  sort_stably(check.hashtag_words);
}

std::optional<TopicHit> RuleSet::as_topic_hit(const match::Hit& hit) const {
  const Use& use = uses_[hit.phrase];
  if (use.part != Part::kTopic && use.part != Part::kTopicException) return std::nullopt;
  return TopicHit{
      use.rule, use.part == Part::kTopicException, {hit.first_token, hit.last_token, use.number, hit.compound}};
}

std::vector<match::Hit> RuleSet::hits_in(const Draft& draft) const {
  return index_.find(draft.words(), draft.in_link(),
                     draft.is_mixed() ? text::Language::kUndetermined : draft.language(), kMaxHits);
}

std::vector<uint32_t> RuleSet::topics_in(const Draft& draft) const {
  std::vector<TopicHit> topic_hits;
  for (const match::Hit& hit : hits_in(draft)) {
    if (const auto topic_hit = as_topic_hit(hit)) topic_hits.push_back(*topic_hit);
  }
  return topics_of(topic_hits);
}

std::optional<TopicHit> RuleSet::as_subject_hit(const match::Hit& hit) const {
  const Use& use = uses_[hit.phrase];
  if (use.part < Part::kSubject) return std::nullopt;
  return TopicHit{
      use.rule, use.part == Part::kSubjectException, {hit.first_token, hit.last_token, use.number, hit.compound}};
}

std::vector<uint32_t> RuleSet::subjects_in(const Draft& draft) const {
  std::vector<TopicHit> subject_hits;
  for (const match::Hit& hit : hits_in(draft)) {
    if (const auto subject_hit = as_subject_hit(hit)) subject_hits.push_back(*subject_hit);
  }
  return topics_of(subject_hits);
}

// One pass over the rules for one draft.
class Run {
 public:
  Run(const RuleSet& set, const Draft& draft, const Context& context) : set_(set), draft_(draft), context_(context) {
    if (context_.now) today_ = timing::day_of(context_.now->minute());
    law_ = pack::with_unions(context_.jurisdictions != 0 ? context_.jurisdictions : set_.organisation_.jurisdictions);
    note_packs_out_of_date();
  }

  CheckResult by_all() {
    collect_hits(std::nullopt);
    collect_pattern_hits();
    size_t begin = 0;
    // Rules of phrases are visited where one was found, all others in any case; both in the order of the rules.
    auto other = set_.not_by_phrase_.begin();
    const auto run_others_before = [&](uint32_t rule) {
      for (; other != set_.not_by_phrase_.end() && *other < rule; ++other) apply(*other, {});
    };
    while (begin < hits_.size()) {
      size_t end = begin;
      while (end < hits_.size() && hits_[end].rule == hits_[begin].rule) ++end;
      const uint32_t rule = hits_[begin].rule;
      run_others_before(rule);
      if (other != set_.not_by_phrase_.end() && *other == rule) ++other;
      apply(rule, std::span(hits_).subspan(begin, end - begin));
      begin = end;
    }
    run_others_before(UINT32_MAX);
    find_duties();
    return finish();
  }

  std::vector<TimingRule> timing() {
    collect_hits({});
    for (uint32_t rule = 0; rule < set_.rules_.size(); ++rule) {
      if (!pack::is_about_time(set_.rules_[rule].rule.check)) continue;
      size_t begin = 0;
      while (begin < hits_.size() && hits_[begin].rule < rule) ++begin;
      size_t end = begin;
      while (end < hits_.size() && hits_[end].rule == rule) ++end;
      apply(rule, std::span(hits_).subspan(begin, end - begin));
    }
    return std::move(timing_);
  }

  CheckResult by_one(uint32_t rule) {
    as_written_ = true;
    law_ = 0;
    collect_hits(rule);
    if (std::holds_alternative<pack::PatternsCheck>(set_.rules_[rule].rule.check)) collect_pattern_hits();
    apply(rule, hits_);
    return finish();
  }

 private:
  struct RuleHit {
    uint32_t rule;
    uint32_t number;
    RuleSet::Part part;
    uint32_t condition;
    Found found;
  };

  void note_packs_out_of_date() {
    pack_in_force_.assign(set_.packs_.size(), true);
    for (uint32_t pack = 0; today_ && pack < set_.packs_.size(); ++pack) {
      if (set_.packs_[pack].valid.contains(*today_)) continue;
      pack_in_force_[pack] = false;
      result_.packs_out_of_date.push_back(pack);
    }
  }

  void collect_hits(std::optional<uint32_t> only) {
    const std::vector<match::Hit> hits = set_.hits_in(draft_);
    find_disclaimers(hits);
    result_.occurrences = hits.size();
    hits_.reserve(hits.size());
    std::vector<TopicHit> topic_hits;
    std::vector<TopicHit> subject_hits;
    for (const match::Hit& hit : hits) {
      const RuleSet::Use& use = set_.uses_[hit.phrase];
      if (use.part == RuleSet::Part::kDisclaimer) continue;
      if (const auto subject_hit = set_.as_subject_hit(hit)) {
        subject_hits.push_back(*subject_hit);
        continue;
      }
      // Words of a disclaimer are no claim, but they do disclose.
      if (!disclaimers_.empty() && use.part != RuleSet::Part::kElement &&
          is_inside(disclaimers_, draft_.span_of(hit.first_token, hit.last_token)))
        continue;
      if (const auto topic_hit = set_.as_topic_hit(hit)) {
        if (!only && pack_in_force_[set_.topics_[use.rule].pack]) topic_hits.push_back(*topic_hit);
        continue;
      }
      if (only && use.rule != *only) continue;
      if (draft_.is_mixed() && is_foreign(use, hit.first_token)) continue;
      hits_.push_back(
          {use.rule, use.number, use.part, use.condition, {hit.first_token, hit.last_token, use.number, hit.compound}});
    }
    sort_stably(hits_, [](const RuleHit& a, const RuleHit& b) {
      if (a.rule != b.rule) return a.rule < b.rule;
      if (a.part != b.part) return a.part < b.part;
      if (a.found.first_token != b.found.first_token) return a.found.first_token < b.found.first_token;
      if (a.found.last_token != b.found.last_token) return a.found.last_token > b.found.last_token;
      if (a.found.compound != b.found.compound) return b.found.compound;
      return a.number < b.number;
    });
    subjects_ = topics_of(subject_hits);
    result_.protected_topics = topics_of(topic_hits);
    for (const uint32_t topic : result_.protected_topics) result_.silenced |= set_.topics_[topic].topic.silences;
  }

  void find_disclaimers(const std::vector<match::Hit>& hits) {
    std::vector<Disclaimers::Opening> openings;
    for (const match::Hit& hit : hits) {
      const RuleSet::Use& use = set_.uses_[hit.phrase];
      if (use.part == RuleSet::Part::kDisclaimer) openings.push_back({hit.first_token, use.number});
    }
    disclaimers_ = set_.disclaimers_.find(draft_, openings);
  }

  void collect_pattern_hits() {
    const auto write_spans = [&](match::ByteWriter& out, bool with_sentences) {
      const auto write = [&](const auto& list, const auto& span_of) {
        out.number(static_cast<uint32_t>(list.size()));
        for (const auto& entry : list) {
          const Span span = span_of(entry);
          out.number(static_cast<uint32_t>(span.begin));
          out.number(static_cast<uint32_t>(span.end));
        }
      };
      write(draft_.tokens(), [](const text::Token& token) { return token.span; });
      write(draft_.entities().links, [](const text::Link& link) { return link.span; });
      write(with_sentences ? draft_.sentences() : std::vector<Span>(), [](Span span) { return span; });
    };
    match::PatternHits found = set_.patterns_.find(draft_.text(), write_spans);
    result_.patterns_failed = found.failed;
    result_.patterns_incomplete = found.incomplete;
    pattern_hits_ = std::move(found.hits);
  }

  // Those of one rule, with the patterns' numbers in its check.
  [[nodiscard]] std::vector<match::PatternHit> pattern_hits_of(uint32_t rule) const {
    std::vector<match::PatternHit> hits;
    for (const match::PatternHit& hit : pattern_hits_) {
      const RuleSet::PatternUse& use = set_.pattern_uses_[hit.pattern];
      if (use.rule != rule) continue;
      if (draft_.is_mixed() && !has_language(where_of(set_.rules_[rule]), draft_.language_of(hit.span))) continue;
      hits.push_back(hit);
      hits.back().pattern = use.number;
    }
    return hits;
  }

  // A rule of one language does not see the sentences of another. What settles it (an exception, a required element)
  // counts wherever it stands.
  [[nodiscard]] bool is_foreign(const RuleSet::Use& use, uint32_t token) const {
    if (use.part != RuleSet::Part::kMatch && use.part != RuleSet::Part::kCondition) return false;
    return !has_language(where_of(set_.rules_[use.rule]), draft_.language_at(token));
  }

  [[nodiscard]] const pack::Where& where_of(const CompiledRule& compiled) const {
    return as_written_ ? compiled.rule.where : compiled.where;
  }

  [[nodiscard]] static bool has_language(const pack::Where& where, text::Language language) {
    switch (language) {
      case text::Language::kGerman:
        return where.german;
      case text::Language::kEnglish:
        return where.english;
      case text::Language::kOther:
        return where.german && where.english;
      case text::Language::kUndetermined:
        break;
    }
    return true;
  }

  // Rules that look at words go by their sentence, all others by the post.
  [[nodiscard]] bool is_in_language(const pack::Where& where, bool by_place) const {
    if (!where.one_language()) return true;
    if (!by_place) return has_language(where, draft_.language());
    return draft_.may_speak(where.german ? text::Language::kGerman : text::Language::kEnglish);
  }

  // `any_day`: a rule about time says itself on which days it holds.
  [[nodiscard]] bool is_in(const pack::Where& where, bool by_place, bool any_day) const {
    if ((where.networks >> static_cast<int>(context_.network) & 1) == 0) return false;
    if ((where.kinds >> static_cast<int>(context_.kind) & 1) == 0) return false;
    if (!is_in_language(where, by_place)) return false;
    if (where.jurisdictions != 0 && law_ != 0 && (where.jurisdictions & law_) == 0) return false;
    if (!where.roles.empty() && !contains(where.roles, context_.role)) return false;
    if (contains(where.except_roles, context_.role)) return false;
    return any_day || !today_ || where.days.contains(*today_);
  }

  // The level at which the rule is to be applied to this draft, if it is.
  [[nodiscard]] std::optional<Level> level_here(const CompiledRule& compiled) const {
    if (!pack_in_force_[compiled.pack] || result_.silences(compiled.rule.group)) return {};
    const bool by_place = std::holds_alternative<pack::PhrasesCheck>(compiled.rule.check) ||
                          std::holds_alternative<pack::PatternsCheck>(compiled.rule.check);
    if (!is_in(where_of(compiled), by_place, pack::is_about_time(compiled.rule.check))) return {};
    if (as_written_) return compiled.rule.level;
    for (auto change = compiled.changes.rbegin(); change != compiled.changes.rend(); ++change) {
      if (!is_in(change->where, by_place, false)) continue;
      if (change->off) return {};
      if (change->level) return change->level;
    }
    return compiled.rule.level;
  }

  [[nodiscard]] bool holds(const pack::Condition& condition, uint32_t number, std::span<const RuleHit> hits) const {
    if (condition.any_link && !draft_.entities().links.empty()) return true;
    for (const text::Link& link : draft_.entities().links) {
      if (condition.link_domains.empty()) break;
      if (host_is_one_of(link.host.in(draft_.text()), condition.link_domains)) return true;
    }
    const bool image = context_.images > 0;
    const bool video = context_.videos > 0;
    if (condition.media == pack::Media::kImage && image) return true;
    if (condition.media == pack::Media::kVideo && video) return true;
    if (condition.media == pack::Media::kAny && (image || video)) return true;
    const Exceptions exceptions(of_part(hits, RuleSet::Part::kConditionException, number));
    const std::vector<Found> found = of_part(hits, RuleSet::Part::kCondition, number);
    return std::any_of(found.begin(), found.end(), [&](const Found& match) { return !exceptions.cover(match); });
  }

  [[nodiscard]] static std::vector<Found> of_part(std::span<const RuleHit> hits, RuleSet::Part part,
                                                  uint32_t condition = 0) {
    std::vector<Found> found;
    for (const RuleHit& hit : hits) {
      if (hit.part == part && hit.condition == condition) found.push_back(hit.found);
    }
    return found;
  }

  void apply(uint32_t rule_index, std::span<const RuleHit> hits) {
    const CompiledRule& compiled = set_.rules_[rule_index];
    const std::optional<Level> here = level_here(compiled);
    if (!here) return;
    const pack::Rule& rule = compiled.rule;
    for (uint32_t i = 0; i < rule.when.size(); ++i) {
      if (!holds(rule.when[i], i, hits)) return;
    }
    const Answered answer = answered(rule, *here);
    if (answer == Answered::kAsExpected) return;
    const Level level = answer == Answered::kOtherwise ? level_otherwise(rule) : *here;
    const size_t before = result_.findings.size();
    const RuleRun run{draft_, context_,        rule,        set_.organisation_, rule_index, result_.findings,
                      before, result_.omitted, disclaimers_};
    if (const auto* phrases = std::get_if<pack::PhrasesCheck>(&rule.check)) {
      std::vector<Found> exceptions = of_part(hits, RuleSet::Part::kRuleException);
      for (const Found& exception : of_part(hits, RuleSet::Part::kPhraseException)) exceptions.push_back(exception);
      check_phrases(run, *phrases, of_part(hits, RuleSet::Part::kMatch), Exceptions(std::move(exceptions)));
    } else if (const auto* patterns = std::get_if<pack::PatternsCheck>(&rule.check)) {
      check_patterns(run, *patterns, pattern_hits_of(rule_index),
                     Exceptions(of_part(hits, RuleSet::Part::kRuleException)));
    } else if (const auto* required = std::get_if<pack::RequiredCheck>(&rule.check)) {
      require(run, *required, hits);
      if (result_.findings.size() > before && is_met_before(rule_index, *required))
        result_.findings.erase(result_.findings.begin() + static_cast<ptrdiff_t>(before), result_.findings.end());
    } else if (const auto* count = std::get_if<pack::CountCheck>(&rule.check)) {
      check_count(run, *count);
    } else if (const auto* links = std::get_if<pack::LinksCheck>(&rule.check)) {
      check_links(run, *links);
    } else if (const auto* shouting = std::get_if<pack::ShoutingCheck>(&rule.check)) {
      check_shouting(run, *shouting);
    } else if (std::holds_alternative<pack::LookalikesCheck>(rule.check)) {
      check_lookalikes(run);
    } else if (const auto* personal = std::get_if<pack::PersonalDataCheck>(&rule.check)) {
      check_personal_data(run, *personal);
    } else if (const auto* readability = std::get_if<pack::ReadabilityCheck>(&rule.check)) {
      check_readability(run, *readability);
    } else if (const auto* consistency = std::get_if<pack::ConsistencyCheck>(&rule.check)) {
      check_consistency(run, *consistency, of_part(hits, RuleSet::Part::kElement));
    } else if (const auto* acronyms = std::get_if<pack::AcronymCheck>(&rule.check)) {
      check_acronyms(run, *acronyms);
    } else if (const auto* repetition = std::get_if<pack::RepetitionCheck>(&rule.check)) {
      check_repetition(run, *repetition);
    } else if (const auto* capitals = std::get_if<pack::CapitalizationCheck>(&rule.check)) {
      const auto terms = [&](TermPart part) { return of_part(hits, RuleSet::Part::kElement, part); };
      check_capitalization(run, *capitals, {terms(kSpelled), terms(kJoined), terms(kFull), terms(kNever)});
    } else if (const auto* media = std::get_if<pack::MediaCheck>(&rule.check)) {
      check_media(run, *media, !of_part(hits, RuleSet::Part::kElement).empty());
    } else if (const auto* placement = std::get_if<pack::PlacementCheck>(&rule.check)) {
      check_placement(run, *placement);
    } else if (const auto* similarity = std::get_if<pack::SimilarityCheck>(&rule.check)) {
      check_similarity(run, *similarity);
    } else if (const auto* tone = std::get_if<pack::ToneCheck>(&rule.check)) {
      judge_tone(run, *tone);
    } else if (const auto* address = std::get_if<pack::AddressCheck>(&rule.check)) {
      check_address(run, *address);
    } else if (const auto* gender = std::get_if<pack::GenderCheck>(&rule.check)) {
      check_gender(run, *gender);
    } else if (const auto* voice = std::get_if<pack::VoiceCheck>(&rule.check)) {
      check_voice(run, *voice);
    } else if (pack::is_about_time(rule.check)) {
      const pack::Where& where = where_of(compiled);
      for (timing::Constraint& constraint : constraints_of(rule, where, draft_, context_, topic_ids()))
        timing_.push_back({rule_index, &rule, level, std::move(constraint)});
    } else {
      run.report(std::nullopt, {});
    }
    // A finding may have a level of its own, until an override or an answer says otherwise.
    for (size_t i = before; i < result_.findings.size() && level != rule.level; ++i) result_.findings[i].level = level;
    if (result_.findings.size() > kMostCollected) sort_and_cut(result_);
  }

  static void require(const RuleRun& run, const pack::RequiredCheck& check, std::span<const RuleHit> hits) {
    std::vector<Found> elements = of_part(hits, RuleSet::Part::kElement);
    const Exceptions exceptions(of_part(hits, RuleSet::Part::kPhraseException));
    std::erase_if(elements, [&](const Found& element) { return exceptions.cover(element); });
    check_required(run, check, elements, of_part(hits, RuleSet::Part::kWeakElement, 0));
  }

  // Whoever reads a part of a thread has read those before it.
  [[nodiscard]] bool is_met_before(uint32_t rule, const pack::RequiredCheck& check) const {
    return std::any_of(context_.before.begin(), context_.before.end(), [&](const std::string& text) {
      const Draft draft(text, context_.language, context_.network);
      Run earlier(set_, draft, context_);
      earlier.collect_hits(rule);
      std::vector<Finding> missing;
      size_t omitted = 0;
      const RuleRun run{draft, context_, set_.rules_[rule].rule, set_.organisation_, rule, missing,
                        0,     omitted,  earlier.disclaimers_};
      require(run, check, earlier.hits_);
      return missing.empty();
    });
  }

  // Measured when first asked for: most guidelines ask for nothing.
  const tone::Profile& profile() {
    if (!tone_) {
      std::vector<Span> names;
      for (const match::Hit& hit : set_.names_.find(draft_.words(), draft_.in_link(), draft_.language(), kMaxHits)) {
        names.push_back(draft_.span_of(hit.first_token, hit.last_token));
      }
      tone_.emplace();
      tone_->profile = tone::measure(draft_.passage(names), *set_.lexicon_);
    }
    return tone_->profile;
  }

  void judge_tone(const RuleRun& run, const pack::ToneCheck& check) {
    if (!set_.lexicon_) return;
    if (check.target_min || check.target_max) targets_[static_cast<size_t>(check.dimension)] = &check;
    if (check.min || check.max) check_tone(run, check, profile(), *set_.lexicon_);
  }

  // What the draft is about: its topics by the packs' phrases, and what is known beside them.
  [[nodiscard]] std::vector<std::string> topic_ids() const {
    std::vector<std::string> ids = context_.topics;
    for (const uint32_t subject : subjects_) {
      const std::string& id = set_.people_.topics[subject].id;
      if (!contains(ids, id)) ids.push_back(id);
    }
    return ids;
  }

  void find_duties() {
    std::vector<uint32_t> topics;
    for (uint32_t topic = 0; topic < set_.people_.topics.size(); ++topic) {
      const bool told = std::find(subjects_.begin(), subjects_.end(), topic) != subjects_.end();
      if (told || contains(context_.topics, set_.people_.topics[topic].id)) topics.push_back(topic);
    }
    std::vector<const pack::ApprovalRule*> applying;
    for (const pack::ApprovalRule& rule : set_.people_.approvals) {
      if (is_in(rule.where, false, false)) applying.push_back(&rule);
    }
    result_.duties =
        check::find_duties(set_.people_, draft_, context_, topics, !result_.protected_topics.empty(), applying);
    result_.verdict = result_.duties.level;
  }

  // What the author's answer makes of a rule's findings: settled by the expected answer, at a level of its own by any
  // other. Any rule at level ask can be answered, whatever it looks for.
  enum class Answered : uint8_t { kNotYet, kAsExpected, kOtherwise };
  [[nodiscard]] Answered answered(const pack::Rule& rule, Level level) const {
    const auto* question = std::get_if<pack::QuestionCheck>(&rule.check);
    if (question == nullptr && level != Level::kAsk) return Answered::kNotYet;
    const auto answer = context_.answers.find(rule.id);
    if (answer == context_.answers.end()) return Answered::kNotYet;
    const bool expect_yes = question == nullptr || question->expect_yes;
    return answer->second == expect_yes ? Answered::kAsExpected : Answered::kOtherwise;
  }

  [[nodiscard]] static Level level_otherwise(const pack::Rule& rule) {
    const auto* question = std::get_if<pack::QuestionCheck>(&rule.check);
    return question != nullptr ? question->otherwise : Level::kWarn;
  }

  CheckResult finish() {
    if (context_.now) {
      result_.timing = judge_timing(timing_, context_, &result_.findings);
    }
    if (context_.tone && set_.lexicon_) {
      (void)profile();
      tone_->targets = targets_;
      result_.tone = std::move(tone_);
    }
    for (const Finding& finding : result_.findings) {
      if (!result_.verdict || finding.level > *result_.verdict) result_.verdict = finding.level;
    }
    sort_and_cut(result_);
    return std::move(result_);
  }

  const RuleSet& set_;
  const Draft& draft_;
  const Context& context_;
  std::optional<timing::Day> today_;
  uint8_t law_ = 0;
  bool as_written_ = false;
  std::vector<bool> pack_in_force_;
  std::vector<RuleHit> hits_;
  std::vector<uint32_t> subjects_;  // topics that its words are about
  std::vector<Span> disclaimers_;   // where the draft has one
  std::vector<match::PatternHit> pattern_hits_;
  std::vector<TimingRule> timing_;
  std::optional<Tone> tone_;
  std::array<const pack::ToneCheck*, tone::kDimensionCount> targets_{};
  CheckResult result_;
};

std::vector<TimingRule> RuleSet::timing_rules(const Draft& draft, const Context& context) const {
  return Run(*this, draft, context).timing();
}

CheckResult RuleSet::check(const Draft& draft, const Context& context) const {
  return Run(*this, draft, context).by_all();
}

CheckResult RuleSet::check_by(uint32_t rule, const Draft& draft, const Context& context) const {
  return Run(*this, draft, context).by_one(rule);
}

}  // namespace botschaft::check
