// What the connections of one server share. Internal to adapters/http.
#pragma once
#include <utility>
// <utility> before Asio: its awaitable headers need it with Boost 1.74.
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/strand.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "adapters/http/router.h"
#include "adapters/http/server.h"

namespace varsel::adapters::http {

using Strand = boost::asio::strand<boost::asio::io_context::executor_type>;
using TcpStream = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Strand>;

// A connection or a WebSocket, as the server sees it when it stops. Safe to call from any thread.
class Session {
 public:
  virtual ~Session() = default;
  virtual void drain() = 0;  // finish what is in flight, begin nothing new
  virtual void abort() = 0;  // now
};

struct Network {
  boost::asio::ip::address address;
  unsigned prefix_bits = 0;
  [[nodiscard]] bool contains(const boost::asio::ip::address& other) const;
};

std::string http_date(Instant at);  // RFC 9110 §5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT"

struct Core {
  explicit Core(Options with) : options(std::move(with)) {}

  Options options;
  Router router;
  std::vector<std::pair<std::string, std::function<void(const Request&, Response&)>>> decorators;
  std::vector<Network> proxies;
  std::optional<boost::asio::ssl::context> tls;
  boost::asio::io_context io;

  std::atomic<bool> draining = false;
  std::atomic<std::uint64_t> accepted = 0;
  std::atomic<std::uint64_t> turned_away = 0;
  std::atomic<std::uint64_t> requests = 0;
  std::atomic<std::uint64_t> refused = 0;

  // The sessions that live. A session enters itself when it starts and leaves when it ends; the table is what keeps
  // one alive while it waits for a handler's answer.
  void enter(std::shared_ptr<Session> session);
  void leave(const Session* session);
  [[nodiscard]] std::size_t open() const;
  [[nodiscard]] std::vector<std::shared_ptr<Session>> sessions() const;
  bool wait_until_empty(std::chrono::milliseconds at_most);

  // The response to an error of the edge itself.
  Response error(const Request& request, int status);
  // Decorates a response; one that holds an impossible header becomes 500.
  void finish(const Request& request, Response& response) const;
  // Fills in remote and secure, from the forwarding headers where the peer is a declared proxy.
  void identify(const boost::asio::ip::address& peer, Request& request) const;

 private:
  mutable std::mutex mutex_;
  std::condition_variable empty_;
  std::unordered_map<const Session*, std::shared_ptr<Session>> sessions_;
};

}  // namespace varsel::adapters::http
