// The stems of common German verbs. Our own selection: what people write about work, companies and products.
#pragma once

#include <string_view>

namespace botschaft::text {

// Verbs with regular forms: the infinitive without -en or -n.
inline constexpr std::string_view kWeakVerbs =
    "acht änder arbeit atm antwort aktualisier bau beantrag beantwort beauftrag begeister begleit begrenz begründ "
    "begrüss behaupt "
    "besuch beschäftig bestätig besser beteilig bewältig bewahr beweg bewert bild blick brauch buch blogg chatt dank "
    "dauer "
    "deck dien digitalisier diskutier dreh drück druck eign eil einig end entfern entlast entwickel ereign erfolg "
    "erfüll "
    "erinner erklär erlaub erledig ermöglich erober erreich ersetz erweiter erwähn erwart erzähl fehl feier "
    "film folg forder förder form forsch frag freu fühl führ füll fürcht garantier gefährd gehör genehmig gestalt "
    "gewähr glaub glück grüss gründ gründ gratulier handel heil heirat heiz hoff hol hör impf informier interessier "
    "investier "
    "jubel kämpf kauf klag klär kleb klick koch kommentier kontrollier kopier kost kümmer kündig küss lächel lach "
    "lager land leb leck leg lehn lehr leist leit lern lieb liefer lob lock lohn lös mach mal mein "
    "meister meld merk miet mix motivier nerv nutz nütz öffn ordn organisier pack parti passier pass pfleg "
    "plan plauder post präg präsentier prob produzier profitier programmier prüf puls qualifizier rechn red "
    "reduzier regel reich reis reis rett richt rühr ruh säg sag sammel schad schaff schalt schätz schau scheiter "
    "schenk "
    "schick schimpf schmeck schmier schreck schul schütz schwäch schwank segel sehn senk setz sicher "
    "sieg sorg spar spend spiel spiegel spür stärk start starr stell steiger steuer stimm stopp stör straf streb "
    "streck "
    "streik streu stütz such tausch teil test träum trau trenn trainier überleg üb verarbeit vermut versicher "
    "verteidig "
    "wag wähl wander wandel wart wechsel wehr weiger werk wert wett wickel wiederhol widm wirk wohn wunder wünsch würd "
    "würdig "
    "zahl zähl zeichn zeig zerstör zöger zünd zweifel";

// Verbs with irregular forms. The infinitive's stem comes first; the sign before each other stem says what it may form:
//   >  the present with -st, -t or alone (sprich-t)         =  the preterite, alone, with -st or -en (sprach)
//   !  as =, but without -en, because that is a noun         _  as =, but never alone, because that is a noun
//   ~  with -e, -est, -en, -et (spräch-e, bracht-e)          %  a participle without ending (ge-bracht)
//   +  a participle with -en (ge-sproch-en, ver-sproch-en)   ^  the same, but only with ge-
//   -  the same, but without ge- (gewonn-en)
// Preterites that are common nouns with the verb's prefixes (Griff, Schnitt, Schritt) are left out.
inline constexpr std::string_view kStrongVerbs =
    "back ^back befehl >befiehl =befahl -befohl beginn =begann -begonn beiss ^biss biet _bot ~böt +bot bind ~bänd "
    "+bund "
    "bitt =bat ~bät ^bet blas >bläs =blies +blas bleib =blieb +blieb brat ^brat brech >brich =brach ~bräch +broch "
    "brenn ~brannt %brannt bring ~bracht ~brächt %bracht denk ~dacht ~dächt %dacht dring =drang +drung dürf !darf "
    "~durft "
    "~dürft %durft empfang >empfäng =empfing -empfang empfehl >empfiehl =empfahl -empfohl empfind =empfand -empfund "
    "ess >iss ^gess fahr >fähr =fuhr +fahr fall >fäll =fiel +fall fang >fäng =fing +fang find =fand ~fänd +fund "
    "flieg =flog +flog flieh =floh +floh fliess =floss +floss fress >friss +fress frier =fror +fror geb >gib !gab ~gäb "
    "+geb "
    "geh =ging +gang gelt >gilt =galt ^golt geling =gelang ~geläng -gelung geniess =genoss -genoss gescheh >geschieh "
    "=geschah -gescheh gewinn =gewann ~gewänn -gewonn giess =goss +goss gleich =glich +glich greif ^griff hab >hat "
    ">has "
    "~hatt ~hätt %habt halt >hält =hielt +halt häng =hing +hang heb =hob +hob heiss =hiess ^heiss helf >hilf =half "
    "+holf "
    "kenn ~kannt %kannt kling =klang +klung komm =kam ~käm +komm könn !kann ~konnt ~könnt %konnt lad >läd =lud +lad "
    "lass >läss =liess +lass lauf >läuf =lief +lauf leid ^litt leih =lieh +lieh les >lies !las +les lieg !lag ~läg "
    "^leg "
    "meid =mied +mied mess >miss +mess mög !mag ~mocht ~möcht %mocht müss !muss ~musst ~müsst %musst nehm >nimm =nahm "
    "~nähm "
    "+nomm nenn ~nannt %nannt pfeif ^pfiff rat >rät =riet +rat reiss +riss renn ~rannt %rannt ruf =rief +ruf scheid "
    "=schied "
    "+schied schein =schien +schien schieb =schob +schob schiess +schoss schlaf >schläf =schlief +schlaf schlag "
    ">schläg "
    "=schlug +schlag schliess +schloss schneid ^schnitt schreib =schrieb +schrieb schrei =schrie schreit ^schritt "
    "schweig "
    "=schwieg +schwieg schwimm ^schwomm schwind =schwand +schwund seh >sieh !sah ~säh +seh send ~sandt %sandt sing "
    "=sang "
    "+sung sink =sank +sunk sitz =sass ^sess sprech >sprich !sprach ~spräch +sproch spring =sprang +sprung stech "
    ">stich "
    "=stach +stoch steh _stand ~stünd +stand stehl >stiehl =stahl +stohl steig =stieg +stieg sterb >stirb =starb "
    "+storb "
    "stoss >stöss =stiess +stoss streich ^strich streit ^stritt trag >träg =trug +trag treff >triff =traf ~träf +troff "
    "treib +trieb tret >tritt =trat +tret trink =trank +trunk trüg =trog +trog verderb >verdirb =verdarb -verdorb "
    "vergess >vergiss =vergass -vergess verlier =verlor -verlor verzeih =verzieh -verzieh wachs >wächs =wuchs +wachs "
    "wasch >wäsch =wusch +wasch weich ^wich weis =wies +wies wend ~wandt %wandt werb >wirb =warb +worb werd >wird "
    ">wirs "
    "~wurd +word -word werf >wirf =warf +worf wieg =wog +wog wiss >weiss ~wusst ~wüsst %wusst woll !will ~wollt %wollt "
    "zieh =zog ~zög +zog "
    "zwing =zwang +zwung";

inline constexpr std::string_view kInseparablePrefixes[] = {
    "be", "emp", "ent", "er", "miss", "ver", "zer", "über", "unter", "wider", "wieder", "durch", "hinter", "um", "voll",
};

inline constexpr std::string_view kSeparablePrefixes[] = {
    "ab",     "an",     "auf",    "aus",      "bei",    "bekannt", "bereit", "dar",    "ein", "entgegen",
    "fest",   "fort",   "frei",   "her",      "heraus", "hervor",  "hin",    "hinzu",  "los", "mit",
    "nach",   "nieder", "sicher", "statt",    "teil",   "voran",   "voraus", "vorbei", "vor", "weg",
    "weiter", "zu",     "zurück", "zusammen", "um",     "durch",   "über",   "wieder",
};

// Nouns that would pass for a form of one of these verbs.
inline constexpr std::string_view kNounsLikeVerbs[] = {
    "bauten", "fahrt", "legende", "legenden", "sparte", "sparten",
};

}  // namespace botschaft::text
