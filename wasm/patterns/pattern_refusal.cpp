#include "pattern_refusal.h"

namespace botschaft::patterns {
namespace {

using re2::RE2;

enum class Foreign { kNone, kLookahead, kLookbehind, kBackreference, kAtomic };

// What other engines know and RE2 does not, because it cannot be found in linear time.
Foreign foreign_part(const std::string& text) {
  bool in_class = false;
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] == '\\') {
      const char next = text[++at];
      if (!in_class && ((next >= '1' && next <= '9') || next == 'k' || next == 'g')) return Foreign::kBackreference;
      continue;
    }
    if (text[at] == '[') in_class = true;
    if (text[at] == ']') in_class = false;
    if (in_class || text.compare(at, 2, "(?") != 0 || at + 2 >= text.size()) continue;
    const char kind = text[at + 2];
    if (kind == '=' || kind == '!') return Foreign::kLookahead;
    if (kind == '>') return Foreign::kAtomic;
    if (kind == '<' && at + 3 < text.size() && (text[at + 3] == '=' || text[at + 3] == '!'))
      return Foreign::kLookbehind;
  }
  return Foreign::kNone;
}

Refusal foreign_refusal(Foreign part) {
  switch (part) {
    case Foreign::kLookahead:
      return {{"(?=…) und (?!…) gehen hier nicht.", "(?=…) and (?!…) do not work here."},
              {"Das Muster ohne sie schreiben, und „before“ (steht vor) oder „notBefore“ (steht nicht vor) ergänzen.",
               "Write the pattern without them, and add “before” (stands before) or “notBefore” (does not)."}};
    case Foreign::kLookbehind:
      return {
          {"(?<=…) und (?<!…) gehen hier nicht.", "(?<=…) and (?<!…) do not work here."},
          {"Das Muster ohne sie schreiben, und „after“ (steht hinter) oder „notAfter“ (steht nicht hinter) ergänzen.",
           "Write the pattern without them, and add “after” (stands behind) or “notAfter” (does not)."}};
    case Foreign::kAtomic:
      return {{"(?>…) geht hier nicht.", "(?>…) does not work here."},
              {"(?:…) schreiben; langsam wird ein Muster hier nie.", "Write (?:…); no pattern gets slow here."}};
    default:
      return {{"Rückverweise wie \\1 gehen hier nicht.", "References back such as \\1 do not work here."},
              {"Die Fälle einzeln aufzählen; für doppelte Wörter gibt es die Art „repetition“.",
               "List the cases one by one; for doubled words there is the kind “repetition”."}};
  }
}

// By re2::RE2::ErrorCode.
Refusal syntax_refusal(RE2::ErrorCode code, const std::string& part) {
  const std::string de = " (bei „" + part + "“)";
  const std::string en = " (at “" + part + "”)";
  switch (code) {
    case RE2::ErrorBadEscape:
      return {{"Diesen Schrägstrich-Befehl gibt es nicht" + de + ".", "There is no such escape" + en + "."},
              {"Für ein Zeichen, das sonst etwas bedeutet, \\ davor; sonst weglassen.",
               "Write \\ only before a character that would mean something else."}};
    case RE2::ErrorBadCharClass:
    case RE2::ErrorBadCharRange:
      return {{"Diese Zeichenklasse gibt es nicht" + de + ".", "There is no such class of characters" + en + "."},
              {"Bereiche von klein nach groß schreiben, wie [a-z].", "Write ranges from low to high, such as [a-z]."}};
    case RE2::ErrorMissingBracket:
      return {{"Eine [ wird nicht geschlossen" + de + ".", "A [ is not closed" + en + "."},
              {"Ein ] ergänzen, oder \\[ für das Zeichen selbst.", "Add a ], or write \\[ for the character itself."}};
    case RE2::ErrorMissingParen:
    case RE2::ErrorUnexpectedParen:
      return {{"Eine Klammer steht allein" + de + ".", "A parenthesis stands alone" + en + "."},
              {"Die andere ergänzen, oder \\( für das Zeichen selbst.",
               "Add the other, or write \\( for the character itself."}};
    case RE2::ErrorTrailingBackslash:
      return {{"Das Muster endet mit \\.", "The pattern ends in \\."},
              {"\\\\ für das Zeichen selbst schreiben.", "Write \\\\ for the character itself."}};
    case RE2::ErrorRepeatArgument:
    case RE2::ErrorRepeatOp:
      return {{"Hier gibt es nichts zu wiederholen" + de + ".", "There is nothing to repeat here" + en + "."},
              {"Etwas davor schreiben, oder \\* für das Zeichen selbst.",
               "Put something before it, or write \\* for the character itself."}};
    case RE2::ErrorRepeatSize:
      return {{"Die Wiederholung ist zu groß" + de + ".", "The repetition is too large" + en + "."},
              {"Höchstens 1000 Wiederholungen, auch ineinander.", "At most 1000 repetitions, nested ones multiplied."}};
    case RE2::ErrorPatternTooLarge:
      return {{"Das Muster ist zu groß.", "The pattern is too large."},
              {"Es teilen, oder Wiederholungen und große Klassen kürzen.",
               "Split it, or shorten repetitions and large classes."}};
    default:
      return {{"Das Muster lässt sich nicht lesen" + de + ".", "The pattern cannot be read" + en + "."},
              {"Die Schreibweise von RE2 verwenden.", "Use the syntax of RE2."}};
  }
}

std::optional<Refusal> refuse_compiled(const RE2& compiled) {
  if (!compiled.ok()) {
    if (const Foreign part = foreign_part(compiled.pattern()); part != Foreign::kNone) return foreign_refusal(part);
    return syntax_refusal(compiled.error_code(), compiled.error_arg());
  }
  if (compiled.ProgramSize() > kMostInstructions) return syntax_refusal(RE2::ErrorPatternTooLarge, "");
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> refuse(const PatternSpec& spec) {
  const re2::RE2::Options options = options_for(spec.has(match::kPatternMatchesCase), kBytesPerPattern);
  const RE2 main(spec.text, options);
  if (std::optional<Refusal> refusal = refuse_compiled(main)) return refusal;
  if (RE2::FullMatch("", main)) {
    return Refusal{{"Das Muster passt auch auf gar nichts.", "The pattern also fits nothing at all."},
                   {"Mindestens ein Zeichen verlangen: + statt *.", "Ask for at least one character: + instead of *."}};
  }
  for (size_t side = 0; side < match::kPatternSides; ++side) {
    for (const Neighbour& neighbour : spec.sides[side]) {
      if (!neighbour.is_pattern) continue;
      if (std::optional<Refusal> refusal = refuse_compiled(RE2(neighbour.text, options))) return refusal;
    }
    const std::string all = spec.side_pattern(static_cast<match::PatternSide>(side));
    if (all.empty()) continue;
    if (std::optional<Refusal> refusal = refuse_compiled(RE2(all, options))) return refusal;
  }
  return std::nullopt;
}

}  // namespace botschaft::patterns
