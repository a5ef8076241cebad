// Dates as they are written and spoken: "2025-11-03", "3/11", "3. november", "the 15th", "November 2025", "Q4".
#include <algorithm>
#include <cmath>

#include "intents/times/grammar.h"

namespace varsel::intents::times {

using std::chrono::days;

Phrase Grammar::day(LocalTime at) const {
  Phrase out;
  out.constrain(5, calendar_.fixed(unit_of(at, Grain::day)), kDay);
  out.strength = Strength::strong;
  return out;
}

namespace {

// "15" is 2015, "74" is 1974: nobody writes two digits of a year that is far ahead.
std::int64_t full_year(std::int64_t year, std::size_t width, LocalTime now) {
  if (width > 2) return year;
  const std::int64_t pivot = (year_of(now) + 20) % 100, century = (year_of(now) + 20) / 100 * 100;
  return year <= pivot ? century + year : century - 100 + year;
}

}  // namespace

// Everything in digits with marks between.
Grammar::Piece Grammar::numeric_date(std::size_t i, const Around& around) {
  if (!digits(i)) return std::nullopt;
  const auto made = [&](std::int64_t y, std::int64_t m, std::int64_t d, std::size_t end) -> Piece {
    const auto date = civil(y, m, d);
    if (!date) return std::nullopt;
    Phrase out = day(midnight(*date));
    out.end = end;
    // The T of ISO 8601, and a weekday in brackets is the next piece.
    if (tokens_.key(end) == "t" && tokens_[end].glued && digits(end + 1)) ++out.end;
    return out;
  };
  const auto month_only = [&](std::int64_t y, std::int64_t m, std::size_t end) -> Piece {
    const auto date = civil(y, m, 1);
    if (!date) return std::nullopt;
    Phrase out;
    out.constrain(2, calendar_.fixed(unit_of(midnight(*date), Grain::month)), kMonth | kYear);
    out.strength = Strength::weak;
    out.end = end;
    return out;
  };
  const std::int64_t a = tokens_[i].value;
  for (const char mark : {'-', '.', '/'}) {
    if (!follows(i + 1, mark)) continue;
    const std::int64_t b = tokens_[i + 1].value;
    if (width(i) == 4) {
      if (follows(i + 2, mark)) return made(a, b, tokens_[i + 2].value, i + 3);
      if (mark == '-' && width(i + 1) == 2 && b <= 12) return month_only(a, b, i + 2);
      return std::nullopt;
    }
    if (width(i) > 2) return std::nullopt;
    const bool year = follows(i + 2, mark) || (mark == '/' && follows(i + 2, '-'));
    if (year) {
      if (width(i + 2) != 2 && width(i + 2) != 4) return std::nullopt;
      const std::int64_t y = full_year(tokens_[i + 2].value, width(i + 2), now_);
      if (auto european = made(y, b, a, i + 3)) return european;
      return mark == '/' ? made(y, a, b, i + 3) : std::nullopt;  // 10/31/1974 can be nothing else
    }
    if (mark == '/' && width(i + 1) == 4) return month_only(b, a, i + 2);
    if (width(i + 1) > 2 || around.dated || b < 1 || a < 1) {
      if (!(around.weekday && mark == '/')) return std::nullopt;
    }
    // "12.11" is a date unless a clock is expected; "20-30" is a range of anything.
    if (around.timed && mark != '/') return std::nullopt;
    if (mark == '.' && (around.said_at || around.part || around.approx)) return std::nullopt;
    if (mark == '-' && (around.said_at || (width(i + 1) != 2 && word(i + 2, Word::at) == nullptr))) return std::nullopt;
    std::int64_t d = a, m = b;
    if (mark == '/' && m > 12 && d <= 12) std::swap(d, m);
    if (m > 12 || d > 31 || !civil(2024, m, d)) return std::nullopt;
    Phrase out;
    out.constrain(2, calendar_.month(static_cast<int>(m)), kMonth);
    out.constrain(5, calendar_.day_of_month(static_cast<int>(d)), kDate);
    out.strength = mark == '/' ? Strength::strong : mark == '.' ? Strength::weak : Strength::shy;
    if (mark == '-' && word(i + 2, Word::at) != nullptr) out.strength = Strength::weak;
    out.end = i + 2;
    return out;
  }
  // "31 10 1974", "15 - 2"
  if (!around.timed && width(i) <= 2 && digits(i + 1) && goes_on(i + 1) && width(i + 1) <= 2 && !tokens_[i + 1].glued) {
    if (tokens_[i + 1].mark == 0 && digits(i + 2) && goes_on(i + 2) && tokens_[i + 2].mark == 0 && width(i + 2) == 4)
      return made(tokens_[i + 2].value, tokens_[i + 1].value, a, i + 3);
    if (tokens_[i + 1].mark == '-' && !around.dated && i + 2 == tokens_.size() &&
        civil(2024, tokens_[i + 1].value, a)) {
      Phrase out;
      out.constrain(2, calendar_.month(static_cast<int>(tokens_[i + 1].value)), kMonth);
      out.constrain(5, calendar_.day_of_month(static_cast<int>(a)), kDate);
      out.strength = Strength::shy;
      out.end = i + 2;
      return out;
    }
  }
  return std::nullopt;
}

// "3rd", "tredje", "3." before a word, "3:e".
std::optional<Grammar::Digits> Grammar::ordinal(std::size_t i) const {
  if (!digits(i) && !number_word(i)) return std::nullopt;
  if (const auto number = ordinal_at(tokens_, i, numbers_); number && number->value >= 1 && number->value < 1e6)
    return Digits{static_cast<std::int64_t>(number->value), number->last + 1};
  if (!digits(i) || tokens_[i].value < 1 || tokens_[i].value > 99) return std::nullopt;
  if (i + 1 < tokens_.size() && tokens_[i + 1].glued && !tokens_[i + 1].number &&
      ((tokens_[i + 1].mark == ':' && width(i + 1) <= 2) ||
       (tokens_[i + 1].mark == 0 && width(i + 1) == 1 && (tokens_.key(i + 1) == "e" || tokens_.key(i + 1) == "a"))))
    return Digits{tokens_[i].value, i + 2};
  const std::size_t end = tokens_[i].end;
  const bool stop = end < tokens_.text().size() && tokens_.text()[end] == '.';
  if (i + 1 < tokens_.size() ? tokens_[i + 1].mark == '.' && !tokens_[i + 1].glued : stop)
    return Digits{tokens_[i].value, i + 1};
  return std::nullopt;
}

std::optional<Grammar::Digits> Grammar::day_number(std::size_t i) const {
  if (const auto nth = ordinal(i); nth && nth->value >= 1 && nth->value <= 31) return nth;
  if (digits(i) && width(i) <= 2 && tokens_[i].value >= 1 && tokens_[i].value <= 31)
    return Digits{tokens_[i].value, i + 1};
  return std::nullopt;
}

// "2014"; "to tusind og fjorten", "twenty eighteen" only after a date or where words are plainly a year.
std::optional<Grammar::Digits> Grammar::year_at(std::size_t i, bool after_date) const {
  if (i >= tokens_.size() || tokens_[i].opaque) return std::nullopt;
  const auto sane = [&](std::int64_t year) {
    return year >= (after_date ? kFirstYear : 1900) && year < (after_date ? kLastYear : 2100);
  };
  if (digits(i)) {
    if (width(i) == 4 && sane(tokens_[i].value) && !follows(i + 1, ':') && !follows(i + 1, '.'))
      return Digits{tokens_[i].value, i + 1};
    return std::nullopt;
  }
  if (!after_date || !number_word(i)) return std::nullopt;
  const auto number = number_at(tokens_, i, numbers_);
  if (!number || !number->words || number->value != std::floor(number->value)) return std::nullopt;
  if (number->value >= 1000 && sane(static_cast<std::int64_t>(number->value)))
    return Digits{static_cast<std::int64_t>(number->value), number->last + 1};
  if (number->value >= 17 && number->value <= 22) {
    const auto rest = number_at(tokens_, number->last + 1, numbers_);
    if (rest && rest->words && rest->value >= 10 && rest->value < 100)
      return Digits{static_cast<std::int64_t>(number->value * 100 + rest->value), rest->last + 1};
  }
  return std::nullopt;
}

// A day of a month with the month beside it, or without it where the words say that it is a day.
Grammar::Piece Grammar::written_date(std::size_t i, const Around& around) {
  if (around.timed && around.dated && !around.weekday) return std::nullopt;
  std::size_t at = i;
  const Lexeme* the = word(i, Word::the);
  if (the != nullptr) at = the->last + 1;
  const auto with_month = [&](int month, std::int64_t d, std::optional<std::int64_t> to, std::size_t end,
                              const Lexeme& rule) -> Piece {
    if (!civil(2024, month, d) || (to && (*to <= d || !civil(2024, month, *to)))) return std::nullopt;
    Phrase out;
    out.note(rule);
    out.strength = Strength::strong;
    const auto year = end < tokens_.size() && (goes_on(end) || word(end - 1, Word::month) != nullptr)
                          ? year_at(end, true)
                          : std::nullopt;
    // "3 november 18:30" has no year, and "November 3, 20 people" neither.
    if (year) {
      out.constrain(0, calendar_.year(static_cast<int>(year->value)), kYear);
      end = year->end;
    }
    out.fields |= kMonth;
    Calendar::Id day = calendar_.day_of_month(static_cast<int>(d));
    out.ranged = to.has_value();
    if (to) day = calendar_.range(day, calendar_.day_of_month(static_cast<int>(*to)), true);
    out.constrain(5, calendar_.both(calendar_.month(month), day), kDate);
    out.end = end;
    return out;
  };
  // The other end of "13-15 July", "13th to the 15th of July"; `i` itself without one.
  const auto second_day = [&](std::size_t next) -> std::optional<Digits> {
    if (next >= tokens_.size() || !goes_on(next)) return std::nullopt;
    std::size_t second = range_sign(next, true);
    if (second == next && !dash_before(next)) return std::nullopt;
    if (const Lexeme* l = word(second, Word::the)) second = l->last + 1;
    return goes_on(second) ? day_number(second) : std::nullopt;
  };
  if (const auto d = day_number(at)) {
    std::size_t next = d->end;
    std::optional<std::int64_t> to;
    const auto month_after = [&](std::size_t from) -> const Lexeme* {
      if (from < tokens_.size() && !goes_on(from)) return nullptr;
      if (const Lexeme* of = word(from, Word::of)) {
        if (const Lexeme* m = word(of->last + 1, Word::month)) return m;
      }
      return word(from, Word::month);
    };
    const Lexeme* month = month_after(next);
    if (month == nullptr) {
      if (const auto second = second_day(next)) {
        month = month_after(second->end);
        if (month != nullptr) to = second->value;
      }
    }
    if (month != nullptr) return with_month(month->value, d->value, to, month->last + 1, *month);
    // "the 20th of this month"
    if (const Lexeme* of = word(next, Word::of); of != nullptr && !around.dated) {
      Around inner = around;
      ++inner.depth;
      if (Piece base = pointed(of->last + 1, inner); base && (base->fields & kMonth) != 0) {
        base->constrain(5, calendar_.day_of_month(static_cast<int>(d->value)), kDate);
        return base;
      }
    }
    // "the 15th", "Tuesday 19th", "d. 3."; a bare number after "the" only where nothing follows that it could count.
    const bool nth = !tokens_[at].number || ordinal(at).has_value();
    const bool alone = next >= tokens_.size() || !goes_on(next) || word(next, Word::at) != nullptr ||
                       (around.weekday && tokens_[at].number && word(next, Word::tick) == nullptr);
    if ((the != nullptr || around.weekday) && !(around.dated && !around.weekday) && word(next, Word::unit) == nullptr &&
        (alone || (tokens_[at].number && nth && (the == nullptr || the->value == 0)))) {
      if (around.weekday && the == nullptr && !nth) return std::nullopt;  // "Monday 10" is ten o'clock
      if (!tokens_[at].number && !alone) return std::nullopt;
      Phrase out;
      if (the != nullptr) out.note(*the);
      out.constrain(5, calendar_.day_of_month(static_cast<int>(d->value)), kDate);
      out.strength = tokens_[at].number || around.weekday ? Strength::strong : Strength::weak;
      out.end = next;
      return out;
    }
    return std::nullopt;
  }
  // "November 3[rd][, 2014]", "July 13 to 15", "Feb13", "february the 15th"
  const Lexeme* month = word(i, Word::month);
  if (month == nullptr) return std::nullopt;
  std::size_t next = month->last + 1;
  if (next >= tokens_.size() || !goes_on(next)) return std::nullopt;
  bool said_the = false;
  if (const Lexeme* l = word(next, Word::the)) {
    next = l->last + 1;
    said_the = true;
  }
  const auto d = day_number(next);
  if (!d || (follows(d->end, ':') && tokens_[next].number)) return std::nullopt;
  if (d->end < tokens_.size() && word(d->end, Word::unit) != nullptr && !said_the) return std::nullopt;
  std::size_t end = d->end;
  std::optional<std::int64_t> to;
  if (const auto second = second_day(end);
      second && second->value > d->value && word(second->end, Word::month) == nullptr && !follows(second->end, ':')) {
    to = second->value;
    end = second->end;
  }
  return with_month(month->value, d->value, to, end, *month);
}

// "October", "October 2014", "in 2014", "1954".
Grammar::Piece Grammar::month_or_year(std::size_t i, const Around& around) {
  if (const Lexeme* l = word(i, Word::month)) {
    Phrase out;
    out.note(*l);
    out.end = l->last + 1;
    // "in October" has more words than "October": no name of a person, and no verb.
    out.strength = l->shy && l->first == l->last ? Strength::shy : Strength::strong;
    std::size_t next = out.end;
    if (const Lexeme* of = word(next, Word::of)) next = of->last + 1;
    const auto year = next < tokens_.size() && goes_on(out.end) ? year_at(next, true) : std::nullopt;
    if (year) {
      out.constrain(0, calendar_.year(static_cast<int>(year->value)), kYear);
      out.end = year->end;
      out.strength = Strength::strong;
    }
    out.constrain(2, calendar_.month(l->value), kMonth);
    return out;
  }
  if (around.timed) return std::nullopt;
  if (const auto year = year_at(i, around.dated)) {
    Phrase out;
    out.constrain(0, calendar_.year(static_cast<int>(year->value)), kYear);
    out.strength = around.dated ? Strength::strong : Strength::shy;
    out.end = year->end;
    return out;
  }
  return std::nullopt;
}

// "third quarter", "Q4 2018", "2018Q4".
Grammar::Piece Grammar::quarter(std::size_t i, const Around& around) {
  const auto made = [&](std::int64_t n, std::optional<std::int64_t> year, std::size_t end) -> Piece {
    if (n < 1 || n > 4) return std::nullopt;
    Phrase out;
    if (year) out.constrain(0, calendar_.year(static_cast<int>(*year)), kYear);
    out.constrain(1, calendar_.quarter(static_cast<int>(n)), kMonth);
    out.strength = Strength::strong;
    out.end = end;
    return out;
  };
  if (around.dated && !around.depth) return std::nullopt;
  std::size_t at = i;
  std::optional<std::int64_t> year;
  if (const auto first = year_at(i, false)) {
    year = first->value;
    at = first->end;
  }
  if (word(at, Word::quarter_sign) != nullptr && digits(at + 1) && tokens_[at + 1].glued && width(at + 1) == 1) {
    const auto after = year ? std::nullopt : year_at(at + 2, true);
    return made(tokens_[at + 1].value,
                year    ? year
                : after ? std::optional(after->value)
                        : std::nullopt,
                after ? after->end : at + 2);
  }
  if (const Lexeme* the = word(at, Word::the)) at = the->last + 1;
  const auto nth = ordinal(at);
  if (!nth || year) return std::nullopt;
  const Lexeme* unit = word(nth->end, Word::unit);
  if (unit == nullptr || static_cast<Grain>(unit->value) != Grain::quarter) return std::nullopt;
  std::size_t end = unit->last + 1;
  std::size_t next = end;
  if (const Lexeme* of = word(next, Word::of)) next = of->last + 1;
  const auto after = next < tokens_.size() && goes_on(end) ? year_at(next, true) : std::nullopt;
  return made(nth->value, after ? std::optional(after->value) : std::nullopt, after ? after->end : end);
}

}  // namespace varsel::intents::times
