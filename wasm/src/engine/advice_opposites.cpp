// Rules that ask for opposite things: what one requires, another reports.
#include <algorithm>
#include <array>

#include "check/kinds.h"
#include "engine/advice.h"

namespace botschaft::engine {
namespace {

using check::CompiledRule;

constexpr std::string_view kCode = "opposite-rules";

// Two rules that meet somewhere, and may do so whatever the draft says.
bool meet(const CompiledRule& a, const CompiledRule& b) {
  return overlap(a.where, b.where);
}

struct Teller {
  const check::RuleSet& rules;
  Advice& advice;

  void tell(bool hopeless, const CompiledRule& own, const std::string& place, LocalizedText reason) const {
    LocalizedText mend =
        hopeless ? LocalizedText{"Eine der beiden Regeln ändern, oder eine mit \"where\" auf andere Fälle begrenzen.",
                                 "Change one of the two rules, or limit one to other cases with \"where\"."}
                 : LocalizedText{"Es bleibt noch etwas Erlaubtes übrig; besser nennen beide Regeln dasselbe.",
                                 "Something is still allowed; better let both rules name the same."};
    add_problem(hopeless ? advice.errors : advice.warnings,
                {kCode, rules.packs()[own.pack].id, own.rule.place + place, std::move(reason), std::move(mend)});
  }
};

// Whether no draft in which `own` asks for something escapes `other`.
bool always(const CompiledRule& other, const CompiledRule& own) {
  return other.rule.when.empty() && other.rule.level >= Level::kWarn && own.rule.level >= Level::kWarn &&
         covers(other.where, own.where);
}

void required_and_reported(const Teller& teller, const CompiledRule& own, const pack::RequiredCheck& required) {
  // Per reporting rule, the elements that it reports.
  std::vector<std::pair<uint32_t, std::vector<std::string>>> reporters;
  size_t elements = 0;
  for (const pack::Phrase& element : required.one_of) {
    for (const std::string& text : pack::expand(element.text, teller.rules.organisation())) {
      if (teller.advice.effort.is_spent()) return;
      ++elements;
      const auto hits = teller.rules.phrases_in(check::Draft(text, text::Language::kUndetermined));
      teller.advice.effort.spend(text.size(), hits.size(), 0);
      for (const check::PhraseHit& hit : hits) {
        const CompiledRule& other = teller.rules.rules()[hit.rule];
        if (hit.condition || hit.excepted || !other.rule.when.empty() || !meet(other, own)) continue;
        auto known = std::find_if(reporters.begin(), reporters.end(),
                                  [&](const auto& entry) { return entry.first == hit.rule; });
        if (known == reporters.end()) known = reporters.insert(reporters.end(), {hit.rule, {}});
        if (known->second.empty() || known->second.back() != text) known->second.push_back(text);
      }
    }
  }
  for (const auto& [number, texts] : reporters) {
    const CompiledRule& other = teller.rules.rules()[number];
    const LocalizedText words = quoted_some(texts);
    teller.tell(texts.size() == elements && always(other, own), own, "/check/oneOf",
                {"Das verlangt die Regel, und „" + other.rule.id + "“ meldet es: " + words.de + ".",
                 "The rule requires this, and “" + other.rule.id + "” reports it: " + words.en + "."});
  }
}

void allowed_and_forbidden(const Teller& teller, const CompiledRule& own, const pack::LinksCheck& links) {
  if (links.allow.empty()) return;
  teller.advice.effort.spend(0, 0, teller.rules.rules().size());
  for (const CompiledRule& other : teller.rules.rules()) {
    const auto* check = std::get_if<pack::LinksCheck>(&other.rule.check);
    if (check == nullptr || check->forbid.empty() || !meet(other, own)) continue;
    std::vector<std::string> both;
    for (const std::string& domain : links.allow) {
      if (check::host_is_one_of(domain, check->forbid)) both.push_back(domain);
    }
    if (both.empty()) continue;
    const LocalizedText words = quoted_some(both);
    teller.tell(both.size() == links.allow.size() && always(other, own), own, "/check/allow",
                {"Das erlaubt die Regel, und „" + other.rule.id + "“ verbietet es: " + words.de + ".",
                 "The rule allows this, and “" + other.rule.id + "” forbids it: " + words.en + "."});
  }
}

void too_much_and_too_little(const Teller& teller, const CompiledRule& own, const pack::CountCheck& count) {
  if (!count.min) return;
  teller.advice.effort.spend(0, 0, teller.rules.rules().size());
  for (const CompiledRule& other : teller.rules.rules()) {
    const auto* check = std::get_if<pack::CountCheck>(&other.rule.check);
    if (check == nullptr || check->of != count.of || !check->max || *check->max >= *count.min || !meet(other, own))
      continue;
    const std::string min = std::to_string(*count.min);
    const std::string max = std::to_string(*check->max);
    const bool hopeless = always(other, own) && own.rule.when.empty();
    teller.tell(hopeless, own, "/check/min",
                {"Die Regel verlangt mindestens " + min + ", „" + other.rule.id + "“ erlaubt höchstens " + max + ".",
                 "The rule asks for at least " + min + ", “" + other.rule.id + "” allows " + max + " at most."});
  }
}

}  // namespace

void advise_on_opposites(const check::RuleSet& rules, Advice& advice) {
  const Teller teller{rules, advice};
  for (const CompiledRule& own : rules.rules()) {
    if (advice.effort.is_spent()) return;
    if (const auto* required = std::get_if<pack::RequiredCheck>(&own.rule.check)) {
      required_and_reported(teller, own, *required);
    } else if (const auto* links = std::get_if<pack::LinksCheck>(&own.rule.check)) {
      allowed_and_forbidden(teller, own, *links);
    } else if (const auto* count = std::get_if<pack::CountCheck>(&own.rule.check)) {
      too_much_and_too_little(teller, own, *count);
    }
  }
}

}  // namespace botschaft::engine
