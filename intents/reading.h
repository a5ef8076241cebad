// One message being read: its tokens and what the engine found in them, by theme. Shared by all themes.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "intents/engine.h"
#include "intents/themes.h"
#include "intents/times.h"
#include "intents/tokens.h"
#include "intents/understand.h"

namespace varsel::intents {

// The kind of breach that the classifier of kinds hears in a message that the classifier of intents takes for a report.
inline constexpr std::string_view kLearnedKind = "any/breach_kind: learned from the phrases";
struct LearnedKind {
  std::string_view code;  // of vocabulary::kBreachKinds, "" when nothing is told
  double probability = 0;
};

struct Reading {
  Reading(const Tokens& all_tokens, const Context& asked) : tokens(all_tokens), context(asked) {}
  const Tokens& tokens;
  const Context& context;
  Tongue locale = Tongue::en;         // the language that was detected, or the conversation's
  LocaleSet words = kConversational;  // languages whose rows are looked at
  // Languages whose number words are read: "to" is 2 in Danish and no number in English.
  LocaleSet numbers = kConversational;
  std::vector<Match> matches;
  std::array<std::vector<const Match*>, kThemes> by_theme;
  std::vector<TimeFound> times;
  LearnedKind learned;

  [[nodiscard]] const std::vector<const Match*>& of(Theme theme) const {
    return by_theme[static_cast<std::size_t>(theme)];
  }
  // A match of the theme, with this code if given, that begins (or ends) at the token.
  [[nodiscard]] const Match* starting(Theme theme, std::size_t token, std::string_view code = {}) const {
    return where(theme, [&](const Match& m) { return m.first == token && (code.empty() || m.row->code == code); });
  }
  [[nodiscard]] const Match* ending(Theme theme, std::size_t token, std::string_view code = {}) const {
    return where(theme, [&](const Match& m) { return m.last == token && (code.empty() || m.row->code == code); });
  }
  [[nodiscard]] bool in_time(std::size_t token) const {
    for (const TimeFound& time : times)
      if (!time.weak && token >= time.first && token <= time.last) return true;
    return false;
  }
  // Whether "not", "no", "without" governs what stands at [first, last]: before it in the same clause, or inside.
  [[nodiscard]] bool negated(std::size_t first, std::size_t last) const;
  [[nodiscard]] Entity entity(Kind kind, std::size_t first, std::size_t last, EntityValue value, std::string rule,
                              double confidence = 0.9) const {
    return {kind, tokens[first].start, tokens[last].end, std::move(value), std::move(rule), confidence};
  }

 private:
  template <class Test>
  const Match* where(Theme theme, Test&& test) const {
    for (const Match* match : of(theme))
      if (test(*match)) return match;
    return nullptr;
  }
};

[[nodiscard]] std::string_view name_of(Theme theme);
// "da/breach_kind: sendt til forkert modtager"
[[nodiscard]] std::string rule_of(const Match& match);
// Reads the tokens with the engine and the time reader; sets locale and language sets first (language.h).
void read(Reading& reading);

// The themes, each from the same reading.
[[nodiscard]] std::vector<Entity> find_counts(const Reading& reading);
[[nodiscard]] std::vector<Entity> find_facts(const Reading& reading);
// speaks_of_case: no kind of breach was recognised, but data, people or what was done about it is spoken of.
[[nodiscard]] std::vector<Entity> place_times(const Reading& reading, bool tells_of_breach, bool speaks_of_case);
// Whether an entity of the kind states something of a report.
[[nodiscard]] bool is_fact(Kind kind);
[[nodiscard]] std::vector<ScoredIntent> classify(const Reading& reading, const std::vector<Entity>& entities);

struct DetectedLanguage {
  Tongue locale = Tongue::en;
  double confidence = 0;
};
[[nodiscard]] DetectedLanguage detect_language(const Tokens& tokens, Tongue so_far);

}  // namespace varsel::intents
