#include <sstream>

#include "adapters/console/chat.h"
#include "adapters/console/transcript.h"
#include "tests/catch.h"

namespace varsel::adapters::console {
namespace {

using namespace std::string_literals;

TEST_CASE("Text is wrapped at spaces and counted by what people take for letters") {
  struct Row {
    const char* text;
    std::size_t width;
    const char* wrapped;
  };
  const Row rows[] = {
      {"", 10, ""},
      {"one two three", 80, "one two three"},
      {"one two three", 7, "one two\nthree"},
      {"one two three", 3, "one\ntwo\nthr\nee"},
      {"blåbærsyltetøy på brød", 14, "blåbærsyltetøy\npå brød"},
      {"a\xcc\x8a"
       "e\xcc\x81"
       "o x",
       5,
       "a\xcc\x8a"
       "e\xcc\x81"
       "o x"},
      {"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7", 1,
       "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7\n\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xa7"},
      {"line one\n\nline two", 80, "line one\n\nline two"},
      {"- a point that is long", 12, "- a point\nthat is long"},
      {"  indented text here", 12, "  indented\ntext here"},
      {"many   spaces   ", 80, "many spaces"},
      {"see https://varsel.example.org/r/0123456789 now", 10, "see\nhttps://varsel.example.org/r/0123456789\nnow"},
      {"zero", 0, "z\ne\nr\no"},
      {"   ", 2, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text, row.width);
    CHECK(wrapped(row.text, row.width) == row.wrapped);
  }
}

std::string talk(const std::string& typed, std::vector<std::string>& heard, bool terminal = false) {
  std::istringstream in(typed);
  std::ostringstream out;
  const std::vector<Said> greeting{{"Hej. Hvad er der sket?", {{"Fortæl", "start"}, {"Spørg", "help"}}}};
  const auto answer = [&](const PersonalText& text) -> Result<std::vector<Said>> {
    heard.push_back(text.reveal());
    return std::vector<Said>{{"Tak.", {}}};
  };
  REQUIRE(chat(in, out, {.width = 40, .terminal = terminal}, greeting, answer).has_value());
  return out.str();
}

TEST_CASE("A bare number picks a choice and other text is said as it is") {
  std::vector<std::string> heard;
  CHECK(talk("2\n2\n\n  37 borgere \r\n", heard) ==
        "Hej. Hvad er der sket?\n  1) Fortæl\n  2) Spørg\n\n-> Spørg\nTak.\n\nTak.\n\nTak.\n\n");
  CHECK(heard == std::vector<std::string>{"help", "2", "37 borgere"});
  for (const char* typed : {"0", "3", "1.", "-1", "1 2", "99999999999999999999999", "1)"}) {
    heard.clear();
    talk(typed + "\n"s, heard);
    CHECK(heard == std::vector<std::string>{typed});
  }
}

TEST_CASE("Escape sequences are for terminals and never come from a message") {
  std::vector<std::string> heard;
  CHECK(talk("hej\n", heard).find('\x1b') == std::string::npos);
  CHECK(talk("hej\n", heard, true).find("\x1b[1m1)\x1b[0m Fortæl") != std::string::npos);
  std::ostringstream out;
  show({"red \x1b[31m and \x07 bell", {{"\x1b]0;title\x07 ok", "x"}}}, out, {});
  CHECK(out.str() == "red [31m and bell\n  1) ]0;title ok\n\n");
}

TEST_CASE("A turn that fails ends the chat with its error") {
  std::istringstream in("a\nb\n");
  std::ostringstream out;
  int turns = 0;
  const auto done = chat(in, out, {}, {}, [&](const PersonalText&) -> Result<std::vector<Said>> {
    ++turns;
    return fail(ErrorCode::unavailable, "the disk is full");
  });
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().code == ErrorCode::unavailable);
  CHECK(turns == 1);
}

constexpr const char* kWhole = R"(now: 2026-11-21T10:02:03.000+01:00
zone: Europe/Copenhagen
locale: da
playbook: muni
channel: webchat
as: reporter
# Alt i orden
bot: Hej. Hvad er der sket?
  [Fortæl] [Spørg om hjælp]

user: Jeg har sendt en mail til en forkert
bot: Tak fordi du siger det.

  Gør dette først:
    1. Bed modtageren slette den
  \[ikke en knap]
bot: Hvornår skete det?
  [I dag] [I går] [Ved \[ikke\] \\]
log: kind = misdirected_message
event: incident_opened
mail: adviser@example.org | En ny melding venter

time: +1h30m
bot: Er du der stadig?

time: 2026-11-22T08:00:00.000+01:00
as: adviser
#

user: Linje 1

  Linje 3
bot:
  [Kun knapper]
)";

Result<Transcript> read(const std::string& text) {
  std::istringstream in(text);
  return read_transcript(in, "case.chat");
}

template <class What>
const What& row(const Transcript& transcript, std::size_t index) {
  return std::get<What>(transcript.rows.at(index).what);
}

TEST_CASE("A transcript is read row by row and written as it was") {
  const Transcript transcript = read(kWhole).value();
  CHECK(iso(transcript.header.now.value()) == "2026-11-21T09:02:03.000Z");
  CHECK(transcript.header.zone->name() == "Europe/Copenhagen");
  CHECK(transcript.header.locale == Locale::da);
  CHECK(transcript.header.playbook == "muni");
  CHECK(transcript.header.channel == "webchat");
  CHECK(transcript.header.speaker == "reporter");
  REQUIRE(transcript.rows.size() == 15);
  CHECK(row<CommentRow>(transcript, 0).text == "Alt i orden");
  CHECK(row<BotRow>(transcript, 1) == BotRow{"Hej. Hvad er der sket?", {"Fortæl", "Spørg om hjælp"}});
  CHECK(transcript.rows[1].line == 8);
  CHECK(row<UserRow>(transcript, 2).text == "Jeg har sendt en mail til en forkert");
  CHECK(row<BotRow>(transcript, 3) ==
        BotRow{"Tak fordi du siger det.\n\nGør dette først:\n  1. Bed modtageren slette den\n[ikke en knap]", {}});
  CHECK(row<BotRow>(transcript, 4).buttons == std::vector<std::string>{"I dag", "I går", "Ved [ikke] \\"});
  CHECK(row<LogRow>(transcript, 5) == LogRow{"kind", "misdirected_message"});
  CHECK(row<EventRow>(transcript, 6).name == "incident_opened");
  CHECK(row<MailRow>(transcript, 7) == MailRow{"adviser@example.org", "En ny melding venter"});
  CHECK(std::get<Millis>(row<TimeRow>(transcript, 8).to) == std::chrono::minutes{90});
  CHECK(iso(std::get<Instant>(row<TimeRow>(transcript, 10).to)) == "2026-11-22T07:00:00.000Z");
  CHECK(row<SpeakerRow>(transcript, 11).who == "adviser");
  CHECK(row<UserRow>(transcript, 13).text == "Linje 1\n\nLinje 3");
  CHECK(row<BotRow>(transcript, 14) == BotRow{"", {"Kun knapper"}});
  CHECK(write_transcript(transcript) == kWhole);
}

TEST_CASE("Times of a transcript go by its zone unless they carry an offset") {
  CHECK(iso(read("now: 2026-07-01T10:00\nzone: Europe/Oslo\n")->header.now.value()) == "2026-07-01T08:00:00.000Z");
  CHECK(iso(read("now: 2026-10-25T02:30:00+01:00\nzone: Europe/Oslo\n")->header.now.value()) ==
        "2026-10-25T01:30:00.000Z");
  const Transcript local = read("zone: Europe/Oslo\ntime: 2026-07-02\n").value();
  CHECK(iso(std::get<Instant>(row<TimeRow>(local, 0).to)) == "2026-07-01T22:00:00.000Z");
  struct Row {
    const char* span;
    std::chrono::seconds length;
  };
  for (const Row& each : {Row{"+15m", std::chrono::minutes{15}}, Row{"+72h", std::chrono::hours{72}},
                          Row{"+3d", std::chrono::days{3}}, Row{"+1d2h3m4s", std::chrono::seconds{93784}}}) {
    const Transcript read_back = read("time: "s + each.span + "\n").value();
    CHECK(std::get<Millis>(row<TimeRow>(read_back, 0).to) == each.length);
  }
}

TEST_CASE("What is wrong with a transcript is said with its file and line") {
  struct Row {
    std::string text;
    const char* place;
  };
  const Row rows[] = {
      {"user: a\nhello\n", "case.chat:2: a line starts with"},
      {"bott: a\n", "case.chat:1: a line starts with"},
      {" user: a\n", "case.chat:1: a line starts with"},
      {"# a\n  b\n", "case.chat:2: two spaces continue"},
      {"user: a\nlog: b = c\n  d\n", "case.chat:3: two spaces continue"},
      {"user:\n", "case.chat:1: user: says nothing"},
      {"\nbot:\nuser: a\n", "case.chat:2: bot: says nothing"},
      {"user: a\nlocale: da\n", "case.chat:2: this belongs before"},
      {"user: a\nnow: 2026-01-01T00:00:00Z\n", "case.chat:2: this belongs before"},
      {"locale: da\nlocale: nb\n", "case.chat:2: this was said before"},
      {"now: 2026-01-01T00:00:00Z\nnow: 2026-01-01T00:00:00Z\n", "case.chat:2: this was said before"},
      {"locale: sv\n", "case.chat:1: locale:"},
      {"zone: Europe/Atlantis\n", "case.chat:1: zone:"},
      {"playbook:\n", "case.chat:1: playbook:"},
      {"user: a\nas:\n", "case.chat:2: as:"},
      {"locale: da\nnow: 2026-01-01\nuser: a\n", "case.chat:2: a moment without an offset"},
      {"now: yesterday\n", "case.chat:1: a moment is written"},
      {"now: 2026-10-25T02:30\nzone: Europe/Oslo\nuser: a\n", "case.chat:1: the clock shows this time twice or never"},
      {"zone: Europe/Oslo\ntime: 2026-03-29T02:30\n", "case.chat:2: the clock shows this time twice or never"},
      {"time: +\n", "case.chat:1: a span of time"},
      {"time: +0m\n", "case.chat:1: a span of time"},
      {"time: +15\n", "case.chat:1: a span of time"},
      {"time: +15m1h\n", "case.chat:1: a span of time"},
      {"time: +-5m\n", "case.chat:1: a span of time"},
      {"time: +99999999h\n", "case.chat:1: a span of time"},
      {"time: -5m\n", "case.chat:1: a moment is written"},
      {"mail: adviser@example.org\n", "case.chat:1: a mail is written"},
      {"log: fact\n", "case.chat:1: a fact is written"},
      {"log: fact = \n", "case.chat:1: a fact is written"},
      {"event:\n", "case.chat:1: event:"},
      {"user: \xff\n", "case.chat:1: this is not UTF-8"},
  };
  for (const Row& each : rows) {
    CAPTURE(each.text);
    const auto transcript = read(each.text);
    REQUIRE_FALSE(transcript.has_value());
    CHECK(transcript.error().detail.substr(0, std::string_view(each.place).size()) == each.place);
  }
}

// A stage on which Varsel answers with what it heard, has one mail and one event a turn, and knows one fact.
struct Echo {
  std::vector<std::string> heard;
  std::vector<MailRow> mails;
  std::vector<std::string> events;

  Result<std::vector<Said>> answer(const std::string& text) {
    heard.push_back(text);
    if (text.find("fail") != std::string::npos) return fail(ErrorCode::unavailable, "no turn");
    mails = {{"a@example.org", "First"}, {"b@example.org", "Second"}};
    events = {"heard"};
    return std::vector<Said>{{"You: " + text + "  \n", {{"Yes", "yes"}, {"No", "no"}}}};
  }
  Stage stage() {
    return {
        .open = [this] { return answer("open"); },
        .say = [this](const std::string& who, const PersonalText& text) { return answer(who + " " + text.reveal()); },
        .wait = [this](const std::string&, const TimeRow&) { return answer("time"); },
        .mails = [this] { return mails; },
        .events = [this] { return events; },
        .fact =
            [](const std::string& fact) {
              return fact == "kind" ? std::optional<std::string>("outage") : std::nullopt;
            }};
  }
};

std::optional<std::string> played(const std::string& script) {
  Echo echo;
  const Transcript expected = read(script).value();
  return difference("case.chat", expected, replay(expected, echo.stage()).value());
}

TEST_CASE("A transcript that says what happens comes back as it is") {
  CHECK(
      played("as: kari\nbot: You: open\n  [Yes] [No]\nuser: hi\nbot: You: kari hi\n  [Yes] [No]\nlog: kind = outage\n"
             "mail: b@example.org | Second\nmail: a@example.org | First\nevent: heard\n"
             "time: +5m\nbot: You: time\n  [Yes] [No]\nas: ola\n# note\nuser: ho\nbot: You: ola ho\n  [Yes] [No]\n") ==
      std::nullopt);
}

TEST_CASE("A difference shows what was expected and what is the case") {
  CHECK(played("bot: You: open\n  [Yes]\nuser: hi\n") ==
        "case.chat:1:\n- bot: You: open\n-   [Yes]\n+ bot: You: open\n+   [Yes] [No]\n  user: hi\n+ bot: You:  hi\n+   "
        "[Yes] [No]\n");
  CHECK(played("bot: You: open\n  [Yes] [No]\nbot: More\n") ==
        "case.chat:1:\n  bot: You: open\n    [Yes] [No]\n- bot: More\n");
  CHECK(played("bot: You: open\n  [Yes] [No]\nlog: kind = other\nlog: count = 3\n") ==
        "case.chat:1:\n  bot: You: open\n    [Yes] [No]\n- log: kind = other\n- log: count = 3\n+ log: kind = outage\n"
        "+ log: count = (unknown)\n");
  CHECK(played("bot: You: open\n  [Yes] [No]\nmail: c@example.org | Third\nevent: spoke\n") ==
        "case.chat:1:\n  bot: You: open\n    [Yes] [No]\n- mail: c@example.org | Third\n- event: spoke\n"
        "+ mail: a@example.org | First\n+ mail: b@example.org | Second\n+ event: heard\n");
}

TEST_CASE("Rows far from a difference are left out") {
  std::string script = "bot: You: open\n  [Yes] [No]\n";
  for (int i = 0; i < 20; ++i) script += "# note\n";
  CHECK(played(script + "user: hi\nbot: wrong\n") ==
        "case.chat:22:\n  # note\n  user: hi\n- bot: wrong\n+ bot: You:  hi\n+   [Yes] [No]\n");
}

TEST_CASE("A mail is asserted once for each time that it was sent") {
  CHECK(played("bot: You: open\n  [Yes] [No]\nmail: a@example.org | First\nmail: a@example.org | First\n").has_value());
}

TEST_CASE("A stage that fails ends the replay with its error") {
  Echo echo;
  const auto replayed = replay(read("user: fail\nuser: more\n").value(), echo.stage());
  REQUIRE_FALSE(replayed.has_value());
  CHECK(replayed.error().code == ErrorCode::unavailable);
  CHECK(echo.heard == std::vector<std::string>{"open", " fail"});
}

}  // namespace
}  // namespace varsel::adapters::console
