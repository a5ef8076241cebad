#include "intents/lang/nn/rows.h"

namespace varsel::intents::nn {
namespace {

// What Bokmål spells alike ("i går kveld", "i natt") stands in nb/times.cpp.
constexpr Row kMoments[] = {
    {"now", "akkurat no", "akkurat|nett|rett =no"},
    {"now", "har nettopp sendt", "har|fekk nettopp|akkurat|nett"},
    {"now", "for litt sidan", "for|ei lita|litt|liten stund? sidan"},
    {"day 1", "i morgon", "i morgon"},
    {"day -2", "i førgår", "i førgår|forgårs"},
    {"daypart 0 2", "i morgos", "i morgos|morgo|morges"},
    {"daypart 0 2", "i dag tidleg", "i dag tidleg|morgos"},
    {"daypart 0 3", "i føremiddag", "i føremiddag|formiddag"},
    {"daypart 0 5", "i ettermiddag", "i ettermiddag"},
    {"part 2", "om morgonen", "om|på|tidleg? morgonen|morgon"},
    {"part 3", "om føremiddagen", "om|på? føremiddagen|føremiddag"},
    {"part 9", "mot slutten av dagen", "på|mot slutten av dagen|arbeidsdagen"},
    {"weekday 1", "måndag", "på|sist|førre? måndag"},
    {"weekday 2", "tysdag", "på|sist|førre? tysdag"},
    {"weekday 3", "førre onsdag", "førre onsdag"},
    {"weekday 4", "førre torsdag", "førre torsdag"},
    {"weekday 5", "førre fredag", "førre fredag"},
    {"weekday 6", "laurdag", "på|sist|førre? laurdag"},
    {"weekday 7", "sundag", "på|sist|førre? sundag"},
    {"unit 1", "minutt", "minutt|minuttar"},
    {"unit 2", "timar", "time|timar|times tid?"},
    {"unit 3", "dagar", "dag|dagar|døgn tid?"},
    {"unit 4", "veker", "veke|veka|veker|vekes tid?"},
    {"unit 5", "månader", "månad|månader|mnd tid?"},
    {"halfhour", "halvtime", "halvtime"},
    {"ago", "sidan", "sidan"},
    {"since", "sidan", "heilt? sidan"},
    {"until", "til", "fram|heilt til"},
    {"between", "mellom", "mellom"},
    {"week -1", "førre veke", "i? førre|sist|siste|forrige veke"},
    {"week 0", "denne veka", "i? denne veka"},
    {"week 1", "veke 46", "i? veke"},
    {"weekend", "i helga", "i|sist|førre? helga"},
    {"lastmonth 1", "førre månad", "i? førre|sist|siste månad"},
    {"lastmonth 0", "denne månaden", "i? denne månaden"},
    {"monthpart 1", "i byrjinga av", "i|på? byrjinga|starten"},
    {"monthpart 2", "midten av", "i|på? midten"},
    {"monthpart 3", "i slutten av", "i|på|mot? slutten"},
    {"about", "rundt", "rundt|kring|omlag|lag|omtrent"},
    {"link", "den", "den|av|på|om|tida"},
    {"tick", "tida", "tida"},
};

}  // namespace

std::span<const Row> moment_rows() {
  return kMoments;
}

}  // namespace varsel::intents::nn
