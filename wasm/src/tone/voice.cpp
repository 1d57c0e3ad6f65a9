#include "tone/voice.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "text/german_verbs.h"
#include "text/unicode.h"
#include "text/word_table.h"

namespace botschaft::tone {
namespace {

enum VoiceWord : uint8_t {
  kIWord = 1 << 0,
  kWeWord = 1 << 1,
  kBecome = 1 << 2,       // werden; English get
  kBe = 1 << 3,           // sein; English be
  kPassiveWord = 1 << 4,  // by itself: worden
  kNoPassive = 1 << 5,    // looks like a participle of the passive, and is an adjective or a perfect
  kParticiple = 1 << 6,   // English: irregular ones
  kBetween = 1 << 7,      // English: may stand between be and participle
};

using VoiceTable = text::HashedWords<uint8_t, 280, 8>;

constexpr VoiceTable kGermanVoice([](auto put) {
  const auto add = [&put](uint8_t kind, std::string_view words) {
    text::for_each_word(words, [&](std::string_view word) { put(word, kind); });
  };
  add(kIWord, "ich mich mir mein meine meinen meinem meiner meines");
  add(kWeWord, "wir uns unser unsere unseren unserem unserer unseres unsre unsren");
  add(kBecome, "werde wirst wird werdet werden wurde wurdest wurden wurdet würde würdest würden würdet");
  add(kBe, "bin bist ist sind seid war warst waren wart sei seien wäre wären sein");
  add(kPassiveWord, "worden");
  // Adjectives, and participles of verbs that make their perfect with sein.
  add(kNoPassive,
      "gerecht gesamt gespannt geeignet geschickt gewohnt bekannt beliebt berühmt bewusst bereit erst vertraut "
      "verliebt "
      "begeistert interessiert überzeugt verbunden engagiert motiviert beschäftigt verheiratet beeindruckt bewegt "
      "gerührt "
      "erfreut erleichtert enttäuscht überrascht entschlossen gelassen entspannt erfahren gefragt beteiligt vernetzt "
      "geehrt erlaubt besorgt erschöpft verrückt verwandt befreundet passiert geschehen gefallen geraten gelungen "
      "gekommen gegangen gefahren gelaufen gewachsen geworden geblieben gewesen gestiegen gesunken gereist gestartet "
      "gelandet geflogen gezogen umgezogen gewandert gesprungen gefolgt begegnet entstanden erschienen verschwunden "
      "gestorben eingetroffen angekommen aufgestanden eingestiegen ausgestiegen eingezogen vergangen aufgewachsen "
      "zurückgekehrt gewechselt beigetreten aufgestiegen umgestiegen hinzugekommen zusammengewachsen dazugekommen "
      "ausgefallen aufgefallen aufgetreten bestanden gestoßen gewagt nicht recht echt leicht schlecht dicht gut "
      "erneut bestimmt bedingt verdient berechtigt entfernt gehören gewinnen gestalten geben gehen genießen gebrauchen "
      "gewähren gelten gelingen");
});

constexpr VoiceTable kEnglishVoice([](auto put) {
  const auto add = [&put](uint8_t kind, std::string_view words) {
    text::for_each_word(words, [&](std::string_view word) { put(word, kind); });
  };
  add(kIWord, "i me my mine myself i'm i've i'll i'd");
  add(kWeWord, "we us our ours ourselves we're we've we'll we'd");
  add(kBe, "am is are was were be been being isn't aren't wasn't weren't it's that's they're he's she's");
  add(kBecome, "get gets got gotten getting");
  add(kParticiple,
      "awarded beaten become begun bent bet bitten blown bound bought broken brought built burnt caught chosen cut "
      "dealt "
      "done drawn driven eaten fed felt fought found forbidden forgotten forgiven frozen given grown heard held hidden "
      "hit hurt kept known laid led left lent lit lost made meant met mistaken overcome overseen paid proven put read "
      "rewritten ridden run said seen sent set sewn shaken shot shown shut sold spent split spoken spread stolen stuck "
      "struck sung sworn swept taken taught thought thrown told torn understood undertaken upheld upset woken won worn "
      "written rebuilt redone retold withdrawn");
  add(kBetween,
      "not never also already always just often still now then soon ever being been both all even usually once again "
      "only almost fully well so further");
  add(kNoPassive,
      "excited interested pleased delighted thrilled tired supposed located committed dedicated concerned related "
      "married "
      "retired used born gone become amazed surprised worried bored convinced determined engaged experienced inspired "
      "motivated touched moved honored honoured humbled blessed relieved satisfied scared ashamed confused "
      "disappointed "
      "embarrassed exhausted overwhelmed impressed fascinated qualified skilled talented prepared involved started "
      "left "
      "red need seed speed feed indeed hundred embed united based limited advanced complicated crowded detailed "
      "aged gifted naked sacred wicked rested invested read set put cut hit");
});

bool is_english_participle(std::string_view word, uint8_t kind) {
  if ((kind & kNoPassive) != 0) return false;
  return (kind & kParticiple) != 0 || (word.size() > 4 && word.ends_with("ed"));
}

bool is_german_participle(std::string_view word, uint8_t kind) {
  if ((kind & kNoPassive) != 0 || word.size() < 5) return false;
  std::string plain(word);
  for (size_t at = plain.find("ß"); at != std::string::npos; at = plain.find("ß", at)) plain.replace(at, 2, "ss");
  return text::german_participle(plain);
}

class VoiceReader {
 public:
  VoiceReader(const text::Wording& wording, bool german)
      : wording_(wording), table_(german ? kGermanVoice : kEnglishVoice), german_(german), kinds_(wording.size(), 0) {
    for (size_t i = 0; i < kinds_.size(); ++i) {
      if (!word(i).empty()) kinds_[i] = table_.find(wording_.hash(i));
    }
  }

  std::vector<VoiceUse> read() {
    for (size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i] == 0) continue;
      // "I" alone is a number in German, and "US" is a country.
      const bool shout = wording_.written(i) == "US";
      if ((kinds_[i] & kIWord) != 0) uses_.push_back({VoiceSign::kI, span(i)});
      if ((kinds_[i] & kWeWord) != 0 && !shout) uses_.push_back({VoiceSign::kWe, span(i)});
      if ((kinds_[i] & (kBecome | kBe | kPassiveWord)) == 0) continue;
      const auto other = german_ ? german_passive(i) : english_passive(i);
      if (!other) continue;
      const Span first = span(std::min(i, *other));
      const Span last = span(std::max(i, *other));
      const Span both{first.begin, last.end};
      if (!uses_.empty() && uses_.back().sign == VoiceSign::kPassive && uses_.back().span.overlaps(both)) continue;
      uses_.push_back({VoiceSign::kPassive, both});
    }
    std::stable_sort(uses_.begin(), uses_.end(),
                     [](const VoiceUse& a, const VoiceUse& b) { return a.span.begin < b.span.begin; });
    return std::move(uses_);
  }

 private:
  // Folded; empty for punctuation and for what is not the author's own.
  [[nodiscard]] std::string_view word(size_t i) const {
    return wording_.tokens()[i].is_word && wording_.is_own(i) ? wording_.folded(i) : std::string_view();
  }
  [[nodiscard]] Span span(size_t i) const { return wording_.tokens()[i].span; }
  [[nodiscard]] bool ends_clause(size_t i) const {
    if (wording_.tokens()[i].is_word) return false;
    const std::string_view sign = wording_.written(i);
    constexpr std::string_view kSigns = ",;:.!?()–—…|";
    return kSigns.find(sign) != std::string_view::npos;
  }
  [[nodiscard]] bool lower(size_t i) const { return text::is_lower(decode(wording_.written(i), 0).value); }

  // The participle that the verb at `i` goes with.
  [[nodiscard]] std::optional<size_t> german_passive(size_t i) const {
    const bool become = (kinds_[i] & (kBecome | kPassiveWord)) != 0;
    // Behind it, last in the clause: "wird heute geprüft". Not where another infinitive makes it a future.
    std::optional<size_t> found;
    for (size_t at = i + 1; at < kinds_.size() && !ends_clause(at); ++at) {
      if ((kinds_[at] & (kPassiveWord | kBecome | kBe)) != 0 && at != i + 1 && kinds_[at] != 0 && word(at) != "sein")
        break;
      if (word(at) == "und" && found) break;
      if (!lower(at) || !is_german_participle(word(at), kinds_[at])) continue;
      found = at;
    }
    if (found) {
      // "wird geprüft haben" has done it itself; "ist … worden" is told at "worden".
      const size_t behind = *found + 1;
      if (behind < kinds_.size() && (word(behind) == "haben" || word(behind) == "hat")) return std::nullopt;
      // An adjective before its noun: "ist geprüfte Ware" ends otherwise; "ist geprüft Qualität" does not exist.
      return found;
    }
    // Before it: "dass es geprüft wird", "geprüft worden".
    if (i == 0 || !lower(i - 1)) return std::nullopt;
    const size_t before = word(i - 1) == "zu" && i > 1 ? i - 2 : i - 1;
    if (!become && before + 1 < i) return std::nullopt;
    if (is_german_participle(word(before), kinds_[before])) return before;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<size_t> english_passive(size_t i) const {
    for (size_t at = i + 1; at < kinds_.size() && at < i + 4 && !word(at).empty(); ++at) {
      if (is_english_participle(word(at), kinds_[at])) return at;
      const bool between = (kinds_[at] & kBetween) != 0 || (word(at).size() > 4 && word(at).ends_with("ly"));
      if (!between) break;
    }
    return std::nullopt;
  }

  const text::Wording& wording_;
  const VoiceTable& table_;
  bool german_;
  std::vector<uint8_t> kinds_;
  std::vector<VoiceUse> uses_;
};

}  // namespace

std::vector<VoiceUse> voice_of(const text::Wording& wording, text::Language language) {
  if (language == text::Language::kUndetermined) return {};
  return VoiceReader(wording, language == text::Language::kGerman).read();
}

}  // namespace botschaft::tone
