// Bot Framework activities, as far as Direct Line 3.0 clients send and read them.
// Source: Bot Framework Activity schema; the behaviour of botframework-directlinejs 0.15.8 and Web Chat 4.18.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/channel.h"

namespace varsel::adapters::webchat {

// What the client's JSON says, before anything of it is believed.
struct Received {
  bool message = false;  // otherwise typing, event and the like: accepted and not kept
  PersonId from;         // as claimed; "" if absent
  PersonalText text;     // of the message, or of a button's value {"text": ...}
  std::string client_id;
  std::optional<Instant> client_time;
  std::optional<Locale> locale;
};
// invalid: no JSON object, no type, a field of the wrong type, or an id longer than 256 bytes.
Result<Received> read_activity(std::string_view json);

// What starts a conversation or asks for a token: {"user":{"id","name"},"locale"}, or nothing at all.
struct Opening {
  PersonId user;
  std::optional<Locale> locale;
};
Result<Opening> read_opening(std::string_view json);

std::string activity_id(const ConversationId& conversation, std::uint64_t sequence);  // "conv|0000001"

// {"activities":[...],"watermark":"N"}; the watermark is the last sequence, or `after` if there is nothing new.
std::string activity_set(const ConversationId& conversation, const std::vector<Posted>& postings, std::uint64_t after);

// The first language of an Accept-Language header that Varsel speaks.
std::optional<Locale> preferred_locale(std::string_view accept_language);

}  // namespace varsel::adapters::webchat
