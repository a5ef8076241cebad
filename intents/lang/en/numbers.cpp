#include "intents/lang/en/rows.h"

namespace varsel::intents::en {
namespace {

constexpr NumberWord kCardinals[] = {
    {"zero", 0},
    {"nil", 0},
    {"nought", 0},
    {"naught", 0},
    {"one", 1},
    {"a", 1},
    {"an", 1},
    {"two", 2},
    {"three", 3},
    {"four", 4},
    {"five", 5},
    {"six", 6},
    {"seven", 7},
    {"eight", 8},
    {"nine", 9},
    {"ten", 10},
    {"eleven", 11},
    {"twelve", 12},
    {"thirteen", 13},
    {"fourteen", 14},
    {"fifteen", 15},
    {"sixteen", 16},
    {"seventeen", 17},
    {"eighteen", 18},
    {"nineteen", 19},
    {"twenty", 20},
    {"thirty", 30},
    {"forty", 40},
    {"fourty", 40},
    {"fifty", 50},
    {"sixty", 60},
    {"seventy", 70},
    {"eighty", 80},
    {"ninety", 90},
    {"ninty", 90},
    {"hundred", 100},
    {"thousand", 1000},
    {"thousands", 1000},
    {"k", 1000},
    {"lakh", 1e5},
    {"lakhs", 1e5},
    {"lac", 1e5},
    {"lacs", 1e5},
    {"lkh", 1e5},
    {"lkhs", 1e5},
    {"lk", 1e5},
    {"million", 1e6},
    {"millions", 1e6},
    {"mn", 1e6},
    {"mio", 1e6},
    {"crore", 1e7},
    {"crores", 1e7},
    {"cr", 1e7},
    {"koti", 1e7},
    {"billion", 1e9},
    {"billions", 1e9},
    {"bn", 1e9},
    {"trillion", 1e12},
    {"trillions", 1e12},
    {"tn", 1e12},
    {"quadrillion", 1e15},
    {"quadrillions", 1e15},
    {"quintillion", 1e18},
    {"quintillions", 1e18},
    {"sextillion", 1e21},
    {"sextillions", 1e21},
    {"septillion", 1e24},
    {"septillions", 1e24},
};

constexpr NumberWord kOrdinals[] = {
    {"zeroth", 0},        {"first", 1},       {"second", 2},      {"third", 3},         {"fourth", 4},
    {"fifth", 5},         {"sixth", 6},       {"seventh", 7},     {"eighth", 8},        {"ninth", 9},
    {"tenth", 10},        {"eleventh", 11},   {"twelfth", 12},    {"twelveth", 12},     {"thirteenth", 13},
    {"fourteenth", 14},   {"fifteenth", 15},  {"sixteenth", 16},  {"seventeenth", 17},  {"eighteenth", 18},
    {"nineteenth", 19},   {"twentieth", 20},  {"thirtieth", 30},  {"fortieth", 40},     {"fiftieth", 50},
    {"sixtieth", 60},     {"seventieth", 70}, {"eightieth", 80},  {"ninetieth", 90},    {"hundredth", 100},
    {"thousandth", 1000}, {"millionth", 1e6}, {"billionth", 1e9}, {"trillionth", 1e12}, {"quadrillionth", 1e15},
};

constexpr NumberWord kDozens[] = {
    {"dozen", 12},
    {"dozens", 12},
    {"score", 20},
    {"gross", 144},
};
constexpr NumberWord kFractions[] = {
    {"half", 0.5},  {"halves", 0.5}, {"quarter", 0.25}, {"quarters", 0.25}, {"third", 1.0 / 3}, {"thirds", 1.0 / 3},
    {"fifth", 0.2}, {"fifths", 0.2}, {"eighth", 0.125}, {"eighths", 0.125}, {"tenth", 0.1},     {"tenths", 0.1},
};
constexpr NumberWord kLoose[] = {
    {"single", 1},
    {"couple", 2},
    {"pair", 2},
    {"few", 3},
};
constexpr std::string_view kSuffixes[] = {"st", "nd", "rd", "th"};
constexpr std::string_view kArticles[] = {"a", "an"};

// Words before a number, and words that are one. "min 200" is "several hundred": no upper end.
constexpr Row kQuantities[] = {
    {"skip", "data about", "data|information|details|records|papers|files|list|mail|mails about"},
    {"about", "about",
     "about|around|approximately|approx|roughly|circa|nearly|some|almost|maybe|perhaps|probably|estimated|ca"},
    {"about", "in the region of", "in the region of"},
    {"skip", "the", "the|i|think|all|of|to|its|is|was|with"},
    {"over", "more than", "more than"},
    {"about", "an estimated", "an estimated"},
    {"about", "close to", "close to"},
    {"over", "over", "over|above"},
    {"over", "just over", "just|slightly|well over|above"},
    {"over", "upwards of", "upwards of"},
    {"under", "just under", "just|slightly|well under|below"},
    {"at_least", "at least", "at least"},
    {"at_least", "minimum", "minimum|min"},
    {"under", "fewer than", "fewer|less than"},
    {"under", "under", "under|below"},
    {"at_most", "up to", "up to"},
    {"at_most", "at most", "at most"},
    {"at_most", "maximum", "maximum|max"},
    {"only", "only", "only|just|exactly"},
    {"between", "between", "between"},
    {"to", "to", "to"},
    {"of", "of", "of|out"},
    {"or", "or", "or"},
    {"about_before", "or so", "or so|thereabouts"},
    {"about_before", "-ish", "ish"},
    {"not", "case number",
     "case|room|no|number|page|article|art|point|chapter|week|version|windows|section|floor|code|class|office|step|"
     "question|reference"},
    {"exact 0", "none", "none|nobody"},
    {"exact 0", "no one", "no one"},
    {"min 40", "scores of", "scores of?"},
    {"approx 2", "a couple of", "a couple of?"},
    {"approx 5", "a handful", "a handful"},
    {"min 200", "several hundred", "several|many|few hundred|hundreds"},
    {"min 200", "hundreds of", "hundreds of?"},
    {"min 2000", "several thousand", "several|many|few thousand|thousands"},
    {"min 2000", "thousands of", "thousands of?"},
    {"min 24", "dozens of", "dozens of?"},
    {"exact 1", "just me", "just|only me"},
    {"exact 1", "a single", "a single"},
    {"exact 1", "just one", "just|only one"},
};

// After a number: one of these stands for one person affected, or for none ("three servers").
constexpr Row kCounted[] = {
    {"person", "people",
     "people|peoples|childrens|citizens|employees|pupils|patients|children|rows|profiles|households|relatives|victims|"
     "payslips|"
     "contracts|person|persons|individuals|names|cases|users|user|residents|families|subjects|records|contacts|"
     "addresses|"
     "journals|files|applications|folders|colleagues|subscribers|participants|parents|students|clients|guests|tenants|"
     "staff|workers|certificates|entries|accounts|affected|pupils|kids"},
    {"person", "CPR numbers", "cpr|id|ssn numbers"},
    {"thing", "servers",
     "server|servers|machines|computers|laptops|pages|emails|mails|copies|times|time|minutes|minute|hours|hour|days|"
     "day|weeks|week|months|month|years|year|dollars|pounds|euros|percent|steps|seconds|municipalities|departments|"
     "systems|documents|tries|attempts|bytes|mb|gb"},
    {"person", "course participants",
     "participants|recipients|attendees|guests|volunteers|invoices|reminders|calls|signups|subscribers"},
};

constexpr Row kCountUnknown[] = {
    {"unknown", "don't know how many", "dont|not|cant|cannot|unsure|unclear|unknown|no .. how many"},
    {"unknown", "don't know if it's encrypted or how many", "dont|not|unsure ... or how many"},
    {"unknown", "the number is unknown", "number|extent|scope .. unknown|unclear"},
    {"unknown", "unknown number", "unknown|undetermined number"},
    {"unknown", "do not have a number yet", "not|dont|no .. have .. number|figure|count"},
    {"unknown", "not sure how many", "not|unsure .. how many"},
    {"unknown", "unclear how many", "unclear|unknown how many"},
    {"unknown", "no overview of how many", "no overview .. how many"},
    {"unknown", "how many we don't know", "how many .. dont|not .. know"},
};

// No number is said, but it is one person whose data this is.
constexpr Row kSingle[] = {
    {"one", "a patient's record",
     "a|one|her|his|my "
     "neighbours|patients|citizens|pupils|employees|colleagues|childs|persons|clients|residents|daughters|sons|exs "
     "record*|file|case|journal|data|details|address|letter|folder|salary|chart|notes|results|result|report|payslip|"
     "statement"},
    {"one", "an annual tax statement to the wrong citizen",
     "a|an|one|his|her .. statement|payslip|certificate|diagnosis|prescription|passport|referral|contract|cv"},
    {"one", "a citizen's CPR number",
     "a|one|my|his|her|the citizens|patients|pupils|employees|colleagues|neighbours|clients "
     "cpr|payslip|test|discharge|medical|ssn|personal"},
    {"one", "her discharge letter",
     "her|his discharge|medical|sick|test|personal|referral letter|note|result|results|record|file"},
    {"one", "her ex-husband's record",
     "ex husbands|wifes|partners|boyfriends|girlfriends .. record*|file|case|journal|address"},
    {"one", "a woman with a protected address",
     "a woman|man|person|client|citizen|patient with|who|whose & protected|secret|hidden|diagnos*"},
    {"one", "a patient's diagnosis",
     "a|one patients|citizens|clients|pupils|residents diagnos*|condition|situation|illness|medication"},
    {"one", "someone else's record", "someone|somebody elses .. record*|file|letter|data|mail|details|case"},
    {"one", "a patient received the wrong letter",
     "a|one patient|citizen|pupil|customer|client|resident|employee got|received"},
    {"one", "a test result", "a|the|one test|lab result"},
    {"one", "a letter for my neighbour", "to|for|of my|his|her|their neighbour|neighbor"},
    {"one", "her address", "her|his protected? address|name|file|record|cpr"},
    {"one", "his brother", "his|her brother|sister|mother|father|husband|wife|daughter|son"},
    {"one", "concerns one patient", "concerns|about|on|for one patient|person|citizen|pupil|employee|client"},
    {"one", "the record of a patient",
     "of|to|about|for|on|that|with a|an|one "
     "patient|employee|pupil|citizen|resident|customer|woman|man|teacher|lady|student|applicant|member|girl|boy|"
     "client|tenant|colleague"},
    {"one", "my own record", "my own? record*|file|case|details|data|statement|payslip|address"},
};

}  // namespace

Numerals numerals() {
  return {kCardinals, kOrdinals, kDozens, kFractions,  kLoose,
          kSuffixes,  kArticles, "and",   "point|dot", "minus|negative"};
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

}  // namespace varsel::intents::en
