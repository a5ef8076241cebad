// What can happen to an incident. An incident is the fold of its events (record.h); events are appended, never changed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/locale.h"
#include "incident/facts.h"

namespace varsel::incident {

// The states of an incident, from the first message to the evaluation (state.cpp holds the guards).
// Frozen: stored on disk.
enum class State : std::uint8_t {
  draft = 1,       // opened by the first message; the reporter is still being asked
  reported = 2,    // handed in, or handed over incomplete
  triage = 3,      // somebody has taken it
  no_breach = 4,   // dismissed with a reason
  breach = 5,      // confirmed
  assessment = 6,  // risk is being judged
  decided = 7,     // decisions on authority and data subjects taken
  approved = 8,
  notified = 9,       // first notification given
  supplemented = 10,  // Art. 33(4): in phases
  closed = 11,
  evaluated = 12,  // J15
  withdrawn = 13,  // the reporter took it back before handing in; kept in the log
};

namespace event {

struct Opened {
  ReceiptNumber receipt;
  std::string playbook;  // name
  PartyId organisation;  // whose installation this is
  std::string zone;      // IANA; times of facts are read in it
  Locale locale = Locale::en;
  std::string channel;
  ConversationId conversation;
};
struct FactStated {
  FactId fact{};
  Fact entry;
};  // also: not known yet, refused, corrected
struct FactWithdrawn {
  FactId fact{};
};  // undone by the person
struct StateChanged {
  State to{};
  std::string reason;
};  // reason: a code or the person's words, masked
struct SuspicionSettled {
  bool confirmed = false;
  PersonalText reason;
};
struct AwarenessSet {
  Instant aware_at;
  std::string reason;
};  // starts the clock, Art. 33(1)
struct HandedIn {
  bool complete = false;
  std::string why;
};  // why: "reporter", "silence", "human", "paused"
struct StepDone {
  std::string workflow;
  std::string step;
  std::string note;
};
// A contact was told: the message is in the outbox under this key; its delivery state is there.
struct ContactTold {
  std::string contact;
  std::string list;
  PartyId party;
  std::string rule;
  std::string message_key;
};
struct ContactMissing {
  std::string list;
  PartyId party;
  std::string rule;
  std::string fallback;
};  // M8: loud
struct GroupSummoned {
  Instant start;
  Instant end;
  std::string uid;
  int sequence = 0;
  std::vector<std::string> attendees;
};
struct AttendeeAnswered {
  std::string attendee;
  std::string answer;
};  // accepted declined tentative
struct AttendeeEscalated {
  std::string attendee;
  std::string to;
};  // silence: the deputy, then the next contact
struct ContactPersonChosen {
  std::string attendee;
};                                 // D8: the coordinator's contact person
struct CoordinatorSteppedBack {};  // D9
struct StatusAsked {
  std::string of;
};
struct StatusReported {
  PersonalText text;
};
struct ReportHandedOver {
  PartyId party;
  std::string how;
};  // D10
struct DecisionTaken {
  std::string duty;
  std::string outcome;
  PersonalText reason;
};  // duty: authority subjects
struct AttachmentAdded {
  std::string key;
  Personal<std::string> name;
};
struct NoteAdded {
  PersonalText text;
};
struct HumanAsked {};
struct CaseTaken {
  std::string contact;
};  // who works on it from here on, by the id of the contact list
struct Duplicated {
  IncidentId of;
};  // the same breach was reported before

}  // namespace event

// The order of alternatives is not stored; storage names each by its own frozen tag.
using EventBody =
    std::variant<event::Opened, event::FactStated, event::FactWithdrawn, event::StateChanged, event::SuspicionSettled,
                 event::AwarenessSet, event::HandedIn, event::StepDone, event::ContactTold, event::ContactMissing,
                 event::GroupSummoned, event::AttendeeAnswered, event::AttendeeEscalated, event::ContactPersonChosen,
                 event::CoordinatorSteppedBack, event::StatusAsked, event::StatusReported, event::ReportHandedOver,
                 event::DecisionTaken, event::AttachmentAdded, event::NoteAdded, event::HumanAsked, event::Duplicated,
                 event::CaseTaken>;

struct Event {
  Instant at;
  PersonId by;  // channel-scoped; "varsel" for what the system did by itself
  EventBody body;
};

}  // namespace varsel::incident
