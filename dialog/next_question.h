// Which question is asked next. One pure function, used by the conversation and by the checker, so that what is proved
// about a playbook is what people meet.
#pragma once
#include <string>
#include <vector>

#include "dialog/playbook.h"

namespace varsel::dialog {

// A condition on a Choice looks at its code; on Codes it holds when one of the codes is among `is`, and none of them
// among `is_not`. Whatever nobody knows (absent, not known yet, refused) makes a condition on it false.
[[nodiscard]] bool holds(const Condition& condition, const incident::Record& record);

// All conditions of the question hold.
[[nodiscard]] bool applies(const Question& question, const incident::Record& record);

// The first question, in the order of the playbook, whose fact has no entry in the record and that applies: first
// those that are not late, then the late ones (causes and measures are asked when the harm has been stopped), last
// those in `skipped` (question ids). nullptr: there is nothing left to ask.
//
// A question leaves only by giving its fact an entry, whatever its status. So whoever skips the same question a second
// time gives it one (not known yet), and every conversation ends.
[[nodiscard]] const Question* next_question(const Playbook& playbook, const incident::Record& record,
                                            const std::vector<std::string>& skipped);

}  // namespace varsel::dialog
