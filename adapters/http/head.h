// The strict reading of a request's head: what Boost.Beast lets through and we do not. Internal to adapters/http.
//
// Two servers that read the same bytes differently are how requests are smuggled (RFC 9112 §11.2): whatever has two
// readings is refused with 400, and the connection closes.
#pragma once
#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/limits.h"
#include "adapters/http/message.h"

namespace varsel::adapters::http {

// Looks for the end of the head in the bytes received so far, from `scanned` on.
struct HeadScan {
  std::size_t end = 0;    // one past the empty line, or 0: not there yet
  std::size_t lines = 0;  // line breaks seen so far
  bool bad = false;       // bare CR or LF, NUL, a folded line, a line break before the request line: 400
};
class HeadScanner {
 public:
  HeadScan scan(std::string_view received);
  void restart() { *this = {}; }

 private:
  std::size_t at_ = 0;
  std::size_t lines_ = 0;
};

// The request line, before Beast sees it: a status to refuse with, or 0.
int check_request_line(std::string_view line, const Limits& limits);

// What Beast has read. A status to refuse with, or 0 and the request filled in (all but body, remote, secure, params).
using Head = boost::beast::http::header<true, boost::beast::http::fields>;
int read_head(const Head& head, const Limits& limits, Request& request, std::vector<std::string>& segments);

}  // namespace varsel::adapters::http
