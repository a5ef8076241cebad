// From words to the algebra: reads the time that begins at a token. It knows no language beyond what the rows say.
//
// A time is pieces ("Friday", "the 3rd of March", "half past nine", "in the evening") that are read one after another
// and intersected; every reader tries its piece at a token and the longest wins. Where a time says its direction
// ("next week", "two days ago") the piece is a fixed span already; where it does not, it stays a series and the
// resolver (resolve.h) chooses.
#pragma once
#include <array>
#include <optional>

#include "intents/durations.h"
#include "intents/numbers.h"
#include "intents/times/lexicon.h"
#include "intents/times/series.h"
#include "intents/tokens.h"

namespace varsel::intents::times {

// What a piece says of: no time says the same twice.
enum Field : unsigned {
  kYear = 1u << 0,
  kMonth = 1u << 1,  // a month, a quarter or a season
  kWeek = 1u << 2,
  kWeekend = 1u << 3,
  kDate = 1u << 4,  // a day of the month, a feast, an n-th day: a day that may have a weekday
  kWeekday = 1u << 5,
  kDay = 1u << 6,  // today, 3 March 2015: needs nothing more
  kPart = 1u << 7,
  kClock = 1u << 8,
  kSpan = 1u << 9,  // "the last two weeks", a range: needs and bears nothing more
};

enum class Side : std::uint8_t { at, since, until, before, after };

// How sure it is that a time is spoken of at all.
enum class Strength : std::uint8_t {
  shy,   // "man", "may", "1954": only when it is all that was said
  weak,  // "10.30", "12.11": only when a time was asked for, or little else was said
  strong,
};

// "two hours ago", "in three weeks": a moment at some distance.
struct Distance {
  Grain unit = Grain::minute;
  LocalTime at;
  bool approx = false;
};

struct Phrase {
  struct Constraint {
    int rank = 0;  // coarse to fine
    Calendar::Id id = Calendar::kNone;
  };
  std::array<Constraint, 8> constraints{};
  std::size_t count = 0;
  unsigned fields = 0;
  std::optional<int> part;
  std::optional<Clock> clock, clock_to;
  std::optional<Distance> distance;
  Calendar::Id lasting_from = Calendar::kNone;
  std::optional<std::pair<Grain, int>> lasting;  // "4 pm for 30 minutes"
  std::optional<int> zone;                       // minutes east of UTC: "16 CET"
  Side side = Side::at;
  Strength strength = Strength::weak;
  bool night_before = false;  // "the night to Tuesday"
  bool approx = false;
  bool is_now = false;
  bool ranged = false;   // it has both its ends: "13-15 July"
  bool from_to = false;  // and they are when it began and when it ended: "from 13 to 15 July"
  bool later_passage = false;
  bool by = false;  // from now until then
  const Row* rule = nullptr;
  Tongue locale = Tongue::en;
  std::size_t end = 0;  // the token after the last

  void constrain(int rank, Calendar::Id id, unsigned field) {
    if (count < constraints.size()) constraints[count++] = {rank, id};
    fields |= field;
  }
  void note(const Lexeme& lexeme) {
    if (rule != nullptr) return;
    rule = lexeme.row;
    locale = lexeme.locale;
  }
  [[nodiscard]] bool dated() const { return (fields & ~(kPart | kClock)) != 0; }
};

// One time as said, or the two ends of a range.
struct Said {
  Phrase first;
  std::optional<Phrase> second;  // until then
  std::size_t begin = 0;         // tokens [begin, end)
  std::size_t end = 0;
};

class Grammar {
 public:
  Grammar(const Tokens& tokens, const Lexicon& lexicon, LocaleSet numbers, LocalTime now, Calendar& calendar)
      : tokens_(tokens),
        lexicon_(lexicon),
        numbers_(numbers),
        now_(now),
        calendar_(calendar),
        numbers_at_(tokens.size(), kUnknown) {}

  // Whether a time can begin there at all: at a time word, at digits, at a number in words.
  [[nodiscard]] bool may_begin(std::size_t token) const;
  // The time that begins at the token, read as far as it goes.
  [[nodiscard]] std::optional<Said> at(std::size_t token);
  // The series of a phrase's date alone, and of all of it.
  [[nodiscard]] Calendar::Id date_of(const Phrase& phrase);
  [[nodiscard]] Calendar::Id whole(const Phrase& phrase);

 private:
  using Piece = std::optional<Phrase>;
  struct Amount {
    std::array<std::optional<double>, kTimeUnits> parts;  // by Grain, whose units are those of TimeUnit
    double value = 0;                                     // of the largest unit
    Grain unit = Grain::minute;
    bool whole = false;  // nothing but so many of that unit
    std::size_t end = 0;
    bool approx = false;
  };
  struct Digits {
    std::int64_t value = 0;
    std::size_t end = 0;
  };
  // What stands around a piece changes what a bare number in it may be.
  struct Around {
    bool dated = false;
    bool said_at = false;
    bool part = false;
    bool timed = false;
    bool weekday = false;
    bool approx = false;
    int depth = 0;
  };

  // grammar.cpp: phrases from pieces
  Piece phrase(std::size_t i, int depth);
  Piece piece(std::size_t i, const Around& around);
  bool join(Phrase& into, const Phrase& piece);
  std::size_t passed_over(std::size_t i) const;
  bool goes_on(std::size_t i) const;
  std::size_t range_sign(std::size_t i, bool between) const;
  bool ends_match(const Phrase& first, const Phrase& second) const;
  Piece suffix(Phrase phrase);

  // dates.cpp, named.cpp
  Piece numeric_date(std::size_t i, const Around& around);
  Piece written_date(std::size_t i, const Around& around);
  Piece month_or_year(std::size_t i, const Around& around);
  Piece named(std::size_t i, const Around& around);
  Piece quarter(std::size_t i, const Around& around);
  std::optional<Digits> day_number(std::size_t i) const;
  std::optional<Digits> year_at(std::size_t i, bool after_date) const;
  std::optional<Digits> ordinal(std::size_t i) const;
  Phrase day(LocalTime at) const;

  // relative.cpp, counted.cpp
  Piece now_word(std::size_t i, const Around& around);
  Piece distance(std::size_t i, const Around& around);
  Piece nth(std::size_t i, const Around& around);
  Piece pointed(std::size_t i, const Around& around);
  Piece third(std::size_t i, const Around& around);
  Piece weekdays_hence(std::size_t i, const Around& around);
  Piece far(const Amount& amount, int sign, std::size_t end, const Lexeme& rule) const;
  std::optional<Amount> amount(std::size_t i) const;
  Piece coarse(std::size_t i, int depth);
  Piece unit_series(std::size_t i);

  // clocks.cpp, parts.cpp
  struct ClockAt {
    Clock clock;
    std::size_t end = 0;
    bool strong = false;
    bool said_half = false;  // am or pm was said
    std::optional<int> zone;
    bool approx = false;
  };
  std::optional<ClockAt> clock_at(std::size_t i, bool said_at, bool dated, bool in_range) const;
  std::optional<ClockAt> hour_at(std::size_t i, bool said_at, bool dated, bool in_range) const;
  void after_clock(ClockAt& clock, bool said_at) const;
  std::optional<Digits> small(std::size_t i, int limit) const;
  Piece clock(std::size_t i, const Around& around);
  Piece clock_range(std::size_t i, const Around& around);
  Piece part(std::size_t i, const Around& around);
  Piece night_to(std::size_t i, const Around& around);
  bool date_follows(std::size_t i) const;

  // Small helps.
  bool number_word(std::size_t i) const;
  const Lexeme* word(std::size_t i, Word kind) const { return lexicon_.word(i, kind); }
  std::size_t skip(std::size_t i, Word kind) const {
    const Lexeme* lexeme = word(i, kind);
    return lexeme == nullptr ? i : lexeme->last + 1;
  }
  bool digits(std::size_t i) const { return i < tokens_.size() && tokens_[i].number && tokens_[i].value >= 0; }
  std::size_t width(std::size_t i) const { return tokens_[i].key.size(); }
  // Digits right after a mark: the "30" of "10.30".
  bool follows(std::size_t i, char mark) const {
    return digits(i) && tokens_[i].glued && tokens_[i].mark == mark && tokens_[i].start == tokens_[i - 1].end + 1;
  }
  // A dash stands before it: "13.-17.", "8 - 12 August".
  bool dash_before(std::size_t i) const;
  Phrase fixed(int rank, Span span, unsigned field, const Lexeme& rule, std::size_t end) const;

  const Tokens& tokens_;
  const Lexicon& lexicon_;
  LocaleSet numbers_;
  LocalTime now_;
  Calendar& calendar_;
  // Which tokens begin a number in words: asked by every reader, and not cheap.
  static constexpr char kUnknown = 2;
  mutable std::vector<char> numbers_at_;
};

}  // namespace varsel::intents::times
