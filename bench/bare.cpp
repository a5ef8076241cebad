// The bare limit of a durable turn: what the libraries underneath allow, so that the server can be judged by a ratio
// taken on the same machine in the same minute.
//   bare PORT FOLDER
//
// It is: the JSON of Direct Line in and out over Boost.Beast on two threads, and per turn four rows in SQLite (the
// conversation, its incident, a link of an audit chain, an outgoing message; state and incident sealed with
// AES-256-GCM), written by one thread that commits all waiting turns with one fsync (WAL, synchronous FULL).
// It is not: a chat bot. It understands nothing, decides nothing, knows no token, no limit and no second delivery, and
// its answer is the same for everybody. Nothing of the product is in it, so that a fault there cannot hide here.
#include <utility>
// <utility> before Asio: its awaitable headers need it with Boost 1.74.
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sqlite3.h>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using nlohmann::json;

constexpr int kThreads = 2;
constexpr std::size_t kStateBytes = 1'500;     // what the state of a real conversation comes to
constexpr std::size_t kIncidentBytes = 1'200;  // and the events of a turn
constexpr std::size_t kAuditBytes = 240;
constexpr std::size_t kOutgoingBytes = 400;
constexpr std::string_view kAnswer =
    "Thank you. That is written down. Which persons does it concern, and about how many are they?";

// --- SQLite --------------------------------------------------------------------------------------------------------

struct Blob {
  std::string_view bytes;
};
using Value = std::variant<std::int64_t, std::string_view, Blob>;

class Database {
 public:
  explicit Database(const std::string& file) {
    check(sqlite3_open_v2(file.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                          nullptr));
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=FULL");
    run("PRAGMA wal_autocheckpoint=4000");
    run("CREATE TABLE conversation (id TEXT PRIMARY KEY, revision INTEGER, at INTEGER, state BLOB)");
    run("CREATE TABLE incident (id TEXT PRIMARY KEY, status TEXT, deadline INTEGER, events BLOB)");
    run("CREATE TABLE audit (sequence INTEGER PRIMARY KEY, at INTEGER, entry TEXT, hash BLOB)");
    run("CREATE TABLE outbox (id INTEGER PRIMARY KEY, due INTEGER, body TEXT)");
  }
  ~Database() { sqlite3_close_v2(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const char* sql) { check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr)); }

  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
  }

  // Runs a statement, and returns the first column of its first row if there is one.
  std::string execute(sqlite3_stmt* statement, std::initializer_list<Value> values = {}) {
    int at = 0;
    for (const Value& value : values) bind(statement, ++at, value);
    const int code = sqlite3_step(statement);
    std::string first;
    if (code == SQLITE_ROW)
      first.assign(static_cast<const char*>(sqlite3_column_blob(statement, 0)), sqlite3_column_bytes(statement, 0));
    else if (code != SQLITE_DONE)
      check(code);
    sqlite3_reset(statement);
    return first;
  }

 private:
  static void bind(sqlite3_stmt* statement, int at, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
      sqlite3_bind_int64(statement, at, *number);
    else if (const auto* text = std::get_if<std::string_view>(&value))
      sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    else if (const auto* blob = std::get_if<Blob>(&value))
      sqlite3_bind_blob64(statement, at, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
  }
  void check(int code) const {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(handle_));
  }
  sqlite3* handle_ = nullptr;
};

// --- Sealing -------------------------------------------------------------------------------------------------------

// AES-256-GCM with a random nonce: nonce, ciphertext, tag.
class Sealer {
 public:
  Sealer() { RAND_bytes(key_, sizeof key_); }
  ~Sealer() { EVP_CIPHER_CTX_free(context_); }
  Sealer(const Sealer&) = delete;
  Sealer& operator=(const Sealer&) = delete;

  std::string seal(std::string_view clear) {
    std::string sealed(kNonce + clear.size() + kTag, '\0');
    auto* const out = reinterpret_cast<unsigned char*>(sealed.data());
    int size = 0;
    RAND_bytes(out, kNonce);
    EVP_EncryptInit_ex(context_, EVP_aes_256_gcm(), nullptr, key_, out);
    EVP_EncryptUpdate(context_, out + kNonce, &size, bytes(clear), static_cast<int>(clear.size()));
    EVP_EncryptFinal_ex(context_, out + kNonce + size, &size);
    EVP_CIPHER_CTX_ctrl(context_, EVP_CTRL_GCM_GET_TAG, kTag, out + kNonce + clear.size());
    return sealed;
  }

  std::string open(std::string_view sealed) {
    std::string clear(sealed.size() - kNonce - kTag, '\0');
    auto* const out = reinterpret_cast<unsigned char*>(clear.data());
    std::string tag(sealed.substr(sealed.size() - kTag));
    int size = 0;
    EVP_DecryptInit_ex(context_, EVP_aes_256_gcm(), nullptr, key_, bytes(sealed));
    EVP_DecryptUpdate(context_, out, &size, bytes(sealed) + kNonce, static_cast<int>(clear.size()));
    EVP_CIPHER_CTX_ctrl(context_, EVP_CTRL_GCM_SET_TAG, kTag, tag.data());
    if (EVP_DecryptFinal_ex(context_, out + size, &size) != 1) throw std::runtime_error("a sealed state does not open");
    return clear;
  }

 private:
  static constexpr int kNonce = 12;
  static constexpr int kTag = 16;
  static const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  }
  EVP_CIPHER_CTX* context_ = EVP_CIPHER_CTX_new();
  unsigned char key_[32] = {};
};

// --- Turns ---------------------------------------------------------------------------------------------------------

struct Turn {
  std::string conversation;
  std::string person;
  std::string text;
  std::function<void(std::uint64_t number)> done;  // on the writer's thread, after the commit
};

// One thread that writes: all the turns that wait, in one transaction.
class Writer {
 public:
  explicit Writer(const std::string& file) : database_(file), thread_([this] { loop(); }) {}
  ~Writer() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
    for (auto* statement : {begin_, commit_, load_, keep_, incident_, audit_, outbox_}) sqlite3_finalize(statement);
  }

  void submit(Turn turn) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(turn));
    }
    arrived_.notify_one();
  }

 private:
  void loop() {
    std::vector<Turn> taken;
    std::vector<std::uint64_t> numbers;
    for (;;) {
      {
        std::unique_lock lock(mutex_);
        arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        taken.swap(waiting_);
      }
      database_.execute(begin_);
      for (const Turn& turn : taken) numbers.push_back(write(turn));
      database_.execute(commit_);
      for (std::size_t i = 0; i < taken.size(); ++i) taken[i].done(numbers[i]);
      taken.clear();
      numbers.clear();
    }
  }

  std::uint64_t write(const Turn& turn) {
    const std::int64_t now = std::time(nullptr);
    const std::string before = database_.execute(load_, {turn.conversation});
    json state = before.empty() ? json{{"turns", 0}, {"said", json::array()}} : json::parse(sealer_.open(before));
    const std::uint64_t number = state["turns"].get<std::uint64_t>() + 1;
    state["turns"] = number;
    state["said"].push_back({{"text", turn.text}, {"from", turn.person}, {"at", now}});

    std::string text = state.dump();
    if (text.size() < kStateBytes) text.resize(kStateBytes, ' ');
    const std::string_view whole = text;
    const std::string sealed_state = sealer_.seal(whole);
    const std::string sealed_events = sealer_.seal(whole.substr(0, kIncidentBytes));
    database_.execute(keep_, {turn.conversation, now, Blob{sealed_state}});
    database_.execute(incident_, {turn.conversation, now + 72 * 3600, Blob{sealed_events}});

    const std::string link = head_ + text.substr(0, kAuditBytes);
    unsigned int size = 0;
    EVP_Digest(link.data(), link.size(), reinterpret_cast<unsigned char*>(head_.data()), &size, EVP_sha256(), nullptr);
    database_.execute(audit_, {now, whole.substr(0, kAuditBytes), Blob{head_}});
    database_.execute(outbox_, {now, whole.substr(0, kOutgoingBytes)});
    return number;
  }

  Database database_;
  Sealer sealer_;
  std::string head_ = std::string(32, '\0');
  sqlite3_stmt* begin_ = database_.prepare("BEGIN IMMEDIATE");
  sqlite3_stmt* commit_ = database_.prepare("COMMIT");
  sqlite3_stmt* load_ = database_.prepare("SELECT state FROM conversation WHERE id = ?");
  sqlite3_stmt* keep_ = database_.prepare(
      "INSERT INTO conversation VALUES (?, 1, ?, ?) ON CONFLICT (id) DO UPDATE "
      "SET revision = revision + 1, at = excluded.at, state = excluded.state");
  sqlite3_stmt* incident_ = database_.prepare(
      "INSERT INTO incident VALUES (?, 'open', ?, ?) ON CONFLICT (id) DO UPDATE SET events = excluded.events");
  sqlite3_stmt* audit_ = database_.prepare("INSERT INTO audit (at, entry, hash) VALUES (?, ?, ?)");
  sqlite3_stmt* outbox_ = database_.prepare("INSERT INTO outbox (due, body) VALUES (?, ?)");
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<Turn> waiting_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all the others
};

// --- HTTP ----------------------------------------------------------------------------------------------------------

// The number of the turn, once it is on the disk.
asio::awaitable<std::uint64_t> keep(Writer& writer, Turn turn) {
  return asio::async_initiate<const asio::use_awaitable_t<>, void(std::uint64_t)>(
      [&writer](auto handler, Turn kept) {
        const auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        kept.done = [shared](std::uint64_t number) {
          asio::post(asio::get_associated_executor(*shared), [shared, number] { std::move (*shared)(number); });
        };
        writer.submit(std::move(kept));
      },
      asio::use_awaitable, std::move(turn));
}

// "/v3/directline/conversations/{id}/activities"
std::string conversation_of(std::string_view target) {
  constexpr std::string_view kBefore = "/conversations/";
  const auto at = target.find(kBefore);
  if (at == std::string_view::npos) return "";
  target.remove_prefix(at + kBefore.size());
  return std::string(target.substr(0, target.find('/')));
}

std::string activities(const Turn& turn, std::uint64_t number) {
  const auto id = [&](std::uint64_t sequence) { return turn.conversation + "|" + std::to_string(sequence); };
  const json conversation{{"id", turn.conversation}};
  return json{{"activities",
               {{{"type", "message"},
                 {"id", id(2 * number - 1)},
                 {"channelId", "directline"},
                 {"conversation", conversation},
                 {"from", {{"id", turn.person}, {"role", "user"}}},
                 {"text", turn.text}},
                {{"type", "message"},
                 {"id", id(2 * number)},
                 {"replyToId", id(2 * number - 1)},
                 {"channelId", "directline"},
                 {"conversation", conversation},
                 {"from", {{"id", "bare"}, {"role", "bot"}}},
                 {"text", kAnswer}}}},
              {"watermark", std::to_string(2 * number)}}
      .dump();
}

asio::awaitable<std::string> answer(Writer& writer, const http::request<http::string_body>& request) {
  if (request.method() != http::verb::post) co_return "ready\n";
  const json activity = json::parse(request.body());
  Turn turn{conversation_of(std::string_view(request.target().data(), request.target().size())),
            activity.at("from").at("id").get<std::string>(), activity.at("text").get<std::string>(), nullptr};
  const std::uint64_t number = co_await keep(writer, turn);
  co_return activities(turn, number);
}

asio::awaitable<void> serve(tcp::socket socket, Writer& writer) {
  boost::beast::tcp_stream stream(std::move(socket));
  boost::beast::flat_buffer buffer;
  for (bool alive = true; alive;) {
    http::request<http::string_body> request;
    stream.expires_after(std::chrono::seconds(60));
    co_await http::async_read(stream, buffer, request, asio::use_awaitable);
    http::response<http::string_body> response(http::status::ok, request.version());
    response.body() = co_await answer(writer, request);
    response.set(http::field::content_type, "application/json");
    response.keep_alive(alive = request.keep_alive());
    response.prepare_payload();
    co_await http::async_write(stream, response, asio::use_awaitable);
  }
}

// A connection that fails, or a request that is none, ends that connection alone.
asio::awaitable<void> listen(asio::io_context& io, tcp::acceptor& acceptor, Writer& writer) {
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(asio::make_strand(io), asio::use_awaitable);
    socket.set_option(tcp::no_delay(true));
    const auto executor = socket.get_executor();
    asio::co_spawn(executor, serve(std::move(socket), writer), asio::detached);
  }
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::fprintf(stderr, "bare PORT FOLDER\n");
    return 2;
  }
  const std::filesystem::path folder = argv[2];
  std::filesystem::create_directories(folder);
  Writer writer((folder / "bare.db").string());
  asio::io_context io(kThreads);
  tcp::acceptor acceptor(io);
  const tcp::endpoint address(asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(std::atoi(argv[1])));
  acceptor.open(address.protocol());
  acceptor.set_option(tcp::acceptor::reuse_address(true));
  acceptor.bind(address);
  acceptor.listen();
  asio::co_spawn(io, listen(io, acceptor, writer), asio::detached);
  std::printf("bare listens: http://127.0.0.1:%d\n", acceptor.local_endpoint().port());
  std::fflush(stdout);
  std::vector<std::thread> threads;
  for (int i = 1; i < kThreads; ++i) threads.emplace_back([&io] { io.run(); });
  io.run();
} catch (const std::exception& error) {
  std::fprintf(stderr, "bare: %s\n", error.what());
  return 1;
}
