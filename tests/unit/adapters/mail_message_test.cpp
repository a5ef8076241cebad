#include <fstream>
#include <sstream>

#include "adapters/mail/message.h"
#include "adapters/mail/submit.h"
#include "tests/catch.h"
#include "tests/unit/adapters/mail_peers.h"

namespace varsel::adapters::mail {
namespace {

using namespace std::string_literals;

Address address(std::string_view spec, std::string_view name = {}) {
  return Address::make(spec, name).value();
}

Message plain() {
  return {.from = address("varsel@kommune.example.org", "Varsel"),
          .to = address("adviser@example.com"),
          .subject = "A report waits for you",
          .date = parse_instant("2026-11-21T09:02:03.999Z").value(),
          .message_id = "3f2a.1@varsel.example.org",
          .text = "Open the board to read it.\n"};
}

nlohmann::json checked(const Message& message) {
  const TemporaryFolder folder;
  const Mail mail = compose(message).value();
  REQUIRE(folder_submission(folder.path())->submit(mail).outcome == Outcome::delivered);
  return checked_mail(folder.path() / (message.message_id + ".eml"));
}

TEST_CASE("A plain mail is exactly these bytes") {
  CHECK(compose(plain()).value().bytes.reveal() ==
        "Date: Sat, 21 Nov 2026 09:02:03 +0000\r\n"
        "From: \"Varsel\"\r\n"
        " <varsel@kommune.example.org>\r\n"
        "To: <adviser@example.com>\r\n"
        "Message-ID: <3f2a.1@varsel.example.org>\r\n"
        "Subject: A report waits for you\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "Content-Language: en\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "\r\n"
        "Open the board to read it.\r\n\r\n");
}

TEST_CASE("Only plain mailboxes are addresses") {
  struct Row {
    std::string given;
    std::string kept;  // empty: refused
  };
  const Row rows[] = {
      {"a@b", "a@b"},
      {"first.last+tag@example.org", "first.last+tag@example.org"},
      {"o'neil@example.org", "o'neil@example.org"},
      {"Adviser@EXAMPLE.org", "Adviser@example.org"},
      {"post@blåbærsyltetøy.example", "post@xn--blbrsyltety-y8ao3x.example"},
      {"post@stra\xc3\x9f"
       "e.example",
       "post@xn--strae-oqa.example"},
      {"", ""},
      {"example.org", ""},
      {"@example.org", ""},
      {"a@", ""},
      {"a@b@c", ""},
      {".a@example.org", ""},
      {"a.@example.org", ""},
      {"a..b@example.org", ""},
      {"a b@example.org", ""},
      {"\"a\"@example.org", ""},
      {"a@[127.0.0.1]", ""},
      {"a@example.org.", ""},
      {"a@-example.org", ""},
      {"a@exa mple.org", ""},
      {"a@exa_mple.org", ""},
      {"a@.org", ""},
      {"j\xc3\xb8rn@example.org", ""},
      {"a@example.org\r\nBcc: b@example.org", ""},
      {"a@example.org\nBcc: b@example.org", ""},
      {"a\r\n@example.org", ""},
      {"a@example.org\0"s, ""},
      {"a@example.org>", ""},
      {"<a@example.org>", ""},
      {"a@example.org,b@example.org", ""},
      {"a@\xff.org", ""},
      {std::string(65, 'a') + "@example.org", ""},
      {"a@" + std::string(64, 'b') + ".org", ""},
      {std::string(60, 'a') + "@" + std::string(60, 'b') + "." + std::string(60, 'c') + "." + std::string(60, 'd') +
           "." + std::string(20, 'e'),
       ""},
      {"a@" + std::string(100000, 'b'), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.given);
    const auto made = Address::make(row.given);
    CHECK(made.has_value() == !row.kept.empty());
    if (made) CHECK(made->reveal() == row.kept);
    if (!made) CHECK(made.error().code == ErrorCode::invalid);
    if (!made && row.given.size() > 3) CHECK(made.error().detail.find(row.given) == std::string::npos);
  }
}

TEST_CASE("Nothing can be injected into a header") {
  for (const std::string& hostile :
       {"x\r\nBcc: b@example.org"s, "x\nBcc: b@example.org"s, "x\rBcc: b@example.org"s, "x\r\n\r\n<html>"s, "x\0y"s,
        "x\ty"s, "x\x1b[2J"s, "x\x7f"s, "bad \xff bytes"s, std::string(1001, 'x')}) {
    CAPTURE(hostile);
    Message message = plain();
    message.subject = hostile;
    CHECK_FALSE(compose(message).has_value());
    CHECK_FALSE(Address::make("a@example.org", hostile).has_value());
    message = plain();
    message.message_id = "x@" + hostile;
    CHECK_FALSE(compose(message).has_value());
  }
  for (const std::string& id :
       {""s, "x"s, "@x"s, "x@"s, "x@y>"s, "<x@y>"s, "x y@z"s, "x@y@z"s, "x@" + std::string(200, 'y')}) {
    Message message = plain();
    message.message_id = id;
    CHECK_FALSE(compose(message).has_value());
  }
}

TEST_CASE("Text that is not text or too much is refused") {
  Message message = plain();
  message.text = "bad \xff bytes";
  CHECK_FALSE(compose(message).has_value());
  message.text = std::string(512 * 1024 + 1, 'x');
  CHECK_FALSE(compose(message).has_value());
  message = plain();
  message.html = "\xc3";
  CHECK_FALSE(compose(message).has_value());
  message = plain();
  message.calendar = CalendarPart{"REQUEST", "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n"};
  CHECK_FALSE(compose(message).has_value());
  message.calendar = CalendarPart{"PUBLISH", "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n"};
  CHECK_FALSE(compose(message).has_value());
  message.calendar = CalendarPart{"REQUEST; x=y", "BEGIN:VCALENDAR\r\nMETHOD:REQUEST; x=y\r\nEND:VCALENDAR\r\n"};
  CHECK_FALSE(compose(message).has_value());
}

TEST_CASE("Headers and lines stay short and ASCII whatever is written") {
  Message message = plain();
  std::string letters;
  for (int i = 0; i < 400; ++i) letters += "æ";
  message.from = address("varsel@example.org", letters);
  message.subject = "a" + letters;
  message.text = letters + "\n" + std::string(5000, 'x') + "\n" + std::string(5000, '.') + "\n";
  message.html = "<p>" + letters + "</p>";
  std::istringstream lines(compose(message).value().bytes.reveal());
  for (std::string line; std::getline(lines, line);) {
    REQUIRE(line.back() == '\r');
    CHECK(line.size() - 1 <= 78);
    for (const char c : line) REQUIRE(static_cast<unsigned char>(c) < 0x80);
  }
}

TEST_CASE("Encoded words and soft breaks come out of an independent parser as they went in") {
  const std::string texts[] = {
      "Hændelse på Østergade: læs på den beskyttede side",
      "Hendelse på Sørlandet – les på den beskytta sida",
      "=?UTF-8?B?aGVq?= is not an encoded word",
      "Emoji \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7 and \"quotes\" and \\ and <brackets>, commas; = and _",
      "x" + std::string(200, 'y'),
      "A\xcc\x8apen",
  };
  for (const std::string& text : texts) {
    CAPTURE(text);
    Message message = plain();
    message.subject = text;
    message.to = address("adviser@example.com", text);
    message.text =
        text + "\n\n.\n..leading dots\nFrom here\ntrailing space \ttab\t\n" + std::string(300, 'z') + "\nend";
    message.language = Locale::nn;
    const auto seen = checked(message);
    CHECK(seen["faults"] == nlohmann::json::array());
    const std::string composed = text == "A\xcc\x8apen" ? "\xc3\x85pen" : text;
    CHECK(seen["subject"] == composed);
    CHECK(seen["to"]["name"] == composed);
    CHECK(seen["to"]["address"] == "adviser@example.com");
    CHECK(seen["from"]["address"] == "varsel@kommune.example.org");
    CHECK(seen["text"] == message.text + "\n");
    CHECK(seen["language"] == "nn");
    CHECK(seen["auto_submitted"] == "auto-generated");
    CHECK(seen["message_id"] == "<3f2a.1@varsel.example.org>");
    CHECK(seen["date"] == "2026-11-21T09:02:03.000Z");
  }
}

TEST_CASE("A mail with two forms is an alternative with the richer form last") {
  Message message = plain();
  message.html = "<p lang=\"da\">Åbn tavlen</p>";
  const auto seen = checked(message);
  CHECK(seen["faults"] == nlohmann::json::array());
  CHECK(seen["html"] == "<p lang=\"da\">Åbn tavlen</p>");
  CHECK(seen["media_types"] == nlohmann::json{"multipart/alternative; boundary=\"=_varsel_alternative\"",
                                              "text/plain; charset=utf-8", "text/html; charset=utf-8"});
}

TEST_CASE("The folder holds one whole file for each mail") {
  const TemporaryFolder folder;
  const auto submission = folder_submission(folder.path());
  Message message = plain();
  message.message_id = "../evil/%.1@varsel.example.org";
  CHECK_FALSE(compose(message).has_value());  // a dot-atom has no two dots in a row
  message.message_id = "a/b|c%25@varsel.example.org";
  const Mail mail = compose(message).value();
  CHECK(submission->submit(mail).outcome == Outcome::delivered);
  CHECK(submission->submit(mail).outcome == Outcome::delivered);
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) names.push_back(entry.path().filename());
  CHECK(names == std::vector<std::string>{"a%2fb%7cc%2525@varsel.example.org.eml"});
  CHECK(file_bytes(folder.path() / names.front()) == mail.bytes.reveal());
  CHECK((std::filesystem::status(folder.path() / names.front()).permissions() & std::filesystem::perms::mask) ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("What a kill left half written is removed at the next start and a whole mail is not") {
  const TemporaryFolder folder;
  const Mail mail = compose(plain()).value();
  const auto whole = folder.path() / (plain().message_id + ".eml");
  REQUIRE(folder_submission(folder.path())->submit(mail).outcome == Outcome::delivered);
  std::ofstream(folder.path() / ".mail-k1LLed") << "From: var";
  const auto submission = folder_submission(folder.path());
  std::vector<std::filesystem::path> left;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) left.push_back(entry.path());
  CHECK(left == std::vector<std::filesystem::path>{whole});
  CHECK(file_bytes(whole) == mail.bytes.reveal());
}

TEST_CASE("A folder that cannot be written calls the operator") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "not a folder";
  const Mail mail = compose(plain()).value();
  for (const char* name : {"missing", "file"}) {
    const Attempt attempt = folder_submission(folder.path() / name)->submit(mail);
    CHECK(attempt.outcome == Outcome::misconfigured);
    CHECK_FALSE(attempt.detail.empty());
    CHECK(attempt.detail.find("adviser") == std::string::npos);
  }
  std::filesystem::create_directory(folder.path() / (plain().message_id + ".eml"));  // in the way of the rename
  CHECK(folder_submission(folder.path())->submit(mail).outcome == Outcome::misconfigured);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    CHECK(entry.path().filename().string().substr(0, 6) != ".mail-");
}

}  // namespace
}  // namespace varsel::adapters::mail
