#include "intents/times/grammar.h"

#include <algorithm>

namespace varsel::intents::times {
namespace {

constexpr int kDeepest = 3;           // a time of a time of a time: nobody says more, and it bounds the work
constexpr std::size_t kLongest = 24;  // tokens of one time
constexpr std::size_t kLinks = 3;     // small words between two pieces

// What cannot be said together with what. A day needs no month; a span bears nothing.
bool conflict(unsigned fields, unsigned piece) {
  if ((fields & piece) != 0) return true;
  const auto clash = [&](unsigned a, unsigned b) {
    return ((fields & a) != 0 && (piece & b) != 0) || ((fields & b) != 0 && (piece & a) != 0);
  };
  return clash(kDay, kYear | kMonth | kWeek | kWeekend | kDate) || clash(kSpan, ~0u) ||
         clash(kDate, kWeek | kWeekend) || clash(kWeek, kMonth);
}

}  // namespace

Phrase Grammar::fixed(int rank, Span span, unsigned field, const Lexeme& rule, std::size_t end) const {
  Phrase out;
  out.constrain(rank, calendar_.fixed(span), field);
  out.strength = Strength::strong;
  out.note(rule);
  out.end = end;
  return out;
}

// Whether a time may go on from the token before to this one. A full stop after an abbreviation ends no sentence.
bool Grammar::goes_on(std::size_t i) const {
  if (i == 0 || i >= tokens_.size() || tokens_[i].opaque) return false;
  if (tokens_.together(i - 1, i)) return tokens_[i].mark != '"';
  if (tokens_[i].mark != '.' || tokens_[i].start > tokens_[i - 1].end + 2 || width(i - 1) > 4) return false;
  if (word(i - 1, Word::weekday) != nullptr || word(i - 1, Word::month) != nullptr) return true;
  // "3. NOVEMBER", "13. TIL 17."
  return digits(i - 1) && tokens_[i - 1].value <= 31 &&
         (word(i, Word::month) != nullptr || word(i, Word::until) != nullptr || word(i, Word::at) != nullptr);
}

bool Grammar::dash_before(std::size_t i) const {
  if (i == 0 || i >= tokens_.size()) return false;
  if (tokens_[i].mark == '-') return true;
  const std::string_view gap = tokens_.text().substr(tokens_[i - 1].end, tokens_[i].start - tokens_[i - 1].end);
  return gap.find('-') != std::string_view::npos || gap.find("\xE2\x80\x93") != std::string_view::npos;
}

// Where the next piece may begin: after "kl.", "den", "på", "about" ... ; `i` itself when nothing is passed over.
std::size_t Grammar::passed_over(std::size_t i) const {
  for (const Word kind : {Word::link, Word::about, Word::of, Word::the, Word::earlier, Word::lasting})
    if (const Lexeme* l = word(i, kind)) return l->last + 1;
  return i;
}

bool Grammar::number_word(std::size_t i) const {
  if (i >= tokens_.size() || tokens_[i].opaque || tokens_[i].number) return false;
  char& known = numbers_at_[i];
  if (known == kUnknown)
    known = number_at(tokens_, i, numbers_) || ordinal_at(tokens_, i, numbers_) || vague_at(tokens_, i, numbers_) ||
                    fraction_at(tokens_, i, numbers_)
                ? 1
                : 0;
  return known == 1;
}

bool Grammar::may_begin(std::size_t i) const {
  if (i >= tokens_.size() || tokens_[i].opaque) return false;
  if (tokens_[i].number || !lexicon_.at(i).empty()) return true;
  // "to timer siden": a number in words has a time word soon after it.
  constexpr std::size_t kNumberWords = 5;
  for (std::size_t j = i + 1; j < std::min(tokens_.size(), i + kNumberWords); ++j) {
    if (!tokens_.together(i, j)) return false;
    if (!lexicon_.at(j).empty()) return number_word(i);
  }
  return false;
}

Grammar::Piece Grammar::piece(std::size_t i, const Around& around) {
  if (!may_begin(i)) return std::nullopt;
  Piece best;
  for (const auto reader :
       {&Grammar::now_word, &Grammar::distance, &Grammar::numeric_date, &Grammar::night_to, &Grammar::named,
        &Grammar::nth, &Grammar::pointed, &Grammar::third, &Grammar::weekdays_hence, &Grammar::written_date,
        &Grammar::quarter, &Grammar::month_or_year, &Grammar::clock_range, &Grammar::clock, &Grammar::part}) {
    Piece found = (this->*reader)(i, around);
    if (found && found->end > i && (!best || found->end > best->end)) best = std::move(found);
  }
  return best;
}

bool Grammar::join(Phrase& into, const Phrase& piece) {
  // "today in one hour", "in seven days at five"; "March in a year" narrows a series to where the distance leads.
  if (piece.distance && into.count > 0 && (into.fields & (kPart | kClock | kSpan)) == 0 && !into.distance) {
    if ((into.fields & kDay) != 0) {
      if (piece.distance->unit > Grain::hour) return false;
      const Row* rule = into.rule;
      into = piece;
      into.rule = rule;
      return true;
    }
    if (piece.distance->unit < Grain::month || (into.fields & kYear) != 0) return false;
    into.constrain(0, calendar_.fixed(unit_of(piece.distance->at, piece.distance->unit)), kYear);
    into.strength = Strength::strong;
    into.end = piece.end;
    return true;
  }
  if (into.distance || piece.distance) {
    if (!into.distance || piece.distance || (piece.fields & ~(kPart | kClock)) != 0 || into.distance->unit < Grain::day)
      return false;
    into.constrain(5, calendar_.fixed(unit_of(into.distance->at, Grain::day)), kDay);
    into.approx = into.approx || into.distance->approx;
    into.distance.reset();
  }
  if (into.is_now || piece.is_now) return false;
  if (conflict(into.fields, piece.fields)) return false;
  if ((into.side != Side::at && piece.side != Side::at)) return false;
  for (std::size_t c = 0; c < piece.count; ++c) {
    if (into.count == into.constraints.size()) return false;
    into.constraints[into.count++] = piece.constraints[c];
  }
  into.fields |= piece.fields;
  if (piece.part) into.part = piece.part;
  if (piece.clock) into.clock = piece.clock;
  if (piece.clock_to) into.clock_to = piece.clock_to;
  if (piece.zone) into.zone = piece.zone;
  if (piece.lasting) into.lasting = piece.lasting;
  into.ranged = into.ranged || piece.ranged;
  into.from_to = into.from_to || piece.from_to;
  into.night_before = into.night_before || piece.night_before;
  into.approx = into.approx || piece.approx;
  if (piece.side != Side::at) into.side = piece.side;
  into.strength = std::max(into.strength, piece.strength);
  // Two shy words beside each other are a date after all: "søn 3".
  if (into.strength == Strength::shy) into.strength = Strength::weak;
  if (into.rule == nullptr) {
    into.rule = piece.rule;
    into.locale = piece.locale;
  }
  into.end = piece.end;
  return true;
}

Grammar::Piece Grammar::phrase(std::size_t i, int depth) {
  if (depth > kDeepest || calendar_.full()) return std::nullopt;
  Phrase out;
  std::size_t next = i;
  bool said_at = i > 0 && word(i - 1, Word::at) != nullptr, approx = false;
  std::size_t links = 0;
  Side side = Side::at;
  while (next < tokens_.size() && next < i + kLongest) {
    if (next > i && !goes_on(next)) break;
    const bool begun = out.end != 0;
    if (begun && (tokens_[next].mark == '(') && word(next, Word::at) == nullptr && !digits(next)) break;
    Around around{.dated = out.dated() || out.distance,
                  .said_at = said_at,
                  .part = out.part.has_value(),
                  .timed = out.clock.has_value(),
                  .weekday = (out.fields & kWeekday) != 0,
                  .approx = approx || out.approx,
                  .depth = depth};
    Piece found = piece(next, around);
    if (found) {
      if (side != Side::at && (found->fields & kClock) != 0) found->side = side;
      found->approx = found->approx || approx;
      if (!begun) {
        out = std::move(*found);
      } else if (!join(out, *found)) {
        break;
      }
      next = out.end;
      said_at = approx = false;
      links = 0;
      side = Side::at;
      continue;
    }
    if (++links > kLinks) break;
    const Lexeme* link = nullptr;
    if ((link = word(next, Word::about)) != nullptr) {
      approx = true;
    } else if ((link = word(next, Word::at)) != nullptr) {
      said_at = true;
    } else if (begun && (link = word(next, Word::before)) != nullptr) {
      side = Side::before;  // "tomorrow before eleven"
    } else if (begun && (link = word(next, Word::after)) != nullptr) {
      side = Side::after;
    }
    const std::size_t after = link != nullptr ? link->last + 1 : passed_over(next);
    if (after == next) break;
    next = after;
  }
  if (out.end == 0) return std::nullopt;
  return suffix(std::move(out));
}

// What may stand after a whole time: "approximately", "for 30 minutes", "winter time".
Grammar::Piece Grammar::suffix(Phrase out) {
  for (int i = 0; i < 2 && goes_on(out.end); ++i) {
    const Lexeme* sharp = word(out.end, Word::sharp);  // "2014 A.D."
    const Lexeme* later = out.clock ? word(out.end, Word::later_passage) : nullptr;
    const Lexeme* about = word(out.end, Word::about);
    const Lexeme* lasting = !out.lasting && (out.count > 0 || out.clock) ? word(out.end, Word::lasting) : nullptr;
    // Only at the very end: "ca." before something else is about that.
    if (about != nullptr && about->last + 1 < tokens_.size() && goes_on(about->last + 1)) about = nullptr;
    if (lasting != nullptr) {
      const auto length = amount(lasting->last + 1);
      if (!length || !length->whole) break;
      out.lasting = {length->unit, static_cast<int>(length->value)};
      out.end = length->end;
      continue;
    }
    const Lexeme* said = sharp != nullptr ? sharp : later != nullptr ? later : about;
    if (said == nullptr) break;
    out.later_passage = out.later_passage || said == later;
    out.approx = out.approx || said == about;
    out.end = said->last + 1;
  }
  return out;
}

// The token after the sign between the ends of a range, or `i`.
std::size_t Grammar::range_sign(std::size_t i, bool between) const {
  if (i >= tokens_.size() || !goes_on(i)) return i;
  if (between) {
    if (const Lexeme* l = word(i, Word::both)) return l->last + 1;
  }
  for (const Word kind : {Word::until, Word::range_to})
    if (const Lexeme* l = word(i, kind)) return l->last + 1;
  return i;
}

bool Grammar::ends_match(const Phrase& first, const Phrase& second) const {
  if (first.is_now || first.distance || second.distance || first.side != Side::at) return false;
  if (second.is_now) return true;
  const bool clocks = (first.fields & (kClock | kPart)) != 0, also = (second.fields & (kClock | kPart)) != 0;
  if (clocks && !first.dated() && !also) return false;
  return first.strength != Strength::shy && second.strength != Strength::shy;
}

std::optional<Said> Grammar::at(std::size_t begin) {
  std::size_t i = begin;
  Said out;
  out.begin = begin;
  Side side = Side::at;
  bool between = false, from = false, by = false, approx = false, marked = false;
  std::optional<std::pair<Grain, int>> lasting;
  // A word can be both ("siden" is "since" and "ago"): the piece is tried first.
  for (std::size_t links = 0; links <= 4 && i < tokens_.size() && !tokens_[i].opaque; ++links) {
    if (i > begin && !goes_on(i)) return std::nullopt;
    // "for 10 days from 18 December"
    if (const Lexeme* l = word(i, Word::lasting); l != nullptr && !lasting) {
      if (const auto length = amount(l->last + 1);
          length && length->whole && word(length->end, Word::from) != nullptr) {
        lasting = {length->unit, static_cast<int>(length->value)};
        i = length->end;
        continue;
      }
    }
    if (const Lexeme* l = word(i, Word::within); l != nullptr && !marked) {
      if (const auto length = amount(l->last + 1)) {
        LocalTime to = far(*length, 1, length->end, *l)->distance->at;
        if (length->unit >= Grain::day) to = floor_to(to, Grain::day);
        out.first = fixed(5, {now_, to, Grain::second, true}, kSpan, *l, length->end);
        out.end = length->end;
        return out;
      }
    }
    // "after five days": at that distance and later.
    if (const Lexeme* l = word(i, Word::after); l != nullptr && !marked) {
      const auto length = amount(l->last + 1);
      if (length &&
          (length->end >= tokens_.size() || !goes_on(length->end) || word(length->end, Word::ago) == nullptr)) {
        out.first = *far(*length, 1, length->end, *l);
        side = Side::after;
        break;
      }
    }
    if (Piece found = phrase(i, 0)) {
      out.first = std::move(*found);
      break;
    }
    const Lexeme* mark = nullptr;
    if ((mark = word(i, Word::since)) != nullptr) {
      side = Side::since;
    } else if ((mark = word(i, Word::between)) != nullptr) {
      between = true;
    } else if ((mark = word(i, Word::from)) != nullptr) {
      from = true;
    } else if ((mark = word(i, Word::before)) != nullptr) {
      side = Side::before;
    } else if ((mark = word(i, Word::after)) != nullptr) {
      side = Side::after;
    } else if ((mark = word(i, Word::by)) != nullptr) {
      by = true;
    } else if ((mark = word(i, Word::until)) != nullptr) {
      side = Side::until;
    } else if ((mark = word(i, Word::about)) != nullptr) {
      approx = true;
    } else {
      mark = word(i, Word::at);
    }
    const std::size_t next = mark != nullptr ? mark->last + 1 : passed_over(i);
    if (next == i) return std::nullopt;
    i = next;
    marked = side != Side::at || from || between || by;
  }
  Phrase& first = out.first;
  if (first.end == 0) return std::nullopt;
  out.end = first.end;
  first.approx = first.approx || approx;
  if (lasting && !first.lasting) first.lasting = lasting;
  if (side != Side::at && first.side == Side::at) {
    first.side = side;
    if (first.strength == Strength::weak) first.strength = Strength::strong;
  }
  // "since 12.30", "in May", "of 2014": a word before it makes a shy one a time.
  if (first.strength == Strength::shy && (marked || i > begin)) first.strength = Strength::weak;
  first.by = by;
  if (side != Side::at || by) return out;
  const std::size_t sign = range_sign(first.end, between);
  const bool dash = first.end < tokens_.size() && dash_before(first.end) && goes_on(first.end);
  if (sign == first.end && !dash) {
    if (from) {
      first.side = first.clock_to || first.ranged ? Side::at : Side::since;
      first.from_to = first.side == Side::at;
    }
    return out;
  }
  std::size_t next = sign;
  while (next < tokens_.size() && goes_on(next) &&
         (word(next, Word::about) != nullptr || word(next, Word::at) != nullptr))
    next = (word(next, Word::about) != nullptr ? word(next, Word::about) : word(next, Word::at))->last + 1;
  if (next < tokens_.size() && goes_on(next)) {
    if (Piece second = phrase(next, 1); second && ends_match(first, *second)) {
      out.second = std::move(*second);
      out.end = out.second->end;
      first.strength =
          std::max({first.strength, out.second->strength, from || between ? Strength::strong : Strength::shy});
      return out;
    }
  }
  if (from) first.side = first.clock_to || first.ranged ? Side::at : Side::since;
  return out;
}

Calendar::Id Grammar::date_of(const Phrase& phrase) {
  auto constraints = phrase.constraints;
  std::stable_sort(constraints.begin(), constraints.begin() + static_cast<std::ptrdiff_t>(phrase.count),
                   [](const auto& a, const auto& b) { return a.rank < b.rank; });
  Calendar::Id id = Calendar::kNone;
  for (std::size_t i = 0; i < phrase.count; ++i) id = calendar_.both(id, constraints[i].id);
  return id;
}

namespace {

// "8 in the evening" is 20.00, "3 in the morning" stays; at night ten or eleven is the evening before.
struct Placed {
  Clock clock;
  int day = 0;  // days from the day that was named
};
Placed place(Clock clock, std::optional<int> part, bool night_before) {
  if (!part) return {clock, 0};
  const Window window = part_window(*part, View::reported);
  const int half = 12 * 60, noon = 12 * 60;
  Placed out{clock, 0};
  out.clock.twelve = false;
  if (window.from < 0 || window.to > 24 * 60) {  // a night
    const bool leads = window.from < 0;
    bool evening = clock.minute >= 18 * 60;
    if (clock.twelve && clock.minute >= 8 * 60 && clock.minute < noon) {
      out.clock.minute += half;
      evening = true;
    } else if (clock.twelve && clock.minute >= noon) {
      out.clock.minute -= half;  // "half past twelve at night"
    }
    out.day = leads ? (evening ? -1 : 0) : (evening || night_before ? 0 : 1);
    return out;
  }
  if (window.from >= noon || window.to > noon + 120) {
    if (clock.minute < noon && clock.minute + half >= std::min(window.from, noon)) out.clock.minute += half;
  } else if (clock.twelve && clock.minute >= noon && window.to <= noon && window.from < 10 * 60) {
    out.clock.minute -= half;  // "twelve thirty in the morning"
  }
  return out;
}

}  // namespace

Calendar::Id Grammar::whole(const Phrase& phrase) {
  Calendar::Id date = date_of(phrase);
  Calendar::Id id = date;
  if (phrase.clock) {
    const Placed from = place(*phrase.clock, phrase.part, phrase.night_before);
    if (from.day != 0 && date != Calendar::kNone) date = calendar_.moved(date, Grain::day, from.day);
    Calendar::Id time = calendar_.clock(from.clock);
    if (phrase.clock_to) {
      Placed to = place(*phrase.clock_to, phrase.part, phrase.night_before);
      // "from 3 to 4 pm" and "11:30-1:30": the second is the next such time after the first.
      time = calendar_.range(time, calendar_.clock(to.clock), false);
    }
    id = calendar_.both(date, time);
  } else if (phrase.part) {
    id = date == Calendar::kNone ? calendar_.part(*phrase.part) : calendar_.part_of(date, *phrase.part);
  }
  if (phrase.lasting) id = calendar_.lasting(id, phrase.lasting->first, phrase.lasting->second);
  return id;
}

}  // namespace varsel::intents::times
