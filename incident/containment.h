// What to do first (J2, D1): the steps that stop the harm, by the kind of breach and what has been done already.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "incident/record.h"

namespace varsel::incident {

// Every step that can be advised: message ids, one or two short sentences each, no blame.
inline constexpr std::array<std::string_view, 21> kContainmentSteps{
    "contain.protected_address_urgent",  // somebody with a protected address may be in danger: tell the adviser now
    "contain.recall_mail",               // recall the message, delete it from shared folders
    "contain.ask_recipient_delete",      // ask the recipient not to read, to delete, and to confirm in writing
    "contain.get_confirmation",          // deletion was asked for: get it confirmed in writing
    "contain.block_account",             // have the account blocked, end its sessions
    "contain.change_password",           // from another device; also wherever the same one is used
    "contain.isolate_machine",           // pull the network plug, wifi off; do NOT switch off: traces would be lost
    "contain.wipe_device",               // have IT lock and wipe it from afar
    "contain.report_theft",              // report theft or loss to the police
    "contain.retrieve_paper",            // fetch it back, or keep it locked where it is until fetched
    "contain.remove_page",               // take the page or file off line
    "contain.ask_search_engines",        // have copies removed from search engines and caches
    "contain.close_access",              // close the access that should not be
    "contain.stop_sharing",              // stop the transmission, the job, the shared link
    "contain.stop_changes",              // stop writing to the system; do not repair by hand; keep back-ups
    "contain.ask_secrecy",               // ask those who heard it not to pass it on
    "contain.call_it",                   // tell the service desk or IT on duty by phone
    "contain.keep_evidence",             // keep logs, mails and screenshots; delete nothing
    "contain.use_emergency_plan",        // work on by the plan for outages
    "contain.already_contained",         // well done; keep what shows it
    "contain.general",                   // stop what is going on, if it can be done safely
};

inline constexpr std::size_t kFirstSteps = 3;

// At most `limit` of them, most urgent first, never empty. What the record shows as done is left out, and so is what
// cannot be done (asking a recipient nobody knows).
[[nodiscard]] std::vector<std::string_view> containment_steps(const Record& record, std::size_t limit = kFirstSteps);

}  // namespace varsel::incident
