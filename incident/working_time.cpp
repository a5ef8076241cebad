#include "incident/working_time.h"

#include <algorithm>

namespace varsel::incident {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::year;
using std::chrono::year_month_day;

// The anonymous Gregorian algorithm (Nature, 20 April 1876).
CivilDate easter_sunday(year in) {
  const int y = static_cast<int>(in);
  const int golden = y % 19;
  const int century = y / 100;
  const int of_century = y % 100;
  const int skipped_leap = century / 4;
  const int moon = (8 * century + 13) / 25;
  const int epact = (19 * golden + century - skipped_leap - moon + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * weekday) / 451;
  const int n = epact + weekday - 7 * correction + 114;
  return {in, std::chrono::month{static_cast<unsigned>(n / 31)}, std::chrono::day{static_cast<unsigned>(n % 31 + 1)}};
}

std::vector<CivilDate> public_holidays(std::string_view country, year in) {
  using namespace std::chrono;
  constexpr year kLastStoreBededag{2023};
  const bool denmark = country == "DK";
  const bool norway = country == "NO";
  if (!denmark && !norway) return {};

  const local_days easter{easter_sunday(in)};
  std::vector<local_days> found{
      local_days{in / January / 1},
      easter - days{3},  // Maundy Thursday
      easter - days{2},  // Good Friday
      easter,
      easter + days{1},
      easter + days{39},  // Ascension Day
      easter + days{49},  // Whit Sunday
      easter + days{50},
      local_days{in / December / 25},
      local_days{in / December / 26},
  };
  if (denmark && in <= kLastStoreBededag) found.push_back(easter + days{26});
  if (norway) {
    found.push_back(local_days{in / May / 1});
    found.push_back(local_days{in / May / 17});
  }
  // 17 May can be Whit Monday or Ascension Day.
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return {found.begin(), found.end()};
}

bool is_public_holiday(std::string_view country, CivilDate day) {
  return std::ranges::binary_search(public_holidays(country, day.year()), day);
}

bool is_working_day(std::string_view country, CivilDate day) {
  return std::chrono::weekday{local_days{day}}.iso_encoding() <= 5 && !is_public_holiday(country, day);
}

bool WorkingTime::always_open() const {
  constexpr unsigned kWeek = 0b1111111;
  return (hours_.weekdays & kWeek) == 0 || hours_.opens >= hours_.closes;
}

WorkingTime::Span WorkingTime::span_from(Instant at) const {
  // The day before, because hours may run past midnight of a clock that has just been put back.
  for (local_days day = std::chrono::floor<days>(zone_.local(at)) - days{1};; day += days{1}) {
    const unsigned bit = std::chrono::weekday{day}.iso_encoding() - 1;
    if ((hours_.weekdays >> bit & 1U) == 0 || is_public_holiday(hours_.holidays, CivilDate{day})) continue;
    const Span span{zone_.earliest(day + hours_.opens), zone_.earliest(day + hours_.closes)};
    if (span.opens < span.closes && at < span.closes) return span;
  }
}

bool WorkingTime::is_open(Instant at) const {
  return always_open() || span_from(at).opens <= at;
}

Instant WorkingTime::next_opening(Instant at) const {
  return always_open() ? at : std::max(at, span_from(at).opens);
}

Instant WorkingTime::add_working(Instant at, minutes amount) const {
  if (always_open()) return at + std::max(amount, minutes{0});
  Millis left = std::max(amount, minutes{0});
  Span span = span_from(at);
  Instant from = std::max(at, span.opens);
  while (span.closes - from <= left) {
    left -= span.closes - from;
    span = span_from(span.closes);
    from = span.opens;
  }
  return from + left;
}

Instant WorkingTime::earliest_slot(Instant at, minutes length) const {
  // Every zone in use today differs from UTC by whole quarters of an hour.
  using Quarter = std::chrono::duration<int, std::ratio<15 * 60>>;
  const auto quarter = [](Instant moment) { return Instant{std::chrono::ceil<Quarter>(moment.time_since_epoch())}; };
  if (always_open()) return quarter(at);
  const Instant opening = quarter(next_opening(at));
  // A week of days: one is shortened at most, by a clock put forward.
  constexpr int kDaysTried = 7;
  Instant from = at;
  for (int tried = 0; tried < kDaysTried; ++tried) {
    const Span span = span_from(from);
    const Instant start = quarter(std::max(from, span.opens));
    if (start + length <= span.closes) return start;
    from = span.closes;
  }
  return opening;
}

}  // namespace varsel::incident
