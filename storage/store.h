// The store: what was acknowledged is kept. A port with several bodies (sqlite/, memory/) and one contract suite.
//
// One turn is one Commit is one transaction: conversation state, postings, events, audit link, outgoing messages and
// timers, all or nothing. commit() is asynchronous: many turns share one fsync (group commit); done() is called after
// the data is on disk, from the writer's thread, exactly once, so it must be short and must not throw or wait for the
// store; a turn that is refused before it reaches the writer (unsound, or too many wait) is told so from inside
// commit(). Reads see every commit whose done() has been called.
//
// Errors of commit(): conflict: somebody was first, load again. invalid: the turn is unsound, a fault of the caller.
// not_found: a message or an attachment names an incident that is not stored. unavailable: the disk refused or too much
// waits; nothing of the turn is visible. Should the machine die at that very moment the turn may still turn out to have
// been kept, whole: sending it again with the same inbound key is harmless. corrupt: stop and call the operator.
// The store reads no clock: what it dates itself (created, changed) has the latest time that the turn states.
// All functions are safe to call from any thread.
//
// Everything that describes a breach or a person is sealed before it reaches the disk (sealed.h); only ids, states and
// times stay in clear. Blobs passed in here are in clear: sealing is the store's work.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/time.h"
#include "incident/record.h"

namespace varsel::storage {

// A conversation as it is kept between turns. `state` is the dialog's own versioned blob; the store never reads it.
struct Conversation {
  ConversationId id;
  std::string channel;
  PersonId person;
  std::uint64_t revision = 0;          // 0: not stored yet; each commit adds one
  std::uint64_t last_sequence = 0;     // of its postings
  std::optional<IncidentId> incident;  // the report being talked about
  PersonalText state;
};

// One posting of a conversation (adapters/channel.h Posted as a blob of bot/'s making). Sequences have no gaps.
struct Posting {
  std::uint64_t sequence = 0;
  Instant at;
  PersonalText body;
};

// Outgoing messages leave through the outbox. Frozen: stored on disk.
enum class Delivery : std::uint8_t {
  pending = 1,                 // waits for its time
  sending = 2,                 // committed before the attempt; a crash leaves it here
  delivered = 3,               // the next server took responsibility
  failed = 4,                  // refused for good, or given up: a person must act
  may_have_been_delivered = 5  // the answer was lost: sent again only when the message is idempotent
};
struct Outgoing {
  std::string key;      // idempotency key, unique for ever; a second insert with the same key is ignored
  IncidentId incident;  // whose key seals it
  std::string kind;     // "mail"
  PersonalText body;    // destination and content, a blob of bot/'s making
  Instant due;
  bool idempotent = false;  // the receiver collapses duplicates (same Message-ID, same UID + SEQUENCE)
};
struct OutboxRow {
  Outgoing message;
  Delivery state = Delivery::pending;
  int attempts = 0;
  Instant created;
  Instant changed;
  std::string last_result;  // for the operator and the adviser; never holds an address or content
};

// Something to do later: wakes bot/duties. One timer a name and subject; setting it again moves it.
struct Timer {
  std::string duty;     // "nudge", "handover", "escalate", "status", "reminder", "taken" ...
  std::string subject;  // conversation or incident id
  Instant due;
  bool operator==(const Timer&) const = default;
};

struct Attachment {
  std::string key;  // random, unguessable
  IncidentId incident;
  Instant at;
  std::string content_type;
  PersonalText name;
  Personal<std::string> bytes;
};

// A link that lets its holder see one incident in one role. Only the SHA-256 of the token is kept.
struct Access {
  std::string token_hash;  // hex
  IncidentId incident;
  std::string role;     // "adviser", "contact", "reporter"
  std::string subject;  // contact id
  Instant expires;
};

// What was done, for the hash-chained audit log; holds ids and codes only, never content.
struct Audit {
  Instant at;
  std::string actor;    // channel-scoped person id, contact id, "varsel" or "operator"
  std::string action;   // "turn", "incident.opened", "contact.read", "export" ...
  std::string subject;  // incident or conversation id
  std::string detail;   // codes
};

struct Commit {
  // The conversation after the turn; revision is the one that was loaded. A different revision on disk -> conflict.
  std::optional<Conversation> conversation;
  std::vector<Posting> postings;
  // Content identity of the message that made this turn. If it is known already the whole commit is refused with
  // conflict, and the caller answers with what find_inbound() says.
  std::optional<InboundKey> inbound;
  struct Append {
    IncidentId incident;
    std::uint64_t expected_version = 0;
    std::vector<incident::Event> events;
  };
  std::vector<Append> appends;  // expected_version 0 opens the incident; another version on disk -> conflict
  std::vector<Outgoing> outbox;
  std::vector<Timer> set_timers;
  std::vector<Timer> cancel_timers;  // due is ignored; cancelled before set_timers are set
  std::vector<Attachment> attachments;
  std::vector<Access> grants;
  std::vector<Audit> audit;
};
using Done = std::function<void(Result<>)>;

// Where the answer to a message that was delivered before is found.
struct Inbound {
  ConversationId conversation;
  std::uint64_t first_sequence = 0;
  std::uint64_t last_sequence = 0;
};

// One line of `varsel log list`: what is in clear, plus the record.
struct Listed {
  IncidentId id;
  incident::State state{};
  Instant opened_at;
  Instant changed_at;
};

struct AuditRow {
  std::uint64_t sequence = 0;
  Audit entry;
  std::string hash;
};
struct Verification {
  std::uint64_t rows = 0;
  std::string head;
  std::optional<std::uint64_t> first_bad;
  std::string what;
};

class Store {
 public:
  virtual ~Store() = default;

  virtual void commit(Commit turn, Done done) = 0;
  // The same, waiting: for duties and the command line, never from done().
  [[nodiscard]] Result<> commit(Commit turn);

  [[nodiscard]] virtual Result<std::optional<Conversation>> conversation(const ConversationId& id) = 0;
  [[nodiscard]] virtual Result<std::vector<Posting>> postings(const ConversationId& id, std::uint64_t after) = 0;
  [[nodiscard]] virtual Result<std::optional<Inbound>> find_inbound(const InboundKey& key) = 0;

  [[nodiscard]] virtual Result<std::vector<incident::Event>> events(const IncidentId& id) = 0;  // not_found
  [[nodiscard]] virtual Result<std::optional<IncidentId>> find_receipt(const ReceiptNumber& receipt) = 0;
  [[nodiscard]] virtual Result<std::vector<Listed>> incidents() = 0;  // newest first
  // Every conversation that was ever about it, first one first.
  [[nodiscard]] virtual Result<std::vector<ConversationId>> conversations_of(const IncidentId& id) = 0;

  // Takes the messages that are due out of pending into sending, in one commit, and returns them with the sending
  // state. recover() does the same for rows that a crash left in sending: idempotent ones become pending again, the
  // others may_have_been_delivered. settle() records the outcome of an attempt; next is set for another attempt, which
  // makes the message pending again (after pending or failed; after may_have_been_delivered only when it is
  // idempotent). conflict: the message is not being sent, so a late answer changes nothing. not_found: no such message.
  [[nodiscard]] virtual Result<std::vector<OutboxRow>> take_due(Instant now, std::size_t at_most) = 0;
  [[nodiscard]] virtual Result<> settle(const std::string& key, Delivery outcome, Instant at, const std::string& result,
                                        std::optional<Instant> next) = 0;
  [[nodiscard]] virtual Result<std::size_t> recover(Instant now) = 0;
  [[nodiscard]] virtual Result<std::vector<OutboxRow>> outbox(std::optional<IncidentId> of) = 0;  // newest first
  [[nodiscard]] virtual Result<std::optional<Instant>> next_due() = 0;  // of outbox and timers together

  [[nodiscard]] virtual Result<std::vector<Timer>> due_timers(Instant now, std::size_t at_most) = 0;

  [[nodiscard]] virtual Result<Attachment> attachment(const std::string& key) = 0;
  [[nodiscard]] virtual Result<std::optional<Access>> access(const std::string& token_hash) = 0;

  [[nodiscard]] virtual Result<std::vector<AuditRow>> audit_log(std::uint64_t after, std::size_t at_most) = 0;
  [[nodiscard]] virtual Result<Verification> verify() = 0;
  [[nodiscard]] virtual Result<std::string> audit_head() = 0;  // hex, goes into receipts

  // Counters for benchmarks and /metrics.
  struct Counters {
    std::uint64_t commits = 0;
    std::uint64_t transactions = 0;
  };
  [[nodiscard]] virtual Counters counters() const = 0;
};

}  // namespace varsel::storage
