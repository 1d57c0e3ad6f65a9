#include "text/stem.h"

#include <sstream>

#include "catch.h"
#include "text/token.h"

using namespace botschaft::text;

namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  std::string word;
  while (stream >> word) words.push_back(word);
  return words;
}

std::string key_of(const std::string& word, Language language, bool flat) {
  return stem(folded_form(word), language, flat);
}

// Each line: words that have one key.
void check_together(const std::vector<std::string>& lines, Language language, bool flat) {
  for (const std::string& line : lines) {
    const std::vector<std::string> words = words_of(line);
    const std::string key = key_of(words.front(), language, flat);
    for (const std::string& word : words) {
      CAPTURE(line, word);
      CHECK(key_of(word, language, flat) == key);
    }
  }
}

// Each line: two words with different keys.
void check_apart(const std::vector<std::string>& lines, Language language) {
  for (const std::string& line : lines) {
    CAPTURE(line);
    const std::vector<std::string> words = words_of(line);
    CHECK(key_of(words[0], language, false) != key_of(words[1], language, false));
  }
}

}  // namespace

TEST_CASE("What stands before an irregular English form changes nothing", "[stem]") {
  check_together({"withdraw withdrew withdrawn", "overcome overcame", "understand understood", "rebuild rebuilt",
                  "mislead misled", "undo undid undone", "strike struck stricken", "lay laid", "throw threw thrown"},
                 Language::kEnglish, false);
  check_apart({"resent send", "rebound bind", "unlit light"}, Language::kEnglish);
}

TEST_CASE("German forms of one word have one key", "[stem]") {
  const std::vector<std::string> groups = {
      "garantieren garantiert garantierte garantierten garantiere garantierst garantierend garantierter",
      "Haus Häuser Häusern Hauses Hause",
      "neu neue neuer neuen neues neuem neueste neuesten",
      "Quelle Quellen",
      "Steuer Steuern",
      "Unternehmen Unternehmens",
      "Mitarbeiter Mitarbeitern Mitarbeiters",
      "Mitarbeiterin Mitarbeiterinnen",
      "Kunde Kunden",
      "Kundin Kundinnen",
      "Produkt Produkte Produkten Produktes Produkts",
      "Ergebnis Ergebnisse Ergebnissen Ergebnisses",
      "versprechen verspricht versprach versprochen verspreche versprächen",
      "anbieten angeboten anbietet anbiete anzubieten",
      "heilen heilt heilte geheilt heilende heilend",
      "kaufen kauft kaufte gekauft kaufen kaufst",
      "verkaufen verkauft verkaufte verkauften",
      "einkaufen eingekauft einzukaufen",
      "gewinnen gewinnt gewann gewonnen gewinne",
      "machen macht machte gemacht mache",
      "arbeiten arbeitet arbeitete gearbeitet arbeite",
      "liefern liefert lieferte geliefert liefere lieferten",
      "Versicherung Versicherungen",
      "Sicherheit Sicherheiten",
      "Möglichkeit Möglichkeiten",
      "wichtig wichtige wichtiger wichtigen wichtigste wichtigsten",
      "einzigartig einzigartige einzigartiges",
      "groß große größer größte größten großen",
      "schnell schnelle schneller schnellste schnellsten",
      "frei freie freier freien",
      "Thema Themen Themas",
      "Auto Autos",
      "Foto Fotos",
      "Team Teams",
      "Frau Frauen",
      "Buch Bücher Büchern Buches",
      "Stadt Städte Städten",
      "Land Länder Ländern Landes",
      "Mann Männer Männern Mannes",
      "Kind Kinder Kindern Kindes",
      "Jahr Jahre Jahren Jahres",
      "Gewinn Gewinne Gewinnen Gewinns",
      "Vertrag Verträge Verträgen Vertrages Vertrags",
      "Lösung Lösungen",
      "Qualität Qualitäten",
      "Preis Preise Preisen Preises",
      "billig billige billiger billigste",
      "kostenlos kostenlose kostenlosen kostenloser",
      "beste besten bester bestes",
      "bestätigen bestätigt bestätigte bestätigten",
      "ermöglichen ermöglicht ermöglichte",
      "empfehlen empfiehlt empfahl empfohlen empfehle",
      "Kollege Kollegen",
      "Kollegin Kolleginnen",
      "Papier Papiere Papieren Papiers",
      "Tier Tiere Tieren",
      "Straße Straßen",
      "denken denkt dachte gedacht",
      "bringen bringt brachte gebracht",
      "können kann konnte könnte gekonnt könnt",
      "informieren informiert informierte",
      "weitergeben weitergegeben weitergibt weitergab weiterzugeben",
      "teuer teure teurer teuren teuersten",
      "Aktie Aktien",
      "Rendite Renditen",
      "Karriere Karrieren",
      "Büro Büros",
      "Baum Bäume Bäumen",
      "gesund gesunde gesunden gesünder gesündeste",
      "investieren investiert investierten",
      "teilen teilt teilte geteilt",
      "Angebot Angebote Angebots",
      "Art Arten",
      "Arzt Ärzte Ärzten",
      "Punkt Punkte",
      "Markt Märkte Märkten",
      "Anleger Anlegern",
      "System Systeme Systemen Systems",
      "modern moderne modernen moderner modernste",
      "Konzern Konzerne Konzernen Konzerns",
      "Kurs Kurse Kursen Kurses",
      "Dienst Dienste Diensten Dienstes",
      "Bild Bilder Bildern",
      "verlieren verliert verlor verloren",
      "helfen hilft half geholfen",
      "unternehmen unternimmt unternahm unternommen",
      "entscheiden entscheidet entschied entschieden",
      "durchführen durchgeführt durchzuführen",
      "suchen sucht suchte gesucht",
      "Aufgabe Aufgaben",
      "Sprache Sprachen",
      "hoch hohe hoher höher höchste",
      "alt alte älter älteste",
      "Firma Firmen",
      "Risiko Risiken",
      "kostenfrei kostenfreie kostenfreier",
      "Nutzer Nutzern Nutzers",
      "schließen schließt geschlossen",
  };
  check_together(groups, Language::kGerman, false);
  check_together(groups, Language::kGerman, true);
}

TEST_CASE("German words that only look alike stay apart", "[stem]") {
  check_apart(
      {
          "Rat Ratte",          "Ware war",
          "sicher Sicherung",   "sicher Sicherheit",
          "Leistung leisten",   "fordern fördern",
          "zahlen zählen",      "Masse Maße",
          "Band Bund",          "Markt Mark",
          "Punkt Punk",         "Start Star",
          "Gas Gast",           "Mitarbeiter mitarbeiten",
          "Kunde Kundin",       "möglich Möglichkeit",
          "neu neun",           "Wert wer",
          "Zeit zeigen",        "ändern andere",
          "Bauer bauen",        "Garantie garantieren",
          "gut besser",         "Sprache sprechen",
          "Vorstand vorstehen",
      },
      Language::kGerman);
}

TEST_CASE("With flat spelling ae, oe, ue and ss agree with ä, ö, ü and ß", "[stem]") {
  check_together(
      {
          "Haeuser Häuser Haus",
          "gruen grün grüne gruene",
          "fuer für",
          "schoen schön schöne schoene",
          "Strasse Straße Straßen",
          "Groesse Größe Größen",
          "pruefen prüfen geprüft geprueft",
          "Maenner Männer Mann",
          "Tueren Türen Tür Tuer",
          "neue neu neuer",
          "Quelle Quellen",
          "Steuer Steuern",
          "Bauer Bauern",
          "aktuell aktuelle aktuellen",
          "individuell individuelle",
          "oeffentlich öffentliche oeffentlichen",
          "Fuehrung Führungen",
          "Gebaeude Gebäude Gebäuden",
          "loesen löst gelöst geloest",
          "groesste größte groß gross",
          "Qualitaet Qualitäten",
          "Statue Statuen",
          "Kuenstler Künstlern",
          "Schluss Schluß",
      },
      Language::kGerman, true);
  CHECK(key_of("Haeuser", Language::kGerman, false) != key_of("Häuser", Language::kGerman, false));
  CHECK(key_of("Strasse", Language::kGerman, false) != key_of("Straße", Language::kGerman, false));
}

TEST_CASE("English forms of one word have one key", "[stem]") {
  check_together(
      {
          "guarantee guarantees guaranteed guaranteeing",
          "promise promises promised promising",
          "invest invests invested investing",
          "company companies",
          "policy policies",
          "business businesses",
          "buy buys bought buying",
          "sell sells sold selling",
          "win wins won winning",
          "lead leads led leading",
          "child children",
          "woman women",
          "person people",
          "city cities",
          "product products",
          "employee employees",
          "hire hires hired hiring",
          "cheap cheaper cheapest",
          "big bigger biggest",
          "university universities",
          "universe universes",
          "organization organizations",
          "opportunity opportunities",
          "analysis analyses",
          "share shares shared sharing",
          "stop stops stopped stopping",
          "run runs ran running",
          "write writes wrote written writing",
          "take takes took taken taking",
          "make makes made making",
          "speak speaks spoke spoken",
          "new newer newest",
          "secure secures secured",
          "security securities",
          "class classes",
          "process processes processed",
          "box boxes",
          "use uses used using",
          "try tries tried trying",
          "study studies studied",
          "general generally",
          "relation relations",
          "price prices",
          "team teams",
          "customer customers customer's",
          "finance finances financed financing",
          "receive receives received receiving",
      },
      Language::kEnglish, false);
}

TEST_CASE("English words that only look alike stay apart", "[stem]") {
  check_apart(
      {
          "policy police",
          "business busy",
          "university universe",
          "organization organ",
          "news new",
          "secure security",
          "best better",
          "general generous",
      },
      Language::kEnglish);
}

TEST_CASE("Without a language a word is its own key", "[stem]") {
  CHECK(stem("garantiert", Language::kUndetermined, false) == "garantiert");
}

TEST_CASE("Odd words are taken as they come", "[stem]") {
  const std::string long_word(100'000, 'e');
  for (const Language language : {Language::kGerman, Language::kEnglish}) {
    CHECK(stem("", language, true).empty());
    CHECK(stem(long_word, language, true) == long_word);
    for (const char* word : {"s", "e", "ge", "zu", "ss", "'s", "世界", "ung", "en", "ier", "ue", "3d", "x_y", "@"}) {
      CAPTURE(word);
      CHECK_FALSE(stem(word, language, true).empty());
    }
  }
}
