// The state machine of an incident: which step may follow which, and what stands in the way.
//
//   draft -> reported -> triage -> no_breach -> closed
//                          |
//                          +----> breach -> assessment -> decided -> approved -> notified -> supplemented -> closed
//                                                                       |                                    |
//                                                                       +----> closed (nobody to notify)  evaluated
//
// A draft may be withdrawn. A changed risk fact leads back from decided, approved, notified and supplemented to
// assessment; a dismissed suspicion that turns out true leads from no_breach back to breach.
#pragma once
#include <array>
#include <string_view>

#include "incident/record.h"

namespace varsel::incident {

// The decisions people take (J9, J11, B3), as event::DecisionTaken names them. Frozen: stored on disk.
namespace decision {
inline constexpr std::string_view authority = "authority";  // duty: Art. 33(1); outcomes: notify, no, undecided
inline constexpr std::string_view subjects =
    "subjects";  // duty: Art. 34; outcomes: inform, no, exempt, voluntary, undecided
inline constexpr std::string_view notify = "notify";
inline constexpr std::string_view inform = "inform";
inline constexpr std::string_view no = "no";
inline constexpr std::string_view exempt = "exempt";        // Art. 34(3)
inline constexpr std::string_view voluntary = "voluntary";  // for reasons of good administration (J11)
inline constexpr std::string_view undecided = "undecided";
}  // namespace decision

// Every reason may_enter() can refuse with: the message ids that each locale words. In the order they are checked.
inline constexpr std::array<std::string_view, 10> kGuards{
    "guard.wrong_state",               // that state cannot follow this one
    "guard.suspicion_open",            // M2: a suspicion is monitored until confirmed or dismissed
    "guard.dismissal_without_reason",  // M2: dismissed with a reason
    "guard.awareness_missing",         // Art. 33(1): the clock has not been started, so no deadline can be judged
    "guard.authority_undecided",       // J9
    "guard.subjects_undecided",        // J11
    "guard.decision_without_reason",   // J9: each decision is recorded with reasons
    "guard.not_notified",              // decided to notify the authority, but the notification is not recorded
    "guard.log_incomplete",            // M6: a mandatory field is missing
    "guard.report_not_handed_over",    // D10: the group's report has not reached every affected party
};

}  // namespace varsel::incident
