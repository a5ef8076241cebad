// Times as people say them, read as the past: a bare weekday, clock or date is the previous one.
#pragma once
#include <string>
#include <vector>

#include "base/values.h"
#include "intents/engine.h"
#include "intents/numbers.h"
#include "intents/understand.h"

namespace varsel::intents {

struct TimeFound {
  When when;
  std::size_t first = 0;  // tokens [first, last]
  std::size_t last = 0;
  std::string rule;
  bool since = false;  // "since October": it began then
  bool until = false;  // "until noon": it ended then
  bool weak = false;   // could as well be something else ("10.30", "fem"): counts only where a time is expected
};

// All times in the text, in order. `matches` are the engine's; only Theme::moment is looked at.
[[nodiscard]] std::vector<TimeFound> find_times(const Tokens& tokens, const std::vector<Match>& matches,
                                                LocaleSet locales, const Context& context);

}  // namespace varsel::intents
