// A word is looked at in this order; the first step that knows it gives the key:
//   1. irregular words by list
//   2. forms of common verbs, split into prefixes, ge- or zu-, stem and ending (weitergegeben: weiter|ge|geb|en)
//   3. verbs in -ieren, -igen and -lichen, which no list could hold
//   4. words whose suffix makes another word of them (-ung, -heit, -lich …): only the inflection behind it goes
//   5. Snowball
// Steps 2 to 4 are there because Snowball takes inflection and derivation off alike ("Sicherung" becomes "sicher") and
// leaves -t and ge- on ("garantiert", "gekauft").
#include "text/german_stem.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/utf8.h"
#include "text/german_verbs.h"
#include "text/snowball.h"
#include "text/word_table.h"

namespace botschaft::text {
namespace {

bool is_one_of(std::string_view word, const auto& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool has_non_ascii(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// All that is replaced here is not ASCII.
std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  if (!has_non_ascii(text)) return std::string(text);
  std::string out;
  while (true) {
    const size_t found = text.find(from);
    out.append(text.substr(0, found));
    if (found == std::string_view::npos) return out;
    out.append(to);
    text.remove_prefix(found + from.size());
  }
}

// --- Umlauts ---

std::string without_umlauts(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    switch (c.value) {
      case U'ä': out += 'a'; break;
      case U'ö': out += 'o'; break;
      case U'ü': out += 'u'; break;
      default: out.append(text.substr(at, c.size));
    }
    at += c.size;
  }
  return out;
}

constexpr std::string_view kPluralsInUen[] = {"avenuen", "individuen", "residuen", "revuen", "statuen"};

// ae, oe and ue as ä, ö and ü, where they can stand for them; ß as ss. Not converted: ue behind a vowel or q (neue, Quelle),
// and what is an ending (Statue, Oboen, values). Where a word is converted wrongly (aktuell) its forms still agree.
std::string with_umlauts(std::string_view word) {
  if (is_one_of(word, kPluralsInUen)) return std::string(word);
  std::string out;
  for (size_t at = 0; at < word.size(); at++) {
    const char c = word[at];
    const bool is_pair = (c == 'a' || c == 'o' || c == 'u') && word.substr(at + 1, 1) == "e";
    const std::string_view rest = word.substr(at);
    const bool is_ending = rest.size() == 2 || (rest.size() == 3 && rest[2] == 's');
    const char before = at == 0 ? ' ' : word[at - 1];
    const bool is_barred = c == 'u' && (before == 'a' || before == 'e' || before == 'o' || before == 'q');
    if (is_pair && !is_ending && !is_barred) {
      out += c == 'a' ? "ä" : c == 'o' ? "ö" : "ü";
      at++;
    } else {
      out += c;
    }
  }
  return replaced(out, "ß", "ss");
}

// --- 1. Irregular words ---

struct Irregular {
  std::string_view word;
  std::string_view key;
};

constexpr Irregular kIrregular[] = {
    {"dienst", "dienst"},   {"dienste", "dienst"},  {"diensten", "dienst"},  {"dienstes", "dienst"},  {"verdienst", "verdienst"},
    {"verdienste", "verdienst"}, {"etwas", "etwas"}, {"firma", "firm"},       {"firmen", "firm"},     {"firmas", "firm"},
    {"höchste", "hoch"},    {"höchsten", "hoch"},   {"höchster", "hoch"},    {"höchstes", "hoch"},   {"höher", "hoch"},
    {"höhere", "hoch"},     {"höheren", "hoch"},    {"höherer", "hoch"},     {"höheres", "hoch"},    {"hohe", "hoch"},
    {"hohem", "hoch"},      {"hohen", "hoch"},      {"hoher", "hoch"},       {"hohes", "hoch"},      {"konten", "konto"},
    {"konto", "konto"},     {"kontos", "konto"},    {"museen", "museum"},    {"museum", "museum"},   {"museums", "museum"},
    {"praxen", "praxis"},   {"praxis", "praxis"},   {"risiken", "risiko"},   {"risiko", "risiko"},   {"risikos", "risiko"},
    {"teuer", "teuer"},     {"teure", "teuer"},     {"teurem", "teuer"},     {"teuren", "teuer"},    {"teurer", "teuer"},
    {"teures", "teuer"},    {"teurere", "teuer"},   {"teuerste", "teuer"},   {"teuersten", "teuer"}, {"thema", "thema"},
    {"themas", "thema"},    {"themen", "thema"},    {"ware", "ware"},        {"waren", "waren"},     {"zentren", "zentrum"},
    {"zentrum", "zentrum"}, {"zentrums", "zentrum"},
};

constexpr auto kIrregularKeys = [] {
  WordTable<std::string_view, 256> table;
  for (const Irregular& entry : kIrregular) table[entry.word] = entry.key;
  return table;
}();

// Words whose last letters pass for an ending, also at the end of compounds.
constexpr std::string_view kNoEnding[] = {"bequem", "extern", "extrem", "intern", "konzern", "kurs", "modern", "problem", "puls", "system", "zins"};

// Adjectives on a diphthong, which Snowball leaves as they are because too little would remain.
constexpr std::string_view kVowelAdjectives[] = {"neu", "frei", "treu", "blau", "grau", "genau", "schlau", "rau", "scheu"};
constexpr std::string_view kAdjectiveEndings[] = {
    "", "e", "em", "en", "er", "es", "ere", "erem", "eren", "erer", "eres", "este", "estem", "esten", "ester", "estes", "st", "ste", "stem", "sten", "ster", "stes", "s",
};

// Where `part` ends when it stands at most one ending before the word's end; 0 where it does not.
size_t end_of_last(std::string_view word, std::string_view part) {
  constexpr size_t kLongestEnding = 5;
  for (size_t rest = 0; rest <= kLongestEnding && rest + part.size() <= word.size(); rest++) {
    const size_t end = word.size() - rest;
    if (word[end - 1] == part.back() && word.substr(0, end).ends_with(part)) return end;
  }
  return 0;
}

std::optional<std::string> irregular(std::string_view word) {
  for (const std::string_view big : {std::string_view("größ"), std::string_view("gröss")}) {
    constexpr std::string_view kEndings[] = {"er", "ere", "erem", "eren", "erer", "eres", "te", "tem", "ten", "ter", "tes"};
    if (word.starts_with(big) && is_one_of(word.substr(big.size()), kEndings)) return without_umlauts(big);
  }
  if (const std::string_view* key = kIrregularKeys.find(word)) return std::string(*key);
  for (const std::string_view end : kNoEnding) {
    if (word.ends_with(end)) return without_umlauts(word);
  }
  for (const std::string_view adjective : kVowelAdjectives) {
    const size_t end = end_of_last(word, adjective);
    if (end != 0 && is_one_of(word.substr(end), kAdjectiveEndings)) return without_umlauts(word.substr(0, end));
  }
  return std::nullopt;
}

// --- 2. Verbs ---

enum Form : uint16_t {
  kWeak = 1 << 0,
  kInfinitive = 1 << 1,       // of a strong verb
  kPresent = 1 << 2,          // >
  kPreterite = 1 << 3,        // =
  kSingular = 1 << 4,         // !
  kPlural = 1 << 5,           // _
  kWithE = 1 << 6,            // ~
  kParticiple = 1 << 7,       // +
  kParticipleGe = 1 << 8,     // ^
  kParticipleBare = 1 << 9,   // -
  kParticipleMixed = 1 << 10, // %
  kWeakParticiple = 1 << 11,  // no stem's form: what an ending may do behind ge-
};

struct Ending {
  std::string_view text;
  uint16_t forms;  // of the stems that it may follow
};

constexpr uint16_t kAnyParticiple = kParticiple | kParticipleGe | kParticipleBare;
constexpr Ending kEndings[] = {
    {"", kWeak | kInfinitive | kPresent | kPreterite | kSingular | kParticipleMixed},
    {"e", kWeak | kInfinitive | kWithE | kParticipleMixed},
    {"em", kParticipleMixed},
    {"en", kWeak | kInfinitive | kPreterite | kPlural | kWithE | kParticipleMixed | kAnyParticiple},
    {"end", kWeak | kInfinitive}, {"ende", kWeak | kInfinitive}, {"endem", kWeak | kInfinitive},
    {"enden", kWeak | kInfinitive}, {"ender", kWeak | kInfinitive}, {"endes", kWeak | kInfinitive},
    {"ene", kAnyParticiple}, {"enem", kAnyParticiple}, {"enen", kAnyParticiple}, {"ener", kAnyParticiple}, {"enes", kAnyParticiple},
    {"er", kParticipleMixed}, {"es", kParticipleMixed},
    {"est", kWeak | kInfinitive | kPreterite | kWithE},
    {"et", kWeak | kInfinitive | kWithE | kWeakParticiple},
    {"ete", kWeak | kWeakParticiple}, {"etem", kWeak | kWeakParticiple}, {"eten", kWeak | kWeakParticiple},
    {"eter", kWeak | kWeakParticiple}, {"etes", kWeak | kWeakParticiple}, {"etest", kWeak}, {"etet", kWeak},
    {"n", kWeak}, {"nd", kWeak}, {"nde", kWeak}, {"nden", kWeak}, {"nder", kWeak}, {"ndes", kWeak},
    {"st", kWeak | kInfinitive | kPresent | kPreterite | kSingular | kPlural},
    {"t", kWeak | kInfinitive | kPresent | kWeakParticiple},
    {"te", kWeak | kWeakParticiple}, {"tem", kWeak | kWeakParticiple}, {"ten", kWeak | kWeakParticiple},
    {"ter", kWeak | kWeakParticiple}, {"tes", kWeak | kWeakParticiple}, {"test", kWeak}, {"tet", kWeak},
};
static_assert(std::is_sorted(std::begin(kEndings), std::end(kEndings), [](const Ending& a, const Ending& b) { return a.text < b.text; }));

constexpr size_t kLongestEnding = 5;
static_assert(std::all_of(std::begin(kEndings), std::end(kEndings), [](const Ending& entry) { return entry.text.size() <= kLongestEnding; }));

uint16_t forms_with(std::string_view ending) {
  const Ending* found = std::lower_bound(std::begin(kEndings), std::end(kEndings), ending,
                                         [](const Ending& entry, std::string_view value) { return entry.text < value; });
  return found != std::end(kEndings) && found->text == ending ? found->forms : 0;
}

struct VerbStem {
  std::string_view infinitive;
  uint16_t forms = 0;
};

// A stem may be a form of two verbs at most (leg-en, ge-leg-en).
struct VerbStems {
  VerbStem first;
  VerbStem second;
};

constexpr auto kVerbs = [] {
  WordTable<VerbStems, 2048> table;
  const auto add = [&table](std::string_view stem, VerbStem entry) {
    VerbStems& stems = table[stem];
    // The same verb's forms go together.
    const bool is_first = stems.first.forms == 0 || stems.first.infinitive == entry.infinitive;
    VerbStem* place = is_first ? &stems.first : &stems.second;
    place->infinitive = entry.infinitive;
    place->forms = static_cast<uint16_t>(place->forms | entry.forms);
  };
  for_each_word(kWeakVerbs, [&add](std::string_view word) { add(word, {word, kWeak}); });
  std::string_view infinitive;
  for_each_word(kStrongVerbs, [&add, &infinitive](std::string_view word) {
    constexpr std::string_view kSigns = ">=!_~+^-%";
    constexpr Form kForms[] = {kPresent, kPreterite, kSingular, kPlural, kWithE, kParticiple, kParticipleGe, kParticipleBare, kParticipleMixed};
    const size_t sign = kSigns.find(word[0]);
    if (sign == std::string_view::npos) {
      infinitive = word;
      add(word, {word, kInfinitive});
    } else {
      add(word.substr(1), {infinitive, kForms[sign]});
    }
  });
  return table;
}();

// What stands before the stem.
struct Before {
  bool separable = false;
  bool inseparable = false;
  bool ge = false;
  bool zu = false;
};

bool fits(const VerbStem& entry, std::string_view stem, std::string_view ending, Before before) {
  const uint16_t follows = forms_with(ending);
  if (before.zu) return (entry.forms & (kWeak | kInfinitive)) != 0 && (ending == "en" || ending == "n");
  // -n and -nd only follow -el and -er (handeln, liefern).
  if (ending.starts_with('n') && !stem.ends_with("el") && !stem.ends_with("er")) return false;
  if (before.ge) {
    if (entry.forms & kWeak) return (follows & kWeakParticiple) != 0;
    return (entry.forms & follows & (kParticiple | kParticipleGe | kParticipleMixed)) != 0;
  }
  uint16_t allowed = kWeak | kInfinitive | kPresent | kPreterite | kSingular | kPlural | kWithE | kParticipleBare;
  if (before.inseparable) allowed |= kParticiple | kParticipleMixed;
  return (entry.forms & follows & allowed) != 0;
}

// The infinitive's stem of the verb that `core` is a form of; empty where it is none.
std::string_view infinitive_of(std::string_view core, Before before) {
  std::string_view found;
  uint32_t hash = kWordHashStart;
  for (size_t size = 1; size <= core.size(); size++) {
    hash = next_word_hash(hash, core[size - 1]);
    if (size + kLongestEnding < core.size()) continue;
    const std::string_view stem = core.substr(0, size);
    const VerbStems* stems = kVerbs.find(stem, hash);
    if (stems == nullptr) continue;
    for (const VerbStem* entry : {&stems->second, &stems->first}) {
      // Longer stems come later and are better: "besser" before "bess".
      if (fits(*entry, stem, core.substr(size), before)) found = entry->infinitive;
    }
  }
  return found;
}

std::optional<std::string> verb_behind(std::string_view prefix, std::string_view rest, Before before) {
  const auto key_of = [&](std::string_view more, std::string_view core, Before standing) -> std::optional<std::string> {
    const std::string_view infinitive = infinitive_of(core, standing);
    if (infinitive.empty()) return std::nullopt;
    std::string key(prefix);
    key.append(more).append(infinitive);
    return key;
  };
  if (rest.starts_with("ge")) {
    Before standing = before;
    standing.ge = true;
    if (auto key = key_of("", rest.substr(2), standing)) return key;
  }
  if (auto key = key_of("", rest, before)) return key;
  for (const std::string_view inseparable : kInseparablePrefixes) {
    if (!rest.starts_with(inseparable)) continue;
    Before standing = before;
    standing.inseparable = true;
    if (auto key = key_of(inseparable, rest.substr(inseparable.size()), standing)) return key;
  }
  return std::nullopt;
}

std::optional<std::string> verb(std::string_view word) {
  if (is_one_of(word, kNounsLikeVerbs)) return std::nullopt;
  if (auto key = verb_behind("", word, {})) return key;
  for (const std::string_view prefix : kSeparablePrefixes) {
    if (!word.starts_with(prefix)) continue;
    std::string_view rest = word.substr(prefix.size());
    Before before;
    before.separable = true;
    if (auto key = verb_behind(prefix, rest, before)) return key;
    if (!rest.starts_with("zu")) continue;
    before.zu = true;
    if (auto key = verb_behind(prefix, rest.substr(2), before)) return key;
  }
  return std::nullopt;
}

// Who does it: Mitarbeiter is neither mitarbeiten nor Mitarbeit.
std::optional<std::string> agent(std::string_view word) {
  constexpr std::string_view kAgentEndings[] = {"er", "ers", "ern", "erin", "erinnen"};
  // Adjectives, and nouns with their plural in -er.
  constexpr std::string_view kOthers[] = {"bild", "gleich", "heiss", "lieb", "reich", "weich", "wert"};
  for (const std::string_view ending : kAgentEndings) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (stem.size() < 3 || is_one_of(stem, kOthers)) return std::nullopt;
    const std::optional<std::string> key = verb(stem);
    if (key && *key == stem) return *key + (ending.starts_with("erin") ? "erin" : "er");
  }
  return std::nullopt;
}

// --- 3. and 4. Suffixes ---

constexpr std::string_view kVerbEndings[] = {
    "", "e", "en", "end", "ende", "endem", "enden", "ender", "endes", "es", "n", "s", "st", "t", "te", "tem", "ten", "ter", "tes", "test", "tet",
};
constexpr std::string_view kNounEndings[] = {"", "en", "s"};

struct Suffix {
  std::string_view text;
  bool verb = false;
  bool adjective = false;
};

constexpr Suffix kSuffixes[] = {
    {"ier", true, false},  {"lich", true, true}, {"ig", true, true}, {"isch", false, true}, {"ung", false, false},
    {"heit", false, false}, {"keit", false, false}, {"schaft", false, false},
};

std::optional<std::string> suffixed(std::string_view word) {
  for (const Suffix& suffix : kSuffixes) {
    const size_t end = end_of_last(word, suffix.text);
    if (end < suffix.text.size() + (suffix.text == "ier" ? 1 : 2)) continue;
    const std::string_view ending = word.substr(end);
    const bool fits_ending = (suffix.verb && is_one_of(ending, kVerbEndings)) ||
                             (suffix.adjective && is_one_of(ending, kAdjectiveEndings)) ||
                             (!suffix.verb && !suffix.adjective && is_one_of(ending, kNounEndings));
    if (fits_ending) return without_umlauts(word.substr(0, end));
  }
  return std::nullopt;
}

// --- 5. Snowball, and what it leaves apart ---

// A byte of a vowel; of what is not ASCII, umlauts are nearly all there is.
bool is_vowel(char c) { return static_cast<unsigned char>(c) >= 0x80 || std::string_view("aeiouy").find(c) != std::string_view::npos; }

// Frau-en, Steuer-n: Snowball wants a consonant before the ending.
std::string_view without_short_ending(std::string_view word) {
  for (const std::string_view diphthong : {std::string_view("au"), std::string_view("eu"), std::string_view("ei"), std::string_view("äu")}) {
    const size_t at = word.rfind(diphthong);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view ending = word.substr(at + diphthong.size());
    if (ending == "en" || ending == "e") return word.substr(0, at + diphthong.size());
    if (ending == "ern" || ending == "ers") return word.substr(0, word.size() - 1);
    if (ending == "er") return word;
  }
  // Foreign plurals: Autos, Kameras, Hobbys. Not the -as and -os of words of one syllable, nor -los.
  if (word.size() >= 5 && word.ends_with('s') && !word.ends_with("los")) {
    const char last = word[word.size() - 2];
    const bool is_plural = last == 'a' || last == 'o' || last == 'y';
    const std::string_view front = word.substr(0, word.size() - 2);
    const bool more_syllables = std::any_of(front.begin(), front.end(), is_vowel) && !is_vowel(front.back());
    const bool video = word.ends_with("eos") || word.ends_with("ios");
    if (is_plural && (more_syllables || video)) return word.substr(0, word.size() - 1);
  }
  return word;
}

std::string by_snowball(std::string_view word) {
  const std::string_view shorter = without_short_ending(word);
  if (shorter.size() != word.size() || word.ends_with("auer") || word.ends_with("euer") || word.ends_with("eier")) {
    return without_umlauts(shorter);
  }
  // Kundinnen as Kundin. What is short enough to be a word of its own (drinnen) stays.
  if (word.size() > 8 && word.ends_with("innen")) return without_umlauts(word.substr(0, word.size() - 3));
  if (!has_non_ascii(word)) return snowball_german(word);
  // Snowball writes ß as ss. Where that shall not be, it sees a letter it does not know.
  const std::string hidden = replaced(word, "ß", "\uE000");
  return replaced(snowball_german(hidden), "\uE000", "ß");
}

}  // namespace

std::string german_stem(std::string_view folded, bool flat) {
  const std::string word = flat ? with_umlauts(folded) : std::string(folded);
  if (word.size() > 64) return word;
  if (auto key = irregular(word)) return *std::move(key);
  // The verbs' stems are spelled with ss, since many change between the two (schließen, geschlossen).
  const std::string spelled = replaced(word, "ß", "ss");
  if (auto key = verb(spelled)) return *std::move(key);
  if (auto key = agent(spelled)) return *std::move(key);
  if (auto key = suffixed(word)) return *std::move(key);
  return by_snowball(word);
}

}  // namespace botschaft::text
