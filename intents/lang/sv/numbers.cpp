#include "intents/lang/sv/rows.h"

namespace varsel::intents::sv {
namespace {

constexpr NumberWord kCardinals[] = {
    {"noll", 0},
    {"en", 1},
    {"én", 1},
    {"ett", 1},
    {"två", 2},
    {"tu", 2},
    {"tre", 3},
    {"fyra", 4},
    {"fem", 5},
    {"sex", 6},
    {"sju", 7},
    {"åtta", 8},
    {"nio", 9},
    {"tio", 10},
    {"elva", 11},
    {"tolv", 12},
    {"tretton", 13},
    {"fjorton", 14},
    {"femton", 15},
    {"sexton", 16},
    {"sjutton", 17},
    {"arton", 18},
    {"aderton", 18},
    {"nitton", 19},
    {"tjugo", 20},
    {"tjug", 20},
    {"tju", 20},
    {"trettio", 30},
    {"tretti", 30},
    {"fyrtio", 40},
    {"förtio", 40},
    {"fyrti", 40},
    {"förti", 40},
    {"femtio", 50},
    {"femti", 50},
    {"sextio", 60},
    {"sexti", 60},
    {"sjuttio", 70},
    {"sjutti", 70},
    {"åttio", 80},
    {"åtti", 80},
    {"nittio", 90},
    {"nitti", 90},
    {"halvannan", 1.5},
    {"halvtannat", 1.5},
    {"hundra", 100},
    {"hundrade", 100},
    {"tusen", 1000},
    {"k", 1000},
    {"miljon", 1e6},
    {"miljoner", 1e6},
    {"mn", 1e6},
    {"milj", 1e6},
    {"miljard", 1e9},
    {"miljarder", 1e9},
    {"md", 1e9},
    {"mdr", 1e9},
    {"biljon", 1e12},
    {"biljoner", 1e12},
    {"biljard", 1e15},
    {"biljarder", 1e15},
    {"triljon", 1e18},
    {"triljoner", 1e18},
    {"triljard", 1e21},
    {"triljarder", 1e21},
    {"kvadriljon", 1e24},
    {"kvadriljoner", 1e24},
    {"kvadriljard", 1e27},
    {"kvadriljarder", 1e27},
};

constexpr NumberWord kOrdinals[] = {
    {"nollte", 0},      {"första", 1},     {"förste", 1},     {"andra", 2},      {"andre", 2},      {"tredje", 3},
    {"fjärde", 4},      {"femte", 5},      {"sjätte", 6},     {"sjunde", 7},     {"åttonde", 8},    {"nionde", 9},
    {"tionde", 10},     {"elfte", 11},     {"tolfte", 12},    {"trettonde", 13}, {"fjortonde", 14}, {"femtonde", 15},
    {"sextonde", 16},   {"sjuttonde", 17}, {"artonde", 18},   {"adertonde", 18}, {"nittonde", 19},  {"tjugonde", 20},
    {"trettionde", 30}, {"fyrtionde", 40}, {"förtionde", 40}, {"femtionde", 50}, {"sextionde", 60}, {"sjuttionde", 70},
    {"åttionde", 80},   {"nittionde", 90}, {"hundrade", 100}, {"tusende", 1000}, {"miljonte", 1e6}, {"miljardte", 1e9},
    {"biljonte", 1e12},
};

constexpr NumberWord kDozens[] = {
    {"dussin", 12},
    {"tjog", 20},
    {"gross", 144},
};
constexpr NumberWord kFractions[] = {
    {"halv", 0.5},       {"hälften", 0.5},       {"halvt", 0.5},           {"halva", 0.5},
    {"kvart", 0.25},     {"fjärdedel", 0.25},    {"fjärdedelar", 0.25},    {"kvarts", 0.25},
    {"trekvart", 0.75},  {"tredjedel", 1.0 / 3}, {"tredjedelar", 1.0 / 3}, {"femtedel", 0.2},
    {"femtedelar", 0.2}, {"tiondel", 0.1},       {"tiondelar", 0.1},
};
constexpr NumberWord kLoose[] = {
    {"enkel", 1},
    {"par", 2},
};
constexpr std::string_view kSuffixes[] = {"a", "e", "de", "te", "dje"};
constexpr std::string_view kArticles[] = {"en", "ett"};

// Words before a number, and words that are one. "min 200" is "several hundred": no upper end.
constexpr Row kQuantities[] = {
    {"about", "ungefär", "ungefär|cirka|ca|omkring|runt|kring|typ|uppskattningsvis|drygt"},
    {"about", "i storleksordningen", "i storleksordningen"},
    {"skip", "de", "de|nog|jag|tror|kanske|alla|på|med|om|av|de"},
    {"skip", "en lista över", "lista|listan|listor|förteckning|register över|på|med"},
    {"over", "över", "=över"},
    {"over", "mer än", "mer|fler|flera =än"},
    {"at_least", "minst", "minst|minimum"},
    {"under", "under", "under"},
    {"under", "färre än", "färre|mindre =än"},
    {"under", "knappt", "knappt|nästan"},
    {"at_most", "upp till", "upp till|mot"},
    {"at_most", "högst", "högst|max|maximalt|uppemot"},
    {"only", "bara", "bara|endast|enbart|exakt|precis"},
    {"between", "mellan", "mellan"},
    {"to", "till", "till"},
    {"of", "av", "av"},
    {"or", "eller", "eller"},
    {"about_before", "eller så", "eller så"},
    {"not", "ärende nr",
     "ärende|ärendet|ärendenummer|rum|rummet|nr|nummer|sida|artikel|punkt|kapitel|vecka|version|steg"},
    {"exact 0", "inga", "inga|ingen"},
    {"approx 10", "ett tiotal", "ett tiotal"},
    {"approx 100", "ett hundratal", "ett hundratal"},
    {"approx 1000", "ett tusental", "ett tusental"},
    {"approx 2", "ett par", "ett par"},
    {"approx 5", "en handfull", "en handfull"},
    {"min 200", "flera hundra", "flera|många|några hundra"},
    {"min 2000", "flera tusen", "flera|många|några tusen"},
    {"min 200", "hundratals", "hundratals"},
    {"min 2000", "tusentals", "tusentals"},
    {"exact 1", "bara jag", "bara jag|mig"},
    {"exact 1", "en enda", "en|ett enda"},
    {"exact 1", "bara en", "bara|endast en|ett"},
};

// After a number: one of these stands for one person affected, or for none ("three servers").
constexpr Row kCounted[] = {
    {"person", "invånare",
     "invånare|medborgare|person|personer|människor|namn|ärenden|användare|boende|familjer|folk|drabbade|berörda|"
     "registrerade|kontakter|mottagare|adresser|journaler|ansökningar|kollegor|lönebesked|prenumeranter|deltagare|"
     "föräldrar|studenter|beslut|intyg"},
    {"person", "personnummer", "personnummer"},
    {"thing", "servrar",
     "server|servrar|datorer|sidor|filer|mejl|kopior|gånger|gång|minuter|minut|timmar|timme|dagar|dag|veckor|vecka|"
     "månader|månad|=år|kr|kronor|procent|steg|sekunder|kommuner|avdelningar|system|dokument"},
};

constexpr Row kCountUnknown[] = {
    {"unknown", "vet inte hur många", "vet|veta inte .. hur många"},
    {"unknown", "hur många vet vi inte", "hur många .. vet .. inte"},
    {"unknown", "omfattningen är okänd", "omfattning|omfattningen|antal|antalet .. okänd|okänt|oklar|oklart|osäker"},
    {"unknown", "okänt antal", "okänt antal"},
    {"unknown", "kan inte säga hur många", "kan inte .. hur många"},
};

// No number is said, but it is one person whose data this is.
constexpr Row kSingle[] = {
    {"one", "grannens journal",
     "grannes|grannens|patients|patientens|elevs|elevens|kollegas|anställds|barns journal*|ärende*|uppgifter|adress*"},
    {"one", "hennes adress", "hennes|hans adress*|namn|journal*|personnummer|uppgifter"},
    {"one", "gäller en patient", "gäller|om en patient|person|elev|anställd|kund|boende|medborgare"},
};

}  // namespace

Numerals numerals() {
  return {kCardinals, kOrdinals, kDozens, kFractions,    kLoose,
          kSuffixes,  kArticles, "och",   "komma|punkt", "minus|negativ|negativt"};
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

}  // namespace varsel::intents::sv
