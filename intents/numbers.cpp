#include "intents/numbers.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <string>
#include <unordered_map>
#include <vector>

namespace varsel::intents {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
using Lexicon = std::unordered_map<std::string, double, Hash, std::equal_to<>>;

// Which pairs of letters begin a word: most words of a message begin no number, and are not looked up at all.
class Beginnings {
 public:
  void add(std::string_view word) { set_[index(word)] = true; }
  [[nodiscard]] bool may_begin(std::string_view word) const { return set_[index(word)]; }

 private:
  static std::size_t index(std::string_view word) {
    const auto at = [&](std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) & 0x7Fu : 0u; };
    return at(0) * 128 + at(1);
  }
  std::bitset<128 * 128> set_;
};

struct Words {
  Lexicon numbers;
  Lexicon ordinals;
  Beginnings number_beginnings;
  Beginnings ordinal_beginnings;
  std::string joiner;
  std::size_t longest = 0;
};

const Words& words_of(Tongue tongue) {
  static const std::vector<Words> all = [] {
    std::vector<Words> out(8);
    for (const Language& language : languages()) {
      Words& words = out[static_cast<std::size_t>(language.locale)];
      words.joiner = fold(language.joiner);
      for (const auto& [word, value] : language.numbers) {
        const std::string key = fold(word);
        words.numbers.emplace(key, value);
        words.number_beginnings.add(key);
        words.longest = std::max(words.longest, word.size());
      }
      for (const auto& [word, value] : language.ordinals) {
        words.ordinals.emplace(fold(word), value);
        words.ordinal_beginnings.add(fold(word));
      }
    }
    return out;
  }();
  return all[static_cast<std::size_t>(tongue)];
}

// Adds number words one after another: "to hundrede og femogtredive" is 2, x100, 5, 30.
class Sum {
 public:
  // Whether `value` can stand here; "tre to" are two numbers.
  bool add(double value) {
    if (is_scale(value)) {
      if (scale_seen_ != 0 && value >= scale_seen_) return false;
      if (started_ && current_ == 0) return false;
      total_ += (started_ ? current_ : 1) * value;
      current_ = 0;
      scale_seen_ = value;
    } else if (value == 100) {
      if (current_ >= 100) return false;
      current_ = (current_ == 0 ? 1 : current_) * 100;
    } else if (value >= 20) {
      const double below = std::fmod(current_, 100);
      if (below >= 10 || (below != 0 && !joined_)) return false;  // "fem og tyve", not "fem tyve"
      current_ += value;
    } else {
      const double below = std::fmod(current_, 100);
      if (below != 0 && (below < 20 || value >= 10 || value == 0)) return false;
      if (started_ && value == 0) return false;
      current_ += value;
    }
    started_ = true;
    joined_ = false;
    return true;
  }
  void join() { joined_ = true; }
  [[nodiscard]] bool started() const { return started_; }
  [[nodiscard]] double value() const { return total_ + current_; }
  void begin_with(double value) {
    current_ = value;
    started_ = true;
  }

 private:
  static bool is_scale(double value) { return value == 1e3 || value == 1e6 || value == 1e9 || value == 1e12; }
  double total_ = 0, current_ = 0, scale_seen_ = 0;
  bool started_ = false, joined_ = false;
};

// Takes a word apart into number words, longest first: "tohundredeogfem". Nothing is added unless all of it fits.
bool add_word(Sum& sum, std::string_view key, const Words& words) {
  if (!words.number_beginnings.may_begin(key)) return false;
  Sum trial = sum;
  for (std::size_t at = 0; at < key.size();) {
    std::size_t length = std::min(words.longest, key.size() - at);
    bool hit = false;
    for (; length > 0; --length) {
      const auto it = words.numbers.find(key.substr(at, length));
      if (it == words.numbers.end()) continue;
      if (!trial.add(it->second)) continue;
      hit = true;
      break;
    }
    if (!hit) {
      length = words.joiner.size();
      if (at == 0 || length == 0 || key.substr(at, length) != words.joiner || at + length == key.size()) return false;
      trial.join();
    }
    at += length;
  }
  sum = trial;
  return true;
}

bool is_article(std::string_view key) {
  return key == "en" || key == "et" || key == "ei" || key == "ein" || key == "eit" || key == "a" || key == "an";
}

// Digits with separators: thousands ("1.250", "1 250", "1,250" in English) and decimals ("3,5", "3.5" in English).
double digits_at(const Tokens& tokens, std::size_t at, LocaleSet locales, std::size_t& last) {
  double value = static_cast<double>(tokens[at].value);
  last = at;
  const bool english = locales == only(Tongue::en);
  const auto width = [&](std::size_t i) { return tokens[i].key.size(); };
  char separator = 0;
  while (last + 1 < tokens.size() && tokens[last + 1].number && width(at) <= 3 && tokens[last].value >= 0 &&
         (separator == 0 ? tokens[at].value > 0 : true)) {
    const Token& next = tokens[last + 1];
    const bool blank = next.mark == 0 && !next.glued && next.start == tokens[last].end + 1;
    const bool nbsp = next.mark == 0 && !next.glued && next.start <= tokens[last].end + 3;
    const char mark = blank || nbsp ? ' ' : next.glued ? next.mark : '\0';
    const bool thousands = mark == ' ' || mark == '\'' || mark == (english ? ',' : '.');
    if (!thousands || width(last + 1) != 3 || (separator != 0 && mark != separator)) break;
    separator = mark;
    value = value * 1000 + static_cast<double>(next.value);
    ++last;
  }
  if (last + 1 < tokens.size() && tokens[last + 1].number && tokens[last + 1].glued && tokens[last + 1].value >= 0 &&
      tokens[last + 1].mark == (english ? '.' : ',') && tokens[last + 1].mark != separator) {
    double part = static_cast<double>(tokens[last + 1].value);
    for (std::size_t i = 0; i < width(last + 1); ++i) part /= 10;
    value += part;
    ++last;
  }
  return value;
}

}  // namespace

std::optional<Number> number_at(const Tokens& tokens, std::size_t at, LocaleSet locales) {
  if (at >= tokens.size() || tokens[at].opaque) return std::nullopt;
  if (tokens[at].number && tokens[at].value < 0) return std::nullopt;
  std::optional<Number> best;
  for (const Language& language : languages()) {
    if ((locales & only(language.locale)) == 0) continue;
    const Words& words = words_of(language.locale);
    Sum sum;
    Number number{0, at, at, false, false};
    std::size_t next = at;
    if (tokens[at].number) {
      number.value = digits_at(tokens, at, locales, number.last);
      next = number.last + 1;
      // Only a scale may follow digits: "3,5 tusind", "2 mio".
      const auto it =
          next < tokens.size() && tokens[next].mark == 0 ? words.numbers.find(tokens[next].key) : words.numbers.end();
      if (it != words.numbers.end() && it->second >= 100) {
        number.value *= it->second;
        number.last = next;
      }
    } else {
      while (next < tokens.size() && (next == at || (tokens[next].mark == 0 || tokens[next].mark == '-')) &&
             tokens.together(at, next) && !tokens[next].number) {
        if (add_word(sum, tokens[next].key, words)) {
          number.last = next++;
          continue;
        }
        if (!sum.started() || tokens[next].key != words.joiner || next + 1 >= tokens.size()) break;
        Sum trial = sum;
        trial.join();
        if (!add_word(trial, tokens[next + 1].key, words)) break;
        sum = trial;
        number.last = next + 1;
        next += 2;
      }
      if (!sum.started()) continue;
      number.value = sum.value();
      number.words = true;
      number.article = number.last == at && is_article(tokens[at].key) && tokens[at].lower != "én" &&
                       tokens[at].lower != "éin" && tokens[at].lower != "ét";
    }
    if (!best || number.last > best->last) best = number;
  }
  return best;
}

std::optional<Number> ordinal_at(const Tokens& tokens, std::size_t at, LocaleSet locales) {
  if (at >= tokens.size() || tokens[at].opaque) return std::nullopt;
  for (const Language& language : languages()) {
    if ((locales & only(language.locale)) == 0) continue;
    const Words& words = words_of(language.locale);
    if (tokens[at].number) {
      const std::string_view suffix = tokens.key(at + 1);
      if (tokens[at].value >= 0 && at + 1 < tokens.size() && tokens[at + 1].glued && tokens[at + 1].mark == 0 &&
          (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" || suffix == "te" || suffix == "de"))
        return Number{static_cast<double>(tokens[at].value), at, at + 1, false, false};
      return std::nullopt;
    }
    // "enogtyvende", "twenty first": number words, then one ordinal.
    for (std::size_t last = at; last < std::min(at + 8, tokens.size()); ++last) {
      const std::string_view key = tokens[last].key;
      for (std::size_t cut = 0; cut < key.size(); ++cut) {
        if (!words.ordinal_beginnings.may_begin(key.substr(cut))) continue;
        const auto it = words.ordinals.find(key.substr(cut));
        if (it == words.ordinals.end()) continue;
        Sum sum;
        bool fits = true;
        for (std::size_t i = at; i < last && fits; ++i) {
          if (tokens[i].key == words.joiner && i > at)
            sum.join();
          else
            fits = add_word(sum, tokens[i].key, words);
        }
        std::string_view head = key.substr(0, cut);
        if (fits && !head.empty()) {
          const std::size_t j = words.joiner.size();
          const bool joined = head.size() > j && head.substr(head.size() - j) == words.joiner;
          if (joined) head.remove_suffix(j);
          fits = add_word(sum, head, words);
          if (joined) sum.join();
        } else if (fits && last > at && tokens[last - 1].key == words.joiner) {
          sum.join();
        }
        if (fits && (sum.started() ? sum.add(it->second) : (sum.begin_with(it->second), true)))
          return Number{sum.value(), at, last, true, false};
      }
    }
  }
  return std::nullopt;
}

}  // namespace varsel::intents
