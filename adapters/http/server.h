// The public edge: an HTTP/1.1 and WebSocket server that assumes every client hostile (adapters/http/limits.h).
//
// Threads: handlers run on the server's io threads; one connection's handlers never run at the same time. A handler
// must not block: it keeps the Responder and answers later from any thread. Register everything before start().
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "adapters/http/limits.h"
#include "adapters/http/message.h"
#include "base/result.h"
#include "base/time.h"

namespace varsel::adapters::http {

// The request stays valid until the responder has been answered. An exception becomes 500 and is told to
// Options::handler_failed; its text is not shown to anybody.
using Handler = std::function<void(const Request&, Responder)>;

// One open WebSocket. Safe to use from any thread, also after it has closed (nothing happens then).
class WebSocket {
 public:
  virtual ~WebSocket() = default;
  virtual void send(std::string text) = 0;  // in order; a reader slower than Limits::socket_queue_bytes is cut off
  virtual void close() = 0;                 // after what was sent before
};

// What a WebSocket does. None of the three runs at the same time as another; `closed` comes last, once, if `opened`
// came.
struct SocketEvents {
  std::function<void(std::shared_ptr<WebSocket>)> opened;
  std::function<void(std::string)> text;  // one message; empty ones (a client's keep-alive) are not reported
  std::function<void()> closed;
};
// Decides on an upgrade: who is it, may they, and for a page with cookies, is Origin ours (browsers send WebSocket
// requests across sites without asking). A Response refuses.
using SocketHandler = std::function<std::variant<Response, SocketEvents>(const Request&)>;

struct Tls {
  std::string certificate_file;  // PEM, the chain from the server's own certificate upward
  std::string key_file;          // PEM
};

struct Options {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one
  int io_threads = 2;
  Limits limits;
  std::optional<Tls> tls;
  // Addresses or networks ("10.0.0.0/8", "::1") whose X-Forwarded-For and X-Forwarded-Proto are believed.
  std::vector<std::string> trusted_proxies;

  std::function<Instant()> now;  // for the Date header; without it there is none
  // Makes the page for an error of the edge itself (404, 413 ...), in the reader's language if a person reads it;
  // nothing: the JSON of plain_error. The request may be empty where it could not be read.
  std::function<std::optional<Response>(const Request&, int status)> error_page;
  std::function<void(const Request&)> handler_failed;  // a handler, or (empty) a callback, threw
};

struct Stats {
  std::uint64_t accepted = 0;     // connections
  std::uint64_t turned_away = 0;  // over Limits::connections
  std::uint64_t requests = 0;     // heads read in full
  std::uint64_t refused = 0;      // answered by the edge itself with 4xx or 5xx
  std::size_t open = 0;           // connections now, WebSockets included
};

struct Core;  // internal

class Server {
 public:
  explicit Server(Options options);
  ~Server();  // as stop() without grace
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // A pattern is a path whose segments are literal or {name}; the first registered that matches is taken. HEAD is
  // answered through GET; OPTIONS with Allow, unless the route has its own. `max_body` 0: Limits::body_bytes.
  void route(Method method, std::string_view pattern, Handler handler, std::size_t max_body = 0);
  void websocket(std::string_view pattern, SocketHandler handler);
  // Runs on every response, errors of the edge included, whose path begins with `prefix` ("": also requests that could
  // not be read); in the order registered.
  void decorate(std::string prefix, std::function<void(const Request&, Response&)> decorator);

  // Takes the address, so that port() is known before anybody is answered: clients wait in the queue until start().
  // unavailable: the address is taken or the certificate cannot be read.
  Result<> listen();
  // Answers; listens first, unless that was done. Raises the soft limit on open files as far as Limits::connections
  // needs and the hard limit lets it.
  Result<> start();
  [[nodiscard]] std::uint16_t port() const;  // after listen() or start()

  // Stops accepting, closes idle connections, lets requests in flight finish within `grace`, then cuts the rest.
  void stop(std::chrono::milliseconds grace);

  // Run on an io thread, now or when the delay is over; not at all if the server stops first. Any thread, after
  // start().
  void post(std::function<void()> work);
  void after(std::chrono::milliseconds delay, std::function<void()> callback);
  [[nodiscard]] Stats stats() const;

 private:
  struct Listener;
  std::shared_ptr<Core> core_;
  std::unique_ptr<Listener> listener_;  // from start() on
};

}  // namespace varsel::adapters::http
