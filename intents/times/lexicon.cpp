#include "intents/times/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "intents/themes.h"
#include "intents/times/series.h"

namespace varsel::intents::times {
namespace {

constexpr auto kWords = std::to_array<std::pair<std::string_view, Word>>({{"now", Word::now},
                                                                          {"day", Word::day},
                                                                          {"daypart", Word::day_part},
                                                                          {"part", Word::part},
                                                                          {"weekday", Word::weekday},
                                                                          {"pastday", Word::past_weekday},
                                                                          {"nextday", Word::coming_weekday},
                                                                          {"month", Word::month},
                                                                          {"feast", Word::feast},
                                                                          {"season", Word::season},
                                                                          {"weekend", Word::weekend},
                                                                          {"week", Word::week},
                                                                          {"quartersign", Word::quarter_sign},
                                                                          {"unit", Word::unit},
                                                                          {"last", Word::last},
                                                                          {"this", Word::current},
                                                                          {"next", Word::next},
                                                                          {"again", Word::again},
                                                                          {"ago", Word::ago},
                                                                          {"agofor", Word::ago_before},
                                                                          {"in", Word::in},
                                                                          {"hence", Word::hence},
                                                                          {"within", Word::within},
                                                                          {"hour", Word::hour},
                                                                          {"lasting", Word::lasting},
                                                                          {"more", Word::more},
                                                                          {"half", Word::half},
                                                                          {"article", Word::article},
                                                                          {"of", Word::of},
                                                                          {"the", Word::the},
                                                                          {"at", Word::at},
                                                                          {"past", Word::past},
                                                                          {"to", Word::to},
                                                                          {"tick", Word::tick},
                                                                          {"am", Word::am},
                                                                          {"pm", Word::pm},
                                                                          {"hoursign", Word::hour_sign},
                                                                          {"ish", Word::ish},
                                                                          {"sharp", Word::sharp},
                                                                          {"since", Word::since},
                                                                          {"until", Word::until},
                                                                          {"rangeto", Word::range_to},
                                                                          {"from", Word::from},
                                                                          {"between", Word::between},
                                                                          {"both", Word::both},
                                                                          {"before", Word::before},
                                                                          {"after", Word::after},
                                                                          {"by", Word::by},
                                                                          {"third", Word::third},
                                                                          {"edge", Word::edge},
                                                                          {"whole", Word::whole},
                                                                          {"about", Word::about},
                                                                          {"earlier", Word::earlier},
                                                                          {"link", Word::link},
                                                                          {"laterpassage", Word::later_passage}});

struct Unit {
  std::string_view name;
  Grain grain;
  int count;
};
constexpr std::array kUnits = {
    Unit{"second", Grain::second, 1}, Unit{"minute", Grain::minute, 1},   Unit{"fifteen", Grain::minute, 15},
    Unit{"hour", Grain::hour, 1},     Unit{"day", Grain::day, 1},         Unit{"week", Grain::week, 1},
    Unit{"month", Grain::month, 1},   Unit{"quarter", Grain::quarter, 1}, Unit{"year", Grain::year, 1}};

std::vector<std::string_view> words_of(std::string_view code) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= code.size();) {
    const std::size_t end = std::min(code.find(' ', at), code.size());
    if (end > at) out.push_back(code.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

Lexeme read_code(const Row& row) {
  const auto fail = [&] { throw std::logic_error("no such time code: " + std::string(row.code)); };
  Lexeme out;
  out.row = &row;
  std::vector<std::string_view> words = words_of(row.code);
  if (words.size() > 1 && words.back() == "shy") {
    out.shy = true;
    words.pop_back();
  }
  const auto number = [&](std::size_t i) {
    int value = 0;
    if (i >= words.size()) fail();
    const auto [end, error] = std::from_chars(words[i].data(), words[i].data() + words[i].size(), value);
    if (error != std::errc{} || end != words[i].data() + words[i].size()) fail();
    return value;
  };
  const auto index = [&](std::size_t i, auto&& find) {
    if (i >= words.size()) fail();
    const auto found = find(words[i]);
    if (!found) fail();
    return *found;
  };
  const auto unit = [&](std::size_t i) {
    if (i >= words.size()) fail();
    const auto found = std::ranges::find(kUnits, words[i], &Unit::name);
    if (found == kUnits.end()) fail();
    return *found;
  };
  if (words.empty()) fail();
  const auto word = std::ranges::find(kWords, words.front(), &std::pair<std::string_view, Word>::first);
  if (word == kWords.end()) fail();
  out.word = word->second;
  switch (out.word) {
    case Word::day:
    case Word::weekday:
    case Word::past_weekday:
    case Word::coming_weekday:
    case Word::month:
    case Word::season:
    case Word::hour:
    case Word::third:
      out.value = number(1);
      break;
    case Word::next:
      if (words.size() > 1) out.value = number(1);
      break;
    case Word::day_part:
      out.value = number(1);
      out.more = index(2, part_index);
      break;
    case Word::part:
      out.value = index(1, part_index);
      break;
    case Word::feast:
      out.value = index(1, feast_index);
      break;
    case Word::unit:
      out.value = static_cast<int>(unit(1).grain);
      out.more = unit(1).count;
      break;
    case Word::edge:
    case Word::whole:
      out.value = number(1);
      out.more = static_cast<int>(unit(2).grain);
      break;
    default:
      break;
  }
  return out;
}

namespace {

// Every row of the theme, read once.
const Lexeme& lexeme_of(const Row* row) {
  static const std::unordered_map<const Row*, Lexeme> all = [] {
    std::unordered_map<const Row*, Lexeme> out;
    for (const Language& language : languages())
      for (const Row& each : language.themes[static_cast<std::size_t>(Theme::moment)])
        out.emplace(&each, read_code(each));
    return out;
  }();
  return all.at(row);
}

// Words that are time words in whatever language they stand.
bool unmistakable(Word word) {
  switch (word) {
    case Word::day:
    case Word::weekday:
    case Word::past_weekday:
    case Word::month:
    case Word::feast:
      return true;
    default:
      return false;
  }
}

}  // namespace

Lexicon::Lexicon(std::size_t tokens, const std::vector<Match>& matches, LocaleSet locales) {
  for (const Match& match : matches) {
    if (match.theme != static_cast<std::uint16_t>(Theme::moment)) continue;
    Lexeme lexeme = lexeme_of(match.row);
    if ((locales & only(match.locale)) == 0 && (lexeme.shy || !unmistakable(lexeme.word))) continue;
    lexeme.first = match.first;
    lexeme.last = match.last;
    lexeme.locale = match.locale;
    lexemes_.push_back(lexeme);
  }
  if (lexemes_.empty()) return;
  std::ranges::stable_sort(lexemes_, [](const Lexeme& a, const Lexeme& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
  starts_.resize(tokens + 2);
  std::size_t next = 0;
  for (std::size_t token = 0; token <= tokens; ++token) {
    while (next < lexemes_.size() && lexemes_[next].first < token) ++next;
    starts_[token] = static_cast<std::uint32_t>(next);
  }
  starts_[tokens + 1] = static_cast<std::uint32_t>(lexemes_.size());
}

}  // namespace varsel::intents::times
