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

}  // namespace varsel::intents::nb
