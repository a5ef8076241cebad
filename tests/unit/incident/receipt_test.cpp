#include "incident/receipt.h"

#include <random>
#include <set>

#include "tests/catch.h"

namespace varsel::incident {
namespace {

using std::chrono::year;

ReceiptNumber receipt(std::mt19937& random, int in = 2026) {
  ReceiptEntropy bytes;
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random());
  return make_receipt(year{in}, bytes);
}
std::string detail(std::string_view text) {
  const Result<ReceiptNumber> parsed = parse_receipt(text);
  return parsed ? parsed->str() : parsed.error().detail;
}

constexpr std::string_view kTyped = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

TEST_CASE("A receipt number looks the same for the same bytes and carries the year") {
  CHECK(make_receipt(year{2026}, {}).str() ==
        "V-2026-AAAA-U");  // 2*9 + 0*8 + 2*7 + 6*6 = 68 = 6 mod 31; 31 - 6 = 25, which is U
  CHECK(make_receipt(year{2026}, {0, 0, 0, 0, 0, 0, 0, 1}).str() == "V-2026-BAAA-P");
  std::mt19937 random{1};
  CHECK(receipt(random, 2031).str().starts_with("V-2031-"));
}

TEST_CASE("Receipt numbers have no character that is read for another") {
  std::mt19937 random{2};
  std::set<char> seen;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = receipt(random).str();
    REQUIRE(text.size() == 13);
    for (const char c : text.substr(7)) seen.insert(c);
  }
  for (const char c : std::string_view{"0O1IL"}) CHECK_FALSE(seen.contains(c));
  CHECK(seen.size() == 32);  // 31 and the dash
}

TEST_CASE("What was given out is read back however it is typed") {
  std::mt19937 random{3};
  for (int i = 0; i < 200; ++i) {
    const ReceiptNumber number = receipt(random, 2020 + i % 30);
    REQUIRE(parse_receipt(number.str()).value() == number);
  }
  const ReceiptNumber number = make_receipt(year{2026}, {7, 3, 1, 9, 4, 4, 8, 2});
  const std::string text = number.str();
  std::string bare;
  std::string lower;
  std::string spaced = "  ";
  std::string typographic;
  for (const char c : text) {
    if (c != '-') bare += c;
    lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    spaced += c == '-' ? ' ' : c;
    typographic += c == '-' ? std::string{"\xE2\x80\x93"} : std::string{c};
  }
  for (const std::string& typed : {bare, lower, spaced, typographic, text.substr(2), text + ".", bare.substr(1)}) {
    CAPTURE(typed);
    CHECK(detail(typed) == text);
  }
}

TEST_CASE("One wrong character is caught") {
  std::mt19937 random{4};
  for (int i = 0; i < 20; ++i) {
    const std::string text = receipt(random).str();
    for (std::size_t place = 2; place < text.size(); ++place) {
      if (text[place] == '-') continue;
      for (const char wrong : kTyped) {
        if (wrong == text[place]) continue;
        std::string typed = text;
        typed[place] = wrong;
        CAPTURE(text, typed);
        REQUIRE_FALSE(parse_receipt(typed).has_value());
      }
    }
  }
}

TEST_CASE("Two characters that changed places are caught") {
  std::mt19937 random{5};
  for (int i = 0; i < 200; ++i) {
    const std::string text = receipt(random).str();
    for (std::size_t a = 2; a < text.size(); ++a)
      for (std::size_t b = a + 1; b < text.size(); ++b) {
        if (text[a] == text[b] || text[a] == '-' || text[b] == '-') continue;
        std::string typed = text;
        std::swap(typed[a], typed[b]);
        CAPTURE(text, typed);
        REQUIRE_FALSE(parse_receipt(typed).has_value());
      }
  }
}

TEST_CASE("What is no receipt number is told from one that was mistyped") {
  for (const char* text : {"", "V", "hello", "V-2026-7K3M", "V-2026-7K3M-QQ", "V-20X6-7K3M-Q", "V-0026-7K3M-Q",
                           "V-2026-7K0M-Q", "\xFF\xFE"}) {
    CAPTURE(text);
    CHECK(detail(text) == "receipt.malformed");
  }
  CHECK(detail(std::string(10000, '2')) == "receipt.malformed");
  CHECK(detail("V-2026-AAAA-Q") == "receipt.mistyped");
}

}  // namespace
}  // namespace varsel::incident
