// The read-back: everything that was said, line by line, each line changeable. Internal to dialog/.
#pragma once
#include <optional>
#include <vector>

#include "dialog/turn.h"

namespace varsel::dialog {

// The facts in the order they are read back; line n is element n - 1.
[[nodiscard]] std::vector<incident::FactId> lines_of(const Turn& turn);
void say_lines(Turn& turn);

// Reads everything back and asks whether it may be handed in.
void read_back(Turn& turn);
// "Hand it in?" without the lines.
void offer_hand_in(Turn& turn);

// The line that the message speaks of ("the number is wrong").
[[nodiscard]] std::optional<incident::FactId> named_line(const Turn& turn);
// The line that a short message chooses: "2", "ret 2", or its name ("the number"); nothing when it is none.
[[nodiscard]] std::optional<incident::FactId> chosen_line(const Turn& turn);

// The person agrees: handed in, and the receipt.
void confirm_hand_in(Turn& turn);

}  // namespace varsel::dialog
