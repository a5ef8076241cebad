#include "intents/times.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "intents/themes.h"

namespace varsel::intents {
namespace {

using std::chrono::days;
using std::chrono::minutes;

// What a time word is, by the code of its row: "day -1" is {day, -1}.
enum class Word : std::uint8_t {
  none,
  day,         // -1 yesterday, 0 today, -2 the day before yesterday
  day_part,    // day and part in one: "i aftes" is yesterday's evening; the value is the day, the part is beside
  part,        // value: Part
  weekday,     // 1 Monday .. 7 Sunday
  month,       // 1 .. 12
  unit,        // value: Unit
  half_hour,   // "halvtime", "half an hour"
  ago,         // "siden", "ago"
  ago_before,  // "for" in "for 2 timer siden"
  at,          // "kl", "klokken", "at"
  past,        // "over"
  to,          // "i", "på", "to" before an hour
  half,        // "halv ti", "half past nine"
  quarter,     // "kvart", "kvarter"
  now,
  since,
  until,
  from,
  between,
  both,      // "og" between the ends of a range
  previous,  // "sidste", "forrige", "last"
  current,   // "denne", "this"
  week,      // value: 0 as in "week 46", -1 "last week"
  weekend,
  last_month,
  last_year,
  month_part,  // 1 early, 2 middle, 3 late
  about,
  before,  // "før"
  link,    // "den", "d.", "om", "the", "of"
  tick,    // "o'clock", "tiden": after a clock
  am,
  pm,
};

enum class Part : std::uint8_t {
  none,
  night,
  morning,
  forenoon,
  noon,
  afternoon,
  evening,
  lunch,
  after_lunch,
  day_end,
  midnight,
  english_morning
};

struct Window {
  int from = 0;  // minutes after midnight of the day; before it for the night that leads to the day
  int to = 0;
};
// The windows in which people mean these words; the dialog asks again where it matters.
Window window_of(Part part) {
  switch (part) {
    case Part::none:
      return {0, 24 * 60};
    case Part::night:
      return {-2 * 60, 6 * 60};
    case Part::morning:
      return {5 * 60, 10 * 60};
    case Part::english_morning:
      return {5 * 60, 12 * 60};
    case Part::forenoon:
      return {9 * 60, 12 * 60};
    case Part::noon:
      return {12 * 60, 13 * 60};
    case Part::afternoon:
      return {12 * 60, 18 * 60};
    case Part::evening:
      return {17 * 60, 24 * 60};
    case Part::lunch:
      return {11 * 60, 12 * 60 + 30};
    case Part::after_lunch:
      return {12 * 60, 14 * 60};
    case Part::day_end:
      return {14 * 60, 18 * 60};
    case Part::midnight:
      return {0, 60};
  }
  return {};
}

enum class Unit : std::uint8_t { second, minute, hour, day, week, month, year };

struct Lexeme {
  Word word = Word::none;
  int value = 0;
  int part = 0;
  std::size_t last = 0;
  const Row* row = nullptr;
  Tongue locale = Tongue::en;
};

constexpr std::array<std::pair<std::string_view, Word>, 33> kCodes{{{"day", Word::day},
                                                                    {"daypart", Word::day_part},
                                                                    {"part", Word::part},
                                                                    {"weekday", Word::weekday},
                                                                    {"month", Word::month},
                                                                    {"unit", Word::unit},
                                                                    {"halfhour", Word::half_hour},
                                                                    {"ago", Word::ago},
                                                                    {"agofor", Word::ago_before},
                                                                    {"at", Word::at},
                                                                    {"past", Word::past},
                                                                    {"to", Word::to},
                                                                    {"half", Word::half},
                                                                    {"quarter", Word::quarter},
                                                                    {"now", Word::now},
                                                                    {"since", Word::since},
                                                                    {"until", Word::until},
                                                                    {"from", Word::from},
                                                                    {"between", Word::between},
                                                                    {"both", Word::both},
                                                                    {"previous", Word::previous},
                                                                    {"current", Word::current},
                                                                    {"week", Word::week},
                                                                    {"weekend", Word::weekend},
                                                                    {"lastmonth", Word::last_month},
                                                                    {"lastyear", Word::last_year},
                                                                    {"monthpart", Word::month_part},
                                                                    {"about", Word::about},
                                                                    {"before", Word::before},
                                                                    {"link", Word::link},
                                                                    {"tick", Word::tick},
                                                                    {"am", Word::am},
                                                                    {"pm", Word::pm}}};

Lexeme lexeme_of(const Match& match) {
  Lexeme out;
  out.last = match.last;
  out.row = match.row;
  out.locale = match.locale;
  std::string_view code = match.row->code;
  const std::size_t blank = code.find(' ');
  const std::string_view name = code.substr(0, blank);
  for (const auto& [text, word] : kCodes)
    if (text == name) out.word = word;
  if (blank != std::string_view::npos) {
    const char* end = code.data() + code.size();
    const auto [next, error] = std::from_chars(code.data() + blank + 1, end, out.value);
    if (error == std::errc{} && next < end) std::from_chars(next + 1, end, out.part);
  }
  return out;
}

struct Clock {
  int minute = 0;       // after midnight
  bool exact = false;   // minutes were said
  bool twelve = false;  // may be afternoon: said in words, or "3 o'clock"
};

// The pieces of one time, gathered from left to right.
struct Draft {
  std::optional<When> direct;  // an hour ago, now
  std::optional<CivilDate> day;
  std::optional<std::pair<CivilDate, CivilDate>> span;  // [first, after]
  Precision span_precision = Precision::day;
  std::optional<Part> part;
  std::optional<Clock> clock, clock_to;
  int week_shift = 0;  // "in last week"
  bool night_to_day = false;
  bool approx = false, since = false, until = false, from = false, strong = false;
  bool before = false;
  const Row* rule = nullptr;
  Tongue locale = Tongue::en;
  [[nodiscard]] bool dated() const { return day || span || direct; }
  [[nodiscard]] bool empty() const { return !dated() && !part && !clock; }
};

class Reader {
 public:
  Reader(const Tokens& tokens, const std::vector<Match>& matches, LocaleSet locales, const Context& context)
      : tokens_(tokens), locales_(locales), context_(context), at_(tokens.size() + 1) {
    now_ = context.zone.local(context.now);
    today_ = date_of(now_);
    for (const Match& match : matches) {
      if (match.theme != static_cast<std::uint16_t>(Theme::moment)) continue;
      at_[match.first].push_back(lexeme_of(match));
    }
    for (auto& all : at_)
      std::ranges::stable_sort(all, [](const Lexeme& a, const Lexeme& b) { return a.last > b.last; });
  }

  std::vector<TimeFound> all() {
    std::vector<TimeFound> out;
    for (std::size_t i = 0; i < tokens_.size();) {
      if (tokens_[i].opaque) {
        ++i;
        continue;
      }
      Draft draft;
      std::size_t next = gather(i, draft);
      if (draft.empty()) {
        ++i;
        continue;
      }
      if (auto found = resolve(draft)) {
        found->first = i;
        found->last = next - 1;
        out.push_back(std::move(*found));
      }
      i = std::max(next, i + 1);
    }
    return out;
  }

 private:
  const Lexeme* word(std::size_t i, Word kind) const {
    if (i >= tokens_.size()) return nullptr;
    for (const Lexeme& lexeme : at_[i])
      if (lexeme.word == kind) return &lexeme;
    return nullptr;
  }
  void note(Draft& draft, const Lexeme& lexeme) {
    if (draft.rule != nullptr) return;
    draft.rule = lexeme.row;
    draft.locale = lexeme.locale;
  }

  // Reads pieces from i on; returns the token after the last piece.
  std::size_t gather(std::size_t begin, Draft& draft) {
    std::size_t next = begin, end = begin;  // end: after the last real piece
    bool pending_link = false;
    while (next < tokens_.size()) {
      if (next > begin && (!tokens_.together(next - 1, next) || tokens_[next].opaque)) break;
      if (next > begin && pending_link == false && tokens_[next].mark == ',' && draft.dated() && draft.clock) break;
      const std::size_t after = piece(next, draft);
      if (after > next) {
        next = end = after;
        pending_link = false;
        continue;
      }
      // Words that join pieces: "i går *kl.* 10", "fredag *den* 3."; two in a row at most.
      if (const Lexeme* l = link(next); l != nullptr && next - end < 3) {
        if (l->word == Word::about) draft.approx = true;
        if (l->word == Word::since && draft.empty()) draft.since = draft.strong = true;
        if (l->word == Word::until && draft.empty()) draft.until = draft.strong = true;
        if (l->word == Word::from && draft.empty()) draft.from = true;
        if ((l->word == Word::until || l->word == Word::since || l->word == Word::from) && !draft.empty()) break;
        if (l->word == Word::before) draft.before = true;
        next = l->last + 1;
        pending_link = true;
        continue;
      }
      break;
    }
    return end;
  }

  const Lexeme* link(std::size_t i) const {
    for (const Word kind : {Word::about, Word::since, Word::until, Word::from, Word::before, Word::at, Word::link})
      if (const Lexeme* l = word(i, kind)) return l;
    return nullptr;
  }

  std::size_t piece(std::size_t i, Draft& draft) {
    for (const auto reader : {&Reader::ago, &Reader::iso_date, &Reader::night, &Reader::clock_range, &Reader::date,
                              &Reader::clock, &Reader::calendar}) {
      const std::size_t next = (this->*reader)(i, draft);
      if (next > i) return next;
    }
    return i;
  }

  // --- an hour ago, now -----------------------------------------------------------------------------------------
  struct Span {
    double amount = 0;
    Unit unit = Unit::minute;
    std::size_t next = 0;
  };
  // "2 timer", "en halv time", "halvanden time", "et kvarter", "three quarters of an hour", "an hour and a half".
  std::optional<Span> duration(std::size_t i) const {
    Span out;
    double amount = 1;
    std::size_t next = i;
    if (const auto number = number_at(tokens_, i, locales_)) {
      amount = number->value;
      next = number->last + 1;
    } else if (word(i, Word::half) == nullptr && word(i, Word::half_hour) == nullptr &&
               word(i, Word::quarter) == nullptr && word(i, Word::unit) == nullptr) {
      return std::nullopt;
    }
    if (word(next, Word::half) != nullptr) {
      amount *= 0.5;
      ++next;
      if (tokens_.key(next) == "an" || tokens_.key(next) == "a") ++next;
    }
    if (const Lexeme* l = word(next, Word::half_hour)) return Span{amount * 30, Unit::minute, l->last + 1};
    if (const Lexeme* l = word(next, Word::quarter)) {
      next = l->last + 1;
      if (tokens_.key(next) == "of" && tokens_.key(next + 1) == "an" && word(next + 2, Word::unit) != nullptr)
        next += 3;
      return Span{amount * 15, Unit::minute, next};
    }
    const Lexeme* l = word(next, Word::unit);
    if (l == nullptr) return std::nullopt;
    out = {amount, static_cast<Unit>(l->value), l->last + 1};
    if (tokens_.key(out.next) == "and" && tokens_.key(out.next + 1) == "a" &&
        word(out.next + 2, Word::half) != nullptr) {
      out.amount += 0.5;
      out.next += 3;
    }
    return out;
  }

  std::size_t ago(std::size_t i, Draft& draft) {
    if (draft.dated() || draft.clock) return i;
    if (const Lexeme* l = word(i, Word::now)) {
      const LocalTime at = std::chrono::floor<minutes>(now_);
      draft.direct = When{at, at + minutes(1), Precision::minute, true, false};
      draft.strong = true;
      note(draft, *l);
      return l->last + 1;
    }
    std::size_t next = i;
    if (const Lexeme* l = word(i, Word::ago_before)) next = l->last + 1;
    bool approx = false;
    while (const Lexeme* l = word(next, Word::about)) {
      next = l->last + 1;
      approx = true;
    }
    const auto span = duration(next);
    if (!span) return i;
    const Lexeme* l = word(span->next, Word::ago);
    if (l == nullptr) return i;
    note(draft, *l);
    draft.strong = true;
    draft.direct = back(span->amount, span->unit, approx);
    return l->last + 1;
  }

  When back(double amount, Unit unit, bool approx) const {
    const auto minutes_back = [&](double per) {
      // More than a lifetime is a slip of the finger; it must not overflow the calendar.
      return std::chrono::seconds(static_cast<std::int64_t>(std::clamp(amount * per, 0.0, 4e7) * 60));
    };
    if (unit == Unit::second || unit == Unit::minute || unit == Unit::hour) {
      const double per = unit == Unit::hour ? 60 : unit == Unit::minute ? 1 : 1.0 / 60;
      const LocalTime at = std::chrono::floor<minutes>(now_ - minutes_back(per));
      return {at, at + minutes(1), Precision::minute, true, false};
    }
    CivilDate day = today_;
    if (unit == Unit::day || unit == Unit::week) {
      day = shift(today_, -static_cast<int>(std::clamp(amount * (unit == Unit::week ? 7 : 1), 0.0, 36500.0)));
    } else {
      const int months = static_cast<int>(std::clamp(amount * (unit == Unit::year ? 12 : 1), 0.0, 1200.0));
      day = CivilDate{today_.year() / today_.month() / 1} - std::chrono::months(months);
      const CivilDate wanted = day.year() / day.month() / today_.day();
      day = wanted.ok() ? wanted : CivilDate{day.year() / day.month() / std::chrono::last};
    }
    return {midnight(day), midnight(shift(day, 1)), Precision::day, approx || unit != Unit::day, false};
  }

  // --- dates -----------------------------------------------------------------------------------------------------
  static CivilDate shift(CivilDate day, int by) { return CivilDate{std::chrono::local_days{day} + days(by)}; }
  static std::optional<CivilDate> make(std::int64_t y, std::int64_t m, std::int64_t d) {
    if (y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
    const CivilDate day{std::chrono::year(static_cast<int>(y)), std::chrono::month(static_cast<unsigned>(m)),
                        std::chrono::day(static_cast<unsigned>(d))};
    return day.ok() ? std::optional(day) : std::nullopt;
  }
  // The latest such day that is not in the future.
  std::optional<CivilDate> previous(std::int64_t m, std::int64_t d) const {
    for (int back = 0; back < 5; ++back)
      if (const auto day = make(static_cast<int>(today_.year()) - back, m, d); day && *day <= today_) return day;
    return std::nullopt;
  }
  static std::int64_t full_year(std::int64_t y) { return y < 100 ? 2000 + y : y; }
  bool digits(std::size_t i) const { return i < tokens_.size() && tokens_[i].number && tokens_[i].value >= 0; }
  bool follows(std::size_t i, char mark) const { return digits(i) && tokens_[i].glued && tokens_[i].mark == mark; }

  std::size_t iso_date(std::size_t i, Draft& draft) {
    if (draft.dated() || !digits(i)) return i;
    if (tokens_[i].key.size() == 4 && follows(i + 1, '-') && follows(i + 2, '-')) {
      const auto day = make(tokens_[i].value, tokens_[i + 1].value, tokens_[i + 2].value);
      if (!day) return i;
      draft.day = day;
      draft.strong = true;
      std::size_t next = i + 3;
      if (tokens_.key(next) == "t" && tokens_[next].glued) ++next;  // the T of ISO 8601
      return next;
    }
    // d/m, d/m-y, d.m.y, d-m-y
    for (const char mark : {'/', '.', '-'}) {
      if (!follows(i + 1, mark)) continue;
      const bool year = follows(i + 2, mark) || (mark == '/' && follows(i + 2, '-'));
      if (year) {
        const auto day = make(full_year(tokens_[i + 2].value), tokens_[i + 1].value, tokens_[i].value);
        if (!day) return i;
        draft.day = day;
        draft.strong = true;
        return i + 3;
      }
      // "12.11" is a date, "15.40" a clock, "20-30" a range; with a date beside it is always a clock.
      if (mark == '-' || (mark == '.' && (word_before_is_at(i) || draft.part || draft.since))) return i;
      const auto day = previous(tokens_[i + 1].value, tokens_[i].value);
      if (!day || (mark == '.' && tokens_[i + 1].key.size() == 2 && tokens_[i + 1].value == 0)) return i;
      draft.day = day;
      draft.strong = draft.strong || mark == '/';
      return i + 2;
    }
    return i;
  }
  bool word_before_is_at(std::size_t i) const { return i > 0 && word(i - 1, Word::at) != nullptr; }

  // "3. november [2025]", "den tredje november", "november 3", "d. 3."
  std::size_t date(std::size_t i, Draft& draft) {
    if (draft.dated()) return i;
    std::int64_t d = 0;
    std::size_t next = i;
    bool ordinal = false;
    if (const auto number = ordinal_at(tokens_, i, locales_)) {
      d = static_cast<std::int64_t>(number->value);
      next = number->last + 1;
      ordinal = true;
    } else if (digits(i) && tokens_[i].value >= 1 && tokens_[i].value <= 31 && tokens_[i].key.size() <= 2) {
      d = tokens_[i].value;
      next = i + 1;
    }
    if (d >= 1 && d <= 31) {
      if (tokens_.key(next) == "of") ++next;
      if (const Lexeme* m = word(next, Word::month)) {
        next = m->last + 1;
        std::optional<CivilDate> day = previous(m->value, d);
        if (digits(next) && tokens_[next].key.size() == 4) {
          if (const auto with_year = make(tokens_[next].value, m->value, d)) {
            day = with_year;
            ++next;
          }
        }
        if (!day) return i;
        draft.day = day;
        draft.strong = true;
        note(draft, *m);
        return next;
      }
      // "d. 3.", "den 3.", "the 3rd": the last such day.
      if (i > 0 && word(i - 1, Word::link) != nullptr &&
          (tokens_.key(i - 1) == "d" || tokens_.key(i - 1) == "den" || (tokens_.key(i - 1) == "the" && ordinal)) &&
          (tokens_[i].number || next == tokens_.size()) && word(next, Word::unit) == nullptr) {
        CivilDate month = today_;
        for (int back = 0; back < 3; ++back) {
          const auto day = make(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), d);
          if (day && *day <= today_) {
            draft.day = day;
            draft.strong = true;
            return next;
          }
          month = CivilDate{month.year() / month.month() / 1} - std::chrono::months(1);
        }
      }
      return i;
    }
    return i;
  }

  // Weekdays, parts of the day, weeks, months.
  std::size_t calendar(std::size_t i, Draft& draft) {
    if (const Lexeme* l = word(i, Word::day_part); l != nullptr && !draft.dated() && !draft.part) {
      draft.day = shift(today_, l->value);
      draft.part = static_cast<Part>(l->part);
      draft.strong = true;
      note(draft, *l);
      return l->last + 1;
    }
    if (const Lexeme* l = word(i, Word::day); l != nullptr && !draft.dated()) {
      draft.day = shift(today_, l->value);
      draft.strong = true;
      note(draft, *l);
      return l->last + 1;
    }
    if (const Lexeme* l = word(i, Word::part); l != nullptr && !draft.part && !draft.direct) {
      draft.part = static_cast<Part>(l->value);
      draft.strong = true;
      note(draft, *l);
      return l->last + 1;
    }
    if (const Lexeme* l = word(i, Word::weekday); l != nullptr && !draft.day) {
      const auto today = std::chrono::weekday{std::chrono::local_days{today_}}.iso_encoding();
      const int back = (static_cast<int>(today) - l->value + 6) % 7 + 1;  // 1..7: today's name means a week ago
      if (draft.span && draft.span_precision == Precision::week) {
        draft.day = shift(draft.span->first, l->value - 1);
        draft.span.reset();
      } else if (!draft.span) {
        draft.day = shift(today_, -back);
      } else {
        return i;
      }
      draft.strong = true;
      note(draft, *l);
      return l->last + 1;
    }
    if (const Lexeme* l = word(i, Word::week); l != nullptr && !draft.span && !draft.direct) {
      const auto today = static_cast<int>(std::chrono::weekday{std::chrono::local_days{today_}}.iso_encoding());
      std::size_t next = l->last + 1;
      CivilDate monday = shift(today_, 1 - today + 7 * std::min(l->value, 0));
      if (l->value == 1) {  // by number
        if (!digits(next) || tokens_[next].value < 1 || tokens_[next].value > 53) return i;
        int year = static_cast<int>(today_.year());
        for (; year > static_cast<int>(today_.year()) - 2; --year) {
          monday = monday_of(year, static_cast<int>(tokens_[next].value));
          if (monday <= today_) break;
        }
        ++next;
      }
      draft.strong = true;
      note(draft, *l);
      if (draft.day) {  // "tirsdag i sidste uge"
        const auto weekday = static_cast<int>(std::chrono::weekday{std::chrono::local_days{*draft.day}}.iso_encoding());
        draft.day = shift(monday, weekday - 1);
        return next;
      }
      draft.span = {monday, shift(monday, 7)};
      draft.span_precision = Precision::week;
      return next;
    }
    if (const Lexeme* l = word(i, Word::weekend); l != nullptr && !draft.dated()) {
      const auto today = static_cast<int>(std::chrono::weekday{std::chrono::local_days{today_}}.iso_encoding());
      const CivilDate saturday = shift(today_, -((today + 1) % 7) - (l->value < 0 && today >= 6 ? 7 : 0));
      draft.span = {saturday, shift(saturday, 2)};
      draft.span_precision = Precision::range;
      draft.strong = true;
      note(draft, *l);
      return l->last + 1;
    }
    if (const Lexeme* l = word(i, Word::last_month); l != nullptr && !draft.dated()) {
      const CivilDate first =
          CivilDate{today_.year() / today_.month() / 1} - std::chrono::months(l->value == 0 ? 0 : 1);
      month_span(draft, first);
      note(draft, *l);
      return l->last + 1;
    }
    if (const Lexeme* l = word(i, Word::last_year); l != nullptr && !draft.dated()) {
      const CivilDate first = (today_.year() - std::chrono::years(1)) / 1 / 1;
      draft.span = {first, today_.year() / 1 / 1};
      draft.span_precision = Precision::range;
      draft.strong = true;
      note(draft, *l);
      return l->last + 1;
    }
    const Lexeme* part = word(i, Word::month_part);
    std::size_t next = i;
    if (part != nullptr) {
      next = part->last + 1;
      for (int links = 0; links < 2 && word(next, Word::link) != nullptr; ++links) ++next;
    }
    if (const Lexeme* l = word(next, Word::month); l != nullptr && !draft.dated()) {
      // "mars", "may", "mai" are also other words: only with something that makes it a time.
      const bool alone = part == nullptr && l->value == 5 && tokens_.key(next) == "may";
      if (alone) return i;
      next = l->last + 1;
      if (digits(next) && tokens_[next].value >= 1 && tokens_[next].value <= 31 && tokens_[next].key.size() <= 2 &&
          (locales_ & only(Locale::en)) != 0 &&
          !(next + 1 < tokens_.size() && tokens_[next + 1].glued && tokens_[next + 1].mark == ':')) {
        std::size_t after = next + 1;
        if (after < tokens_.size() && tokens_[after].glued &&
            (tokens_.key(after) == "th" || tokens_.key(after) == "st" || tokens_.key(after) == "nd" ||
             tokens_.key(after) == "rd"))
          ++after;
        std::optional<CivilDate> day = previous(l->value, tokens_[next].value);
        if (digits(after) && tokens_[after].key.size() == 4) {
          if (const auto with_year = make(tokens_[after].value, l->value, tokens_[next].value)) {
            day = with_year;
            ++after;
          }
        }
        if (day) {
          draft.day = day;
          draft.strong = true;
          note(draft, *l);
          return after;
        }
      }
      std::optional<CivilDate> first = previous(l->value, 1);
      if (digits(next) && tokens_[next].key.size() == 4 && make(tokens_[next].value, l->value, 1)) {
        first = make(tokens_[next].value, l->value, 1);
        ++next;
      }
      if (!first) return i;
      note(draft, *l);
      month_span(draft, *first);
      if (part != nullptr) {
        const CivilDate after = draft.span->second;
        draft.span_precision = Precision::range;
        if (part->value == 1) draft.span = {*first, shift(*first, 10)};
        if (part->value == 2) draft.span = {shift(*first, 9), shift(*first, 20)};
        if (part->value == 3) draft.span = {shift(*first, 19), after};
      }
      return next;
    }
    return i;
  }
  void month_span(Draft& draft, CivilDate first) const {
    draft.span = {first, first + std::chrono::months(1)};
    draft.span_precision = Precision::month;
    draft.strong = true;
  }
  // ISO 8601: week 1 holds 4 January.
  static CivilDate monday_of(int year, int week) {
    const CivilDate fourth = std::chrono::year(year) / 1 / 4;
    const auto weekday = static_cast<int>(std::chrono::weekday{std::chrono::local_days{fourth}}.iso_encoding());
    return shift(fourth, 1 - weekday + 7 * (week - 1));
  }

  // "natten mellem mandag og tirsdag", "natt til tirsdag", "natten til i går"
  std::size_t night(std::size_t i, Draft& draft) {
    const Lexeme* l = word(i, Word::part);
    if (l == nullptr || static_cast<Part>(l->value) != Part::night || draft.dated()) return i;
    std::size_t next = l->last + 1;
    if (word(next, Word::between) != nullptr && word(next + 1, Word::weekday) != nullptr &&
        word(next + 2, Word::both) != nullptr && word(next + 3, Word::weekday) != nullptr) {
      next += 3;
    } else if (word(next, Word::until) != nullptr || word(next, Word::to) != nullptr) {
      ++next;
    } else {
      return i;
    }
    Draft morning;
    const std::size_t after = calendar(next, morning);
    if (after == next || !morning.day) return i;
    note(draft, *l);
    draft.day = morning.day;
    draft.part = Part::night;
    draft.night_to_day = draft.strong = true;
    return after;
  }

  // --- clocks ----------------------------------------------------------------------------------------------------
  struct ClockAt {
    Clock clock;
    std::size_t next = 0;
    bool strong = false;
  };
  std::optional<int> small_number(std::size_t i, std::size_t& next, int limit) const {
    if (digits(i) && tokens_[i].key.size() <= 2) {
      if (tokens_[i].value > limit) return std::nullopt;
      next = i + 1;
      return static_cast<int>(tokens_[i].value);
    }
    const auto number = number_at(tokens_, i, locales_);
    if (!number || !number->words || number->value < 1 || number->value > limit || number->article ||
        number->value != std::floor(number->value))
      return std::nullopt;
    next = number->last + 1;
    return static_cast<int>(number->value);
  }

  std::optional<ClockAt> clock_at(std::size_t i, bool said_at, bool dated) const {
    ClockAt out;
    std::size_t next = i;
    // halv ti = 9.30; half past nine = 9.30
    if (const Lexeme* l = word(i, Word::half)) {
      std::size_t after = l->last + 1;
      const bool past = word(after, Word::past) != nullptr && l->locale == Tongue::en;
      if (past) ++after;
      if (const auto hour = small_number(after, next, 12);
          hour && (past || l->locale != Tongue::en) && *hour > 0 && word(next, Word::unit) == nullptr)
        return ClockAt{{(past ? *hour * 60 + 30 : (*hour * 60 + 720 - 30) % 720), true, true}, next, true};
      return std::nullopt;
    }
    // kvart over tolv, quarter to two; ti på ni; 5 i halv 10; fem minutter over halv ti
    int amount = 0;
    bool worded = false;
    if (const Lexeme* l = word(i, Word::quarter)) {
      amount = 15;
      next = l->last + 1;
      worded = true;
    } else if (const auto number = small_number(i, next, 29)) {
      amount = *number;
      worded = !tokens_[i].number;
      if (const Lexeme* unit = word(next, Word::unit);
          unit != nullptr && static_cast<Unit>(unit->value) == Unit::minute) {
        next = unit->last + 1;
        worded = true;
      }
    }
    if (amount > 0 && next > i && next < tokens_.size() && tokens_[next].mark == 0) {
      const Lexeme* past = word(next, Word::past);
      const Lexeme* to = word(next, Word::to);
      if (past != nullptr || to != nullptr) {
        std::size_t after = (past != nullptr ? past : to)->last + 1;
        const bool half = word(after, Word::half) != nullptr;
        if (half) ++after;
        std::size_t end = after;
        if (const auto hour = small_number(after, end, half ? 12 : 24);
            hour && *hour > 0 && word(end, Word::unit) == nullptr) {
          int at = *hour * 60 - (half ? 30 : 0) + (past != nullptr ? amount : -amount);
          at = (at + 24 * 60) % (24 * 60);
          return ClockAt{{at, true, *hour <= 12}, end, worded || half || said_at || dated};
        }
      }
    }
    // 10.30, 10:30, 15
    if (digits(i) && tokens_[i].key.size() <= 2 && tokens_[i].value <= 24) {
      const int hour = static_cast<int>(tokens_[i].value);
      out.clock = {hour * 60, false, false};
      next = i + 1;
      const bool colon = follows(i + 1, ':'), dot = follows(i + 1, '.');
      const bool minutes_said = (colon || dot) && tokens_[i + 1].key.size() == 2 && tokens_[i + 1].value < 60;
      if (minutes_said) {
        out.clock.minute += static_cast<int>(tokens_[i + 1].value);
        out.clock.exact = true;
        next = i + 2;
        if (colon && follows(next, ':') && tokens_[next].key.size() == 2) ++next;  // seconds
      }
      if (hour == 24 && out.clock.minute > 24 * 60) return std::nullopt;
      out.strong = said_at || colon || (minutes_said && dated);
    } else if (digits(i) && tokens_[i].key.size() == 4 && said_at && tokens_[i].value < 2400 &&
               tokens_[i].value % 100 < 60) {
      out.clock = {static_cast<int>(tokens_[i].value / 100 * 60 + tokens_[i].value % 100), true, false};  // kl. 0830
      next = i + 1;
      out.strong = true;
    } else if (const auto number = small_number(i, next, 24)) {
      out.clock = {*number * 60, false, *number <= 12};
      out.strong = said_at;
    } else {
      return std::nullopt;
    }
    if (const Lexeme* l = word(next, Word::tick)) {
      next = l->last + 1;
      out.strong = true;
    }
    const Lexeme* am = word(next, Word::am);
    const Lexeme* pm = word(next, Word::pm);
    if ((am != nullptr || pm != nullptr) && out.clock.minute < 13 * 60) {
      next = (am != nullptr ? am : pm)->last + 1;
      out.clock.minute = out.clock.minute % 720 + (pm != nullptr ? 720 : 0);
      out.clock.twelve = false;
      out.strong = true;
    }
    out.next = next;
    if (!out.strong && !dated && !out.clock.exact && word(next, Word::unit) != nullptr) return std::nullopt;
    return out;
  }

  std::size_t clock(std::size_t i, Draft& draft) {
    if (draft.clock || draft.direct) return i;
    std::size_t next = i;
    bool said_at = word_before_is_at(i);
    if (const Lexeme* l = word(i, Word::at)) {
      next = l->last + 1;
      said_at = true;
      while (const Lexeme* about = word(next, Word::about)) {
        draft.approx = true;
        next = about->last + 1;
      }
    }
    const bool dated = draft.dated() || draft.part.has_value() || draft.approx;
    const auto found = clock_at(next, said_at, dated);
    if (!found) return i;
    // A bare hour ("fem") is a clock only after "kl." or beside a day: "i går 10" is, "37" is not.
    if (!found->strong && !found->clock.exact) {
      const bool beside_day = date_follows(found->next);
      if (!(beside_day && !tokens_[next].number) && !(draft.approx && beside_day)) return i;
    }
    if (word(found->next, Word::unit) != nullptr && !found->clock.exact && !said_at) return i;
    draft.clock = found->clock;
    draft.strong = draft.strong || found->strong;
    return found->next;
  }
  bool date_follows(std::size_t i) const {
    for (const std::size_t at : {i, link(i) != nullptr ? i + 1 : i})
      for (const Word kind : {Word::day, Word::day_part, Word::part, Word::weekday})
        if (word(at, kind) != nullptr) return true;
    return false;
  }

  // "mellem kl. 2 og 6", "between 10 and 12", "8-9" after kl., "fra 10 til 12"
  std::size_t clock_range(std::size_t i, Draft& draft) {
    if (draft.clock || draft.direct) return i;
    std::size_t next = i;
    const Lexeme* between = word(i, Word::between);
    const Lexeme* from = word(i, Word::from);
    if (between != nullptr) {
      next = between->last + 1;
    } else if (from != nullptr) {
      next = from->last + 1;
    }
    bool said_at = word_before_is_at(i);
    if (const Lexeme* l = word(next, Word::at)) {
      next = l->last + 1;
      said_at = true;
    }
    const bool dated = draft.dated() || draft.part.has_value();
    const auto first = clock_at(next, said_at || between != nullptr, dated);
    if (!first) return i;
    std::size_t after = first->next;
    const bool dash = after < tokens_.size() && tokens_[after].number && tokens_[after].mark == '-';
    if (between != nullptr
            ? word(after, Word::both) == nullptr && !dash
            : !(dash && said_at) && !(from != nullptr && (word(after, Word::until) || word(after, Word::to))))
      return i;
    if (!dash) ++after;
    bool said_second = false;
    if (const Lexeme* l = word(after, Word::at)) {
      after = l->last + 1;
      said_second = true;
    }
    const auto second = clock_at(after, true, true);
    if (!second) return i;
    // "mellem 20 og 30 personer" is a count: a range of hours needs "kl.", minutes, or a day beside it.
    const bool exact = first->clock.exact || second->clock.exact;
    if (!said_at && !said_second && !exact && !dated && !date_follows(second->next)) return i;
    draft.clock = first->clock;
    draft.clock_to = second->clock;
    if (draft.clock_to->minute <= draft.clock->minute && draft.clock_to->minute + 720 > draft.clock->minute &&
        draft.clock_to->twelve)
      draft.clock_to->minute += 720;
    draft.strong = true;
    return second->next;
  }

  // --- the pieces become one span ----------------------------------------------------------------------------------
  std::optional<TimeFound> resolve(Draft& draft) const {
    TimeFound out;
    out.since = draft.since || draft.from;
    out.until = draft.until;
    out.weak = !draft.strong;
    out.rule = draft.rule != nullptr ? std::string(tag(draft.locale)) + "/moment: " + std::string(draft.rule->name)
                                     : std::string("any/moment: ") + (draft.clock ? "10.30" : "12/11");
    if (draft.direct) {
      out.when = *draft.direct;
      return out;
    }
    if (draft.before && draft.part == Part::after_lunch) draft.part = Part::lunch;
    if (draft.clock) {
      CivilDate day = draft.day ? *draft.day : draft.span ? draft.span->first : today_;
      const auto moment = [&](Clock clock) {
        int minute = clock.minute;
        CivilDate on = day;
        const Part part = draft.part.value_or(Part::none);
        const Window window = window_of(part);
        if (part == Part::night) {
          if (minute >= 18 * 60) {
            on = shift(on, -1);
          } else if (clock.twelve && minute >= 8 * 60 && minute < 12 * 60) {
            on = shift(on, -1);
            minute += 720;
          }
        } else if (part != Part::none && minute < window.from && minute < 720 && minute + 720 < window.to) {
          minute += 720;
        }
        return midnight(on) + minutes(minute);
      };
      LocalTime at = moment(*draft.clock);
      if (!draft.day && !draft.span) {
        if (at > now_) {
          day = shift(today_, -1);
          at = moment(*draft.clock);
        } else if (draft.clock->twelve && !draft.part && draft.clock->minute < 7 * 60 && at + minutes(720) <= now_) {
          at += minutes(720);  // "halv to" said at three in the afternoon
        }
      } else if (draft.clock->twelve && !draft.part && draft.clock->minute < 6 * 60 + 30 && at + minutes(720) <= now_) {
        at += minutes(720);  // "kvarter i to i dag": office hours
      }
      const Precision precision = draft.clock->exact ? Precision::minute : Precision::hour;
      out.when = {at, at + (draft.clock->exact ? minutes(1) : minutes(60)), precision, draft.approx, false};
      if (draft.clock_to) {
        LocalTime to = moment(*draft.clock_to);
        if (to <= at) to += days(1);
        out.when.to = to;
        out.when.precision = Precision::range;
      }
      return out;
    }
    if (draft.part) {
      const Part part = *draft.part;
      const Window window = window_of(part);
      CivilDate day = draft.day ? *draft.day : draft.span ? draft.span->first : today_;
      // "Monday night" is the night that follows Monday, "natten til mandag" the one before.
      if (!draft.day && !draft.span && midnight(day) + minutes(window.from) > now_) day = shift(day, -1);
      out.when = {midnight(day) + minutes(window.from), midnight(day) + minutes(window.to), Precision::range,
                  draft.approx, false};
      if (part == Part::noon || part == Part::midnight) out.when.precision = Precision::hour;
      return out;
    }
    if (draft.day) {
      out.when = {midnight(*draft.day), midnight(shift(*draft.day, 1)), Precision::day, draft.approx, false};
      return out;
    }
    out.when = {midnight(draft.span->first), midnight(draft.span->second), draft.span_precision, draft.approx, false};
    return out;
  }

  const Tokens& tokens_;
  LocaleSet locales_;
  const Context& context_;
  LocalTime now_;
  CivilDate today_;
  std::vector<std::vector<Lexeme>> at_;
};

}  // namespace

std::vector<TimeFound> find_times(const Tokens& tokens, const std::vector<Match>& matches, LocaleSet locales,
                                  const Context& context) {
  return Reader(tokens, matches, locales, context).all();
}

}  // namespace varsel::intents
