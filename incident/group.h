// The emergency action group (D7-D10): when it meets, who is invited, who stands in for the silent, who reports, and
// when it may be dissolved. Pure: the caller records what it did as events and sends the invitations.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "incident/contacts.h"
#include "incident/procedure.h"
#include "incident/record.h"
#include "incident/routing.h"

namespace varsel::incident {

// D8: what the first meeting is about, in this order: message ids.
inline constexpr std::array<std::string_view, 3> kGroupAgenda{
    "group.agenda.introduction",    // by the coordinator
    "group.agenda.contact_person",  // choice of the member who is the coordinator's contact person
    "group.agenda.handover",        // the group owns handling and report from here on
};

struct MeetingPlan {
  Instant summon_at;  // when the invitation goes out: now, or the next opening (D7)
  Instant start;
  Instant end;
  std::string coordinator;              // contact id of the one who summons; "" when it has no entry
  std::vector<std::string> attendees;   // contact ids; everybody, also those who have been invited before
  std::vector<std::string> added;       // those not invited yet
  std::vector<MissingContact> missing;  // parties that cannot be invited (rule is empty)
  int sequence = 0;                     // of the calendar invitation: 0 for the first, one more for each update
  // D7: the wait is told to the reporter.
  [[nodiscard]] bool waits(Instant now) const { return summon_at > now; }
};

// The invitation to send: the first one, or an update when more parties turned out to be involved before the meeting
// has begun. Nothing when the procedure has no group, the breach was dismissed, or everybody is invited.
[[nodiscard]] std::optional<MeetingPlan> plan_meeting(const Record& record, const Procedure& procedure,
                                                      const ContactBook& book, Instant now);

// Somebody was silent for longer than the procedure allows, in working time, or declined, and nobody else of the party
// has accepted: the deputy is invited, then the next contact of that party.
struct Escalation {
  std::string attendee;
  PartyId party;
  std::string to;  // "" when the party has nobody left: a person must take over (J17)
};
[[nodiscard]] std::vector<Escalation> due_escalations(const Record& record, const Procedure& procedure,
                                                      const ContactBook& book, Instant now);
// The next moment at which due_escalations() can have something new; for a timer.
[[nodiscard]] std::optional<Instant> next_escalation_at(const Record& record, const Procedure& procedure,
                                                        const ContactBook& book);

// D9: the coordinator gets status through the contact person only. Asked once per GroupRules::status_every, at opening
// time, until the report is handed over. Nothing while no contact person is chosen.
[[nodiscard]] std::optional<Instant> next_status_at(const Record& record, const Procedure& procedure);
// The contact person to ask now.
[[nodiscard]] std::optional<std::string> status_due(const Record& record, const Procedure& procedure, Instant now);

// D10: the parties that the incident report must still be handed to: the affected ones; where none was named, everybody
// else who was told. Empty when there is no group.
[[nodiscard]] std::vector<PartyId> report_owed_to(const Record& record);
// D10: the group stays active until the report is handed over. An incident without a group may close. A report that
// reached nobody is not handed over, even when nobody is known to be affected.
[[nodiscard]] bool may_dissolve(const Record& record);

}  // namespace varsel::incident
