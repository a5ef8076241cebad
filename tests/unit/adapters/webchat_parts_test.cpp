#include "adapters/webchat/file_type.h"
#include "adapters/webchat/limiter.h"
#include "adapters/webchat/token.h"
#include "tests/catch.h"

using namespace std::chrono_literals;
using namespace std::string_view_literals;
using namespace varsel;
using namespace varsel::adapters::webchat;

namespace {
constexpr Instant kNow(Millis(1'800'000'000'000));
}

TEST_CASE("tokens: only what was signed here and still holds is good") {
  const Tokens tokens(Secret(std::string(32, 'k')));
  const std::string token = tokens.issue({Claims::Use::api, ConversationId("c1"), PersonId("dl_æ\"1"), kNow + 30min});
  const auto checked = tokens.check(token, Claims::Use::api, kNow);
  REQUIRE(checked.verdict == Tokens::Verdict::good);
  CHECK(checked.claims.conversation == ConversationId("c1"));
  CHECK(checked.claims.person == PersonId("dl_æ\"1"));
  CHECK(checked.claims.expires == kNow + 30min);
  CHECK(tokens.check(token, Claims::Use::api, kNow + 30min).verdict == Tokens::Verdict::expired);
  CHECK(tokens.check(token, Claims::Use::stream, kNow).verdict == Tokens::Verdict::forged);
  CHECK(Tokens(Secret(std::string(32, 'x'))).check(token, Claims::Use::api, kNow).verdict == Tokens::Verdict::forged);
  for (std::size_t i = 0; i < token.size(); ++i) {
    std::string altered = token;
    altered[i] = altered[i] == 'A' ? 'B' : 'A';
    CHECK(tokens.check(altered, Claims::Use::api, kNow).verdict == Tokens::Verdict::forged);
    CHECK(tokens.check(token.substr(0, i), Claims::Use::api, kNow).verdict == Tokens::Verdict::forged);
  }
}

TEST_CASE("limiter: a burst at once and then an even rate") {
  Limiter limiter({1s, 3});
  for (int i = 0; i < 3; ++i) CHECK(limiter.book("a", kNow, 5s) == Millis(0));
  CHECK(limiter.book("a", kNow, 5s) == Millis(1000));
  CHECK(limiter.book("a", kNow, 5s) == Millis(2000));
  CHECK(limiter.book("a", kNow, 2s) == std::nullopt);
  CHECK(limiter.book("b", kNow, 5s) == Millis(0));
  CHECK(limiter.book("a", kNow + 1min, 0s) == Millis(0));
}

TEST_CASE("limiter: strangers without number do not fill the memory or lock out those who are known") {
  Limiter limiter({1s, 1});
  CHECK(limiter.book("known", kNow, 0s) == Millis(0));
  int served = 0;
  for (int i = 0; i < 30'000; ++i) served += limiter.book(std::to_string(i), kNow, 0s).has_value();
  CHECK(served == 20'000);  // the rest share one entry
  CHECK(limiter.book("known", kNow + 1s, 0s) == Millis(0));
}

TEST_CASE("files: the type is what the bytes say") {
  struct Row {
    std::string bytes;
    std::string type;
  };
  const std::string outlook = std::string("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv) + std::string(512, '\0') +
                              std::string("_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\0001\0"sv);
  const Row row = GENERATE_COPY(
      Row{std::string("\x89PNG\r\n\x1a\n...."sv), "image/png"}, Row{std::string("\xff\xd8\xff\xe0"sv), "image/jpeg"},
      Row{std::string("GIF89a"sv), "image/gif"}, Row{std::string("RIFF\1\2\3\4WEBPVP8 "sv), "image/webp"},
      Row{std::string("RIFF\1\2\3\4WAVE"sv), ""}, Row{std::string("RIFF"sv), "text/plain"},
      Row{std::string("%PDF-1.7"sv), "application/pdf"}, Row{outlook, "application/vnd.ms-outlook"},
      Row{std::string("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a spreadsheet"sv), ""},
      Row{std::string("Received: by x\r\nFROM: a@example.org\r\n\r\nhi"sv), "message/rfc822"},
      Row{std::string("To: whom it concerns\n"sv), "text/plain"}, Row{std::string("plain \xc3\xa6"sv), "text/plain"},
      Row{std::string("latin \xe6"sv), ""}, Row{std::string("PK\x03\x04"sv), ""},
      Row{"\x7f"
          "ELF\2",
          ""},
      Row{std::string(""sv), ""});
  INFO(row.bytes);
  CHECK(sniff(row.bytes) == row.type);
}

TEST_CASE("files: names are safe to show") {
  CHECK(safe_file_name("skjermbilde 1.png") == "skjermbilde 1.png");
  CHECK(safe_file_name("C:\\Users\\x\\a.txt") == "a.txt");
  CHECK(safe_file_name("../../etc/passwd") == "passwd");
  CHECK(safe_file_name("a\nb\x01.txt") == "a b.txt");
  CHECK(safe_file_name("gpj.\xe2\x80\xae"
                       "exe") == "gpj.exe");
  CHECK(safe_file_name("..") == "file");
  CHECK(safe_file_name("") == "file");
  CHECK(safe_file_name(std::string(500, 'a')).size() == 120);
}
