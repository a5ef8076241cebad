#include "intents/durations.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "intents/numbers.h"

namespace varsel::intents {
namespace {

using Phrase = std::vector<std::string>;  // folded words

struct Unit {
  std::string key;
  TimeUnit unit = TimeUnit::second;
  double amount = 1;
};
struct Offset {
  Phrase words;
  TimeUnit unit = TimeUnit::day;
  double amount = 0;
};

struct Words {
  std::vector<Unit> units;  // by key
  std::vector<Offset> offsets;
  std::vector<Phrase> ago, ago_before, ahead, from_now, about, fillers;
  std::vector<std::string> articles;
  std::string joiner;
};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Phrase phrase(std::string_view words) {
  Phrase out;
  for (const std::string_view word : split(words, ' ')) out.push_back(fold(word));
  return out;
}

// Longer phrases first: "fra nu af" before "fra nu".
std::vector<Phrase> phrases(std::string_view alternatives) {
  std::vector<Phrase> out;
  for (const std::string_view alternative : split(alternatives, '|')) out.push_back(phrase(alternative));
  std::ranges::stable_sort(out, std::greater{}, &Phrase::size);
  return out;
}

Words prepare(const Language& language) {
  const TimeSpans& rows = language.spans;
  Words words;
  for (const UnitWord& row : rows.units)
    for (const std::string_view word : split(row.words, '|')) words.units.push_back({fold(word), row.unit, row.amount});
  std::ranges::stable_sort(words.units, {}, &Unit::key);
  for (const OffsetPhrase& row : rows.offsets)
    for (const std::string_view alternative : split(row.words, '|'))
      words.offsets.push_back({phrase(alternative), row.unit, row.amount});
  std::ranges::stable_sort(words.offsets, std::greater{}, [](const Offset& offset) { return offset.words.size(); });
  words.ago = phrases(rows.ago);
  words.ago_before = phrases(rows.ago_before);
  words.ahead = phrases(rows.ahead);
  words.from_now = phrases(rows.from_now);
  words.about = phrases(rows.about);
  words.fillers = phrases(rows.fillers);
  for (const std::string_view article : language.numerals.articles) words.articles.push_back(fold(article));
  words.joiner = fold(language.numerals.joiner);
  return words;
}

const Words& words_of(Tongue tongue) {
  static const std::vector<Words> all = [] {
    std::vector<Words> out(8);
    for (const Language& language : languages()) out[static_cast<std::size_t>(language.locale)] = prepare(language);
    return out;
  }();
  return all[static_cast<std::size_t>(tongue)];
}

// A part of a unit is told in the next smaller one. A month has 30 days there: nobody says "one and a half month ago"
// and means an hour of a day.
struct Smaller {
  TimeUnit unit;
  double times;
};
Smaller smaller(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return {TimeUnit::second, 1};
    case TimeUnit::minute:
      return {TimeUnit::second, 60};
    case TimeUnit::hour:
      return {TimeUnit::minute, 60};
    case TimeUnit::day:
      return {TimeUnit::hour, 24};
    case TimeUnit::week:
      return {TimeUnit::day, 7};
    case TimeUnit::month:
      return {TimeUnit::day, 30};
    case TimeUnit::quarter:
      return {TimeUnit::month, 3};
    case TimeUnit::year:
      return {TimeUnit::month, 12};
  }
  return {TimeUnit::second, 1};
}

void add(TimeSpan& span, TimeUnit unit, double value) {
  constexpr double kTiny = 1e-9;
  const double whole = unit == TimeUnit::second ? value : std::floor(value + kTiny);
  auto& part = span.parts[static_cast<std::size_t>(unit)];
  if (whole > 0 || value == 0 || unit == TimeUnit::second) part = part.value_or(0) + whole;
  const double rest = value - whole;
  if (unit != TimeUnit::second && rest > kTiny) add(span, smaller(unit).unit, rest * smaller(unit).times);
}

class Reader {
 public:
  Reader(const Tokens& tokens, Tongue tongue, bool whole_phrase)
      : tokens_(tokens), words_(words_of(tongue)), numbers_(only(tongue)), whole_phrase_(whole_phrase) {}

  std::optional<TimeSpan> duration(std::size_t at) const {
    TimeSpan span;
    span.first = at;
    std::size_t next = at;
    constexpr int kMostHedges = 3;
    for (int i = 0; i < kMostHedges; ++i) {
      const std::size_t after = skip(words_.about, next);
      if (after == next) break;
      span.approx = true;
      next = after;
    }
    std::optional<TimeUnit> last_unit;
    while (next < tokens_.size()) {
      std::size_t at_item = next;
      if (last_unit && tokens_.key(next) == words_.joiner) ++at_item;
      const auto item = item_at(at_item);
      if (!item || (last_unit && item->unit >= *last_unit)) break;
      if (last_unit && !goes_on(next)) break;
      add(span, item->unit, item->value);
      span.approx = span.approx || item->approx;
      span.last = item->last;
      last_unit = item->unit;
      next = item->last + 1;
    }
    if (!last_unit) return std::nullopt;
    if (*last_unit == TimeUnit::hour) minutes_after(span);
    const std::size_t after = skip(words_.fillers, span.last + 1);
    if (after > span.last + 1 && goes_on(span.last + 1)) span.last = after - 1;
    return span;
  }

  std::optional<TimeSpan> offset(std::size_t at) const {
    for (const Offset& offset : words_.offsets) {
      if (!starts(offset.words, at)) continue;
      TimeSpan span;
      span.parts[static_cast<std::size_t>(offset.unit)] = offset.amount;
      span.first = at;
      span.last = at + offset.words.size() - 1;
      return span;
    }
    const std::size_t after_before = skip(words_.ago_before, at), after_ahead = skip(words_.ahead, at);
    if (after_ahead > at) {
      auto span = duration(after_ahead);
      if (!span) return std::nullopt;
      span->first = at;
      return span;
    }
    auto span = duration(after_before);
    if (!span) return std::nullopt;
    span->first = at;
    if (!goes_on(span->last + 1)) return std::nullopt;
    if (const std::size_t after = skip(words_.ago, span->last + 1); after > span->last + 1) {
      for (auto& part : span->parts)
        if (part && *part != 0) part = -*part;
      span->last = after - 1;
      return span;
    }
    if (after_before > at) return std::nullopt;
    if (const std::size_t after = skip(words_.from_now, span->last + 1); after > span->last + 1) {
      span->last = after - 1;
      return span;
    }
    return std::nullopt;
  }

 private:
  struct Item {
    TimeUnit unit = TimeUnit::second;
    double value = 0;
    std::size_t last = 0;
    bool approx = false;
  };

  bool starts(const Phrase& words, std::size_t at) const {
    if (at + words.size() > tokens_.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Token& token = tokens_[at + i];
      if (token.opaque || token.key != words[i]) return false;
      if (i > 0 && (token.mark != 0 || !tokens_.together(at, at + i))) return false;
    }
    return true;
  }
  std::size_t skip(const std::vector<Phrase>& alternatives, std::size_t at) const {
    for (const Phrase& words : alternatives)
      if (starts(words, at)) return at + words.size();
    return at;
  }
  bool article(std::size_t at) const {
    return at < tokens_.size() && std::ranges::find(words_.articles, tokens_[at].key) != words_.articles.end();
  }
  // Whether what stands at `at` belongs to what is before it: a comma may, and the stop of an abbreviation ("1 s.
  // siden").
  bool goes_on(std::size_t at) const {
    if (at >= tokens_.size() || at == 0) return at > 0;
    const Token& token = tokens_[at];
    if (token.opaque) return false;
    if (token.mark == '.') return tokens_[at - 1].key.size() <= 4;
    return (token.mark == 0 || token.mark == ',') && tokens_.together(at - 1, at);
  }

  const Unit* unit_at(std::size_t at) const {
    if (at >= tokens_.size() || tokens_[at].number || tokens_[at].opaque) return nullptr;
    const std::string_view key = tokens_[at].key;
    const auto it =
        std::ranges::lower_bound(words_.units, key, {}, [](const Unit& unit) { return std::string_view(unit.key); });
    return it != words_.units.end() && it->key == key ? &*it : nullptr;
  }

  // The unit a number before `at` counts: next to it, behind a hyphen, or behind "hele", "more".
  const Unit* counted_unit(std::size_t& at) const {
    if (at >= tokens_.size() || !tokens_.together(at - 1, at)) return nullptr;
    if (tokens_[at].mark != 0 && tokens_[at].mark != '-' && sign_before(at) == 0) return nullptr;
    std::size_t next = at;
    if (const Unit* unit = unit_at(next)) {
      if (unit->key.size() == 1 && !tokens_[at - 1].number) return nullptr;
      return unit;
    }
    next = skip(words_.fillers, at);
    if (next == at) return nullptr;
    const Unit* unit = unit_at(next);
    if (unit == nullptr || unit->key.size() == 1 || tokens_[next].mark != 0) return nullptr;
    at = next;
    return unit;
  }

  // ½ ¼ ¾ before the token: they are no letters, and stand between the tokens.
  double sign_before(std::size_t at) const {
    std::string_view before = tokens_.text().substr(0, tokens_[at].start);
    if (before.ends_with(' ')) before.remove_suffix(1);
    if (before.ends_with("\xC2\xBD")) return 0.5;
    if (before.ends_with("\xC2\xBC")) return 0.25;
    if (before.ends_with("\xC2\xBE")) return 0.75;
    return 0;
  }

  std::optional<Item> item_at(std::size_t at) const {
    if (at >= tokens_.size() || tokens_[at].opaque) return std::nullopt;
    if (const auto item = part_of_unit(at)) return item;
    if (const auto item = number_of_units(at)) return item;
    const Unit* unit = unit_at(at);
    if (unit == nullptr) return std::nullopt;
    if (const double sign = sign_before(at); sign > 0) return Item{unit->unit, sign * unit->amount, at, false};
    // "halvtime siden" needs no number.
    const bool complete = (unit->unit == TimeUnit::minute && unit->amount >= 30) || unit->unit == TimeUnit::month;
    if (!complete || unit->amount == 1) return std::nullopt;
    return Item{unit->unit, unit->amount, at, false};
  }

  // "halv time", "half an hour", "three quarters of an hour", "one and two quarters hour".
  std::optional<Item> part_of_unit(std::size_t at) const {
    double whole = 0, count = 1;
    std::size_t next = at;
    if (!part_at(next)) {
      const auto number = number_at(tokens_, next, numbers_);
      if (!number) return std::nullopt;
      count = number->value;
      next = number->last + 1;
      if (tokens_.key(next) == words_.joiner) {
        whole = count;
        count = 1;
        ++next;
        if (article(next) && part_at(next + 1)) {
          ++next;
        } else if (const auto more = part_at(next) ? std::nullopt : number_at(tokens_, next, numbers_)) {
          count = more->value;
          next = more->last + 1;
        }
      }
    }
    const auto part = part_at(next);
    if (!part || !tokens_.together(at, next)) return std::nullopt;
    next = part->last + 1;
    if (tokens_.key(next) == "of") ++next;
    if (article(next)) ++next;
    const Unit* unit = unit_at(next);
    if (unit == nullptr || unit->key.size() == 1 || tokens_[next].mark != 0 || !tokens_.together(at, next))
      return std::nullopt;
    return Item{unit->unit, (whole + count * part->value) * unit->amount, next, false};
  }

  // "half", "quarter", "1/2".
  std::optional<Number> part_at(std::size_t at) const {
    if (const auto word = fraction_at(tokens_, at, numbers_)) return word;
    if (at + 1 >= tokens_.size() || !tokens_[at].number || !tokens_[at + 1].number || !tokens_[at + 1].glued ||
        tokens_[at + 1].mark != '/')
      return std::nullopt;
    const std::int64_t over = tokens_[at].value, under = tokens_[at + 1].value;
    if (over <= 0 || under <= over) return std::nullopt;
    return Number{static_cast<double>(over) / static_cast<double>(under), at, at + 1, false, false};
  }

  std::optional<Item> number_of_units(std::size_t at) const {
    double value = 0;
    std::size_t next = at;
    bool vague = false, is_article = false;
    if (const auto ratio = digits_with_other_mark(at)) {
      value = ratio->value;
      next = ratio->last + 1;
    } else if (const auto number = number_at(tokens_, at, numbers_)) {
      value = number->value;
      next = number->last + 1;
      is_article = number->article;
    }
    std::size_t at_unit = next;
    const Unit* unit = next > at ? counted_unit(at_unit) : nullptr;
    if (unit == nullptr) {
      const auto few = vague_at(tokens_, at, numbers_);
      if (!few) return std::nullopt;
      value = few->value;
      vague = few->value > 1;
      at_unit = few->last + 1;
      unit = counted_unit(at_unit);
    }
    if (unit == nullptr) return std::nullopt;
    // "en timer" is a kitchen timer.
    if (is_article && tokens_[at_unit].key == "timer") return std::nullopt;
    Item item{unit->unit, value * unit->amount, at_unit, vague};
    part_behind(item, *unit);
    return item;
  }

  // "1/2h", "1.5 timer": not the decimal mark of the language, but no date or clock either before a unit.
  std::optional<Number> digits_with_other_mark(std::size_t at) const {
    if (!tokens_[at].number || at + 2 >= tokens_.size() || !tokens_[at + 1].number || !tokens_[at + 1].glued)
      return std::nullopt;
    const Token &first = tokens_[at], &second = tokens_[at + 1];
    if (first.value < 0 || second.value < 0 || unit_at(at + 2) == nullptr) return std::nullopt;
    const double a = static_cast<double>(first.value), b = static_cast<double>(second.value);
    if (second.mark == '/' && second.value > 0) return Number{a / b, at, at + 1, false, false};
    if ((second.mark == '.' || second.mark == ',') && second.key.size() <= 2)
      return Number{a + b / std::pow(10.0, static_cast<double>(second.key.size())), at, at + 1, false, false};
    return std::nullopt;
  }

  // "en time og en halv", "an hour and a half", "two hours and a quarter".
  void part_behind(Item& item, const Unit& unit) const {
    std::size_t next = item.last + 1;
    if (tokens_.key(next) != words_.joiner || tokens_[next].mark != 0) return;
    ++next;
    if (article(next)) ++next;
    const auto part = fraction_at(tokens_, next, numbers_);
    if (!part || part->value >= 1 || unit_at(next + 1) != nullptr || tokens_.key(next + 1) == "of") return;
    item.value += part->value * unit.amount;
    item.last = next;
  }

  // "2h30", and "1 hour thirty" where the phrase ends.
  void minutes_after(TimeSpan& span) const {
    std::size_t next = span.last + 1;
    if (next >= tokens_.size()) return;
    const bool glued = tokens_[next].number && tokens_[next].glued && tokens_[next].mark == 0;
    if (!glued && !whole_phrase_) return;
    if (tokens_[next].key == words_.joiner) ++next;
    const auto minutes = number_at(tokens_, next, numbers_);
    if (!minutes || minutes->value >= 60 || minutes->article) return;
    if (!glued && minutes->last + 1 != tokens_.size()) return;
    add(span, TimeUnit::minute, minutes->value);
    span.last = minutes->last;
  }

  const Tokens& tokens_;
  const Words& words_;
  LocaleSet numbers_;
  bool whole_phrase_;
};

using Read = std::optional<TimeSpan> (Reader::*)(std::size_t) const;

// The longest reading among the languages.
std::optional<TimeSpan> longest(const Tokens& tokens, std::size_t at, LocaleSet locales, Read read) {
  std::optional<TimeSpan> best;
  for (const Tongue tongue : kTongues) {
    if ((locales & only(tongue)) == 0) continue;
    const auto span = (Reader(tokens, tongue, false).*read)(at);
    if (span && (!best || span->last > best->last)) best = span;
  }
  return best;
}

std::optional<TimeSpan> only_one(const Tokens& tokens, Tongue tongue, Read read) {
  const Reader reader(tokens, tongue, true);
  std::optional<TimeSpan> found;
  for (std::size_t i = 0; i < tokens.size();) {
    const auto span = (reader.*read)(i);
    if (!span) {
      ++i;
      continue;
    }
    if (found) return std::nullopt;
    found = span;
    i = span->last + 1;
  }
  return found;
}

}  // namespace

std::string_view to_string(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::second:
      return "second";
    case TimeUnit::minute:
      return "minute";
    case TimeUnit::hour:
      return "hour";
    case TimeUnit::day:
      return "day";
    case TimeUnit::week:
      return "week";
    case TimeUnit::month:
      return "month";
    case TimeUnit::quarter:
      return "quarter";
    case TimeUnit::year:
      return "year";
  }
  return "second";
}

std::optional<TimeSpan> duration_at(const Tokens& tokens, std::size_t at, LocaleSet locales) {
  return longest(tokens, at, locales, &Reader::duration);
}

std::optional<TimeSpan> offset_at(const Tokens& tokens, std::size_t at, LocaleSet locales) {
  return longest(tokens, at, locales, &Reader::offset);
}

std::optional<TimeSpan> duration_of(const Tokens& tokens, Tongue tongue) {
  // 1" and 1' are written like inches and feet: read only where nothing else stands.
  if (tokens.size() == 1 && tokens[0].number && tokens[0].value >= 0) {
    const std::string_view sign = tokens.text().substr(tokens[0].end);
    const bool seconds = sign == "\"" || sign == "''" || sign == "\xE2\x80\xB3";
    if (seconds || sign == "'" || sign == "\xE2\x80\xB2") {
      TimeSpan span;
      add(span, seconds ? TimeUnit::second : TimeUnit::minute, static_cast<double>(tokens[0].value));
      return span;
    }
  }
  return only_one(tokens, tongue, &Reader::duration);
}

std::optional<TimeSpan> offset_of(const Tokens& tokens, Tongue tongue) {
  return only_one(tokens, tongue, &Reader::offset);
}

}  // namespace varsel::intents
