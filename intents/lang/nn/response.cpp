// Who received it, what was done, and what it can lead to.
#include "intents/lang/nn/rows.h"

namespace varsel::intents::nn {
namespace {

constexpr Row kRecipients[] = {
    {"external", "feil forelder", "feil forelder|forelderen|foreldre|familie"},
    {"external", "feil person", "<wrong> person|pasient|innbyggjar|brukar|kunde|føresett|familie|mottakar|elev"},
    {"external", "alle i kopifeltet", "alle .. kopifeltet|kopi"},
    {"external", "ein privatperson", "privatperson|uvedkomande|utanforståande|ekstern|eksternt"},
    {"external", "brev til naboen", "brev*|post .. til naboen"},
    {"internal", "kollega", "kollega|kollegaen"},
    {"internal", "internt", "intern|internt"},
    {"internal", "feil tilsett", "feil|annan tilsett|kollega|avdeling"},
    {"known_trusted", "forsikringsselskapet", "forsikring*"},
    {"known_trusted", "teieplikt", "teieplikt|tausheitsplikt"},
    {"unknown", "ukjend mottakar", "ukjend|ukjent mottakar*"},
    {"external", "feil far",
     "<wrong> "
     "far|mor|forelder|syster|bror|nabo|bebuar|leigetakar|søkjar|medlem|bank|firma|kommune|leverandør|skule|person"},
    {"external", "ein pårørande høyrde det", "innbyggjar*|pårørande|nabo*|pasient*|andre|nokon .. høyrde|høyrt|såg"},
    {"external", "hackarar", "hackar*|svindlar*|kriminelle|tjuv*"},
    {"external", "sa til ein annan brukar",
     "fortalt|fortalde|sagt|sa|seie .. annan|ein innbyggjar|nabo|kunde|pasient|mor|far|pårørande|brukar"},
    {"internal", "ei anna avdeling", "anna|feil|andre avdeling|etat|kontor|team"},
    {"known_trusted", "eit advokatkontor vi samarbeider med",
     "samarbeider|samarbeid|samarbeidspartnar*|jobbar .. med|dagleg*|fast|tett|saman"},
};

constexpr Row kMeasures[] = {
    {"recipient_deleted", "har sletta det", "har|ho|han|dei|mottakaren .. sletta|slettet"},
    {"recipient_deleted", "stadfesta at den er sletta", "stadfest* .. sletta|makulert"},
    {"recipient_deleted", "den er sletta", "er|vart|blei sletta"},
    {"deletion_requested", "har bede han sletta", "bede|bad|ber|bedt .. sletta|slette|slettar|makulera"},
    {"deletion_requested", "har lova å sletta", "lova|lovar|vil .. slette|sletta"},
    {"recalled", "kalla tilbake", "kalla|kalte|trekt .. tilbake|attende"},
    {"retrieved", "henta tilbake", "henta|fått|fekk|levert .. tilbake|attende|att"},
    {"retrieved", "funne att", "funne|fann att|igjen"},
    {"access_closed", "stengt tilgangen", "stengt|stengde|lukka|fjerna|sperra .. tilgang*"},
    {"access_closed", "tilgangen er stengd", "tilgang* .. stengd|stengt|lukka|fjerna|sperra"},
    {"page_removed", "fjerna frå nettsida", "fjerna|teke|sletta .. nettsid*|nettet|sida|intranett*|ned"},
    {"page_removed", "intranettet, fjerna", "nettsid*|intranett*|nettet|lista ... fjerna|stengd"},
    {"password_changed", "bytt passord", "bytt|bytte|bytta|endra|skifta|nullstilt .. passord*|kode*|det"},
    {"password_changed", "passordet er bytt", "passord*|kode* .. bytt|bytta|endra|skifta|nullstilt"},
    {"account_blocked", "sperra kontoen", "sperra|stengt|låst .. konto*|brukar*|bankid|kort*"},
    {"account_blocked", "kontoen er sperra", "konto*|brukar*|bankid|mobil* .. sperra|stengd|låst"},
    {"device_wiped", "fjernsletta", "fjernsletta"},
    {"isolated", "kopla frå nettet", "kopla|teke|fråkopla .. av|frå .. nett*"},
    {"isolated", "isolert", "isolert|fråkopla"},
    {"restored", "gjenoppretta", "gjenoppretta"},
    {"police_reported", "meldt til politiet", "meldt|melde|politimeldt .. politi*"},
    {"police_reported", "politimeldt", "politimeldt"},
    {"affected_informed", "dei råka er informerte",
     "informert|informerte|varsla|beskjed .. pasient*|innbyggjar*|råka|føresette|foreldre"},
    {"affected_informed", "innbyggjaren har fått beskjed",
     "pasient*|innbyggjar*|råka|føresette .. informert|informerte|varsla|beskjed"},
    {"contacted_recipient", "ringde mottakaren", "ringt|ringde|kontakta|skrive|snakka .. mottakar*"},
    {"manager_informed", "leiaren er informert", "leiar*|sjef* .. informert|varsla|beskjed"},
    {"manager_informed", "sagt frå til leiaren",
     "sagt|sa|informert|varsla|meldt|fortalt|ringt|kontakta .. leiar*|sjef*"},
    {"it_informed", "ringt it", "ringt|ringde|kontakta|meldt|sagt|informert|varsla .. it|itavdeling*|brukarstøtte*"},
    {"vendor_informed", "kontakta leverandøren", "kontakta|ringt|informert|varsla .. leverandør*"},
    {"corrected", "retta", "retta|korrigert"},
    {"shredded", "makulert", "makulert"},
    {"recipient_deleted", "dei har stadfesta at han er sletta", "stadfest*|bekreft* ... sletta|slettet|makulert"},
    {"deletion_requested", "har lova å slette", "lova|lovar|lovte ... slette*|makulere"},
    {"access_closed", "tilgangen er stengd no",
     "tilgang*|rett*|deling*|kanal*|mappe* ... stengd|stengt|stengde|lukka|fjerna|sperra"},
    {"device_wiped", "fjernsletta", "fjernsletta|fjernslett*"},
    {"device_wiped", "sletta på avstand", "sletta|nullstilt|låst ... eksternt|avstand"},
    {"password_changed", "bytta passord", "bytt*|nullstill*|endr*|skift* .. passord*|kode|koden|kodar|innlogging*"},
    {"police_reported", "politimeld", "politimeld*|politianmeld*"},
    {"police_reported", "meldt til politiet", "meldt|melde|ringt|kontakta .. politi*"},
    {"shredded", "makulerte", "makulert*"},
    {"restored", "gjenoppretta", "gjenopprett*|attoppretta"},
    {"corrected", "feilen er retta", "feil* .. retta|korrigert|fiksa"},
    {"account_blocked", "har sperra alt", "sperra|stengt .. alt|kort*"},
    {"page_removed", "skjemaet er fjerna",
     "sida|innlegget|dokumentet|fila|skjemaet|lista er|vart|blei fjerna|sletta|stengt"},
    {"page_removed", "er teken ned", "teken|teke|tok ned"},
    {"restored", "backupen er lagd inn att", "backup*|tryggingskopi* .. lagt|lagd|inn"},
    {"restored", "oppe att", "oppe att|igjen"},
    {"retrieved", "fekk han med heim att", "fekk|fått|henta .. med|heim att|igjen"},
    {"recipient_deleted", "stadfesta sletting", "stadfest*|bekreft* .. sletting"},
    {"affected_informed", "har skrive til alle råka", "skrive|skreiv|ringt|sendt .. råka|berørte"},
    {"affected_informed", "ho er varsla", "ho|han|dei er|vart varsla|informert|orientert|informerte|varsla"},
    {"contacted_recipient", "ho er kontakta", "ho|han|mottakaren|mottakar .. er|vart kontakta"},
};

constexpr Row kContained[] = {
    {"no", "ikkje funne", "ikkje funne|funnen"},
    {"no", "ikkje stoppa", "ikkje .. stoppa|stengd|fjerna|sletta|henta"},
    {"no", "ligg der framleis", "ligg .. framleis|enno"},
    {"no", "framleis open", "framleis|enno .. open|ope|tilgang|tilgjengeleg*"},
    {"no", "alle i kopifeltet", "alle .. kopifeltet"},
    {"yes", "stoppa", "er|vart|har .. stoppa"},
    {"yes", "under kontroll", "under kontroll"},
    {"unknown", "veit ikkje om det er stoppa", "veit ikkje om .. stoppa|stengd|sletta"},
    {"no", "ikkje bytta enno",
     "ikkje ... bytta|sperra|stengt|stengd|sletta|fjerna|svara|svart|reagert|stoppa|løyst|funne|henta ... enno|endå"},
    {"no", "har ikkje bytta passord", "ikkje .. bytta|sperra|nullstilt"},
    {"no", "har ikkje svara", "ikkje .. svara|svart|reagert|ringt"},
    {"no", "akkurat no ligg det", "akkurat no .. ligg|kan"},
    {"no", "det ligg der framleis", "ligg|står|er|kan ... framleis|enno"},
    {"yes", "er løyst", "er|vart løyst|utbetra|handtert|stansa"},
    {"no", "ikkje retta", "ikkje|enno .. retta|lukka|gjenoppretta"},
    {"no", "ikkje høyrt noko", "ikkje|ingenting .. høyrt"},
    {"no", "ingen har stengt", "ingen .. stengt|fjerna|stoppa|sperra"},
    {"no", "finn han ikkje", "finn .. ikkje"},
    {"yes", "før nokon fekk opna han", "før|innan nokon|dei|han|ho .. opn*|lese*|sjå"},
    {"yes", "alt er på plass", "alt .. plass|orden"},
    {"yes", "verkar att", "verkar|oppe att|igjen"},
};

constexpr Row kEncrypted[] = {
    {"yes", "kryptert", "kryptert|krypterte"},
    {"no", "ukryptert", "ukryptert"},
    {"no", "utan kryptering", "utan kryptering"},
    {"no", "ikkje kryptert", "ikkje .. kryptert"},
    {"unknown", "veit ikkje om han var kryptert", "veit ikkje om .. kryptert"},
    {"unknown", "usikker på om", "usikker .. kryptert"},
};

constexpr Row kConsequences[] = {
    {"discrimination", "diskriminering", "diskriminer*"},
    {"identity_theft", "identitetstjuveri", "identitetstjuveri*|idtjuveri*"},
    {"financial_loss", "økonomisk tap", "økonomisk* tap"},
    {"reputation", "omdømme", "omdømme*|rykte"},
    {"social", "sosiale følgjer", "sosiale følgjer|konsekvens*"},
    {"social", "mobbing", "mobbing|mobba"},
    {"private_life", "privatliv", "privatliv*|utrygg*"},
    {"legitimate_interests", "rettkomne interesser", "rettkomne|legitime interesser"},
    {"rights_and_freedoms", "rettar og fridommar", "rettar|fridommar .. fridom*"},
    {"loss_of_control", "tap av kontroll", "tap*|mist* .. kontroll*"},
    {"none_known", "ingen følgjer", "ingen konsekvensar|følgjer|kjende"},
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

}  // namespace varsel::intents::nn
