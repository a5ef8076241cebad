// The noise that people make when they write: typos, capitals, letters that the keyboard does not have, missing blanks,
// polite words around what matters. Deterministic: the same phrase and the same seed give the same noise on every
// machine, which the standard library's distributions do not promise.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/locale.h"

namespace varsel::intents::training {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  // Of a phrase: what is drawn for it does not depend on the phrases before it.
  Random(std::string_view phrase, std::uint64_t variant);
  [[nodiscard]] std::uint64_t next();  // SplitMix64
  [[nodiscard]] std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  [[nodiscard]] bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::uint64_t state_;
};

// æ -> ae or a, ø -> oe or o, å -> aa or a; one manner for the whole text.
[[nodiscard]] std::string without_diacritics(std::string_view text, Random& random);
// One slip of the fingers in one word of four letters or more: two letters swapped, one dropped, doubled, or its
// neighbour on the keyboard hit. A text without such a word comes back as it is.
[[nodiscard]] std::string with_typo(std::string_view text, Random& random);
[[nodiscard]] std::string upper_case(std::string_view text);
[[nodiscard]] std::string without_punctuation(std::string_view text);
// One blank between two words left out.
[[nodiscard]] std::string with_missing_blank(std::string_view text, Random& random);
// "hej, ...", "... tak på forhånd": of the language.
[[nodiscard]] std::string politely(std::string_view text, Locale locale, Random& random);

}  // namespace varsel::intents::training
