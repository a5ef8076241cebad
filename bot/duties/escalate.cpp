#include "bot/duties/duties.h"
#include "bot/meeting.h"
#include "incident/group.h"

namespace varsel::bot {

std::vector<incident::Event> escalate(const DutyScene& scene) {
  const auto& procedure = scene.house.playbook.procedure;
  const auto& book = scene.house.contacts;
  const PersonId varsel("varsel");
  std::vector<incident::Event> events;
  auto after = scene.record;
  for (const auto& due : incident::due_escalations(scene.record, procedure, book, scene.now)) {
    events.push_back({scene.now, varsel, incident::event::AttendeeEscalated{due.attendee, due.to}});
    incident::apply(after, events.back());
    if (!due.to.empty())
      write_meeting_letter(scene.house, scene.outside, scene.now, scene.incident, after, MeetingLetter::stand_in,
                           due.to, scene.now, scene.commit);
  }
  scene.set_timer("escalate", incident::next_escalation_at(after, procedure, book));
  return events;
}

}  // namespace varsel::bot
