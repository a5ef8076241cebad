// The way through a report: registered first, contained, asked, read back, handed in.
#include "dialog/state.h"
#include "tests/unit/dialog/talk.h"

namespace varsel::dialog::test {
namespace {

using incident::FactId;
using incident::FactStatus;
using intents::Intent;
using intents::Kind;

Says mail_to_the_wrong_person() {
  return Says{Intent::report_breach, "I sent a list of patients to the wrong mail address yesterday"}.with(
      Kind::breach_kind, "misdirected_message");
}

TEST_CASE("The first message is registered before any question") {
  Talk talk;
  const Decision decision = talk.say(mail_to_the_wrong_person());
  REQUIRE(decision.effects.size() > 3);
  CHECK(std::holds_alternative<effect::Open>(decision.effects[0]));
  CHECK(std::holds_alternative<incident::event::Opened>(std::get<effect::Append>(decision.effects[1]).body));
  REQUIRE(talk.record() != nullptr);
  CHECK(talk.record()->state == incident::State::draft);
  CHECK(talk.record()->aware_at.has_value());
  CHECK(talk.record()->known<PersonalText>(FactId::what_happened) != nullptr);
  CHECK(talk.record()->choice(FactId::breach_kind) == "misdirected_message");
  CHECK(talk.timers["nudge"]);
}

TEST_CASE("The first answer thanks then contains then gives the number then asks") {
  Talk talk;
  talk.say(mail_to_the_wrong_person());
  const auto ids = talk.ids();
  const auto place = [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) - ids.begin(); };
  CHECK(place("receipt.thanks") == 0);
  CHECK(place("contain.first") < place("contain.recall_mail"));
  CHECK(place("contain.recall_mail") < place("receipt.number"));
  CHECK(ids.back() == "ask.ongoing");
  CHECK(talk.offers("yes"));
}

TEST_CASE("What was done already is acknowledged and not advised again") {
  Talk talk;
  talk.say(mail_to_the_wrong_person().with(Kind::measure, "recalled"));
  CHECK(talk.said("contain.acknowledged"));
  CHECK_FALSE(talk.said("contain.recall_mail"));
}

TEST_CASE("What may be a report opens one and what is none does not") {
  struct Row {
    Intent intent;
    const char* words;
    bool opens;
  };
  const auto row =
      GENERATE(Row{Intent::report_breach, "data leak", true}, Row{Intent::suspect_phishing, "I clicked", true},
               Row{Intent::inform, "something has happened here", true}, Row{Intent::human, "a person please", true},
               Row{Intent::dont_know, "I do not know whether this is one", true},
               Row{Intent::smalltalk, "hello", false}, Row{Intent::out_of_scope, "book a room", false},
               Row{Intent::ask_definition, "what is personal data", false}, Row{Intent::yes, "yes", false},
               Row{Intent::ask_help, "how does this work", false}, Row{Intent::resume, "go on", false},
               Row{Intent::status, "where is my case", false}, Row{Intent::cancel, "forget it", false});
  INFO(row.words);
  Talk talk;
  talk.say(Says{row.intent, row.words});
  CHECK((talk.record() != nullptr) == row.opens);
  CHECK_FALSE(talk.last.paragraphs.empty());
}

TEST_CASE("A question about a breach that tells of one opens a report") {
  Talk talk;
  talk.say(Says{Intent::ask_definition, "is it a breach that I sent a mail to the wrong person"}.with(
      Kind::breach_kind, "misdirected_message"));
  CHECK(talk.record() != nullptr);
}

TEST_CASE("A vague start is kept and its story is added to it") {
  Talk talk;
  talk.say(Says{Intent::report_breach, "data leak"});
  CHECK(talk.state.asking.find("what_happened") != std::string::npos);
  talk.say(Says{Intent::inform, "we mailed a list to a stranger"}.with(Kind::breach_kind, "misdirected_message"));
  CHECK(talk.record()->known<PersonalText>(FactId::what_happened)->reveal() ==
        "data leak\nwe mailed a list to a stranger");
  CHECK(talk.said("contain.recall_mail"));  // the advice that fits, now that the kind is known
}

TEST_CASE("Several facts of one message are all accepted") {
  Talk talk;
  talk.say(mail_to_the_wrong_person()
               .with(Kind::occurred, day("2026-11-17"))
               .with(Kind::count, exactly(37))
               .with(Kind::data_category, "health")
               .with(Kind::data_category, "national_id")
               .with(Kind::recipient, "external")
               .with(Kind::data_subject, "patients"));
  CHECK(*talk.record()->known<When>(FactId::occurred) == day("2026-11-17"));
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(37));
  CHECK(talk.record()->known<incident::Codes>(FactId::data_categories)->codes ==
        std::vector<std::string>{"health", "national_id"});
  CHECK(talk.record()->choice(FactId::recipient) == "external");
}

TEST_CASE("While it goes on contacts and group come before questions") {
  Talk talk{"dsop"};
  talk.say(Says{Intent::report_breach, "somebody is in our servers right now"}
               .with(Kind::breach_kind, "intrusion")
               .with(Kind::ongoing, "yes"));
  CHECK(talk.effects["tell"] == 1);
  CHECK(talk.effects["summon"] == 1);
  CHECK(talk.said("receipt.told"));
  CHECK_FALSE(talk.record()->told.empty());
  CHECK(talk.record()->known<When>(FactId::notified) != nullptr);
}

TEST_CASE("Outside working hours the wait for the group is told") {
  Talk talk{"dsop", "2026-11-21T22:00:00Z"};  // a Saturday night
  talk.say(Says{Intent::report_breach, "somebody is in our servers right now"}.with(Kind::ongoing, "yes"));
  CHECK(talk.said("receipt.group.waits"));
}

TEST_CASE("Nobody is told before the answers that decide who") {
  Talk talk{"dsop"};
  talk.say(Says{Intent::report_breach, "a file of customers was sent to the wrong bank"});
  CHECK(talk.effects["tell"] == 0);
  talk.press("no");       // not going on
  talk.press("privacy");  // nature
  CHECK(talk.effects["tell"] == 0);
  talk.press("consumer");  // discoverer
  CHECK(talk.effects["tell"] == 0);
  talk.press("no");  // nobody else has to act
  CHECK(talk.effects["tell"] == 1);
  const auto told = talk.record()->told.size();
  talk.press("do:dont_know");
  CHECK(talk.record()->told.size() == told);
}

TEST_CASE("A whole report ends in a receipt with the clock") {
  Talk talk;
  talk.say(mail_to_the_wrong_person().with(Kind::count, exactly(2)).with(Kind::data_category, "health"));
  for (int turns = 0; talk.state.phase == Phase::asking && turns < 40; ++turns) {
    if (talk.offers("no")) {
      talk.press("no");
    } else {
      talk.press("do:dont_know");
    }
  }
  REQUIRE(talk.state.phase == Phase::reading_back);
  CHECK(talk.said("readback.intro"));
  CHECK(talk.offers("do:hand_in"));
  talk.say(Says{Intent::yes, "yes"});
  CHECK(talk.state.phase == Phase::handed_in);
  CHECK(talk.record()->state == incident::State::reported);
  CHECK(talk.record()->complete);
  CHECK(talk.said("receipt.handed_in"));
  CHECK(talk.said("receipt.told"));
  CHECK(talk.said("receipt.clock"));
  CHECK(talk.said("receipt.next"));
  CHECK_FALSE(talk.timers["nudge"]);
  CHECK(talk.record()->choice(FactId::authority_notified) == "undecided");
}

TEST_CASE("Facts can be added after handing in") {
  Talk talk;
  talk.say(mail_to_the_wrong_person());
  talk.say(Says{Intent::submit, "send it"});
  talk.say(Says{Intent::yes, "yes"});
  REQUIRE(talk.state.phase == Phase::handed_in);
  talk.say(Says{Intent::inform, "12 people"}.with(Kind::count, exactly(12)));
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(12));
}

TEST_CASE("Handing in early keeps the open fields open") {
  Talk talk;
  talk.say(mail_to_the_wrong_person());
  talk.say(Says{Intent::submit, "send it"});
  REQUIRE(talk.state.phase == Phase::reading_back);
  talk.press("do:hand_in");
  CHECK(talk.record()->state == incident::State::reported);
  CHECK_FALSE(talk.record()->complete);
}

TEST_CASE("An attachment is kept with the report and may open one") {
  Talk talk;
  talk.say(Says{Intent::inform, ""}, std::nullopt, {"blob-1"});
  REQUIRE(talk.record() != nullptr);
  CHECK(talk.record()->attachments == std::vector<std::string>{"blob-1"});
  CHECK(talk.said("general.attachment"));
}

TEST_CASE("Progress only grows on the straight way") {
  Talk talk;
  const auto progress_now = [&] {
    const World world{
        talk.playbook(), procedures("muni").contacts, talk.record(), at("2026-11-18T10:00:00Z"), {}, {}, {}, {},
        nullptr};
    return progress(talk.state, world);
  };
  CHECK(progress_now() == 0);
  talk.say(mail_to_the_wrong_person());
  int last = progress_now();
  CHECK(last > 0);
  while (talk.state.phase == Phase::asking) {
    talk.press("do:dont_know");
    CHECK(progress_now() >= last);
    last = progress_now();
  }
}

TEST_CASE("The state of a conversation survives saving whatever it holds") {
  Talk talk;
  talk.say(mail_to_the_wrong_person().with(Kind::count, exactly(3)).with(Kind::occurred, minute("2026-11-17T10:30")));
  talk.say(Says{Intent::inform, "it was 12"}.with(Kind::count, exactly(12)));  // a dispute
  REQUIRE(talk.state.disputed.has_value());
  talk.say(
      Says{Intent::report_breach, "also somebody has stolen a laptop today"}.with(Kind::breach_kind, "lost_device"));
  REQUIRE_FALSE(talk.state.held.empty());
  const std::string blob = save(talk.state);
  const auto loaded = load(blob);
  REQUIRE(loaded.has_value());
  CHECK(save(*loaded) == blob);
  CHECK(loaded->disputed_with == talk.state.disputed_with);
  CHECK(loaded->offered.size() == talk.state.offered.size());
  for (std::size_t i = 0; i < loaded->offered.size(); ++i)
    CHECK(loaded->offered[i].label == talk.state.offered[i].label);
}

TEST_CASE("What is not a saved conversation is refused") {
  const char* blob = GENERATE("", "x", "[]", "{}", R"({"v":2})", R"({"v":1})", R"({"v":1,"phase":99,"locale":1})",
                              R"({"v":1,"phase":1,"locale":1,"disputed":"no_such_fact"})",
                              R"({"v":1,"phase":1,"locale":1,"asked":7})");
  INFO(blob);
  REQUIRE_FALSE(load(blob).has_value());
  CHECK(load(blob).error().code == ErrorCode::corrupt);
}

}  // namespace
}  // namespace varsel::dialog::test
