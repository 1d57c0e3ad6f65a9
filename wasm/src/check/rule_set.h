// All rules in force, compiled: every phrase of every rule in one index, so that a draft is read once however long the
// guideline is. Checking is const and safe from several threads.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "check/disclaimers.h"
#include "check/draft.h"
#include "check/duties.h"
#include "check/protected_topics.h"
#include "check/timing_rule.h"
#include "match/pattern_set.h"
#include "match/phrase_index.h"
#include "pack/pack.h"
#include "tone/profile.h"

namespace botschaft::check {

// A rule together with the pack it comes from.
struct CompiledRule {
  // What a later pack said about some drafts.
  struct Change {
    pack::Where where;
    std::optional<Level> level;
    bool off = false;
  };

  pack::Rule rule;
  uint32_t pack = 0;            // index into RuleSet::packs()
  pack::Where where;            // in force: the rule's own, unless a later pack changed it
  std::vector<Change> changes;  // later ones win
};

// The tone, and for each dimension the entry of the packs' "tone" that says where it should be.
struct Tone {
  tone::Profile profile;
  std::array<const pack::ToneCheck*, tone::kDimensionCount> targets{};
};

// At most this many occurrences of phrases are looked at.
inline constexpr size_t kMaxHits = 100'000;
// Phrases and domains of all packs, once for each name that a placeholder such as {company} stands for.
inline constexpr size_t kMaxTexts = 300'000;

struct CheckResult {
  std::optional<Level> verdict;  // none: clean
  std::vector<Finding> findings;
  size_t omitted = 0;
  size_t occurrences = 0;        // of phrases that were looked at, exceptions and conditions included
  std::optional<Timing> timing;  // when Context::now is known
  std::optional<Tone> tone;      // when Context::tone asks for it, and there is a lexicon
  std::vector<uint32_t> packs_out_of_date;
  Duties duties;                           // what role and approvals ask for
  std::vector<uint32_t> protected_topics;  // what the draft is about, indices into RuleSet::protected_topics()
  uint8_t silenced = 0;                    // bit per pack::Group that these topics silence

  // Whether the draft's topic keeps this group of rules (and every other judgement of that kind) silent.
  [[nodiscard]] bool silences(pack::Group group) const { return (silenced >> static_cast<int>(group) & 1) != 0; }
  bool patterns_failed = false;      // the rules of patterns were not looked at
  bool patterns_incomplete = false;  // they met a bound: there may be more
};

// A phrase of a rule in a text, whatever else the rule asks for.
struct PhraseHit {
  uint32_t rule;
  uint32_t number;                    // of the phrase in its list
  std::optional<uint32_t> condition;  // whose list it is; none: the check's own
  Span span;
  bool excepted;  // an exception covers it
};

class RuleSet {
 public:
  RuleSet() = default;
  // Puts packs in force together, in order: later organisation, time zone and holidays on top of earlier ones, rules
  // added, replaced or overridden as later packs say.
  explicit RuleSet(std::vector<pack::Pack> packs);

  // The words that the tone is told by; without them nothing is said about it.
  void set_lexicon(std::shared_ptr<const tone::Lexicon> lexicon);
  [[nodiscard]] const tone::Lexicon* lexicon() const { return lexicon_.get(); }

  [[nodiscard]] CheckResult check(const Draft& draft, const Context& context) const;
  // The same, by one rule only and as its pack wrote it, without overrides and whatever the
  // draft's topic: for a pack's examples.
  [[nodiscard]] CheckResult check_by(uint32_t rule, const Draft& draft, const Context& context) const;

  // The rules about time that hold for the draft, whatever the hour. They point into `context` and this.
  [[nodiscard]] std::vector<TimingRule> timing_rules(const Draft& draft, const Context& context) const;

  // Every phrase that rules report, and every phrase of their conditions: for asking what a guideline makes of words.
  [[nodiscard]] std::vector<PhraseHit> phrases_in(const Draft& draft) const;
  // The protected topics that a draft is about, of packs in force at any time.
  [[nodiscard]] std::vector<uint32_t> topics_in(const Draft& draft) const;
  // The topics of people() that a draft's words tell.
  [[nodiscard]] std::vector<uint32_t> subjects_in(const Draft& draft) const;

  // Whether there are more than kMaxTexts; some are then left out.
  [[nodiscard]] bool too_large() const { return texts_ > kMaxTexts; }
  [[nodiscard]] const std::vector<CompiledRule>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<CompiledTopic>& protected_topics() const { return topics_; }
  // Without their rules.
  [[nodiscard]] const std::vector<pack::Pack>& packs() const { return packs_; }
  [[nodiscard]] const People& people() const { return people_; }
  [[nodiscard]] const pack::Organisation& organisation() const { return organisation_; }
  [[nodiscard]] const std::string& time_zone() const { return time_zone_; }

 private:
  friend class Run;

  // Which part of a rule a phrase belongs to.
  enum class Part : uint8_t {
    kMatch,
    kRuleException,
    kPhraseException,
    kCondition,
    kConditionException,
    kElement,
    kWeakElement,
    kTopic,
    kTopicException,
    kDisclaimer,
    kSubject,
    kSubjectException
  };
  struct Use {
    uint32_t rule;  // or the protected topic, or the topic
    uint32_t
        number;  // of the phrase in its list; of the disclaimer; for an exception, of the phrase that it belongs to
    Part part;
    uint32_t condition = 0;  // the condition that the list belongs to, if it is one's
  };

  void take_over(pack::Pack& pack, uint32_t number);
  void take_topics(pack::Pack& pack, uint32_t number);
  void compile_topic(uint32_t topic);
  void compile_subjects();
  void add_disclaimer(const std::string& text);
  void compile(uint32_t rule);
  void compile_terms(uint32_t rule, pack::CapitalizationCheck& check);
  // Gives every rule against shouting what the packs know of capitals: names, acronyms, spellings.
  void gather_spellings();
  void compile_patterns(uint32_t rule, pack::PatternsCheck& check);
  // pack::expand, within the bound.
  [[nodiscard]] std::vector<std::string> expanded(const std::vector<std::string>& texts);
  void add_phrase(const pack::Phrase& phrase, const pack::Where& where, Use use);
  // The phrase's own exceptions, matched as loosely as itself but never as a part of a word.
  void add_exceptions(const pack::Phrase& phrase, const pack::Where& where, Use use);

  [[nodiscard]] std::vector<match::Hit> hits_in(const Draft& draft) const;
  [[nodiscard]] std::optional<TopicHit> as_subject_hit(const match::Hit& hit) const;
  // Nothing where the hit belongs to a rule or a disclaimer.
  [[nodiscard]] std::optional<TopicHit> as_topic_hit(const match::Hit& hit) const;

  std::vector<pack::Pack> packs_;
  std::vector<CompiledRule> rules_;
  std::vector<CompiledTopic> topics_;
  People people_;
  Disclaimers disclaimers_;
  uint32_t disclaimer_count_ = 0;
  pack::Organisation organisation_;
  std::string time_zone_;
  struct PatternUse {
    uint32_t rule;
    uint32_t number;  // of the pattern in its check
  };
  match::PatternSet patterns_;
  std::vector<PatternUse> pattern_uses_;
  match::PhraseIndex index_;
  std::vector<Use> uses_;
  std::shared_ptr<const tone::Lexicon> lexicon_;
  match::PhraseIndex names_;             // of the organisation, its products and competitors: no wording
  size_t texts_ = 0;                     // so far, as kMaxTexts counts them
  std::vector<uint32_t> not_by_phrase_;  // rules that are looked at even where none of their phrases is found
};

}  // namespace botschaft::check
