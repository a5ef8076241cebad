// The duties themselves, one file each. A duty of an incident sees its record and returns what happened; it sets its
// own timer anew or takes it away, so that it fires once.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "adapters/mail/submit.h"
#include "bot/turn.h"

namespace varsel::bot {

struct DutyScene {
  const House& house;
  const Outside& outside;
  Instant now;
  const IncidentId& incident;
  const incident::Record& record;
  storage::Commit& commit;
  // Sets the timer of this duty to `next`, or takes it away.
  void set_timer(const std::string& duty, std::optional<Instant> next) const {
    if (next)
      commit.set_timers.push_back({duty, incident.str(), *next});
    else
      commit.cancel_timers.push_back({duty, incident.str(), {}});
  }
};

// The contacts of the own organisation that were told, each once: those who work on the case.
[[nodiscard]] std::vector<const incident::Contact*> own_contacts_told(const DutyScene& scene);

// Whoever is silent about the meeting is followed by the deputy, then by the next contact (D8).
[[nodiscard]] std::vector<incident::Event> escalate(const DutyScene& scene);
// The group's contact person is asked where it stands (D9).
[[nodiscard]] std::vector<incident::Event> ask_for_status(const DutyScene& scene);
// 24, 48, 60 and 71 hours after awareness, while nobody has decided about the supervisory authority (J7, J17).
[[nodiscard]] std::vector<incident::Event> remind_of_deadline(const DutyScene& scene);

// Somebody has taken the case: every conversation about it is told, whichever the reporter has open. A timer each,
// named after the report, because by now the reporter may talk about another one in the same conversation.
[[nodiscard]] std::vector<incident::Event> tell_who_has_taken_it(const DutyScene& scene, storage::Store& store);
// The report of such a timer; nothing when it is another timer.
[[nodiscard]] std::optional<IncidentId> taken_incident(const std::string& duty);

// A report was handed over by silence or a pause, or its reporter asked for a person. Those of the own organisation who
// were told of it `before` hear so; whoever is told first in the same turn knows (J3, J17).
void tell_of_hand_over(const DutyScene& scene, const incident::Record& before);

// A message was given up: the own organisation's contacts are told, so that a person finds another way.
[[nodiscard]] std::vector<incident::Event> tell_of_failed_delivery(const DutyScene& scene, const std::string& key);

// One attempt at one mail of the outbox, and what comes next.
struct Settled {
  storage::Delivery state = storage::Delivery::failed;
  std::string result;  // a code, for operator and adviser
  std::optional<Instant> next;
  bool operator_must_act = false;
};
// The mail server that may be slow with it: the domain of its recipient, "" when it is no mail.
[[nodiscard]] std::string server_of(const storage::OutboxRow& row);
[[nodiscard]] Settled deliver_mail(const storage::OutboxRow& row, adapters::mail::Submission& submission,
                                   const Outside& outside, const House& house);

}  // namespace varsel::bot
