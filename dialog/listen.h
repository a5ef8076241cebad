// What a message does: facts first, then what it asks for. Internal to dialog/.
#pragma once
#include "dialog/turn.h"

namespace varsel::dialog {

// Switches to the language of the message when that is certain and the person has not chosen one.
void follow_language(Turn& turn);
// Nothing is registered yet. What may be a report is one: in doubt, it is opened.
void first_message(Turn& turn);
// A report is open or handed in.
void next_message(Turn& turn);

}  // namespace varsel::dialog
