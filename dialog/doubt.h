// Doubts that only the person can settle: two sayings that contradict each other, a message that may be a second
// report, and times that cannot be. Internal to dialog/.
#pragma once
#include "dialog/accept.h"

namespace varsel::dialog {

// State::disputed against State::disputed_with.
void ask_which_holds(Turn& turn);
void settle_dispute(Turn& turn, bool replace);

// The message may be a second report: its facts are held until the person has said so.
void hold(Turn& turn);
void ask_same_or_new(Turn& turn);
// What was held belongs to this report: its words, and whatever in it does not contradict what is known.
void keep_held(Turn& turn);
void settle_held(Turn& turn, bool is_new);

// A time on a night when the clock was changed. Says so and asks, and is true, when the message stated one.
bool ask_of_clock_change(Turn& turn, const Accepted& accepted);
// Nothing is noticed before it happens, or ends before it begins. Likewise.
bool question_order(Turn& turn, const Accepted& accepted);
// A time that has not come yet (Accepted::future) is asked for again; one that is known stands until another is said.
void ask_for_past_time(Turn& turn, const Accepted& accepted);

}  // namespace varsel::dialog
