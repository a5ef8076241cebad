#include "bot/letters.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/json_writer.h"
#include "incident/routing.h"

namespace varsel::bot {

using nlohmann::json;

PersonalText save(const Letter& letter) {
  JsonWriter body;
  body.begin_object();
  body.member("v", 1);
  body.member("to", letter.to);
  body.member("name", letter.to_name);
  body.member("subject", letter.subject);
  body.member("text", letter.text);
  body.member("language", tag(letter.language));
  body.member("id", letter.message_id);
  body.member("date", iso(letter.date));
  if (letter.calendar) {
    body.key("calendar");
    body.begin_object();
    body.member("method", letter.calendar->method);
    body.member("ics", letter.calendar->ics);
    body.end_object();
  }
  body.end_object();
  return PersonalText(body.take());
}

Result<Letter> load_letter(const PersonalText& text) {
  const auto body = json::parse(text.reveal(), nullptr, false);
  if (!body.is_object() || body.value("v", 0) != 1) return fail(ErrorCode::corrupt, "a letter is not one of ours");
  Letter letter;
  letter.to = body.value("to", "");
  letter.to_name = body.value("name", "");
  letter.subject = body.value("subject", "");
  letter.text = body.value("text", "");
  letter.language = locale_from_tag(body.value("language", "")).value_or(Locale::en);
  letter.message_id = body.value("id", "");
  VARSEL_TRY(letter.date, parse_instant(body.value("date", "")));
  if (body.contains("calendar"))
    letter.calendar =
        adapters::mail::CalendarPart{body["calendar"].value("method", ""), body["calendar"].value("ics", "")};
  return letter;
}

std::string role_of(const incident::Contact& contact, const incident::Record& record) {
  return contact.party == incident::own_party(record) ? "adviser" : "contact";
}

void LetterWriter::write(const std::string& key, const incident::Contact& to, const std::string& text, Instant due,
                         std::optional<adapters::mail::CalendarPart> calendar,
                         std::vector<std::pair<std::string, locales::Argument>> more) {
  if (to.email.reveal().empty()) return;
  const Locale locale = to.locale.value_or(house_.home());
  const auto render = [&](const std::string& part) {
    locales::Message message{text + part, more};
    if (part == ".body") {
      message.arguments.emplace_back("link", link(to));
      message.arguments.emplace_back("receipt", record_.receipt.str());
    }
    return house_.catalog.render(message, locale, house_.zone()).text;
  };
  Letter letter;
  letter.to = to.email.reveal();
  letter.to_name = to.title;
  letter.subject = render(".subject");
  letter.text = render(".body");
  letter.language = locale;
  letter.message_id = sha256_hex(key).substr(0, 32) + "@" + house_.host;
  letter.date = now_;
  letter.calendar = std::move(calendar);
  commit_.outbox.push_back({key, incident_, "mail", save(letter), due, /*idempotent=*/true});
}

std::string LetterWriter::link(const incident::Contact& to) {
  constexpr auto kLinkLife = std::chrono::days(90);
  const auto token = base64url(outside_.random(32));
  commit_.grants.push_back({sha256_hex(token), incident_, role_of(to, record_), to.id, now_ + kLinkLife});
  return house_.public_url + "/case/" + token;
}

}  // namespace varsel::bot
