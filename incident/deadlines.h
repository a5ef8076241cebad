// Legal deadlines: dated rows with the article beside them, and the arithmetic on them. An incident is pinned to the
// rules in force on the day somebody became aware.
#pragma once
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace varsel::incident {

// One duty with a clock. Either hours or months is set; the other is zero.
struct DeadlineRule {
  std::string_view id;      // shown in the log: "gdpr.33-1.72h"
  std::string_view regime;  // "gdpr", "nis2"
  std::string_view duty;    // what must be done: "notify_authority", "early_warning" ...; worded as "duty.<duty>"
  enum class Start { awareness, notification } start;
  std::chrono::hours hours;
  std::chrono::months months;
  CivilDate from;                  // in force from this day
  std::optional<CivilDate> until;  // the first day it is no longer in force
  std::string_view article;
  std::string_view quote;  // verbatim
  std::string_view source;
};
[[nodiscard]] std::span<const DeadlineRule> deadline_rules();

struct Deadline {
  std::string_view duty;
  Instant due;
  std::string_view rule;
  std::string_view source;
  std::string_view article;
  std::string_view quote;
};

// The deadlines of the regimes that cover the organisation, earliest first. Hours are counted in UTC and run through
// nights, weekends, holidays and clock changes. A month counted from a notification that has not been given yet is
// counted from the last moment it may be given (see deadlines.cpp for the reading of Regulation 1182/71).
[[nodiscard]] std::vector<Deadline> deadlines(Instant aware_at, const Zone& zone,
                                              const std::vector<std::string>& regimes, CivilDate rules_on,
                                              std::optional<Instant> notified_at = std::nullopt);

// Other readings of "72 hours". For information only: nobody should plan to use them, and no clock of Varsel does.
struct Readings {
  Instant strict;        // aware + 72 h: what Varsel counts
  Instant hour_rounded;  // Regulation 1182/71 art. 3(1): the hour in which the event occurs is not counted
  Instant contested;     // art. 3(5) as well: at least two working days; whether it reaches "72 hours" is contested
};
[[nodiscard]] Readings readings(Instant aware_at, const Zone& zone, std::string_view country);

// When people are reminded of the 72 hours. "hours" is the argument of the message.
struct Reminder {
  std::chrono::hours after;
  Instant at;
};
[[nodiscard]] std::array<Reminder, 4> reminders(Instant aware_at);  // 24, 48, 60 and 71 h after awareness

// Art. 33(1): a notification after 72 hours "shall be accompanied by reasons for the delay".
[[nodiscard]] bool needs_delay_reason(Instant aware_at, Instant at);

}  // namespace varsel::incident
