// How sure, how long, found by whom; and what a question is about.
#include "intents/lang/nn/rows.h"

namespace varsel::intents::nn {
namespace {

constexpr Row kCertainty[] = {
    {"suspected", "mistanke", "mistanke|mistenkjer|mistenkt"},
    {"suspected", "eg trur", "eg|me|vi trur|fryktar"},
    {"suspected", "trur eg", "trur eg|me"},
    {"suspected", "ikkje stadfesta", "ikkje stadfesta|stadfest"},
    {"suspected", "er ikkje sikker på at", "ikkje .. sikker på|om"},
    {"suspected", "kanskje", "kanskje|truleg|mogleg|mogelegvis"},
    {"suspected", "er redd for", "redd for|at"},
    {"confirmed", "stadfesta", "er|har|blitt|vorte stadfesta"},
    {"confirmed", "heilt sikkert", "heilt sikkert|sikker !ikkje"},
};

constexpr Row kOngoing[] = {
    {"yes", "pågår framleis", "pågår|føregår|skjer framleis|enno"},
    {"yes", "framleis open", "framleis .. open|tilgang|tilgjengeleg*|nede"},
    {"yes", "ligg der framleis", "ligg .. framleis"},
    {"no", "er stoppa", "er|vart .. stoppa|over|stengd|fjerna"},
};

constexpr Row kDiscoverers[] = {
    {"own", "me oppdaga det sjølve", "me|vi|eg .. sjølv|sjølve|oppdaga"},
    {"own", "oss sjølve", "oss sjølve"},
    {"own", "kommunen", "kommunen|kommune"},
    {"system_owner", "systemeigaren", "systemeigar*"},
    {"supplier", "leverandøren", "leverandør*|databehandlar*"},
    {"consumer", "forbrukar av data", "datakonsument*|forbrukar*"},
    {"consumer", "offentleg etat", "offentleg etat|styresmakt*"},
    {"provider", "banken", "bank|banken|dataleverandør*"},
};

constexpr Row kNatures[] = {
    {"security", "tryggleiksbrot", "tryggleiksbrot*|tryggleik*|sikkerheit*"},
    {"privacy", "personvern", "personvern*|personopplysning*"},
    {"both", "begge delar", "begge delar?"},
    {"both", "både og", "både .. og"},
    {"unknown", "veit ikkje kva for", "veit ikkje kva"},
};

constexpr Row kOthers[] = {
    {"yes", "andre kommunar", "andre|fleire kommunar|partar|etatar|verksemder|bankar"},
    {"no", "berre oss", "berre|kun oss|me"},
    {"no", "ingen andre", "ingen andre"},
    {"unknown", "veit ikkje om andre er råka", "veit ikkje om andre"},
};

constexpr Row kTopics[] = {
    {"personal_data", "kva er personopplysningar", "personopplysning*"},
    {"sensitive_data", "sensitive opplysningar", "sensitiv*|særleg*"},
    {"breach", "kva er eit brot", "brot|avvik|tryggleiksbrot*"},
    {"deadline", "fristen", "frist|fristen"},
    {"authority", "datatilsynet", "datatilsyn*|tilsynsorgan*"},
    {"data_subject", "den registrerte", "registrerte"},
    {"who_sees", "kven ser dette", "kven .. ser|sjå|les|lese|får|tilgang"},
    {"blame", "får eg skulda", "skuld*|sparken|oppsagd|straff*|trøbbel"},
};

constexpr Row kLanguages[] = {
    {"nb", "bokmål", "bokmål"},
    {"nn", "nynorsk", "nynorsk"},
    {"en", "engelsk", "engelsk"},
    {"da", "dansk", "dansk"},
};

constexpr Row kFields[] = {
    {"occurred", "tidspunktet", "tidspunkt|tidspunktet|datoen|dagen|klokkeslettet"},
    {"affected", "talet", "talet|tal"},
    {"data_categories", "opplysningane", "opplysningar|opplysningane"},
    {"data_subjects", "kven det gjeld", "kven det gjeld|handlar om?"},
    {"recipient", "mottakaren", "mottakar|mottakaren"},
    {"department", "avdelinga", "avdeling|avdelinga"},
    {"reporter_contact", "nummeret mitt", "nummeret|eposten mitt|min"},
    {"cause", "årsaka", "årsak|årsaka"},
    {"measures", "det som er gjort", "gjort hittil|til|så"},
    {"consequences", "konsekvensane", "konsekvensar|konsekvensane|følgjene"},
    {"systems", "systemet", "systemet|system|systema"},
    {"breach_kind", "slags brot", "slags|typen|type brot?"},
    {"what_happened", "skildringa", "skildring|skildringa"},
    {"affected_parties", "kommunane", "kommunane|verksemdene|etatane"},
};

constexpr Row kRoles[] = {
    {"discovered", "oppdaga", "oppdag*"},
    {"discovered", "fann ut", "fann|finn ut"},
    {"discovered", "vart klar over", "vart|blei klar over"},
    {"discovered", "høyrde", "høyrde"},
    {"discovered", "fekk vita", "fekk|fått .. vite|vita|beskjed|høyre"},
    {"discovered", "då me såg den", "me|vi|eg|ho|han såg"},
    {"discovered", "mottakaren ringde", "ringde"},
    {"ended", "stengd", "stengd|stengt|stengde|lukka"},
    {"ended", "fjerna", "fjerna"},
    {"ended", "teken ned", "teken|tok .. ned"},
    {"ended", "stoppa", "stoppa"},
    {"occurred", "sende", "sende|sendt|send"},
    {"occurred", "skjedde", "hende|hendt|skjedde"},
    {"occurred", "mista", "mista|tapt|stolen|stolne|borte|gløymt|gløymde"},
    {"occurred", "gjekk ut", "gjekk ut"},
    {"occurred", "byrja", "byrja|starta"},
    {"occurred", "lagt ut", "lagt|la|låg|lege|publisert"},
    {"occurred", "brotet", "brotet|hendinga|avviket"},
    {"discovered", "vaktmeisteren fann ho", "fann|funne|finn .. ho|han|det|dei|den|mappe*|mappa|papir*|i|av|oss"},
    {"discovered", "leverandøren varsla", "varsla|informerte|opplyste|melde .. om|frå|at|oss"},
    {"discovered", "fekk beskjed frå leverandøren", "beskjed .. frå|om|av"},
    {"discovered", "kom fram i loggen", "kom|kome|dukka|viste|framgjekk .. fram|opp|loggkontroll*|loggen|stikkprøve*"},
    {"discovered", "ved ein kontroll", "loggkontroll*|stikkprøve*|kontroll|revisjon*|gjennomgang*"},
    {"discovered", "innbyggjaren ringde",
     "innbyggjar*|mottakar*|kunde*|forelder|mor|far|pasient*|politi* .. ringde|ringt|skreiv|kontakta|tok"},
    {"discovered", "vart gjort merksam på", "merksam|merksame"},
    {"other", "ho slutta her", "slutta"},
    {"other", "meldt til politiet", "meldt|melde|politimeld* .. politi*"},
    {"other", "har avtale i morgon", "møte*|avtale|frist*|neste|fødd"},
    {"occurred", "har vore inne sidan", "vore|sett|lese|kikka|søkt"},
    {"occurred", "kom til å", "kom|kome til å"},
    {"occurred", "sa det", "sa|sagt|fortalde|fortalt|snakka|prata"},
    {"occurred", "nede sidan", "nede"},
    {"occurred", "skreiv inn passordet", "trykt|trykte|klikka|skreiv|tasta|oppgav|gav"},
    {"occurred", "la ved", "la|lagt|vedla"},
    {"discovered", "la merke til", "la|lagt|legg merke"},
    {"discovered", "merka at", "merka|skjøna|innsåg|forstod|erfarte"},
    {"discovered", "dei kontakta oss", "kontakta|kontakt|tilskreiv|klaga .. oss|meg|kommunen|på"},
    {"discovered", "fekk ein telefon", "fekk|fått|mottok|motteke .. telefon*|oppringing*|klage*|henvending*|tips"},
    {"discovered", "kom over det", "kom|kome|snubla over"},
    {"discovered", "såg først i dag", "såg|sett|ser først|nettopp|plutseleg"},
    {"discovered", "det gjekk opp for meg", "gjekk|gått opp for"},
    {"discovered", "avdekte", "avdekk*|avdekt*|tipsa|tips"},
    {"discovered", "under internrevisjonen", "*revisjon*|*kontrollen"},
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

}  // namespace varsel::intents::nn
