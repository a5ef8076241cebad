#include "incident/state.h"

#include <algorithm>
#include <span>

#include "base/text.h"
#include "incident/group.h"

namespace varsel::incident {

namespace {

struct Transition {
  State from;
  State to;
};
// GDPR Art. 33(4), (5) and the guard rails of the procedures: what may follow what. Anything else is "wrong_state".
constexpr Transition kTransitions[]{
    {State::draft, State::reported},
    {State::draft, State::withdrawn},
    {State::reported, State::triage},
    {State::triage, State::no_breach},
    {State::triage, State::breach},
    {State::no_breach, State::breach},  // it was one after all
    {State::no_breach, State::closed},
    {State::breach, State::assessment},
    {State::breach, State::no_breach},
    {State::assessment, State::decided},
    {State::assessment, State::no_breach},
    {State::decided, State::approved},
    {State::decided, State::assessment},  // a risk fact changed; the same below
    {State::approved, State::notified},
    {State::approved, State::closed},  // nobody to notify
    {State::approved, State::assessment},
    {State::notified, State::supplemented},
    {State::notified, State::closed},
    {State::notified, State::assessment},
    {State::supplemented, State::supplemented},
    {State::supplemented, State::closed},
    {State::supplemented, State::assessment},
    {State::closed, State::evaluated},
    {State::closed, State::assessment},
    {State::evaluated, State::assessment},
};

bool follows(State from, State to) {
  return std::ranges::any_of(kTransitions, [&](const Transition& row) { return row.from == from && row.to == to; });
}

std::string_view decided(const Record& record, std::string_view duty) {
  const auto found = record.decisions.find(std::string{duty});
  return found == record.decisions.end() || found->second.empty() ? decision::undecided
                                                                  : std::string_view{found->second};
}

bool reasoned(const Record& record, std::string_view duty) {
  const auto found = record.decision_reasons.find(std::string{duty});
  return found != record.decision_reasons.end() && !trim(found->second.reveal()).empty();
}

bool dismissed(const Record& record) {
  return record.suspicion_confirmed == false;
}

// A guard stands in the way when its condition holds.
bool suspicion_open(const Record& record) {
  return !record.suspicion_confirmed.value_or(record.choice(FactId::certainty) != "suspected");
}
bool dismissal_without_reason(const Record& record) {
  return !dismissed(record) || trim(record.suspicion_reason.reveal()).empty();
}
bool awareness_missing(const Record& record) {
  return !record.aware_at;
}
bool authority_undecided(const Record& record) {
  return decided(record, decision::authority) == decision::undecided;
}
bool subjects_undecided(const Record& record) {
  return decided(record, decision::subjects) == decision::undecided;
}
bool decision_without_reason(const Record& record) {
  return !reasoned(record, decision::authority) || !reasoned(record, decision::subjects);
}
bool somebody_to_notify(const Record& record) {
  const std::string_view subjects = decided(record, decision::subjects);
  return decided(record, decision::authority) == decision::notify || subjects == decision::inform ||
         subjects == decision::voluntary;
}
bool not_notified(const Record& record) {
  return record.state == State::approved && somebody_to_notify(record);
}
bool log_incomplete(const Record& record) {
  return !missing_log_fields(record, For::closing).empty();
}
bool report_not_handed_over(const Record& record) {
  return !may_dissolve(record);
}
bool nobody_to_notify(const Record& record) {
  return !somebody_to_notify(record);
}

struct Guard {
  std::string_view id;
  bool (*stands)(const Record&);
};

constexpr Guard kSuspicionOpen{"guard.suspicion_open", suspicion_open};
constexpr Guard kDismissalWithoutReason{"guard.dismissal_without_reason", dismissal_without_reason};
constexpr Guard kAwarenessMissing{"guard.awareness_missing", awareness_missing};
constexpr Guard kAuthorityUndecided{"guard.authority_undecided", authority_undecided};
constexpr Guard kSubjectsUndecided{"guard.subjects_undecided", subjects_undecided};
constexpr Guard kDecisionWithoutReason{"guard.decision_without_reason", decision_without_reason};
constexpr Guard kNotNotified{"guard.not_notified", not_notified};
constexpr Guard kLogIncomplete{"guard.log_incomplete", log_incomplete};
constexpr Guard kReportNotHandedOver{"guard.report_not_handed_over", report_not_handed_over};

constexpr Guard kBreachGuards[]{kSuspicionOpen, kAwarenessMissing};
constexpr Guard kNoBreachGuards[]{kDismissalWithoutReason};
constexpr Guard kDecidedGuards[]{kAuthorityUndecided, kSubjectsUndecided, kDecisionWithoutReason};
constexpr Guard kNotifiedGuards[]{{"guard.wrong_state", nobody_to_notify}};
constexpr Guard kClosedGuards[]{kSuspicionOpen,         kAwarenessMissing, kAuthorityUndecided, kSubjectsUndecided,
                                kDecisionWithoutReason, kNotNotified,      kLogIncomplete,      kReportNotHandedOver};
// A dismissed suspicion is logged like everything else (M2, M6), but there is nothing to decide on.
constexpr Guard kDismissedClosedGuards[]{kDismissalWithoutReason, kLogIncomplete, kReportNotHandedOver};

std::span<const Guard> guards_before(const Record& record, State to) {
  switch (to) {
    case State::no_breach:
      return kNoBreachGuards;
    case State::breach:
      return kBreachGuards;
    case State::decided:
    case State::approved:
      return kDecidedGuards;
    case State::notified:
    case State::supplemented:
      return kNotifiedGuards;
    case State::closed:
      if (record.state == State::no_breach) return kDismissedClosedGuards;
      return kClosedGuards;
    case State::draft:
    case State::reported:  // welcome with few or faulty facts (J3)
    case State::triage:
    case State::assessment:
    case State::evaluated:
    case State::withdrawn:
      return {};
  }
  return {};
}

}  // namespace

Result<> may_enter(const Record& record, State to) {
  if (!follows(record.state, to)) return fail(ErrorCode::denied, "guard.wrong_state");
  for (const Guard& guard : guards_before(record, to))
    if (guard.stands(record)) return fail(ErrorCode::denied, std::string{guard.id});
  return {};
}

}  // namespace varsel::incident
