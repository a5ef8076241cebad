#include "bot/letters.h"
#include "incident/receipt.h"
#include "tests/unit/bot/desk.h"

namespace varsel::bot {
namespace {

std::vector<std::uint64_t> sequences(const std::vector<Posted>& posted) {
  std::vector<std::uint64_t> all;
  for (const auto& each : posted) all.push_back(each.sequence);
  return all;
}

TEST_CASE("the first message that may be a report is one incident with its words before any question") {
  Desk desk;
  REQUIRE(desk.open("a"));
  REQUIRE(desk.store().incidents()->empty());
  REQUIRE(desk.say("a", "I think I just mailed a list of 37 citizens to the wrong person"));
  REQUIRE(desk.store().incidents()->size() == 1);
  const auto record = desk.desk().record(desk.incident()).value();
  const auto* words = record->known<PersonalText>(incident::FactId::what_happened);
  REQUIRE(words != nullptr);
  CHECK(words->reveal() == "I think I just mailed a list of 37 citizens to the wrong person");
  const auto* affected = record->known<Count>(incident::FactId::affected);
  REQUIRE(affected != nullptr);
  CHECK(*affected == Count{37, 37, false});
}

TEST_CASE("a message that arrives again has one effect and gets the same answer") {
  Desk desk;
  REQUIRE(desk.open("a"));
  const auto first = desk.say("a", "I lost my laptop on the train", "m1");
  REQUIRE(first);
  const auto again = desk.say("a", "I lost my laptop on the train", "m1");
  REQUIRE(again);
  CHECK(sequences(*again) == sequences(*first));
  CHECK(desk.store().incidents()->size() == 1);
  CHECK(desk.history("a").size() == first->size() + 1);  // and the greeting
}

TEST_CASE("the same words under another id are another message") {
  Desk desk;
  REQUIRE(desk.open("a"));
  REQUIRE(desk.say("a", "I lost my laptop on the train", "m1"));
  const auto one = desk.say("a", "yes", "m2");
  const auto two = desk.say("a", "yes", "m3");
  REQUIRE(one);
  REQUIRE(two);
  CHECK(two->front().sequence > one->back().sequence);
}

TEST_CASE("twenty deliveries of one message at once make one turn") {
  Desk desk;
  REQUIRE(desk.open("a"));
  std::vector<std::future<Result<std::vector<Posted>>>> all;
  for (int i = 0; i < 20; ++i)
    all.push_back(std::async(std::launch::async, [&desk] { return desk.say("a", "I lost my laptop", "m1"); }));
  std::vector<std::uint64_t> answer;
  for (auto& each : all) {
    const auto posted = each.get();
    REQUIRE(posted);
    if (answer.empty()) answer = sequences(*posted);
    CHECK(sequences(*posted) == answer);
  }
  CHECK(desk.store().incidents()->size() == 1);
}

TEST_CASE("sequences have no gaps whatever is said at the same time") {
  Desk desk;
  REQUIRE(desk.open("a"));
  std::vector<std::future<void>> all;
  for (int i = 0; i < 8; ++i)
    all.push_back(std::async(std::launch::async, [&desk, i] {
      for (int j = 0; j < 5; ++j)
        CHECK(desk.say("a", "message " + std::to_string(i * 10 + j), std::to_string(i) + "/" + std::to_string(j)));
    }));
  for (auto& each : all) each.get();
  std::uint64_t next = 1;
  for (const auto& posted : desk.history("a")) CHECK(posted.sequence == next++);
}

TEST_CASE("two who work on one incident at the same time lose nothing of each other") {
  Desk desk;
  REQUIRE(desk.open("a"));
  REQUIRE(desk.say("a", "I mailed health data about 37 citizens to a wrong recipient outside"));
  const auto incident = desk.incident();
  const auto note = [&](const std::string& words) {
    return desk.desk().change(incident, [&](const incident::Record&, storage::Commit&) {
      return std::vector<incident::Event>{{parse_instant("2026-11-20T09:00:01Z").value(), PersonId("contact"),
                                           incident::event::NoteAdded{PersonalText(words)}}};
    });
  };
  std::vector<std::future<bool>> all;
  for (int i = 0; i < 6; ++i) {
    all.push_back(std::async(std::launch::async, [&, i] { return note("note " + std::to_string(i)).has_value(); }));
    all.push_back(
        std::async(std::launch::async, [&, i] { return desk.say("a", "no", "n" + std::to_string(i)).has_value(); }));
  }
  for (auto& each : all) CHECK(each.get());
  std::size_t notes = 0;
  const auto events = desk.store().events(incident).value();
  for (const auto& event : events) notes += std::holds_alternative<incident::event::NoteAdded>(event.body) ? 1 : 0;
  CHECK(notes >= 6);
}

TEST_CASE("a conversation that was never opened is not found") {
  Desk desk;
  const auto said = desk.say("nobody", "hello");
  REQUIRE_FALSE(said);
  CHECK(said.error().code == ErrorCode::not_found);
}

TEST_CASE("a desk that closes keeps nothing new and says so") {
  Desk desk;
  REQUIRE(desk.open("a"));
  desk.desk().close();
  const auto said = desk.say("a", "I lost my laptop");
  REQUIRE_FALSE(said);
  CHECK(said.error().code == ErrorCode::unavailable);
  CHECK(desk.store().incidents()->empty());
}

TEST_CASE("mails carry nothing of what was reported") {
  Desk desk;
  REQUIRE(desk.open("a"));
  REQUIRE(desk.say("a",
                   "I mailed Zebedee Quux's health data and 437 others to a journalist, it is still going on, "
                   "cpr 010157-5004"));
  const auto mails = desk.store().outbox(std::nullopt).value();
  REQUIRE_FALSE(mails.empty());
  for (const auto& row : mails) {
    const auto letter = load_letter(row.message.body).value();
    const auto all = letter.subject + "\n" + letter.text + (letter.calendar ? letter.calendar->ics : "");
    INFO(all);
    for (const char* sensitive : {"Zebedee", "Quux", "health", "helbred", "437", "journalist", "010157", "5004"})
      CHECK(all.find(sensitive) == std::string::npos);
    CHECK(letter.text.find(desk.house().public_url + "/case/") != std::string::npos);
    CHECK(letter.text.find("TLP:AMBER") != std::string::npos);
  }
}

TEST_CASE("a national id is stored nowhere and echoed nowhere") {
  Desk desk;
  REQUIRE(desk.open("a"));
  REQUIRE(desk.say("a", "I mailed the case file of cpr 010157-5004 to the wrong citizen"));
  for (const auto& posted : desk.history("a")) CHECK(posted.text.reveal().find("010157") == std::string::npos);
  const auto record = desk.desk().record(desk.incident()).value();
  for (const auto& [fact, entry] : record->facts) {
    CHECK(entry.source.words.reveal().find("010157") == std::string::npos);
    if (const auto* text = std::get_if<PersonalText>(&entry.value))
      CHECK(text->reveal().find("010157") == std::string::npos);
  }
}

TEST_CASE("a receipt number and its code are found in what people write") {
  const auto receipt = incident::make_receipt(std::chrono::year(2026), {1, 2, 3, 4, 5, 6, 7, 8}).str();
  const auto hash = resume_hash("please resume " + receipt + ", the code is abcd2345.");
  REQUIRE(hash);
  CHECK(*hash == sha256_hex("resume:" + receipt + ":ABCD2345"));
  CHECK(resume_hash("ABCD2345 (" + receipt + ")") == hash);
  CHECK_FALSE(resume_hash("no number here, ABCD2345"));
  CHECK_FALSE(resume_hash("only " + receipt));
}

}  // namespace
}  // namespace varsel::bot
