// Text from outside: UTF-8 that has been checked, and the characters that are never let through.
#pragma once
#include <string>
#include <string_view>

namespace varsel {

[[nodiscard]] bool is_utf8(std::string_view bytes);

// What a person typed, made safe to keep and to show: invalid UTF-8 becomes U+FFFD; NUL and control characters (but
// not newline and tab) and the bidirectional controls U+202A-202E, U+2066-2069, U+200E, U+200F, U+061C (which can make
// text read otherwise than it is stored, CVE-2021-42574) are dropped; Unicode NFC.
[[nodiscard]] std::string clean_text(std::string_view bytes);

// Number of code points in valid UTF-8, and the byte prefix that holds at most that many.
[[nodiscard]] std::size_t code_points(std::string_view utf8);
[[nodiscard]] std::string_view prefix(std::string_view utf8, std::size_t code_points);

[[nodiscard]] std::string trim(std::string_view text);
[[nodiscard]] std::string to_hex(std::string_view bytes);

}  // namespace varsel
