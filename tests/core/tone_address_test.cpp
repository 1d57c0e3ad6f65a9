// Whom German sentences address.
#include "tone/address.h"

#include "catch.h"
#include "text/segment.h"

using namespace botschaft;
using tone::Form;

namespace {

tone::Address address_in(std::string_view text) {
  const text::TokenizedText words(text);
  return tone::address_of(text::Wording(words, {}), text::sentences(text));
}

// The markers' words, "?" behind those that are not certain.
std::string markers_in(std::string_view text) {
  const std::vector<text::Token> tokens = text::tokenize(text);
  std::string out;
  for (const tone::AddressMarker& marker : address_in(text).markers) {
    out.append(out.empty() ? "" : " ").append(tokens[marker.token].span.in(text)).append(marker.certain ? "" : "?");
  }
  return out;
}

void check_form(std::initializer_list<const char*> texts, Form form) {
  for (const char* text : texts) {
    CAPTURE(text, markers_in(text));
    CHECK(tone::form_name(address_in(text).form) == tone::form_name(form));
  }
}

}  // namespace

TEST_CASE("Nobody is addressed", "[tone][address]") {
  check_form(
      {
          "Unsere neuen Azubis starten heute. Sie freuen sich auf spannende Projekte.",
          "Anna leitet das Team. Ihre Aufgabe: die Netze von morgen.",
          "Sie hat lange daran gearbeitet.",
          "Sie ist heute da.",
          "Unsere Kollegin hat gewonnen. Ihr Projekt überzeugte die Jury.",
          "Wir haben mit ihr gesprochen.",
          "Ich habe ihr gesagt, dass ihr Vater kommt.",
          "Das gefällt ihr sehr.",
          "„Hast du Zeit?“, fragte der Kunde.",
          "Die Kollegin sagte: \"Kommen Sie doch vorbei!\"",
          "Suche Nachfolger für mein Zimmer.",
          "Hoffe, ihr Team gewinnt.",
          "Habe gestern viel gelernt.",
          "Freue mich auf die Messe.",
          "Gehe jetzt nach Hause.",
          "Klingt gut!",
          "Stimmt!",
          "Macht Spaß!",
          "Macht Sinn.",
          "Kommt er morgen?",
          "Kommt darauf an.",
          "Passt!",
          "Teste gerade die neue App, mein Fazit folgt.",
          "Test bestanden!",
          "Start der Messe morgen.",
          "Dank der Hilfe aller Kolleginnen.",
          "Das Land braucht Speicher.",
          "Der Kauf auf Rechnung ist möglich.",
          "Wir duzen uns: bei uns ist man per Du.",
          "Bei uns gilt die Du-Kultur.",
          "Wir waren im Cirque du Soleil.",
          "Kunden kaufen mehr. Sie zahlen weniger.",
          "Die Mitarbeiter sind stolz. Sie haben viel geleistet.",
          "Jetzt bewerben!",
          "Bitte Termin vormerken.",
          "Mehr dazu auf unserer Website.",
          "Sieht gut aus.",
          "Gibt es morgen wieder.",
          "Heißt: mehr Strom.",
          "Freut mich sehr!",
          "Bringt nichts.",
          "Sie bauten die Anlage in drei Monaten, und ihre Nachbarn halfen ihnen.",
          "Die Firma feiert. Ihr Team ist gewachsen.",
          "Die Gäste waren begeistert. Ihnen gefiel besonders der Speicher.",
          "Frau Weber wechselt. Sie wird uns fehlen.",
          "Meine Eltern haben das nie verstanden. Sie wollten, dass ich Arzt werde.",
          "Wie die Kundin sagt: „Ihr seid die Besten!“",
          "> Haben Sie noch Fragen?",
          "Mit ihr ist alles leichter.",
          "Das Team zeigt, was ihr Produkt kann.",
          "Bericht, den sie lesen sollten.",
          "SIE hat es geschafft.",
          "Geht klar.",
          "Hab keine Zeit.",
          "Habe das nie bereut.",
          "Wir zeigen ihnen und ihren Familien den Betrieb.",
          "Du meine Güte, war das ein Tag.",
      },
      Form::kNone);
}

TEST_CASE("du: pronouns, verbs alone, commands", "[tone][address]") {
  check_form(
      {
          "Schau mal vorbei!",
          "Lies den ganzen Bericht auf unserer Seite.",
          "Bewirb dich jetzt.",
          "Klick auf den Link.",
          "Komm in unser Team!",
          "Hast Lust auf was Neues?",
          "Weißt du, was das Beste ist?",
          "Teile den Beitrag mit Freunden.",
          "Werde Teil unseres Teams.",
          "Melde dich bei uns.",
          "Wir freuen uns auf Dich.",
          "Was denkst Du?",
          "Für alle, die du kennst.",
          "Genieß den Tag.",
          "Hab einen schönen Tag!",
          "Sei dabei!",
          "Folge uns für mehr.",
          "Erfahre mehr über unsere Projekte.",
          "Entdecke die neue TannBox.",
          "Bitte bestätige die Buchung.",
          "Gib bitte die Nummer ein.",
          "Du, das war ein Tag!",
          "Schon DEINE Stimme abgegeben?",
          "Danke, dass du AMC gewählt hast.",
          "Liebe Anna, ich hoffe, Du bist gut angekommen.",
          "Räum dein Zimmer auf!",
          "Nimm dir Zeit und sprich mit uns.",
          "Wenn du magst, ruf an.",
      },
      Form::kDu);
}

TEST_CASE("ihr: pronouns, verbs that agree, commands", "[tone][address]") {
  check_form(
      {
          "Kommt vorbei!",
          "Was meint ihr?",
          "Schaut mal rein!",
          "Lest den Bericht.",
          "Meldet euch!",
          "Wart ihr schon da?",
          "Ihr seid die Besten.",
          "Danke, dass ihr dabei wart.",
          "Wenn ihr Fragen habt, schreibt uns!",
          "Habt Ihr Lust?",
          "Wir freuen uns auf Euch.",
          "Liebe Kollegen, wie findet ihr das?",
          "Ihr Lieben, heute geht es los.",
          "Was macht ihr am Wochenende?",
          "Bewerbt euch bis Freitag.",
          "LEUTE, IHR SEID SUPER",
          "Freut euch auf morgen!",
          "Wollt ihr mehr wissen?",
          "Seht selbst!",
          "Das ist für eure Familien.",
      },
      Form::kIhr);
}

TEST_CASE("Sie: not she, not they", "[tone][address]") {
  check_form(
      {
          "Schauen Sie vorbei!",
          "Haben Sie Fragen?",
          "Sie haben Fragen? Melden Sie sich!",
          "Wir freuen uns auf Ihre Nachricht.",
          "Lesen Sie mehr.",
          "Besuchen Sie uns an Stand 4.",
          "Wir danken Ihnen.",
          "Ihr Team von Silbertann wünscht Ihnen ein frohes Fest.",
          "Ihre Meinung ist uns wichtig. Schreiben Sie uns!",
          "Kunden, die Sie beraten, sind zufrieden.",
          "Sie suchen einen neuen Job?",
          "Was können wir für Sie tun?",
          "Bitte bestätigen Sie Ihre Buchung.",
          "Hier finden Sie alles.",
          "Ihr Kontakt: Anna Weber. Rufen Sie an!",
          "Können SIE das auch?",
          "Kommen Sie gut nach Hause!",
          "Ich sehe das wie Sie.",
          "Ihre Daten gehören Ihnen.",
          "Wissen Sie, was unsere Kunden sagen? Sie lieben es.",
          "Sie arbeiten gern im Team? Dann sind Sie bei uns richtig.",
          "Damit Ihr Strom günstig bleibt.",
      },
      Form::kSie);
}

TEST_CASE("The words that show the form of address", "[tone][address]") {
  struct Case {
    const char* text;
    const char* markers;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Wenn du Fragen hast, melde dich.", "du hast melde dich"},
           {"Das Haus, das du bauen willst.", "du willst"},
           {"Wie sehr du bereit bist und dich freust!", "du bist dich freust"},
           {"Geh hin und schau es dir an.", "Geh schau dir"},
           {"Danke, dass Sie uns gewählt haben.", "Sie haben"},
           {"Nehmen Sie sich Zeit.", "Nehmen Sie sich"},
           {"Was auch immer Sie machen wollen, wir helfen Ihnen.", "Sie wollen Ihnen"},
           {"Was Sie meinen, ist klar.", "Sie meinen"},
           {"Wenn ihr Fragen habt, schreibt uns!", "ihr habt schreibt"},
           {"Sie suchen Arbeit?", "Sie? suchen?"},
           {"Sie suchen Arbeit? Schreiben Sie uns.", "Sie suchen Schreiben Sie"},
           {"Die Kollegen waren da. Sie haben dir geholfen.", "dir"},
       }) {
    CAPTURE(c.text);
    CHECK(markers_in(c.text) == c.markers);
  }
}

TEST_CASE("Mixed forms, forms of sentences, and what is no wording", "[tone][address]") {
  const std::string_view text = "Hast du Zeit? Dann schreiben Sie uns. Heute scheint die Sonne.";
  const text::TokenizedText words(text);
  const std::vector<text::Token>& tokens = words.tokens();
  const std::vector<Span> sentences = text::sentences(text);
  const tone::Address address = tone::address_of(text::Wording(words, {}), sentences);
  CHECK(address.mixed);
  REQUIRE(sentences.size() == 3);
  CHECK(tone::form_in(address, tokens, sentences[0]) == Form::kDu);
  CHECK(tone::form_in(address, tokens, sentences[1]) == Form::kSie);
  CHECK(tone::form_in(address, tokens, sentences[2]) == Form::kNone);
  CHECK_FALSE(address_in("Hast du Zeit? Ruf an, wir freuen uns auf euch.").mixed);
  const text::TokenizedText one("du");
  CHECK(tone::address_of(text::Wording(one, {true}), text::sentences("du")).form == Form::kNone);
  CHECK(address_in("").form == Form::kNone);
  CHECK(address_in("Ihr").form == Form::kNone);
}
