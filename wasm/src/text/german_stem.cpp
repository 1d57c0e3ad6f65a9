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
#include "text/word_parts.h"
#include "text/word_table.h"

namespace botschaft::text {
namespace {

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
      case U'ä':
        out += 'a';
        break;
      case U'ö':
        out += 'o';
        break;
      case U'ü':
        out += 'u';
        break;
      default:
        out.append(text.substr(at, c.size));
    }
    at += c.size;
  }
  return out;
}

constexpr std::string_view kPluralsInUen[] = {"avenuen", "individuen", "residuen", "revuen", "statuen"};

// ae, oe and ue as ä, ö and ü, where they can stand for them; ß as ss. Not converted: ue behind a vowel or q (neue,
// Quelle), and what is an ending (Statue, Oboen, values). Where a word is converted wrongly (aktuell) its forms still
// agree.
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
    {"dienst", "dienst"},       {"dienste", "dienst"},       {"diensten", "dienst"}, {"dienstes", "dienst"},
    {"verdienst", "verdienst"}, {"verdienste", "verdienst"}, {"etwas", "etwas"},     {"firma", "firm"},
    {"firmen", "firm"},         {"firmas", "firm"},          {"höchste", "hoch"},    {"höchsten", "hoch"},
    {"höchster", "hoch"},       {"höchstes", "hoch"},        {"höher", "hoch"},      {"höhere", "hoch"},
    {"höheren", "hoch"},        {"höherer", "hoch"},         {"höheres", "hoch"},    {"hohe", "hoch"},
    {"hohem", "hoch"},          {"hohen", "hoch"},           {"hoher", "hoch"},      {"hohes", "hoch"},
    {"konten", "konto"},        {"konto", "konto"},          {"kontos", "konto"},    {"museen", "museum"},
    {"museum", "museum"},       {"museums", "museum"},       {"praxen", "praxis"},   {"praxis", "praxis"},
    {"risiken", "risiko"},      {"risiko", "risiko"},        {"risikos", "risiko"},  {"teuer", "teuer"},
    {"teure", "teuer"},         {"teurem", "teuer"},         {"teuren", "teuer"},    {"teurer", "teuer"},
    {"teures", "teuer"},        {"teurere", "teuer"},        {"teuerste", "teuer"},  {"teuersten", "teuer"},
    {"thema", "thema"},         {"themas", "thema"},         {"themen", "thema"},    {"ware", "ware"},
    {"waren", "waren"},         {"zentren", "zentrum"},      {"zentrum", "zentrum"}, {"zentrums", "zentrum"},
};

constexpr auto kIrregularKeys = [] {
  WordTable<std::string_view, 80, 256> table;
  for (const Irregular& entry : kIrregular) table[entry.word] = entry.key;
  return table;
}();

// Words whose last letters pass for an ending, also at the end of compounds.
constexpr std::string_view kNoEnding[] = {"bequem", "extern",  "extrem", "intern", "konzern", "kurs",
                                          "modern", "problem", "puls",   "system", "zins"};

// Adjectives on a diphthong, which Snowball leaves as they are because too little would remain.
constexpr std::string_view kVowelAdjectives[] = {"neu",   "frei",   "treu", "blau", "grau",
                                                 "genau", "schlau", "rau",  "scheu"};
constexpr std::string_view kAdjectiveEndings[] = {
    "",      "e",     "em",    "en",    "er", "es",  "ere",  "erem", "eren", "erer", "eres", "este",
    "estem", "esten", "ester", "estes", "st", "ste", "stem", "sten", "ster", "stes", "s",
};

// Where `part` ends when it stands at most one ending before the word's end; 0 where it does not.
size_t end_of_last(std::string_view word, std::string_view part) {
  constexpr size_t kLongestEnding = 5;
  const char last = part.back();
  for (size_t rest = 0; rest <= kLongestEnding && rest + part.size() <= word.size(); rest++) {
    const size_t end = word.size() - rest;
    if (word[end - 1] == last && word.substr(0, end).ends_with(part)) return end;
  }
  return 0;
}

std::optional<std::string> irregular(std::string_view word) {
  for (const std::string_view big : {std::string_view("größ"), std::string_view("gröss")}) {
    constexpr std::string_view kEndings[] = {"er", "ere", "erem", "eren", "erer", "eres",
                                             "te", "tem", "ten",  "ter",  "tes"};
    if (begins(word, big) && is_one_of(word.substr(big.size()), kEndings)) return without_umlauts(big);
  }
  if (const std::string_view* key = kIrregularKeys.find(word)) return std::string(*key);
  for (const std::string_view end : kNoEnding) {
    if (ends(word, end)) return without_umlauts(word);
  }
  for (const std::string_view adjective : kVowelAdjectives) {
    const size_t end = end_of_last(word, adjective);
    if (end != 0 && is_one_of(word.substr(end), kAdjectiveEndings)) return without_umlauts(word.substr(0, end));
  }
  return std::nullopt;
}

// --- 3. and 4. Suffixes ---

constexpr std::string_view kVerbEndings[] = {
    "",  "e",  "en", "end", "ende", "endem", "enden", "ender", "endes", "es",  "n",
    "s", "st", "t",  "te",  "tem",  "ten",   "ter",   "tes",   "test",  "tet",
};
constexpr std::string_view kNounEndings[] = {"", "en", "s"};

struct Suffix {
  std::string_view text;
  bool verb = false;
  bool adjective = false;
};

constexpr Suffix kSuffixes[] = {
    {"ier", true, false},  {"lich", true, true},   {"ig", true, true},     {"isch", false, true},
    {"ung", false, false}, {"heit", false, false}, {"keit", false, false}, {"schaft", false, false},
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
bool is_vowel(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::string_view("aeiouy").find(c) != std::string_view::npos;
}

// Frau-en, Steuer-n: Snowball wants a consonant before the ending.
std::string_view without_short_ending(std::string_view word) {
  for (const std::string_view diphthong :
       {std::string_view("au"), std::string_view("eu"), std::string_view("ei"), std::string_view("äu")}) {
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
  if (auto key = german_verb(spelled)) return *std::move(key);
  if (auto key = german_agent(spelled)) return *std::move(key);
  if (auto key = suffixed(word)) return *std::move(key);
  return by_snowball(word);
}

}  // namespace botschaft::text
