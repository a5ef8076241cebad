// A few threads that run what is handed to them, in order of arrival.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace varsel::bot {

class Workers {
 public:
  // At most so many threads, each started when there is first work for it.
  explicit Workers(unsigned threads) : most_(threads) {}
  ~Workers() { stop(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  void post(std::function<void()> work);
  // Finishes what was handed over, and what that hands over, and ends the threads.
  void stop();

 private:
  void run();
  const unsigned most_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  std::size_t idle_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace varsel::bot
