// Who received it, what was done, and what it can lead to.
#include "intents/lang/en/rows.h"

namespace varsel::intents::en {
namespace {

constexpr Row kRecipients[] = {
    {"external", "the wrong citizen",
     "<wrong> citizen|patient|customer|client|parent|family|company|lawyer|student|relative|pupil|else"},
    {"external", "everyone in cc", "everyone|everybody|all .. cc"},
    {"external", "a private person", "private person|individual"},
    {"external", "an outsider", "outsider|stranger|external|externally|journalist|newspaper|press|ex"},
    {"external", "told a client", "told|telling|said .. client|citizen|patient|customer|relative|neighbour"},
    {"external", "a letter for my neighbour", "letter|mail .. for|to .. neighbour|neighbor"},
    {"internal", "a colleague", "colleague|colleagues|coworker"},
    {"internal", "internal", "internal|internally"},
    {"internal", "the wrong employee", "wrong employee|colleague|department|caseworker"},
    {"internal", "the whole department",
     "whole|all|everyone|every department|staff|employees|company|municipality|office"},
    {"known_trusted", "the insurance company", "insurance|insurer"},
    {"known_trusted", "another municipality",
     "to|another .. municipality|hospital|doctor|gp|lawyer|police|bank|auditor|authority"},
    {"known_trusted", "bound by secrecy", "secrecy|confidentiality"},
    {"unknown", "unknown recipient", "unknown recipient|recipients|person"},
    {"external", "the wrong father",
     "<wrong> "
     "father|mother|parent|sister|brother|neighbour|resident|tenant|applicant|member|bank|firm|supplier|school|"
     "household"},
    {"external", "a private mail address", "private|personal|unknown|strangers email|gmail|hotmail|address"},
    {"external", "a relative heard it",
     "citizen*|relative*|visitor*|patient*|neighbour*|others|somebody|someone .. heard|overheard|saw"},
    {"external", "hackers", "hacker*|attacker*|scammer*|fraudster*|criminals|thief|thieves"},
    {"internal", "another department", "another|wrong|other department|team|office|colleague|employee"},
    {"known_trusted", "a law firm we work with",
     "work|works|working|cooperate* .. with|every|daily|regularly|partner*"},
    {"known_trusted", "our partner", "business|trusted|cooperation|long partner*|term"},
};

constexpr Row kMeasures[] = {
    {"recipient_deleted", "has deleted it", "has|have|she|he|they|recipient .. deleted"},
    {"recipient_deleted", "confirmed that it is deleted", "confirm* .. deleted|deletion|destroyed|shredded"},
    {"recipient_deleted", "it has been deleted", "been|was|is deleted|destroyed"},
    {"deletion_requested", "asked him to delete",
     "asked|asking|requested|told|instructed .. delete|destroy|deletion|deleted"},
    {"deletion_requested", "promised to delete", "promised|promises|will|agreed .. delete|destroy"},
    {"recalled", "recalled the mail", "recalled|recall"},
    {"recalled", "called back the mail", "pulled|called back"},
    {"retrieved", "collected the papers", "collected|retrieved|recovered|returned|fetched"},
    {"retrieved", "got it back", "got|get|gotten .. back"},
    {"retrieved", "found it again", "found it|them|again"},
    {"access_closed", "closed the access",
     "closed|revoked|removed|restricted|blocked .. access|permissions|sharing|share|channel"},
    {"access_closed", "access has been closed",
     "access|permissions|sharing|channel ... closed|revoked|removed|restricted|withdrawn"},
    {"page_removed", "taken down the page",
     "removed|taken|took|deleted|pulled|unpublished .. page|website|web|site|down|intranet|offline"},
    {"page_removed", "on the intranet, removed it",
     "page|website|site|intranet|post|list|online ... removed|down|unpublished|deleted"},
    {"password_changed", "changed the password", "changed|reset|changing .. password*|code|credentials|passcode|it"},
    {"password_changed", "password has been changed", "password*|credentials|passcode .. changed|reset"},
    {"account_blocked", "blocked the account",
     "blocked|disabled|locked|suspended|deactivated|froze|frozen .. account*|user|card|sim"},
    {"account_blocked", "account is blocked",
     "account*|user|card|sim .. blocked|disabled|locked|suspended|deactivated|frozen"},
    {"device_wiped", "wiped remotely", "wiped|wipe"},
    {"isolated", "taken off the network", "taken|took|pulled|disconnected|unplugged .. off|from .. network|net|grid"},
    {"isolated", "isolated", "isolated|disconnected|unplugged|offline"},
    {"isolated", "shut down", "shut .. down"},
    {"restored", "restored from backup", "restored|recovered from"},
    {"restored", "restored", "restored"},
    {"police_reported", "reported to the police", "reported|called|told|contacted|filed|notified .. police"},
    {"affected_informed", "informed the citizens",
     "informed|told|notified|contacted|apologised .. "
     "citizen*|patient*|affected|parents|customers|them|members|individuals"},
    {"affected_informed", "the affected have been told",
     "citizens|patients|affected|parents|customers|individuals .. informed|notified|told"},
    {"contacted_recipient", "called the recipient", "called|rang|contacted|phoned|emailed|wrote|spoke .. recipient*"},
    {"manager_informed", "told my manager",
     "told|informed|notified|called|contacted|reported .. manager|boss|supervisor|head|leader"},
    {"manager_informed", "my manager knows", "manager|boss|supervisor .. knows|informed|told|aware"},
    {"it_informed", "called IT", "called|told|informed|notified|contacted|phoned it|helpdesk|servicedesk"},
    {"it_informed", "informed the service desk",
     "called|told|informed|notified|contacted|rang|reported .. service|help|it desk|department|support"},
    {"it_informed", "IT has been informed", "it has|is been? informed|notified"},
    {"vendor_informed", "contacted the vendor", "contacted|informed|told|notified|called .. vendor|supplier|provider"},
    {"vendor_informed", "the vendor has been informed", "vendor|supplier .. informed|notified|contacted"},
    {"corrected", "corrected", "corrected|fixed|rectified"},
    {"shredded", "shredded", "shredded"},
    {"recipient_deleted", "they have confirmed they deleted it", "confirm* ... deleted|deletion|destroyed|shredded"},
    {"deletion_requested", "promised to delete it", "promise*|agreed|will|said ... delete|destroy"},
    {"access_closed", "access is closed now",
     "access|permission*|sharing|channel|folder|account ... closed|revoked|removed|restricted|withdrawn|shut"},
    {"device_wiped", "IT have wiped it remotely", "wiped|erased|reset|locked ... remotely"},
    {"password_changed", "changed my password straight away", "chang*|reset* .. password*|passcode*|login|pin|code"},
    {"police_reported", "the police have been told", "police .. informed|notified|told|contacted|know|aware"},
    {"manager_informed", "told the head of department",
     "told|informed|notified .. management|dpo|headteacher|director"},
    {"restored", "data has been restored", "restor*"},
    {"corrected", "the error is corrected", "error|mistake|bug .. corrected|fixed|rectified"},
    {"page_removed", "took it offline", "took|taken|take|pulled .. down|offline|off"},
    {"account_blocked", "the bank has blocked everything", "blocked|frozen|locked|cancelled .. everything|cards|card"},
    {"page_removed", "the form has been removed", "page|form|file|document|list|post .. removed|deleted|unpublished"},
    {"restored", "back up and running", "back up|online"},
    {"retrieved", "picked it up again", "picked|took .. up|home|back again"},
    {"recipient_deleted", "confirmed deletion", "confirm* .. deletion"},
    {"affected_informed", "written to everyone affected", "written|wrote|called|emailed .. affected|concerned"},
    {"affected_informed", "she has been told", "she|he|they .. been|were|was informed|told|notified"},
    {"contacted_recipient", "he has been contacted", "he|she|recipient .. been|was contacted"},
};

constexpr Row kContained[] = {
    {"no", "not found", "not|havent|hasnt .. found|recovered"},
    {"no", "not stopped", "not|hasnt|isnt|havent .. stopped|closed|removed|fixed|deleted|contained"},
    {"no", "still there", "still .. there|up|open|accessible|visible|online|out|missing"},
    {"no", "everyone in cc", "everyone|everybody|all .. cc"},
    {"yes", "stopped", "is|was|been|has stopped|contained"},
    {"yes", "under control", "under control"},
    {"unknown", "don't know if it has stopped", "dont|not know|sure if .. stopped|closed|deleted"},
    {"no", "has not replied yet",
     "hasnt|havent|not|nobody ... "
     "replied|answered|responded|changed|blocked|deleted|removed|closed|fixed|stopped|found ... yet"},
    {"no", "haven't changed the password", "hasnt|havent|not .. changed|blocked|reset|replied|responded|answered"},
    {"no", "right now anybody can", "right now|currently .. can|anyone|anybody|everyone|visible|open|online"},
    {"no", "still not found", "still ... not|missing|there|up|open|online|visible|accessible|out"},
    {"yes", "solved", "is|was|been|has solved|fixed|resolved|handled"},
    {"yes", "it has stopped now", "stopped now"},
    {"no", "not fixed", "not|hasnt|havent|isnt .. fixed|corrected|restored|closed"},
    {"no", "heard nothing back", "heard nothing"},
    {"no", "nobody has closed it", "nobody|noone .. closed|removed|stopped|blocked"},
    {"no", "cannot find it", "cant|cannot|couldnt find it"},
    {"yes", "before anybody opened it", "before anybody|anyone|they|he|she .. open*|read|saw"},
    {"yes", "everything is back in place", "everything|all .. back|place|order"},
    {"yes", "works again", "works|working again"},
};

constexpr Row kEncrypted[] = {
    {"yes", "encrypted", "encrypted|bitlocker|encryption"},
    {"no", "unencrypted", "unencrypted"},
    {"no", "not encrypted", "not|isnt|wasnt|never encrypted"},
    {"no", "without encryption", "without|no .. encryption"},
    {"no", "in plain text", "plain text"},
    {"no", "no password on it", "no|without password|passcode|pin"},
    {"unknown", "don't know if it's encrypted", "dont|not|unsure know|sure? .. if|whether .. encrypted"},
    {"unknown", "unsure if encrypted", "unsure|unknown .. encrypted"},
    {"unknown", "no idea if it was encrypted", "idea .. encrypted"},
};

constexpr Row kConsequences[] = {
    {"discrimination", "discrimination", "discriminat*"},
    {"identity_theft", "identity theft", "identity theft|fraud"},
    {"financial_loss", "financial loss", "financial loss|losses|harm"},
    {"financial_loss", "fraud", "fraud|scam|scammed"},
    {"financial_loss", "lose money", "lose|losing|lost .. money"},
    {"reputation", "damage to reputation", "reputation*"},
    {"social", "social consequences", "social consequences|disadvantage"},
    {"social", "bullying", "bullying|bullied|harass*|stigma*"},
    {"private_life", "private life", "private life"},
    {"private_life", "privacy intrusion", "embarrass*|humiliat*"},
    {"legitimate_interests", "legitimate interests", "legitimate interests"},
    {"rights_and_freedoms", "rights and freedoms", "rights .. freedoms"},
    {"loss_of_control", "loss of control", "loss|lose|lost .. control"},
    {"none_known", "no consequences", "no known? consequences|harm|damage"},
};

}  // namespace

std::span<const Row> recipient_rows() {
  return kRecipients;
}
std::span<const Row> measure_rows() {
  return kMeasures;
}
std::span<const Row> contained_rows() {
  return kContained;
}
std::span<const Row> encrypted_rows() {
  return kEncrypted;
}
std::span<const Row> consequence_rows() {
  return kConsequences;
}

}  // namespace varsel::intents::en
