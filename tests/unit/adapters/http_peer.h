// A client on a raw socket, for bytes that no HTTP library would send; and a server to talk to.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "adapters/http/server.h"

namespace varsel::adapters::http::testing {

class Peer {
 public:
  explicit Peer(std::uint16_t port, int receive_buffer = 0) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer) ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    const timeval patience{20, 0};  // a test that hangs fails instead
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) throw std::runtime_error("cannot connect");
  }
  Peer(Peer&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Peer& operator=(Peer&&) = delete;
  ~Peer() {
    if (fd_ >= 0) ::close(fd_);
  }

  // False once the server has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  std::string read_some() {
    char buffer[16 * 1024];
    const ssize_t size = ::recv(fd_, buffer, sizeof buffer, 0);
    return size > 0 ? std::string(buffer, static_cast<std::size_t>(size)) : std::string();
  }

  std::string read_to_end() {
    std::string all;
    for (std::string some = read_some(); !some.empty(); some = read_some()) all += some;
    return all;
  }

  // One response with a Content-Length (or none); "" if the connection ended first.
  std::string read_response() {
    for (;;) {
      const std::size_t blank = rest_.find("\r\n\r\n");
      if (blank != std::string::npos) {
        const std::size_t at = rest_.find("Content-Length: ");
        const std::size_t body = at < blank ? std::stoul(rest_.substr(at + 16)) : 0;
        if (rest_.size() >= blank + 4 + body) {
          std::string response = rest_.substr(0, blank + 4 + body);
          rest_.erase(0, blank + 4 + body);
          return response;
        }
      }
      const std::string some = read_some();
      if (some.empty()) return "";
      rest_ += some;
    }
  }

 private:
  int fd_;
  std::string rest_;
};

inline int status_of(std::string_view response) {
  return response.size() < 12 ? 0 : std::stoi(std::string(response.substr(9, 3)));
}

inline std::string ask(std::uint16_t port, std::string_view bytes) {
  Peer peer(port);
  peer.send(bytes);
  return peer.read_response();
}

}  // namespace varsel::adapters::http::testing
