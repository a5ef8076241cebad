#include "intents/lang/nb/rows.h"

namespace varsel::intents::nb {
namespace {

// Words that a neighbour shares are listed again: a numeral must be readable in this language alone.
constexpr NumberWord kCardinals[] = {
    {"null", 0},
    {"en", 1},
    {"én", 1},
    {"ei", 1},
    {"et", 1},
    {"ett", 1},
    {"ein", 1},
    {"to", 2},
    {"tre", 3},
    {"fire", 4},
    {"fem", 5},
    {"seks", 6},
    {"sju", 7},
    {"syv", 7},
    {"åtte", 8},
    {"otte", 8},
    {"ni", 9},
    {"ti", 10},
    {"elleve", 11},
    {"ellve", 11},
    {"tolv", 12},
    {"tretten", 13},
    {"fjorten", 14},
    {"femten", 15},
    {"seksten", 16},
    {"sytten", 17},
    {"atten", 18},
    {"nitten", 19},
    {"tjue", 20},
    {"tyve", 20},
    {"tjuge", 20},
    {"tretti", 30},
    {"tredve", 30},
    {"førti", 40},
    {"førr", 40},
    {"førrti", 40},
    {"femti", 50},
    {"seksti", 60},
    {"sytti", 70},
    {"søtti", 70},
    {"åtti", 80},
    {"otti", 80},
    {"nitti", 90},
    {"halvannen", 1.5},
    {"halvannet", 1.5},
    {"hundre", 100},
    {"hundrede", 100},
    {"hundred", 100},
    {"tusen", 1000},
    {"tusener", 1000},
    {"tusind", 1000},
    {"k", 1000},
    {"million", 1e6},
    {"millioner", 1e6},
    {"mill", 1e6},
    {"mio", 1e6},
    {"milliard", 1e9},
    {"milliarder", 1e9},
    {"mrd", 1e9},
    {"mia", 1e9},
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
    {"nulte", 0},        {"første", 1},      {"andre", 2},      {"annen", 2},       {"annet", 2},
    {"tredje", 3},       {"fjerde", 4},      {"femte", 5},      {"sjette", 6},      {"sjuende", 7},
    {"syvende", 7},      {"åttende", 8},     {"niende", 9},     {"tiende", 10},     {"ellevte", 11},
    {"ellefte", 11},     {"tolvte", 12},     {"trettende", 13}, {"fjortende", 14},  {"femtende", 15},
    {"sekstende", 16},   {"syttende", 17},   {"attende", 18},   {"nittende", 19},   {"tjuende", 20},
    {"tyvende", 20},     {"trettiende", 30}, {"tredevte", 30},  {"tredivte", 30},   {"førtiende", 40},
    {"femtiende", 50},   {"sekstiende", 60}, {"syttiende", 70}, {"søttiende", 70},  {"åttiende", 80},
    {"nittiende", 90},   {"hundrede", 100},  {"tusende", 1000}, {"millionte", 1e6}, {"milliardte", 1e9},
    {"billionte", 1e12},
};

constexpr NumberWord kDozens[] = {
    {"dusin", 12},
    {"snes", 20},
    {"gross", 144},
};
constexpr NumberWord kFractions[] = {
    {"halv", 0.5},         {"halvt", 0.5},     {"halve", 0.5},         {"kvart", 0.25},          {"fjerdedel", 0.25},
    {"fjerdedeler", 0.25}, {"trekvart", 0.75}, {"tredjedel", 1.0 / 3}, {"tredjedeler", 1.0 / 3}, {"femtedel", 0.2},
    {"femtedeler", 0.2},   {"tidel", 0.1},     {"tideler", 0.1},       {"tiendedel", 0.1},       {"tiendedeler", 0.1},
};
constexpr NumberWord kLoose[] = {
    {"e", 1},  // "ei" as it is spoken
    {"par", 2},
};
constexpr std::string_view kSuffixes[] = {"te", "de", "ende", "dje", "dre"};
constexpr std::string_view kArticles[] = {"en", "et", "ei", "ein"};

// Words before a number, and words that are one. "min 200" is "several hundred": no upper end.
constexpr Row kQuantities[] = {
    {"about", "omtrent", "omtrent|rundt|cirka|ca|omkring|anslagsvis|sånn|nærmere|godt|drøyt|drøye|anslått"},
    {"about", "i overkant av", "i overkant av"},
    {"skip", "de", "de|nok|jeg|tror|kanskje|alle|på|med|om|til"},
    {"skip", "en liste over", "liste|lista|listen|lister|oversikt|oversikten|register over"},
    {"about", "rundt regnet", "rundt regnet"},
    {"about", "om lag", "om lag"},
    {"over", "over", "over"},
    {"over", "litt over", "litt|noe over"},
    {"over", "mer enn", "mer|flere enn"},
    {"at_least", "minst", "minst|minimum"},
    {"under", "under", "under"},
    {"under", "færre enn", "færre|mindre enn"},
    {"under", "knapt", "knapt|nesten"},
    {"at_most", "inntil", "inntil"},
    {"at_most", "opptil", "opptil|maks|maksimalt|høyst"},
    {"at_most", "opp til", "opp til|mot"},
    {"only", "bare", "bare|kun|nøyaktig|akkurat|presis"},
    {"to", "til", "til"},
    {"of", "av", "av"},
    {"or", "eller", "eller"},
    {"about_before", "eller deromkring", "eller deromkring|så"},
    {"not", "sak nr.",
     "sak|saken|saksnummer|saksnr|rom|nr|nummer|side|artikkel|art|punkt|kapittel|uke|versjon|windows|avsnitt|etasje|"
     "kode|spørsmål"},
    {"exact 0", "ingen", "ingen"},
    {"exact 0", "null", "null"},
    {"approx 10", "et titalls", "et titalls|titall"},
    {"approx 100", "et hundretalls", "et hundretalls|hundretall"},
    {"min 24", "flere dusin", "flere dusin"},
    {"approx 2", "et par", "et par"},
    {"approx 5", "en håndfull", "en håndfull"},
    {"min 200", "flere hundre", "flere|mange|noen hundre"},
    {"min 2000", "flere tusen", "flere|mange|noen tusen"},
    {"min 200", "hundrevis", "hundrevis"},
    {"min 2000", "tusenvis", "tusenvis"},
    {"exact 1", "bare meg", "kun|bare meg"},
    {"exact 1", "en enkelt", "en|ett|et enkelt"},
    {"exact 1", "bare én", "kun|bare én|en|ett|et"},
};

// After a number: one of these stands for one person affected, or for none ("three servers").
constexpr Row kCounted[] = {
    {"person", "innbyggere",
     "innbygger|innbyggere|person|personer|mennesker|navn|saker|brukere|bruker|beboere|familier|folk|stykker|berørte|"
     "registrerte|kontakter|mottakere|adresser|journaler|søknader|mapper|individer|kolleger|lønnsslipper|abonnenter|"
     "deltakere|foreldre|studenter|vedtak|legeerklæringer|innbyggeres|elevers|pasienters|ansattes|kunders|medlemmers|"
     "barns|personers|brukeres|søkeres|innbyggerne|beboerne|elevene|pasientene|kundene|brukerne|barna|medlemmene|"
     "pasientjournaler|prøvesvar|epikriser|profiler|rader|rekker|pårørende|kontrakter|"
     "husstander|ofre"},
    {"person", "fødselsnumre", "fødselsnumre|personnumre"},
    {"thing", "servere",
     "server|servere|maskiner|pcer|sider|filer|eposter|kopier|ganger|gang|minutter|timer|time|dager|dag|uker|uke|"
     "måneder|døgn|år|kr|kroner|prosent|trinn|sekunder|kommuner|avdelinger|systemer|mottaker|hakk|ark|vedlegg|"
     "kilometer|km|meter|grader|kilo|kg|euro|dollar|forsøk|telefoner|dokumenter|"
     "kvarter|steder|meldinger|mb|gb|sms|års|dagers|ukers|måneders|timers|minutters|sekunders|døgns"},
    {"person", "kursdeltakere",
     "*deltaker|*deltakere|*mottakere|epostadresser|purringer|fakturaer|*samtaler|*prøver|mottakerne|gjester|påmeldte|"
     "frivillige|stk"},
};

constexpr Row kCountUnknown[] = {
    {"unknown", "vet ikke hvor mange", "vet|vite|veit .. ikke|ikkje .. hvor mange"},
    {"unknown", "hvor mange vet vi ikke", "hvor mange .. vet .. ikke"},
    {"unknown", "om den er kryptert eller hvor mange", "vet ... eller hvor mange"},
    {"unknown", "omfanget er ukjent", "omfang|omfanget|antall|antallet .. ukjent|uklart|usikkert"},
    {"unknown", "ukjent antall", "ukjent|uvisst antall"},
    {"unknown", "ikke sikker på hvor mange", "ikke|usikker .. hvor mange"},
    {"unknown", "vet ikke antallet", "vet .. ikke .. antallet"},
    {"unknown", "har ikke tall på det", "ikke .. tall =på"},
    {"unknown", "aner ikke hvor mange", "aner ikke .. hvor mange"},
    {"unknown", "uklart hvor mange", "uklart|uvisst|usikkert|uavklart .. hvor mange"},
    {"unknown", "har ikke oversikt over hvor mange", "ikke .. oversikt .. hvor mange|antall*"},
    {"unknown", "kan ikke si hvor mange", "kan ikke .. hvor mange"},
    {"unknown", "vi kjenner ikke omfanget", "kjenner ikke .. antall*|omfang*"},
};

// No number is said, but it is one person whose data this is.
constexpr Row kSingle[] = {
    {"one", "journalen til naboen",
     "journalen|saken|mappen|adressen|oppslag* .. til naboen|eksen|kollegaen|datteren|sønnen"},
    {"one", "naboens journal",
     "nabo|naboens|pasients|pasientens|elevs|kollegas|beboers|barns|ansatts journal*|sak*|opplysninger|mappe*"},
    {"one", "kollegaens lønnsslipp",
     "kollegaens|naboens|datterens|sønnens lønnsslipp|epikrise|prøvesvar|vedtak|attest|brev"},
    {"one", "epikrisen hennes", "epikrisen|prøvesvaret|lønnsslippen|vedtaket|attesten|opplysningene|saken hennes|hans"},
    {"one", "diagnosen til en pasient",
     "diagnosen|journalen|saken|adressen|navnet til en|én pasient|innbygger|bruker|elev|beboer|kunde"},
    {"one", "journalen til eksmannen",
     "journal*|sak|saken|opplysninger .. eksmann*|ekskone*|ekskjæreste*|eksmannen|ekskona"},
    {"one", "en dame med skjermet adresse",
     "en kvinne|mann|dame|person|bruker|pasient med|som & skjermet|hemmelig|sperret|skjult|diagnose*|bor"},
    {"one", "en annens journal", "en annens|andres *journal*|opplysninger|sak|post|brev*"},
    {"one", "en pasients journal", "en|én pasients|innbyggers|elevs|brukers|kundes|beboers|ansatts|kollegas"},
    {"one", "et prøvesvar til feil pasient",
     "en|et|ett vedtak|lønnsslipp|epikrise|prøvesvar|legeerklæring|attest|arbeidskontrakt|personalmappe|journal|"
     "pasientjournal|oppsigelse|tiltaksplan"},
    {"one", "en pasient fikk feil brev",
     "en|én pasient|innbygger|elev|kunde|bruker|ansatt|kollega fikk|mottok|har fått"},
    {"one", "brev til naboen", "til naboen"},
    {"one", "adressen hennes", "adressen|navnet|journalen hennes|hans"},
    {"one", "broren hans", "broren|søsteren|moren|faren|mannen|kona|datteren|sønnen hans|hennes"},
    {"one", "gjelder én pasient", "gjelder|om|på én|en pasient|person|innbygger|elev|ansatt|bruker|kunde"},
    {"one", "journalen til en pasient",
     "til|på|om|for|av|hos|at|som en|én|ei|et "
     "pasient|ansatt|elev|innbygger|bruker|kunde|kvinne|mann|lærer|dame|student|søker|medlem|medarbeider|jente|"
     "gutt|klient|leietaker|beboer"},
    {"one", "journalen til svigermoren",
     "*journal*|sak*|mappe* .. til svigermor*|mor*|far*|søster*|bror*|venn*|kona|mannen"},
    {"one", "min lønnsslipp", "min|mitt|mine sak*|fødselsnummer|opplysninger|adresse*|lønnsslipp"},
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

}  // namespace varsel::intents::nb
