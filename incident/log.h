// The mandatory breach log (M6; GDPR Art. 33(5)): nine fields, in the order of the municipalities' procedure.
#pragma once
#include <array>
#include <optional>

#include "incident/record.h"

namespace varsel::incident {

inline constexpr int kLogFields = 9;

struct LogRow {
  int field;          // 1..9
  FactId fact;        // names the field: "fact.<name>" in each locale
  const Fact* entry;  // into the record; nullptr: nobody has been asked yet
  [[nodiscard]] std::optional<FactStatus> status() const {
    return entry == nullptr ? std::nullopt : std::optional{entry->status};
  }
  // nullptr unless it is known.
  [[nodiscard]] const FactValue* value() const { return status() == FactStatus::known ? &entry->value : nullptr; }
};

// Valid as long as the record is neither changed nor destroyed.
[[nodiscard]] std::array<LogRow, kLogFields> log_rows(const Record& record);

}  // namespace varsel::incident
