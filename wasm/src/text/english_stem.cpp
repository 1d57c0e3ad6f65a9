// Irregular forms come from a list. A word with a suffix that makes another word of it only loses its plural, because
// Snowball would bring "policy" and "police", "business" and "busy" to one key. All others go to Snowball.
#include "text/english_stem.h"

#include "text/snowball.h"
#include "text/word_parts.h"
#include "text/word_table.h"

namespace botschaft::text {
namespace {

// Each line: the word that is the key, and its other forms.
constexpr std::string_view kIrregular[] = {
    "be am is are was were been being",
    "become became",
    "begin began begun",
    "break broke broken",
    "bring brought",
    "build built",
    "buy bought",
    "catch caught",
    "child children",
    "choose chose chosen",
    "come came",
    "do does did done doing",
    "draw drew drawn",
    "drive drove driven",
    "eat ate eaten",
    "fall fell fallen",
    "feel felt",
    "fight fought",
    "find found",
    "fly flew flown",
    "forget forgot forgotten",
    "get got gotten",
    "give gave given",
    "go goes went gone going",
    "grow grew grown",
    "have has had having",
    "hear heard",
    "hide hid hidden",
    "hold held",
    "keep kept",
    "know knew known",
    "lead led",
    "leave left",
    "lend lent",
    "lose lost",
    "make made",
    "man men",
    "mean meant",
    "meet met",
    "pay paid",
    "person people persons",
    "run ran",
    "say said",
    "see saw seen",
    "sell sold",
    "send sent",
    "show shown",
    "sing sang sung",
    "sit sat",
    "speak spoke spoken",
    "spend spent",
    "stand stood",
    "steal stole stolen",
    "swim swam swum",
    "take took taken",
    "teach taught",
    "tell told",
    "think thought",
    "understand understood",
    "wear wore worn",
    "win won",
    "woman women",
    "write wrote written",
    "analysis analyses",
    "crisis crises",
    "medium media",
    "criterion criteria",
    "foot feet",
    "big bigger biggest",
    "cheap cheaper cheapest",
    "clean cleaner cleanest",
    "early earlier earliest",
    "easy easier easiest",
    "fast faster fastest",
    "happy happier happiest",
    "healthy healthier healthiest",
    "high higher highest",
    "large larger largest",
    "long longer longest",
    "low lower lowest",
    "new newer newest",
    "old older oldest",
    "quick quicker quickest",
    "rich richer richest",
    "safe safer safest",
    "short shorter shortest",
    "simple simpler simplest",
    "slow slower slowest",
    "small smaller smallest",
    "smart smarter smartest",
    "strong stronger strongest",
    "young younger youngest",
    "tooth teeth",
    "half halves",
    "life lives",
    "wife wives",
    "shelf shelves",
    "thief thieves",
    "drink drank drunk",
    "rise rose risen",
    "arise arose arisen",
    "awake awoke awoken",
    "bear bore borne",
    "beat beaten",
    "bend bent",
    "bind bound",
    "bite bit bitten",
    "bleed bled",
    "blow blew blown",
    "breed bred",
    "burn burnt",
    "cling clung",
    "creep crept",
    "deal dealt",
    "dig dug",
    "dream dreamt",
    "feed fed",
    "flee fled",
    "forbid forbade forbidden",
    "forgive forgave forgiven",
    "freeze froze frozen",
    "hang hung",
    "kneel knelt",
    "lay laid",
    "leap leapt",
    "learn learnt",
    "mistake mistook mistaken",
    "ride rode ridden",
    "ring rang rung",
    "seek sought",
    "shake shook shaken",
    "shine shone",
    "shoot shot",
    "shrink shrank shrunk",
    "sink sank sunk",
    "sleep slept",
    "slide slid",
    "spell spelt",
    "spill spilt",
    "spin spun",
    "spoil spoilt",
    "spring sprang sprung",
    "stick stuck",
    "sting stung",
    "strike struck stricken",
    "strive strove striven",
    "swear swore sworn",
    "sweep swept",
    "swing swung",
    "tear tore torn",
    "throw threw thrown",
    "tread trod trodden",
    "wake woke woken",
    "weave wove woven",
    "weep wept",
    "loaf loaves",
    "knife knives",
    "wolf wolves",
    "mouse mice",
    "goose geese",
    "phenomenon phenomena",
    "hypothesis hypotheses",
    "thesis theses",
    "index indices",
    "appendix appendices",
    "emphasis emphases",
    "diagnosis diagnoses",
};

constexpr std::string_view kSuffixes[] = {"ability", "able", "acy",  "al",   "ance", "ation", "ence",  "ful",
                                          "ian",     "ible", "ic",   "icy",  "ism",  "ist",   "ition", "ity",
                                          "ive",     "less", "ment", "ness", "ous",  "sion",  "ship",  "tion"};

constexpr auto kIrregularKeys = [] {
  WordTable<std::string_view, 500, 1024> table;
  for (const std::string_view line : kIrregular) {
    const std::string_view key = line.substr(0, line.find(' '));
    for_each_word(line, [&table, key](std::string_view word) { table[word] = key; });
  }
  return table;
}();

std::string_view irregular(std::string_view word) {
  const std::string_view* key = kIrregularKeys.find(word);
  return key == nullptr ? std::string_view() : *key;
}

// "withdrawn" as "withdraw": what stands before an irregular form. Empty where the rest is none, or a word by itself.
std::string irregular_behind_prefix(std::string_view word) {
  constexpr std::string_view kPrefixes[] = {"fore", "mis", "out", "over", "re", "un", "under", "with"};
  constexpr std::string_view kOthers[] = {"outwent", "rebound", "relay", "resent", "unbound", "unfound", "unlit"};
  for (const std::string_view prefix : kPrefixes) {
    if (!word.starts_with(prefix)) continue;
    const std::string_view rest = word.substr(prefix.size());
    const std::string_view known = irregular(rest);
    if (known.empty() || known == rest || rest.size() < 3 || is_one_of(word, kOthers)) continue;
    return std::string(prefix).append(known);
  }
  return {};
}

std::string singular(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  if (word.ends_with("s'")) word.remove_suffix(1);
  if (word.ends_with("nesses") || word.ends_with("lesses")) return std::string(word.substr(0, word.size() - 2));
  if (word.ends_with("ies") && word.size() > 4) return std::string(word.substr(0, word.size() - 3)) + "y";
  const bool is_plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
  return std::string(is_plural ? word.substr(0, word.size() - 1) : word);
}

}  // namespace

std::string english_stem(std::string_view folded) {
  if (folded.size() <= 64) {
    const std::string_view known = irregular(folded);
    if (!known.empty()) return std::string(known);
    if (const std::string whole = irregular_behind_prefix(folded); !whole.empty()) return snowball_english(whole);
    std::string one = singular(folded);
    for (const std::string_view suffix : kSuffixes) {
      if (one.size() < suffix.size() + 3 || !one.ends_with(suffix)) continue;
      if (one.ends_with('e')) one.pop_back();  // as Snowball does with "finance" and "financed"
      return one;
    }
  }
  std::string key = snowball_english(folded);
  // A key that equals an irregular word's form, such as "men" for "mens", is brought to that word's key.
  const std::string_view known = irregular(key);
  return known.empty() ? key : std::string(known);
}

}  // namespace botschaft::text
