#include "incident/group.h"

#include "incident/state.h"
#include "tests/catch.h"
#include "tests/unit/incident/builders.h"

namespace varsel::incident {
namespace {

using namespace test;
using namespace std::chrono_literals;
using Ids = std::vector<std::string>;

const Instant kMonday = at("2026-11-16T10:00+01:00");

AnIncident breach() {
  return AnIncident()
      .Of("agency")
      .With(FactId::nature, "security")
      .WithCodes(FactId::affected_parties, {"north", "south"});
}
AnIncident& summon(AnIncident& incident, Instant now) {
  const auto plan = plan_meeting(incident, dsop(), dsop_book(), now);
  REQUIRE(plan.has_value());
  return incident.At(now).Then(event::GroupSummoned{plan->start, plan->end, "uid", plan->sequence, plan->attendees});
}

TEST_CASE("The group is summoned within working hours and meets at the earliest slot after the notice") {
  // D7, in Oslo, an hour of notice, 45 minutes
  struct Row {
    const char* aware;
    const char* summoned;
    const char* start;
  };
  const Row rows[] = {
      {"2026-11-16T10:00+01:00", "2026-11-16T10:00+01:00", "2026-11-16T11:00+01:00"},
      {"2026-11-16T10:05+01:00", "2026-11-16T10:05+01:00", "2026-11-16T11:15+01:00"},
      {"2026-11-16T14:15+01:00", "2026-11-16T14:15+01:00", "2026-11-16T15:15+01:00"},
      {"2026-11-16T14:30+01:00", "2026-11-16T14:30+01:00", "2026-11-17T08:00+01:00"},  // would end after closing
      {"2026-11-16T19:00+01:00", "2026-11-17T08:00+01:00", "2026-11-17T09:00+01:00"},  // night
      {"2026-11-20T16:00+01:00", "2026-11-23T08:00+01:00", "2026-11-23T09:00+01:00"},  // weekend
      {"2026-04-30T17:00+02:00", "2026-05-04T08:00+02:00", "2026-05-04T09:00+02:00"},  // 1 May and a weekend
      {"2026-12-24T16:30+01:00", "2026-12-28T08:00+01:00", "2026-12-28T09:00+01:00"},
      {"2026-03-27T20:00+01:00", "2026-03-30T08:00+02:00", "2026-03-30T09:00+02:00"},  // clock put forward
  };
  for (const Row& row : rows) {
    CAPTURE(row.aware);
    const Instant now = at(row.aware);
    const auto plan = plan_meeting(breach(), dsop(), dsop_book(), now);
    REQUIRE(plan.has_value());
    CHECK(iso(plan->summon_at) == iso(at(row.summoned)));
    CHECK(iso(plan->start) == iso(at(row.start)));
    CHECK(plan->end == plan->start + 45min);
    CHECK(plan->waits(now) == (at(row.summoned) > now));
    CHECK(plan->sequence == 0);
  }
}

TEST_CASE("Every involved party is invited and the coordinator is no member") {
  // D8: an invitation to every involved party; D9: the coordinator is no active member
  const auto plan = plan_meeting(breach(), dsop(), dsop_book(), kMonday);
  REQUIRE(plan.has_value());
  CHECK(plan->attendees == Ids{"north.sec", "south.sec", "agency.sec"});
  CHECK(plan->added == plan->attendees);
  CHECK(plan->coordinator == "coordinator.desk");
  CHECK(plan->missing.empty());
  CHECK(kGroupAgenda.size() == 3);
}

TEST_CASE("There is a group only where others must act or may have to") {
  const auto planned = [](const Record& record, const Procedure& procedure) {
    return plan_meeting(record, procedure, dsop_book(), kMonday).has_value();
  };
  CHECK(planned(AnIncident().Of("agency"), dsop()));
  CHECK(planned(AnIncident().Of("agency").With(FactId::others_affected, "unknown"), dsop()));
  CHECK_FALSE(planned(AnIncident().Of("agency").With(FactId::others_affected, "no"), dsop()));
  CHECK_FALSE(planned(breach(), muni()));
  CHECK_FALSE(planned(breach().InState(State::closed), dsop()));
  CHECK_FALSE(planned(breach().Then(event::SuspicionSettled{false, words("a drill")}), dsop()));
}

TEST_CASE("A party that cannot be invited is named") {
  ContactBook book = dsop_book();
  std::erase_if(book.contacts, [](const Contact& contact) { return contact.party.str() == "south"; });
  const auto plan = plan_meeting(breach(), dsop(), book, kMonday);
  REQUIRE(plan.has_value());
  REQUIRE(plan->missing.size() == 1);
  CHECK(plan->missing[0].party.str() == "south");
}

TEST_CASE("One more affected party updates the invitation before the meeting and not after it") {
  AnIncident incident =
      AnIncident().Of("agency").With(FactId::nature, "security").WithCodes(FactId::affected_parties, {"north"});
  summon(incident, kMonday);
  CHECK_FALSE(plan_meeting(incident, dsop(), dsop_book(), kMonday + 5min).has_value());
  incident.WithCodes(FactId::affected_parties, {"north", "south"});
  const auto update = plan_meeting(incident, dsop(), dsop_book(), kMonday + 5min);
  REQUIRE(update.has_value());
  CHECK(update->added == Ids{"south.sec"});
  CHECK(update->attendees == Ids{"north.sec", "agency.sec", "south.sec"});
  CHECK(update->sequence == 1);
  CHECK(update->start == incident.record().group->start);
  CHECK_FALSE(plan_meeting(incident, dsop(), dsop_book(), incident.record().group->start).has_value());
}

TEST_CASE("Silence is escalated in working time to the deputy and then to the next contact") {
  // D8: "answers tracked, silence escalated"; 30 minutes of working time
  AnIncident incident = breach();
  summon(incident, kMonday);
  incident.Then(event::AttendeeAnswered{"south.sec", "accepted"})
      .Then(event::AttendeeAnswered{"agency.sec", "tentative"});
  CHECK(next_escalation_at(incident, dsop(), dsop_book()) == kMonday + 30min);
  CHECK(due_escalations(incident, dsop(), dsop_book(), kMonday + 29min).empty());

  auto due = due_escalations(incident, dsop(), dsop_book(), kMonday + 30min);
  REQUIRE(due.size() == 1);
  CHECK(due[0].attendee == "north.sec");
  CHECK(due[0].party.str() == "north");
  CHECK(due[0].to == "north.deputy");
  incident.At(kMonday + 30min).Then(event::AttendeeEscalated{due[0].attendee, due[0].to});
  CHECK(due_escalations(incident, dsop(), dsop_book(), kMonday + 30min).empty());

  // the deputy declines: the next of the party at once
  incident.Then(event::AttendeeAnswered{"north.deputy", "declined"});
  due = due_escalations(incident, dsop(), dsop_book(), kMonday + 32min);
  REQUIRE(due.size() == 1);
  CHECK(due[0].to == "north.priv");
  incident.At(kMonday + 32min).Then(event::AttendeeEscalated{due[0].attendee, due[0].to});

  // the party has nobody left: said once, for a person to take over (J17)
  incident.Then(event::AttendeeAnswered{"north.priv", "declined"});
  due = due_escalations(incident, dsop(), dsop_book(), kMonday + 40min);
  REQUIRE(due.size() == 1);
  CHECK(due[0].to.empty());
  incident.Then(event::AttendeeEscalated{due[0].attendee, due[0].to});
  CHECK(due_escalations(incident, dsop(), dsop_book(), kMonday + 50min).empty());
  CHECK_FALSE(next_escalation_at(incident, dsop(), dsop_book()).has_value());
}

TEST_CASE("Silence overnight is no silence") {
  AnIncident incident = breach();
  const Instant late = at("2026-11-16T15:50+01:00");
  summon(incident, late);
  CHECK(iso(*next_escalation_at(incident, dsop(), dsop_book())) == iso(at("2026-11-17T08:20+01:00")));
  CHECK(due_escalations(incident, dsop(), dsop_book(), at("2026-11-17T08:19+01:00")).empty());
}

TEST_CASE("A party that somebody accepted for is not escalated and two never share a stand-in") {
  AnIncident incident = breach().With(FactId::nature, "both");
  summon(incident, kMonday);
  const Instant later = kMonday + 30min;
  auto due = due_escalations(incident, dsop(), dsop_book(), later);
  Ids to;
  for (const Escalation& each : due)
    if (!each.to.empty()) to.push_back(each.to);
  CHECK(due.size() == 6);
  CHECK(to == Ids{"north.deputy"});
  incident.Then(event::AttendeeAnswered{"north.priv", "accepted"});
  for (const Escalation& each : due_escalations(incident, dsop(), dsop_book(), later))
    CHECK(each.party.str() != "north");
}

TEST_CASE("Nobody is escalated after the meeting or once the breach was dismissed") {
  AnIncident incident = breach();
  summon(incident, kMonday);
  CHECK(due_escalations(incident, dsop(), dsop_book(), incident.record().group->end).empty());
  CHECK_FALSE(due_escalations(incident, dsop(), dsop_book(), kMonday + 40min).empty());
  incident.Then(event::SuspicionSettled{false, words("a drill")});
  CHECK(due_escalations(incident, dsop(), dsop_book(), kMonday + 40min).empty());
  CHECK(due_escalations(breach(), dsop(), dsop_book(), kMonday).empty());
}

TEST_CASE("The coordinator gets status through the contact person only") {
  // D9: nothing before the contact person is chosen, then once a day at opening time until the report is handed over
  AnIncident incident = breach();
  summon(incident, kMonday);  // ends 11:45
  CHECK_FALSE(next_status_at(incident, dsop()).has_value());
  incident.Then(event::ContactPersonChosen{"south.sec"});
  CHECK(iso(*next_status_at(incident, dsop())) == iso(at("2026-11-17T11:45+01:00")));
  CHECK_FALSE(status_due(incident, dsop(), at("2026-11-17T11:44+01:00")).has_value());
  CHECK(status_due(incident, dsop(), at("2026-11-17T11:45+01:00")) == "south.sec");

  // asked; no answer does not end the asking (J17)
  incident.At(at("2026-11-17T11:45+01:00")).Then(event::StatusAsked{"south.sec"});
  CHECK_FALSE(status_due(incident, dsop(), at("2026-11-17T12:00+01:00")).has_value());
  CHECK(iso(*next_status_at(incident, dsop())) == iso(at("2026-11-18T11:45+01:00")));
  // reported on Friday evening: not on Saturday, but on Monday at opening
  incident.At(at("2026-11-20T17:00+01:00")).Then(event::StatusReported{words("contained")});
  CHECK(iso(*next_status_at(incident, dsop())) == iso(at("2026-11-23T08:00+01:00")));

  incident.Then(event::ReportHandedOver{PartyId{"north"}, "mail"})
      .Then(event::ReportHandedOver{PartyId{"south"}, "mail"});
  CHECK_FALSE(next_status_at(incident, dsop()).has_value());
}

TEST_CASE("The group stays until its report is handed to every affected party") {
  // D10: "closing it without a delivered report is refused, each delivery is recorded"
  AnIncident incident = breach();
  CHECK(may_dissolve(incident));  // no group
  summon(incident, kMonday);
  CHECK_FALSE(may_dissolve(incident));
  CHECK(report_owed_to(incident) == std::vector{PartyId{"north"}, PartyId{"south"}});
  incident.Then(event::ReportHandedOver{PartyId{"north"}, "mail"});
  CHECK_FALSE(may_dissolve(incident));
  CHECK(report_owed_to(incident) == std::vector{PartyId{"south"}});
  incident.Then(event::ReportHandedOver{PartyId{"south"}, "by hand"});
  CHECK(may_dissolve(incident));

  incident.ReadyToClose();
  CHECK(may_enter(incident, State::closed).has_value());
  incident.WithCodes(FactId::affected_parties, {"north", "south", "directorate"});
  CHECK(may_enter(incident, State::closed).error().detail == "guard.report_not_handed_over");
}

TEST_CASE("Where no affected party was named the report goes to everybody else who was told") {
  AnIncident incident = AnIncident().Of("agency").With(FactId::nature, "security");
  incident.Told("agency.sec", "agency", "x").Told("north.sec", "north", "x").Told("north.priv", "north", "x");
  summon(incident, kMonday);
  CHECK(report_owed_to(incident) == std::vector{PartyId{"north"}});
}

TEST_CASE("A report that reached nobody is not handed over") {
  AnIncident incident = AnIncident().Of("agency");
  summon(incident, kMonday);
  CHECK(report_owed_to(incident).empty());
  CHECK_FALSE(may_dissolve(incident));
  CHECK(may_dissolve(incident.Then(event::ReportHandedOver{PartyId{"agency"}, "mail"})));
}

}  // namespace
}  // namespace varsel::incident
