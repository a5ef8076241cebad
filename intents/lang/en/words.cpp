#include "intents/lang/en/rows.h"

namespace varsel::intents::en {
namespace {

// Word sets that rows name as <send>, <wrong> ...
constexpr WordSet kSets[] = {
    {Tongue::en, "send", "sent|send|sending|mailed|emailed|posted|forwarded|faxed|delivered|went|shipped|texted"},
    {Tongue::en, "wrong", "wrong|incorrect|another|different|other|unrelated|mistaken|someone"},
    {Tongue::en, "mail", "mail|email|e|message|letter|text|sms|post|fax|parcel|newsletter|document|list|file"},
    {Tongue::en, "person",
     "person|people|citizen|recipient|recipients|patient|customer|client|address|number|company|parent|family|party|"
     "lawyer|municipality|employee|colleague|department|place|doctor|school|pupil|inbox|mailbox|guy|man|woman|relative|"
     "one|else|student|user|email|mail"},
    {Tongue::en, "device",
     "laptop|pc|computer|phone|smartphone|mobile|iphone|ipad|tablet|usb|stick|drive|disk|device|camera|machine|macbook|"
     "notebook|workphone|tape|tapes|dongle"},
    {Tongue::en, "paper",
     "paper|papers|paperwork|folder|folders|document|documents|letter|letters|printout|printouts|notebook|binder|"
     "application|applications|records|notes|file|files|list|lists|diary|hardcopy"},
    {Tongue::en, "lost",
     "lost|lose|losing|missing|stolen|stole|gone|forgot|forgotten|left|misplaced|dropped|disappeared|robbed|theft|"
     "burglary|nicked|mislaid"},
    {Tongue::en, "open", "open|public|publicly|published|accessible|visible|exposed|available|searchable|indexed"},
    {Tongue::en, "web",
     "website|web|site|online|internet|intranet|facebook|google|page|homepage|github|bucket|portal|url"},
    {Tongue::en, "look",
     "looked|look|looking|read|viewed|snooped|snooping|accessed|opened|checked|searched|peeked|browsed|lookup|nosing"},
    {Tongue::en, "record",
     "record|records|journal|file|files|case|cases|data|register|system|chart|details|information|medical"},
    {Tongue::en, "click", "clicked|click|opened|followed|tapped|pressed"},
    {Tongue::en, "link", "link|attachment|url|file"},
    {Tongue::en, "gave", "gave|given|entered|typed|told|provided|shared|disclosed|submitted|filled"},
    {Tongue::en, "code", "password|code|credentials|login|pin|username|bankid|mitid|details|passcode|otp"},
};

constexpr Row kNegations[] = {
    {"not", "not",
     "not|no|never|without|none|neither|nor|isnt|wasnt|werent|hasnt|havent|didnt|doesnt|dont|cant|couldnt|wont|arent"},
};

// Common words by which a short text is known as English; a word that a neighbour lists as well counts for both.
constexpr std::string_view kMarks[] = {
    "the",       "a",         "an",        "and",       "is",       "was",      "were",     "are",     "be",
    "been",      "have",      "has",       "had",       "do",       "does",     "did",      "dont",    "don't",
    "not",       "i",         "you",       "he",        "she",      "it",       "we",       "they",    "my",
    "your",      "his",       "her",       "our",       "their",    "this",     "that",     "these",   "those",
    "what",      "who",       "when",      "where",     "why",      "how",      "which",    "with",    "without",
    "from",      "of",        "to",        "at",        "by",       "for",      "on",       "in",      "about",
    "yesterday", "today",     "sent",      "wrong",     "person",   "people",   "email",    "mail",    "letter",
    "someone",   "something", "please",    "yes",       "no",       "help",     "report",   "breach",  "data",
    "personal",  "laptop",    "stolen",    "lost",      "phone",    "password", "link",     "clicked", "know",
    "think",     "can",       "can't",     "cannot",    "could",    "would",    "should",   "will",    "just",
    "only",      "also",      "there",     "here",      "if",       "or",       "but",      "because", "it's",
    "i'm",       "we've",     "i've",      "customer",  "citizen",  "patient",  "employee", "list",    "information",
    "address",   "name",      "number",    "encrypted", "deleted",  "closed",   "stop",     "cancel",  "back",
    "again",     "skip",      "later",     "done",      "finish",   "submit",   "send",     "english", "thanks",
    "thank",     "hello",     "hi",        "mean",      "change",   "actually", "correct",  "sorry",   "never",
    "mind",      "ago",       "hour",      "hours",     "week",     "last",     "night",    "morning", "friday",
    "monday",    "tuesday",   "wednesday", "thursday",  "saturday", "sunday",
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

}  // namespace varsel::intents::en
