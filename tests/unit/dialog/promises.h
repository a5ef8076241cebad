// What must hold in every conversation, checked after every turn of a Talk.
#pragma once
#include <optional>
#include <stdexcept>
#include <string>

#include "tests/unit/dialog/talk.h"

namespace varsel::dialog::test {

// What there was before a turn.
struct Before {
  explicit Before(const Talk& talk) : state(talk.state), records(talk.records) {
    for (const auto& option : talk.last.options) offered.push_back(option.code);
  }
  State state;
  std::map<IncidentId, incident::Record> records;
  std::vector<std::string> offered;

  [[nodiscard]] const incident::Record* record() const {
    return state.incident && records.contains(*state.incident) ? &records.at(*state.incident) : nullptr;
  }
};

struct BrokenPromise : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws BrokenPromise. `said` is nullptr when a timer fired, somebody opened the page, or something happened
// elsewhere.
void check_promises(const Before& before, const Talk& talk, const Decision& decision, const input::Said* said);

// A question, a confirmation or a choice is open.
[[nodiscard]] bool waits_for_person(Phase phase);

// Every message id that was said or offered in any conversation.
[[nodiscard]] const std::set<std::string>& spoken();

}  // namespace varsel::dialog::test
