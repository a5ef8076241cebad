// How often one address may ask for something that costs: the generic cell rate algorithm (ITU-T I.371), one number
// per address.
#pragma once
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/time.h"

namespace varsel::adapters::webchat {

struct Rate {
  std::chrono::milliseconds every{2'000};  // in the long run, one in this time
  int burst = 20;                          // that may come at once
};

class Limiter {
 public:
  explicit Limiter(Rate rate) : rate_(rate) {}

  // How long this one is to wait (usually 0), and books it; nothing if that were more than `patience`: refuse it.
  std::optional<Millis> book(const std::string& who, Instant now, Millis patience);

 private:
  static constexpr std::size_t kRemembered = 20'000;  // addresses; beyond it, newcomers share one entry
  const Rate rate_;
  std::mutex mutex_;
  std::unordered_map<std::string, Instant> due_;  // when what was booked would have come at the even rate
};

}  // namespace varsel::adapters::webchat
