// Who received it, what was done, and what it can lead to.
#include "intents/lang/sv/rows.h"

namespace varsel::intents::sv {
namespace {

constexpr Row kRecipients[] = {
    {"external", "fel person", "<wrong> person|patient|medborgare|kund|familj|mottagare|elev|förälder"},
    {"external", "en utomstående", "utomstående|extern|externt|privatperson"},
    {"internal", "en kollega", "kollega|kollegan"},
    {"internal", "internt", "intern|internt|intranätet"},
    {"known_trusted", "tystnadsplikt", "tystnadsplikt*"},
    {"unknown", "okänd mottagare", "okänd mottagare"},
};

constexpr Row kMeasures[] = {
    {"recipient_deleted", "har raderat det", "har|hon|han|de|mottagaren .. raderat"},
    {"recipient_deleted", "bekräftat att det är raderat", "bekräft* .. raderat|raderad|förstört"},
    {"deletion_requested", "har bett honom radera", "bett|bad|ber .. radera|raderar|förstöra|kasta"},
    {"recalled", "återkallat", "återkall*|dragit|drog .. tillbaka?"},
    {"retrieved", "hämtat tillbaka", "hämtat|fått|lämnat .. tillbaka"},
    {"access_closed", "stängt åtkomsten", "stängt|stängde|tagit|spärrat .. åtkomst*|behörighet*|tillgång*"},
    {"page_removed", "tagit bort sidan", "tagit|tog|tagits .. bort|ner"},
    {"password_changed", "bytt lösenord", "bytt|bytte|ändrat .. lösenord*|kod*"},
    {"account_blocked", "spärrat kontot", "spärrat|spärrade|låst|låste .. konto*|bankid|kort*"},
    {"device_wiped", "fjärraderat", "fjärraderat|fjärrader*"},
    {"isolated", "kopplat från nätet", "kopplat|kopplade .. från|ur .. nät*"},
    {"restored", "återställt", "återställt|återställd*"},
    {"police_reported", "polisanmält", "polisanmäl*|anmält|anmälan .. polis*"},
    {"affected_informed", "informerat de drabbade",
     "informerat|meddelat|kontaktat .. patient*|medborgar*|drabbade|föräldrar"},
    {"contacted_recipient", "ringt mottagaren", "ringt|ringde|kontaktat|kontaktade .. mottagar*"},
    {"manager_informed", "sagt till chefen", "sagt|sa|informerat|meddelat|berättat .. chef*"},
    {"it_informed", "ringt it", "ringt|ringde|kontaktat|meddelat|informerat .. it|itavdelning*"},
    {"vendor_informed", "kontaktat leverantören", "kontaktat|ringt|informerat|meddelat .. leverantör*"},
    {"corrected", "rättat", "rättat|rättade|korrigerat"},
    {"shredded", "strimlat", "strimlat|dokumentförstört|makulerat"},
};

constexpr Row kContained[] = {
    {"no", "inte hittat", "inte hittat|hittats"},
    {"no", "inte stoppat", "inte .. stoppat|stängt|raderat|borttaget"},
    {"no", "ligger kvar", "ligger .. kvar|fortfarande"},
    {"no", "fortfarande öppet", "fortfarande .. öppet|öppen|tillgänglig*|åtkomst"},
    {"yes", "stoppat", "är|har .. stoppat"},
    {"yes", "under kontroll", "under kontroll"},
    {"unknown", "vet inte om det är stoppat", "vet inte om .. stoppat|stängt|raderat"},
};

constexpr Row kEncrypted[] = {
    {"yes", "krypterad", "krypterad|krypterat|krypterade"},
    {"no", "okrypterad", "okrypterad|okrypterat"},
    {"no", "utan kryptering", "utan kryptering"},
    {"no", "inte krypterad", "inte|ej .. krypterad|krypterat"},
    {"unknown", "vet inte om den var krypterad", "vet inte om .. krypterad|krypterat"},
};

constexpr Row kConsequences[] = {
    {"discrimination", "diskriminering", "diskriminer*"},
    {"identity_theft", "identitetsstöld", "identitetsstöld*|idkapning*"},
    {"financial_loss", "ekonomisk förlust", "ekonomisk* förlust*|skada"},
    {"reputation", "anseende", "anseende|rykte"},
    {"social", "sociala följder", "sociala följder|konsekvenser"},
    {"private_life", "privatliv", "privatliv*"},
    {"loss_of_control", "förlorad kontroll", "förlor* .. kontroll*"},
    {"none_known", "inga kända följder", "inga kända? konsekvenser|följder"},
};

}  // namespace

std::span<const Row> recipient_rows() {
  return kRecipients;
}
std::span<const Row> measure_rows() {
  return kMeasures;
}
std::span<const Row> contained_rows() {
  return kContained;
}
std::span<const Row> encrypted_rows() {
  return kEncrypted;
}
std::span<const Row> consequence_rows() {
  return kConsequences;
}

}  // namespace varsel::intents::sv
