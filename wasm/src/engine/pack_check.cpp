// What cannot be right about packs, beyond the form of each.
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/nearest.h"
#include "base/sort.h"
#include "engine/engine.h"

namespace botschaft::engine {
namespace {

Problem duplicate_id(const pack::Pack& pack, const pack::Rule& rule, const std::string& other) {
  Problem problem{"duplicate-id", pack.id, rule.place + "/id", {}, {}};
  problem.reason.en = "The rule id “" + rule.id + "” is used already in the pack “" + other + "”.";
  problem.reason.de = "Die Regel-ID „" + rule.id + "“ ist im Pack „" + other + "“ schon vergeben.";
  problem.mend.en =
      "Give this rule another id; to take the place of a rule from an earlier pack, name that one in \"replaces\".";
  problem.mend.de =
      "Dieser Regel eine andere ID geben; um eine Regel aus einem früheren Pack zu ersetzen, diese unter \"replaces\" "
      "nennen.";
  return problem;
}

Problem unknown_role(const pack::Pack& pack, std::string place, const std::string& role, const std::string& known) {
  Problem problem{"unknown-role", pack.id, std::move(place), {}, {}};
  problem.reason.en = "No pack describes the role “" + role + "”.";
  problem.reason.de = "Kein Pack beschreibt die Rolle „" + role + "“.";
  problem.mend.en = known.empty() ? "Describe the role under \"roles\"."
                                  : "Describe it under \"roles\", or use one of: " + known + ".";
  problem.mend.de = known.empty() ? "Die Rolle unter \"roles\" beschreiben."
                                  : "Sie unter \"roles\" beschreiben oder eine davon nehmen: " + known + ".";
  return problem;
}

// `known`: the rules of earlier packs.
Problem no_such_rule(const pack::Pack& pack, std::string place, const std::string& id,
                     const std::unordered_set<std::string_view>& known) {
  Problem problem{"unknown-rule", pack.id, std::move(place), {}, {}};
  problem.reason.en = "No pack before this one has a rule “" + id + "”.";
  problem.reason.de = "Kein Pack vor diesem hat eine Regel „" + id + "“.";
  // Looking through more takes longer than it helps.
  constexpr size_t kMostSpellings = 2000;
  std::vector<std::string_view> spellings;
  if (known.size() <= kMostSpellings) spellings.assign(known.begin(), known.end());
  sort_stably(spellings);
  if (const auto near = nearest(id, spellings)) {
    problem.mend.en.append("Did you mean “").append(*near).append("”?");
    problem.mend.de.append("Gemeint ist wohl „").append(*near).append("“.");
  } else {
    problem.mend.en = "Check the id, and give the packs in the order in which they build on each other.";
    problem.mend.de = "Die ID prüfen und die Packs in der Reihenfolge angeben, in der sie aufeinander aufbauen.";
  }
  return problem;
}

Problem too_many_patterns(const pack::Pack& pack, const pack::Rule& rule) {
  const std::string most = std::to_string(match::kMaxPatterns);
  Problem problem{"too-many-patterns", pack.id, rule.place + "/check/patterns", {}, {}};
  problem.reason.en = "Together the packs have more than " + most + " patterns.";
  problem.reason.de = "Zusammen haben die Packs mehr als " + most + " Muster.";
  problem.mend.en = "Write words as phrases, which may be any number, or join patterns with |.";
  problem.mend.de = "Wörter als „phrases“ schreiben, deren Zahl nicht begrenzt ist, oder Muster mit | verbinden.";
  return problem;
}

}  // namespace

Problems find_contradictions(const std::vector<pack::Pack>& packs) {
  Problems problems;
  std::unordered_map<std::string_view, std::string_view> seen;  // rule id to the pack that has it
  std::set<std::string> roles;
  for (const pack::Pack& pack : packs) {
    for (const pack::Role& role : pack.roles) roles.insert(role.id);
  }
  size_t patterns = 0;
  std::string known;
  for (const std::string& role : roles) known += (known.empty() ? "" : ", ") + role;
  const auto check_roles = [&](const pack::Pack& pack, const std::string& owner, const char* field,
                               const pack::Where& where) {
    for (const auto* named : {&where.roles, &where.except_roles}) {
      for (const std::string& role : *named) {
        if (roles.count(role) == 0) problems.push_back(unknown_role(pack, owner + field, role, known));
      }
    }
  };
  std::unordered_set<std::string_view> earlier;  // ids of rules in earlier packs, replaced ones too
  for (const pack::Pack& pack : packs) {
    const auto check_earlier = [&](std::string place, const std::string& id) {
      if (earlier.count(id) != 0) return true;
      problems.push_back(no_such_rule(pack, std::move(place), id, earlier));
      return false;
    };
    std::unordered_set<std::string_view> own;
    own.reserve(pack.rules.size());
    for (const pack::Rule& rule : pack.rules) {
      if (problems.size() >= kMaxProblems) return problems;
      if (const auto* check = std::get_if<pack::PatternsCheck>(&rule.check)) {
        const bool fit = patterns <= match::kMaxPatterns;
        patterns += check->patterns.size();
        if (fit && patterns > match::kMaxPatterns) problems.push_back(too_many_patterns(pack, rule));
      }
      for (const std::string& id : rule.replaces) {
        // A legal pack stands on its own too: what it would replace or change need not be there.
        if (pack.legal || check_earlier(rule.place + "/replaces", id)) {
          if (const auto other = seen.find(id); other != seen.end() && other->second != pack.id) seen.erase(other);
        }
      }
      if (!own.insert(rule.id).second) {
        problems.push_back(duplicate_id(pack, rule, pack.id));
      } else if (const auto other = seen.find(rule.id); other != seen.end()) {
        problems.push_back(duplicate_id(pack, rule, std::string(other->second)));
      } else {
        seen.emplace(rule.id, pack.id);
      }
      check_roles(pack, rule.place, "/where", rule.where);
    }
    for (const pack::Override& change : pack.overrides) {
      if (problems.size() >= kMaxProblems) return problems;
      if (!pack.legal) (void)check_earlier(change.place + "/rule", change.rule);
      check_roles(pack, change.place, "/where", change.where);
      check_roles(pack, change.place, "/applyTo", change.apply_to);
    }
    for (const pack::ApprovalRule& rule : pack.approvals) check_roles(pack, rule.place, "/where", rule.where);
    for (const pack::Rule& rule : pack.rules) earlier.insert(rule.id);
  }
  find_unknown_people(packs, problems);
  return problems;
}

Problems find_unusable_patterns(const check::RuleSet& rules) {
  Problems problems;
  for (const check::CompiledRule& compiled : rules.rules()) {
    const auto* check = std::get_if<pack::PatternsCheck>(&compiled.rule.check);
    for (size_t number = 0; check != nullptr && number < check->patterns.size(); ++number) {
      const pack::Pattern& pattern = check->patterns[number];
      if (!pattern.names_list) continue;
      auto refusal = match::refuse_pattern(pattern.text, pattern.options);
      if (!refusal) continue;
      problems.push_back({"bad-pattern", rules.packs()[compiled.pack].id,
                          compiled.rule.place + "/check/patterns/" + std::to_string(number), std::move(refusal->reason),
                          std::move(refusal->mend)});
    }
  }
  return problems;
}

}  // namespace botschaft::engine
