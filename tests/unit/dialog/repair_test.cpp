// The ways people leave the path, and the way back.
#include "tests/unit/dialog/talk.h"

namespace varsel::dialog::test {
namespace {

using incident::FactId;
using incident::FactStatus;
using intents::Intent;
using intents::Kind;

// A report about a mail to the wrong person; the question asked is "ongoing", then the others in order.
struct Reported : Talk {
  explicit Reported(const std::string& playbook = "muni", const char* now = "2026-11-18T10:00:00Z")
      : Talk(playbook, now) {
    say(Says{Intent::report_breach, "I sent a list of patients to the wrong mail address yesterday"}.with(
        Kind::breach_kind, "misdirected_message"));
  }
  // Answers "don't know" until that question is asked.
  void until(const std::string& question) {
    for (int i = 0; i < 40 && state.asking != question; ++i) press("do:dont_know");
    REQUIRE(state.asking == question);
  }
  std::string question(FactId fact) const {
    for (const Question& question : playbook().questions)
      if (question.fact == fact) return question.id;
    return {};
  }
  void until(FactId fact) { until(question(fact)); }
};

TEST_CASE("A number that corrects replaces the number stated last") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::inform, "37"}.with(Kind::count, exactly(37)));
  talk.say(Says{Intent::correct, "no, 73"}.with(Kind::count, exactly(73)));
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(73));
  CHECK(talk.said("repair.corrected"));
}

TEST_CASE("A weekday that corrects keeps the hour that was said") {
  Reported talk;
  talk.until(FactId::occurred);
  talk.say(Says{Intent::inform, "yesterday at 10.30"}.with(Kind::time, minute("2026-11-17T10:30")));
  talk.say(Says{Intent::correct, "no, it was Monday"}.with(Kind::time, day("2026-11-16")));
  CHECK(*talk.record()->known<When>(FactId::occurred) == minute("2026-11-16T10:30"));
}

TEST_CASE("A correction without a value asks which line and takes its number") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::inform, "37"}.with(Kind::count, exactly(37)));
  talk.say(Says{Intent::correct, "that was wrong"});
  REQUIRE(talk.state.phase == Phase::correcting);
  std::int64_t line = 0;
  for (const Message& message : talk.last.paragraphs)
    for (const auto& [name, value] : message.arguments)
      if (name == "value" && std::holds_alternative<Count>(value))
        line = std::get<std::int64_t>(message.arguments[0].second);
  REQUIRE(line > 0);
  talk.say(Says{Intent::inform, "change " + std::to_string(line)});
  CHECK(talk.state.asking == talk.question(FactId::affected));
  CHECK(talk.said("repair.change"));
  talk.say(Says{Intent::inform, "40"}.with(Kind::count, exactly(40)));
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(40));
  CHECK(talk.state.phase == Phase::asking);
}

TEST_CASE("A different value without a word of correction is asked about") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::inform, "37"}.with(Kind::count, exactly(37)));
  talk.say(Says{Intent::inform, "it is about 12 citizens"}.with(Kind::count, exactly(12)));
  CHECK(talk.said("repair.dispute"));
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(37));

  SECTION("the old one holds") {
    talk.press("do:keep");
    CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(37));
  }
  SECTION("the new one holds") {
    talk.press("do:replace");
    CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(12));
  }
  SECTION("it is not known: the old one stands") {
    talk.say(Says{Intent::dont_know, "no idea"});
    CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(37));
  }
  CHECK_FALSE(talk.state.disputed.has_value());
}

TEST_CASE("A more precise value is no contradiction") {
  Reported talk;
  talk.until(FactId::occurred);
  talk.say(Says{Intent::inform, "on Monday"}.with(Kind::time, day("2026-11-16")));
  talk.say(Says{Intent::inform, "it happened at ten"}.with(Kind::occurred, minute("2026-11-16T10:00")));
  CHECK_FALSE(talk.state.disputed.has_value());
  CHECK(*talk.record()->known<When>(FactId::occurred) == minute("2026-11-16T10:00"));
}

TEST_CASE("The wording changes with each time and the third leaves the fact open") {
  Reported talk;
  talk.until(FactId::affected);
  CHECK(talk.said("ask.affected"));
  talk.say(Says{Intent::inform, "hm"});
  CHECK(talk.said("ask.affected.again"));
  CHECK(talk.said("repair.misunderstood"));
  talk.say(Says{Intent::inform, "hm"});
  CHECK(talk.said("ask.affected.last"));
  CHECK(talk.said("repair.example.count"));
  talk.say(Says{Intent::inform, "hm"});
  CHECK(talk.said("repair.left_open"));
  CHECK(talk.offers("do:human"));
  const incident::Fact* fact = talk.record()->find(FactId::affected);
  REQUIRE(fact != nullptr);
  CHECK(fact->status == FactStatus::not_known_yet);
  CHECK(fact->reason == "asked_three_times");
  // Wednesday 18 November: the next working day at nine in Copenhagen.
  CHECK(fact->ask_again_at == at("2026-11-19T08:00:00Z"));
}

TEST_CASE("Over a weekend an open fact is asked for on Monday") {
  Reported talk{"muni", "2026-11-20T12:00:00Z"};
  talk.until(FactId::affected);
  talk.say(Says{Intent::dont_know, "no idea"});
  CHECK(talk.record()->find(FactId::affected)->ask_again_at == at("2026-11-23T08:00:00Z"));
  CHECK(talk.record()->find(FactId::affected)->reason == "reporter_does_not_know");
}

TEST_CASE("What is skipped is asked once more at the end") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::skip, "later"});
  CHECK(talk.state.asking != talk.question(FactId::affected));
  CHECK(talk.record()->find(FactId::affected) == nullptr);
  talk.until(FactId::affected);
  talk.say(Says{Intent::skip, "later"});
  CHECK(talk.record()->find(FactId::affected)->status == FactStatus::not_known_yet);
  CHECK(talk.state.phase == Phase::reading_back);
}

TEST_CASE("Undo takes back what the last message changed and asks again") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::inform, "37 patients"}.with(Kind::count, exactly(37)).with(Kind::data_subject, "patients"));
  talk.say(Says{Intent::undo, "undo"});
  CHECK(talk.record()->find(FactId::affected) == nullptr);
  CHECK(talk.record()->find(FactId::data_subjects) == nullptr);
  CHECK(talk.state.asking == talk.question(FactId::affected));
  CHECK(talk.said("ask.affected"));
}

TEST_CASE("Undo never takes back the report itself") {
  Reported talk;
  talk.say(Says{Intent::undo, "undo"});
  CHECK(talk.said("repair.undo.nothing"));
  CHECK(talk.record()->find(FactId::what_happened) != nullptr);
}

TEST_CASE("Back asks the question before and keeps its answer until there is another") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::inform, "37"}.with(Kind::count, exactly(37)));
  talk.say(Says{Intent::back, "back"});
  CHECK(talk.state.asking == talk.question(FactId::affected));
  CHECK(talk.said("repair.change"));
  talk.press("do:keep");
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(37));
  CHECK(talk.state.asking != talk.question(FactId::affected));
}

TEST_CASE("Asides are answered and the same question is asked again") {
  struct Row {
    Intent intent;
    const char* topic;
    const char* answer;
  };
  const auto row = GENERATE(
      Row{Intent::why, "", "ask.affected.why"}, Row{Intent::ask_definition, "personal_data", "explain.personal_data"},
      Row{Intent::ask_definition, "blame", "explain.blame"}, Row{Intent::ask_help, "", "repair.example.count"},
      Row{Intent::smalltalk, "", "general.smalltalk"}, Row{Intent::out_of_scope, "", "repair.out_of_scope"},
      Row{Intent::show_summary, "", "repair.summary"}, Row{Intent::repeat, "", "ask.affected"},
      Row{Intent::status, "", "receipt.status.draft"});
  INFO(row.answer);
  Reported talk;
  talk.until(FactId::affected);
  Says aside{row.intent, "an aside"};
  if (*row.topic != '\0') aside.with(Kind::topic, row.topic);
  talk.say(aside);
  CHECK(talk.said(row.answer));
  CHECK(talk.state.asking == talk.question(FactId::affected));
  CHECK((talk.said("ask.affected") || talk.said("ask.affected.again")));
  CHECK(talk.record()->find(FactId::affected) == nullptr);
}

TEST_CASE("A frightened question beside a fact is answered and the fact is kept") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::inform, "it was 37, do I get fired"}.with(Kind::count, exactly(37)).with(Kind::topic, "blame"));
  CHECK(talk.said("explain.blame"));
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(37));
}

TEST_CASE("Starting over is confirmed and keeps the receipt") {
  Reported talk;
  talk.until(FactId::affected);
  const auto receipt = talk.record()->receipt;
  talk.say(Says{Intent::start_over, "start over"});
  CHECK(talk.said("repair.restart.sure"));
  SECTION("no") {
    talk.say(Says{Intent::no, "no"});
    CHECK(talk.state.asking == talk.question(FactId::affected));
    CHECK(talk.record()->find(FactId::what_happened) != nullptr);
  }
  SECTION("yes") {
    talk.press("do:yes");
    CHECK(talk.record()->receipt == receipt);
    CHECK(talk.record()->find(FactId::what_happened) == nullptr);
    talk.say(Says{Intent::inform, "a letter went to a neighbour"});
    CHECK(talk.record()->known<PersonalText>(FactId::what_happened)->reveal() == "a letter went to a neighbour");
  }
}

TEST_CASE("Cancelling is confirmed and leaves the draft in the log as withdrawn") {
  Reported talk{"dsop"};  // nobody has been told yet
  REQUIRE(talk.record()->told.empty());
  const IncidentId id = *talk.state.incident;
  talk.say(Says{Intent::cancel, "forget it"});
  CHECK(talk.said("repair.cancel.sure"));
  CHECK(talk.records.at(id).state == incident::State::draft);
  talk.say(Says{Intent::yes, "yes"});
  CHECK(talk.said("repair.cancel.done"));
  CHECK(talk.records.at(id).state == incident::State::withdrawn);
  CHECK(talk.state.phase == Phase::idle);
  talk.say(Says{Intent::report_breach, "now something else happened"});
  CHECK(talk.records.size() == 2);
}

TEST_CASE("A report that others act on is not withdrawn by its reporter alone") {
  Talk talk{"dsop"};
  talk.say(Says{Intent::report_breach, "somebody is in our servers right now"}.with(Kind::ongoing, "yes"));
  talk.say(Says{Intent::cancel, "forget it"});
  talk.say(Says{Intent::yes, "yes"});
  CHECK(talk.said("repair.cancel.too_late"));
  CHECK(talk.record()->state == incident::State::reported);
  CHECK(talk.notes.size() == 1);
}

TEST_CASE("A paused report is with the adviser and goes on where it was") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::pause, "save it"});
  CHECK(talk.state.phase == Phase::paused);
  CHECK(talk.effects["allow_resume"] == 1);
  CHECK(talk.record()->handed_in_at.has_value());
  CHECK_FALSE(talk.timers["nudge"]);
  SECTION("by saying so") {
    talk.say(Says{Intent::resume, "go on"});
    CHECK(talk.said("repair.resume.here"));
    CHECK(talk.state.asking == talk.question(FactId::affected));
  }
  SECTION("by just going on") {
    talk.say(Says{Intent::inform, "it was 37"}.with(Kind::count, exactly(37)));
    CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(37));
    CHECK(talk.state.phase == Phase::asking);
  }
}

TEST_CASE("A report is resumed in another conversation by number and code") {
  Reported talk;
  talk.say(Says{Intent::pause, "save it"});
  const IncidentId id = *talk.state.incident;
  talk.state = State{};
  talk.say(Says{Intent::resume, "resume"});
  CHECK(talk.said("repair.resume.not_found"));
  talk.resumable = id;
  talk.say(Says{Intent::resume, "resume V-2026-AAAA-1 CODE2"});
  CHECK(talk.said("repair.resume.found"));
  CHECK(talk.state.incident == id);
  CHECK(talk.effects["attach"] == 1);
  CHECK(talk.state.phase == Phase::asking);
}

TEST_CASE("Asking for a person hands over at once and asks how to reach the reporter") {
  Reported talk;
  talk.say(Says{Intent::human, "let me talk to somebody"});
  CHECK(talk.said("repair.human"));
  CHECK(talk.record()->human_asked);
  CHECK(talk.record()->state == incident::State::reported);
  CHECK(talk.said("ask.reporter_contact"));
  CHECK(talk.offers("do:refuse"));
  talk.press("do:refuse");
  CHECK(talk.record()->find(FactId::reporter_contact)->status == FactStatus::refused);
}

TEST_CASE("A change of language asks the same question and loses nothing") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::change_language, "nynorsk"}.with(Kind::language, "nn"));
  CHECK(talk.state.locale == Locale::nn);
  CHECK(talk.state.locale_chosen);
  CHECK(talk.said("ask.affected"));
  SECTION("a chosen language is not followed away from") {
    Says english{Intent::inform, "there were about forty of them in the list"};
    english.locale_confidence = 1;
    talk.say(english);
    CHECK(talk.state.locale == Locale::nn);
  }
}

TEST_CASE("Silence brings a nudge and then hands over incomplete") {
  Reported talk;
  talk.silence("nudge");
  CHECK(talk.said("general.nudge"));
  CHECK(talk.said("ask.ongoing"));
  CHECK(talk.timers["handover"]);
  talk.silence("handover");
  CHECK(talk.said("general.handed_over"));
  CHECK(talk.record()->state == incident::State::reported);
  CHECK_FALSE(talk.record()->complete);
  CHECK(talk.effects["tell"] > 0);
  SECTION("who comes back goes on") {
    talk.press("no");
    talk.say(Says{Intent::inform, "37 people"}.with(Kind::count, exactly(37)));
    CHECK(talk.state.phase == Phase::asking);
  }
  SECTION("a late timer says nothing") {
    CHECK(talk.silence("nudge").replies.empty());
  }
}

TEST_CASE("A clearly new breach after handing in opens a second report") {
  Reported talk;
  talk.say(Says{Intent::submit, "send"});
  talk.press("do:hand_in");
  const IncidentId first = *talk.state.incident;
  talk.say(Says{Intent::report_breach, "a laptop was stolen from my car too"}.with(Kind::breach_kind, "lost_device"));
  CHECK(talk.records.size() == 2);
  CHECK(talk.record()->choice(FactId::breach_kind) == "lost_device");
  CHECK(talk.record()->known<PersonalText>(FactId::what_happened)->reveal() == "a laptop was stolen from my car too");
  CHECK(talk.state.earlier == std::vector<IncidentId>{first});
  CHECK(talk.said("repair.new_report"));
}

TEST_CASE("While asking a story of another kind is asked about before it is filed") {
  Reported talk;
  talk.say(Says{Intent::report_breach, "and a laptop was stolen from my car"}
               .with(Kind::breach_kind, "lost_device")
               .with(Kind::count, exactly(9)));
  CHECK(talk.said("repair.same_or_new"));
  CHECK(talk.record()->choice(FactId::breach_kind) == "misdirected_message");
  SECTION("the same") {
    talk.press("do:same");
    CHECK(talk.records.size() == 1);
    CHECK(talk.notes.size() == 1);
    CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(9));
  }
  SECTION("a new one") {
    talk.press("do:new");
    CHECK(talk.records.size() == 2);
    CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(9));
    CHECK(talk.records.begin()->second.handed_in_at.has_value());
  }
}

TEST_CASE("Times that cannot be are questioned") {
  Reported talk{"muni", "2026-11-18T10:00:00Z"};
  SECTION("the future") {
    talk.until(FactId::occurred);
    talk.say(Says{Intent::inform, "tomorrow"}.with(Kind::time, day("2026-11-19")));
    CHECK(talk.said("repair.time.future"));
    CHECK(talk.state.asking == talk.question(FactId::occurred));
    CHECK(talk.record()->find(FactId::occurred) == nullptr);
  }
  SECTION("noticed before it happened") {
    talk.until(FactId::occurred);
    talk.say(Says{Intent::inform, "on Monday"}
                 .with(Kind::occurred, day("2026-11-16"))
                 .with(Kind::discovered, day("2026-11-15")));
    CHECK(talk.said("repair.time.order"));
    talk.press("do:edit:detected");
    talk.say(Says{Intent::inform, "on Tuesday"}.with(Kind::time, day("2026-11-17")));
    CHECK(*talk.record()->known<When>(FactId::detected) == day("2026-11-17"));
  }
  SECTION("the hour that comes twice") {
    talk.until(FactId::occurred);
    talk.say(Says{Intent::inform, "25 October at 2.30"}.with(Kind::time, minute("2026-10-25T02:30")));
    CHECK(talk.said("repair.dst"));
    talk.press("do:replace");
    CHECK(talk.record()->known<When>(FactId::occurred)->second_passage);
    CHECK_FALSE(talk.said("repair.dst"));
  }
}

TEST_CASE("A time to come hides nothing else that the message says") {
  Reported talk;
  talk.until(FactId::occurred);
  talk.say(Says{Intent::inform, "it goes on and will until tomorrow"}
               .with(Kind::time, day("2026-11-19"))
               .with(Kind::ongoing, "yes"));
  CHECK(talk.said("repair.time.future"));
  CHECK(talk.record()->choice(FactId::ongoing) == "yes");
  CHECK(talk.said("contain.ongoing"));
  CHECK(talk.effects["tell"] > 0);
}

TEST_CASE("A time that is known is not asked for anew because of one to come") {
  Reported talk;
  talk.until(FactId::occurred);
  talk.say(Says{Intent::inform, "yesterday"}.with(Kind::time, day("2026-11-17")));
  talk.say(Says{Intent::inform, "it happened tomorrow"}.with(Kind::occurred, day("2026-11-19")));
  CHECK(talk.said("repair.time.future"));
  CHECK(talk.offers("do:keep"));
  CHECK(*talk.record()->known<When>(FactId::occurred) == day("2026-11-17"));
}

TEST_CASE("An answer that is being changed may be kept also after an aside") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::inform, "37"}.with(Kind::count, exactly(37)));
  talk.press("do:edit:affected");
  for (const Intent aside : {Intent::why, Intent::repeat, Intent::ask_help}) {
    talk.say(Says{aside, "hm?"});
    CHECK(talk.offers("do:keep"));
  }
  talk.say(Says{Intent::inform, "hm"});
  talk.say(Says{Intent::inform, "hm"});
  talk.say(Says{Intent::inform, "hm"});
  CHECK(talk.state.asking != talk.question(FactId::affected));
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(37));
}

TEST_CASE("Whoever chats while a line is to be chosen is taken back to the questions") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::correct, "that was wrong"});
  REQUIRE(talk.state.phase == Phase::correcting);
  for (int i = 0; i < 3; ++i) talk.say(Says{Intent::out_of_scope, "what will the weather be"});
  CHECK(talk.state.phase == Phase::asking);
}

TEST_CASE("Every sentence that tells something is kept") {
  Reported talk;
  const auto noted = [&](const std::string& words) { return talk.kept.at(*talk.state.incident).contains(words); };
  SECTION("also the second contradiction while the first is open") {
    talk.until(FactId::affected);
    talk.say(Says{Intent::inform, "37"}.with(Kind::count, exactly(37)));
    talk.say(Says{Intent::submit, "send"});
    talk.press("do:hand_in");
    talk.say(Says{Intent::inform, "there were 12 of them in it"}.with(Kind::count, exactly(12)));
    REQUIRE(talk.state.disputed == FactId::affected);
    talk.say(Says{Intent::inform, "there were 99 of them in it"}.with(Kind::count, exactly(99)));
    CHECK(noted("there were 12 of them in it"));
    CHECK(noted("there were 99 of them in it"));
  }
  SECTION("also what is longer than a quotation") {
    talk.until(FactId::affected);
    std::string words = "37, and then";
    for (int i = 0; i < 300; ++i) words += " so on";
    talk.say(Says{Intent::inform, words}.with(Kind::count, exactly(37)));
    CHECK(noted(words));
  }
}

TEST_CASE("Leaving a draft for another report hands it over as far as it got") {
  Reported talk;
  talk.say(Says{Intent::pause, "save it"});
  const IncidentId paused = *talk.state.incident;
  talk.state = State{};
  talk.say(Says{Intent::report_breach, "a laptop was stolen from my car"}.with(Kind::breach_kind, "lost_device"));
  const IncidentId draft = *talk.state.incident;
  talk.resumable = paused;
  talk.say(Says{Intent::resume, "resume V-2026-AAAA-1 CODE2"});
  CHECK(talk.state.incident == paused);
  CHECK(talk.records.at(draft).handed_in_at);
  CHECK(talk.state.earlier == std::vector<IncidentId>{draft});
}

TEST_CASE("Resuming the report that is talked about goes on with it and attaches nothing") {
  Reported talk;
  talk.say(Says{Intent::pause, "save it"});
  talk.resumable = talk.state.incident;
  const Decision decision = talk.say(Says{Intent::resume, "resume V-2026-AAAA-1 CODE2"}, std::nullopt, {"file"});
  CHECK(talk.said("repair.resume.here"));
  CHECK(talk.effects["attach"] == 0);
  CHECK(talk.state.phase == Phase::asking);
  CHECK(talk.record()->attachments == std::vector<std::string>{"file"});
}

TEST_CASE("A file that comes with a second report belongs to that one") {
  Reported talk;
  talk.say(Says{Intent::submit, "send"});
  talk.press("do:hand_in");
  const IncidentId first = *talk.state.incident;
  talk.say(Says{Intent::report_breach, "a laptop was stolen from my car too"}.with(Kind::breach_kind, "lost_device"),
           std::nullopt, {"file"});
  REQUIRE(talk.state.incident != first);
  CHECK(talk.record()->attachments == std::vector<std::string>{"file"});
  CHECK(talk.records.at(first).attachments.empty());
}

// A story of another kind, told before it is clear whether it is a second report.
struct InDoubt : Reported {
  const std::string story = "a laptop was stolen from my car too";
  InDoubt() {
    until(FactId::affected);
    say(Says{Intent::report_breach, story}.with(Kind::breach_kind, "lost_device").with(Kind::data_category, "health"));
    REQUIRE_FALSE(state.held.empty());
  }
  [[nodiscard]] bool noted() const {
    return std::any_of(notes.begin(), notes.end(), [&](const std::string& note) { return note.starts_with(story); });
  }
};

TEST_CASE("A story in doubt is kept with the report however the talk goes on") {
  InDoubt talk;
  const IncidentId report = *talk.state.incident;
  SECTION("the person falls silent") {
    talk.silence("nudge");
    talk.silence("handover");
    CHECK(talk.record()->handed_in_at);
  }
  SECTION("asks for somebody to talk to") {
    talk.say(Says{Intent::human, "I want to talk to somebody"});
  }
  SECTION("pauses") {
    talk.say(Says{Intent::pause, "save it"});
  }
  SECTION("does not know") {
    talk.say(Says{Intent::dont_know, "no idea"});
    CHECK(talk.said("repair.same_report"));
  }
  SECTION("will say it later") {
    talk.say(Says{Intent::skip, "later"});
    CHECK(talk.said("repair.same_report"));
  }
  SECTION("says nothing to the purpose") {
    for (int i = 0; i < 3; ++i) talk.say(Says{Intent::inform, "hm"});
    CHECK(talk.said("repair.same_report"));
  }
  SECTION("starts over") {
    talk.say(Says{Intent::start_over, "start over"});
    talk.press("do:yes");
    CHECK(talk.said("repair.restart.done"));
  }
  SECTION("cancels") {
    talk.say(Says{Intent::cancel, "cancel"});
    talk.press("do:yes");
  }
  SECTION("tells more of it") {
    talk.say(
        Says{Intent::report_breach, "somebody broke the window of the car"}.with(Kind::breach_kind, "lost_device"));
    CHECK(talk.said("repair.same_or_new"));
    talk.press("do:same");
    CHECK(talk.notes.back() == talk.story + "\nsomebody broke the window of the car");
  }
  CHECK(talk.state.held.empty());
  CHECK(talk.noted());
  CHECK(talk.records.size() == 1);
  CHECK(talk.records.contains(report));
}

TEST_CASE("What the same report is told of joins the lists that are known") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::inform, "names were in it"}.with(Kind::data_category, "name"));
  talk.say(Says{Intent::report_breach, "a laptop was stolen from my car too"}
               .with(Kind::breach_kind, "lost_device")
               .with(Kind::data_category, "health"));
  talk.press("do:same");
  CHECK(talk.said("repair.grown"));
  CHECK(talk.record()->known<incident::Codes>(FactId::data_categories)->codes ==
        std::vector<std::string>{"health", "name"});
  CHECK(talk.record()->choice(FactId::breach_kind) == "misdirected_message");
}

TEST_CASE("Whoever asks for a person a fourth time is not asked for a number again") {
  Reported talk;
  for (int i = 0; i < 3; ++i) {
    talk.say(Says{Intent::human, "let me talk to somebody"});
    talk.state.asking.clear();
  }
  talk.say(Says{Intent::human, "let me talk to somebody"});
  CHECK(talk.said("repair.human.meanwhile"));
}

TEST_CASE("Each line of the read-back can be changed by its number") {
  Reported talk;
  talk.say(Says{Intent::submit, "send"});
  REQUIRE(talk.state.phase == Phase::reading_back);
  talk.say(Says{Intent::inform, "2"});
  CHECK_FALSE(talk.state.asking.empty());
  CHECK(talk.said("repair.change"));
  talk.press("do:keep");
  CHECK(talk.state.phase != Phase::handed_in);
}

TEST_CASE("Words that fit no question are kept as a note") {
  Reported talk;
  talk.until(FactId::affected);
  talk.say(Says{Intent::inform, "the printer on the second floor is involved somehow"});
  REQUIRE(talk.notes.size() == 1);
  CHECK(talk.notes[0] == "the printer on the second floor is involved somehow");
}

TEST_CASE("What is masked is never echoed nor kept in clear") {
  Talk talk;
  Says says{Intent::report_breach, "sent 010101-1234 to a stranger"};
  says.masked = "sent ****** to a stranger";
  const Decision decision = talk.say(says.with(Kind::national_id, "010101-1234"));
  for (const Reply& reply : decision.replies)
    for (const Message& message : reply.paragraphs)
      for (const auto& [name, value] : message.arguments)
        if (const auto* text = std::get_if<std::string>(&value)) CHECK(text->find("1234") == std::string::npos);
  for (const auto& [fact, entry] : talk.record()->facts) {
    CHECK(entry.source.words.reveal().find("1234") == std::string::npos);
    if (const auto* text = std::get_if<PersonalText>(&entry.value))
      CHECK(text->reveal().find("1234") == std::string::npos);
  }
}

}  // namespace
}  // namespace varsel::dialog::test
