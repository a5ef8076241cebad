// Which of the understood languages a short text is written in: words and spellings that its neighbours do not have.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "intents/reading.h"

namespace varsel::intents {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
// Lower-case word -> the languages that have it.
using Marks = std::unordered_map<std::string, LocaleSet, Hash, std::equal_to<>>;

const Marks& marks() {
  static const Marks all = [] {
    Marks out;
    for (const Language& language : languages())
      for (const std::string_view word : language.marks) out[std::string(word)] |= only(language.locale);
    return out;
  }();
  return all;
}

// Letters that belong to digits: of a receipt number ("V-2026-AM5T-9"), a code, a case number. "AM" is no English
// there.
bool of_a_code(const Tokens& tokens, std::size_t i) {
  const auto tied = [](const Token& token) { return token.glued && (token.mark == 0 || token.mark == '-'); };
  std::size_t first = i;
  while (first > 0 && tied(tokens[first])) --first;
  for (std::size_t at = first; at < tokens.size() && (at == first || tied(tokens[at])); ++at)
    if (tokens[at].number) return true;
  return false;
}

}  // namespace

DetectedLanguage detect_language(const Tokens& tokens, Tongue so_far) {
  std::array<double, 8> score{};
  constexpr double kCertainlySwedish = 3.0;
  constexpr std::size_t kEnough = 200;  // words; a language shows itself long before
  std::size_t words = 0;
  for (std::size_t i = 0; i < std::min(tokens.size(), kEnough); ++i) {
    const Token& token = tokens[i];
    if (token.number || token.opaque || of_a_code(tokens, i)) continue;
    ++words;
    if (const auto it = marks().find(token.lower); it != marks().end()) {
      const int shared = __builtin_popcount(it->second);
      for (const Tongue locale : kTongues)
        if ((it->second & only(locale)) != 0) score[static_cast<std::size_t>(locale)] += shared == 1 ? 2.0 : 1.0;
      continue;
    }
    const auto has = [&](std::string_view letter) { return token.lower.find(letter) != std::string_view::npos; };
    // æ and ø are Danish and Norwegian, ä and ö Swedish, å all of them: none is English.
    if (has("\xC3\xA6") || has("\xC3\xB8") || has("\xC3\xA5"))
      for (const Tongue locale : {Tongue::da, Tongue::nb, Tongue::nn}) score[static_cast<std::size_t>(locale)] += 0.5;
    if (has("\xC3\xA4"))
      score[static_cast<std::size_t>(Tongue::sv)] += 1.0;
    else if (has("\xC3\xB6") || has("\xC3\xA5"))
      score[static_cast<std::size_t>(Tongue::sv)] += 0.5;
  }
  // Names like Björn and Åsa stand in Danish and Norwegian texts: Swedish must show itself by two of its own words.
  auto& swedish = score[static_cast<std::size_t>(Tongue::sv)];
  if (swedish < kCertainlySwedish) swedish = 0;
  Tongue best = so_far;
  for (const Tongue locale : kTongues)
    if (score[static_cast<std::size_t>(locale)] > score[static_cast<std::size_t>(best)]) best = locale;
  const double top = score[static_cast<std::size_t>(best)];
  double second = 0;
  for (const Tongue locale : kTongues)
    if (locale != best) second = std::max(second, score[static_cast<std::size_t>(locale)]);
  if (top == 0) return {so_far, 0};
  // Two distinctive words without a rival are clear; one is a hint; a rival takes away.
  const double confidence = std::clamp((top - second) / (top + second) * std::min(1.0, top / 3.0), 0.0, 1.0);
  return {best, confidence};
}

}  // namespace varsel::intents
