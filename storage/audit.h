// The audit chain: every row's hash covers the row before it, so nothing can be changed, removed or put in between
// without every later hash being wrong. The newest hash stands in people's receipts.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "storage/store.h"

namespace varsel::storage {

inline constexpr std::size_t kHashBytes = 32;

// Hash before the first row: 32 zero bytes.
[[nodiscard]] std::string chain_start();

// SHA-256(previous || canonical row), binary. The canonical row is frozen: sequence and time in milliseconds as 64-bit
// big-endian integers, then actor, action, subject and detail, each after its length as a 32-bit big-endian integer.
[[nodiscard]] std::string chain_link(std::string_view previous, std::uint64_t sequence, const Audit& entry);

// Recomputes a chain row by row, in order. Stops judging at the first bad row but keeps counting.
class ChainCheck {
 public:
  void row(std::uint64_t sequence, const Audit& entry, std::string_view hash);
  // `rows` and `head`: what the store says the chain must end with; finds rows that are missing at the end.
  [[nodiscard]] Verification finish(std::uint64_t rows, std::string_view head);

 private:
  void bad(std::uint64_t sequence, std::string what);
  Verification found_;
  std::string previous_ = chain_start();
  std::uint64_t expected_ = 1;
};

}  // namespace varsel::storage
