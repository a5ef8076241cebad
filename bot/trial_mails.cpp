#include "bot/trial_mails.h"

#include "bot/house.h"
#include "bot/letters.h"

namespace varsel::bot {
namespace {

// The left side of the Message-ID: hex, made in letters.cpp.
std::string id_of(const Letter& letter) {
  return letter.message_id.substr(0, letter.message_id.find('@'));
}

}  // namespace

void TrialMails::list(Listed done) {
  const auto rows = store_.outbox(std::nullopt);
  if (!rows) return done(tl::make_unexpected(rows.error()));
  std::vector<adapters::page::MailSummary> mails;
  for (const auto& row : *rows) {
    if (row.state != storage::Delivery::delivered) continue;
    const auto letter = load_letter(row.message.body);
    if (!letter) return done(tl::make_unexpected(letter.error()));
    mails.push_back({id_of(*letter), row.changed, PersonalText(letter->to), PersonalText(letter->subject)});
  }
  done(std::move(mails));
}

void TrialMails::read(std::string_view id, Read done) {
  const auto rows = store_.outbox(std::nullopt);
  if (!rows) return done(tl::make_unexpected(rows.error()));
  for (const auto& row : *rows) {
    const auto letter = load_letter(row.message.body);
    if (!letter || id_of(*letter) != id) continue;
    auto file = read_file(folder_ / (letter->message_id + ".eml"));
    if (!file) return done(tl::make_unexpected(file.error()));
    return done(PersonalText(std::move(file->text)));
  }
  done(fail(ErrorCode::not_found, "no such mail"));
}

}  // namespace varsel::bot
