#include <set>

#include "bot/duties/duties.h"

namespace varsel::bot {
namespace {

constexpr std::string_view kTaken = "taken/";  // + incident

}  // namespace

std::optional<IncidentId> taken_incident(const std::string& duty) {
  if (!duty.starts_with(kTaken)) return std::nullopt;
  return IncidentId(duty.substr(kTaken.size()));
}

std::vector<incident::Event> tell_who_has_taken_it(const DutyScene& scene, storage::Store& store) {
  scene.set_timer("taken", std::nullopt);
  std::set<std::string> conversations;
  // Where it was told first, and where it was resumed.
  if (const auto row = store.conversation(scene.record.conversation); row && *row)
    conversations.insert(scene.record.conversation.str());
  if (const auto others = store.conversations_of(scene.incident))
    for (const ConversationId& other : *others) conversations.insert(other.str());
  for (const std::string& conversation : conversations)
    scene.commit.set_timers.push_back({std::string(kTaken) + scene.incident.str(), conversation, scene.now});
  return {};
}

}  // namespace varsel::bot
