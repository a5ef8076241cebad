#include <vector>

#include "adapters/mail/retry.h"
#include "tests/catch.h"

namespace varsel::adapters::mail {
namespace {

using std::chrono::minutes;

TEST_CASE("What is refused for now is sent again for two days at most") {
  for (const Outcome outcome : {Outcome::refused_for_now, Outcome::misconfigured}) {
    std::vector<long> waits;
    minutes total{0};
    for (int attempts = 1;; ++attempts) {
      const auto wait = wait_before_next(outcome, {.attempts = attempts});
      if (!wait) break;
      waits.push_back(wait->count());
      total += *wait;
      REQUIRE(waits.size() < 100);
    }
    CHECK(std::vector<long>(waits.begin(), waits.begin() + 4) == std::vector<long>{1, 5, 15, 60});
    CHECK(std::is_sorted(waits.begin(), waits.end()));
    CHECK(total <= std::chrono::hours{48});
    CHECK(total >= std::chrono::hours{40});
  }
}

TEST_CASE("What arrived or was refused for good is not sent again") {
  for (const Outcome outcome : {Outcome::delivered, Outcome::refused_for_good})
    for (const bool idempotent : {false, true})
      CHECK_FALSE(wait_before_next(outcome, {.attempts = 1, .uncertain = 0, .idempotent = idempotent}).has_value());
}

TEST_CASE("What may have arrived is sent once more if a second copy does no harm") {
  struct Row {
    Tried tried;
    bool again;
  };
  const Row rows[] = {
      {{.attempts = 1, .uncertain = 1, .idempotent = false}, false},
      {{.attempts = 1, .uncertain = 1, .idempotent = true}, true},
      {{.attempts = 5, .uncertain = 1, .idempotent = true}, true},
      {{.attempts = 2, .uncertain = 2, .idempotent = true}, false},
      {{.attempts = 9, .uncertain = 2, .idempotent = true}, false},
  };
  for (const Row& row : rows)
    CHECK(wait_before_next(Outcome::may_have_been_delivered, row.tried).has_value() == row.again);
}

}  // namespace
}  // namespace varsel::adapters::mail
