// What every body of the store holds turns and deliveries to, whatever it keeps them in.
#pragma once
#include <optional>

#include "storage/store.h"

namespace varsel::storage {

// Is the turn sound in itself? invalid otherwise: a fault of the caller that no retry heals.
[[nodiscard]] Result<> check(const Commit& turn);

// When the turn happened: the latest time it states. The store reads no clock.
[[nodiscard]] Instant moment(const Commit& turn);

// About how much memory the turn holds.
[[nodiscard]] std::size_t size_of(const Commit& turn);

// The conversation as it will stand against the one that is kept (nothing: not stored yet). conflict: another revision.
// invalid: its postings do not follow the kept ones.
struct Standing {
  std::uint64_t revision = 0;
  std::uint64_t last_sequence = 0;
};
[[nodiscard]] Result<> check_follows(const Commit& turn, const Standing& kept);

// The state after these events, by the same fold that makes the record.
[[nodiscard]] incident::State state_after(incident::State before, const std::vector<incident::Event>& events);

// The receipt that a commit which opens an incident gives it; check() has made sure that there is one.
[[nodiscard]] const ReceiptNumber& receipt_of(const Commit::Append& opening);

// Where an attempt leaves a message. invalid: no such outcome. conflict: it is not being sent.
struct Settled {
  Delivery state{};
  std::optional<Instant> due;
};
[[nodiscard]] Result<Settled> settled(Delivery now, bool idempotent, Delivery outcome, std::optional<Instant> next);

}  // namespace varsel::storage
