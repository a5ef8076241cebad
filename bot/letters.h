// The mails that Varsel sends by itself: neutral words and a link to the protected page, never what was reported (C11).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "adapters/mail/message.h"
#include "bot/turn.h"

namespace varsel::bot {

// A mail as the outbox keeps it: JSON, version 1.
struct Letter {
  std::string to;
  std::string to_name;
  std::string subject;
  std::string text;
  Locale language = Locale::en;
  std::string message_id;
  Instant date;
  std::optional<adapters::mail::CalendarPart> calendar;
};
[[nodiscard]] PersonalText save(const Letter& letter);
[[nodiscard]] Result<Letter> load_letter(const PersonalText& body);  // corrupt

// Writes to a contact about an incident. `text` names two messages: "<text>.subject" and "<text>.body". The link
// opens the case in the contact's role; its token is granted in the same commit.
class LetterWriter {
 public:
  LetterWriter(const House& house, const Outside& outside, Instant now, const IncidentId& incident,
               const incident::Record& record, storage::Commit& commit)
      : house_(house), outside_(outside), now_(now), incident_(incident), record_(record), commit_(commit) {}

  // `key` makes it once only: the same key is never sent twice. Nothing is written for a contact without an address.
  void write(const std::string& key, const incident::Contact& to, const std::string& text, Instant due,
             std::optional<adapters::mail::CalendarPart> calendar = std::nullopt,
             std::vector<std::pair<std::string, locales::Argument>> more = {});

 private:
  [[nodiscard]] std::string link(const incident::Contact& to);

  const House& house_;
  const Outside& outside_;
  Instant now_;
  const IncidentId& incident_;
  const incident::Record& record_;
  storage::Commit& commit_;
};

// The role in which a contact sees an incident: people of the own party's security and privacy work on it as advisers.
[[nodiscard]] std::string role_of(const incident::Contact& contact, const incident::Record& record);

}  // namespace varsel::bot
