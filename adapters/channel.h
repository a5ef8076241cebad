// What every channel has in common: what comes in, what goes out, what a channel can show, and the desk that takes
// messages. Vendor types stop in adapters/<channel>; nobody outside knows a channel's name.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/locale.h"
#include "base/result.h"
#include "base/secret.h"
#include "base/time.h"

namespace varsel::adapters {

// What a channel can show. Rich content degrades to text where an ability is missing.
struct Capabilities {
  bool buttons = false;         // quick replies under a message
  bool attachments = false;     // can receive files
  std::size_t max_text = 4096;  // code points in one outgoing message; longer ones are split at a line
};

struct Attachment {
  std::string name;          // as the person's device called it; shown, never used as a path
  std::string content_type;  // sniffed from the bytes, not believed from the sender
  Personal<std::string> bytes;
};

// One message from a person, already authenticated and checked by its channel.
struct Incoming {
  std::string channel;  // "webchat", "console"
  ConversationId conversation;
  PersonId person;        // channel-scoped
  PersonalText text;      // UTF-8, not yet cleaned; may be empty when there are attachments
  std::string client_id;  // the sender's own id of this message, if the channel has one
  std::optional<Instant> client_time;
  std::optional<Locale> locale;  // what the channel says of the person's language
  std::vector<Attachment> attachments;
};

struct Button {
  std::string label;  // shown, in the conversation's language
  std::string value;  // sent as text when pressed
};

// One message of a conversation, as it was committed: from the person or from Varsel. `sequence` counts from 1 within
// the conversation, without gaps, in the order of commitment; it is what a watermark points at.
struct Posted {
  std::uint64_t sequence = 0;
  bool from_person = false;
  PersonId person;
  PersonalText text;
  std::vector<Button> buttons;
  std::optional<Locale> locale;
  Instant at;
  std::string client_id;                 // from_person: echoed to the sender
  std::uint64_t in_reply_to = 0;         // from Varsel: the sequence of the person's message, or 0
  std::vector<std::string> attachments;  // names only
  // from Varsel, at most one a turn: how far the report has come, 0..100, or nothing to show
  std::optional<int> progress;
};

// The desk that takes messages: implemented by bot/, used by every channel. Callbacks come on any thread, once.
class Desk {
 public:
  virtual ~Desk() = default;

  // Makes one turn. Answers, after the commit, with what the turn posted (the person's own message first). A message
  // that was delivered before answers with the same postings again.
  // Errors: invalid (nothing to read), unavailable (not kept: send again), not_found (unknown conversation).
  using Delivered = std::function<void(Result<std::vector<Posted>>)>;
  virtual void deliver(Incoming message, Delivered done) = 0;

  // Opens a conversation and posts the greeting. Asking again for an existing one answers with what is there.
  virtual void open(ConversationId conversation, std::string channel, PersonId person, std::optional<Locale> locale,
                    Delivered done) = 0;

  // What was posted after `after` (0: from the start), oldest first. not_found: no such conversation.
  virtual void history(ConversationId conversation, std::uint64_t after, Delivered done) = 0;
};

}  // namespace varsel::adapters
