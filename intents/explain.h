// Why Varsel understood a message as it did: the rows that matched, and where. Printed by `varsel understand`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "intents/understand.h"

namespace varsel::intents {

// One line for each row that matched, in text order: "3-14 da/breach_kind: sendt til forkert modtager
// [misdirected_message]". Offsets are bytes in the cleaned text. The words themselves are left out: the lines hold no
// personal data.
[[nodiscard]] std::vector<std::string> explain(std::string_view text, const Context& context);

}  // namespace varsel::intents
