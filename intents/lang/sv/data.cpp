// What data, and about whom.
#include "intents/lang/sv/rows.h"

namespace varsel::intents::sv {
namespace {

constexpr Row kCategories[] = {
    {"name", "namn", "namn|namnet|namnen"},
    {"contact", "adressen", "adress|adressen|adresser|telefonnummer|mejladress*|kontaktuppgifter"},
    {"dob", "födelsedatum", "födelsedatum|ålder"},
    {"national_id", "personnummer", "personnummer|personnumret|samordningsnummer"},
    {"health", "hälsouppgifter",
     "hälso*|sjukdom*|diagnos*|läkemedel*|läkarintyg*|journal*|provsvar*|sjukskriv*|sjukfrånvaro*"},
    {"financial", "ekonomi", "ekonomi*|inkomst*|skatt*|konto*|skuld*|lön|lönen|lönebesked*|lönespec*"},
    {"social", "försörjningsstöd", "försörjningsstöd*|socialtjänst*|bidrag*|socialbidrag*"},
    {"employment", "anställning", "anställning*|personalakt*|lönebesked*|cv"},
    {"education", "betyg", "betyg|betygen|elevakt*|tentamen|frånvaro"},
    {"criminal", "brott", "straff*|belastningsregist*|dom|fängelse*"},
    {"union", "fackligt medlemskap", "facklig*|fackförbund*|fackförening*"},
    {"ethnicity", "etniskt ursprung", "etnisk*|etnicitet*"},
    {"religion", "religion", "religio*|trosuppfattning*"},
    {"political", "politiska åsikter", "politisk*"},
    {"sexual", "sexuell läggning", "sexu*"},
    {"biometric", "fingeravtryck", "fingeravtryck*|biometri*"},
    {"genetic", "genetiska", "genetisk*|dna"},
    {"credentials", "lösenord", "lösenord|lösenordet|inloggning*|bankid|användarnamn*"},
    {"photo", "bilder", "bild|bilder|bilderna|foto|foton|video|inspelning*"},
    {"location", "position", "gps*|position*"},
    {"case_file", "ärendeakt", "akt|akten|ärendeakt*|beslut|beslutet"},
    {"protected_address", "skyddad adress", "skyddad*|sekretess* adress*"},
    {"family", "familjeförhållanden", "familjeförhållande*|skilsmässa*|vårdnad*"},
    {"communication", "meddelanden", "korrespondens*|meddelanden|samtal*"},
};

constexpr Row kSubjects[] = {
    {"citizens", "medborgare", "medborgare|medborgarna|invånare|invånarna|kommuninvånare"},
    {"patients", "patienter", "patient|patienter|patienten|patienterna"},
    {"employees", "anställda", "anställd|anställda|medarbetare|lönebesked*"},
    {"pupils", "elever", "elev|elever|eleverna|klasslista*"},
    {"children", "barn", "barn|barnen|förskol*|dotter|son"},
    {"customers", "kunder", "kund|kunder|kunderna|klienter"},
    {"applicants", "sökande", "sökande|ansökningar"},
    {"members", "medlemmar", "medlem|medlemmar"},
    {"relatives", "anhöriga", "anhörig*|föräldrar|vårdnadshavare"},
};

}  // namespace

std::span<const Row> category_rows() {
  return kCategories;
}
std::span<const Row> subject_rows() {
  return kSubjects;
}

}  // namespace varsel::intents::sv
