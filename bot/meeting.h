// The letters of the emergency group: invitation, update and cancellation with a calendar part (iTIP), one a member.
#pragma once
#include "bot/turn.h"

namespace varsel::bot {

enum class MeetingLetter { invitation, update, cancel, stand_in };

// To one attendee, due at `due`. The agenda of D8 stands in the description. Nothing without a group or an address.
void write_meeting_letter(const House& house, const Outside& outside, Instant now, const IncidentId& incident,
                          const incident::Record& record, MeetingLetter kind, const std::string& attendee, Instant due,
                          storage::Commit& commit);
// To every attendee of record.group.
void write_meeting_letters(const House& house, const Outside& outside, Instant now, const IncidentId& incident,
                           const incident::Record& record, MeetingLetter kind, Instant due, storage::Commit& commit);

}  // namespace varsel::bot
