// The state of one conversation between two turns, and its frozen form on disk. Answers are not here: they are facts
// of the incident's record. The state holds only where the talk is.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/locale.h"
#include "base/result.h"
#include "incident/facts.h"
#include "locales/catalog.h"

namespace varsel::dialog {

// Frozen: stored on disk.
enum class Phase : std::uint8_t {
  idle = 1,            // nothing reported yet in this conversation
  asking = 2,          // a draft is open, questions are asked
  reading_back = 3,    // everything was read back; yes hands it in
  handed_in = 4,       // the report is with the adviser; facts can still be added
  confirm_cancel = 5,  // "cancel" was said: sure?
  confirm_restart = 6,
  paused = 7,
  case_work = 8,   // a contact or adviser works on an incident
  correcting = 9,  // "that was wrong": which line?
};

// What one message changed, so that it can be undone: the entries as they were before (nothing: not there).
struct Change {
  incident::FactId fact{};
  std::optional<incident::Fact> before;
};

struct OfferedOption {
  std::string code;
  locales::Message label;
};

struct State {
  Phase phase = Phase::idle;
  Phase before = Phase::idle;  // where a confirmation returns to
  Locale locale = Locale::en;
  bool locale_chosen = false;  // the person chose it: no longer detected
  std::uint8_t role = 1;       // dialog::Role
  std::string subject;         // contact id of a contact
  std::optional<IncidentId> incident;
  std::string asking;                        // id of the question being asked, or ""
  std::map<std::string, int> asked;          // question id -> times asked
  std::vector<std::string> skipped;          // asked again at the end, once
  std::vector<OfferedOption> offered;        // by the last reply
  std::vector<std::vector<Change>> undo;     // newest last, at most 20
  std::optional<incident::FactId> disputed;  // two sayings contradict each other
  std::optional<incident::Fact> disputed_with;
  std::vector<IncidentId> earlier;  // reports this person made before in this conversation
  std::uint64_t last_turn = 0;
  int misunderstood = 0;  // in a row
  bool contained_advice_given = false;
  bool nudged = false;
  // A message that may be a second report: its facts, kept until the person has said whether it is.
  std::vector<Change> held;
};

// The blob is JSON with a version; old ones are read for ever (tests/formats). corrupt: not one of ours.
[[nodiscard]] std::string save(const State& state);
[[nodiscard]] Result<State> load(const std::string& blob);

}  // namespace varsel::dialog
