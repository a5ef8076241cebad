// The transcripts over the wire: what Varsel says in the terminal it says over Direct Line, and on the page without
// JavaScript, with the whole server in between. Only the clock is ours.
#include <httplib.h>
#include <unistd.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <regex>
#include <thread>

#include "bot/house.h"
#include "bot/server.h"
#include "tests/catch.h"
#include "tests/transcripts/transcripts.h"

namespace varsel::tests {
namespace {

using namespace adapters::console;
using namespace std::chrono_literals;
using nlohmann::json;

// Long for a machine that does ten other things; nothing waits for it when all is well.
constexpr auto kPatience = 20s;
// Clients renew their token before its hour is over, and a page its cookie.
constexpr Millis kRenewal = 25min;

template <typename Row>
const Row* as(const adapters::console::Row& row) {
  return std::get_if<Row>(&row.what);
}

// --- a server with a clock that the transcript moves ---------------------------------------------------------------

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "varsel-transcript-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path = name;
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path path;
};

class House {
 public:
  explicit House(const Header& header) : clock_(header.now.value().time_since_epoch().count()) {
    bot::Config config;
    config.data = folder_.path / "data";
    config.port = 0;
    config.playbook = header.playbook.value();
    auto outside = bot::real_outside();
    outside.now = [this] { return now(); };
    auto started = bot::start_server(config, outside);
    if (!started) throw std::runtime_error(started.error().detail);
    server_ = std::move(*started);
  }

  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  [[nodiscard]] Instant now() const { return Instant(Millis(clock_)); }

  // Everything happens at its own moment, as it would if nobody moved the clock. `renew` comes often enough for whoever
  // must not fall asleep.
  void move(Instant until, const std::function<void()>& renew) {
    for (;;) {
      done();
      if (now() >= until) return;
      clock_ = std::min({next_due().value_or(until), until, now() + kRenewal}).time_since_epoch().count();
      server_->clock_moved();
      done();
      renew();
    }
  }

 private:
  [[nodiscard]] std::optional<Instant> next_due() const {
    const auto due = server_->next_due();
    if (!due) throw std::runtime_error(due.error().detail);
    return *due;
  }

  void done() const {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    for (auto due = next_due(); due && *due <= now(); due = next_due()) {
      if (std::chrono::steady_clock::now() > deadline) throw std::runtime_error("what is due is not done");
      std::this_thread::yield();
    }
  }

  Folder folder_;
  std::atomic<Instant::rep> clock_;
  std::unique_ptr<bot::RunningServer> server_;
};

// --- somebody who talks to it --------------------------------------------------------------------------------------

class Client {
 public:
  virtual ~Client() = default;
  virtual void say(const std::string& text) = 0;
  virtual std::vector<Said> news() = 0;  // what Varsel has said since the last time
  virtual void renew() = 0;
};

httplib::Result expect(httplib::Result answer, int status) {
  if (!answer) throw std::runtime_error("no answer: " + httplib::to_string(answer.error()));
  if (answer->status != status)
    throw std::runtime_error("status " + std::to_string(answer->status) + ": " + answer->body.substr(0, 500));
  return answer;
}

class DirectLine final : public Client {
 public:
  DirectLine(std::uint16_t port, Locale locale) : http_("127.0.0.1", port) {
    http_.set_keep_alive(true);
    http_.set_read_timeout(kPatience);
    grant(post("tokens/generate", {}, 200));
    conversation_ = post("conversations", {{"locale", tag(locale)}}, 201).at("conversationId");
  }

  void say(const std::string& text) override {
    post(activities(), {{"type", "message"}, {"from", {{"id", person_}}}, {"text", text}}, 200);
  }

  std::vector<Said> news() override {
    const auto answer = expect(http_.Get("/v3/directline/" + activities() + "?watermark=" + watermark_), 200);
    const auto set = json::parse(answer->body);
    watermark_ = set.at("watermark");
    std::vector<Said> said;
    for (const auto& activity : set.at("activities")) {
      if (activity.at("from").at("role") == "user") continue;
      Said& one = said.emplace_back();
      one.text = activity.at("text");
      if (!activity.contains("suggestedActions")) continue;
      for (const auto& action : activity.at("suggestedActions").at("actions"))
        one.buttons.push_back({action.at("title"), action.at("value")});
    }
    return said;
  }

  void renew() override { grant(post("tokens/refresh", {}, 200)); }

 private:
  [[nodiscard]] std::string activities() const { return "conversations/" + conversation_ + "/activities"; }

  json post(const std::string& path, const json& body, int status) {
    const auto text = body.is_null() ? std::string() : body.dump();
    return json::parse(expect(http_.Post("/v3/directline/" + path, text, "application/json"), status)->body);
  }

  void grant(const json& granted) { http_.set_bearer_token_auth(granted.at("token").get<std::string>()); }

  httplib::Client http_;
  std::string person_ = "dl_transcript";
  std::string conversation_;
  std::string watermark_ = "0";
};

// What a browser would show of it.
std::string unescaped(std::string html) {
  static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [entity, character] : kEntities)
    for (auto at = html.find(entity); at != std::string::npos; at = html.find(entity, at + character.size()))
      html.replace(at, entity.size(), character);
  return html;
}

// The pieces of `html` between `from` and the next `to`, in order.
std::vector<std::string> all_between(std::string_view html, std::string_view from, std::string_view to) {
  std::vector<std::string> found;
  for (auto at = html.find(from); at != std::string_view::npos; at = html.find(from, at)) {
    at += from.size();
    found.emplace_back(html.substr(at, html.find(to, at) - at));
  }
  return found;
}

std::string only_between(std::string_view html, std::string_view from, std::string_view to) {
  const auto found = all_between(html, from, to);
  if (found.size() != 1) throw std::runtime_error(std::to_string(found.size()) + " times " + std::string(from));
  return found.front();
}

class Page final : public Client {
 public:
  Page(std::uint16_t port, Locale locale, std::string path = "/") : http_("127.0.0.1", port), path_(std::move(path)) {
    http_.set_keep_alive(true);
    http_.set_read_timeout(kPatience);
    headers_.emplace("Accept-Language", tag(locale));
    renew();
  }

  void say(const std::string& text) override {
    const auto form = only_between(html_, "<form id=\"composer\"", "</form>");
    const auto id = only_between(form, "name=\"id\" value=\"", "\"");
    const auto button = std::find_if(buttons_.begin(), buttons_.end(), [&](const auto& b) { return b.value == text; });
    // A press of a button is a form of its own.
    auto answer =
        button != buttons_.end()
            ? http_.Post(path_, headers_, httplib::Params{{"id", id}, {"button", text}})
            : http_.Post(path_, headers_, httplib::MultipartFormDataItems{{"id", id, "", ""}, {"text", text, "", ""}});
    keep(expect(std::move(answer), 303)->get_header_value("Set-Cookie"));
    renew();
  }

  std::vector<Said> news() override {
    const auto conversation = only_between(html_, "<div id=\"log\"", "<form id=\"buttons\"");
    const auto turns = all_between(conversation, "<article class=\"", "</article>");
    std::vector<Said> said;
    for (auto turn = turns.begin() + static_cast<std::ptrdiff_t>(seen_); turn != turns.end(); ++turn) {
      if (turn->starts_with("turn mine")) continue;
      const auto words = only_between(*turn, "<div class=\"said\"", "</div>");
      said.push_back({unescaped(words.substr(words.find('>') + 1)), {}});
    }
    seen_ = turns.size();
    buttons_.clear();
    for (const auto& button : all_between(html_, "<button name=\"button\" value=\"", "</button>")) {
      const auto split = button.find("\">");
      buttons_.push_back({unescaped(button.substr(split + 2)), unescaped(button.substr(0, split))});
    }
    if (!said.empty()) said.back().buttons = buttons_;
    return said;
  }

  void renew() override {
    const auto answer = expect(http_.Get(path_, headers_), 200);
    keep(answer->get_header_value("Set-Cookie"));
    html_ = answer->body;
  }

 private:
  void keep(const std::string& cookie) {
    if (cookie.empty()) return;
    headers_.erase("Cookie");
    headers_.emplace("Cookie", cookie.substr(0, cookie.find(';')));
  }

  httplib::Client http_;
  std::string path_;
  httplib::Headers headers_;
  std::string html_;
  std::size_t seen_ = 0;  // turns read, mine and theirs
  std::vector<adapters::Button> buttons_;
};

// --- playing -------------------------------------------------------------------------------------------------------

// The dice fall otherwise than in the terminal: receipt numbers, and the codes to resume with.
const std::regex kDice(R"re(V-[0-9]{4}-[0-9A-Z]{4}-[0-9A-Z]|\b[2-9A-HJKMNP-Z]{8}\b)re");

std::string without_dice(const std::string& text) {
  return std::regex_replace(text, kDice, "THROWN");
}

// What the dice have given, in the order in which it was said.
class Thrown {
 public:
  void see(const std::string& text) {
    for (std::sregex_iterator at(text.begin(), text.end(), kDice), end; at != end; ++at)
      if (std::find(all_.begin(), all_.end(), at->str()) == all_.end()) all_.push_back(at->str());
  }
  // The same, with what was thrown there in the place of what was thrown here.
  [[nodiscard]] std::string translate(std::string text, const Thrown& there) const {
    for (std::size_t i = 0; i < std::min(all_.size(), there.all_.size()); ++i)
      if (const auto at = text.find(all_[i]); at != std::string::npos) text.replace(at, all_[i].size(), there.all_[i]);
    return text;
  }

 private:
  std::vector<std::string> all_;
};

Transcript without_dice(Transcript transcript) {
  for (auto& row : transcript.rows)
    if (auto* bot = std::get_if<BotRow>(&row.what)) bot->text = without_dice(bot->text);
  return transcript;
}

// Mails, events and facts are inside the server: the terminal compares them.
Transcript only_said(Transcript transcript) {
  auto& rows = transcript.rows;
  rows.erase(std::remove_if(rows.begin(), rows.end(),
                            [](const Row& row) { return as<MailRow>(row) || as<EventRow>(row) || as<LogRow>(row); }),
             rows.end());
  return transcript;
}

// People with a role in the case come in by the link of the first mail that they were sent; a trial shows its mails.
std::string case_path(const House& house, const std::string& address) {
  static const std::regex kLink("/case/[A-Za-z0-9_-]+");
  httplib::Client http("127.0.0.1", house.port());
  http.set_read_timeout(kPatience);
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  do {  // it is on its way
    auto mails = all_between(expect(http.Get("/trial/mails"), 200)->body, "<li class=\"card\">", "</li>");
    std::reverse(mails.begin(), mails.end());  // the newest stands first
    for (const auto& mail : mails) {
      if (mail.find(">" + address + "</bdi>") == std::string::npos) continue;
      const auto page = expect(http.Get(only_between(mail, "href=\"", "\"")), 200)->body;
      std::smatch link;
      if (std::regex_search(page, link, kLink)) return link.str();
    }
  } while (std::chrono::steady_clock::now() < deadline);
  throw std::runtime_error("no mail with a link was sent to " + address);
}

using Arrive = std::function<std::unique_ptr<Client>(std::uint16_t port, Locale locale)>;

Transcript play(const Transcript& expected, const Arrive& arrive, bool first_words_open) {
  House house(expected.header);
  const auto book = bot::open_contacts({}, expected.header.playbook.value()).value();
  std::map<std::string, std::unique_ptr<Client>> people;
  const std::string speaker = expected.header.speaker.value();
  const auto locale = expected.header.locale.value();
  // A page opens the conversation with the first words, so the greeting comes with the first answer.
  std::vector<Said> answer;
  const auto first = std::find_if(expected.rows.begin(), expected.rows.end(), [](const Row& row) {
    return as<UserRow>(row) || as<TimeRow>(row) || as<SpeakerRow>(row);
  });
  if (first_words_open) REQUIRE((first != expected.rows.end() && as<UserRow>(*first)));

  Thrown thrown, expected_thrown;
  for (const auto& row : expected.rows)
    if (const auto* bot = as<BotRow>(row)) expected_thrown.see(bot->text);
  const auto news = [&](Client& person) {
    auto said = person.news();
    for (const auto& each : said) thrown.see(each.text);
    return said;
  };

  Stage stage;
  stage.open = [&]() -> Result<std::vector<Said>> {
    auto& person = people[speaker] = arrive(house.port(), locale);
    if (!first_words_open) return news(*person);
    person->say(as<UserRow>(*first)->text);
    answer = news(*person);
    const auto greeting = std::exchange(answer.front(), {});
    answer.erase(answer.begin());
    return std::vector<Said>{greeting};
  };
  stage.say = [&](const std::string& who, const PersonalText& text) -> Result<std::vector<Said>> {
    if (!answer.empty()) return std::exchange(answer, {});
    auto& person = people[who];
    // As in the terminal, only the first to speak is seen being greeted.
    const bool newcomer = !person;
    if (const auto* contact = newcomer ? book.find(who) : nullptr) {
      person = std::make_unique<Page>(house.port(), locale, case_path(house, contact->email.reveal()));
      news(*person);
      person->say(text.reveal());
      return news(*person);
    }
    if (newcomer) person = arrive(house.port(), locale);
    if (newcomer && !first_words_open) news(*person);
    person->say(expected_thrown.translate(text.reveal(), thrown));
    auto said = news(*person);
    if (newcomer && first_words_open) said.erase(said.begin());
    return said;
  };
  stage.wait = [&](const std::string& who, const TimeRow& time) -> Result<std::vector<Said>> {
    const auto* span = std::get_if<Millis>(&time.to);
    house.move(span != nullptr ? house.now() + *span : std::get<Instant>(time.to), [&] {
      for (const auto& [who, person] : people) person->renew();
    });
    return news(*people.at(who));
  };
  stage.mails = [] { return std::vector<MailRow>(); };
  stage.events = [] { return std::vector<std::string>(); };
  stage.fact = [](const std::string&) { return std::nullopt; };
  auto played = replay(expected, stage);
  if (!played) throw std::runtime_error(played.error().detail);
  return *played;
}

void compare(const Arrive& arrive, bool first_words_open) {
  std::size_t played = 0;
  for (const auto& file : transcript_files()) {
    const auto transcript = read(file);
    ++played;
    DYNAMIC_SECTION(file.stem().string() << " in " << file.parent_path().filename().string()) {
      const auto expected = only_said(transcript);
      const auto actual = play(expected, arrive, first_words_open);
      const auto different = difference(file.filename().string(), without_dice(expected), without_dice(actual));
      INFO(file.string());
      INFO(different.value_or(""));
      CHECK_FALSE(different);
    }
  }
  CHECK(played > 20);
}

TEST_CASE("every transcript is what Varsel says over Direct Line") {
  compare([](std::uint16_t port, Locale locale) { return std::make_unique<DirectLine>(port, locale); }, false);
}

TEST_CASE("every transcript is what the page says without JavaScript") {
  compare([](std::uint16_t port, Locale locale) { return std::make_unique<Page>(port, locale); }, true);
}

}  // namespace
}  // namespace varsel::tests
