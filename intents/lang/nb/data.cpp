// What data, and about whom.
#include "intents/lang/nb/rows.h"

namespace varsel::intents::nb {
namespace {

constexpr Row kCategories[] = {
    {"name", "navn", "navn|navna|navnet|navnene"},
    {"name", "søkerliste", "navneliste*|elevliste*|klasseliste*|deltakerliste*|søkerlist*"},
    {"contact", "adresse",
     "adresse|adresser|adressen|hjemmeadresse*|kontaktopplysning*|kontaktinfo*|kontakter|epostadresse*|telefonnummer|"
     "telefonnumre|mobilnummer"},
    {"contact", "e-postadresser", "post|epost adresser|adresse|adressene"},
    {"contact", "alle i kopi", "alle .. kopi|kopifeltet|cc|til"},
    {"dob", "fødselsdato", "fødselsdato*|alder"},
    {"national_id", "fødselsnummer",
     "fødselsnummer|fødselsnumre|fødselsnr|personnummer|personnumre|fnr|dnummer|fødselsnummeret"},
    {"national_id", "d-nummer", "d nummer"},
    {"health", "helseopplysninger",
     "helse*|sykdom*|diagnos*|medisin*|behandling|legeerklæring*|legeattest*|journal|journalen|journaler|"
     "pasientjournal*|prøvesvar*|blodprøve*|sykmeld*|sykemeld*|sykefravær*|psykiatr*|epikrise*|innleggelse*|kreft*|"
     "graviditet*|psykolog*|allergi*|vaksine*"},
    {"financial", "skatteopplysninger",
     "skatt*|økonomi*|inntekt*|kontonr|kontonummer|kontonumre|gjeld|gjelden|gjelda|"
     "gjeldsbrev*|gjeldssak*|bankopplysning*|kortopplysning*|kredittkort*|"
     "betaling*|faktura*|formue*|lån|lønn|lønnsslipp*|lønnsopplysning*|økonomiske"},
    {"social", "sosialhjelp",
     "sosialhjelp*|sosial*|trygd*|nav|barnevern*|uføre*|bostøtte*|ytelse|ytelser|omsorgsovertakelse*|"
     "bekymringsmelding*"},
    {"employment", "ansettelse",
     "ansettelse*|personalmappe*|personalsak*|lønn|lønnsslipp*|cv|cver|søkerlist*|søker*|jobbsøk*|advarsel|oppsigelse*"
     "|medarbeidersamtale*"},
    {"employment", "legeerklæringer for ansatte", "legeerklæring* & ansatte|medarbeider*"},
    {"education", "karakterer", "karakter|karakterer|elevmappe*|elevvurdering*|eksamen*|utdanning*|fravær|elevsak*"},
    {"criminal", "politiattest", "straff*|dom|dommer|kriminel*|politiattest*|fengsel*|siktet|siktelse*"},
    {"union", "fagforening", "fagforening*"},
    {"ethnicity", "etnisitet", "etnisk*|etnisitet*|rase|nasjonalitet*|hudfarge"},
    {"religion", "religion", "religio*|livssyn*|muslim*|kristen|trossamfunn"},
    {"political", "politisk", "politisk*|partimedlem*"},
    {"sexual", "seksuell legning", "seksu*|homofil*|legning"},
    {"biometric", "fingeravtrykk", "fingeravtrykk*|biometri*|ansiktsgjenkjenn*"},
    {"genetic", "genetiske", "genetisk*|dna|gentest*"},
    {"credentials", "passord", "passord|passordet|passordene|innlogging*|bankid|brukernavn*|pinkode*|påloggings*"},
    {"credentials", "ga koden", "<gave> .. kode|koden"},
    {"photo", "bilder", "foto|bilde|bilder|bildet|bildene|video|videoer|opptak*"},
    {"location", "posisjonsdata", "gps*|lokasjon*|posisjon*"},
    {"case_file", "saksmappe", "saksmappe*|saksopplysning*|saksdokument*|barnevernssak*"},
    {"protected_address", "sperret adresse", "sperret|hemmelig*|skjult|fortrolig|gradert .. adresse*"},
    {"protected_address", "kode 6", "adressesperre*|adressegradering*"},
    {"protected_address", "kode 6", "kode 6|7"},
    {"family", "familieforhold", "familieforhold*|skilsmisse*|foreldreansvar*|samvær*|sivilstand|adopsjon*"},
    {"communication", "meldinger", "korrespondanse*|chat|meldinger|samtale*|epostkorrespondanse*"},
    {"contact", "kontaktinfo",
     "adressene|telefonnumrene|epostadressene|kontaktdata|mobilnumrene|bostedsadresse*|postadresse*|tlf|tlfnr|"
     "epostliste*|adresseliste*|telefonliste*"},
    {"name", "fullt navn", "etternavn*|fornavn*|initialer|fullt navn"},
    {"health", "journaler og notater",
     "*journaler|*journalene|*journalnotat*|helsenotat*|operasjon*|røntgen*|hiv*|abort*|demens*|diabetes*|pleieplan*|"
     "rehabiliter*|legebrev*|legenotat*|henvisning*|utskrivning*|resept*|autisme|adhd|depresjon*|angst|lidelse*|"
     "sykepleie*|tannlege*|innlagt|medisinering*|terapi*|sykemeld*|medisinliste*|funksjonsnedsett*|rus|rusbehandling*"},
    {"financial", "lønnsdata",
     "lønnsdata|lønnskjøring*|lønnsliste*|lønnsfil*|lønnsutbetaling*|lønnssystem*|lønnsslippene|pensjon*|bankkonto*|"
     "kontoopplysning*|kontonumrene|regning*|budsjett*|inkasso*|kreditt*|iban|skattemelding*|lånesøknad*|lånesak*|"
     "betalingsanmerkning*"},
    {"employment", "lønn og personal",
     "lønnsdata|lønnskjøring*|lønnsliste*|lønnsfil*|personalmapper*|personalopplysning*|personaldata|personalliste*|"
     "arbeidskontrakt*|arbeidsavtale*|kontrakt|kontrakter|sykefravær*|ansattliste*|lønnsslippene|referanser|attester"},
    {"education", "karakterutskrift",
     "karakterutskrift*|karakterkort*|karakterliste*|standpunkt*|vitnemål*|testresultat*|trivsel*|karakterene|iop|"
     "halvårsvurdering*|kartleggingsprøve*|spesialundervisning*"},
    {"criminal", "straffbare forhold", "straffbar*|lovbrudd*|voldssak*|dommen|bot|bøter|vandel*"},
    {"social", "sosiale forhold",
     "hjemløs*|støttekontakt*|verge*|tvangsvedtak*|arbeidsavklaringspenger|aap|hjemmetjeneste*|hjemmehjelp*|"
     "krisesenter*|økonomisk stønad|rusomsorg*"},
    {"family", "familie",
     "familieopplysning*|familieforhold*|familierelasjon*|skilt|barnebidrag*|bidragssak*|ekteskap*|foreldreansvar*|"
     "barnefordeling*"},
    {"religion", "livssyn", "trostilhørighet*|menighet*|moske*|kristne"},
    {"sexual", "seksuelle forhold", "bifil*|lesbisk*|lhbt*|transkjønn*"},
    {"union", "fagforeningsmedlemskap", "tillitsvalgt*|organisasjonstilhørighet|trekkliste*"},
    {"photo", "bildene",
     "passbilde*|portrett*|skjermbilde*|overvåkingsvideo*|screenshot*|klassebilde*|skolebilde*|fotografi*"},
    {"communication", "e-poster", "eposttråd*|meldingstråd*|chatlogg*|korrespondansen|tråd"},
    {"location", "kjøredata", "kjørebok*|kjørelister|rutelister"},
    {"credentials", "innlogging", "kode|koder til|påloggingsinfo*|passordene|brukernavn"},
    {"case_file", "saksdokumenter",
     "saksdokument*|saksnotat*|journalnotat*|saksutskrift*|byggesak*|klagesak*|uttalelse*|innstilling*|saksmappene"},
    {"name", "brev til naboen", "brev*|post|epost .. til .. nabo*|annen"},
    {"financial", "kontoutskrifter", "*faktura*|kontoutskrift*|beløp*|lønna|lønnen|purring*|*regning|*regninger|konti"},
    {"employment", "lønna", "lønna|lønnen"},
    {"employment", "sykmeldinger for ansatte", "sykmeld*|sykemeld*|legeattest* & ansatt*|medarbeider*"},
    {"health", "legemidler", "legemid*|hørsel*|klamydia|smitte*|overgrep*|symptom*"},
    {"communication", "private meldinger", "private meldinger|meldingene"},
    {"communication", "kundesamtaler", "jobbmail*|kundesamtale*|lydopptak*"},
    {"photo", "filmet", "filmet|filma|overvåkingskamera*|overvåkningskamera*"},
};

constexpr Row kSubjects[] = {
    {"citizens", "innbyggere", "innbygger|innbyggere|innbyggerne|borger|borgere"},
    {"patients", "pasienter", "pasient|pasienter|pasienten|pasienters|pasientjournal*|journal|journalen"},
    {"employees", "ansatte", "ansatt|ansatte|ansattes|medarbeider|medarbeidere|kolleger|personalmappe*|lønnsslipp*"},
    {"pupils", "elever", "elev|elever|elevene|eleven|elevmappe*|klasseliste*|studenter"},
    {"children", "barn", "barn|barna|barnet|barnehage*|barnevern*|datter|datteren|sønn"},
    {"customers", "kunder", "kunde|kunder|kundene|kundeliste*|klient|klienter"},
    {"applicants", "søkere", "søker|søkere|søkerne|søkerlist*|jobbsøk*"},
    {"members", "medlemmer", "medlem|medlemmer|medlemmene|medlemsliste*|medlemsbrev*"},
    {"relatives", "pårørende", "pårørende|foreldre|foresatte"},
    {"citizens", "innbyggernes",
     "innbyggers|innbyggerens|innbyggeres|innbyggernes|borgerne|brukere|brukerne|bruker|brukeren"},
    {"patients", "pasientenes", "pasientene|pasientenes|pasientens|pasientliste*|innlagte"},
    {"employees", "de ansattes",
     "medarbeiderne|medarbeidernes|medarbeideren|medarbeiders|personalet|vikarer|ansattliste*|personalmapp*|kollegaer"},
    {"pupils", "elevenes", "elevers|elevens|elevenes|elevliste*|skolebarn*|studentene|studenter|student"},
    {"children", "barnets", "barns|barnets|barnas|sønnen|datteren|datters|spedbarn"},
    {"customers", "kundenes", "kundens|kunders|kundenes|klienter|leietaker*|låntaker*|forsikringstaker*"},
    {"applicants", "søkernes", "søkers|søkeres|søkerens|søkernes|kandidat|kandidater|kandidatene|jobbsøker*"},
    {"members", "medlemmenes", "medlemmers|medlems|medlemmenes|medlemskap*"},
    {"relatives", "foreldrene", "foreldrene|foreldres|foreldrenes|foresattes|pårørendes"},
};

}  // namespace

std::span<const Row> category_rows() {
  return kCategories;
}
std::span<const Row> subject_rows() {
  return kSubjects;
}

}  // namespace varsel::intents::nb
