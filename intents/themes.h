// What the rows are about. Each language gives rows for each theme; coverage.cpp lists them all, gaps included.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "intents/durations.h"
#include "intents/engine.h"
#include "intents/tongue.h"

namespace varsel::intents {

enum class Theme : std::uint8_t {
  intent,           // code: name of an Intent
  breach_kind,      // code: vocabulary::kBreachKinds
  data_category,    // code: vocabulary::kDataCategories
  data_subject,     // code: vocabulary::kDataSubjects
  recipient,        // code: vocabulary::kRecipients
  measure,          // code: vocabulary::kMeasures
  contained,        // code: yes, no, unknown
  encrypted,        // code: yes, no, unknown
  certainty,        // code: suspected, confirmed
  ongoing,          // code: yes, no
  consequence,      // code: vocabulary::kConsequences
  discoverer,       // code: vocabulary::kDiscoverers
  nature,           // code: vocabulary::kNatures
  others_affected,  // code: yes, no, unknown
  topic,            // code: vocabulary::kTopics
  language,         // code: da, nb, nn, en
  negation,         // code: not (of what follows), enumeration goes on through "or"
  moment,           // code: a time word for times.cpp, "day -1", "weekday 3"
  moment_role,      // code: occurred, discovered, ended, other: what the time in the same clause is of
  quantity,         // code: a word for counts.cpp, "about", "over"
  counted,          // code: person (one of these is one person affected), thing (a number before it counts no person)
  count_unknown,    // code: unknown
  single,           // code: one: "min nabos journal" is about one person
  field,            // code: name of a fact: "antallet" is the line of the number of people
};
inline constexpr std::size_t kThemes = 24;

// A word and its value.
struct NumberWord {
  std::string_view word;
  double value = 0;
};

// How a language writes numbers in words. Words of a table may be written together, with a hyphen or apart; two that
// people write apart although they are one ("halv treds") stand with a blank.
struct Numerals {
  std::span<const NumberWord> cardinals;  // 100 multiplies what stands before it, so does what is 1000 or more
  std::span<const NumberWord> ordinals;
  std::span<const NumberWord> dozens;          // multiply a whole number once: "dozen", "snes"
  std::span<const NumberWord> fractions;       // "halv", "kvart", "tredjedel": added after a joiner, multiplied without
  std::span<const NumberWord> loose;           // numbers where one is asked for, too vague elsewhere: "few", "par"
  std::span<const std::string_view> suffixes;  // of an ordinal in digits: "st", ":e"
  std::span<const std::string_view> articles;  // one, or no number at all
  std::string_view joiner;                     // "og" in "femogtyve", "and" in "two hundred and five"
  std::string_view points;                     // alternatives, of a decimal number: "komma|punktum"
  std::string_view minuses;                    // alternatives
};

// Everything Varsel knows of one language.
struct Language {
  Tongue locale = Tongue::en;
  std::array<std::span<const Row>, kThemes> themes;  // by Theme
  std::span<const WordSet> sets;
  Numerals numerals;
  TimeSpans spans;
  std::span<const std::string_view> marks;  // words that the neighbouring languages do not have
};
[[nodiscard]] std::span<const Language, kTongues.size()> languages();
[[nodiscard]] const Language& language(Tongue tongue);
// The engine over all rows of all languages, prepared once.
[[nodiscard]] const Engine& engine();

}  // namespace varsel::intents
