#include <algorithm>

#include "bot/duties/duties.h"
#include "bot/letters.h"
#include "incident/routing.h"

namespace varsel::bot {

std::vector<const incident::Contact*> own_contacts_told(const DutyScene& scene) {
  std::vector<const incident::Contact*> contacts;
  for (const auto& told : scene.record.told) {
    const auto* contact = scene.house.contacts.find(told.contact);
    if (contact == nullptr || contact->party != incident::own_party(scene.record)) continue;
    if (std::find(contacts.begin(), contacts.end(), contact) == contacts.end()) contacts.push_back(contact);
  }
  return contacts;
}

std::vector<incident::Event> tell_of_failed_delivery(const DutyScene& scene, const std::string& key) {
  constexpr std::string_view kOwn = "failed/";
  if (key.starts_with(kOwn)) return {};  // about this one, only the log and the case page can tell
  LetterWriter letters(scene.house, scene.outside, scene.now, scene.incident, scene.record, scene.commit);
  for (const auto* contact : own_contacts_told(scene))
    if (!key.ends_with("/" + contact->id))  // it is this contact that cannot be reached
      letters.write(std::string(kOwn) + key + "/" + contact->id, *contact, "mail.delivery_failed", scene.now);
  return {};
}

}  // namespace varsel::bot
