#include <random>
#include <sstream>

#include "adapters/calendar/invitation.h"
#include "adapters/mail/submit.h"
#include "base/text.h"
#include "tests/catch.h"
#include "tests/unit/adapters/mail_peers.h"

namespace varsel::adapters::calendar {
namespace {

using namespace std::string_literals;
using nlohmann::json;

mail::Address address(std::string_view spec, std::string_view name = {}) {
  return mail::Address::make(spec, name).value();
}
Instant at(std::string_view text) {
  return parse_instant(text).value();
}

Meeting meeting() {
  return {.uid = "0a1b2c3d-4e5f@varsel.example.org",
          .sequence = 0,
          .stamp = at("2026-11-21T09:02:03Z"),
          .organizer = address("varsel@example.org", "Varsel"),
          .attendees = {address("it@example.com", "IT-vakt"), address("dpo@example.com")},
          .summary = "Beredskapsmøte",
          .description = "Møtet gjelder en sak i Varsel.\nÅpne tavlen for å lese mer; ta med PC, lader.",
          .location = "Rådhuset, møterom 3",
          .start = at("2026-11-21T10:00:00Z"),
          .duration = std::chrono::minutes{45},
          .zone = Zone::find("Europe/Oslo").value()};
}

// Sent as a mail, and read by mailparser and ical.js.
json seen(const Meeting& what, const mail::CalendarPart& part) {
  const mail::TemporaryFolder folder;
  const mail::Mail sent = mail::compose({.from = what.organizer,
                                         .to = what.attendees.front(),
                                         .subject = "Innkalling",
                                         .date = what.stamp,
                                         .message_id = "7@varsel.example.org",
                                         .language = Locale::nb,
                                         .text = "Du er innkalt.\n",
                                         .html = "<p>Du er innkalt.</p>",
                                         .calendar = part})
                              .value();
  REQUIRE(mail::folder_submission(folder.path())->submit(sent).outcome == mail::Outcome::delivered);
  json found = mail::checked_mail(folder.path() / "7@varsel.example.org.eml");
  CHECK(found["faults"] == json::array());
  CHECK(found["from"]["address"] == what.organizer.reveal());
  return found;
}

TEST_CASE("An invitation is read by independent programs as it was meant") {
  const Meeting what = meeting();
  const json found = seen(what, request(what).value());
  CHECK(found["media_types"] ==
        json{"multipart/mixed; boundary=\"=_varsel_mixed\"", "multipart/alternative; boundary=\"=_varsel_alternative\"",
             "text/plain; charset=utf-8", "text/html; charset=utf-8", "text/calendar; charset=utf-8; method=REQUEST",
             "application/ics; name=\"invite.ics\""});
  const json& event = found["calendar"];
  CHECK(event["version"] == "2.0");
  CHECK(event["prodid"] == "-//Varsel//Varsel//EN");
  CHECK(event["method"] == "REQUEST");
  CHECK(event["uid"] == what.uid);
  CHECK(event["sequence"] == 0);
  CHECK(event["dtstamp"] == "2026-11-21T09:02:03Z");
  CHECK(event["status"] == "CONFIRMED");
  CHECK(event["class"] == "PRIVATE");
  CHECK(event["summary"] == what.summary);
  CHECK(event["description"] == what.description);
  CHECK(event["location"] == what.location);
  CHECK(event["organizer"] == "mailto:varsel@example.org");
  CHECK(event["zone"] == "Europe/Oslo");
  CHECK(event["start"] == "2026-11-21T10:00:00Z");
  CHECK(event["end"] == "2026-11-21T10:45:00Z");
  CHECK(event["alarms"] == json{"-PT15M"});
  CHECK(event["attendees"][0] == json{{"address", "mailto:it@example.com"},
                                      {"name", "IT-vakt"},
                                      {"partstat", "NEEDS-ACTION"},
                                      {"rsvp", "TRUE"},
                                      {"role", "REQ-PARTICIPANT"}});
  CHECK(event["attendees"][1]["address"] == "mailto:dpo@example.com");
  CHECK(event["attendees"].size() == 2);
}

TEST_CASE("A change keeps the UID and raises the sequence and a cancellation says so") {
  const Meeting first = meeting();
  Meeting moved = revised(first, at("2026-11-21T09:30:00Z"));
  moved.start = at("2026-11-22T10:00:00Z");
  const json change = seen(moved, request(moved).value())["calendar"];
  CHECK(change["uid"] == first.uid);
  CHECK(change["sequence"] == 1);
  CHECK(change["dtstamp"] == "2026-11-21T09:30:00Z");
  CHECK(change["start"] == "2026-11-22T10:00:00Z");

  const Meeting off = revised(moved, at("2026-11-21T09:45:00Z"));
  const json cancelled = seen(off, cancel(off).value())["calendar"];
  CHECK(cancelled["method"] == "CANCEL");
  CHECK(cancelled["uid"] == first.uid);
  CHECK(cancelled["sequence"] == 2);
  CHECK(cancelled["status"] == "CANCELLED");
  CHECK(cancelled["alarms"] == json::array());
  CHECK(cancelled["attendees"].size() == 2);
  CHECK(cancelled["attendees"][0]["rsvp"] == nullptr);
}

TEST_CASE("A meeting starts at its moment in every zone and on the nights when the clock changes") {
  struct Row {
    const char* zone;
    const char* start;
    bool local;
  };
  const Row rows[] = {
      {"Europe/Copenhagen", "2026-07-01T08:00:00Z", true},
      {"Europe/Oslo", "2026-03-29T00:59:00Z", true},
      {"Europe/Oslo", "2026-03-29T01:00:00Z", true},
      {"Europe/Oslo", "2026-10-25T00:30:00Z", false},  // 02:30 for the first time that night

      {"Europe/Oslo", "2026-10-25T01:30:00Z", false},  // 02:30 for the second time that night
      {"Europe/Copenhagen", "2026-10-25T02:00:00Z", true},
      {"Atlantic/Faroe", "2026-12-01T08:00:00Z", true},
      {"Atlantic/Reykjavik", "2026-12-01T08:00:00Z", true},
      {"UTC", "2026-12-01T08:00:00Z", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.zone, row.start);
    Meeting what = meeting();
    what.zone = Zone::find(row.zone).value();
    what.start = at(row.start);
    const json event = seen(what, request(what).value())["calendar"];
    CHECK(event["start"] == row.start);
    CHECK(event["zone"] == (row.local ? json(row.zone) : json(nullptr)));
  }
}

TEST_CASE("Folded lines have 75 octets and split no character") {
  for (int shift = 0; shift < 4; ++shift) {
    Meeting what = meeting();
    what.summary = std::string(static_cast<std::size_t>(shift), 'x');
    for (int i = 0; i < 60; ++i) what.summary += "ø€\xf0\x9f\x98\x80";
    what.attendees = {address("a@example.com", what.summary)};
    const std::string ics = request(what).value().ics;
    std::istringstream lines(ics);
    for (std::string line; std::getline(lines, line);) {
      REQUIRE(line.back() == '\r');
      line.pop_back();
      CHECK(line.size() <= 75);
      CHECK(is_utf8(line));
    }
    CHECK(seen(what, request(what).value())["calendar"]["summary"] == what.summary);
  }
}

TEST_CASE("Whatever a text or a name holds it stays a text or a name") {
  for (const std::string& text :
       {"a\\n;b,c\\"s, "END:VEVENT"s, "\"quoted\" ^ caret ^n ^'"s, "semi;colon:and,comma"s, "=?x"s}) {
    CAPTURE(text);
    Meeting what = meeting();
    what.summary = what.location = what.description = text;
    const std::string name = text.find('\\') == std::string::npos ? text : "Vakt";  // which ical.js takes for an escape
    what.attendees = {address("o'neil+x=1&y%2?#/z@example.com", name)};
    const json event = seen(what, request(what).value())["calendar"];
    CHECK(event["summary"] == text);
    CHECK(event["location"] == text);
    CHECK(event["description"] == text);
    CHECK(event["attendees"].size() == 1);
    CHECK(event["attendees"][0]["name"] == name);
    CHECK(event["attendees"][0]["address"] == "mailto:o'neil+x%3d1%26y%252%3f%23%2fz@example.com");
  }
}

TEST_CASE("A meeting that cannot be announced is refused") {
  const auto refused = [](auto change) {
    Meeting what = meeting();
    change(what);
    return !request(what).has_value() && !cancel(what).has_value();
  };
  CHECK_FALSE(refused([](Meeting&) {}));
  CHECK(refused([](Meeting& what) { what.uid = ""; }));
  CHECK(refused([](Meeting& what) { what.uid = "x\r\nATTENDEE:mailto:evil@example.org"; }));
  CHECK(refused([](Meeting& what) { what.uid = std::string(201, 'x'); }));
  CHECK(refused([](Meeting& what) { what.sequence = -1; }));
  CHECK(refused([](Meeting& what) { what.attendees.clear(); }));
  CHECK(refused([](Meeting& what) { what.summary = ""; }));
  CHECK(refused([](Meeting& what) { what.summary = "a\r\nATTENDEE:mailto:evil@example.org"; }));
  CHECK(refused([](Meeting& what) { what.location = "a\nb"; }));
  CHECK(refused([](Meeting& what) { what.description = "a\0b"s; }));
  CHECK(refused([](Meeting& what) { what.description = "bad \xff"; }));
  CHECK(refused([](Meeting& what) { what.description = std::string(4001, 'x'); }));
  CHECK(refused([](Meeting& what) { what.duration = std::chrono::minutes{0}; }));
  CHECK(refused([](Meeting& what) { what.duration = std::chrono::days{8}; }));
}

std::string reply_text(const std::string& attendee, const std::string& uid = meeting().uid,
                       const std::string& sequence = "0") {
  return "BEGIN:VCALENDAR\r\nPRODID:-//Example//Mail//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" + uid +
         "\r\nSEQUENCE:" + sequence +
         "\r\nDTSTAMP:20261121T091500Z\r\nDTSTART:20261121T100000Z\r\nORGANIZER:mailto:varsel@example.org\r\n" +
         attendee + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

TEST_CASE("An answer tells who takes part") {
  struct Row {
    const char* attendee;
    Participation participation;
  };
  const Row rows[] = {
      {"ATTENDEE;PARTSTAT=ACCEPTED:mailto:it@example.com", Participation::accepted},
      {"ATTENDEE;PARTSTAT=DECLINED;CN=\"Vakt; IT\":MAILTO:IT@Example.com", Participation::declined},
      {"ATTENDEE;PARTSTAT=TENTATIVE:mailto:it%40example.com", Participation::tentative},
      {"ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:x@example.com\":mailto:it@example.com",
       Participation::delegated},
      {"ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:it@example.com", Participation::needs_action},
      {"ATTENDEE;PARTSTAT=X-LATER:mailto:it@example.com", Participation::needs_action},
  };
  for (const Row& row : rows) {
    CAPTURE(row.attendee);
    const auto reply = read_reply(reply_text(row.attendee));
    REQUIRE(reply.has_value());
    CHECK(reply->participation == row.participation);
    CHECK(reply->uid == meeting().uid);
    CHECK(accept(*reply, meeting()).has_value());
  }
}

TEST_CASE("An answer counts for the meeting and the revision that it answers") {
  const std::string accepted = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:it@example.com";
  const auto outcome = [](const std::string& text, const Meeting& what) {
    const auto accepted_or_not = accept(read_reply(text).value(), what);
    return accepted_or_not ? std::optional<ErrorCode>() : accepted_or_not.error().code;
  };
  CHECK(outcome(reply_text(accepted), meeting()) == std::nullopt);
  CHECK(outcome(reply_text(accepted), revised(meeting(), at("2026-11-21T10:00:00Z"))) == ErrorCode::conflict);
  CHECK(outcome(reply_text(accepted, meeting().uid, "7"), meeting()) == ErrorCode::conflict);
  CHECK(outcome(reply_text(accepted, "another@varsel.example.org"), meeting()) == ErrorCode::not_found);
  CHECK(outcome(reply_text("ATTENDEE;PARTSTAT=ACCEPTED:mailto:evil@example.com"), meeting()) == ErrorCode::not_found);
}

TEST_CASE("What is not an answer is refused whatever it is") {
  const std::string accepted = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:it@example.com";
  std::string nested;
  while (nested.size() < 60000) nested += "BEGIN:VEVENT\r\n";
  const std::string rows[] = {
      "",
      "hello",
      "\0\0"s,
      reply_text(accepted) + "\0"s,
      reply_text("ATTENDEE;PARTSTAT=ACCEPTED:mailto:\xff@example.com"),
      reply_text(""),
      reply_text("ATTENDEE:mailto:it@example.com"),
      reply_text("ATTENDEE;PARTSTAT=ACCEPTED:it@example.com"),
      reply_text("ATTENDEE;PARTSTAT=ACCEPTED:mailto:"),
      reply_text("ATTENDEE;PARTSTAT=ACCEPTED:mailto:it%0d%0a@example.com"),
      reply_text("ATTENDEE;PARTSTAT=ACCEPTED:https://example.com/"),
      reply_text(accepted + "\r\n" + accepted),
      reply_text(accepted, ""),
      reply_text(accepted, "a b"),
      reply_text(accepted, std::string(300, 'x')),
      reply_text(accepted) + reply_text(accepted),
      "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:x\r\n" + accepted +
          "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n",
      "BEGIN:VEVENT\r\nMETHOD:REPLY\r\nUID:x\r\n" + accepted + "\r\nEND:VEVENT\r\n",
      "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n" + nested,
      nested,
      std::string(64 * 1024 + 1, 'x'),
      std::string(64 * 1024, '\n'),
      std::string(64 * 1024, ';'),
  };
  for (const std::string& row : rows) {
    CAPTURE(row.substr(0, 300));
    CHECK_FALSE(read_reply(row).has_value());
  }
}

TEST_CASE("Damaged answers are read or refused and nothing else happens") {
  const std::string whole = reply_text("ATTENDEE;PARTSTAT=ACCEPTED;CN=\"Vakt\":mailto:it@example.com");
  std::mt19937 random(20261121);
  int read = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string damaged = whole;
    for (int change = 0; change < 3; ++change) {
      const std::size_t place = random() % damaged.size();
      switch (random() % 3) {
        case 0:
          damaged[place] = static_cast<char>(random());
          break;
        case 1:
          damaged.erase(place, random() % 20);
          break;
        case 2:
          damaged.insert(place, damaged.substr(random() % damaged.size(), random() % 40));
          break;
      }
    }
    if (read_reply(damaged)) ++read;
  }
  CHECK(read > 0);
  CHECK(read < 3000);
}

}  // namespace
}  // namespace varsel::adapters::calendar
