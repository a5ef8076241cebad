// The breach log as data: one incident as JSON with the source of every fact, and the nine mandatory fields as CSV
// (M6; GDPR Art. 33(5)).
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "bot/turn.h"
#include "storage/store.h"

namespace varsel::bot {

// One line of `varsel log list --json`.
[[nodiscard]] nlohmann::json summary_json(const IncidentId& id, const incident::Record& record);
// One object of `varsel log show --json`: every fact with value, source words and turn; who was told; the group; the
// deadlines. Outbox states stand beside the contacts told.
[[nodiscard]] nlohmann::json incident_json(const House& house, const IncidentId& id, const incident::Record& record,
                                           const std::vector<storage::OutboxRow>& outbox);
// The value of a fact in words, in the zone of the record; "" when it is not known.
[[nodiscard]] std::string in_words(const House& house, const incident::Record& record, incident::FactId fact,
                                   Locale locale);

// A fact on one line as codes and ISO 8601, as transcripts assert it: "yes", "name, contact", "37", "30..40",
// "2026-11-20T10:30", "not_known_yet".
[[nodiscard]] std::string short_value(const incident::Fact& fact);

// The mandatory log as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read it): header, then a row
// an incident. Cells that a spreadsheet would read as a formula are defused with an apostrophe.
[[nodiscard]] std::string csv_header(const House& house, Locale locale);
[[nodiscard]] std::string csv_row(const House& house, const incident::Record& record, Locale locale);

}  // namespace varsel::bot
