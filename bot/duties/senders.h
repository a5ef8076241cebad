// Mails on their way, side by side. A mail server that does not answer holds only its own mails: at most kOfOneServer
// of the threads work for the same one, and the rest of its mails wait in a queue of their own.
#pragma once
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "bot/workers.h"

namespace varsel::bot {

class Senders {
 public:
  // Eight servers that are silent at once still leave nobody else waiting, as long as each has no more than seven
  // mails.
  static constexpr unsigned kThreads = 64;
  static constexpr std::size_t kOfOneServer = 8;

  // Destroying it finishes what was handed over.
  Senders() : threads_(kThreads) {}

  // `server` is whoever may be slow: the domain of the recipient. Attempts for one server begin in this order.
  void post(const std::string& server, std::function<void()> attempt);

 private:
  void run(const std::string& server, std::function<void()> attempt);

  struct Lane {
    std::size_t running = 0;
    std::deque<std::function<void()>> waiting;
  };
  std::mutex mutex_;
  std::map<std::string, Lane> lanes_;  // of the servers that something is sent to
  Workers threads_;
};

}  // namespace varsel::bot
