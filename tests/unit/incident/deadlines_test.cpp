#include "incident/deadlines.h"

#include <set>

#include "tests/catch.h"
#include "tests/unit/incident/builders.h"

namespace varsel::incident {
namespace {

using namespace test;
using namespace std::chrono_literals;

const std::vector<std::string> kBoth{"gdpr", "nis2"};

struct Vector {
  const char* aware;
  const char* zone;
  const char* country;
  const char* strict;
  const char* hour_rounded;
  const char* contested;
};
// Worked by hand from Regulation 1182/71: weekends, two clock changes, Christmas, Easter, Ascension Day and 17 May.
const Vector kVectors[] = {
    {"2026-11-16T10:20+01:00", "Europe/Copenhagen", "DK", "2026-11-19T10:20+01:00", "2026-11-19T11:00+01:00",
     "2026-11-19T11:00+01:00"},
    {"2026-11-20T14:10+01:00", "Europe/Copenhagen", "DK", "2026-11-23T14:10+01:00", "2026-11-23T15:00+01:00",
     "2026-11-25T00:00+01:00"},
    {"2026-03-27T14:30+01:00", "Europe/Copenhagen", "DK", "2026-03-30T15:30+02:00", "2026-03-30T16:00+02:00",
     "2026-04-01T00:00+02:00"},
    {"2026-10-23T16:45+02:00", "Europe/Oslo", "NO", "2026-10-26T15:45+01:00", "2026-10-26T16:00+01:00",
     "2026-10-28T00:00+01:00"},
    {"2026-12-23T09:05+01:00", "Europe/Copenhagen", "DK", "2026-12-26T09:05+01:00", "2026-12-26T10:00+01:00",
     "2026-12-29T00:00+01:00"},
    {"2027-03-24T15:00+01:00", "Europe/Oslo", "NO", "2027-03-27T15:00+01:00", "2027-03-27T16:00+01:00",
     "2027-04-01T00:00+02:00"},
    {"2026-05-13T11:59+02:00", "Europe/Oslo", "NO", "2026-05-16T11:59+02:00", "2026-05-16T12:00+02:00",
     "2026-05-19T00:00+02:00"},
    {"2026-10-25T02:30+02:00", "Europe/Copenhagen", "DK", "2026-10-28T01:30+01:00", "2026-10-28T02:00+01:00",
     "2026-10-28T02:00+01:00"},
};

TEST_CASE("72 hours are counted in UTC and the other readings are only for information") {
  for (const Vector& row : kVectors) {
    CAPTURE(row.aware, row.zone);
    const Readings found = readings(at(row.aware), zone(row.zone), row.country);
    CHECK(iso(found.strict) == iso(at(row.strict)));
    CHECK(iso(found.hour_rounded) == iso(at(row.hour_rounded)));
    CHECK(iso(found.contested) == iso(at(row.contested)));
    const auto due = deadlines(at(row.aware), zone(row.zone), {"gdpr"}, day("2026-11-16"));
    REQUIRE(due.size() == 1);
    CHECK(due[0].duty == "notify_authority");
    CHECK(due[0].due == found.strict);
  }
}

TEST_CASE("No reading is ever earlier than the one that is counted") {
  const Zone copenhagen = zone("Europe/Copenhagen");
  for (Instant aware = at("2026-01-01T00:17:00Z"); aware < at("2027-01-01T00:00:00Z"); aware += 5h) {
    const Readings found = readings(aware, copenhagen, "DK");
    REQUIRE(found.strict == aware + 72h);
    REQUIRE(found.hour_rounded > found.strict);
    REQUIRE(found.hour_rounded <= found.strict + 1h);
    REQUIRE(found.contested >= found.hour_rounded);
  }
}

TEST_CASE("Both regimes run in parallel and the earliest comes first") {
  // NIS2 Art. 23(4): early warning 24 h, notification 72 h, final report one month after the notification
  const Instant aware = at("2026-11-20T13:10:00Z");
  const auto due = deadlines(aware, zone("Europe/Copenhagen"), kBoth, day("2026-11-20"));
  REQUIRE(due.size() == 4);
  CHECK(due[0].duty == "early_warning");
  CHECK(due[0].due == aware + 24h);
  CHECK(due[1].duty == "notify_authority");
  CHECK(due[1].due == aware + 72h);
  CHECK(due[2].duty == "incident_notification");
  CHECK(due[2].due == aware + 72h);
  CHECK(due[3].duty == "final_report");
  // not notified yet: from the last moment to notify, 23 November
  CHECK(iso(due[3].due) == "2026-12-23T23:00:00.000Z");
}

TEST_CASE("One month ends with the same date of the next month or with its last day") {
  // Regulation 1182/71 art. 3(2)(c)
  struct Row {
    const char* notified;
    const char* ends;
  };
  const Row rows[] = {
      {"2026-11-20T09:00+01:00", "2026-12-21T00:00+01:00"},
      {"2026-11-20T00:00+01:00", "2026-12-21T00:00+01:00"},
      {"2026-11-20T23:59+01:00", "2026-12-21T00:00+01:00"},
      {"2027-01-31T12:00+01:00", "2027-03-01T00:00+01:00"},  // no 31 February
      {"2028-01-30T12:00+01:00", "2028-03-01T00:00+01:00"},  // 29 February exists in 2028
      {"2026-12-31T12:00+01:00", "2027-02-01T00:00+01:00"},
      {"2026-03-05T12:00+01:00", "2026-04-06T00:00+02:00"},  // over the clock change
      {"2026-10-31T12:00+01:00", "2026-12-01T00:00+01:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.notified);
    const Instant notified = at(row.notified);
    const auto due = deadlines(notified - 20h, zone("Europe/Copenhagen"), {"nis2"}, day("2026-11-20"), notified);
    REQUIRE(due.size() == 3);
    CHECK(due[2].duty == "final_report");
    CHECK(iso(due[2].due) == iso(at(row.ends)));
  }
}

TEST_CASE("A rule counts only while it is in force") {
  const Instant aware = at("2025-06-30T10:00:00Z");
  const Zone copenhagen = zone("Europe/Copenhagen");
  CHECK(deadlines(aware, copenhagen, kBoth, day("2018-05-24")).empty());
  CHECK(deadlines(aware, copenhagen, kBoth, day("2018-05-25")).size() == 1);
  CHECK(deadlines(aware, copenhagen, kBoth, day("2025-06-30")).size() == 1);
  CHECK(deadlines(aware, copenhagen, kBoth, day("2025-07-01")).size() == 4);
  CHECK(deadlines(aware, copenhagen, {}, day("2026-11-20")).empty());
  CHECK(deadlines(aware, copenhagen, {"dora"}, day("2026-11-20")).empty());
}

TEST_CASE("Every rule has one length and its article and source and an id of its own") {
  std::set<std::string_view> ids;
  for (const DeadlineRule& rule : deadline_rules()) {
    CAPTURE(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK((rule.hours > 0h) != (rule.months > std::chrono::months{0}));
    CHECK_FALSE(rule.article.empty());
    CHECK_FALSE(rule.quote.empty());
    CHECK(rule.source.starts_with("https://eur-lex.europa.eu/"));
    CHECK(rule.from.ok());
  }
}

TEST_CASE("People are reminded before the 72 hours are over and reasons are needed after them") {
  const Instant aware = at("2026-03-27T13:30:00Z");
  const std::chrono::hours expected[] = {24h, 48h, 60h, 71h};
  const auto found = reminders(aware);
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i].after == expected[i]);
    CHECK(found[i].at == aware + expected[i]);
  }
  // Art. 33(1): "Where the notification to the supervisory authority is not made within 72 hours, it shall be
  // accompanied by reasons for the delay."
  CHECK_FALSE(needs_delay_reason(aware, aware + 72h));
  CHECK(needs_delay_reason(aware, aware + 72h + 1ms));
}

}  // namespace
}  // namespace varsel::incident
