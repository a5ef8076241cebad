#include "intents/masking.h"

#include <array>
#include <random>

#include "base/text.h"
#include "intents/understand.h"
#include "tests/catch.h"

using namespace varsel;
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
      {"skrev mit kodeord, det er Sommer2025", "skrev mit kodeord, det er ********"},
      {"typed my password, which is Winter24", "typed my password, which is ********"},
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

namespace {

// The digits 0 of the scripts that people paste.
constexpr std::array<char32_t, 6> kZeros{U'0', U'0', 0x0660, 0x06F0, 0x0966, 0xFF10};

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

class Random {
 public:
  unsigned below(unsigned limit) { return static_cast<unsigned>(engine_()) % limit; }
  std::string digits(std::size_t count) {
    std::string out;
    while (out.size() < count) out += static_cast<char>('0' + below(10));
    return out;
  }
  std::string two(unsigned from, unsigned to) {
    const unsigned value = from + below(to - from + 1);
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[below(static_cast<unsigned>(all.size()))];
  }

 private:
  std::mt19937 engine_{20250131};
};

// An id in its groups: CPR, foedselsnummer, D-number, H-number, personnummer with and without the century.
std::vector<std::string> an_id(Random& random) {
  const std::string year = random.two(0, 99);
  switch (random.below(7)) {
    case 0:
      return {random.two(1, 31) + random.two(1, 12) + year, random.digits(4)};
    case 1:
      return {random.two(1, 31) + random.two(1, 12) + year, random.digits(5)};
    case 2:
      return {random.two(41, 71) + random.two(1, 12) + year, random.digits(5)};
    case 3:
      return {random.two(1, 31) + random.two(81, 92) + year, random.digits(3), random.digits(2)};
    case 4:
      return {year + random.two(1, 12) + random.two(1, 31), random.digits(4)};
    case 5:
      return {"19" + random.two(20, 99) + random.two(1, 12) + random.two(1, 31), random.digits(4)};
    default:
      return {random.digits(6), random.digits(4)};
  }
}

std::string written(const std::vector<std::string>& groups, const std::string& separator, char32_t zero) {
  std::string out;
  for (const std::string& group : groups) {
    if (!out.empty()) out += separator;
    for (const char digit : group) append(out, zero + static_cast<char32_t>(digit - '0'));
  }
  return out;
}

std::string joined(const std::vector<std::string>& groups) {
  std::string out;
  for (const std::string& group : groups) out += group;
  return out;
}

std::size_t digits_in(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += c >= '0' && c <= '9' ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("A generated id is masked in every script and between any separators") {
  const std::vector<std::string> separators{"",  "-",  " ",   "  ",  "\xC2\xA0",     "\xE2\x80\x91", "\xE2\x80\x93",
                                            ".", "/",  " - ", "\n",  "\xE2\x80\xAF", "\xE2\x88\x92", "\xE2\x80\x8B",
                                            "_", "\t", "-\n", " \n", "\xC2\xAD",     "\xEF\xBC\x8D"};
  const std::vector<std::string> before{"",     "cpr ", "CPR-nr.: ",     "borgeren (",   "id=",    "kl. 10 fik jeg ",
                                        "fnr:", "\n",   "personnummer ", "med nummer\n", "vedr. ", "navn og "};
  const std::vector<std::string> after{"",  " er sendt", ")", ", 37 borgere", "\nog navn", ".", " til forkert",
                                       "!", "?"};
  Random random;
  for (int round = 0; round < 20000; ++round) {
    const std::vector<std::string> id = an_id(random);
    const std::string& prefix = random.of(before);
    const std::string& suffix = random.of(after);
    const char32_t zero = kZeros[random.below(kZeros.size())];
    const std::string text = clean_text(prefix + written(id, random.of(separators), zero) + suffix);
    const std::string masked = mask(text, find_sensitive(text));
    INFO(text << " -> " << masked);
    REQUIRE(digits_in(masked) == digits_in(prefix) + digits_in(suffix));
    for (const char* lead : {"\xD9", "\xDB", "\xE0\xA5", "\xEF\xBC\x90"})
      REQUIRE(masked.find(lead) == std::string::npos);
    REQUIRE(mask(masked, find_sensitive(masked)) == masked);
    Context context;
    context.now = parse_instant("2025-11-19T14:30:00+01:00").value();
    if (round % 20 == 0) REQUIRE(understand(text, context).masked == masked);
    REQUIRE(masked.find(joined(id)) == std::string::npos);
  }
}

TEST_CASE("Generated cards and accounts and passwords are masked") {
  Random random;
  const std::vector<std::string> passwords{"Sommer",
                                           "hund",
                                           "K\xC3\xB8"
                                           "benhavn",
                                           "P4ss",
                                           "x!y",
                                           "Qwerty"};
  const std::vector<std::string> labels{
      "mit kodeord er ", "passordet er ", "password: ", "adgangskoden var ", "kodeord=", "l\xC3\xB6senordet \xC3\xA4r ",
      "my password is ", "pwd: "};
  for (int round = 0; round < 5000; ++round) {
    const std::string separator = random.of(std::vector<std::string>{" ", "-", "\xC2\xA0", ""});
    const std::string card =
        written({"4" + random.digits(3), random.digits(4), random.digits(4), random.digits(4)}, separator, U'0');
    CHECK(digits_in(mask("kort " + card + " brugt", find_sensitive("kort " + card + " brugt"))) == 0);
    const std::string account = "konto " + random.digits(4) + random.of(std::vector<std::string>{" ", "-", ""}) +
                                random.digits(7 + random.below(4));
    CHECK(digits_in(mask(account, find_sensitive(account))) == 0);
    const std::string password = random.of(passwords) + random.digits(4);
    const std::string text =
        random.of(labels) + password + random.of(std::vector<std::string>{"", ".", " og den er skiftet", ", tror jeg"});
    INFO(text);
    CHECK(mask(text, find_sensitive(text)).find(password) == std::string::npos);
  }
}
