#include "bot/lanes.h"

namespace varsel::bot {

void Lanes::enter(const std::string& lane, Task task) {
  {
    const std::lock_guard lock(mutex_);
    const auto [busy, fresh] = waiting_.try_emplace(lane);
    if (!fresh) {
      busy->second.push_back(std::move(task));
      return;
    }
  }
  task([this, lane] { leave(lane); });
}

void Lanes::leave(const std::string& lane) {
  Task next;
  {
    const std::lock_guard lock(mutex_);
    const auto busy = waiting_.find(lane);
    if (busy->second.empty()) {
      waiting_.erase(busy);
      return;
    }
    next = std::move(busy->second.front());
    busy->second.pop_front();
  }
  run_later_([this, lane, next = std::move(next)] { next([this, lane] { leave(lane); }); });
}

}  // namespace varsel::bot
