// Drives the bare server and Varsel over HTTP, from one thread, and prints one JSON object on what it saw.
//   drive turns   conversations by script, so many at a time: turns per second, latency, processor time per turn
//   drive idle    the same while many idle connections are held: what they cost, and whether others notice
//   drive burst   many connections at the same instant: how many are served
// A person waits for the answer before writing on, and so does every conversation here (a closed loop). The latency of
// a turn runs from the first byte of the message to the whole answer. A server that is silent for ten minutes is dead.
#include <utility>
// <utility> before Asio: its awaitable headers need it with Boost 1.74.
#include <sys/resource.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffers_iterator.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using asio::ip::tcp;
using nlohmann::json;
using Clock = std::chrono::steady_clock;
using Script = std::vector<std::string>;

constexpr std::chrono::minutes kPatience{10};
constexpr std::string_view kDirectLine = "/v3/directline";

struct Options {
  std::uint16_t port = 8080;
  int pid = 0;  // of the server, for its memory and processor time
  std::string server = "stream";
  std::vector<std::string> scripts;
  std::size_t concurrency = 1;
  std::size_t conversations = 100;
  bool open_each = false;
  std::size_t connections = 0;
  bool streams = false;
  std::string path = "/";
};

// --- The server's process ------------------------------------------------------------------------------------------

struct Usage {
  double processor_seconds = 0;
  double resident_mb = 0;
};

// proc(5): fields 14 and 15 of stat, in clock ticks, and 24, in pages. The name in field 2 may hold blanks.
Usage usage(int pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string all;
  std::getline(file, all);
  std::istringstream fields(all.substr(std::min(all.size(), all.rfind(')') + 1)));
  std::vector<std::string> values;
  for (std::string each; fields >> each;) values.push_back(each);
  if (values.size() < 22) throw std::runtime_error("there is no process " + std::to_string(pid));
  const auto field = [&](std::size_t number) { return std::stod(values[number - 3]); };
  return {(field(14) + field(15)) / static_cast<double>(sysconf(_SC_CLK_TCK)),
          field(24) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6};
}

// Of this driver itself: it shares the machine with the server.
double own_processor_seconds() {
  rusage own{};
  getrusage(RUSAGE_SELF, &own);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(own.ru_utime) + seconds(own.ru_stime);
}

// --- HTTP ----------------------------------------------------------------------------------------------------------

// One connection, kept alive as long as the server likes.
class Client {
 public:
  Client(asio::io_context& io, tcp::endpoint server) : socket_(io), server_(std::move(server)) {}

  // Throws unless the answer is 2xx.
  asio::awaitable<std::string> send(http::verb verb, std::string target, std::string body = "",
                                    std::string token = "") {
    if (!socket_.is_open()) {
      co_await socket_.async_connect(server_, asio::use_awaitable);
      socket_.set_option(tcp::no_delay(true));
    }
    http::request<http::string_body> request(verb, target, 11, std::move(body));
    request.set(http::field::host, "127.0.0.1:" + std::to_string(server_.port()));
    if (verb == http::verb::post) request.set(http::field::content_type, "application/json");
    if (!token.empty()) request.set(http::field::authorization, "Bearer " + token);
    request.prepare_payload();
    co_await http::async_write(socket_, request, asio::use_awaitable);
    http::response<http::string_body> response;
    co_await http::async_read(socket_, buffer_, response, asio::use_awaitable);
    if (!response.keep_alive()) close();
    if (http::to_status_class(response.result()) != http::status_class::successful)
      throw std::runtime_error(target + " answered " + std::to_string(response.result_int()));
    co_return std::move(response.body());
  }

  void close() {
    boost::system::error_code ignored;
    socket_.close(ignored);
    buffer_.clear();
  }

 private:
  tcp::socket socket_;
  tcp::endpoint server_;
  boost::beast::flat_buffer buffer_;
};

// --- Conversations -------------------------------------------------------------------------------------------------

class Talk {
 public:
  virtual ~Talk() = default;
  virtual asio::awaitable<void> open(Client& client) = 0;
  // Returns the activities that answer.
  virtual asio::awaitable<std::string> say(Client& client, const std::string& text) = 0;
};

std::string activity(const std::string& person, const std::string& text, const std::string& id) {
  return json{
      {"type", "message"}, {"from", {{"id", person}}}, {"text", text}, {"channelData", {{"clientActivityID", id}}}}
      .dump();
}

// The bare server answers in the response.
class BareTalk final : public Talk {
 public:
  explicit BareTalk(std::size_t number) : id_("bench-" + std::to_string(getpid()) + "-" + std::to_string(number)) {}
  asio::awaitable<void> open(Client&) override { co_return; }
  asio::awaitable<std::string> say(Client& client, const std::string& text) override {
    const std::string target = std::string(kDirectLine) + "/conversations/" + id_ + "/activities";
    co_return co_await client.send(http::verb::post, target, activity("dl_" + id_, text, std::to_string(++turn_)));
  }

 private:
  const std::string id_;
  int turn_ = 0;
};

// Direct Line, as any client speaks it; how the answer arrives is left to the two below.
class DirectLineTalk : public Talk {
 public:
  asio::awaitable<void> open(Client& client) override {
    const auto granted =
        json::parse(co_await client.send(http::verb::post, std::string(kDirectLine) + "/tokens/generate"));
    token_ = granted.at("token").get<std::string>();
    const auto opened =
        json::parse(co_await client.send(http::verb::post, std::string(kDirectLine) + "/conversations", "", token_));
    id_ = opened.at("conversationId").get<std::string>();
    co_await listen(client, opened.at("streamUrl").get<std::string>());
  }

  asio::awaitable<std::string> say(Client& client, const std::string& text) override {
    const auto kept = json::parse(co_await client.send(http::verb::post, activities(),
                                                       activity("dl_bench", text, std::to_string(++turn_)), token_));
    co_return co_await answer(client, "\"replyToId\":\"" + kept.at("id").get<std::string>() + "\"");
  }

 protected:
  // Gets ready to receive, and receives the greeting.
  virtual asio::awaitable<void> listen(Client& client, std::string stream_url) = 0;
  // The activities that hold `mark`.
  virtual asio::awaitable<std::string> answer(Client& client, std::string mark) = 0;

  [[nodiscard]] std::string activities() const {
    return std::string(kDirectLine) + "/conversations/" + id_ + "/activities";
  }
  [[nodiscard]] const std::string& token() const { return token_; }

 private:
  std::string token_;
  std::string id_;
  int turn_ = 0;
};

class StreamTalk final : public DirectLineTalk {
 public:
  StreamTalk(asio::io_context& io, tcp::endpoint server) : socket_(io), server_(std::move(server)) {}

 protected:
  asio::awaitable<void> listen(Client&, std::string stream_url) override {
    co_await socket_.next_layer().async_connect(server_, asio::use_awaitable);
    socket_.next_layer().set_option(tcp::no_delay(true));
    const auto path = stream_url.find('/', stream_url.find("://") + 3);
    co_await socket_.async_handshake("127.0.0.1:" + std::to_string(server_.port()), stream_url.substr(path),
                                     asio::use_awaitable);
    co_await receive("\"activities\"");
  }
  asio::awaitable<std::string> answer(Client&, std::string mark) override { return receive(std::move(mark)); }

 private:
  asio::awaitable<std::string> receive(std::string mark) {
    for (;;) {
      boost::beast::flat_buffer buffer;
      co_await socket_.async_read(buffer, asio::use_awaitable);
      std::string frame = boost::beast::buffers_to_string(buffer.data());
      if (frame.find(mark) != std::string::npos) co_return frame;
    }
  }

  websocket::stream<tcp::socket> socket_;
  tcp::endpoint server_;
};

class PollTalk final : public DirectLineTalk {
 protected:
  asio::awaitable<void> listen(Client& client, std::string) override { co_await poll(client); }
  asio::awaitable<std::string> answer(Client& client, std::string mark) override {
    for (;;) {
      std::string set = co_await poll(client);
      if (set.find(mark) != std::string::npos) co_return set;
    }
  }

 private:
  asio::awaitable<std::string> poll(Client& client) {
    std::string set = co_await client.send(http::verb::get, activities() + "?watermark=" + watermark_, "", token());
    constexpr std::string_view kWatermark = "\"watermark\":\"";
    const auto start = set.rfind(kWatermark) + kWatermark.size();
    watermark_ = set.substr(start, set.find('"', start) - start);
    co_return set;
  }

  std::string watermark_;
};

// --- Runs ----------------------------------------------------------------------------------------------------------

class Driver {
 public:
  explicit Driver(const Options& options) : options_(options), server_(asio::ip::address_v4::loopback(), options.port) {
    for (const auto& file : options.scripts) {
      std::ifstream in(file);
      Script script;
      for (std::string line; std::getline(in, line);)
        if (!line.empty()) script.push_back(line);
      if (script.empty()) throw std::runtime_error(file + " holds nothing to say");
      scripts_.push_back(std::move(script));
    }
  }

  json turns() {
    const Usage start = usage(options_.pid);
    std::vector<std::unique_ptr<Talk>> talks(options_.conversations);
    if (!options_.open_each)
      at_once([&](Client& client, std::size_t number) { return open(client, talks[number], number); });
    const Usage opened = usage(options_.pid);
    const double own = own_processor_seconds();
    const auto began = Clock::now();
    at_once([&](Client& client, std::size_t number) { return hold(client, talks[number], number); });
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    const Usage end = usage(options_.pid);
    const double driving = own_processor_seconds() - own;

    std::sort(waits_.begin(), waits_.end());
    const auto count = static_cast<double>(waits_.size());
    const auto part = [&](double p) { return waits_.empty() ? 0 : waits_[static_cast<std::size_t>(p * (count - 1))]; };
    return {{"server", options_.server},
            {"concurrency", options_.concurrency},
            {"conversations", options_.conversations},
            {"handed_in", handed_in_},
            {"errors", errors_},
            {"turns", waits_.size()},
            {"turns_per_s", count / seconds},
            {"p50_ms", part(0.5)},
            {"p99_ms", part(0.99)},
            {"cpu_us_per_turn", 1e6 * (end.processor_seconds - opened.processor_seconds) / std::max(count, 1.0)},
            {"driver_us_per_turn", 1e6 * driving / std::max(count, 1.0)},
            {"cpu_us_per_opening",
             1e6 * (opened.processor_seconds - start.processor_seconds) / static_cast<double>(options_.conversations)},
            {"rss_before_mb", start.resident_mb},
            {"rss_mb", end.resident_mb}};
  }

  json idle() {
    struct Held {
      Client client;
      std::unique_ptr<Talk> talk;
      bool alive = false;
    };
    std::vector<std::unique_ptr<Held>> held;
    for (std::size_t i = 0; i < options_.connections; ++i)
      held.push_back(std::make_unique<Held>(Held{Client(io_, server_), nullptr, false}));
    const auto touch = [this](Held& each) -> asio::awaitable<void> {
      each.alive = false;
      if (options_.streams && !each.talk) {
        each.talk = make_talk(0);
        co_await each.talk->open(each.client);
        each.client.close();  // the stream alone is held
      } else if (options_.streams) {
        co_await each.talk->say(each.client, scripts_.front().front());
      } else {
        co_await each.client.send(http::verb::get, "/healthz");
      }
      each.alive = true;
    };
    const auto touch_all = [&] {
      std::size_t next = 0;
      const auto slot = [&]() -> asio::awaitable<void> {
        while (next < held.size()) co_await attempt(touch(*held[next++]));
      };
      for (std::size_t i = 0; i < 16; ++i) asio::co_spawn(io_, slot(), asio::detached);
      finish();
      return std::count_if(held.begin(), held.end(), [](const auto& each) { return each->alive; });
    };

    const Usage before = usage(options_.pid);
    const auto opened = touch_all();
    const Usage after = usage(options_.pid);
    json result = turns();
    result["idle_opened"] = opened;
    result["idle_growth_mb"] = after.resident_mb - before.resident_mb;
    result["idle_alive"] = touch_all();
    return result;
  }

  json burst() {
    std::size_t served = 0;
    const auto one = [&]() -> asio::awaitable<void> {
      Client client(io_, server_);
      co_await client.send(http::verb::get, options_.path);
      ++served;
    };
    const auto began = Clock::now();
    for (std::size_t i = 0; i < options_.connections; ++i) asio::co_spawn(io_, attempt(one()), asio::detached);
    finish();
    return {{"connections", options_.connections},
            {"served", served},
            {"seconds", std::chrono::duration<double>(Clock::now() - began).count()},
            {"rss_mb", usage(options_.pid).resident_mb}};
  }

 private:
  std::unique_ptr<Talk> make_talk(std::size_t number) {
    if (options_.server == "bare") return std::make_unique<BareTalk>(number);
    if (options_.server == "poll") return std::make_unique<PollTalk>();
    return std::make_unique<StreamTalk>(io_, server_);
  }

  asio::awaitable<void> open(Client& client, std::unique_ptr<Talk>& talk, std::size_t number) {
    talk = make_talk(number);
    co_await talk->open(client);
  }

  // One whole conversation, closed at its end.
  asio::awaitable<void> hold(Client& client, std::unique_ptr<Talk>& talk, std::size_t number) {
    if (!talk) co_await open(client, talk, number);
    std::string answer;
    for (const auto& line : scripts_[number % scripts_.size()]) {
      const auto sent = Clock::now();
      answer = co_await talk->say(client, line);
      waits_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - sent).count());
    }
    if (answer.find("\"progress\":100") != std::string::npos) ++handed_in_;
    talk.reset();
  }

  // Does something for every conversation, as many at a time as wished, each with a connection.
  template <class Task>
  void at_once(const Task& task) {
    std::size_t next = 0;
    const auto slot = [&]() -> asio::awaitable<void> {
      Client client(io_, server_);
      while (next < options_.conversations) {
        const std::size_t errors = errors_;
        co_await attempt(task(client, next++));
        if (errors != errors_) client.close();
      }
    };
    for (std::size_t i = 0; i < options_.concurrency; ++i) asio::co_spawn(io_, slot(), asio::detached);
    finish();
  }

  // A failure is counted, and the first is told.
  asio::awaitable<void> attempt(asio::awaitable<void> task) {
    try {
      co_await std::move(task);
    } catch (const std::exception& error) {
      if (errors_++ == 0) std::cerr << "drive: " << error.what() << '\n';
    }
  }

  void finish() {
    io_.restart();
    io_.run_for(kPatience);
    if (!io_.stopped()) throw std::runtime_error("the server fell silent");
  }

  const Options& options_;
  asio::io_context io_{1};
  const tcp::endpoint server_;
  std::vector<Script> scripts_;
  std::vector<double> waits_;  // milliseconds, one a turn
  std::size_t handed_in_ = 0;
  std::size_t errors_ = 0;
};

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  CLI::App app("Drives a server with scripted conversations");
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--port", options.port, "Of the server, on this machine")->required();
  app.add_option("--pid", options.pid, "Of the server")->required();
  app.add_option("--script", options.scripts, "What a person says, a line a turn; conversations take turns at them");
  app.add_option("--server", options.server, "bare, or Direct Line with the answer over stream or poll")
      ->check(CLI::IsMember({"bare", "stream", "poll"}));
  app.add_option("--concurrency", options.concurrency, "Conversations at a time");
  app.add_option("--conversations", options.conversations, "Conversations in all");
  app.add_flag("--open-each", options.open_each, "Open each when its turn comes, within the time that is measured");
  app.add_subcommand("turns", "Conversations by script");
  auto* idle = app.add_subcommand("idle", "The same beside idle connections");
  auto* burst = app.add_subcommand("burst", "Connections at the same instant");
  app.add_option("--connections", options.connections, "Of idle and burst");
  app.add_flag("--streams", options.streams, "Idle connections are streams of open conversations");
  app.add_option("--path", options.path, "What each connection of a burst asks for");
  CLI11_PARSE(app, argc, argv);
  if (options.scripts.empty() && !burst->parsed()) throw std::runtime_error("--script is missing");
  Driver driver(options);
  std::cout << (burst->parsed() ? driver.burst() : idle->parsed() ? driver.idle() : driver.turns()).dump() << '\n';
} catch (const std::exception& error) {
  std::cerr << "drive: " << error.what() << '\n';
  return 1;
}
