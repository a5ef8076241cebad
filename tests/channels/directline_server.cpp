// directline_server [PORT]: the web chat channel over an in-memory desk, on loopback, until standard input ends.
#include <openssl/rand.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include "adapters/http/server.h"
#include "adapters/webchat/webchat.h"
#include "tests/unit/adapters/webchat_desk.h"

using namespace varsel;
using namespace varsel::adapters;

int main(int argc, char** argv) {
  const auto random_bytes = [](std::size_t size) {
    std::string bytes(size, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size)) != 1) std::abort();
    return bytes;
  };
  http::Options edge;
  edge.port = argc > 1 ? static_cast<std::uint16_t>(std::stoi(argv[1])) : 0;
  http::Server server(std::move(edge));

  adapters::testing::MemoryDesk desk;
  webchat::Options options;
  options.token_key = Secret(random_bytes(32));
  options.secret = Secret("test-secret");
  options.anonymous = true;
  options.unlimited_loopback = true;
  webchat::WebChat chat(
      std::move(options),
      {desk, [] { return std::chrono::floor<Millis>(std::chrono::system_clock::now()); }, random_bytes,
       [&](std::chrono::milliseconds delay, std::function<void()> callback) {
         server.after(delay, std::move(callback));
       }});
  desk.published = [&](const ConversationId& conversation, const std::vector<Posted>& postings) {
    chat.published(conversation, postings);
  };
  chat.mount(server);
  server.route(http::Method::get, "/healthz",
               [](const http::Request&, http::Responder respond) { respond(http::Response::text(200, "ok")); });
  if (const auto started = server.start(); !started) {
    std::fprintf(stderr, "%s\n", started.error().detail.c_str());
    return 1;
  }
  std::printf("http://127.0.0.1:%u\n", server.port());
  std::fflush(stdout);
  for (std::string line; std::getline(std::cin, line);) {
  }
  server.stop(std::chrono::seconds(2));
}
