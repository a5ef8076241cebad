#include "adapters/http/security_headers.h"

#include <algorithm>
#include <array>

namespace varsel::adapters::http {
namespace {

constexpr std::array<std::pair<const char*, const char*>, 6> kHeaders{{
    // 'self' for connect-src covers WebSocket to the same host in every browser since CSP Level 3.
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},  // addresses of notices are secrets
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
}};

void set_if_absent(Response& response, const char* name, const char* value) {
  const bool there = std::any_of(response.headers.begin(), response.headers.end(),
                                 [&](const auto& header) { return header.first == name; });
  if (!there) response.add(name, value);
}

}  // namespace

void add_security_headers(const Request& request, Response& response, Caching caching) {
  for (const auto& [name, value] : kHeaders) set_if_absent(response, name, value);
  set_if_absent(response, "Cache-Control", caching == Caching::never ? "no-store" : "no-cache");
  if (request.secure) set_if_absent(response, "Strict-Transport-Security", "max-age=31536000");
}

}  // namespace varsel::adapters::http
