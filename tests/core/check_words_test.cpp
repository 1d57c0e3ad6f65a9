// Phrases, required elements, shouting and look-alike letters, through requests as callers send them.
#include "check_cases.h"

using namespace botschaft::test;

TEST_CASE("Phrases: places, messages and fixes", "[check]") {
  Client client(
      {rule("free", R"({"type":"phrases","phrases":[{"text":"gratis","replace":["kostenlos",""]},"umsonst"]})"),
       rule("brand", R"({"type":"phrases","phrases":[{"text":"linkedin","replace":"LinkedIn"}]})"),
       rule("media", R"({"type":"phrases","phrases":["social media","social media manager"]})"),
       rule("stem", R"({"type":"phrases","compounds":true,"phrases":[{"text":"Umsatz","replace":"Erlös"}]})")});
  expect(client, {
                     {"Ganz gratis heute", "free warn 5-11 gratis | 5-11 kostenlos | 5-12 "},
                     {"Gratis heute", "free warn 0-6 Gratis | 0-6 Kostenlos | 0-7 "},
                     {"Alles gratis!", "free warn 6-12 gratis | 6-12 kostenlos | 5-12 "},
                     {"GRATIS", "free warn 0-6 GRATIS | 0-6 Kostenlos | 0-6 "},
                     {"Nicht umsonst", "free warn 6-13 umsonst"},
                     {"🚀👩‍👩‍👧 gratis", "free warn 11-17 gratis | 11-17 kostenlos | 10-17 "},
                     {"a\r\ngratis\r\nb", "free warn 3-9 gratis | 3-9 kostenlos | 3-9 "},
                     {"Auf LinkedIn, nicht auf Linkedin", "brand warn 24-32 Linkedin | 24-32 LinkedIn"},
                     {"Social Media Manager und social media",
                      "media warn 0-20 Social Media Manager\nmedia warn 25-37 social media"},
                     {"Jahresumsatz", "stem warn 0-12 Jahresumsatz"},  // a fix for the part would break the word
                     {"Umsatz", "stem warn 0-6 Umsatz | 0-6 Erlös"},
                     {"https://gratis.example/umsonst?gratis", ""},
                     {"kostenlos", ""},
                     {"", ""},
                 });
}

TEST_CASE("Phrases: several words written as one", "[check]") {
  Client client(
      {rule("secret", R"({"type":"phrases","joined":true,"inflect":true,"phrases":["Projekt Nordlicht"],
                          "except":["Projekt Nordlicht Café"]})"),
       rule("own",
            R"({"type":"phrases","phrases":[{"text":"Blauer Vogel","joined":true,"replace":["unser Vorhaben",""]}]})"),
       rule("apart", R"({"type":"phrases","phrases":["Grüner Berg"]})")});
  expect(client,
         {
             {"Das Projekt Nordlicht", "secret warn 4-21 Projekt Nordlicht"},
             {"Bald #ProjektNordlicht!", "secret warn 6-22 ProjektNordlicht"},
             {"bald #projektnordlicht", "secret warn 6-22 projektnordlicht"},
             {"Zum Projekt-Nordlicht-Team", "secret warn 4-21 Projekt-Nordlicht"},
             {"#Projekt_Nordlicht", "secret warn 1-18 Projekt_Nordlicht"},
             {"Projekt\u2011Nordlicht", "secret warn 0-17 Projekt\u2011Nordlicht"},
             {"Projekte, Nordlichter und Nordlicht-Projekte", ""},
             {"Im Projekt-Nordlicht-Café", ""},
             // A hashtag is one word: several words take its place, and never a part of it.
             {"Bald #BlauerVogel da", "own warn 6-17 BlauerVogel | 5-17 unser Vorhaben | 5-18 "},
             {"Bald Blauer-Vogel da", "own warn 5-17 Blauer-Vogel | 5-17 unser Vorhaben | 5-18 "},
             {"#Blauer-Vogel", "own warn 1-13 Blauer-Vogel | 1-13 unser Vorhaben | 1-13 "},
             {"#GrünerBerg, Grüner-Berg, GrünerBerg", ""},
             {"Blauervogeltag", ""},
         },
         R"(,"lang":"de")");
}

TEST_CASE("Phrases: exceptions", "[check]") {
  Client client(
      {rule("own", R"({"type":"phrases","phrases":[{"text":"Leader","except":["Thought Leader"]},{"text":"Guru"}]})"),
       rule(
           "all",
           R"({"type":"phrases","inflect":true,"phrases":["Risiko","sicher"],"except":["kein Risiko","sicher ist sicher"]})"),
       rule("company", R"({"type":"phrases","phrases":["Werk"],"except":["{company}"]})")},
      R"(,"organisation":{"names":["Werk Nord","Werk Süd"]})");
  expect(client, {
                     {"Thought Leader und Leader", "own warn 19-25 Leader"},
                     {"Thought Guru", "own warn 8-12 Guru"},
                     {"Kein Risiko, aber Risiken", "all warn 18-25 Risiken", R"(,"lang":"de")"},
                     {"Sicher ist sicher", "", R"(,"lang":"de")"},
                     {"Keine Risiken", "", R"(,"lang":"de")"},
                     {"Werk Süd ist ein Werk", "company warn 17-21 Werk"},
                 });
}

TEST_CASE("Phrases: exceptions are matched as loosely as the phrase", "[check]") {
  Client client({rule("r", R"({"type":"phrases","umlauts":true,"phrases":["Grüße"],"except":["liebe Grüße"]})")});
  expect(client, {{"Gruesse", "r warn 0-7 Gruesse"}, {"Liebe Gruesse", ""}});
}

TEST_CASE("A disclosure must be there, and be seen", "[check]") {
  const std::string message = R"(,"message":{"en":"Disclose {match}."})";
  const std::string when = R"(,"when":[{"phrases":["{company}"]}])";
  Client client({rule("anywhere", R"({"type":"required","oneOf":["#Werbung","Anzeige"],"amongHashtags":false,
                                      "insert":{"text":{"de":"Anzeige:","en":"Ad:"},"at":"start"}})",
                      message + when),
                 rule("early", R"({"type":"required","oneOf":["Anzeige"],"within":{"first":20}})",
                      message + R"(,"where":{"networks":["x"]})" + when),
                 rule("late", R"({"type":"required","oneOf":["Impressum"],"within":{"last":12},
                                  "insert":{"text":{"en":"Impressum"},"at":"end"}})",
                      message + R"(,"where":{"networks":["xing"]})")},
                R"(,"organisation":{"names":["Musterwerk"]})");
  expect(
      client,
      {
          {"Neues aus der Welt", ""},
          {"Neues von Musterwerk", "anywhere warn - Disclose . | 0-0 Anzeige: ", R"(,"lang":"de")"},
          {"News from Musterwerk", "anywhere warn - Disclose . | 0-0 Ad: ", R"(,"lang":"en")"},
          {"Anzeige: Neues von Musterwerk", ""},
          {"Neues von Musterwerk #werbung", ""},
          {"Neues von Musterwerk #werbung #job", ""},
          {"Musterwerk #a #Werbung, #b", "anywhere warn 14-22 Disclose #Werbung. | 0-0 Ad: ", R"(,"lang":"en")"},
          {"Anzeige Musterwerk", "", R"(,"network":"x")"},
          {"12345678901234567890 Anzeige Musterwerk", "early warn 21-28 Disclose Anzeige.", R"(,"network":"x")"},
          {"1234567890123456789 Anzeige Musterwerk", "early warn 20-27 Disclose Anzeige.", R"(,"network":"x")"},
          {"123456789012345678 Anzeige Musterwerk", "", R"(,"network":"x")"},
          // Twenty characters as people see them, not as they are stored.
          {"👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧 Anzeige "
           "Musterwerk",
           "", R"(,"network":"x")"},
          {"Text. Impressum", "", R"(,"network":"xing")"},
          {"Impressum steht ganz vorn", "late warn 0-9 Disclose Impressum. | 25-25  Impressum", R"(,"network":"xing")"},
          {"", "late warn - Disclose . | 0-0 Impressum", R"(,"network":"xing")"},
          {"Ende\n", "late warn - Disclose . | 5-5 Impressum", R"(,"network":"xing")"},
      });
}

TEST_CASE("Shouting", "[check]") {
  Client client({rule("two", R"({"type":"shouting","except":["{company}","ISO"]})"),
                 rule("one", R"({"type":"shouting","minLetters":2,"minWords":1})", R"(,"where":{"networks":["x"]})")},
                R"(,"organisation":{"names":["MUSTERWERK"]})");
  expect(client, {
                     {"JETZT KAUFEN, Leute", "two warn 0-12 JETZT KAUFEN"},  // without a fix: German nouns
                     {"Nur heute: WIR SIND DIE BESTEN!!!", "two warn 11-30 WIR SIND DIE BESTEN"},
                     {"ÜBER 100 ÄPFEL", "two warn 0-14 ÜBER 100 ÄPFEL"},
                     {"NASA startet", ""},
                     {"Das IST ein TEST für UNS", ""},
                     {"JETZT bei MUSTERWERK KAUFEN", ""},
                     {"#JETZT #KAUFEN", ""},
                     {"HTTPS://WWW.FIRMA.EXAMPLE/JETZT/KAUFEN", ""},
                     {"Ja, I A 4711 42", ""},
                     {"OK", "one warn 0-2 OK", R"(,"network":"x")"},
                 });
}

TEST_CASE("Shouting: what is calmed keeps its names, and nothing is calmed that might be one", "[check]") {
  Client client({rule("loud", R"({"type":"shouting","except":["ISO"]})"),
                 rule("known", R"({"type":"acronym","known":["ADAC","USA"]})"),
                 rule("brand", R"({"type":"phrases","case":true,"phrases":[{"text":"Tannbox","replace":"TannBox"}]})")},
                R"(,"organisation":{"names":["Silbertann Energie"],"products":["WindCharge"]})");
  expect(
      client,
      {
          {"PLEASE BUY OUR NEW TANNBOX", "loud warn 0-26 PLEASE BUY OUR NEW TANNBOX | 0-26 Please buy our new TannBox"},
          {"Hey: SILBERTANN LOVES THE USA AND WINDCHARGE",
           "loud warn 5-44 SILBERTANN LOVES THE USA AND WINDCHARGE | 5-44 Silbertann loves the USA and WindCharge"},
          {"THIS WORKS. HURRY, I WILL TOO",
           "loud warn 0-29 THIS WORKS. HURRY, I WILL TOO | 0-29 This works. Hurry, I will too"},
          {"THIS IS ADAC AND KPMG NEWS", "loud warn 0-26 THIS IS ADAC AND KPMG NEWS"},
          {"DIE NEUE TANNBOX IST DA", "loud warn 0-23 DIE NEUE TANNBOX IST DA", R"(,"lang":"de")"},
      },
      R"(,"lang":"en")");
}

TEST_CASE("Personal data by kind", "[check]") {
  const auto finds = [](const char* kind) {
    return Client({rule("r", std::string(R"({"type":"personalData","of":[")") + kind + "\"]}")});
  };
  Client email = finds("email");
  expect(email, {
                    {"an jana@firma.de.", "r warn 3-16 jana@firma.de | 2-16 "},
                    {"(jörg.o'neil+x@post.firma.co.uk)", "r warn 1-31 jörg.o'neil+x@post.firma.co.uk | 1-31 "},
                    {"@jana@mastodon.social @jana a@b jana@firma.nichts 5@3", ""},
                });
  Client phone = finds("phone");
  expect(phone, {
                    {"📞+49 (0)171/234-5678!", "r warn 2-21 +49 (0)171/234-5678 | 2-21 "},
                    {"0049 30 1234567 und", "r warn 0-15 0049 30 1234567 | 0-16 "},
                    {"(030) 123 45 67", "r warn 0-15 (030) 123 45 67 | 0-15 "},
                    {"01 23 45 67 89", "r warn 0-14 01 23 45 67 89 | 0-14 "},
                    {"2026 0171 2345678 2027", "r warn 5-17 0171 2345678 | 5-18 "},
                    {"(415) 555-0132 or 415.555.0132",
                     "r warn 0-14 (415) 555-0132 | 0-15 \nr warn 18-30 415.555.0132 | 17-30 "},
                    {"0800 1234567", ""},
                    {"24.11.2026 24-11-2026 01/02/2026 2026-11-24 07:30-18:00", ""},
                    {"+20.000.000 Euro, 1.030 1234567 Stück, 1234567890, 0,0171 2345678", ""},
                    {"A0171 2345678 0171 2345678x", ""},
                    {"https://firma.de/0171-2345678", ""},
                    {"DE89 3704 0044 0532 0130 00", ""},
                });
  Client iban = finds("iban");
  expect(iban, {
                   {"DE89 3704 0044 0532 0130 00 BIC", "r warn 0-27 DE89 3704 0044 0532 0130 00 | 0-28 "},
                   {"an GB82WEST12345698765432", "r warn 3-25 GB82WEST12345698765432 | 2-25 "},
                   {"DE88 3704 0044 0532 0130 00", ""},
                   {"XDE89 3704 0044 0532 0130 00", ""},
               });
  Client card = finds("paymentCard");
  expect(card, {
                   {"4111 1111 1111 1111", "r warn 0-19 4111 1111 1111 1111 | 0-19 "},
                   {"3782 822463 10005.", "r warn 0-17 3782 822463 10005 | 0-17 "},
                   {"4111 1111 1111 1112 und 41 11 11 11 11 11 11 11", ""},
               });
  Client plate = finds("licencePlate");
  expect(plate, {
                    {"der MÜ-AB 123E da", "r warn 4-14 MÜ-AB 123E | 4-15 "},
                    {"B-X 12, EU-VO 2024, ISO-AB 1, ABC-DE 12345, xB-X 12", "r warn 0-6 B-X 12 | 0-6 "},
                });
  Client key = finds("credential");
  expect(key,
         {
             {"Passwort: Sommer26.", "r warn 10-18 Sommer26 | 9-18 "},
             {"API key = \"a_b_c\"", "r warn 11-16 a_b_c | 11-16 "},
             {"https://u:geheim@firma.de/x", "r warn 8-16 u:geheim | 8-16 "},
             {"glpat-abcdefghij0123456789", "r warn 0-26 glpat-abcdefghij0123456789 | 0-26 "},
             {"eyJhbGciOiJ.eyJzdWIiOiI.abcdefghij", "r warn 0-34 eyJhbGciOiJ.eyJzdWIiOiI.abcdefghij | 0-34 "},
             {"-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----",
              "r warn 0-65 -----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY----- | 0-65 "},
             {"Passwort: lang, kein Wort. Passwort vergessen? Das Passwort 2026! sk-abcdefghijklmnopqrstuvwxyz", ""},
             {"https://firma.de:8080/x@y", ""},
         });
}

TEST_CASE("Personal data that may stand there", "[check]") {
  Client client(
      {rule("r", R"({"type":"personalData","allow":["firma.de","Jana@Post.example.com","+49 30 1234567"]})")});
  expect(client, {
                     {"x@firma.de y@post.firma.de jana@post.example.com 0049 (30) 123-4567", ""},
                     {"x@post.example.com", "r warn 0-18 x@post.example.com | 0-18 "},
                     {"0049 30 1234568", "r warn 0-15 0049 30 1234568 | 0-15 "},
                 });
}

TEST_CASE("Readability is judged at the hardest sentence", "[check]") {
  Client client(
      {rule("r", R"({"type":"readability","min":50,"minWords":12})", R"(,"message":{"en":"{count} of {min}"})")});
  expect(client, {
                     {"Wir waren heute im Werk. Die Halle ist hell und warm. Alle sind froh.", ""},
                     {"Wir waren im Werk. Die Berücksichtigung organisatorischer Rahmenbedingungen ermöglicht "
                      "Produktivitätssteigerungen. Schön war es.",
                      "r warn 19-114 0 of 50"},
                     {"Berücksichtigung organisatorischer Rahmenbedingungen", ""},
                     {"The cat sat on the mat, and then it ran off to see the dog.", ""},
                     {"Organizational considerations necessitate comprehensive implementation of interdisciplinary "
                      "optimization methodologies throughout all operational departments.",
                      "r warn 0-158 0 of 50"},
                     {"Je suis très heureux de vous annoncer la disponibilité immédiate de nos nouvelles installations "
                      "internationales.",
                      ""},
                 });
}

TEST_CASE("One spelling in one post", "[check]") {
  Client client({rule("r", R"({"type":"consistency","sets":[["E-Mail","Email"],["color","colour","Color"]]})")});
  expect(client, {
                     {"E-Mail, Email, Email", "r warn 0-6 E-Mail | 0-6 Email"},
                     {"Email, E-Mail", "r warn 0-5 Email | 0-5 E-Mail"},
                     {"Email, Email, email", ""},
                     {"colour und Color", "r warn 11-16 Color | 11-16 colour"},
                     {"E-Mail color", ""},
                 });
}

TEST_CASE("Acronyms that nobody explains", "[check]") {
  Client client({rule("r", R"({"type":"acronym","known":["EU","{company}"]})")});
  expect(client, {
                     {"Die QGB ist da, die QGB.", "r warn 4-7 QGB"},
                     {"Die QGB, später: Qualität Gut Besser (QGB).", ""},
                     {"QGB (Qualität gut)", ""},
                     {"(QGB)", "r warn 1-4 QGB"},
                     {"Die EU und A und ABCDEFG und A320 und Qgb", ""},
                     {"GANZ LAUT #QGB @QGB https://www.QGB.de", ""},
                     {"Die ÄÖÜ", "r warn 4-7 ÄÖÜ"},
                 });
}

TEST_CASE("The same word twice in a row", "[check]") {
  Client client({rule("r", R"({"type":"repetition","except":["Sie"]})")});
  expect(client, {
                     {"Das das ist gut", "r warn 0-7 Das das | 3-7 "},
                     {"Es ist  ist gut", "r warn 3-11 ist  ist | 6-11 "},
                     {"die, die und sie sie und 10 10", ""},
                     {"Ende\nEnde und Ende\r\nEnde", ""},
                 });
}

TEST_CASE("Letters that only look like letters", "[check]") {
  Client client({rule("r", R"({"type":"lookalikes"})")});
  expect(client, {
                     {"𝗛𝗲𝗹𝗹𝗼 Welt", "r warn 0-10 Hello | 0-10 Hello"},
                     {"Hallo 𝓭𝓾 𝓭𝓪!", "r warn 6-15 du da | 6-15 du da"},
                     {"Ｈａｌｌｏ", "r warn 0-5 Hallo | 0-5 Hallo"},
                     {"bei pаypal", "r warn 4-10 paypal | 4-10 paypal"},  // a Cyrillic а
                     {"Привет, мир", ""},
                     {"Größe, naïve, Łódź, ﬁt nicht", ""},
                     {"3 ℓ Milch, H₂O, m²", ""},
                     {"Hallo 👩‍👩‍👧 Welt", ""},
                 });
}
