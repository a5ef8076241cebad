// What data, and about whom.
#include "intents/lang/nb/rows.h"

namespace varsel::intents::nb {
namespace {

constexpr Row kCategories[] = {
    {"name", "navn", "navn|navna|navnet|navnene"},
    {"name", "søkerliste", "navneliste*|elevliste*|klasseliste*|deltakerliste*|søkerliste*"},
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
     "skatt*|økonomi*|inntekt*|konto*|kontonummer|kontonumre|gjeld*|bankopplysning*|kortopplysning*|kredittkort*|"
     "betaling*|faktura*|formue*|lån|lønn|lønnsslipp*|lønnsopplysning*|økonomiske"},
    {"social", "sosialhjelp",
     "sosialhjelp*|sosial*|trygd*|nav|barnevern*|uføre*|bostøtte*|ytelse|ytelser|omsorgsovertakelse*|"
     "bekymringsmelding*"},
    {"employment", "ansettelse",
     "ansettelse*|personalmappe*|personalsak*|lønn|lønnsslipp*|cv|cver|søkerliste*|søker*|jobbsøk*|advarsel|oppsigelse*"
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
    {"case_file", "saksmappe",
     "saksmappe*|saksopplysning*|vedtak|vedtaket|vedtakene|innsyn|saksdokument*|barnevernssak*"},
    {"protected_address", "sperret adresse", "sperret|hemmelig|skjult|fortrolig|gradert .. adresse*"},
    {"protected_address", "kode 6", "adressesperre*|adressegradering*"},
    {"protected_address", "kode 6", "kode 6|7"},
    {"family", "familieforhold", "familieforhold*|skilsmisse*|foreldreansvar*|samvær*|sivilstand|adopsjon*"},
    {"communication", "meldinger", "korrespondanse*|chat|meldinger|samtale*|epostkorrespondanse*"},
};

constexpr Row kSubjects[] = {
    {"citizens", "innbyggere", "innbygger|innbyggere|innbyggerne|borger|borgere"},
    {"patients", "pasienter", "pasient|pasienter|pasienten|pasienters|pasientjournal*|journal|journalen"},
    {"employees", "ansatte", "ansatt|ansatte|ansattes|medarbeider|medarbeidere|kolleger|personalmappe*|lønnsslipp*"},
    {"pupils", "elever", "elev|elever|elevene|eleven|elevmappe*|klasseliste*|studenter"},
    {"children", "barn", "barn|barna|barnet|barnehage*|barnevern*|datter|datteren|sønn"},
    {"customers", "kunder", "kunde|kunder|kundene|kundeliste*|klient|klienter"},
    {"applicants", "søkere", "søker|søkere|søkerne|søkerliste*|jobbsøk*"},
    {"members", "medlemmer", "medlem|medlemmer|medlemmene|medlemsliste*|medlemsbrev*"},
    {"relatives", "pårørende", "pårørende|foreldre|foresatte"},
};

}  // namespace

std::span<const Row> category_rows() {
  return kCategories;
}
std::span<const Row> subject_rows() {
  return kSubjects;
}

}  // namespace varsel::intents::nb
