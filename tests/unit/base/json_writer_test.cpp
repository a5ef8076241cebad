#include "base/json_writer.h"

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

#include "tests/catch.h"

using namespace varsel;
using nlohmann::json;

namespace {

std::string written(std::string_view text) {
  JsonWriter out;
  out.value(text);
  return out.take();
}

}  // namespace

TEST_CASE("Written JSON has a comma between neighbours and nowhere else") {
  JsonWriter out;
  out.begin_object();
  out.member("text", "æ");
  out.key("empty");
  out.begin_array();
  out.end_array();
  out.key("list");
  out.begin_array();
  out.value(1);
  out.begin_object();
  out.end_object();
  out.begin_object();
  out.member("yes", true);
  out.member("no", false);
  out.end_object();
  out.null();
  out.end_array();
  out.member("last", std::string("end"));
  out.end_object();
  CHECK(out.take() == R"({"text":"æ","empty":[],"list":[1,{},{"yes":true,"no":false},null],"last":"end"})");
}

TEST_CASE("Written text is escaped as the JSON library escapes it") {
  std::string every;
  for (int byte = 0; byte < 0x80; ++byte) every += static_cast<char>(byte);
  for (const std::string& text : {std::string(), std::string("plain"), every, std::string("\"\\"), std::string("a\nb"),
                                  std::string("rødgrød € 🙂\tæ\""), std::string("\x7f")})
    CHECK(written(text) == json(text).dump());
}

TEST_CASE("Written bytes that are not UTF-8 are replaced and the rest is kept") {
  for (const std::string bytes : {"\xff", "a\x80z", "\xc3", "\xed\xa0\x80", "\xf0\x9f\x99", "\xc0\xaf", "ok\xe2\x82"}) {
    const auto back = json::parse(written(bytes), nullptr, false);
    REQUIRE(back.is_string());
    CHECK(back.get<std::string>().find("\xEF\xBF\xBD") != std::string::npos);
  }
  CHECK(written("a\xffz") == "\"a\xEF\xBF\xBDz\"");
}

TEST_CASE("Written numbers are read back as they were") {
  const auto back = [](auto number) {
    JsonWriter out;
    out.value(number);
    return json::parse(out.take()).get<decltype(number)>() == number;
  };
  CHECK(back(0));
  CHECK(back(-1));
  CHECK(back(std::numeric_limits<std::int64_t>::min()));
  CHECK(back(std::numeric_limits<std::int64_t>::max()));
  CHECK(back(std::numeric_limits<std::uint64_t>::max()));
  CHECK(back(std::uint8_t{200}));
}
