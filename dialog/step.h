// The conversation is a pure function: step(state, input, world) -> decision. No clock, no database, no channel. The
// same messages give the same conversation, bit for bit, for ever.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dialog/playbook.h"
#include "dialog/state.h"
#include "incident/record.h"
#include "incident/routing.h"
#include "intents/understand.h"
#include "locales/catalog.h"

namespace varsel::dialog {

using locales::Message;

// Who is talking. A reporter by default; a link from a mail makes somebody a contact or an adviser of one incident.
enum class Role : std::uint8_t { reporter = 1, contact = 2, adviser = 3 };  // frozen: stored on disk

// Everything a step may look at besides its state and the message.
struct World {
  const Playbook& playbook;
  const incident::ContactBook& contacts;
  const incident::Record* record = nullptr;  // the incident being talked about; nullptr before there is one
  Instant now;
  // Ready-made randomness: used when this step opens a report, the code also when it is paused.
  IncidentId fresh_incident;
  ReceiptNumber fresh_receipt;
  std::string fresh_code;  // resume code, 8 characters
  // "resume V-2026-…": what bot/ found for the receipt number and code in the message, if both are right.
  std::optional<IncidentId> resumable;
  const incident::Record* resumable_record = nullptr;
};

struct Option {
  std::string code;  // what pressing it means to the dialog
  Message label;     // shown; also sent as text by the channel
  bool operator==(const Option&) const = default;
};

// One message of Varsel: paragraphs, then buttons.
struct Reply {
  std::vector<Message> paragraphs;
  std::vector<Option> options;
};

namespace effect {
// Opens the incident under World::fresh_incident; the events follow as Append.
struct Open {
  IncidentId incident;
};
struct Append {
  incident::EventBody body;
};
// Tell these contacts now (bot/ makes the mails and appends ContactTold for each).
struct Tell {
  std::vector<incident::Summons> summons;
  std::vector<incident::MissingContact> missing;
};
// Summon the emergency group, or whoever of it is new: bot/ plans the meeting and sends the invitations.
struct SummonGroup {};
// Nobody needs to meet any more.
struct CancelGroup {};
// Somebody read what reading is recorded of: "contacts" (D5).
struct Reading {
  std::string what;
};
// Talk about another incident from now on.
struct Attach {
  IncidentId incident;
};
// Somebody may resume this report from another channel with this code (bot/ keeps only its hash).
struct AllowResume {
  std::string code;
};
struct SetTimer {
  std::string duty;
  std::chrono::milliseconds after{};
};
struct CancelTimer {
  std::string duty;
};
}  // namespace effect
using Effect =
    std::variant<effect::Open, effect::Append, effect::Tell, effect::SummonGroup, effect::CancelGroup, effect::Reading,
                 effect::Attach, effect::AllowResume, effect::SetTimer, effect::CancelTimer>;

struct Decision {
  State state;
  std::vector<Reply> replies;   // at least one for every message
  std::vector<Effect> effects;  // in order
};

// What came in.
namespace input {
struct Said {
  intents::Understanding understanding;
  std::optional<std::string> choice;  // code of the option of the last reply whose label (or number) was sent
  PersonId person;
  std::string channel;
  std::uint64_t turn = 0;                // sequence of the person's posting
  std::vector<std::string> attachments;  // keys, already kept
  ConversationId conversation;
};
// A conversation begins. Whoever comes back to one reads what was said, and is not greeted again.
struct Greet {
  std::optional<Locale> locale;
};
struct Silence {
  std::string duty;
};  // a timer of this conversation fired: "nudge" or "handover"
// Somebody works on a report of this person from now on.
struct Taken {
  ReceiptNumber receipt;  // of which report: they may talk about another one by now
  std::string contact;    // id of who has taken it
};
}  // namespace input
using Input = std::variant<input::Said, input::Greet, input::Silence, input::Taken>;

[[nodiscard]] Decision step(const State& state, const Input& input, const World& world);

// What the next message will be read as; bot/ passes it to intents::understand.
[[nodiscard]] intents::Context expecting(const State& state, const World& world);

// 0..100, for the progress shown beside the chat.
[[nodiscard]] int progress(const State& state, const World& world);

}  // namespace varsel::dialog
