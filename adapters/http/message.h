// One HTTP request as handlers see it, already checked, and one response as they make it.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace varsel::adapters::http {

enum class Method : std::uint8_t { get, post, put, patch, del, options };  // HEAD arrives as get
std::string_view name(Method method);

using Fields = std::vector<std::pair<std::string, std::string>>;  // in the order sent; small, so searched linearly

struct Request {
  std::uint64_t id = 0;  // counts up within the process: for the operator's log
  Method method = Method::get;
  std::string path;     // percent-decoded once, valid UTF-8, no control characters, no "." or ".." segment
  std::string query;    // as sent
  Fields params;        // what the route's {names} matched, decoded
  Fields query_values;  // decoded, valid UTF-8
  Fields headers;       // names in lower case
  std::string body;     // de-chunked; never decompressed
  std::string remote;   // the client's address; from X-Forwarded-For only if a declared proxy says so
  bool secure = false;  // TLS here, or at a declared proxy

  // The first of that name, or nothing. Header names are asked for in lower case.
  [[nodiscard]] std::string_view header(std::string_view name) const;  // "" if absent
  [[nodiscard]] std::optional<std::string_view> query_value(std::string_view name) const;
  [[nodiscard]] const std::string& param(std::string_view name) const;  // a name of the route's own pattern
};

// Headers that the server writes itself (Content-Length, Connection, Date) are not set here. A header whose name is no
// token or whose value holds a control character turns the whole response into 500: it is never sent.
struct Response {
  int status = 200;
  std::string content_type;  // "" if there is no body
  std::string body;
  Fields headers;

  static Response json(int status, std::string body);
  static Response html(int status, std::string body);
  static Response text(int status, std::string body);
  Response& set(std::string name, std::string value);  // replaces; chain it
  Response& add(std::string name, std::string value);  // for Set-Cookie
};

// {"error":{"code":...,"message":...}} for a status that the edge itself answers with.
Response plain_error(int status);

// Answers one request, once, from any thread, now or later. Copies share the one answer; the first call counts. If all
// copies are gone without an answer, the client gets 500.
class Responder {
 public:
  explicit Responder(std::function<void(Response)> answer);
  void operator()(Response response) const;

 private:
  struct Once;
  std::shared_ptr<Once> once_;
};

}  // namespace varsel::adapters::http
