#include "bot/duties/clockwork.h"

#include "bot/letters.h"
#include "tests/unit/bot/desk.h"

namespace varsel::bot {
namespace {

using adapters::mail::Attempt;
using adapters::mail::Mail;
using adapters::mail::Outcome;

// A mail server behind which some recipients' servers never answer, until the program stops.
class Post final : public adapters::mail::Submission {
 public:
  Attempt submit(const Mail& mail) override {
    std::unique_lock lock(mutex_);
    if (mail.to.reveal().find("@silent") != std::string::npos) {
      ++waiting_;
      changed_.notify_all();
      changed_.wait(lock, [this] { return cancelled_; });
      return {Outcome::refused_for_now, 0, "silent"};
    }
    delivered_.push_back(mail.to.reveal());
    changed_.notify_all();
    return {Outcome::delivered, 250, ""};
  }
  void cancel() override {
    const std::lock_guard lock(mutex_);
    cancelled_ = true;
    changed_.notify_all();
  }
  // False: not within a time in which nobody waits on a machine that is not broken.
  bool wait(std::size_t delivered, std::size_t waiting) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(60),
                             [&] { return delivered_.size() >= delivered && waiting_ >= waiting; });
  }
  std::size_t waiting() {
    const std::lock_guard lock(mutex_);
    return waiting_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> delivered_;
  std::size_t waiting_ = 0;
  bool cancelled_ = false;
};

class Office : public Desk {
 public:
  Office() {
    REQUIRE(open("a"));
    REQUIRE(say("a", "I lost my laptop on the train"));
  }
  void write(const std::string& to) {
    storage::Commit commit;
    Letter letter{to, "", "subject", "text", Locale::en, "id" + std::to_string(++letters_) + "@example.org", {}, {}};
    letter.date = outside().now();
    commit.outbox.push_back({to + std::to_string(letters_), incident(), "mail", save(letter), outside().now(), true});
    REQUIRE(store().commit(std::move(commit)));
  }
  // Everything that is due, and what it makes due.
  void settle() {
    for (auto due = store().next_due().value(); due && *due <= outside().now(); due = store().next_due().value())
      clockwork.run_due();
  }
  std::vector<storage::OutboxRow> outbox() { return store().outbox(std::nullopt).value(); }

  Post post;
  Clockwork clockwork{house(), outside(), store(), desk(), post, {}};

 private:
  int letters_ = 0;
};

TEST_CASE("eight servers that never answer delay nobody else") {
  Office office;
  constexpr std::size_t kServers = 8, kMails = 6;
  for (std::size_t i = 0; i < kServers * kMails; ++i)
    office.write("duty@silent" + std::to_string(i % kServers) + ".example.org");
  for (int i = 0; i < 40; ++i) office.write("duty@quick" + std::to_string(i % 3) + ".example.org");
  REQUIRE(office.clockwork.start());
  CHECK(office.post.wait(40, kServers * kMails));
  office.clockwork.stop();
}

TEST_CASE("one server that never answers holds no more than its share") {
  Office office;
  for (int i = 0; i < 100; ++i) office.write("duty" + std::to_string(i) + "@silent.example.org");
  office.write("duty@quick.example.org");
  REQUIRE(office.clockwork.start());
  CHECK(office.post.wait(1, Senders::kOfOneServer));
  CHECK(office.post.waiting() == Senders::kOfOneServer);
  office.clockwork.stop();
  // Nothing is lost: whatever was not delivered waits for another try.
  for (const auto& row : office.outbox())
    if (row.message.key.find("@silent") != std::string::npos) CHECK(row.state == storage::Delivery::pending);
}

// The colleague who takes the case, as the link of a mail lets them in.
void take_case(Office& office, const std::string& contact) {
  const storage::Access access{"", office.incident(), "adviser", contact, {}};
  REQUIRE(Desk::wait([&](auto done) {
    office.desk().open_case(access, ConversationId("case-" + contact), PersonId("contact:" + contact), done);
  }));
  REQUIRE(office.say("case-" + contact, "/take"));
}

TEST_CASE("the reporter is told once who has taken the case and keeps the question that was open") {
  Office office;
  REQUIRE(office.say("a", "send it in"));
  REQUIRE(office.say("a", "Hand it in"));
  take_case(office, "egedal.leader");
  office.settle();
  office.settle();  // again: nothing is left to be told
  std::size_t told = 0;
  for (const auto& posted : office.history("a"))
    if (posted.text.reveal().find("Afdelingsleder") != std::string::npos &&
        posted.text.reveal().find("working on V-") != std::string::npos)
      ++told;
  CHECK(told == 1);
  CHECK(office.desk().record(office.incident()).value()->taken_by == "egedal.leader");
}

TEST_CASE("whoever talks about another report by now is told of the first by its number") {
  Office office;
  REQUIRE(office.say("a", "send it in"));
  REQUIRE(office.say("a", "Hand it in"));
  const auto first = office.incident();
  const auto receipt = office.desk().record(first).value()->receipt.str();
  const storage::Access access{"", first, "adviser", "egedal.leader", {}};
  REQUIRE(Desk::wait([&](auto done) {
    office.desk().open_case(access, ConversationId("case"), PersonId("contact:egedal.leader"), done);
  }));
  REQUIRE(office.say("a", "somebody has stolen a binder with letters about 12 citizens from my car"));
  REQUIRE(office.store().incidents()->size() == 2);
  REQUIRE(office.say("case", "/take"));
  office.settle();
  const auto last = office.history("a").back();
  CHECK(last.text.reveal().find("working on " + receipt) != std::string::npos);
  CHECK_FALSE(last.buttons.empty());  // the question about the second report, asked again
}

TEST_CASE("those who were told before hear of a report that is handed over") {
  Office office;
  const auto handed_over = [&] {
    std::size_t letters = 0;
    for (const auto& row : office.outbox()) letters += row.message.key.starts_with("handed_over/") ? 1 : 0;
    return letters;
  };
  SECTION("not those who are told of it in the same turn") {
    REQUIRE(office.say("a", "I want to talk to a person"));
    CHECK(handed_over() == 0);
  }
  SECTION("by whoever asks for a person after a hand-in") {
    REQUIRE(office.say("a", "send it in"));
    REQUIRE(office.say("a", "Hand it in"));
    REQUIRE(handed_over() == 0);
    REQUIRE(office.say("a", "I want to talk to a person"));
    const auto first = handed_over();
    CHECK(first > 0);
    REQUIRE(office.say("a", "I want to talk to a person"));
    CHECK(handed_over() == first);
  }
  SECTION("by a pause while the attack goes on") {
    REQUIRE(office.say("a", "yes, it is still going on"));
    REQUIRE(handed_over() == 0);
    REQUIRE(office.say("a", "pause"));
    CHECK(handed_over() > 0);
  }
}

}  // namespace
}  // namespace varsel::bot
