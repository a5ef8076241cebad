#include "adapters/mail/retry.h"

#include <array>
#include <numeric>

namespace varsel::adapters::mail {
namespace {

using std::chrono::minutes;

// Quick at first, because the first hours of a breach count; then patient, because a mail system that is down overnight
// should still get it. After the last one the mail has failed, and its sender is told while the 72 hours still run.
constexpr std::array<minutes, 11> kWaits{minutes{1},   minutes{5},   minutes{15},  minutes{60},
                                         minutes{120}, minutes{240}, minutes{480}, minutes{480},
                                         minutes{480}, minutes{480}, minutes{480}};
static_assert(std::accumulate(kWaits.begin(), kWaits.end(), minutes{0}) <= std::chrono::hours{48});

constexpr minutes kAfterUncertain{15};

std::optional<minutes> in_turn(int attempts) {
  if (attempts < 1 || static_cast<std::size_t>(attempts) > kWaits.size()) return std::nullopt;
  return kWaits[static_cast<std::size_t>(attempts) - 1];
}

}  // namespace

std::optional<minutes> wait_before_next(Outcome last, const Tried& tried) {
  switch (last) {
    case Outcome::delivered:
    case Outcome::refused_for_good:
      return std::nullopt;
    case Outcome::refused_for_now:
    // The operator has been told; once that is put right, the mail goes by itself.
    case Outcome::misconfigured:
      return in_turn(tried.attempts);
    case Outcome::may_have_been_delivered:
      if (!tried.idempotent || tried.uncertain > 1) return std::nullopt;
      return kAfterUncertain;
  }
  return std::nullopt;
}

}  // namespace varsel::adapters::mail
