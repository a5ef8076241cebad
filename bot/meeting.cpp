#include "bot/meeting.h"

#include "adapters/calendar/invitation.h"
#include "bot/letters.h"
#include "incident/group.h"

namespace varsel::bot {
namespace {

std::string text_of(MeetingLetter kind) {
  switch (kind) {
    case MeetingLetter::invitation:
      return "mail.group";
    case MeetingLetter::update:
      return "mail.group_update";
    case MeetingLetter::cancel:
      return "mail.group_cancel";
    case MeetingLetter::stand_in:
      return "mail.group_stand_in";
  }
  return "mail.group";
}

// The meeting in the language of its reader. Nothing when an address cannot stand in a header: the list check
// (`varsel contacts check`) finds those before a breach does.
std::optional<adapters::mail::CalendarPart> calendar_part(const House& house, Instant now,
                                                          const incident::Record& record, MeetingLetter kind,
                                                          const incident::Contact& reader) {
  const auto& group = *record.group;
  const Locale locale = reader.locale.value_or(house.home());
  const auto render = [&](std::string id) {
    return house.catalog.render({std::move(id), {}}, locale, house.zone()).text;
  };
  auto organizer = adapters::mail::Address::make(house.mail_from, "Varsel");
  if (!organizer) return std::nullopt;
  adapters::calendar::Meeting meeting{.uid = group.uid,
                                      .sequence = group.sequence,
                                      .stamp = now,
                                      .organizer = std::move(*organizer),
                                      .attendees = {},
                                      .summary = render("mail.group.summary"),
                                      .description = {},
                                      .location = {},
                                      .start = group.start,
                                      .duration = std::chrono::floor<std::chrono::minutes>(group.end - group.start),
                                      .zone = house.zone()};
  int number = 0;
  for (const auto point : incident::kGroupAgenda) {
    if (number++ > 0) meeting.description += "\n";
    meeting.description += std::to_string(number) + ". " + render(std::string(point));
  }
  for (const auto& id : group.attendees) {
    const auto* contact = house.contacts.find(id);
    if (contact == nullptr) continue;
    if (auto address = adapters::mail::Address::make(contact->email.reveal(), contact->title))
      meeting.attendees.push_back(std::move(*address));
  }
  auto part =
      kind == MeetingLetter::cancel ? adapters::calendar::cancel(meeting) : adapters::calendar::request(meeting);
  if (!part) return std::nullopt;
  return std::move(*part);
}

}  // namespace

void write_meeting_letter(const House& house, const Outside& outside, Instant now, const IncidentId& incident,
                          const incident::Record& record, MeetingLetter kind, const std::string& attendee, Instant due,
                          storage::Commit& commit) {
  const auto* contact = house.contacts.find(attendee);
  if (!record.group || contact == nullptr) return;
  const auto text = text_of(kind);
  LetterWriter(house, outside, now, incident, record, commit)
      .write(text + "/" + record.group->uid + "/" + std::to_string(record.group->sequence) + "/" + attendee, *contact,
             text, due, calendar_part(house, now, record, kind, *contact), {{"start", record.group->start}});
}

void write_meeting_letters(const House& house, const Outside& outside, Instant now, const IncidentId& incident,
                           const incident::Record& record, MeetingLetter kind, Instant due, storage::Commit& commit) {
  if (!record.group) return;
  for (const auto& attendee : record.group->attendees)
    write_meeting_letter(house, outside, now, incident, record, kind, attendee, due, commit);
}

}  // namespace varsel::bot
