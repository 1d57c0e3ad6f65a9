// German nouns for people whose masculine plural is used for everybody, with what else to say. Our own selection: those
// that companies write of in posts. Left out are nouns that as often mean things or companies (Träger, Partner,
// Lieferant), those whose feminine form does not come from the masculine one (Kauffrau), and names of nations and
// faiths.
#pragma once

#include <string_view>

namespace botschaft::tone {

// Plural as the singular, dative plural -n: Mitarbeiter, Mitarbeitern, Mitarbeiterinnen.
inline constexpr std::string_view kNounsInEr =
    "Anfänger Anleger Anrufer Ansprechpartner Anwender Anwohner Arbeiter Arbeitnehmer "
    "Autofahrer Bäcker Berater Berufseinsteiger Besitzer Besucher Betreuer Bewerber Bewohner Blogger "
    "Botschafter Bürger Designer Eigentümer Einkäufer Einsteiger Einwohner Elektriker Elektroniker Entscheider "
    "Entwickler "
    "Erfinder Fahrer Forscher Fußgänger Gärtner Geschäftsführer Gewinner Gründer Gutachter Händler "
    "Handwerker Helfer Informatiker Inhaber Käufer Kenner Kritiker Künstler Lehrer Leser Liebhaber Macher Maler "
    "Manager "
    "Mathematiker Mechaniker Mechatroniker Meister Mieter Mitarbeiter Mitspieler Mitstreiter Musiker Nachfolger "
    "Nutzer Pfleger Physiker Planer Politiker Programmierer Projektleiter Prüfer Quereinsteiger Radfahrer Redner "
    "Rentner Sachbearbeiter Sänger Schüler Sieger Spender Spieler Sportler Sprecher Teamleiter Techniker Teilnehmer "
    "Texter "
    "Trainer Unternehmer Unterstützer Verbraucher Verkäufer Vermieter Vertreter Wähler Wissenschaftler Zuhörer "
    "Zuschauer";

// Plural -en in every case: Kunden, Kundinnen. The stem stands here.
inline constexpr std::string_view kNounsInEn =
    "Absolvent Abonnent Aktivist Architekt Assistent Autor Doktorand Dozent Expert Investor Interessent Journalist "
    "Jurist "
    "Klient Kolleg Konsument Koordinator Kund Mentor Moderator Ökonom Organisator Patient Pilot "
    "Polizist Praktikant Produzent Professor Psycholog Referent Spezialist Stipendiat Student Tourist";

// Plural -e, dative plural -en: Ingenieure, Ingenieurinnen.
inline constexpr std::string_view kNounsInE =
    "Aktionär Anwält Ärzt Ingenieur Installateur Konstrukteur Landwirt Monteur Rechtsanwält Redakteur Volontär";

// Words that name no sex: the noun's stem, its partner's plural. Those in -ende and -te change like adjectives
// (Mitarbeitende, die Mitarbeitenden); the others take -n in the dative where none is there.
inline constexpr std::string_view kNeutralNouns =
    "Mitarbeiter Mitarbeitende Teilnehmer Teilnehmende Student Studierende Zuhörer Zuhörende Forscher Forschende "
    "Lehrer "
    "Lehrkräfte Arbeitnehmer Beschäftigte Expert Fachleute Ansprechpartner Ansprechpersonen Dozent Lehrende Pfleger "
    "Pflegekräfte Radfahrer Radfahrende Autofahrer Autofahrende Besucher Gäste Manager Führungskräfte Verkäufer "
    "Verkaufskräfte Helfer Helfende Gründer Gründende Künstler Kunstschaffende Nutzer Nutzende Projektleiter "
    "Projektleitende Zuschauer Zuschauende Berater Beratende Journalist Medienschaffende Wähler Wählende";

}  // namespace botschaft::tone
