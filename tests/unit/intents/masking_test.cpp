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

TEST_CASE("National ids of the neighbours and with their century are masked") {
  const Case cases[] = {
      {"personnummer 850131-1234", "personnummer ******-****"},
      {"19850131-1234", "********-****"},
      {"198501311234", "************"},
      {"19120131+1234", "********+****"},
      {"samordningsnummer 850191-1234", "samordningsnummer ******-****"},
      {"31-01-1985-1234", "**-**-****-****"},
      {"cpr 31011985 1234", "cpr ******** ****"},
      {"010157:5004", "******:****"},
      {"cpr 010 157 5004", "cpr *** *** ****"},
      {"cpr-nr.\n010157\n5004", "cpr-nr.\n******\n****"},
      {"cpr 010157-5004 37 borgere", "cpr ******-**** 37 borgere"},
      {"\xD9\xA0\xD9\xA1\xD9\xA0\xD9\xA1\xD9\xA5\xD9\xA7-5004", "******-****"},
      {"\xF0\x9D\x9F\x8E\xF0\x9D\x9F\x8F"
       "0157-5004",
       "******-****"},
      {"personnummer 20101112 1430", "personnummer ******** ****"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(mask(c.text, find_sensitive(c.text)) == c.masked);
  }
}

TEST_CASE("Accounts and cards are masked behind the word for them in any grouping") {
  const Case cases[] = {
      {"reg. 1234 konto 1234567", "reg. 1234 konto *******"},
      {"konto 1234 1234567890", "konto **** **********"},
      {"kontonr. 1234-5678901", "kontonr. ****-*******"},
      {"bankgiro 5050-1055", "bankgiro ****-****"},
      {"kontonummer 12345678901", "kontonummer ***********"},
      {"kortnummer: 5413330089020011", "kortnummer: ****************"},
      {"3782 822463 10005", "**** ****** *****"},
      {"378282246310005", "***************"},
      {"GB29 NWBK 6016 1331 9268 19", "GB** NWBK **** **** **** **"},
      {"SE45 5000 0000 0583 9825 7466", "SE** **** **** **** **** ****"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(mask(c.text, find_sensitive(c.text)) == c.masked);
  }
}

TEST_CASE("Passwords and codes that were written down are masked whole") {
  const Case cases[] = {
      {"mit kodeord er Sommer2025", "mit kodeord er ********"},
      {"Mit kodeord er Sommer2025.", "Mit kodeord er ********."},
      {"passordet er hemmelig1!", "passordet er ********"},
      {"password: Hest-og-vogn", "password: ********"},
      {"pwd=abc123", "pwd=********"},
      {"adgangskoden til min postkasse er \"blå hest\"", "adgangskoden til min postkasse er \"********\""},
      {"koden er 4711", "koden er ********"},
      {"pinkode 4711", "pinkode ********"},
      {"PIN: 123456", "PIN: ********"},
      {"my password is Winter24 and it was leaked", "my password is ******** and it was leaked"},
      {"Sommer2025 er mit kodeord", "******** er mit kodeord"},
      {"l\xC3\xB6senordet \xC3\xA4r Vinter99", "l\xC3\xB6senordet \xC3\xA4r ********"},
      {"brugernavn anna, adgangskode: kaffekop", "brugernavn anna, adgangskode: ********"},
      {"passordet var Sommer.", "passordet var ********."},
      {"engangskode 839201", "engangskode ********"},
      {"the code is 839201", "the code is ********"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(mask(c.text, find_sensitive(c.text)) == c.masked);
  }
}

TEST_CASE("Talk about passwords and codes is not masked") {
  for (const char* text :
       {"kodeordet er skiftet", "passordet er byttet", "mit kodeord er blevet stj\xC3\xA5let", "password: nej",
        "jeg gav min kode til en falsk it-mand", "adgangskoder til 1200 brugere er l\xC3\xA6kket", "fejlkode 500",
        "error code 404", "the password was changed", "passord og brukernavn", "postal code 2100",
        "koden blev sendt kl. 10", "has the password been reset?", "PASSORDET ER BYTTET", "pin og kode"}) {
    INFO(text);
    CHECK(mask(text, find_sensitive(text)) == text);
  }
}

TEST_CASE("Counts and dates and phones and case numbers are not masked") {
  for (const char* text : {"1.250 borgere",
                           "1 250 000 000",
                           "ring 12 34 56 78",
                           "12345678",
                           "+45 12 34 56 78",
                           "+4712345678",
                           "12.11.2025 kl. 14.30",
                           "2025-11-12 14:30",
                           "20251119",
                           "sag 25/12345",
                           "mellem 200 og 300",
                           "kl. 10.30 den 3/11",
                           "ring 0701234567",
                           "tlf. 07700900123",
                           "scan_202511191430.pdf",
                           "20251119 1430",
                           "0045 12 34 56 78",
                           "cvr 12345678",
                           "orgnr 987 654 321",
                           "V-2026-AM5T-9",
                           "sag 2025-1234567",
                           "konto er sp\xC3\xA6rret",
                           "kl. 10:30-11:15, 12 borgere",
                           "artikel 33 og 34",
                           "3.11.2025 10.30"}) {
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
