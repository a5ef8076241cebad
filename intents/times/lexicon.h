// The time words of a message: the rows of Theme::moment, by the code that stands in the row.
//
// A code is a word of the grammar and what it needs: "weekday 3", "month 11", "feast christmas_eve", "part evening",
// "daypart -1 evening" (yesterday's evening), "unit week", "third 2" (the end of). "shy" at the end of a code means
// that the word is mostly something else ("man", "may", "sun", "søn"): alone it is a time only where it is all that
// was said.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "intents/engine.h"
#include "intents/times/calendar.h"
#include "intents/tongue.h"

namespace varsel::intents::times {

enum class Word : std::uint8_t {
  now,
  day,             // days from today
  day_part,        // days from today, and a part
  part,            // index of a part of the day
  weekday,         // 1 Monday .. 7 Sunday
  past_weekday,    // "i mandags": the one before today
  coming_weekday,  // "på mandag" where that is always the coming one
  month,           // 1 .. 12
  feast,           // index
  season,          // index
  weekend,
  week,          // a number follows or stands before it
  quarter_sign,  // "Q" of "Q3"
  unit,          // Grain, and how many of them: "fortnight" is two weeks
  last,          // "sidste", "forrige"
  current,       // "denne", "this"
  next,
  again,  // "næste fredag igen": the one after
  ago,
  ago_before,  // "for" of "for 2 timer siden"
  in,          // "om 2 timer", "in two hours"
  hence,       // "fra nu", "from now"
  within,
  hour,     // "syvtiden": about that hour
  lasting,  // "for" of "for ten days"
  more,     // "in two more minutes"
  half,
  article,  // "en", "a": one before a unit
  of,       // "of", "i", "af" between an n-th and what it is of
  the,      // before a day of the month
  at,
  past,
  to,    // before an hour: "ti på ni"
  tick,  // "o'clock", "-tiden"
  am,
  pm,
  hour_sign,  // "h" of "15h30"
  ish,
  sharp,
  since,
  until,     // also between the ends of a range
  range_to,  // only there: "to"
  from,
  between,
  both,  // "og" between the ends of a range
  before,
  after,
  by,     // "by the end of the month": from now until then
  third,  // 0 beginning, 1 middle, 2 end of
  edge,   // one word for the beginning (0) or end (2) of this unit: "EOM"
  whole,  // a unit so many from this one: "i fjor" is the year before
  about,
  earlier,  // "earlier", "tidligere": says only that it is past
  link,
  later_passage  // of the hour that the clock shows twice: "winter time", "the second time"
};

struct Lexeme {
  Word word = Word::link;
  int value = 0;
  int more = 0;
  bool shy = false;
  std::size_t first = 0;  // tokens [first, last]
  std::size_t last = 0;
  const Row* row = nullptr;
  Tongue locale = Tongue::en;
};

// What a row's code says; throws std::logic_error on a code that is not well formed, which the tests find.
[[nodiscard]] Lexeme read_code(const Row& row);

class Lexicon {
 public:
  // A text is read with the rows of its neighbours too. Of languages outside `locales` only the words that mean nothing
  // else are kept: "Friday" in a Danish text, but not "at", which is a Danish word as well.
  Lexicon(std::size_t tokens, const std::vector<Match>& matches, LocaleSet locales);
  [[nodiscard]] std::span<const Lexeme> at(std::size_t token) const {
    if (token + 1 >= starts_.size()) return {};
    return std::span(lexemes_).subspan(starts_[token], starts_[token + 1] - starts_[token]);
  }
  // The longest such word that begins there.
  [[nodiscard]] const Lexeme* word(std::size_t token, Word kind) const {
    for (const Lexeme& lexeme : at(token))
      if (lexeme.word == kind) return &lexeme;
    return nullptr;
  }
  [[nodiscard]] bool empty() const { return lexemes_.empty(); }

 private:
  std::vector<Lexeme> lexemes_;  // by first token, the longest first
  std::vector<std::uint32_t> starts_;
};

}  // namespace varsel::intents::times
