// The function words that tell languages apart, and greetings and verbs that short posts are made of. A word that two
// languages share belongs in both lists; it then tells less. Our own selection.
#pragma once

#include <string_view>

namespace botschaft::text {

inline constexpr std::string_view kGermanWords =
    "der die das den dem des ein eine einen einem einer eines und oder aber denn doch sondern weil dass daß ob wenn "
    "als wie "
    "ich du er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen mein meine meinen meiner dein deine sein seine "
    "seinen "
    "unser unsere unseren unserem unserer euer eure eurem euren ihre ihren ihrem ihrer ist sind war waren bin bist "
    "seid wird "
    "werden wurde wurden worden hat haben habe hast hatte hatten kann können könnt konnte muss müssen soll sollen "
    "sollte will "
    "wollen möchte möchten darf dürfen mag nicht kein keine keinen nichts auch noch schon nur sehr mehr immer wieder "
    "jetzt "
    "heute morgen gestern hier dort da dann so zu zum zur im in am an auf aus bei beim mit nach von vom vor für über "
    "unter "
    "um durch gegen ohne zwischen seit bis ab was wer wo warum wann welche welcher welches dieser diese dieses diesem "
    "diesen "
    "jeder jede jedes jeden alle alles allen viel viele vielen etwas man sich selbst damit dazu davon dabei darauf "
    "daran "
    "danke bitte gerne freue freuen freut stolz gemeinsam neue neuen neuer neues gibt geht machen macht euch lust ganz "
    "mal "
    "endlich bald zusammen besten beste herzlichen glückwunsch willkommen suchen sucht team unseres ja nein leider "
    "einfach "
    "gut gute guten mehr erfahren alle bewerben weiter morgen woche jahr jahre jahren tag uhr montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag anmelden anmeldung kommt kommen sehen lesen hallo liebe lieber moin guten "
    "deshalb "
    "machst gern hi deines meines seines deinem meinem seinem irgendwelche hallo magst denkst stimmt los feierabend "
    "wochenende zahlen herzlich "
    "deswegen trotzdem außerdem natürlich wirklich eigentlich sowie bereits während wegen weniger ins ans fürs übers "
    "dank";

inline constexpr std::string_view kEnglishWords =
    "the a an and or but because if when while as than that this these those i you he she it we they me him us them my "
    "your "
    "his her its our their mine yours ours is are was were be been being am have has had do does did doing done will "
    "would "
    "can could should may might must shall not no nor don't doesn't didn't can't won't isn't aren't i'm i've i'll "
    "you're "
    "we're we've we'll they're it's that's what's let's there here where who what which why how all any both each few "
    "more "
    "most other some such only own same so too very just now then once again also ever never always of at by for with "
    "about "
    "against between into through during before after above below to from up down in out on off over under new great "
    "good "
    "thanks thank please happy proud excited join us today tomorrow yesterday day week year years make makes made get "
    "got "
    "one two first last next every back well even still way many much see know want need like love people really check "
    "learn read apply hiring looking forward welcome congratulations team together work working our "
    "without within across whether yet hello hi everyone someone something nothing monday tuesday wednesday thursday "
    "friday "
    "news soon coming big save date starts start tomorrow's today's guarantee insights share sharing thrilled announce "
    "saturday sunday register discover meet best better ready here's there's";

// Languages that get no name of their own, but must not pass for German or English.
inline constexpr std::string_view kOtherLanguages[] = {
    // French
    "le la les l' un une des du de d' et ou mais donc car que qui quoi dont où je tu il elle on nous vous ils elles "
    "mon ma "
    "mes ton ta tes son sa ses notre nos votre vos leur leurs est sont suis êtes sommes était être avoir ai as a avons "
    "avez "
    "ont fait faire peut pas ne plus très bien aussi avec pour par sur dans en au aux chez sans sous entre ce cette "
    "ces cet "
    "tout tous toute toutes comme si merci bonjour aujourd'hui demain c'est j'ai qu'il d'une d'un n'est l'équipe "
    "équipe "
    "nouveau nouvelle heureux fier ensemble",
    // Spanish
    "el la los las un una unos unas de del al y e o u pero porque que quien cual donde cuando como yo tú él ella "
    "nosotros "
    "vosotros ellos ellas mi mis tu tus su sus nuestro nuestra nuestros nuestras es son soy somos está están estamos "
    "era "
    "ser estar ha han hay he hemos muy más también con para por sin sobre entre hasta desde en se le les lo me te nos "
    "no sí "
    "este esta estos estas ese esa todo todos toda todas gracias hola hoy mañana nuevo nueva equipo juntos mejor gran",
    // Italian
    "il lo la i gli le un uno una di del della dei delle degli da dal dalla in nel nella nei con su sul sulla per tra "
    "fra e "
    "ed o ma perché che chi cui dove quando come io tu lui lei noi voi loro mio mia tuo suo sua nostro nostra nostri "
    "nostre "
    "è sono sei siamo siete era essere avere ho hai ha abbiamo hanno molto più anche non si ci ne questo questa questi "
    "queste "
    "quello quella tutto tutti tutte grazie ciao oggi domani nuovo nuova insieme al alla ai alle",
    // Dutch
    "de het een en of maar want dat die dit deze ik jij je u hij zij ze wij we jullie mijn jouw zijn haar ons onze hun "
    "is ben "
    "bent was waren wordt worden heeft hebben heb had kan kunnen moet moeten zal zullen wil willen niet geen ook nog "
    "al "
    "alleen zeer meer altijd weer nu vandaag morgen hier daar dan zo te in op aan uit bij met naar van voor over onder "
    "om "
    "door tegen zonder tussen sinds tot als wat wie waar waarom hoe welke alle veel er nieuwe samen trots bedankt "
    "graag",
    // Polish
    "i w z na do nie się to jest że o a jak ale po za od przez dla przy co czy tak już tylko jego jej ich nasz nasza "
    "nasze "
    "naszej naszego mój moja twój są był była było być mamy mam masz ma może można który która które oraz ze we dziś "
    "jutro "
    "dziękujemy dziękuję bardzo nowy nowa nowe razem zespół dzień wszystko wszystkich nas was nam",
    // Turkish
    "ve bir bu da de için ile çok daha en gibi olarak olan var yok ne ama veya ya ben sen o biz siz onlar bizim sizin "
    "benim "
    "değil mi mı mu mü her kadar sonra önce şimdi bugün yarın yeni iyi güzel tüm ki ise oldu olan ederiz teşekkür "
    "teşekkürler "
    "merhaba birlikte üzere ediyoruz ekibimiz",
    // Portuguese
    "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre e ou mas porque que "
    "quem "
    "onde quando como eu tu ele ela nós vocês eles elas você meu minha seu sua nosso nossa é são sou somos está estão "
    "ser "
    "estar foi tem temos há muito mais também não se este esta isso obrigado obrigada hoje amanhã novo nova equipe ao "
    "à",
    // Swedish, Danish, Norwegian
    "och att det som en ett är på för med av den till inte om har jag vi du han hon ni vår våra kan ska så men eller "
    "från "
    "idag nya tack og at er ikke til af på vores jeg det et fra nye tak hos være blir ble oss seg være også",
};

}  // namespace botschaft::text
