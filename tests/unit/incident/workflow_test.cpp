#include "incident/workflow.h"

#include "incident/routing.h"
#include "tests/catch.h"
#include "tests/unit/incident/builders.h"

namespace varsel::incident {
namespace {

using namespace test;

const Instant kNow = at("2026-11-16T10:00:00Z");

const StepProgress& step(const Progress& progress, const std::string& id) {
  const auto found =
      std::ranges::find_if(progress.steps, [&](const StepProgress& each) { return each.step->id == id; });
  REQUIRE(found != progress.steps.end());
  return *found;
}
AnIncident& tell_everybody(AnIncident& incident) {
  for (const Summons& each : route(incident, muni(), muni_book(), kNow).tell)
    incident.Told(each.contact, each.party.str(), each.rule);
  return incident;
}

TEST_CASE("Who established the breach chooses the workflow") {
  // M1
  const std::tuple<const char*, const char*, const char*> rows[] = {
      {"egedal", "", "municipality"},     {"owner", "", "system_owner"},     {"vendor", "", "supplier"},
      {"egedal", "supplier", "supplier"}, {"elsewhere", "", "municipality"}, {"egedal", "provider", "municipality"},
  };
  const Procedure procedure = muni();
  for (const auto& [party, discoverer, expected] : rows) {
    CAPTURE(party, discoverer);
    AnIncident incident;
    incident.Of(party);
    if (*discoverer != '\0') incident.With(FactId::discoverer, discoverer);
    CHECK(workflow_of(incident, procedure)->id == expected);
  }
  Procedure none = muni();
  none.workflows.clear();
  CHECK(workflow_of(AnIncident(), none) == nullptr);
  CHECK(progress(AnIncident(), none, muni_book(), kNow).steps.empty());
}

TEST_CASE("Each step is done when the record shows it") {
  const Procedure procedure = muni();
  AnIncident told = AnIncident().With(FactId::others_affected, "no");
  tell_everybody(told);
  struct Row {
    const char* step;
    Record not_done;
    Record done;
  };
  const Row rows[] = {
      {"tell", AnIncident(), told},
      {"stop", AnIncident().With(FactId::contained, "unknown"), AnIncident().With(FactId::contained, "yes")},
      {"link", told, AnIncident().Then(event::StepDone{"municipality", "link", ""})},
      {"link", AnIncident().Then(event::StepDone{"supplier", "link", ""}),
       AnIncident().Then(event::StepDone{"municipality", "link", ""})},
      {"cause", AnIncident().Refused(FactId::cause), AnIncident().With(FactId::cause, words("a typing error"))},
      {"assess", AnIncident().Decided("authority", "undecided"), AnIncident().Decided("authority", "no")},
      {"assess", AnIncident().With(FactId::authority_notified, "undecided"),
       AnIncident().With(FactId::authority_notified, "yes")},
      {"log", AnIncident().WithACompleteLog().With(FactId::cause, words("")), AnIncident().WithACompleteLog()},
      {"dpo", AnIncident().Told("egedal.leader", "egedal", "M3.leader"),
       AnIncident().Told("egedal.dpo", "egedal", "M7.own-dpo")},
      {"measures", AnIncident(), AnIncident().WithCodes(FactId::measures, {"recalled"})},
      {"file", AnIncident().WithACompleteLog(),
       AnIncident().Then(event::StepDone{"municipality", "file", "acknowledged"})},
  };
  for (const Row& row : rows) {
    CAPTURE(row.step);
    CHECK_FALSE(step(progress(row.not_done, procedure, muni_book(), kNow), row.step).done);
    CHECK(step(progress(row.done, procedure, muni_book(), kNow), row.step).done);
  }
}

TEST_CASE("The current step is the first that is not done") {
  const Procedure procedure = muni();
  AnIncident incident;
  incident.With(FactId::others_affected, "no");
  const auto current = [&] {
    const Progress found = progress(incident, procedure, muni_book(), kNow);
    return found.current ? found.steps[*found.current].step->id : std::string{};
  };
  CHECK(current() == "tell");
  tell_everybody(incident);
  CHECK(current() == "stop");
  incident.With(FactId::contained, "yes");
  CHECK(current() == "link");
  incident.Then(event::StepDone{"municipality", "link", ""}).WithACompleteLog();
  CHECK(current() == "file");
  incident.Then(event::StepDone{"municipality", "file", ""});
  CHECK(current().empty());
  // one more affected municipality re-opens the step that tells it
  incident.WithCodes(FactId::affected_parties, {"herning"});
  CHECK(current() == "tell");
}

TEST_CASE("A step belongs to the own party or the affected ones or all of its role") {
  // M3-M5: the supplier's step, then each affected municipality's
  const Procedure procedure = muni();
  const auto whose = [&](const Record& record, const char* id) {
    return step(progress(record, procedure, muni_book(), kNow), id).whose;
  };
  CHECK(whose(AnIncident().Of("herning"), "assess") == std::vector{PartyId{"herning"}});
  CHECK(whose(AnIncident().Of("herning"), "cause") == std::vector{PartyId{"vendor"}});
  CHECK(whose(AnIncident().Of("owner").WithCodes(FactId::affected_parties, {"egedal", "herning"}), "assess") ==
        std::vector{PartyId{"egedal"}, PartyId{"herning"}});
  CHECK(whose(AnIncident().Of("owner"), "assess").size() == 3);
}

}  // namespace
}  // namespace varsel::incident
