// A mail as a person reads it: the headers that matter, the text, and an invitation in words.
//
// This reads the mails that adapters/mail writes (RFC 5322, one level of RFC 2045 parts or two, UTF-8), for the page of
// a trial. What it does not understand it leaves out; the page shows the whole mail as well.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace varsel::adapters::page {

struct Invitation {
  bool cancelled = false;
  std::string summary;
  std::string location;
  std::string description;
  std::string organizer;
  std::vector<std::string> attendees;
  std::optional<Instant> start;
  std::optional<Instant> end;
};

struct MailView {
  std::string from;
  std::string to;
  std::string subject;
  std::string date;  // as in the mail
  std::string text;
  std::optional<Invitation> invitation;
  std::string raw;
};

[[nodiscard]] MailView read_mail(std::string_view raw);

}  // namespace varsel::adapters::page
