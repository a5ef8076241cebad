// The values that people state, kept as they were stated: a time with its precision, a number with its certainty.
// Understanding finds them, the record keeps them, the log shows them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"

namespace varsel {

// Frozen: stored on disk. Never renumber.
enum class Precision : std::uint8_t { minute = 1, hour = 2, day = 3, week = 4, month = 5, range = 6 };

// When something happened: the half-open span [from, to) of wall-clock time that was stated, in the organisation's
// zone. "yesterday at 10.30" is one minute; "in October" a month; "between 2 and 6" a range.
struct When {
  LocalTime from;
  LocalTime to;
  Precision precision = Precision::day;
  bool approx = false;          // "around", "about", "an hour ago"
  bool second_passage = false;  // the clock showed this time twice that night, and the later one is meant
  bool operator==(const When&) const = default;
};

// How many. A range with certainty: "37" is min = max = 37; "over 500" has no max; "under 100" has no min;
// "mellem 30 og 40" has both. approx: "about".
struct Count {
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;
  bool approx = false;
  bool operator==(const Count&) const = default;
};

// null is not false: what nobody has said is unknown. Frozen: stored on disk.
enum class Tri : std::uint8_t { unknown = 0, no = 1, yes = 2 };

}  // namespace varsel
