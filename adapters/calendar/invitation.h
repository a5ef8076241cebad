// Meetings by mail: iTIP (RFC 5546) in iCalendar (RFC 5545), sent as mail/message.h sends it (iMIP, RFC 6047).
//
// A summary and a location show on lock screens and in shared calendars: whoever writes them keeps them neutral, and
// every meeting is marked private. Nothing here is random and nothing reads a clock.
#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/mail/message.h"
#include "base/result.h"
#include "base/time.h"

namespace varsel::adapters::calendar {

// One meeting as it is announced. Keep it: the next revision and the answers are about this one.
struct Meeting {
  std::string uid;   // random, never a case number; the same for ever. Knowing it is what authenticates an answer
  int sequence = 0;  // counts the revisions
  Instant stamp;     // when this revision was written
  mail::Address organizer;  // must be the mail's From, and able to receive the answers
  std::vector<mail::Address> attendees;
  std::string summary;      // one line
  std::string description;  // may have several
  std::string location;     // one line, or empty
  Instant start;
  std::chrono::minutes duration{30};
  Zone zone;  // whose clock the meeting goes by
};

// The same meeting one revision later: change what has changed, then send a request or a cancellation of it.
Meeting revised(Meeting meeting, Instant stamp);

// METHOD:REQUEST: invites, and with a higher sequence moves or changes. An alarm rings 15 minutes before.
// Errors: invalid (no UID or attendee, a control character, a duration that is not between a minute and a week).
Result<mail::CalendarPart> request(const Meeting& meeting);

// METHOD:CANCEL, to everybody or, with fewer attendees, to those who are no longer needed. Errors: as above.
Result<mail::CalendarPart> cancel(const Meeting& meeting);

enum class Participation : std::uint8_t { needs_action, accepted, declined, tentative, delegated };

// One person's answer, METHOD:REPLY (RFC 5546 §3.2.3).
struct Reply {
  std::string uid;
  int sequence = 0;
  mail::Address attendee;
  Participation participation = Participation::needs_action;
};

// Reads an answer as it came in, from anybody. Errors: invalid; nothing of the answer is repeated.
Result<Reply> read_reply(std::string_view ics);

// Whether an answer counts. Errors: not_found (another meeting, or somebody who was not invited), conflict (an answer
// to an earlier revision: the person has yet to answer this one).
Result<> accept(const Reply& reply, const Meeting& meeting);

}  // namespace varsel::adapters::calendar
