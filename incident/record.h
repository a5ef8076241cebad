// The record: what an incident is, folded from its events.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "incident/events.h"

namespace varsel::incident {

struct Told {
  std::string contact;
  std::string list;
  PartyId party;
  std::string rule;
  std::string message_key;
  Instant at;
};
struct Missing {
  std::string list;
  PartyId party;
  std::string rule;
  std::string fallback;
  Instant at;
};

struct Group {
  Instant start;
  Instant end;
  std::string uid;  // of the calendar invitation
  int sequence = 0;
  std::vector<std::string> attendees;            // contact ids, those who stand in for a silent one included
  std::map<std::string, Instant> invited_at;     // contact id -> when; silence is counted from here
  std::map<std::string, std::string> answers;    // contact id -> accepted declined tentative
  std::map<std::string, std::string> escalated;  // contact id -> who stands in
  std::optional<std::string> contact_person;     // D8
  bool coordinator_active = true;                // until it steps back, D9
  std::vector<Instant> status_asked;
  std::vector<std::pair<Instant, PersonalText>> status_reports;
  std::map<PartyId, Instant> report_handed_to;  // D10
};

struct Record {
  ReceiptNumber receipt;
  std::string playbook;
  PartyId organisation;
  std::string zone = "UTC";
  Locale locale = Locale::en;
  std::string channel;
  ConversationId conversation;
  PersonId reporter;
  Instant opened_at;
  State state = State::draft;
  std::map<FactId, Fact> facts;
  std::optional<Instant> aware_at;
  std::optional<Instant> handed_in_at;
  bool complete = false;
  bool human_asked = false;
  std::string taken_by;  // contact id of who works on it, "" before anybody does
  std::vector<Told> told;
  std::vector<Missing> missing;
  std::map<std::string, Instant> steps_done;  // "workflow/step"
  std::optional<Group> group;
  std::map<std::string, std::string> decisions;          // duty -> outcome (state.h)
  std::map<std::string, PersonalText> decision_reasons;  // duty -> why, as the person who decided put it
  std::optional<bool> suspicion_confirmed;               // M2: settled; not set while a suspicion is still open
  PersonalText suspicion_reason;
  std::vector<std::string> attachments;  // keys
  std::optional<IncidentId> duplicate_of;
  Instant changed_at;
  std::uint64_t version = 0;  // number of events folded in

  [[nodiscard]] const Fact* find(FactId fact) const;
  // The value, when it is known; nullptr otherwise. T must be the alternative of the fact's type.
  template <class T>
  [[nodiscard]] const T* known(FactId fact) const {
    const Fact* entry = find(fact);
    return entry != nullptr && entry->status == FactStatus::known ? std::get_if<T>(&entry->value) : nullptr;
  }
  // The code of a Choice, or "" when it is not known.
  [[nodiscard]] std::string_view choice(FactId fact) const;
};

// Folds one event in. Total: every event applies to every record (history is never refused, only commands are). An
// event about a group that was never summoned changes nothing but the version. Three things follow from what happened:
// HandedIn makes a draft reported, the first ContactTold fills `notified` unless it is known, and a decision on the
// authority sets `authority_notified`.
void apply(Record& record, const Event& event);
[[nodiscard]] Record fold(const std::vector<Event>& events);

// The nine fields of the mandatory log that are still missing (M6). "Not known yet" with a reason and a date to ask
// again is an answer for handing in, but not for closing; so are "refused" and an undecided notification. `notified` is
// not asked of a reporter: nobody is told before the report is handed in.
enum class For { handing_in, closing };
[[nodiscard]] std::vector<FactId> missing_log_fields(const Record& record, For purpose);

// May the incident go to that state? Error::detail is the message id of the reason ("guard.log_incomplete", ...).
[[nodiscard]] Result<> may_enter(const Record& record, State to);

}  // namespace varsel::incident
