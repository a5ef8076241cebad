// Numbers in digits and in words: "1.250", "3,5 tusind", "femoghalvfems", "two hundred and five".
#pragma once
#include <cstddef>
#include <optional>

#include "intents/themes.h"
#include "intents/tokens.h"

namespace varsel::intents {

struct Number {
  double value = 0;
  std::size_t first = 0;  // tokens [first, last]
  std::size_t last = 0;
  bool words = false;    // written in words, at least partly
  bool article = false;  // only "en", "et", "ei", "a": may be one, may be an article
};

// The number that begins at token `at`, read as far as it goes.
[[nodiscard]] std::optional<Number> number_at(const Tokens& tokens, std::size_t at, LocaleSet locales);
// "third", "tredje", "3." is not looked at: the caller knows whether a full stop ends a sentence.
[[nodiscard]] std::optional<Number> ordinal_at(const Tokens& tokens, std::size_t at, LocaleSet locales);

}  // namespace varsel::intents
