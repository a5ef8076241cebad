#include "adapters/page/mail_view.h"
#include "tests/catch.h"

using namespace varsel;
using namespace varsel::adapters::page;

TEST_CASE("A plain mail is read with its headers decoded") {
  const MailView mail = read_mail(
      "From: =?UTF-8?Q?Varsel_p=C3=A5_vakt?= <varsel@example.org>\r\n"
      "To: dpo@example.org\r\n"
      "Subject: =?UTF-8?B?TcO4ZGU=?=\r\n =?UTF-8?Q?_i_gruppen?=\r\n"
      "Content-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
      "Kj=C3=A6re mottaker, dette er en lang=\r\n linje.\r\n");
  CHECK(mail.from == "Varsel på vakt <varsel@example.org>");
  CHECK(mail.to == "dpo@example.org");
  CHECK(mail.subject == "Møde i gruppen");
  CHECK(mail.text == "Kjære mottaker, dette er en lang linje.");
  CHECK_FALSE(mail.invitation);
}

TEST_CASE("An invitation is read in words and in the zone it was made for") {
  const MailView mail = read_mail(
      "Subject: x\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n"
      "--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVq\r\n"
      "--b\r\nContent-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\n"
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\n"
      "BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\n"
      "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
      "DTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
      "END:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
      "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261121T091200Z\r\nDTSTART;TZID=Europe/Oslo:20261201T100000\r\n"
      "DTEND;TZID=Europe/Oslo:20261201T110000\r\nSUMMARY:Møte\\, gruppen\r\nLOCATION:Rom 2\r\n"
      "ORGANIZER;CN=Varsel:mailto:varsel@example.org\r\nATTENDEE;CN=\"DPO\":mailto:dpo@example.org\r\n"
      "ATTENDEE:mailto:it@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n");
  CHECK(mail.text == "Hej");
  REQUIRE(mail.invitation);
  CHECK_FALSE(mail.invitation->cancelled);
  CHECK(mail.invitation->summary == "Møte, gruppen");
  CHECK(mail.invitation->location == "Rom 2");
  CHECK(mail.invitation->organizer == "Varsel <varsel@example.org>");
  CHECK(mail.invitation->attendees == std::vector<std::string>{"DPO <dpo@example.org>", "it@example.org"});
  REQUIRE(mail.invitation->start);
  CHECK(iso(*mail.invitation->start) == "2026-12-01T09:00:00.000Z");
  CHECK(iso(mail.invitation->end.value()) == "2026-12-01T10:00:00.000Z");
}

TEST_CASE("An invitation with a duration has an end") {
  const MailView mail = read_mail(
      "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\n"
      "DTSTAMP:20261121T091200Z\r\nDTSTART:20261201T090000Z\r\nDURATION:PT45M\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  REQUIRE(mail.invitation);
  CHECK(iso(mail.invitation->end.value()) == "2026-12-01T09:45:00.000Z");
}

TEST_CASE("A damaged mail is shown as far as it can be read") {
  for (const char* raw :
       {"", "Subject", "Subject: =?UTF-8?", "Subject: =?UTF-8?B?", "Content-Type: multipart/mixed\n\n--\n",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=b\n\n--b",
        "Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:nonsense\n",
        "Content-Transfer-Encoding: quoted-printable\n\n=\n=4", "Content-Transfer-Encoding: base64\n\n===\xff"})
    CHECK_NOTHROW(read_mail(raw));
  CHECK(read_mail("Subject: plain =?\n\nbody").subject == "plain =?");
}
