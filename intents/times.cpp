#include "intents/times.h"

#include <algorithm>

#include "intents/themes.h"
#include "intents/times/resolve.h"

namespace varsel::intents {
namespace {

using times::Phrase;
using times::Said;
using times::Side;
using times::Strength;

std::string rule_of(const Phrase& phrase) {
  if (phrase.rule == nullptr) return std::string("any/moment: ") + (phrase.clock ? "10.30" : "12/11");
  return std::string(tag(phrase.locale)) + "/moment: " + std::string(phrase.rule->name);
}

struct Reader {
  Reader(const Tokens& all, const std::vector<Match>& matches, LocaleSet locales, const Context& context)
      : tokens(all),
        now(context.zone.local(context.now)),
        lexicon(all.size(), matches, locales),
        grammar(all, lexicon, locales, now, calendar),
        resolver(grammar, calendar, now, context.zone) {}

  template <class Use>
  void each(Use&& use) {
    for (std::size_t i = 0; i < tokens.size();) {
      if (!grammar.may_begin(i)) {
        ++i;
        continue;
      }
      calendar.clear();
      const auto said = grammar.at(i);
      if (!said) {
        ++i;
        continue;
      }
      use(*said);
      i = std::max(said->end, i + 1);
    }
  }

  const Tokens& tokens;
  LocalTime now;
  times::Calendar calendar;
  times::Lexicon lexicon;
  times::Grammar grammar;
  times::Resolver resolver;
};

// How many of the words are not part of the time.
std::size_t left_over(const Said& said, const Tokens& tokens) {
  return said.begin + (tokens.size() - std::min(said.end, tokens.size()));
}

}  // namespace

std::vector<TimeFound> find_times(const Tokens& tokens, const std::vector<Match>& matches, LocaleSet locales,
                                  const Context& context) {
  std::vector<TimeFound> out;
  Reader reader(tokens, matches, locales, context);
  const auto keep = [&](const Said& said, const std::optional<times::Reported>& reported, const Phrase& phrase,
                        std::size_t begin, std::size_t end) {
    if (!reported) return;
    TimeFound found;
    found.when = reported->when;
    found.future = reported->future;
    found.doubtful = reported->doubtful;
    found.first = begin;
    found.last = end - 1;
    found.rule = rule_of(phrase);
    found.since = phrase.side == Side::since || (said.second && &phrase == &said.first);
    found.until = phrase.side == Side::until || (said.second && &phrase != &said.first);
    found.since = found.since || (phrase.from_to && context.expecting != Expecting::time);
    found.weak = phrase.strength != Strength::strong;
    out.push_back(std::move(found));
  };
  reader.each([&](const Said& said) {
    if (said.first.strength == Strength::shy && left_over(said, tokens) > 0) return;
    // Asked for one time, a person who gives both ends of it gives a stretch; in a report they are two facts.
    if (!said.second && said.first.from_to && context.expecting != Expecting::time) {
      const auto whole = reader.resolver.reported(said.first);
      if (!whole) return;
      const auto [first, last] = times::Resolver::ends_of(*whole, said.first);
      keep(said, first, said.first, said.begin, said.end);
      keep(said, last, said.first, said.begin, said.end);
      out.back().until = true;
      return;
    }
    if (!said.second) {
      keep(said, reader.resolver.reported(said.first), said.first, said.begin, said.end);
      return;
    }
    // "From yesterday morning until noon today" is when it began and when it ended.
    auto whole = reader.resolver.reported(said);
    if (!whole) return;
    const auto last = reader.resolver.reported(*said.second);
    auto first = reader.resolver.reported(said.first);
    if (first && whole->when.from != first->when.from) {
      const auto length = first->when.to - first->when.from;
      first->when.from = whole->when.from;
      first->when.to = whole->when.from + length;
    }
    keep(said, first, said.first, said.begin, said.first.end);
    keep(said, last, *said.second, said.first.end, said.end);
  });
  return out;
}

std::optional<TimeReading> whole_time(const Tokens& tokens, const std::vector<Match>& matches, LocaleSet locales,
                                      const Context& context) {
  constexpr std::size_t kFillers = 2;  // words that may stand around a time that is not certain to be one
  Reader reader(tokens, matches, locales, context);
  std::optional<TimeReading> best;
  std::size_t length = 0;
  reader.each([&](const Said& said) {
    const std::size_t left = left_over(said, tokens);
    if (said.first.strength == Strength::shy && left > 0) return;
    if (said.first.strength == Strength::weak && left > kFillers) return;
    if (said.end - said.begin <= length) return;
    const auto calendar = reader.resolver.calendar(said);
    const auto reported = reader.resolver.reported(said);
    if (!calendar || !reported) return;
    length = said.end - said.begin;
    best = TimeReading{reported->when, *calendar};
  });
  return best;
}

}  // namespace varsel::intents
