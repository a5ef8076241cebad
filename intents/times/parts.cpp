// Parts of the day: "om aftenen", "after lunch"; and the night that leads to a day: "natten til tirsdag".
#include "intents/times/grammar.h"

namespace varsel::intents::times {

Grammar::Piece Grammar::part(std::size_t i, const Around& around) {
  if (around.part) return std::nullopt;
  const Lexeme* l = word(i, Word::part);
  if (l == nullptr) return std::nullopt;
  const Window window = part_window(l->value, View::reported);
  if (around.timed && window.to - window.from == 60 && l->shy) return std::nullopt;
  Phrase out;
  out.part = l->value;
  out.fields = kPart;
  // The night of a named day is the one that follows it; "i nat" and "the night to Tuesday" are read elsewhere.
  static const int night = *part_index("night"), late = *part_index("late_night");
  if (around.dated && l->value == night) out.part = late;
  out.strength = l->shy ? Strength::shy : Strength::strong;
  out.note(*l);
  out.end = l->last + 1;
  return out;
}

// "natten mellem mandag og tirsdag", "natt til tirsdag", "the night before Tuesday": the day that it leads to.
Grammar::Piece Grammar::night_to(std::size_t i, const Around& around) {
  if (around.dated || around.depth > 1) return std::nullopt;
  std::size_t begin = skip(i, Word::the);
  const Lexeme* l = word(begin, Word::part);
  static const int night = *part_index("night");
  if (l == nullptr || l->value != night) return std::nullopt;
  std::size_t next = l->last + 1;
  Around inner{.depth = around.depth + 1};
  const auto day_at = [&](std::size_t at) -> Piece {
    if (at >= tokens_.size() || !goes_on(at)) return std::nullopt;
    Piece found = written_date(at, inner);
    for (const auto reader : {&Grammar::named, &Grammar::numeric_date, &Grammar::pointed}) {
      Piece other = (this->*reader)(at, inner);
      if (other && (!found || other->end > found->end)) found = std::move(other);
    }
    if (!found || (found->fields & (kDate | kWeekday | kDay)) == 0 || found->part) return std::nullopt;
    if (found->fields == kWeekday && goes_on(found->end)) {  // "natten til lørdag den 15. november"
      inner.dated = inner.weekday = true;
      if (Piece date = written_date(passed_over(found->end), inner); date && join(*found, *date)) return found;
    }
    return found;
  };
  Piece day;
  if (const Lexeme* between = word(next, Word::between)) {
    const Piece first = day_at(between->last + 1);
    if (!first) {
      // "natten mellem 3. og 4. november"
      const auto number = day_number(between->last + 1);
      if (!number) return std::nullopt;
      next = number->end;
    } else {
      next = first->end;
    }
    const Lexeme* both = word(next, Word::both);
    if (both == nullptr) return std::nullopt;
    day = day_at(both->last + 1);
  } else if (const Lexeme* to = word(next, Word::until)) {
    day = day_at(to->last + 1);
  } else if (const Lexeme* before = word(next, Word::before)) {
    day = day_at(before->last + 1);
  }
  if (!day) return std::nullopt;
  day->part = night;
  day->fields |= kPart;
  day->night_before = true;
  day->strength = Strength::strong;
  day->rule = l->row;
  day->locale = l->locale;
  return day;
}

}  // namespace varsel::intents::times
