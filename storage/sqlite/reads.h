// The half of the SQLite store that reads: on a few connections beside the writer, each read a snapshot of its own.
#pragma once
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "storage/open.h"
#include "storage/sealed.h"
#include "storage/sqlite/connection.h"

namespace varsel::storage::sqlite {

// Connections that wait for a reader. A reader waits when all are in use.
class Pool {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Pool>> open(const std::string& file, const Options& options);

  class Lease {
   public:
    explicit Lease(Pool& pool);
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease();
    Connection* operator->() const { return connection_.get(); }
    Connection& operator*() const { return *connection_; }

   private:
    Pool& pool_;
    std::unique_ptr<Connection> connection_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

// Names under which keys are wrapped and remembered. Frozen: they are part of what the wrapping protects.
[[nodiscard]] std::string owner(const ConversationId& id);
[[nodiscard]] std::string owner(const IncidentId& id);
// Names of rows, part of what sealing protects. Frozen likewise.
[[nodiscard]] std::string row_name(const std::string& id, std::uint64_t number);

// A message of the outbox as it stands on disk, still sealed.
struct SealedMessage {
  OutboxRow row;
  std::string wrapped_key;
  std::string body;
};
[[nodiscard]] Result<OutboxRow> open_message(KeyRing& keys, SealedMessage sealed);
// Columns of an outbox row, in the order that read_message() expects.
#define VARSEL_OUTBOX_COLUMNS                                                                            \
  "SELECT i.name, i.key, o.key, o.kind, o.due, o.idempotent, o.state, o.attempts, o.created, o.changed," \
  " o.last_result, o.body FROM outbox o JOIN incident i ON i.id = o.incident "
[[nodiscard]] SealedMessage read_message(const Cursor& row);

[[nodiscard]] Result<Verification> verify_chain(Connection& database);

// Every function that writes answers denied.
class ReadOnlyStore : public Store {
 public:
  ReadOnlyStore(std::unique_ptr<Pool> pool, std::shared_ptr<KeyRing> keys)
      : pool_(std::move(pool)), keys_(std::move(keys)) {}

  void commit(Commit turn, Done done) override;
  Result<std::vector<OutboxRow>> take_due(Instant now, std::size_t at_most) override;
  Result<> settle(const std::string& key, Delivery outcome, Instant at, const std::string& result,
                  std::optional<Instant> next) override;
  Result<std::size_t> recover(Instant now) override;

  Result<std::optional<Conversation>> conversation(const ConversationId& id) override;
  Result<std::vector<Posting>> postings(const ConversationId& id, std::uint64_t after) override;
  Result<std::optional<Inbound>> find_inbound(const InboundKey& key) override;
  Result<std::vector<incident::Event>> events(const IncidentId& id) override;
  Result<std::optional<IncidentId>> find_receipt(const ReceiptNumber& receipt) override;
  Result<std::vector<Listed>> incidents() override;
  Result<std::vector<ConversationId>> conversations_of(const IncidentId& id) override;
  Result<std::vector<OutboxRow>> outbox(std::optional<IncidentId> of) override;
  Result<std::optional<Instant>> next_due() override;
  Result<std::vector<Timer>> due_timers(Instant now, std::size_t at_most) override;
  Result<Attachment> attachment(const std::string& key) override;
  Result<std::optional<Access>> access(const std::string& token_hash) override;
  Result<std::vector<AuditRow>> audit_log(std::uint64_t after, std::size_t at_most) override;
  Result<Verification> verify() override;
  Result<std::string> audit_head() override;
  [[nodiscard]] Counters counters() const override { return {}; }

 protected:
  // The key of a conversation or an incident, from memory or from its row. not_found: it has no row.
  Result<KeyPointer> key_of(const ConversationId& id);
  Result<KeyPointer> key_of(const IncidentId& id);
  KeyRing& keys() { return *keys_; }
  void close_readers() { pool_.reset(); }

 private:
  Result<KeyPointer> key_of(const std::string& owner, const char* sql, const std::string& id);
  std::unique_ptr<Pool> pool_;
  std::shared_ptr<KeyRing> keys_;
};

}  // namespace varsel::storage::sqlite
