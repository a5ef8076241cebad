// Who received it, what was done, and what it can lead to.
#include "intents/lang/da/rows.h"

namespace varsel::intents::da {
namespace {

constexpr Row kRecipients[] = {
    {"external", "forkert borger",
     "<wrong> "
     "borger|borgere|patient|kunde|forælder|familie|virksomhed|advokat|privatperson|klient|pårørende|elev|part|mand|"
     "kvinde"},
    {"external", "hele listen i cc", "alle .. i cc|kopi"},
    {"external", "en privatperson",
     "privatperson|udenforstående|uvedkommende|fremmed|fremmede|ekstern|eksternt|eksterne"},
    {"external", "min nabo", "brev*|post|mail til .. nabo*|naboen"},
    {"external", "sagde til en borger",
     "sige|sagde|sagt|fortalte|fortalt .. til .. borger|pårørende|nabo|mor|far|kunde|elev"},
    {"external", "modtageren har slettet den", "modtageren ringede"},
    {"external", "en anden virksomhed", "en|til anden|andet virksomhed|firma|myndighed"},
    {"external", "modparten", "modparten|ekskone|eksmand|eks|journalist*|avis|pressen"},
    {"internal", "kollega", "kollega|kolleger|kollegaer|kollegaen"},
    {"internal", "internt", "intern|internt|interne"},
    {"internal", "alle i afdelingen", "alle i|på afdelingen|kommunen|huset|forvaltningen"},
    {"internal", "forkert medarbejder", "forkert|gal|anden medarbejder|kollega|afdeling|sagsbehandler"},
    {"internal", "hele forvaltningen", "hele|alle* forvaltning*|afdeling*|medarbejder*|ansatte|kommunen"},
    {"known_trusted", "forsikringen", "forsikring*|forsikringsselskab*"},
    {"known_trusted", "en anden kommune",
     "til|hos .. "
     "kommune|region|regionen|hospital*|sygehus*|læge|lægen|advokat|politiet|skat|banken|revisor*|ministerium|"
     "tavshedspligt"},
    {"known_trusted", "har tavshedspligt", "tavshedspligt"},
    {"unknown", "ukendt modtager", "ukendt|ukendte modtager*"},
    {"unknown", "ved ikke hvem der har fået den", "ved ikke hvem"},
    {"external", "den forkerte far",
     "<wrong> "
     "far|mor|forældre|søster|bror|familiemedlem|nabo|beboer|lejer|ansøger|medlem|bank|firma|kommune|region|leverandør|"
     "skole"},
    {"external", "til en fremmed mailadresse", "fremmed|privat|ukendt .. mailadresse|mail|adresse|gmail|hotmail"},
    {"external", "en borger hørte det", "borger*|pårørende|nabo*|besøgende|patient*|andre .. hørte|hørt|så|overhørte"},
    {"external", "hackere", "hacker*|svindler*|kriminel*|tyv|tyve|tyven"},
    {"external", "fortalte en anden borger",
     "fortalt|fortalte|sagt|sagde .. anden|en borger|nabo|kunde|patient|mor|far|pårørende|forælder"},
    {"internal", "en anden afdeling", "anden|forkert|andre|gal afdeling|forvaltning|kontor|team|medarbejder"},
    {"internal", "en af vores egne", "egne|egen|vores .. medarbejdere|ansatte|folk|kolleger"},
    {"known_trusted", "et advokatkontor vi arbejder sammen med",
     "arbejder|samarbejder|samarbejde|samarbejdspartner* .. med|daglig*|fast|tæt"},
    {"known_trusted", "samarbejdspartner", "samarbejdspartner*|databehandler*"},
    {"known_trusted", "en anden myndighed",
     "til|hos|hvor .. anden|et|en "
     "myndighed|praksis|tandlæge|apotek*|jobcenter*|ungdomscenter*|styrelse*|domstol*|retten"},
};

constexpr Row kMeasures[] = {
    {"recipient_deleted", "har slettet den", "har|hun|han|de|modtageren|modtager .. slettet|slettede"},
    {"recipient_deleted", "bekræftet at mailen er slettet", "bekræft* .. slettet|slettede|makuleret|destrueret"},
    {"recipient_deleted", "den er slettet", "er|blev slettet|destrueret"},
    {"deletion_requested", "har bedt ham slette",
     "bedt|bad|beder|anmodet|anmodede|opfordret .. slette|sletter|destruere|makulere|slettes|slettet"},
    {"deletion_requested", "har lovet at slette", "lovet|lover|lovede|vil .. slette"},
    {"deletion_requested", "sletteanmodning", "sletteanmodning"},
    {"recalled", "tilbagekaldt", "tilbagekaldt|tilbagekaldte|tilbagekalde"},
    {"recalled", "kaldt tilbage", "kaldt|kaldte|trukket|trak .. tilbage"},
    {"recalled", "genkaldt", "genkaldt"},
    {"retrieved", "hentet tilbage", "hentet|hentede|fået|fik|leveret .. tilbage|retur"},
    {"retrieved", "fundet igen", "fundet|fandt|dukket igen|op|den"},
    {"retrieved", "returneret", "returneret|tilbageleveret|afhentet"},
    {"access_closed", "lukket adgangen",
     "lukket|lukkede|fjernet|fjernede|spærret|begrænset|stoppet .. adgang*|rettigheder|delingen"},
    {"access_closed", "adgangen er lukket", "adgang*|deling*|rettigheder .. lukket|fjernet|spærret|begrænset"},
    {"page_removed", "fjernet fra siden",
     "fjernet|fjernede|taget|slettet .. hjemmeside*|nettet|siden|intranet*|postliste*|web*|ned|google|opslaget"},
    {"page_removed", "siden er taget ned",
     "siden|hjemmeside*|intranet*|nettet|opslaget|filen ... taget|fjernet|lukket|slettet"},
    {"page_removed", "blev fjernet", "liste*|dokument* ... fjernet"},
    {"password_changed", "skiftet kode",
     "skiftet|skiftede|ændret|ændrede|nulstillet|nulstillede|fornyet .. kode*|password*|adgangskode*|login|den"},
    {"password_changed", "koden er skiftet", "kode*|password*|adgangskode* .. skiftet|ændret|nulstillet"},
    {"password_changed", "har skiftet den", "har|er skiftet den"},
    {"account_blocked", "spærret kontoen",
     "spærret|spærrede|lukket|lukkede|låst|deaktiveret|blokeret .. konto*|bruger*|mitid|login|kort*"},
    {"account_blocked", "kontoen er spærret",
     "konto*|bruger*|mitid|mobil*|kort* .. spærret|lukket|låst|blokeret|deaktiveret"},
    {"device_wiped", "fjernslettet", "fjernslettet|fjernslette|wipet|wiped"},
    {"device_wiped", "slettet på afstand", "slettet|nulstillet .. afstand|fjern"},
    {"device_wiped", "telefonen er slettet", "telefon*|pc*|computer*|mobil* .. slettet|nulstillet"},
    {"isolated", "taget af nettet", "taget|tog|koblet|afkoblet|trukket|trak .. af|fra .. net*|stik*"},
    {"isolated", "isoleret", "isoleret|isolerede|frakoblet"},
    {"isolated", "lukket ned", "slukket|slukkede"},
    {"restored", "genskabt fra backup", "genskabt|gendannet|genoprettet|genetableret|genindlæst|reetableret"},
    {"police_reported", "politianmeldt", "politianmeldt|politianmeldelse"},
    {"police_reported", "meldt til politiet", "meldt|anmeldt|anmeldte|ringet|kontaktet|meldte .. politi*"},
    {"affected_informed", "borgeren er orienteret",
     "orienteret|informeret|underrettet|ringet|kontaktet|besked|orienterede|informerede|underrettede .. "
     "borger*|berørte|patient*|forældre*|medlemmer*|medarbejderne|ansøger*"},
    {"affected_informed", "borgerne har fået besked",
     "borger*|berørte|patient*|forældre* .. orienteret|informeret|underrettet|besked"},
    {"contacted_recipient", "har ringet til modtageren",
     "ringet|ringede|kontaktet|kontaktede|skrevet|skrev|talt .. modtager*"},
    {"manager_informed", "min leder er orienteret", "leder*|chef* .. orienteret|informeret|besked|underrettet"},
    {"manager_informed", "har sagt det til min leder",
     "sagt|sagde|orienteret|orienterede|informeret|fortalt|meldt|skrevet|ringet|kontaktet|underrettet .. "
     "leder*|chef*|nærmeste"},
    {"it_informed", "har ringet til it",
     "ringet|ringede|kontaktet|kontaktede|meldt|sagt|orienteret|informeret|skrevet .. "
     "it|itafdeling*|servicedesk*|helpdesk*|itsupport|support"},
    {"it_informed", "it er orienteret", "it|servicedesk|itafdelingen .. orienteret|informeret|besked|kigger|igang"},
    {"vendor_informed", "leverandøren er kontaktet",
     "leverandør*|systemejer* .. kontaktet|orienteret|informeret|besked"},
    {"vendor_informed", "har kontaktet leverandøren",
     "kontaktet|kontaktede|ringet|orienteret|informeret|skrevet .. leverandør*|netcompany"},
    {"corrected", "rettet", "rettet|rettede|korrigeret"},
    {"shredded", "makuleret", "makuleret|makulerede|makulator"},
    {"recipient_deleted", "de har bekræftet at de har slettet den", "bekræft* ... slettet|destrueret|makuleret"},
    {"deletion_requested", "har lovet at slette den", "lovet|lover|lovede|indvilget ... slette*|destruere|makulere"},
    {"access_closed", "adgangen er lukket nu",
     "adgang*|rettighed*|deling*|kanal*|mappe* ... lukket|fjernet|spærret|fjernede|begrænset|inddraget|frataget"},
    {"access_closed", "lukkede for det", "lukket|lukkede|spærrede for"},
    {"device_wiped", "it har slettet telefonen på afstand", "slettet|nulstillet|wipet|spærret|låst ... afstand"},
    {"password_changed", "skiftede password med det samme",
     "skift*|nulstil*|ændre* .. password*|kode|koden|koder|adgangskode*|login"},
    {"police_reported", "politianmeldt", "politianmeld*"},
    {"police_reported", "politiet er kontaktet", "politiet .. kontaktet|underrettet|orienteret|informeret|har"},
    {"manager_informed", "har orienteret ledelsen",
     "orienteret|informeret|underrettet|sagt|fortalt|skrevet .. "
     "ledelse*|afdelingsleder*|teamleder*|skoleleder*|dpo*|ledelsen"},
    {"restored", "data er gendannet", "gendan*|genskab*|genindlæs*|genopret*"},
    {"isolated", "trukket stikket", "trukket|hevet|taget .. stik*|netværk*|kabel*|nettet"},
    {"corrected", "fejlen er rettet", "fejl* .. rettet|udbedret|korrigeret|fikset"},
    {"account_blocked", "har spærret det hele", "spærret|spærrede|lukket .. hele|alt|alting|kort*"},
    {"page_removed", "er pillet ned igen", "pillet|taget ned"},
    {"page_removed", "siden er fjernet",
     "siden|opslaget|dokumentet|filen|skemaet|listen er|blev fjernet|slettet|lukket"},
    {"restored", "backuppen er lagt ind igen", "backup*|sikkerhedskopi* .. lagt|indlæst|genindlæst|ind"},
    {"restored", "blev genoprettet", "genoprettet|oppe igen"},
    {"retrieved", "fik den med hjem igen", "fik|fået|hentede|har .. med|hjem igen"},
    {"recipient_deleted", "bekræftet sletning", "bekræft* .. sletning"},
    {"affected_informed", "har skrevet ud til alle berørte", "skrevet|skrev|ringet|sendt .. berørte"},
    {"affected_informed", "hun er underrettet", "hun|han|de er|blev underrettet|informeret|orienteret"},
    {"contacted_recipient", "modtageren er kontaktet", "hun|han|modtageren|modtager|vedkommende .. er|blev kontaktet"},
    {"deletion_requested", "har bedt dem slette", "bedt .. slette|sletter|slet"},
};

constexpr Row kContained[] = {
    {"no", "ikke fundet", "ikke|ej fundet"},
    {"no", "ikke stoppet", "ikke .. stoppet|lukket|fjernet|løst|slettet|hentet"},
    {"no", "ligger der stadig", "ligger .. stadig|endnu"},
    {"no", "stadig åben", "stadig|fortsat .. åben*|adgang|tilgængelig*|synlig*|ude|online"},
    {"no", "alle i cc", "sendt & alle .. i cc|kopi"},
    {"no", "intet gjort endnu", "ikke .. gjort .. noget|endnu"},
    {"yes", "stoppet", "er|blev|har .. stoppet"},
    {"yes", "under kontrol", "under kontrol"},
    {"yes", "hullet er lukket", "hul*|fejl* .. lukket|rettet"},
    {"unknown", "ved ikke om det er stoppet", "ved ikke om .. stoppet|lukket|slettet"},
    {"no", "ikke skiftet kode endnu",
     "ikke|ik ... skiftet|spærret|lukket|slettet|fjernet|svaret|reageret|stoppet|løst|fundet|hentet ... endnu"},
    {"no", "har ikke skiftet kode", "ikke .. skiftet|spærret|nulstillet"},
    {"no", "har ikke reageret", "ikke .. reageret|svaret|ringet"},
    {"no", "kan lige nu hente", "lige|netop nu .. kan|hente|se|ligger|åbne|læse|hentes"},
    {"no", "det står der endnu", "ligger|står|er|kan|findes ... endnu|stadig|stadigvæk|fortsat"},
    {"yes", "har fået styr på det", "styr på"},
    {"yes", "er løst", "er|blev løst|udbedret|afhjulpet|håndteret|standset"},
    {"unknown", "ved ikke om den er slettet", "ved|usikker|aner ikke|på ... om ... slettet|lukket|stoppet|fjernet"},
    {"no", "ikke rettet", "ikke|endnu .. rettet|lukket|genoprettet|genskabt"},
    {"no", "intet hørt", "intet|ikke .. hørt"},
    {"no", "ingen har lukket for det", "ingen .. lukket|fjernet|stoppet|spærret"},
    {"no", "uden at finde det", "uden at finde"},
    {"no", "finder den ikke", "finder .. ikke"},
    {"yes", "før nogen nåede at åbne den", "før|inden nogen|de|han|hun .. åbne*|læse*|se"},
    {"yes", "alt er på plads", "alt .. plads|orden"},
    {"yes", "virker igen", "virker|kører|oppe igen"},
};

constexpr Row kEncrypted[] = {
    {"yes", "krypteret", "krypteret|krypterede|bitlocker|kryptering"},
    {"yes", "krypteret disk", "disk* krypter*"},
    {"no", "ukrypteret", "ukrypteret|ukrypterede"},
    {"no", "uden kryptering", "uden kryptering|krypteret"},
    {"no", "ikke krypteret", "ikke .. krypteret|sikkert"},
    {"no", "usikker mail", "usikker|almindelig mail|email|forbindelse"},
    {"no", "uden kode", "uden kode|password|adgangskode|pinkode"},
    {"unknown", "ved ikke om den er krypteret", "ved|usikker ik|ikke|ikk .. om|hvorvidt .. krypter*"},
    {"unknown", "er i tvivl om den er krypteret", "tvivl|usikker .. krypter*"},
};

constexpr Row kConsequences[] = {
    {"discrimination", "diskrimination", "diskrimin*|forskelsbehandl*"},
    {"identity_theft", "identitetstyveri", "identitetstyveri*|identitetsmisbrug*"},
    {"identity_theft", "misbrug af identitet", "misbrug*|stjål* .. identitet*"},
    {"financial_loss", "økonomisk tab", "økonomisk*|finansielt tab|skade|konsekvens*"},
    {"financial_loss", "miste penge", "miste|tabe .. penge"},
    {"financial_loss", "svindel", "svindel|bedrageri|svindlet"},
    {"reputation", "omdømme", "omdømme*|rygte|renommé"},
    {"social", "sociale konsekvenser", "sociale konsekvens*|følger"},
    {"social", "chikane", "chikane*|mobning|mobbet|udstødt|stigmatiser*"},
    {"private_life", "privatliv", "privatliv*|krænket|pinlig*|opsøgt|utryg*"},
    {"legitimate_interests", "berettigede interesser", "berettigede|legitime interesser"},
    {"rights_and_freedoms", "rettigheder", "rettigheder|frihedsrettigheder .. friheds*|begræns*"},
    {"rights_and_freedoms", "begrænsning af rettigheder", "begrænsning* .. rettigheder|friheds*"},
    {"loss_of_control", "mistet kontrol", "mist*|tab*|manglende .. kontrol*"},
    {"none_known", "ingen konsekvenser", "ingen konsekvenser|kendte|følger"},
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

}  // namespace varsel::intents::da
