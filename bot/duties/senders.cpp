#include "bot/duties/senders.h"

namespace varsel::bot {

void Senders::post(const std::string& server, std::function<void()> attempt) {
  {
    const std::lock_guard lock(mutex_);
    Lane& lane = lanes_[server];
    if (lane.running == kOfOneServer) {
      lane.waiting.push_back(std::move(attempt));
      return;
    }
    ++lane.running;
  }
  run(server, std::move(attempt));
}

void Senders::run(const std::string& server, std::function<void()> attempt) {
  threads_.post([this, server, attempt = std::move(attempt)] {
    attempt();
    std::function<void()> next;
    {
      const std::lock_guard lock(mutex_);
      const auto lane = lanes_.find(server);
      if (lane->second.waiting.empty()) {
        if (--lane->second.running == 0) lanes_.erase(lane);
        return;
      }
      next = std::move(lane->second.waiting.front());
      lane->second.waiting.pop_front();
    }
    run(server, std::move(next));
  });
}

}  // namespace varsel::bot
