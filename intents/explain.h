// Why Varsel understood a message as it did. Printed by `varsel understand --explain`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "intents/understand.h"

namespace varsel::intents {

struct Explanation {
  // Each row that matched, in text order: "3-14 da/breach_kind: sendt til forkert modtager [misdirected_message]".
  // Offsets are bytes in the cleaned text.
  std::vector<std::string> rules;
  // What the classifier makes of the message, likeliest intent first, with the features that spoke most for it:
  // "undo 0.83: 'fortryd' 0.21, ' fort' 0.11". Features are stretches of the message, ids and numbers masked in them.
  std::vector<std::string> learned;
};
[[nodiscard]] Explanation explain(std::string_view text, const Context& context);

}  // namespace varsel::intents
