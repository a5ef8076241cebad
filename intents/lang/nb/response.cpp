// Who received it, what was done, and what it can lead to.
#include "intents/lang/nb/rows.h"

namespace varsel::intents::nb {
namespace {

constexpr Row kRecipients[] = {
    {"external", "feil forelder", "feil forelder|forelderen|foreldre|familie"},
    {"external", "feil pasient",
     "<wrong> "
     "person|pasient|innbygger|borger|bruker|kunde|foresatt|familie|bedrift|advokat|privatperson|klient|elev|mottaker"},
    {"external", "alle i kopi", "alle .. i kopi|cc|kopifeltet"},
    {"external", "en privatperson", "privatperson|utenforstående|uvedkommende|fremmed|ekstern|eksternt|eksterne"},
    {"external", "brev til naboen", "brev*|post .. til naboen"},
    {"external", "sa til en bruker", "si|sa|sagt|fortalte|fortalt .. til .. bruker|pårørende|nabo|mor|far|innbygger"},
    {"internal", "kollega", "kollega|kolleger|kollegaen"},
    {"internal", "internt", "intern|internt|interne"},
    {"internal", "feil ansatt", "feil|gal|annen ansatt|kollega|avdeling|saksbehandler"},
    {"internal", "alle ansatte", "alle|hele ansatte|avdelingen|kommunen|kunne|etaten"},
    {"known_trusted", "forsikringsselskapet", "forsikring*"},
    {"known_trusted", "en annen kommune",
     "til|hos .. kommune|sykehus*|lege|legen|advokat|politiet|nav|banken|revisor*|statsforvalter*"},
    {"known_trusted", "taushetsplikt", "taushetsplikt"},
    {"unknown", "ukjent mottaker", "ukjent|ukjente mottaker*"},
    {"external", "feil far",
     "<wrong> far|mor|forelder|søster|bror|nabo|beboer|leietaker|søker|medlem|bank|firma|kommune|leverandør|skole"},
    {"external", "til en fremmed e-postadresse",
     "fremmed|privat|private|ukjent .. epostadresse|epost|adresse|gmail*|hotmail"},
    {"external", "en pårørende hørte det",
     "innbygger*|pårørende|nabo*|besøkende|pasient*|andre|noen .. hørte|hørt|så|overhørte"},
    {"external", "hackere", "hacker*|svindler*|kriminell*|tyv|tyver|tyven"},
    {"external", "sa til en annen bruker",
     "fortalt|fortalte|sagt|sa|si .. annen|en innbygger|nabo|kunde|pasient|mor|far|pårørende|bruker|forelder"},
    {"internal", "en annen avdeling", "annen|feil|andre|gal avdeling|etat|kontor|team|medarbeider"},
    {"known_trusted", "et advokatkontor vi samarbeider med",
     "samarbeider|samarbeid|samarbeidspartner*|jobber .. med|daglig*|fast|tett|sammen"},
    {"known_trusted", "samarbeidspartner", "samarbeidspartner*|databehandler*"},
    {"known_trusted", "en annen etat",
     "til|hos .. annen|en myndighet|tannlege|apotek*|etat|tilsyn*|domstol*|tingrett*"},
};

constexpr Row kMeasures[] = {
    {"recipient_deleted", "har slettet det", "har|hun|han|de|mottakeren|mottaker .. slettet|sletta"},
    {"recipient_deleted", "bekreftet at den er slettet", "bekreft* .. slettet|sletta|makulert"},
    {"recipient_deleted", "den er slettet", "er|ble slettet|sletta"},
    {"deletion_requested", "har bedt ham slette",
     "bedt|ba|bad|ber|anmodet|oppfordret .. slette|sletter|makulere|slettes|sletta|slettet"},
    {"deletion_requested", "har lovet å slette", "lovet|lover|lova|vil .. slette"},
    {"recalled", "tilbakekalt", "tilbakekalt|tilbakekalte|tilbakekalle"},
    {"recalled", "kalt tilbake", "kalt|kalte|trukket|trakk .. tilbake"},
    {"retrieved", "hentet tilbake", "hentet|henta|fått|fikk|levert .. tilbake|igjen"},
    {"retrieved", "funnet igjen", "funnet|fant igjen|den"},
    {"retrieved", "returnert", "returnert"},
    {"access_closed", "stengt tilgangen",
     "stengt|stengte|lukket|fjernet|sperret|begrenset|stoppet .. tilgang*|delingen"},
    {"access_closed", "tilgangen er stengt", "tilgang*|deling* .. stengt|lukket|fjernet|sperret|begrenset"},
    {"access_closed", "alle kunne se, stengt i dag", "kunne se|åpne|lese ... stengt|lukket"},
    {"access_closed", "kunne se. Stengt i dag", "stengt i dag|går"},
    {"page_removed", "fjernet fra nettsiden",
     "fjernet|tatt|slettet .. nettside*|nettet|siden|intranett*|postliste*|ned|google"},
    {"page_removed", "intranettet, fjernet",
     "nettsid*|intranett*|nettet|siden|liste*|fila|filen ... fjernet|tatt|stengt|slettet"},
    {"password_changed", "byttet passord",
     "byttet|bytta|endret|endra|skiftet|nullstilt .. passord*|kode*|innlogging*|det|den"},
    {"password_changed", "passordet er byttet", "passord*|kode* .. byttet|bytta|endret|skiftet|nullstilt"},
    {"account_blocked", "sperret kontoen",
     "sperret|sperra|stengt|låst|deaktivert|blokkert .. konto*|bruker*|bankid|kort*"},
    {"account_blocked", "kontoen er sperret",
     "konto*|bruker*|bankid|mobil*|kort* .. sperret|sperra|stengt|låst|blokkert"},
    {"device_wiped", "fjernslettet", "fjernslettet|fjernsletta|wipet"},
    {"device_wiped", "telefonen er slettet", "telefon*|pc*|maskin*|mobil* .. slettet|nullstilt"},
    {"isolated", "koblet fra nettet", "koblet|kobla|tatt|frakoblet|tok .. av|fra .. nett*"},
    {"isolated", "isolert", "isolert|frakoblet"},
    {"restored", "gjenopprettet", "gjenopprettet|gjenoppretta|tilbakeført"},
    {"police_reported", "politianmeldt", "politianmeldt|politianmeldelse"},
    {"police_reported", "anmeldt til politiet", "anmeldt|meldt|meldte|anmeldte|ringt|kontaktet .. politi*"},
    {"affected_informed", "pasienten er informert",
     "informert|orientert|varslet|varsla|underrettet|beskjed .. "
     "pasient*|innbygger*|berørte|foreldre*|foresatte|medlemmer*|ansatte"},
    {"affected_informed", "de berørte har fått beskjed",
     "pasient*|innbygger*|berørte|foreldre*|foresatte .. informert|orientert|varslet|varsla|underrettet|beskjed"},
    {"contacted_recipient", "ringte mottakeren", "ringt|ringte|kontaktet|kontakta|skrevet|snakket .. mottaker*"},
    {"manager_informed", "lederen er informert", "leder*|sjef* .. informert|orientert|beskjed|varslet"},
    {"manager_informed", "sagt fra til lederen",
     "sagt|sa|informert|orientert|varslet|meldt|fortalt|ringt|kontaktet .. leder*|sjef*|nærmeste"},
    {"it_informed", "ringt it",
     "ringt|ringte|kontaktet|kontakta|meldt|sagt|informert|varslet .. "
     "it|itavdeling*|brukerstøtte*|servicedesk*|helpdesk*"},
    {"it_informed", "it er varslet", "it|brukerstøtte|itavdelingen .. informert|varslet|orientert|beskjed"},
    {"vendor_informed", "kontaktet leverandøren", "kontaktet|kontakta|ringt|informert|varslet .. leverandør*"},
    {"vendor_informed", "leverandøren er varslet", "leverandør* .. kontaktet|informert|varslet|orientert"},
    {"corrected", "rettet", "rettet|retta|korrigert"},
    {"shredded", "makulert", "makulert|makulerte"},
    {"recipient_deleted", "de har bekreftet at den er slettet", "bekreft* ... slettet|sletta|makulert"},
    {"deletion_requested", "har lovet å slette den", "lovet|lover|lova|lovte ... slette*|makulere"},
    {"access_closed", "tilgangen er stengt nå",
     "tilgang*|rettighet*|deling*|kanal*|mappe* ... stengt|stengte|lukket|fjernet|sperret|fratatt"},
    {"device_wiped", "it har slettet telefonen eksternt",
     "slettet|sletta|nullstilt|wipet|låst ... eksternt|avstand|fjern*"},
    {"password_changed", "byttet passord med en gang",
     "bytt*|nullstill*|endr*|skift* .. passord*|kode|koden|koder|innlogging*"},
    {"police_reported", "politianmeldt", "politianmeld*"},
    {"manager_informed", "har varslet ledelsen",
     "varslet|varsla|informert|orientert|sagt|fortalt .. ledelse*|avdelingsleder*|teamleder*|rektor*|personvernombud*"},
    {"restored", "dataene er gjenopprettet", "gjenopprett*|gjenskap*|tilbakestilt"},
    {"isolated", "trakk ut kabelen", "trakk|trukket|dro|dratt .. kabel*|nettverk*|støpsel*|nettet"},
    {"corrected", "feilen er rettet", "feil* .. rettet|retta|korrigert|fikset|fiksa"},
    {"account_blocked", "har sperret alt", "sperret|sperra|stengt .. alt|kort*"},
    {"page_removed", "skjemaet er fjernet",
     "siden|innlegget|dokumentet|filen|fila|skjemaet|listen|lista er|ble fjernet|fjerna|slettet|stengt"},
    {"page_removed", "er tatt ned", "tatt|tok ned"},
    {"page_removed", "jeg fjernet den", "fjernet|fjerna den|det|dei"},
    {"restored", "backupen er lagt inn igjen", "backup*|sikkerhetskopi* .. lagt|lest|inn"},
    {"restored", "oppe igjen", "oppe igjen"},
    {"retrieved", "fikk den med hjem igjen", "fikk|fått|hentet .. med|hjem igjen"},
    {"recipient_deleted", "bekreftet sletting", "bekreft* .. sletting"},
    {"affected_informed", "har skrevet til alle berørte", "skrevet|skrev|ringt|sendt .. berørte"},
    {"affected_informed", "hun er varslet", "hun|han|de er|ble varslet|varsla|informert|orientert|underrettet"},
    {"contacted_recipient", "hun er kontaktet", "hun|han|mottakeren|mottaker|vedkommende .. er|ble kontaktet|kontakta"},
};

constexpr Row kContained[] = {
    {"no", "ikke funnet", "ikke funnet"},
    {"no", "ikke stoppet", "ikke .. stoppet|stengt|fjernet|løst|slettet|hentet"},
    {"no", "ligger der fortsatt", "ligger .. fortsatt|enda|ennå|fremdeles"},
    {"no", "fortsatt åpen", "fortsatt|fremdeles|ennå .. åpen*|tilgang|tilgjengelig*|ute"},
    {"no", "alle i kopi", "alle .. i kopi|kopifeltet|cc"},
    {"yes", "stoppet", "er|ble|har .. stoppet|stansa"},
    {"yes", "under kontroll", "under kontroll"},
    {"unknown", "vet ikke om det er stoppet", "vet ikke om .. stoppet|stengt|slettet"},
    {"no", "ikke byttet ennå",
     "ikke ... byttet|bytta|sperret|stengt|slettet|fjernet|svart|reagert|stoppet|løst|funnet|hentet ... "
     "ennå|enda|enno"},
    {"no", "har ikke byttet passord", "ikke .. byttet|bytta|sperret|sperra|nullstilt"},
    {"no", "har ikke svart", "ikke .. svart|reagert|ringt"},
    {"no", "akkurat nå ligger det", "akkurat nå .. ligger|kan|ses|leses"},
    {"no", "det ligger der fortsatt", "ligger|står|er|kan ... fortsatt|ennå|fremdeles|enda"},
    {"yes", "har kontroll", "har|fått kontroll"},
    {"yes", "er løst", "er|ble løst|utbedret|håndtert|stanset"},
    {"no", "ikke rettet", "ikke|ennå .. rettet|retta|lukket|gjenopprettet"},
    {"no", "ikke hørt noe", "ikke|ingenting .. hørt"},
    {"no", "ingen har stengt", "ingen .. stengt|fjernet|stoppet|sperret"},
    {"no", "finner den ikke", "finner|finn .. ikke"},
    {"yes", "før noen fikk åpnet den", "før|innan noen|de|han|hun .. åpne*|lest*|lese|sett"},
    {"yes", "alt er på plass", "alt .. plass|orden"},
    {"yes", "virker igjen", "virker|oppe igjen"},
};

constexpr Row kEncrypted[] = {
    {"yes", "kryptert", "kryptert|krypterte|bitlocker|kryptering"},
    {"no", "ukryptert", "ukryptert|ukrypterte"},
    {"no", "uten kryptering", "uten kryptering"},
    {"no", "ikke kryptert", "ikke .. kryptert"},
    {"no", "uten passord", "uten passord|kode|pin"},
    {"unknown", "vet ikke om den er kryptert", "vet|usikker|veit ikke|ikkje|på .. om .. kryptert"},
    {"unknown", "usikker på om", "usikker|tvil .. kryptert"},
};

constexpr Row kConsequences[] = {
    {"discrimination", "diskriminering", "diskriminer*|forskjellsbehandl*"},
    {"identity_theft", "identitetstyveri", "identitetstyveri*|idtyveri*|identitetsmisbruk*"},
    {"financial_loss", "økonomisk tap", "økonomisk* tap|skade"},
    {"financial_loss", "svindel", "svindel|bedrageri|svindlet"},
    {"reputation", "omdømme", "omdømme*|rykte"},
    {"social", "sosiale konsekvenser", "sosiale konsekvens*|følger"},
    {"social", "trakassering", "trakassering|mobbing|mobbet"},
    {"private_life", "privatliv", "privatliv*|krenket|pinlig*|utrygg*"},
    {"legitimate_interests", "berettigede interesser", "berettigede|legitime interesser"},
    {"rights_and_freedoms", "rettigheter og friheter", "rettigheter|friheter .. friheter|begrens*"},
    {"loss_of_control", "tap av kontroll", "tap*|mist*|manglende .. kontroll*"},
    {"none_known", "ingen konsekvenser", "ingen konsekvenser|kjente|følger"},
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

}  // namespace varsel::intents::nb
