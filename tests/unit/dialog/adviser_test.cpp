// Case work by chat: who may give which command, and what each does.
#include "dialog/adviser.h"

#include <algorithm>

#include "incident/deadlines.h"
#include "incident/group.h"
#include "incident/state.h"
#include "tests/unit/dialog/talk.h"

namespace varsel::dialog {
namespace {

using incident::FactId;
namespace event = incident::event;

// A case in which others are affected and a group has been summoned.
class Case {
 public:
  explicit Case(Role role, const std::string& subject = "consumer_a.security", const std::string& name = "dsop")
      : procedures_(test::procedures(name)) {
    state.phase = Phase::case_work;
    state.role = static_cast<std::uint8_t>(role);
    state.subject = subject;
    happens(event::Opened{ReceiptNumber{"V-2026-TEST-A"}, name, procedures_.playbook.organisation, "Europe/Oslo",
                          Locale::nb, "web", ConversationId{"c"}});
    happens(event::AwarenessSet{now, "first_report"});
    states(FactId::what_happened, PersonalText{"The words of the reporter"});
    states(FactId::nature, std::string{"both"});
    states(FactId::affected_parties, incident::Codes{{"provider_a", "provider_b"}, {}});
    happens(event::ContactTold{"provider_a.security", "security", PartyId{"provider_a"}, "D4", "key"});
  }

  void happens(event::Opened body) { apply({now, PersonId{"reporter"}, std::move(body)}); }
  template <class Body>
  void happens(Body body) {
    apply({now, PersonId{"somebody"}, std::move(body)});
  }
  void states(FactId fact, incident::FactValue value) {
    incident::Fact entry;
    entry.value = std::move(value);
    happens(event::FactStated{fact, entry});
  }
  void meet() {
    happens(event::GroupSummoned{now + std::chrono::hours{1},
                                 now + std::chrono::hours{2},
                                 "uid",
                                 0,
                                 {"consumer_a.security", "provider_a.security", "provider_b.security"}});
  }
  void reach(incident::State to) { happens(event::StateChanged{to, "test"}); }

  Decision say(const std::string& words, std::optional<std::string> choice = std::nullopt,
               intents::Intent intent = intents::Intent::inform) {
    input::Said said;
    said.understanding = test::Says{intent, words};
    said.choice = std::move(choice);
    said.person = PersonId{"somebody"};
    said.channel = "test";
    World world{procedures_.playbook, procedures_.contacts, &record, now, {}, {}, {}, {}, nullptr};
    Decision decision = case_step(state, said, world);
    for (const Effect& effect : decision.effects)
      if (const auto* append = std::get_if<effect::Append>(&effect)) happens(append->body);
    last = decision.replies.empty() ? Reply{} : decision.replies.back();
    return decision;
  }
  Decision greet() {
    World world{procedures_.playbook, procedures_.contacts, &record, now, {}, {}, {}, {}, nullptr};
    Decision decision = case_greeting(state, world);
    last = decision.replies.empty() ? Reply{} : decision.replies.back();
    return decision;
  }

  [[nodiscard]] bool said(const std::string& id) const {
    return std::any_of(last.paragraphs.begin(), last.paragraphs.end(),
                       [&](const Message& one) { return one.id == id; });
  }
  [[nodiscard]] bool offers(const std::string& code) const {
    return std::any_of(last.options.begin(), last.options.end(), [&](const Option& one) { return one.code == code; });
  }
  [[nodiscard]] std::string everything(Locale locale) const {
    const locales::Catalog catalog{procedures_.playbook.texts};
    std::string text;
    for (const Message& one : last.paragraphs) {
      const auto rendered = catalog.render(one, locale, procedures_.playbook.procedure.zone);
      INFO(one.id);
      CHECK_FALSE(rendered.problem.has_value());
      text += rendered.text + "\n";
    }
    for (const Option& one : last.options) {
      INFO(one.label.id);
      CHECK_FALSE(catalog.render(one.label, locale, procedures_.playbook.procedure.zone).problem.has_value());
    }
    return text;
  }

  State state;
  incident::Record record;
  Reply last;
  Instant now = test::at("2026-11-18T10:00:00Z");

 private:
  void apply(const incident::Event& event) { incident::apply(record, event); }
  const test::Procedures& procedures_;
};

template <class Body>
int appended(const Decision& decision) {
  return static_cast<int>(std::count_if(decision.effects.begin(), decision.effects.end(), [](const Effect& effect) {
    const auto* append = std::get_if<effect::Append>(&effect);
    return append != nullptr && std::holds_alternative<Body>(append->body);
  }));
}

// Anything but timers, which every turn of a conversation settles.
bool changes(const Decision& decision) {
  return std::any_of(decision.effects.begin(), decision.effects.end(), [](const Effect& effect) {
    return !std::holds_alternative<effect::CancelTimer>(effect) && !std::holds_alternative<effect::SetTimer>(effect);
  });
}

TEST_CASE("Every command is refused to the roles that may not give it and changes nothing then", "[adviser]") {
  for (const CaseCommand& command : case_commands()) {
    for (const Role role : {Role::contact, Role::adviser, Role::reporter}) {
      Case one{role};
      one.meet();
      const Decision decision = one.say("/" + std::string{command.id} + " x");
      const bool may = role == Role::contact ? command.for_contact : role == Role::adviser && command.for_adviser;
      INFO(command.id << " role " << static_cast<int>(role));
      CHECK(one.said("case.refused.role") == !may);
      if (!may) CHECK_FALSE(changes(decision));
      for (const Locale locale : kLocales) CHECK_FALSE(one.everything(locale).empty());
    }
  }
}

TEST_CASE("A command is known by its words in each language and by its slash form", "[adviser]") {
  struct Row {
    std::string words;
    std::string id;
  };
  const std::vector<Row> rows{{"status", "case.status"},
                              {"Hvor står sagen?", "case.status"},
                              {"HVOR STÅR SAKEN", "case.status"},
                              {"kvar står saka", "case.status"},
                              {"where does it stand?", "case.status"},
                              {"/status", "case.status"},
                              {"vis loggen", "case.log"},
                              {"vis logg", "case.log"},
                              {"show log", "case.log"},
                              {"hjælp", "case.help"},
                              {"Hjelp!", "case.help"},
                              {"help", "case.help"},
                              {"kontakter", "case.contacts"},
                              {"kontaktar", "case.contacts"},
                              {"contacts", "case.contacts"},
                              {"vælg", "case.choose.which"},
                              {"velg", "case.choose.which"},
                              {"choose", "case.choose.which"},
                              {"afvis", "case.dismiss.how"},
                              {"avvis", "case.dismiss.how"},
                              {"dismiss", "case.dismiss.how"},
                              {"beslut", "case.decide.how"},
                              {"avgjør", "case.decide.how"},
                              {"avgjer", "case.decide.how"},
                              {"decide", "case.decide.how"},
                              {"registrer", "case.set.how"},
                              {"set", "case.set.how"},
                              {"luk sagen", "case.refused.state"},
                              {"lukk saka", "case.refused.state"},
                              {"close the case", "case.refused.state"},
                              {"overdraget til", "case.handed.which"},
                              {"overlevert til", "case.handed.which"},
                              {"rapporter status", "case.report_status.how"},
                              {"report status", "case.report_status.how"},
                              {"udført", "case.done.which"},
                              {"utført", "case.done.which"},
                              {"done", "case.done.which"},
                              {"log files show the intrusion", "case.noted"},
                              {"The status page was down", "case.noted"}};
  for (const Row& row : rows) {
    Case one{Role::adviser};
    one.meet();
    (void)one.say(row.words);
    INFO(row.words);
    CHECK(one.said(row.id));
  }
}

TEST_CASE("A contact never sees the reporter nor anything in own words", "[adviser]") {
  for (const std::string words : {"status", "log", "contacts", "help"}) {
    Case one{Role::contact};
    one.meet();
    one.happens(event::StatusReported{PersonalText{"Secret status"}});
    one.states(FactId::cause, PersonalText{"A cause in own words"});
    one.states(FactId::systems, incident::Codes{{}, PersonalText{"A system by name"}});
    (void)one.say(words);
    for (const Locale locale : kLocales) {
      const std::string shown = one.everything(locale);
      CHECK(shown.find("words") == std::string::npos);
      CHECK(shown.find("Secret") == std::string::npos);
      CHECK(shown.find("by name") == std::string::npos);
      CHECK(shown.find("reporter\n") == std::string::npos);
    }
  }
  Case adviser{Role::adviser};
  (void)adviser.say("log");
  CHECK(adviser.everything(Locale::en).find("The words of the reporter") != std::string::npos);
}

TEST_CASE("The link greets with where the case stands and what can be answered", "[adviser]") {
  Case one{Role::contact, "provider_a.security"};
  one.meet();
  (void)one.greet();
  CHECK(one.said("case.greet.contact"));
  CHECK(one.said("case.clock.runs"));
  CHECK(one.offers("case:accept"));
  CHECK(one.offers("case:decline"));
  Case over{Role::adviser};
  over.now += std::chrono::hours{80};
  (void)over.greet();
  CHECK(over.said("case.greet.adviser"));
  CHECK(over.said("case.clock.over"));
}

TEST_CASE("An invited contact answers and somebody else cannot", "[adviser]") {
  Case one{Role::contact, "provider_a.security"};
  CHECK_FALSE(changes(one.say("accept")));
  CHECK(one.said("case.refused.no_group"));
  one.meet();
  CHECK(appended<event::AttendeeAnswered>(one.say("jeg deltager")) == 1);
  CHECK(one.record.group->answers.at("provider_a.security") == "accepted");
  CHECK(appended<event::AttendeeAnswered>(one.say("", "case:decline")) == 1);
  CHECK(one.record.group->answers.at("provider_a.security") == "declined");
  Case other{Role::contact, "consumer_b.security"};
  other.meet();
  CHECK_FALSE(changes(other.say("accept")));
  CHECK(other.said("case.refused.not_invited"));
}

// Contacts of the own organisation work on the case as advisers, and are invited like everybody else.
TEST_CASE("An invited adviser answers too", "[adviser]") {
  Case one{Role::adviser, "provider_a.security"};
  one.meet();
  CHECK(appended<event::AttendeeAnswered>(one.say("accept")) == 1);
  CHECK(one.record.group->answers.at("provider_a.security") == "accepted");
}

TEST_CASE("The contact person is chosen and then the coordinator steps back", "[adviser]") {
  Case one{Role::contact, "coordinator.duty"};
  one.meet();
  CHECK_FALSE(changes(one.say("step back")));
  CHECK(one.said("case.step_back.choose_first"));
  (void)one.say("choose");
  CHECK(one.offers("case:choose:provider_a.security"));
  CHECK(appended<event::ContactPersonChosen>(one.say("velg Bank A (eksempel)")) == 1);
  CHECK(one.record.group->contact_person == "provider_a.security");
  CHECK(one.offers("case:step_back"));
  CHECK(appended<event::CoordinatorSteppedBack>(one.say("", "case:step_back")) == 1);
  CHECK_FALSE(one.record.group->coordinator_active);

  Case member{Role::contact, "provider_a.security"};
  member.meet();
  member.happens(event::ContactPersonChosen{"provider_a.security"});
  CHECK_FALSE(changes(member.say("step back")));
  CHECK(member.said("case.refused.not_coordinator"));
  CHECK(appended<event::StatusReported>(member.say("report status: the fault has been found")) == 1);
  CHECK(member.record.group->status_reports.back().second.reveal() == "the fault has been found");
}

TEST_CASE("The report is handed over party by party until nobody is owed it", "[adviser]") {
  Case one{Role::adviser};
  one.meet();
  (void)one.say("report handed to");
  CHECK(one.offers("case:handed:provider_a"));
  CHECK(one.offers("case:handed:provider_b"));
  CHECK(appended<event::ReportHandedOver>(one.say("", "case:handed:provider_a")) == 1);
  CHECK(one.said("case.group.report_owed"));
  CHECK_FALSE(one.offers("case:handed:provider_a"));
  CHECK(appended<event::ReportHandedOver>(one.say("overlevert til Bank B (eksempel)")) == 1);
  CHECK(one.said("case.handed.all"));
}

TEST_CASE("A suspicion is dismissed only with a reason and cancels the meeting", "[adviser]") {
  Case one{Role::adviser};
  one.meet();
  one.states(FactId::certainty, std::string{"suspected"});
  one.reach(incident::State::triage);
  CHECK_FALSE(changes(one.say("dismiss")));
  const Decision decision = one.say("afvis det var en planlagt test");
  CHECK(appended<event::SuspicionSettled>(decision) == 1);
  CHECK(one.record.state == incident::State::no_breach);
  CHECK(one.record.suspicion_reason.reveal() == "det var en planlagt test");
  CHECK(std::any_of(decision.effects.begin(), decision.effects.end(),
                    [](const Effect& effect) { return std::holds_alternative<effect::CancelGroup>(effect); }));
  CHECK(appended<event::SuspicionSettled>(one.say("confirm the test was real")) == 1);
  CHECK(one.record.state == incident::State::breach);
}

TEST_CASE("Reading the contacts is recorded", "[adviser]") {
  Case one{Role::adviser};
  one.meet();
  const Decision decision = one.say("contacts");
  CHECK(std::any_of(decision.effects.begin(), decision.effects.end(), [](const Effect& effect) {
    const auto* reading = std::get_if<effect::Reading>(&effect);
    return reading != nullptr && reading->what == "contacts";
  }));
}

TEST_CASE("A case is refused closing with its reasons and closes when none is left", "[adviser]") {
  Case one{Role::adviser};
  one.meet();
  one.reach(incident::State::reported);
  (void)one.say("take the case");
  (void)one.say("confirm");
  (void)one.say("assess");
  CHECK(one.record.state == incident::State::assessment);
  (void)one.say("decide authority no");
  CHECK(one.said("guard.decision_without_reason"));
  (void)one.say("decide authority no, because the data were encrypted");
  (void)one.say("beslut registrerede nej, ingen risiko");
  CHECK(one.record.state == incident::State::decided);
  (void)one.say("approve");
  CHECK_FALSE(changes(one.say("close")));
  CHECK(one.said("guard.log_incomplete"));
  CHECK(one.said("case.open"));
  CHECK(one.said("case.group.report_owed"));
  one.states(FactId::occurred, test::day("2026-11-17"));
  one.states(FactId::cause, PersonalText{"x"});
  one.states(FactId::data_categories, incident::Codes{{"name"}, {}});
  one.states(FactId::affected, test::exactly(3));
  one.states(FactId::consequences, incident::Codes{{"none_known"}, {}});
  one.states(FactId::measures, incident::Codes{{"isolated"}, {}});
  (void)one.say("close");

  CHECK(one.said("guard.report_not_handed_over"));
  (void)one.say("", "case:handed:provider_a");
  (void)one.say("", "case:handed:provider_b");
  (void)one.say("luk sagen");
  CHECK(one.said("case.closed"));
  CHECK(one.record.state == incident::State::closed);
}

TEST_CASE("Facts are set by name and a contact may set only what its own systems tell it", "[adviser]") {
  Case adviser{Role::adviser};
  CHECK(appended<event::FactStated>(adviser.say("registrer årsag: forkert modtager valgt")) == 1);
  CHECK(adviser.record.known<PersonalText>(FactId::cause)->reveal() == "forkert modtager valgt");
  CHECK(appended<event::FactStated>(adviser.say("set authority notified yes")) == 1);
  CHECK(adviser.record.choice(FactId::authority_notified) == "yes");
  CHECK(appended<event::FactStated>(adviser.say("sett berørte parter Bank A (eksempel) og Bank C (eksempel)")) == 1);
  CHECK(adviser.record.known<incident::Codes>(FactId::affected_parties)->codes ==
        std::vector<std::string>{"provider_a", "provider_c"});
  CHECK_FALSE(changes(adviser.say("set occurred in the blue")));
  CHECK(adviser.said("case.set.not_understood"));
  Case contact{Role::contact};
  CHECK(appended<event::FactStated>(contact.say("set cause a wrong rule in the firewall")) == 1);
  CHECK_FALSE(changes(contact.say("set authority notified yes")));
  CHECK(contact.said("case.refused.adviser_only"));
}

TEST_CASE("A newly named party is told at once", "[adviser]") {
  Case one{Role::adviser};
  const Decision decision = one.say("set affected parties Bank C (example)");
  CHECK(std::any_of(decision.effects.begin(), decision.effects.end(),
                    [](const Effect& effect) { return std::holds_alternative<effect::Tell>(effect); }));
}

TEST_CASE("A step is done by its number and only by those whose step it is", "[adviser]") {
  Case one{Role::adviser};
  CHECK(appended<event::StepDone>(one.say("done 4 met at noon")) == 1);
  CHECK(one.record.steps_done.contains("consumer/summon"));
  Case bank{Role::contact, "provider_a.security"};
  CHECK_FALSE(changes(bank.say("done 1")));
  CHECK(bank.said("case.done.not_yours"));
  CHECK_FALSE(changes(bank.say("done 99")));
  CHECK(bank.said("case.done.which"));
}

TEST_CASE("What is no command is kept as a note and courtesy is not", "[adviser]") {
  Case one{Role::contact};
  CHECK(appended<event::NoteAdded>(one.say("We have closed the port on our side")) == 1);
  CHECK(one.said("case.noted"));
  CHECK(appended<event::NoteAdded>(one.say("thanks", std::nullopt, intents::Intent::smalltalk)) == 0);
  CHECK(appended<event::NoteAdded>(one.say("")) == 0);
  CHECK(appended<event::NoteAdded>(one.say("/unknown thing")) == 1);
}

TEST_CASE("Every guard and routing reason and duty and agenda point is worded in every language", "[adviser]") {
  std::vector<std::string> ids;
  for (const auto id : incident::kGuards) ids.emplace_back(id);
  for (const auto id : incident::kRoutingReasons) ids.emplace_back(id);
  for (const auto id : incident::kGroupAgenda) ids.emplace_back(id);
  for (const auto& rule : incident::deadline_rules()) ids.push_back("duty." + std::string{rule.duty});
  for (const CaseCommand& command : case_commands()) ids.push_back("case.help." + std::string{command.id});
  const locales::Catalog catalog;
  for (const auto& id : ids) {
    for (const Locale locale : kLocales) {
      INFO(id << " " << tag(locale));
      CHECK(catalog.has(id, locale));
    }
  }
}

TEST_CASE("A mail can only name its link and receipt and the time of a meeting or a deadline", "[adviser]") {
  const std::vector<std::string> harmless{"hours", "link", "receipt", "start"};
  const locales::Catalog catalog;
  int mails = 0;
  for (const auto& id : locales::Catalog::ids()) {
    if (!id.starts_with("mail.")) continue;
    ++mails;
    for (const Locale locale : kLocales) {
      INFO(id << " " << tag(locale));
      for (const auto& argument : catalog.arguments(id, locale))
        CHECK(std::find(harmless.begin(), harmless.end(), argument) != harmless.end());
      if (!id.ends_with(".body")) continue;
      const std::string text = catalog.render({id, {{"link", std::string{"LINK"}}}}, locale, Zone::utc()).text;
      CHECK(text.find("LINK") != std::string::npos);
      CHECK(text.find("TLP:AMBER") != std::string::npos);
    }
  }
  CHECK(mails >= 19);
}

}  // namespace
}  // namespace varsel::dialog
