// Events on disk: what goes in comes out, and what was written once is read for ever.
#include "storage/codec.h"

#include <random>
#include <set>

#include "support.h"

namespace varsel::storage {
namespace {

using namespace incident;

// Values of every kind, from a seed.
class Some {
 public:
  explicit Some(unsigned seed) : random_(seed) {}

  std::string text() {
    static const std::vector<std::string> kTexts{
        "", "a", "søndag kl. 7", "\"quoted\" \\ and\nnewline", "\xF0\x9F\x98\x80", "null", std::string("nul\0byte", 8)};
    return kTexts[number(kTexts.size())];
  }
  PersonalText words() { return PersonalText(text()); }
  bool flag() { return number(2) == 1; }
  Instant at() { return Instant(Millis(static_cast<std::int64_t>(number(4'000'000'000'000)) - 100'000'000'000)); }
  LocalTime wall() { return LocalTime(std::chrono::seconds(number(4'000'000'000))); }
  std::size_t number(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }
  std::vector<std::string> texts() {
    std::vector<std::string> out(number(4));
    for (auto& text_of : out) text_of = text();
    return out;
  }
  FactValue value() {
    switch (number(5)) {
      case 0:
        return text();
      case 1:
        return Codes{texts(), words()};
      case 2:
        return words();
      case 3:
        return When{wall(), wall(), static_cast<Precision>(1 + number(6)), flag(), flag()};
      default: {
        Count count;
        if (flag()) count.min = static_cast<std::int64_t>(number(1'000'000)) - 5;
        if (flag()) count.max = 9'000'000'000;
        count.approx = flag();
        return count;
      }
    }
  }
  Fact fact() {
    Fact out{static_cast<FactStatus>(1 + number(4)),
             value(),
             text(),
             std::nullopt,
             {PersonId(text()), at(), text(), number(100), words(), text()}};
    if (flag()) out.ask_again_at = at();
    return out;
  }
  FactId fact_id() { return kFacts[number(kFacts.size())].id; }
  State state() { return static_cast<State>(1 + number(13)); }

  EventBody body(std::size_t kind) {
    switch (kind) {
      case 0:
        return event::Opened{
            ReceiptNumber(text()), text(), PartyId(text()), text(), static_cast<Locale>(1 + number(4)), text(),
            ConversationId(text())};
      case 1:
        return event::FactStated{fact_id(), fact()};
      case 2:
        return event::FactWithdrawn{fact_id()};
      case 3:
        return event::StateChanged{state(), text()};
      case 4:
        return event::SuspicionSettled{flag(), words()};
      case 5:
        return event::AwarenessSet{at(), text()};
      case 6:
        return event::HandedIn{flag(), text()};
      case 7:
        return event::StepDone{text(), text(), text()};
      case 8:
        return event::ContactTold{text(), text(), PartyId(text()), text(), text()};
      case 9:
        return event::ContactMissing{text(), PartyId(text()), text(), text()};
      case 10:
        return event::GroupSummoned{at(), at(), text(), static_cast<int>(number(9)), texts()};
      case 11:
        return event::AttendeeAnswered{text(), text()};
      case 12:
        return event::AttendeeEscalated{text(), text()};
      case 13:
        return event::ContactPersonChosen{text()};
      case 14:
        return event::CoordinatorSteppedBack{};
      case 15:
        return event::StatusAsked{text()};
      case 16:
        return event::StatusReported{words()};
      case 17:
        return event::ReportHandedOver{PartyId(text()), text()};
      case 18:
        return event::DecisionTaken{text(), text(), words()};
      case 19:
        return event::AttachmentAdded{text(), words()};
      case 20:
        return event::NoteAdded{words()};
      case 21:
        return event::HumanAsked{};
      case 22:
        return event::Duplicated{IncidentId(text())};
      default:
        return event::CaseTaken{text()};
    }
  }

 private:
  std::mt19937 random_;
};
constexpr std::size_t kKinds = std::variant_size_v<EventBody>;
static_assert(kKinds == 24, "a new kind of event needs a row in Some::body and a sample in formats/");

std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream in(std::string(VARSEL_SOURCE_DIR) + "/tests/contract/formats/" + name);
  REQUIRE(in);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("events of every kind survive being stored") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    Some some(seed);
    std::vector<Event> events;
    for (std::size_t kind = 0; kind < kKinds; ++kind)
      events.push_back({some.at(), PersonId(some.text()), some.body(kind)});
    const std::string text = encode(events);
    const auto back = decode(text);
    INFO("seed " << seed << (back ? "" : back.error().detail));
    REQUIRE(back);
    REQUIRE(back->size() == kKinds);
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      CHECK((*back)[kind].at == events[kind].at);
      CHECK((*back)[kind].by == events[kind].by);
      CHECK((*back)[kind].body.index() == kind);
    }
    const auto& stated = std::get<event::FactStated>((*back)[1].body);
    CHECK(stated.fact == std::get<event::FactStated>(events[1].body).fact);
    CHECK(stated.entry == std::get<event::FactStated>(events[1].body).entry);
    // Every member is stored (the codec does not compile otherwise), so equal text means equal events.
    CHECK(encode(*back) == text);
  }
}

TEST_CASE("samples of every format that was ever written are read") {
  const auto lines = lines_of("events-1.jsonl");
  std::set<std::size_t> kinds;
  std::set<std::size_t> values;
  for (const auto& line : lines) {
    INFO(line);
    const auto events = decode(line);
    REQUIRE(events);
    REQUIRE(events->size() == 1);
    kinds.insert((*events)[0].body.index());
    if (const auto* stated = std::get_if<event::FactStated>(&(*events)[0].body))
      values.insert(stated->entry.value.index());
    CHECK(encode(*events) == line);
  }
  CHECK(kinds.size() == kKinds);
  CHECK(values.size() == std::variant_size_v<FactValue>);

  const auto opened = decode(lines[0]);
  CHECK((*opened)[0].at == Instant(Millis(1'790'000'000'000)));
  CHECK((*opened)[0].by == PersonId("dl_1"));
  const auto& opening = std::get<event::Opened>((*opened)[0].body);
  CHECK(opening.receipt == ReceiptNumber("V-2026-7K3M-Q"));
  CHECK(opening.playbook == "muni");
  CHECK(opening.organisation == PartyId("egedal"));
  CHECK(opening.zone == "Europe/Copenhagen");
  CHECK(opening.locale == Locale::da);
  CHECK(opening.channel == "webchat");
  CHECK(opening.conversation == ConversationId("talk"));
}

TEST_CASE("what cannot be understood is called corrupt and is not quoted") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "not readable"},
      {"{}", "not readable"},
      {"[", "not readable"},
      {"[1]", "fields are missing"},
      {"[[]]", "fields are missing"},
      {R"([[2,22,0,"secret",[]]])", "version 2"},
      {R"([[1,99,0,"secret",[]]])", "kind 99"},
      {R"([[1,21,0,"secret",[]]])", "fields are missing"},
      {R"([[1,21,0,"secret",["secret","secret"]]])", "later version"},
      {R"([[1,21,0,"secret",[7]]])", "wrong type"},
      {R"([[1,21,"secret","secret",["secret"]]])", "number is missing"},
      {R"([[1,22,0,"secret",[],1]])", "later version"},
      {R"([[1,3,0,"secret",[200]]])", "later version"},
      {R"([[1,4,0,"secret",[14,"secret"]]])", "later version"},
      {R"([[1,4,0,"secret",[-1,"secret"]]])", "later version"},
      {R"([[1,11,0,"secret",[0,0,"secret",0,"secret"]]])", "list is missing"},
  };
  for (const auto& [text, says] : rows) {
    INFO(text);
    const auto events = decode(text);
    CHECK(code_of(events) == ErrorCode::corrupt);
    CHECK(events.error().detail.find(says) != std::string::npos);
    CHECK(events.error().detail.find("secret") == std::string::npos);
  }
}

TEST_CASE("a stored event with any byte changed is never a crash") {
  Some some(7);
  std::vector<Event> events;
  for (std::size_t kind = 0; kind < kKinds; ++kind) events.push_back({some.at(), PersonId("dl"), some.body(kind)});
  const std::string text = encode(events);
  std::size_t refused = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const char replacement : {'\0', '[', '"', '9', '\xff'}) {
      std::string changed = text;
      changed[at] = replacement;
      if (const auto back = decode(changed); !back) {
        ++refused;
        CHECK(back.error().code == ErrorCode::corrupt);
      }
    }
  CHECK(refused > text.size());
}

}  // namespace varsel::storage
