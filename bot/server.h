// The whole installation, wired: the one place that knows which body stands behind which port.
//
// Threads: http io threads (2: requests, and the turns they make), the store's writer (commits), workers (turns that
// waited for their lane), the clockwork (what is due) and its senders (mail), the main thread (waits for a signal).
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "bot/config.h"
#include "bot/outside.h"

namespace varsel::bot {

class RunningServer {
 public:
  virtual ~RunningServer() = default;  // stops: finishes requests in flight, keeps everything
  // The line that `varsel serve` prints when it listens.
  [[nodiscard]] virtual std::string greeting() const = 0;
  [[nodiscard]] virtual std::uint16_t port() const = 0;

  // For whoever owns the clock (Outside::now): when a timer or a mail is due next, and that the clock has been moved,
  // which lets the clockwork look at once. What was due is done when the next due is later than the clock.
  [[nodiscard]] virtual Result<std::optional<Instant>> next_due() const = 0;
  virtual void clock_moved() = 0;
};

// Prepares a new data folder as a trial where the configuration is one. Errors are for the operator: what is wrong and
// what to do.
[[nodiscard]] Result<std::unique_ptr<RunningServer>> start_server(const Config& config, const Outside& outside);

}  // namespace varsel::bot
