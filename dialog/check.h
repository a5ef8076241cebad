// Proves a playbook sound before anybody relies on it. The checker walks through the whole dialog (with the rule the
// conversation itself uses, next_question.h) and through every workflow, and says what is wrong with the shortest list
// of answers that shows it.
//
// What is proved, when it finds nothing:
//   every conversation ends, and at its end each field of the mandatory log has been asked or is filled by somebody
//   named in the playbook (M6); every question can be reached, and is worded in every locale: first, again, last and
//   why; every choice has a label; conditions do not contradict themselves or wait for each other; every discoverer has
//   one workflow (M1); every contact rule is used by a step and every step that informs reaches somebody, or its
//   fallback, whoever discovered the breach and whatever its nature (M8, D3, D4); no deputies stand in for each other
//   in a circle.
#pragma once
#include <string>
#include <vector>

#include "dialog/playbook.h"

namespace varsel::dialog {

struct CheckFinding {
  std::string rule;               // "unreachable_question": stable, listed in docs/playbooks.md
  std::string where;              // "question occurred", "step municipality/inform": as named in the playbook
  std::string message;            // English, for the person who edits playbooks; says what would be right
  std::vector<std::string> path;  // answers that lead there, in order: "ongoing = yes"; empty when none are needed
};
[[nodiscard]] std::string to_string(const CheckFinding& finding);

// contacts may be nullptr: then nothing is said about who is on the lists. The catalogue holds the built-in texts and
// the playbook's own (locales::Catalog{playbook.texts}).
[[nodiscard]] std::vector<CheckFinding> check(const Playbook& playbook, const incident::ContactBook* contacts,
                                              const locales::Catalog& catalog);

}  // namespace varsel::dialog
