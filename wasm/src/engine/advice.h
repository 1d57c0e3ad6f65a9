// What is probably not meant in packs that can be loaded: for their author, before anybody uses them.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "check/rule_set.h"
#include "engine/effort.h"
#include "pack/pack.h"
#include "timing/civil_time.h"

namespace botschaft::engine {

struct AdviceOptions {
  std::optional<timing::Day> today;  // none: nothing is said about what is over
  bool unshown_phrases = false;      // name the phrases that no bad example uses
};

struct Advice {
  Problems errors;    // rules that contradict each other: no post can follow both
  Problems warnings;  // at most kMaxProblems of each

  // Of the rules in force: how many phrases they report, and how many of these a bad example uses.
  size_t phrases = 0;
  size_t shown_phrases = 0;

  // Far more than any guideline takes. Once it is spent, what was not looked at yet is not looked at any more, which is
  // a warning of its own.
  Effort effort{8'000'000};
};

// `packs` as they were read, in order; they can be loaded together.
[[nodiscard]] Advice advise(const std::vector<pack::Pack>& packs, const AdviceOptions& options);

// The parts of the above. Warnings and errors are added to `advice`.
void advise_on_phrases(const check::RuleSet& rules, const AdviceOptions& options, Advice& advice);
void advise_on_opposites(const check::RuleSet& rules, Advice& advice);
void advise_on_changes(const std::vector<pack::Pack>& packs, Advice& advice);
void advise_on_timing(const check::RuleSet& rules, Advice& advice);
void advise_on_rules(const check::RuleSet& rules, const AdviceOptions& options, Advice& advice);

// A quoted list of the first few, in the quotation marks of each language.
[[nodiscard]] LocalizedText quoted_some(const std::vector<std::string>& words);
void add_problem(Problems& problems, Problem problem);

}  // namespace botschaft::engine
