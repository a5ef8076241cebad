#include "bot/posting.h"

#include <nlohmann/json.hpp>

#include "base/json_writer.h"

namespace varsel::bot {

using nlohmann::json;

storage::Posting to_posting(const adapters::Posted& posted) {
  JsonWriter body;
  body.begin_object();
  body.member("v", 1);
  body.member("text", posted.text.reveal());
  if (posted.from_person) body.member("person", posted.person.str());
  if (posted.locale) body.member("locale", tag(*posted.locale));
  if (!posted.client_id.empty()) body.member("client", posted.client_id);
  if (posted.in_reply_to != 0) body.member("to", posted.in_reply_to);
  if (posted.progress) body.member("progress", *posted.progress);
  if (!posted.attachments.empty()) {
    body.key("files");
    body.begin_array();
    for (const auto& name : posted.attachments) body.value(name);
    body.end_array();
  }
  if (!posted.buttons.empty()) {
    body.key("buttons");
    body.begin_array();
    for (const auto& button : posted.buttons) {
      body.begin_array();
      body.value(button.label);
      body.value(button.value);
      body.end_array();
    }
    body.end_array();
  }
  body.end_object();
  return {posted.sequence, posted.at, PersonalText(body.take())};
}

Result<adapters::Posted> from_posting(const storage::Posting& posting) {
  const auto body = json::parse(posting.body.reveal(), nullptr, false);
  if (!body.is_object() || body.value("v", 0) != 1) return fail(ErrorCode::corrupt, "a posting is not one of ours");
  adapters::Posted posted;
  posted.sequence = posting.sequence;
  posted.at = posting.at;
  posted.text = PersonalText(body.value("text", ""));
  posted.from_person = body.contains("person");
  posted.person = PersonId(body.value("person", ""));
  posted.locale = locale_from_tag(body.value("locale", ""));
  posted.client_id = body.value("client", "");
  posted.in_reply_to = body.value("to", std::uint64_t{0});
  if (body.contains("progress")) posted.progress = body.value("progress", 0);
  posted.attachments = body.value("files", std::vector<std::string>{});
  for (const auto& button : body.value("buttons", json::array()))
    posted.buttons.push_back({button.at(0).get<std::string>(), button.at(1).get<std::string>()});
  return posted;
}

}  // namespace varsel::bot
