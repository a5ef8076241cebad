#include "intents/masking.h"

#include "tests/catch.h"

using namespace varsel::intents;

namespace {

struct Case {
  const char* text;
  const char* masked;
};

}  // namespace

TEST_CASE("National ids are masked by shape in every way people write them") {
  const Case cases[] = {
      {"cpr 010157-5004", "cpr ******-****"},
      {"0101575004", "**********"},
      {"010157 5004", "****** ****"},
      {"cpr 01 01 57 50 04 tak", "cpr ** ** ** ** ** tak"},
      {"01.01.57-5004", "**.**.**-****"},
      {"321357-0000", "******-****"},  // an impossible date is still an id
      {"fnr 15819050160", "fnr ***********"},
      {"158190 50160", "****** *****"},
      {"158190 501 60", "****** *** **"},
      {"D-nummer 55819050073.", "D-nummer ***********."},
      {"010157\xC2\xA0"
       "5004",
       "******\xC2\xA0****"},
      {"010157\xE2\x80\x93"
       "5004",
       "******\xE2\x80\x93****"},
      {"\xEF\xBC\x90\xEF\xBC\x91\xEF\xBC\x90\xEF\xBC\x91\xEF\xBC\x95\xEF\xBC\x97-5004", "******-****"},
      {"cpr0101575004.pdf", "cpr**********.pdf"},
      {"010157-5004, 010157-5001", "******-****, ******-****"},
      {"hospital 010157-AB12", "hospital ******-AB**"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(mask(c.text, find_sensitive(c.text)) == c.masked);
  }
}

TEST_CASE("Cards and accounts are masked") {
  const Case cases[] = {
      {"4111 1111 1111 1111", "**** **** **** ****"},
      {"kort 4111111111111111", "kort ****************"},
      {"kontonummer 1234.56.78901", "kontonummer ****.**.*****"},
      {"NO93 8601 1117 947", "NO** **** **** ***"},
      {"DK5000400440116243 og navn", "DK**************** og navn"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(mask(c.text, find_sensitive(c.text)) == c.masked);
  }
}

TEST_CASE("Counts and dates and phones and case numbers are not masked") {
  for (const char* text : {"1.250 borgere", "1 250 000 000", "ring 12 34 56 78", "12345678", "+45 12 34 56 78",
                           "+4712345678", "12.11.2025 kl. 14.30", "2025-11-12 14:30", "20251119", "sag 25/12345",
                           "mellem 200 og 300", "kl. 10.30 den 3/11", "artikel 33 og 34", "3.11.2025 10.30"}) {
    INFO(text);
    CHECK(mask(text, find_sensitive(text)) == text);
  }
}

TEST_CASE("Phones and e-mail addresses are found whole") {
  const std::string text = "skriv til test.person@example.org eller ring +45 12 34 56 78";
  const auto found = find_sensitive(text);
  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].start, found[0].end - found[0].start) == "test.person@example.org");
  CHECK(text.substr(found[1].start, found[1].end - found[1].start) == "+45 12 34 56 78");
}
