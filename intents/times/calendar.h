// The civil calendar as people speak of it: units of time, weeks that begin on Monday (ISO 8601), Easter and the
// other feasts. Pure arithmetic on wall-clock time; no words and no zone.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/time.h"

namespace varsel::intents::times {

// Finest first: a grain is coarser than another when it compares greater. In the order of TimeUnit (durations.h).
enum class Grain : std::uint8_t { second, minute, hour, day, week, month, quarter, year };

// A half-open stretch [from, to). interval: several units of the grain, or a stretch that is no unit ("the evening").
struct Span {
  LocalTime from;
  LocalTime to;
  Grain grain = Grain::day;
  bool interval = false;
};

// The years that anybody reports of. Everything outside is a slip of the finger, and would overflow the calendar.
inline constexpr int kFirstYear = 1800, kLastYear = 2300;

[[nodiscard]] LocalTime floor_to(LocalTime at, Grain grain);
// `count` units later (earlier when negative). The 31st becomes the last day of a shorter month. Clamped to the years
// above.
[[nodiscard]] LocalTime plus(LocalTime at, Grain grain, std::int64_t count);
// The day, week, month ... that holds `at`.
[[nodiscard]] Span unit_of(LocalTime at, Grain grain);

[[nodiscard]] std::optional<CivilDate> civil(std::int64_t year, std::int64_t month, std::int64_t day);
// 1 Monday .. 7 Sunday.
[[nodiscard]] int weekday_of(LocalTime at);
[[nodiscard]] inline int year_of(LocalTime at) {
  return static_cast<int>(date_of(at).year());
}
// Monday of an ISO 8601 week (week 1 holds 4 January); nothing for week 53 of a year that has 52.
[[nodiscard]] std::optional<LocalTime> week_of(int year, int week);
// The n-th weekday of a month, from the end when n is negative: (2025, 5, 7, 2) is the second Sunday of May.
[[nodiscard]] LocalTime nth_weekday(int year, int month, int weekday, int n);

// Feasts by the names that rows use: "easter", "christmas_eve", "mothers_day_dk". Unknown names have no index.
[[nodiscard]] std::optional<int> feast_index(std::string_view name);
// The days of that feast in the year: one day for most.
[[nodiscard]] std::optional<Span> feast(int index, int year);

// The seasons: 0 winter (it begins in the year before), 1 spring, 2 summer, 3 autumn. By months as people and weather
// services count them, or by the sun.
[[nodiscard]] Span season(int index, int year, bool by_the_sun);

}  // namespace varsel::intents::times
