#include "adapters/mail/retry.h"
#include "bot/duties/duties.h"
#include "bot/letters.h"

namespace varsel::bot {
namespace {

using adapters::mail::Outcome;
using storage::Delivery;

Result<adapters::mail::Mail> as_mail(const storage::OutboxRow& row, const House& house) {
  VARSEL_TRY(const auto letter, load_letter(row.message.body));
  VARSEL_TRY(auto from, adapters::mail::Address::make(house.mail_from, "Varsel"));
  VARSEL_TRY(auto to, adapters::mail::Address::make(letter.to, letter.to_name));
  return adapters::mail::compose({.from = std::move(from),
                                  .to = std::move(to),
                                  .subject = letter.subject,
                                  .date = letter.date,
                                  .message_id = letter.message_id,
                                  .language = letter.language,
                                  .text = letter.text,
                                  .calendar = letter.calendar});
}

std::string code(const adapters::mail::Attempt& attempt) {
  return (attempt.smtp_code != 0 ? std::to_string(attempt.smtp_code) + " " : "") + attempt.detail;
}

}  // namespace

std::string server_of(const storage::OutboxRow& row) {
  const auto letter = load_letter(row.message.body);
  return letter ? letter->to.substr(letter->to.rfind('@') + 1) : std::string();
}

Settled deliver_mail(const storage::OutboxRow& row, adapters::mail::Submission& submission, const Outside& outside,
                     const House& house) {
  const auto mail = as_mail(row, house);
  if (!mail) return {Delivery::failed, "not a mail: " + mail.error().detail, std::nullopt, false};
  const auto attempt = submission.submit(*mail);
  if (attempt.outcome == Outcome::delivered) return {Delivery::delivered, "delivered", std::nullopt, false};

  const bool uncertain = attempt.outcome == Outcome::may_have_been_delivered;
  const bool was_uncertain = row.last_result.rfind("uncertain", 0) == 0;
  const auto wait = adapters::mail::wait_before_next(
      attempt.outcome, {row.attempts, (uncertain ? 1 : 0) + (was_uncertain ? 1 : 0), row.message.idempotent});
  Settled settled;
  settled.result = (uncertain || was_uncertain ? "uncertain: " : "") + code(attempt);
  settled.operator_must_act = attempt.outcome == Outcome::misconfigured;
  if (wait) {
    settled.state = Delivery::pending;
    settled.next = outside.now() + *wait;
  } else {
    settled.state = uncertain || was_uncertain ? Delivery::may_have_been_delivered : Delivery::failed;
  }
  return settled;
}

}  // namespace varsel::bot
