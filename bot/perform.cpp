#include "bot/perform.h"

#include <algorithm>

#include "bot/duties/duties.h"
#include "bot/letters.h"
#include "bot/meeting.h"
#include "incident/deadlines.h"
#include "incident/group.h"

namespace varsel::bot {
namespace {

namespace effect = dialog::effect;
namespace event = incident::event;

class Performer {
 public:
  explicit Performer(const Scene& scene) : scene_(scene), incident_(scene.conversation.incident) {
    before_ = scene.record;
    if (before_) record_ = *before_;
    base_version_ = record_.version;
  }

  void operator()(const effect::Open& open) {
    flush();
    incident_ = open.incident;
    before_ = nullptr;
    record_ = {};
    base_version_ = 0;
    commit_.audit.push_back({scene_.now, actor(), "incident.opened", incident_->str(), ""});
  }
  void operator()(const effect::Append& append) { happen(append.body); }

  void operator()(const effect::Tell& tell) {
    LetterWriter letters(scene_.house, scene_.outside, scene_.now, *incident_, record_, commit_);
    for (const auto& summons : tell.summons) {
      const auto* contact = scene_.house.contacts.find(summons.contact);
      if (contact == nullptr) continue;  // the routing named it, so this is a book that changed under way
      const auto key = "told/" + incident_->str() + "/" + summons.rule + "/" + summons.contact;
      letters.write(key, *contact, summons.message, scene_.now);
      for (const auto& rule : summons.rules)
        happen(event::ContactTold{summons.contact, summons.list, summons.party, rule, key}, PersonId("varsel"));
      commit_.audit.push_back({scene_.now, actor(), "contact.told", incident_->str(), summons.contact});
    }
    for (const auto& missing : tell.missing)
      happen(event::ContactMissing{missing.list, missing.party, missing.rule, missing.fallback}, PersonId("varsel"));
  }

  void operator()(const effect::SummonGroup&) { plan_group(); }
  void operator()(const effect::CancelGroup&) {
    if (record_.group) invite(MeetingLetter::cancel, scene_.now);
  }
  void operator()(const effect::Reading& reading) {
    commit_.audit.push_back({scene_.now, actor(), reading.what + ".read", incident_ ? incident_->str() : "", ""});
  }

  void operator()(const effect::Attach& attach) {
    flush();
    incident_ = attach.incident;
    before_ = scene_.attachable;
    record_ = before_ ? *before_ : incident::Record{};
    base_version_ = record_.version;
  }
  void operator()(const effect::AllowResume& allow) {
    constexpr auto kCodeLife = std::chrono::days(30);
    commit_.grants.push_back({sha256_hex("resume:" + record_.receipt.str() + ":" + allow.code), *incident_, "reporter",
                              actor(), scene_.now + kCodeLife});
  }
  void operator()(const effect::SetTimer& timer) {
    commit_.set_timers.push_back({timer.duty, scene_.conversation.id.str(), scene_.now + timer.after});
  }
  void operator()(const effect::CancelTimer& timer) {
    commit_.cancel_timers.push_back({timer.duty, scene_.conversation.id.str(), {}});
  }

  Performed finish() {
    flush();
    Performed performed{std::move(commit_), incident_, nullptr};
    if (incident_) performed.record = std::make_shared<const incident::Record>(std::move(record_));
    return performed;
  }

 private:
  [[nodiscard]] std::string actor() const { return scene_.by.empty() ? "varsel" : scene_.by.str(); }

  void happen(incident::EventBody body, std::optional<PersonId> by = std::nullopt) {
    incident::Event happened{scene_.now, by.value_or(PersonId(actor())), std::move(body)};
    incident::apply(record_, happened);
    events_.push_back(std::move(happened));
  }

  // The first invitation, or an update when more parties turned out to be involved; nothing when nobody is new.
  void plan_group() {
    const auto plan =
        incident::plan_meeting(record_, scene_.house.playbook.procedure, scene_.house.contacts, scene_.now);
    if (!plan) return;
    const bool update = record_.group.has_value();
    const auto uid = update ? record_.group->uid : base64url(scene_.outside.random(18)) + "@" + scene_.house.host;
    happen(event::GroupSummoned{plan->start, plan->end, uid, plan->sequence, plan->attendees}, PersonId("varsel"));
    for (const auto& missing : plan->missing)
      happen(event::ContactMissing{missing.list, missing.party, missing.rule, missing.fallback}, PersonId("varsel"));
    invite(update ? MeetingLetter::update : MeetingLetter::invitation, plan->summon_at);
  }

  void invite(MeetingLetter kind, Instant due) {
    write_meeting_letters(scene_.house, scene_.outside, scene_.now, *incident_, record_, kind, due, commit_);
  }

  // The events of one incident become one append, with what follows from them.
  void flush() {
    if (!incident_ || events_.empty()) return;
    follow_up(scene_.house, *incident_, before_.get(), record_, scene_.now, commit_);
    if (before_) tell_of_hand_over({scene_.house, scene_.outside, scene_.now, *incident_, record_, commit_}, *before_);
    commit_.appends.push_back({*incident_, base_version_, std::move(events_)});
    events_.clear();
  }

  const Scene& scene_;
  storage::Commit commit_;
  std::optional<IncidentId> incident_;
  incident::Record record_;
  RecordPtr before_;
  std::uint64_t base_version_ = 0;
  std::vector<incident::Event> events_;
};

// Nothing changed of what decides who is silent and until when.
bool same_silence(const std::optional<incident::Group>& one, const std::optional<incident::Group>& other) {
  if (!one || !other) return one.has_value() == other.has_value();
  return one->start == other->start && one->end == other->end && one->attendees == other->attendees &&
         one->answers == other->answers && one->escalated == other->escalated && one->invited_at == other->invited_at;
}

}  // namespace

Performed perform(const std::vector<dialog::Effect>& effects, const Scene& scene) {
  Performer performer(scene);
  for (const auto& each : effects) std::visit(performer, each);
  return performer.finish();
}

void follow_up(const House& house, const IncidentId& incident, const incident::Record* before,
               const incident::Record& after, Instant now, storage::Commit& commit) {
  const auto& procedure = house.playbook.procedure;
  const auto set = [&](const char* duty, std::optional<Instant> was, std::optional<Instant> is) {
    if (was == is) return;
    if (is)
      commit.set_timers.push_back({duty, incident.str(), *is});
    else
      commit.cancel_timers.push_back({duty, incident.str(), {}});
  };
  const auto reminder = [&](const incident::Record& record) -> std::optional<Instant> {
    if (!record.aware_at || record.decisions.contains("authority")) return std::nullopt;
    for (const auto& each : incident::reminders(*record.aware_at))
      if (each.at > now) return each.at;
    return std::nullopt;
  };
  // Who is silent follows from the group and the state alone. Counting working hours is costly, and most turns of a
  // reporter change neither.
  if (before == nullptr || before->state != after.state || !same_silence(before->group, after.group))
    set("escalate", before ? incident::next_escalation_at(*before, procedure, house.contacts) : std::nullopt,
        incident::next_escalation_at(after, procedure, house.contacts));
  set("status", before ? incident::next_status_at(*before, procedure) : std::nullopt,
      incident::next_status_at(after, procedure));
  set("reminder", before ? reminder(*before) : std::nullopt, reminder(after));
  if (!after.taken_by.empty() && (before == nullptr || before->taken_by != after.taken_by))
    commit.set_timers.push_back({"taken", incident.str(), now});
}

}  // namespace varsel::bot
