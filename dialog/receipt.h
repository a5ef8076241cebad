// Handing in and telling: the report leaves the conversation. Internal to dialog/.
#pragma once
#include <string>

#include "dialog/turn.h"

namespace varsel::dialog {

// Tells the contacts that routing names and that have not been told yet, and summons the group where the procedure has
// one. `at_once`: without waiting for the answers that routing looks at. Says nothing to the reporter.
void tell_contacts(Turn& turn, bool at_once);
// Contacts first: what the reporter is told about it when the breach is still going on.
void say_told(Turn& turn);
// The same of the group: when it meets, or from when it is summoned (D7).
void say_group(Turn& turn);

// Hands the report to the adviser; `why` as in event::HandedIn. Complete only when no field of the mandatory log is
// missing. Does nothing to the words.
void hand_in(Turn& turn, std::string why);
// The receipt: what happens next, who has been told, the clock.
void say_receipt(Turn& turn);

}  // namespace varsel::dialog
