#include <nlohmann/json.hpp>

#include "adapters/http/form.h"
#include "adapters/http/json.h"
#include "tests/catch.h"

using namespace varsel;
using namespace varsel::adapters::http;

TEST_CASE("forms: urlencoded values") {
  const auto fields = parse_urlencoded("a=1&b=x+y&c=%C3%A6&&d=line%0D%0Abreak&e&a=2");
  REQUIRE(fields.has_value());
  CHECK(*fields == Fields{{"a", "1"}, {"b", "x y"}, {"c", "æ"}, {"d", "line\r\nbreak"}, {"e", ""}, {"a", "2"}});
  for (const char* bad : {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "%ff=a", "a=%1b"})
    CHECK_FALSE(parse_urlencoded(bad).has_value());
  CHECK(parse_urlencoded("a&b", 2).has_value());
  CHECK_FALSE(parse_urlencoded("a&b&c", 2).has_value());
}

TEST_CASE("forms: percent encoding goes there and back") {
  const std::string text = "a:1@b;c æ/?&=+%";
  CHECK(percent_encode("a:1@b;c") == "a%3A1%40b%3Bc");
  CHECK(percent_decode(percent_encode(text)) == text);
}

TEST_CASE("forms: a cookie is found by its whole name") {
  Request request;
  request.headers = {{"cookie", "xsession=1; session=2 ;b=3"}, {"cookie", "c=4"}};
  CHECK(cookie(request, "session") == "2");
  CHECK(cookie(request, "c") == "4");
  CHECK(cookie(request, "sess") == std::nullopt);
}

TEST_CASE("forms: multipart bodies") {
  const std::string type = "Multipart/Form-Data; Boundary=\"x y\"";
  const std::string part = "--x y\r\ncontent-disposition: form-data; name=\"text\"\r\n\r\na\r\n--x\r\nb\r\n";
  const auto parts = parse_multipart(type, part + "--x y--\r\n", 1);
  REQUIRE(parts.has_value());
  REQUIRE(parts->size() == 1);
  CHECK(parts->front().name == "text");
  CHECK(parts->front().body == "a\r\n--x\r\nb");
  CHECK_FALSE(parse_multipart(type, part + part + "--x y--", 1).has_value());
  CHECK_FALSE(parse_multipart(type, part, 1).has_value());
  CHECK_FALSE(parse_multipart(type, "preamble" + part + "--x y--", 1).has_value());
  CHECK_FALSE(parse_multipart("text/plain", part, 1).has_value());
  CHECK_FALSE(parse_multipart("multipart/form-data", part, 1).has_value());
  CHECK_FALSE(parse_multipart("multipart/form-data; boundary=\"", part, 1).has_value());
}

TEST_CASE("json: depth is checked before a value exists") {
  CHECK(parse_json(R"({"a":[{"b":"[[[[[["}]})", 3).has_value());
  CHECK_FALSE(parse_json(R"({"a":[{"b":[]}]})", 3).has_value());
  CHECK_FALSE(parse_json(std::string(1'000'000, '[')).has_value());
  CHECK(parse_json(R"("a\"[[[[")", 1).has_value());
  CHECK_FALSE(parse_json("").has_value());
  CHECK_FALSE(parse_json("\"\xc3\"").has_value());
}
