// The one thread that writes: takes all the turns that wait, writes them in one transaction, and tells each how it
// went.
//
// That is group commit: while one transaction is on its way to the disk the next turns gather, so the number of turns
// per fsync grows with the load and nobody waits longer than two of them.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "storage/store.h"

namespace varsel::storage {

// Where a transaction goes. Called from the writer's thread only.
class Medium {
 public:
  virtual ~Medium() = default;
  [[nodiscard]] virtual Result<> begin() = 0;
  [[nodiscard]] virtual Result<> commit() = 0;
  virtual void rollback() = 0;
  // After the turns of a transaction have been answered; `waiting`: others wait already.
  virtual void rest(bool waiting) = 0;
};

class Writer {
 public:
  struct Task {
    // Runs inside the transaction. conflict, invalid, denied and not_found refuse this task alone: it must find that
    // out before it changes anything. unavailable and corrupt speak of the disk: the whole transaction is undone.
    std::function<Result<>()> write;
    Done done;
    std::size_t bytes = 0;
  };

  Writer(Medium& medium, std::size_t waiting_tasks, std::size_t waiting_bytes);
  ~Writer();  // writes what waits

  // Answers unavailable at once when too much waits.
  void submit(Task task);
  // The same, waiting for the outcome. Never from done().
  [[nodiscard]] Result<> run(std::function<Result<>()> write);

  [[nodiscard]] Store::Counters counters() const;

 private:
  void loop();
  void write(std::vector<Task>& tasks);

  Medium& medium_;
  const std::size_t waiting_tasks_;
  const std::size_t waiting_bytes_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<Task> queue_;
  std::size_t queued_bytes_ = 0;
  bool stopping_ = false;
  Store::Counters counters_;
  std::thread thread_;
};

}  // namespace varsel::storage
