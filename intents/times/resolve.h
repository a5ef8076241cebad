// What a time that was said means now. One expression, two askers: a report is about the past, so a bare Friday is the
// last one and the value keeps its precision and window (When); a calendar takes the Friday that is or comes next.
#pragma once
#include "base/values.h"
#include "intents/times/grammar.h"
#include "intents/understand.h"

namespace varsel::intents::times {

struct Reported {
  When when;
  bool future = false;    // it has not come yet: no fact of a breach
  bool doubtful = false;  // the weekday does not fit the date
};

class Resolver {
 public:
  Resolver(Grammar& grammar, const Calendar& calendar, LocalTime now, const Zone& zone)
      : grammar_(grammar), calendar_(calendar), now_(now), zone_(zone) {}

  [[nodiscard]] std::optional<Reported> reported(const Phrase& phrase);
  // When "from 9 to 11" began and when it ended.
  [[nodiscard]] static std::pair<Reported, Reported> ends_of(const Reported& whole, const Phrase& phrase);
  // Both ends of a range; a phrase alone as `reported`.
  [[nodiscard]] std::optional<Reported> reported(const Said& said);
  [[nodiscard]] std::optional<CalendarTime> calendar(const Said& said);

 private:
  [[nodiscard]] std::optional<Span> past_span(const Phrase& phrase, Calendar::Id id, bool& doubtful);
  [[nodiscard]] std::optional<Span> next_span(const Phrase& phrase, Calendar::Id id);
  [[nodiscard]] Span in_zone(Span span, const Phrase& phrase) const;
  [[nodiscard]] When when_of(const Span& span, const Phrase& phrase) const;

  Grammar& grammar_;
  const Calendar& calendar_;
  LocalTime now_;
  const Zone& zone_;
};

}  // namespace varsel::intents::times
