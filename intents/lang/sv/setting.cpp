// How sure, how long, found by whom; and what a question is about.
#include "intents/lang/sv/rows.h"

namespace varsel::intents::sv {
namespace {

constexpr Row kCertainty[] = {
    {"suspected", "misstänker", "misstänk*|misstanke"},
    {"suspected", "jag tror", "jag|vi tror|befarar"},
    {"suspected", "tror jag", "tror jag|vi"},
    {"suspected", "kanske", "kanske|troligen|möjligen|eventuellt|nog"},
    {"suspected", "är inte säker", "inte .. säker|säkra"},
    {"confirmed", "bekräftat", "är|har bekräftat|bekräftad"},
    {"confirmed", "helt säkert", "helt säkert|säker"},
};

constexpr Row kOngoing[] = {
    {"yes", "pågår fortfarande", "pågår|sker .. fortfarande|ännu"},
    {"yes", "ligger kvar", "ligger|finns .. kvar|fortfarande"},
    {"no", "är stoppat", "är .. stoppat|över|stängt|borttaget"},
};

constexpr Row kDiscoverers[] = {
    {"own", "vi upptäckte det själva", "vi|jag .. själva|själv|upptäckte"},
    {"own", "kommunen", "kommunen"},
    {"system_owner", "systemägaren", "systemägar*"},
    {"supplier", "leverantören", "leverantör*|personuppgiftsbiträde*"},
    {"consumer", "en myndighet", "myndighet*"},
    {"provider", "banken", "bank|banken"},
};

constexpr Row kNatures[] = {
    {"security", "säkerhetsincident", "säkerhetsincident*|säkerhets*"},
    {"privacy", "personuppgiftsincident", "personuppgiftsincident*|dataskydd*"},
    {"both", "båda delarna", "båda delarna?"},
    {"unknown", "vet inte vilket", "vet inte vilket|vilken"},
};

constexpr Row kOthers[] = {
    {"yes", "andra kommuner", "andra|flera kommuner|myndigheter|parter"},
    {"no", "bara vi", "bara|endast vi|oss"},
    {"no", "inga andra", "inga andra"},
    {"unknown", "vet inte om andra är drabbade", "vet inte om andra"},
};

constexpr Row kTopics[] = {
    {"personal_data", "vad är personuppgifter", "personuppgift*"},
    {"sensitive_data", "känsliga uppgifter", "känslig*"},
    {"breach", "vad är en incident", "incident*|personuppgiftsincident*"},
    {"deadline", "tidsfristen", "frist|fristen|tidsfrist*"},
    {"authority", "integritetsskyddsmyndigheten", "integritetsskyddsmyndighet*|tillsynsmyndighet*|imy"},
    {"data_subject", "den registrerade", "registrerade"},
    {"who_sees", "vem ser det här", "vem .. ser|läser|får"},
    {"blame", "får jag sparken", "sparken|skulden|straff*"},
};

constexpr Row kLanguages[] = {
    {"nb", "norska", "norska|bokmål"},
    {"nn", "nynorska", "nynorska"},
    {"en", "engelska", "engelska"},
    {"da", "danska", "danska"},
};

constexpr Row kFields[] = {
    {"occurred", "tidpunkten", "tidpunkt|tidpunkten|datumet|dagen"},
    {"affected", "antalet", "antalet|antal"},
    {"data_categories", "uppgifterna", "uppgifterna"},
    {"data_subjects", "vilka det gäller", "vilka|vem det gäller"},
    {"recipient", "mottagaren", "mottagare|mottagaren"},
    {"department", "avdelningen", "avdelning|avdelningen"},
    {"cause", "orsaken", "orsak|orsaken"},
    {"consequences", "följderna", "följderna|konsekvenserna"},
    {"systems", "systemet", "systemet|systemen"},
    {"what_happened", "beskrivningen", "beskrivning|beskrivningen"},
};

constexpr Row kRoles[] = {
    {"discovered", "upptäckte", "upptäck*"},
    {"discovered", "märkte", "märkte|märkt"},
    {"discovered", "fick veta", "fick|fått .. veta|reda|besked"},
    {"discovered", "insåg", "insåg"},
    {"ended", "stängdes", "stängd*|stängt|stoppad*|stoppat|upphörde"},
    {"ended", "togs bort", "togs|tagit .. bort|ner"},
    {"occurred", "skickade", "skick*"},
    {"occurred", "hände", "hände|hänt|inträffade"},
    {"occurred", "blev av med", "blev|blivit .. av"},
    {"occurred", "tappade", "tapp*|stals|stulen|stulna|glömde|glömt"},
    {"occurred", "började", "började|startade"},
    {"occurred", "klickade", "klick*|tryckte"},
    {"occurred", "låg ute", "låg|legat|lades|publicer*"},
};

}  // namespace

std::span<const Row> certainty_rows() {
  return kCertainty;
}
std::span<const Row> ongoing_rows() {
  return kOngoing;
}
std::span<const Row> discoverer_rows() {
  return kDiscoverers;
}
std::span<const Row> nature_rows() {
  return kNatures;
}
std::span<const Row> others_rows() {
  return kOthers;
}
std::span<const Row> topic_rows() {
  return kTopics;
}
std::span<const Row> language_rows() {
  return kLanguages;
}
std::span<const Row> field_rows() {
  return kFields;
}
std::span<const Row> moment_role_rows() {
  return kRoles;
}

}  // namespace varsel::intents::sv
