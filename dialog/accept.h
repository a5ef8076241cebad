// From candidates (read.h) to facts. Understanding proposes, the dialog disposes: only what is accepted here reaches
// the record. Internal to dialog/.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "dialog/read.h"

namespace varsel::dialog {

struct Accepted {
  struct Replaced {
    incident::FactId fact{};
    incident::FactValue before;
  };
  std::vector<incident::FactId> added;
  std::vector<Replaced> replaced;
  std::vector<incident::FactId> grown;   // of those added: a known list, by something said in passing
  std::optional<incident::Fact> future;  // a time that has not come yet: not accepted
  std::optional<incident::FactId> future_fact;
  bool answered = false;         // the question that was asked
  bool confirmed_known = false;  // said again what was known already
  bool keeps = false;            // of two sayings that contradict each other, the first
  bool denied = false;           // said of something that it is not involved, and nothing had to change for it
  std::optional<incident::FactId> emptied;  // all that was known is denied: not taken away, to be asked for
  [[nodiscard]] bool any() const { return !added.empty() || !replaced.empty(); }
  [[nodiscard]] bool has(incident::FactId fact) const;
};

// Appends what is accepted. A value that only follows from what was said never touches what is known, and is taken at
// all only where no question asks for it. A different value for a known fact is accepted when it corrects
// (`correcting`), answers the question about that very fact, makes it more precise, or tells how things have gone on;
// otherwise it becomes the dispute of the state, and the old value stands until the person has said which holds.
Accepted accept(Turn& turn, std::vector<Candidate> candidates, bool correcting);

// States one fact, to be undone as one step.
void state_fact(Turn& turn, incident::FactId fact, incident::Fact entry);
// The fact is open: nobody knows now. Asked again on the next working day at nine.
void leave_open(Turn& turn, incident::FactId fact, std::string reason);
[[nodiscard]] Instant next_working_morning(const Turn& turn);

}  // namespace varsel::dialog
