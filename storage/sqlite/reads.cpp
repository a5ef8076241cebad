#include "storage/sqlite/reads.h"

#include <utility>

#include "base/text.h"
#include "storage/audit.h"
#include "storage/codec.h"

namespace varsel::storage::sqlite {
namespace {

constexpr const char* kConversationKey = "SELECT key FROM conversation WHERE name = ?";
constexpr const char* kIncidentKey = "SELECT key FROM incident WHERE name = ?";
constexpr const char* kConversation =
    "SELECT key, channel, person, revision, last_sequence, incident, state FROM conversation WHERE name = ?";
constexpr const char* kPostings =
    "SELECT c.key, p.sequence, p.at, p.body FROM conversation c JOIN posting p ON p.conversation = c.id"
    " WHERE c.name = ? AND p.sequence > ? ORDER BY p.sequence";
constexpr const char* kInbound =
    "SELECT c.name, i.first_sequence, i.last_sequence FROM inbound i JOIN conversation c ON c.id = i.conversation"
    " WHERE i.key = ?";
constexpr const char* kEvents =
    "SELECT i.key, e.first, e.body FROM incident i JOIN event e ON e.incident = i.id WHERE i.name = ? ORDER BY e.first";
constexpr const char* kReceipt = "SELECT name FROM incident WHERE receipt = ?";
// Incidents are opened in the order of their row ids.
constexpr const char* kIncidents = "SELECT name, state, opened_at, changed_at FROM incident ORDER BY id DESC";
constexpr const char* kConversationsOf =
    "SELECT c.name FROM talk t JOIN conversation c ON c.id = t.conversation WHERE t.incident = ? ORDER BY t.rowid";
constexpr const char* kOutbox = VARSEL_OUTBOX_COLUMNS "ORDER BY o.id DESC";
constexpr const char* kOutboxOf = VARSEL_OUTBOX_COLUMNS "WHERE i.name = ? ORDER BY o.id DESC";
constexpr const char* kNextDue =
    "SELECT min(due) FROM (SELECT min(due) AS due FROM outbox WHERE state = 1 UNION ALL SELECT min(due) FROM timer)";
constexpr const char* kDueTimers = "SELECT duty, subject, due FROM timer WHERE due <= ? ORDER BY due, id LIMIT ?";
constexpr const char* kAttachment =
    "SELECT i.name, i.key, a.at, a.content_type, a.name, a.bytes FROM attachment a JOIN incident i ON i.id = a.incident"
    " WHERE a.key = ?";
constexpr const char* kAccess = "SELECT incident, role, subject, expires FROM access WHERE token_hash = ?";
constexpr const char* kAudit =
    "SELECT sequence, at, actor, action, subject, detail, hash FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?";
constexpr const char* kWholeAudit =
    "SELECT sequence, at, actor, action, subject, detail, hash FROM audit ORDER BY sequence";
constexpr const char* kChain = "SELECT rows, head FROM chain WHERE id = 1";

tl::unexpected<Error> read_only() {
  return fail(ErrorCode::denied, "the data folder is open for reading only");
}

Audit audit_entry(const Cursor& row) {
  return {row.instant(1), row.string(2), row.string(3), row.string(4), row.string(5)};
}

}  // namespace

std::string owner(const ConversationId& id) {
  return "conversation/" + id.str();
}
std::string owner(const IncidentId& id) {
  return "incident/" + id.str();
}
std::string row_name(const std::string& id, std::uint64_t number) {
  return id + "/" + std::to_string(number);
}

SealedMessage read_message(const Cursor& row) {
  SealedMessage sealed;
  sealed.row.message.incident = IncidentId(row.string(0));
  sealed.wrapped_key = std::string(row.blob(1));
  sealed.row.message.key = row.string(2);
  sealed.row.message.kind = row.string(3);
  sealed.row.message.due = row.instant(4);
  sealed.row.message.idempotent = row.integer(5) != 0;
  sealed.row.state = static_cast<Delivery>(row.integer(6));
  sealed.row.attempts = static_cast<int>(row.integer(7));
  sealed.row.created = row.instant(8);
  sealed.row.changed = row.instant(9);
  sealed.row.last_result = row.string(10);
  sealed.body = std::string(row.blob(11));
  return sealed;
}

Result<OutboxRow> open_message(KeyRing& keys, SealedMessage sealed) {
  Outgoing& message = sealed.row.message;
  VARSEL_TRY(const KeyPointer key, keys.unwrap(owner(message.incident), sealed.wrapped_key));
  VARSEL_TRY(std::string body, unseal(*key, {"outbox", message.key, "body"}, sealed.body));
  message.body = PersonalText(std::move(body));
  return std::move(sealed.row);
}

Result<Verification> verify_chain(Connection& database) {
  // One snapshot: the head must be the head of these rows although a server goes on writing.
  VARSEL_CHECK(database.execute("BEGIN"));
  const auto check = [&database]() -> Result<Verification> {
    ChainCheck chain;
    VARSEL_TRY(Cursor rows, database.query(kWholeAudit));
    for (;;) {
      VARSEL_TRY(const bool more, rows.next());
      if (!more) break;
      chain.row(static_cast<std::uint64_t>(rows.integer(0)), audit_entry(rows), rows.blob(6));
    }
    VARSEL_TRY(Cursor head, database.query(kChain));
    VARSEL_TRY(const bool found, head.next());
    if (!found) return fail(ErrorCode::corrupt, "the head of the audit chain is missing");
    return chain.finish(static_cast<std::uint64_t>(head.integer(0)), head.blob(1));
  };
  auto found = check();
  VARSEL_CHECK(database.execute("COMMIT"));
  return found;
}

Result<std::unique_ptr<Pool>> Pool::open(const std::string& file, const Options& options) {
  auto pool = std::make_unique<Pool>();
  for (std::size_t i = 0; i < options.readers; ++i) {
    VARSEL_TRY(auto connection, Connection::open(file, Connection::Mode::read, options.vfs));
    VARSEL_CHECK(connection->execute("PRAGMA cache_size=-2048"));
    pool->idle_.push_back(std::move(connection));
  }
  return pool;
}

Pool::Lease::Lease(Pool& pool) : pool_(pool) {
  std::unique_lock lock(pool_.mutex_);
  pool_.returned_.wait(lock, [this] { return !pool_.idle_.empty(); });
  connection_ = std::move(pool_.idle_.back());
  pool_.idle_.pop_back();
}

Pool::Lease::~Lease() {
  {
    const std::lock_guard lock(pool_.mutex_);
    pool_.idle_.push_back(std::move(connection_));
  }
  pool_.returned_.notify_one();
}

void ReadOnlyStore::commit(Commit, Done done) {
  done(read_only());
}
Result<std::vector<OutboxRow>> ReadOnlyStore::take_due(Instant, std::size_t) {
  return read_only();
}
Result<> ReadOnlyStore::settle(const std::string&, Delivery, Instant, const std::string&, std::optional<Instant>) {
  return read_only();
}
Result<std::size_t> ReadOnlyStore::recover(Instant) {
  return read_only();
}

Result<KeyPointer> ReadOnlyStore::key_of(const std::string& owner, const char* sql, const std::string& id) {
  if (auto kept = keys_->find(owner)) return kept;
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(sql, id));
  VARSEL_TRY(const bool found, row.next());
  if (!found) return fail(ErrorCode::not_found, "nothing is stored for " + owner);
  return keys_->unwrap(owner, row.blob(0));
}
Result<KeyPointer> ReadOnlyStore::key_of(const ConversationId& id) {
  return key_of(owner(id), kConversationKey, id.str());
}
Result<KeyPointer> ReadOnlyStore::key_of(const IncidentId& id) {
  return key_of(owner(id), kIncidentKey, id.str());
}

Result<std::optional<Conversation>> ReadOnlyStore::conversation(const ConversationId& id) {
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kConversation, id.str()));
  VARSEL_TRY(const bool found, row.next());
  if (!found) return std::nullopt;
  Conversation out;
  out.id = id;
  out.channel = row.string(1);
  out.person = PersonId(row.string(2));
  out.revision = static_cast<std::uint64_t>(row.integer(3));
  out.last_sequence = static_cast<std::uint64_t>(row.integer(4));
  if (!row.null(5)) out.incident = IncidentId(row.string(5));
  VARSEL_TRY(const KeyPointer key, keys_->unwrap(owner(id), row.blob(0)));
  VARSEL_TRY(std::string state, unseal(*key, {"conversation", row_name(id.str(), out.revision), "state"}, row.blob(6)));
  out.state = PersonalText(std::move(state));
  return out;
}

Result<std::vector<Posting>> ReadOnlyStore::postings(const ConversationId& id, std::uint64_t after) {
  std::vector<Posting> out;
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kPostings, id.str(), after));
  for (;;) {
    VARSEL_TRY(const bool more, row.next());
    if (!more) return out;
    Posting posting{static_cast<std::uint64_t>(row.integer(1)), row.instant(2), {}};
    VARSEL_TRY(const KeyPointer key, keys_->unwrap(owner(id), row.blob(0)));
    VARSEL_TRY(std::string body, unseal(*key, {"posting", row_name(id.str(), posting.sequence), "body"}, row.blob(3)));
    posting.body = PersonalText(std::move(body));
    out.push_back(std::move(posting));
  }
}

Result<std::optional<Inbound>> ReadOnlyStore::find_inbound(const InboundKey& key) {
  const std::string identity = keys_->identity(key.str());
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kInbound, Blob{identity}));
  VARSEL_TRY(const bool found, row.next());
  if (!found) return std::nullopt;
  return Inbound{ConversationId(row.string(0)), static_cast<std::uint64_t>(row.integer(1)),
                 static_cast<std::uint64_t>(row.integer(2))};
}

Result<std::vector<incident::Event>> ReadOnlyStore::events(const IncidentId& id) {
  std::vector<incident::Event> out;
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kEvents, id.str()));
  for (;;) {
    VARSEL_TRY(const bool more, row.next());
    if (!more) break;
    if (row.integer(1) != static_cast<std::int64_t>(out.size()) + 1)
      return fail(ErrorCode::corrupt, "events of an incident are missing");
    VARSEL_TRY(const KeyPointer key, keys_->unwrap(owner(id), row.blob(0)));
    VARSEL_TRY(const std::string body,
               unseal(*key, {"event", row_name(id.str(), out.size() + 1), "body"}, row.blob(2)));
    VARSEL_TRY(auto events, decode(body));
    out.insert(out.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
  }
  if (out.empty()) return fail(ErrorCode::not_found, "no such incident");
  return out;
}

Result<std::optional<IncidentId>> ReadOnlyStore::find_receipt(const ReceiptNumber& receipt) {
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kReceipt, receipt.str()));
  VARSEL_TRY(const bool found, row.next());
  if (!found) return std::nullopt;
  return IncidentId(row.string(0));
}

Result<std::vector<Listed>> ReadOnlyStore::incidents() {
  std::vector<Listed> out;
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kIncidents));
  for (;;) {
    VARSEL_TRY(const bool more, row.next());
    if (!more) return out;
    out.push_back(
        {IncidentId(row.string(0)), static_cast<incident::State>(row.integer(1)), row.instant(2), row.instant(3)});
  }
}

Result<std::vector<ConversationId>> ReadOnlyStore::conversations_of(const IncidentId& id) {
  std::vector<ConversationId> out;
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kConversationsOf, id.str()));
  for (;;) {
    VARSEL_TRY(const bool more, row.next());
    if (!more) return out;
    out.emplace_back(row.string(0));
  }
}

Result<std::vector<OutboxRow>> ReadOnlyStore::outbox(std::optional<IncidentId> of) {
  std::vector<OutboxRow> out;
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, of ? database->query(kOutboxOf, of->str()) : database->query(kOutbox));
  for (;;) {
    VARSEL_TRY(const bool more, row.next());
    if (!more) return out;
    VARSEL_TRY(OutboxRow message, open_message(*keys_, read_message(row)));
    out.push_back(std::move(message));
  }
}

Result<std::optional<Instant>> ReadOnlyStore::next_due() {
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kNextDue));
  VARSEL_TRY(const bool found, row.next());
  if (!found || row.null(0)) return std::nullopt;
  return row.instant(0);
}

Result<std::vector<Timer>> ReadOnlyStore::due_timers(Instant now, std::size_t at_most) {
  std::vector<Timer> out;
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kDueTimers, now, std::uint64_t{at_most}));
  for (;;) {
    VARSEL_TRY(const bool more, row.next());
    if (!more) return out;
    out.push_back({row.string(0), row.string(1), row.instant(2)});
  }
}

Result<Attachment> ReadOnlyStore::attachment(const std::string& key) {
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kAttachment, key));
  VARSEL_TRY(const bool found, row.next());
  if (!found) return fail(ErrorCode::not_found, "no such attachment");
  Attachment out;
  out.key = key;
  out.incident = IncidentId(row.string(0));
  out.at = row.instant(2);
  VARSEL_TRY(const KeyPointer sealing, keys_->unwrap(owner(out.incident), row.blob(1)));
  VARSEL_TRY(out.content_type, unseal(*sealing, {"attachment", key, "content_type"}, row.blob(3)));
  VARSEL_TRY(std::string name, unseal(*sealing, {"attachment", key, "name"}, row.blob(4)));
  VARSEL_TRY(std::string bytes, unseal(*sealing, {"attachment", key, "bytes"}, row.blob(5)));
  out.name = PersonalText(std::move(name));
  out.bytes = Personal<std::string>(std::move(bytes));
  return out;
}

Result<std::optional<Access>> ReadOnlyStore::access(const std::string& token_hash) {
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kAccess, token_hash));
  VARSEL_TRY(const bool found, row.next());
  if (!found) return std::nullopt;
  return Access{token_hash, IncidentId(row.string(0)), row.string(1), row.string(2), row.instant(3)};
}

Result<std::vector<AuditRow>> ReadOnlyStore::audit_log(std::uint64_t after, std::size_t at_most) {
  std::vector<AuditRow> out;
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kAudit, after, std::uint64_t{at_most}));
  for (;;) {
    VARSEL_TRY(const bool more, row.next());
    if (!more) return out;
    out.push_back({static_cast<std::uint64_t>(row.integer(0)), audit_entry(row), to_hex(row.blob(6))});
  }
}

Result<Verification> ReadOnlyStore::verify() {
  const Pool::Lease database(*pool_);
  return verify_chain(*database);
}

Result<std::string> ReadOnlyStore::audit_head() {
  const Pool::Lease database(*pool_);
  VARSEL_TRY(Cursor row, database->query(kChain));
  VARSEL_TRY(const bool found, row.next());
  if (!found) return fail(ErrorCode::corrupt, "the head of the audit chain is missing");
  return to_hex(row.blob(1));
}

}  // namespace varsel::storage::sqlite
