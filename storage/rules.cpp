#include "storage/rules.h"

#include <algorithm>
#include <set>

namespace varsel::storage {

Result<> check(const Commit& turn) {
  const auto invalid = [](const char* what) { return fail(ErrorCode::invalid, what); };
  if (turn.conversation) {
    if (turn.conversation->id.empty()) return invalid("a conversation without an id");
    for (std::size_t i = 0; i < turn.postings.size(); ++i)
      if (turn.postings[i].sequence + turn.postings.size() - i != turn.conversation->last_sequence + 1)
        return invalid("the postings do not lead to the conversation's last sequence");
  } else {
    if (!turn.postings.empty()) return invalid("postings without their conversation");
    if (turn.inbound) return invalid("an inbound key without its conversation");
  }
  std::set<IncidentId> appended;
  for (const auto& append : turn.appends) {
    if (append.incident.empty()) return invalid("an incident without an id");
    if (append.events.empty()) return invalid("an append without events");
    if (!appended.insert(append.incident).second) return invalid("two appends to one incident");
    const bool opens = std::holds_alternative<incident::event::Opened>(append.events.front().body);
    if (append.expected_version == 0 && !opens) return invalid("an incident must begin with its opening");
  }
  for (const auto& message : turn.outbox)
    if (message.key.empty()) return invalid("an outgoing message without a key");
  for (const auto& attachment : turn.attachments)
    if (attachment.key.empty()) return invalid("an attachment without a key");
  for (const auto& grant : turn.grants)
    if (grant.token_hash.empty()) return invalid("an access without a token");
  return {};
}

Instant moment(const Commit& turn) {
  std::optional<Instant> latest;
  const auto seen = [&latest](Instant at) { latest = latest ? std::max(*latest, at) : at; };
  for (const auto& posting : turn.postings) seen(posting.at);
  for (const auto& append : turn.appends)
    for (const auto& event : append.events) seen(event.at);
  for (const auto& entry : turn.audit) seen(entry.at);
  for (const auto& attachment : turn.attachments) seen(attachment.at);
  if (latest) return *latest;
  for (const auto& message : turn.outbox) seen(message.due);
  return latest.value_or(Instant{});
}

std::size_t size_of(const Commit& turn) {
  std::size_t bytes = sizeof turn;
  if (turn.conversation) bytes += turn.conversation->state.reveal().size();
  for (const auto& posting : turn.postings) bytes += sizeof posting + posting.body.reveal().size();
  for (const auto& append : turn.appends) bytes += append.events.size() * 2 * sizeof(incident::Event);
  for (const auto& message : turn.outbox) bytes += sizeof message + message.body.reveal().size();
  for (const auto& attachment : turn.attachments) bytes += sizeof attachment + attachment.bytes.reveal().size();
  bytes += turn.audit.size() * sizeof(Audit) + turn.set_timers.size() * sizeof(Timer);
  return bytes;
}

Result<> check_follows(const Commit& turn, const Standing& kept) {
  if (turn.conversation->revision != kept.revision)
    return fail(ErrorCode::conflict, "the conversation has another revision");
  if (turn.conversation->last_sequence != kept.last_sequence + turn.postings.size())
    return fail(ErrorCode::invalid, "the postings do not follow the kept ones");
  return {};
}

incident::State state_after(incident::State before, const std::vector<incident::Event>& events) {
  incident::Record record;
  record.state = before;
  for (const auto& event : events) incident::apply(record, event);
  return record.state;
}

const ReceiptNumber& receipt_of(const Commit::Append& opening) {
  return std::get<incident::event::Opened>(opening.events.front().body).receipt;
}

Result<Settled> settled(Delivery now, bool idempotent, Delivery outcome, std::optional<Instant> next) {
  if (now != Delivery::sending) return fail(ErrorCode::conflict, "the message is not being sent");
  switch (outcome) {
    case Delivery::pending:
      if (!next) return fail(ErrorCode::invalid, "another attempt needs its time");
      return Settled{Delivery::pending, next};
    case Delivery::failed:
      if (next) return Settled{Delivery::pending, next};
      return Settled{Delivery::failed, std::nullopt};
    case Delivery::may_have_been_delivered:
      if (!next) return Settled{Delivery::may_have_been_delivered, std::nullopt};
      if (!idempotent) return fail(ErrorCode::invalid, "only an idempotent message may be sent again");
      return Settled{Delivery::pending, next};
    case Delivery::delivered:
      if (next) return fail(ErrorCode::invalid, "a delivered message is not sent again");
      return Settled{Delivery::delivered, std::nullopt};
    case Delivery::sending:
      break;
  }
  return fail(ErrorCode::invalid, "sending is no outcome");
}

}  // namespace varsel::storage
