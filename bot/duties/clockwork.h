// The timed duties: what happens without anybody writing. One thread wakes when something is due, and works through
// the outbox and the timers. Every duty reads what is due from the store, so a restart loses none.
#pragma once
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "adapters/mail/submit.h"
#include "bot/duties/senders.h"
#include "bot/front_desk.h"

namespace varsel::bot {

class Clockwork {
 public:
  struct Hooks {
    std::function<void(const std::string& what)> trouble;  // for the operator's log: ids and codes only
  };
  // All arguments outlive it. `submission` may be slow: it is called from threads of its own, never from this one.
  Clockwork(const House& house, const Outside& outside, storage::Store& store, FrontDesk& desk,
            adapters::mail::Submission& submission, Hooks hooks);
  ~Clockwork() { stop(); }

  // Settles what a crash left half done, then starts.
  Result<> start();
  // Attempts under way are finished.
  void stop();
  // Something is due then; any thread. Wakes nobody when it will be looked at by then anyway, as the timers of an
  // ordinary turn will.
  void wake(Instant due);

  // Whether a timer is under way: fired, and what it did not yet shown to everybody.
  [[nodiscard]] bool firing() const;

  // Does everything that is due, waits for it, and returns: for tests and scripts that own the clock. Not with start().
  void run_due();

 private:
  void run();
  // Returns whether something due had to rest: it is under way, or failed a moment ago.
  using SendOn = std::function<void(const std::string& server, std::function<void()> attempt)>;
  bool work(const SendOn& send_on);
  [[nodiscard]] bool rests(const storage::Timer& timer);
  void rest(const storage::Timer& timer, const Result<>& done);
  void deliver(const storage::OutboxRow& row);
  void fire(const storage::Timer& timer);
  void fire_incident(const storage::Timer& timer);

  const House& house_;
  const Outside& outside_;
  storage::Store& store_;
  FrontDesk& desk_;
  adapters::mail::Submission& submission_;
  Hooks hooks_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;
  Instant looks_at_;  // when it looks next, whatever comes; while it looks, the first due of what came meanwhile
  bool stopping_ = false;
  std::size_t taken_ = 0;  // mails that are taken out of the outbox and not settled
  // Timers under way, and those that failed, with the moment from which they may fire again.
  std::map<std::pair<std::string, std::string>, Instant> resting_;
  std::unique_ptr<Senders> senders_;
  std::thread thread_;
};

}  // namespace varsel::bot
