// How sure, how long, found by whom; and what a question is about.
#include "intents/lang/da/rows.h"

namespace varsel::intents::da {
namespace {

constexpr Row kCertainty[] = {
    {"suspected", "mistanke", "mistanke|mistænker|mistænkt|formoder|formodning"},
    {"suspected", "jeg tror", "jeg|vi tror|frygter|gætter"},
    {"suspected", "tror jeg", "tror|vist jeg|vi|nok"},
    {"suspected", "ikke bekræftet", "ikke bekræftet|konstateret"},
    {"suspected", "er ikke sikker på at", "ikke .. sikker på|om"},
    {"suspected", "måske", "måske|muligvis|eventuelt|vistnok|formentlig"},
    {"suspected", "det kan være at", "kan|kunne være|have"},
    {"suspected", "ser ud til", "ser|lader ud? til"},
    {"suspected", "er bange for", "bange for"},
    {"confirmed", "bekræftet", "er|har|blevet bekræftet|konstateret"},
    {"confirmed", "vi er sikre på", "sikre|sikker på !ikke"},
    {"confirmed", "konstateret", "har|lige? konstateret"},
    {"confirmed", "helt sikkert", "helt sikkert|sikker !ikke"},
};

constexpr Row kOngoing[] = {
    {"yes", "pågår stadig", "pågår|foregår|sker|kører stadig|fortsat|endnu?"},
    {"yes", "stadig åben", "stadig|fortsat .. åben*|adgang|tilgængelig*|synlig*|igang|aktiv|nede"},
    {"yes", "ligger der stadig", "ligger .. stadig"},
    {"no", "er stoppet", "er|blev .. stoppet|ophørt|slut|overstået|lukket|fjernet"},
    {"no", "ikke længere", "ikke længere .. tilgængelig*|åben*|adgang"},
};

constexpr Row kDiscoverers[] = {
    {"own", "vi opdagede det selv", "vi|jeg .. selv|opdagede|opdaget"},
    {"own", "en medarbejder hos os", "os|kommunen|egen|egne .. opdag*|fandt|konstater*"},
    {"own", "os selv", "os|mig selv"},
    {"own", "kommunen", "kommunen|kommune"},
    {"system_owner", "systemejeren", "systemejer*"},
    {"supplier", "leverandøren", "leverandør*|databehandler*"},
    {"consumer", "dataforbruger", "dataforbruger*|forbruger*|datakonsument*"},
    {"consumer", "offentlig etat", "offentlig* myndighed*|etat"},
    {"provider", "banken", "bank|banken|bankerne|datakilde*|dataleverandør*|dataudbyder*"},
};

constexpr Row kNatures[] = {
    {"security", "sikkerhedsbrud", "sikkerhedsbrud*|itsikkerhed*"},
    {"security", "sikkerhed", "sikkerhed|sikkerhedshændelse*"},
    {"privacy", "persondata", "persondata*|privatliv*|databeskyttelse*|persondatabrud|personoplysning*"},
    {"both", "begge dele", "begge dele?"},
    {"both", "både og", "både .. og"},
    {"unknown", "ved ikke hvilken slags", "ved ikke hvilke*"},
};

constexpr Row kOthers[] = {
    {"yes", "andre kommuner er berørt", "andre|flere kommuner|parter|myndigheder|virksomheder|organisationer|banker"},
    {"yes", "alle kommuner", "alle kommuner|kunder|parter"},
    {"no", "kun os", "kun|bare os|vores|vi"},
    {"no", "ingen andre", "ingen andre"},
    {"unknown", "ved ikke om andre er berørt", "ved ikke om andre|flere"},
};

constexpr Row kTopics[] = {
    {"personal_data", "hvad er personoplysninger", "personoplysning*|persondata"},
    {"sensitive_data", "følsomme oplysninger", "følsom*|fortrolig*|særlige"},
    {"breach", "hvad er et brud", "brud|sikkerhedsbrud*|persondatabrud|sikkerhedshændelse|databrud"},
    {"breach", "brud på persondatasikkerheden", "brud ... sikkerhed*"},
    {"deadline", "hvad er fristen", "frist|fristen|72"},
    {"deadline", "hvor lang tid har vi", "hvor lang|længe .. tid|har"},
    {"authority", "datatilsynet", "datatilsyn*|tilsynsmyndighed*"},
    {"data_subject", "den registrerede", "registrerede|registreret"},
    {"who_sees", "hvem kan se det", "hvem .. ser|se|læser|læse|får|adgang"},
    {"blame", "får jeg skylden", "skyld*|fyret|fyres|afskediget|straf*|ballade"},
    {"blame", "konsekvenser for mig", "konsekvenser .. mig"},
};

constexpr Row kLanguages[] = {
    {"da", "dansk", "dansk"},
    {"en", "engelsk", "engelsk"},
    {"nb", "norsk", "norsk|bokmål"},
    {"nn", "nynorsk", "nynorsk"},
};

constexpr Row kFields[] = {
    {"occurred", "tidspunktet", "tidspunkt|tidspunktet|datoen|dagen|klokkeslættet"},
    {"affected", "antallet", "antal|antallet|tallet"},
    {"data_categories", "oplysningerne", "oplysninger|oplysningerne"},
    {"data_subjects", "hvem det handler om", "hvem det handler om"},
    {"recipient", "modtageren", "modtager|modtageren"},
    {"department", "afdelingen", "afdeling|afdelingen"},
    {"reporter_contact", "mit nummer", "mit|min nummer|mail|telefonnummer|mailadresse"},
    {"cause", "årsagen", "årsag|årsagen"},
    {"measures", "det der er gjort", "gjort indtil nu?"},
    {"consequences", "konsekvenserne", "konsekvenser|konsekvenserne|følgerne"},
    {"systems", "systemet", "systemet|systemer|systemerne"},
    {"breach_kind", "slags brud", "slags|typen|type brud?"},
    {"what_happened", "beskrivelsen", "beskrivelse|beskrivelsen"},
    {"affected_parties", "kommunerne", "kommunerne|organisationerne"},
};

// What the time in the same clause is of.
constexpr Row kRoles[] = {
    {"discovered", "vi opdagede det", "opdag*"},
    {"discovered", "konstateret", "konstater*"},
    {"discovered", "fandt ud af", "fandt|finder ud"},
    {"discovered", "blev klar over", "klar over"},
    {"discovered", "blev bekendt med", "bekendt|bevidst|opmærksom* med|om?"},
    {"discovered", "hørte", "hørte"},
    {"discovered", "modtageren ringede", "ringede"},
    {"discovered", "fik at vide", "fik|fået .. vide|besked"},
    {"discovered", "hvor vi så den", "vi|jeg|hun|han så"},
    {"discovered", "da vi så det", "da .. så"},
    {"discovered", "modtageren ringede", "ringede|ringet|henvendte|skrev .. os|mig"},
    {"discovered", "modtog en henvendelse", "henvendelse"},
    {"discovered", "jeg har fået et brev til min nabo",
     "fået|fik|modtog|modtaget .. brev*|mail*|post|besked .. til|om|fra & nabo*|anden|andre|en"},
    {"ended", "blev lukket", "lukket|lukkede|lukke"},
    {"ended", "fjernet", "fjernet|fjernede"},
    {"ended", "taget ned", "taget|tog .. ned"},
    {"ended", "stoppet", "stoppet|stoppede|ophørte|afsluttet"},
    {"occurred", "sendt", "send*|mailede|mailet"},
    {"occurred", "skete", "skete|sket|foregik"},
    {"occurred", "mistet", "mistet|mistede|tabte|tabt|stjålet|væk|glemt|glemte|efterlod"},
    {"occurred", "gik ud", "gik ud"},
    {"occurred", "begyndte", "begyndte|startede"},
    {"occurred", "lagt ud", "lagt|lagde|lå|ligget|offentliggjort"},
    {"occurred", "krypteret", "krypteret|ramt|angrebet|hacket"},
    {"occurred", "klikkede", "klikke*"},
    {"occurred", "bruddet skete", "bruddet|hændelsen"},
    {"discovered", "pedellen fandt den", "fandt|fundet|finder .. den|det|dem|mappe*|papir*|i|af|os"},
    {"discovered", "fået besked fra leverandøren",
     "besked|varslet|varslede|underrettet|underrettede|orienteret|orienterede|advaret|meddelte|oplyste .. "
     "om|fra|at|os"},
    {"discovered", "leverandøren varslede",
     "leverandør*|databehandler*|politi*|tilsyn* .. varslede|varslet|oplyste|meddelte|skrev|ringede|kontaktede"},
    {"discovered", "det kom frem i loggen",
     "kom|kommet|dukkede|viste|fremgik .. frem|op|for|logkontrol*|loggen|stikprøve*"},
    {"discovered", "ved en kontrol", "logkontrol*|stikprøve*|kontrol*|revision*|gennemgang*"},
    {"discovered", "borgeren ringede",
     "borger*|modtager*|kunde*|forælder|mor|far|patient* .. ringede|ringet|skrev|henvendte|gjorde"},
    {"discovered", "blev gjort opmærksom på", "gjort|gjorde .. opmærksom"},
    {"discovered", "fik jeg øje på", "øje på"},
    {"other", "hun stoppede her",
     "hun|han|vedkommende|medarbejder*|ansat|ansatte|vikar* .. "
     "stoppede|stoppet|fratrådt|fratrådte|holdt|opsagt|ophørte"},
    {"other", "politianmeldt i går", "politianmeld*"},
    {"other", "anmeldt til politiet", "anmeldt|meldt .. politi*"},
    {"other", "har aftale i morgen", "møde*|aftale|frist*|deadline|næste|født|tidsbestilling"},
    {"occurred", "har kigget siden", "kigget|kiggede|slået|læst|set|været"},
    {"occurred", "kom til at", "kom|kommet til"},
    {"occurred", "sagde det", "sagde|sagt|fortalte|fortalt|snakkede|talte"},
    {"occurred", "nede siden", "nede"},
    {"occurred", "tastede mit login", "tastede|tastet|indtastede|oplyste|gav"},
    {"occurred", "vedhæftet", "vedhæft*|vedlagde|vedlagt"},
    {"discovered", "lagde mærke til", "lagde|lagt|lægger mærke"},
    {"discovered", "bemærkede det", "bemærke*|erfarede|erfaret|erkendte|indså|indset"},
    {"discovered", "de kontaktede os",
     "kontaktede|kontaktet|tilskrev|klagede|klaget|reklamerede .. os|mig|kommunen|over"},
    {"discovered", "fik et opkald",
     "fik|fået|modtog|modtaget .. opkald*|telefonopkald*|klage*|henvendelse*|besked|vide"},
    {"discovered", "stødte på det", "stødte|stødt|faldt|kom på|over|forbi"},
    {"discovered", "så først i dag", "så|set|ser først|lige|pludselig"},
    {"discovered", "kollegaen gjorde mig opmærksom", "opmærksom*"},
    {"discovered", "det gik op for mig", "gik|gået op for"},
    {"discovered", "blev meldt til os", "indberettet|indberettede|meldt|rapporteret til os|mig|it"},
    {"discovered", "afdækkede", "afdækk*|tippede|tip*"},
    {"discovered", "under revisionen", "revision*|*kontrollen"},
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

}  // namespace varsel::intents::da
