#include "intents/reading.h"

#include <algorithm>

#include "intents/classifier/model.h"

namespace varsel::intents {

std::string_view name_of(Theme theme) {
  static constexpr std::array<std::string_view, kThemes> names{
      "intent",      "breach_kind",     "data_category", "data_subject",  "recipient",   "measure",
      "contained",   "encrypted",       "certainty",     "ongoing",       "consequence", "discoverer",
      "nature",      "others_affected", "topic",         "language",      "negation",    "moment",
      "moment_role", "quantity",        "counted",       "count_unknown", "single",      "field"};
  return names[static_cast<std::size_t>(theme)];
}

std::string rule_of(const Match& match) {
  std::string out;
  out += tag(match.locale);
  out += '/';
  out += name_of(static_cast<Theme>(match.theme));
  out += ": ";
  out += match.row->name;
  return out;
}

namespace {

// A question, a command or small talk tells of nothing.
LearnedKind learned_kind(const Tokens& tokens) {
  const FeatureLine line = features_of(tokens);
  const Probabilities intents = probabilities(intent_model(), line);
  const float told = intents[static_cast<std::size_t>(Intent::report_breach)] +
                     intents[static_cast<std::size_t>(Intent::suspect_phishing)];
  if (told < 0.4F) return {};
  const Probabilities kinds = probabilities(kind_model(), line);
  const auto best = static_cast<std::size_t>(std::ranges::max_element(kinds) - kinds.begin());
  return {vocabulary::kBreachKinds[best], static_cast<double>(kinds[best])};
}

}  // namespace

void read(Reading& reading) {
  reading.learned = learned_kind(reading.tokens);
  reading.matches = engine().match(reading.tokens, reading.words);
  for (const Match& match : reading.matches) reading.by_theme[match.theme].push_back(&match);
  reading.times = find_times(reading.tokens, reading.matches, reading.numbers, reading.context);
}

bool Reading::negated(std::size_t first, std::size_t last) const {
  constexpr std::size_t kReach = 4;  // "ikke noget cpr eller adresse"
  for (const Match* match : of(Theme::negation)) {
    if (match->last > last || !tokens.together(match->first, first)) continue;
    if (match->first >= first && match->first <= last) return true;
    if (match->last >= first || first - match->last > kReach + 1) continue;
    bool same_clause = true;
    for (std::size_t i = match->last + 1; i <= first && same_clause; ++i) {
      const std::string_view key = tokens[i].key;
      same_clause =
          !(key == "men" || key == "but" || key == "kun" || key == "berre" || key == "only" || key == "bare") &&
          !(tokens[i].mark == ',' || tokens[i].mark == ':' || tokens[i].mark == '-');
    }
    if (same_clause) return true;
  }
  return false;
}

}  // namespace varsel::intents
