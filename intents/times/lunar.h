// Days of the Hebrew, Islamic and Chinese calendars, for the feasts that are known by name.
#pragma once
#include "intents/times/calendar.h"

namespace varsel::intents::times {

enum class Moon : std::uint8_t { hebrew, islamic, chinese };

// The day of the Gregorian year that bears that date, counted from the first of its month; nothing for a month that
// begins in no day of the year. Hebrew months are ICU's: 1 Tishri .. 7 Adar (the second of a leap year) .. 13 Elul.
// The first call prepares the years 1940 to 2059 and takes some milliseconds.
[[nodiscard]] std::optional<LocalTime> moon_day(Moon moon, int year, int month, int day);

}  // namespace varsel::intents::times
