#include "text/language.h"

#include "catch.h"
#include "exact_buffer.h"

using namespace botschaft::text;
using botschaft::test::ExactBuffer;

namespace {

Language language_of(std::string_view text) {
  return detect_languages(text, tokenize(text)).of_text;
}

void check_all(const std::vector<std::string>& texts, Language expected) {
  for (const std::string& text : texts) {
    CAPTURE(text);
    const ExactBuffer buffer(text);
    CHECK(language_of(buffer.view()) == expected);
  }
}

}  // namespace

TEST_CASE("German posts", "[language]") {
  check_all(
      {
          "Wir suchen Verstärkung für unser Team in Köln!",
          "Jetzt bewerben und Teil des Teams werden.",
          "Stolz auf unsere neuen Azubis 🎉",
          "Heute eröffnen wir unseren neuen Standort.",
          "Neue Stellen offen: jetzt bewerben!",
          "Danke an alle, die dabei waren!",
          "Was für ein Tag auf der Messe.",
          "Unser Sommerfest war großartig.",
          "Endlich Freitag! Schönes Wochenende euch allen.",
          "Herzlichen Glückwunsch zum Jubiläum, liebe Kollegen!",
          "Nachhaltigkeit beginnt bei uns im Einkauf.",
          "Mein erster Tag als Werkstudentin bei der Nordlicht AG.",
          "Mehr dazu im Blog.",
          "Guten Morgen aus Hamburg!",
          "Die Digitalisierung verändert unsere Branche grundlegend.",
          "Rabatt nur noch bis Sonntag.",
          "Wir garantieren 100 % Rendite.",
          "Das beste Produkt auf dem Markt!",
          "Ich freue mich auf den Austausch mit euch",
          "Zahlen, Daten, Fakten zur Energiewende",
          "Unser Cloud-Team hat das Release gelauncht, das Feedback der Community ist super.",
          "Meeting, Workshop und Networking: so war unser Offsite in Berlin",
          "Kommt vorbei und lernt uns kennen!",
          "Kennst du schon unseren Podcast?",
          "Wie geht ihr mit Homeoffice um?",
          "Spannende Einblicke in die Produktion von morgen",
          "Feierabend 😊 endlich",
      },
      Language::kGerman);
}

TEST_CASE("English posts", "[language]") {
  check_all(
      {
          "We are hiring!",
          "Join our team in Cologne.",
          "So proud of our new apprentices 🎉",
          "Today we open our new office.",
          "Thanks to everyone who was there!",
          "What a day at the fair.",
          "Happy Friday everyone!",
          "Congratulations on your anniversary, dear colleagues!",
          "Sustainability starts in purchasing.",
          "My first day as a working student at Northern Lights.",
          "Read more on our blog.",
          "Good morning from Hamburg!",
          "We guarantee 100 % returns.",
          "The best product on the market!",
          "Looking forward to meeting you all",
          "Apply now",
          "Check out our latest podcast",
          "How do you handle working from home?",
          "Exciting insights into tomorrow's production",
          "It's finally here: our new app",
          "Big news coming soon",
          "Can't wait to share this with you",
          "Thrilled to announce our new partnership with Siemens",
          "Great teamwork makes great products",
          "Save the date: March 3",
      },
      Language::kEnglish);
}

TEST_CASE("Other languages, mixed and empty posts are undetermined", "[language]") {
  check_all(
      {
          "Nous sommes ravis d'accueillir notre nouvelle équipe à Lyon.",
          "Merci à tous pour cette belle journée !",
          "Bonjour à tous, je suis heureux de partager cette nouvelle avec vous.",
          "Rejoignez notre équipe dès aujourd'hui",
          "Le télétravail est une chance pour les entreprises",
          "C'est la fin de la semaine, bon week-end à toutes et à tous",
          "Une nouvelle page se tourne",
          "Estamos buscando nuevos talentos para nuestro equipo en Madrid.",
          "Gracias a todos por este gran día.",
          "Hoy abrimos nuestra nueva oficina",
          "El futuro es de todos",
          "La sostenibilidad empieza en casa",
          "No se lo pierdan",
          "Siamo felici di dare il benvenuto ai nostri nuovi colleghi.",
          "Grazie a tutti per questa bella giornata!",
          "Oggi apriamo la nostra nuova sede",
          "Il futuro della mobilità è elettrico",
          "Non perdere la nostra offerta",
          "Wij zoeken nieuwe collega's voor ons team in Utrecht.",
          "Bedankt allemaal voor deze mooie dag!",
          "Vandaag openen we ons nieuwe kantoor",
          "Het is tijd voor een goed gesprek",
          "Ik ben trots op mijn team",
          "Wat een dag was dit",
          "De toekomst is nu",
          "Werk samen met ons in de zorg",
          "Szukamy nowych talentów do naszego zespołu w Warszawie.",
          "Dziękujemy wszystkim za wspaniały dzień!",
          "Dziś otwieramy nowe biuro",
          "To jest nasza przyszłość",
          "İstanbul'daki ekibimiz için yeni yetenekler arıyoruz.",
          "Bu güzel gün için herkese teşekkürler!",
          "Bugün yeni ofisimizi açıyoruz",
          "Gelecek bizim için çok önemli",
          "Vi söker nya kollegor till vårt team i Stockholm.",
          "Tack alla för en fin dag!",
          "Det är en bra dag att vara glad",
          "Estamos contratando para a nossa equipe em São Paulo.",
          "Obrigado a todos por este dia",
          "Wir suchen dich für unser Team. We are looking for you to join our team.",
          "🎉🎉🎉",
          "https://www.firma.de/wir-sind-die-besten",
          "#wir #sind #die #besten",
          "Hallo",
          "2024",
          "",
      },
      Language::kUndetermined);
}

namespace {

// Of each stretch, in order.
std::vector<Language> languages_of(std::string_view text) {
  std::vector<Language> languages;
  for (const LanguageStretch& stretch : detect_languages(text, tokenize(text)).stretches)
    languages.push_back(stretch.language);
  return languages;
}

}  // namespace

TEST_CASE("The sentences of a mixed post have languages of their own", "[language]") {
  using enum Language;
  CHECK(languages_of("Wir suchen dich für unser Team. We are looking for you to join our team.") ==
        std::vector{kGerman, kEnglish});
  CHECK(
      languages_of("We are hiring!\nWir suchen Verstärkung für unser Team in Köln, und wir freuen uns auf dich.\nNous "
                   "sommes ravis de vous accueillir.") == std::vector{kEnglish, kGerman, kOther});
  CHECK(languages_of("Nous sommes ravis d'accueillir notre nouvelle équipe à Lyon.") == std::vector{kOther});
  // One language, with words of another.
  CHECK(languages_of("Unser Cloud-Team hat das Release gelauncht. Das Feedback der Community ist super! Top.").empty());
  CHECK(languages_of("Our Kindergarten is open. It is the best in the Mittelstand. Gesundheit!").empty());
  CHECK(languages_of("Hallo").empty());
  CHECK(languages_of("").empty());
}
