#include "intents/times/series.h"

#include <algorithm>
#include <array>

namespace varsel::intents::times {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t kMostNodes = 4000;
constexpr int kCycles = 12;     // years to look through: a 29 February is at most eight away
constexpr int kMatches = 40;    // spans of the coarse series to look through for one of the fine
constexpr int kMostNth = 1000;  // "the 1000th day of"

struct Part {
  std::string_view name;
  Window reported;
  Window calendar;
};
constexpr int h(int hour, int minute = 0) {
  return hour * 60 + minute;
}
constexpr std::array kParts = {
    // The night leads to the day that it is named by; the one that follows a day is "late_night".
    Part{"night", {h(-2), h(6)}, {h(-2), h(6)}},
    Part{"late_night", {h(22), h(30)}, {h(22), h(30)}},
    Part{"last_night", {h(-2), h(6)}, {h(-6), h(0)}},
    Part{"morning", {h(5), h(10)}, {h(4), h(12)}},
    // English has no word for the forenoon, and at work a morning is one.
    Part{"morning_en", {h(9), h(12)}, {h(0), h(12)}},
    Part{"early_morning", {h(4), h(9)}, {h(0), h(9)}},
    Part{"late_morning", {h(10), h(12)}, {h(10), h(12)}},
    Part{"forenoon", {h(9), h(12)}, {h(9), h(12)}},
    Part{"noon", {h(12), h(13)}, {h(12), h(13)}},
    Part{"afternoon", {h(12), h(18)}, {h(12), h(19)}},
    Part{"late_afternoon", {h(15), h(18)}, {h(15), h(19)}},
    Part{"evening", {h(17), h(24)}, {h(18), h(24)}},
    Part{"late_evening", {h(21), h(24)}, {h(21), h(24)}},
    Part{"lunch", {h(11), h(12, 30)}, {h(12), h(14)}},
    Part{"after_lunch", {h(12), h(14)}, {h(13), h(17)}},
    Part{"working_hours", {h(8), h(17)}, {h(8), h(17)}},
    Part{"day_end", {h(14), h(18)}, {h(14), h(18)}},
    Part{"after_work", {h(16), h(21)}, {h(17), h(21)}},
    Part{"after_school", {h(14), h(18)}, {h(15), h(21)}},
    Part{"midnight", {h(0), h(1)}, {h(0), h(1)}},
};

}  // namespace

std::optional<int> part_index(std::string_view name) {
  const auto it = std::ranges::find(kParts, name, &Part::name);
  return it == kParts.end() ? std::nullopt : std::optional(static_cast<int>(it - kParts.begin()));
}

Window part_window(int part, View view) {
  const Part& p = kParts[static_cast<std::size_t>(part)];
  return view == View::reported ? p.reported : p.calendar;
}

Calendar::Calendar() {
  clear();
}
void Calendar::clear() {
  nodes_.clear();
  nodes_.emplace_back();  // kNone
}
bool Calendar::full() const {
  return nodes_.size() >= kMostNodes;
}
Calendar::Id Calendar::add(Node node) {
  if (full()) return kNone;
  nodes_.push_back(node);
  return static_cast<Id>(nodes_.size() - 1);
}

Calendar::Id Calendar::fixed(Span span) {
  return add({.kind = Kind::fixed, .grain = span.grain, .span = span});
}
Calendar::Id Calendar::year(int year) {
  return fixed(unit_of(midnight(std::chrono::year(year) / 1 / 1), Grain::year));
}
Calendar::Id Calendar::month(int month) {
  return add({.kind = Kind::cyclic_month, .grain = Grain::month, .number = month});
}
Calendar::Id Calendar::quarter(int quarter) {
  return add({.kind = Kind::cyclic_quarter, .grain = Grain::quarter, .number = quarter});
}
Calendar::Id Calendar::day_of_month(int day) {
  return add({.kind = Kind::cyclic_day, .grain = Grain::day, .number = day});
}
Calendar::Id Calendar::weekday(int weekday) {
  return add({.kind = Kind::cyclic_weekday, .grain = Grain::day, .number = weekday});
}
Calendar::Id Calendar::week(int number) {
  return add({.kind = Kind::cyclic_week, .grain = Grain::week, .number = number});
}
Calendar::Id Calendar::weekend() {
  return add({.kind = Kind::weekend, .grain = Grain::day});
}
Calendar::Id Calendar::season(int index) {
  return add({.kind = Kind::season, .grain = Grain::day, .number = index});
}
Calendar::Id Calendar::feast(int index) {
  return add({.kind = Kind::feast, .grain = Grain::day, .number = index});
}
Calendar::Id Calendar::part(int part) {
  return add({.kind = Kind::part, .grain = Grain::hour, .number = part});
}
Calendar::Id Calendar::clock(Clock clock) {
  return add({.kind = Kind::clock, .grain = Grain::minute, .at = clock});
}
Calendar::Id Calendar::every(Grain grain) {
  return add({.kind = Kind::every, .grain = grain});
}
Calendar::Id Calendar::part_of(Id days, int part) {
  return add({.kind = Kind::part_of, .number = part, .left = days});
}
Calendar::Id Calendar::both(Id coarse, Id fine) {
  if (coarse == kNone) return fine;
  if (fine == kNone) return coarse;
  return add({.kind = Kind::both, .left = coarse, .right = fine});
}
Calendar::Id Calendar::nth(int n, Id unit, Id of) {
  return add({.kind = Kind::nth, .number = std::clamp(n, -kMostNth, kMostNth), .left = of, .right = unit});
}
Calendar::Id Calendar::nth_after(int n, Id unit, Id base) {
  return add({.kind = Kind::nth_after, .number = std::clamp(n, 1, kMostNth), .left = base, .right = unit});
}
Calendar::Id Calendar::moved(Id base, Grain grain, int count) {
  return add({.kind = Kind::moved, .grain = grain, .number = count, .left = base});
}
Calendar::Id Calendar::third(int which, Id of) {
  return add({.kind = Kind::third, .number = which, .left = of});
}
Calendar::Id Calendar::range(Id first, Id last, bool inclusive) {
  return add({.kind = Kind::range, .flag = inclusive, .left = first, .right = last});
}
Calendar::Id Calendar::lasting(Id first, Grain grain, int count) {
  return add({.kind = Kind::lasting, .grain = grain, .number = count, .left = first});
}

Grain Calendar::cycle_of(const Node& node) {
  switch (node.kind) {
    case Kind::cyclic_day:
      return Grain::month;
    case Kind::cyclic_weekday:
    case Kind::weekend:
      return Grain::week;
    case Kind::part:
    case Kind::clock:
      return Grain::day;
    case Kind::every:
      return node.grain;
    default:
      return Grain::year;
  }
}

// The span of the node in the cycle that begins at `start`; `which` is 1 for the second passage of a twelve-hour clock.
std::optional<Span> Calendar::in_cycle(const Node& node, LocalTime start, int which, View view) const {
  if (which > 0 && node.kind != Kind::clock) return std::nullopt;
  switch (node.kind) {
    case Kind::cyclic_month:
      return unit_of(plus(start, Grain::month, node.number - 1), Grain::month);
    case Kind::cyclic_quarter:
      return unit_of(plus(start, Grain::month, (node.number - 1) * 3), Grain::quarter);
    case Kind::cyclic_day: {
      const LocalTime day = start + days(node.number - 1);
      if (floor_to(day, Grain::month) != start) return std::nullopt;
      return unit_of(day, Grain::day);
    }
    case Kind::cyclic_weekday:
      return unit_of(start + days(node.number - 1), Grain::day);
    case Kind::cyclic_week: {
      const auto monday = week_of(year_of(start), node.number);
      if (!monday) return std::nullopt;
      return unit_of(*monday, Grain::week);
    }
    case Kind::weekend:
      if (view == View::reported) return Span{start + days(5), start + days(7), Grain::day, true};
      return Span{start + days(4) + minutes(h(18)), start + days(7), Grain::hour, true};
    case Kind::season:
      return times::season(node.number, year_of(start), view == View::calendar);
    case Kind::feast:
      return times::feast(node.number, year_of(start));
    case Kind::part: {
      const Window window = part_window(node.number, view);
      const bool hour = window.to - window.from == 60;
      return Span{start + minutes(window.from), start + minutes(window.to), Grain::hour, !hour};
    }
    case Kind::clock: {
      if (which > 1 || (which == 1 && !node.at.twelve)) return std::nullopt;
      int minute = node.at.minute;
      if (which == 1) {
        // "Half past two" may be said of the afternoon; "half past nine" in a report is the morning.
        if (view == View::reported && (minute >= h(7) || node.at.digital)) return std::nullopt;
        minute += h(12);
      }
      const LocalTime from = start + minutes(minute) + seconds(std::max(node.at.second, 0));
      const Grain grain = node.at.second >= 0 ? Grain::second : node.at.exact ? Grain::minute : Grain::hour;
      return Span{from, plus(from, grain, 1), grain, false};
    }
    case Kind::every:
      return unit_of(start, node.grain);
    default:
      return std::nullopt;
  }
}

// What a node that is made from another makes of one span of it.
std::optional<Span> Calendar::of_base(const Node& node, const Span& base, View view) const {
  switch (node.kind) {
    case Kind::nth: {
      std::optional<Span> span;
      if (node.number > 0) {
        LocalTime at = base.from;
        for (int i = 0; i < node.number; ++i) {
          span = after(node.right, at, view);
          if (!span || span->from >= base.to) return std::nullopt;
          at = span->from + seconds(1);
        }
      } else {
        LocalTime at = base.to - seconds(1);
        for (int i = 0; i > node.number; --i) {
          do {
            span = before(node.right, at, view);
            if (!span || span->from < base.from) return std::nullopt;
            at = span->from - seconds(1);
          } while (span->to > base.to);  // the week that reaches into the next month is not the last of this one
        }
      }
      return span;
    }
    case Kind::part_of: {
      const Window window = part_window(node.number, view);
      const bool hour = window.to - window.from == 60;
      // Of several days ("the mornings of the weekend") the first is meant.
      const LocalTime day = floor_to(base.from, Grain::day);
      return Span{day + minutes(window.from), day + minutes(window.to), Grain::hour, !hour};
    }
    case Kind::nth_after: {
      std::optional<Span> span;
      LocalTime at = base.to;
      for (int i = 0; i < node.number; ++i) {
        span = after(node.right, at, view);
        if (!span) return std::nullopt;
        at = span->from + seconds(1);
      }
      return span;
    }
    case Kind::third: {
      const auto slice = [&](Grain grain, int second, int third) {
        const LocalTime a = plus(base.from, grain, second), b = plus(base.from, grain, third);
        if (node.number == 0) return Span{base.from, a, grain, true};
        return node.number == 1 ? Span{a, b, grain, true} : Span{b, base.to, grain, true};
      };
      if (base.grain == Grain::year)
        return node.number == 0 ? Span{base.from, plus(base.from, Grain::month, 3), Grain::month, true}
               : node.number == 1
                   ? Span{plus(base.from, Grain::month, 4), plus(base.from, Grain::month, 8), Grain::month, true}
                   : slice(Grain::month, 4, 8);
      if (base.grain == Grain::quarter) return slice(Grain::month, 1, 2);
      if (base.grain == Grain::month) return slice(Grain::day, 10, 20);
      if (base.grain == Grain::week)
        return node.number == 1 ? Span{plus(base.from, Grain::day, 2), plus(base.from, Grain::day, 4), Grain::day, true}
               : node.number == 0 ? Span{base.from, plus(base.from, Grain::day, 3), Grain::day, true}
                                  : Span{plus(base.from, Grain::day, 4), base.to, Grain::day, true};
      const auto third = (base.to - base.from) / 3;
      return Span{base.from + third * node.number, node.number == 2 ? base.to : base.from + third * (node.number + 1),
                  base.grain, true};
    }
    case Kind::range: {
      const auto last = after(node.right, base.from + seconds(node.flag ? 0 : 1), view);
      if (!last) return std::nullopt;
      return Span{base.from, node.flag ? last->to : last->from, std::min(base.grain, last->grain), true};
    }
    case Kind::lasting:
      return Span{base.from, plus(base.from, node.grain, node.number), std::min(base.grain, node.grain), true};
    default:
      return std::nullopt;
  }
}

std::optional<Span> Calendar::before(Id id, LocalTime at, View view) const {
  const Node& n = node(id);
  switch (n.kind) {
    case Kind::none:
      return std::nullopt;
    case Kind::fixed:
      return n.span.from <= at ? std::optional(n.span) : std::nullopt;
    case Kind::both: {
      auto coarse = before(n.left, at, view);
      for (int i = 0; i < kMatches && coarse; ++i) {
        const auto fine = before(n.right, std::min(at, coarse->to - seconds(1)), view);
        if (fine && fine->from >= coarse->from) return fine;
        coarse = before(n.left, coarse->from - seconds(1), view);
      }
      return std::nullopt;
    }
    case Kind::moved: {
      const auto base = before(n.left, plus(at, n.grain, -n.number), view);
      if (!base) return std::nullopt;
      return Span{plus(base->from, n.grain, n.number), plus(base->to, n.grain, n.number), base->grain, base->interval};
    }
    case Kind::part_of:
    case Kind::nth:
    case Kind::nth_after:
    case Kind::third:
    case Kind::range:
    case Kind::lasting: {
      auto base = before(n.left, at, view);
      for (int i = 0; i < kMatches && base; ++i) {
        const auto span = of_base(n, *base, view);
        if (span && span->from <= at) return span;
        base = before(n.left, base->from - seconds(1), view);
      }
      return std::nullopt;
    }
    default: {
      const Grain cycle = cycle_of(n);
      // One cycle ahead first: a winter begins, and week 1 may, in the year before.
      LocalTime start = plus(floor_to(at, cycle), cycle, 1);
      for (int i = 0; i < kCycles; ++i, start = plus(start, cycle, -1))
        for (const int which : {1, 0})
          if (const auto span = in_cycle(n, start, which, view); span && span->from <= at) return span;
      return std::nullopt;
    }
  }
}

std::optional<Span> Calendar::after(Id id, LocalTime at, View view) const {
  const Node& n = node(id);
  switch (n.kind) {
    case Kind::none:
      return std::nullopt;
    case Kind::fixed:
      return n.span.from >= at ? std::optional(n.span) : std::nullopt;
    case Kind::both: {
      auto coarse = before(n.left, at, view);
      if (!coarse || coarse->to <= at) coarse = after(n.left, at, view);
      for (int i = 0; i < kMatches && coarse; ++i) {
        const auto fine = after(n.right, std::max(at, coarse->from), view);
        if (fine && fine->from < coarse->to) return fine;
        coarse = after(n.left, coarse->from + seconds(1), view);
      }
      return std::nullopt;
    }
    case Kind::moved: {
      const auto base = after(n.left, plus(at, n.grain, -n.number), view);
      if (!base) return std::nullopt;
      return Span{plus(base->from, n.grain, n.number), plus(base->to, n.grain, n.number), base->grain, base->interval};
    }
    case Kind::part_of:
    case Kind::nth:
    case Kind::nth_after:
    case Kind::third:
    case Kind::range:
    case Kind::lasting: {
      auto base = before(n.left, at, view);
      if (!base) base = after(n.left, at, view);
      for (int i = 0; i < kMatches && base; ++i) {
        const auto span = of_base(n, *base, view);
        if (span && span->from >= at) return span;
        base = after(n.left, base->from + seconds(1), view);
      }
      return std::nullopt;
    }
    default: {
      const Grain cycle = cycle_of(n);
      LocalTime start = plus(floor_to(at, cycle), cycle, -1);
      for (int i = 0; i < kCycles; ++i, start = plus(start, cycle, 1))
        for (const int which : {0, 1})
          if (const auto span = in_cycle(n, start, which, view); span && span->from >= at) return span;
      return std::nullopt;
    }
  }
}

}  // namespace varsel::intents::times
