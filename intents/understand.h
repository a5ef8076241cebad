// Understanding: text in, candidates out. Pure: no clock, no dialog, no state. The same text at the same "now" gives
// the same candidates for ever. Understanding proposes; only the dialog accepts.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/locale.h"
#include "base/time.h"
#include "base/values.h"
#include "intents/durations.h"
#include "intents/tongue.h"

namespace varsel::intents {

// What a message is for. The names (to_string) are those of the evaluation data.
enum class Intent : std::uint8_t {
  report_breach,     // opens a report, tells that something happened
  suspect_phishing,  // a suspicious mail, SMS or call; clicked; gave away a code
  inform,            // a bare answer to a question
  correct,           // changes an earlier value: "nej, 73", "no, it was Wednesday"
  undo,              // take back the last step
  back,              // go to the question before
  cancel,            // drop the whole report
  start_over,        // drop what was said and begin again
  pause,             // save and leave
  resume,            // go on with a saved one
  submit,            // hand it in
  skip,              // leave this question, later
  show_summary,      // show what you have
  repeat,            // say that again
  why,               // why do you ask
  ask_help,          // how does this work, what do you mean
  ask_definition,    // what is personal data, what is a breach
  status,            // about a report that was handed in
  dont_know,
  yes,
  no,
  human,  // let me talk to a person
  change_language,
  smalltalk,     // thanks, hello
  out_of_scope,  // unrelated
};
std::string_view to_string(Intent intent);
std::optional<Intent> intent_from(std::string_view name);

// What a stretch of text says. Codes (EntityValue's string) are listed in base/vocabulary.h.
enum class Kind : std::uint8_t {
  breach_kind,        // code
  occurred,           // When: the breach happened or began
  ended,              // When: it ended
  discovered,         // When: somebody noticed
  time,               // When: a time that does not say of what; the dialog knows what it asked
  ongoing,            // "yes" / "no"
  data_category,      // code
  data_category_not,  // code: said NOT to be involved
  data_subject,       // code
  count,              // Count: of persons affected, or bare
  count_unknown,      // said that the number is not known
  recipient,          // code
  contained,          // "yes" / "no" / "unknown"
  measure,            // code
  encrypted,          // "yes" / "no" / "unknown"
  certainty,          // "suspected" / "confirmed"
  consequence,        // code
  discoverer,         // code: who established the breach: "own", "system_owner", "supplier", "consumer", "provider"
  others_affected,    // "yes" / "no" / "unknown": other parties must act too
  nature,             // code: "security", "privacy", "both"
  system,             // surface name
  email,              // surface
  phone,              // surface
  national_id,        // surface; masked everywhere, never echoed
  card_or_account,    // surface; masked everywhere, never echoed
  secret,             // a password or code that was given away; masked everywhere, never echoed
  language,           // "da" / "nb" / "nn" / "en"
  topic,              // code: what a definition or help question is about
  field,              // name of a fact: which line of the report is spoken of
};
std::string_view to_string(Kind kind);

using EntityValue = std::variant<std::string, When, Count>;

// One candidate. [start, end) are byte offsets into the cleaned text; rule names the row that found it, and is shown
// by `varsel understand` and kept in the record.
struct Entity {
  Kind kind = Kind::system;
  std::size_t start = 0;
  std::size_t end = 0;
  EntityValue value;
  std::string rule;
  double confidence = 1.0;  // 0..1
};

struct ScoredIntent {
  Intent intent = Intent::out_of_scope;
  double confidence = 0;  // 0..1
  std::string rule;
};

// What the dialog has just asked: it settles what a bare "ja", "37" or "i går" is about.
enum class Expecting : std::uint8_t {
  nothing,
  yes_no,
  time,
  count,
  data_categories,
  data_subjects,
  breach_kind,
  recipient,
  measures,
  consequences,
  discoverer,
  nature,
  free_text,
  confirmation
};

struct Context {
  Locale locale = Locale::en;  // the conversation's language so far
  bool locale_fixed = false;   // the person has chosen it: do not detect
  Instant now;                 // when the message was written
  Zone zone = Zone::utc();     // the organisation's zone
  Expecting expecting = Expecting::nothing;
  std::optional<Tongue> tongue;  // what the text is known to be written in; else it is detected
};

struct Understanding {
  Locale locale = Locale::en;         // detected language of this message, the conversation's for Swedish
  Tongue tongue = Tongue::en;         // what it was read as
  double locale_confidence = 0;       // 0..1; a dialog switches language only when this is high
  std::vector<ScoredIntent> intents;  // best first, never empty
  std::vector<Entity> entities;       // in text order
  std::string text;                   // cleaned (base/text.h)
  std::string masked;                 // the same with national ids, card and account numbers masked: what is stored
  [[nodiscard]] Intent intent() const { return intents.front().intent; }
};

// Never fails and never throws on any input; text longer than 16 KiB is read up to there.
[[nodiscard]] Understanding understand(std::string_view text, const Context& context);

// A time on the calendar: where nothing says the past, the one that is now or comes next.
struct CalendarTime {
  enum class Kind : std::uint8_t { instant, interval, before, after };
  Kind kind = Kind::instant;
  LocalTime start;
  LocalTime end;           // exclusive
  std::string_view grain;  // "second", "minute", "hour", "day", "week", "month", "quarter", "year"
};
struct TimeReading {
  When reported;  // as a report means it: the last Friday
  CalendarTime calendar;
};

// The measured dimensions of `varsel understand --only DIM`: reads the whole phrase as one value of that dimension.
[[nodiscard]] std::optional<TimeReading> read_time(std::string_view phrase, const Context& context);
// Count, or the string "unknown" where it is said that the number is not known.
[[nodiscard]] std::optional<EntityValue> read_count(std::string_view phrase, Tongue tongue);
[[nodiscard]] std::optional<double> read_numeral(std::string_view phrase, Tongue tongue);
[[nodiscard]] std::optional<double> read_ordinal(std::string_view phrase, Tongue tongue);
[[nodiscard]] std::optional<TimeSpan> read_duration(std::string_view phrase, Tongue tongue);
[[nodiscard]] std::optional<TimeSpan> read_offset(std::string_view phrase, Tongue tongue);  // "for tre dage siden"

}  // namespace varsel::intents
