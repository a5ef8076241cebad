#include "base/text.h"

#include <string>

#include "base/secret.h"
#include "tests/catch.h"

namespace varsel {
namespace {

using namespace std::string_literals;

TEST_CASE("Text is cleaned of what deceives and keeps what people wrote") {
  struct Row {
    std::string given;
    std::string kept;
  };
  const Row rows[] = {
      {"", ""},
      {"plain text\n\tstays", "plain text\n\tstays"},
      {"Jeg så æ, ø og å – på Sjællandsgade", "Jeg så æ, ø og å – på Sjællandsgade"},
      {"line\r\nline", "line\nline"},
      {"nul\0here"s, "nulhere"},
      {"bell\x07 esc\x1b[31m del\x7f", "bell esc[31m del"},
      {"c1 \xc2\x85 control", "c1  control"},
      {"a\xe2\x80\xae"
       "txt.exe",
       "atxt.exe"},                                                // U+202E right-to-left override
      {"\xe2\x80\xaa\xe2\x80\xab\xe2\x80\xac\xe2\x80\xad", ""},    // U+202A to U+202D
      {"\xe2\x81\xa6x\xe2\x81\xa7\xe2\x81\xa8\xe2\x81\xa9", "x"},  // U+2066 to U+2069
      {"\xe2\x80\x8ex\xe2\x80\x8f\xd8\x9c", "x"},                  // U+200E U+200F U+061C
      {"A\xcc\x8a"
       "rhus, \xc3\x85rhus",
       "\xc3\x85rhus, \xc3\x85rhus"},  // NFC
      {"\xe2\x84\xab", "\xc3\x85"},    // Angstrom sign is a letter
      {"bad \xff\xfe bytes", "bad \xef\xbf\xbd\xef\xbf\xbd bytes"},
      {"cut \xe2\x82", "cut \xef\xbf\xbd"},
      {"overlong \xc0\xaf", "overlong \xef\xbf\xbd\xef\xbf\xbd"},
      {"surrogate \xed\xa0\x80", "surrogate \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
      {"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7"},  // joiner stays
  };
  for (const Row& row : rows) {
    CAPTURE(row.given);
    CHECK(clean_text(row.given) == row.kept);
    CHECK(clean_text(clean_text(row.given)) == row.kept);
  }
}

TEST_CASE("Every pair of bytes is cleaned to valid text that stays as it is") {
  int unstable = 0;
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; ++second) {
      const std::string cleaned = clean_text(std::string{static_cast<char>(first), static_cast<char>(second)});
      const bool stable = is_utf8(cleaned) && clean_text(cleaned) == cleaned;
      if (!stable) UNSCOPED_INFO("bytes " << first << " " << second);
      unstable += stable ? 0 : 1;
    }
  CHECK(unstable == 0);
}

TEST_CASE("A run of combining marks is broken after thirty") {
  std::string hostile = "a";
  for (int i = 0; i < 100000; ++i) hostile += i % 2 == 0 ? "\xcc\x95" : "\xcc\x96";
  const std::string cleaned = clean_text(hostile);
  CHECK(is_utf8(cleaned));
  CHECK(clean_text(cleaned) == cleaned);
  CHECK(code_points(cleaned) == 1 + 100000 + 100000 / 30);
}

TEST_CASE("Valid UTF-8 is told from the rest") {
  for (const char* good : {"", "abc", "\xc3\xa6", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xf4\x8f\xbf\xbf"})
    CHECK(is_utf8(good));
  for (const char* bad : {"\x80", "\xc3", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                          "\xf8\x88\x80\x80\x80", "\xff"}) {
    CAPTURE(to_hex(bad));
    CHECK_FALSE(is_utf8(bad));
  }
}

TEST_CASE("Lengths and prefixes count code points") {
  CHECK(code_points("") == 0);
  CHECK(code_points("blåbær") == 6);
  CHECK(prefix("blåbær", 3) == "blå");
  CHECK(prefix("blåbær", 0) == "");
  CHECK(prefix("blåbær", 6) == "blåbær");
  CHECK(prefix("blåbær", 99) == "blåbær");
}

TEST_CASE("White space of any script is trimmed at the ends") {
  CHECK(trim("") == "");
  CHECK(trim(" \t\n ") == "");
  CHECK(trim("\xc2\xa0 hej du \xe2\x80\xaf\n") == "hej du");
  CHECK(trim("å") == "å");
}

TEST_CASE("Bytes are written as hex") {
  CHECK(to_hex("\x00\x0f\xa0\xff"s) == "000fa0ff");
}

TEST_CASE("A secret is compared whole") {
  const Secret secret("hemmelig");
  CHECK(secret.equals("hemmelig"));
  CHECK_FALSE(secret.equals("hemmeli"));
  CHECK_FALSE(secret.equals("hemmelig "));
  CHECK_FALSE(secret.equals(""));
  CHECK(Secret().equals(""));
}

}  // namespace
}  // namespace varsel
