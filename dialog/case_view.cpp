#include "dialog/case_view.h"

#include <algorithm>

#include "dialog/present.h"
#include "incident/containment.h"
#include "incident/deadlines.h"
#include "incident/group.h"
#include "incident/log.h"
#include "incident/state.h"
#include "incident/workflow.h"

namespace varsel::dialog {
namespace {

using incident::Fact;
using incident::FactId;
using incident::FactStatus;
using incident::FactType;

// What a contact needs to act, besides the state of the case.
constexpr std::array kForContacts{FactId::nature,        FactId::breach_kind, FactId::occurred,
                                  FactId::ongoing,       FactId::contained,   FactId::data_categories,
                                  FactId::data_subjects, FactId::affected,    FactId::affected_parties};

std::string_view state_code(incident::State state) {
  using incident::State;
  switch (state) {
    case State::draft:
      return "draft";
    case State::reported:
      return "reported";
    case State::triage:
      return "triage";
    case State::no_breach:
      return "no_breach";
    case State::breach:
      return "breach";
    case State::assessment:
      return "assessment";
    case State::decided:
      return "decided";
    case State::approved:
      return "approved";
    case State::notified:
      return "notified";
    case State::supplemented:
      return "supplemented";
    case State::closed:
      return "closed";
    case State::evaluated:
      return "evaluated";
    case State::withdrawn:
      return "withdrawn";
  }
  return "draft";
}

// Free words are the adviser's alone, also those said beside codes.
bool in_own_words(const Fact& entry) {
  if (std::holds_alternative<PersonalText>(entry.value)) return true;
  const auto* codes = std::get_if<incident::Codes>(&entry.value);
  return codes != nullptr && codes->codes.empty();
}

void say_fact(Turn& turn, FactId fact, const Fact* entry) {
  Arguments arguments{{"fact", fact_word(fact)}};
  if (entry == nullptr || entry->status == FactStatus::not_known_yet) return turn.say("case.fact.open", arguments);
  if (entry->status == FactStatus::refused) return turn.say("case.fact.refused", arguments);
  if (entry->status == FactStatus::not_applicable) return turn.say("case.fact.not_applicable", arguments);
  if (role_of(turn.state) != Role::adviser && in_own_words(*entry)) return turn.say("case.fact.withheld", arguments);
  arguments.emplace_back("value", value_word(turn, fact, entry->value));
  turn.say("case.fact", arguments);
}

void say_clock(Turn& turn) {
  const auto& record = *turn.record;
  if (!record.aware_at) return turn.say("case.clock.not_started");
  const auto rules_on = date_of(turn.zone().local(*record.aware_at));
  for (const auto& deadline :
       incident::deadlines(*record.aware_at, turn.zone(), turn.world.playbook.procedure.regimes, rules_on)) {
    if (deadline.duty != "notify_authority") continue;
    const bool given = record.state == incident::State::notified || record.state == incident::State::supplemented ||
                       record.choice(FactId::authority_notified) == "yes";
    turn.say(given                           ? "case.clock.notified"
             : deadline.due < turn.world.now ? "case.clock.over"
                                             : "case.clock.runs",
             {{"due", deadline.due}, {"aware", *record.aware_at}});
  }
}

template <class Entries>
std::vector<PartyId> parties_of(const Entries& entries) {
  std::vector<PartyId> parties;
  for (const auto& entry : entries)
    if (!entry.party.empty() && std::find(parties.begin(), parties.end(), entry.party) == parties.end())
      parties.push_back(entry.party);
  return parties;
}

void say_told_parties(Turn& turn) {
  const auto& record = *turn.record;
  const auto told = parties_of(record.told);
  if (told.empty()) {
    turn.say("case.told.nobody");
  } else {
    turn.say("case.told", {{"parties", party_names(turn, told)}});
  }
  if (record.missing.empty()) return;
  const auto missing = parties_of(record.missing);
  if (missing.empty()) {
    turn.say("case.told.nobody_named");
  } else {
    turn.say("case.told.missing", {{"parties", party_names(turn, missing)}});
  }
}

void say_group_state(Turn& turn) {
  if (!turn.record->group) return;
  const auto& group = *turn.record->group;
  turn.say("case.group.meets", {{"start", group.start}});
  for (const auto& attendee : group.attendees) {
    const auto answer = group.answers.find(attendee);
    const std::string answered = answer == group.answers.end() ? "none" : answer->second;
    const std::string id = answered == "accepted"    ? "case.group.accepted"
                           : answered == "declined"  ? "case.group.declined"
                           : answered == "tentative" ? "case.group.tentative"
                                                     : "case.group.silent";
    turn.say(id, {{"name", contact_name(turn, attendee)}});
  }
  if (group.contact_person) {
    turn.say("case.group.contact_person", {{"name", contact_name(turn, *group.contact_person)}});
  } else {
    turn.say("case.group.no_contact_person");
  }
  if (!group.coordinator_active) turn.say("case.group.coordinator_out");
  if (role_of(turn.state) == Role::adviser && !group.status_reports.empty())
    turn.say("case.group.last_status",
             {{"at", group.status_reports.back().first}, {"text", group.status_reports.back().second.reveal()}});
  if (const auto owed = incident::report_owed_to(*turn.record); !owed.empty())
    turn.say("case.group.report_owed", {{"parties", party_names(turn, owed)}});
}

void say_open(Turn& turn) {
  std::vector<std::string> open;
  for (const FactId fact : incident::missing_log_fields(*turn.record, incident::For::closing))
    open.emplace_back(incident::info(fact).name);
  if (open.empty()) {
    turn.say("case.open.none");
  } else {
    turn.say("case.open", {{"facts", locales::CodeList{"fact", open}}});
  }
}

void say_next_step(Turn& turn) {
  const auto progress =
      incident::progress(*turn.record, turn.world.playbook.procedure, turn.world.contacts, turn.world.now);
  if (progress.workflow == nullptr) return;
  const auto total = static_cast<std::int64_t>(progress.steps.size());
  if (!progress.current) return turn.say("case.steps.all_done", {{"total", total}});
  const auto& step = progress.steps[*progress.current];
  turn.say("case.steps.next", {{"number", static_cast<std::int64_t>(*progress.current) + 1},
                               {"total", total},
                               {"duty", in_language(step.step->duty, turn.state.locale)}});
}

}  // namespace

Role role_of(const State& state) {
  return state.role == static_cast<std::uint8_t>(Role::adviser)   ? Role::adviser
         : state.role == static_cast<std::uint8_t>(Role::contact) ? Role::contact
                                                                  : Role::reporter;
}

std::string in_language(const incident::Words& words, Locale locale) {
  if (words.empty()) return "";
  const auto found = words.find(locale);
  return found != words.end() ? found->second : words.begin()->second;
}

std::string party_name(const Turn& turn, const PartyId& party) {
  const auto* found = incident::find_party(turn.world.playbook.procedure, party);
  return found == nullptr ? party.str() : in_language(found->name, turn.state.locale);
}

std::string party_names(const Turn& turn, const std::vector<PartyId>& parties) {
  std::string out;
  for (const auto& party : parties) out += (out.empty() ? "" : ", ") + party_name(turn, party);
  return out;
}

std::string contact_name(const Turn& turn, const std::string& contact) {
  const auto* found = turn.world.contacts.find(contact);
  if (found == nullptr) return contact;
  const std::string function = found->title.empty() ? found->name.reveal() : found->title;
  const std::string party = party_name(turn, found->party);
  return function.empty() ? party : function + ", " + party;
}

void show_status(Turn& turn) {
  const auto& record = *turn.record;
  turn.say("case.status", {{"receipt", record.receipt.str()}});
  turn.say("case.state", {{"state", locales::CodeWord{"state", std::string{state_code(record.state)}}}});
  if (!record.suspicion_confirmed && record.choice(FactId::certainty) == "suspected") turn.say("case.suspicion_open");
  say_clock(turn);
  for (const FactId fact : kForContacts)
    if (const Fact* entry = record.find(fact); entry != nullptr && entry->status == FactStatus::known)
      say_fact(turn, fact, entry);
  if (record.choice(FactId::contained) != "yes")
    for (const auto step : incident::containment_steps(record)) turn.say(std::string{step});
  say_told_parties(turn);
  say_group_state(turn);
  say_open(turn);
  say_next_step(turn);
}

void show_log(Turn& turn) {
  turn.say("case.log", {{"receipt", turn.record->receipt.str()}});
  for (const auto& row : incident::log_rows(*turn.record)) say_fact(turn, row.fact, row.entry);
}

void show_contacts(Turn& turn) {
  const auto routing =
      incident::everyone_concerned(*turn.record, turn.world.playbook.procedure, turn.world.contacts, turn.world.now);
  turn.say(routing.tell.empty() ? "case.contacts.none" : "case.contacts");
  for (const auto& summons : routing.tell) {
    const auto* contact = turn.world.contacts.find(summons.contact);
    if (contact == nullptr) continue;
    turn.say(contact->mobile.reveal().empty() ? "case.contacts.line" : "case.contacts.line_with_phone",
             contact->mobile.reveal().empty()
                 ? Arguments{{"name", contact_name(turn, contact->id)}, {"email", contact->email.reveal()}}
                 : Arguments{{"name", contact_name(turn, contact->id)},
                             {"email", contact->email.reveal()},
                             {"phone", contact->mobile.reveal()}});
    turn.say(std::string{summons.why});
  }
  if (const auto missing = parties_of(routing.missing); !missing.empty())
    turn.say("case.told.missing", {{"parties", party_names(turn, missing)}});
}

}  // namespace varsel::dialog
