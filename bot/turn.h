// One turn: a message and what is known in, one commit and what to show out. No I/O: the front desk loads before and
// commits after; the clock and the dice come in as arguments.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "adapters/channel.h"
#include "bot/outside.h"
#include "dialog/step.h"
#include "storage/store.h"

namespace varsel::bot {

using RecordPtr = std::shared_ptr<const incident::Record>;

// What an installation is: fixed at start.
struct House {
  dialog::Playbook playbook;
  incident::ContactBook contacts;
  locales::Catalog catalog;
  std::string public_url;  // "https://varsel.example.org", without a slash at the end: for links in mails
  std::string mail_from;   // mailbox that sends and organizes meetings
  std::string host;        // right side of Message-IDs and calendar UIDs
  [[nodiscard]] Locale home() const { return playbook.locales.front(); }
  [[nodiscard]] const Zone& zone() const { return playbook.procedure.zone; }
};

// A conversation as it is in memory between two turns.
struct Session {
  storage::Conversation row;  // without row.state: that is `state`, as it is kept
  dialog::State state;
  std::vector<adapters::Posted> latest;  // of the last turn: most readers ask for these
};

// What made the turn.
namespace arrival {
struct Opened {
  std::optional<Locale> locale;
};
struct Said {
  adapters::Incoming message;
  std::optional<IncidentId> resumable;  // the report whose receipt number and code the message holds
  RecordPtr resumable_record;
};
struct Silence {
  std::string duty;
};
// Somebody works on a report of this person; `duty` is the timer that says so.
struct Taken {
  std::string duty;
  ReceiptNumber receipt;
  std::string contact;
};
}  // namespace arrival
using Arrival = std::variant<arrival::Opened, arrival::Said, arrival::Silence, arrival::Taken>;

struct Turned {
  storage::Commit commit;
  Session session;                       // after the turn
  std::optional<IncidentId> incident;    // talked about after the turn
  RecordPtr record;                      // of it, after the turn; nullptr when there is none
  std::vector<adapters::Posted> posted;  // the person's message first
  std::vector<std::string> problems;     // texts that could not be rendered: for the operator's log
};

// `record` is that of session.row.incident. `key` refuses a second delivery of the same message.
[[nodiscard]] Turned make_turn(const House& house, const Outside& outside, const Session& session,
                               const RecordPtr& record, const Arrival& arrival, std::optional<InboundKey> key);

// Content identity of a message: channel, conversation, sender, text, files and the sender's own id and time. Nothing
// when the sender gives neither: then two equal messages are two messages.
[[nodiscard]] std::optional<InboundKey> inbound_key(const adapters::Incoming& message);

// A receipt number and a resume code in what somebody wrote, as the hash under which the code was kept.
[[nodiscard]] std::optional<std::string> resume_hash(std::string_view text);

}  // namespace varsel::bot
