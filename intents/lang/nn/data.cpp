// What data, and about whom.
#include "intents/lang/nn/rows.h"

namespace varsel::intents::nn {
namespace {

constexpr Row kCategories[] = {
    {"name", "namn", "namn|namna|namnet"},
    {"contact", "adressa", "adressa|adressene|kontaktar|telefonnummer"},
    {"contact", "alle i kopifeltet", "alle .. kopifeltet|kopi|cc"},
    {"dob", "fødselsdato", "fødselsdato*|alder"},
    {"national_id", "fødselsnummer", "fødselsnummer|personnummer|fødselsnummera"},
    {"health", "helseopplysningar",
     "helse*|sjukdom*|diagnos*|medisin*|legeerklæring*|journal|journalen|journalar|prøvesvar*|sjukmeld*|sjukefråvær*|"
     "psykiatr*|epikrise*"},
    {"financial", "økonomi",
     "økonomi*|inntekt*|skatt*|konto*|gjeld|gjelden|gjelda|gjeldsbrev*|gjeldssak*|løn|lønsslipp*|lønsopplysning*"},
    {"social", "sosialhjelp", "sosialhjelp*|sosial*|trygd*|barnevern*|uføre*|bustøtte*"},
    {"employment", "tilsetjing", "tilsetjing*|personalmappe*|løn|lønsslipp*|cv|søkjar*"},
    {"employment", "legeerklæringar for tilsette", "legeerklæring* & tilsette"},
    {"education", "karakterar", "karakter|karakterar|elevmappe*|eksamen*|utdanning*|fråvær"},
    {"criminal", "politiattest", "straff*|dom|politiattest*|fengsel*"},
    {"union", "fagforeining", "fagforeining*"},
    {"ethnicity", "etnisitet", "etnisk*|etnisitet*"},
    {"religion", "religion", "religio*|livssyn*"},
    {"political", "politisk", "politisk*"},
    {"sexual", "seksuell legning", "seksu*|legning"},
    {"biometric", "fingeravtrykk", "fingeravtrykk*|biometri*"},
    {"genetic", "genetiske", "genetisk*|dna"},
    {"credentials", "passord", "passord|passordet|innlogging*|bankid|brukarnamn*"},
    {"photo", "bilete", "bilete|bileta|foto|video|opptak*"},
    {"location", "posisjon", "gps*|posisjon*"},
    {"case_file", "saksmappe", "saksmappe*|saksopplysning*|saksdokument*"},
    {"protected_address", "skjult adresse", "skjult|hemmeleg|sperra .. adresse*"},
    {"family", "familieforhold", "familieforhold*|skilsmisse*|samvær*"},
    {"communication", "meldingar", "korrespondanse*|meldingar|samtale*"},
    {"contact", "kontaktinfo",
     "adressene|telefonnummera|epostadressene|kontaktdata|bustadadresse*|postadresse*|tlf|tlfnr|epostliste*|"
     "adresseliste*|telefonliste*"},
    {"name", "fullt namn", "etternamn*|fornamn*|initialar|fullt namn"},
    {"health", "journalar og notat",
     "*journalar|*journalane|*journalnotat*|helsenotat*|operasjon*|røntgen*|hiv*|abort*|demens*|diabetes*|pleieplan*|"
     "rehabiliter*|legebrev*|legenotat*|tilvising*|utskriving*|resept*|autisme|adhd|depresjon*|angst|liding*|"
     "sjukepleie*|tannlege*|innlagd|innlagt|medisinering*|terapi*|sjukmeld*|medisinliste*|rus|rusbehandling*"},
    {"financial", "lønsdata",
     "lønsdata|lønskøyring*|lønsliste*|lønsfil*|lønsutbetaling*|lønsslipp*|pensjon*|bankkonto*|kontoopplysning*|"
     "kontonummera|rekning*|budsjett*|inkasso*|kreditt*|iban|skattemelding*|lånesøknad*"},
    {"employment", "løn og personal",
     "lønsdata|lønskøyring*|lønsliste*|lønsfil*|lønsslipp*|personalmapp*|personalopplysning*|personaldata|"
     "arbeidskontrakt*|arbeidsavtale*|kontrakt|kontraktar|sjukefråvær*|tilsettingssak*"},
    {"education", "karakterutskrift",
     "karakterutskrift*|karakterkort*|karakterliste*|karakterar|karakterane|standpunkt*|vitnemål*|testresultat*|"
     "trivsel*|iop|halvårsvurdering*|spesialundervisning*"},
    {"criminal", "straffbare forhold", "straffbar*|lovbrot*|valdssak*|dommen|bot|bøter|vandel*"},
    {"social", "sosiale forhold",
     "heimlaus*|støttekontakt*|verje*|tvangsvedtak*|arbeidsavklaringspengar|heimeteneste*|heimehjelp*|krisesenter*"},
    {"family", "familie",
     "familieopplysning*|familieforhold*|skild|barnebidrag*|ekteskap*|foreldreansvar*|barnefordeling*|skilsmål*"},
    {"photo", "bileta", "bilete|bileta|passbilete*|portrett*|skjermbilete*|klassebilete*|skulebilete*|fotografi*"},
    {"communication", "e-postar", "eposttråd*|meldingstråd*|chatlogg*|korrespondansen"},
    {"credentials", "innlogging", "kode|kodar til|påloggingsinfo*|passorda|brukarnamn*"},
    {"case_file", "saksdokument", "saksdokument*|saksnotat*|journalnotat*|byggjesak*|klagesak*|fråsegn*"},
    {"name", "brev til naboen", "brev*|post|epost .. til .. nabo*|annan"},
    {"financial", "kontoutskrifter", "*faktura*|kontoutskrift*|beløp*|løna|purring*|*rekning|*rekningar|konti"},
    {"employment", "løna", "løna"},
    {"employment", "sjukmeldingar for tilsette", "sjukmeld*|legeattest* & tilsett*"},
    {"health", "legemiddel", "legemid*|hørsel*|høyrsel*|klamydia|smitte*|overgrep*|symptom*"},
    {"communication", "private meldingar", "private meldingar|meldingane"},
    {"communication", "kundesamtalar", "jobbmail*|kundesamtal*|lydopptak*"},
    {"photo", "filma", "filma|overvakingskamera*"},
};

constexpr Row kSubjects[] = {
    {"citizens", "innbyggjarar", "innbyggjar|innbyggjarar|innbyggjarane"},
    {"patients", "pasientar", "pasient|pasientar|pasienten"},
    {"employees", "tilsette", "tilsett|tilsette|tilsettes|medarbeidar|medarbeidarar|lønsslipp*"},
    {"pupils", "elevar", "elev|elevar|elevane|elevmappe*|klasseliste*"},
    {"children", "barn", "barn|barna|barnehage*|barnevern*|dotter|dottera|son"},
    {"customers", "kundar", "kunde|kundar|kundane|klientopplysning*|klientar"},
    {"applicants", "søkjarar", "søkjar|søkjarar|søkjarlist*"},
    {"members", "medlemmer", "medlem|medlemmer|medlemer|medlemsbrev*"},
    {"relatives", "pårørande", "pårørande|foreldre|føresette"},
    {"citizens", "innbyggjarane", "innbyggjars|innbyggjarane|innbyggjaranes|brukarar|brukarane|brukar|brukaren"},
    {"patients", "pasientane", "pasientane|pasientens|pasientars|pasientliste*|innlagde"},
    {"employees", "dei tilsette",
     "medarbeidarane|medarbeidaren|personalet|vikarar|personalmapp*|kollegaer|tilsettes|lønsslipp*"},
    {"pupils", "elevane", "elevars|elevens|elevane|elevliste*|skuleborn*|skulebarn*|studentane|studentar"},
    {"children", "barnet", "barns|barnet|barna|borna|born|sonen|dottera"},
    {"customers", "kundane", "kundens|kundars|kundane|klientar|leigetakar*|låntakar*"},
    {"applicants", "søkjarane", "søkjars|søkjaren|søkjarane|kandidat|kandidatar|kandidatane"},
    {"members", "medlemmane", "medlemmar|medlemmane|medlems|medlemer|medlemene|medlemskap*"},
    {"relatives", "foreldra", "foreldra|foreldre|foreldrene|føresette|pårørande"},
};

}  // namespace

std::span<const Row> category_rows() {
  return kCategories;
}
std::span<const Row> subject_rows() {
  return kSubjects;
}

}  // namespace varsel::intents::nn
