#include "incident/group.h"

#include <algorithm>

#include "incident/working_time.h"

namespace varsel::incident {

namespace {

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

void add_once(std::vector<std::string>& ids, const std::string& id) {
  if (!contains(ids, id)) ids.push_back(id);
}

WorkingTime working_time(const Procedure& procedure) {
  return WorkingTime{procedure.hours, procedure.zone};
}

bool over(const Record& record) {
  switch (record.state) {
    case State::no_breach:
    case State::closed:
    case State::evaluated:
    case State::withdrawn:
      return true;
    case State::draft:
    case State::reported:
    case State::triage:
    case State::breach:
    case State::assessment:
    case State::decided:
    case State::approved:
    case State::notified:
    case State::supplemented:
      break;
  }
  return record.suspicion_confirmed == false;
}

// D2, D3: a group is for breaches in which others must act as well, or may have to.
bool wanted(const Record& record, const Procedure& procedure) {
  const RoutingWhen others{.discoverer = {}, .others_affected = true, .confirmed = {}};
  return procedure.group.summoned && !over(record) && applies(others, record, procedure);
}

std::string answer_of(const Group& group, const std::string& attendee) {
  const auto found = group.answers.find(attendee);
  return found == group.answers.end() ? std::string{} : found->second;
}

bool represented(const Group& group, const ContactBook& book, const PartyId& party) {
  return std::ranges::any_of(group.attendees, [&](const std::string& id) {
    const Contact* const contact = book.find(id);
    return contact != nullptr && contact->party == party && answer_of(group, id) == "accepted";
  });
}

// The moment from which somebody else is asked in this attendee's place; nothing when nobody need be.
std::optional<Instant> escalates_at(const Group& group, const Procedure& procedure, const ContactBook& book,
                                    const Contact& attendee) {
  if (group.escalated.contains(attendee.id) || represented(group, book, attendee.party)) return std::nullopt;
  const auto invited = group.invited_at.find(attendee.id);
  if (invited == group.invited_at.end()) return std::nullopt;
  const std::string answer = answer_of(group, attendee.id);
  if (answer == "declined") return invited->second;
  if (!answer.empty()) return std::nullopt;
  return working_time(procedure).add_working(invited->second, procedure.group.answer_within);
}

// The deputy, then the next of the party in the order of the book, each once.
std::string stand_in(const ContactBook& book, const Contact& silent, const std::vector<std::string>& taken) {
  const Contact* const deputy = book.find(silent.deputy);
  if (deputy != nullptr && reachable(*deputy) && !contains(taken, deputy->id)) return deputy->id;
  for (const Contact& contact : book.contacts)
    if (contact.party == silent.party && reachable(contact) && !contains(taken, contact.id)) return contact.id;
  return {};
}

std::vector<PartyId> owed_originally(const Record& record) {
  std::vector<PartyId> parties;
  const auto add = [&](const PartyId& party) {
    if (std::ranges::find(parties, party) == parties.end()) parties.push_back(party);
  };
  const auto* const affected = record.known<Codes>(FactId::affected_parties);
  if (affected != nullptr && !affected->codes.empty()) {
    for (const std::string& party : affected->codes) add(PartyId{party});
    return parties;
  }
  const PartyId own = own_party(record);
  for (const Told& told : record.told)
    if (told.party != own) add(told.party);
  return parties;
}

}  // namespace

std::optional<MeetingPlan> plan_meeting(const Record& record, const Procedure& procedure, const ContactBook& book,
                                        Instant now) {
  if (!wanted(record, procedure)) return std::nullopt;
  if (record.group && now >= record.group->start) return std::nullopt;

  MeetingPlan plan;
  if (record.group) plan.attendees = record.group->attendees;
  const std::size_t invited = plan.attendees.size();
  // The party that found the breach is involved, whoever else is.
  Recipients own = procedure.group.attendees;
  own.scope = Recipients::Scope::own;
  own.party_role.clear();
  for (const Recipients& whom : {procedure.group.attendees, own}) {
    const Found found = find_recipients(whom, record, procedure, book);
    for (const Contact* contact : found.contacts) {
      const Party* const party = find_party(procedure, contact->party);
      // D9: the coordinator summons, and is no member.
      if (party == nullptr || party->role != procedure.group.coordinator) add_once(plan.attendees, contact->id);
    }
    for (const MissingContact& missing : found.missing) {
      const auto same = [&](const MissingContact& known) {
        return known.party == missing.party && known.list == missing.list;
      };
      if (std::ranges::none_of(plan.missing, same)) plan.missing.push_back(missing);
    }
  }
  plan.added.assign(plan.attendees.begin() + static_cast<std::ptrdiff_t>(invited), plan.attendees.end());
  if (record.group && plan.added.empty()) return std::nullopt;

  const Found coordinators =
      find_recipients({.role = "any", .party_role = procedure.group.coordinator, .scope = Recipients::Scope::all},
                      record, procedure, book);
  if (!coordinators.contacts.empty()) plan.coordinator = coordinators.contacts.front()->id;

  const WorkingTime hours = working_time(procedure);
  plan.summon_at = hours.next_opening(now);
  if (record.group) {
    plan.summon_at = std::min(plan.summon_at, record.group->start);
    plan.start = record.group->start;
    plan.end = record.group->end;
    plan.sequence = record.group->sequence + 1;
  } else {
    plan.start = hours.earliest_slot(plan.summon_at + procedure.group.notice, procedure.group.length);
    plan.end = plan.start + procedure.group.length;
  }
  return plan;
}

std::vector<Escalation> due_escalations(const Record& record, const Procedure& procedure, const ContactBook& book,
                                        Instant now) {
  std::vector<Escalation> due;
  if (!record.group || over(record) || now >= record.group->end) return due;
  std::vector<std::string> taken = record.group->attendees;
  for (const std::string& id : record.group->attendees) {
    const Contact* const contact = book.find(id);
    if (contact == nullptr) continue;
    const std::optional<Instant> at = escalates_at(*record.group, procedure, book, *contact);
    if (!at || *at > now) continue;
    due.push_back({id, contact->party, stand_in(book, *contact, taken)});
    taken.push_back(due.back().to);
  }
  return due;
}

std::optional<Instant> next_escalation_at(const Record& record, const Procedure& procedure, const ContactBook& book) {
  std::optional<Instant> next;
  if (!record.group || over(record)) return next;
  for (const std::string& id : record.group->attendees) {
    const Contact* const contact = book.find(id);
    if (contact == nullptr) continue;
    const std::optional<Instant> at = escalates_at(*record.group, procedure, book, *contact);
    if (at && *at < record.group->end && (!next || *at < *next)) next = at;
  }
  return next;
}

std::optional<Instant> next_status_at(const Record& record, const Procedure& procedure) {
  if (!record.group || !record.group->contact_person || over(record) || may_dissolve(record)) return std::nullopt;
  const Group& group = *record.group;
  Instant last = group.end;
  if (!group.status_asked.empty()) last = std::max(last, group.status_asked.back());
  if (!group.status_reports.empty()) last = std::max(last, group.status_reports.back().first);
  return working_time(procedure).next_opening(last + procedure.group.status_every);
}

std::optional<std::string> status_due(const Record& record, const Procedure& procedure, Instant now) {
  const std::optional<Instant> next = next_status_at(record, procedure);
  return next && *next <= now ? record.group->contact_person : std::nullopt;
}

std::vector<PartyId> report_owed_to(const Record& record) {
  if (!record.group) return {};
  std::vector<PartyId> owed = owed_originally(record);
  std::erase_if(owed, [&](const PartyId& party) { return record.group->report_handed_to.contains(party); });
  return owed;
}

bool may_dissolve(const Record& record) {
  return !record.group || (!record.group->report_handed_to.empty() && report_owed_to(record).empty());
}

}  // namespace varsel::incident
