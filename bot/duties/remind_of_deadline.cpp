#include <algorithm>

#include "bot/duties/duties.h"
#include "bot/letters.h"
#include "incident/deadlines.h"

namespace varsel::bot {

std::vector<incident::Event> remind_of_deadline(const DutyScene& scene) {
  std::optional<Instant> next;
  const bool open = scene.record.aware_at && !scene.record.decisions.contains("authority");
  if (open) {
    // After a time without power several may be due: the last one says it all.
    const auto all = incident::reminders(*scene.record.aware_at);
    const auto later = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.at > scene.now; });
    if (later != all.end()) next = later->at;
    if (later != all.begin()) {
      const auto& due = *std::prev(later);
      LetterWriter letters(scene.house, scene.outside, scene.now, scene.incident, scene.record, scene.commit);
      for (const auto* contact : own_contacts_told(scene))
        letters.write("reminder/" + scene.incident.str() + "/" + std::to_string(due.after.count()) + "/" + contact->id,
                      *contact, "mail.reminder", scene.now, std::nullopt, {{"hours", std::int64_t{due.after.count()}}});
    }
  }
  scene.set_timer("reminder", next);
  return {};
}

}  // namespace varsel::bot
