#include "bot/duties/clockwork.h"

#include <algorithm>
#include <array>

#include "bot/duties/duties.h"

namespace varsel::bot {
namespace {

// As many mails in memory: those under way, and those that wait because too many to the same server are.
constexpr std::size_t kTaken = 512;
constexpr std::size_t kTimersAtOnce = 100;
// A disk that does not answer, or a clock that was set back: look again after this at the latest.
constexpr auto kLongestSleep = std::chrono::seconds(30);
// After a timer failed it rests; while one is under way there is no hurry to look again.
constexpr auto kRestAfterFailure = std::chrono::seconds(30);
constexpr Millis kRestingSleep{200};

}  // namespace

Clockwork::Clockwork(const House& house, const Outside& outside, storage::Store& store, FrontDesk& desk,
                     adapters::mail::Submission& submission, Hooks hooks)
    : house_(house), outside_(outside), store_(store), desk_(desk), submission_(submission), hooks_(std::move(hooks)) {}

void Clockwork::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  submission_.cancel();
  senders_.reset();
}

Result<> Clockwork::start() {
  VARSEL_TRY([[maybe_unused]] const auto recovered, store_.recover(outside_.now()));
  senders_ = std::make_unique<Senders>();
  thread_ = std::thread([this] { run(); });
  return {};
}

void Clockwork::wake(Instant due) {
  {
    const std::lock_guard lock(mutex_);
    if (due >= looks_at_) return;
    looks_at_ = due;
    woken_ = true;
  }
  changed_.notify_all();
}

void Clockwork::run() {
  for (;;) {
    {
      const std::lock_guard lock(mutex_);
      looks_at_ = Instant::max();
    }
    const bool rested = work([this](const std::string& server, std::function<void()> attempt) {
      senders_->post(server, [this, attempt = std::move(attempt)] {
        attempt();
        {
          const std::lock_guard lock(mutex_);
          --taken_;
        }
        wake(Instant());
      });
    });
    const auto next = store_.next_due();
    const auto now = outside_.now();
    std::unique_lock lock(mutex_);
    auto look = now + kLongestSleep;
    // With the memory full there is nothing to do for what is due: a finished one wakes this thread.
    if (next && *next && taken_ < kTaken) look = std::min(look, **next);
    if (rested) look = std::max(look, now + kRestingSleep);
    // What came while this thread was busy stands in looks_at_ already.
    looks_at_ = std::min(looks_at_, look);
    woken_ = false;
    changed_.wait_for(lock, std::max(looks_at_ - now, Millis(0)), [this] { return woken_ || stopping_; });
    if (stopping_) return;
  }
}

void Clockwork::run_due() {
  work([this](const std::string&, const std::function<void()>& attempt) {
    attempt();
    const std::lock_guard lock(mutex_);
    --taken_;
  });
}

bool Clockwork::work(const SendOn& send_on) {
  const auto now = outside_.now();
  bool rested = false;
  if (const auto timers = store_.due_timers(now, kTimersAtOnce))
    for (const auto& timer : *timers) {
      if (rests(timer))
        rested = true;
      else
        fire(timer);
    }
  for (;;) {
    std::size_t free = 0;
    {
      const std::lock_guard lock(mutex_);
      free = kTaken - taken_;
    }
    if (free == 0) return rested;
    const auto rows = store_.take_due(now, free);
    if (!rows) {
      if (hooks_.trouble) hooks_.trouble("outbox.unavailable");
      return true;
    }
    if (rows->empty()) return rested;
    for (const auto& row : *rows) {
      {
        const std::lock_guard lock(mutex_);
        ++taken_;
      }
      send_on(server_of(row), [this, row] { deliver(row); });
    }
  }
}

void Clockwork::deliver(const storage::OutboxRow& row) {
  const auto settled = deliver_mail(row, submission_, outside_, house_);
  if (settled.operator_must_act && hooks_.trouble) hooks_.trouble("mail.misconfigured: " + settled.result);
  // Told first, settled after: a crash between the two tries again, and a letter with a known key is never doubled.
  if (settled.state == storage::Delivery::failed || settled.state == storage::Delivery::may_have_been_delivered) {
    const auto told = desk_.change(row.message.incident, [&](const incident::Record& record, storage::Commit& commit) {
      return tell_of_failed_delivery({house_, outside_, outside_.now(), row.message.incident, record, commit},
                                     row.message.key);
    });
    if (!told && hooks_.trouble) hooks_.trouble("outbox.not_settled");
  }
  const auto kept = store_.settle(row.message.key, settled.state, outside_.now(), settled.result, settled.next);
  if (!kept && hooks_.trouble) hooks_.trouble("outbox.not_settled");
}

void Clockwork::fire(const storage::Timer& timer) {
  static constexpr std::array<std::string_view, 4> kOfIncidents{"escalate", "status", "reminder", "taken"};
  if (std::find(kOfIncidents.begin(), kOfIncidents.end(), timer.duty) != kOfIncidents.end())
    return fire_incident(timer);
  Arrival arrival = arrival::Silence{timer.duty};
  if (const auto incident = taken_incident(timer.duty)) {
    const auto record = desk_.record(*incident);
    if (!record) return rest(timer, tl::make_unexpected(record.error()));
    arrival = arrival::Taken{timer.duty, (*record)->receipt, (*record)->taken_by};
  }
  desk_.fired(ConversationId(timer.subject), std::move(arrival),
              [this, timer](const Result<>& done) { rest(timer, done); });
}

bool Clockwork::rests(const storage::Timer& timer) {
  const std::lock_guard lock(mutex_);
  const auto [entry, fresh] = resting_.try_emplace({timer.subject, timer.duty}, Instant::max());
  if (fresh) return false;
  if (entry->second > outside_.now()) return true;
  entry->second = Instant::max();
  return false;
}

bool Clockwork::firing() const {
  const std::lock_guard lock(mutex_);
  return std::any_of(resting_.begin(), resting_.end(),
                     [](const auto& timer) { return timer.second == Instant::max(); });
}

void Clockwork::rest(const storage::Timer& timer, const Result<>& done) {
  if (!done && hooks_.trouble) hooks_.trouble("timer.failed: " + timer.duty);
  {
    const std::lock_guard lock(mutex_);
    if (done)
      resting_.erase({timer.subject, timer.duty});
    else
      resting_[{timer.subject, timer.duty}] = outside_.now() + kRestAfterFailure;
  }
  wake(Instant());
}

void Clockwork::fire_incident(const storage::Timer& timer) {
  const IncidentId incident(timer.subject);
  const auto done = desk_.change(incident, [&](const incident::Record& record, storage::Commit& commit) {
    const DutyScene scene{house_, outside_, outside_.now(), incident, record, commit};
    if (timer.duty == "escalate") return escalate(scene);
    if (timer.duty == "status") return ask_for_status(scene);
    if (timer.duty == "taken") return tell_who_has_taken_it(scene, store_);
    return remind_of_deadline(scene);
  });
  rest(timer, done);
}

}  // namespace varsel::bot
