#include "base/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <stdexcept>

namespace varsel {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;
constexpr UChar32 kFirstMark = 0x0300;
constexpr UChar32 kGraphemeJoiner = 0x034F;

bool is_plain_ascii(char c) {
  return (c >= ' ' && c <= '~') || c == '\n' || c == '\t';
}

bool is_dropped(UChar32 c) {
  if (c == '\n' || c == '\t') return false;
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return true;
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The code point at `at`, which moves behind it; negative if the bytes there are not UTF-8.
UChar32 next(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(text.data(), at, text.size(), c);
#pragma GCC diagnostic pop
  return c;
}

void append(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(bytes, static_cast<std::size_t>(size));
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::string nfc(const std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  out.reserve(utf8.size());
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status) != 0) normalizer->normalizeUTF8(0, utf8, sink, nullptr, status);
  if (U_FAILURE(status) != 0) throw std::logic_error("the Unicode normalisation data cannot be read");
  return out;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();)
    if (next(bytes, i) < 0) return false;
  return true;
}

std::string clean_text(std::string_view bytes) {
  // Most of what people type in these languages is ASCII for long stretches; much of it is ASCII throughout.
  const auto first_other = std::find_if_not(bytes.begin(), bytes.end(), is_plain_ascii);
  if (first_other == bytes.end()) return std::string(bytes);

  // Stream-Safe Text (UAX #15-D4): a run of marks is broken after 30, because sorting an endless one takes quadratic
  // time and no language has it.
  constexpr int kMostMarks = 30;
  std::string kept;
  kept.reserve(bytes.size());
  int marks = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    UChar32 c = next(bytes, i);
    if (c < 0) c = kReplacement;
    if (is_dropped(c)) continue;
    const bool is_mark = c >= kFirstMark && u_getCombiningClass(c) != 0;
    marks = is_mark ? marks + 1 : 0;
    if (marks > kMostMarks) {
      append(kept, kGraphemeJoiner);
      marks = 1;
    }
    append(kept, c);
  }
  return nfc(kept);
}

std::size_t code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return !is_continuation(c); }));
}

std::string_view prefix(std::string_view utf8, std::size_t code_points) {
  std::size_t i = 0;
  for (; i < utf8.size(); ++i) {
    if (is_continuation(utf8[i])) continue;
    if (code_points == 0) break;
    --code_points;
  }
  return utf8.substr(0, i);
}

std::string trim(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = text.size();
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const UChar32 c = next(text, i);
    if (c >= 0 && u_isUWhiteSpace(c) != 0) continue;
    if (begin == text.size()) begin = start;
    end = i;
  }
  return std::string(text.substr(begin, end - begin));
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace varsel
