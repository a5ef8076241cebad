// Lanes: tasks of the same name run one after another, tasks of different names at the same time.
//
// A task gets a Release and must call it exactly once, from any thread, when its work (the commit included) is done;
// the next one then starts on the workers. An idle lane runs its task at once on the caller's thread, so that an
// ordinary turn costs no change of thread.
#pragma once
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace varsel::bot {

class Lanes {
 public:
  using Release = std::function<void()>;
  using Task = std::function<void(Release)>;
  // `run_later` hands work to the workers.
  explicit Lanes(std::function<void(std::function<void()>)> run_later) : run_later_(std::move(run_later)) {}

  void enter(const std::string& lane, Task task);

 private:
  void leave(const std::string& lane);

  std::function<void(std::function<void()>)> run_later_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::deque<Task>> waiting_;  // present: the lane is busy
};

}  // namespace varsel::bot
