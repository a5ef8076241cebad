// Numbers in digits and in words: "1.250", "3,5 tusind", "femoghalvfems", "tolv hundrede", "two hundred and five",
// "to og en halv million", "half a dozen", "2½".
#pragma once
#include <cstddef>
#include <optional>

#include "intents/themes.h"
#include "intents/tokens.h"

namespace varsel::intents {

struct Number {
  double value = 0;       // never negative: a dash before a number in running text is a range
  std::size_t first = 0;  // tokens [first, last]
  std::size_t last = 0;
  bool words = false;    // written in words, at least partly
  bool article = false;  // only "en", "et", "ei", "a": may be one, may be an article
};

// The number that begins at token `at`, read as far as it goes.
[[nodiscard]] std::optional<Number> number_at(const Tokens& tokens, std::size_t at, LocaleSet locales);
// The same without an inverted number: "fem og tyve" is 5 then. For "mellem fem og tyve", where it is two numbers.
[[nodiscard]] std::optional<Number> number_before_joiner(const Tokens& tokens, std::size_t at, LocaleSet locales);
// "third", "tredje", "3rd", "3:e". "3." is not looked at: the caller knows whether a full stop ends a sentence.
[[nodiscard]] std::optional<Number> ordinal_at(const Tokens& tokens, std::size_t at, LocaleSet locales);
// Half, a quarter, a third: "halv", "kvart", "tredjedel".
[[nodiscard]] std::optional<Number> fraction_at(const Tokens& tokens, std::size_t at, LocaleSet locales);

// "et par", "a few", "single": a number, but not said as one. A following "of" belongs to it.
[[nodiscard]] std::optional<Number> vague_at(const Tokens& tokens, std::size_t at, LocaleSet locales);

// A whole phrase as one number, with all that running text is too ambiguous for: signs ("minus five"), spoken years
// ("nineteen sixty"), fractions ("two thirds", "20/100"), vague numbers ("a couple"), and the one number of a sentence
// ("set it to forty two please"). Nothing where there is none, or more than one.
[[nodiscard]] std::optional<double> numeral_of(const Tokens& tokens, Tongue tongue);
[[nodiscard]] std::optional<double> ordinal_of(const Tokens& tokens, Tongue tongue);

}  // namespace varsel::intents
