#include "incident/record.h"

#include <set>

#include "incident/log.h"
#include "tests/catch.h"
#include "tests/unit/incident/builders.h"

namespace varsel::incident {
namespace {

using namespace test;

std::vector<FactId> mandatory() {
  return {FactId::occurred,     FactId::notified,        FactId::what_happened,
          FactId::cause,        FactId::data_categories, FactId::affected,
          FactId::consequences, FactId::measures,        FactId::authority_notified};
}

TEST_CASE("Every fact has a number and a name of its own and is found by its name") {
  std::set<FactId> numbers;
  for (const FactInfo& fact : kFacts) {
    CAPTURE(fact.name);
    CHECK(numbers.insert(fact.id).second);
    CHECK(fact_from(fact.name) == fact.id);
    CHECK(info(fact.id).name == fact.name);
  }
  CHECK_FALSE(fact_from("colour").has_value());
}

TEST_CASE("An incident remembers how it was opened") {
  const Record record = AnIncident().OpenedAt(at("2026-03-01T10:00:00Z")).Of("herning").In("Europe/Oslo");
  CHECK(record.organisation.str() == "herning");
  CHECK(record.zone == "Europe/Oslo");
  CHECK(record.reporter.str() == "console");
  CHECK(record.opened_at == at("2026-03-01T10:00:00Z"));
  CHECK(record.state == State::draft);
  CHECK(record.version == 1);
}

TEST_CASE("The last word on a fact counts and a withdrawn fact is gone") {
  AnIncident incident;
  incident.With(FactId::affected, Count{37, 37}).With(FactId::affected, Count{73, 73});
  CHECK(*incident.record().known<Count>(FactId::affected) == Count{73, 73});
  incident.Then(event::FactWithdrawn{FactId::affected});
  CHECK(incident.record().find(FactId::affected) == nullptr);
}

TEST_CASE("Only a known fact has a value") {
  const Record record = AnIncident()
                            .With(FactId::breach_kind, "lost_device")
                            .NotKnownYet(FactId::nature, "reporter_does_not_know", at("2026-11-17T08:00:00Z"))
                            .Refused(FactId::reporter_contact);
  CHECK(record.choice(FactId::breach_kind) == "lost_device");
  CHECK(record.choice(FactId::nature).empty());
  CHECK(record.known<PersonalText>(FactId::reporter_contact) == nullptr);
  CHECK(record.find(FactId::reporter_contact)->status == FactStatus::refused);
  CHECK(record.choice(FactId::contained).empty());
}

TEST_CASE("Handing in makes a draft reported and leaves a later state alone") {
  CHECK(AnIncident().Then(event::HandedIn{false, "silence"}).record().state == State::reported);
  CHECK(AnIncident().InState(State::triage).Then(event::HandedIn{true, "reporter"}).record().state == State::triage);
}

TEST_CASE("The first contact told fills the time of notification on the clock of the organisation") {
  // M6 field 2; 25 October 2026: 03:00 becomes 02:00, and the second 02:30 is meant
  AnIncident incident;
  incident.OpenedAt(at("2026-10-25T00:00:00Z"))
      .At(at("2026-10-25T01:30:20Z"))
      .Told("egedal.dpo", "egedal", "M7.own-dpo");
  incident.At(at("2026-10-25T08:00:00Z")).Told("herning.dpo", "herning", "M3.affected");
  const Record record = incident;
  const When* const notified = record.known<When>(FactId::notified);
  REQUIRE(notified != nullptr);
  CHECK(iso(notified->from) == "2026-10-25T02:30:00");
  CHECK(iso(notified->to) == "2026-10-25T02:31:00");
  CHECK(notified->second_passage);
  CHECK(record.find(FactId::notified)->source.rule == "M7.own-dpo");
  CHECK(record.told.size() == 2);
}

TEST_CASE("A stated time of notification is not overwritten by telling a contact") {
  const When stated{wall("2026-11-15T12:00"), wall("2026-11-15T13:00"), Precision::hour};
  CHECK(*AnIncident().With(FactId::notified, stated).Told("a", "egedal", "r").record().known<When>(FactId::notified) ==
        stated);
}

TEST_CASE("A zone that this system does not know does not stop the fold") {
  const Record record = AnIncident().In("Mars/Olympus").Told("a", "egedal", "r");
  CHECK(iso(record.known<When>(FactId::notified)->from) == "2026-11-16T09:01:00");
}

TEST_CASE("The log says what was decided about the authority") {
  const std::pair<const char*, const char*> rows[] = {{"notify", "yes"}, {"no", "no"}, {"undecided", "undecided"}};
  for (const auto& [outcome, code] : rows)
    CHECK(AnIncident().Decided("authority", outcome).record().choice(FactId::authority_notified) == code);
  CHECK(AnIncident().Decided("subjects", "inform").record().find(FactId::authority_notified) == nullptr);
}

TEST_CASE("A step is done at the time it was first said to be") {
  const Record record = AnIncident()
                            .Then(event::StepDone{"w", "link", ""})
                            .At(at("2026-11-18T09:00:00Z"))
                            .Then(event::StepDone{"w", "link", ""});
  CHECK(record.steps_done.at("w/link") == at("2026-11-16T09:01:00Z"));
}

TEST_CASE("Every event applies to every record") {
  const EventBody bodies[] = {event::Opened{},
                              event::FactStated{FactId::cause, {}},
                              event::FactWithdrawn{FactId::cause},
                              event::StateChanged{State::triage, ""},
                              event::SuspicionSettled{true, {}},
                              event::AwarenessSet{},
                              event::HandedIn{},
                              event::StepDone{},
                              event::ContactTold{},
                              event::ContactMissing{},
                              event::AttendeeAnswered{},
                              event::AttendeeEscalated{},
                              event::ContactPersonChosen{},
                              event::CoordinatorSteppedBack{},
                              event::StatusAsked{},
                              event::StatusReported{},
                              event::ReportHandedOver{},
                              event::DecisionTaken{},
                              event::AttachmentAdded{},
                              event::NoteAdded{},
                              event::HumanAsked{},
                              event::Duplicated{},
                              event::CaseTaken{"egedal.leader"},
                              event::GroupSummoned{}};
  STATIC_REQUIRE(std::size(bodies) == std::variant_size_v<EventBody>);
  Record record;
  for (const EventBody& body : bodies) {
    const std::uint64_t before = record.version;
    apply(record, {at("2026-11-16T09:00:00Z"), PersonId{"varsel"}, body});
    CHECK(record.version == before + 1);
    CHECK(record.changed_at == at("2026-11-16T09:00:00Z"));
    // Nothing about a group before it is summoned, which is the last of these.
    CHECK(record.group.has_value() == std::holds_alternative<event::GroupSummoned>(body));
  }
}

TEST_CASE("A group keeps answers and first invitations when the invitation is updated") {
  AnIncident incident;
  const Instant start = at("2026-11-16T12:00:00Z");
  const Instant end = at("2026-11-16T12:45:00Z");
  incident.Then(event::GroupSummoned{start, end, "uid", 0, {"a"}}).Then(event::AttendeeAnswered{"a", "accepted"});
  incident.Then(event::AttendeeEscalated{"a", "c"}).Then(event::AttendeeEscalated{"c", ""});
  incident.Then(event::GroupSummoned{start, end, "uid", 1, {"a", "c", "b"}});
  incident.Then(event::ContactPersonChosen{"b"}).Then(event::CoordinatorSteppedBack{});
  const Record record = incident;
  REQUIRE(record.group.has_value());
  CHECK(record.group->sequence == 1);
  CHECK(record.group->attendees == std::vector<std::string>{"a", "c", "b"});
  CHECK(record.group->answers.at("a") == "accepted");
  CHECK(record.group->invited_at.at("a") == at("2026-11-16T09:01:00Z"));
  CHECK(record.group->invited_at.at("c") == at("2026-11-16T09:03:00Z"));
  CHECK(record.group->invited_at.at("b") == at("2026-11-16T09:05:00Z"));
  CHECK(record.group->escalated.at("c").empty());
  CHECK(record.group->contact_person == "b");
  CHECK_FALSE(record.group->coordinator_active);
}

TEST_CASE("The mandatory log has nine fields in the order of the procedure") {
  const Record empty = AnIncident();
  CHECK(missing_log_fields(empty, For::closing) == mandatory());
  const auto rows = log_rows(empty);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].field == static_cast<int>(i) + 1);
    CHECK(rows[i].fact == mandatory()[i]);
    CHECK_FALSE(rows[i].status().has_value());
    CHECK(rows[i].value() == nullptr);
  }
  CHECK(missing_log_fields(AnIncident().WithACompleteLog(), For::closing).empty());
}

TEST_CASE("A log row tells a known value from one that is not known yet") {
  const Record record = AnIncident()
                            .With(FactId::affected, Count{43, 47, true})
                            .NotKnownYet(FactId::cause, "reporter_does_not_know", at("2026-11-20T08:00:00Z"));
  const auto rows = log_rows(record);
  CHECK(std::get<Count>(*rows[5].value()) == Count{43, 47, true});
  CHECK(rows[3].status() == FactStatus::not_known_yet);
  CHECK(rows[3].value() == nullptr);
}

TEST_CASE("Not known needs a reason and a date to ask again to hand in and never suffices to close") {
  // M6: "'not known' needs a reason and a date to ask again"
  const Instant later = at("2026-11-20T08:00:00Z");
  const auto missing = [](const Record& record, For purpose) {
    const auto fields = missing_log_fields(record, purpose);
    return std::ranges::find(fields, FactId::cause) != fields.end();
  };
  struct Row {
    Record record;
    bool for_handing_in;
    bool for_closing;
  };
  const Row rows[] = {
      {AnIncident(), true, true},
      {AnIncident().With(FactId::cause, words("a typing error")), false, false},
      {AnIncident().With(FactId::cause, words("  \n ")), true, true},
      {AnIncident().NotKnownYet(FactId::cause, "reporter_does_not_know", later), false, true},
      {AnIncident().NotKnownYet(FactId::cause, "", later), true, true},
      {AnIncident().NotKnownYet(FactId::cause, "reporter_does_not_know", std::nullopt), true, true},
      {AnIncident().Refused(FactId::cause), false, true},
      {AnIncident().NotApplicable(FactId::cause), false, false},
  };
  for (const Row& row : rows) {
    CHECK(missing(row.record, For::handing_in) == row.for_handing_in);
    CHECK(missing(row.record, For::closing) == row.for_closing);
  }
}

TEST_CASE("A value that says nothing is missing from the log") {
  const std::pair<FactId, FactValue> rows[] = {
      {FactId::data_categories, Codes{}},          {FactId::affected, Count{}},
      {FactId::what_happened, words("")},          {FactId::occurred, When{}},
      {FactId::authority_notified, std::string{}}, {FactId::authority_notified, std::string{"undecided"}},
  };
  for (const auto& [fact, value] : rows) {
    CAPTURE(info(fact).name);
    CHECK(missing_log_fields(AnIncident().WithACompleteLog().With(fact, value), For::closing) == std::vector{fact});
  }
  CHECK(missing_log_fields(
            AnIncident().WithACompleteLog().With(FactId::data_categories, Codes{{}, words("shoe sizes")}), For::closing)
            .empty());
}

TEST_CASE("A reporter is not asked when others were told") {
  const auto fields = missing_log_fields(AnIncident(), For::handing_in);
  CHECK(fields.size() == 8);
  CHECK(std::ranges::find(fields, FactId::notified) == fields.end());
}

}  // namespace
}  // namespace varsel::incident
