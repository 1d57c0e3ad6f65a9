#include "wire/tone_answer.h"

namespace botschaft::wire {
namespace {

Json mover_to_json(const tone::Mover& mover, const tone::Lexicon& lexicon, const Utf16Offsets& offsets, bool explain,
                   UiLanguage language) {
  Json json{{"start", offsets.at(mover.span.begin)}, {"end", offsets.at(mover.span.end)}, {"share", mover.share}};
  if (mover.sign != tone::Sign::kWord) {
    json["sign"] = tone::kSignIds[static_cast<size_t>(mover.sign)];
    return json;
  }
  if (mover.negated) json["negated"] = true;
  if (const std::vector<std::string> instead = lexicon.instead_of(mover.entry, mover.ending); !instead.empty())
    json["instead"] = instead;
  if (!explain) return json;
  const tone::Group& group = lexicon.group_of(mover.entry);
  json["entry"] = lexicon.entry_text(mover.entry);
  json["list"] = group.id;
  json["source"] = group.source;
  if (!group.reason.empty()) json["reason"] = group.reason.in(language);
  return json;
}

}  // namespace

Json tone_to_json(const check::Tone& tone, const tone::Lexicon& lexicon, const Utf16Offsets& offsets, bool explain,
                  UiLanguage language) {
  Json list = Json::array();
  for (size_t i = 0; i < tone::kDimensionCount; ++i) {
    const std::optional<tone::Score>& score = tone.profile.scores[i];
    if (!score) continue;
    Json json = Json::object();
    json["dimension"] = tone::kDimensionIds[i];
    json["score"] = score->value;
    if (const pack::ToneCheck* target = tone.targets[i])
      json["target"] = Json{{"min", target->target_min.value_or(0)}, {"max", target->target_max.value_or(100)}};
    Json words = Json::array();
    for (const tone::Mover& mover : score->movers)
      words.push_back(mover_to_json(mover, lexicon, offsets, explain, language));
    json["words"] = words;
    if (score->omitted > 0) json["omitted"] = score->omitted;
    list.push_back(json);
  }
  return list;
}

}  // namespace botschaft::wire
