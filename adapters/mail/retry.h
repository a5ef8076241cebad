// When a mail is sent again. Pure: rows and nothing else.
#pragma once
#include <chrono>
#include <optional>

#include "adapters/mail/submit.h"

namespace varsel::adapters::mail {

// What has been tried with one mail, the last attempt included.
struct Tried {
  int attempts = 1;         // all
  int uncertain = 0;        // those that ended as may_have_been_delivered
  bool idempotent = false;  // a second copy does no harm: the Message-ID (and UID and SEQUENCE) collapse it
};

// How long to wait before the next attempt, or nothing when there is none.
std::optional<std::chrono::minutes> wait_before_next(Outcome last, const Tried& tried);

}  // namespace varsel::adapters::mail
