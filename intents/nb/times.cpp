#include "intents/nb/rows.h"

namespace varsel::intents::nb {
namespace {

// What Danish spells alike ("i dag", "i går", "fredag", "oktober") stands in da/times.cpp.
constexpr Row kMoments[] = {
    {"now", "akkurat nå", "akkurat|nettopp|rett nå"},
    {"now", "nå", "=nå"},
    {"now", "nå nettopp", "nå nettopp"},
    {"now", "har nettopp sendt", "har|fikk nettopp|akkurat"},
    {"now", "jeg sendte nettopp", "nettopp"},
    {"now", "for litt siden", "for|en litt|liten|lita|øyeblikk stund? siden"},
    {"day -2", "i forgårs", "i forgårs|forigårs"},
    {"day -2", "forrigårs", "forrigårs|iforgårs"},
    {"daypart 0 2", "i morges", "i morges|mårest|måres"},
    {"daypart 0 2", "i dag tidlig", "i dag morges|tidlig"},
    {"daypart 0 3", "i formiddag", "i formiddag"},
    {"daypart 0 5", "i ettermiddag", "i ettermiddag"},
    {"daypart -1 6", "i går kveld", "i går kveld"},
    {"daypart -1 6", "igår kveld", "igår kveld"},
    {"daypart 0 6", "i kveld", "i kveld"},
    {"daypart 0 1", "i natt", "i natt"},
    {"daypart 0 1", "sist natt", "sist|siste natt"},
    {"part 1", "om natta", "om|på? natta|natten"},
    {"part 1", "natt", "natt"},
    {"part 2", "på morgenen", "om|på|tidlig? morgenen|morran"},
    {"part 2", "morgen", "tidlig? morgen"},
    {"part 3", "på formiddagen", "om|på? formiddagen"},
    {"part 5", "på ettermiddagen", "om|på? ettermiddagen|ettermiddag"},
    {"part 6", "på kvelden", "om|på? kvelden|kveld"},
    {"part 7", "før lunsj", "rett|like? =før|ved lunsj|lunsjtid"},
    {"part 8", "etter lunsj", "rett|like? etter lunsj"},
    {"part 9", "på slutten av dagen", "på|mot slutten av dagen|arbeidsdagen"},
    {"part 4", "midt på dagen", "midt på dagen"},
    {"part 10", "midnatt", "ved? midnatt"},
    {"weekday 1", "forrige mandag", "på|sist|forrige mandag"},
    {"weekday 2", "forrige tirsdag", "på|sist|forrige tirsdag"},
    {"weekday 3", "forrige onsdag", "på|sist|forrige onsdag"},
    {"weekday 4", "forrige torsdag", "på|sist|forrige torsdag"},
    {"weekday 5", "forrige fredag", "på|sist|forrige fredag"},
    {"weekday 6", "forrige lørdag", "på|sist|forrige lørdag"},
    {"weekday 7", "forrige søndag", "på|sist|forrige søndag"},
    {"month 3", "i mars", "i? mars"},
    {"month 5", "i mai", "i? mai"},
    {"month 12", "i desember", "i? desember"},
    {"month 12", "des", "des"},
    {"unit 1", "minutter", "minutt|minutter|minutters tid?"},
    {"unit 2", "timer", "time|timer|times tid?"},
    {"unit 3", "dager", "dag|dager|dagers|døgn tid?"},
    {"unit 4", "uker", "uke|uka|uker|ukes|ukers tid?"},
    {"unit 5", "måneder", "måned|måneder|måneders|mnd tid?"},
    {"unit 6", "år", "=år|års tid?"},
    {"halfhour", "halvtime", "halvtime|halvtimes tid?"},
    {"quarter", "kvarter", "kvarter|kvart|kvarters tid?"},
    {"ago", "siden", "siden|sia"},
    {"at", "klokken", "klokken|klokka|klokkå"},
    {"past", "over", "over|etter"},
    {"to", "på", "=på"},
    {"since", "siden", "helt|siden? siden|sia"},
    {"until", "til", "til|inntil|fram til?"},
    {"until", "fram til", "fram|frem|helt til"},
    {"between", "mellom", "mellom"},
    {"week -1", "forrige uke", "i|på? forrige|sist|siste uke"},
    {"week 0", "denne uka", "i? denne uken|uka"},
    {"week 1", "uke 46", "i? uke"},
    {"weekend", "i helga", "i|sist|forrige? helga|helgen|helg"},
    {"lastmonth 1", "forrige måned", "i? forrige|sist|siste måned"},
    {"lastmonth 0", "denne måneden", "i? denne måneden"},
    {"lastyear", "i fjor", "i fjor"},
    {"monthpart 1", "i begynnelsen av", "i|på? begynnelsen|starten"},
    {"monthpart 2", "midten av", "i|på|ca? midten"},
    {"monthpart 3", "i slutten av", "i|på|mot? slutten"},
    {"about", "rundt", "rundt|omtrent|omkring|cirka|ca|ved|sånn"},
    {"before", "før", "=før"},
    {"link", "den", "den|av|på|om|dato|tiden"},
    {"tick", "tiden", "tiden|tida"},
};

constexpr Row kRoles[] = {
    {"discovered", "oppdaget", "oppdag*"},
    {"discovered", "fant ut", "fant|finner ut"},
    {"discovered", "ble klar over", "ble klar over"},
    {"discovered", "ble oppmerksom på", "oppmerksom*"},
    {"discovered", "hørte", "hørte"},
    {"discovered", "fikk vite", "fikk|fått .. vite|beskjed|høre"},
    {"discovered", "da vi så den", "vi|jeg|hun|han så"},
    {"discovered", "mottakeren ringte", "ringte"},
    {"discovered", "fikk brev til naboen", "fikk|fått|mottok|mottatt .. brev*|epost*|post .. til|om"},
    {"ended", "stengt", "stengt|stengte|lukket|lukka"},
    {"ended", "fjernet", "fjernet|fjerna"},
    {"ended", "tatt ned", "tatt|tok .. ned"},
    {"ended", "stoppet", "stoppet|stoppa|opphørte|avsluttet"},
    {"occurred", "sendt", "send*"},
    {"occurred", "skjedde", "skjedde|skjedd|foregikk"},
    {"occurred", "mistet", "mistet|mista|tapt|stjålet|borte|glemt|glemte|la igjen"},
    {"occurred", "gikk ut", "gikk ut"},
    {"occurred", "begynte", "begynte|startet|starta"},
    {"occurred", "lagt ut", "lagt|la|lå|ligget|publisert"},
    {"occurred", "kryptert", "kryptert|rammet|angrepet|hacket"},
    {"occurred", "klikket", "klikk*|trykte|trykket"},
    {"occurred", "bruddet skjedde", "bruddet|hendelsen|avviket"},
};

}  // namespace

std::span<const Row> moment_rows() {
  return kMoments;
}
std::span<const Row> moment_role_rows() {
  return kRoles;
}

}  // namespace varsel::intents::nb
