// What browsers put into addresses, cookies and forms. Every function refuses what is malformed instead of guessing.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/message.h"
#include "base/result.h"

namespace varsel::adapters::http {

// %XX once; nothing if an escape is cut short, or the result is no UTF-8 or holds a control character (tab and line
// breaks too: none belongs into an address).
std::optional<std::string> percent_decode(std::string_view text);
std::string percent_encode(std::string_view text);  // everything but RFC 3986 "unreserved"

// application/x-www-form-urlencoded, in a query or as a body (WHATWG URL §5): "+" is a space, names may repeat. Values
// are valid UTF-8; line breaks are kept (a textarea has them), other control characters are refused.
// invalid: a bad escape, or more than `max_fields`.
Result<Fields> parse_urlencoded(std::string_view text, std::size_t max_fields = 100);

// The value of a cookie, or nothing (RFC 6265 §4.2).
std::optional<std::string> cookie(const Request& request, std::string_view name);

struct Part {
  std::string name;          // of the form's field
  std::string filename;      // "" if it is not a file
  std::string content_type;  // as the sender says; lower case, without parameters
  std::string body;
};
// multipart/form-data (RFC 7578). `content_type` is the request's header, with the boundary.
// invalid: malformed, or more than `max_parts`.
Result<std::vector<Part>> parse_multipart(std::string_view content_type, std::string_view body, std::size_t max_parts);

// The value of a parameter of a header ("form-data; name=\"x\""), or nothing. Browsers escape quotes as %22 (WHATWG
// HTML, multipart/form-data); that is undone.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name);

// "Text/HTML; charset=utf-8" -> "text/html"
std::string media_type(std::string_view content_type);

}  // namespace varsel::adapters::http
