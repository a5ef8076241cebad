#include "bot/duties/duties.h"
#include "bot/letters.h"

namespace varsel::bot {

void tell_of_hand_over(const DutyScene& scene, const incident::Record& before) {
  const incident::Record& now = scene.record;
  const bool asks_for_a_person = now.human_asked && !before.human_asked;
  const bool incomplete = now.handed_in_at && !before.handed_in_at && !now.complete;
  if (!asks_for_a_person && !incomplete) return;
  const std::string why = asks_for_a_person ? "human" : "incomplete";
  LetterWriter letters(scene.house, scene.outside, scene.now, scene.incident, now, scene.commit);
  for (const auto* contact :
       own_contacts_told({scene.house, scene.outside, scene.now, scene.incident, before, scene.commit}))
    letters.write("handed_over/" + scene.incident.str() + "/" + why + "/" + contact->id, *contact, "mail.handed_over",
                  scene.now);
}

}  // namespace varsel::bot
