// Every limit of the public edge, in one place, each with what happens at it. The defaults suit a service that people
// reach with a browser, over a slow mobile network if need be, and that strangers will try to exhaust.
#pragma once
#include <chrono>
#include <cstddef>

namespace varsel::adapters::http {

struct Limits {
  // Size
  std::size_t header_bytes = 16 * 1024;  // request line and fields together; more: 431 and close
  std::size_t header_fields = 100;       // more: 431 and close
  std::size_t target_bytes = 4096;       // path and query as sent; more: 414 and close
  std::size_t body_bytes = 256 * 1024;   // where the route states no own limit; chunks count too; more: 413 and close

  // Time, by the clock: a client that drips one byte now and then gains nothing
  std::chrono::milliseconds header_deadline{10'000};   // first byte of a request to its empty line, TLS handshake: 408
  std::chrono::milliseconds body_deadline{30'000};     // from the empty line to the last byte of the body: 408
  std::chrono::milliseconds upload_deadline{180'000};  // the same where the route allows more than body_bytes
  std::chrono::milliseconds idle_deadline{75'000};     // between requests: closed without a word
  std::chrono::milliseconds answer_deadline{30'000};   // a handler that has not answered: 503 and close
  std::chrono::milliseconds write_deadline{30'000};    // the whole response written, or the connection is cut
  std::chrono::milliseconds linger_deadline{2'000};    // after the last response: for the client to read it and close

  // Number
  std::size_t connections = 10'000;              // one more: 503 at once (with TLS: closed)
  std::size_t requests_per_connection = 10'000;  // the last one is answered with Connection: close
  std::size_t pipelined = 64;                    // sent ahead of their answers without a pause: then Connection: close
  int backlog = 4096;                            // connections the kernel holds until they are accepted

  // WebSocket
  std::size_t socket_message_bytes = 64 * 1024;   // from the client; more: closed with 1009
  std::size_t socket_queue_bytes = 1024 * 1024;   // waiting for a slow reader; more: the connection is cut
  std::chrono::milliseconds socket_idle{60'000};  // silence; a ping goes out at half of it; no pong: cut
};

}  // namespace varsel::adapters::http
