#include "engine/engine.h"

#include <utility>

namespace botschaft::engine {
namespace {

// Whether every list that rules can name has an entry.
bool is_complete(const pack::Organisation& organisation) {
  return !organisation.names.empty() && !organisation.products.empty() && !organisation.domains.empty() &&
         !organisation.handles.empty() && !organisation.competitors.empty();
}

struct Trial {
  check::RuleSet rules;
  std::vector<PackReport> reports;
};

// Tries packs out. The examples need a company to speak of; where the packs leave lists empty, the sample stands in.
Result<Trial> try_out(const std::vector<pack::Pack>& packs) {
  Problems problems = find_contradictions(packs);
  if (!problems.empty()) return problems;
  std::vector<pack::Pack> with_sample = packs;
  if (!with_sample.empty()) {
    pack::Organisation organisation = pack::sample_organisation();
    organisation.add(with_sample.front().organisation);
    with_sample.front().organisation = std::move(organisation);
  }
  Trial trial{check::RuleSet(std::move(with_sample)), {}};
  std::vector<uint32_t> examples(packs.size(), 0);
  problems = run_examples(trial.rules, examples);
  for (Problem& problem : find_replacement_cycles(trial.rules)) problems.push_back(std::move(problem));
  if (problems.size() > kMaxProblems) problems.resize(kMaxProblems);
  if (!problems.empty()) return problems;
  trial.reports.resize(packs.size());
  for (size_t pack = 0; pack < packs.size(); ++pack) trial.reports[pack].examples = examples[pack];
  for (const check::CompiledRule& rule : trial.rules.rules()) ++trial.reports[rule.pack].rules;
  return trial;
}

}  // namespace

Result<std::vector<PackReport>> Engine::validate(std::vector<pack::Pack> packs) {
  const Result<Trial> trial = try_out(packs);
  if (!trial.ok()) return trial.problems();
  return trial.value().reports;
}

Result<std::vector<PackReport>> Engine::load_packs(std::vector<pack::Pack> packs) {
  Result<Trial> trial = try_out(packs);
  if (!trial.ok()) return trial.problems();
  pack::Organisation organisation;
  for (const pack::Pack& pack : packs) organisation.add(pack.organisation);
  rules_ = is_complete(organisation) ? std::move(trial.value().rules) : check::RuleSet(std::move(packs));
  return std::move(trial.value().reports);
}

void Engine::load_library(content::Library library) { shelf_ = content::Shelf(std::move(library)); }

}  // namespace botschaft::engine
