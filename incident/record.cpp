#include "incident/record.h"

#include <algorithm>

#include "base/text.h"
#include "incident/state.h"

namespace varsel::incident {

const FactInfo& info(FactId fact) {
  return *std::ranges::find(kFacts, fact, &FactInfo::id);
}

std::optional<FactId> fact_from(std::string_view name) {
  const auto* const found = std::ranges::find(kFacts, name, &FactInfo::name);
  return found == kFacts.end() ? std::nullopt : std::optional{found->id};
}

const Fact* Record::find(FactId fact) const {
  const auto found = facts.find(fact);
  return found == facts.end() ? nullptr : &found->second;
}

std::string_view Record::choice(FactId fact) const {
  const auto* const code = known<std::string>(fact);
  return code == nullptr ? std::string_view{} : std::string_view{*code};
}

namespace {

// What a clock on the wall showed. A zone that this system does not know cannot stop a fold: UTC then.
When minute_of(Instant at, const std::string& zone_name) {
  const Zone zone = Zone::find(zone_name).value_or(Zone::utc());
  const auto from = std::chrono::floor<std::chrono::minutes>(zone.local(at));
  const LocalMapping mapping = zone.resolve(from);
  return When{.from = from,
              .to = from + std::chrono::minutes{1},
              .precision = Precision::minute,
              .approx = false,
              .second_passage = mapping.kind == LocalMapping::Kind::overlap && at >= mapping.later};
}

Fact derived(FactValue value, const Event& event, const Record& record, std::string rule) {
  return Fact{
      .status = FactStatus::known,
      .value = std::move(value),
      .reason = {},
      .ask_again_at = {},
      .source = Source{
          .who = event.by, .at = event.at, .channel = record.channel, .turn = 0, .words = {}, .rule = std::move(rule)}};
}

struct Fold {
  Record& record;
  const Event& event;

  void operator()(const event::Opened& body) const {
    record.receipt = body.receipt;
    record.playbook = body.playbook;
    record.organisation = body.organisation;
    record.zone = body.zone;
    record.locale = body.locale;
    record.channel = body.channel;
    record.conversation = body.conversation;
    record.reporter = event.by;
    record.opened_at = event.at;
  }
  void operator()(const event::FactStated& body) const { record.facts[body.fact] = body.entry; }
  void operator()(const event::FactWithdrawn& body) const { record.facts.erase(body.fact); }
  void operator()(const event::StateChanged& body) const { record.state = body.to; }
  void operator()(const event::SuspicionSettled& body) const {
    record.suspicion_confirmed = body.confirmed;
    record.suspicion_reason = body.reason;
  }
  void operator()(const event::AwarenessSet& body) const { record.aware_at = body.aware_at; }
  void operator()(const event::HandedIn& body) const {
    record.handed_in_at = event.at;
    record.complete = body.complete;
    if (record.state == State::draft) record.state = State::reported;
  }
  void operator()(const event::StepDone& body) const {
    record.steps_done.try_emplace(body.workflow + "/" + body.step, event.at);
  }
  void operator()(const event::ContactTold& body) const {
    record.told.push_back({body.contact, body.list, body.party, body.rule, body.message_key, event.at});
    if (record.known<When>(FactId::notified) == nullptr)
      record.facts[FactId::notified] = derived(minute_of(event.at, record.zone), event, record, body.rule);
  }
  void operator()(const event::ContactMissing& body) const {
    record.missing.push_back({body.list, body.party, body.rule, body.fallback, event.at});
  }
  // The first summons, or an update of it: answers given so far stay.
  void operator()(const event::GroupSummoned& body) const {
    if (!record.group) record.group.emplace();
    Group& group = *record.group;
    group.start = body.start;
    group.end = body.end;
    group.uid = body.uid;
    group.sequence = body.sequence;
    group.attendees = body.attendees;
    for (const std::string& attendee : body.attendees) group.invited_at.try_emplace(attendee, event.at);
  }
  void operator()(const event::AttendeeAnswered& body) const {
    if (record.group) record.group->answers[body.attendee] = body.answer;
  }
  void operator()(const event::AttendeeEscalated& body) const {
    if (!record.group) return;
    Group& group = *record.group;
    group.escalated[body.attendee] = body.to;
    if (body.to.empty() || std::ranges::find(group.attendees, body.to) != group.attendees.end()) return;
    group.attendees.push_back(body.to);
    group.invited_at.try_emplace(body.to, event.at);
  }
  void operator()(const event::ContactPersonChosen& body) const {
    if (record.group) record.group->contact_person = body.attendee;
  }
  void operator()(const event::CoordinatorSteppedBack&) const {
    if (record.group) record.group->coordinator_active = false;
  }
  void operator()(const event::StatusAsked&) const {
    if (record.group) record.group->status_asked.push_back(event.at);
  }
  void operator()(const event::StatusReported& body) const {
    if (record.group) record.group->status_reports.emplace_back(event.at, body.text);
  }
  void operator()(const event::ReportHandedOver& body) const {
    if (record.group) record.group->report_handed_to.try_emplace(body.party, event.at);
  }
  void operator()(const event::DecisionTaken& body) const {
    record.decisions[body.duty] = body.outcome;
    record.decision_reasons[body.duty] = body.reason;
    if (body.duty != decision::authority) return;
    const std::string_view code = body.outcome == decision::notify ? "yes"
                                  : body.outcome == decision::no   ? "no"
                                                                   : "undecided";
    record.facts[FactId::authority_notified] = derived(std::string{code}, event, record, "decision.authority");
  }
  void operator()(const event::AttachmentAdded& body) const { record.attachments.push_back(body.key); }
  void operator()(const event::NoteAdded&) const {}  // read from the events, where notes keep their order
  void operator()(const event::HumanAsked&) const { record.human_asked = true; }
  void operator()(const event::CaseTaken& body) const { record.taken_by = body.contact; }
  void operator()(const event::Duplicated& body) const { record.duplicate_of = body.of; }
};

}  // namespace

void apply(Record& record, const Event& event) {
  std::visit(Fold{record, event}, event.body);
  record.changed_at = event.at;
  ++record.version;
}

Record fold(const std::vector<Event>& events) {
  Record record;
  for (const Event& event : events) apply(record, event);
  return record;
}

namespace {

bool blank(const PersonalText& text) {
  return trim(text.reveal()).empty();
}

// A value that says something; an empty text is no answer.
struct Says {
  bool operator()(const std::string& code) const { return !code.empty(); }
  bool operator()(const Codes& codes) const { return !codes.codes.empty() || !blank(codes.words); }
  bool operator()(const PersonalText& text) const { return !blank(text); }
  bool operator()(const When& when) const { return when.from < when.to; }
  bool operator()(const Count& count) const { return count.min || count.max; }
};

bool answered(const Record& record, FactId fact, For purpose) {
  const Fact* const entry = record.find(fact);
  if (entry == nullptr) return false;
  switch (entry->status) {
    case FactStatus::known:
      if (purpose == For::closing && fact == FactId::authority_notified && record.choice(fact) == decision::undecided)
        return false;
      return std::visit(Says{}, entry->value);
    case FactStatus::not_known_yet:
      return purpose == For::handing_in && !entry->reason.empty() && entry->ask_again_at.has_value();
    case FactStatus::refused:
      return purpose == For::handing_in;
    case FactStatus::not_applicable:
      return true;
  }
  return false;
}

}  // namespace

std::vector<FactId> missing_log_fields(const Record& record, For purpose) {
  std::vector<FactInfo> fields;
  for (const FactInfo& fact : kFacts) {
    if (fact.log_field == 0 || answered(record, fact.id, purpose)) continue;
    if (purpose == For::handing_in && fact.id == FactId::notified) continue;
    fields.push_back(fact);
  }
  std::ranges::sort(fields, {}, &FactInfo::log_field);
  std::vector<FactId> ids;
  for (const FactInfo& field : fields) ids.push_back(field.id);
  return ids;
}

}  // namespace varsel::incident
