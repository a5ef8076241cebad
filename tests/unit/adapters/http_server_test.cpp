#include <httplib.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <future>
#include <mutex>
#include <set>
#include <thread>

#include "adapters/http/security_headers.h"
#include "adapters/http/server.h"
#include "tests/catch.h"
#include "tests/unit/adapters/http_peer.h"

using namespace std::chrono_literals;
using namespace varsel;
using namespace varsel::adapters::http;
using namespace varsel::adapters::http::testing;

namespace {

Limits short_limits() {
  Limits limits;
  limits.header_bytes = 2048;
  limits.header_fields = 20;
  limits.target_bytes = 512;
  limits.body_bytes = 1000;
  limits.header_deadline = 150ms;
  limits.body_deadline = 150ms;
  limits.idle_deadline = 5s;
  limits.linger_deadline = 500ms;
  return limits;
}

// A server with a route of each kind.
struct Fixture {
  explicit Fixture(Limits limits = Limits(), Options options = {})
      : server([&] {
          options.limits = limits;
          options.handler_failed = [this](const Request&) { ++failures; };
          return std::move(options);
        }()) {
    server.route(Method::get, "/", [](const Request&, Responder respond) { respond(Response::text(200, "home")); });
    server.route(Method::post, "/echo",
                 [](const Request& request, Responder respond) { respond(Response::text(200, request.body)); });
    server.route(Method::get, "/who/{name}", [](const Request& request, Responder respond) {
      respond(Response::text(200, request.param("name") + "," + std::string(request.query_value("q").value_or("-")) +
                                      "," + request.remote + "," + (request.secure ? "secure" : "plain")));
    });
    server.route(
        Method::post, "/upload",
        [](const Request& request, Responder respond) {
          respond(Response::text(200, std::to_string(request.body.size())));
        },
        100'000);
    server.route(Method::get, "/later", [this](const Request&, Responder respond) {
      const std::lock_guard lock(mutex);
      waiting.push_back(std::move(respond));
    });
    server.route(Method::get, "/throws",
                 [](const Request&, Responder) { throw std::runtime_error("the words of a person"); });
    server.route(Method::get, "/forgets", [](const Request&, Responder) {});
    server.route(Method::get, "/splits", [](const Request&, Responder respond) {
      respond(std::move(Response::text(200, "x").set("X-Name", "a\r\nSet-Cookie: b")));
    });
    server.route(Method::get, "/large", [](const Request&, Responder respond) {
      respond(Response::text(200, std::string(32 * 1024 * 1024, 'x')));
    });
    server.websocket("/socket", [this](const Request& request) -> std::variant<Response, SocketEvents> {
      if (request.query_value("refuse")) return Response::text(403, "no");
      auto self = std::make_shared<std::shared_ptr<WebSocket>>();
      return SocketEvents{[this, self](std::shared_ptr<WebSocket> socket) {
                            *self = socket;
                            const std::lock_guard lock(mutex);
                            sockets.push_back(std::move(socket));
                          },
                          [self](std::string text) { (*self)->send("echo " + text); }, [this] { closed.set_value(); }};
    });
    server.decorate("/who",
                    [](const Request& request, Response& response) { add_security_headers(request, response); });
    REQUIRE(server.start().has_value());
  }

  std::uint16_t port() const { return server.port(); }

  // The responders of /later, when `count` requests have arrived.
  std::vector<Responder> take(std::size_t count) {
    for (;;) {
      {
        const std::lock_guard lock(mutex);
        if (waiting.size() == count) return std::exchange(waiting, {});
      }
      std::this_thread::yield();
    }
  }

  std::mutex mutex;
  std::vector<Responder> waiting;
  std::vector<std::shared_ptr<WebSocket>> sockets;
  std::promise<void> closed;
  std::atomic<int> failures = 0;
  Server server;
};

std::string get(std::string_view target, std::string_view more = "") {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(more) + "\r\n";
}

std::string post(std::string_view target, std::string_view headers, std::string_view body) {
  return "POST " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("http: what is malformed is refused and the connection closes") {
  Fixture fixture(short_limits());
  struct Row {
    const char* name;
    std::string bytes;
    int status;
  };
  const std::vector<Row> rows{
      {"duplicate Content-Length", post("/echo", "Content-Length: 1\r\nContent-Length: 1\r\n", "x"), 400},
      {"differing Content-Length", post("/echo", "Content-Length: 1\r\nContent-Length: 2\r\n", "xy"), 400},
      {"list in Content-Length", post("/echo", "Content-Length: 1, 1\r\n", "x"), 400},
      {"signed Content-Length", post("/echo", "Content-Length: +1\r\n", "x"), 400},
      {"huge Content-Length", post("/echo", "Content-Length: 99999999999999999999999\r\n", "x"), 400},
      {"Content-Length and chunks", post("/echo", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
       400},
      {"chunks and Content-Length", post("/echo", "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"),
       400},
      {"two Transfer-Encodings",
       post("/echo", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
      {"unknown Transfer-Encoding", post("/echo", "Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 501},
      {"chunks in HTTP/1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"chunk size that is no number", post("/echo", "Transfer-Encoding: chunked\r\n", "zz\r\nhello\r\n0\r\n\r\n"),
       400},
      {"chunk size that overflows", post("/echo", "Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nx"), 400},
      {"chunk longer than its size", post("/echo", "Transfer-Encoding: chunked\r\n", "1\r\nhello\r\n0\r\n\r\n"), 400},
      {"endless chunk extension", post("/echo", "Transfer-Encoding: chunked\r\n", "1;" + std::string(5000, 'a')), 400},
      {"bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n", 400},
      {"bare LF after a field", "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", 400},
      {"bare CR in a field", "GET / HTTP/1.1\r\nHost: a\r\nX: b\rc\r\n\r\n", 400},
      {"folded field", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", 400},
      {"space before the colon", "GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n", 400},
      {"field without a colon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400},
      {"field without a name", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400},
      {"empty line first", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"NUL in a field", std::string("GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\n\r\n", 33), 400},
      {"control character in a field", "GET / HTTP/1.1\r\nHost: a\r\nX: b\x01\r\n\r\n", 400},
      {"control character in the target", "GET /\x01 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"raw byte in the target", "GET /\xc3\xa6 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"encoded NUL", get("/who/%00"), 400},
      {"encoded line break", get("/who/a%0d%0ab"), 400},
      {"encoded slash", get("/who/a%2Fb"), 400},
      {"backslash", get("/who/a%5Cb"), 400},
      {"dot segment", get("/who/../x"), 400},
      {"encoded dot segment", get("/who/%2e%2E"), 400},
      {"invalid UTF-8 in the path", get("/who/%ff"), 400},
      {"overlong UTF-8 in the path", get("/who/%c0%af"), 400},
      {"invalid UTF-8 in the query", get("/who/a?q=%ff"), 400},
      {"percent cut short", get("/who/a%4"), 400},
      {"percent without digits", get("/who/a%zz"), 400},
      {"fragment in the target", get("/who/a#b"), 400},
      {"absolute form", get("http://a/"), 400},
      {"authority form", get("a:80"), 400},
      {"CONNECT", "CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"no version", "GET /\r\nHost: a\r\n\r\n", 400},
      {"version that is none", "GET / HTTX/1.1\r\nHost: a\r\n\r\n", 400},
      {"HTTP/2 in plain text", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"later version", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505},
      {"TLS to a plain port", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      {"Host with markup", "GET / HTTP/1.1\r\nHost: a<b>\r\n\r\n", 400},
      {"empty Host", "GET / HTTP/1.1\r\nHost: \r\n\r\n", 400},
      {"compressed body", post("/echo", "Content-Encoding: gzip\r\nContent-Length: 1\r\n", "x"), 415},
      {"unknown expectation", post("/echo", "Expect: cake\r\nContent-Length: 1\r\n", "x"), 417},
      {"long target", get("/" + std::string(600, 'a')), 414},
      {"endless target", "GET /" + std::string(4000, 'a'), 414},
      {"large header", get("/", "X: " + std::string(3000, 'a') + "\r\n"), 431},
      {"endless header", "GET / HTTP/1.1\r\nX: " + std::string(3000, 'a'), 431},
      {"many fields",
       get("/",
           [] {
             std::string fields;
             for (int i = 0; i < 30; ++i) fields += "X: a\r\n";
             return fields;
           }()),
       431},
      {"large body", post("/echo", "Content-Length: 1001\r\n", std::string(1001, 'x')), 413},
      {"large body announced only", post("/echo", "Content-Length: 1001\r\nExpect: 100-continue\r\n", ""), 413},
      {"large chunk", post("/echo", "Transfer-Encoding: chunked\r\n", "3e9\r\n" + std::string(1001, 'x')), 413},
      {"large sum of chunks",
       post("/echo", "Transfer-Encoding: chunked\r\n",
            [] {
              std::string chunks;
              for (int i = 0; i < 30; ++i) chunks += "32\r\n" + std::string(50, 'x') + "\r\n";
              return chunks + "0\r\n\r\n";
            }()),
       413},
      {"headers that drip", "GET / HTTP/1.1\r\nHost:", 408},
      {"body that stops", post("/echo", "Content-Length: 10\r\n", "abc"), 408},
      {"chunks that stop", post("/echo", "Transfer-Encoding: chunked\r\n", "5\r\nhel"), 408},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    Peer peer(fixture.port());
    // A second request after the first must never be looked at.
    peer.send(row.status == 408 ? row.bytes : row.bytes + get("/who/smuggled"));
    const std::string all = peer.read_to_end();
    CHECK(status_of(all) == row.status);
    CHECK((contains(all, "Connection: close\r\n") || all.starts_with("HTTP/1.0")));
    CHECK(contains(all, R"({"error":{"code":")"));
    CHECK_FALSE(contains(all, "smuggled"));
  }
  CHECK(status_of(ask(fixture.port(), get("/"))) == 200);
}

TEST_CASE("http: what is well formed is answered") {
  Fixture fixture(short_limits());
  struct Row {
    const char* name;
    std::string bytes;
    int status;
    std::string part;
  };
  const std::vector<Row> rows{
      {"plain", get("/"), 200, "\r\n\r\nhome"},
      {"HTTP/1.0 closes", "GET / HTTP/1.0\r\n\r\n", 200, "home"},
      {"path decoded once", get("/who/b%C3%B8%2541?q=a+b%26"), 200, "bø%41,a b&,127.0.0.1,plain"},
      {"chunks", post("/echo", "Transfer-Encoding: chunked\r\n", "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\nT: x\r\n\r\n"), 200,
       "\r\n\r\nabcde"},
      {"the largest body", post("/echo", "Content-Length: 1000\r\n", std::string(1000, 'x')), 200,
       "Content-Length: 1000"},
      {"a route with a larger limit", post("/upload", "Content-Length: 5000\r\n", std::string(5000, 'x')), 200,
       "\r\n\r\n5000"},
      {"unknown path", get("/nothing"), 404, "NotFound"},
      {"an empty parameter", get("/who/"), 404, "NotFound"},
      {"wrong method", get("/echo"), 405, "Allow: POST, OPTIONS\r\n"},
      {"OPTIONS", "OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n", 204, "Allow: GET, HEAD, OPTIONS\r\n"},
      {"OPTIONS for the server", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 204, "Allow"},
      {"upgrade needed", get("/socket"), 426, "Upgrade: websocket\r\n"},
      {"a handler that throws", get("/throws"), 500, "ServiceError"},
      {"a handler that forgets", get("/forgets"), 500, "ServiceError"},
      {"a header that would split", get("/splits"), 500, "ServiceError"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const std::string response = ask(fixture.port(), row.bytes);
    CHECK(status_of(response) == row.status);
    CHECK(contains(response, row.part));
    CHECK_FALSE(contains(response, "Set-Cookie"));
    CHECK_FALSE(contains(response, "the words of a person"));
  }
  CHECK(fixture.failures == 1);
}

TEST_CASE("http: HEAD has the headers of GET and no body") {
  Fixture fixture;
  Peer peer(fixture.port());
  peer.send("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const std::string all = peer.read_to_end();
  CHECK(contains(all, "Content-Length: 4\r\n"));
  CHECK(all.ends_with("\r\n\r\n"));
}

TEST_CASE("http: a body is asked for when the client waits to be asked") {
  Fixture fixture;
  Peer peer(fixture.port());
  peer.send(post("/echo", "Content-Length: 5\r\nExpect: 100-continue\r\n", ""));
  CHECK(status_of(peer.read_response()) == 100);
  peer.send("hello");
  CHECK(contains(peer.read_response(), "\r\n\r\nhello"));
}

TEST_CASE("http: a request in single bytes is answered like any other") {
  Fixture fixture;
  Peer peer(fixture.port());
  for (const char byte : post("/echo", "Transfer-Encoding: chunked\r\n", "2\r\nab\r\n0\r\n\r\n"))
    REQUIRE(peer.send(std::string_view(&byte, 1)));
  CHECK(contains(peer.read_response(), "\r\n\r\nab"));
}

TEST_CASE("http: pipelined requests are answered in order up to the limit") {
  Limits limits;
  limits.pipelined = 8;
  Fixture fixture(limits);
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += get("/who/n" + std::to_string(i));
  Peer peer(fixture.port());
  peer.send(bytes);
  const std::string all = peer.read_to_end();
  for (int i = 0; i <= 8; ++i) CHECK(contains(all, "\r\n\r\nn" + std::to_string(i) + ","));
  CHECK_FALSE(contains(all, "n9,"));
  CHECK(contains(all, "Connection: close"));
}

TEST_CASE("http: a connection ends after its last allowed request") {
  Limits limits;
  limits.requests_per_connection = 2;
  Fixture fixture(limits);
  Peer peer(fixture.port());
  peer.send(get("/"));
  CHECK_FALSE(contains(peer.read_response(), "Connection: close"));
  peer.send(get("/"));
  CHECK(contains(peer.read_response(), "Connection: close"));
  CHECK(peer.read_to_end().empty());
}

TEST_CASE("http: a deferred answer may come from any thread") {
  Fixture fixture;
  Peer first(fixture.port());
  Peer second(fixture.port());
  first.send(get("/later"));
  second.send(get("/later"));
  auto waiting = fixture.take(2);
  std::thread([&] {
    for (Responder& respond : waiting) {
      respond(Response::text(200, "late"));
      respond(Response::text(200, "twice"));
    }
  }).join();
  for (Peer* peer : {&first, &second}) {
    CHECK(contains(peer->read_response(), "\r\n\r\nlate"));
    peer->send(get("/"));
    CHECK(contains(peer->read_response(), "\r\n\r\nhome"));
  }
}

TEST_CASE("http: an answer that comes too late or after the stop harms nobody") {
  Limits limits;
  limits.answer_deadline = 50ms;
  auto fixture = std::make_unique<Fixture>(limits);
  Peer peer(fixture->port());
  peer.send(get("/later"));
  auto late = fixture->take(1);
  const std::string response = peer.read_to_end();
  CHECK(status_of(response) == 503);
  CHECK(contains(response, "Retry-After"));
  late.front()(Response::text(200, "late"));

  Peer other(fixture->port());
  other.send(get("/later"));
  auto kept = fixture->take(1);
  fixture.reset();
  kept.front()(Response::text(200, "late"));
  CHECK_FALSE(contains(other.read_to_end(), "late"));
}

TEST_CASE("http: a client that never reads is cut off") {
  Limits limits;
  limits.write_deadline = 100ms;
  Fixture fixture(limits);
  Peer peer(fixture.port(), 4096);
  peer.send(get("/large"));
  while (fixture.server.stats().requests == 0 || fixture.server.stats().open > 0) std::this_thread::yield();
  CHECK(peer.read_to_end().size() < 32u * 1024 * 1024);
}

TEST_CASE("http: silent connections end without a word") {
  Limits limits;
  limits.header_deadline = 50ms;
  limits.idle_deadline = 50ms;
  Fixture fixture(limits);
  CHECK(Peer(fixture.port()).read_to_end().empty());
  Peer peer(fixture.port());
  peer.send(get("/"));
  CHECK(status_of(peer.read_response()) == 200);
  CHECK(peer.read_to_end().empty());
}

TEST_CASE("http: others are answered beside hundreds of idle and slow connections") {
  Fixture fixture;
  std::vector<Peer> idle;
  for (int i = 0; i < 300; ++i) {
    idle.emplace_back(fixture.port());
    if (i % 3 == 1) idle.back().send("GET / HTTP/1.1\r\nHost");
    if (i % 3 == 2) idle.back().send(post("/echo", "Content-Length: 100\r\n", "x"));
  }
  httplib::Client client("127.0.0.1", fixture.port());
  client.set_keep_alive(true);
  for (int i = 0; i < 50; ++i) {
    const auto response = client.Post("/echo", "hei", "text/plain");
    REQUIRE(response);
    CHECK(response->body == "hei");
  }
  CHECK(fixture.server.stats().open >= 301);
}

TEST_CASE("http: connections beyond the limit are told to come back") {
  Limits limits;
  limits.connections = 2;
  Fixture fixture(limits);
  Peer first(fixture.port());
  Peer second(fixture.port());
  first.send(get("/"));
  second.send(get("/"));
  CHECK(status_of(first.read_response()) == 200);
  CHECK(status_of(second.read_response()) == 200);
  CHECK(status_of(Peer(fixture.port()).read_to_end()) == 503);
  CHECK(fixture.server.stats().turned_away == 1);
}

TEST_CASE("http: errors can be pages and every response can be decorated") {
  Options options;
  options.error_page = [](const Request& request, int status) -> std::optional<Response> {
    if (request.path.starts_with("/api")) return std::nullopt;
    return Response::html(status, "<h1>siden findes ikke</h1>");
  };
  options.now = [] { return Instant(Millis(784111777000)); };
  Server server(std::move(options));
  server.decorate("", [](const Request& request, Response& response) { add_security_headers(request, response); });
  REQUIRE(server.start().has_value());
  const std::string page = ask(server.port(), get("/nothing"));
  CHECK(status_of(page) == 404);
  CHECK(contains(page, "siden findes ikke"));
  CHECK(contains(page, "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
  for (const char* header :
       {"Content-Security-Policy: default-src 'none'; script-src 'self'", "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer", "Permissions-Policy: ", "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin", "Cache-Control: no-store"})
    CHECK(contains(page, header));
  CHECK_FALSE(contains(page, "Strict-Transport-Security"));
  CHECK(contains(ask(server.port(), get("/api/x")), R"("code":"NotFound")"));
  CHECK(contains(ask(server.port(), "GET / HTTP/1.1\r\n\r\n"), "X-Content-Type-Options: nosniff"));
}

TEST_CASE("http: forwarding headers count only from a declared proxy") {
  struct Row {
    const char* proxies;
    const char* forwarded;
    const char* remote;
    const char* secure;
  };
  const Row row =
      GENERATE(Row{"", "203.0.113.9", "127.0.0.1", "plain"}, Row{"10.0.0.0/8", "203.0.113.9", "127.0.0.1", "plain"},
               Row{"127.0.0.1", "203.0.113.9", "203.0.113.9", "secure"},
               Row{"127.0.0.0/8", "192.0.2.1, 203.0.113.9", "203.0.113.9", "secure"},
               Row{"127.0.0.0/8", "203.0.113.9, 127.0.0.3", "203.0.113.9", "secure"},
               Row{"127.0.0.1", "2001:db8::1", "2001:db8::1", "secure"},
               Row{"127.0.0.1", "<script>", "127.0.0.1", "secure"}, Row{"127.0.0.1", "", "127.0.0.1", "secure"});
  INFO(row.proxies << " / " << row.forwarded);
  Options options;
  if (*row.proxies) options.trusted_proxies = {row.proxies};
  Fixture fixture({}, std::move(options));
  const std::string response =
      ask(fixture.port(),
          get("/who/x", "X-Forwarded-Proto: https\r\nX-Forwarded-For: " + std::string(row.forwarded) + "\r\n"));
  CHECK(contains(response, "x,-," + std::string(row.remote) + "," + row.secure));
}

TEST_CASE("http: a server says why it cannot start") {
  Fixture fixture;
  const auto start = [](Options options) { return Server(std::move(options)).start(); };
  Options taken;
  taken.port = fixture.port();
  Options proxy;
  proxy.trusted_proxies = {"10.0.0.0/99"};
  Options tls;
  tls.tls = Tls{"/nonexistent/certificate.pem", "/nonexistent/key.pem"};
  for (Options& options : std::array{taken, proxy, tls}) {
    const auto result = start(std::move(options));
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == ErrorCode::unavailable);
  }
}

TEST_CASE("http: stopping finishes what is in flight and ends what is idle") {
  auto fixture = std::make_unique<Fixture>();
  Peer idle(fixture->port());
  idle.send(get("/"));
  CHECK(status_of(idle.read_response()) == 200);
  Peer busy(fixture->port());
  busy.send(get("/later"));
  auto waiting = fixture->take(1);
  std::thread stopping([&] { fixture->server.stop(10s); });
  CHECK(idle.read_to_end().empty());
  waiting.front()(Response::text(200, "finished"));
  const std::string all = busy.read_to_end();
  CHECK(contains(all, "finished"));
  CHECK(contains(all, "Connection: close"));
  stopping.join();
  CHECK_THROWS(Peer(fixture->port()));
}

TEST_CASE("http: a timer calls back once and not after the stop") {
  auto fixture = std::make_unique<Fixture>();
  std::promise<void> called;
  fixture->server.after(1ms, [&] { called.set_value(); });
  called.get_future().get();
  std::atomic<bool> late = false;
  fixture->server.after(1h, [&] { late = true; });
  fixture.reset();
  CHECK_FALSE(late);
}

namespace {

// A self-signed certificate and its key, made for this run.
Tls make_certificate(const std::filesystem::path& folder) {
  Tls files{folder / "certificate.pem", folder / "key.pem"};
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
  X509_set_pubkey(certificate, key);
  X509_sign(certificate, key, EVP_sha256());
  std::FILE* file = std::fopen(files.certificate_file.c_str(), "w");
  PEM_write_X509(file, certificate);
  std::fclose(file);
  file = std::fopen(files.key_file.c_str(), "w");
  PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(file);
  X509_free(certificate);
  EVP_PKEY_free(key);
  return files;
}

}  // namespace

TEST_CASE("http: the same over TLS") {
  const auto folder = std::filesystem::temp_directory_path() / ("varsel-tls-" + std::to_string(::getpid()));
  std::filesystem::create_directory(folder);
  Limits limits;
  limits.body_bytes = 1000;
  limits.linger_deadline = 500ms;
  Options options;
  options.tls = make_certificate(folder);
  Fixture fixture(limits, std::move(options));
  std::filesystem::remove_all(folder);

  httplib::SSLClient client("127.0.0.1", fixture.port());
  client.enable_server_certificate_verification(false);
  client.set_keep_alive(true);
  for (int i = 0; i < 3; ++i) {
    const auto response = client.Get("/who/x");
    REQUIRE(response);
    CHECK(response->body == "x,-,127.0.0.1,secure");
    CHECK(response->has_header("Strict-Transport-Security"));
  }
  const auto refused = client.Post("/echo", std::string(1001, 'x'), "text/plain");
  REQUIRE(refused);
  CHECK(refused->status == 413);
  CHECK(status_of(ask(fixture.port(), get("/"))) == 0);
}

// --- WebSocket -----------------------------------------------------------------------------------------------------

namespace {

const std::string kUpgradeFields =
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
const std::string kUpgrade = get("/socket", kUpgradeFields);

// A masked frame (RFC 6455 §5.2) with the mask 0, which leaves the payload as it is.
std::string frame(unsigned char opcode, std::string_view payload) {
  std::string bytes{static_cast<char>(0x80 | opcode)};
  if (payload.size() < 126) {
    bytes += static_cast<char>(0x80 | payload.size());
  } else {
    bytes += static_cast<char>(0xff);
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(payload.size() >> shift & 0xff);
  }
  return bytes + std::string(4, '\0') + std::string(payload);
}

}  // namespace

TEST_CASE("websocket: messages come back and the close is answered") {
  Fixture fixture;
  Peer peer(fixture.port());
  peer.send(kUpgrade);
  const std::string accepted = peer.read_response();
  CHECK(status_of(accepted) == 101);
  CHECK(contains(accepted, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));  // RFC 6455 §1.3
  peer.send(frame(1, "hei") + frame(1, "") + frame(1, "på deg"));
  std::string all;
  while (!contains(all, "echo på deg")) all += peer.read_some();
  peer.send(frame(8, "\x03\xe8"));
  all += peer.read_to_end();
  CHECK(contains(all,
                 "\x81\x08"
                 "echo hei"));
  CHECK(contains(all, "\x88\x02\x03\xe8"));
  fixture.closed.get_future().get();
}

TEST_CASE("websocket: what is refused") {
  Limits limits;
  limits.socket_message_bytes = 1000;
  Fixture fixture(limits);
  struct Row {
    const char* name;
    std::string bytes;
    std::string part;
  };
  const std::vector<Row> rows{
      {"by the handler", get("/socket?refuse=1", kUpgradeFields), "403"},
      // Here the close frame may be overtaken by the reset, for the rest of the message is not read.
      {"a message too long", kUpgrade + "~" + frame(1, std::string(1001, 'x')), "101"},
      {"binary", kUpgrade + "~" + frame(2, "x"), "\x88\x02\x03\xeb"},
      {"invalid UTF-8", kUpgrade + "~" + frame(1, "\xff"), "\x88\x02\x03\xef"},
      {"an unmasked frame", kUpgrade + "~" + std::string("\x81\x01x"), "\x88\x02\x03\xea"},
      {"frames before the upgrade is accepted", kUpgrade + frame(1, "x"), "400 Bad Request"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    Fixture fresh(limits);
    Peer peer(fresh.port());
    const std::size_t pause = row.bytes.find('~');
    peer.send(row.bytes.substr(0, pause));
    std::string all = peer.read_response();
    if (pause != std::string::npos) {
      CHECK(status_of(all) == 101);
      peer.send(row.bytes.substr(pause + 1));
    }
    if (row.name != std::string("by the handler")) all += peer.read_to_end();
    CHECK(contains(all, row.part));
    CHECK_FALSE(contains(all, "echo"));
  }
}

TEST_CASE("websocket: a reader that is too slow is cut off") {
  Limits limits;
  limits.socket_queue_bytes = 200'000;
  Fixture fixture(limits);
  Peer peer(fixture.port(), 4096);
  peer.send(kUpgrade);
  CHECK(status_of(peer.read_response()) == 101);
  std::shared_ptr<WebSocket> socket;
  while (!socket) {
    const std::lock_guard lock(fixture.mutex);
    if (!fixture.sockets.empty()) socket = fixture.sockets.front();
  }
  auto closed = fixture.closed.get_future();
  while (closed.wait_for(0s) != std::future_status::ready) socket->send(std::string(10'000, 'x'));
  socket->send("nobody hears this");
  CHECK_FALSE(contains(peer.read_to_end(), "nobody"));
}

TEST_CASE("websocket: a peer that does not answer pings is cut off") {
  Limits limits;
  limits.socket_idle = 100ms;
  Fixture fixture(limits);
  Peer peer(fixture.port());
  peer.send(kUpgrade);
  CHECK(status_of(peer.read_response()) == 101);
  const std::string all = peer.read_to_end();
  CHECK(contains(all, std::string("\x89\x00", 2)));
  fixture.closed.get_future().get();
}

TEST_CASE("websocket: the server says goodbye when it stops") {
  Fixture fixture;
  Peer peer(fixture.port());
  peer.send(kUpgrade);
  CHECK(status_of(peer.read_response()) == 101);
  std::thread stopping([&] { fixture.server.stop(10s); });
  CHECK(contains(peer.read_some(), "\x88\x02\x03\xe9"));
  peer.send(frame(8, "\x03\xe9"));
  stopping.join();
  CHECK(fixture.server.stats().open == 0);
}
