#include "intents/times/calendar.h"

#include <algorithm>

namespace varsel::intents::times {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

LocalTime floor_to(LocalTime at, Grain grain) {
  const CivilDate date = date_of(at);
  switch (grain) {
    case Grain::second:
      return at;
    case Grain::minute:
      return floor<minutes>(at);
    case Grain::hour:
      return floor<hours>(at);
    case Grain::day:
      return floor<days>(at);
    case Grain::week:
      return floor<days>(at) - days(weekday_of(at) - 1);
    case Grain::month:
      return midnight(date.year() / date.month() / 1);
    case Grain::quarter: {
      const unsigned month = static_cast<unsigned>(date.month());
      return midnight(date.year() / std::chrono::month(month - (month - 1) % 3) / 1);
    }
    case Grain::year:
      return midnight(date.year() / 1 / 1);
  }
  return at;
}

LocalTime plus(LocalTime at, Grain grain, std::int64_t count) {
  static const LocalTime first = midnight(std::chrono::year(kFirstYear) / 1 / 1);
  static const LocalTime last = midnight(std::chrono::year(kLastYear) / 1 / 1);
  const auto clamped = [](LocalTime time) { return std::clamp(time, first, last); };
  count = std::clamp<std::int64_t>(count, -20'000'000'000, 20'000'000'000);
  switch (grain) {
    case Grain::second:
      return clamped(at + seconds(count));
    case Grain::minute:
      return clamped(at + seconds(count * 60));
    case Grain::hour:
      return clamped(at + seconds(count * 3600));
    case Grain::day:
      return clamped(at + seconds(std::clamp<std::int64_t>(count, -1'000'000, 1'000'000) * 86400));
    case Grain::week:
      return clamped(at + seconds(std::clamp<std::int64_t>(count, -100'000, 100'000) * 7 * 86400));
    case Grain::month:
    case Grain::quarter:
    case Grain::year: {
      const int per = grain == Grain::month ? 1 : grain == Grain::quarter ? 3 : 12;
      const auto moved = static_cast<int>(std::clamp<std::int64_t>(count, -10'000, 10'000)) * per;
      const CivilDate date = date_of(at);
      const auto month = date.year() / date.month() + std::chrono::months(moved);
      if (static_cast<int>(month.year()) < kFirstYear) return first;
      if (static_cast<int>(month.year()) > kLastYear) return last;
      const CivilDate wanted = month / date.day();
      const CivilDate there = wanted.ok() ? wanted : CivilDate{month / std::chrono::last};
      return clamped(midnight(there) + (at - floor<days>(at)));
    }
  }
  return at;
}

Span unit_of(LocalTime at, Grain grain) {
  const LocalTime from = floor_to(at, grain);
  return {from, plus(from, grain, 1), grain, false};
}

std::optional<CivilDate> civil(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < kFirstYear || year >= kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const CivilDate date{std::chrono::year(static_cast<int>(year)), std::chrono::month(static_cast<unsigned>(month)),
                       std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

int weekday_of(LocalTime at) {
  return static_cast<int>(std::chrono::weekday{floor<days>(at)}.iso_encoding());
}

std::optional<LocalTime> week_of(int year, int week) {
  if (week < 1 || week > 53) return std::nullopt;
  const LocalTime first = floor_to(midnight(std::chrono::year(year) / 1 / 4), Grain::week);
  const LocalTime next = floor_to(midnight(std::chrono::year(year + 1) / 1 / 4), Grain::week);
  const LocalTime monday = first + days(7 * (week - 1));
  return monday < next ? std::optional(monday) : std::nullopt;
}

LocalTime nth_weekday(int year, int month, int weekday, int n) {
  const auto in_month = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month));
  if (n > 0) {
    const LocalTime first = midnight(in_month / 1);
    return first + days((weekday - weekday_of(first) + 7) % 7 + 7 * (n - 1));
  }
  const LocalTime last = midnight(CivilDate{in_month / std::chrono::last});
  return last - days((weekday_of(last) - weekday + 7) % 7 + 7 * (-n - 1));
}

Span season(int index, int year, bool by_the_sun) {
  const auto day = [&](int of, unsigned month, unsigned in_month) {
    return midnight(CivilDate{std::chrono::year(of), std::chrono::month(month), std::chrono::day(in_month)});
  };
  if (!by_the_sun) {
    const LocalTime from = day(year, 3, 1);
    if (index == 0) return {day(year - 1, 12, 1), from, Grain::day, true};
    return {plus(from, Grain::month, 3 * (index - 1)), plus(from, Grain::month, 3 * index), Grain::day, true};
  }
  switch (index) {
    case 0:
      return {day(year - 1, 12, 21), day(year, 3, 20), Grain::day, true};
    case 1:
      return {day(year, 3, 20), day(year, 6, 21), Grain::day, true};
    case 2:
      return {day(year, 6, 21), day(year, 9, 23), Grain::day, true};
    default:
      return {day(year, 9, 23), day(year, 12, 21), Grain::day, true};
  }
}

}  // namespace varsel::intents::times
