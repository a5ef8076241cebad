// What kind of breach. Rows of more words are more specific and win (facts.cpp).
#include "intents/lang/nb/rows.h"

namespace varsel::intents::nb {
namespace {

constexpr Row kBreaches[] = {
    {"misdirected_message", "sendt til feil mottaker", "<send> ... <wrong> <person>"},
    {"misdirected_message", "sendt til feil", "<send> ... til feil"},
    {"misdirected_message", "feilsendt", "feilsend*|feilpost*|feiladresser*|feillever*"},
    {"misdirected_message", "fikk brev til naboen",
     "fikk|fått|mottatt|mottok ... brev*|mail|epost*|post|melding|sms ... til|om|tilhører .. "
     "nabo*|annen|andre|fremmed"},
    {"misdirected_message", "fikk en annens opplysninger",
     "fikk|fått|mottok|ser|se ... annen|annens|andres pasient*|person*|opplysninger|innbygger*"},
    {"misdirected_message", "feil mottaker", "feil mottaker|mottakere|epostadresse|adresse"},
    {"misdirected_message", "gikk til en annen ansatt",
     "gikk|kom|levert|utlevert|sendt til en|ein|feil annen|annan|feil"},
    {"misdirected_message", "prøvesvar til feil pasient",
     "til|fikk|hos feil|gal pasient|person|innbygger|bruker|foresatt*|elev"},
    {"misdirected_message", "fått hverandres brev", "hverandres"},
    {"wrong_attachment", "feil vedlegg", "feil|gal .. vedlegg*|fil|filen|dokument|fila"},
    {"wrong_attachment", "la ved feil", "la|lagt ved .. feil|gal"},
    {"wrong_attachment", "vedlegget var feil", "vedlegg* .. feil|gal"},
    {"lost_device", "pc-en min er stjålet",
     "<device> & "
     "mistet|mista|borte|vekk|stjålet|stjal|tapt|glemt|glemte|gjenglemt|forsvunnet|forsvant|innbrudd|rappet|"
     "frastjålet"},
    {"lost_device", "stjålet laptop", "stjålet|mistet|glemt|tapt|mista|glemte ... <device>"},
    {"lost_paper", "mistet papirer",
     "<paper> & mistet|mista|glemt|glemte|gjenglemt|borte|vekk|stjålet|tapt|etterlatt|forsvunnet"},
    {"lost_paper", "papirer i søppelet",
     "papir*|mappe*|mappa|perm*|utskrift*|dokument*|journal* ... "
     "søppel*|papiravfall*|container*|skriveren|printeren|bussen|toget|kantina|ferja|bordet"},
    {"web_exposure", "ligger på nettsiden",
     "<web> & lagt|lå|ligger|ligget|publiser*|offentlig*|synlig*|åpen*|åpent|lastet|tilgjengelig*|viser|vist"},
    {"web_exposure", "publisert ved en feil", "publisert|publiserte|publisere|offentliggjort"},
    {"web_exposure", "ligger åpent på nett", "åpen*|åpent|fritt|offentlig* ... nett|nettet|internett|lenke|nettside*"},
    {"excess_access", "hele avdelingen kan se",
     "alle|hele|samtlige|flere|mange|uvedkommende|andre|noen ... kan|kunne|kunnet|har|hatt|fått .. "
     "se|åpne|lese|tilgang"},
    {"excess_access", "for vide tilganger", "for|feil|vide|brede .. tilgang*|rettigheter"},
    {"excess_access", "sluttet men har fortsatt tilgang",
     "tidligere|sluttet|slutta|vikar* ... fortsatt|fremdeles|ennå .. tilgang"},
    {"excess_access", "tilgang til saker de ikke skal se", "tilgang ... ikke .. skal|burde|skulle"},
    {"snooping", "lest journalen til naboen",
     "sett|lest|leste|kikket|kikka|slått|slo|oppslag ... i|journal*|sak|opplysninger ... "
     "nabo*|eks*|kollega*|kjendis*|journal*"},
    {"snooping", "snoking", "snok*|uautorisert*|urettmessig*"},
    {"snooping", "oppslag uten grunn", "oppslag|slått|slo|søkt|sett|lest ... uten|nysgjerrig*"},
    {"snooping", "lest journalen", "lest|leste|kikket|sett .. journal*"},
    {"phishing_credentials", "trykket på en lenke", "<click> ... <link>"},
    {"phishing_credentials", "ga passordet til en falsk",
     "<gave> ... <code> & falsk*|svindel*|svindler*|mistenkelig*|phishing|ringte|microsoft|banken|fremmed|lurt"},
    {"phishing_credentials", "skrev inn passordet på en falsk side",
     "<gave> ... passord*|kode*|bankid|kortnummer|fødselsnummer & falsk*|side|siden|nettside|lenke|lenka|epost|sms"},
    {"phishing_credentials", "phishing", "phishing*|nettfisking*|fisking|smishing"},
    {"phishing_credentials", "mistenkelig e-post",
     "mistenkelig*|mystisk*|falsk*|rar|rare|merkelig*|svindel*|suspekt* .. "
     "<mail>|innlogging*|side|faktura|oppringning|melding|mailer"},
    {"phishing_credentials", "e-posten er falsk", "<mail> .. falsk*|svindel|phishing|mistenkelig|ekte"},
    {"phishing_credentials", "utgir seg for å være", "utgir|utga|gir|ga|gav seg for|ut"},
    {"phishing_credentials", "falsk it-mann", "falsk*|falske .. it|mann|bank*|support*|microsoft|politi*"},
    {"phishing_credentials", "hacket konto", "misbrukt|hacket|overtatt|kapret .. konto*|epost*|profil|bruker*"},
    {"malware_ransomware", "løsepengevirus", "løsepenge*|ransomware*|utpressing*|virus|skadevare*|malware|trojan*"},
    {"malware_ransomware", "serverne er kryptert", "server*|filer|filene|system* ... kryptert|låst"},
    {"outage", "systemet er nede", "system*|server*|journal*|nettverk*|telefon*|fagsystem* .. nede|utilgjengelig*"},
    {"outage", "driftsstans", "driftsstans*|systemutfall|strømbrudd|nedetid"},
    {"outage", "får ikke tilgang til journalene", "får|fikk|kan ikke .. tilgang|åpne .. journal*|system*|data"},
    {"data_corrupted", "data er borte",
     "data|opplysninger|filer|saker|journal* ... forsvunnet|slettet|overskrevet|ødelagt|borte & !e|epost*|mottaker*"},
    {"data_corrupted", "slettet ved en feil", "slettet|overskrevet|ødelagt|endret ... ved en? feil|feilaktig|uheld"},
    {"data_corrupted", "blandet sammen", "blandet|forvekslet|byttet .. sammen|om|rundt"},
    {"data_corrupted", "backupen virker ikke", "backup*|sikkerhetskopi* .. ikke|feil*|mangler"},
    {"insecure_email", "sendt ukryptert", "<send> & ukrypter*"},
    {"insecure_email", "sendt uten kryptering", "<send> ... uten .. krypter*|sikker*"},
    {"insecure_email", "i vanlig e-post", "usikker|vanlig .. epost|mail|e"},
    {"insecure_email", "glemte å kryptere", "glemt|glemte .. krypter*|sikker*"},
    {"verbal_disclosure", "sa det på telefonen",
     "sa|si|sagt|fortalt|fortalte|fortelle|nevnt|nevnte|snakket|snakka|avslørt|avslørte ... til|om|i|på"},
    {"verbal_disclosure", "kom til å si", "kom|kommet .. å si|fortelle|nevne|avsløre|snakke"},
    {"verbal_disclosure", "noen hørte samtalen", "overhørt|overhørte|hørte & samtale*|telefon*|snakket|snakka"},
    {"protected_address", "sperret adresse", "sperret|hemmelig*|skjult|fortrolig|gradert .. adresse*"},
    {"protected_address", "kode 6", "kode 6|7"},
    {"protected_address", "adressesperre", "adressesperre*|adressegradering*"},
    {"cc_bcc", "alle i kopi", "alle*|mottaker*|medlem*|foreldre|hele|mange .. i .. kopi|kopifeltet|cc"},
    {"cc_bcc", "kopi i stedet for blindkopi", "kopi|cc ... blindkopi|bcc"},
    {"cc_bcc", "alle kan se hverandres adresser", "alle*|mottaker* ... se hverandres .. epost*|adresse*"},
    {"cc_bcc", "kopifeltet", "kopifeltet|blindkopi"},
    {"intrusion", "hacket", "hacket|hacka|hacker*|hacking|datainnbrudd*|datalekkasje*|dataangrep|cyberangrep|innbrudd"},
    {"intrusion", "datainnbrudd hos leverandøren",
     "datainnbrudd*|innbrudd|angrep hos|i|mot .. leverandør*|system*|server*"},
    {"intrusion", "kopiert ut kundeliste", "kopiert|lastet|eksportert ... kundeliste*|data|opplysninger|database*"},
    {"other", "noe har gått galt", "gått galt"},
};

}  // namespace

std::span<const Row> breach_rows() {
  return kBreaches;
}

}  // namespace varsel::intents::nb
