// What kind of breach. Rows of more words are more specific and win (facts.cpp).
#include "intents/lang/nn/rows.h"

namespace varsel::intents::nn {
namespace {

constexpr Row kBreaches[] = {
    {"misdirected_message", "sendt til feil mottakar", "<send> ... <wrong> <person>"},
    {"misdirected_message", "sende til feil", "<send> ... til feil"},
    {"misdirected_message", "sende ut feil liste", "<send> ut|ut? feil"},
    {"misdirected_message", "feilsend", "feilsend*|feillever*"},
    {"misdirected_message", "fekk brev til naboen",
     "fekk|fått|motteke ... brev*|epost*|post|melding ... til|om .. nabo*|annan|andre"},
    {"misdirected_message", "gjekk til ein annan tilsett", "gjekk|kom|levert til ein|ei|feil annan|anna|feil"},
    {"misdirected_message", "feil mottakar", "feil mottakar|mottakarar|epostadresse|adresse"},
    {"wrong_attachment", "feil vedlegg", "feil|gal .. vedlegg*|fil|fila|dokument"},
    {"lost_device", "mobilen vart borte",
     "<device> & mista|mistet|borte|vekk|stolen|stolne|stole|tapt|gløymt|gløymde|attgløymt|forsvunne|innbrot"},
    {"lost_device", "stolen laptop", "stolen|mista|gløymt|gløymde ... <device>"},
    {"lost_paper", "gløymde ein perm", "<paper> & mista|gløymt|gløymde|attgløymt|borte|vekk|stolen|tapt|forsvunne"},
    {"lost_paper", "papir i søppelet",
     "papir*|mappe*|mappa|perm*|utskrift*|dokument* ... søppel*|container*|skrivaren|bussen|toget|ferja|kantina"},
    {"web_exposure", "ligg på nettsida",
     "<web> & lagt|låg|ligg|lege|publisert|offentleg*|synleg*|open*|ope|tilgjengeleg*"},
    {"web_exposure", "publisert ved ein feil", "publisert|publiserte|offentleggjort"},
    {"excess_access", "alle kan sjå",
     "alle|heile|fleire|mange|uvedkomande|andre|nokon ... kan|kunne|har|hatt|fått .. sjå|sett|opna|lesa|lese|tilgang"},
    {"excess_access", "for vide tilgangar", "for|feil|vide .. tilgang*|rettar"},
    {"excess_access", "slutta men har framleis tilgang", "tidlegare|slutta|vikar* ... framleis|enno .. tilgang"},
    {"snooping", "lese journalen til naboen",
     "sett|lese|kikka|slått|slo|oppslag ... i|journal*|sak|opplysningar ... nabo*|eks*|kollega*|journal*"},
    {"snooping", "snoking", "snok*|uautorisert*|urettmessig*"},
    {"snooping", "oppslag utan grunn", "oppslag|slått|slo|søkt|sett|lese ... utan"},
    {"phishing_credentials", "trykte på ei lenke", "<click> ... <link>"},
    {"phishing_credentials", "skreiv inn passordet på ei falsk side",
     "<gave> ... <code> & falsk*|side|sida|nettside|lenke|svindel*|mistenkeleg*|ringde|lurt"},
    {"phishing_credentials", "phishing", "phishing*|nettfisking*"},
    {"phishing_credentials", "mistenkeleg e-post",
     "mistenkeleg*|falsk*|rar|rare|merkeleg*|svindel* .. <mail>|innlogging*|side|faktura|melding"},
    {"phishing_credentials", "e-posten er falsk", "<mail> .. falsk*|svindel|phishing|mistenkeleg|ekte"},
    {"phishing_credentials", "gjev seg ut for å vera", "gjev|gav|gir seg ut|for"},
    {"phishing_credentials", "få meg til å gje frå meg bankid", "gje|gi frå meg|seg"},
    {"phishing_credentials", "hacka konto", "misbrukt|hacka|teken .. konto*|epost*|profil"},
    {"malware_ransomware", "løysepengevirus", "løysepenge*|ransomware*|utpressing*|virus|skadevare*|malware"},
    {"malware_ransomware", "tenarane er krypterte", "tenar*|server*|filer|filene|system* ... kryptert*|låst*"},
    {"malware_ransomware", "slo på makroar", "makro*"},
    {"outage", "systemet er nede", "system*|tenar*|server*|journal*|nettverk* .. nede|utilgjengeleg*"},
    {"outage", "driftsstans", "driftsstans*|systemutfall|straumbrot"},
    {"data_corrupted", "data er borte",
     "data|opplysningar|filer|saker|journal* ... forsvunne|sletta|overskrive|øydelagt|borte & !epost*|mottakar*"},
    {"data_corrupted", "sletta ved ein feil", "sletta|overskrive|øydelagt|endra ... ved ein feil"},
    {"data_corrupted", "blanda saman", "blanda|forveksla|bytt .. saman|om"},
    {"insecure_email", "sendt ukryptert", "<send> & ukrypter*"},
    {"insecure_email", "sende utan kryptering", "<send> ... utan .. krypter*|sikr*"},
    {"insecure_email", "i vanleg e-post", "usikker|vanleg .. epost|e"},
    {"verbal_disclosure", "sa det på telefonen",
     "sa|seia|seie|sagt|fortalt|fortalde|fortelja|nemnt|nemnde|snakka|avslørt|røpt ... til|om|i|på !du|de"},
    {"protected_address", "hemmeleg adresse", "sperra|hemmeleg*|skjult|gradert .. adresse*"},
    {"cc_bcc", "alle i kopifeltet", "alle*|mottakar*|medlem*|føresette|heile|mange .. i .. kopi|kopifeltet|cc"},
    {"cc_bcc", "sjå adressene til kvarandre", "adresse* ... kvarandre"},
    {"intrusion", "datainnbrot", "hacka|hacking|datainnbrot*|datalekkasje*|dataangrep|innbrot"},
    {"intrusion", "datainnbrot hos leverandøren", "datainnbrot*|innbrot|angrep hos|i|mot .. leverandør*|system*"},
    {"other", "noko har gått gale", "gått|hendt|skjedd .. gale|dumt"},
};

}  // namespace

std::span<const Row> breach_rows() {
  return kBreaches;
}

}  // namespace varsel::intents::nn
