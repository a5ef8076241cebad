#include "intents/explain.h"

#include <algorithm>

#include "intents/masking.h"
#include "intents/reading.h"

namespace varsel::intents {

std::vector<std::string> explain(std::string_view text, const Context& context) {
  const Understanding understood = understand(text, context);
  Tokens tokens{understood.text};
  for (const Sensitive& s : find_sensitive(understood.text)) tokens.hide(s.start, s.end);
  std::vector<Match> matches = engine().match(tokens, understood.tongue == Tongue::sv ? kEvery : kConversational);
  std::ranges::stable_sort(matches, {}, &Match::first);
  std::vector<std::string> lines;
  for (const Match& match : matches)
    lines.push_back(std::to_string(tokens[match.first].start) + "-" + std::to_string(tokens[match.last].end) + " " +
                    rule_of(match) + " [" + std::string(match.row->code) + "]");
  return lines;
}

}  // namespace varsel::intents
