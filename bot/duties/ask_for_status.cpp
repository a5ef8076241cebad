#include "bot/duties/duties.h"
#include "bot/letters.h"
#include "incident/group.h"

namespace varsel::bot {

std::vector<incident::Event> ask_for_status(const DutyScene& scene) {
  const auto& procedure = scene.house.playbook.procedure;
  std::vector<incident::Event> events;
  auto after = scene.record;
  if (const auto whom = incident::status_due(scene.record, procedure, scene.now)) {
    events.push_back({scene.now, PersonId("varsel"), incident::event::StatusAsked{*whom}});
    incident::apply(after, events.back());
    if (const auto* contact = scene.house.contacts.find(*whom))
      LetterWriter(scene.house, scene.outside, scene.now, scene.incident, scene.record, scene.commit)
          .write("status/" + scene.incident.str() + "/" + iso(scene.now), *contact, "mail.status_asked", scene.now);
  }
  scene.set_timer("status", incident::next_status_at(after, procedure));
  return events;
}

}  // namespace varsel::bot
