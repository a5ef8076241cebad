// The outside of the pure core, as arguments: the clock and the dice. Only bot/main makes real ones; tests own theirs.
#pragma once
#include <functional>
#include <string>

#include "base/time.h"

namespace varsel::bot {

struct Outside {
  std::function<Instant()> now;
  std::function<std::string(std::size_t bytes)> random;  // cryptographically strong; safe to call from any thread
};

// The machine's own clock and OpenSSL's generator.
[[nodiscard]] Outside real_outside();

[[nodiscard]] std::string sha256_hex(std::string_view bytes);
// RFC 4648 §5, without padding: for tokens in links.
[[nodiscard]] std::string base64url(std::string_view bytes);

}  // namespace varsel::bot
