// The German words that show whom a text addresses, and those that help to tell. Our own selection, from grammar:
// closed classes are whole, verbs are those that posts and letters ask with.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/word_table.h"

namespace botschaft::tone {

enum WordClass : uint32_t {
  kDu = 1 << 0,
  kDuObject = 1 << 1,       // dir dich
  kDuPossessive = 1 << 2,   // dein…
  kIhr = 1 << 3,            // ihr: you, her, their
  kIhrObject = 1 << 4,      // euch
  kIhrPossessive = 1 << 5,  // euer…
  kSie = 1 << 6,
  kIhnen = 1 << 7,
  kIhrForm = 1 << 8,      // ihre…: her, their, with a capital your
  kDuVerb = 1 << 9,       // second person singular and nothing else
  kIhrVerb = 1 << 10,     // second person plural and nothing else
  kPluralVerb = 1 << 11,  // finite, plural, and no -en to tell by
  kPreposition = 1 << 12,
  kSubordinator = 1 << 13,  // the verb comes last behind it
  kSubject = 1 << 14,       // pronouns that are a subject
  kAuxiliary = 1 << 15,     // a participle may follow
  kCoordinator = 1 << 16,
  kOpener = 1 << 17,        // may stand before a command
  kNoVerb = 1 << 18,        // looks like a verb by its ending
  kCommand = 1 << 19,       // du-imperative, hardly anything else at a clause's start
  kCommandE = 1 << 20,      // du-imperative in -e: without ich, mich, mein in the clause
  kCommandNoun = 1 << 21,   // the same letters as a noun: what follows must show it
  kCommandIhr = 1 << 22,    // ihr-imperative, or third person: what follows must show it
  kAfterCommand = 1 << 23,  // shows that a verb stands before it
  kDativeVerb = 1 << 24,    // "gefällt ihr": to her
  kDeterminer = 1 << 25,    // of the plural: the next noun is many
  kFirst = 1 << 26,         // ich and what belongs to it
  kReflexive = 1 << 27,
  kOfNow = 1 << 28,      // "Teste gerade …": who says so speaks of himself
  kThirdToo = 1 << 29,   // kCommandIhr that posts say of things as well: "Freut mich", "Macht Spaß"
  kMasculine = 1 << 30,  // what stands before it is no she
};
inline constexpr uint32_t kKnownPronoun =
    kDu | kDuObject | kDuPossessive | kIhr | kIhrObject | kIhrPossessive | kSie | kIhnen | kIhrForm | kFirst;

struct AddressWords {
  uint32_t word_class;
  std::string_view words;
};
inline constexpr AddressWords kAddressWords[] = {
    {kDu, "du"},
    {kDuObject, "dir dich"},
    {kDuPossessive, "dein deine deinem deinen deiner deines deins deinetwegen"},
    {kIhr, "ihr"},
    {kIhrObject, "euch"},
    {kIhrPossessive, "euer eure eurem euren eurer eures euers euerm euern euretwegen"},
    {kSie, "sie"},
    {kIhnen, "ihnen"},
    {kIhrForm, "ihre ihrem ihren ihrer ihres ihrs ihretwegen"},
    {kDuVerb,
     "hast bist kannst willst weißt magst musst mußt darfst sollst möchtest könntest würdest solltest hättest wirst "
     "warst hattest wolltest konntest musstest durftest wärst wärest dürftest müsstest wurdest wusstest mochtest "
     "willste haste biste kannste weißte siehste kennste magste"},
    {kIhrVerb,
     "seid habt wart hattet werdet wurdet würdet könnt konntet könntet müsst musstet müsstet wollt wolltet sollt "
     "solltet dürft durftet dürftet mögt mochtet möchtet wisst wusstet hättet wärt wäret seht lest gebt nehmt helft "
     "sprecht esst lauft lasst haltet tragt werft trefft vergesst empfehlt bewerbt ladet tretet ratet"},
    {kPluralVerb, "sind tun seien waren wären"},
    {kPreposition,
     "für über an auf ohne gegen um durch in mit von bei zu nach aus seit vor hinter unter neben zwischen bezüglich "
     "wegen während trotz statt"},
    {kSubordinator,
     "dass daß wenn ob als wie weil was wo die der das den dem denen deren dessen wer wen wem warum wieso woher wohin "
     "wann bis bevor ehe nachdem während falls sobald solange sofern soweit sooft obwohl obgleich damit indem sodass "
     "da "
     "seitdem welche welcher welches welchen welchem worüber wovon womit wofür worauf woran wodurch wonach worin"},
    {kSubject, "ich er es man wir wer jemand niemand jeder keiner"},
    {kReflexive, "sich"},
    {kAuxiliary, "hat habe haben hatte hatten ist sind war waren wird werden wurde wurden worden hätte wäre sei bin"},
    {kCoordinator, "und oder aber sondern denn sowie"},
    {kOpener,
     "bitte also dann nun ja hey hallo ok okay doch jetzt gerne gern und oder aber so danke einfach am heute deshalb "
     "deswegen darum los na auch"},
    {kNoVerb,
     "selbst erst fast meist sonst zuerst ist nächst längst höchst zunächst möglichst vorerst meistens mindest fest "
     "jetzt bewusst unbewusst gewusst erneut zuletzt gesetzt ganz gegen wegen neben zwischen denen ihnen einen meinen "
     "seinen ihren unseren deinen euren keinen diesen jenen allen vielen wenigen anderen beiden morgen gestern oben "
     "unten hinten vorn vorne außen innen drinnen draußen drüben schon eben neben den dagegen deswegen zusammen selten "
     "ersten letzten nächsten besten meisten neuen alten guten schönen großen kleinen eigenen ganzen gern dann "
     "denn wenn wann man kein dein mein sein von in an hin ein nein nun daran davon schließlichen dran drin rein "
     "darin worin fern extern intern modern hintern sondern gestern"},
    {kCommand,
     "lies gib nimm sieh hilf sprich triff vergiss iss wirf sei empfiehl versprich bewirb komm geh hör sag mach lass "
     "laß schau guck schreib erzähl tu bleib genieß genieße stell setz hol bring probier registrier abonnier "
     "kommentier "
     "meld schick frag zeig füll trag gönn trau drück wähl lern verpass entdeck nutz folg fang fahr zieh lad merk "
     "entspann kümmer schnapp besorg bedien benutz verwend vereinbar überleg stöber verfolg unterstütz erklär verlink "
     "markier tausch scroll swipe speicher lächel erfahr lös mix wag"},
    {kCommandE,
     "versuche probiere teste entdecke erfahre registriere melde klicke folge teile abonniere kommentiere verlinke "
     "markiere bestätige wähle drücke tippe sichere schicke sende kontaktiere nutze prüfe achte beachte warte erzähle "
     "füge gestalte starte vereinbare aktiviere aktualisiere öffne schließe installiere stelle überprüfe verwende "
     "finde "
     "besuche buche bestelle hole lade vergleiche plane schütze spare stimme trage bringe schreibe bleibe "
     "lerne frage zeige sage schaue speichere unterstütze erkläre nenne verpasse werde verbinde "
     "vervollständige ändere lösche bewerte setze "},
    {kCommandNoun,
     "klick start test besuch kauf tipp plan teil ruf halt spiel feier pack dank verrat such spar warte wart denk pass "
     "buch like post check teste hab glaub prüf zahl fühl red antwort"},
    {kCommandIhr,
     "schaut kommt macht meldet klickt teilt folgt schreibt kommentiert verratet erzählt testet probiert entdeckt "
     "besucht stellt holt sichert startet abonniert sagt fragt zeigt nutzt bleibt hört geht bringt schickt sendet "
     "wählt genießt freut achtet denkt stimmt speichert markiert verlinkt unterstützt registriert bestellt feiert "
     "seid lest seht nehmt gebt sprecht helft vergesst trefft lasst werft haltet empfehlt bewerbt ladet tretet ratet "
     "habt passt sucht spart kauft verpasst wartet guckt setzt zieht lernt ruft"},
    {kAfterCommand,
     "mir uns mich ihn es dich dir euch doch mal bitte jetzt nicht einfach den die das einen eine ein kein keine "
     "keinen vorbei mit rein auf gern gerne ruhig unbedingt schnell gleich heute hier mehr alle diesen diese dieses "
     "unseren unsere unser zu weiter dabei auch euren eure deinen deine dein nie selbst"},
    {kDativeVerb,
     "gefällt gehört fehlt passiert gelingt passt reicht schadet dient droht entspricht nützt hilft schmeckt gelang "
     "glaubt dankt folgt begegnet widerfährt steht"},
    {kDeterminer,
     "die unsere meine seine alle viele einige diese jene keine wenige beide mehrere manche zwei drei vier fünf "
     "sechs zehn unseren meinen seinen allen vielen einigen diesen lieben liebe"},
    {kOfNow, "gerade heute seit morgen schon immer wieder noch nun aktuell derzeit momentan seitdem ab nur mich"},
    {kThirdToo, "freut passt stimmt geht kommt bringt macht hört bleibt zeigt spart startet lernt kauft wartet denkt"},
    {kMasculine,
     "der das ein dem des im am vom zum beim kein mein unser sein dieses dieser jedes jeder einem einen den"},
    {kFirst, "ich mich mein meine meinen meinem meiner meines"},
};

inline constexpr text::HashedWords<uint32_t, 800, 9> kAddressTable([](auto put) {
  for (const AddressWords& row : kAddressWords) {
    text::for_each_word(row.words, [&](std::string_view word) { put(word, row.word_class); });
  }
});

}  // namespace botschaft::tone
