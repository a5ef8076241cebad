#include "adapters/page/page.h"

#include <httplib.h>

#include <regex>

#include "adapters/http/server.h"
#include "adapters/page/assets.h"
#include "adapters/page/form_turn.h"
#include "adapters/webchat/token.h"
#include "tests/catch.h"
#include "tests/unit/adapters/webchat_desk.h"

using namespace varsel;
using namespace varsel::adapters;
using namespace varsel::adapters::page;

namespace {

const Instant kNow{Millis{1'800'000'000'000}};
constexpr const char* kPng = "\x89PNG\r\n\x1a\n and the rest";
const std::string kHostile = R"(<script>alert("1")</script> & 'x')";

class MemoryCases final : public CaseDesk {
 public:
  void lookup(std::string_view token, std::optional<Locale> locale, Found done) override {
    if (token != "secret") return done(fail(ErrorCode::not_found, ""));
    CaseView view{ConversationId("case"), PersonId("contact"), locale.value_or(Locale::nn), "V-2026-7K3M-Q", {}, {}};
    view.sections.push_back({"What", {{"Label", kHostile}}});
    view.clock = CaseView::Clock{"Authority", kNow, "in words"};
    done(std::move(view));
  }
};

class MemoryMails final : public TrialMails {
 public:
  void list(Listed done) override {
    done(std::vector<MailSummary>{{"0001.eml", kNow, PersonalText("dpo@example.org"), PersonalText(kHostile)}});
  }
  void read(std::string_view id, Read done) override {
    if (id != "0001.eml") return done(fail(ErrorCode::not_found, ""));
    done(PersonalText(
        "From: varsel@example.org\r\nSubject: A case\r\n\r\nSee http://localhost:1/case/secret and <b>\r\n"));
  }
};

// The texts are their ids, with the language in front, so that a test sees which was chosen.
Config config() {
  Config config;
  config.trial = true;
  config.max_text = 100;
  config.max_files = 2;
  config.max_file_bytes = 1000;
  config.text = [](std::string_view id, Locale locale) { return std::string(tag(locale)) + ":" + std::string(id); };
  config.now = [] { return kNow; };
  config.random_id = [n = 0]() mutable { return "random" + std::to_string(++n); };
  return config;
}

struct Fixture {
  explicit Fixture(Config with = config()) : pages(std::move(with), tokens, desk, cases, &mails) {
    pages.serve(server);
    REQUIRE(server.start());
    client = std::make_unique<httplib::Client>("127.0.0.1", server.port());
  }
  ~Fixture() { server.stop(std::chrono::milliseconds(100)); }

  httplib::Headers browser() const {
    httplib::Headers headers{{"Accept", "text/html"}, {"Accept-Language", "nn-NO, en;q=0.5"}};
    if (!cookie.empty()) headers.emplace("Cookie", cookie);
    return headers;
  }
  httplib::Response get(const std::string& path) {
    auto answer = client->Get(path, browser());
    REQUIRE(answer);
    return remember(*answer);
  }
  httplib::Response post(const std::string& path, const httplib::MultipartFormDataItems& form,
                         httplib::Headers more = {}) {
    auto headers = browser();
    headers.merge(more);
    auto answer = client->Post(path, headers, form);
    REQUIRE(answer);
    return remember(*answer);
  }
  httplib::Response remember(const httplib::Response& answer) {
    const std::string set = answer.get_header_value("Set-Cookie");
    if (set.starts_with("varsel=")) cookie = set.substr(0, set.find(';'));
    return answer;
  }
  static httplib::MultipartFormDataItems turn(const std::string& id, const std::string& text) {
    return {{"id", id, "", ""}, {"text", text, "", ""}, {"file", "", "", "application/octet-stream"}};
  }

  webchat::Tokens tokens{Secret("0123456789abcdef0123456789abcdef")};
  testing::MemoryDesk desk;
  MemoryCases cases;
  MemoryMails mails;
  http::Server server{[this] {
    http::Options options;
    options.error_page = [this](const http::Request& request, int status) { return pages.error_page(request, status); };
    return options;
  }()};
  Pages pages;
  std::unique_ptr<httplib::Client> client;
  std::string cookie;
};

std::string match(const std::string& text, const char* pattern) {
  std::smatch found;
  return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : "";
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("The first page names a conversation and opens none") {
  Fixture fixture;
  const auto first = fixture.get("/");
  CHECK(first.status == 200);
  CHECK(contains(first.body, "<html lang=\"nn\">"));
  CHECK(contains(first.body, "nn:web.lead"));
  CHECK(contains(first.get_header_value("Set-Cookie"), "; Path=/; HttpOnly; SameSite=Strict"));
  CHECK(contains(first.get_header_value("Content-Security-Policy"), "default-src 'none'"));
  CHECK(first.get_header_value("Cache-Control") == "no-store");
  CHECK(fixture.desk.received().empty());

  const std::string conversation = match(first.body, "data-conversation=\"([^\"]+)\"");
  CHECK(!conversation.empty());
  CHECK(match(fixture.get("/").body, "data-conversation=\"([^\"]+)\"") == conversation);
  const auto checked =
      fixture.tokens.check(match(first.body, "data-token=\"([^\"]+)\""), webchat::Claims::Use::api, kNow);
  CHECK(checked.claims.conversation.str() == conversation);
}

TEST_CASE("Cookies are secure and bound to the host where the configuration says HTTPS") {
  Config secure = config();
  secure.secure_cookies = true;
  Fixture fixture(std::move(secure));
  const auto set = fixture.get("/").get_header_value("Set-Cookie");
  CHECK(set.starts_with("__Host-varsel="));
  CHECK(contains(set, "; Secure"));
}

TEST_CASE("A turn sent as a form is delivered and shown after a redirect") {
  Fixture fixture;
  fixture.get("/");
  const auto sent = fixture.post("/", Fixture::turn("one", "en mail\r\nblev sendt"));
  CHECK(sent.status == 303);
  CHECK(sent.get_header_value("Location") == "/#latest");
  REQUIRE(fixture.desk.received().size() == 1);
  CHECK(fixture.desk.received()[0].text.reveal() == "en mail\nblev sendt");
  CHECK(fixture.desk.received()[0].locale == Locale::nn);

  const auto page = fixture.get("/");
  CHECK(contains(page.body, "echo: en mail"));
  CHECK(contains(page.body, "value=\"40\""));
  CHECK(contains(page.body, R"(<button name="button" value="ja">Ja, det er rigtigt</button>)"));
  CHECK(contains(page.body, "id=\"latest\""));
}

TEST_CASE("Two sendings of the same form are one message even as the very first") {
  Fixture fixture;
  const std::string id = match(fixture.get("/").body, "name=\"id\" value=\"([^\"]+)\"");
  CHECK(fixture.post("/", Fixture::turn(id, "hej")).status == 303);
  CHECK(fixture.post("/", Fixture::turn(id, "hej")).status == 303);
  const std::string page = fixture.get("/").body;
  const std::regex mine("class=\"turn mine\"");
  // One in the conversation and one in the template for the script.
  CHECK(std::distance(std::sregex_iterator(page.begin(), page.end(), mine), std::sregex_iterator()) == 2);
}

TEST_CASE("A pressed button is sent instead of what stands in the message box") {
  Fixture fixture;
  fixture.get("/");
  auto answer = fixture.client->Post("/", fixture.browser(), "id=b1&button=ja", "application/x-www-form-urlencoded");
  REQUIRE(answer);
  CHECK(answer->status == 303);
  CHECK(fixture.desk.received().at(0).text.reveal() == "ja");
}

TEST_CASE("What people write is text wherever it is shown") {
  Fixture fixture;
  fixture.get("/");
  httplib::MultipartFormDataItems form = Fixture::turn("one", kHostile);
  form.push_back({"file", kPng, "<img src=x>.png", "image/png"});
  CHECK(fixture.post("/", form).status == 303);
  for (const char* path : {"/", "/case/secret", "/trial/mails", "/trial/mails/0001.eml"}) {
    CAPTURE(path);
    const std::string page = fixture.get(path).body;
    CHECK_FALSE(contains(page, "<script>"));
    CHECK_FALSE(contains(page, "<img src=x"));
    CHECK_FALSE(contains(page, "<b>\n"));
    CHECK_FALSE(contains(page, " style="));
  }
  CHECK(contains(fixture.get("/").body, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"));
}

TEST_CASE("Files come with the message and are judged by their bytes") {
  Fixture fixture;
  fixture.get("/");
  httplib::MultipartFormDataItems form{
      {"id", "f1", "", ""}, {"text", "", "", ""}, {"file", kPng, "skærm.png", "text/html"}};
  CHECK(fixture.post("/", form).status == 303);
  REQUIRE(fixture.desk.received().size() == 1);
  const Attachment attachment = fixture.desk.received()[0].attachments.at(0);
  CHECK(attachment.name == "skærm.png");
  CHECK(attachment.content_type == "image/png");
  CHECK(attachment.bytes.reveal() == kPng);
}

TEST_CASE("A message that cannot be taken stays in the box with the reason beside it") {
  struct Row {
    httplib::MultipartFormDataItems form;
    int status;
    const char* reason;
  };
  const std::string text = "min besked";
  const Row rows[] = {
      {Fixture::turn("a", "   "), 422, "nn:web.problem.empty"},
      {Fixture::turn("a", text + std::string(101, 'x')), 413, "nn:web.problem.too_long"},
      {{{"text", text, "", ""}, {"file", "MZ\x90 a program\x01", "a.exe", "image/png"}}, 415, "nn:web.problem.kind"},
      {{{"text", text, "", ""}, {"file", kPng + std::string(1000, 'x'), "a.png", "image/png"}},
       413,
       "nn:web.problem.too_big"},
      {{{"text", text, "", ""}, {"file", kPng, "a", ""}, {"file", kPng, "b", ""}, {"file", kPng, "c", ""}},
       422,
       "nn:web.problem.too_many"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.reason);
    Fixture fixture;
    fixture.get("/");
    const auto answer = fixture.post("/", row.form);
    CHECK(answer.status == row.status);
    CHECK(contains(answer.body, row.reason));
    CHECK(contains(answer.body, text) == contains(row.form.at(1).content + row.form.at(0).content, text));
    CHECK(fixture.desk.received().empty());
  }
}

TEST_CASE("A turn that could not be kept can be sent again with the same id") {
  Fixture fixture;
  fixture.get("/");
  CHECK(fixture.post("/", Fixture::turn("first", "hei")).status == 303);
  fixture.desk.fail_next = ErrorCode::unavailable;
  const auto refused = fixture.post("/", Fixture::turn("second", "på nytt"));
  CHECK(refused.status == 503);
  CHECK(refused.get_header_value("Retry-After") == "5");
  CHECK(contains(refused.body, "nn:web.problem.unavailable"));
  CHECK(contains(refused.body, "på nytt</textarea>"));
  CHECK(match(refused.body, "id=\"composer\"[^>]*><input type=\"hidden\" name=\"id\" value=\"([^\"]+)\"") == "second");
  CHECK(fixture.post("/", Fixture::turn("second", "på nytt")).status == 303);
}

TEST_CASE("An address may begin only so many conversations and its message stays in the box") {
  Config limited = config();
  limited.trial = false;
  limited.rate.burst = 2;
  Fixture fixture(std::move(limited));
  for (const int status : {303, 303, 429}) {
    fixture.cookie.clear();
    fixture.get("/");
    const auto answer = fixture.post("/", Fixture::turn("id", "min besked"));
    CHECK(answer.status == status);
    if (status == 429) CHECK(contains(answer.body, "min besked</textarea>"));
  }
}

TEST_CASE("Forms from other places are refused") {
  Fixture fixture;
  fixture.get("/");
  const std::string own = "127.0.0.1:" + std::to_string(fixture.server.port());
  struct Row {
    httplib::Headers headers;
    int status;
  };
  const Row rows[] = {
      {{{"Sec-Fetch-Site", "cross-site"}}, 403},  {{{"Sec-Fetch-Site", "same-site"}}, 403},
      {{{"Origin", "https://example.com"}}, 403}, {{{"Origin", "null"}}, 403},
      {{{"Origin", "http://" + own}}, 303},       {{{"Sec-Fetch-Site", "same-origin"}}, 303},
  };
  for (const Row& row : rows) {
    const auto answer = fixture.post("/", Fixture::turn("x", "hei"), row.headers);
    CHECK(answer.status == row.status);
    if (row.status == 403) CHECK(contains(answer.body, "nn:web.error.403"));
  }
}

TEST_CASE("The language that a reader chooses is kept and leads back to the page") {
  Fixture fixture;
  auto chosen = fixture.client->Post("/language", fixture.browser(), "language=da&back=%2Fcase%2Fsecret",
                                     "application/x-www-form-urlencoded");
  REQUIRE(chosen);
  CHECK(chosen->status == 303);
  CHECK(chosen->get_header_value("Location") == "/case/secret");
  CHECK(contains(chosen->get_header_value("Set-Cookie"), "varsel_language=da; "));
  fixture.cookie = "varsel_language=da";
  CHECK(contains(fixture.get("/case/secret").body, "<html lang=\"da\">"));
  CHECK(contains(fixture.get("/").body, "<html lang=\"da\">"));
}

TEST_CASE("A form leads back to pages of ours only") {
  CHECK(own_path("/case/a-b_c.d") == "/case/a-b_c.d");
  for (const char* elsewhere : {"//example.com", "https://example.com", "", "/a\r\nb", "/\\example.com", "/?x"})
    CHECK(own_path(elsewhere) == "/");
}

TEST_CASE("Leaving ends the cookie and keeps the report") {
  Fixture fixture;
  fixture.get("/");
  fixture.post("/", Fixture::turn("one", "hei"));
  auto left = fixture.client->Post("/leave", fixture.browser(), "", "application/x-www-form-urlencoded");
  REQUIRE(left);
  CHECK(left->status == 303);
  CHECK(left->get_header_value("Location") == "/left");
  CHECK(contains(left->get_header_value("Set-Cookie"), "Max-Age=0"));
  CHECK(contains(fixture.get("/left").body, "nn:web.left.text"));
}

TEST_CASE("A forged or foreign cookie begins a conversation of its own") {
  Fixture fixture;
  const webchat::Tokens other(Secret("another key, another key, another"));
  for (const std::string& value :
       {std::string("x"),
        other.issue({webchat::Claims::Use::api, ConversationId("theirs"), PersonId("dl_p"), kNow + Millis(1000)}),
        fixture.tokens.issue(
            {webchat::Claims::Use::stream, ConversationId("theirs"), PersonId("dl_p"), kNow + Millis(1000)}),
        fixture.tokens.issue(
            {webchat::Claims::Use::api, ConversationId("theirs"), PersonId("dl_p"), kNow - Millis(1000)})}) {
    fixture.cookie = "varsel=" + value;
    CHECK(match(fixture.get("/").body, "data-conversation=\"([^\"]+)\"") != "theirs");
  }
}

TEST_CASE("A case is shown with its clock and takes answers in its own conversation") {
  Fixture fixture;
  const auto page = fixture.get("/case/secret");
  CHECK(page.status == 200);
  CHECK(contains(page.body, "V-2026-7K3M-Q"));
  CHECK(contains(page.body, "<time datetime=\"2027-01-15T08:00:00.000Z\">in words</time>"));
  CHECK(page.get_header_value("Set-Cookie").empty());
  const auto sent = fixture.post("/case/secret", Fixture::turn("one", "forstått"));
  CHECK(sent.status == 303);
  CHECK(sent.get_header_value("Location") == "/case/secret#latest");
  CHECK(fixture.desk.received().at(0).conversation == ConversationId("case"));
  CHECK(fixture.desk.received().at(0).person == PersonId("contact"));
  CHECK(fixture.get("/case/other").status == 404);
}

TEST_CASE("The mails of a trial are shown and lead to the case") {
  Fixture fixture;
  CHECK(contains(fixture.get("/trial/mails").body, "href=\"/trial/mails/0001.eml\""));
  const auto mail = fixture.get("/trial/mails/0001.eml");
  CHECK(contains(mail.body, R"(<a href="/case/secret">http://localhost:1/case/secret</a> and &lt;b&gt;)"));
  CHECK(fixture.get("/trial/mails/0002.eml").status == 404);
  Config real = config();
  real.trial = false;
  CHECK(Fixture(std::move(real)).get("/trial/mails").status == 404);
}

TEST_CASE("Files of the pages are kept for ever under the version they belong to") {
  Fixture fixture;
  const std::string page = fixture.get("/").body;
  const std::string path = match(page, "src=\"([^\"]+chat\\.js)\"");
  const auto file = fixture.get(path);
  CHECK(file.status == 200);
  CHECK(file.get_header_value("Content-Type") == "text/javascript; charset=utf-8");
  CHECK(contains(file.get_header_value("Cache-Control"), "immutable"));
  auto again = fixture.client->Get(path, {{"If-None-Match", file.get_header_value("ETag")}});
  REQUIRE(again);
  CHECK(again->status == 304);
  CHECK(fixture.get("/assets/000000000000/chat.js").status == 404);
  CHECK(fixture.get("/assets/" + std::string(assets_version()) + "/passwd").status == 404);
}

TEST_CASE("The page weighs less than 60 KB with everything it loads") {
  Fixture fixture;
  std::size_t weight = fixture.get("/").body.size();
  for (const Asset& asset : assets()) weight += asset.bytes.size();
  CHECK(weight < 60'000);
}

TEST_CASE("Failures are pages in the reader language for browsers and JSON for services") {
  Fixture fixture;
  const auto missing = fixture.get("/nothing");
  CHECK(missing.status == 404);
  CHECK(contains(missing.body, "nn:web.error.404.text"));
  CHECK(missing.get_header_value("X-Content-Type-Options") == "nosniff");
  auto wrong = fixture.client->Delete("/", fixture.browser());
  REQUIRE(wrong);
  CHECK(wrong->status == 405);
  CHECK(contains(wrong->body, "nn:web.error.405"));
  auto service = fixture.client->Get("/nothing", {{"Accept", "application/json"}});
  REQUIRE(service);
  CHECK(service->get_header_value("Content-Type") == "application/json");
  CHECK(fixture.post("/", {{"text", std::string(200'000, 'x'), "", ""}}).status == 413);
}
