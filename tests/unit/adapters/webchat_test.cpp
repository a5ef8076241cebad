#include "adapters/webchat/webchat.h"

#include <httplib.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "tests/catch.h"
#include "tests/unit/adapters/http_peer.h"
#include "tests/unit/adapters/webchat_desk.h"

using namespace std::chrono_literals;
using namespace varsel;
using namespace varsel::adapters;
using nlohmann::json;

namespace {

constexpr const char* kSecret = "the-secret-of-a-service";
const std::string kPng = "\x89PNG\r\n\x1a\n" + std::string(20, '\1');

webchat::Options anonymous() {
  webchat::Options options;
  options.token_key = Secret(std::string(32, 'k'));
  options.secret = Secret(kSecret);
  options.anonymous = true;
  options.unlimited_loopback = true;
  return options;
}

struct Answer {
  int status = 0;
  json body;
  httplib::Headers headers;
};

struct Fixture {
  explicit Fixture(webchat::Options options = anonymous())
      : chat(std::move(options), {desk, [this] { return now.load(); },
                                  [this](std::size_t size) { return std::string(size, static_cast<char>(++random)); },
                                  [this](std::chrono::milliseconds delay, std::function<void()> callback) {
                                    server.after(std::min(delay, longest_delay), std::move(callback));
                                  }}) {
    desk.published = [this](const ConversationId& conversation, const std::vector<Posted>& postings) {
      chat.published(conversation, postings);
    };
    chat.mount(server);
    REQUIRE(server.start().has_value());
  }
  ~Fixture() { server.stop(0ms); }

  Answer call(const std::string& method, const std::string& path, const std::string& bearer,
              const std::string& body = "", httplib::Headers headers = {},
              const std::string& type = "application/json") const {
    httplib::Client client("127.0.0.1", server.port());
    client.set_read_timeout(20, 0);
    httplib::Request request;
    request.method = method;
    request.path = "/v3/directline" + path;
    request.headers = std::move(headers);
    if (!bearer.empty()) request.headers.emplace("Authorization", "Bearer " + bearer);
    request.body = body;
    if (method == "POST") request.headers.emplace("Content-Type", type);
    const auto response = client.send(request);
    REQUIRE(response);
    return {response->status, json::parse(response->body, nullptr, false), response->headers};
  }

  // A started conversation.
  struct Talk {
    std::string id, token, stream;
  };
  Talk begin(const std::string& body = R"({"locale":"nn-NO"})") const {
    const Answer generated = call("POST", "/tokens/generate", "", R"({"user":{"id":"dl_kari"}})");
    REQUIRE(generated.status == 200);
    const Answer started = call("POST", "/conversations", generated.body["token"], body);
    REQUIRE(started.status == 201);
    return {started.body["conversationId"], started.body["token"], started.body["streamUrl"]};
  }

  Answer say(const Talk& talk, const json& activity) const {
    return call("POST", "/conversations/" + talk.id + "/activities", talk.token, activity.dump());
  }
  Answer poll(const Talk& talk, const std::string& watermark = "", httplib::Headers headers = {}) const {
    return call("GET", "/conversations/" + talk.id + "/activities?watermark=" + watermark, talk.token, "",
                std::move(headers));
  }
  Answer upload(const Talk& talk, const std::string& body) const {
    return call("POST", "/conversations/" + talk.id + "/upload?userId=x", talk.token, body, {},
                "multipart/form-data; boundary=bbb");
  }

  std::atomic<Instant> now = Instant(Millis(1'800'000'000'000));
  std::atomic<int> random = 0;
  std::chrono::milliseconds longest_delay = 1h;
  testing::MemoryDesk desk;
  http::Server server{http::Options()};
  webchat::WebChat chat;
};

std::string file_part(const std::string& name, const std::string& bytes) {
  return "--bbb\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
         "\"\r\nContent-Type: image/png\r\n\r\n" + bytes + "\r\n";
}

json message(const std::string& text, const std::string& client_id = "c1") {
  return {{"type", "message"},
          {"text", text},
          {"from", {{"id", "somebody else"}}},
          {"locale", "da-DK"},
          {"timestamp", "2026-11-21T09:02:03.000Z"},
          {"channelData", {{"clientActivityID", client_id}}}};
}

}  // namespace

TEST_CASE("webchat: a whole conversation as Direct Line clients hold it") {
  Fixture fixture;
  const auto talk = fixture.begin();
  const Answer posted = fixture.say(talk, message("hei"));
  REQUIRE(posted.status == 200);
  CHECK(posted.body["id"] == talk.id + "|0000002");

  const Answer polled = fixture.poll(talk);
  REQUIRE(polled.status == 200);
  const json& activities = polled.body["activities"];
  REQUIRE(activities.size() == 3);
  CHECK(polled.body["watermark"] == "3");
  CHECK(activities[0]["text"] == "greeting nn");
  CHECK(activities[0]["from"]["role"] == "bot");
  CHECK(activities[1]["text"] == "hei");
  CHECK(activities[1]["id"] == posted.body["id"]);
  CHECK(activities[1]["from"] == json{{"id", "dl_kari"}, {"role", "user"}});
  CHECK(activities[1]["channelData"]["clientActivityID"] == "c1");
  CHECK(activities[2]["text"] == "echo: hei");
  CHECK(activities[2]["replyToId"] == posted.body["id"]);
  CHECK(activities[2]["locale"] == "da");
  CHECK(activities[2]["timestamp"] == "2027-01-15T08:00:00.000Z");
  CHECK(activities[2]["channelData"]["varsel"]["progress"] == 40);
  CHECK(activities[2]["suggestedActions"]["actions"][0] ==
        json{{"type", "imBack"}, {"title", "Ja, det er rigtigt"}, {"value", "ja"}});

  const Answer nothing = fixture.poll(talk, "3");
  CHECK(nothing.body == json{{"activities", json::array()}, {"watermark", "3"}});
  CHECK(fixture.poll(talk, "2").body["activities"].size() == 1);

  const auto incoming = fixture.desk.received().front();
  CHECK(incoming.channel == "webchat");
  CHECK(incoming.person == PersonId("dl_kari"));
  CHECK(incoming.client_id == "c1");
  CHECK(incoming.locale == Locale::da);
  CHECK(incoming.client_time == Instant(Millis(1'795'251'723'000)));
}

TEST_CASE("webchat: a message sent again has the same id and is not posted twice") {
  Fixture fixture;
  const auto talk = fixture.begin();
  const Answer first = fixture.say(talk, message("hei"));
  CHECK(fixture.say(talk, message("hei")).body == first.body);
  CHECK(fixture.poll(talk).body["activities"].size() == 3);
}

TEST_CASE("webchat: starting again answers 200 and keeps what was said") {
  Fixture fixture;
  const auto talk = fixture.begin();
  CHECK(fixture.call("POST", "/conversations", talk.token, "").status == 200);
  CHECK(fixture.poll(talk).body["activities"].size() == 1);
}

TEST_CASE("webchat: the language of a new conversation comes from the page or else from the browser") {
  Fixture fixture;
  const Answer generated = fixture.call("POST", "/tokens/generate", "");
  const Answer started = fixture.call("POST", "/conversations", generated.body["token"], "",
                                      {{"Accept-Language", "fr;q=0.9, nb-NO;q=0.8, en"}});
  const Fixture::Talk talk{started.body["conversationId"], started.body["token"], ""};
  CHECK(fixture.poll(talk).body["activities"][0]["text"] == "greeting nb");
}

TEST_CASE("webchat: what an activity says is read from where its client put it") {
  struct Row {
    const char* name;
    json activity;
    std::string text;
    std::string client_id;
  };
  const Row row =
      GENERATE(Row{"button value", {{"type", "message"}, {"value", {{"text", "ja"}}}}, "ja", ""},
               Row{"plain value", {{"type", "message"}, {"value", "nej"}}, "nej", ""},
               Row{"own id", {{"type", "message"}, {"text", "a"}, {"id", "i7"}, {"timestamp", "t"}}, "a", "i7"},
               Row{"only a time", {{"type", "message"}, {"text", "a"}, {"timestamp", "t9"}}, "a", "t9"},
               Row{"nulls", {{"type", "message"}, {"text", "a"}, {"id", nullptr}, {"locale", nullptr}}, "a", ""});
  INFO(row.name);
  Fixture fixture;
  CHECK(fixture.say(fixture.begin(), row.activity).status == 200);
  CHECK(fixture.desk.received().front().text.reveal() == row.text);
  CHECK(fixture.desk.received().front().client_id == row.client_id);
}

TEST_CASE("webchat: typing and events are accepted and not kept") {
  Fixture fixture;
  const auto talk = fixture.begin();
  for (const char* type : {"typing", "event", "conversationUpdate", "endOfConversation"})
    CHECK(fixture.say(talk, {{"type", type}}).body["id"] == talk.id + "|0000000");
  CHECK(fixture.desk.received().empty());
  CHECK(fixture.poll(talk).body["activities"].size() == 1);
}

TEST_CASE("webchat: bodies that are refused") {
  Fixture fixture;
  const auto talk = fixture.begin();
  const std::string path = "/conversations/" + talk.id + "/activities";
  struct Row {
    const char* name;
    std::string body;
    int status;
  };
  const std::vector<Row> rows{
      {"nothing", "", 400},
      {"no JSON", "hei", 400},
      {"cut short", R"({"type":"message")", 400},
      {"no object", "[1]", 400},
      {"no type", R"({"text":"a"})", 400},
      {"text that is a number", R"({"type":"message","text":1})", 400},
      {"invalid UTF-8", "{\"type\":\"message\",\"text\":\"\xff\"}", 400},
      {"half a surrogate", R"({"type":"message","text":"\ud800"})", 400},
      {"a long id", R"({"type":"message","text":"a","id":")" + std::string(300, 'i') + R"("})", 400},
      {"deeply nested", R"({"type":"message","value":)" + std::string(100'000, '['), 400},
      {"deeply nested and closed",
       R"({"type":"message","x":)" + std::string(50'000, '[') + std::string(50'000, ']') + "}", 400},
      {"too large", R"({"type":"message","text":")" + std::string(300'000, 'a') + R"("})", 413},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Answer answer = fixture.call("POST", path, talk.token, row.body, {{"Origin", "https://page.example.org"}});
    CHECK(answer.status == row.status);
    CHECK(answer.body["error"]["message"].is_string());
    CHECK(answer.headers.find("Access-Control-Allow-Origin")->second == "https://page.example.org");
  }
  CHECK(fixture.desk.received().empty());
}

TEST_CASE("webchat: who may do what") {
  Fixture fixture;
  const auto mine = fixture.begin();
  const auto other = fixture.begin();
  webchat::Options foreign = anonymous();
  foreign.token_key = Secret(std::string(32, 'z'));
  const std::string forged = Fixture(foreign).begin().token;
  const std::string activities = "/conversations/" + mine.id + "/activities";
  const std::string stream_token = mine.stream.substr(mine.stream.find("&t=") + 3);
  std::string altered = mine.token;
  altered[altered.find('.') + 10] ^= 1;
  struct Row {
    const char* name;
    std::string method, path, bearer;
    int status;
  };
  const std::vector<Row> rows{
      {"nobody", "GET", activities, "", 401},
      {"nonsense", "GET", activities, "abc", 403},
      {"another conversation's token", "GET", activities, other.token, 403},
      {"another key", "GET", activities, forged, 403},
      {"an altered token", "GET", activities, altered, 403},
      {"no algorithm", "GET", activities, "eyJhbGciOiJub25lIn0.e30.", 403},
      {"a stream token", "GET", activities, stream_token, 403},
      {"the secret", "GET", activities, kSecret, 200},
      {"an unknown conversation", "GET", "/conversations/unknown/activities", kSecret, 404},
      {"reconnecting", "GET", "/conversations/" + mine.id, mine.token, 200},
      {"reconnecting to nothing", "GET", "/conversations/unknown", kSecret, 404},
      {"refreshing", "POST", "/tokens/refresh", mine.token, 200},
      {"refreshing a secret", "POST", "/tokens/refresh", kSecret, 403},
      {"generating with a token", "POST", "/tokens/generate", mine.token, 403},
      {"generating with a wrong secret", "POST", "/tokens/generate", "abc", 403},
      {"the session", "GET", "/session/getsessionid", mine.token, 404},
      {"no watermark of ours", "GET", activities + "?watermark=abc", mine.token, 400},
      {"an impossible watermark", "GET", activities + "?watermark=99999999999999999999", mine.token, 400},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(fixture.call(row.method, row.path, row.bearer).status == row.status);
  }
}

TEST_CASE("webchat: without anonymous access a token needs the secret") {
  webchat::Options options = anonymous();
  options.anonymous = false;
  Fixture fixture(options);
  CHECK(fixture.call("POST", "/tokens/generate", "").status == 401);
  const Answer generated = fixture.call("POST", "/tokens/generate", kSecret);
  CHECK(generated.status == 200);
  CHECK(generated.body["expires_in"].get<int>() >= 1800);
}

TEST_CASE("webchat: an empty secret opens nothing") {
  webchat::Options options = anonymous();
  options.anonymous = false;
  options.secret = Secret("");
  Fixture fixture(options);
  CHECK(fixture.call("POST", "/tokens/generate", "").status == 401);
  CHECK(fixture.call("POST", "/tokens/generate", " ").status != 200);
}

TEST_CASE("webchat: the user of a token is taken from the page only if it begins as Direct Line wants") {
  Fixture fixture;
  const auto user_of = [&](const std::string& body) {
    const Answer generated = fixture.call("POST", "/tokens/generate", "", body);
    return fixture.chat.holder(generated.body["token"])->person.str();
  };
  CHECK(user_of(R"({"user":{"id":"dl_kari","name":"Kari"}})") == "dl_kari");
  for (const char* body : {"", "{}", R"({"user":{"id":"kari"}})", R"({"user":{"id":"dl_a|b"}})"}) {
    CHECK(user_of(body).starts_with("dl_"));
    CHECK(user_of(body) != user_of(body));
  }
}

TEST_CASE("webchat: an expired token is told apart and a refreshed one goes on") {
  Fixture fixture;
  const auto talk = fixture.begin();
  fixture.now = fixture.now.load() + 50min;
  auto renewed = talk;
  renewed.token = fixture.call("POST", "/tokens/refresh", talk.token).body["token"];
  fixture.now = fixture.now.load() + 20min;
  const Answer late = fixture.poll(talk);
  CHECK(late.status == 403);
  CHECK(late.body["error"]["code"] == "TokenExpired");
  CHECK(fixture.poll(renewed).status == 200);
}

TEST_CASE("webchat: polling never fails for a reason that passes") {
  Fixture fixture;
  const auto talk = fixture.begin();
  for (const ErrorCode code : {ErrorCode::unavailable, ErrorCode::conflict, ErrorCode::corrupt}) {
    fixture.desk.fail_next = code;
    const Answer answer = fixture.poll(talk, "1");
    CHECK(answer.status == 200);
    CHECK(answer.body == json{{"activities", json::array()}, {"watermark", "1"}});
  }
}

TEST_CASE("webchat: what was not kept is to be sent again") {
  Fixture fixture;
  const auto talk = fixture.begin();
  fixture.desk.fail_next = ErrorCode::unavailable;
  CHECK(fixture.say(talk, message("hei")).status == 502);
  fixture.desk.fail_next = ErrorCode::invalid;
  CHECK(fixture.say(talk, message("hei")).status == 400);
  CHECK(fixture.say(talk, message("hei")).status == 200);
}

TEST_CASE("webchat: pages of other origins may call where they are allowed") {
  webchat::Options options = anonymous();
  options.allowed_origins = {"https://page.example.org"};
  Fixture fixture(options);
  const auto preflight = [&](const char* origin) {
    return fixture.call("OPTIONS", "/conversations/x/activities?watermark=7", "", "", {{"Origin", origin}});
  };
  const Answer allowed = preflight("https://page.example.org");
  CHECK(allowed.status == 204);
  CHECK(allowed.headers.find("Access-Control-Allow-Origin")->second == "https://page.example.org");
  CHECK(allowed.headers.find("Access-Control-Allow-Methods")->second == "GET, POST, OPTIONS");
  CHECK(allowed.headers.find("Access-Control-Allow-Headers")->second.find("X-Ms-Bot-Agent") != std::string::npos);
  CHECK_FALSE(preflight("https://other.example.org").headers.contains("Access-Control-Allow-Origin"));
  const Answer missing = fixture.call("GET", "/nothing", "", "", {{"Origin", "https://page.example.org"}});
  CHECK(missing.status == 404);
  CHECK(missing.headers.contains("Access-Control-Allow-Origin"));
}

TEST_CASE("webchat: a poll may wait for what comes next") {
  Fixture fixture;
  const auto talk = fixture.begin();
  const httplib::Headers wait{{"Prefer", "wait=8"}};
  CHECK(fixture.poll(talk, "0", wait).body["activities"].size() == 1);  // nothing to wait for

  Answer held;
  std::thread waiting([&] { held = fixture.poll(talk, "1", wait); });
  fixture.say(talk, message("hei"));
  waiting.join();
  CHECK(held.body["activities"].size() == 2);
  CHECK(held.body["watermark"] == "3");

  fixture.longest_delay = 1ms;
  CHECK(fixture.poll(talk, "3", wait).body == json{{"activities", json::array()}, {"watermark", "3"}});
  CHECK(fixture.call("GET", "/conversations/unknown/activities", kSecret, "", wait).status == 404);
}

TEST_CASE("webchat: a stream brings what was said and what comes") {
  Fixture fixture;
  const auto talk = fixture.begin();
  const auto open = [&](const std::string& url) {
    http::testing::Peer peer(fixture.server.port());
    peer.send("GET " + url.substr(url.find("/v3/")) +
              " HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    return peer;
  };
  const auto read_until = [](http::testing::Peer& peer, const std::string& part) {
    std::string all;
    for (std::string some; all.find(part) == std::string::npos; all += some)
      if ((some = peer.read_some()).empty()) break;
    return all;
  };
  CHECK(talk.stream.starts_with("ws://127.0.0.1:" + std::to_string(fixture.server.port()) + "/v3/directline/"));
  auto peer = open(talk.stream);
  CHECK(read_until(peer, "greeting nn").find("101 Switching") != std::string::npos);
  fixture.say(talk, message("hei"));
  const std::string turn = read_until(peer, "echo: hei");
  CHECK(turn.find(R"("watermark":"3")") != std::string::npos);
  CHECK(turn.find("greeting") == std::string::npos);

  const Answer reconnected = fixture.call("GET", "/conversations/" + talk.id + "?watermark=2", talk.token);
  auto second = open(reconnected.body["streamUrl"]);
  const std::string rest = read_until(second, "echo: hei");
  CHECK(rest.find(talk.id + "|0000003") != std::string::npos);
  CHECK(rest.find(talk.id + "|0000001\"") == std::string::npos);

  fixture.now = fixture.now.load() + 2min;
  CHECK(http::testing::status_of(open(talk.stream).read_response()) == 403);
}

TEST_CASE("webchat: announcements that arrive out of order or with gaps are put right") {
  Fixture fixture;
  const auto talk = fixture.begin();
  const auto announce = std::exchange(fixture.desk.published, nullptr);
  fixture.say(talk, message("first", "c1"));  // never announced
  Answer held;
  std::thread waiting([&] { held = fixture.poll(talk, "3", {{"Prefer", "wait=8"}}); });
  fixture.say(talk, message("second", "c2"));
  Posted last;
  last.sequence = 5;
  last.text = PersonalText("echo: second");
  // Announced without the posting before it, until the waiting poll is there to hear it.
  while (fixture.server.stats().requests < 5) std::this_thread::yield();
  fixture.chat.published(ConversationId(talk.id), {last});
  waiting.join();
  CHECK(held.body["activities"].size() == 2);
  CHECK(held.body["watermark"] == "5");
}

TEST_CASE("webchat: files are taken by what they are") {
  Fixture fixture;
  const auto talk = fixture.begin();
  const std::string activity =
      "--bbb\r\nContent-Disposition: form-data; name=\"activity\"; filename=\"blob\"\r\n"
      "Content-Type: application/vnd.microsoft.activity\r\n\r\n" +
      message("se her").dump() + "\r\n";
  const Answer answer =
      fixture.upload(talk, activity + file_part("C:\\mine\\bil%22lede.png", kPng) +
                               file_part("../note.txt", "Hej \xc3\xa6\xc3\xb8\xc3\xa5\n") +
                               file_part("mail.eml", "From: a@example.org\r\nSubject: \xe6\r\n\r\nx") + "--bbb--\r\n");
  REQUIRE(answer.status == 200);
  const auto received = fixture.desk.received().front();
  CHECK(received.text.reveal() == "se her");
  CHECK(received.client_id == "c1");
  REQUIRE(received.attachments.size() == 3);
  CHECK(received.attachments[0].name == "bil\"lede.png");
  CHECK(received.attachments[0].content_type == "image/png");
  CHECK(received.attachments[0].bytes.reveal() == kPng);
  CHECK(received.attachments[1].name == "note.txt");
  CHECK(received.attachments[1].content_type == "text/plain");
  CHECK(received.attachments[2].content_type == "message/rfc822");
  CHECK(fixture.poll(talk).body["activities"][1]["attachments"].size() == 3);

  const Answer raw = fixture.call("POST", "/conversations/" + talk.id + "/upload", talk.token, kPng,
                                  {{"Content-Disposition", "attachment; filename=\"b.png\""}}, "image/png");
  CHECK(raw.status == 200);
  CHECK(fixture.desk.received().back().attachments.front().name == "b.png");
}

TEST_CASE("webchat: files that are refused") {
  webchat::Options options = anonymous();
  options.max_upload_bytes = 1000;
  Fixture fixture(options);
  const auto talk = fixture.begin();
  std::string many;
  for (int i = 0; i < 6; ++i) many += file_part("a.png", kPng);
  struct Row {
    const char* name;
    std::string body;
    int status;
  };
  const std::vector<Row> rows{
      {"a program called a picture", file_part("a.png", "MZ\x90\x01\x02\x03") + "--bbb--", 415},
      {"a page with script as SVG", file_part("a.svg", std::string("<svg>\0</svg>", 12)) + "--bbb--", 415},
      {"an empty file", file_part("a.png", "") + "--bbb--", 415},
      {"too many", many + "--bbb--", 400},
      {"too large", file_part("a.png", kPng + std::string(1000, 'x')) + "--bbb--", 413},
      {"far too large", std::string(200'000, 'x'), 413},
      {"no file", "--bbb--", 400},
      {"cut short", file_part("a.png", kPng), 400},
      {"no boundary", "hei", 400},
      {"a part without a head", "--bbb\r\nhei\r\n--bbb--", 400},
      {"a bad activity",
       "--bbb\r\nContent-Disposition: form-data; name=\"activity\"\r\n"
       "Content-Type: application/vnd.microsoft.activity\r\n\r\n{\r\n--bbb--",
       400},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(fixture.upload(talk, row.body).status == row.status);
  }
  CHECK(fixture.desk.received().empty());
}

TEST_CASE("webchat: an address that asks too often waits and is then refused") {
  webchat::Options options = anonymous();
  options.unlimited_loopback = false;
  options.rate = {2s, 3};
  Fixture fixture(options);
  fixture.longest_delay = 1ms;
  const auto generate = [&] { return fixture.call("POST", "/tokens/generate", ""); };
  for (int i = 0; i < 8; ++i) CHECK(generate().status == 200);  // three at once, five by waiting up to ten seconds
  const Answer refused = generate();
  CHECK(refused.status == 429);
  CHECK(refused.headers.contains("Retry-After"));
  fixture.now = fixture.now.load() + 1min;
  CHECK(generate().status == 200);
}
