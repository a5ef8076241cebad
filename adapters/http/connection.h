// One HTTP connection: read a head, read its body, ask the handler, write the answer, again. Internal to adapters/http.
//
// Everything runs on the connection's strand. At any moment exactly one thing is waited for: bytes from the client, the
// handler's answer, or the client taking the response; each with its deadline. Between requests a connection holds its
// socket and a small read buffer, nothing else.
#pragma once
#include "adapters/http/core.h"
//
#include <array>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <exception>
#include <memory>
#include <type_traits>
#include <utility>

#include "adapters/http/head.h"
#include "adapters/http/socket_session.h"

namespace varsel::adapters::http {

using TlsStream = boost::asio::ssl::stream<TcpStream>;

template <class Stream>
class Connection final : public Session, public std::enable_shared_from_this<Connection<Stream>> {
  static constexpr bool kTls = std::is_same_v<Stream, TlsStream>;
  // One read while idle or in a head, and one while in a body.
  static constexpr std::size_t kSmallRead = 1024;
  static constexpr std::size_t kLargeRead = 16 * 1024;

 public:
  Connection(std::shared_ptr<Core> core, Stream stream, boost::asio::ip::address peer)
      : core_(std::move(core)), stream_(std::move(stream)), peer_(std::move(peer)), deadline_(tcp().get_executor()) {}

  void start() {
    core_->enter(this->shared_from_this());
    boost::asio::dispatch(tcp().get_executor(), [self = this->shared_from_this()] {
      if constexpr (kTls)
        self->shake_hands();
      else
        self->await_request();
    });
  }

  void drain() override {
    boost::asio::post(tcp().get_executor(), [self = this->shared_from_this()] {
      const bool nothing_asked = self->phase_ == Phase::head && self->buffer_.size() == 0;
      if (self->phase_ == Phase::idle || nothing_asked) self->end();
    });
  }

  void abort() override {
    boost::asio::post(tcp().get_executor(), [self = this->shared_from_this()] { self->end(); });
  }

 private:
  enum class Phase { handshake, idle, head, body, answering, writing, closing, ended };
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
  using Message = boost::beast::http::response<boost::beast::http::string_body>;
  using Error = boost::system::error_code;

  [[nodiscard]] const Limits& limits() const { return core_->options.limits; }
  TcpStream& tcp() { return boost::beast::get_lowest_layer(stream_); }
  [[nodiscard]] std::string_view received() const {
    const auto data = buffer_.cdata();
    return {static_cast<const char*>(data.data()), data.size()};
  }

  // --- time ----------------------------------------------------------------------------------------------------

  void finish_within(std::chrono::milliseconds time) {
    deadline_.expires_after(time);
    deadline_.async_wait([self = this->shared_from_this()](Error error) {
      // A wait that had already fired when the deadline was moved finds the new one in the future.
      if (!error && self->deadline_.expiry() <= std::chrono::steady_clock::now()) self->on_deadline();
    });
  }

  void on_deadline() {
    switch (phase_) {
      case Phase::head:
        if (buffer_.size() == 0) return end();  // nothing was asked
        [[fallthrough]];
      case Phase::body: {
        timed_out_ = true;  // on_bytes() comes with operation_aborted and answers 408
        Error ignored;
        tcp().cancel(ignored);
        return;
      }
      case Phase::answering:
        return refuse(503);  // closes, so that a late answer cannot meet another request
      case Phase::handshake:
      case Phase::idle:
      case Phase::writing:
      case Phase::closing:
      case Phase::ended:
        return end();
    }
  }

  // --- reading -------------------------------------------------------------------------------------------------

  void shake_hands() {
    finish_within(limits().header_deadline);
    stream_.async_handshake(boost::asio::ssl::stream_base::server, [self = this->shared_from_this()](Error error) {
      if (error) return self->end();
      self->await_request();
    });
  }

  void await_request() {
    if (core_->draining) return end();
    parser_.reset();
    message_.reset();
    request_ = std::make_shared<Request>();
    segments_.clear();
    scanner_.restart();
    // The first request of a connection gets no idle time: who connects has something to ask.
    const bool first = served_ == 0;
    if (buffer_.size() == 0) {
      pipelined_ = 0;
      buffer_.shrink_to_fit();
      phase_ = first ? Phase::head : Phase::idle;
      finish_within(first ? limits().header_deadline : limits().idle_deadline);
      read_more(kSmallRead);
    } else {
      ++pipelined_;
      begin_head();
    }
  }

  void begin_head() {
    phase_ = Phase::head;
    finish_within(limits().header_deadline);
    on_head_bytes();
  }

  void read_more(std::size_t at_most) {
    stream_.async_read_some(buffer_.prepare(at_most), [self = this->shared_from_this()](Error error, std::size_t size) {
      self->on_bytes(error, size);
    });
  }

  void on_bytes(Error error, std::size_t size) {
    if (phase_ == Phase::ended) return;
    if (error && timed_out_) return refuse(408);
    if (error) return end();
    buffer_.commit(size);
    switch (phase_) {
      case Phase::idle:
        return begin_head();
      case Phase::head:
        return on_head_bytes();
      case Phase::body:
        return on_body_bytes();
      default:
        return end();
    }
  }

  void on_head_bytes() {
    const HeadScan scan = scanner_.scan(received());
    if (scan.bad) return refuse(400);
    const std::size_t size = scan.end ? scan.end : buffer_.size();
    if (scan.lines == 0 && size > limits().target_bytes + 32) return refuse(414);  // 32: method and version
    if (size > limits().header_bytes) return refuse(431);
    if (!scan.end) return read_more(kSmallRead);
    on_head(received().substr(0, scan.end));
  }

  void on_head(std::string_view head) {
    ++served_;
    request_->id = ++core_->requests;
    if (const int status = check_request_line(head.substr(0, head.find("\r\n")), limits())) return refuse(status);
    parser_ = std::make_unique<Parser>();
    parser_->header_limit(static_cast<std::uint32_t>(limits().header_bytes));
    parser_->body_limit(boost::none);  // decided below, when the route is known
    Error error;
    const std::size_t used = parser_->put(boost::asio::buffer(head), error);
    buffer_.consume(used);
    if (error == boost::beast::http::error::bad_method) return refuse(501);
    if (error || !parser_->is_header_done()) return refuse(400);
    is_head_method_ = parser_->get().method() == boost::beast::http::verb::head;
    if (const int status = read_head(parser_->get(), limits(), *request_, segments_)) return refuse(status);
    core_->identify(peer_, *request_);
    choose_route();
  }

  void choose_route() {
    const bool upgrade = boost::beast::websocket::is_upgrade(parser_->get());
    Router::Match match = core_->router.find(request_->method, segments_, upgrade);
    if (!match.route) return answer_without_route(match);
    request_->params = std::move(match.params);
    route_ = match.route;
    if (route_->socket) return upgrade_connection();

    const std::size_t max_body = route_->max_body ? route_->max_body : limits().body_bytes;
    if (parser_->content_length() && *parser_->content_length() > max_body) return refuse(413);
    parser_->body_limit(max_body);
    parser_->eager(true);
    if (parser_->is_done()) return ask_handler();
    phase_ = Phase::body;
    finish_within(max_body > limits().body_bytes ? limits().upload_deadline : limits().body_deadline);
    if (!request_->header("expect").empty() && buffer_.size() == 0) return say_continue();
    on_body_bytes();
  }

  void answer_without_route(const Router::Match& match) {
    if (match.upgrade_only) {
      Response response = core_->error(*request_, 426);
      return respond(std::move(response.set("Upgrade", "websocket")));
    }
    if (request_->method == Method::options && (!match.allow.empty() || request_->path == "*"))
      return respond(Response{204, "", "", {{"Allow", match.allow}}});
    Response response = core_->error(*request_, match.allow.empty() ? 404 : 405);
    if (!match.allow.empty()) response.set("Allow", match.allow);
    respond(std::move(response));
  }

  void say_continue() {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    boost::asio::async_write(stream_, boost::asio::buffer(kContinue),
                             [self = this->shared_from_this()](Error error, std::size_t) {
                               if (error) return self->end();
                               self->on_body_bytes();
                             });
  }

  void on_body_bytes() {
    Error error;
    if (buffer_.size() > 0) buffer_.consume(parser_->put(buffer_.cdata(), error));
    if (error == boost::beast::http::error::body_limit) return refuse(413);
    if (error && error != boost::beast::http::error::need_more) return refuse(400);
    if (parser_->is_done()) return ask_handler();
    // What stays unread here is the beginning of a chunk's size line or of a trailer: short, or hostile.
    if (buffer_.size() > limits().header_bytes) return refuse(400);
    read_more(kLargeRead);
  }

  // --- answering -----------------------------------------------------------------------------------------------

  void ask_handler() {
    phase_ = Phase::answering;
    request_->body = std::move(parser_->get().body());
    finish_within(limits().answer_deadline);
    std::weak_ptr<Connection> weak = this->weak_from_this();
    // The responder owns the request, not the connection: a handler that answers after the server has stopped finds
    // its request whole and nobody to answer.
    const Responder responder([weak, request = request_](Response response) {
      const auto self = weak.lock();
      if (!self) return;
      boost::asio::dispatch(self->tcp().get_executor(),
                            [self, turn = request.get(), response = std::move(response)]() mutable {
                              if (self->phase_ == Phase::answering && self->request_.get() == turn)
                                self->respond(std::move(response));
                            });
    });
    const std::shared_ptr<Request> request = request_;  // outlives an answer given at once
    try {
      route_->handler(*request, responder);
    } catch (const std::exception&) {
      if (core_->options.handler_failed) core_->options.handler_failed(*request);
      responder(core_->error(*request, 500));
    }
  }

  // Answers with an error after which nothing from this client can be trusted to begin where we think.
  void refuse(int status) {
    must_close_ = true;
    Response response = core_->error(*request_, status);
    if (status == 503) response.set("Retry-After", "5");
    respond(std::move(response));
  }

  void respond(Response response) {
    phase_ = Phase::writing;
    core_->finish(*request_, response);
    // An unread body would be taken for the next request.
    const bool body_unread = parser_ && !parser_->is_done();
    const bool keep = parser_ && parser_->get().keep_alive() && !must_close_ && !body_unread && !core_->draining &&
                      served_ < limits().requests_per_connection && pipelined_ < limits().pipelined;
    message_ = std::make_unique<Message>();
    message_->version(parser_ ? parser_->get().version() : 11);
    message_->result(static_cast<unsigned>(response.status));
    if (core_->options.now) message_->set(boost::beast::http::field::date, http_date(core_->options.now()));
    if (!response.content_type.empty()) message_->set(boost::beast::http::field::content_type, response.content_type);
    for (const auto& [field, value] : response.headers) message_->insert(field, value);
    message_->keep_alive(keep);
    // 204 and 304 have no body by definition (RFC 9110 §6.4.1); HEAD has the length of what GET would give (§9.3.2).
    if (response.status != 204 && response.status != 304) message_->content_length(response.body.size());
    if (!is_head_method_ && response.status != 204 && response.status != 304)
      message_->body() = std::move(response.body);
    request_->body = {};
    parser_.reset();

    finish_within(limits().write_deadline);
    boost::beast::http::async_write(stream_, *message_,
                                    [self = this->shared_from_this(), keep](Error error, std::size_t) {
                                      if (self->phase_ == Phase::ended) return;
                                      if (error) return self->end();
                                      if (keep) return self->await_request();
                                      self->close_gently();
                                    });
  }

  // --- ending --------------------------------------------------------------------------------------------------

  // Closing at once with bytes unread makes the kernel reset the connection, and the client may lose the response
  // (RFC 9112 §9.6): say that nothing more comes, then take what is still sent until the client closes too.
  void close_gently() {
    phase_ = Phase::closing;
    finish_within(limits().linger_deadline);
    if constexpr (kTls) {
      stream_.async_shutdown([self = this->shared_from_this()](Error) { self->end(); });
    } else {
      Error ignored;
      tcp().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
      discard();
    }
  }

  void discard() {
    buffer_.clear();
    tcp().async_read_some(buffer_.prepare(kLargeRead), [self = this->shared_from_this()](Error error, std::size_t) {
      if (error || self->phase_ == Phase::ended) return self->end();
      self->discard();
    });
  }

  void end() {
    phase_ = Phase::ended;
    deadline_.cancel();
    Error ignored;
    tcp().close(ignored);
    core_->leave(this);
  }

  void upgrade_connection() {
    if (!parser_->is_done() || buffer_.size() > 0 || parser_->get().version() != 11) return refuse(400);
    std::variant<Response, SocketEvents> decision;
    try {
      decision = route_->socket(*request_);
    } catch (const std::exception&) {
      if (core_->options.handler_failed) core_->options.handler_failed(*request_);
      decision = core_->error(*request_, 500);
    }
    if (auto* refused = std::get_if<Response>(&decision)) return respond(std::move(*refused));
    auto session =
        std::make_shared<SocketSession<Stream>>(core_, std::move(stream_), std::get<SocketEvents>(std::move(decision)));
    phase_ = Phase::ended;
    deadline_.cancel();
    session->start(parser_->get());
    core_->leave(this);
  }

  std::shared_ptr<Core> core_;
  Stream stream_;
  boost::asio::ip::address peer_;
  boost::beast::flat_buffer buffer_;
  std::unique_ptr<Parser> parser_;
  std::unique_ptr<Message> message_;
  std::shared_ptr<Request> request_;
  std::vector<std::string> segments_;
  const Route* route_ = nullptr;
  boost::asio::basic_waitable_timer<std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>,
                                    Strand>
      deadline_;
  HeadScanner scanner_;
  std::size_t served_ = 0;
  std::size_t pipelined_ = 0;
  Phase phase_ = Phase::handshake;
  bool is_head_method_ = false;
  bool must_close_ = false;
  bool timed_out_ = false;
};

}  // namespace varsel::adapters::http
