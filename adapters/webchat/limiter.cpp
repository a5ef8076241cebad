#include "adapters/webchat/limiter.h"

#include <algorithm>

namespace varsel::adapters::webchat {

std::optional<Millis> Limiter::book(const std::string& who, Instant now, Millis patience) {
  const std::lock_guard lock(mutex_);
  if (due_.size() >= kRemembered) std::erase_if(due_, [&](const auto& entry) { return entry.second <= now; });
  const bool crowded = due_.size() >= kRemembered && !due_.contains(who);
  Instant& due = due_.try_emplace(crowded ? std::string() : who, now).first->second;
  const Instant earliest = std::max(due, now);
  const Millis wait = std::max(Millis(0), earliest - now - rate_.every * (rate_.burst - 1));
  if (wait > patience) return std::nullopt;
  due = earliest + rate_.every;
  return wait;
}

}  // namespace varsel::adapters::webchat
