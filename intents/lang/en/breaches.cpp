// What kind of breach. Rows of more words are more specific and win (facts.cpp).
#include "intents/lang/en/rows.h"

namespace varsel::intents::en {
namespace {

constexpr Row kBreaches[] = {
    {"misdirected_message", "sent to the wrong person",
     "<send> ... wrong|incorrect|different|another|unrelated <person>"},
    {"misdirected_message", "sent to someone else", "<send> ... to .. someone|somebody|person else"},
    {"misdirected_message", "the wrong citizen got the letter",
     "wrong|another|different <person> ... got|received|was|has|have"},
    {"misdirected_message", "handed to the wrong relative",
     "handed|gave|given|told|delivered|mailed|went ... wrong <person>"},
    {"misdirected_message", "wrong recipient", "wrong recipient|recipients|address|mailbox|inbox"},
    {"misdirected_message", "misdirected", "misdirected|misaddressed|missent|misdelivered|misposted"},
    {"misdirected_message", "received a letter for my neighbour",
     "received|got|getting|have ... letter|mail|email|message|file|result|results ... for|to|about|belonging|of .. "
     "neighbour|neighbor|someone|another|else"},
    {"misdirected_message", "got another person's results",
     "got|received|see|seeing|saw ... another|someone|other|strangers .. persons|patients|elses|citizens|peoples"},
    {"misdirected_message", "wrong envelope", "wrong envelope|envelopes"},
    {"misdirected_message", "replied to all", "reply|replied all|to"},
    {"misdirected_message", "each other's letters", "each others letters|letter|data|details"},
    {"wrong_attachment", "attached the wrong file",
     "attached|attaching|enclosed|attach ... wrong|incorrect|another|different"},
    {"wrong_attachment", "wrong attachment", "wrong|incorrect|mistaken .. attachment|file|document|enclosure"},
    {"wrong_attachment", "accidentally attached", "accidentally|mistakenly attached"},
    {"lost_device", "my laptop is gone", "<device> & <lost>"},
    {"lost_device", "stolen laptop", "stolen|lost|left|forgot|missing ... <device>"},
    {"lost_paper", "lost papers", "<paper> & lost|left|forgot|missing|stolen|dropped|misplaced|gone|disappeared|blew"},
    {"lost_paper", "paperwork in the bin",
     "paper*|folder*|printout*|documents|file|files|records|letters ... "
     "bin|trash|rubbish|dumpster|skip|printer|train|bus|recycling|table"},
    {"lost_paper", "tapes never arrived",
     "tape|tapes|letter|parcel|post|envelope ... never|not|didnt .. arrived|arrive|came|reached"},
    {"web_exposure", "it was on the website",
     "<web> & "
     "published|was|is|were|been|put|uploaded|visible|public|exposed|posted|appeared|accessible|available|showing|"
     "shows|list|open"},
    {"web_exposure", "published by mistake",
     "published|uploaded|posted .. mistake|accident|accidentally|error|online|publicly"},
    {"web_exposure", "publicly accessible link", "public|publicly|open .. link|accessible|available|url|folder|bucket"},
    {"web_exposure", "searchable on google", "google|indexed"},
    {"excess_access", "the whole department could see",
     "everyone|everybody|anyone|whole|all|entire|staff|people|others|several|unauthorised ... can|could|had|has|have "
     ".. see|open|read|access|view"},
    {"excess_access", "too broad access", "too|excessive|wrong|unnecessary|broad .. access|permissions|rights"},
    {"excess_access", "former employee still has access",
     "former|ex|left|previous ... still .. access|log|logged|login"},
    {"excess_access", "access they should not have", "access ... not|shouldnt .. have|supposed|need"},
    {"snooping", "looked up a neighbour's record",
     "<look> ... neighbour*|neighbor*|ex|exs|colleague*|wife*|celebrity|relative* ... "
     "record*|file*|journal*|case*|data|chart"},
    {"snooping", "looked in the record without a reason",
     "<look> & <record> & without|curiosity|curious|reason|business"},
    {"snooping", "snooping", "snoop*|nosing|nosy|prying|peeking"},
    {"snooping", "unauthorised lookup",
     "unauthorised|unauthorized|unjustified|improper .. lookup|lookups|search|access|look"},
    {"phishing_credentials", "clicked a link", "<click> ... <link>"},
    {"phishing_credentials", "gave my password to a fake",
     "<gave> ... <code> & "
     "fake|scam|scammer|suspicious|phishing|caller|phone|called|microsoft|bank|fraudster|stranger|it"},
    {"phishing_credentials", "entered my password on a fake page",
     "<gave> ... password|code|credentials|login|pin|details ... page|site|website|link|email|form|fake|phone"},
    {"phishing_credentials", "phishing", "phishing|phish|phished|phising|smishing|vishing|spearphishing"},
    {"phishing_credentials", "suspicious email",
     "suspicious|weird|strange|fake|dodgy|odd|scam|spoofed|fishy|bogus .. "
     "<mail>|page|login|invoice|call|website|link|sms"},
    {"phishing_credentials", "pretending to be",
     "pretending|pretended|impersonat*|posing|claiming|claimed .. be|as|from|me|it"},
    {"phishing_credentials", "my account was hacked",
     "account|mailbox|profile|inbox .. hacked|compromised|hijacked|taken"},
    {"phishing_credentials", "gift cards", "gift cards|card"},
    {"phishing_credentials", "installed anydesk", "anydesk|teamviewer"},
    {"phishing_credentials", "remote access", "remote access|control|session"},
    {"phishing_credentials", "clicked something", "clicked something|on"},
    {"malware_ransomware", "ransomware", "ransomware|ransom|malware|virus|trojan|worm|encrypts|infected"},
    {"malware_ransomware", "servers have been encrypted",
     "servers|files|systems|machines|shares|drives|server .. encrypted|locked & "
     "!laptop|phone|usb|stick|email|emails|sent"},
    {"outage", "the system is down",
     "system|systems|server|servers|network|records|journal|phones .. down|unavailable|offline|crashed"},
    {"outage", "outage", "outage|downtime|blackout|flood|flooded|fire"},
    {"outage", "cannot access the records",
     "cannot|cant|unable|couldnt .. access|reach|open .. record*|system*|data|files|journals"},
    {"data_corrupted", "data has disappeared",
     "data|records|files|information|cases|database ... "
     "disappeared|deleted|overwritten|destroyed|corrupted|lost|wiped|vanished & !laptop|phone|usb|email|recipient"},
    {"data_corrupted", "deleted by mistake",
     "deleted|overwrote|overwritten|destroyed|changed|altered|wiped .. mistake|accident|accidentally|error"},
    {"data_corrupted", "records were mixed up", "mixed|swapped|merged|jumbled .. up|records|files|cases|together"},
    {"data_corrupted", "the backup does not work", "backup|backups .. doesnt|not|failed|fails|gone|missing"},
    {"data_corrupted", "wrong data in the system",
     "wrong|incorrect .. data|information|values .. in .. system|record*|register"},
    {"insecure_email", "sent unencrypted", "<send> & unencrypted"},
    {"insecure_email", "sent without encryption", "<send> ... without|no .. encrypt*|secure|encryption"},
    {"insecure_email", "over insecure email",
     "insecure|unsecured|unsecure|ordinary|plain|regular .. email|mail|connection|link"},
    {"insecure_email", "not sent securely", "not .. sent|encrypted|secure* & email|mail|sent"},
    {"insecure_email", "forgot to encrypt", "forgot|forgotten .. encrypt|secure"},
    {"verbal_disclosure", "told a client on the phone",
     "told|telling|mentioned|said|talked|spoke|blurted|revealed|discussed|disclosed ... "
     "phone|that|about|loud|bus|train|corridor|reception"},
    {"verbal_disclosure", "overheard", "overheard|overhear"},
    {"protected_address", "protected address", "protected|secret|hidden|confidential .. address*"},
    {"cc_bcc", "everyone in cc",
     "everyone|everybody|all|recipients|members|parents|customers|whole|list .. in|to .. cc|copy|to"},
    {"cc_bcc", "cc instead of bcc", "cc|to|instead ... bcc"},
    {"cc_bcc", "visible to all recipients", "see|visible .. each|all|other .. recipients|addresses|other"},
    {"cc_bcc", "cc", "cc|bcc|cced"},
    {"intrusion", "hacked", "hacked|hacker*|hacking|intruder*|intrusion|cyberattack|hack"},
    {"intrusion", "exfiltrated data",
     "exfiltrat*|stolen|copied|downloaded|leaked .. data|database|customer|records|list|files"},
    {"intrusion", "someone got into the system",
     "someone|somebody|attacker*|unauthorised|unauthorized|pupil|outsider ... into|in|inside|accessed|broke .. "
     "system*|server*|network|account*|database"},
    {"intrusion", "data leak", "leak|leaked|leakage"},
    {"other", "something went wrong", "gone|went wrong"},
};

}  // namespace

std::span<const Row> breach_rows() {
  return kBreaches;
}

}  // namespace varsel::intents::en
