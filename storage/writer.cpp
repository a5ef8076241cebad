#include "storage/writer.h"

#include <future>
#include <utility>

namespace varsel::storage {
namespace {

bool spoils_the_transaction(const Result<>& result) {
  if (result) return false;
  switch (result.error().code) {
    case ErrorCode::unavailable:
    case ErrorCode::corrupt:
      return true;
    case ErrorCode::invalid:
    case ErrorCode::not_found:
    case ErrorCode::conflict:
    case ErrorCode::denied:
      return false;
  }
  return true;
}

}  // namespace

Writer::Writer(Medium& medium, std::size_t waiting_tasks, std::size_t waiting_bytes)
    : medium_(medium), waiting_tasks_(waiting_tasks), waiting_bytes_(waiting_bytes), thread_([this] { loop(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void Writer::submit(Task task) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    if (queue_.size() < waiting_tasks_ && (queue_.empty() || queued_bytes_ + task.bytes <= waiting_bytes_)) {
      first = queue_.empty();
      queued_bytes_ += task.bytes;
      queue_.push_back(std::move(task));
      task.done = nullptr;
    }
  }
  if (task.done) return task.done(fail(ErrorCode::unavailable, "too many turns wait for the disk"));
  if (first) arrived_.notify_one();
}

Result<> Writer::run(std::function<Result<>()> write) {
  std::promise<Result<>> answer;
  auto result = answer.get_future();
  submit({std::move(write), [&answer](Result<> outcome) { answer.set_value(std::move(outcome)); }, 0});
  return result.get();
}

Store::Counters Writer::counters() const {
  const std::lock_guard lock(mutex_);
  return counters_;
}

void Writer::loop() {
  std::vector<Task> taken;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      taken.swap(queue_);
      queued_bytes_ = 0;
    }
    write(taken);
    taken.clear();
    bool waiting = false;
    {
      const std::lock_guard lock(mutex_);
      waiting = !queue_.empty();
    }
    medium_.rest(waiting);
  }
}

void Writer::write(std::vector<Task>& tasks) {
  std::vector<Result<>> results;
  results.reserve(tasks.size());
  Result<> disk = medium_.begin();
  std::uint64_t good = 0;
  for (std::size_t i = 0; disk && i < tasks.size(); ++i) {
    Result<> result = tasks[i].write();
    if (spoils_the_transaction(result)) disk = result;
    good += result ? 1 : 0;
    results.push_back(std::move(result));
  }
  if (disk) disk = medium_.commit();
  if (disk) {
    const std::lock_guard lock(mutex_);
    counters_.commits += good;
    ++counters_.transactions;
  } else {
    medium_.rollback();
    results.assign(tasks.size(), disk);
  }
  for (std::size_t i = 0; i < tasks.size(); ++i) tasks[i].done(std::move(results[i]));
}

}  // namespace varsel::storage
