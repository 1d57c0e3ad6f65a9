// How a post speaks: form of address, gender forms, voice.
#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

struct Case {
  const char* text;
  const char* findings;
};

void expect(Client& client, const std::string& language, std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(client.check(c.text, ",\"lang\":\"" + language + "\"") == c.findings);
  }
}

}  // namespace

TEST_CASE("Address: the company says du", "[check][voice]") {
  Client client({rule("r", R"({"type":"address","form":"du"})")});
  expect(client, "de",
         {
             {"Haben Sie Fragen?", "r warn 6-9 Sie | 0-9 Hast du"},
             {"Schauen Sie vorbei.", "r warn 8-11 Sie | 0-11 Schau"},
             {"Wir freuen uns auf Ihre Nachricht.", "r warn 19-23 Ihre | 19-23 deine"},
             {"Wir danken Ihnen.", "r warn 11-16 Ihnen | 11-16 dir"},
             {"Melden Sie sich bei uns.", "r warn 7-10 Sie | 0-15 Melde dich"},
             {"Wenn Sie Fragen haben, rufen Sie an.",
              "r warn 5-8 Sie | 5-21 du Fragen hast\nr warn 29-32 Sie | 23-32 ruf"},
             {"Ihre Meinung zählt, sagen Sie sie uns.", "r warn 0-4 Ihre | 0-4 Deine\nr warn 26-29 Sie | 20-29 sag"},
             {"Was denken Sie?", "r warn 11-14 Sie"},
             {"Danke, dass Sie da waren.", "r warn 12-15 Sie | 12-24 du da warst"},
             {"Wir haben an Sie gedacht.", "r warn 13-16 Sie"},
             {"Kommt vorbei!", "r warn 0-5 Kommt | 0-5 Komm"},
             {"Wir freuen uns auf euch.", "r warn 19-23 euch"},
             {"Meldet euch!", "r warn 0-6 Meldet | 0-11 Melde dich"},
             {"Wie findet ihr das? Schreibt es in eure Kommentare.",
              "r warn 11-14 ihr | 4-14 findest du\nr warn 20-28 Schreibt | 20-28 Schreib\nr warn 35-39 eure | 35-39 "
              "deine"},
             {"Haben Sie Lust, dann kommen Sie.", "r warn 6-9 Sie\nr warn 28-31 Sie | 21-31 kommst du"},
             {"Unsere Kunden waren da. Sie haben viel gefragt.", ""},
             {"Wir rufen Sie an.", "r warn 10-13 Sie"},
             {"Die Kollegen fragen Sie gern.", "r warn 20-23 Sie"},
             {"„Haben Sie Zeit?“, fragt die Kundin.", ""},
             {"Schau vorbei, wir freuen uns auf dich.", ""},
         });
}

TEST_CASE("Address: the company says Sie", "[check][voice]") {
  Client client({rule("r", R"({"type":"address","form":"Sie"})")});
  expect(
      client, "de",
      {
          {"Hast du Fragen?", "r warn 5-7 du | 0-7 Haben Sie"},
          {"Schau vorbei.", "r warn 0-5 Schau | 0-5 Schauen Sie"},
          {"Wir freuen uns auf dich.", "r warn 19-23 dich | 19-23 Sie"},
          {"Wir danken dir und deinem Team.", "r warn 11-14 dir | 11-14 Ihnen\nr warn 19-25 deinem | 19-25 Ihrem"},
          {"Melde dich bei uns.", "r warn 0-5 Melde | 0-10 Melden Sie sich"},
          {"Wenn du Fragen hast, ruf an.", "r warn 5-7 du | 5-19 Sie Fragen haben"},
          {"Deine Meinung zählt.", "r warn 0-5 Deine | 0-5 Ihre"},
          {"Lies mehr und teile deinen Eindruck.",
           "r warn 0-4 Lies | 0-4 Lesen Sie\nr warn 14-19 teile | 14-19 teilen Sie\nr warn 20-26 deinen | 20-26 Ihren"},
          {"Du suchst einen Job?", "r warn 0-2 Du | 0-9 Sie suchen"},
          {"Wir freuen uns auf euch und eure Ideen.", "r warn 19-23 euch\nr warn 28-32 eure | 28-32 Ihre"},
          {"Habt ihr Zeit?", "r warn 5-8 ihr | 0-8 Haben Sie"},
          {"Bewirb dich jetzt!", "r warn 0-6 Bewirb | 0-11 Bewerben Sie sich"},
          {"Ihre Meinung zählt. Schreiben Sie uns.", ""},
          {"Wir duzen uns, bei uns ist man per Du.", ""},
          {"Anna sagt: „Schau vorbei!“", ""},
      });
}

TEST_CASE("Address: du becomes ihr", "[check][voice]") {
  Client client({rule("r", R"({"type":"address","form":"ihr"})")});
  expect(client, "de",
         {
             {"Haben Sie Fragen?", "r warn 6-9 Sie | 0-9 Habt ihr"},
             {"Wir freuen uns auf dich und deine Ideen.",
              "r warn 19-23 dich | 19-23 euch\nr warn 28-33 deine | 28-33 eure"},
             {"Schau vorbei!", "r warn 0-5 Schau | 0-5 Schaut"},
             {"Melde dich!", "r warn 0-5 Melde | 0-10 Meldet euch"},
             {"Hast du Zeit?", "r warn 5-7 du | 0-7 Habt ihr"},
             {"Wir danken Ihnen für Ihre Treue.", "r warn 11-16 Ihnen | 11-16 euch\nr warn 21-25 Ihre | 21-25 eure"},
             {"Kommt vorbei, wir freuen uns auf euch.", ""},
         });
}

TEST_CASE("Address: du and ihr are both fine", "[check][voice]") {
  Client client({rule("r", R"({"type":"address","form":["du","ihr"]})")});
  expect(client, "de",
         {
             {"Hast du Zeit? Kommt alle vorbei!", ""},
             {"Haben Sie Zeit?", "r warn 6-9 Sie | 0-9 Hast du"},
         });
}

TEST_CASE("Address: one form in one post", "[check][voice]") {
  Client client({rule("r", R"({"type":"address"})")});
  expect(client, "de",
         {
             {"Hast du Zeit? Ruf uns an. Wir freuen uns auf Ihre Nachricht.", "r warn 45-49 Ihre | 45-49 deine"},
             {"Haben Sie Zeit? Schreiben Sie uns, wir helfen dir.", "r warn 46-49 dir | 46-49 Ihnen"},
             {"Hast du Zeit? Wir freuen uns auf euch.", ""},
             {"Unsere Kollegen waren da. Sie haben dir geholfen.", ""},
             {"Haben Sie Zeit?", ""},
             {"Heute scheint die Sonne.", ""},
         });
}

TEST_CASE("Address is nothing to an English post", "[check][voice]") {
  Client client({rule("r", R"({"type":"address","form":"du"})")});
  expect(client, "en",
         {
             {"Have you seen what Sie means?", ""},
         });
}

TEST_CASE("Voice: passive in German", "[check][voice]") {
  Client client({rule("r", R"({"type":"voice","find":"passive"})")});
  expect(client, "de",
         {
             {"Das Netz wird heute geprüft.", "r warn 9-27 wird heute geprüft"},
             {"Es wurde entschieden, dass gebaut wird.", "r warn 3-20 wurde entschieden"},
             {"Die Anlage ist abgeschaltet.", "r warn 11-27 ist abgeschaltet"},
             {"Wir werden morgen kommen.", ""},
             {"Er wird Lehrer.", ""},
             {"Sie ist gekommen.", ""},
             {"Ich bin begeistert.", ""},
             {"Die Pläne sind gestern vorgestellt worden.", "r warn 10-34 sind gestern vorgestellt"},
             {"Das Team wird wachsen.", ""},
             {"Es wird kalt.", ""},
             {"Die Daten müssen gespeichert werden.", "r warn 17-35 gespeichert werden"},
             {"Wir haben das Netz geprüft.", ""},
             {"Der Speicher wurde von uns gebaut.", "r warn 13-33 wurde von uns gebaut"},
             {"Das wird uns gehören.", ""},
             {"Die Tür ist geschlossen.", "r warn 8-23 ist geschlossen"},
             {"Er wird das verstehen.", ""},
             {"Das wurde verstanden.", "r warn 4-20 wurde verstanden"},
             {"Der Vertrag wird unterschrieben.", "r warn 12-31 wird unterschrieben"},
             {"Das wird bekannt.", ""},
             {"Wir werden gewinnen.", ""},
             {"Ich würde sagen, das passt.", ""},
             {"Das Angebot wurde verkauft.", "r warn 12-26 wurde verkauft"},
             {"„Es wird geprüft“, sagt er.", ""},
             {"Sie wird das geprüft haben.", ""},
             {"Der Antrag ist bei uns eingegangen.", "r warn 11-34 ist bei uns eingegangen"},
             {"Wir sind von Hamburg nach Berlin gezogen.", ""},
             {"Die Halle wird umgebaut.", "r warn 10-23 wird umgebaut"},
         });
}

TEST_CASE("Voice: passive in English", "[check][voice]") {
  Client client({rule("r", R"({"type":"voice","find":"passive"})")});
  expect(client, "en",
         {
             {"The grid is checked today.", "r warn 9-19 is checked"},
             {"We are excited.", ""},
             {"Mistakes were made.", "r warn 9-18 were made"},
             {"She got promoted.", "r warn 4-16 got promoted"},
             {"It was not built by us.", "r warn 3-16 was not built"},
             {"The plant has been carefully tested.", "r warn 14-35 been carefully tested"},
             {"I am interested in wind.", ""},
             {"They are working on it.", ""},
             {"We were supposed to meet.", ""},
             {"The report was written by Anna.", "r warn 11-22 was written"},
             {"He is tired.", ""},
             {"It is located in Berlin.", ""},
             {"The need is big.", ""},
             {"I was born here.", ""},
             {"Get started now.", ""},
             {"It will be delivered soon.", "r warn 8-20 be delivered"},
             {"We have finished it.", ""},
             {"She is a gifted writer.", ""},
         });
}

TEST_CASE("Voice: we", "[check][voice]") {
  Client client({rule("r", R"({"type":"voice","find":"we"})")});
  expect(client, "de",
         {
             {"Wir finden das gut. Ich auch.", "r warn 0-3 Wir"},
             {"Das ist unser Ziel.", "r warn 8-13 unser"},
             {"Das Team feiert.", ""},
             {"Ich finde es gut.", ""},
             {"„Wir schaffen das“, sagt Anna.", ""},
         });
}

TEST_CASE("Voice: we in English", "[check][voice]") {
  Client client({rule("r", R"({"type":"voice","find":"we"})")});
  expect(client, "en",
         {
             {"We think so. It is our goal.", "r warn 0-2 We\nr warn 19-22 our"},
             {"Made in the US.", ""},
             {"I like it.", ""},
             {"Let us go.", "r warn 4-6 us"},
         });
}

TEST_CASE("Voice: nobody speaks", "[check][voice]") {
  Client client({rule("r", R"({"type":"voice","find":"nobody","minSentences":2})")});
  expect(client, "de",
         {
             {"Silbertann baut. Das Netz wächst.", "r warn - {match}"},
             {"Silbertann baut. Ich bin dabei.", ""},
             {"Silbertann baut.", ""},
         });
}

TEST_CASE("Voice: as a share of the sentences", "[check][voice]") {
  Client client({rule("r", R"({"type":"voice","find":"passive","maxShare":50})")});
  expect(client, "de",
         {
             {"Das Netz wird geprüft. Ich bin dabei.", ""},
             {"Das Netz wird geprüft. Der Plan wurde gemacht. Ich bin dabei.",
              "r warn 9-21 wird geprüft\nr warn 32-45 wurde gemacht"},
         });
}

TEST_CASE("Gender: the company writes a colon", "[check][voice]") {
  Client client({rule("r", R"({"type":"gender","want":"colon"})")});
  expect(
      client, "de",
      {
          {"Unsere Mitarbeiter sind stolz.", "r warn 7-18 Mitarbeiter | 7-18 Mitarbeiter:innen"},
          {"Wir suchen Mitarbeiter für unser Lager.", "r warn 11-22 Mitarbeiter | 11-22 Mitarbeiter:innen"},
          {"Wir danken unseren Mitarbeitern und Kunden.",
           "r warn 19-31 Mitarbeitern | 19-31 Mitarbeiter:innen\nr warn 36-42 Kunden | 36-42 Kund:innen"},
          {"Die neuen Kollegen sind da.", "r warn 10-18 Kollegen | 10-18 Kolleg:innen"},
          {"Mitarbeiter gesucht!", "r warn 0-11 Mitarbeiter | 0-11 Mitarbeiter:innen"},
          {"Der Mitarbeiter Jan hat Geburtstag.", ""},
          {"Unser Kundenservice hilft.", ""},
          {"Expertenwissen und Kunden-Service", ""},
          {"Liebe Kolleginnen und Kollegen, danke!", "r warn 6-30 Kolleginnen und Kollegen | 6-30 Kolleg:innen"},
          {"Mit Mitarbeiter*innen und Kund:innen", "r warn 4-21 Mitarbeiter*innen | 4-21 Mitarbeiter:innen"},
          {"MitarbeiterInnen bei LinkedIn und PlugIn", "r warn 0-16 MitarbeiterInnen | 0-16 Mitarbeiter:innen"},
          {"Die Mitarbeiter/-innen und Kolleg/innen, Kollegen/innen, Mitarbeiter(innen)",
           "r warn 4-22 Mitarbeiter/-innen | 4-22 Mitarbeiter:innen\nr warn 27-39 Kolleg/innen | 27-39 Kolleg:innen\nr "
           "warn 41-55 Kollegen/innen | 41-55 Kolleg:innen\nr warn 57-75 Mitarbeiter(innen) | 57-75 Mitarbeiter:innen"},
          {"Jeder Mitarbeiter zählt, jede*r Kolleg*in auch.",
           "r warn 6-17 Mitarbeiter\nr warn 25-31 jede*r | 25-31 jede:r\nr warn 32-41 Kolleg*in | 32-41 Kolleg:in"},
          {"Entwickler (m/w/d) gesucht", ""},
          {"Mitarbeitende und Studierende", ""},
          {"viele Experten und Studenten",
           "r warn 6-14 Experten | 6-14 Expert:innen\nr warn 19-28 Studenten | 19-28 Student:innen"},
          {"mit unseren Experten aus der Forschung", "r warn 12-20 Experten | 12-20 Expert:innen"},
          {"für alle Studenten und Teilnehmer",
           "r warn 9-18 Studenten | 9-18 Student:innen\nr warn 23-33 Teilnehmer | 23-33 Teilnehmer:innen"},
          {"Wir schulen Kunden.", "r warn 12-18 Kunden | 12-18 Kund:innen"},
          {"Als Kunden merken wir das.", ""},
          {"Die Zahl der Mitarbeiter steigt.", ""},
          {"Ingenieure und Ärzte, mit Ingenieuren",
           "r warn 0-10 Ingenieure | 0-10 Ingenieur:innen\nr warn 15-20 Ärzte | 15-20 Ärzt:innen\nr warn 26-37 "
           "Ingenieuren | 26-37 Ingenieur:innen"},
          {"Kundinnen/Kunden und Mitarbeiter und Mitarbeiterinnen",
           "r warn 0-16 Kundinnen/Kunden | 0-16 Kund:innen\nr warn 21-53 Mitarbeiter und Mitarbeiterinnen | 21-53 "
           "Mitarbeiter:innen"},
          {"„Unsere Mitarbeiter“ sagte er", ""},
          {"Stammkunden und Fachexperten", ""},
          {"Preis: 5*3 und Zeit: in Berlin, Team:in", ""},
          {"Danke an den Kollegen aus Berlin.", ""},
          {"Wir haben Partner in 20 Ländern und drei Entwickler im Team.",
           "r warn 41-51 Entwickler | 41-51 Entwickler:innen"},
          {"Mein Kollege kommt.", ""},
          {"Lehrer und Schüler lernen.",
           "r warn 0-6 Lehrer | 0-6 Lehrer:innen\nr warn 11-18 Schüler | 11-18 Schüler:innen"},
          {"Die Teilnehmer:innen und ihre Trainerinnen und Trainer.",
           "r warn 30-54 Trainerinnen und Trainer | 30-54 Trainer:innen"},
          {"Der Bund der Steuerzahler rechnet.", ""},
          {"Wir treffen Bewerber.", "r warn 12-20 Bewerber | 12-20 Bewerber:innen"},
          {"Mehr unter https://x.example/Mitarbeiter*innen #Mitarbeiter", ""},
      });
}

TEST_CASE("Gender: the company names both", "[check][voice]") {
  Client client({rule("r", R"({"type":"gender","want":"pair"})")});
  expect(client, "de",
         {
             {"Unsere Mitarbeiter*innen und Kund:innen",
              "r warn 7-24 Mitarbeiter*innen | 7-24 Mitarbeiterinnen und Mitarbeiter\nr warn 29-39 Kund:innen | 29-39 "
              "Kundinnen und Kunden"},
             {"Mit Mitarbeiter:innen und Kunden",
              "r warn 4-21 Mitarbeiter:innen | 4-21 Mitarbeiterinnen und Mitarbeitern\nr warn 26-32 Kunden | 26-32 "
              "Kundinnen und Kunden"},
             {"Unseren Mitarbeitern danken wir.", "r warn 8-20 Mitarbeitern | 8-20 Mitarbeiterinnen und Mitarbeitern"},
             {"Kolleginnen und Kollegen", ""},
             {"Wir suchen Lerner:innen.", "r warn 11-23 Lerner:innen"},
         });
}

TEST_CASE("Gender: the company writes neutral words", "[check][voice]") {
  Client client({rule("r", R"({"type":"gender","want":"neutral","allow":["pair"]})")});
  expect(client, "de",
         {
             {"Unsere Mitarbeiter", "r warn 7-18 Mitarbeiter | 7-18 Mitarbeitenden"},
             {"Neue Mitarbeiter", "r warn 5-16 Mitarbeiter | 5-16 Mitarbeitende"},
             {"Viele Mitarbeiter", "r warn 6-17 Mitarbeiter | 6-17 Mitarbeitende"},
             {"Mit Mitarbeitern", "r warn 4-16 Mitarbeitern | 4-16 Mitarbeitenden"},
             {"Die neuen Teilnehmer", "r warn 10-20 Teilnehmer | 10-20 Teilnehmenden"},
             {"Für alle Experten", "r warn 9-17 Experten | 9-17 Fachleute"},
             {"Die Kunden", "r warn 4-10 Kunden"},
             {"Kundinnen und Kunden", ""},
             {"Studierende und Fachleute", ""},
         });
}

TEST_CASE("Gender: no signs", "[check][voice]") {
  Client client({rule("r", R"({"type":"gender","allow":["masculine","pair"]})")});
  expect(client, "de",
         {
             {"Unsere Mitarbeiter*innen", "r warn 7-24 Mitarbeiter*innen"},
             {"Unsere Mitarbeiter", ""},
             {"MitarbeiterInnen", "r warn 0-16 MitarbeiterInnen"},
             {"Jede:r", "r warn 0-6 Jede:r"},
         });
}

TEST_CASE("Gender: one sign in one post", "[check][voice]") {
  Client client({rule("r", R"({"type":"gender"})")});
  expect(client, "de",
         {
             {"Mitarbeiter:innen, Kund:innen und Kolleg*innen", "r warn 34-46 Kolleg*innen | 34-46 Kolleg:innen"},
             {"Mitarbeiter und Kund:innen", ""},
             {"Kolleg*innen und Kund:innen", "r warn 17-27 Kund:innen | 17-27 Kund*innen"},
         });
}

TEST_CASE("Gender: compounds and exceptions", "[check][voice]") {
  Client client({rule("r", R"({"type":"gender","want":"star","compounds":true,"except":["Kunden"]})")});
  expect(client, "de",
         {
             {"Unsere Stammkunden und Kunden", "r warn 7-18 Stammkunden | 7-18 Stammkund*innen"},
             {"Unser Kundenservice", ""},
         });
}
