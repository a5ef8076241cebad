// The sentences of storage/store.h, for every body of the store.
#include <algorithm>
#include <future>
#include <set>
#include <thread>

#include "support.h"

namespace varsel::storage {
namespace {

// A store of the kind that the test is run for.
struct Bodies {
  Folder folder;
  std::unique_ptr<Store> store;
  Bodies() {
    const auto kind = GENERATE(as<std::string>{}, "memory", "sqlite");
    INFO(kind);
    store = kind == "memory" ? open_memory() : opened(in(folder));
  }
  Store* operator->() const { return store.get(); }
  Store& operator*() const { return *store; }
};

const ConversationId kTalk("a");
const IncidentId kIncident("incident-a");

Commit only_message(const std::string& key, Instant due, bool idempotent = false) {
  Commit turn;
  turn.outbox.push_back({key, kIncident, "mail", PersonalText("body of " + key), due, idempotent});
  return turn;
}

std::vector<std::string> keys_of(const std::vector<OutboxRow>& rows) {
  std::vector<std::string> keys;
  for (const auto& row : rows) keys.push_back(row.message.key);
  return keys;
}

OutboxRow the_row(Store& store, const std::string& key) {
  const auto rows = store.outbox(std::nullopt);
  REQUIRE(rows);
  const auto found =
      std::find_if(rows->begin(), rows->end(), [&key](const OutboxRow& row) { return row.message.key == key; });
  REQUIRE(found != rows->end());
  return *found;
}

}  // namespace

TEST_CASE("a new store is empty and its audit chain is whole") {
  const Bodies store;
  CHECK_FALSE(store->conversation(kTalk)->has_value());
  CHECK(store->postings(kTalk, 0)->empty());
  CHECK_FALSE(store->find_inbound(InboundKey("x"))->has_value());
  CHECK(code_of(store->events(kIncident)) == ErrorCode::not_found);
  CHECK_FALSE(store->find_receipt(ReceiptNumber("V-1"))->has_value());
  CHECK(store->incidents()->empty());
  CHECK(store->conversations_of(kIncident)->empty());
  CHECK(store->outbox(std::nullopt)->empty());
  CHECK_FALSE(store->next_due()->has_value());
  CHECK(store->due_timers(minute(0), 10)->empty());
  CHECK(code_of(store->attachment("x")) == ErrorCode::not_found);
  CHECK_FALSE(store->access("x")->has_value());
  CHECK(store->audit_log(0, 10)->empty());
  CHECK(*store->audit_head() == std::string(64, '0'));
  const auto found = store->verify();
  REQUIRE(found);
  CHECK(found->rows == 0);
  CHECK_FALSE(found->first_bad);
}

TEST_CASE("everything that a turn brought is read after done") {
  const Bodies store;
  Commit turn = turn_of("a", 0);
  turn.attachments.push_back({"file-1", kIncident, minute(0), "image/png", PersonalText("screen.png"),
                              Personal<std::string>(std::string("\x89PNG\0\xff", 6))});
  turn.grants.push_back({"hash-1", kIncident, "adviser", "egedal.dpo", minute(60)});
  std::promise<Result<>> answer;
  store->commit(turn, [&answer](Result<> outcome) { answer.set_value(std::move(outcome)); });
  REQUIRE(answer.get_future().get());

  check_kept(*store, "a", 1);
  const auto talk = store->conversation(kTalk);
  REQUIRE(talk->has_value());
  CHECK((*talk)->channel == "webchat");
  CHECK((*talk)->person == PersonId("dl_a"));
  CHECK((*talk)->incident == kIncident);
  const auto postings = store->postings(kTalk, 1);
  REQUIRE(postings->size() == 1);
  CHECK((*postings)[0].at == minute(0));
  CHECK((*postings)[0].body.reveal() == "answered 0");
  const auto inbound = store->find_inbound(InboundKey("a/in/0"));
  REQUIRE(inbound->has_value());
  CHECK((*inbound)->conversation == kTalk);
  CHECK((*inbound)->first_sequence == 1);
  CHECK((*inbound)->last_sequence == 2);
  CHECK(store->find_receipt(ReceiptNumber("V-a"))->value() == kIncident);
  CHECK(*store->conversations_of(kIncident) == std::vector{kTalk});
  const auto file = store->attachment("file-1");
  REQUIRE(file);
  CHECK(file->incident == kIncident);
  CHECK(file->at == minute(0));
  CHECK(file->content_type == "image/png");
  CHECK(file->name.reveal() == "screen.png");
  CHECK(file->bytes.reveal() == std::string("\x89PNG\0\xff", 6));
  const auto access = store->access("hash-1");
  REQUIRE(access->has_value());
  CHECK((*access)->incident == kIncident);
  CHECK((*access)->role == "adviser");
  CHECK((*access)->subject == "egedal.dpo");
  CHECK((*access)->expires == minute(60));
  const auto row = the_row(*store, "a/mail/0");
  CHECK(row.message.incident == kIncident);
  CHECK(row.message.kind == "mail");
  CHECK(row.message.body.reveal() == "mail 0");
  CHECK(row.message.idempotent);
  CHECK(row.state == Delivery::pending);
  CHECK(row.attempts == 0);
  CHECK(row.created == minute(0));
  CHECK(row.changed == minute(0));
  const auto log = store->audit_log(0, 10);
  REQUIRE(log->size() == 1);
  CHECK((*log)[0].sequence == 1);
  CHECK((*log)[0].entry.at == minute(0));
  CHECK((*log)[0].entry.actor == "dl_a");
  CHECK((*log)[0].entry.action == "turn");
  CHECK((*log)[0].entry.subject == "a");
  CHECK((*log)[0].entry.detail == "n=0");
  CHECK((*log)[0].hash == *store->audit_head());
  CHECK(store->counters().commits == 1);
  CHECK(store->counters().transactions == 1);
}

TEST_CASE("a refused turn leaves no trace") {
  const Bodies store;
  REQUIRE(store->commit(turn_of("a", 0)));
  REQUIRE(store->commit(turn_of("b", 0)));
  Commit turn = turn_of("a", 1);
  turn.grants.push_back({"hash", kIncident, "adviser", "x", minute(9)});
  ErrorCode expected = ErrorCode::conflict;

  SECTION("another revision") {
    turn.conversation->revision = 0;
  }
  SECTION("a later revision") {
    turn.conversation->revision = 7;
  }
  SECTION("a later revision of a conversation that is not stored") {
    turn.conversation->id = ConversationId("unknown");
  }
  SECTION("another version") {
    turn.appends[0].expected_version = 5;
  }
  SECTION("an older version") {
    turn.appends[0].expected_version = 0;
    turn.appends[0].events = {opening("V-new", minute(1))};
  }
  SECTION("a later version of an incident that is not stored") {
    turn.appends[0].incident = IncidentId("unknown");
  }
  SECTION("a message that is known") {
    turn.inbound = InboundKey("a/in/0");
  }
  SECTION("a receipt number that is taken") {
    turn.appends.push_back({IncidentId("third"), 0, {opening("V-b", minute(1))}});
  }
  SECTION("a message for an incident that is not stored") {
    turn.outbox.push_back({"k", IncidentId("unknown"), "mail", PersonalText("x"), minute(1), false});
    expected = ErrorCode::not_found;
  }
  SECTION("an attachment for an incident that is not stored") {
    turn.attachments.push_back({"k", IncidentId("unknown"), minute(1), "text/plain", {}, {}});
    expected = ErrorCode::not_found;
  }
  SECTION("a gap in the sequences") {
    turn.postings[0].sequence = turn.postings[1].sequence = 9;
    expected = ErrorCode::invalid;
  }
  SECTION("sequences that do not follow the kept ones") {
    turn.postings[0].sequence = 9;
    turn.postings[1].sequence = 10;
    turn.conversation->last_sequence = 10;
    expected = ErrorCode::invalid;
  }
  SECTION("an incident that begins without its opening") {
    turn.appends.push_back({IncidentId("third"), 0, {note("x", minute(1))}});
    expected = ErrorCode::invalid;
  }
  SECTION("an append without events") {
    turn.appends[0].events.clear();
    expected = ErrorCode::invalid;
  }
  SECTION("two appends to one incident") {
    turn.appends.push_back(turn.appends[0]);
    expected = ErrorCode::invalid;
  }
  SECTION("postings without their conversation") {
    turn.conversation.reset();
    expected = ErrorCode::invalid;
  }

  CHECK(code_of(store->commit(turn)) == expected);
  check_kept(*store, "a", 1);
  check_kept(*store, "b", 1);
  CHECK_FALSE(store->access("hash")->has_value());
  CHECK(store->audit_log(0, 10)->size() == 2);
  CHECK(store->outbox(std::nullopt)->size() == 2);
  CHECK(store->incidents()->size() == 2);
  CHECK(store->next_due()->value() == minute(0));
  CHECK(store->counters().commits == 2);
  // The store goes on, also with keys that a refused opening had made.
  REQUIRE(store->commit(turn_of("a", 1)));
  check_kept(*store, "a", 2);
}

TEST_CASE("a taken attachment key is refused") {
  const Bodies store;
  Commit turn = turn_of("a", 0);
  turn.attachments.push_back({"k", kIncident, minute(0), "text/plain", PersonalText("one"), {}});
  REQUIRE(store->commit(turn));
  Commit second = turn_of("a", 1);
  second.attachments.push_back({"k", kIncident, minute(1), "text/plain", PersonalText("two"), {}});
  CHECK(code_of(store->commit(second)) == ErrorCode::conflict);
  CHECK(store->attachment("k")->name.reveal() == "one");
  check_kept(*store, "a", 1);
}

TEST_CASE("of two openings of one incident the second is refused and the first stays readable") {
  const Bodies store;
  REQUIRE(store->commit(turn_of("a", 0)));
  Commit second;
  second.appends.push_back({kIncident, 0, {opening("V-other", minute(3))}});
  CHECK(code_of(store->commit(second)) == ErrorCode::conflict);
  for (std::uint64_t n = 1; n < 4; ++n) REQUIRE(store->commit(turn_of("a", n)));
  check_kept(*store, "a", 4);
}

TEST_CASE("a turn without postings or an incident is kept") {
  const Bodies store;
  Commit turn;
  turn.conversation = Conversation{kTalk, "console", PersonId("console"), 0, 0, std::nullopt, PersonalText("")};
  turn.inbound = InboundKey("k");
  REQUIRE(store->commit(turn));
  const auto talk = store->conversation(kTalk);
  REQUIRE(talk->has_value());
  CHECK((*talk)->revision == 1);
  CHECK_FALSE((*talk)->incident);
  CHECK((*talk)->state.reveal().empty());
  const auto inbound = store->find_inbound(InboundKey("k"));
  REQUIRE(inbound->has_value());
  CHECK((*inbound)->first_sequence == 1);
  CHECK((*inbound)->last_sequence == 0);
}

TEST_CASE("every incident that a conversation was about keeps the conversation") {
  const Bodies store;
  REQUIRE(store->commit(turn_of("a", 0)));
  Commit next = turn_of("a", 1);
  next.appends = {{IncidentId("second"), 0, {opening("V-2", minute(1))}}};
  next.outbox.clear();
  next.conversation->incident = IncidentId("second");
  REQUIRE(store->commit(next));
  CHECK(*store->conversations_of(kIncident) == std::vector{kTalk});
  CHECK(*store->conversations_of(IncidentId("second")) == std::vector{kTalk});
}

TEST_CASE("incidents are listed newest first with their states") {
  const Bodies store;
  for (const char* const talk : {"a", "b", "c"}) REQUIRE(store->commit(turn_of(talk, 0)));
  Commit turn;
  turn.appends.push_back(
      {kIncident, 1, {{minute(7), PersonId("varsel"), incident::event::StateChanged{incident::State::withdrawn, ""}}}});
  REQUIRE(store->commit(turn));
  const auto listed = store->incidents();
  REQUIRE(listed->size() == 3);
  CHECK((*listed)[0].id == IncidentId("incident-c"));
  CHECK((*listed)[1].id == IncidentId("incident-b"));
  CHECK((*listed)[1].state == incident::State::draft);
  CHECK((*listed)[2].id == kIncident);
  CHECK((*listed)[2].state == incident::State::withdrawn);
  CHECK((*listed)[2].opened_at == minute(0));
  CHECK((*listed)[2].changed_at == minute(7));
}

TEST_CASE("a message with a known key is ignored and the rest of its turn is kept") {
  const Bodies store;
  REQUIRE(store->commit(turn_of("a", 0)));
  Commit turn = turn_of("a", 1);
  turn.outbox[0] = {"a/mail/0", kIncident, "mail", PersonalText("again"), minute(99), false};
  REQUIRE(store->commit(turn));
  CHECK(store->outbox(std::nullopt)->size() == 1);
  CHECK(the_row(*store, "a/mail/0").message.body.reveal() == "mail 0");
  CHECK(store->conversation(kTalk)->value().revision == 2);
}

TEST_CASE("due messages are taken once and in the order of their times") {
  const Bodies store;
  REQUIRE(store->commit(turn_of("a", 0)));
  for (const auto& [key, due] : std::vector<std::pair<std::string, int>>{{"x", 5}, {"y", 3}, {"z", 9}})
    REQUIRE(store->commit(only_message(key, minute(due))));
  CHECK(keys_of(*store->take_due(minute(6), 2)) == std::vector<std::string>{"a/mail/0", "y"});
  const auto taken = store->take_due(minute(6), 10);
  REQUIRE(keys_of(*taken) == std::vector<std::string>{"x"});
  CHECK((*taken)[0].state == Delivery::sending);
  CHECK((*taken)[0].attempts == 1);
  CHECK((*taken)[0].changed == minute(6));
  CHECK((*taken)[0].message.body.reveal() == "body of x");
  CHECK(the_row(*store, "x").state == Delivery::sending);
  CHECK(store->take_due(minute(6), 10)->empty());
  CHECK(keys_of(*store->take_due(minute(9), 10)) == std::vector<std::string>{"z"});
}

TEST_CASE("an attempt leaves a message in the documented state") {
  struct Row {
    const char* name;
    Delivery outcome;
    bool idempotent;
    bool again;
    std::optional<ErrorCode> error;
    Delivery after;
  };
  const auto row = GENERATE(values<Row>({
      {"delivered", Delivery::delivered, false, false, {}, Delivery::delivered},
      {"refused for good", Delivery::failed, false, false, {}, Delivery::failed},
      {"answer lost", Delivery::may_have_been_delivered, false, false, {}, Delivery::may_have_been_delivered},
      {"try again", Delivery::pending, false, true, {}, Delivery::pending},
      {"failed and try again", Delivery::failed, false, true, {}, Delivery::pending},
      {"answer lost but idempotent", Delivery::may_have_been_delivered, true, true, {}, Delivery::pending},
      {"answer lost and not idempotent", Delivery::may_have_been_delivered, false, true, ErrorCode::invalid,
       Delivery::sending},
      {"again without a time", Delivery::pending, false, false, ErrorCode::invalid, Delivery::sending},
      {"delivered and again", Delivery::delivered, false, true, ErrorCode::invalid, Delivery::sending},
      {"sending is no outcome", Delivery::sending, false, false, ErrorCode::invalid, Delivery::sending},
  }));
  INFO(row.name);
  const Bodies store;
  Commit turn = turn_of("a", 0);
  turn.outbox.clear();
  REQUIRE(store->commit(turn));
  REQUIRE(store->commit(only_message("m", minute(0), row.idempotent)));
  REQUIRE(store->take_due(minute(1), 1)->size() == 1);
  const std::optional<Instant> next = row.again ? std::optional(minute(20)) : std::nullopt;
  const auto outcome = store->settle("m", row.outcome, minute(2), "451", next);
  const auto after = the_row(*store, "m");
  CHECK(after.state == row.after);
  if (row.error) {
    CHECK(code_of(outcome) == *row.error);
    CHECK(after.last_result.empty());
    return;
  }
  REQUIRE(outcome);
  CHECK(after.changed == minute(2));
  CHECK(after.last_result == "451");
  CHECK(after.attempts == 1);
  CHECK(store->take_due(minute(19), 9)->empty());
  CHECK(store->take_due(minute(20), 9)->size() == (row.again ? 1 : 0));
  if (!row.again) CHECK(code_of(store->settle("m", Delivery::delivered, minute(3), "", {})) == ErrorCode::conflict);
}

TEST_CASE("only a message that is being sent can be settled") {
  const Bodies store;
  REQUIRE(store->commit(turn_of("a", 0)));
  CHECK(code_of(store->settle("a/mail/0", Delivery::delivered, minute(1), "", {})) == ErrorCode::conflict);
  CHECK(code_of(store->settle("unknown", Delivery::delivered, minute(1), "", {})) == ErrorCode::not_found);
}

TEST_CASE("recovery sends idempotent messages again and marks the others") {
  const Bodies store;
  Commit turn = turn_of("a", 0);
  turn.outbox.clear();
  REQUIRE(store->commit(turn));
  REQUIRE(store->commit(only_message("idempotent", minute(0), true)));
  REQUIRE(store->commit(only_message("not", minute(0), false)));
  REQUIRE(store->commit(only_message("later", minute(50), false)));
  REQUIRE(store->take_due(minute(1), 9)->size() == 2);
  CHECK(*store->recover(minute(2)) == 2);
  CHECK(the_row(*store, "idempotent").state == Delivery::pending);
  CHECK(the_row(*store, "idempotent").changed == minute(2));
  CHECK(the_row(*store, "not").state == Delivery::may_have_been_delivered);
  CHECK(the_row(*store, "later").state == Delivery::pending);
  CHECK(*store->recover(minute(3)) == 0);
  CHECK(keys_of(*store->take_due(minute(3), 9)) == std::vector<std::string>{"idempotent"});
}

TEST_CASE("the outbox is read newest first and by incident") {
  const Bodies store;
  REQUIRE(store->commit(turn_of("a", 0)));
  REQUIRE(store->commit(turn_of("b", 0)));
  REQUIRE(store->commit(turn_of("a", 1)));
  CHECK(keys_of(*store->outbox(std::nullopt)) == std::vector<std::string>{"a/mail/1", "b/mail/0", "a/mail/0"});
  CHECK(keys_of(*store->outbox(kIncident)) == std::vector<std::string>{"a/mail/1", "a/mail/0"});
}

TEST_CASE("setting a timer again moves it and cancelling removes it") {
  const Bodies store;
  Commit turn;
  turn.set_timers = {{"nudge", "a", minute(10)}, {"handover", "a", minute(20)}, {"nudge", "b", minute(5)}};
  REQUIRE(store->commit(turn));
  CHECK(store->next_due()->value() == minute(5));
  turn.set_timers = {{"nudge", "a", minute(2)}};
  REQUIRE(store->commit(turn));
  CHECK(*store->due_timers(minute(60), 9) ==
        std::vector<Timer>{{"nudge", "a", minute(2)}, {"nudge", "b", minute(5)}, {"handover", "a", minute(20)}});
  CHECK(*store->due_timers(minute(60), 1) == std::vector<Timer>{{"nudge", "a", minute(2)}});
  CHECK(*store->due_timers(minute(4), 9) == std::vector<Timer>{{"nudge", "a", minute(2)}});
  // A cancelled timer is gone whatever its due says; cancelling first, a turn may cancel and set the same one.
  Commit cancel;
  cancel.cancel_timers = {{"nudge", "a", minute(0)}, {"nudge", "b", minute(0)}, {"unknown", "a", minute(0)}};
  cancel.set_timers = {{"nudge", "b", minute(30)}};
  REQUIRE(store->commit(cancel));
  CHECK(*store->due_timers(minute(60), 9) ==
        std::vector<Timer>{{"handover", "a", minute(20)}, {"nudge", "b", minute(30)}});
}

TEST_CASE("the next due time is that of messages and timers together") {
  const Bodies store;
  Commit turn = turn_of("a", 0);
  turn.outbox[0].due = minute(30);
  REQUIRE(store->commit(turn));
  CHECK(store->next_due()->value() == minute(30));
  REQUIRE(store->take_due(minute(30), 1)->size() == 1);
  CHECK(store->next_due()->value() == minute(60));
}

TEST_CASE("granting a token again renews it") {
  const Bodies store;
  Commit turn;
  turn.grants.push_back({"h", kIncident, "contact", "x", minute(1)});
  REQUIRE(store->commit(turn));
  turn.grants[0].expires = minute(2);
  REQUIRE(store->commit(turn));
  CHECK(store->access("h")->value().expires == minute(2));
}

TEST_CASE("the audit log is read in pages and its chain is whole") {
  const Bodies store;
  for (std::uint64_t n = 0; n < 5; ++n) REQUIRE(store->commit(turn_of("a", n)));
  const auto page = store->audit_log(2, 2);
  REQUIRE(page->size() == 2);
  CHECK((*page)[0].sequence == 3);
  CHECK((*page)[0].entry.detail == "n=2");
  const auto found = store->verify();
  REQUIRE(found);
  CHECK(found->rows == 5);
  CHECK_FALSE(found->first_bad);
  CHECK(found->head == *store->audit_head());
}

TEST_CASE("turns of eight threads are each kept once and in order") {
  const Bodies store;
  constexpr std::uint64_t kTurns = 40;
  std::vector<std::thread> threads;
  std::atomic<int> failed{0};
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&store, &failed, talk = "t" + std::to_string(i)] {
      for (std::uint64_t n = 0; n < kTurns; ++n) {
        if (!store->commit(turn_of(talk, n))) ++failed;
        // Reads see every commit whose done() has been called.
        const auto seen = store->conversation(ConversationId(talk));
        if (!seen || !*seen || (*seen)->revision != n + 1) ++failed;
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(failed == 0);
  for (int i = 0; i < 8; ++i) check_kept(*store, "t" + std::to_string(i), kTurns);
  const auto found = store->verify();
  CHECK(found->rows == 8 * kTurns);
  CHECK_FALSE(found->first_bad);
  CHECK(store->counters().commits == 8 * kTurns);
  CHECK(store->counters().transactions <= 8 * kTurns);
}

TEST_CASE("of eight threads with the same turn exactly one wins") {
  const Bodies store;
  std::atomic<int> won{0};
  std::atomic<int> conflicts{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      const auto outcome = store->commit(turn_of("a", 0));
      if (outcome)
        ++won;
      else if (outcome.error().code == ErrorCode::conflict)
        ++conflicts;
    });
  for (auto& thread : threads) thread.join();
  CHECK(won == 1);
  CHECK(conflicts == 7);
  REQUIRE(store->commit(turn_of("a", 1)));
  check_kept(*store, "a", 2);
}

TEST_CASE("done is called once for every turn also when the store closes") {
  Bodies store;
  std::atomic<int> called{0};
  std::atomic<int> kept{0};
  constexpr int kTurns = 200;
  for (int i = 0; i < kTurns; ++i)
    store->commit(turn_of("t" + std::to_string(i), 0), [&](Result<> outcome) {
      ++called;
      if (outcome) ++kept;
    });
  store.store.reset();
  CHECK(called == kTurns);
  CHECK(kept == kTurns);
}

}  // namespace varsel::storage
