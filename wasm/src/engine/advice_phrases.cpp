// Phrases that are never found, found twice, found by another rule anyway, or shown by no example; replacements that
// another rule reports.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "engine/advice.h"
#include "text/token.h"

namespace botschaft::engine {
namespace {

using check::CompiledRule;
using check::PhraseHit;

struct Asker {
  const check::RuleSet& rules;
  Advice& advice;

  [[nodiscard]] const std::string& pack_of(const CompiledRule& compiled) const {
    return rules.packs()[compiled.pack].id;
  }
  [[nodiscard]] std::vector<PhraseHit> hits(const std::string& text, const pack::Where& where) const {
    const text::Language language = !where.one_language() ? text::Language::kUndetermined
                                    : where.german        ? text::Language::kGerman
                                                          : text::Language::kEnglish;
    std::vector<PhraseHit> hits = rules.phrases_in(check::Draft(text, language));
    advice.effort.spend(text.size(), hits.size(), 0);
    return hits;
  }
  void warn(std::string_view code, const CompiledRule& compiled, const std::string& place, LocalizedText reason,
            LocalizedText mend) const {
    add_problem(advice.warnings,
                {code, pack_of(compiled), compiled.rule.place + place, std::move(reason), std::move(mend)});
  }
};

bool is_whole(const PhraseHit& hit, const std::string& text) {
  return hit.span.begin == 0 && hit.span.end == text.size();
}

// Whether the phrase asks for exactly these words: a brand in its own spelling is found and let pass.
bool is_right_spelling(const CompiledRule& compiled, const PhraseHit& hit, const std::string& text) {
  const auto* check = std::get_if<pack::PhrasesCheck>(&compiled.rule.check);
  if (check == nullptr) return false;
  const auto& replace = check->phrases[hit.number].replace;
  return std::find(replace.begin(), replace.end(), hit.span.in(text)) != replace.end();
}

// The first rule that reports some of `text` wherever `compiled` applies or, with `sometimes`, in some of it.
const CompiledRule* reporter_of(const Asker& ask, const CompiledRule& compiled, const std::string& text) {
  for (const PhraseHit& hit : ask.hits(text, compiled.rule.where)) {
    const CompiledRule& other = ask.rules.rules()[hit.rule];
    if (hit.condition || hit.excepted || !other.rule.when.empty() || !overlap(other.where, compiled.where)) continue;
    if (!is_right_spelling(other, hit, text)) return &other;
  }
  return nullptr;
}

void advise_on_words_to_use(const Asker& ask, const CompiledRule& compiled, const std::string& place,
                            const std::string& words) {
  if (words.empty()) return;
  const CompiledRule* reporter = reporter_of(ask, compiled, words);
  if (reporter == nullptr) return;
  ask.warn("reported-replacement", compiled, place,
           {"Das vorgeschlagene „" + words + "“ meldet die Regel „" + reporter->rule.id + "“.",
            "The suggested “" + words + "” is reported by the rule “" + reporter->rule.id + "”."},
           {"Wörter vorschlagen, die keine Regel meldet, oder dort eine Ausnahme ergänzen.",
            "Suggest words that no rule reports, or add an exception there."});
}

// What was found out about the phrases of one rule.
struct Findings {
  std::vector<std::string> never;
  std::vector<std::string> twice;
  std::map<uint32_t, std::vector<std::string>> elsewhere;  // by the number of the other rule
};

bool reports_anyway(const check::RuleSet& rules, uint32_t other, uint32_t own) {
  const CompiledRule& a = rules.rules()[other];
  const CompiledRule& b = rules.rules()[own];
  if (other == own || !a.rule.when.empty() || !a.changes.empty() || a.rule.level < b.rule.level) return false;
  if (!covers(a.where, b.where)) return false;
  // Of two that say the same, the later one is too much.
  const bool same = a.rule.level == b.rule.level && b.rule.when.empty() && covers(b.where, a.where);
  return !same || other < own;
}

void look_at(const Asker& ask, uint32_t number, Findings& findings) {
  const CompiledRule& compiled = ask.rules.rules()[number];
  const auto& phrases = std::get_if<pack::PhrasesCheck>(&compiled.rule.check)->phrases;
  std::unordered_set<std::string> seen;
  for (uint32_t i = 0; i < phrases.size() && !ask.advice.effort.is_spent(); ++i) {
    const pack::Phrase& phrase = phrases[i];
    if (!seen.insert(phrase.match_case ? phrase.text : text::folded_form(phrase.text)).second)
      findings.twice.push_back(phrase.text);
    bool found = false;
    bool excepted = false;
    std::set<uint32_t> others;
    for (const std::string& text : pack::expand(phrase.text, ask.rules.organisation())) {
      for (const PhraseHit& hit : ask.hits(text, compiled.rule.where)) {
        if (hit.condition || !is_whole(hit, text)) continue;
        if (hit.rule == number && hit.number == i) (hit.excepted ? excepted : found) = true;
        if (!hit.excepted && reports_anyway(ask.rules, hit.rule, number)) others.insert(hit.rule);
      }
      break;  // the first entry of an organisation's list stands for all
    }
    if (excepted && !found) findings.never.push_back(phrase.text);
    for (const uint32_t other : others) findings.elsewhere[other].push_back(phrase.text);
  }
}

void tell(const Asker& ask, const CompiledRule& compiled, const Findings& findings, size_t phrases) {
  if (!findings.never.empty()) {
    const LocalizedText words = quoted_some(findings.never);
    ask.warn("never-found", compiled, "/check/phrases",
             {"Eine Ausnahme deckt ganz ab, was gesucht wird: " + words.de + ".",
              "An exception covers the whole of what is looked for: " + words.en + "."},
             {"Als Ausnahme längere Ausdrücke nennen, oder den Ausdruck entfernen.",
              "Name longer phrases as exceptions, or remove the phrase."});
  }
  if (!findings.twice.empty()) {
    const LocalizedText words = quoted_some(findings.twice);
    ask.warn("duplicate-phrase", compiled, "/check/phrases",
             {"Zweimal in der Liste: " + words.de + ".", "In the list twice: " + words.en + "."},
             {"Einen der beiden Einträge entfernen.", "Remove one of the two entries."});
  }
  for (const auto& [number, found] : findings.elsewhere) {
    const std::string& other = ask.rules.rules()[number].rule.id;
    const LocalizedText words = quoted_some(found);
    if (found.size() == phrases) {
      ask.warn("shadowed-rule", compiled, "",
               {"Alles, was die Regel findet, meldet auch „" + other + "“: " + words.de + ".",
                "All that the rule finds is reported by “" + other + "” as well: " + words.en + "."},
               {"Eine der beiden Regeln entfernen, oder die andere mit \"replaces\" ersetzen.",
                "Remove one of the two rules, or take the place of the other with \"replaces\"."});
    } else {
      ask.warn(
          "shadowed-phrase", compiled, "/check/phrases",
          {"Das meldet auch die Regel „" + other + "“: " + words.de + ".",
           "The rule “" + other + "” reports this as well: " + words.en + "."},
          {"Die Ausdrücke in einer der beiden Regeln streichen.", "Remove the phrases from one of the two rules."});
    }
  }
}

void look_at_conditions(const Asker& ask, uint32_t number) {
  const CompiledRule& compiled = ask.rules.rules()[number];
  for (uint32_t i = 0; i < compiled.rule.when.size(); ++i) {
    const pack::Condition& condition = compiled.rule.when[i];
    if (condition.phrases.empty() || condition.any_link || !condition.link_domains.empty() ||
        condition.media != pack::Media::kNone)
      continue;
    bool can_hold = false;
    for (uint32_t phrase = 0; phrase < condition.phrases.size() && !can_hold; ++phrase) {
      if (ask.advice.effort.is_spent()) return;
      const auto texts = pack::expand(condition.phrases[phrase].text, ask.rules.organisation());
      if (texts.empty()) continue;
      for (const PhraseHit& hit : ask.hits(texts.front(), compiled.rule.where)) {
        can_hold |= hit.rule == number && hit.condition == i && hit.number == phrase && !hit.excepted;
      }
    }
    if (can_hold) continue;
    ask.warn("never-holds", compiled, "/when/" + std::to_string(i),
             {"Die Bedingung ist nie erfüllt: Ausnahmen decken alle ihre Ausdrücke ab.",
              "The condition never holds: exceptions cover all of its phrases."},
             {"Als Ausnahme längere Ausdrücke nennen.", "Name longer phrases as exceptions."});
  }
}

// The rule, if any, that reports the same words of a bad example anyway: then the example shows that one.
const CompiledRule* shown_instead(const Asker& ask, uint32_t number, const std::vector<PhraseHit>& hits) {
  const CompiledRule* instead = nullptr;
  for (const PhraseHit& own : hits) {
    if (own.rule != number || own.condition || own.excepted) continue;
    const auto other = std::find_if(hits.begin(), hits.end(), [&](const PhraseHit& hit) {
      return !hit.condition && !hit.excepted && hit.span.begin <= own.span.begin && hit.span.end >= own.span.end &&
             reports_anyway(ask.rules, hit.rule, number);
    });
    if (other == hits.end()) return nullptr;
    instead = &ask.rules.rules()[other->rule];
  }
  return instead;
}

// `shadowed`: another rule finds all that this one does, which was told already.
void look_at_examples(const Asker& ask, uint32_t number, bool shadowed, bool name_them) {
  const CompiledRule& compiled = ask.rules.rules()[number];
  const auto& phrases = std::get_if<pack::PhrasesCheck>(&compiled.rule.check)->phrases;
  std::vector<bool> shown(phrases.size(), false);
  for (size_t i = 0; i < compiled.rule.bad.size() && !ask.advice.effort.is_spent(); ++i) {
    const std::string text = pack::fill_in(compiled.rule.bad[i].text, ask.rules.organisation());
    const std::vector<PhraseHit> hits = ask.hits(text, compiled.rule.where);
    for (const PhraseHit& hit : hits) {
      if (hit.rule == number && !hit.condition && !hit.excepted) shown[hit.number] = true;
    }
    const CompiledRule* other = shadowed ? nullptr : shown_instead(ask, number, hits);
    if (other == nullptr) continue;
    ask.warn("shows-another-rule", compiled, "/examples/bad/" + std::to_string(i),
             {"Dieselben Wörter meldet auch „" + other->rule.id + "“: Das Beispiel zeigt diese Regel nicht.",
              "The same words are reported by “" + other->rule.id + "” as well: the example does not show this rule."},
             {"Ein Beispiel mit einem Ausdruck nehmen, den nur diese Regel findet.",
              "Take an example with a phrase that only this rule finds."});
  }
  std::vector<std::string> unshown;
  for (size_t i = 0; i < phrases.size(); ++i) {
    if (!shown[i]) unshown.push_back(phrases[i].text);
  }
  ask.advice.phrases += phrases.size();
  ask.advice.shown_phrases += phrases.size() - unshown.size();
  if (!name_them || unshown.empty()) return;
  const LocalizedText words = quoted_some(unshown);
  ask.warn("unshown-phrase", compiled, "/examples/bad",
           {"Kein schlechtes Beispiel verwendet: " + words.de + ".", "No bad example uses: " + words.en + "."},
           {"Beispiele damit ergänzen.", "Add examples with them."});
}

}  // namespace

void advise_on_phrases(const check::RuleSet& rules, const AdviceOptions& options, Advice& advice) {
  const Asker ask{rules, advice};
  for (uint32_t number = 0; number < rules.rules().size() && !advice.effort.is_spent(); ++number) {
    const CompiledRule& compiled = rules.rules()[number];
    look_at_conditions(ask, number);
    if (const auto* required = std::get_if<pack::RequiredCheck>(&compiled.rule.check)) {
      advise_on_words_to_use(ask, compiled, "/check/insert/text/de", required->insert.de);
      advise_on_words_to_use(ask, compiled, "/check/insert/text/en", required->insert.en);
    }
    const auto* check = std::get_if<pack::PhrasesCheck>(&compiled.rule.check);
    if (check == nullptr) continue;
    Findings findings;
    look_at(ask, number, findings);
    tell(ask, compiled, findings, check->phrases.size());
    for (size_t i = 0; i < check->phrases.size() && !advice.effort.is_spent(); ++i) {
      for (const std::string& words : check->phrases[i].replace)
        advise_on_words_to_use(ask, compiled, "/check/phrases/" + std::to_string(i) + "/replace", words);
    }
    const bool shadowed = std::any_of(findings.elsewhere.begin(), findings.elsewhere.end(),
                                      [&](const auto& found) { return found.second.size() == check->phrases.size(); });
    look_at_examples(ask, number, shadowed, options.unshown_phrases);
  }
}

}  // namespace botschaft::engine
