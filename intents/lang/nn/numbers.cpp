#include "intents/lang/nn/rows.h"

namespace varsel::intents::nn {
namespace {

// Words that a neighbour shares are listed again: a numeral must be readable in this language alone.
constexpr NumberWord kCardinals[] = {
    {"null", 0},
    {"ein", 1},
    {"éin", 1},
    {"ei", 1},
    {"eit", 1},
    {"eitt", 1},
    {"éi", 1},
    {"to", 2},
    {"tvo", 2},
    {"tre", 3},
    {"fire", 4},
    {"fem", 5},
    {"seks", 6},
    {"sju", 7},
    {"sjau", 7},
    {"åtte", 8},
    {"ni", 9},
    {"ti", 10},
    {"elleve", 11},
    {"tolv", 12},
    {"tretten", 13},
    {"fjorten", 14},
    {"femten", 15},
    {"seksten", 16},
    {"sytten", 17},
    {"atten", 18},
    {"nitten", 19},
    {"tjue", 20},
    {"tjuge", 20},
    {"tyve", 20},
    {"tretti", 30},
    {"førti", 40},
    {"førr", 40},
    {"fyrti", 40},
    {"femti", 50},
    {"seksti", 60},
    {"sytti", 70},
    {"søtti", 70},
    {"åtti", 80},
    {"nitti", 90},
    {"halvannan", 1.5},
    {"halvanna", 1.5},
    {"halvtanna", 1.5},
    {"hundre", 100},
    {"hundrad", 100},
    {"tusen", 1000},
    {"tusund", 1000},
    {"k", 1000},
    {"million", 1e6},
    {"millionar", 1e6},
    {"mill", 1e6},
    {"mio", 1e6},
    {"milliard", 1e9},
    {"milliardar", 1e9},
    {"mrd", 1e9},
    {"billion", 1e12},
    {"billionar", 1e12},
    {"billiard", 1e15},
    {"billiardar", 1e15},
    {"trillion", 1e18},
    {"trillionar", 1e18},
    {"trilliard", 1e21},
    {"trilliardar", 1e21},
    {"kvadrillion", 1e24},
    {"kvadrillionar", 1e24},
    {"kvadrilliard", 1e27},
    {"kvadrilliardar", 1e27},
};

constexpr NumberWord kOrdinals[] = {
    {"nulte", 0},       {"første", 1},      {"fyrste", 1},       {"andre", 2},        {"annan", 2},
    {"anna", 2},        {"tredje", 3},      {"fjerde", 4},       {"femte", 5},        {"sjette", 6},
    {"sjuande", 7},     {"sjuende", 7},     {"åttande", 8},      {"åttende", 8},      {"niande", 9},
    {"niende", 9},      {"tiande", 10},     {"tiende", 10},      {"ellevte", 11},     {"ellefte", 11},
    {"tolvte", 12},     {"trettande", 13},  {"trettende", 13},   {"fjortande", 14},   {"fjortende", 14},
    {"femtande", 15},   {"femtende", 15},   {"sekstande", 16},   {"sekstende", 16},   {"syttande", 17},
    {"syttende", 17},   {"attande", 18},    {"attende", 18},     {"nittande", 19},    {"nittende", 19},
    {"tjuande", 20},    {"tjuende", 20},    {"tjugande", 20},    {"trettiande", 30},  {"trettiende", 30},
    {"førtiande", 40},  {"førtiende", 40},  {"femtiande", 50},   {"femtiende", 50},   {"sekstiande", 60},
    {"sekstiende", 60}, {"syttiande", 70},  {"syttiende", 70},   {"åttiande", 80},    {"åttiende", 80},
    {"nittiande", 90},  {"nittiende", 90},  {"hundrede", 100},   {"hundrande", 100},  {"tusende", 1000},
    {"tusande", 1000},  {"millionte", 1e6}, {"milliardte", 1e9}, {"billionte", 1e12},
};

constexpr NumberWord kDozens[] = {
    {"dusin", 12},
    {"snes", 20},
    {"gross", 144},
};
constexpr NumberWord kFractions[] = {
    {"halv", 0.5},         {"halvt", 0.5},      {"halve", 0.5},         {"kvart", 0.25},          {"fjerdedel", 0.25},
    {"fjerdedelar", 0.25}, {"trekvart", 0.75},  {"tredjedel", 1.0 / 3}, {"tredjedelar", 1.0 / 3}, {"tredel", 1.0 / 3},
    {"femtedel", 0.2},     {"femtedelar", 0.2}, {"femdel", 0.2},        {"tidel", 0.1},           {"tidelar", 0.1},
    {"tiandedel", 0.1},
};
constexpr NumberWord kLoose[] = {
    {"par", 2},
};
constexpr std::string_view kSuffixes[] = {"te", "de", "ande", "ende", "dje", "dre"};
constexpr std::string_view kArticles[] = {"ein", "eit", "ei"};

// Words before a number, and words that are one. "min 200" is "several hundred": no upper end.
constexpr Row kQuantities[] = {
    {"about", "om lag", "om lag"},
    {"about", "kring", "kring|omkring|omlag|rundt|omtrent|truleg|ca|cirka|godt|drygt|anslagsvis"},
    {"skip", "dei", "dei|nok|eg|trur|kanskje|alle"},
    {"over", "meir enn", "meir|fleire enn"},
    {"skip", "ei liste over", "liste|lista|lister|oversikt|oversikta|register over"},
    {"about", "rundt rekna", "rundt rekna"},
    {"over", "over", "over"},
    {"over", "litt over", "litt|noko over"},
    {"at_least", "minst", "minst"},
    {"under", "færre enn", "færre|mindre enn"},
    {"under", "under", "under"},
    {"at_most", "opptil", "opptil|inntil|maks|høgst"},
    {"at_most", "opp til", "opp til|mot"},
    {"between", "mellom", "mellom"},
    {"only", "berre", "berre|kun|nøyaktig"},
    {"to", "til", "til"},
    {"of", "av", "av"},
    {"or", "eller", "eller"},
    {"about_before", "eller så", "eller så|deromkring"},
    {"not", "sak nr.", "sak|saka|saksnummer|rom|nr|side|artikkel|punkt|kapittel|veke|versjon|spørsmål"},
    {"exact 0", "ingen", "ingen"},
    {"approx 10", "eit titals", "eit titals|tital"},
    {"approx 100", "eit hundretals", "eit hundretals|hundretal"},
    {"min 24", "fleire dusin", "fleire dusin"},
    {"approx 2", "eit par", "eit par"},
    {"approx 5", "ei handfull", "ei handfull"},
    {"min 200", "fleire hundre", "fleire|mange|nokre hundre"},
    {"min 2000", "fleire tusen", "fleire|mange|nokre tusen"},
    {"min 200", "hundrevis", "hundrevis"},
    {"min 2000", "tusenvis", "tusenvis"},
    {"exact 1", "berre meg", "berre|bare|kun meg"},
    {"exact 1", "ein einskild", "ein|eit|ei einskild|einaste|enkelt"},
    {"exact 1", "berre éin", "kun|berre|bare éin|ein|ei|eitt|eit"},
};

// After a number: one of these stands for one person affected, or for none ("three servers").
constexpr Row kCounted[] = {
    {"person", "innbyggjarar",
     "innbyggjar|innbyggjarar|person|personar|menneske|namn|saker|brukarar|bebuarar|bebuar|familiar|folk|stykk|råka|"
     "registrerte|kontaktar|mottakarar|adresser|journalar|søknader|mapper|kollegaer|abonnentar|deltakarar|foreldre|"
     "føresette|studentar|vedtak|innbyggjarars|pasientars|tilsettes|elevars|innbyggjarane|bebuarane|elevane|pasientane|"
     "kundane|brukarane|borna|barna|medlemmene|pasientjournalar|prøvesvar|epikrisar|"
     "profilar|rader|pårørande|kontraktar"},
    {"person", "fødselsnummer", "fødselsnummer"},
    {"thing", "tenarar",
     "tenar|tenarar|maskiner|sider|filer|epostar|kopiar|gonger|gong|minutt|timar|time|dagar|dag|veker|veke|månader|år|"
     "kroner|prosent|trinn|sekund|kommunar|avdelingar|hakk|ark|vedlegg|km|meter|grader|euro|forsøk|telefonar|dokument|"
     "kvarter|stader|døgn|sms|mb|gb|års|dagars|vekers|månaders|timars|minutts|døgns"},
    {"person", "kursdeltakarar",
     "*deltakar|*deltakarar|*mottakarar|epostadresser|purringar|fakturaer|*samtalar|*prøver|mottakarane|gjester|"
     "påmelde|frivillige|stk"},
};

constexpr Row kCountUnknown[] = {
    {"unknown", "veit ikkje kor mange", "veit|vita|vite .. ikkje .. kor mange"},
    {"unknown", "kor mange veit me ikkje", "kor mange .. veit .. ikkje"},
    {"unknown", "om han var kryptert eller kor mange", "veit ... eller kor mange"},
    {"unknown", "omfanget er ukjent", "omfang|omfanget|talet .. ukjent|ukjend|uklart|usikkert"},
    {"unknown", "ukjent tal", "ukjent|ukjend|uvisst tal"},
    {"unknown", "ikkje sikker på kor mange", "ikkje|usikker .. kor mange"},
    {"unknown", "veit ikkje talet", "veit .. ikkje .. talet"},
    {"unknown", "har ikkje tal på det", "ikkje .. tal =på"},
    {"unknown", "anar ikkje kor mange", "anar|aner ikkje .. kor mange"},
    {"unknown", "uklart kor mange", "uklart|uvisst|usikkert .. kor mange"},
    {"unknown", "kan ikkje seia kor mange", "kan ikkje .. kor mange"},
};

// No number is said, but it is one person whose data this is.
constexpr Row kSingle[] = {
    {"one", "journalen til naboen", "journalen|saka|mappa|adressa .. til naboen|kollegaen|dottera|sonen"},
    {"one", "journalen til ein annan", "journalen|saka|mappa|opplysningane til ein|ei annan|anna"},
    {"one", "diagnosen til ein pasient",
     "diagnosen|journalen|saka|adressa|namnet til ein|éin|ei pasient|innbyggjar|brukar|elev|bebuar|kunde"},
    {"one", "journalen til eksmannen",
     "journal*|sak|saka|opplysningar .. eksmann*|ekskone*|ekskjærast*|eksmannen|ekskona"},
    {"one", "ei dame med skjerma adresse",
     "ei|ein kvinne|mann|dame|person|brukar|pasient med|som & skjerma|hemmeleg|sperra|skjult|diagnose*|bur"},
    {"one", "epikrisen hennar", "epikrisen|prøvesvaret|lønsslippen|vedtaket|attesten|opplysningane|saka hennar|hans"},
    {"one", "eit vedtak til feil person",
     "eit|ein|ei vedtak|lønsslipp|epikrise|prøvesvar|legeerklæring|attest|personalmappe|journal|pasientjournal"},
    {"one", "ein pasient fekk feil brev", "ein|ei|éin pasient|innbyggjar|elev|kunde|brukar|tilsett fekk|har fått"},
    {"one", "brev til naboen", "til naboen"},
    {"one", "adressa hennar", "adressa|namnet|journalen hennar|hans"},
    {"one", "bror hans", "broren|bror|systera|mora|faren|mannen|kona|dottera|sonen hans|hennar"},
    {"one", "gjeld éin person", "gjeld|om|på éin|ein|ei pasient|person|innbyggjar|elev|tilsett|brukar|bebuar"},
    {"one", "ein bebuar", "om ein bebuar|elev|pasient|innbyggjar"},
    {"one", "journalen til ein pasient",
     "til|på|om|for|av|hos|at|som ein|éin|ei|eit "
     "pasient|tilsett|elev|innbyggjar|brukar|kunde|kvinne|mann|lærar|dame|student|søkjar|medlem|medarbeidar|"
     "jente|gut|klient|leigetakar|bebuar"},
    {"one", "journalen til svigermora",
     "*journal*|sak*|mappe* .. til svigermor*|mor*|far*|syster*|bror*|venn*|kona|mannen"},
    {"one", "min lønsslipp", "min|mitt|mine sak*|fødselsnummer|opplysningar|adresse*|lønsslipp"},
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

}  // namespace varsel::intents::nn
