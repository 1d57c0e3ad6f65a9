#include "tone/address_forms.h"

#include <utility>

#include "text/word_table.h"

namespace botschaft::tone {
namespace {

// Sie, du, ihr, and the command to one ("-": none is usual). Verbs whose forms no rule gives, and auxiliaries.
constexpr std::string_view kIrregular =
    "haben hast habt hab hatten hattest hattet - hätten hättest hättet - sind bist seid sei waren warst wart - "
    "wären wärst wärt - werden wirst werdet werde würden würdest würdet - wurden wurdest wurdet - können kannst könnt "
    "- "
    "könnten könntest könntet - konnten konntest konntet - wollen willst wollt - wollten wolltest wolltet - "
    "müssen musst müsst - müssten müsstest müsstet - sollen sollst sollt - sollten solltest solltet - "
    "dürfen darfst dürft - mögen magst mögt - möchten möchtest möchtet - wissen weißt wisst - wussten wusstest wusstet "
    "- "
    "lesen liest lest lies sehen siehst seht sieh geben gibst gebt gib nehmen nimmst nehmt nimm sprechen sprichst "
    "sprecht sprich helfen hilfst helft hilf treffen triffst trefft triff vergessen vergisst vergesst vergiss essen "
    "isst "
    "esst iss fahren fährst fahrt fahr laufen läufst lauft lauf lassen lässt lasst lass halten hältst haltet halt "
    "tragen "
    "trägst tragt trag werfen wirfst werft wirf empfehlen empfiehlst empfehlt empfiehl bewerben bewirbst bewerbt "
    "bewirb "
    "versprechen versprichst versprecht versprich laden lädst ladet lade erfahren erfährst erfahrt erfahre tun tust "
    "tut tu "
    "kommen kommst kommt komm gehen gehst geht geh machen machst macht mach schauen schaust schaut schau hören hörst "
    "hört "
    "hör sagen sagst sagt sag schreiben schreibst schreibt schreib bleiben bleibst bleibt bleib rufen rufst ruft ruf "
    "erhalten erhältst erhaltet erhalte verstehen verstehst versteht - stehen stehst steht - kennen kennst kennt - "
    "denken denkst denkt denk bringen bringst bringt bring genießen genießt genießt genieß sitzen sitzt sitzt - ";

// Regular verbs: the stem, which takes -en (-n behind -er and -el), -st, -t and -e.
constexpr std::string_view kRegular =
    "abonnier achte aktivier aktualisier änder antwort arbeit beacht beantrag beantwort besuch bestell bestätig bewert "
    "brauch buch check dank diskutier entdeck entscheid erreich erzähl find fing folg frag freu füg fühl gestalt glaub "
    "gönn grüß hoff hol informier installier interessier kauf klick kommentier kontaktier kümmer leb lern lieb liefer "
    "lös markier mein meld merk nenn nutz öffn plan prüf probier produzier reservier registrier schenk schick schütz "
    "send setz sicher spar speicher spiel start stell stimm such teil test trau überleg überprüf unterstütz "
    "vereinbar vergleich verbind verfolg verlink vernetz verpass versuch verwend wähl wart wünsch zahl zeig schließ";

// How a stem takes its endings.
struct Regular {
  std::string stem;
  [[nodiscard]] bool ends(std::string_view ending) const { return std::string_view(stem).ends_with(ending); }
  [[nodiscard]] bool short_plural() const { return ends("er") && !ends("ier") ? true : ends("el"); }
  [[nodiscard]] bool needs_e() const { return ends("t") || ends("d") || ends("ffn") || ends("chn") || ends("tm"); }
  [[nodiscard]] bool hisses() const { return ends("s") || ends("ß") || ends("z") || ends("x"); }
  [[nodiscard]] std::string plural() const { return stem + (short_plural() ? "n" : "en"); }
  [[nodiscard]] std::string du() const { return stem + (needs_e() ? "est" : hisses() ? "t" : "st"); }
  [[nodiscard]] std::string ihr() const { return stem + (needs_e() ? "et" : "t"); }
  [[nodiscard]] std::string command() const { return stem + "e"; }
};

enum Column : uint8_t { kSieColumn, kDuColumn, kIhrColumn, kCommandColumn };

Column column_of(Form form, bool command) {
  if (form == Form::kSie) return kSieColumn;
  if (form == Form::kIhr) return kIhrColumn;
  return command ? kCommandColumn : kDuColumn;
}

std::optional<std::string> in_column(std::string_view word, Column from, Column to) {
  std::string_view row[4];
  size_t column = 0;
  std::optional<std::string> found;
  text::for_each_word(kIrregular, [&](std::string_view form) {
    row[column++] = form;
    if (column < 4) return;
    column = 0;
    if (!found && row[from] == word && row[to] != "-") found = std::string(row[to]);
  });
  if (found) return found;
  text::for_each_word(kRegular, [&](std::string_view stem) {
    if (found || !word.starts_with(stem)) return;
    const Regular verb{std::string(stem)};
    const std::string forms[4] = {verb.plural(), verb.du(), verb.ihr(), verb.command()};
    // Both "teil" and "teile" are said.
    if (forms[from] == word || (from == kCommandColumn && stem == word)) found = forms[to];
  });
  return found;
}

constexpr std::string_view kStems[] = {"", "dein", "eur", "ihr"};

}  // namespace

std::optional<std::string> possessive_in(std::string_view word, Form from, Form to) {
  std::string_view ending;
  if (from == Form::kIhr && word == "euer") {
    ending = "";
  } else {
    const std::string_view stem = kStems[static_cast<size_t>(from)];
    if (!word.starts_with(stem)) return std::nullopt;
    ending = word.substr(stem.size());
  }
  if (to == Form::kSie) return "Ihr" + std::string(ending);
  if (to == Form::kIhr && ending.empty()) return "euer";
  return std::string(kStems[static_cast<size_t>(to)]) + std::string(ending);
}

std::optional<std::string> verb_in(std::string_view word, Form from, Form to) {
  return in_column(word, column_of(from, false), column_of(to, false));
}

std::optional<std::string> command_in(std::string_view word, Form from, Form to) {
  if (from == Form::kSie && word == "seien") return in_column("sind", kSieColumn, column_of(to, true));
  std::optional<std::string> found = in_column(word, column_of(from, true), column_of(to, true));
  if (found && to == Form::kSie && *found == "sind") return "seien";
  return found;
}

}  // namespace botschaft::tone
