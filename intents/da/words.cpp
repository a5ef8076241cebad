#include "intents/da/rows.h"

namespace varsel::intents::da {
namespace {

// Word sets that rows name as <send>, <wrong> ...
constexpr WordSet kSets[] = {
    {Locale::da, "send", "sendt|sende|sender|sendte|mailet|mailede|maile|afsendt|fremsendt|videresendt|videresendte|udsendt|udsendte|postet|eftersendt"},
    {Locale::da, "wrong", "forkert|forkerte|fejlagtig|gal|gale|fejl|anden|andre|andet"},
    {Locale::da, "mail", "mail|mailen|mails|email|emailen|e|besked|beskeden|sms|brev|brevet|breve|post|pakke|digital"},
    {Locale::da, "person", "person|personer|borger|borgere|borgeren|modtager|modtagere|modtageren|patient|kunde|adresse|mailadresse|emailadresse|nummer|virksomhed|forælder|forældre|familie|part|advokat|kommune|medarbejder|kollega|afdeling|sted|læge|skole|eboks|postkasse|mand|kvinde|elev|ansat|klient|pårørende|en|nogen|mail"},
    {Locale::da, "device", "pc|pcen|bærbar|bærbare|laptop|computer|computeren|telefon|telefonen|mobil|mobilen|iphone|ipad|ipaden|tablet|usb|usbstik|usbnøgle|stick|harddisk|arbejdstelefon*|arbejdscomputer|arbejdspc|arbejdsmobil|tjenestetelefon|maskine|kamera|hukommelseskort|nøglekort|enhed|enheden|mobiltelefon*"},
    {Locale::da, "paper", "papir|papirer|papirerne|mappe|mappen|mapper|dokument|dokumenter|dokumenterne|brev|breve|udskrift|udskrifter|udprint|print|printet|notesbog|kalender|ringbind|ansøgning|ansøgninger|journal*|sagsakter|sagsmappe*|akter|blok|notater|noter|stak|liste|lister"},
    {Locale::da, "lost", "mistet|mistede|miste|væk|stjålet|stjal|tabt|tabte|glemt|glemte|efterladt|efterlod|bortkommet|forsvundet|forsvandt|forlagt|indbrud|røvet|tyveri"},
    {Locale::da, "open", "åben|åbent|åbne|offentlig|offentligt|offentliggjort|tilgængelig*|synlig|synlige|ses|læses|findes"},
    {Locale::da, "web", "hjemmeside|hjemmesiden|nettet|internettet|web|website|intranet|intranettet|facebook|google|postliste|postlister|postlisten|aktindsigtsportal|siden|github|dagsorden"},
    {Locale::da, "look", "kigget|kiggede|kigger|slået|slog|læst|læste|snaget|snager|snuset|opslag|åbnet|set|tjekket|tjekkede"},
    {Locale::da, "record", "journal|journalen|journaler|sag|sagen|sager|cpr*|oplysninger|patientjournal*|mappe|system*|fagsystem*|register*|data"},
    {Locale::da, "click", "klikket|klikkede|klikke|klikker|trykket|trykkede|trykte|åbnede|fulgte"},
    {Locale::da, "link", "link|linket|linken|vedhæftning|fil|filen"},
    {Locale::da, "gave", "gav|givet|gave|givet|oplyst|oplyste|indtastet|indtastede|tastet|tastede|skrev|skrevet|udleveret|sagt|opgav|opgivet"},
    {Locale::da, "code", "kode|koden|koder|password|adgangskode*|kodeord*|login|mitid|nemid|bankid|pinkode|brugernavn|oplysninger|cpr*|kortnummer"},
};

constexpr Row kNegations[] = {
    {"not", "ikke", "ikke|ik|ikk|ej|aldrig|uden|ingen|intet|hverken"},
    {"not", "ikke noget", "ikke nogen|noget"},
};

// Common words by which a short text is known as Danish; a word that a neighbour lists as well counts for both.
constexpr std::string_view kMarks[] = {
    "jeg", "ikke", "af", "og", "hvad", "hvem", "hvor", "hvornår", "hvordan", "noget", "nogen", "nogle", "blev",
    "være", "været", "det", "til", "fra", "med", "mig", "dig", "sig", "os", "jer", "dem", "min", "din", "sin",
    "efter", "også", "bliver", "havde", "skulle", "kunne", "ville", "fået", "gået", "sagde", "sagt", "tror", "ved",
    "lige", "altså", "derfor", "allerede", "medarbejder", "borger", "borgere", "forkert", "forkerte", "modtager",
    "sagsbehandler", "kommunen", "mangler", "oplysninger", "personoplysninger", "sikkerhedsbrud", "brud",
    "kryptering", "krypteret", "slettet", "sket", "skete", "opdaget", "opdagede", "måske", "ligesom", "uden",
    "imellem", "mellem", "stadig", "heller", "nej", "næ", "jo", "ja", "tak", "hjælp", "indberetning", "indberet",
    "anmeldelse", "dansk", "i", "går", "igår", "aftes", "morges", "eftermiddag", "formiddags", "uge", "uger",
    "sidste", "måned", "minutter", "timer", "dage", "ændr", "ændre", "fejl", "afslut", "annuller", "fortryd",
    "færdig", "spørgsmål", "venligst", "hej", "goddag", "kollega", "hendes", "hvilken", "hvilke", "fordi", "selv",
    "cirka", "flere", "færre", "meget", "nemlig", "nu", "da", "har", "er", "en", "et", "den", "der", "som", "på",
    "om", "at", "for", "siden", "gerne", "vil", "skal", "kan", "må", "bedt", "sende", "sendte", "sendt", "ringede",
    "lukkede", "lukket", "fjernet", "taget", "stjålet", "mistet", "tabt", "væk", "ansøgere", "ansatte", "elever",
    "børn", "patienter", "navne", "adresse", "helbred", "bruger", "brugte", "systemet", "leverandør", "engelsk",
    "svensk", "norsk", "vi", "blevet", "haft", "gjort", "gør", "får", "står", "siger", "tager", "kommer", "udenfor",
    "længe", "sagen", "kvittering", "rettelse", "rettighed", "undskyld", "beklager", "ups", "åbent", "åben",
    "hoveddøren", "nyhedsbrev", "forstår", "betyder",
};

}  // namespace

std::span<const WordSet> sets() { return kSets; }
std::span<const Row> negation_rows() { return kNegations; }
std::span<const std::string_view> marks() { return kMarks; }

}  // namespace varsel::intents::da
