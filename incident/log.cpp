#include "incident/log.h"

namespace varsel::incident {

std::array<LogRow, kLogFields> log_rows(const Record& record) {
  std::array<LogRow, kLogFields> rows{};
  for (const FactInfo& fact : kFacts) {
    if (fact.log_field == 0) continue;
    rows.at(static_cast<std::size_t>(fact.log_field - 1)) = {fact.log_field, fact.id, record.find(fact.id)};
  }
  return rows;
}

}  // namespace varsel::incident
