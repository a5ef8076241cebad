// How sure, how long, found by whom; and what a question is about.
#include "intents/lang/en/rows.h"

namespace varsel::intents::en {
namespace {

constexpr Row kCertainty[] = {
    {"suspected", "I think", "i|we think|suspect|believe|fear|guess|wonder"},
    {"suspected", "suspicion", "suspicion|suspected|suspects|suspecting|allegedly|apparently"},
    {"suspected", "not confirmed", "not|isnt confirmed"},
    {"suspected", "not sure that", "not .. sure|certain that|if|whether|it"},
    {"suspected", "unconfirmed", "unconfirmed"},
    {"suspected", "maybe", "maybe|perhaps|possibly|probably|likely"},
    {"suspected", "might have", "might|may|could have|be"},
    {"suspected", "it looks like", "looks|seems like|as|that|to"},
    {"suspected", "I'm afraid", "afraid"},
    {"confirmed", "confirmed", "is|has|been|have confirmed|verified|established"},
    {"confirmed", "we are sure", "are|am|im sure|certain !not"},
    {"confirmed", "definitely happened", "definitely"},
};

constexpr Row kOngoing[] = {
    {"yes", "still going on", "still .. going|ongoing|happening|open|accessible|visible|online|active|down"},
    {"yes", "ongoing", "ongoing"},
    {"yes", "still there", "still there|up"},
    {"no", "has stopped", "has|is|was|have .. stopped|over|ended|closed|removed"},
    {"no", "no longer accessible", "no longer"},
};

constexpr Row kDiscoverers[] = {
    {"own", "we found it ourselves", "we|i found|discovered|noticed"},
    {"own", "ourselves", "ourselves|myself"},
    {"own", "our own organisation", "our own|organisation|municipality"},
    {"own", "the municipality", "municipality"},
    {"system_owner", "the system owner", "system owner"},
    {"supplier", "the supplier", "supplier|vendor|processor"},
    {"consumer", "data consumer", "data? consumer|consumers"},
    {"consumer", "public agency", "public agency|authority|body"},
    {"provider", "data provider", "data provider|providers"},
    {"provider", "the bank", "bank|banks"},
};

constexpr Row kNatures[] = {
    {"security", "security breach", "security breach|incident"},
    {"security", "security", "security"},
    {"privacy", "privacy breach", "privacy|personal breach|data"},
    {"privacy", "privacy", "privacy"},
    {"both", "both", "both"},
    {"unknown", "don't know which", "dont know which"},
};

constexpr Row kOthers[] = {
    {"yes", "other municipalities",
     "other|several|all municipalities|parties|agencies|organisations|organizations|banks|customers"},
    {"no", "only us", "only|just us|we"},
    {"no", "nobody else", "nobody|noone else"},
    {"no", "no one else", "no one else"},
    {"unknown", "don't know if others are affected", "dont know if others|other"},
};

constexpr Row kTopics[] = {
    {"personal_data", "what is personal data", "personal data|information|details"},
    {"sensitive_data", "sensitive data", "sensitive|special|confidential"},
    {"breach", "what is a breach", "breach|incident"},
    {"deadline", "what is the deadline", "deadline|72"},
    {"deadline", "how long do we have", "how long .. have"},
    {"authority", "the authority", "authority|datatilsynet|regulator|dpa|ico"},
    {"data_subject", "data subject", "data subject|subjects"},
    {"who_sees", "who can see this", "who .. see|sees|read|reads|access"},
    {"blame", "will I be blamed", "blame|blamed|fired|sacked|trouble|punished"},
};

constexpr Row kLanguages[] = {
    {"en", "English", "english"},
    {"da", "Danish", "danish"},
    {"nb", "Norwegian", "norwegian|bokmal"},
    {"nn", "Nynorsk", "nynorsk"},
};

constexpr Row kFields[] = {
    {"occurred", "the time", "the time|date|day"},
    {"affected", "the number", "number|count|figure"},
    {"data_categories", "the data", "the|kind|kinds of? data|information"},
    {"data_subjects", "the people", "the people|persons"},
    {"recipient", "the recipient", "recipient"},
    {"department", "the department", "department"},
    {"reporter_contact", "my phone number", "my phone|mail|email|number"},
    {"cause", "the cause", "cause"},
    {"measures", "what was done", "measures"},
    {"consequences", "the consequences", "consequences|consequence"},
    {"systems", "the system", "the system|systems"},
    {"breach_kind", "the kind of breach", "kind|type of breach"},
    {"what_happened", "the description", "description"},
    {"affected_parties", "the municipalities", "municipalities|organisations|agencies"},
};

constexpr Row kRoles[] = {
    {"discovered", "we discovered it", "discover*"},
    {"discovered", "we noticed", "noticed|spotted|realised|realized"},
    {"discovered", "found out", "found out"},
    {"discovered", "became aware", "aware"},
    {"discovered", "when we saw it", "we|i|she|he saw"},
    {"discovered", "was told", "was|were told|informed|alerted"},
    {"discovered", "I heard", "heard"},
    {"discovered", "the recipient rang", "rang|phoned|called"},
    {"discovered", "I received your letter to my neighbour", "received|got .. letter|mail|email .. to|for|addressed"},
    {"ended", "closed", "closed"},
    {"ended", "removed", "removed"},
    {"ended", "taken down", "taken|took .. down"},
    {"ended", "stopped", "stopped|ended"},
    {"occurred", "sent", "sent|mailed|emailed|posted"},
    {"occurred", "happened", "happened|occurred"},
    {"occurred", "stolen", "stolen|lost|left|gone|missing"},
    {"occurred", "went out", "went out"},
    {"occurred", "started", "started|began"},
    {"occurred", "published", "published|was|were|could"},
    {"occurred", "clicked", "clicked|gave"},
    {"occurred", "told", "told"},
    {"discovered", "the caretaker found it", "found|finds .. it|them|folder*|papers|one|out|that|him"},
    {"discovered", "our supplier told us",
     "supplier|vendor|processor|police|they .. told|informed|notified|called|wrote|alerted|warned"},
    {"discovered", "it came up in the log", "came|showed|turned .. up|out|light|log|audit"},
    {"discovered", "in an audit", "audit|spot check"},
    {"discovered", "the patient called",
     "patient|citizen|customer|client|parent|mother|father|recipient .. "
     "called|rang|phoned|wrote|emailed|contacted|complained"},
    {"discovered", "it was pointed out", "pointed out"},
    {"other", "who left here", "who|he|she|employee|colleague .. left|quit|resigned|retired"},
    {"other", "left on", "left on"},
    {"other", "reported to the police", "reported|told .. police"},
    {"other", "have an appointment", "appointment|meeting|deadline|due|born|next"},
    {"occurred", "has been looking", "looking|looked|reading|read|accessed|opened"},
    {"occurred", "told a client", "told a|another|the|someone"},
    {"occurred", "down since", "down|unavailable|offline"},
    {"occurred", "typed my login", "clicked|typed|entered|gave|attached|swapped|put|left my|the|it"},
    {"discovered", "came across it", "came|stumbled across|upon"},
    {"discovered", "they contacted us", "contacted|emailed|phoned|wrote|complained|alerted|notified .. us|me|to"},
    {"discovered", "got a call", "got|received|had .. call|complaint|tip|phone|message|email .. from"},
    {"discovered", "only saw it today", "only|just|suddenly saw|realised|realized|noticed|found"},
    {"discovered", "learned of it", "learned|learnt|detected|uncovered|identified"},
    {"discovered", "it dawned on me", "dawned"},
    {"discovered", "it was brought to our attention", "attention"},
    {"discovered", "was found in a skip", "was|were|been found"},
    {"discovered", "uncovered", "uncover*|tipped"},
    {"discovered", "during the internal audit", "audit|review|inspection"},
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

}  // namespace varsel::intents::en
