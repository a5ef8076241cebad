#include "intents/lang/da/rows.h"

namespace varsel::intents::da {
namespace {

constexpr NumberWord kCardinals[] = {
    {"nul", 0},
    {"en", 1},
    {"én", 1},
    {"et", 1},
    {"ét", 1},
    {"een", 1},
    {"to", 2},
    {"tre", 3},
    {"fire", 4},
    {"fem", 5},
    {"seks", 6},
    {"syv", 7},
    {"otte", 8},
    {"ni", 9},
    {"ti", 10},
    {"elleve", 11},
    {"elve", 11},
    {"tolv", 12},
    {"tretten", 13},
    {"fjorten", 14},
    {"femten", 15},
    {"seksten", 16},
    {"sytten", 17},
    {"atten", 18},
    {"nitten", 19},
    {"tyve", 20},
    {"toti", 20},
    {"tredive", 30},
    {"tredve", 30},
    {"treti", 30},
    {"fyrre", 40},
    {"fyrretyve", 40},
    {"firti", 40},
    {"halvtreds", 50},
    {"halvtredsindstyve", 50},
    {"halvtres", 50},
    {"halv treds", 50},
    {"halv tres", 50},
    {"femti", 50},
    {"tres", 60},
    {"tresindstyve", 60},
    {"treds", 60},
    {"tredsindstyve", 60},
    {"seksti", 60},
    {"halvfjerds", 70},
    {"halvfjerdsindstyve", 70},
    {"halvfjers", 70},
    {"halv fjerds", 70},
    {"syvti", 70},
    {"firs", 80},
    {"firsindstyve", 80},
    {"firds", 80},
    {"otti", 80},
    {"halvfems", 90},
    {"halvfemsindstyve", 90},
    {"halvfemds", 90},
    {"halv fems", 90},
    {"niti", 90},
    {"halvanden", 1.5},
    {"halvandet", 1.5},
    {"hundrede", 100},
    {"hundred", 100},
    {"hundreder", 100},
    {"hundrde", 100},
    {"hunderede", 100},
    {"tusind", 1000},
    {"tusinde", 1000},
    {"tusinder", 1000},
    {"tusin", 1000},
    {"k", 1000},
    {"million", 1e6},
    {"millioner", 1e6},
    {"mio", 1e6},
    {"mill", 1e6},
    {"milliard", 1e9},
    {"milliarder", 1e9},
    {"mia", 1e9},
    {"mrd", 1e9},
    {"billion", 1e12},
    {"billioner", 1e12},
    {"billiard", 1e15},
    {"billiarder", 1e15},
    {"trillion", 1e18},
    {"trillioner", 1e18},
    {"trilliard", 1e21},
    {"trilliarder", 1e21},
    {"kvadrillion", 1e24},
    {"kvadrillioner", 1e24},
    {"kvadrilliard", 1e27},
    {"kvadrilliarder", 1e27},
};

constexpr NumberWord kOrdinals[] = {
    {"nulte", 0},
    {"første", 1},
    {"anden", 2},
    {"andet", 2},
    {"andre", 2},
    {"tredje", 3},
    {"tredie", 3},
    {"fjerde", 4},
    {"femte", 5},
    {"sjette", 6},
    {"syvende", 7},
    {"ottende", 8},
    {"niende", 9},
    {"tiende", 10},
    {"ellevte", 11},
    {"elvte", 11},
    {"tolvte", 12},
    {"trettende", 13},
    {"fjortende", 14},
    {"femtende", 15},
    {"sekstende", 16},
    {"syttende", 17},
    {"attende", 18},
    {"nittende", 19},
    {"tyvende", 20},
    {"tredivte", 30},
    {"tredvte", 30},
    {"tredivende", 30},
    {"fyrrende", 40},
    {"fyrretyvende", 40},
    {"halvtredsindstyvende", 50},
    {"halvtredsende", 50},
    {"tresindstyvende", 60},
    {"tresende", 60},
    {"halvfjerdsindstyvende", 70},
    {"halvfjerdsende", 70},
    {"firsindstyvende", 80},
    {"firsende", 80},
    {"halvfemsindstyvende", 90},
    {"halvfemsende", 90},
    {"hundrede", 100},
    {"tusinde", 1000},
    {"tusinde", 1000},
    {"millionte", 1e6},
    {"milliardte", 1e9},
    {"billionte", 1e12},
};

constexpr NumberWord kDozens[] = {
    {"dusin", 12},
    {"snes", 20},
    {"snese", 20},
    {"gros", 144},
};
constexpr NumberWord kFractions[] = {
    {"halv", 0.5},        {"halvt", 0.5},     {"halve", 0.5},         {"kvart", 0.25},         {"fjerdedel", 0.25},
    {"fjerdedele", 0.25}, {"trekvart", 0.75}, {"tredjedel", 1.0 / 3}, {"tredjedele", 1.0 / 3}, {"femtedel", 0.2},
    {"femtedele", 0.2},   {"tiendedel", 0.1}, {"tiendedele", 0.1},
};
constexpr NumberWord kLoose[] = {
    {"par", 2},
};
constexpr std::string_view kSuffixes[] = {"te", "de", "ende", "den", "det", "die", "sal"};
constexpr std::string_view kArticles[] = {"en", "et", "een"};

// Words before a number, and words that are one. "min 200" is "several hundred": no upper end.
constexpr Row kQuantities[] = {
    {"about", "omkring",
     "omkring|cirka|ca|cirke|rundt|omtrent|sådan|nogenlunde|vist|vel|henved|godt|små|anslået|skønsmæssigt"},
    {"about", "i omegnen af", "i omegnen af|=på"},
    {"about", "et sted omkring", "et sted omkring"},
    {"skip", "de", "de|nok|jeg|tror|måske|alle|i|alt|på|med|om|=på"},
    {"skip", "en liste over", "liste|listen|lister|listerne|oversigt|oversigten|fortegnelse|register over"},
    {"about", "rundt regnet", "rundt regnet"},
    {"about", "i nærheden af", "i nærheden af"},
    {"over", "over", "over"},
    {"over", "lidt over", "lidt|noget over"},
    {"over", "ud over", "udover"},
    {"over", "mere end", "mere|flere end"},
    {"at_least", "mindst", "mindst|minimum|min"},
    {"under", "under", "under"},
    {"under", "færre end", "færre|mindre end"},
    {"under", "knap", "knap|knapt|næsten"},
    {"at_most", "op til", "op til|mod"},
    {"at_most", "højst", "højst|maks|max|maksimalt|højest"},
    {"only", "kun", "kun|bare|blot|præcis|nøjagtig|netop|alene"},
    {"between", "mellem", "mellem"},
    {"to", "til", "til"},
    {"of", "af", "af|ud"},
    {"or", "eller", "eller"},
    {"about_before", "eller deromkring", "eller deromkring|så"},
    {"not", "sag nr.",
     "sag|sagen|sagsnummer|sagsnr|rum|lokale|lok|nr|nummer|side|artikel|art|punkt|kapitel|uge|version|windows|stk|"
     "paragraf|afsnit|etage|afdeling|klasse|receipt|kvittering|kode|office|trin|spørgsmål"},
    {"exact 0", "ingen", "ingen"},
    {"exact 0", "nul", "nul"},
    {"approx 10", "et ti-tals", "et titals|tital"},
    {"approx 10", "en halv snes", "en halv snes"},
    {"approx 100", "et hundrede stykker", "et hundredtals|hundredtal"},
    {"min 24", "flere dusin", "flere|adskillige dusin"},
    {"min 40", "flere snese", "flere|adskillige snese"},
    {"approx 2", "et par", "et par"},
    {"approx 5", "en håndfuld", "en håndfuld"},
    {"min 200", "flere hundrede", "flere|mange|nogle|adskillige hundrede|hundred"},
    {"min 2000", "flere tusinde", "flere|mange|nogle|adskillige tusind|tusinde"},
    {"min 200", "hundredvis", "hundredvis|hundreder"},
    {"min 2000", "tusindvis", "tusindvis|tusinder"},
    {"exact 1", "kun mig", "kun|bare mig"},
    {"exact 1", "en enkelt", "en|et enkelt"},
    {"exact 1", "kun én", "kun|blot|bare én|en|et|ét"},
};

// After a number: one of these stands for one person affected, or for none ("three servers").
constexpr Row kCounted[] = {
    {"person", "borgere",
     "borger|borgere|borgeren|person|personer|mennesker|navne|sager|sag|brugere|bruger|beboere|familier|par|folk|stk|"
     "berørte|registrerede|kontakter|modtagere|adresser|cprnumre|journaler|attester|statusattester|ansøgninger|"
     "ansøgning|elevmapper|personalemapper|breve|individer|kolleger|lønsedler|abonnenter|deltagere|kursister|forældre|"
     "studerende|udsatte|afgørelser|kandidater|borgeres|elevers|patienters|ansattes|medarbejderes|kunders|medlemmers|"
     "børns|personers|brugeres|ansøgeres|beboeres|patientjournaler|årsopgørelser|lægeerklæringer|prøvesvar|epikriser|"
     "profiler|rækker|poster|pårørende|ofre|cpr|cprnr|borgerne|beboerne|eleverne|patienterne|kunderne|medlemmerne|"
     "børnene|medarbejderne|"
     "brugerne|ansættelseskontrakter|kontrakter|husstande"},
    {"person", "cpr-numre", "cpr numre|nummer|numrene"},
    {"person", "-liste over", "*sager|*journaler|*attester|*erklæringer"},
    {"thing", "servere",
     "server|servere|maskiner|computere|pc|pcer|sider|filer|mails|mail|emails|kopier|gange|gang|minutter|minut|timer|"
     "time|dage|dag|uger|uge|måneder|måned|år|kr|kroner|procent|pct|felt|trin|mb|gb|sekunder|kommuner|afdelinger|"
     "systemer|modtager|dokumenter|kvarter|steder|ark|bilag|mapper|kilometer|km|meter|grader|kilo|kg|euro|dollar|"
     "millioner|forsøg|opslag|telefoner|tablets|usb|skærme|rum|dokument|fil|side|mb|kb|sms|beskeder|opkald|døgn|års|"
     "dages|ugers|måneders|timers|minutters|sekunders|døgns"},
    {"person", "kursdeltagere",
     "*deltager|*deltagere|*modtagere|mailadresser|rykkere|fakturaer|*samtaler|*prøver|modtagerne|gæster|tilmeldte|"
     "frivillige"},
};

constexpr Row kCountUnknown[] = {
    {"unknown", "ved ikke hvor mange", "ved|vidste .. ik|ikke|ej .. hvor mange"},
    {"unknown", "hvor mange ved jeg ikke", "hvor mange .. ved|vides .. ikke"},
    {"unknown", "om den er krypteret eller hvor mange", "ved ... eller hvor mange"},
    {"unknown", "omfanget er ukendt", "omfang|omfanget|antal|antallet .. ukendt|uklart|uvist|kendes|afklaret"},
    {"unknown", "ukendt antal", "ukendt|uvist antal"},
    {"unknown", "ikke sikker på hvor mange", "ikke|usikker .. hvor mange"},
    {"unknown", "ukendt hvor mange", "ukendt hvor mange"},
    {"unknown", "ved ikke antallet", "ved .. ikke .. antallet"},
    {"unknown", "har ikke tal på det", "ikke .. tal =på"},
    {"unknown", "aner ikke hvor mange", "aner ikke .. hvor mange"},
    {"unknown", "uklart hvor mange", "uklart|uvist|usikkert|uafklaret .. hvor mange"},
    {"unknown", "har ikke overblik over hvor mange", "ikke .. overblik|styr .. hvor mange|antal*"},
    {"unknown", "kan ikke sige hvor mange", "kan ikke .. hvor mange"},
    {"unknown", "ingen anelse om hvor mange", "ingen anelse|idé .. hvor mange"},
    {"unknown", "vi kender ikke antallet", "kender|kendes ikke .. antal*|omfang*"},
};

// No number is said, but it is one person whose data this is.
constexpr Row kSingle[] = {
    {"one", "min nabos journal",
     "sin|min|hans|hendes|en|én|til|om "
     "nabos|naboens|borgers|patients|elevs|kollegas|ansats|barns|datters|søns|persons|beboers|medarbejders "
     "journal*|sag*|oplysninger|mappe|adresse|cpr*|lønseddel|fil*|bror|medicinliste"},
    {"one", "min nabo", "til|på|om|til min|sin? nabo|naboen"},
    {"one", "hendes adresse", "hendes|hans adresse*|navn|cpr*|journal|sag|oplysninger"},
    {"one", "hans bror", "hans|hendes bror|søster|mor|far|mand|kone|datter|søn"},
    {"one", "på én borger", "på|om|af|vedrørende én borger|patient|person|elev|ansat|medarbejder|kunde"},
    {"one", "en andens journal", "en andens|anden *journal*|oplysninger|sag|post|brev*"},
    {"one", "en årsopgørelse til forkert borger",
     "en|et|hans|hendes årsopgørelse|afgørelse|lønseddel|epikrise|prøvesvar|lægeerklæring|attest|ansættelseskontrakt|"
     "personalesag|journal|patientjournal|børneattest|straffeattest|handleplan|bevilling|rykker|opsigelse"},
    {"one", "omhandler en borger",
     "omhandler|vedrører|angår en|én|et borger|patient|person|elev|ansat|medarbejder|kunde|barn"},
    {"one", "en patients diagnose", "en|én patients|borgers|elevs|kundes|beboers|medarbejders|barns|kollegas"},
    {"one", "en kvinde med hemmelig adresse",
     "en kvinde|mand|dame|person|borger|patient med|som|der & hemmelig*|beskyttet|skjult|diagnose*|bor"},
    {"one", "eksmandens journal", "eksmand*|ekskone*|ekskæreste* .. journal*|sag|oplysninger|adresse"},
    {"one", "journal på sin eksmand", "journal*|sag|oplysninger .. eksmand*|ekskone*|ekskæreste*"},
    {"one", "en patient fik forkert brev", "en|én borger|patient|elev|kunde|medarbejder|kollega fik|modtog|har fået"},
    {"one", "eks-kones journal", "eks* .. journal*"},
    {"one", "journalen på en patient",
     "til|på|om|for|af|hos|at|som en|én|et "
     "patient|ansat|elev|borger|beboer|kunde|kvinde|mand|lærer|dame|studerende|ansøger|medlem|medarbejder|pige|"
     "dreng|klient|lejer"},
    {"one", "et af vores medlemmer", "en|et af vores|mine|de"},
    {"one", "min årsopgørelse", "min|mit årsopgørelse*|sag*|cpr*|oplysninger|adresse*|lønseddel"},
};

}  // namespace

Numerals numerals() {
  return {kCardinals, kOrdinals, kDozens, kFractions,      kLoose,
          kSuffixes,  kArticles, "og",    "komma|punktum", "minus|negativ|negativt"};
}
std::span<const Row> quantity_rows() {
  return kQuantities;
}
std::span<const Row> counted_rows() {
  return kCounted;
}
std::span<const Row> count_unknown_rows() {
  return kCountUnknown;
}
std::span<const Row> single_rows() {
  return kSingle;
}

}  // namespace varsel::intents::da
