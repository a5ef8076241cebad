// Turns the effects of a step into one commit. The only switch over dialog::Effect.
#pragma once
#include "bot/turn.h"

namespace varsel::bot {

struct Scene {
  const House& house;
  const Outside& outside;
  Instant now;
  PersonId by;  // empty: Varsel itself
  const storage::Conversation& conversation;
  RecordPtr record;            // before the turn
  RecordPtr attachable;        // of the incident that an Attach may name
  Locale locale = Locale::en;  // of the conversation
};

struct Performed {
  storage::Commit commit;              // without the conversation and its postings
  std::optional<IncidentId> incident;  // talked about from now on
  RecordPtr record;
};

[[nodiscard]] Performed perform(const std::vector<dialog::Effect>& effects, const Scene& scene);

// What follows from events of an incident without anybody asking: its timers, set anew where they moved.
void follow_up(const House& house, const IncidentId& incident, const incident::Record* before,
               const incident::Record& after, Instant now, storage::Commit& commit);

}  // namespace varsel::bot
