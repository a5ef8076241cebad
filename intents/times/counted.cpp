// A part of something larger: "the third Tuesday of September", "last Monday in March", "the end of the month".
#include <algorithm>

#include "intents/times/grammar.h"

namespace varsel::intents::times {

// Units and weekdays that can be counted: "day", "Monday", "week", "weekend".
Grammar::Piece Grammar::unit_series(std::size_t i) {
  for (const Lexeme& l : lexicon_.at(i)) {
    Phrase out;
    out.note(l);
    out.end = l.last + 1;
    if (l.word == Word::weekday || l.word == Word::past_weekday || l.word == Word::coming_weekday) {
      out.constrain(6, calendar_.weekday(l.value), kWeekday);
      return out;
    }
    if (l.word == Word::unit && l.more == 1 && static_cast<Grain>(l.value) >= Grain::hour) {
      out.constrain(5, calendar_.every(static_cast<Grain>(l.value)), kDate);
      return out;
    }
    if (l.word == Word::weekend) {
      out.constrain(4, calendar_.weekend(), kWeekend);
      return out;
    }
  }
  return std::nullopt;
}

// A month, quarter, year, week or feast that something can be in.
Grammar::Piece Grammar::coarse(std::size_t i, int depth) {
  if (depth > 3 || i >= tokens_.size() || !goes_on(i)) return std::nullopt;
  Around around{.depth = depth};
  Piece best;
  std::size_t at = i;
  if (const Lexeme* l = word(at, Word::about)) at = l->last + 1;
  const std::size_t plain = at;
  if (const Lexeme* l = word(at, Word::the)) at = l->last + 1;
  const auto keep = [&](Piece found) {
    if (found && (found->fields & (kYear | kMonth | kWeek | kDate | kDay)) != 0 && (!best || found->end > best->end))
      best = std::move(found);
  };
  for (const std::size_t from : {plain, at}) {
    keep(pointed(from, around));
    keep(quarter(from, around));
    keep(named(from, around));
    keep(month_or_year(from, around));
    if (best) break;
  }
  // "of the year": this one.
  if (!best) {
    for (const Lexeme& l : lexicon_.at(at))
      if (l.word == Word::unit && l.more == 1 && static_cast<Grain>(l.value) >= Grain::week)
        best = fixed(2, unit_of(now_, static_cast<Grain>(l.value)), kMonth, l, l.last + 1);
  }
  if (best && (best->fields & kYear) == 0 && (best->fields & kDate) != 0) {
    std::size_t next = best->end;
    next = skip(next, Word::of);
    if (const auto year = next < tokens_.size() && goes_on(best->end) ? year_at(next, true) : std::nullopt) {
      best->constrain(0, calendar_.year(static_cast<int>(year->value)), kYear);
      best->end = year->end;
    }
  }
  return best;
}

// "the third Tuesday of September 2014", "last Monday in March", "fifth last day of May", "third Tuesday after Easter".
Grammar::Piece Grammar::nth(std::size_t i, const Around& around) {
  if (around.dated || around.depth > 1) return std::nullopt;
  std::size_t next = i;
  if (const Lexeme* l = word(next, Word::the)) next = l->last + 1;
  int n = 0;
  if (const auto number = ordinal(next)) {
    n = static_cast<int>(std::min<std::int64_t>(number->value, 1000));
    next = number->end;
  }
  const Lexeme* last = word(next, Word::last);
  if (last != nullptr) {
    n = n == 0 ? -1 : -n;
    next = last->last + 1;
  }
  if (n == 0) return std::nullopt;
  const Piece unit = unit_series(next);
  if (!unit) return std::nullopt;
  const Calendar::Id counted = unit->constraints[0].id;
  const auto made = [&](Calendar::Id id, const Phrase& of) {
    Phrase out;
    out.constrain(5, id, (of.fields & kYear) != 0 ? kDay : kDate | kMonth);
    out.strength = Strength::strong;
    out.rule = unit->rule;
    out.locale = unit->locale;
    out.end = of.end;
    return out;
  };
  if (const Lexeme* after = word(unit->end, Word::after); after != nullptr && n > 0) {
    if (const Piece base = coarse(after->last + 1, around.depth + 1))
      return made(calendar_.nth_after(n, counted, date_of(*base)), *base);
  }
  std::size_t of = unit->end;
  if (const Lexeme* l = word(of, Word::of)) of = l->last + 1;
  if (of == unit->end && last != nullptr && n == -1) {
    // "sidste mandag november": only a month or a year may follow without "in".
    if (word(of, Word::month) == nullptr) return std::nullopt;
  }
  const Piece base = coarse(of, around.depth + 1);
  if (!base || (base->fields & (kYear | kMonth)) == 0) return std::nullopt;
  return made(calendar_.nth(n, counted, date_of(*base)), *base);
}

// "the beginning of January", "late October", "end of next week".
Grammar::Piece Grammar::third(std::size_t i, const Around& around) {
  if (around.dated || around.depth > 1) return std::nullopt;
  std::size_t begin = i;
  if (const Lexeme* l = word(begin, Word::the)) begin = l->last + 1;
  const Lexeme* which = word(begin, Word::third);
  if (which == nullptr) return std::nullopt;
  std::size_t of = which->last + 1;
  if (const Lexeme* l = word(of, Word::of)) of = l->last + 1;
  const Piece base = coarse(of, around.depth + 1);
  if (!base || (base->fields & (kYear | kMonth | kWeek)) == 0 || (base->fields & (kDate | kDay)) != 0)
    return std::nullopt;
  Phrase out;
  out.constrain(2, calendar_.third(which->value, date_of(*base)), kMonth | kDate | (base->fields & kYear));
  out.strength = Strength::strong;
  out.note(*which);
  out.end = base->end;
  return out;
}

}  // namespace varsel::intents::times
