// Every outcome, proved against a real SMTP server (tests/channels/smtp_server.mjs).
#include <algorithm>
#include <thread>
#include <vector>

#include "adapters/mail/submit.h"
#include "tests/catch.h"
#include "tests/unit/adapters/mail_peers.h"

namespace varsel::adapters::mail {
namespace {

SmtpSettings settings(const char* listener = "starttls") {
  SmtpSettings made;
  made.host = "localhost";
  made.port = smtp_server().at(listener).get<int>();
  made.tls = std::string_view(listener) == "implicit" ? SmtpSettings::Tls::implicit : SmtpSettings::Tls::starttls;
  made.user = "varsel";
  made.password = Secret("post-hemmelig");
  made.ca_file = smtp_server().at("ca").get<std::string>();
  made.client_name = "varsel.example.org";
  return made;
}

Mail mail(std::string_view to, std::string_view from = "varsel@example.org") {
  return compose({.from = Address::make(from, "Varsel").value(),
                  .to = Address::make(to).value(),
                  .subject = "En ny melding venter på deg",
                  .date = parse_instant("2026-11-21T09:02:03Z").value(),
                  .message_id = "42@varsel.example.org",
                  .language = Locale::nb,
                  .text = "Blåbær og rødgrød med fløde\n.\n..\nslutt\n"})
      .value();
}

Attempt attempt(SmtpSettings with, const Mail& what) {
  return smtp_submission(std::move(with)).value()->submit(what);
}

std::vector<std::filesystem::path> kept() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(smtp_server().at("mails").get<std::string>()))
    if (entry.path().extension() == ".eml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("A mail arrives byte for byte over STARTTLS and over implicit TLS") {
  for (const char* listener : {"starttls", "implicit"}) {
    CAPTURE(listener);
    const Mail sent = mail("adviser@example.com");
    const Attempt done = attempt(settings(listener), sent);
    CHECK(done.outcome == Outcome::delivered);
    CHECK(done.detail.empty());
    const auto file = kept().back();
    CHECK(file_bytes(file) == sent.bytes.reveal());
    const auto envelope = nlohmann::json::parse(file_bytes(std::filesystem::path(file).replace_extension(".json")));
    CHECK(envelope == nlohmann::json{{"from", "varsel@example.org"},
                                     {"to", {"adviser@example.com"}},
                                     {"secure", true},
                                     {"user", "varsel"},
                                     {"ehlo", "varsel.example.org"}});
    const auto seen = checked_mail(file);
    CHECK(seen["faults"] == nlohmann::json::array());
    CHECK(seen["subject"] == "En ny melding venter på deg");
    CHECK(seen["text"] == "Blåbær og rødgrød med fløde\n.\n..\nslutt\n\n");
  }
}

TEST_CASE("What the server answers decides the outcome") {
  struct Row {
    const char* to;
    Outcome outcome;
    int code;
    bool arrived;
  };
  const Row rows[] = {
      {"rcpt-450@example.com", Outcome::refused_for_now, 450, false},
      {"rcpt-421@example.com", Outcome::refused_for_now, 421, false},
      {"rcpt-550@example.com", Outcome::refused_for_good, 550, false},
      {"rcpt-drop@example.com", Outcome::refused_for_now, 250, false},
      {"data-451@example.com", Outcome::refused_for_now, 451, false},
      {"data-554@example.com", Outcome::refused_for_good, 554, false},
      {"data-drop@example.com", Outcome::may_have_been_delivered, 354, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    const auto before = kept().size();
    const Attempt done = attempt(settings(), mail(row.to));
    CHECK(done.outcome == row.outcome);
    CHECK(done.smtp_code == row.code);
    CHECK((kept().size() > before) == row.arrived);
    CHECK_FALSE(done.detail.empty());
    CHECK(done.detail.find("example.com") == std::string::npos);
    CHECK(done.detail.find("hemmelig") == std::string::npos);
  }
}

TEST_CASE("Silence is a refusal before the data and a doubt after it") {
  SmtpSettings hasty = settings();
  hasty.total_timeout = std::chrono::milliseconds{500};
  CHECK(attempt(hasty, mail("rcpt-silent@example.com")).outcome == Outcome::refused_for_now);
  SmtpSettings patient = settings();  // long enough to have sent everything, however busy the machine
  patient.total_timeout = std::chrono::milliseconds{5000};
  CHECK(attempt(patient, mail("data-silent@example.com")).outcome == Outcome::may_have_been_delivered);
  SmtpSettings silent = settings("silent");
  silent.total_timeout = std::chrono::milliseconds{300};
  CHECK(attempt(silent, mail("adviser@example.com")).outcome == Outcome::refused_for_now);
}

TEST_CASE("A connection cut in the middle of the data has delivered nothing") {
  Mail large = mail("data-cut@example.com");
  std::string bytes = large.bytes.reveal();
  for (int i = 0; i < 1'000'000; ++i) bytes += "a line of text that makes this mail large\r\n";
  large.bytes = PersonalText(std::move(bytes));
  CHECK(attempt(settings(), large).outcome == Outcome::refused_for_now);
}

TEST_CASE("A server that is not there is a refusal for now") {
  CHECK(attempt(settings("hanging_up"), mail("adviser@example.com")).outcome == Outcome::refused_for_now);
  SmtpSettings nowhere = settings();
  nowhere.host = "no-such-host.invalid";
  CHECK(attempt(nowhere, mail("adviser@example.com")).outcome == Outcome::refused_for_now);
}

TEST_CASE("What the operator must put right is told apart and nothing is sent") {
  const auto before = kept().size();
  const Mail letter = mail("adviser@example.com");
  SECTION("an authority that is not trusted") {
    SmtpSettings with = settings();
    with.ca_file.clear();
    CHECK(attempt(with, letter).outcome == Outcome::misconfigured);
  }
  SECTION("a file of authorities that is not there") {
    SmtpSettings with = settings();
    with.ca_file = "/nonexistent/ca.pem";
    CHECK(attempt(with, letter).outcome == Outcome::misconfigured);
  }
  SECTION("a certificate for another name") {
    SmtpSettings with = settings();
    with.host = "127.0.0.2";
    CHECK(attempt(with, letter).outcome != Outcome::delivered);
  }
  SECTION("no STARTTLS") {
    CHECK(attempt(settings("clear"), letter).outcome == Outcome::misconfigured);
  }
  SECTION("implicit TLS with a server that speaks first") {
    SmtpSettings with = settings("clear");
    with.tls = SmtpSettings::Tls::implicit;
    CHECK(attempt(with, letter).outcome == Outcome::misconfigured);
  }
  SECTION("a wrong password") {
    SmtpSettings with = settings();
    with.password = Secret("wrong");
    const Attempt done = attempt(with, letter);
    CHECK(done.outcome == Outcome::misconfigured);
    CHECK(done.smtp_code == 535);
    CHECK(done.detail.find("wrong") == std::string::npos);
  }
  SECTION("no login where one is needed") {
    SmtpSettings with = settings();
    with.user.clear();
    const Attempt done = attempt(with, letter);
    CHECK(done.outcome == Outcome::misconfigured);
    CHECK(done.smtp_code == 530);
  }
  SECTION("a sender that the server does not accept") {
    const Attempt done = attempt(settings(), mail("adviser@example.com", "sender-553@example.org"));
    CHECK(done.outcome == Outcome::misconfigured);
    CHECK(done.smtp_code == 553);
  }
  SECTION("a server that takes no mail") {
    CHECK(attempt(settings("rejecting"), letter).outcome == Outcome::misconfigured);
  }
  CHECK(kept().size() == before);
}

TEST_CASE("Several mails go out at the same time") {
  const auto submission = smtp_submission(settings()).value();
  const auto before = kept().size();
  std::vector<Outcome> outcomes(4, Outcome::misconfigured);
  std::vector<std::thread> threads;
  for (Outcome& outcome : outcomes)
    threads.emplace_back([&] { outcome = submission->submit(mail("adviser@example.com")).outcome; });
  for (std::thread& thread : threads) thread.join();
  CHECK(outcomes == std::vector<Outcome>(4, Outcome::delivered));
  CHECK(kept().size() == before + 4);
}

TEST_CASE("A mail server that cannot be named is refused when it is set up") {
  const auto refused = [](auto change) {
    SmtpSettings with;
    with.host = "mail.example.org";
    with.client_name = "varsel.example.org";
    change(with);
    return !smtp_submission(std::move(with)).has_value();
  };
  CHECK_FALSE(refused([](SmtpSettings&) {}));
  CHECK(refused([](SmtpSettings& with) { with.host = ""; }));
  CHECK(refused([](SmtpSettings& with) { with.host = "mail.example.org/evil"; }));
  CHECK(refused([](SmtpSettings& with) { with.host = "mail.example.org\r\nRSET"; }));
  CHECK(refused([](SmtpSettings& with) { with.host = "user:pass@mail.example.org"; }));
  CHECK(refused([](SmtpSettings& with) { with.port = 0; }));
  CHECK(refused([](SmtpSettings& with) { with.port = 70000; }));
  CHECK(refused([](SmtpSettings& with) { with.client_name = ""; }));
  CHECK(refused([](SmtpSettings& with) { with.client_name = "x\r\nMAIL FROM:<a@b>"; }));
  CHECK(refused([](SmtpSettings& with) { with.user = "varsel\n"; }));
}

}  // namespace
}  // namespace varsel::adapters::mail
