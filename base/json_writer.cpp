#include "base/json_writer.h"

#include <unicode/utf8.h>

namespace varsel {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

// Moves `at` behind the character there; false: the bytes are not UTF-8.
bool skip_character(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(text.data(), at, text.size(), c);
#pragma GCC diagnostic pop
  return c >= 0;
}

void escape(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += '\\';
  switch (c) {
    case '"':
    case '\\':
      out += c;
      return;
    case '\b':
      out += 'b';
      return;
    case '\f':
      out += 'f';
      return;
    case '\n':
      out += 'n';
      return;
    case '\r':
      out += 'r';
      return;
    case '\t':
      out += 't';
      return;
    default:
      out += "u00";
      out += kDigits[static_cast<unsigned char>(c) >> 4];
      out += kDigits[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void JsonWriter::value(std::string_view text) {
  separate();
  text_ += '"';
  std::size_t copied = 0;  // whatever stands for itself is copied in long runs
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain(text[at])) {
      ++at;
      continue;
    }
    const std::size_t special = at;
    const bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
    if (is_ascii)
      ++at;
    else if (skip_character(text, at))
      continue;
    text_.append(text, copied, special - copied);
    if (is_ascii)
      escape(text_, text[special]);
    else
      text_ += kReplacement;
    copied = at;
  }
  text_.append(text, copied);
  text_ += '"';
}

}  // namespace varsel
