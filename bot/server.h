// The whole installation, wired: the one place that knows which body stands behind which port.
//
// Threads: http io threads (2: requests, and the turns they make), the store's writer (commits), workers (turns that
// waited for their lane), the clockwork (what is due) and its senders (mail), the main thread (waits for a signal).
#pragma once
#include <memory>
#include <string>

#include "bot/config.h"
#include "bot/outside.h"

namespace varsel::bot {

class RunningServer {
 public:
  virtual ~RunningServer() = default;  // stops: finishes requests in flight, keeps everything
  // The line that `varsel serve` prints when it listens.
  [[nodiscard]] virtual std::string greeting() const = 0;
};

// Prepares a new data folder as a trial where the configuration is one. Errors are for the operator: what is wrong and
// what to do.
[[nodiscard]] Result<std::unique_ptr<RunningServer>> start_server(const Config& config, const Outside& outside);

}  // namespace varsel::bot
