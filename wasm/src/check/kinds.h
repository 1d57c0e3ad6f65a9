// The kinds of check, one function and one file each. Each looks at a draft by one rule and reports what it finds.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "check/draft.h"
#include "check/message.h"
#include "check/timing_rule.h"
#include "pack/pack.h"

namespace botschaft::check {

// Where a phrase of the rule stands in the draft. Sorted by first token, longer ones first.
struct Found {
  uint32_t first_token;
  uint32_t last_token;
  uint32_t number;  // of the phrase in the check
  bool compound;    // only a part of the word agrees
};

// One rule looking at one draft.
struct RuleRun {
  const Draft& draft;
  const Context& context;
  const pack::Rule& rule;
  const pack::Organisation& organisation;
  uint32_t rule_index;
  std::vector<Finding>& findings;
  size_t first_finding;                  // of this rule in `findings`
  size_t& omitted;                       // findings that are only counted
  const std::vector<Span>& disclaimers;  // where the draft has one; nothing is said about the words in it

  // In the order of the text: of one rule, what comes first is kept.
  void report(std::optional<Span> span, std::initializer_list<Value> values, std::vector<Fix> fixes = {}) const {
    if (span && is_inside(disclaimers, *span)) return;
    if (findings.size() - first_finding >= kMaxFindings) {
      ++omitted;
      return;
    }
    findings.push_back(
        {rule_index, rule.level, span, fill_values(rule.message.in(context.ui_language), values), std::move(fixes)});
  }
};

// The number of an exception that belongs to every phrase of its rule.
inline constexpr uint32_t kEveryPhrase = UINT32_MAX;
class Exceptions;
void check_phrases(const RuleRun& run, const pack::PhrasesCheck& check, std::span<const Found> matches,
                   const Exceptions& exceptions);
// `weak`: what the rule names as never enough.
void check_required(const RuleRun& run, const pack::RequiredCheck& check, std::span<const Found> elements,
                    std::span<const Found> weak);
// `hits` have the patterns' numbers in the check.
void check_patterns(const RuleRun& run, const pack::PatternsCheck& check, std::vector<match::PatternHit> hits,
                    const Exceptions& exceptions);
void check_count(const RuleRun& run, const pack::CountCheck& check);
void check_links(const RuleRun& run, const pack::LinksCheck& check);
void check_shouting(const RuleRun& run, const pack::ShoutingCheck& check);
void check_lookalikes(const RuleRun& run);
void check_personal_data(const RuleRun& run, const pack::PersonalDataCheck& check);
// `spellings`: one per spelling in the draft, with the number that RuleSet gave it (all sets in a row).
void check_consistency(const RuleRun& run, const pack::ConsistencyCheck& check, std::span<const Found> spellings);
void check_acronyms(const RuleRun& run, const pack::AcronymCheck& check);
// Where the terms of a CapitalizationCheck stand, numbered like them.
struct TermHits {
  std::vector<Found> spelled;  // in any letter case
  std::vector<Found> joined;   // several words run together
  std::vector<Found> full;     // full names
  std::vector<Found> never;    // abbreviations
};
// "Nordwind Energie" as it is written in a hashtag: NordwindEnergie.
[[nodiscard]] std::string run_together(std::string_view term);
void check_capitalization(const RuleRun& run, const pack::CapitalizationCheck& check, const TermHits& hits);
// `labelled`: the draft has one of the check's labels.
void check_media(const RuleRun& run, const pack::MediaCheck& check, bool labelled);
void check_placement(const RuleRun& run, const pack::PlacementCheck& check);
void check_similarity(const RuleRun& run, const pack::SimilarityCheck& check);
void check_repetition(const RuleRun& run, const pack::RepetitionCheck& check);
void check_address(const RuleRun& run, const pack::AddressCheck& check);
void check_gender(const RuleRun& run, const pack::GenderCheck& check);
void check_voice(const RuleRun& run, const pack::VoiceCheck& check);
void check_readability(const RuleRun& run, const pack::ReadabilityCheck& check);

void check_tone(const RuleRun& run, const pack::ToneCheck& check, const tone::Profile& profile,
                const tone::Lexicon& lexicon);

// What a rule about time comes to for this draft: one constraint, or one each for the topics (ids of `topics`), content
// items or links that it counts.
[[nodiscard]] std::vector<timing::Constraint> constraints_of(const pack::Rule& rule, const pack::Where& where,
                                                             const Draft& draft, const Context& context,
                                                             const std::vector<std::string>& topics);
// Whether `context.now` (which is known) suits every rule, and from when on it does, which is filled into the messages
// of `findings`. Without `findings`, a rule may be null: the content itself.
[[nodiscard]] Timing judge_timing(std::span<const TimingRule> rules, const Context& context,
                                  std::vector<Finding>* findings = nullptr);

// What a phrase offers to write instead of `span`, with a capital where the phrase has none and the text has one.
[[nodiscard]] std::vector<Fix> fixes_for(const pack::Phrase& phrase, Span span, std::string_view text);

// What to delete for `span` to be gone: it takes one of the spaces around it along.
[[nodiscard]] Span with_space(Span span, std::string_view text);

// What the fixes write, as messages name it under {instead}.
[[nodiscard]] std::string joined_texts(const std::vector<Fix>& fixes);
[[nodiscard]] bool starts_upper(std::string_view words);
[[nodiscard]] std::string with_upper_start(const std::string& words);

// Whether `host` is one of `domains` or lies below one; letter case does not matter.
[[nodiscard]] bool host_is_one_of(std::string_view host, const std::vector<std::string>& domains);

}  // namespace botschaft::check
