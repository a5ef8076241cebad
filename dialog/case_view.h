// What a contact or an adviser is shown of a case. Internal to dialog/.
//
// A contact sees kind, times, counts, categories and who was told; never the reporter, nor anything in somebody's own
// words (C6). The adviser sees the whole record.
#pragma once
#include <string>
#include <vector>

#include "dialog/turn.h"

namespace varsel::dialog {

[[nodiscard]] Role role_of(const State& state);

void show_status(Turn& turn);    // state, clock, who was told, group, what is open, the next step
void show_log(Turn& turn);       // the nine fields of the mandatory log
void show_contacts(Turn& turn);  // whom the procedure concerns, how they are reached, and why (D2)

// A contact as people know it: its function and its party, "DPO, Egedal".
[[nodiscard]] std::string contact_name(const Turn& turn, const std::string& contact);
[[nodiscard]] std::string party_name(const Turn& turn, const PartyId& party);
[[nodiscard]] std::string party_names(const Turn& turn, const std::vector<PartyId>& parties);
[[nodiscard]] std::string in_language(const incident::Words& words, Locale locale);

}  // namespace varsel::dialog
