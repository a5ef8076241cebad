// Strong ids: two kinds of id never mix by accident.
#pragma once
#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace varsel {

template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string value) : value_(std::move(value)) {}
  [[nodiscard]] const std::string& str() const { return value_; }
  [[nodiscard]] bool empty() const { return value_.empty(); }
  auto operator<=>(const Id&) const = default;

 private:
  std::string value_;
};

using IncidentId = Id<struct IncidentTag>;          // 128 random bits, hex; never shown to people
using ReceiptNumber = Id<struct ReceiptTag>;        // "V-2026-7K3M-Q": shown to people, has a check letter
using ConversationId = Id<struct ConversationTag>;  // one talk with one person on one channel
using PersonId = Id<struct PersonTag>;              // channel-scoped name of who is talking, e.g. "dl_…" or "console"
using PartyId = Id<struct PartyTag>;                // an organisation in the playbook: "egedal", "system_owner"
using InboundKey = Id<struct InboundTag>;           // content identity of one incoming message, for redelivery

}  // namespace varsel

template <class Tag>
struct std::hash<varsel::Id<Tag>> {
  std::size_t operator()(const varsel::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.str()); }
};
