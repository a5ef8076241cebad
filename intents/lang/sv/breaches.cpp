// What kind of breach. Rows of more words are more specific and win (facts.cpp).
#include "intents/lang/sv/rows.h"

namespace varsel::intents::sv {
namespace {

constexpr Row kBreaches[] = {
    {"misdirected_message", "skickat till fel mottagare", "<send> ... <wrong> <person>"},
    {"misdirected_message", "skickade till fel", "<send> ... till fel"},
    {"misdirected_message", "fel mottagare", "fel|felaktig mottagare|mottagaren|adress|mejladress|person"},
    {"misdirected_message", "felskickat", "felskick*"},
    {"misdirected_message", "fick någon annans brev", "fick|fått ... annans|grannens brev|mejl|post"},
    {"wrong_attachment", "fel bilaga", "fel|felaktig .. bilaga|bilagan|bilagor|fil|dokument"},
    {"lost_device", "tappat telefonen", "<device> & <lost>"},
    {"lost_device", "stulen dator", "stulen|stulna ... <device>"},
    {"lost_paper", "glömde pärmen på bussen", "<paper> & <lost>"},
    {"web_exposure", "låg öppet på webben", "<web> & låg|legat|publicer*|öppet|öppen|synlig*|tillgänglig*|lades|lagts"},
    {"excess_access", "alla kan se",
     "alla|hela|flera|många|obehöriga ... kan|kunde|har|haft .. se|läsa|öppna|tillgång|åtkomst"},
    {"excess_access", "för vida behörigheter", "för|fel .. behörighet*|åtkomst*"},
    {"snooping", "läst grannens journal", "läst|tittat|snokat|slagit ... journal*|uppgifter|ärende*"},
    {"snooping", "olovlig slagning", "olovlig|obehörig slagning|läsning"},
    {"snooping", "snokade", "snok*"},
    {"phishing_credentials", "klickade på en länk", "<click> ... <link>"},
    {"phishing_credentials", "lämnade ut lösenordet på en falsk sida",
     "<gave> ... <code> & falsk*|sida|länk|bedrägeri*|lurad|ringde"},
    {"phishing_credentials", "nätfiske", "nätfiske*|phishing*"},
    {"malware_ransomware", "utpressningsvirus", "ransomware*|utpressning*|virus|skadlig* kod?"},
    {"malware_ransomware", "filerna är låsta", "filer|filerna|server*|system* ... låst*|krypterade"},
    {"outage", "systemet ligger nere", "system*|server*|journal*|nätverk* .. nere|otillgänglig*"},
    {"outage", "driftstopp", "driftstopp*|driftavbrott*"},
    {"data_corrupted", "uppgifterna är borta",
     "uppgifter|uppgifterna|filer|data ... försvunnit|raderade|förstörda|borta|överskriv*"},
    {"insecure_email", "skickat okrypterat", "<send> & okrypter*"},
    {"insecure_email", "skickade utan kryptering", "<send> ... utan .. krypter*"},
    {"verbal_disclosure", "sa det i telefon", "sa|sagt|berättade|berättat|nämnde ... till|om|i !du|ni"},
    {"protected_address", "skyddad adress", "skyddad*|sekretess* .. adress*|personuppgifter|identitet"},
    {"cc_bcc", "alla i kopia", "alla|mottagare|mottagarna .. kopia|kopiefältet|cc"},
    {"intrusion", "dataintrång", "hackad*|intrång*|dataläck*|läcka|dataintrång*"},
    {"other", "något har gått fel", "gått|hänt|blivit .. fel|galet"},
};

}  // namespace

std::span<const Row> breach_rows() {
  return kBreaches;
}

}  // namespace varsel::intents::sv
