// What data, and about whom.
#include "intents/lang/da/rows.h"

namespace varsel::intents::da {
namespace {

constexpr Row kCategories[] = {
    {"name", "navne", "navn|navne|navnet|navnene|fornavn*|efternavn*"},
    {"name", "navneliste", "navneliste*|elevliste*|klasseliste*|deltagerliste*"},
    {"name", "ansøgerliste", "liste|listen over|med ... ansøger*|medlem*|elev*"},
    {"name", "liste med borgere", "liste|listen med|over # borger*|person*|ansøger*|patient*|kunde*|elev*"},
    {"contact", "adresse", "adresse|adresser|adressen|bopæl|hjemmeadresse*|kontaktoplysning*"},
    {"contact", "mailadresser",
     "mailadresse*|emailadresse*|telefonnumre|telefonnummer|telefonnr|mobilnummer|mobilnumre"},
    {"contact", "e-mail-adresser", "mail|mails|email adresse|adresser"},
    {"contact", "alle i cc", "alle* .. i cc|ccfeltet|kopi|til"},
    {"contact", "kontakter", "kontakter"},
    {"dob", "fødselsdato", "fødselsdato*|fødselsdag*|fødselsår|alder"},
    {"national_id", "cpr", "cpr|cprnr|cprnummer|cprnumre|personnummer|personnumre|cprnumrene"},
    {"health", "helbredsoplysninger",
     "helbred*|helse*|sundhed*|sygdom*|diagnos*|medicin*|behandling|lægeerklæring*|lægeattest*|statusattest*|journal|"
     "journalen|journaler|patientjournal*|prøvesvar*|blodprøve*|sygemeld*|sygefravær*|psykiatr*|handicap*|misbrug*|"
     "epikrise*|indlæggelse*|kræft*|graviditet*|psykolog*|allergi*|vaccin*"},
    {"health", "svar på en prøve", "svar på .. prøve"},
    {"financial", "skatteoplysninger",
     "skat*|økonomi*|indkomst*|årsopgørelse*|konto*|kontonummer|kontonumre|regnskab*|gæld*|bankoplysning*|"
     "kortoplysning*|kortnumre|kreditkort*|betaling*|restance*|faktura*|formue*|lån|lønoplysning*|lønseddel|lønsedler|"
     "løn"},
    {"social", "kontanthjælp",
     "kontanthjælp*|sociale|socialsag*|førtidspension*|ydelse|ydelser|dagpenge*|boligstøtte*|bistand*|underretning*|"
     "anbring*|tvangsfjern*|socialforvaltning*|integrationsydelse|sygedagpenge*"},
    {"employment", "ansættelse",
     "ansættelse*|personalemappe*|personalesag*|lønseddel|lønsedler|lønoplysning*|løn|cv|cver|ansøger*|jobansøg*|"
     "advarsel|afskedig*|opsigelse*|medarbejdersamtale*|mus"},
    {"employment", "lægeerklæringer på ansatte", "lægeerklæring* & ansatte|medarbejder*|personale*"},
    {"education", "karakterer",
     "karakter|karakterer|elevplan*|uddannelse*|eksamen*|skolefravær*|elevmappe*|studie*|fravær|elevsag*|ppr"},
    {"criminal", "straffeattest",
     "straf*|dom|domme|straffedom*|kriminel*|børneattest*|fængsel*|sigtet|sigtelse*|politirapport*"},
    {"union", "fagforening", "fagforening*|tillidsrepræsentant*"},
    {"ethnicity", "etnicitet", "etnisk*|etnicitet*|race|nationalitet*|hudfarve|herkomst"},
    {"religion", "religion", "religio*|tro|trosretning*|muslim*|kristen|kristne|jøde*|trossamfund"},
    {"political", "politisk", "politisk*|partimedlem*"},
    {"sexual", "seksuel orientering", "seksu*|homoseksu*|kønsidentitet*"},
    {"biometric", "fingeraftryk", "fingeraftryk*|biometri*|ansigtsgenkend*|irisscan*"},
    {"genetic", "dna", "genetisk*|dna|gentest*|arvelig*"},
    {"credentials", "adgangskode",
     "adgangskode*|kodeord*|password*|login|loginoplysning*|mitid|nemid|brugernavn*|pinkode*"},
    {"credentials", "min kode", "min|mit|sin|sit|hendes|hans|koden|kode <code>"},
    {"credentials", "gav min kode", "<gave> .. kode|koden|koder"},
    {"photo", "billeder", "foto|fotos|fotografi*|billede|billeder|billedet|video|videoer|videoovervågning*|optagelse*"},
    {"location", "gps", "gps*|lokation*|positionsdata|opholdssted*"},
    {"case_file", "sagsakter",
     "sagsakt*|sagsmappe*|sagsoplysning*|afgørelse|afgørelser|aktindsigt|sagsfremstilling*|borgersag*|børnesag*|"
     "sagsnotat*|partshøring*|handleplan*"},
    {"protected_address", "beskyttet adresse", "beskyttet|hemmelig .. adresse*|navne"},
    {"protected_address", "adressebeskyttelse", "adressebeskytt*|navnebeskytt*"},
    {"family", "familieforhold", "familieforhold*|skilsmisse*|forældremyndighed*|samvær*|civilstand|adoption*"},
    {"communication", "beskeder",
     "korrespondance*|chat|chatbesked*|beskeder|mailkorrespondance*|samtale*|brevveksling*"},
};

constexpr Row kSubjects[] = {
    {"citizens", "borgere", "borger|borgere|borgers|borgeren|borgernes|borgerne"},
    {"patients", "patienter", "patient|patienter|patienten|patienters|patientjournal*|journal|journalen"},
    {"employees", "medarbejdere",
     "medarbejder|medarbejdere|medarbejderes|ansatte|ansattes|kolleger|kollegaer|kollegas|personale*|lønsedler|"
     "lønseddel"},
    {"pupils", "elever", "elev|elever|eleven|elevers|elevmappe*|klasseliste*|studerende|skoleelev*|elevplan*"},
    {"children", "børn",
     "barn|børn|barnet|børnene|børnehave*|vuggestue*|dagtilbud*|børns|børnesag*|datter|datters|søn"},
    {"customers", "kunder", "kunde|kunder|kunderne|kundeliste*|abonnent*|klient|klienter"},
    {"applicants", "ansøgere", "ansøger|ansøgere|ansøgerne|jobansøg*|ansøgerliste*"},
    {"members", "medlemmer", "medlem|medlemmer|medlemmerne|medlemsliste*|medlemsbrev*"},
    {"relatives", "pårørende", "pårørende|forældre|slægtning*"},
};

}  // namespace

std::span<const Row> category_rows() {
  return kCategories;
}
std::span<const Row> subject_rows() {
  return kSubjects;
}

}  // namespace varsel::intents::da
