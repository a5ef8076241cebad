// Times that have a name: today, weekdays, feasts, seasons, weekends, and weeks by number.
#include "intents/times/grammar.h"

namespace varsel::intents::times {

using std::chrono::days;

Grammar::Piece Grammar::named(std::size_t i, const Around& around) {
  const LocalTime today = floor_to(now_, Grain::day);
  Piece best;
  const auto keep = [&](Phrase found) {
    if (!best || found.end > best->end) best = std::move(found);
  };
  const auto series = [&](const Lexeme& l, int rank, Calendar::Id id, unsigned field) {
    Phrase out;
    out.constrain(rank, id, field);
    out.strength = l.shy ? Strength::shy : Strength::strong;
    out.note(l);
    out.end = l.last + 1;
    return out;
  };
  for (const Lexeme& l : lexicon_.at(i)) {
    switch (l.word) {
      case Word::day:
        keep(fixed(5, unit_of(today + days(l.value), Grain::day), kDay, l, l.last + 1));
        break;
      case Word::day_part: {
        Phrase out = fixed(5, unit_of(today + days(l.value), Grain::day), kDay | kPart, l, l.last + 1);
        out.part = l.more;
        keep(std::move(out));
        break;
      }
      case Word::weekday:
        keep(series(l, 6, calendar_.weekday(l.value), kWeekday));
        break;
      case Word::past_weekday: {
        const int back = (weekday_of(today) - l.value + 6) % 7 + 1;
        keep(fixed(5, unit_of(today - days(back), Grain::day), kDay, l, l.last + 1));
        break;
      }
      case Word::coming_weekday: {
        const int ahead = (l.value - weekday_of(today) + 6) % 7 + 1;
        // "på onsdag den 3. december", "på onsdag i sidste uge": then the date says which.
        Phrase out = fixed(5, unit_of(today + days(ahead), Grain::day), kDay, l, l.last + 1);
        Around dated{.dated = true, .weekday = true, .depth = around.depth + 1};
        const std::size_t next = passed_over(out.end);
        if (around.depth == 0 && next < tokens_.size() && goes_on(out.end)) {
          Piece date = written_date(out.end, dated);
          if (!date) date = pointed(next, dated);
          if (!date) date = numeric_date(next, dated);
          if (date && (date->fields & (kDate | kWeek | kDay)) != 0)
            out = series(l, 6, calendar_.weekday(l.value), kWeekday);
        }
        keep(std::move(out));
        break;
      }
      case Word::feast:
        keep(series(l, 5, calendar_.feast(l.value), kDate));
        break;
      case Word::season:
        keep(series(l, 1, calendar_.season(l.value), kMonth));
        break;
      case Word::weekend:
        keep(series(l, 4, calendar_.weekend(), kWeekend));
        break;
      case Word::edge: {
        const Span now = unit_of(now_, static_cast<Grain>(l.more));
        keep(series(l, 2, calendar_.third(l.value, calendar_.fixed(now)), kMonth | kYear | kDate));
        break;
      }
      case Word::whole: {
        const auto grain = static_cast<Grain>(l.more);
        keep(fixed(0, unit_of(plus(now_, grain, l.value), grain), kYear, l, l.last + 1));
        break;
      }
      case Word::week: {
        const std::size_t at = l.last + 1;
        if (!digits(at) || width(at) > 2 || !goes_on(at)) break;
        Phrase out = series(l, 3, calendar_.week(static_cast<int>(tokens_[at].value)), kWeek);
        out.strength = Strength::strong;
        out.end = at + 1;
        if (tokens_[at].value < 1 || tokens_[at].value > 53) break;
        std::size_t next = out.end;
        if (const Lexeme* of = word(next, Word::of)) next = of->last + 1;
        if (const auto year = next < tokens_.size() && goes_on(out.end) ? year_at(next, true) : std::nullopt) {
          const auto monday = week_of(static_cast<int>(year->value), static_cast<int>(tokens_[at].value));
          if (!monday) break;
          out = fixed(3, unit_of(*monday, Grain::week), kWeek | kYear, l, year->end);
        }
        keep(std::move(out));
        break;
      }
      default:
        break;
    }
  }
  return best;
}

}  // namespace varsel::intents::times
