#include "incident/working_time.h"

#include <random>

#include "tests/catch.h"
#include "tests/unit/incident/builders.h"

namespace varsel::incident {
namespace {

using namespace test;
using namespace std::chrono_literals;

WorkingHours hours(std::string country) {
  WorkingHours found;
  found.holidays = std::move(country);
  return found;
}
WorkingTime denmark() {
  return {hours("DK"), zone("Europe/Copenhagen")};
}
WorkingTime norway() {
  return {hours("NO"), zone("Europe/Oslo")};
}

std::string joined(const std::vector<CivilDate>& days) {
  std::string text;
  for (const CivilDate& each : days) text += (text.empty() ? "" : " ") + iso(each).substr(5);
  return text;
}

TEST_CASE("Easter falls where the calendars say") {
  const std::pair<int, const char*> rows[] = {{2000, "2000-04-23"}, {2008, "2008-03-23"}, {2024, "2024-03-31"},
                                              {2025, "2025-04-20"}, {2026, "2026-04-05"}, {2027, "2027-03-28"},
                                              {2028, "2028-04-16"}, {2038, "2038-04-25"}, {2285, "2285-03-22"}};
  for (const auto& [year, expected] : rows) CHECK(iso(easter_sunday(std::chrono::year{year})) == expected);
}

TEST_CASE("Public holidays of Denmark and Norway") {
  struct Row {
    const char* country;
    int year;
    const char* days;
  };
  const Row rows[] = {
      // Store bededag, 5 May, for the last time
      {"DK", 2023, "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26"},
      {"DK", 2024, "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26"},
      {"DK", 2026, "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26"},
      {"NO", 2026, "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26"},
      // Ascension Day on 1 May, which counts once
      {"NO", 2008, "01-01 03-20 03-21 03-23 03-24 05-01 05-11 05-12 05-17 12-25 12-26"},
      {"SE", 2026, ""},
      {"", 2026, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.country, row.year);
    CHECK(joined(public_holidays(row.country, std::chrono::year{row.year})) == row.days);
  }
  CHECK_FALSE(is_working_day("NO", day("2027-05-17")));
  CHECK(is_working_day("DK", day("2027-05-18")));
  CHECK(is_working_day("DK", day("2026-12-24")));  // not a public holiday, though many offices close
  CHECK_FALSE(is_working_day("DK", day("2026-11-21")));
}

TEST_CASE("The next opening skips nights and weekends and holidays") {
  struct Row {
    const char* at;
    const char* opens;
  };
  const Row rows[] = {
      {"2026-11-20T10:00+01:00", "2026-11-20T10:00+01:00"},  // open
      {"2026-11-20T07:59+01:00", "2026-11-20T08:00+01:00"},
      {"2026-11-20T16:00+01:00", "2026-11-23T08:00+01:00"},  // closing is not open: Friday to Monday
      {"2026-12-24T17:00+01:00", "2026-12-28T08:00+01:00"},  // Christmas and a weekend
      {"2026-04-01T16:30+02:00", "2026-04-07T08:00+02:00"},  // Easter
      {"2026-03-27T20:00+01:00", "2026-03-30T08:00+02:00"},  // clock put forward in between
      {"2026-10-23T20:00+02:00", "2026-10-26T08:00+01:00"},  // clock put back
  };
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(iso(denmark().next_opening(at(row.at))) == iso(at(row.opens)));
  }
  // 1 May is a working day in Denmark and none in Norway; 2 and 3 May 2026 are a weekend
  CHECK(denmark().is_open(at("2026-05-01T10:00+02:00")));
  CHECK(iso(norway().next_opening(at("2026-05-01T10:00+02:00"))) == iso(at("2026-05-04T08:00+02:00")));
}

TEST_CASE("Working time is counted while it is open only") {
  struct Row {
    const char* at;
    std::chrono::minutes amount;
    const char* then;
  };
  const Row rows[] = {
      {"2026-11-20T10:00+01:00", 30min, "2026-11-20T10:30+01:00"},
      {"2026-11-20T15:45+01:00", 30min, "2026-11-23T08:15+01:00"},
      {"2026-11-20T15:30+01:00", 30min, "2026-11-23T08:00+01:00"},  // ends at closing: never in closed time
      {"2026-11-21T12:00+01:00", 30min, "2026-11-23T08:30+01:00"},  // begun on a Saturday
      {"2026-11-20T08:00+01:00", 8h + 8h + 1min, "2026-11-24T08:01+01:00"},
      {"2026-11-20T10:00+01:00", 0min, "2026-11-20T10:00+01:00"},
      {"2026-11-20T18:00+01:00", -30min, "2026-11-23T08:00+01:00"},
      {"2026-03-27T15:30+01:00", 60min, "2026-03-30T08:30+02:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at, row.amount.count());
    CHECK(iso(denmark().add_working(at(row.at), row.amount)) == iso(at(row.then)));
  }
}

TEST_CASE("A night shift gains and loses an hour with the clock") {
  WorkingHours night;
  night.opens = 0h;
  night.closes = 6h;
  night.weekdays = 0b1111111;
  const WorkingTime time{night, zone("Europe/Copenhagen")};
  // 29 March 2026 has five hours before six, 25 October seven
  CHECK(iso(time.add_working(at("2026-03-29T00:00+01:00"), 5h)) == iso(at("2026-03-30T00:00+02:00")));
  CHECK(iso(time.add_working(at("2026-10-25T00:00+02:00"), 6h)) == iso(at("2026-10-25T05:00+01:00")));
}

TEST_CASE("A whole day of opening leaves no gap at midnight") {
  WorkingHours whole;
  whole.opens = 0h;
  whole.closes = 24h;
  whole.weekdays = 0b1111111;
  const WorkingTime time{whole, zone("Europe/Oslo")};
  CHECK(time.is_open(at("2026-11-20T23:59:59.999+01:00")));
  CHECK(time.is_open(at("2026-11-21T00:00+01:00")));
  CHECK(iso(time.add_working(at("2026-03-28T12:00+01:00"), 24h)) == iso(at("2026-03-29T13:00+02:00")));
}

TEST_CASE("Hours that are never open count as always open") {
  WorkingHours never = hours("DK");
  never.weekdays = 0;
  WorkingHours backwards = hours("DK");
  backwards.opens = 16h;
  backwards.closes = 8h;
  const Instant night = at("2026-12-25T03:00:00Z");
  for (const WorkingHours& slip : {never, backwards}) {
    const WorkingTime time{slip, zone("Europe/Copenhagen")};
    CHECK(time.is_open(night));
    CHECK(time.next_opening(night) == night);
    CHECK(time.add_working(night, 30min) == night + 30min);
    CHECK(time.earliest_slot(night + 1min, 45min) == night + 15min);
  }
}

TEST_CASE("A meeting is proposed on a full quarter and ends before closing") {
  struct Row {
    const char* from;
    std::chrono::minutes length;
    const char* start;
  };
  const Row rows[] = {
      {"2026-11-20T10:00+01:00", 45min, "2026-11-20T10:00+01:00"},
      {"2026-11-20T10:01+01:00", 45min, "2026-11-20T10:15+01:00"},
      {"2026-11-20T15:15+01:00", 45min, "2026-11-20T15:15+01:00"},
      {"2026-11-20T15:16+01:00", 45min, "2026-11-23T08:00+01:00"},
      {"2026-11-20T17:00+01:00", 8h, "2026-11-23T08:00+01:00"},
      {"2026-11-20T17:00+01:00", 9h, "2026-11-23T08:00+01:00"},  // longer than a day of work
      {"2026-12-23T15:50+01:00", 45min, "2026-12-24T08:00+01:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from, row.length.count());
    CHECK(iso(denmark().earliest_slot(at(row.from), row.length)) == iso(at(row.start)));
  }
}

TEST_CASE("Working time over twelve years is monotone and idempotent and never in closed time") {
  std::mt19937 random{2026};  // the same every time
  const Instant first = at("2024-01-01T00:00:00Z");
  const Instant last = at("2035-12-31T00:00:00Z");
  std::uniform_int_distribution<std::int64_t> moment{0, (last - first).count()};
  std::uniform_int_distribution<int> amount{0, 3 * 8 * 60};
  for (const WorkingTime& time : {denmark(), norway()})
    for (int i = 0; i < 4000; ++i) {
      const Instant from = first + Millis{moment(random)};
      const Instant later = from + Millis{moment(random) % Millis{96h}.count()};
      const std::chrono::minutes some{amount(random)};
      const std::chrono::minutes more{amount(random)};
      CAPTURE(iso(from), iso(later), some.count(), more.count());
      const Instant opening = time.next_opening(from);
      REQUIRE(opening >= from);
      REQUIRE(time.is_open(opening));
      REQUIRE(time.next_opening(opening) == opening);
      REQUIRE(time.next_opening(later) >= opening);
      REQUIRE(time.is_open(from) == (opening == from));
      const Instant then = time.add_working(from, some);
      REQUIRE(time.is_open(then));
      REQUIRE(then >= from + some);
      REQUIRE(time.add_working(later, some) >= then);
      REQUIRE(time.add_working(from, some + more) == time.add_working(then, more));
    }
}

TEST_CASE("Nobody works on a holiday between 2024 and 2035") {
  const std::pair<const char*, WorkingTime> places[] = {{"DK", denmark()}, {"NO", norway()}};
  for (const auto& [country, time] : places)
    for (int year = 2024; year <= 2035; ++year)
      for (const CivilDate& holiday : public_holidays(country, std::chrono::year{year}))
        for (const auto hour : {0h, 8h, 12h, 23h}) {
          CAPTURE(country, iso(holiday));
          REQUIRE_FALSE(time.is_open(zone("Europe/Oslo").earliest(midnight(holiday) + hour)));
        }
}

}  // namespace
}  // namespace varsel::incident
