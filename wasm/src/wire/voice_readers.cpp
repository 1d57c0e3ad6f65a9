// Readers of the kinds of check that look at how a post speaks: address, gender, voice.
#include "wire/pack_reader.h"
#include "wire/rule_parts.h"

namespace botschaft::wire {

pack::Check read_address_check(const Node& node) {
  // In the order of tone::Form, which begins with none.
  constexpr std::string_view kForms[] = {"du", "ihr", "Sie"};
  pack::AddressCheck check;
  if (!node.expect_object({"type", "form"})) return check;
  const Node form = node.field("form");
  const auto add = [&](const Node& name) {
    const auto number = name.one_of(kForms);
    if (!number) return;
    if (check.forms == 0) check.preferred = static_cast<tone::Form>(*number + 1);
    check.forms = static_cast<uint8_t>(check.forms | 2U << *number);
  };
  if (!form.present()) return check;
  if (form.json().is_string()) {
    add(form);
  } else {
    for (const Node& name : form.items({1, 3})) add(name);
  }
  return check;
}

pack::Check read_gender_check(const Node& node) {
  // In the order of tone::GenderForm.
  constexpr std::string_view kForms[] = {"masculine",  "pair",   "star",  "colon",
                                         "underscore", "innerI", "slash", "neutral"};
  pack::GenderCheck check;
  if (!node.expect_object({"type", "want", "allow", "compounds", "except"})) return check;
  if (const auto want = node.field("want").one_of(kForms)) check.want = static_cast<tone::GenderForm>(*want);
  check.allow = read_bits(node.field("allow"), kForms, 0);
  check.compounds = read_true(node.field("compounds"));
  check.except = node.field("except").texts(kManyTexts, kPhraseText);
  return check;
}

pack::Check read_voice_check(const Node& node) {
  // In the order of pack::VoiceCheck::Find.
  constexpr std::string_view kFind[] = {"i", "we", "passive", "nobody"};
  pack::VoiceCheck check;
  if (!node.expect_object({"type", "find", "maxShare", "minSentences"}, {"type", "find"})) return check;
  if (const auto find = node.field("find").one_of(kFind)) check.find = static_cast<pack::VoiceCheck::Find>(*find);
  check.max_share = read_count(node.field("maxShare"), 0, 99).value_or(check.max_share);
  check.min_sentences = read_count(node.field("minSentences"), 1, 1000).value_or(check.min_sentences);
  return check;
}

}  // namespace botschaft::wire
