// The SQLite body of the store: seals on the caller's thread, writes on the writer's.
#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "storage/audit.h"
#include "storage/codec.h"
#include "storage/file.h"
#include "storage/rules.h"
#include "storage/sqlite/reads.h"
#include "storage/sqlite/schema.h"
#include "storage/writer.h"

namespace varsel::storage::sqlite {
namespace {

constexpr const char* kBegin = "BEGIN IMMEDIATE";
constexpr const char* kCommit = "COMMIT";
constexpr const char* kFindInbound = "SELECT 1 FROM inbound WHERE key = ?";
constexpr const char* kFindConversation =
    "SELECT id, revision, last_sequence, incident FROM conversation WHERE name = ?";
constexpr const char* kFindIncident = "SELECT id, version, state FROM incident WHERE name = ?";
constexpr const char* kFindReceipt = "SELECT 1 FROM incident WHERE receipt = ?";
constexpr const char* kFindAttachment = "SELECT 1 FROM attachment WHERE key = ?";
constexpr const char* kAddConversation =
    "INSERT INTO conversation (name, channel, person, revision, last_sequence, incident, key, state)"
    " VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?, ?)";
constexpr const char* kSetConversation =
    "UPDATE conversation SET channel = ?2, person = ?3, revision = ?4, last_sequence = ?5, incident = nullif(?6, ''),"
    " state = ?7 WHERE id = ?1";
constexpr const char* kAddTalk = "INSERT OR IGNORE INTO talk (incident, conversation) VALUES (?, ?)";
constexpr const char* kAddPosting = "INSERT INTO posting (conversation, sequence, at, body) VALUES (?, ?, ?, ?)";
constexpr const char* kAddInbound =
    "INSERT INTO inbound (key, conversation, first_sequence, last_sequence, at) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kAddIncident =
    "INSERT INTO incident (name, receipt, version, state, opened_at, changed_at, key) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kSetIncident = "UPDATE incident SET version = ?, state = ?, changed_at = ? WHERE id = ?";
constexpr const char* kAddEvents = "INSERT INTO event (incident, first, body) VALUES (?, ?, ?)";
constexpr const char* kAddMessage =
    "INSERT OR IGNORE INTO outbox (key, incident, kind, due, idempotent, state, attempts, created, changed, "
    "last_result,"
    " body) VALUES (?, ?, ?, ?, ?, 1, 0, ?, ?, '', ?)";
constexpr const char* kDueMessages =
    VARSEL_OUTBOX_COLUMNS "WHERE o.state = 1 AND o.due <= ? ORDER BY o.due, o.id LIMIT ?";
constexpr const char* kFindMessage = "SELECT state, idempotent, due FROM outbox WHERE key = ?";
constexpr const char* kTakeMessage = "UPDATE outbox SET state = 2, attempts = attempts + 1, changed = ? WHERE key = ?";
constexpr const char* kSettleMessage =
    "UPDATE outbox SET state = ?, due = ?, changed = ?, last_result = ? WHERE key = ?";
constexpr const char* kRecover =
    "UPDATE outbox SET state = CASE WHEN idempotent THEN 1 ELSE 5 END, changed = ? WHERE state = 2";
constexpr const char* kCancelTimer = "DELETE FROM timer WHERE subject = ? AND duty = ?";
constexpr const char* kSetTimer =
    "INSERT INTO timer (subject, duty, due) VALUES (?, ?, ?) ON CONFLICT (subject, duty) DO UPDATE SET due = "
    "excluded.due";
constexpr const char* kAddAttachment =
    "INSERT INTO attachment (key, incident, at, content_type, name, bytes) VALUES (?, ?, ?, ?, ?, ?)";
constexpr const char* kAddAccess =
    "INSERT INTO access (token_hash, incident, role, subject, expires) VALUES (?, ?, ?, ?, ?) ON CONFLICT (token_hash)"
    " DO UPDATE SET incident = excluded.incident, role = excluded.role, subject = excluded.subject,"
    " expires = excluded.expires";
constexpr const char* kAddAudit =
    "INSERT INTO audit (sequence, at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kReadChain = "SELECT rows, head FROM chain WHERE id = 1";
constexpr const char* kSetChain = "UPDATE chain SET rows = ?, head = ? WHERE id = 1";
constexpr const char* kProof = "SELECT value FROM meta WHERE name = 'proof'";
constexpr const char* kSetProof = "INSERT INTO meta (name, value) VALUES ('proof', ?)";

// A turn with everything sealed that is sealed, ready for the writer.
struct SealedTurn {
  Commit turn;
  std::string state;
  std::string conversation_key;  // wrapped; "" when the conversation has one
  std::vector<std::string> postings;
  std::string inbound;
  struct Append {
    std::string incident_key;
    std::string body;
  };  // the key is "" when the incident has one
  std::vector<Append> appends;
  std::vector<std::string> outbox;
  struct File {
    std::string content_type;
    std::string name;
    std::string bytes;
  };
  std::vector<File> attachments;
  std::vector<std::pair<std::string, KeyPointer>> fresh;  // to be remembered when the turn is on disk
};

class SqliteStore final : public ReadOnlyStore, private Medium {
 public:
  SqliteStore(File lock, std::unique_ptr<Connection> writing, std::unique_ptr<Pool> pool, std::shared_ptr<KeyRing> keys,
              const Options& options, std::uint64_t rows, std::string head)
      : ReadOnlyStore(std::move(pool), std::move(keys)),
        lock_(std::move(lock)),
        database_(std::move(writing)),
        options_(options),
        chain_{rows, std::move(head)},
        durable_chain_(chain_) {
    sqlite3_wal_hook(
        database_->handle(),
        [](void* self, sqlite3*, const char*, int pages) {
          static_cast<SqliteStore*>(self)->log_pages_ = static_cast<std::uint32_t>(pages);
          return SQLITE_OK;
        },
        this);
    Medium& medium = *this;
    writer_.emplace(medium, options.waiting_turns, options.waiting_bytes);
  }
  // What waits is written first. Then the writing connection must be the last one: only it may copy the log into the
  // database and remove it.
  ~SqliteStore() override {
    writer_.reset();
    close_readers();
  }

  void commit(Commit turn, Done done) override;
  Result<std::vector<OutboxRow>> take_due(Instant now, std::size_t at_most) override;
  Result<> settle(const std::string& key, Delivery outcome, Instant at, const std::string& result,
                  std::optional<Instant> next) override;
  Result<std::size_t> recover(Instant now) override;
  [[nodiscard]] Counters counters() const override { return writer_->counters(); }

 private:
  struct Chain {
    std::uint64_t rows;
    std::string head;
  };
  struct Kept {
    std::int64_t id = 0;
    std::uint64_t version = 0;
    incident::State state = incident::State::draft;
  };

  // On the caller's thread.
  Result<std::shared_ptr<SealedTurn>> sealed(Commit turn);

  // On the writer's thread, inside a transaction: look, then write.
  Result<> write(SealedTurn& sealed);
  Result<bool> exists(const char* sql, std::string_view value);
  Result<Kept> kept(const IncidentId& id);
  Result<> write_conversation(const SealedTurn& sealed, std::int64_t row, bool talks);
  Result<> write_append(const Commit::Append& append, const SealedTurn::Append& sealed, const Kept& before);
  Result<> write_rest(const SealedTurn& sealed);
  Result<> write_audit(const Audit& entry);

  Result<> begin() override { return database_->run(kBegin); }
  Result<> commit() override;
  void rollback() override;
  void rest(bool waiting) override;

  const File lock_;
  std::unique_ptr<Connection> database_;
  const Options options_;
  Chain chain_;
  Chain durable_chain_;
  std::uint32_t log_pages_ = 0;     // in the write-ahead log
  std::uint32_t copied_pages_ = 0;  // of them in the database already
  std::optional<Writer> writer_;    // its thread uses everything above
};

Result<std::shared_ptr<SealedTurn>> SqliteStore::sealed(Commit turn) {
  auto out = std::make_shared<SealedTurn>();
  if (turn.conversation) {
    const Conversation& talk = *turn.conversation;
    KeyPointer key;
    if (talk.revision == 0) {
      auto fresh = keys().make(owner(talk.id));
      key = fresh.key;
      out->conversation_key = std::move(fresh.wrapped);
      out->fresh.emplace_back(owner(talk.id), key);
    } else {
      auto found = key_of(talk.id);
      if (!found && found.error().code == ErrorCode::not_found)
        return fail(ErrorCode::conflict, "the conversation has another revision");
      VARSEL_TRY(key, std::move(found));
    }
    out->state = seal(*key, {"conversation", row_name(talk.id.str(), talk.revision + 1), "state"}, talk.state.reveal());
    for (const auto& posting : turn.postings)
      out->postings.push_back(
          seal(*key, {"posting", row_name(talk.id.str(), posting.sequence), "body"}, posting.body.reveal()));
    if (turn.inbound) out->inbound = keys().identity(turn.inbound->str());
  }
  std::map<IncidentId, KeyPointer> opened;
  for (const auto& append : turn.appends) {
    SealedTurn::Append sealed;
    KeyPointer key;
    if (append.expected_version == 0) {
      auto fresh = keys().make(owner(append.incident));
      key = fresh.key;
      sealed.incident_key = std::move(fresh.wrapped);
      out->fresh.emplace_back(owner(append.incident), key);
      opened.emplace(append.incident, key);
    } else {
      auto found = key_of(append.incident);
      if (!found && found.error().code == ErrorCode::not_found)
        return fail(ErrorCode::conflict, "the incident has another version");
      VARSEL_TRY(key, std::move(found));
    }
    sealed.body = seal(*key, {"event", row_name(append.incident.str(), append.expected_version + 1), "body"},
                       encode(append.events));
    out->appends.push_back(std::move(sealed));
  }
  const auto incident_key = [&](const IncidentId& id) -> Result<KeyPointer> {
    if (const auto found = opened.find(id); found != opened.end()) return found->second;
    return key_of(id);
  };
  for (const auto& message : turn.outbox) {
    VARSEL_TRY(const KeyPointer key, incident_key(message.incident));
    out->outbox.push_back(seal(*key, {"outbox", message.key, "body"}, message.body.reveal()));
  }
  for (const auto& file : turn.attachments) {
    VARSEL_TRY(const KeyPointer key, incident_key(file.incident));
    out->attachments.push_back({seal(*key, {"attachment", file.key, "content_type"}, file.content_type),
                                seal(*key, {"attachment", file.key, "name"}, file.name.reveal()),
                                seal(*key, {"attachment", file.key, "bytes"}, file.bytes.reveal())});
  }
  // What is sealed now need not wait in clear as well.
  if (turn.conversation) turn.conversation->state = {};
  for (auto& posting : turn.postings) posting.body = {};
  for (auto& message : turn.outbox) message.body = {};
  for (auto& file : turn.attachments) file.bytes = {};
  out->turn = std::move(turn);
  return out;
}

void SqliteStore::commit(Commit turn, Done done) {
  if (auto sound = check(turn); !sound) return done(std::move(sound));
  const std::size_t bytes = size_of(turn);
  auto ready = sealed(std::move(turn));
  if (!ready) return done(tl::make_unexpected(std::move(ready).error()));
  auto work = std::move(*ready);
  writer_->submit({[this, work] { return write(*work); },
                   [this, work, done = std::move(done)](Result<> outcome) {
                     if (outcome)
                       for (auto& [name, key] : work->fresh) keys().remember(name, std::move(key));
                     done(std::move(outcome));
                   },
                   bytes});
}

Result<bool> SqliteStore::exists(const char* sql, std::string_view value) {
  VARSEL_TRY(Cursor row, database_->query(sql, value));
  return row.next();
}

Result<SqliteStore::Kept> SqliteStore::kept(const IncidentId& id) {
  VARSEL_TRY(Cursor row, database_->query(kFindIncident, id.str()));
  VARSEL_TRY(const bool found, row.next());
  if (!found) return Kept{};
  return Kept{row.integer(0), static_cast<std::uint64_t>(row.integer(1)), static_cast<incident::State>(row.integer(2))};
}

Result<> SqliteStore::write(SealedTurn& sealed) {
  const Commit& turn = sealed.turn;
  if (turn.inbound) {
    VARSEL_TRY(Cursor row, database_->query(kFindInbound, Blob{sealed.inbound}));
    VARSEL_TRY(const bool known, row.next());
    if (known) return fail(ErrorCode::conflict, "the message is known already");
  }
  std::int64_t conversation = 0;
  bool talks = false;  // about an incident that it did not talk about in the turn before
  if (turn.conversation) {
    VARSEL_TRY(Cursor row, database_->query(kFindConversation, turn.conversation->id.str()));
    VARSEL_TRY(const bool found, row.next());
    Standing standing;
    if (found) {
      conversation = row.integer(0);
      standing = {static_cast<std::uint64_t>(row.integer(1)), static_cast<std::uint64_t>(row.integer(2))};
    }
    VARSEL_CHECK(check_follows(turn, standing));
    talks = turn.conversation->incident && (!found || row.text(3) != turn.conversation->incident->str());
  }
  std::vector<Kept> before;
  for (const auto& append : turn.appends) {
    VARSEL_TRY(Kept incident, kept(append.incident));
    if (incident.version != append.expected_version)
      return fail(ErrorCode::conflict, "the incident has another version");
    if (append.expected_version == 0) {
      VARSEL_TRY(const bool taken, exists(kFindReceipt, receipt_of(append).str()));
      if (taken) return fail(ErrorCode::conflict, "the receipt number is taken");
    }
    before.push_back(incident);
  }
  for (const auto& file : turn.attachments) {
    VARSEL_TRY(const bool taken, exists(kFindAttachment, file.key));
    if (taken) return fail(ErrorCode::conflict, "the attachment is known already");
  }
  // Nothing refuses this turn from here on but the disk.
  if (turn.conversation) VARSEL_CHECK(write_conversation(sealed, conversation, talks));
  for (std::size_t i = 0; i < turn.appends.size(); ++i)
    VARSEL_CHECK(write_append(turn.appends[i], sealed.appends[i], before[i]));
  return write_rest(sealed);
}

Result<> SqliteStore::write_conversation(const SealedTurn& sealed, std::int64_t row, bool talks) {
  const Commit& turn = sealed.turn;
  const Conversation& talk = *turn.conversation;
  const std::string incident = talk.incident ? talk.incident->str() : std::string();
  if (row == 0) {
    VARSEL_CHECK(database_->run(kAddConversation, talk.id.str(), talk.channel, talk.person.str(), talk.revision + 1,
                                talk.last_sequence, incident, Blob{sealed.conversation_key}, Blob{sealed.state}));
    row = database_->last_row();
  } else {
    VARSEL_CHECK(database_->run(kSetConversation, row, talk.channel, talk.person.str(), talk.revision + 1,
                                talk.last_sequence, incident, Blob{sealed.state}));
  }
  if (talks) VARSEL_CHECK(database_->run(kAddTalk, incident, row));
  for (std::size_t i = 0; i < turn.postings.size(); ++i)
    VARSEL_CHECK(
        database_->run(kAddPosting, row, turn.postings[i].sequence, turn.postings[i].at, Blob{sealed.postings[i]}));
  if (!turn.inbound) return {};
  return database_->run(kAddInbound, Blob{sealed.inbound}, row, talk.last_sequence + 1 - turn.postings.size(),
                        talk.last_sequence, moment(turn));
}

Result<> SqliteStore::write_append(const Commit::Append& append, const SealedTurn::Append& sealed, const Kept& before) {
  const auto state = static_cast<int>(state_after(before.state, append.events));
  const Instant last = append.events.back().at;
  const std::uint64_t version = before.version + append.events.size();
  std::int64_t row = before.id;
  if (before.version == 0) {
    VARSEL_CHECK(database_->run(kAddIncident, append.incident.str(), receipt_of(append).str(), version, state,
                                append.events.front().at, last, Blob{sealed.incident_key}));
    row = database_->last_row();
  } else {
    VARSEL_CHECK(database_->run(kSetIncident, version, state, last, row));
  }
  return database_->run(kAddEvents, row, before.version + 1, Blob{sealed.body});
}

Result<> SqliteStore::write_rest(const SealedTurn& sealed) {
  const Commit& turn = sealed.turn;
  const Instant now = moment(turn);
  for (std::size_t i = 0; i < turn.outbox.size(); ++i) {
    const Outgoing& message = turn.outbox[i];
    VARSEL_TRY(const Kept incident, kept(message.incident));
    VARSEL_CHECK(database_->run(kAddMessage, message.key, incident.id, message.kind, message.due, message.idempotent,
                                now, now, Blob{sealed.outbox[i]}));
  }
  for (const auto& timer : turn.cancel_timers) VARSEL_CHECK(database_->run(kCancelTimer, timer.subject, timer.duty));
  for (const auto& timer : turn.set_timers)
    VARSEL_CHECK(database_->run(kSetTimer, timer.subject, timer.duty, timer.due));
  for (std::size_t i = 0; i < turn.attachments.size(); ++i) {
    const auto& [content_type, name, bytes] = sealed.attachments[i];
    VARSEL_TRY(const Kept incident, kept(turn.attachments[i].incident));
    VARSEL_CHECK(database_->run(kAddAttachment, turn.attachments[i].key, incident.id, turn.attachments[i].at,
                                Blob{content_type}, Blob{name}, Blob{bytes}));
  }
  for (const auto& grant : turn.grants)
    VARSEL_CHECK(
        database_->run(kAddAccess, grant.token_hash, grant.incident.str(), grant.role, grant.subject, grant.expires));
  for (const auto& entry : turn.audit) VARSEL_CHECK(write_audit(entry));
  return {};
}

Result<> SqliteStore::write_audit(const Audit& entry) {
  std::string hash = chain_link(chain_.head, chain_.rows + 1, entry);
  VARSEL_CHECK(database_->run(kAddAudit, chain_.rows + 1, entry.at, entry.actor, entry.action, entry.subject,
                              entry.detail, Blob{hash}));
  chain_ = {chain_.rows + 1, std::move(hash)};
  return {};
}

Result<std::vector<OutboxRow>> SqliteStore::take_due(Instant now, std::size_t at_most) {
  std::vector<SealedMessage> taken;
  const auto take = [&]() -> Result<> {
    {
      VARSEL_TRY(Cursor row, database_->query(kDueMessages, now, std::uint64_t{at_most}));
      for (;;) {
        VARSEL_TRY(const bool more, row.next());
        if (!more) break;
        taken.push_back(read_message(row));
      }
    }
    for (const auto& message : taken) VARSEL_CHECK(database_->run(kTakeMessage, now, message.row.message.key));
    return {};
  };
  VARSEL_CHECK(writer_->run(take));
  std::vector<OutboxRow> out;
  for (auto& message : taken) {
    message.row.state = Delivery::sending;
    message.row.attempts += 1;
    message.row.changed = now;
    VARSEL_TRY(OutboxRow row, open_message(keys(), std::move(message)));
    out.push_back(std::move(row));
  }
  return out;
}

Result<> SqliteStore::settle(const std::string& key, Delivery outcome, Instant at, const std::string& result,
                             std::optional<Instant> next) {
  return writer_->run([&]() -> Result<> {
    Settled after;
    Instant due;
    {
      VARSEL_TRY(Cursor row, database_->query(kFindMessage, key));
      VARSEL_TRY(const bool found, row.next());
      if (!found) return fail(ErrorCode::not_found, "no such message");
      VARSEL_TRY(after, settled(static_cast<Delivery>(row.integer(0)), row.integer(1) != 0, outcome, next));
      due = after.due.value_or(row.instant(2));
    }
    return database_->run(kSettleMessage, static_cast<int>(after.state), due, at, result, key);
  });
}

Result<std::size_t> SqliteStore::recover(Instant now) {
  std::size_t count = 0;
  const auto bring_back = [&]() -> Result<> {
    VARSEL_CHECK(database_->run(kRecover, now));
    count = static_cast<std::size_t>(database_->changed());
    return {};
  };
  VARSEL_CHECK(writer_->run(bring_back));
  return count;
}

Result<> SqliteStore::commit() {
  if (chain_.rows != durable_chain_.rows) VARSEL_CHECK(database_->run(kSetChain, chain_.rows, Blob{chain_.head}));
  VARSEL_CHECK(database_->run(kCommit));
  durable_chain_ = chain_;
  return {};
}

void SqliteStore::rollback() {
  chain_ = durable_chain_;
  // SQLite may have rolled back by itself already; what counts is that no transaction is open afterwards.
  if (sqlite3_get_autocommit(database_->handle()) == 0) [[maybe_unused]]
    const Result<> undone = database_->execute("ROLLBACK");
}

// Copies the write-ahead log into the database. It costs the turns behind it tens of milliseconds, so it waits for a
// quiet moment as long as it can. A failure is not reported: the log holds everything, and the next attempt starts
// over.
void SqliteStore::rest(bool waiting) {
  if (log_pages_ < copied_pages_) copied_pages_ = 0;  // the log began anew
  const std::uint32_t grown = log_pages_ - copied_pages_;
  if (grown < (waiting ? options_.checkpoint_pages : options_.checkpoint_idle_pages)) return;
  // A log that has outgrown the limit several times is always being read by somebody: wait for them once.
  const int mode = log_pages_ >= 4 * options_.checkpoint_pages ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
  int pages = 0;
  int copied = 0;
  if (sqlite3_wal_checkpoint_v2(database_->handle(), "main", mode, &pages, &copied) == SQLITE_OK && copied >= 0)
    copied_pages_ = static_cast<std::uint32_t>(copied);
}

Result<std::shared_ptr<KeyRing>> prove(Connection& database, const MasterKey& key, const Options& options,
                                       bool create) {
  auto keys = std::make_shared<KeyRing>(key, options.keys_cached);
  {
    VARSEL_TRY(Cursor row, database.query(kProof));
    VARSEL_TRY(const bool found, row.next());
    if (found) {
      if (!keys->proves(row.blob(0)))
        return fail(ErrorCode::denied, "the master key is not the one this data folder was made with");
      return keys;
    }
  }
  if (!create) return fail(ErrorCode::corrupt, "the data folder does not say which master key it was made with");
  VARSEL_CHECK(database.run(kSetProof, Blob{keys->proof()}));
  return keys;
}

Result<std::unique_ptr<Connection>> open_writing(const Options& options) {
  VARSEL_TRY(auto database,
             Connection::open((options.folder / kDatabaseFile).string(), Connection::Mode::write, options.vfs));
  VARSEL_CHECK(
      database->execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
                        "PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-" +
                        std::to_string(options.writer_cache_bytes / 1024)));
  VARSEL_CHECK(migrate(*database));
  return database;
}

}  // namespace
}  // namespace varsel::storage::sqlite

namespace varsel::storage {

Result<std::unique_ptr<Store>> open_sqlite(const MasterKey& key, const Options& options) {
  VARSEL_CHECK(create_folder(options.folder));
  VARSEL_TRY(File lock, lock_file(options.folder / kLockFile));
  const std::string file = (options.folder / kDatabaseFile).string();
  // Before SQLite creates it, so that it and the files beside it, which take its mode, are nobody else's to read.
  if (auto created = create_file(file, ""); !created && created.error().code != ErrorCode::conflict)
    return tl::make_unexpected(std::move(created).error());
  VARSEL_TRY(auto database, sqlite::open_writing(options));
  VARSEL_TRY(auto keys, sqlite::prove(*database, key, options, true));
  VARSEL_CHECK(sync_folder(options.folder));
  VARSEL_TRY(auto pool, sqlite::Pool::open(file, options));
  std::uint64_t rows = 0;
  std::string head;
  {
    VARSEL_TRY(sqlite::Cursor row, database->query(sqlite::kReadChain));
    VARSEL_TRY(const bool found, row.next());
    if (!found) return fail(ErrorCode::corrupt, "the head of the audit chain is missing");
    rows = static_cast<std::uint64_t>(row.integer(0));
    head = std::string(row.blob(1));
  }
  return std::make_unique<sqlite::SqliteStore>(std::move(lock), std::move(database), std::move(pool), std::move(keys),
                                               options, rows, std::move(head));
}

Result<std::unique_ptr<Store>> open_sqlite_to_read(const MasterKey& key, const Options& options) {
  const auto file = options.folder / kDatabaseFile;
  VARSEL_TRY(auto database, sqlite::Connection::open(file.string(), sqlite::Connection::Mode::read, options.vfs));
  VARSEL_CHECK(sqlite::check_schema(*database));
  VARSEL_TRY(auto keys, sqlite::prove(*database, key, options, false));
  VARSEL_TRY(auto pool, sqlite::Pool::open(file.string(), options));
  return std::make_unique<sqlite::ReadOnlyStore>(std::move(pool), std::move(keys));
}

Result<Verification> verify_folder(const std::filesystem::path& folder) {
  VARSEL_TRY(auto database,
             sqlite::Connection::open((folder / kDatabaseFile).string(), sqlite::Connection::Mode::read, ""));
  VARSEL_CHECK(sqlite::check_schema(*database));
  return sqlite::verify_chain(*database);
}

}  // namespace varsel::storage
