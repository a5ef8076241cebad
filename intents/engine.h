// The matcher: rows of words and patterns, compiled once, run over the tokens of a message. It knows no language.
//
// A pattern is words with blanks between, compared by key (tokens.h):
//   sendt|sendte      one of these words          journal*  *journal  *journal*   begins, ends with, contains
//   =før              exactly this spelling       #         a number in digits
//   <wrong>           a word set of the language  word?     may be missing
//   a b   a .. b   a ... b                        next to each other / at most 4 words between / same sentence
//   a & b             both in the same sentence, in any order
//   !word             not anywhere in the sentence
//   ^ $               the message begins / ends here
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intents/tokens.h"
#include "intents/tongue.h"

namespace varsel::intents {

// One row: what it means, and the words. `name` is an example of what people say; without a pattern it is the pattern.
struct Row {
  std::string_view code;
  std::string_view name;
  std::string_view pattern = {};
};

struct RowTable {
  Tongue locale = Tongue::en;
  std::uint16_t theme = 0;
  std::span<const Row> rows;
};

struct WordSet {
  Tongue locale = Tongue::en;
  std::string_view name;
  std::string_view words;  // alternatives: "forkert|forkerte|feil*"
};

struct Match {
  const Row* row = nullptr;
  Tongue locale = Tongue::en;
  std::uint16_t theme = 0;
  std::uint16_t weight = 0;  // how many words had to be there: the more, the more specific
  std::size_t first = 0;     // tokens [first, last]
  std::size_t last = 0;
};

class Engine {
 public:
  // Throws std::logic_error on a pattern that is not well formed: a mistake in the rows, found by every test.
  Engine(std::span<const RowTable> tables, std::span<const WordSet> sets);
  ~Engine();
  Engine(Engine&&) noexcept;
  // Every place where a row of the given languages matches, in row order.
  [[nodiscard]] std::vector<Match> match(const Tokens& tokens, LocaleSet locales) const;

 private:
  struct Body;
  std::unique_ptr<const Body> body_;
};

}  // namespace varsel::intents
