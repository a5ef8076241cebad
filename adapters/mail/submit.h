// Handing one mail to whoever carries it, once. When to try again is mail/retry.h; the outbox keeps the state.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "adapters/mail/message.h"
#include "base/result.h"
#include "base/secret.h"

namespace varsel::adapters::mail {

enum class Outcome : std::uint8_t {
  // The server took responsibility (250 after the data). Done; a bounce may still come back by mail.
  delivered,
  // The recipient or the content was refused for good (5xx to RCPT or to the data). Do not send again: flag the
  // contact.
  refused_for_good,
  // Nothing was delivered, and later it may be: 4xx, no connection, a timeout before everything was sent. Send again.
  refused_for_now,
  // Everything was sent and no answer came. Sending again may make a second copy: only with the same Message-ID, and
  // only what may arrive twice.
  may_have_been_delivered,
  // Every mail will fail like this until the operator acts: TLS, certificate, password, sender or folder. Nothing was
  // delivered. Tell the operator.
  misconfigured,
};

struct Attempt {
  Outcome outcome = Outcome::refused_for_now;
  int smtp_code = 0;   // the last reply of the server, or 0
  std::string detail;  // for the operator's log: what failed and where; never an address, never the server's own words
};

// Safe to use from several threads.
class Submission {
 public:
  virtual ~Submission() = default;
  virtual Attempt submit(const Mail& mail) = 0;
  // The program stops: attempts under way end within a second or so, with the outcome that is then true. Later ones
  // deliver nothing (refused_for_now). Any thread.
  virtual void cancel() = 0;
};

struct SmtpSettings {
  enum class Tls : std::uint8_t {
    starttls,  // RFC 3207, usually port 587; without TLS nothing is sent
    implicit,  // RFC 8314, usually port 465
  };
  std::string host;  // a DNS name or an address; the certificate must carry it
  int port = 587;
  Tls tls = Tls::starttls;
  std::string user;  // empty: no login
  Secret password;
  std::string ca_file;      // PEM; empty: the system's
  std::string client_name;  // what EHLO says: the full name of this host
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds total_timeout{60'000};  // RFC 5321 allows minutes; people are waiting
};

// One connection per mail. Errors: invalid, when a setting cannot be used at all.
Result<std::unique_ptr<Submission>> smtp_submission(SmtpSettings settings);

// For an installation without a mail server: each mail becomes a file NAME.eml in `folder` (which must exist), named
// after its Message-ID, so that a second sending replaces the first. A file that is there is whole; what a kill left
// half written is removed here, so one process has the folder to itself.
std::unique_ptr<Submission> folder_submission(std::filesystem::path folder);

}  // namespace varsel::adapters::mail
