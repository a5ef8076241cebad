// One open WebSocket. Internal to adapters/http.
#pragma once
#include "adapters/http/core.h"
//
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <memory>
#include <string>
#include <utility>

namespace varsel::adapters::http {

template <class Stream>
class SocketSession final : public WebSocket,
                            public Session,
                            public std::enable_shared_from_this<SocketSession<Stream>> {
 public:
  SocketSession(std::shared_ptr<Core> core, Stream&& stream, SocketEvents events)
      : core_(std::move(core)), events_(std::move(events)), socket_(std::move(stream)) {}

  template <class Upgrade>
  void start(const Upgrade& upgrade) {
    namespace websocket = boost::beast::websocket;
    const Limits& limits = core_->options.limits;
    core_->enter(this->shared_from_this());
    websocket::stream_base::timeout timeout{};
    timeout.handshake_timeout = limits.header_deadline;
    timeout.idle_timeout = limits.socket_idle;
    timeout.keep_alive_pings = true;
    socket_.set_option(timeout);
    socket_.read_message_max(limits.socket_message_bytes);
    socket_.text(true);
    socket_.async_accept(upgrade, [self = this->shared_from_this()](boost::system::error_code error) {
      if (error) return self->end();
      self->opened_ = true;
      if (self->events_.opened) self->events_.opened(self);
      if (self->ending_) self->say_goodbye();
      if (self->core_->draining) self->drain();
      self->read();
    });
  }

  // Counted where it is called, so that the cap holds however fast the caller is.
  void send(std::string text) override {
    if (cut_) return;
    if ((waiting_ += text.size()) > core_->options.limits.socket_queue_bytes) return abort();
    boost::asio::post(socket_.get_executor(), [self = this->shared_from_this(), text = std::move(text)]() mutable {
      if (self->ending_) return;
      self->queue_.push_back(std::move(text));
      if (self->queue_.size() == 1) self->write();
    });
  }

  void close() override { close_with(boost::beast::websocket::close_code::normal); }
  void drain() override { close_with(boost::beast::websocket::close_code::going_away); }

  void abort() override {
    if (cut_.exchange(true)) return;
    boost::asio::post(socket_.get_executor(), [self = this->shared_from_this()] { self->close_socket(); });
  }

 private:
  using CloseCode = boost::beast::websocket::close_code;

  void read() {
    socket_.async_read(buffer_, [self = this->shared_from_this()](boost::system::error_code error, std::size_t) {
      if (error) return self->end();
      if (!self->socket_.got_text()) {
        self->buffer_.clear();
        self->close_with(CloseCode::unknown_data);
      } else if (self->buffer_.size() > 0 && !self->ending_) {
        std::string text = boost::beast::buffers_to_string(self->buffer_.data());
        self->buffer_.clear();
        if (self->events_.text) self->events_.text(std::move(text));
      }
      self->buffer_.shrink_to_fit();
      self->read();
    });
  }

  void write() {
    socket_.async_write(boost::asio::buffer(queue_.front()),
                        [self = this->shared_from_this()](boost::system::error_code error, std::size_t) {
                          self->waiting_ -= self->queue_.front().size();
                          self->queue_.pop_front();
                          if (error) return;  // the read ends with the same error and cleans up
                          if (!self->queue_.empty()) return self->write();
                          if (self->ending_) self->say_goodbye();
                        });
  }

  void close_with(CloseCode code) {
    boost::asio::post(socket_.get_executor(), [self = this->shared_from_this(), code] {
      if (self->ending_) return;
      self->ending_ = true;
      self->close_code_ = code;
      if (self->opened_ && self->queue_.empty()) self->say_goodbye();
    });
  }

  void say_goodbye() {
    socket_.async_close(close_code_, [self = this->shared_from_this()](boost::system::error_code) {});
  }

  void close_socket() {
    boost::system::error_code ignored;
    boost::beast::get_lowest_layer(socket_).close(ignored);
  }

  void end() {
    ending_ = true;
    close_socket();
    if (opened_ && events_.closed) std::exchange(events_.closed, nullptr)();
    events_ = {};  // they may hold this very socket
    core_->leave(this);
  }

  std::shared_ptr<Core> core_;
  SocketEvents events_;
  boost::beast::websocket::stream<Stream, false> socket_;  // false: no compression, hence no compression bomb
  boost::beast::flat_buffer buffer_;
  std::deque<std::string> queue_;
  std::atomic<std::size_t> waiting_ = 0;
  std::atomic<bool> cut_ = false;
  bool opened_ = false;
  bool ending_ = false;
  CloseCode close_code_ = CloseCode::normal;
};

}  // namespace varsel::adapters::http
