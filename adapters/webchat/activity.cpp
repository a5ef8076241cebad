#include "adapters/webchat/activity.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "adapters/http/json.h"
#include "base/json_writer.h"
#include "base/text.h"

namespace varsel::adapters::webchat {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxId = 256;
constexpr std::string_view kVarsel = "varsel";

// A member that may be absent or null; of another type than text it is an error.
Result<std::string> text_of(const json& object, const char* member) {
  const auto at = object.find(member);
  if (at == object.end() || at->is_null()) return std::string();
  if (!at->is_string()) return fail(ErrorCode::invalid, std::string(member) + " must be text");
  return at->get<std::string>();
}

Result<std::string> id_of(const json& object, const char* member) {
  VARSEL_TRY(std::string id, text_of(object, member));
  if (id.size() > kMaxId) return fail(ErrorCode::invalid, std::string(member) + " is too long");
  return id;
}

// A member that is an object, or an empty one.
json object_of(const json& object, const char* member) {
  const auto at = object.find(member);
  return at != object.end() && at->is_object() ? *at : json::object();
}

Result<std::optional<Locale>> locale_of(const json& object) {
  VARSEL_TRY(const std::string tag, text_of(object, "locale"));
  return locale_from_tag(tag);
}

// A pressed button of a card arrives as its value: plain text, or {"text": ...}.
Result<std::string> pressed(const json& activity) {
  const auto value = activity.find("value");
  if (value == activity.end()) return std::string();
  if (value->is_string()) return value->get<std::string>();
  return value->is_object() ? text_of(*value, "text") : std::string();
}

void write_channel_data(JsonWriter& out, const Posted& posted) {
  // Web Chat shows a message as sent when it sees its own id again.
  const bool sent = posted.from_person && !posted.client_id.empty();
  if (!sent && !posted.progress) return;
  out.key("channelData");
  out.begin_object();
  if (sent) out.member("clientActivityID", posted.client_id);
  if (posted.progress) {
    out.key("varsel");
    out.begin_object();
    out.member("progress", *posted.progress);
    out.end_object();
  }
  out.end_object();
}

void write_activity(JsonWriter& out, const ConversationId& conversation, const Posted& posted) {
  out.begin_object();
  out.member("type", "message");
  out.member("id", activity_id(conversation, posted.sequence));
  out.member("timestamp", iso(posted.at));
  out.member("channelId", "directline");
  out.key("conversation");
  out.begin_object();
  out.member("id", conversation.str());
  out.end_object();
  out.key("from");
  out.begin_object();
  out.member("id", posted.from_person ? std::string_view(posted.person.str()) : kVarsel);
  if (!posted.from_person) out.member("name", "Varsel");
  out.member("role", posted.from_person ? "user" : "bot");
  out.end_object();
  out.member("text", posted.text.reveal());
  out.member("textFormat", "plain");  // otherwise clients read what people write as Markdown
  if (posted.locale) out.member("locale", tag(*posted.locale));
  if (posted.in_reply_to) out.member("replyToId", activity_id(conversation, posted.in_reply_to));
  write_channel_data(out, posted);
  if (!posted.buttons.empty()) {
    out.key("suggestedActions");
    out.begin_object();
    out.key("actions");
    out.begin_array();
    for (const Button& button : posted.buttons) {
      out.begin_object();
      out.member("type", "imBack");
      out.member("title", button.label);
      out.member("value", button.value);
      out.end_object();
    }
    out.end_array();
    out.end_object();
  }
  if (!posted.attachments.empty()) {
    out.key("attachments");
    out.begin_array();
    for (const std::string& name : posted.attachments) {
      out.begin_object();
      out.member("contentType", "application/octet-stream");
      out.member("name", name);
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
}

}  // namespace

Result<Received> read_activity(std::string_view text) {
  VARSEL_TRY(const json activity, http::parse_json(text));
  if (!activity.is_object()) return fail(ErrorCode::invalid, "an activity is an object");
  VARSEL_TRY(const std::string type, text_of(activity, "type"));
  if (type.empty()) return fail(ErrorCode::invalid, "type is missing");

  Received received;
  received.message = type == "message";
  VARSEL_TRY(std::string from, id_of(object_of(activity, "from"), "id"));
  received.from = PersonId(std::move(from));
  VARSEL_TRY(std::string written, text_of(activity, "text"));
  if (written.empty()) {
    VARSEL_TRY(written, pressed(activity));
  }
  received.text = PersonalText(std::move(written));

  // A client without an id of its own still says when it wrote; both stay the same when it sends again.
  VARSEL_TRY(const std::string timestamp, id_of(activity, "timestamp"));
  VARSEL_TRY(received.client_id, id_of(object_of(activity, "channelData"), "clientActivityID"));
  if (received.client_id.empty()) {
    VARSEL_TRY(received.client_id, id_of(activity, "id"));
  }
  if (received.client_id.empty()) received.client_id = timestamp;
  if (const auto at = parse_instant(timestamp)) received.client_time = *at;
  VARSEL_TRY(received.locale, locale_of(activity));
  return received;
}

Result<Opening> read_opening(std::string_view text) {
  Opening opening;
  if (trim(text).empty()) return opening;
  VARSEL_TRY(const json body, http::parse_json(text));
  if (!body.is_object()) return fail(ErrorCode::invalid, "the body is an object, or empty");
  VARSEL_TRY(std::string user, id_of(object_of(body, "user"), "id"));
  opening.user = PersonId(std::move(user));
  VARSEL_TRY(opening.locale, locale_of(body));
  return opening;
}

std::string activity_id(const ConversationId& conversation, std::uint64_t sequence) {
  char number[24];
  std::snprintf(number, sizeof number, "|%07llu", static_cast<unsigned long long>(sequence));
  return conversation.str() + number;
}

std::string activity_set(const ConversationId& conversation, const std::vector<Posted>& postings, std::uint64_t after) {
  JsonWriter set;
  set.begin_object();
  set.key("activities");
  set.begin_array();
  for (const Posted& posted : postings) write_activity(set, conversation, posted);
  set.end_array();
  set.member("watermark", std::to_string(postings.empty() ? after : postings.back().sequence));
  set.end_object();
  return set.take();
}

std::optional<Locale> preferred_locale(std::string_view accept_language) {
  while (!accept_language.empty()) {
    const std::size_t comma = accept_language.find(',');
    const std::string range = trim(accept_language.substr(0, std::min(comma, accept_language.find(';'))));
    if (const auto locale = locale_from_tag(range)) return locale;
    if (comma == std::string_view::npos) break;
    accept_language.remove_prefix(comma + 1);
  }
  return std::nullopt;
}

}  // namespace varsel::adapters::webchat
