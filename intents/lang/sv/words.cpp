#include "intents/lang/sv/rows.h"

namespace varsel::intents::sv {
namespace {

// Word sets that rows name as <send>, <wrong> ...
constexpr WordSet kSets[] = {
    {Tongue::sv, "send",
     "skickat|skickade|skickar|skickats|skickades|mejlat|mejlade|mailat|vidarebefordra*|sänt|sände"},
    {Tongue::sv, "wrong", "fel|felaktig*|annan|annat|andra"},
    {Tongue::sv, "mail", "mejl|mejlet|mail|mailet|epost|meddelande|meddelandet|sms|brev|brevet|post"},
    {Tongue::sv, "person",
     "person|personer|medborgare|mottagare|mottagaren|patient|användare|kund|adress|mejladress|nummer|förälder|"
     "vårdnadshavare|familj|part|kommun|anställd|kollega|avdelning|läkare|skola|elev|klient|någon"},
    {Tongue::sv, "device",
     "dator|datorn|laptop*|telefon|telefonen|mobil|mobilen|ipad|surfplatta*|usb*|hårddisk*|jobbdator*|jobbtelefon*"},
    {Tongue::sv, "paper",
     "papper|papperet|pappren|mapp|mappen|dokument*|utskrift*|pärm|pärmen|lista|listan|anteckning*"},
    {Tongue::sv, "lost", "tappat|tappade|borta|försvunnen|försvunnit|stulen|stulna|stals|glömt|glömde|inbrott"},
    {Tongue::sv, "web", "webb*|hemsida*|nätet|internet|intranät*|facebook"},
    {Tongue::sv, "click", "klickat|klickade|tryckt|tryckte|öppnat|öppnade"},
    {Tongue::sv, "link", "länk|länken|bilaga|bilagan|fil|filen"},
    {Tongue::sv, "gave", "gav|gett|uppgav|uppgett|skrev|skrivit|lämnade|lämnat"},
    {Tongue::sv, "code", "lösenord|lösenordet|kod|koden|bankid|inloggning*|kortnummer|uppgifter"},
};

constexpr Row kNegations[] = {
    {"not", "inte", "inte|ej|icke|aldrig|utan|ingen|inget|inga|varken"},
};

// Common words by which a short text is known as Swedish: none of its neighbours writes them so.
constexpr std::string_view kMarks[] = {
    "jag",        "och",
    "är",         "inte",
    "från",       "något",
    "någon",      "några",
    "hade",       "vad",
    "vem",        "hur",
    "när",        "varför",
    "också",      "mejl",
    "mejlet",     "skickade",
    "skickat",    "lösenord",
    "lösenordet", "personuppgifter",
    "uppgifter",  "för",
    "över",       "till",
    "två",        "fyra",
    "åtta",       "tio",
    "tjugo",      "hundra",
    "veckan",     "vecka",
    "kvällen",    "kväll",
    "förra",      "sedan",
    "klockan",    "många",
    "flera",      "stulen",
    "stulna",     "tappat",
    "tappade",    "glömt",
    "glömde",     "klickade",
    "klickat",    "länk",
    "länken",     "bilaga",
    "bilagan",    "mottagare",
    "mottagaren", "raderat",
    "raderade",   "blivit",
    "hände",      "hänt",
    "tack",       "snälla",
    "hjälp",      "våra",
    "mycket",     "datorn",
    "anställda",  "invånare",
    "medborgare", "krypterad",
    "okrypterad", "obehörig",
    "obehöriga",  "anmäla",
    "anmälan",    "felaktig",
    "ärende",     "ärendet",
    "användare",  "månad",
    "månader",    "timmar",
    "ungefär",    "mellan",
    "färre",      "hemsida",
    "hemsidan",   "förälder",
    "föräldrar",  "stängt",
    "stängde",    "upptäckte",
    "upptäckt",   "inget",
    "sjukhuset",  "vårdcentralen",
    "svenska",    "gäller",
    "även",       "eftersom",
    "redan",      "ännu",
    "här",        "där",
    "vilka",      "vilken",
    "vilket",     "dessa",
    "väldigt",    "tyvärr",
    "ursäkta",    "förlåt",
    "fråga",      "frågan",
    "förstår",    "behöver",
    "finns",      "gjorde",
    "sade",       "tänkte",
};

}  // namespace

std::span<const WordSet> sets() {
  return kSets;
}
std::span<const Row> negation_rows() {
  return kNegations;
}
std::span<const std::string_view> marks() {
  return kMarks;
}

}  // namespace varsel::intents::sv
