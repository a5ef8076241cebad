#include <utility>
// <utility> before Beast: its awaitable headers need it with Boost 1.74.
#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>
#include <optional>

#include "adapters/http/form.h"
#include "adapters/http/head.h"
#include "adapters/http/router.h"

namespace varsel::adapters::http {
namespace {

namespace beast = boost::beast;
using beast::http::field;

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<Method> method_of(beast::http::verb verb) {
  switch (verb) {
    case beast::http::verb::get:
    case beast::http::verb::head:
      return Method::get;
    case beast::http::verb::post:
      return Method::post;
    case beast::http::verb::put:
      return Method::put;
    case beast::http::verb::patch:
      return Method::patch;
    case beast::http::verb::delete_:
      return Method::del;
    case beast::http::verb::options:
      return Method::options;
    default:
      return std::nullopt;
  }
}

bool is_host(std::string_view host) {
  return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_' ||
           c == ':' || c == '[' || c == ']';
  });
}

// Framing and the fields that decide how the rest is read (RFC 9112 §3.2, §6).
int check_fields(const Head& head) {
  const auto hosts = head.count(field::host);
  if (hosts > 1 || (hosts == 0 && head.version() == 11)) return 400;
  if (hosts == 1 && !is_host(view(head[field::host]))) return 400;

  const auto lengths = head.count(field::content_length);
  const auto codings = head.count(field::transfer_encoding);
  if (lengths > 1 || codings > 1 || (lengths && codings)) return 400;
  if (lengths) {
    const auto length = view(head[field::content_length]);
    if (length.empty() || length.size() > 18 || !std::all_of(length.begin(), length.end(), is_digit)) return 400;
  }
  if (codings) {
    if (head.version() == 10) return 400;
    if (!beast::iequals(head[field::transfer_encoding], "chunked")) return 501;
  }
  // A compressed body is a bomb, and no client of ours sends one.
  if (head.count(field::content_encoding) && !beast::iequals(head[field::content_encoding], "identity")) return 415;
  if (head.count(field::expect) && !beast::iequals(head[field::expect], "100-continue")) return 417;
  return 0;
}

// "/a%20b?c=d" in origin form; nothing else is a request to us (RFC 9112 §3.2).
int read_target(std::string_view target, Request& request, std::vector<std::string>& segments) {
  if (target == "*" && request.method == Method::options) {
    request.path.assign(1, '*');
    return 0;
  }
  if (!target.starts_with('/') || target.find('#') != std::string_view::npos) return 400;
  const std::size_t question = target.find('?');
  if (question != std::string_view::npos) {
    request.query = std::string(target.substr(question + 1));
    auto values = parse_urlencoded(request.query);
    if (!values) return 400;
    request.query_values = std::move(*values);
  }
  segments = split_path(target.substr(0, question));
  for (std::string& segment : segments) {
    auto decoded = percent_decode(segment);
    // An encoded slash or a dot segment is a path that a proxy in front may read otherwise than we do.
    if (!decoded || decoded->find_first_of("/\\") != std::string::npos || *decoded == "." || *decoded == "..")
      return 400;
    segment = std::move(*decoded);
    request.path += '/';
    request.path += segment;
  }
  return 0;
}

}  // namespace

HeadScan HeadScanner::scan(std::string_view received) {
  for (; at_ < received.size(); ++at_) {
    const char c = received[at_];
    if (c == '\0' || (c == '\n' && (at_ == 0 || received[at_ - 1] != '\r'))) return {0, lines_, true};
    if (at_ > 0 && received[at_ - 1] == '\r' && c != '\n') return {0, lines_, true};
    if ((c == ' ' || c == '\t') && at_ > 0 && received[at_ - 1] == '\n') return {0, lines_, true};
    if (c != '\n') continue;
    if (at_ == 1) return {0, lines_, true};
    ++lines_;
    if (at_ >= 3 && received[at_ - 2] == '\n') return {++at_, lines_, false};
  }
  return {0, lines_, false};
}

int check_request_line(std::string_view line, const Limits& limits) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == 0 || last == first) return 400;
  const std::string_view target = line.substr(first + 1, last - first - 1);
  if (target.size() > limits.target_bytes) return 414;
  if (std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7e || c < 0x20; }))
    return 400;
  if (target.find(' ') != std::string_view::npos) return 400;
  const std::string_view version = line.substr(last + 1);
  if (version == "HTTP/1.1" || version == "HTTP/1.0") return 0;
  const bool well_formed = version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
                           version[6] == '.' && is_digit(version[7]);
  return well_formed ? 505 : 400;
}

int read_head(const Head& head, const Limits& limits, Request& request, std::vector<std::string>& segments) {
  const auto method = method_of(head.method());
  if (!method) return 501;
  request.method = *method;
  if (const int status = check_fields(head)) return status;
  if (const int status = read_target(view(head.target()), request, segments)) return status;
  for (const auto& entry : head) {
    if (request.headers.size() == limits.header_fields) return 431;
    std::string field_name(view(entry.name_string()));
    for (char& c : field_name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    request.headers.emplace_back(std::move(field_name), std::string(view(entry.value())));
  }
  return 0;
}

}  // namespace varsel::adapters::http
