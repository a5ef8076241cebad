#include "intents/numbers.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace varsel::intents {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// Words by their letters: one walk finds every word that a key begins with, and most words of a message end it at once.
class Trie {
 public:
  void add(std::string_view word, double value) {
    const std::string key = fold(word);
    std::size_t node = 0;
    for (const char c : key) {
      const std::size_t letter = index(c);
      if (letter == kLetters) return;
      if (nodes_[node].next[letter] == 0) {
        nodes_[node].next[letter] = static_cast<std::uint16_t>(nodes_.size());
        nodes_.emplace_back();
      }
      node = nodes_[node].next[letter];
    }
    Node& end = nodes_[node];
    if (std::isnan(end.value)) {
      end.value = value;
      end.spelling = word;
    } else if (end.value != value) {  // "åttende" and "attende": the letters tell which
      end.other = value;
      end.other_spelling = word;
    }
  }

  struct Hit {
    std::size_t length = 0;
    double value = 0;
  };
  // The words that `rest` begins with, the shortest first; `lower` is the whole word as it was spelled. A first letter
  // that the fold has joined with the one before ("tjugoett", "hundraarton", "ettusen") is given as `joined`.
  template <class Take>
  void walk(std::string_view rest, std::string_view lower, char joined, Take&& take) const {
    std::size_t node = 0;
    if (joined != 0) {
      node = nodes_[0].next[index(joined)];
      if (node == 0) return;
    }
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const std::size_t letter = index(rest[i]);
      if (letter == kLetters || nodes_[node].next[letter] == 0) return;
      node = nodes_[node].next[letter];
      const Node& at = nodes_[node];
      if (std::isnan(at.value)) continue;
      const bool other = !std::isnan(at.other) && !spelled(lower, at.spelling) && spelled(lower, at.other_spelling);
      take(Hit{i + 1, other ? at.other : at.value});
    }
  }
  [[nodiscard]] double find(std::string_view key, std::string_view lower) const {
    double value = kNone;
    walk(key, lower, 0, [&](const Hit& hit) {
      if (hit.length == key.size()) value = hit.value;
    });
    return value;
  }

 private:
  static constexpr std::size_t kLetters = 26;
  static std::size_t index(char c) { return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') : kLetters; }
  // Whether the word was spelled so, with its letters or without them ("aattende").
  static bool spelled(std::string_view lower, std::string_view spelling) {
    if (lower.find(spelling) != std::string_view::npos) return true;
    std::string plain;
    for (std::size_t i = 0; i < spelling.size(); ++i) {
      if (spelling.substr(i).starts_with("\xC3\xA5")) {
        plain += "aa";
        ++i;
      } else {
        plain += spelling[i];
      }
    }
    return plain != spelling && lower.find(plain) != std::string_view::npos;
  }

  struct Node {
    std::array<std::uint16_t, kLetters> next{};
    double value = kNone, other = kNone;
    std::string_view spelling, other_spelling;
  };
  std::vector<Node> nodes_{1};
};

struct Apart {
  std::string first, second;
  double value = 0;
};

// Which two letters a number can begin with: nine words of ten in a message are passed over by them.
class Beginnings {
 public:
  void add(std::string_view word) { set_[index(fold(word))] = true; }
  [[nodiscard]] bool has(std::string_view key) const { return set_[index(key)]; }

 private:
  static std::size_t index(std::string_view key) {
    const auto at = [&](std::size_t i) { return i < key.size() ? static_cast<unsigned char>(key[i]) & 0x7Fu : 0u; };
    return at(0) * 128 + at(1);
  }
  std::bitset<128 * 128> set_;
};

struct Words {
  Beginnings beginnings;  // of all the tables
  Trie cardinals, ordinals, dozens, fractions, loose;
  std::vector<Apart> apart;
  std::vector<std::string> articles, suffixes, points, minuses;
  std::string joiner;
};

std::vector<std::string> alternatives(std::string_view list) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find('|', at), list.size());
    out.push_back(fold(list.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

Words prepare(const Numerals& rows) {
  Words words;
  const auto fill = [&](Trie& trie, std::span<const NumberWord> table) {
    for (const auto& [word, value] : table) {
      words.beginnings.add(word);
      const std::size_t blank = word.find(' ');
      if (blank == std::string_view::npos)
        trie.add(word, value);
      else
        words.apart.push_back({fold(word.substr(0, blank)), fold(word.substr(blank + 1)), value});
    }
  };
  fill(words.cardinals, rows.cardinals);
  fill(words.ordinals, rows.ordinals);
  fill(words.dozens, rows.dozens);
  fill(words.fractions, rows.fractions);
  fill(words.loose, rows.loose);
  for (const std::string_view article : rows.articles) {
    words.beginnings.add(article);
    words.articles.push_back(fold(article));
  }
  for (const std::string_view suffix : rows.suffixes) words.suffixes.push_back(fold(suffix));
  words.points = alternatives(rows.points);
  words.minuses = alternatives(rows.minuses);
  words.joiner = fold(rows.joiner);
  return words;
}

const Words& words_of(Tongue tongue) {
  static const std::vector<Words> all = [] {
    std::vector<Words> out(8);
    for (const Language& language : languages())
      out[static_cast<std::size_t>(language.locale)] = prepare(language.numerals);
    return out;
  }();
  return all[static_cast<std::size_t>(tongue)];
}

bool among(std::string_view key, const std::vector<std::string>& words) {
  return std::ranges::find(words, key) != words.end();
}

bool is_scale(double value) {
  return value >= 1000;
}

// Adds number words one after another: "to hundrede og femogtredive" is 2, x100, 5, 30.
class Sum {
 public:
  // Whether `value` can stand here; "tre to" are two numbers.
  bool add(double value) {
    const double below = std::fmod(current_, 100);
    if (is_scale(value)) {
      if ((scale_ != 0 && value >= scale_) || (started_ && value_is_zero())) return false;
      total_ += (current_ == 0 ? 1 : current_) * value;
      current_ = 0;
      scale_ = value;
      closed_ = false;
    } else if (value == 100) {
      if (current_ >= 100 || (started_ && value_is_zero())) return false;
      current_ = (current_ == 0 ? 1 : current_) * 100;
      closed_ = false;
    } else if (closed_) {
      return false;
    } else if (value == 0) {
      if (started_) return false;
    } else if (value >= 20) {
      if (below >= 10 || (below != 0 && !joined_)) return false;  // "fem og tyve", not "fem tyve"
      closed_ = below != 0;
      current_ += value;
    } else {
      // "tyve fem", but neither "tyve femten" nor "tyve og fem"
      if (below != 0 && (below < 20 || std::fmod(below, 10) != 0 || value >= 10 || joined_)) return false;
      closed_ = below != 0 || value != std::floor(value);
      current_ += value;
    }
    started_ = true;
    joined_ = false;
    return true;
  }
  void join() { joined_ = true; }
  [[nodiscard]] bool started() const { return started_; }
  [[nodiscard]] bool joined() const { return joined_; }
  [[nodiscard]] double value() const { return total_ + current_; }
  [[nodiscard]] double scale() const { return scale_; }  // the last thousand or million, 0 for none
  [[nodiscard]] bool ends_in_scale() const { return scale_ != 0 && current_ == 0; }
  // "to komma fem": only a scale goes on from there.
  void add_part(double part) {
    current_ += part;
    closed_ = true;
  }

 private:
  [[nodiscard]] bool value_is_zero() const { return total_ + current_ == 0; }
  double total_ = 0, current_ = 0, scale_ = 0;
  bool started_ = false, joined_ = false, closed_ = false;
};

// Takes a word apart into number words, the longest first, and adds them; `ordinal`: the last must be an ordinal.
// Nothing is added unless all of the word fits. A joiner may stand at either end, where people put a blank too many:
// "femog halvtreds".
class Splitter {
 public:
  Splitter(const Words& words, const Token& token, bool ordinal)
      : words_(words), key_(token.key), lower_(token.lower), ordinal_(ordinal) {}
  bool into(Sum& sum) {
    if (key_.size() > kLongest) return false;
    Sum trial = sum;
    if (!from(trial, 0)) return false;
    sum = trial;
    return true;
  }

 private:
  static constexpr std::size_t kLongest = 120;
  static constexpr int kMostSteps = 200;  // bounds the work on a word made to be read in many ways

  bool from(Sum& sum, std::size_t at) {
    if (at == key_.size()) return !ordinal_ && sum.started();
    if (++steps_ > kMostSteps) return false;
    const std::string_view rest = key_.substr(at);
    if (ordinal_) {
      const double value = words_.ordinals.find(rest, lower_);
      Sum trial = sum;
      if (!std::isnan(value) && trial.add(value)) {
        sum = trial;
        return true;
      }
    }
    std::array<Trie::Hit, 12> hits{};
    std::size_t count = 0;
    const auto take = [&](const Trie::Hit& hit) {
      if (count < hits.size()) hits[count++] = hit;
    };
    words_.cardinals.walk(rest, lower_, 0, take);
    if (at > 0) {
      const char last = key_[at - 1];
      if (last == 'a') words_.cardinals.walk(rest, lower_, 'a', take);
      if (last == 'o') words_.cardinals.walk(rest, lower_, 'e', take);
      if (last == 't' && at > 1 && key_[at - 2] == 't') words_.cardinals.walk(rest, lower_, 't', take);
    }
    for (std::size_t i = count; i-- > 0;) {
      Sum trial = sum;
      if (!trial.add(hits[i].value) || !from(trial, at + hits[i].length)) continue;
      sum = trial;
      return true;
    }
    if (!sum.started() || sum.joined() || !rest.starts_with(words_.joiner)) return false;
    Sum trial = sum;
    trial.join();
    if (at + words_.joiner.size() < key_.size() ? !from(trial, at + words_.joiner.size()) : at == 0 || ordinal_)
      return false;
    sum = trial;
    return true;
  }

  const Words& words_;
  std::string_view key_, lower_;
  bool ordinal_;
  int steps_ = 0;
};

// Half, quarter, third as one word.
double fraction_word(const Tokens& tokens, std::size_t at, const Words& words) {
  if (at >= tokens.size() || tokens[at].number || tokens[at].opaque) return kNone;
  return words.fractions.find(tokens[at].key, tokens[at].lower);
}

// A word that multiplies: a hundred, a scale or a dozen.
double multiplier(const Tokens& tokens, std::size_t at, const Words& words) {
  if (at >= tokens.size() || tokens[at].number || tokens[at].opaque) return kNone;
  const double dozen = words.dozens.find(tokens[at].key, tokens[at].lower);
  if (!std::isnan(dozen)) return dozen;
  const double value = words.cardinals.find(tokens[at].key, tokens[at].lower);
  return value >= 100 ? value : kNone;
}

// The letters of large numbers stand in capitals behind the digits: "3M" is no metre, "2G" is.
double capital(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || !tokens[at].glued || tokens[at].mark != 0 || tokens[at].end - tokens[at].start != 1)
    return kNone;
  const char letter = tokens.text()[tokens[at].start];
  return letter == 'M' ? 1e6 : letter == 'G' ? 1e9 : kNone;
}

// What stands behind the digits without a blank, or after one: ½ ¼ ¾ (U+00BD, U+00BC, U+00BE).
double sign_after(const Tokens& tokens, std::size_t at) {
  std::string_view rest = tokens.text().substr(tokens[at].end);
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.starts_with("\xC2\xBD")) return 0.5;
  if (rest.starts_with("\xC2\xBC")) return 0.25;
  if (rest.starts_with("\xC2\xBE")) return 0.75;
  return kNone;
}

bool apostrophe_between(const Tokens& tokens, std::size_t at) {
  const std::string_view between = tokens.text().substr(tokens[at].end, tokens[at + 1].start - tokens[at].end);
  return between == "'" || between == "\xE2\x80\x99";
}

struct Digits {
  double value = 0;
  std::size_t last = 0;
  bool whole = true;
};

double decimals(const Token& token) {
  return static_cast<double>(token.value) / std::pow(10.0, static_cast<double>(token.key.size()));
}

// Digits with separators: thousands ("1.250", "1 250", "1'250", "1,250" in English) and decimals ("3,5", "3.5" in
// English). Two groups of three behind the same mark are thousands in every language. `loose`: the other language's
// decimal mark is read too, where it cannot be a date or a clock.
Digits digits_at(const Tokens& tokens, std::size_t at, bool english, bool loose) {
  Digits out{static_cast<double>(tokens[at].value), at, true};
  const auto mark_before = [&](std::size_t i) {
    if (i >= tokens.size() || !tokens[i].number || tokens[i].value < 0) return '\0';
    const std::size_t gap = tokens[i].start - tokens[i - 1].end;
    if (apostrophe_between(tokens, i - 1)) return '\'';
    if (tokens[i].glued) return tokens[i].mark;
    return tokens[i].mark == 0 && gap <= 3 && tokens[i].sentence == tokens[i - 1].sentence ? ' ' : '\0';
  };
  char separator = 0;
  if (tokens[at].key.size() <= 3 && tokens[at].value > 0) {
    const char mark = mark_before(at + 1);
    std::size_t groups = 0;
    while ((mark == '.' || mark == ',' || mark == ' ' || mark == '\'') && mark_before(at + groups + 1) == mark &&
           tokens[at + groups + 1].key.size() == 3)
      ++groups;
    const bool native = mark == ' ' || mark == '\'' || mark == (english ? ',' : '.');
    if (groups >= (native ? 1u : 2u)) {
      separator = mark;
      for (std::size_t i = 1; i <= groups; ++i)
        out.value = out.value * 1000 + static_cast<double>(tokens[at + i].value);
      out.last = at + groups;
    }
  }
  const std::size_t next = out.last + 1;
  const char mark = mark_before(next);
  const char native = english ? '.' : ',';
  if (mark != 0 && mark != separator && (mark == native || (loose && (mark == '.' || mark == ',')))) {
    out.value += decimals(tokens[next]);
    out.last = next;
    out.whole = false;
  }
  return out;
}

class NumberReader {
 public:
  NumberReader(const Tokens& tokens, const Words& words, bool english, bool invert)
      : tokens_(tokens), words_(words), english_(english), invert_(invert) {}

  std::optional<Number> at(std::size_t at) {
    if (tokens_[at].number) return digits(at);
    if (const auto half = half_of(at)) return half;
    return words_at(at);
  }

 private:
  std::optional<Number> digits(std::size_t at) {
    const Digits digits = digits_at(tokens_, at, english_, false);
    Number number{digits.value, at, digits.last, false, false};
    const double sign = digits.whole ? sign_after(tokens_, number.last) : kNone;
    if (!std::isnan(sign)) {
      number.value += sign;
    } else if (digits.whole) {
      halves_after(number);
    }
    if (const double large = capital(tokens_, number.last + 1); !std::isnan(large)) {
      number.value *= large;
      ++number.last;
      return number;
    }
    // "5 hundrede tusind", "3,5 tusind", "2 dozen"
    double most = std::numeric_limits<double>::infinity();
    double least = 0;
    while (number.last + 1 < tokens_.size() && tokens_[number.last + 1].mark == 0 &&
           tokens_.together(at, number.last + 1)) {
      const double times = multiplier(tokens_, number.last + 1, words_);
      if (std::isnan(times) || times >= most || times <= least) break;
      number.value *= times;
      ++number.last;
      if (times < 100) most = 0;
      least = times;
    }
    return number;
  }

  // "og en halv", "and a half", "en halv" behind a small number; "1/2" behind digits.
  void halves_after(Number& number) {
    std::size_t next = number.last + 1;
    if (!number.words && next + 1 < tokens_.size() && tokens_[next].number && tokens_[next + 1].number &&
        tokens_[next].mark == 0 && tokens_[next + 1].glued && tokens_[next + 1].mark == '/' &&
        tokens_[next].value > 0 && tokens_[next].value < tokens_[next + 1].value && tokens_[next + 1].value <= 4 &&
        !(next + 2 < tokens_.size() && tokens_[next + 2].glued && tokens_[next + 2].number)) {
      number.value += static_cast<double>(tokens_[next].value) / static_cast<double>(tokens_[next + 1].value);
      number.last = next + 1;
      return;
    }
    if (number.value >= 100 || number.value < 1) return;
    const bool joined = tokens_.key(next) == words_.joiner;
    if (joined) ++next;
    const bool article = next < tokens_.size() && among(tokens_[next].key, words_.articles);
    if (article) ++next;
    if (!joined && !article) return;
    if (next >= tokens_.size() || tokens_[next].mark != 0 || !tokens_.together(number.first, next)) return;
    if (fraction_word(tokens_, next, words_) != 0.5) return;
    number.value += 0.5;
    number.last = next;
  }

  // "half a million", "en halv snes", "et halvt tusind": only with what it is the half of, "halv ti" is a clock.
  std::optional<Number> half_of(std::size_t at) {
    std::size_t next = at;
    if (among(tokens_[next].key, words_.articles)) ++next;
    if (fraction_word(tokens_, next, words_) != 0.5) return std::nullopt;
    ++next;
    if (next < tokens_.size() && among(tokens_[next].key, words_.articles)) ++next;
    const double whole = multiplier(tokens_, next, words_);
    if (std::isnan(whole) || !tokens_.together(at, next) || tokens_[next].mark != 0) return std::nullopt;
    return Number{whole / 2, at, next, true, false};
  }

  std::optional<Number> words_at(std::size_t at) {
    // "Mia" alone is a name, "k" a letter: the short forms of large numbers stand behind a number only.
    constexpr std::size_t kShortForm = 4;
    if (tokens_[at].key.size() <= kShortForm && multiplier(tokens_, at, words_) >= 1000) return std::nullopt;
    Sum sum;
    Number number{0, at, at, true, false};
    std::size_t next = at;
    bool ended = false;
    while (!ended && next < tokens_.size() && tokens_.together(at, next) && !tokens_[next].opaque) {
      const Token& token = tokens_[next];
      if (token.number || (next > at && token.mark != 0 && token.mark != '-' && !comma_goes_on(sum, next))) break;
      if (const Apart* two = apart(next)) {
        if (!sum.add(two->value)) break;
        number.last = next + 1;
      } else if (add_word(sum, next)) {
        number.last = next;
        if (sum.joined()) {  // "femog" stands for "fem" until the rest comes
          if (next + 1 >= tokens_.size()) return std::nullopt;
          ++next;
          continue;
        }
      } else if (sum.started() && token.key == words_.joiner && next + 1 < tokens_.size()) {
        if (!joined(sum, number, next)) break;
      } else if (!decimal_point(sum, number, next, ended)) {
        break;
      }
      next = number.last + 1;
    }
    if (!sum.started()) {
      // "a dozen" begins with its article, "dozens" alone is no number.
      const double dozen = tokens_[at].number ? kNone : words_.dozens.find(tokens_[at].key, tokens_[at].lower);
      if (dozen != 12) return std::nullopt;
      return Number{dozen, at, at, true, false};
    }
    number.value = sum.value();
    number.article = number.last == at && among(tokens_[at].key, words_.articles) && !accented(tokens_[at].lower);
    if (sum.scale() == 0) {
      const std::size_t before = number.last;
      halves_after(number);
      if (number.last > before) number.article = false;
      times_after(number);
    } else {
      half_scale_after(sum, number);
    }
    return number;
  }

  // "to og en halv million", "two dozen", "tre komma fem millioner" has been added before.
  void times_after(Number& number) {
    const std::size_t next = number.last + 1;
    if (next >= tokens_.size() || tokens_[next].mark != 0 || !tokens_.together(number.first, next)) return;
    const double times = multiplier(tokens_, next, words_);
    if (std::isnan(times) || (times >= 100 && number.value == std::floor(number.value))) return;
    number.value *= times;
    number.last = next;
    number.article = false;
  }
  // "a million and a half"
  void half_scale_after(const Sum& sum, Number& number) {
    std::size_t next = number.last + 1;
    if (!sum.ends_in_scale() || tokens_.key(next) != words_.joiner) return;
    if (next + 2 >= tokens_.size() || !among(tokens_[next + 1].key, words_.articles)) return;
    if (fraction_word(tokens_, next + 2, words_) != 0.5 || !tokens_.together(number.first, next + 2)) return;
    number.value += sum.scale() / 2;
    number.last = next + 2;
  }

  bool add_word(Sum& sum, std::size_t at) { return Splitter(words_, tokens_[at], false).into(sum); }

  const Apart* apart(std::size_t at) const {
    for (const Apart& two : words_.apart)
      if (tokens_[at].key == two.first && tokens_.key(at + 1) == two.second && tokens_[at + 1].mark == 0) return &two;
    return nullptr;
  }

  // "fem og tyve", "hundrede og fem": the joiner and the word after it.
  bool joined(Sum& sum, Number& number, std::size_t joiner) {
    Sum trial = sum;
    trial.join();
    if (tokens_[joiner + 1].mark != 0 || tokens_[joiner + 1].number || !tokens_.together(number.first, joiner + 1))
      return false;
    if (const Apart* two = apart(joiner + 1)) {
      if (!invert_ || !trial.add(two->value)) return false;
      sum = trial;
      number.last = joiner + 2;
      return true;
    }
    if (!invert_ && sum.value() < 10) return false;
    if (among(tokens_[joiner + 1].key, words_.articles) && !std::isnan(fraction_word(tokens_, joiner + 2, words_)))
      return false;  // "a million and a half"
    if (!add_word(trial, joiner + 1) || trial.joined()) return false;
    sum = trial;
    number.last = joiner + 1;
    return true;
  }

  // "three thousand, five hundred": the rest must be smaller than the thousand and read as one number.
  bool comma_goes_on(const Sum& sum, std::size_t at) {
    if (tokens_[at].mark != ',' || !sum.ends_in_scale()) return false;
    const auto rest = words_at(at);
    return rest && !rest->article && rest->value >= 10 && rest->value < sum.scale();
  }

  // "to komma fem": digits one by one, or a number below a hundred.
  bool decimal_point(Sum& sum, Number& number, std::size_t point, bool& ended) {
    if (!sum.started() || !among(tokens_[point].key, words_.points)) return false;
    double value = 0, unit = 0.1;
    std::size_t next = point + 1, last = point;
    for (; next < tokens_.size() && tokens_.together(number.first, next) && tokens_[next].mark == 0; ++next) {
      if (tokens_[next].number) {
        if (last != point || tokens_[next].value < 0) break;
        value = decimals(tokens_[next]);
        last = next;
        break;
      }
      Sum digit;
      if (!add_word(digit, next) || digit.joined() || digit.value() >= 100) break;
      if (digit.value() >= 10) {
        if (last != point) break;
        value = digit.value() / 100;
        last = next;
        // "komma tjue fem"
        if (next + 1 < tokens_.size() && tokens_[next + 1].mark == 0 && add_word(digit, next + 1) &&
            digit.value() < 100) {
          value = digit.value() / 100;
          last = next + 1;
        }
        break;
      }
      value += digit.value() * unit;
      unit /= 10;
      last = next;
    }
    if (last == point) return false;
    sum.add_part(value);
    number.last = last;
    // Only a scale goes on: "two point two million".
    const double scale =
        last + 1 < tokens_.size() && tokens_[last + 1].mark == 0 ? multiplier(tokens_, last + 1, words_) : kNone;
    ended = std::isnan(scale) || scale < 1000;
    return true;
  }

  static bool accented(std::string_view lower) {
    return lower == "én" || lower == "éin" || lower == "ét" || lower == "éi";
  }

  const Tokens& tokens_;
  const Words& words_;
  bool english_, invert_;
};

std::optional<Number> read_at(const Tokens& tokens, std::size_t at, LocaleSet locales, bool invert) {
  if (at >= tokens.size() || tokens[at].opaque || (tokens[at].number && tokens[at].value < 0)) return std::nullopt;
  std::optional<Number> best;
  for (const Language& language : languages()) {
    if ((locales & only(language.locale)) == 0) continue;
    if (!tokens[at].number && !words_of(language.locale).beginnings.has(tokens[at].key)) continue;
    const auto number = NumberReader(tokens, words_of(language.locale),
                                     language.locale == Tongue::en && locales == only(Tongue::en), invert)
                            .at(at);
    if (number && (!best || number->last > best->last)) best = number;
  }
  return best;
}

}  // namespace

std::optional<Number> number_at(const Tokens& tokens, std::size_t at, LocaleSet locales) {
  return read_at(tokens, at, locales, true);
}

std::optional<Number> number_before_joiner(const Tokens& tokens, std::size_t at, LocaleSet locales) {
  return read_at(tokens, at, locales, false);
}

std::optional<Number> fraction_at(const Tokens& tokens, std::size_t at, LocaleSet locales) {
  for (const Language& language : languages()) {
    if ((locales & only(language.locale)) == 0) continue;
    const double value = fraction_word(tokens, at, words_of(language.locale));
    if (!std::isnan(value)) return Number{value, at, at, true, false};
  }
  return std::nullopt;
}

std::optional<Number> vague_at(const Tokens& tokens, std::size_t at, LocaleSet locales) {
  if (at >= tokens.size() || tokens[at].number || tokens[at].opaque) return std::nullopt;
  for (const Language& language : languages()) {
    if ((locales & only(language.locale)) == 0) continue;
    const Words& words = words_of(language.locale);
    std::size_t next = at;
    if (among(tokens[next].key, words.articles) && tokens.together(at, at + 1)) ++next;
    const double value =
        tokens[next].number || tokens[next].opaque ? kNone : words.loose.find(tokens[next].key, tokens[next].lower);
    if (std::isnan(value)) continue;
    if (tokens.key(next + 1) == "of" && tokens.together(at, next + 1)) ++next;
    return Number{value, at, next, true, false};
  }
  return std::nullopt;
}

std::optional<Number> ordinal_at(const Tokens& tokens, std::size_t at, LocaleSet locales) {
  if (at >= tokens.size() || tokens[at].opaque) return std::nullopt;
  for (const Language& language : languages()) {
    if ((locales & only(language.locale)) == 0) continue;
    const Words& words = words_of(language.locale);
    if (tokens[at].number) {
      const std::size_t next = at + 1;
      if (tokens[at].value < 0 || next >= tokens.size() || !tokens[next].glued || tokens[next].number) continue;
      const char mark = tokens[next].mark;
      if ((mark == 0 || mark == ':' || mark == '\'' || mark == '.' || mark == '-') &&
          among(tokens[next].key, words.suffixes))
        return Number{static_cast<double>(tokens[at].value), at, next, false, false};
      continue;
    }
    if (!words.beginnings.has(tokens[at].key)) continue;
    // "enogtyvende", "twenty first": number words, then one ordinal.
    constexpr std::size_t kMostWords = 8;
    Sum sum;
    for (std::size_t last = at; last < std::min(at + kMostWords, tokens.size()) && tokens.together(at, last); ++last) {
      if (tokens[last].number || (last > at && tokens[last].mark != 0 && tokens[last].mark != '-')) break;
      Sum whole = sum;
      if (Splitter(words, tokens[last], true).into(whole)) return Number{whole.value(), at, last, true, false};
      if (sum.started() && tokens[last].key == words.joiner) {
        sum.join();
      } else if (!Splitter(words, tokens[last], false).into(sum)) {
        break;
      }
    }
  }
  return std::nullopt;
}

namespace {

// Reads a phrase that is known to be a number.
class PhraseReader {
 public:
  PhraseReader(const Tokens& tokens, Tongue tongue)
      : tokens_(tokens), words_(words_of(tongue)), locales_(only(tongue)), english_(tongue == Tongue::en) {}

  std::optional<double> numeral() {
    if (tokens_.empty()) return std::nullopt;
    if (const auto value = signed_from(0, true)) return value;
    return only_one();
  }

 private:
  bool ends(std::size_t last) const { return last + 1 == tokens_.size(); }

  std::optional<double> signed_from(std::size_t at, bool at_start) {
    bool negative = at_start && tokens_[at].mark == '-';
    if (!tokens_[at].number && among(tokens_[at].key, words_.minuses)) {
      negative = true;
      if (++at >= tokens_.size()) return std::nullopt;
    }
    const auto value = whole_from(at);
    return value && negative ? std::optional(-*value) : value;
  }

  // The phrase from `at` to its end as one value.
  std::optional<double> whole_from(std::size_t at) {
    if (const auto value = bare_decimals(at)) return value;
    if (const auto value = part(at)) return value;
    const auto number = number_at(tokens_, at, locales_);
    if (number && ends(number->last)) return number->value;
    if (const auto value = digits_of_other_style(at)) return value;
    if (number && number->last + 2 == tokens_.size() && tokens_[number->last + 1].key == "of" && english_)
      return number->value;  // "a dozen of"
    if (const auto few = vague_at(tokens_, at, locales_); few && ends(few->last)) return few->value;
    if (number) return spoken_pair(*number);
    return std::nullopt;
  }

  // ".5", "point 77"
  std::optional<double> bare_decimals(std::size_t at) {
    const bool word = !tokens_[at].number && among(tokens_[at].key, words_.points);
    const std::size_t digits = word ? at + 1 : at;
    if (word && digits < tokens_.size() && !tokens_[digits].number) return spoken_decimals(digits);
    if (digits >= tokens_.size() || !tokens_[digits].number || tokens_[digits].value < 0) return std::nullopt;
    if (!word && (at != 0 || (tokens_[at].mark != '.' && tokens_[at].mark != ','))) return std::nullopt;
    double value = decimals(tokens_[digits]);
    std::size_t last = digits;
    double times = capital(tokens_, last + 1);
    if (std::isnan(times)) times = multiplier(tokens_, last + 1, words_);
    if (!std::isnan(times)) {
      value *= times;
      ++last;
    }
    return ends(last) ? std::optional(value) : std::nullopt;
  }

  // The "five" of "point five", the "one four" of "point one four".
  std::optional<double> spoken_decimals(std::size_t at) const {
    double value = 0, unit = 0.1;
    for (; at < tokens_.size(); ++at, unit /= 10) {
      const auto digit = number_at(tokens_, at, locales_);
      if (!digit || digit->value > 9 || digit->last != at) return std::nullopt;
      value += digit->value * unit;
    }
    return value;
  }

  // "to tredjedele", "three quarters", "en halv", "20/100", "three and a quarter", "tre och en halv"
  std::optional<double> part(std::size_t at) {
    if (at + 2 == tokens_.size() && tokens_[at].number && tokens_[at + 1].number && tokens_[at + 1].glued &&
        tokens_[at + 1].mark == '/' && tokens_[at].value >= 0 && tokens_[at + 1].value > 0)
      return static_cast<double>(tokens_[at].value) / static_cast<double>(tokens_[at + 1].value);
    const double alone = fraction_word(tokens_, at, words_);
    if (!std::isnan(alone) && ends(at)) return alone;
    const auto number = number_at(tokens_, at, locales_);
    if (!number) return std::nullopt;
    std::size_t next = number->last + 1;
    const bool joined = tokens_.key(next) == words_.joiner;
    if (!joined) {
      const double of = fraction_word(tokens_, next, words_);
      return !std::isnan(of) && ends(next) ? std::optional(number->value * of) : std::nullopt;
    }
    ++next;
    double count = 1;
    if (const auto more = number_at(tokens_, next, locales_); more && more->value < 10) {
      count = more->value;
      next = more->last + 1;
    }
    const double of = fraction_word(tokens_, next, words_);
    return !std::isnan(of) && ends(next) ? std::optional(number->value + count * of) : std::nullopt;
  }

  // "1.5" in Danish, "1.200.000,50" in English, "3m", "12 G"
  std::optional<double> digits_of_other_style(std::size_t at) {
    if (!tokens_[at].number || tokens_[at].value < 0) return std::nullopt;
    const Digits digits = digits_at(tokens_, at, english_, true);
    if (ends(digits.last)) return digits.value;
    const std::size_t next = digits.last + 1;
    const std::string_view letter = tokens_[next].key;
    if (!ends(next)) return std::nullopt;
    double times = letter == "m"                                 ? 1e6
                   : letter == "g"                               ? 1e9
                   : letter == "t" && tokens_[next].lower != "t" ? 1e12
                                                                 : kNone;
    if (std::isnan(times)) times = multiplier(tokens_, next, words_);
    return std::isnan(times) ? std::nullopt : std::optional(digits.value * times);
  }

  // "nineteen sixty", "sixty-two eighty-five", "one twenty two", "nineteen oh five": hundreds, then the rest.
  std::optional<double> spoken_pair(const Number& hundreds) {
    if (!hundreds.words || hundreds.value < 1 || hundreds.value > 99) return std::nullopt;
    std::size_t next = hundreds.last + 1;
    const bool oh = tokens_.key(next) == "oh" || tokens_.key(next) == "o";
    if (oh) ++next;
    const auto rest = number_at(tokens_, next, locales_);
    if (!rest || !rest->words || !ends(rest->last)) return std::nullopt;
    if (oh ? rest->value > 9 : rest->value < 10 || rest->value > 99) return std::nullopt;
    return hundreds.value * 100 + rest->value;
  }

  // The one number of a sentence: "temperaturen er minus fem grader".
  std::optional<double> only_one() {
    std::optional<double> found;
    std::size_t count = 0;
    for (std::size_t i = 0; i < tokens_.size();) {
      const auto number = number_at(tokens_, i, locales_);
      if (!number || number->article) {
        ++i;
        continue;
      }
      const bool minus = i > 0 && !tokens_[i - 1].number && among(tokens_[i - 1].key, words_.minuses);
      const bool dash = tokens_[i].mark == '-' && !tokens_[i].glued && tokens_[i].number;
      found = minus || dash ? -number->value : number->value;
      ++count;
      i = number->last + 1;
    }
    if (count == 1) return found;
    if (count > 1) return std::nullopt;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (const double value = fraction_word(tokens_, i, words_); !std::isnan(value) && ends(i)) return value;
    return std::nullopt;
  }

  const Tokens& tokens_;
  const Words& words_;
  LocaleSet locales_;
  bool english_;
};

}  // namespace

std::optional<double> numeral_of(const Tokens& tokens, Tongue tongue) {
  return PhraseReader(tokens, tongue).numeral();
}

std::optional<double> ordinal_of(const Tokens& tokens, Tongue tongue) {
  const auto ends_in_stop = [&](std::size_t at) {
    const std::string_view rest = tokens.text().substr(tokens[at].end);
    return rest.starts_with('.') && (rest.size() == 1 || rest[1] == ' ');
  };
  std::optional<double> found;
  for (std::size_t i = 0; i < tokens.size();) {
    std::optional<Number> ordinal = ordinal_at(tokens, i, only(tongue));
    if (!ordinal && tongue != Tongue::en && tokens[i].number && tokens[i].value >= 0 && ends_in_stop(i))
      ordinal = Number{static_cast<double>(tokens[i].value), i, i, false, false};
    if (!ordinal) {
      ++i;
      continue;
    }
    if (found) return std::nullopt;
    found = ordinal->value;
    i = ordinal->last + 1;
  }
  return found;
}

}  // namespace varsel::intents
