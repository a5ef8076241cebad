// The store's contract in memory. It keeps everything in clear and forgets it at the end.
#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "base/text.h"
#include "storage/audit.h"
#include "storage/open.h"
#include "storage/rules.h"
#include "storage/writer.h"

namespace varsel::storage {
namespace {

class MemoryStore final : public Store, private Medium {
 public:
  MemoryStore() : writer_(*this, Options{}.waiting_turns, Options{}.waiting_bytes) {}

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
  [[nodiscard]] Counters counters() const override { return writer_.counters(); }

 private:
  struct Talk {
    Conversation conversation;
    std::vector<Posting> postings;
  };
  struct Kept {
    Listed listed;
    std::vector<incident::Event> events;
    std::size_t order = 0;
  };
  struct Link {
    Audit entry;
    std::string hash;
  };

  Result<> look(const Commit& turn) const;
  Result<> write(Commit turn);
  Result<> known(const IncidentId& id, const Commit& turn) const;
  OutboxRow* find_message(const std::string& key);

  // Every task looks before it writes and a write cannot fail, so there is nothing to undo.
  Result<> begin() override { return {}; }
  Result<> commit() override { return {}; }
  void rollback() override {}
  void rest(bool) override {}

  mutable std::mutex mutex_;
  std::map<ConversationId, Talk> talks_;
  std::map<InboundKey, Inbound> inbound_;
  std::map<IncidentId, Kept> incidents_;
  std::map<ReceiptNumber, IncidentId> receipts_;
  std::map<IncidentId, std::vector<ConversationId>> talks_of_;
  std::vector<OutboxRow> outbox_;                                  // oldest first
  std::map<std::pair<std::string, std::string>, Instant> timers_;  // by subject and duty
  std::map<std::string, Attachment> attachments_;
  std::map<std::string, Access> access_;
  std::vector<Link> audit_;
  Writer writer_;  // last: its thread uses everything above
};

void MemoryStore::commit(Commit turn, Done done) {
  if (auto sound = check(turn); !sound) return done(std::move(sound));
  const std::size_t bytes = size_of(turn);
  writer_.submit({[this, turn = std::move(turn)]() mutable -> Result<> { return write(std::move(turn)); },
                  std::move(done), bytes});
}

Result<> MemoryStore::known(const IncidentId& id, const Commit& turn) const {
  const auto opens = [&id](const Commit::Append& append) { return append.incident == id; };
  if (incidents_.contains(id) || std::any_of(turn.appends.begin(), turn.appends.end(), opens)) return {};
  return fail(ErrorCode::not_found, "no such incident");
}

Result<> MemoryStore::look(const Commit& turn) const {
  if (turn.inbound && inbound_.contains(*turn.inbound))
    return fail(ErrorCode::conflict, "the message is known already");
  if (turn.conversation) {
    Standing standing;
    if (const auto found = talks_.find(turn.conversation->id); found != talks_.end())
      standing = {found->second.conversation.revision, found->second.conversation.last_sequence};
    VARSEL_CHECK(check_follows(turn, standing));
  }
  for (const auto& append : turn.appends) {
    const auto found = incidents_.find(append.incident);
    const std::uint64_t version = found == incidents_.end() ? 0 : found->second.events.size();
    if (version != append.expected_version) return fail(ErrorCode::conflict, "the incident has another version");
    if (version == 0 && receipts_.contains(receipt_of(append)))
      return fail(ErrorCode::conflict, "the receipt number is taken");
  }
  for (const auto& message : turn.outbox) VARSEL_CHECK(known(message.incident, turn));
  for (const auto& file : turn.attachments) {
    VARSEL_CHECK(known(file.incident, turn));
    if (attachments_.contains(file.key)) return fail(ErrorCode::conflict, "the attachment is known already");
  }
  return {};
}

Result<> MemoryStore::write(Commit turn) {
  const std::lock_guard lock(mutex_);
  VARSEL_CHECK(look(turn));
  const Instant now = moment(turn);
  if (turn.conversation) {
    Talk& talk = talks_[turn.conversation->id];
    talk.conversation = *turn.conversation;
    ++talk.conversation.revision;
    if (turn.inbound)
      inbound_[*turn.inbound] = {talk.conversation.id, talk.conversation.last_sequence + 1 - turn.postings.size(),
                                 talk.conversation.last_sequence};
    for (auto& posting : turn.postings) talk.postings.push_back(std::move(posting));
    if (talk.conversation.incident) {
      auto& about = talks_of_[*talk.conversation.incident];
      if (std::find(about.begin(), about.end(), talk.conversation.id) == about.end())
        about.push_back(talk.conversation.id);
    }
  }
  for (auto& append : turn.appends) {
    Kept& kept = incidents_[append.incident];
    if (append.expected_version == 0) {
      kept.listed = {append.incident, incident::State::draft, append.events.front().at, {}};
      kept.order = incidents_.size();
      receipts_.emplace(receipt_of(append), append.incident);
    }
    kept.listed.state = state_after(kept.listed.state, append.events);
    kept.listed.changed_at = append.events.back().at;
    for (auto& event : append.events) kept.events.push_back(std::move(event));
  }
  for (auto& message : turn.outbox)
    if (find_message(message.key) == nullptr)
      outbox_.push_back({std::move(message), Delivery::pending, 0, now, now, {}});
  for (const auto& timer : turn.cancel_timers) timers_.erase({timer.subject, timer.duty});
  for (const auto& timer : turn.set_timers) timers_[{timer.subject, timer.duty}] = timer.due;
  for (auto& file : turn.attachments) attachments_.insert_or_assign(file.key, file);
  for (auto& grant : turn.grants) access_.insert_or_assign(grant.token_hash, grant);
  for (auto& entry : turn.audit) {
    const std::string previous = audit_.empty() ? chain_start() : audit_.back().hash;
    std::string hash = chain_link(previous, audit_.size() + 1, entry);
    audit_.push_back({std::move(entry), std::move(hash)});
  }
  return {};
}

OutboxRow* MemoryStore::find_message(const std::string& key) {
  for (auto& row : outbox_)
    if (row.message.key == key) return &row;
  return nullptr;
}

Result<std::vector<OutboxRow>> MemoryStore::take_due(Instant now, std::size_t at_most) {
  std::vector<OutboxRow> out;
  VARSEL_CHECK(writer_.run([&]() -> Result<> {
    const std::lock_guard lock(mutex_);
    std::vector<OutboxRow*> due;
    for (auto& row : outbox_)
      if (row.state == Delivery::pending && row.message.due <= now) due.push_back(&row);
    std::stable_sort(due.begin(), due.end(),
                     [](const OutboxRow* a, const OutboxRow* b) { return a->message.due < b->message.due; });
    due.resize(std::min(due.size(), at_most));
    for (OutboxRow* const row : due) {
      row->state = Delivery::sending;
      ++row->attempts;
      row->changed = now;
      out.push_back(*row);
    }
    return {};
  }));
  return out;
}

Result<> MemoryStore::settle(const std::string& key, Delivery outcome, Instant at, const std::string& result,
                             std::optional<Instant> next) {
  return writer_.run([&]() -> Result<> {
    const std::lock_guard lock(mutex_);
    OutboxRow* const row = find_message(key);
    if (row == nullptr) return fail(ErrorCode::not_found, "no such message");
    VARSEL_TRY(const Settled after, settled(row->state, row->message.idempotent, outcome, next));
    row->state = after.state;
    row->message.due = after.due.value_or(row->message.due);
    row->changed = at;
    row->last_result = result;
    return {};
  });
}

Result<std::size_t> MemoryStore::recover(Instant now) {
  std::size_t count = 0;
  VARSEL_CHECK(writer_.run([&]() -> Result<> {
    const std::lock_guard lock(mutex_);
    for (auto& row : outbox_) {
      if (row.state != Delivery::sending) continue;
      row.state = row.message.idempotent ? Delivery::pending : Delivery::may_have_been_delivered;
      row.changed = now;
      ++count;
    }
    return {};
  }));
  return count;
}

Result<std::optional<Conversation>> MemoryStore::conversation(const ConversationId& id) {
  const std::lock_guard lock(mutex_);
  const auto found = talks_.find(id);
  if (found == talks_.end()) return std::nullopt;
  return found->second.conversation;
}

Result<std::vector<Posting>> MemoryStore::postings(const ConversationId& id, std::uint64_t after) {
  const std::lock_guard lock(mutex_);
  std::vector<Posting> out;
  if (const auto found = talks_.find(id); found != talks_.end())
    std::copy_if(found->second.postings.begin(), found->second.postings.end(), std::back_inserter(out),
                 [after](const Posting& posting) { return posting.sequence > after; });
  return out;
}

Result<std::optional<Inbound>> MemoryStore::find_inbound(const InboundKey& key) {
  const std::lock_guard lock(mutex_);
  const auto found = inbound_.find(key);
  if (found == inbound_.end()) return std::nullopt;
  return found->second;
}

Result<std::vector<incident::Event>> MemoryStore::events(const IncidentId& id) {
  const std::lock_guard lock(mutex_);
  const auto found = incidents_.find(id);
  if (found == incidents_.end()) return fail(ErrorCode::not_found, "no such incident");
  return found->second.events;
}

Result<std::optional<IncidentId>> MemoryStore::find_receipt(const ReceiptNumber& receipt) {
  const std::lock_guard lock(mutex_);
  const auto found = receipts_.find(receipt);
  if (found == receipts_.end()) return std::nullopt;
  return found->second;
}

Result<std::vector<Listed>> MemoryStore::incidents() {
  const std::lock_guard lock(mutex_);
  std::vector<const Kept*> kept;
  for (const auto& [id, incident] : incidents_) kept.push_back(&incident);
  std::sort(kept.begin(), kept.end(), [](const Kept* a, const Kept* b) { return a->order > b->order; });
  std::vector<Listed> out;
  for (const Kept* const incident : kept) out.push_back(incident->listed);
  return out;
}

Result<std::vector<ConversationId>> MemoryStore::conversations_of(const IncidentId& id) {
  const std::lock_guard lock(mutex_);
  const auto found = talks_of_.find(id);
  return found == talks_of_.end() ? std::vector<ConversationId>{} : found->second;
}

Result<std::vector<OutboxRow>> MemoryStore::outbox(std::optional<IncidentId> of) {
  const std::lock_guard lock(mutex_);
  std::vector<OutboxRow> out;
  std::copy_if(outbox_.rbegin(), outbox_.rend(), std::back_inserter(out),
               [&of](const OutboxRow& row) { return !of || row.message.incident == *of; });
  return out;
}

Result<std::optional<Instant>> MemoryStore::next_due() {
  const std::lock_guard lock(mutex_);
  std::optional<Instant> first;
  const auto seen = [&first](Instant due) { first = first ? std::min(*first, due) : due; };
  for (const auto& row : outbox_)
    if (row.state == Delivery::pending) seen(row.message.due);
  for (const auto& [name, due] : timers_) seen(due);
  return first;
}

Result<std::vector<Timer>> MemoryStore::due_timers(Instant now, std::size_t at_most) {
  const std::lock_guard lock(mutex_);
  std::vector<Timer> out;
  for (const auto& [name, due] : timers_)
    if (due <= now) out.push_back({name.second, name.first, due});
  std::stable_sort(out.begin(), out.end(), [](const Timer& a, const Timer& b) { return a.due < b.due; });
  out.resize(std::min(out.size(), at_most));
  return out;
}

Result<Attachment> MemoryStore::attachment(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = attachments_.find(key);
  if (found == attachments_.end()) return fail(ErrorCode::not_found, "no such attachment");
  return found->second;
}

Result<std::optional<Access>> MemoryStore::access(const std::string& token_hash) {
  const std::lock_guard lock(mutex_);
  const auto found = access_.find(token_hash);
  if (found == access_.end()) return std::nullopt;
  return found->second;
}

Result<std::vector<AuditRow>> MemoryStore::audit_log(std::uint64_t after, std::size_t at_most) {
  const std::lock_guard lock(mutex_);
  std::vector<AuditRow> out;
  for (std::uint64_t i = after; i < audit_.size() && out.size() < at_most; ++i)
    out.push_back({i + 1, audit_[i].entry, to_hex(audit_[i].hash)});
  return out;
}

Result<Verification> MemoryStore::verify() {
  const std::lock_guard lock(mutex_);
  ChainCheck chain;
  for (std::size_t i = 0; i < audit_.size(); ++i) chain.row(i + 1, audit_[i].entry, audit_[i].hash);
  return chain.finish(audit_.size(), audit_.empty() ? chain_start() : audit_.back().hash);
}

Result<std::string> MemoryStore::audit_head() {
  const std::lock_guard lock(mutex_);
  return to_hex(audit_.empty() ? chain_start() : audit_.back().hash);
}

}  // namespace

std::unique_ptr<Store> open_memory() {
  return std::make_unique<MemoryStore>();
}

}  // namespace varsel::storage
