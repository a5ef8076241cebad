// How sure, how long, found by whom; and what a question is about.
#include "intents/lang/nb/rows.h"

namespace varsel::intents::nb {
namespace {

constexpr Row kCertainty[] = {
    {"suspected", "mistanke", "mistanke|mistenker|mistenkt|antar"},
    {"suspected", "jeg tror", "jeg|vi tror|frykter|gjetter"},
    {"suspected", "tror jeg", "tror jeg|vi|kanskje"},
    {"suspected", "ikke bekreftet", "ikke bekreftet|konstatert"},
    {"suspected", "er ikke sikker på at", "ikke .. sikker på|om"},
    {"suspected", "kanskje", "kanskje|muligens|trolig|antakelig|sannsynligvis"},
    {"suspected", "det kan være at", "kan|kunne være|ha"},
    {"suspected", "ser ut til", "ser ut til|som"},
    {"suspected", "er redd for", "redd for|at"},
    {"confirmed", "bekreftet", "er|har|blitt bekreftet|konstatert"},
    {"confirmed", "vi er sikre på", "sikre|sikker på !ikke"},
    {"confirmed", "helt sikkert", "helt sikkert|sikker !ikke"},
};

constexpr Row kOngoing[] = {
    {"yes", "pågår fortsatt", "pågår|foregår|skjer fortsatt|fremdeles|ennå?"},
    {"yes", "fortsatt åpen", "fortsatt|fremdeles .. åpen*|tilgang|tilgjengelig*|synlig*|nede"},
    {"yes", "ligger der fortsatt", "ligger .. fortsatt|fremdeles"},
    {"no", "er stoppet", "er|ble .. stoppet|over|stengt|fjernet"},
    {"no", "ikke lenger", "ikke lenger .. tilgjengelig*|åpen*"},
};

constexpr Row kDiscoverers[] = {
    {"own", "vi oppdaget det selv", "vi|jeg .. selv|oppdaget"},
    {"own", "oss selv", "oss|meg selv"},
    {"own", "kommunen", "kommunen|kommune"},
    {"system_owner", "systemeieren", "systemeier*"},
    {"supplier", "leverandøren", "leverandør*|databehandler*"},
    {"consumer", "datakonsument", "datakonsument*|forbruker*|dataforbruker*"},
    {"consumer", "offentlig etat", "offentlig etat|myndighet*"},
    {"consumer", "etat", "etat|etaten|nav|skatteetaten|politiet"},
    {"provider", "banken", "bank|banken|datatilbyder*|dataleverandør*"},
};

constexpr Row kNatures[] = {
    {"security", "sikkerhetsbrudd", "sikkerhetsbrudd*|itsikkerhet*"},
    {"security", "sikkerhet", "sikkerhet|sikkerhetshendelse*"},
    {"privacy", "personvern", "personvern*|personopplysning*"},
    {"both", "begge deler", "begge deler?"},
    {"both", "både og", "både .. og"},
    {"unknown", "vet ikke hvilken", "vet ikke hvilke*"},
};

constexpr Row kOthers[] = {
    {"yes", "andre kommuner", "andre|flere kommuner|parter|etater|virksomheter|organisasjoner|banker"},
    {"yes", "alle kommuner", "alle kommuner|parter"},
    {"no", "bare oss", "bare|kun oss|vi"},
    {"no", "ingen andre", "ingen andre"},
    {"unknown", "vet ikke om andre er berørt", "vet ikke om andre"},
};

constexpr Row kTopics[] = {
    {"personal_data", "hva er personopplysninger", "personopplysning*|persondata"},
    {"sensitive_data", "sensitive opplysninger", "sensitiv*|fortrolig*|særlige"},
    {"breach", "hva er et brudd", "brudd|avvik|sikkerhetsbrudd*|databrudd"},
    {"deadline", "fristen", "frist|fristen|72"},
    {"authority", "datatilsynet", "datatilsyn*|tilsynsmyndighet*"},
    {"data_subject", "den registrerte", "registrerte"},
    {"who_sees", "hvem ser dette", "hvem .. ser|se|leser|lese|får|tilgang"},
    {"blame", "får jeg skylda", "skyld*|sparken|oppsagt|straff*|trøbbel"},
};

constexpr Row kLanguages[] = {
    {"da", "dansk", "dansk"},
    {"en", "engelsk", "engelsk"},
    {"nb", "bokmål", "bokmål"},
    {"nn", "nynorsk", "nynorsk"},
};

constexpr Row kFields[] = {
    {"occurred", "tidspunktet", "tidspunkt|tidspunktet|datoen|dagen|klokkeslettet"},
    {"affected", "antallet", "antall|antallet|tallet"},
    {"data_categories", "opplysningene", "opplysninger|opplysningene"},
    {"data_subjects", "hvem det gjelder", "hvem det gjelder|handler om?"},
    {"recipient", "mottakeren", "mottaker|mottakeren"},
    {"department", "avdelingen", "avdeling|avdelingen"},
    {"reporter_contact", "nummeret mitt", "nummeret|mailen|eposten mitt|min"},
    {"cause", "årsaken", "årsak|årsaken"},
    {"measures", "det som er gjort", "gjort hittil|til|så"},
    {"consequences", "konsekvensene", "konsekvenser|konsekvensene|følgene"},
    {"systems", "systemet", "systemet|systemer|systemene"},
    {"breach_kind", "slags brudd", "slags|typen|type brudd?"},
    {"what_happened", "beskrivelsen", "beskrivelse|beskrivelsen"},
    {"affected_parties", "kommunene", "kommunene|virksomhetene|etatene"},
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
    {"discovered", "vaktmesteren fant den", "fant|funnet|finner .. den|det|dem|mappe*|mappa|papir*|i|av|oss"},
    {"discovered", "leverandøren varslet", "varslet|varsla|underrettet|informert|opplyste|meldte .. om|fra|at|oss"},
    {"discovered", "fikk beskjed fra leverandøren", "beskjed .. fra|om|av"},
    {"discovered", "kom fram i loggkontrollen",
     "kom|kommet|dukket|viste|framgikk|fremgikk .. fram|frem|opp|loggkontroll*|loggen|stikkprøve*"},
    {"discovered", "ved en kontroll", "loggkontroll*|stikkprøve*|kontroll|revisjon*|gjennomgang*"},
    {"discovered", "innbyggeren ringte",
     "innbygger*|mottaker*|kunde*|forelder|mor|far|pasient*|politi* .. ringte|ringt|skrev|kontaktet|tok"},
    {"discovered", "ble gjort oppmerksom på", "gjort|gjorde .. oppmerksom"},
    {"other", "hun sluttet her", "slutta|sluttet"},
    {"other", "anmeldt til politiet", "anmeldt|meldt|politianmeld* .. politi*"},
    {"other", "har avtale i morgen", "møte*|avtale|frist*|neste|født"},
    {"occurred", "har vært inne siden", "vært|sett|lest|kikket|kikka|søkt"},
    {"occurred", "kom til å", "kom|kommet til å"},
    {"occurred", "sa det", "sa|sagt|fortalte|fortalt|snakket|snakka|prata|pratet"},
    {"occurred", "nede siden", "nede"},
    {"occurred", "skrev inn passordet", "trykket|trykte|klikket|klikka|skrev|tastet|tasta|oppga|ga"},
    {"occurred", "la ved", "la|lagt|vedla"},
    {"occurred", "byttet om", "byttet|bytta|blandet"},
    {"discovered", "la merke til", "la|lagt|legger merke"},
    {"discovered", "merket at", "merket|merka|skjønte|innså|forsto|forstod|erfarte"},
    {"discovered", "de kontaktet oss", "kontaktet|kontakta|tilskrev|klaget|klagde .. oss|meg|kommunen|på"},
    {"discovered", "fikk en telefon", "fikk|fått|mottok|mottatt .. telefon*|oppringning*|klage*|henvendelse*|tips"},
    {"discovered", "kom over det", "kom|kommet|snublet over"},
    {"discovered", "så først i dag", "så|sett|ser først|nettopp|plutselig"},
    {"discovered", "det gikk opp for meg", "gikk|gått opp for"},
    {"discovered", "meldt inn til oss", "innmeldt|rapportert|meldte|meldt .. til|inn oss|meg|it"},
    {"discovered", "avdekket", "avdekk*|tipset|tipsa|tips"},
    {"discovered", "under internrevisjonen", "*revisjon*|*kontrollen"},
    {"discovered", "kom for en dag", "kom for en? dag"},
};

}  // namespace

std::span<const Row> certainty_rows() {
  return kCertainty;
}
std::span<const Row> ongoing_rows() {
  return kOngoing;
}
std::span<const Row> discoverer_rows() {
  return kDiscoverers;
}
std::span<const Row> nature_rows() {
  return kNatures;
}
std::span<const Row> others_rows() {
  return kOthers;
}
std::span<const Row> topic_rows() {
  return kTopics;
}
std::span<const Row> language_rows() {
  return kLanguages;
}
std::span<const Row> field_rows() {
  return kFields;
}
std::span<const Row> moment_role_rows() {
  return kRoles;
}

}  // namespace varsel::intents::nb
