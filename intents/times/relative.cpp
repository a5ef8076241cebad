// Times that are told from another: "two hours ago", "in three weeks", "two weeks after Christmas", "last week",
// "the next three days".
#include <algorithm>
#include <cmath>

#include "intents/times/grammar.h"

namespace varsel::intents::times {

using std::chrono::days;
using std::chrono::seconds;

// "just now"; "a moment ago".
Grammar::Piece Grammar::now_word(std::size_t i, const Around& around) {
  const Lexeme* l = word(i, Word::now);
  if (l == nullptr || around.dated || around.timed) return std::nullopt;
  Phrase out;
  out.constrain(5, calendar_.fixed({now_, now_ + seconds(1), Grain::second, false}), kSpan);
  out.is_now = true;
  out.strength = l->shy ? Strength::shy : Strength::strong;
  out.note(*l);
  out.end = l->last + 1;
  return out;
}

// The duration that begins there, told by its largest unit.
std::optional<Grammar::Amount> Grammar::amount(std::size_t i) const {
  // A duration begins with a number, with "half" or "quarter", or with "about" before them.
  if (i >= tokens_.size() || tokens_[i].opaque) return std::nullopt;
  if (!tokens_[i].number && !number_word(i) && word(i, Word::about) == nullptr && word(i, Word::half) == nullptr &&
      word(i, Word::unit) == nullptr)
    return std::nullopt;
  const auto span = duration_at(tokens_, i, numbers_);
  if (!span) return std::nullopt;
  Amount out;
  out.parts = span->parts;
  out.approx = span->approx;
  out.end = skip(span->last + 1, Word::more);
  int said = 0;
  for (std::size_t unit = 0; unit < kTimeUnits; ++unit) {
    if (!span->parts[unit] || *span->parts[unit] < 0) continue;
    ++said;
    out.unit = static_cast<Grain>(unit);
    out.value = *span->parts[unit];
  }
  if (said == 0) return std::nullopt;
  out.whole = said == 1 && out.value == std::floor(out.value) && out.value < 1e5;
  return out;
}

// The moment at that distance from now.
Grammar::Piece Grammar::far(const Amount& amount, int sign, std::size_t end, const Lexeme& rule) const {
  LocalTime at = now_;
  for (std::size_t unit = kTimeUnits; unit-- > 0;) {
    if (!amount.parts[unit]) continue;
    const auto grain = static_cast<Grain>(unit);
    const double value = std::clamp(*amount.parts[unit], 0.0, 1e9), whole = std::floor(value);
    at = plus(at, grain, sign * static_cast<std::int64_t>(whole));
    // What is left of a day or a week is told in hours; nobody means half a month to the day.
    const double hours = grain == Grain::week ? 168 : grain == Grain::day ? 24 : grain == Grain::hour ? 1 : 0;
    at = plus(at, Grain::second, sign * std::llround((value - whole) * (hours > 0 ? hours * 3600 : 60)));
  }
  Phrase out;
  out.distance = Distance{amount.unit, at, amount.approx};
  out.strength = Strength::strong;
  out.approx = amount.approx;
  out.note(rule);
  out.end = end;
  return out;
}

Grammar::Piece Grammar::distance(std::size_t i, const Around& around) {
  if (around.timed && around.dated) return std::nullopt;
  // "om to timer", "in two weeks"
  if (const Lexeme* l = word(i, Word::in)) {
    const auto length = amount(l->last + 1);
    if (length && word(length->end, Word::ago) == nullptr) return far(*length, 1, length->end, *l);
  }
  std::size_t next = i;
  const Lexeme* before = word(i, Word::ago_before);
  if (before != nullptr) next = before->last + 1;
  auto length = amount(next);
  if (!length) return std::nullopt;
  const std::size_t end = length->end;
  if (const Lexeme* l = word(end, Word::ago)) return far(*length, -1, l->last + 1, *l);
  if (const Lexeme* l = word(end, Word::hence)) return far(*length, 1, l->last + 1, *l);
  if (around.dated || around.depth >= 2) return std::nullopt;
  // "2 weeks after Christmas", "3 år fra i dag", "15 minutes from 1 pm"; not "2 days from Friday to Sunday".
  for (const Word kind : {Word::after, Word::before, Word::from}) {
    const Lexeme* l = word(end, kind);
    if (l == nullptr) continue;
    Piece base = phrase(l->last + 1, around.depth + 2);
    if (!base || base->distance || base->is_now || base->side != Side::at || base->strength == Strength::weak) continue;
    const bool timed = (base->fields & (kClock | kPart)) != 0;
    if (!length->whole) continue;
    // "15 minutes past one" is a clock, and read as one.
    if (timed ? length->unit != Grain::hour : length->unit < Grain::day) continue;
    const int count = static_cast<int>(length->value) * (kind == Word::before ? -1 : 1);
    Calendar::Id moved = calendar_.moved(whole(*base), length->unit, count);
    // The feast or date that people tell from is the last one.
    const auto there = calendar_.before(whole(*base), now_, View::reported);
    Phrase out;
    if (there && !timed) {
      Span span{plus(there->from, length->unit, count), plus(there->to, length->unit, count), there->grain,
                there->interval};
      moved = calendar_.fixed(span);
    }
    out.constrain(5, moved, timed ? kSpan | kClock : kDay);
    if (timed) out.fields = base->fields;
    out.strength = Strength::strong;
    out.note(*l);
    out.end = base->end;
    return out;
  }
  return std::nullopt;
}

// "two Sundays from now"
Grammar::Piece Grammar::weekdays_hence(std::size_t i, const Around& around) {
  if (around.dated || (!digits(i) && !number_word(i))) return std::nullopt;
  const auto number = number_at(tokens_, i, numbers_);
  if (!number || number->value < 1 || number->value > 60 || number->value != std::floor(number->value))
    return std::nullopt;
  // "two upcoming weeks"
  if (const Lexeme* next = word(number->last + 1, Word::next)) {
    const Lexeme* unit = word(next->last + 1, Word::unit);
    if (unit == nullptr || unit->more != 1 || static_cast<Grain>(unit->value) < Grain::day) return std::nullopt;
    const auto grain = static_cast<Grain>(unit->value);
    const auto count = static_cast<std::int64_t>(number->value);
    const LocalTime here = floor_to(now_, grain);
    const Span span = next->value == 2 ? unit_of(plus(here, grain, count), grain)
                                       : Span{plus(here, grain, 1), plus(here, grain, 1 + count), grain, true};
    return fixed(5, span, kSpan, *next, unit->last + 1);
  }
  const Lexeme* l = word(number->last + 1, Word::weekday);
  if (l == nullptr) return std::nullopt;
  const LocalTime today = floor_to(now_, Grain::day);
  const int weeks = static_cast<int>(number->value) - 1;
  if (const Lexeme* hence = word(l->last + 1, Word::hence)) {
    const int ahead = (l->value - weekday_of(today) + 6) % 7 + 1 + 7 * weeks;
    return fixed(5, unit_of(today + days(ahead), Grain::day), kDay, *l, hence->last + 1);
  }
  if (const Lexeme* ago = word(l->last + 1, Word::ago)) {
    const int back = (weekday_of(today) - l->value + 6) % 7 + 1 + 7 * weeks;
    return fixed(5, unit_of(today - days(back), Grain::day), kDay, *l, ago->last + 1);
  }
  return std::nullopt;
}

// "last week", "this Thursday", "next three days", "forrige helg", "næste fredag igen".
Grammar::Piece Grammar::pointed(std::size_t i, const Around& around) {
  std::size_t begin = i;
  const LocalTime today = floor_to(now_, Grain::day);
  const Lexeme* last = word(begin, Word::last);
  const Lexeme* current = word(begin, Word::current);
  const Lexeme* next = word(begin, Word::next);
  const Lexeme* pointer = last;
  for (const Lexeme* l : {current, next})
    if (l != nullptr && (pointer == nullptr || l->last > pointer->last)) pointer = l;
  if (pointer == nullptr) return std::nullopt;
  const int way = pointer == last ? -1 : pointer == next ? 1 : 0;
  const std::size_t at = pointer->last + 1;
  // "The following: Tuesday ..." points to nothing.
  if (at >= tokens_.size() || !goes_on(at) || tokens_[at].mark == ':') return std::nullopt;
  // "the last two weeks": whole units, without the current one.
  if (way != 0) {
    std::optional<std::int64_t> count;
    std::size_t unit_at = at;
    if (!digits(at) && !number_word(at)) {
      // no number: "last week"
    } else if (const auto few = vague_at(tokens_, at, numbers_)) {
      count = static_cast<std::int64_t>(few->value);
      unit_at = few->last + 1;
    } else if (const auto number = number_at(tokens_, at, numbers_);
               number && number->value >= 1 && number->value < 10000 && number->value == std::floor(number->value)) {
      count = static_cast<std::int64_t>(number->value);
      unit_at = number->last + 1;
    }
    if (count) {
      const Lexeme* unit = word(unit_at, Word::unit);
      if (unit == nullptr || around.dated) return std::nullopt;
      const auto grain = static_cast<Grain>(unit->value);
      const LocalTime here = floor_to(now_, grain);
      // "The upcoming two weeks" is told by where it leads: the second week from now.
      if (pointer->value == 2)
        return fixed(5, unit_of(plus(here, grain, *count * unit->more), grain), kSpan, *pointer, unit->last + 1);
      const std::int64_t whole = *count * unit->more;
      const Span span = way < 0 ? Span{plus(here, grain, -whole), here, grain, true}
                                : Span{plus(here, grain, 1), plus(here, grain, 1 + whole), grain, true};
      return fixed(5, span, kSpan, *pointer, unit->last + 1);
    }
  }
  Piece best;
  const auto keep = [&](std::optional<Phrase> found) {
    if (found && (!best || found->end > best->end)) best = std::move(found);
  };
  // The span of a series that is pointed to: the one before today, the one that is or comes, the one after now.
  const auto pick = [&](Calendar::Id id) -> std::optional<Span> {
    if (way < 0) {
      auto span = calendar_.before(id, now_, View::calendar);
      while (span && span->to > today) span = calendar_.before(id, span->from - seconds(1), View::calendar);
      return span;
    }
    if (way == 0) {
      const auto span = calendar_.before(id, now_, View::calendar);
      if (span && span->to > now_) return span;
    }
    return calendar_.after(id, way > 0 ? today + days(1) : now_, View::calendar);
  };
  const auto from_series = [&](const Lexeme& l, int rank, Calendar::Id id, unsigned field) -> std::optional<Phrase> {
    auto span = pick(id);
    if (!span) return std::nullopt;
    std::size_t end = l.last + 1;
    if (const Lexeme* again = word(end, Word::again); again != nullptr && way > 0) {
      span = calendar_.after(id, span->from + seconds(1), View::calendar);
      if (!span) return std::nullopt;
      end = again->last + 1;
    }
    return fixed(rank, *span, field, *pointer, end);
  };
  for (const Lexeme& l : lexicon_.at(at)) {
    switch (l.word) {
      case Word::weekday:
      case Word::past_weekday:
        if (around.dated) break;
        keep(from_series(l, 5, calendar_.weekday(l.value), kDay));
        break;
      case Word::month:
        keep(from_series(l, 2, calendar_.month(l.value), kMonth | kYear));
        break;
      case Word::season:
        if (const auto span = pick(calendar_.season(l.value))) {
          // Which one is meant is settled; by which months it is counted is not (View).
          const Span near{span->from - days(60), span->from + days(60), Grain::day, true};
          Phrase out;
          out.constrain(1, calendar_.both(calendar_.fixed(near), calendar_.season(l.value)), kMonth | kYear);
          out.strength = Strength::strong;
          out.note(*pointer);
          out.end = l.last + 1;
          keep(std::move(out));
        }
        break;
      case Word::feast:
        keep(from_series(l, 5, calendar_.feast(l.value), kDay));
        break;
      case Word::weekend: {
        // In a report a weekend is Saturday and Sunday; the series knows, so the choice is left to it.
        const auto span = pick(calendar_.weekend());
        if (!span) break;
        const LocalTime monday = floor_to(span->from, Grain::week);
        Phrase out;
        out.constrain(4, calendar_.both(calendar_.fixed(unit_of(monday, Grain::week)), calendar_.weekend()), kDay);
        out.strength = Strength::strong;
        out.note(*pointer);
        out.end = l.last + 1;
        keep(std::move(out));
        break;
      }
      case Word::part: {
        if (around.dated) break;
        Phrase out = fixed(5, unit_of(today + days(way), Grain::day), kDay | kPart, *pointer, l.last + 1);
        out.part = l.value;
        keep(std::move(out));
        break;
      }
      case Word::unit: {
        const auto grain = static_cast<Grain>(l.value);
        if (l.more != 1 || (grain < Grain::day && way == 0)) break;
        const LocalTime here = floor_to(now_, grain);
        Span span = unit_of(plus(here, grain, way), grain);
        if (grain < Grain::day) span.interval = true;
        std::size_t end = l.last + 1;
        if (const Lexeme* again = word(end, Word::again); again != nullptr && way > 0) {
          span = unit_of(plus(here, grain, 2), grain);
          end = again->last + 1;
        }
        const unsigned field = grain == Grain::week    ? kWeek
                               : grain == Grain::year  ? kYear
                               : grain >= Grain::month ? kMonth | kYear
                               : grain == Grain::day   ? kDay
                                                       : kSpan;
        if (grain == Grain::day && around.dated) break;
        keep(fixed(grain == Grain::year   ? 0
                   : grain == Grain::week ? 3
                   : grain == Grain::day  ? 5
                                          : 2,
                   span, field, *pointer, end));
        break;
      }
      default:
        break;
    }
  }
  return best;
}

}  // namespace varsel::intents::times
