// Durations ("2t 30m", "en time og et kvarter", "halvanden time", "an hour and a half", "tre kvarter") and offsets from
// now ("for tre dage siden", "om to timer", "3 days ago", "last month"), in every understood language.
//
// Only the words are read: what day three days ago was is for the reader of times. A bare unit ("hours"), a clock
// ("halv ti") and a date are no duration; "en halv time", "½ time", "1/2h", "1,5 time" and "45 min." are.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "intents/tokens.h"
#include "intents/tongue.h"

namespace varsel::intents {

enum class TimeUnit : std::uint8_t { second, minute, hour, day, week, month, quarter, year };
inline constexpr std::size_t kTimeUnits = 8;
std::string_view to_string(TimeUnit unit);

// How much of each unit was said; a part of a unit is told in the next smaller one ("halvanden time": 1 hour, 30
// minutes). Negative for what lies before now; {day 0} is today.
struct TimeSpan {
  std::array<std::optional<double>, kTimeUnits> parts;
  std::size_t first = 0;  // tokens [first, last]
  std::size_t last = 0;
  bool approx = false;
};

// The duration that begins at token `at` (with "ca.", "about" before it, if any), read as far as it goes.
[[nodiscard]] std::optional<TimeSpan> duration_at(const Tokens& tokens, std::size_t at, LocaleSet locales);
// The offset that begins at token `at`: at "for", "om", "in", at its number, or at "i går".
[[nodiscard]] std::optional<TimeSpan> offset_at(const Tokens& tokens, std::size_t at, LocaleSet locales);

// The one duration or offset of a phrase; nothing where there is none, or more than one. Reads what is too ambiguous
// in running text as well: "1 hour thirty", 1".
[[nodiscard]] std::optional<TimeSpan> duration_of(const Tokens& tokens, Tongue tongue);
[[nodiscard]] std::optional<TimeSpan> offset_of(const Tokens& tokens, Tongue tongue);

// The words of a language, alternatives written with |.
struct UnitWord {
  std::string_view words;  // a single letter counts only behind digits: "2t", "1 d."
  TimeUnit unit = TimeUnit::second;
  double amount = 1;  // of the unit: "kvarter" is 15 minutes
};
struct OffsetPhrase {
  std::string_view words;  // "i går|igår"
  TimeUnit unit = TimeUnit::day;
  double amount = 0;
};
struct TimeSpans {
  std::span<const UnitWord> units;
  std::span<const OffsetPhrase> offsets;
  std::string_view ago;         // "siden", "ago": behind the duration
  std::string_view ago_before;  // "for" in "for to timer siden", where the language has it
  std::string_view ahead;       // "om", "in": before the duration
  std::string_view from_now;    // "fra nu", "from now": behind it
  std::string_view about;       // "ca", "omkring"
  std::string_view fillers;     // between the number and the unit, or behind it: "more", "hele", "tid"
};

}  // namespace varsel::intents
