// The tone, told by the lexicon that ships: sentences that must lie above or below a line, in both languages.
#include <fstream>
#include <sstream>

#include "catch.h"
#include "check/draft.h"
#include "tone/profile.h"
#include "wire/lexicon_reader.h"

using namespace botschaft;
using tone::Dimension;

namespace {

const tone::Lexicon& lexicon() {
  static const tone::Lexicon shipped = [] {
    std::ifstream file(BOTSCHAFT_LEXICON);
    std::stringstream text;
    text << file.rdbuf();
    const std::string json = text.str();
    const wire::Document document{json};
    REQUIRE(document.ok());
    Result<tone::Lexicon> read = wire::read_lexicon(document.root());
    REQUIRE(read.ok());
    return std::move(read.value());
  }();
  return shipped;
}

tone::Profile profile_of(std::string_view text, const std::vector<Span>& names = {},
                         text::Language language = text::Language::kUndetermined) {
  const check::Draft draft(text, language);
  return tone::measure(draft.passage(names), lexicon());
}

int score(std::string_view text, Dimension dimension) {
  const tone::Profile profile = profile_of(text);
  return profile.of(dimension) ? profile.of(dimension)->value : -1;
}

// The words that move a dimension, with their shares.
std::string words(std::string_view text, Dimension dimension) {
  const tone::Profile profile = profile_of(text);
  const auto& found = profile.of(dimension);
  std::string out;
  if (!found) return "none";
  for (const tone::Mover& mover : found->movers)
    out.append(out.empty() ? "" : ", ").append(mover.span.in(text)).append(" ").append(std::to_string(mover.share));
  return out;
}

struct Sentences {
  std::vector<std::string_view> above;
  std::vector<std::string_view> below;
};

void check_sides(Dimension dimension, int upper, int lower, const Sentences& sentences) {
  for (const std::string_view text : sentences.above) {
    INFO(text << " [" << words(text, dimension) << "]");
    CHECK(score(text, dimension) >= upper);
  }
  for (const std::string_view text : sentences.below) {
    INFO(text << " [" << words(text, dimension) << "]");
    CHECK(score(text, dimension) <= lower);
  }
}

}  // namespace

TEST_CASE("Formality: letters and offices above, chat below", "[tone]") {
  check_sides(
      Dimension::kFormality, 60, 40,
      {{"Sehr geehrte Damen und Herren, hiermit setzen wir Sie in Kenntnis.",
        "Diesbezüglich bitten wir um Kenntnisnahme.", "Gemäß der Vereinbarung obliegt die Prüfung dem Vorstand.",
        "Nichtsdestotrotz beabsichtigen wir, das Verfahren fortzusetzen.",
        "Mit freundlichen Grüßen, die Geschäftsleitung",
        "Des Weiteren erlauben wir uns einen Hinweis hinsichtlich der Frist.",
        "We hereby inform you pursuant to section four.", "Please be advised that the meeting will commence at noon.",
        "Furthermore, the aforementioned parties shall respond in accordance with the contract.",
        "Dear Sir or Madam, we regret the delay in our correspondence.",
        "Prior to signing, kindly ascertain the amount.", "The undersigned respectfully requests your assistance."},
       {"Hey Leute, das war echt krass gestern, lol!", "Moin! Kriegt ihr das irgendwie hin?",
        "Na klar, hab voll Bock drauf 😎😎", "Digga, wie geil ist das denn!", "Nö, keine Ahnung, is halt so.",
        "Jungs und Mädels, heute gibts Kuchen 🎂!", "Hey guys, gonna be awesome, check it out!",
        "Yeah, that's kinda cool, lol 😂", "Omg I can't even, this is so lit!", "Gotta love this stuff, thx folks!",
        "Wow, you're killing it, dude!", "Wanna hang out? It's gonna be epic 🎉"}});
}

TEST_CASE("Friendliness: praise and thanks above, blame below", "[tone]") {
  check_sides(
      Dimension::kFriendliness, 58, 42,
      {{"Vielen Dank an das ganze Team, ihr seid großartig!", "Ich freue mich sehr über die schöne Auszeichnung.",
        "Das Essen war lecker und die Bedienung freundlich.", "Herzlichen Glückwunsch zum Erfolg!",
        "Das war nicht schlecht, ich bin zufrieden.", "Der Umzug lief ohne Probleme.",
        "Ich kann das Buch nur empfehlen.", "Thank you all, what a wonderful evening.",
        "The staff were friendly and the food was delicious.", "Not bad at all, I enjoyed it.",
        "It works great, no problems so far.", "Congratulations to our colleagues, we are grateful."},
       {"Der Service war leider schlecht und unfreundlich.",
        "Ich bin enttäuscht, das Gerät ist nach zwei Tagen kaputt.", "Das Produkt überzeugt mich nicht.",
        "Das ist alles andere als gut.", "Nie wieder, reine Zeitverschwendung.",
        "Das hat mir überhaupt nicht gefallen.", "Sehr ärgerlich, ein absoluter Fehlkauf.",
        "The food was terrible and the waiter rude.", "I am not happy with this phone.", "This is anything but good.",
        "A complete waste of time, very disappointing.", "It broke after two days. I hate it."}});
}

TEST_CASE("Certainty: promises above, hedges below", "[tone]") {
  check_sides(
      Dimension::kCertainty, 62, 42,
      {{"Unser Speicher ist garantiert sicher.", "Das funktioniert immer und ohne Ausnahme, definitiv.",
        "Wir versprechen: Das klappt zu 100 %.", "Zweifellos ist das die Lösung.", "Das ist völlig risikofrei.",
        "Mit Sicherheit steigt der Umsatz auf jeden Fall.", "We guarantee that it works.",
        "It will never fail, no exceptions.", "This is definitely risk-free.", "You can't lose, we promise.",
        "Without a doubt the answer is yes.", "It always works, in every case."},
       {"Vielleicht klappt es, wir hoffen es.", "Das könnte möglicherweise etwas helfen.",
        "Nach meiner Erfahrung ist das meistens so.", "Voraussichtlich dürfte der Bau ungefähr ein Jahr dauern.",
        "Soweit ich weiß, ist das eher selten.", "Das ist nicht garantiert.", "Maybe it works, perhaps not.",
        "It might help, in my opinion.", "This could possibly take about a year.", "It seems that it probably depends.",
        "We cannot guarantee that.", "I assume it is likely, roughly speaking."}});
}

TEST_CASE("Hype: superlatives above, plain words below", "[tone]") {
  check_sides(Dimension::kHype, 45, 15,
              {{"Unser revolutionäres Produkt ist einzigartig.", "Das beste und größte Event des Jahres!",
                "Ein bahnbrechender Quantensprung für die Branche.", "Wir sind weltweit führend und unschlagbar.",
                "Sensationell, phänomenal, atemberaubend!", "Der ultimative Gamechanger ist da.",
                "A revolutionary, game-changing breakthrough.", "The best and fastest phone ever made.",
                "Our world-class, cutting-edge platform.", "Mind-blowing results, truly unparalleled.",
                "An incredible once-in-a-lifetime experience.", "We are the number one market leader."},
               {"Wir haben heute eine neue Werkstatt eröffnet.", "Das ist keine Revolution, aber ein guter Anfang.",
                "Das Team hat drei Monate daran gearbeitet.",
                "Die Zeitung schreibt: „revolutionär und einzigartig“. Wir sehen das nüchterner und arbeiten weiter.",
                "Mein Kollege erklärt, wie die Anlage läuft.", "Am Dienstag treffen wir uns um neun.",
                "We opened a new workshop today.", "It is not a revolution, but it helps.",
                "The team worked on it for three months.", "My colleague explains how the plant works.",
                "The paper called it “revolutionary”. We think it is a step.", "See you on Tuesday at nine."}});
}

TEST_CASE("Aggression: insults above, criticism in good form below", "[tone]") {
  check_sides(
      Dimension::kAggression, 40, 10,
      {{"Du bist ein Idiot.", "So eine Scheiße, die Bahn kommt wieder nicht.", "Diese Versager können nichts.",
        "Halt die Klappe!", "Was für ein Trottel.", "Ihr seid alle Lügner und Betrüger.", "You are an idiot.",
        "This is bullshit.", "What a bunch of losers.", "Shut up!", "These crooks are pathetic.",
        "Go to hell, you liar."},
       {"Ich sehe das anders als Sie.", "Die Bahn kam heute leider wieder zu spät.",
        "Der Vorschlag überzeugt mich nicht.", "Danke für die offene Kritik.",
        "Das Ergebnis ist schlechter als erwartet.", "Jemand rief „Idiot“, das geht so nicht und passt nicht zu uns.",
        "I see this differently.", "The train was late again, unfortunately.", "I am not convinced by the proposal.",
        "Thank you for the open criticism.", "The result is worse than expected.",
        "Somebody shouted “idiot”, and that is not how we talk to people."}});
}

TEST_CASE("Jargon: buzzwords above, everyday words below", "[tone]") {
  check_sides(
      Dimension::kJargon, 45, 15,
      {{"Wir heben Synergien und schaffen Mehrwert für alle Stakeholder.", "Unsere Learnings aus dem Deep Dive.",
        "Agile Transformation braucht das richtige Mindset.", "Ein ganzheitliches Ökosystem mit Best Practices.",
        "Zeitnah ein proaktives Alignment mit dem Kick-off.", "Skalierbare Use Cases entlang der Customer Journey.",
        "We leverage synergies to empower stakeholders.", "A holistic paradigm for scalable ecosystems.",
        "Actionable learnings from our deep dive.", "Let's touch base and move the needle.",
        "A robust, data-driven value proposition.", "Low-hanging fruit and quick wins going forward."},
       {"Wir arbeiten zusammen und lernen voneinander.", "Die Kollegin zeigt, wie der Ofen funktioniert.",
        "Heute haben wir die Fenster geputzt.", "Der neue Bus fährt seit Montag.", "Wer hilft am Samstag beim Aufbau?",
        "Das Wasser war kalt.", "We work together and learn from each other.", "She shows how the oven works.",
        "We cleaned the windows today.", "The new bus has run since Monday.", "Who helps on Saturday?",
        "The water was cold."}});
}

TEST_CASE("Plainness: short words above, officialese below", "[tone]") {
  check_sides(
      Dimension::kPlainness, 65, 40,
      {{"Wir sind da. Komm vorbei und trink einen Tee mit uns.", "Heute war ein guter Tag, wir haben viel gelernt.",
        "Das Rad steht vor der Tür und ist neu.", "Wer mag, kann um acht Uhr mit uns los.",
        "Der Wind war stark, doch das Dach hat gut gehalten.", "Ich bin seit zehn Jahren hier und gern dabei.",
        "We are here. Come in and have some tea.", "It was a good day and we learned a lot.",
        "The bike is at the door and it is new.", "The wind was strong, but the roof held.",
        "I have been here ten years and I like it.", "We all went home at six and had soup."},
       {"Die Inanspruchnahme der Dienstleistungen unterliegt umfangreichen Genehmigungsvoraussetzungen.",
        "Unternehmensübergreifende Digitalisierungsinitiativen ermöglichen Produktivitätssteigerungen.",
        "Die Berücksichtigung regulatorischer Rahmenbedingungen erfordert interdisziplinäre Zusammenarbeit.",
        "Nachhaltigkeitsberichterstattungspflichten verändern die Unternehmenskommunikation grundlegend.",
        "Organisationsentwicklung erfordert kontinuierliche Kompetenzerweiterung aller Beteiligten.",
        "Wirtschaftlichkeitsuntersuchungen rechtfertigen Investitionsentscheidungen nachträglich.",
        "Organizational transformation necessitates interdisciplinary collaboration initiatives.",
        "Regulatory considerations significantly complicate international telecommunications.",
        "Comprehensive documentation facilitates sustainable organizational development.",
        "Unprecedented technological opportunities revolutionize manufacturing productivity.",
        "Environmental sustainability considerations fundamentally influence investment decisions.",
        "Multidisciplinary experimentation accelerates pharmaceutical innovation considerably."}});
}

TEST_CASE("Inclusiveness: neutral words above, outdated and hurtful ones below", "[tone]") {
  check_sides(
      Dimension::kInclusiveness, 95, 75,
      {{"Menschen mit Behinderung arbeiten in allen Abteilungen.", "Unsere Reinigungskräfte haben heute Geburtstag.",
        "Das Team hat gewonnen.", "Die Pflegefachkräfte verdienen unseren Dank.",
        "Ältere Menschen nutzen die App gern.", "Sinti und Roma laden zum Fest ein.",
        "Disabled people work in all departments.", "The chair opened the meeting.", "Older people like the app.",
        "Firefighters visited our school.", "Everyone is welcome.", "She uses a wheelchair and works in sales."},
       {"Die Behinderten haben einen eigenen Eingang.", "Unsere Putzfrau hat heute Geburtstag.",
        "Er ist an den Rollstuhl gefesselt.", "Zigeunerschnitzel gibt es heute in der Kantine.",
        "Das schafft auch ein Taubstummer.", "Die Krankenschwestern hatten Nachtdienst.",
        "She is confined to a wheelchair.", "The handicapped have their own entrance.", "Hey guys, welcome.",
        "The chairman opened the meeting.", "He suffers from epilepsy.", "We need more manpower."}});
}

TEST_CASE("Energy: exclamation marks, capitals and emoji above, calm below", "[tone]") {
  check_sides(
      Dimension::kEnergy, 40, 18,
      {{"Los geht's!!! Endlich!", "WAHNSINN, WIR HABEN GEWONNEN!!", "🎉🎉🎉 Wow, was für ein Tag!",
        "Vollgas! Auf geht's! Macht mit!", "Mega! Hammer! Juhu!", "JETZT ANMELDEN UND DABEI SEIN!",
        "Let's go!!! Finally!", "AMAZING NEWS, WE WON!!", "🚀🚀🚀 Wow, what a day!", "Join us now! Can't wait!",
        "Boom! Yes! Here we go!", "HUGE NEWS COMING TODAY!"},
       {"Am Montag beginnt die neue Schicht.", "Wir danken allen Beteiligten.",
        "Die Anlage liefert seit gestern Strom.", "Ein ruhiger Tag im Werk.", "Die Sitzung dauert zwei Stunden.",
        "Die NATO und die OECD tagen in Berlin.", "The new shift starts on Monday.", "We thank all who took part.",
        "The plant has supplied power since yesterday.", "A quiet day at the works.", "The meeting lasts two hours.",
        "NATO and UNESCO meet in Berlin."}});
}

TEST_CASE("Strengthening and weakening words count, and what follows “but” counts more", "[tone]") {
  constexpr auto kSide = Dimension::kFriendliness;
  CHECK(score("Das ist sehr gut.", kSide) > score("Das ist gut.", kSide));
  CHECK(score("Das ist gut.", kSide) > score("Das ist etwas gut.", kSide));
  CHECK(score("That was very good.", kSide) > score("That was good.", kSide));
  CHECK(score("That was slightly annoying.", kSide) > score("That was annoying.", kSide));
  CHECK(score("Der Service war schlecht, aber das Essen war gut.", kSide) > 50);
  CHECK(score("Das Essen war gut, aber der Service war schlecht.", kSide) < 50);
  CHECK(score("Not only good, but cheap.", kSide) > 50);
  CHECK(score("Das ist nicht nur gut.", kSide) > 50);
}

TEST_CASE("A mixed post is judged sentence by sentence", "[tone]") {
  // "gift" and "hell" are bright in one language and dark in the other, "die" is no death in German.
  const std::string_view text = "Der Raum ist hell und die Kollegen freuen sich. This place is hell and I hate it.";
  const std::string found = words(text, Dimension::kFriendliness);
  INFO(found);
  CHECK(found.find("die ") == std::string::npos);
  CHECK(found.find("freuen 3") != std::string::npos);
  CHECK(found.find("hate -") != std::string::npos);
}

TEST_CASE("Shares are parts of all movement, and names and links are no wording", "[tone]") {
  CHECK(words("Das ist garantiert und vielleicht so.", Dimension::kCertainty) == "garantiert 60, vielleicht -40");
  const std::string_view text = "Die Firma Hammer Super baut Tische. https://beste.example/garantiert";
  const Span name{text.find("Hammer"), text.find(" baut")};
  const tone::Profile profile = profile_of(text, {name});
  for (const Dimension dimension : {Dimension::kHype, Dimension::kCertainty, Dimension::kFriendliness}) {
    REQUIRE(profile.of(dimension));
    CHECK(profile.of(dimension)->movers.empty());
  }
  CHECK(words(text, Dimension::kHype) == "Hammer 67, Super 33");
}

TEST_CASE("Nothing to judge, and very much to judge", "[tone]") {
  CHECK(profile_of("").of(Dimension::kHype) == std::nullopt);
  CHECK(profile_of(" …  \n").of(Dimension::kEnergy) == std::nullopt);
  CHECK(profile_of("Danke").of(Dimension::kPlainness) == std::nullopt);
  CHECK(profile_of("🎉").of(Dimension::kEnergy)->value > 0);
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "garantiert super „nicht gut! ";
  const tone::Profile profile = profile_of(text);
  CHECK(profile.of(Dimension::kCertainty)->movers.size() == tone::kMaxMovers);
  CHECK(profile.of(Dimension::kCertainty)->omitted == 20'000 - tone::kMaxMovers);
}

TEST_CASE("A word ends as its list allows, and offers what to write instead", "[tone]") {
  tone::Lexicon own;
  tone::Group group;
  group.id = "own";
  own.add(group, "gut~>fein~|innovat*|Straße|alles klar>ja/gewiss|ä");
  const auto found = [&](std::string_view text) {
    const std::vector<text::Token> tokens = text::tokenize(text);
    const tone::Forms forms(text, tokens);
    std::vector<tone::Match> matches;
    own.find(forms, 0, tokens.size(), matches);
    std::string out;
    for (const tone::Match& match : matches) {
      out.append(out.empty() ? "" : ", ").append(own.entry_text(match.entry));
      const std::string_view form = forms.of(match.last_token);
      for (const std::string& instead : own.instead_of(match.entry, form.substr(match.stem_bytes)))
        out += ">" + instead;
    }
    return out;
  };
  CHECK(found("guten Tag") == "gut~>feinen");
  CHECK(found("GUT") == "gut~>fein");
  CHECK(found("Gutachten") == "");
  CHECK(found("Innovationskraft") == "innovat*");
  CHECK(found("Strasse") == "Straße");
  CHECK(found("Alles klar!") == "alles klar>ja>gewiss");
  CHECK(found("alles") == "");
  CHECK(found("Ä") == "ä");
}

TEST_CASE("The form of address is a dimension of German texts that address somebody", "[tone]") {
  struct Case {
    const char* text;
    int score;  // -1: none
    const char* words;
  };
  const Case cases[] = {
      {"Schau dir unser neues Angebot an.", 0, "Schau -50, dir -50"},
      {"Wir freuen uns auf euch und euren Besuch.", 0, "euch -50, euren -50"},
      {"Haben Sie noch Fragen? Wir freuen uns auf Ihre Nachricht.", 100, "Sie 50, Ihre 50"},
      {"Schau dir unser Angebot an! Haben Sie noch Fragen zu Ihrem Vertrag?", 50,
       "Schau -25, dir -25, Sie 25, Ihrem 25"},
      {"Unser Team hat den Speicher gebaut.", -1, "none"},
      {"We hope that you like our new office.", -1, "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(score(c.text, Dimension::kAddress) == c.score);
    CHECK(words(c.text, Dimension::kAddress) == c.words);
  }
}
