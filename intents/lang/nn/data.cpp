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
    {"financial", "økonomi", "økonomi*|inntekt*|skatt*|konto*|gjeld*|løn|lønsslipp*|lønsopplysning*"},
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
    {"case_file", "saksmappe", "saksmappe*|saksopplysning*|vedtak|vedtaket|saksdokument*"},
    {"protected_address", "skjult adresse", "skjult|hemmeleg|sperra .. adresse*"},
    {"family", "familieforhold", "familieforhold*|skilsmisse*|samvær*"},
    {"communication", "meldingar", "korrespondanse*|meldingar|samtale*"},
};

constexpr Row kSubjects[] = {
    {"citizens", "innbyggjarar", "innbyggjar|innbyggjarar|innbyggjarane"},
    {"patients", "pasientar", "pasient|pasientar|pasienten"},
    {"employees", "tilsette", "tilsett|tilsette|tilsettes|medarbeidar|medarbeidarar|lønsslipp*"},
    {"pupils", "elevar", "elev|elevar|elevane|elevmappe*|klasseliste*"},
    {"children", "barn", "barn|barna|barnehage*|barnevern*|dotter|dottera|son"},
    {"customers", "kundar", "kunde|kundar|kundane|klientopplysning*|klientar"},
    {"applicants", "søkjarar", "søkjar|søkjarar|søkjarliste*"},
    {"members", "medlemmer", "medlem|medlemmer|medlemer|medlemsbrev*"},
    {"relatives", "pårørande", "pårørande|foreldre|føresette"},
};

}  // namespace

std::span<const Row> category_rows() {
  return kCategories;
}
std::span<const Row> subject_rows() {
  return kSubjects;
}

}  // namespace varsel::intents::nn
