// A mail as bytes: RFC 5322 headers, RFC 2045 parts, and for an invitation the iMIP shape of RFC 6047.
//
// Mail travels in clear and is read on lock screens, so whoever renders the text keeps it neutral: a link to the
// protected page, never what was reported. Nothing here is random and nothing reads a clock: the same message is the
// same bytes, so that a second sending is recognised as the same mail.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/time.h"

namespace varsel::adapters::mail {

// A mailbox that may stand in a header and in an SMTP command.
class Address {
 public:
  // `spec` is "local@domain". The local part is an ASCII dot-atom of at most 64 (SMTPUTF8 is not to be relied on); the
  // domain may be international and is kept in its ASCII form (IDNA 2008, UTS #46). No quoted local parts, no address
  // literals, no comments. `name` is what people see; it may be empty.
  // Errors: invalid; the detail says what is wrong and never repeats the address.
  static Result<Address> make(std::string_view spec, std::string_view name = {});

  [[nodiscard]] const std::string& reveal() const { return spec_.reveal(); }
  [[nodiscard]] const std::string& reveal_name() const { return name_.reveal(); }
  bool operator==(const Address&) const = default;

 private:
  Address(std::string spec, std::string name) : spec_(std::move(spec)), name_(std::move(name)) {}
  PersonalText spec_;
  PersonalText name_;
};

// An iTIP object as adapters/calendar writes it, sent so that both Outlook and a plain reader can use it.
struct CalendarPart {
  std::string method;  // "REQUEST" or "CANCEL": must be the METHOD inside
  std::string ics;
};

struct Message {
  Address from;  // of an invitation: the organizer, or the answers are lost
  Address to;    // one: a slow or refused recipient never delays another
  std::string subject;
  Instant date;
  std::string message_id;  // "left@right" without brackets; the same for every sending of this mail
  Locale language = Locale::en;
  std::string text;
  std::optional<std::string> html = std::nullopt;
  std::optional<CalendarPart> calendar = std::nullopt;
};

// What is handed to a Submission.
struct Mail {
  Address from;
  Address to;
  std::string message_id;
  PersonalText bytes;  // CRLF line ends, no line over 998 octets (in fact 78), ASCII only
};

// Errors: invalid, when a header would carry a control character (header injection), when text is not UTF-8, when a
// part is larger than 512 KiB, or when the Message-ID or the calendar method is not one.
Result<Mail> compose(const Message& message);

}  // namespace varsel::adapters::mail
