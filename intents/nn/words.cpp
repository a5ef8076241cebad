#include "intents/nn/rows.h"

namespace varsel::intents::nn {
namespace {

// Word sets that rows name as <send>, <wrong> ...
constexpr WordSet kSets[] = {
    {Locale::nn, "send", "sendt|senda|sende|sender|sendte|send|vidaresend*|mailt|levert"},
    {Locale::nn, "wrong", "feil|gal|gale|annan|anna|andre"},
    {Locale::nn, "mail", "mail|epost|eposten|e|melding|meldinga|sms|brev|brevet|post|svar"},
    {Locale::nn, "person", "person|personar|innbyggjar|mottakar|mottakaren|pasient|brukar|kunde|adresse|epostadresse|nummer|forelder|foreldre|føresett|føresette|familie|part|advokat|kommune|tilsett|kollega|avdeling|stad|lege|skule|elev|klient|pårørande|ein|nokon"},
    {Locale::nn, "device", "pc|pcen|laptop|berbar|maskin|maskina|datamaskin*|telefon|telefonen|mobil|mobilen|ipad|nettbrett*|minnepinne*|usb|harddisk|jobbtelefon*|eining"},
    {Locale::nn, "paper", "papir|papira|mappe|mappa|mapper|dokument|dokumenta|brev|utskrift|utskrifter|notatbok|perm|permen|søknad|søknader|journal*|notat|liste|lister|bunke"},
    {Locale::nn, "lost", "mista|mistet|borte|vekk|stolen|stolne|stole|tapt|gløymt|gløymde|forsvunne|innbrot|la"},
    {Locale::nn, "open", "open|opent|opne|offentleg|tilgjengeleg*|synleg|synlege|publisert|publiserte|lesast|sjåast"},
    {Locale::nn, "web", "nettside|nettsida|nett|nettet|internett|intranett|intranettet|facebook|postliste|postlista"},
    {Locale::nn, "look", "sett|lese|lest|kikka|slått|slo|snoka|snokar|oppslag|opna|søkt|sjekka"},
    {Locale::nn, "record", "journal|journalen|sak|saka|saker|opplysningar|pasientjournal*|mappe|mappa|system*|fagsystem*|folkeregisteret|register*|data"},
    {Locale::nn, "click", "klikka|klikte|trykt|trykte|opna|følgde"},
    {Locale::nn, "link", "lenke|lenkja|lenka|link|vedlegg|fil"},
    {Locale::nn, "gave", "gav|gjeve|gitt|oppgav|skreiv|skrive|tasta|la|sagt|lurt"},
    {Locale::nn, "code", "passord|passordet|kode|koden|bankid|innlogging*|brukarnamn|pinkode|kortnummer|opplysningar"},
};

constexpr Row kNegations[] = {
    {"not", "ikkje", "ikkje|aldri|utan|ingen|ikkje|verken|korkje"},
};

// Common words by which a short text is known as Nynorsk; a word that a neighbour lists as well counts for both.
constexpr std::string_view kMarks[] = {
    "eg", "ikkje", "av", "og", "kva", "kven", "kvar", "når", "korleis", "noko", "nokon", "nokre", "vart", "blei",
    "vore", "det", "til", "frå", "med", "meg", "deg", "seg", "oss", "dykk", "dei", "min", "din", "sin", "etter",
    "også", "vert", "blir", "hadde", "skulle", "kunne", "ville", "fått", "gått", "sa", "sagt", "trur", "veit",
    "akkurat", "nettopp", "difor", "allereie", "tilsett", "tilsette", "innbyggjar", "innbyggjarar", "feil",
    "mottakar", "mottakaren", "saksbehandlar", "kommunen", "manglar", "opplysningar", "personopplysningar",
    "tryggleiksbrot", "brot", "avvik", "kryptering", "kryptert", "sletta", "skjedd", "skjedde", "hende", "oppdaga",
    "kanskje", "utan", "mellom", "framleis", "heller", "nei", "jo", "ja", "takk", "hjelp", "melding", "melda",
    "nynorsk", "morgos", "ettermiddag", "føremiddag", "veke", "veker", "førre", "månad", "minutt", "timar", "dagar",
    "endra", "avslutt", "angra", "ferdig", "spørsmål", "hei", "kollega", "hennar", "fordi", "sjølv", "omtrent",
    "fleire", "færre", "mykje", "no", "då", "har", "er", "ein", "eit", "ei", "den", "der", "som", "på", "om", "at",
    "for", "sidan", "gjerne", "vil", "skal", "kan", "må", "bede", "senda", "sende", "sendt", "ringde", "stengd",
    "fjerna", "teke", "tatt", "stolen", "mista", "borte", "søkjarar", "elevar", "barn", "pasientar", "namn",
    "adresse", "helse", "brukar", "systemet", "leverandør", "engelsk", "svensk", "norsk", "me", "vi", "gjort", "gjer",
    "går", "får", "står", "seier", "tek", "kjem", "utanfor", "lenge", "saka", "kvittering", "orsak", "orsaka", "open",
    "passord", "kor", "kvifor", "berre", "heile", "dykkar", "lese", "skreiv", "skrive", "attende", "seinare",
    "måndag", "tysdag", "laurdag", "sundag", "kome", "vere", "vera",
};

}  // namespace

std::span<const WordSet> sets() { return kSets; }
std::span<const Row> negation_rows() { return kNegations; }
std::span<const std::string_view> marks() { return kMarks; }

}  // namespace varsel::intents::nn
