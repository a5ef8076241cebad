// The algebra of times: series of spans on the calendar, and what can be made of them.
//
// "Monday" is a series: every Monday there is. "March" is one, "the 3rd", "half past nine", "evening", "Christmas" are.
// "3 March at half past nine" is the intersection of three of them, "the last Monday in March" the last of one series
// in each span of another, "two weeks after Christmas" a series that is moved. A date with its year is a series of one.
// Nothing is decided until somebody asks for the span before or after a moment: what a bare "Monday" means is the
// asker's choice, not the expression's.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "intents/times/calendar.h"

namespace varsel::intents::times {

// What people mean and what calendars assume are not the same hours: in a report "this morning" is 5 to 10, and a
// calendar takes the morning as everything up to noon. The same holds for twelve-hour clocks and for seasons.
enum class View : std::uint8_t { reported, calendar };

struct Clock {
  int minute = 0;        // after midnight, 0..1440
  int second = -1;       // -1: not said
  bool exact = false;    // minutes were said
  bool twelve = false;   // may be twelve hours later: "half past three"
  bool digital = false;  // "2:30": in a report it is what the display showed
};

// A part of the day by the name that rows use: "evening".
[[nodiscard]] std::optional<int> part_index(std::string_view name);
struct Window {
  int from = 0;  // minutes after midnight of the day; before it for the night that leads to the day
  int to = 0;
};
[[nodiscard]] Window part_window(int part, View view);

class Calendar {
 public:
  using Id = std::uint16_t;
  static constexpr Id kNone = 0;

  Calendar();
  void clear();
  [[nodiscard]] bool full() const;  // a bound on the work for hostile text: nothing more can be made

  Id fixed(Span span);
  Id year(int year);
  Id month(int month);
  Id quarter(int quarter);
  Id day_of_month(int day);
  Id weekday(int weekday);
  Id week(int number);
  Id weekend();
  Id season(int index);
  Id feast(int index);
  Id part(int part);
  Id clock(Clock clock);
  Id every(Grain grain);

  // That part of each day of the series: the night before it too, which no intersection would find.
  Id part_of(Id days, int part);
  // Spans of `fine` that begin in a span of `coarse`. kNone on either side is the other.
  Id both(Id coarse, Id fine);
  // The n-th (from the end when negative) span of `unit` that lies in each span of `of`.
  Id nth(int n, Id unit, Id of);
  // The n-th span of `unit` after each span of `base`.
  Id nth_after(int n, Id unit, Id base);
  Id moved(Id base, Grain grain, int count);
  // The beginning (0), middle (1) or end (2) of each month, week or year.
  Id third(int which, Id of);
  // From a span of `first` until the next of `last`; `inclusive` when the last day belongs to it.
  Id range(Id first, Id last, bool inclusive);
  // `count` units from each start on.
  Id lasting(Id first, Grain grain, int count);

  // The last span that begins at or before `at`, the first that begins at or after it. Bounded: a series that has
  // none near (30 February) gives nothing.
  [[nodiscard]] std::optional<Span> before(Id id, LocalTime at, View view) const;
  [[nodiscard]] std::optional<Span> after(Id id, LocalTime at, View view) const;

 private:
  enum class Kind : std::uint8_t {
    none,
    fixed,
    cyclic_month,
    cyclic_quarter,
    cyclic_day,
    cyclic_weekday,
    cyclic_week,
    weekend,
    season,
    feast,
    part,
    clock,
    every,
    part_of,
    both,
    nth,
    nth_after,
    moved,
    third,
    range,
    lasting
  };
  struct Node {
    Kind kind = Kind::none;
    Grain grain = Grain::day;
    bool flag = false;
    int number = 0;
    Id left = kNone;
    Id right = kNone;
    Span span{};
    Clock at{};
  };

  Id add(Node node);
  [[nodiscard]] const Node& node(Id id) const { return nodes_[id]; }
  [[nodiscard]] static Grain cycle_of(const Node& node);
  [[nodiscard]] std::optional<Span> in_cycle(const Node& node, LocalTime start, int which, View view) const;
  [[nodiscard]] std::optional<Span> of_base(const Node& node, const Span& base, View view) const;

  std::vector<Node> nodes_;
};

}  // namespace varsel::intents::times
