#include "intents/nb/rows.h"

namespace varsel::intents::nb {
namespace {

// Word sets that rows name as <send>, <wrong> ...
constexpr WordSet kSets[] = {
    {Locale::nb, "send", "sendt|sende|sender|sendte|mailet|videresendt|videresendte|utsendt|postet|ettersendt|levert|leverte"},
    {Locale::nb, "wrong", "feil|gal|gale|annen|andre|feilaktig"},
    {Locale::nb, "mail", "mail|mailen|epost|eposten|e|melding|meldingen|sms|brev|brevet|post|posten|svar|prøvesvar"},
    {Locale::nb, "person", "person|personer|innbygger|mottaker|mottakere|mottakeren|pasient|bruker|kunde|adresse|epostadresse|nummer|bedrift|forelder|foreldre|foresatt|familie|part|advokat|kommune|ansatt|kollega|avdeling|sted|lege|skole|elev|klient|pårørende|en|noen|borger|epost"},
    {Locale::nb, "device", "pc|pcen|laptop|bærbar|bærbare|maskin|datamaskin*|telefon|telefonen|mobil|mobilen|iphone|ipad|ipaden|nettbrett*|minnepinne*|usb|harddisk|jobbtelefon*|jobbmobil*|jobbpc|kamera|minnekort|enhet|nøkkelkort"},
    {Locale::nb, "paper", "papir|papirer|papirene|mappe|mappen|mappa|mapper|dokument|dokumenter|dokumentene|brev|utskrift|utskrifter|notatbok|perm|permen|søknad|søknader|journal*|notater|liste|lister|bunke|almanakk"},
    {Locale::nb, "lost", "mistet|mista|borte|vekk|stjålet|stjal|tapt|glemt|glemte|gjenglemt|etterlatt|forsvunnet|forsvant|innbrudd|rappet|frastjålet|la"},
    {Locale::nb, "open", "åpen|åpent|åpne|offentlig|offentliggjort|tilgjengelig*|synlig|synlige|ses|leses|publisert|publiserte|publisere"},
    {Locale::nb, "web", "nettside|nettsiden|nettsida|nett|nettet|internett|web|intranett|intranettet|facebook|google|postliste|postlista|postlisten|innsyn*|github"},
    {Locale::nb, "look", "sett|lest|leste|kikket|kikka|slått|slo|snoket|snoker|snokt|oppslag|åpnet|søkt|sjekket|tittet|vært"},
    {Locale::nb, "record", "journal|journalen|journaler|sak|saken|saker|opplysninger|pasientjournal*|mappe|mappa|mappen|system*|fagsystem*|folkeregisteret|register*|data"},
    {Locale::nb, "click", "klikket|klikka|trykket|trykte|trykka|åpnet|fulgte"},
    {Locale::nb, "link", "lenke|lenken|lenka|link|linken|vedlegg|vedlegget|fil"},
    {Locale::nb, "gave", "ga|gav|gitt|oppga|oppgav|oppgitt|skrev|skrevet|tastet|tasta|la|sagt|lurt"},
    {Locale::nb, "code", "passord|passordet|kode|koden|koder|bankid|innlogging*|brukernavn|pinkode|kortnummer|opplysninger"},
};

constexpr Row kNegations[] = {
    {"not", "ikke", "ikke|ikkje|aldri|uten|ingen|intet|verken|hverken"},
};

// Common words by which a short text is known as Bokmål; a word that a neighbour lists as well counts for both.
constexpr std::string_view kMarks[] = {
    "jeg", "ikke", "av", "og", "hva", "hvem", "hvor", "når", "hvordan", "noe", "noen", "ble", "blitt", "være", "vært",
    "det", "til", "fra", "med", "meg", "deg", "seg", "oss", "dere", "dem", "min", "din", "sin", "etter", "også",
    "blir", "hadde", "skulle", "kunne", "ville", "fått", "gått", "sa", "sagt", "tror", "vet", "akkurat", "nettopp",
    "derfor", "allerede", "ansatt", "ansatte", "innbygger", "innbyggere", "feil", "mottaker", "mottakeren",
    "saksbehandler", "kommunen", "mangler", "opplysninger", "personopplysninger", "sikkerhetsbrudd", "brudd", "avvik",
    "kryptering", "kryptert", "slettet", "skjedd", "skjedde", "oppdaget", "kanskje", "uten", "mellom", "fortsatt",
    "heller", "nei", "nja", "jo", "ja", "takk", "hjelp", "melding", "melde", "bokmål", "morges", "ettermiddag",
    "formiddag", "uke", "uker", "uka", "forrige", "måned", "minutter", "timer", "dager", "endre", "avslutt", "avbryt",
    "angre", "ferdig", "spørsmål", "vennligst", "hei", "kollega", "hennes", "hvilken", "hvilke", "fordi", "selv",
    "omtrent", "flere", "færre", "mye", "nå", "da", "har", "er", "en", "et", "den", "der", "som", "på", "om", "at",
    "for", "siden", "gjerne", "vil", "skal", "kan", "må", "bedt", "sende", "sendte", "sendt", "ringte", "stengt",
    "fjernet", "tatt", "stjålet", "mistet", "borte", "søkere", "elever", "barn", "pasienter", "navn", "adresse",
    "helse", "bruker", "systemet", "leverandør", "engelsk", "svensk", "norsk", "vi", "gjort", "gjør", "går", "får",
    "står", "sier", "tar", "kommer", "utenfor", "lenge", "saken", "kvittering", "unnskyld", "beklager", "oi", "åpen",
    "passord", "passordet", "legeerklæring", "lønn", "postliste", "ettersendt", "forstår", "betyr", "kveld", "helga",
    "helgen", "hvorfor",
};

}  // namespace

std::span<const WordSet> sets() { return kSets; }
std::span<const Row> negation_rows() { return kNegations; }
std::span<const std::string_view> marks() { return kMarks; }

}  // namespace varsel::intents::nb
