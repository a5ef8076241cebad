#include "intents/training/noise.h"

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace varsel::intents::training {
namespace {

struct Letter {
  std::string_view letter;
  std::array<std::string_view, 2> without;  // as people write it; as old systems leave it
};
constexpr std::array<Letter, 6> kLetters{{{"æ", {"ae", "a"}},
                                          {"ø", {"oe", "o"}},
                                          {"å", {"aa", "a"}},
                                          {"Æ", {"AE", "A"}},
                                          {"Ø", {"OE", "O"}},
                                          {"Å", {"AA", "A"}}}};

// Rows of the keyboard that all four languages share.
constexpr std::array<std::string_view, 3> kKeys{"qwertyuiop", "asdfghjkl", "zxcvbnm"};

char neighbour(char c, Random& random) {
  for (const std::string_view row : kKeys) {
    const std::size_t at = row.find(c);
    if (at == std::string_view::npos) continue;
    if (at == 0) return row[1];
    if (at + 1 == row.size()) return row[at - 1];
    return random.one_in(2) ? row[at - 1] : row[at + 1];
  }
  return c;
}

bool plain_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Greetings that go before, thanks and pleas that go after.
struct Manners {
  std::span<const std::string_view> before;
  std::span<const std::string_view> after;
};
constexpr std::array<std::string_view, 8> kBeforeDa{"hej, ",      "hejsa ",     "hej varsel, ", "goddag, ",
                                                    "undskyld, ", "hej igen, ", "kære alle, ",  "godmorgen "};
constexpr std::array<std::string_view, 7> kAfterDa{
    " tak", ", tak", " på forhånd tak", " tak på forhånd", " mvh", ", venlig hilsen", " :)"};
constexpr std::array<std::string_view, 8> kBeforeNb{"hei, ",      "heisann ",    "hei varsel, ", "god dag, ",
                                                    "unnskyld, ", "hei igjen, ", "hallo ",       "god morgen "};
constexpr std::array<std::string_view, 7> kAfterNb{
    " takk", ", takk", " på forhånd takk", " takk på forhånd", " mvh", ", vennlig hilsen", " :)"};
constexpr std::array<std::string_view, 8> kBeforeNn{"hei, ",   "heisann ",  "hei varsel, ", "god dag, ",
                                                    "orsak, ", "hei att, ", "hallo ",       "god morgon "};
constexpr std::array<std::string_view, 7> kAfterNn{
    " takk", ", takk", " på førehand takk", " takk på førehand", " mvh", ", venleg helsing", " :)"};
constexpr std::array<std::string_view, 8> kBeforeEn{"hi, ",        "hi there, ", "hello ",     "good morning, ",
                                                    "excuse me, ", "hi again, ", "dear all, ", "hey "};
constexpr std::array<std::string_view, 7> kAfterEn{
    " thanks", ", thank you", " thanks in advance", " please", " kind regards", ", cheers", " :)"};

Manners manners(Locale locale) {
  switch (locale) {
    case Locale::da:
      return {kBeforeDa, kAfterDa};
    case Locale::nb:
      return {kBeforeNb, kAfterNb};
    case Locale::nn:
      return {kBeforeNn, kAfterNn};
    case Locale::en:
      break;
  }
  return {kBeforeEn, kAfterEn};
}

}  // namespace

Random::Random(std::string_view phrase, std::uint64_t variant) : state_(variant * 0x9e3779b97f4a7c15u) {
  for (const char c : phrase) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
}

std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

std::string without_diacritics(std::string_view text, Random& random) {
  const std::size_t manner = random.below(2);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    bool found = false;
    for (const Letter& letter : kLetters) {
      if (!text.substr(i).starts_with(letter.letter)) continue;
      out += letter.without[manner];
      i += letter.letter.size();
      found = true;
      break;
    }
    if (!found) out += text[i++];
  }
  return out;
}

std::string with_typo(std::string_view text, Random& random) {
  // Runs of plain letters; a slip never cuts a letter of two bytes.
  std::vector<std::pair<std::size_t, std::size_t>> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && plain_letter(text[end])) ++end;
    if (end - i >= 4) words.emplace_back(i, end);
    i = end + 1;
  }
  std::string out(text);
  if (words.empty()) return out;
  const auto [start, end] = words[random.below(words.size())];
  const std::size_t at = start + 1 + random.below(end - start - 2);  // never the first letter, never the last
  switch (random.below(4)) {
    case 0:
      std::swap(out[at], out[at + 1]);
      break;
    case 1:
      out.erase(at, 1);
      break;
    case 2:
      out.insert(at, 1, out[at]);
      break;
    default:
      out[at] = neighbour(out[at], random);
  }
  return out;
}

std::string upper_case(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= 'a' && c <= 'z') {
      out += static_cast<char>(c - 32);
    } else if (c == '\xC3' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xA0) {
      out += c;  // à to þ: the capital is 32 before
      out += static_cast<char>(text[++i] - 32);
    } else {
      out += c;
    }
  }
  return out;
}

std::string without_punctuation(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (std::string_view("?!.,:;\"").find(c) == std::string_view::npos) out += c;
  return out;
}

std::string with_missing_blank(std::string_view text, Random& random) {
  std::vector<std::size_t> blanks;
  for (std::size_t i = 1; i + 1 < text.size(); ++i)
    if (text[i] == ' ' && plain_letter(text[i - 1]) && plain_letter(text[i + 1])) blanks.push_back(i);
  std::string out(text);
  if (!blanks.empty()) out.erase(blanks[random.below(blanks.size())], 1);
  return out;
}

std::string politely(std::string_view text, Locale locale, Random& random) {
  const auto [before, after] = manners(locale);
  const std::size_t which = random.below(3);  // before, after, both
  std::string out;
  if (which != 1) out += before[random.below(before.size())];
  out += text;
  if (which != 0) out += after[random.below(after.size())];
  return out;
}

}  // namespace varsel::intents::training
