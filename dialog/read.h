// From a message to candidates: what it proposes for which fact, given what was asked. Internal to dialog/.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "dialog/turn.h"

namespace varsel::dialog {

// Below this confidence nobody said it: it follows from something else ("told as a fact", "colleagues snoop").
inline constexpr double kSaid = 0.62;

// A value that the message may state for a fact.
struct Candidate {
  incident::FactId fact{};
  incident::FactStatus status = incident::FactStatus::known;
  incident::FactValue value;
  std::string reason;  // when not known yet
  std::string rule;
  double confidence = 1.0;
  bool answers = false;                            // the question that was asked
  bool denies = false;                             // "no health data": the codes of the value are not involved
  std::optional<incident::FactValue> alternative;  // "on Tuesday or today": the person is to say which
};

// Whether the message answers a question for an account although it sounds like a correction: "I typed the wrong
// address" corrects nothing that was said here.
[[nodiscard]] bool gives_account(const Turn& turn, const std::optional<Question>& asked);

// Everything the message proposes, at most one candidate for each fact, and one that denies. `asked` is the question it
// may answer.
[[nodiscard]] std::vector<Candidate> read(const Turn& turn, const std::optional<Question>& asked);

// One list of codes and words grown by another.
[[nodiscard]] incident::Codes merged(const incident::Codes& before, const incident::Codes& more);

}  // namespace varsel::dialog
