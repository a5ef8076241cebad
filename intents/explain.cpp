#include "intents/explain.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

#include "intents/classifier/model.h"
#include "intents/masking.h"
#include "intents/reading.h"

namespace varsel::intents {
namespace {

constexpr std::size_t kLikeliest = 3;
constexpr std::size_t kStrongest = 6;

std::string two_digits(float value) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%.2f", static_cast<double>(value));
  return out.data();
}

std::vector<std::string> rules_in(const Tokens& tokens, LocaleSet languages) {
  std::vector<Match> matches = engine().match(tokens, languages);
  std::ranges::stable_sort(matches, {}, &Match::first);
  std::vector<std::string> lines;
  for (const Match& match : matches)
    lines.push_back(std::to_string(tokens[match.first].start) + "-" + std::to_string(tokens[match.last].end) + " " +
                    rule_of(match) + " [" + std::string(match.row->code) + "]");
  return lines;
}

std::vector<std::string> learned_of(const Tokens& tokens) {
  const FeatureLine line = features_of(tokens);
  const Probabilities learned = probabilities(intent_model(), line);
  std::array<std::size_t, kIntents> order{};
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return learned[a] > learned[b]; });
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < kLikeliest; ++i) {
    const auto intent = static_cast<Intent>(order[i]);
    std::string said = std::string(to_string(intent)) + " " + two_digits(learned[order[i]]) + ":";
    std::string_view separator = " ";
    for (const Reason& reason : reasons(intent_model(), line, order[i], kStrongest)) {
      said.append(separator).append("'").append(reason.feature).append("' ").append(two_digits(reason.weight));
      separator = ", ";
    }
    lines.push_back(std::move(said));
  }
  return lines;
}

}  // namespace

Explanation explain(std::string_view text, const Context& context) {
  const Understanding understood = understand(text, context);
  Tokens tokens{understood.text};
  for (const Sensitive& s : find_sensitive(understood.text)) tokens.hide(s.start, s.end);
  return {rules_in(tokens, understood.tongue == Tongue::sv ? kEvery : kConversational), learned_of(tokens)};
}

}  // namespace varsel::intents
