// Opening a report and asking for what is missing. Internal to dialog/.
#pragma once
#include <string>

#include "dialog/turn.h"

namespace varsel::dialog {

// A question is asked three times, each time in other words; then the fact is left open and the talk goes on.
inline constexpr int kTimesAsked = 3;

// Registers the report: opened, the words kept, every fact in them accepted, before any question.
void open_report(Turn& turn);
// The answer to a first message: thanks, what to do first, the receipt number, the first question.
void greet_report(Turn& turn);

// The steps that stop the harm (J2, D1), once there is something to say that fits; what was done is acknowledged.
void advise_containment(Turn& turn);

// The next question; the read-back when there is nothing left to ask. A fact that was asked for often enough is left
// open on the way.
void ask_next(Turn& turn);
// Asks in the next wording.
void ask(Turn& turn, const Question& question);
// The open question again, after an answer to something else; `same_words` when somebody asks us to say it again.
// Does not count as asking.
void ask_again(Turn& turn, bool same_words = false);
// Asks for one fact to be changed; what is known stands until the answer.
void ask_to_change(Turn& turn, incident::FactId fact);

// What to say after facts were accepted, wherever the talk is: on with the questions, the read-back, or thanks.
void go_on(Turn& turn);

}  // namespace varsel::dialog
