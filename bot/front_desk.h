// The front desk: takes messages from every channel and timer, makes one turn at a time for each conversation, and
// answers after the commit. Loads and commits; the turn itself is pure (turn.h).
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "adapters/channel.h"
#include "bot/lanes.h"
#include "bot/recent.h"
#include "bot/turn.h"
#include "bot/workers.h"
#include "storage/store.h"

namespace varsel::bot {

class FrontDesk final : public adapters::Desk {
 public:
  struct Hooks {
    // What a turn posted, after its commit: for open streams. Called on the committing thread; must be quick.
    std::function<void(const ConversationId&, const std::vector<adapters::Posted>&)> posted;
    std::function<void(Instant due)> work_waits;           // something for the outbox or a timer, due then
    std::function<void(const std::string& what)> trouble;  // for the operator's log: ids and codes only
  };

  // All arguments outlive the desk.
  FrontDesk(const House& house, const Outside& outside, storage::Store& store, Workers& workers);
  void connect(Hooks hooks) { hooks_ = std::move(hooks); }  // before the first message

  void deliver(adapters::Incoming message, Delivered done) override;
  void open(ConversationId conversation, std::string channel, PersonId person, std::optional<Locale> locale,
            Delivered done) override;
  void history(ConversationId conversation, std::uint64_t after, Delivered done) override;

  // From now on every message is answered unavailable: the server stops.
  void close() { closed_ = true; }

  // A timer of a conversation fired.
  void fired(const ConversationId& conversation, Arrival timer, std::function<void(Result<>)> done);

  // Opens, or finds, the conversation in which the holder of a link works on an incident. invalid: no such role.
  void open_case(const storage::Access& access, const ConversationId& conversation, PersonId person, Delivered done);

  // The record of an incident as it is now. not_found, or as storage::Store::events.
  [[nodiscard]] Result<RecordPtr> record(const IncidentId& incident);

  // Changes an incident outside any conversation: `change` gets the record and fills the commit (its append excepted)
  // and returns the events; nothing is committed when there are no events, timers or messages. Tried again when
  // somebody else was faster.
  using Change = std::function<std::vector<incident::Event>(const incident::Record&, storage::Commit&)>;
  [[nodiscard]] Result<> change(const IncidentId& incident, const Change& change);

 private:
  using SessionPtr = std::shared_ptr<const Session>;
  struct Opening {
    std::string channel;
    PersonId person;
    dialog::State state;
    std::optional<IncidentId> incident;
  };

  void enter(const ConversationId& conversation, Delivered done, std::function<void(Delivered)> task);
  void take_turn(const ConversationId& id, const std::optional<Opening>& opening, Arrival arrival,
                 std::optional<InboundKey> key, Delivered done, int tries);
  void start(const ConversationId& id, Opening opening, std::optional<Locale> locale, Delivered done);
  Result<SessionPtr> session(const ConversationId& id, const std::optional<Opening>& opening);
  void find_resumable(arrival::Said& said);
  Result<std::vector<adapters::Posted>> posted_between(const ConversationId& id, std::uint64_t first,
                                                       std::uint64_t last);

  const House& house_;
  const Outside& outside_;
  storage::Store& store_;
  Workers& workers_;
  Hooks hooks_;
  std::atomic<bool> closed_{false};
  Lanes lanes_;
  Recent<ConversationId, SessionPtr> sessions_;
  Recent<IncidentId, RecordPtr> records_;
};

}  // namespace varsel::bot
