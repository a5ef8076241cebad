#include "base/time.h"

#include <string>
#include <thread>
#include <vector>

#include "tests/catch.h"

namespace varsel {
namespace {

Zone zone(std::string_view name) {
  return Zone::find(name).value();
}
Instant at(std::string_view text) {
  return parse_instant(text).value();
}
LocalTime wall(std::string_view text) {
  return parse_local(text).value();
}

TEST_CASE("A wall clock means one moment or none or two") {
  struct Row {
    const char* zone;
    const char* wall;
    LocalMapping::Kind kind;
    const char* earlier;
    const char* later;
  };
  using Kind = LocalMapping::Kind;
  const Row rows[] = {
      {"Europe/Copenhagen", "2026-01-15T12:00", Kind::unique, "2026-01-15T11:00:00Z", "2026-01-15T11:00:00Z"},
      {"Europe/Copenhagen", "2026-07-15T12:00", Kind::unique, "2026-07-15T10:00:00Z", "2026-07-15T10:00:00Z"},
      // 29 March 2026: 02:00 becomes 03:00 at 01:00 UTC
      {"Europe/Copenhagen", "2026-03-29T01:59:59", Kind::unique, "2026-03-29T00:59:59Z", "2026-03-29T00:59:59Z"},
      {"Europe/Copenhagen", "2026-03-29T02:00", Kind::gap, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z"},
      {"Europe/Copenhagen", "2026-03-29T02:30", Kind::gap, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z"},
      {"Europe/Oslo", "2026-03-29T02:59:59", Kind::gap, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z"},
      {"Europe/Oslo", "2026-03-29T03:00", Kind::unique, "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z"},
      // 25 October 2026: 03:00 becomes 02:00 at 01:00 UTC
      {"Europe/Oslo", "2026-10-25T01:59:59", Kind::unique, "2026-10-24T23:59:59Z", "2026-10-24T23:59:59Z"},
      {"Europe/Oslo", "2026-10-25T02:00", Kind::overlap, "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"},
      {"Europe/Copenhagen", "2026-10-25T02:59:59", Kind::overlap, "2026-10-25T00:59:59Z", "2026-10-25T01:59:59Z"},
      {"Europe/Copenhagen", "2026-10-25T03:00", Kind::unique, "2026-10-25T02:00:00Z", "2026-10-25T02:00:00Z"},
      // far beyond the table, where only the rule is left
      {"Europe/Copenhagen", "2099-03-29T02:30", Kind::gap, "2099-03-29T01:00:00Z", "2099-03-29T01:00:00Z"},
      // half an hour of change
      {"Australia/Lord_Howe", "2026-04-05T01:45", Kind::overlap, "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"},
      {"Australia/Lord_Howe", "2026-10-04T02:15", Kind::gap, "2026-10-03T15:30:00Z", "2026-10-03T15:30:00Z"},
      // a whole day that was skipped
      {"Pacific/Apia", "2011-12-30T12:00", Kind::gap, "2011-12-30T10:00:00Z", "2011-12-30T10:00:00Z"},
      {"UTC", "2026-03-29T02:30", Kind::unique, "2026-03-29T02:30:00Z", "2026-03-29T02:30:00Z"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone, row.wall);
    const LocalMapping mapping = zone(row.zone).resolve(wall(row.wall));
    CHECK(mapping.kind == row.kind);
    CHECK(iso(mapping.earlier) == iso(at(row.earlier)));
    CHECK(iso(mapping.later) == iso(at(row.later)));
  }
}

TEST_CASE("Every quarter of an hour of 2026 is shown by the clock and found again") {
  int lost = 0;
  for (const char* name : {"Europe/Copenhagen", "Europe/Oslo", "America/Nuuk", "Atlantic/Faroe"}) {
    const Zone place = zone(name);
    for (Instant t = at("2026-01-01T00:00:00Z"); t < at("2027-01-01T00:00:00Z"); t += std::chrono::minutes{15}) {
      const LocalMapping mapping = place.resolve(place.local(t));
      const bool found = mapping.kind != LocalMapping::Kind::gap && (mapping.earlier == t || mapping.later == t);
      if (!found) UNSCOPED_INFO(name << " " << iso(t));
      lost += found ? 0 : 1;
    }
  }
  CHECK(lost == 0);
}

TEST_CASE("A zone knows its offset and shows the wall clock") {
  const Zone oslo = zone("Europe/Oslo");
  CHECK(oslo.offset(at("2026-03-29T00:59:59.999Z")) == std::chrono::hours{1});
  CHECK(oslo.offset(at("2026-03-29T01:00:00Z")) == std::chrono::hours{2});
  CHECK(iso(oslo.local(at("2026-03-29T01:00:00.999Z"))) == "2026-03-29T03:00:00");
  CHECK(iso(oslo.local(at("1969-12-31T23:59:59.500Z"))) == "1970-01-01T00:59:59");
  CHECK(Zone::utc().offset(at("2026-07-01T00:00:00Z")) == std::chrono::seconds{0});
}

TEST_CASE("Only names of the IANA database are zones") {
  CHECK(zone("Europe/Copenhagen").name() == "Europe/Copenhagen");
  CHECK(zone("Europe/Oslo") == zone("Europe/Oslo"));
  CHECK_FALSE(zone("Europe/Oslo") == zone("Europe/Copenhagen"));
  for (const char* name : {"", "Europe/Copenhagn", "europe/oslo", "GMT+1:00", "GMT+25:00", "Etc/Unknown", "\xff\xfe"}) {
    CAPTURE(name);
    REQUIRE_FALSE(Zone::find(name).has_value());
    CHECK(Zone::find(name).error().code == ErrorCode::invalid);
  }
  CHECK_FALSE(Zone::find(std::string_view("Europe/Oslo\0", 12)).has_value());
  CHECK_FALSE(Zone::find(std::string(100000, 'A')).has_value());
}

TEST_CASE("Several threads may ask the same zone") {
  std::vector<std::thread> threads;
  std::vector<std::string> seen(4);
  for (std::string& mine : seen)
    threads.emplace_back([&mine] {
      for (int i = 0; i < 200; ++i)
        mine = iso(zone("Europe/Stockholm").earliest(LocalTime{std::chrono::days{20000 + i}}));
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& mine : seen) CHECK(mine == seen.front());
}

TEST_CASE("Moments and wall clocks are written as ISO 8601") {
  CHECK(iso(at("2026-11-21T09:02:03Z")) == "2026-11-21T09:02:03.000Z");
  CHECK(iso(at("1969-12-31T23:59:59.001Z")) == "1969-12-31T23:59:59.001Z");
  CHECK(iso(at("2026-11-21T09:02:03Z"), zone("Europe/Copenhagen")) == "2026-11-21T10:02:03.000+01:00");
  CHECK(iso(at("2026-10-25T00:30:00Z"), zone("Europe/Copenhagen")) == "2026-10-25T02:30:00.000+02:00");
  CHECK(iso(at("2026-10-25T01:30:00Z"), zone("Europe/Copenhagen")) == "2026-10-25T02:30:00.000+01:00");
  CHECK(iso(at("2026-11-21T09:02:03Z"), zone("America/St_Johns")) == "2026-11-21T05:32:03.000-03:30");
  CHECK(iso(at("2026-11-21T09:02:03Z"), Zone::utc()) == "2026-11-21T09:02:03.000+00:00");
  CHECK(iso(wall("2026-11-21T09:02")) == "2026-11-21T09:02:00");
  CHECK(iso(date_of(wall("2026-11-21T23:59:59"))) == "2026-11-21");
  // an offset that had seconds is cut to minutes, and the text still names the moment
  const Instant old = at("1880-01-01T00:00:00Z");
  CHECK(parse_instant(iso(old, zone("Europe/Copenhagen"))).value() == old);
}

TEST_CASE("Moments are read with their offset and down to the millisecond") {
  struct Row {
    const char* text;
    const char* utc;
  };
  const Row rows[] = {
      {"2026-11-21T09:02:03Z", "2026-11-21T09:02:03.000Z"},
      {"2026-11-21T09:02Z", "2026-11-21T09:02:00.000Z"},
      {"2026-11-21T10:02:03+01:00", "2026-11-21T09:02:03.000Z"},
      {"2026-11-21T05:32:03-03:30", "2026-11-21T09:02:03.000Z"},
      {"2026-11-21T09:02:03.1Z", "2026-11-21T09:02:03.100Z"},
      {"2026-11-21T09:02:03.1239999Z", "2026-11-21T09:02:03.123Z"},
      {"2026-11-21T09:02:03.123456789+00:00", "2026-11-21T09:02:03.123Z"},
      {"2024-02-29T23:59:59Z", "2024-02-29T23:59:59.000Z"},
      {"2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z"},
      {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(iso(at(row.text)) == row.utc);
  }
}

TEST_CASE("What is not exactly a moment is refused") {
  for (const char* text : {"",
                           "2026-11-21",
                           "2026-11-21T09:02:03",
                           "2026-11-21 09:02:03Z",
                           "2026-11-21t09:02:03z",
                           "2026-1-21T09:02:03Z",
                           "2026-02-29T00:00:00Z",
                           "2100-02-29T00:00:00Z",
                           "2026-13-01T00:00:00Z",
                           "2026-00-10T00:00:00Z",
                           "2026-04-31T00:00:00Z",
                           "0000-01-01T00:00:00Z",
                           "2026-11-21T24:00:00Z",
                           "2026-11-21T09:60:00Z",
                           "2026-11-21T09:02:60Z",
                           "2026-11-21T09:02:03.Z",
                           "2026-11-21T09:02:03.1234567890Z",
                           "2026-11-21T09:02.5Z",
                           "2026-11-21T09:02:03+1:00",
                           "2026-11-21T09:02:03+0100",
                           "2026-11-21T09:02:03+24:00",
                           "2026-11-21T09:02:03+01:60",
                           "2026-11-21T09:02:03Z ",
                           " 2026-11-21T09:02:03Z",
                           "2026-11-21T09:02:03ZZ",
                           "+2026-11-21T09:02:03Z",
                           "-026-11-21T09:02:03Z",
                           "2026-11-2\xd9\xa1T09:02:03Z"}) {
    CAPTURE(text);
    const auto parsed = parse_instant(text);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().code == ErrorCode::invalid);
  }
  CHECK_FALSE(parse_instant(std::string_view("2026-11-21T09:02:03Z\0", 21)).has_value());
}

TEST_CASE("Wall clocks are read as a day or to the minute or second") {
  CHECK(iso(wall("2026-11-21")) == "2026-11-21T00:00:00");
  CHECK(iso(wall("2026-11-21T09:02")) == "2026-11-21T09:02:00");
  CHECK(iso(wall("2024-02-29T09:02:03")) == "2024-02-29T09:02:03");
  for (const char* text : {"", "2026", "2026-11", "2026-11-21T", "2026-11-21T09", "2026-11-21T09:02:03Z",
                           "2026-11-21T09:02:03.5", "2025-02-29", "21-11-2026", "2026-11-21 09:02", "2026-11-21x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_local(text).has_value());
  }
}

}  // namespace
}  // namespace varsel
