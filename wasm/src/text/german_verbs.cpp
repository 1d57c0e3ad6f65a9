#include "text/german_verbs.h"

#include <algorithm>
#include <iterator>

#include "text/german_verb_list.h"
#include "text/word_parts.h"
#include "text/word_table.h"

namespace botschaft::text {
namespace {

enum Form : uint16_t {
  kWeak = 1 << 0,
  kInfinitive = 1 << 1,        // of a strong verb
  kPresent = 1 << 2,           // >
  kPreterite = 1 << 3,         // =
  kSingular = 1 << 4,          // !
  kPlural = 1 << 5,            // _
  kWithE = 1 << 6,             // ~
  kParticiple = 1 << 7,        // +
  kParticipleGe = 1 << 8,      // ^
  kParticipleBare = 1 << 9,    // -
  kParticipleMixed = 1 << 10,  // %
  kWeakParticiple = 1 << 11,   // no stem's form: what an ending may do behind ge-
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
    {"end", kWeak | kInfinitive},
    {"ende", kWeak | kInfinitive},
    {"endem", kWeak | kInfinitive},
    {"enden", kWeak | kInfinitive},
    {"ender", kWeak | kInfinitive},
    {"endes", kWeak | kInfinitive},
    {"ene", kAnyParticiple},
    {"enem", kAnyParticiple},
    {"enen", kAnyParticiple},
    {"ener", kAnyParticiple},
    {"enes", kAnyParticiple},
    {"er", kParticipleMixed},
    {"es", kParticipleMixed},
    {"est", kWeak | kInfinitive | kPreterite | kWithE},
    {"et", kWeak | kInfinitive | kWithE | kWeakParticiple},
    {"ete", kWeak | kWeakParticiple},
    {"etem", kWeak | kWeakParticiple},
    {"eten", kWeak | kWeakParticiple},
    {"eter", kWeak | kWeakParticiple},
    {"etes", kWeak | kWeakParticiple},
    {"etest", kWeak},
    {"etet", kWeak},
    {"n", kWeak},
    {"nd", kWeak},
    {"nde", kWeak},
    {"nden", kWeak},
    {"nder", kWeak},
    {"ndes", kWeak},
    {"st", kWeak | kInfinitive | kPresent | kPreterite | kSingular | kPlural},
    {"t", kWeak | kInfinitive | kPresent | kWeakParticiple},
    {"te", kWeak | kWeakParticiple},
    {"tem", kWeak | kWeakParticiple},
    {"ten", kWeak | kWeakParticiple},
    {"ter", kWeak | kWeakParticiple},
    {"tes", kWeak | kWeakParticiple},
    {"test", kWeak},
    {"tet", kWeak},
};
static_assert(std::is_sorted(std::begin(kEndings), std::end(kEndings),
                             [](const Ending& a, const Ending& b) { return a.text < b.text; }));

constexpr size_t kLongestEnding = 5;
static_assert(std::all_of(std::begin(kEndings), std::end(kEndings),
                          [](const Ending& entry) { return entry.text.size() <= kLongestEnding; }));

uint16_t forms_with(std::string_view ending) {
  const Ending* found =
      std::lower_bound(std::begin(kEndings), std::end(kEndings), ending,
                       [](const Ending& entry, std::string_view value) { return entry.text < value; });
  return found != std::end(kEndings) && found->text == ending ? found->forms : 0;
}

struct VerbStem {
  uint16_t infinitive = 0;  // a place in kVerbs
  uint16_t forms = 0;
};

// A stem may be a form of two verbs at most (leg-en, ge-leg-en).
struct VerbStems {
  VerbStem first;
  VerbStem second;
};

constexpr auto kVerbs = [] {
  WordTable<VerbStems, 800, 2048> table;
  const auto add = [&table](std::string_view stem, uint16_t infinitive, Form form) {
    VerbStems& stems = table[stem];
    // The same verb's forms go together.
    const bool is_first = stems.first.forms == 0 || stems.first.infinitive == infinitive;
    VerbStem* entry = is_first ? &stems.first : &stems.second;
    entry->infinitive = infinitive;
    entry->forms = static_cast<uint16_t>(entry->forms | form);
  };
  for_each_word(kWeakVerbs, [&](std::string_view word) { add(word, table.place(word), kWeak); });
  uint16_t infinitive = 0;
  for_each_word(kStrongVerbs, [&](std::string_view word) {
    constexpr std::string_view kSigns = ">=!_~+^-%";
    constexpr Form kForms[] = {kPresent,    kPreterite,    kSingular,       kPlural,         kWithE,
                               kParticiple, kParticipleGe, kParticipleBare, kParticipleMixed};
    const size_t sign = kSigns.find(word[0]);
    if (sign == std::string_view::npos) {
      infinitive = table.place(word);
      add(word, infinitive, kInfinitive);
    } else {
      add(word.substr(1), infinitive, kForms[sign]);
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
      if (fits(*entry, stem, core.substr(size), before)) found = kVerbs.word_at(entry->infinitive);
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
  if (begins(rest, "ge")) {
    Before standing = before;
    standing.ge = true;
    if (auto key = key_of("", rest.substr(2), standing)) return key;
  }
  if (auto key = key_of("", rest, before)) return key;
  for (const std::string_view inseparable : kInseparablePrefixes) {
    if (!begins(rest, inseparable)) continue;
    Before standing = before;
    standing.inseparable = true;
    if (auto key = key_of(inseparable, rest.substr(inseparable.size()), standing)) return key;
  }
  return std::nullopt;
}

// Whether `core`, without its prefixes and without ge-, is the rest of a participle.
bool is_participle_core(std::string_view core, Before before) {
  for (size_t size = 1; size <= core.size(); ++size) {
    const VerbStems* stems = kVerbs.find(core.substr(0, size));
    if (stems == nullptr) continue;
    const std::string_view ending = core.substr(size);
    for (const VerbStem* entry : {&stems->first, &stems->second}) {
      if ((entry->forms & kWeak) != 0 && (ending == "t" || ending == "et") && (before.ge || before.inseparable))
        return true;
      if ((entry->forms & kParticipleMixed) != 0 && (ending.empty() || ending == "t")) return true;
      const int strong = kParticiple | (before.ge ? kParticipleGe : kParticipleBare);
      if (ending == "en" && (entry->forms & strong) != 0 && (before.ge || (entry->forms & kInfinitive) == 0))
        return true;
    }
  }
  return false;
}

}  // namespace

std::optional<std::string> german_verb(std::string_view word) {
  if (is_one_of(word, kNounsLikeVerbs)) return std::nullopt;
  if (auto key = verb_behind("", word, {})) return key;
  for (const std::string_view prefix : kSeparablePrefixes) {
    if (!begins(word, prefix)) continue;
    std::string_view rest = word.substr(prefix.size());
    Before before;
    before.separable = true;
    if (auto key = verb_behind(prefix, rest, before)) return key;
    if (!begins(rest, "zu")) continue;
    before.zu = true;
    if (auto key = verb_behind(prefix, rest.substr(2), before)) return key;
  }
  return std::nullopt;
}

std::optional<std::string> german_agent(std::string_view word) {
  constexpr std::string_view kAgentEndings[] = {"er", "ers", "ern", "erin", "erinnen"};
  // Adjectives, and nouns with their plural in -er.
  constexpr std::string_view kOthers[] = {"bild", "gleich", "heiss", "lieb", "reich", "weich", "wert"};
  for (const std::string_view ending : kAgentEndings) {
    if (!ends(word, ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (stem.size() < 3 || is_one_of(stem, kOthers)) return std::nullopt;
    const std::optional<std::string> key = german_verb(stem);
    if (key && *key == stem) return *key + (ending.starts_with("erin") ? "erin" : "er");
  }
  return std::nullopt;
}

namespace {

// The infinitive's stem: "arbeit" for "arbeiten", "klammer" for "klammern"; empty where it looks like none.
std::string_view stem_of_infinitive(std::string_view word) {
  constexpr size_t kShortestStem = 2;
  size_t ending = 0;
  if (ends(word, "en"))
    ending = 2;
  else if (ends(word, "eln") || ends(word, "ern"))
    ending = 1;
  return ending != 0 && word.size() >= kShortestStem + ending ? word.substr(0, word.size() - ending)
                                                              : std::string_view();
}

// Whether an -e- stands between the stem and -t: arbeitet, atmet, rechnet, but warnt, filmt, gähnt.
bool wants_e(std::string_view stem) {
  if (ends(stem, "d") || ends(stem, "t")) return true;
  if (stem.size() < 3 || !(ends(stem, "m") || ends(stem, "n"))) return false;
  const char before = stem[stem.size() - 2];
  return std::string_view("aeiouylrhmn").find(before) == std::string_view::npos &&
         static_cast<unsigned char>(before) < 0x80;
}

}  // namespace

std::optional<SeparableVerb> separable_german_verb(std::string_view infinitive) {
  std::optional<SeparableVerb> found;
  for (const std::string_view prefix : kSeparablePrefixes) {
    if (!begins(infinitive, prefix) || (found && found->prefix.size() > prefix.size())) continue;
    const std::string_view verb = infinitive.substr(prefix.size());
    if (!stem_of_infinitive(verb).empty()) found = {prefix, verb};
  }
  return found;
}

std::vector<std::string> regular_german_forms(std::string_view infinitive) {
  const std::optional<SeparableVerb> separable = separable_german_verb(infinitive);
  const std::string prefix(separable ? separable->prefix : "");
  const std::string verb(separable ? separable->verb : infinitive);
  const std::string stem(stem_of_infinitive(verb));
  std::vector<std::string> forms;
  if (stem.empty()) return forms;
  const std::string e = wants_e(stem) ? "e" : "";
  const bool hisses = ends(stem, "s") || ends(stem, "z") || ends(stem, "x") || ends(stem, "ß");
  const auto add = [&](const std::string& form) { forms.push_back(prefix + form); };
  const auto add_adjective = [&](const std::string& form) {
    for (const char* ending : {"", "e", "em", "en", "er", "es"}) add(form + ending);
  };
  add(stem + "e");
  if (ends(stem, "el")) add(stem.substr(0, stem.size() - 2) + "le");
  add(stem + (hisses ? "t" : e + "st"));
  for (const char* ending : {"t", "te", "test", "ten", "tet"}) add(stem + e + ending);
  add_adjective(verb + "d");
  const bool inseparable = std::any_of(std::begin(kInseparablePrefixes), std::end(kInseparablePrefixes),
                                       [&](std::string_view other) { return begins(verb, other); });
  add_adjective((inseparable ? "" : "ge") + stem + e + "t");
  if (separable) {
    add("zu" + verb);
    // Also where the prefix may be none: durchbohrt, überwintert.
    add_adjective(stem + e + "t");
  }
  return forms;
}

bool german_participle(std::string_view word) {
  if (ends(word, "iert")) return true;
  const auto is_participle = [](std::string_view rest) {
    if (begins(rest, "ge")) {
      Before before;
      before.ge = true;
      const std::string_view core = rest.substr(2);
      if (is_participle_core(core, before) || (core.size() > 3 && ends(core, "t"))) return true;
    }
    for (const std::string_view prefix : kInseparablePrefixes) {
      if (!begins(rest, prefix)) continue;
      Before before;
      before.inseparable = true;
      const std::string_view core = rest.substr(prefix.size());
      if (is_participle_core(core, before) ||
          (prefix.size() < 4 && prefix != "um" && core.size() > 4 && ends(core, "t")))
        return true;
    }
    return false;
  };
  if (is_participle(word) || (ends(word, "en") && is_participle_core(word, {}))) return true;
  return std::any_of(std::begin(kSeparablePrefixes), std::end(kSeparablePrefixes), [&](std::string_view prefix) {
    return begins(word, prefix) && is_participle(word.substr(prefix.size()));
  });
}

}  // namespace botschaft::text
