#include "bot/meeting.h"

#include <map>

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
                                                          Locale locale) {
  const auto& group = *record.group;
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

// Readers of one language get the same calendar part, and it is costly to make.
class MeetingLetters {
 public:
  MeetingLetters(const House& house, const Outside& outside, Instant now, const IncidentId& incident,
                 const incident::Record& record, MeetingLetter kind, Instant due, storage::Commit& commit)
      : house_(house),
        now_(now),
        record_(record),
        kind_(kind),
        due_(due),
        letters_(house, outside, now, incident, record, commit) {}

  void write(const std::string& attendee) {
    const auto* contact = house_.contacts.find(attendee);
    if (contact == nullptr) return;
    const Locale locale = contact->locale.value_or(house_.home());
    const auto [part, fresh] = parts_.try_emplace(locale);
    if (fresh) part->second = calendar_part(house_, now_, record_, kind_, locale);
    const auto text = text_of(kind_);
    const auto& group = *record_.group;
    letters_.write(text + "/" + group.uid + "/" + std::to_string(group.sequence) + "/" + attendee, *contact, text, due_,
                   part->second, {{"start", group.start}});
  }

 private:
  const House& house_;
  const Instant now_;
  const incident::Record& record_;
  const MeetingLetter kind_;
  const Instant due_;
  LetterWriter letters_;
  std::map<Locale, std::optional<adapters::mail::CalendarPart>> parts_;
};

}  // namespace

void write_meeting_letter(const House& house, const Outside& outside, Instant now, const IncidentId& incident,
                          const incident::Record& record, MeetingLetter kind, const std::string& attendee, Instant due,
                          storage::Commit& commit) {
  if (!record.group) return;
  MeetingLetters(house, outside, now, incident, record, kind, due, commit).write(attendee);
}

void write_meeting_letters(const House& house, const Outside& outside, Instant now, const IncidentId& incident,
                           const incident::Record& record, MeetingLetter kind, Instant due, storage::Commit& commit) {
  if (!record.group) return;
  MeetingLetters letters(house, outside, now, incident, record, kind, due, commit);
  for (const auto& attendee : record.group->attendees) letters.write(attendee);
}

}  // namespace varsel::bot
