#include "incident/state.h"

#include <functional>
#include <set>

#include "tests/catch.h"
#include "tests/unit/incident/builders.h"

namespace varsel::incident {
namespace {

using namespace test;

std::string guard(const Record& record, State to) {
  const Result<> may = may_enter(record, to);
  return may ? "" : may.error().detail;
}

const State kStates[] = {State::draft,      State::reported,  State::triage,   State::no_breach, State::breach,
                         State::assessment, State::decided,   State::approved, State::notified,  State::supplemented,
                         State::closed,     State::evaluated, State::withdrawn};

TEST_CASE("Each guard stands where its demand says") {
  const Instant aware = at("2026-11-16T09:00:00Z");
  const auto suspected = [] { return AnIncident().With(FactId::certainty, "suspected"); };
  struct Row {
    const char* demand;
    Record record;
    State to;
    const char* guard;
  };
  const Row rows[] = {
      {"J3: welcome with few or faulty facts", AnIncident(), State::reported, ""},
      {"a draft may be taken back", AnIncident(), State::withdrawn, ""},
      {"not after handing in", AnIncident().InState(State::reported), State::withdrawn, "guard.wrong_state"},
      {"no short cut", AnIncident().InState(State::triage), State::closed, "guard.wrong_state"},
      {"M2: a suspicion is no breach yet", suspected().InState(State::triage), State::breach, "guard.suspicion_open"},
      {"M2: confirmed, but since when?",
       suspected().Then(event::SuspicionSettled{true, words("seen in the log")}).InState(State::triage), State::breach,
       "guard.awareness_missing"},
      {"M2: confirmed",
       suspected()
           .Then(event::SuspicionSettled{true, words("seen in the log")})
           .Then(event::AwarenessSet{aware, "log"})
           .InState(State::triage),
       State::breach, ""},
      {"M2: dismissed without a word", AnIncident().InState(State::triage), State::no_breach,
       "guard.dismissal_without_reason"},
      {"M2: dismissed with an empty reason",
       suspected().Then(event::SuspicionSettled{false, words(" ")}).InState(State::triage), State::no_breach,
       "guard.dismissal_without_reason"},
      {"M2: dismissed with a reason",
       suspected().Then(event::SuspicionSettled{false, words("a drill")}).InState(State::triage), State::no_breach, ""},
      {"J9: undecided", AnIncident().InState(State::assessment), State::decided, "guard.authority_undecided"},
      {"J9: undecided is a state, not a decision",
       AnIncident().Decided("authority", "undecided").Decided("subjects", "no").InState(State::assessment),
       State::decided, "guard.authority_undecided"},
      {"J11: the persons", AnIncident().Decided("authority", "notify").InState(State::assessment), State::decided,
       "guard.subjects_undecided"},
      {"J9: with reasons",
       AnIncident().Decided("authority", "notify").Decided("subjects", "no", "").InState(State::assessment),
       State::decided, "guard.decision_without_reason"},
      {"J9: both, with reasons",
       AnIncident().Decided("authority", "notify").Decided("subjects", "no").InState(State::assessment), State::decided,
       ""},
      {"nobody to notify", AnIncident().ReadyToClose(), State::notified, "guard.wrong_state"},
      {"ready", AnIncident().ReadyToClose(), State::closed, ""},
      {"decided to notify, not notified", AnIncident().ReadyToClose().Decided("authority", "notify"), State::closed,
       "guard.not_notified"},
      {"J11: decided to inform, not informed", AnIncident().ReadyToClose().Decided("subjects", "voluntary"),
       State::closed, "guard.not_notified"},
      {"notified", AnIncident().ReadyToClose().Decided("authority", "notify").InState(State::notified), State::closed,
       ""},
      {"33(4): supplemented again",
       AnIncident().ReadyToClose().Decided("authority", "notify").InState(State::supplemented), State::supplemented,
       ""},
      {"M2: a suspicion that came up late", AnIncident().ReadyToClose().With(FactId::certainty, "suspected"),
       State::closed, "guard.suspicion_open"},
      {"M6: a dismissed suspicion is logged too",
       suspected().Then(event::SuspicionSettled{false, words("a drill")}).InState(State::no_breach), State::closed,
       "guard.log_incomplete"},
      {"dismissed and logged",
       suspected().WithACompleteLog().Then(event::SuspicionSettled{false, words("a drill")}).InState(State::no_breach),
       State::closed, ""},
      {"D10: a group without a report",
       AnIncident().ReadyToClose().Then(event::GroupSummoned{aware, aware + std::chrono::hours{1}, "u", 0, {"a"}}),
       State::closed, "guard.report_not_handed_over"},
      {"J15", AnIncident().InState(State::closed), State::evaluated, ""},
      {"a changed risk fact re-opens the assessment", AnIncident().InState(State::closed), State::assessment, ""},
      {"a dismissed one that was a breach after all",
       AnIncident()
           .Then(event::SuspicionSettled{false, words("a drill")})
           .Then(event::SuspicionSettled{true, words("no drill")})
           .Then(event::AwarenessSet{aware, "log"})
           .InState(State::no_breach),
       State::breach, ""},
  };
  std::set<std::string> seen;
  for (const Row& row : rows) {
    CAPTURE(row.demand);
    CHECK(guard(row.record, row.to) == row.guard);
    seen.insert(row.guard);
  }
  for (const std::string_view id : kGuards) {
    CAPTURE(id);
    CHECK(seen.contains(std::string{id}));
  }
}

TEST_CASE("Nothing closes with a mandatory field missing") {
  const Record ready = AnIncident().ReadyToClose();
  REQUIRE(guard(ready, State::closed).empty());
  int fields = 0;
  for (const FactInfo& fact : kFacts) {
    if (fact.log_field == 0) continue;
    CAPTURE(fact.name);
    Record record = ready;
    record.facts.erase(fact.id);
    CHECK(guard(record, State::closed) == "guard.log_incomplete");
    ++fields;
  }
  CHECK(fields == 9);
}

TEST_CASE("Every refusal is one of the listed guards") {
  const Record records[] = {AnIncident(), AnIncident().ReadyToClose(),
                            AnIncident().With(FactId::certainty, "suspected")};
  for (Record record : records)
    for (const State from : kStates)
      for (const State to : kStates) {
        record.state = from;
        const std::string id = guard(record, to);
        CHECK((id.empty() || std::ranges::find(kGuards, id) != kGuards.end()));
      }
}

TEST_CASE("Every state but withdrawn leads on and every state but draft is led to") {
  // With everything decided, confirmed and dismissed in turn, each state must have an exit.
  for (const State from : kStates) {
    bool leads_on = false;
    for (const bool confirmed : {true, false})
      for (const State to : kStates) {
        Record record = AnIncident()
                            .ReadyToClose()
                            .Decided("authority", "notify")
                            .Then(event::SuspicionSettled{confirmed, words("seen")});
        record.state = from;
        leads_on = leads_on || may_enter(record, to).has_value();
      }
    CAPTURE(static_cast<int>(from));
    CHECK(leads_on == (from != State::withdrawn));
  }
}

}  // namespace
}  // namespace varsel::incident
