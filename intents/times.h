// Times as people say them. Read as the past, because a report is: a bare weekday, clock or date is the previous one.
// How they are read is in times/: words (lexicon.h), the algebra (series.h), the grammar (grammar.h) and what it all
// means now (resolve.h).
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
  bool since = false;     // "since October": it began then
  bool until = false;     // "until noon": it ended then
  bool weak = false;      // could as well be something else ("10.30", "fem"): counts only where a time is expected
  bool future = false;    // "tomorrow": when something will happen is no fact of what has
  bool doubtful = false;  // "Friday 3 November" in a year where that is a Monday
};

// All times in the text, in order. `matches` are the engine's; only Theme::moment is looked at.
[[nodiscard]] std::vector<TimeFound> find_times(const Tokens& tokens, const std::vector<Match>& matches,
                                                LocaleSet locales, const Context& context);

// The one time that the whole phrase is about.
[[nodiscard]] std::optional<TimeReading> whole_time(const Tokens& tokens, const std::vector<Match>& matches,
                                                    LocaleSet locales, const Context& context);

}  // namespace varsel::intents
