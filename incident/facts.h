// The facts of an incident: what can be known, how well it is known, and who said so in which words.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "base/secret.h"
#include "base/time.h"
#include "base/values.h"

namespace varsel::incident {

enum class FactType : std::uint8_t { Choice, Codes, Text, Time, Number };

enum class FactId : std::uint8_t {
#define FACT(number, name, type, field, late) name = number,
#include "incident/facts.def"
#undef FACT
};

struct FactInfo {
  FactId id;
  std::string_view name;
  FactType type;
  int log_field;  // 1..9 in the mandatory log, or 0
  bool late;
};
inline constexpr std::array kFacts{
#define FACT(number, name, type, field, late) FactInfo{FactId::name, #name, FactType::type, field, late},
#include "incident/facts.def"
#undef FACT
};
[[nodiscard]] const FactInfo& info(FactId fact);
[[nodiscard]] std::optional<FactId> fact_from(std::string_view name);

// A set of codes from base/vocabulary.h (or party ids), and what the person said beside them in their own words.
struct Codes {
  std::vector<std::string> codes;  // sorted, unique
  PersonalText words;
  bool operator==(const Codes&) const = default;
};

// The value of a fact; the alternative is the one of its FactType (Choice is the bare code).
using FactValue = std::variant<std::string, Codes, PersonalText, When, Count>;

// Frozen: stored on disk.
enum class FactStatus : std::uint8_t {
  known = 1,
  not_known_yet = 2,  // nobody knows now: a reason, and when to ask again
  refused = 3,        // the person will not say
  not_applicable = 4,
};

// Who said it, when, on which channel, and in which words.
struct Source {
  PersonId who;
  Instant at;
  std::string channel;
  std::uint64_t turn = 0;  // the message of the conversation, 0 when the system itself filled it
  PersonalText words;      // masked
  std::string rule;        // the rule of understanding, or of the procedure, that read it
  bool operator==(const Source&) const = default;
};

// One entry of the record. `value` has meaning only when status is known.
struct Fact {
  FactStatus status = FactStatus::known;
  FactValue value;
  std::string reason;                   // why not known yet: a code ("reporter_does_not_know", "asked_three_times")
  std::optional<Instant> ask_again_at;  // set when not known yet
  Source source;
  bool operator==(const Fact&) const = default;
};

}  // namespace varsel::incident
