// How the post names people of all sexes, against what the company wants; German only.
#include "tone/gender.h"

#include <algorithm>
#include <array>

#include "check/kinds.h"

namespace botschaft::check {
namespace {

using tone::GenderForm;
using tone::GenderUse;

struct Name {
  std::string_view de;
  std::string_view en;
};
constexpr Name kNames[tone::kGenderForms] = {
    {"männliche Form", "masculine form"},
    {"Doppelnennung", "both forms"},
    {"Genderstern", "gender star"},
    {"Doppelpunkt", "colon"},
    {"Unterstrich", "underscore"},
    {"Binnen-I", "capital I"},
    {"Schrägstrich", "slash"},
    {"neutrales Wort", "neutral word"},
};

// Signs alone are a matter of consistency: a masculine beside a pair is plain German.
bool is_sign(GenderForm form) {
  return form >= GenderForm::kStar && form <= GenderForm::kSlash;
}

// The sign that most uses have; the first of two that are equal.
GenderForm most_frequent_sign(const std::vector<GenderUse>& uses) {
  std::array<uint32_t, tone::kGenderForms> counts{};
  for (const GenderUse& use : uses) ++counts[static_cast<size_t>(use.form)];
  GenderForm best = GenderForm::kMasculine;
  for (const GenderUse& use : uses) {
    if (!is_sign(use.form)) continue;
    if (!is_sign(best) || counts[static_cast<size_t>(use.form)] > counts[static_cast<size_t>(best)]) best = use.form;
  }
  return best;
}

}  // namespace

void check_gender(const RuleRun& run, const pack::GenderCheck& check) {
  const Draft& draft = run.draft;
  if (draft.language() == text::Language::kEnglish) return;
  std::vector<GenderUse> uses = tone::gender_uses(draft.wording(), check.compounds);
  std::erase_if(uses, [&](const GenderUse& use) {
    const std::string_view words = use.span.in(draft.text());
    return std::find(check.except.begin(), check.except.end(), words) != check.except.end();
  });
  const bool consistent_only = !check.want && check.allow == 0;
  std::optional<GenderForm> wanted = check.want;
  if (consistent_only) wanted = most_frequent_sign(uses);
  for (const GenderUse& use : uses) {
    const bool fine = consistent_only ? !is_sign(use.form) || use.form == wanted
                                      : use.form == wanted || (check.allow >> static_cast<uint8_t>(use.form) & 1) != 0;
    if (fine) continue;
    std::vector<Fix> fixes;
    std::string expected;
    if (wanted) {
      if (auto text = tone::in_gender_form(use, *wanted)) fixes.push_back({use.span, *std::move(text)});
      const Name& name = kNames[static_cast<size_t>(*wanted)];
      expected = run.context.ui_language == UiLanguage::kGerman ? name.de : name.en;
    }
    run.report(use.span, {{"match", std::string(use.span.in(draft.text()))}, {"expected", std::move(expected)}},
               std::move(fixes));
  }
}

}  // namespace botschaft::check
