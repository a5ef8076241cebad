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
     "skat*|økonomi*|indkomst*|årsopgørelse*|kontonr|kontonummer|kontonumre|regnskab*|"
     "gæld*|bankoplysning*|"
     "kortoplysning*|kortnumre|kreditkort*|betaling*|restance*|faktura*|formue*|lån|lønoplysning*|lønsed*|"
     "løn"},
    {"social", "kontanthjælp",
     "kontanthjælp*|sociale|socialsag*|førtidspension*|ydelse|ydelser|dagpenge*|boligstøtte*|bistand*|underretning*|"
     "anbring*|tvangsfjern*|socialforvaltning*|integrationsydelse|sygedagpenge*"},
    {"employment", "ansættelse",
     "ansættelse*|personalemappe*|personalesag*|lønsed*|lønoplysning*|løn|cv|cver|ansøger*|jobansøg*|"
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
     "sagsakt*|sagsmappe*|sagsoplysning*|sagsfremstilling*|borgersag*|børnesag*|"
     "sagsnotat*|partshøring*|handleplan*"},
    {"protected_address", "beskyttet adresse", "beskyttet|hemmelig* .. adresse*|navne"},
    {"protected_address", "adressebeskyttelse", "adressebeskytt*|navnebeskytt*"},
    {"family", "familieforhold", "familieforhold*|skilsmisse*|forældremyndighed*|samvær*|civilstand|adoption*"},
    {"communication", "beskeder",
     "korrespondance*|chat|chatbesked*|beskeder|mailkorrespondance*|samtale*|brevveksling*"},
    {"contact", "kontaktdata",
     "adresserne|telefonnumrene|mailadresserne|kontaktdata|kontaktinfo*|mobilnumrene|bopælsadresse*|postadresse*|tlf|"
     "tlfnr|mailliste*|adresseliste*|telefonliste*"},
    {"name", "navnene på dem", "navnenes|efternavne|fornavne|initialer|fuldt navn"},
    {"national_id", "cpr-nummer", "cpr|person nr|nummer|numre|numrene"},
    {"health", "journaler og notater",
     "*journaler|*journalerne|*journalnotat*|sundhedsnotat*|operation*|røntgen*|scanning*|hiv*|abort*|demens*|diabetes*"
     "|plejeplan*|genoptræn*|lægebrev*|lægenotat*|henvisning*|udskrivning*|recept*|funktionsevne*|autisme|adhd|"
     "depression*|angst|lidelse*|sygeplej*|tandlæge*|speciallæge*|indlagt|medicinering*|ordination*|terapi*|"
     "sindslidende*|bruger af medicin"},
    {"financial", "løndata",
     "lønkørsel*|lønliste*|lønfil*|løndata|lønudbetaling*|lønsystem*|løndel*|lønspecifikation*|lønregnskab*|pension*|"
     "bankkonto*|kontooplysning*|kontonumrene|regning*|budget*|opkrævning*|inkasso*|kredit*|forbrug|iban|selvangivelse*"
     "|årsopgørelser*|forskudsopgørelse*|lånesag*|lønindberetning*"},
    {"employment", "løn og personale",
     "lønkørsel*|lønliste*|lønfil*|løndata|personalesager*|personaleoplysning*|personaleliste*|ansættelseskontrakt*|"
     "ansættelsesbrev*|kontrakt|kontrakter|sygefravær*|mussamtale*|medarbejderliste*|referencer|tjenstlig*|"
     "lønindberetning*"},
    {"education", "karakterudskrift",
     "karakterudskrift*|karakterbog*|karakterliste*|karakterblad*|standpunkt*|vidnesbyrd*|eksamensbevis*|testresultat*|"
     "trivsel*|skoleudtalelse*|karaktererne|karakterer|læsetest*|nationale test*"},
    {"criminal", "strafbare forhold", "strafbar*|lovovertrædelse*|anmeldelser af|voldssag*|dommen|bøde|bøder"},
    {"social", "sociale forhold",
     "kontanthjælp*|sociale "
     "forhold|hjemløs*|bostøtte*|botilbud*|værge*|børnefaglig*|tvangsanbring*|familiesag*|misbrugsbehandling*|flexjob|"
     "fleksjob*|ressourceforløb*|jobcenter*|hjemmehjælp*|støttekontakt*|voldsramt*|krisecenter*"},
    {"family", "familie",
     "familieoplysning*|familiesag*|familierelation*|skilt|børnebidrag*|civilstand*|ægteskab*|forældreansvar*|"
     "forældremyndighed*|familiære"},
    {"religion", "trosretning", "konfession*|folkekirke*|moske*"},
    {"sexual", "seksuelle forhold", "seksuel orientering|biseksuel*|lesbisk*|lgbt*|transkøn*"},
    {"union", "medlem af fagforening", "fagligt|faglig medlemskab|organisering"},
    {"photo", "fotos",
     "billederne|pasfoto*|portræt*|skærmbilled*|overvågningsvideo*|screenshot*|klassefoto*|skolefoto*"},
    {"communication", "mails", "mailtråd*|mailveksling*|beskedtråd*|chatlog*|korrespondancen|sms korrespondance|tråd"},
    {"location", "gps-data", "køresedler|kørselsdata|ruteplan*|kørelister"},
    {"credentials", "loginoplysninger", "kode|koder til|loginoplysninger|adgangskoderne|adgangsoplysning*|brugernavne"},
    {"case_file", "sagsdokumenter",
     "sagsdokument*|sagsnotat*|sagsudskrift*|journalnotat*|børnesager|borgersager|byggesag*|klagesag*|barnets "
     "sag|statusudtalelse*|udtalelse*|indstilling*|sagsoplysninger"},
    {"name", "et brev til min nabo", "brev*|post|mail .. til .. nabo*|anden"},
    {"financial", "restgæld", "restgæld*|rykker*|lønnen|kontoudtog*|beløb*|*faktura*|*regning|*regninger|konti"},
    {"employment", "lønnen", "lønnen|lønnens"},
    {"employment", "sygemeldinger for ansatte", "sygemeld*|lægeattest* & ansat*|medarbejder*"},
    {"health", "lægemidler", "lægemid*|hørelse*|klamydia|smitte*|overgreb*|symptom*|testes for"},
    {"communication", "kundesamtaler", "arbejdsmail*|kundesamtale*|lydoptag*|private beskeder"},
    {"photo", "kameraet har optaget", "kamera* .. optog|optaget|filmet|filmede"},
    {"photo", "overvågningskamera", "overvågningskamera*"},
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
    {"citizens", "borgernes", "borgerens|borgeres|borgerliste*|borgersag*|kontanthjælpsmodtager*"},
    {"patients", "patientens", "patientens|patienternes|patienterne|patientliste*|indlagte"},
    {"employees", "de ansattes",
     "medarbejderne|medarbejdernes|medarbejderen|medarbejderens|ansatteliste*|medarbejderliste*|personale|vikarer|"
     "personalemappe*|personalesag*"},
    {"pupils", "elevernes", "elevs|elevens|eleverne|elevernes|elevliste*|skolebørn*|studerendes|studenter"},
    {"children", "barnets", "barnets|børnenes|børnehavebørn*|vuggestuebørn*|sønnens|datteren|spædbørn*|små børn"},
    {"customers", "kundernes",
     "kundens|kunders|kunderne|kundernes|forbrugere|lejere|lejer|lejerne|lejers|forsikringstager*|låntager*"},
    {"applicants", "ansøgernes",
     "ansøgeres|ansøgers|ansøgerens|ansøgernes|kandidat|kandidater|kandidaterne|jobansøger*"},
    {"members", "medlemmernes", "medlemmers|medlems|medlemmets|medlemmernes|medlemskab*"},
    {"relatives", "forældrene", "forældrene|forældres|forældrenes|pårørendes|pårørendeliste*"},
};

}  // namespace

std::span<const Row> category_rows() {
  return kCategories;
}
std::span<const Row> subject_rows() {
  return kSubjects;
}

}  // namespace varsel::intents::da
