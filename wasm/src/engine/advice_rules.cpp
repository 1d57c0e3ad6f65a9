// Rules that are over, that never apply, that lack a language or examples; what later packs change in vain or weaken.
#include <algorithm>
#include <map>

#include "engine/advice.h"

namespace botschaft::engine {
namespace {

// The names of the texts that lack `language`, of those that are there at all.
std::string missing(const pack::Rule& rule, std::string LocalizedText::*language) {
  const std::pair<std::string_view, const LocalizedText*> texts[] = {
      {"title", &rule.title}, {"message", &rule.message}, {"reason", &rule.reason}};
  std::string out;
  for (const auto& [name, text] : texts) {
    if (!text->empty() && (text->*language).empty()) out.append(out.empty() ? "" : ", ").append(name);
  }
  return out;
}

void advise_on_languages(const pack::Rule& rule, const std::string& pack, Advice& advice) {
  const std::string german = missing(rule, &LocalizedText::de);
  const std::string english = missing(rule, &LocalizedText::en);
  if (german.empty() && english.empty()) return;
  LocalizedText reason;
  if (!german.empty()) reason = {"Auf Deutsch fehlt: " + german + ".", "Missing in German: " + german + "."};
  if (!english.empty()) {
    reason.de += (german.empty() ? "" : " ") + ("Auf Englisch fehlt: " + english + ".");
    reason.en += (german.empty() ? "" : " ") + ("Missing in English: " + english + ".");
  }
  add_problem(advice.warnings, {"missing-translation",
                                pack,
                                rule.place,
                                std::move(reason),
                                {"Beide Sprachen eintragen: Autorinnen und Autoren lesen die ihre.",
                                 "Write both languages: authors read their own."}});
}

void advise_on_examples(const pack::Rule& rule, const std::string& pack, Advice& advice) {
  if (!rule.good.empty() && !rule.bad.empty()) return;
  // The stop of all sharing is a rule that its author did not write as one.
  if (rule.place == "/pauseSharing") return;
  // A target is only shown: no text could be an example against it.
  const auto* tone = std::get_if<pack::ToneCheck>(&rule.check);
  if (tone != nullptr && !tone->min && !tone->max) return;
  const bool none = rule.good.empty() && rule.bad.empty();
  const std::string_view key = none ? "" : rule.good.empty() ? "good" : "bad";
  LocalizedText reason{"Die Regel hat keine Beispiele", "The rule has no examples"};
  if (!none) {
    reason.de.append(" unter „").append(key).append("“");
    reason.en.append(" under “").append(key).append("”");
  }
  reason.de += '.';
  reason.en += '.';
  add_problem(advice.warnings,
              {"no-example",
               pack,
               rule.place + "/examples",
               std::move(reason),
               {"Unter „bad“ zeigen, was die Regel meldet, und unter „good“, was ihr ähnlich und in Ordnung ist.",
                "Show under “bad” what the rule reports, and under “good” what looks like it and is fine."}});
}

bool over(const timing::DayRange& days, const AdviceOptions& options) {
  return options.today && days.until && *days.until < *options.today;
}

Problem is_over(const std::string& pack, std::string place) {
  return {"over",
          pack,
          std::move(place),
          {"Das letzte Datum liegt in der Vergangenheit: Das gilt nicht mehr.",
           "The last day has passed: this is no longer in force."},
          {"Entfernen oder ein späteres „until“ eintragen.", "Remove it, or write a later “until”."}};
}

void advise_on_validity(const check::CompiledRule& compiled, const pack::Pack& pack, const AdviceOptions& options,
                        Advice& advice) {
  const timing::DayRange& days = compiled.where.days;
  if (over(days, options)) {
    add_problem(advice.warnings, is_over(pack.id, compiled.rule.place + "/where/until"));
    return;
  }
  pack::Where validity;
  validity.days = pack.valid;
  pack::Where own;
  own.days = days;
  if (overlap(validity, own)) return;
  add_problem(advice.warnings, {"never-applies",
                                pack.id,
                                compiled.rule.place + "/where",
                                {"Die Regel gilt nur an Tagen, an denen das Pack nicht gilt.",
                                 "The rule is in force only on days on which the pack is not."},
                                {"„from“ und „until“ von Regel und Pack aufeinander abstimmen.",
                                 "Let “from” and “until” of rule and pack agree."}});
}

std::string names_of(uint8_t jurisdictions) {
  std::string out;
  for (size_t i = 0; i < std::size(pack::kJurisdictionIds); ++i) {
    if ((jurisdictions >> i & 1) != 0) out.append(out.empty() ? "" : ", ").append(pack::kJurisdictionIds[i]);
  }
  return out;
}

void advise_on_law(const check::RuleSet& rules, Advice& advice) {
  const uint8_t ours = rules.organisation().jurisdictions;
  if (ours == 0) return;
  std::map<uint32_t, std::pair<size_t, uint8_t>> foreign;  // pack to rules and their law
  for (const check::CompiledRule& compiled : rules.rules()) {
    const uint8_t law = compiled.where.jurisdictions;
    if (law == 0 || (law & pack::with_unions(ours)) != 0) continue;
    auto& [count, laws] = foreign[compiled.pack];
    ++count;
    laws = static_cast<uint8_t>(laws | law);
  }
  for (const auto& [pack, found] : foreign) {
    const std::string count = std::to_string(found.first);
    const std::string laws = names_of(found.second);
    add_problem(advice.warnings, {"never-applies",
                                  rules.packs()[pack].id,
                                  "/jurisdictions",
                                  {"Nie angewendet: " + count + " Regel(n) zum Recht von " + laws +
                                       "; die Organisation nennt " + names_of(ours) + ".",
                                   "Never applied: " + count + " rule(s) about the law of " + laws +
                                       "; the organisation names " + names_of(ours) + "."},
                                  {"„jurisdictions“ der Organisation ergänzen oder das Pack weglassen.",
                                   "Add to the organisation's “jurisdictions”, or leave the pack out."}});
  }
}

struct Known {
  const pack::Pack* pack;
  const pack::Rule* rule;
  std::string replaced_by;
};

void advise_on_weaker_law(const Known& earlier, const pack::Pack& pack, const std::string& place, Advice& advice) {
  if (!earlier.pack->legal) return;
  add_problem(advice.warnings,
              {"weaker-law",
               pack.id,
               place,
               {"Das schwächt „" + earlier.rule->id + "“, eine Regel zum Recht (" + earlier.rule->source + ").",
                "This weakens “" + earlier.rule->id + "”, a rule about the law (" + earlier.rule->source + ")."},
               {"Mit denen absprechen, die für Recht zuständig sind. Erlaubt ist es.",
                "Agree it with those who answer for legal matters. It is allowed."}});
}

void advise_on_override(const pack::Override& change, const pack::Pack& pack, const std::map<std::string, Known>& known,
                        Advice& advice) {
  const auto found = known.find(change.rule);
  if (found == known.end()) return;
  const Known& earlier = found->second;
  const auto no_effect = [&](LocalizedText reason) {
    add_problem(advice.warnings, {"no-effect",
                                  pack.id,
                                  change.place,
                                  std::move(reason),
                                  {"Den Eintrag entfernen oder berichtigen.", "Remove or correct the entry."}});
  };
  if (!earlier.replaced_by.empty()) {
    no_effect({"Die Regel „" + change.rule + "“ ist schon durch „" + earlier.replaced_by + "“ ersetzt.",
               "The rule “" + change.rule + "” is replaced by “" + earlier.replaced_by + "” already."});
    return;
  }
  if (!overlap(change.where, change.applied_to(earlier.rule->where))) {
    no_effect({"Die Regel „" + change.rule + "“ gilt in den Fällen nicht, die „where“ nennt.",
               "The rule “" + change.rule + "” does not apply in the cases that “where” names."});
  }
  if (change.level == earlier.rule->level && change.keys == 0) {
    no_effect({"Die Regel „" + change.rule + "“ hat diese Stufe schon.",
               "The rule “" + change.rule + "” has this level already."});
  }
  const bool narrower = change.keys != 0 && !covers(change.applied_to(earlier.rule->where), earlier.rule->where);
  if (change.off || narrower || (change.level && *change.level < earlier.rule->level))
    advise_on_weaker_law(earlier, pack, change.place, advice);
}

}  // namespace

void advise_on_rules(const check::RuleSet& rules, const AdviceOptions& options, Advice& advice) {
  for (const pack::Pack& pack : rules.packs()) {
    if (over(pack.valid, options)) add_problem(advice.warnings, is_over(pack.id, "/valid/until"));
  }
  for (const check::CompiledRule& compiled : rules.rules()) {
    const pack::Pack& pack = rules.packs()[compiled.pack];
    advise_on_languages(compiled.rule, pack.id, advice);
    advise_on_examples(compiled.rule, pack.id, advice);
    advise_on_validity(compiled, pack, options, advice);
  }
  advise_on_law(rules, advice);
}

void advise_on_changes(const std::vector<pack::Pack>& packs, Advice& advice) {
  std::map<std::string, Known> known;
  for (const pack::Pack& pack : packs) {
    for (const pack::Override& change : pack.overrides) advise_on_override(change, pack, known, advice);
    for (const pack::Rule& rule : pack.rules) {
      for (const std::string& id : rule.replaces) {
        const auto found = known.find(id);
        if (found == known.end() || !found->second.replaced_by.empty()) continue;
        found->second.replaced_by = rule.id;
        if (!pack.legal && rule.level < found->second.rule->level)
          advise_on_weaker_law(found->second, pack, rule.place + "/replaces", advice);
      }
    }
    for (const pack::Rule& rule : pack.rules) known[rule.id] = {&pack, &rule, ""};
  }
}

}  // namespace botschaft::engine
