// Workflows (M1): which one an incident follows, which steps are done, which is next and who does it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "incident/contacts.h"
#include "incident/procedure.h"
#include "incident/record.h"

namespace varsel::incident {

struct StepProgress {
  const Step* step;  // into the procedure
  bool done = false;
  std::vector<PartyId> whose;  // the parties that do it: the own one, else the affected ones, else all of the role
};

struct Progress {
  const Workflow* workflow = nullptr;  // into the procedure; nullptr when it has none
  std::vector<StepProgress> steps;     // in order
  std::optional<std::size_t> current;  // the first that is not done; nothing when all are
};

// By who established the breach; in doubt the workflow of the own organisation, else the first.
[[nodiscard]] const Workflow* workflow_of(const Record& record, const Procedure& procedure);

// A step is done when the record shows it (Step::done_when), or when a person said so (event::StepDone). What the
// record no longer shows is open again: one more affected party re-opens the step that tells them.
[[nodiscard]] Progress progress(const Record& record, const Procedure& procedure, const ContactBook& book, Instant now);

}  // namespace varsel::incident
