#include "adapters/http/server.h"
// The Beast headers come through connection.h, in the order they need.
#include "adapters/http/connection.h"
//
#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/steady_timer.hpp>
#include <charconv>
#include <set>
#include <thread>

namespace varsel::adapters::http {
namespace {

namespace asio = boost::asio;
using Error = boost::system::error_code;
using Tcp = asio::ip::tcp;

constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::chrono::seconds kAbortPatience{5};  // cutting off is immediate, unless a handler blocks
constexpr rlim_t kDescriptorsOfOurOwn = 256;       // database, logs, calls outward

std::optional<Network> parse_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  Error error;
  Network network;
  network.address = asio::ip::make_address(std::string(text.substr(0, slash)), error);
  if (error) return std::nullopt;
  const unsigned all = network.address.is_v4() ? 32 : 128;
  network.prefix_bits = all;
  if (slash == std::string_view::npos) return network;
  const std::string_view bits = text.substr(slash + 1);
  const auto [end, code] = std::from_chars(bits.data(), bits.data() + bits.size(), network.prefix_bits);
  if (code != std::errc() || end != bits.data() + bits.size() || network.prefix_bits > all) return std::nullopt;
  return network;
}

void raise_descriptor_limit(std::size_t connections) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = std::min<rlim_t>(connections + kDescriptorsOfOurOwn, limit.rlim_max);
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = wanted;
  setrlimit(RLIMIT_NOFILE, &limit);  // if it fails, accepting pauses when descriptors run out
}

Result<> load_tls(const Tls& files, std::optional<asio::ssl::context>& into) {
  Error error;
  auto& context = into.emplace(asio::ssl::context::tls_server);
  context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                          asio::ssl::context::no_tlsv1_1 | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE,
                      error);
  SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);  // an idle connection keeps none
  context.use_certificate_chain_file(files.certificate_file, error);
  if (error) return fail(ErrorCode::unavailable, "cannot read the certificate " + files.certificate_file);
  context.use_private_key_file(files.key_file, asio::ssl::context::pem, error);
  if (error) return fail(ErrorCode::unavailable, "cannot read the private key " + files.key_file);
  if (SSL_CTX_check_private_key(context.native_handle()) != 1)
    return fail(ErrorCode::unavailable, "the private key does not belong to the certificate");
  return {};
}

// Whatever a decorator, a timer or a WebSocket callback throws ends its own connection's step, not the server.
void run(Core& core) {
  for (;;) {
    try {
      core.io.run();
      return;
    } catch (const std::exception&) {
      if (core.options.handler_failed) core.options.handler_failed(Request());
    }
  }
}

}  // namespace

// Accepts, keeps the timers of after(), and owns the threads.
struct Server::Listener {
  explicit Listener(std::shared_ptr<Core> with)
      : core(std::move(with)), strand(asio::make_strand(core->io)), acceptor(strand), pause(strand) {}

  Result<> listen() {
    const Options& options = core->options;
    Error error;
    const Tcp::endpoint endpoint(asio::ip::make_address(options.address, error), options.port);
    if (!error) acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(options.limits.backlog, error);
    if (error)
      return fail(ErrorCode::unavailable, "cannot listen on " + options.address + " port " +
                                              std::to_string(options.port) + ": " + error.message());
    port = acceptor.local_endpoint().port();
    return {};
  }

  void accept() {
    acceptor.async_accept(asio::make_strand(core->io), [this](Error error, TcpStream socket) {
      if (error == asio::error::operation_aborted || !acceptor.is_open()) return;
      if (!error) {
        admit(std::move(socket));
        return accept();
      }
      // Out of descriptors or memory, or the client has gone already: later there may be room. Without the pause this
      // would spin, because the connection that could not be accepted stays first in the queue.
      pause.expires_after(kAcceptPause);
      pause.async_wait([this](Error stopped) {
        if (!stopped) accept();
      });
    });
  }

  void admit(TcpStream socket) {
    ++core->accepted;
    Error error;
    socket.set_option(Tcp::no_delay(true), error);
    const Tcp::endpoint peer = socket.remote_endpoint(error);
    if (error) return;  // gone already
    if (core->open() >= core->options.limits.connections) return turn_away(std::move(socket));
    if (core->tls)
      std::make_shared<Connection<TlsStream>>(core, TlsStream(std::move(socket), *core->tls), peer.address())->start();
    else
      std::make_shared<Connection<TcpStream>>(core, std::move(socket), peer.address())->start();
  }

  void turn_away(TcpStream socket) {
    ++core->turned_away;
    static constexpr std::string_view kBusy =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    Error error;
    socket.non_blocking(true, error);
    if (!core->tls) socket.write_some(asio::buffer(kBusy), error);  // fits into any empty socket buffer
  }

  std::shared_ptr<Core> core;
  Strand strand;
  asio::basic_socket_acceptor<Tcp, Strand> acceptor;
  asio::steady_timer pause;
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work;
  std::vector<std::thread> threads;
  std::set<std::shared_ptr<asio::steady_timer>> timers;  // on the strand
  std::uint16_t port = 0;
};

Server::Server(Options options) : core_(std::make_shared<Core>(std::move(options))) {}
Server::~Server() {
  stop(std::chrono::milliseconds(0));
}

void Server::route(Method method, std::string_view pattern, Handler handler, std::size_t max_body) {
  core_->router.add({method, split_path(pattern), std::move(handler), nullptr, max_body});
}

void Server::websocket(std::string_view pattern, SocketHandler handler) {
  core_->router.add({Method::get, split_path(pattern), nullptr, std::move(handler), 0});
}

void Server::decorate(std::string prefix, std::function<void(const Request&, Response&)> decorator) {
  core_->decorators.emplace_back(std::move(prefix), std::move(decorator));
}

Result<> Server::listen() {
  for (const std::string& proxy : core_->options.trusted_proxies) {
    const auto network = parse_network(proxy);
    if (!network) return fail(ErrorCode::unavailable, "not an address or network: " + proxy);
    core_->proxies.push_back(*network);
  }
  if (core_->options.tls) VARSEL_CHECK(load_tls(*core_->options.tls, core_->tls));

  auto listener = std::make_unique<Listener>(core_);
  VARSEL_CHECK(listener->listen());
  listener_ = std::move(listener);
  return {};
}

Result<> Server::start() {
  if (!listener_) VARSEL_CHECK(listen());
  raise_descriptor_limit(core_->options.limits.connections);
  listener_->work.emplace(core_->io.get_executor());
  asio::post(listener_->strand, [this] { listener_->accept(); });
  for (int i = 0; i < core_->options.io_threads; ++i) listener_->threads.emplace_back([core = core_] { run(*core); });
  return {};
}

std::uint16_t Server::port() const {
  return listener_ ? listener_->port : 0;
}

void Server::stop(std::chrono::milliseconds grace) {
  if (!listener_ || listener_->threads.empty()) return;
  core_->draining = true;
  asio::post(listener_->strand, [this] {
    Error ignored;
    listener_->acceptor.close(ignored);
    listener_->pause.cancel();
    for (const auto& timer : listener_->timers) timer->cancel();
  });
  for (const auto& session : core_->sessions()) session->drain();
  core_->wait_until_empty(grace);
  for (const auto& session : core_->sessions()) session->abort();
  core_->wait_until_empty(kAbortPatience);
  core_->io.stop();
  for (std::thread& thread : listener_->threads) thread.join();
  // What was cancelled has handlers waiting to be told, and they own their connections.
  listener_->work.reset();
  core_->io.restart();
  core_->io.poll();
  listener_->threads.clear();
}

void Server::post(std::function<void()> work) {
  asio::post(core_->io, std::move(work));
}

void Server::after(std::chrono::milliseconds delay, std::function<void()> callback) {
  asio::post(listener_->strand, [this, delay, callback = std::move(callback)]() mutable {
    if (core_->draining) return;
    auto timer = std::make_shared<asio::steady_timer>(listener_->strand, delay);
    listener_->timers.insert(timer);
    timer->async_wait([this, timer, callback = std::move(callback)](Error error) {
      listener_->timers.erase(timer);
      if (!error) callback();
    });
  });
}

Stats Server::stats() const {
  return {core_->accepted, core_->turned_away, core_->requests, core_->refused, core_->open()};
}

}  // namespace varsel::adapters::http
