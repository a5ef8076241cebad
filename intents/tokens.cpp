#include "intents/tokens.h"

#include <algorithm>
#include <array>

namespace varsel::intents {
namespace {

// A sentence is never longer than this for the rules, whatever the punctuation: it bounds the work on hostile text.
constexpr std::size_t kLongestSentence = 60;

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};

// The text is valid UTF-8 here (clean_text); a stray byte is passed over as a mark.
CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (length == 1 || at + length > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (byte(at + i) & 0x3Fu);
  return {value, length};
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}
bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
         c == 0x3000 || c == 0x2060 || c == 0xFEFF;
}
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000) || (c >= 0x2C00 && c < 0xFF00 && c != 0x3000) ||
         (c >= 0xFF21 && c < 0xFFF0) || (c >= 0x20000 && c < 0xE0000);
}
bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0xB4;
}
char32_t lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c >= 0xFF21 && c <= 0xFF3A) return c - 0xFF21 + 'a';
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

// Latin-1 letters to ASCII, in code point order from U+00E0.
constexpr std::array<std::string_view, 32> kAscii{"a", "a", "a", "a", "a", "a", "ae", "c", "e",  "e", "e",
                                                  "e", "i", "i", "i", "i", "d", "n",  "o", "o",  "o", "o",
                                                  "o", "",  "o", "u", "u", "u", "u",  "y", "th", "y"};

void append_key(std::string& out, std::size_t word_start, char32_t c) {
  if (c >= 0xE0 && c <= 0xFF) {
    out += kAscii[c - 0xE0];
    return;
  }
  // "aa" and "oe" are how å and ø are written without the letters.
  const char last = out.size() > word_start ? out.back() : 0;
  if (c == 'a' && last == 'a') return;
  if (c == 'e' && last == 'o') return;
  append_utf8(out, c);
}

constexpr std::array<std::string_view, 22> kAbbreviations{"approx", "max", "est", "maks", "kl", "ca",  "d",   "nr",
                                                          "tlf",    "bl",  "f",   "min",  "hr", "evt", "pga", "osv",
                                                          "eks",    "mdr", "ang", "vedr", "t",  "dvs"};

}  // namespace

std::string fold(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t i = 0; i < word.size();) {
    const auto [c, length] = decode(word, i);
    if (!is_apostrophe(c)) append_key(out, 0, lower(c));
    i += length;
  }
  return out;
}

Tokens::Tokens(std::string_view clean_text) : text_(clean_text) {
  // Keys never outgrow the text (æ is two bytes in both); reserving keeps the views valid.
  keys_.reserve(text_.size() * 2 + 16);
  lowers_.reserve(text_.size() * 2 + 16);
  tokens_.reserve(text_.size() / 5 + 8);
  std::uint32_t sentence = 0;
  std::size_t in_sentence = 0;
  char mark = 0;
  bool blank = true, stop = false, soft_stop = false;
  for (std::size_t i = 0; i < text_.size();) {
    const auto [c, length] = decode(text_, i);
    if (!is_digit(c) && !is_letter(c)) {
      if (c == '\n' || c == '!' || c == '?' || c == ';') stop = true;
      if (c == '.') soft_stop = true;
      if (is_blank(c))
        blank = true;
      else if (mark == 0)
        mark = c < 0x80 ? static_cast<char>(c) : (c == 0x2013 || c == 0x2014 || c == 0x2011 || c == 0x2212) ? '-' : '*';
      i += length;
      continue;
    }
    Token token;
    token.start = static_cast<std::uint32_t>(i);
    token.number = is_digit(c);
    token.mark = mark;
    token.glued = !blank && !tokens_.empty();
    const bool upper_case = lower(c) != c;
    const std::size_t key_start = keys_.size(), lower_start = lowers_.size();
    std::size_t digits = 0;
    std::int64_t value = 0;
    while (i < text_.size()) {
      const auto [d, size] = decode(text_, i);
      if (token.number) {
        if (!is_digit(d)) break;
        const char digit = static_cast<char>('0' + (d < 0x80 ? d - '0' : d - 0xFF10));
        keys_.push_back(digit);
        lowers_.push_back(digit);
        if (++digits <= 15) value = value * 10 + (digit - '0');
      } else if (is_letter(d)) {
        append_key(keys_, key_start, lower(d));
        append_utf8(lowers_, lower(d));
      } else if (!is_apostrophe(d) || i + size >= text_.size() || !is_letter(decode(text_, i + size).value)) {
        break;  // an apostrophe inside a word belongs to it ("don't"), at its end it is a quote
      }
      i += size;
    }
    if (token.number && digits <= 15) token.value = value;
    token.end = static_cast<std::uint32_t>(i);
    token.key = std::string_view(keys_).substr(key_start);
    token.lower = std::string_view(lowers_).substr(lower_start);
    if (soft_stop && blank && !tokens_.empty()) {
      const Token& last = tokens_.back();
      const bool ordinal = last.number && last.value <= 31 && !upper_case;  // "3. november", "kl. 9. Så"
      const bool abbreviation = std::ranges::find(kAbbreviations, last.key) != kAbbreviations.end();
      if (!ordinal && !abbreviation) stop = true;
    }
    if ((stop || in_sentence >= kLongestSentence) && !tokens_.empty()) {
      ++sentence;
      in_sentence = 0;
    }
    token.sentence = sentence;
    ++in_sentence;
    tokens_.push_back(token);
    mark = 0;
    blank = stop = soft_stop = false;
  }
}

void Tokens::hide(std::size_t start, std::size_t end) {
  for (Token& token : tokens_)
    if (token.start < end && token.end > start) token.opaque = true;
}

}  // namespace varsel::intents
