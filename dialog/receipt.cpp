#include "dialog/receipt.h"

#include <algorithm>

#include "dialog/doubt.h"
#include "dialog/next_question.h"
#include "dialog/present.h"
#include "incident/deadlines.h"
#include "incident/group.h"
#include "incident/routing.h"

namespace varsel::dialog {

using incident::FactId;

namespace {

// The facts that routing looks at.
bool decides_routing(FactId fact) {
  return fact == FactId::nature || fact == FactId::discoverer || fact == FactId::others_affected ||
         fact == FactId::affected_parties || fact == FactId::own_party;
}

// No question is left whose answer could change who is told.
bool routing_is_ready(const Turn& turn) {
  const auto& questions = turn.world.playbook.questions;
  return std::none_of(questions.begin(), questions.end(), [&](const Question& question) {
    return decides_routing(question.fact) && turn.record->find(question.fact) == nullptr &&
           applies(question, *turn.record);
  });
}

// Functions, not names: a receipt is read over shoulders. With the organisation where two have the same.
std::string functions_told(const Turn& turn) {
  const PartyId own = incident::own_party(*turn.record);
  std::vector<std::string> titles;
  for (const incident::Told& told : turn.record->told) {
    const incident::Contact* contact = turn.world.contacts.find(told.contact);
    const std::string party = party_name(turn, told.party.str());
    std::string title = contact != nullptr && !contact->title.empty() ? contact->title : party;
    const bool several =
        std::any_of(turn.record->told.begin(), turn.record->told.end(), [&](const incident::Told& other) {
          const incident::Contact* beside = turn.world.contacts.find(other.contact);
          return beside != nullptr && other.party != told.party && beside->title == title;
        });
    if (several && told.party != own) title += " (" + party + ")";
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
  }
  std::string joined;
  for (const std::string& title : titles) joined += (joined.empty() ? "" : ", ") + title;
  return joined;
}

bool personal_data(const incident::Record& record) {
  const auto nature = record.choice(FactId::nature);
  const auto* categories = record.known<incident::Codes>(FactId::data_categories);
  return nature == "privacy" || nature == "both" || (categories != nullptr && !categories->codes.empty());
}

std::optional<Instant> authority_deadline(const Turn& turn) {
  const incident::Record& record = *turn.record;
  const Instant aware = record.aware_at.value_or(record.opened_at);
  const auto due = incident::deadlines(aware, turn.zone(), {"gdpr"}, date_of(turn.zone().local(aware)));
  return due.empty() ? std::nullopt : std::optional{due.front().due};
}

void summon_group(Turn& turn) {
  const incident::Procedure& procedure = turn.world.playbook.procedure;
  if (!procedure.group.summoned || turn.group_planned) return;
  turn.group_planned = incident::plan_meeting(*turn.record, procedure, turn.world.contacts, turn.world.now);
  if (!turn.group_planned) return;
  turn.effects.emplace_back(effect::SummonGroup{});
}

}  // namespace

void tell_contacts(Turn& turn, bool at_once) {
  if (!turn.record) return;
  const bool told_before = !turn.record->told.empty();
  if (!at_once && !told_before && !routing_is_ready(turn)) return;
  incident::Routing routing =
      incident::route(*turn.record, turn.world.playbook.procedure, turn.world.contacts, turn.world.now);
  // A missing entry is reported once.
  std::erase_if(routing.missing, [&](const incident::MissingContact& missing) {
    return std::any_of(turn.record->missing.begin(), turn.record->missing.end(), [&](const incident::Missing& known) {
      return known.rule == missing.rule && known.party == missing.party && known.list == missing.list;
    });
  });
  if (!routing.tell.empty() || !routing.missing.empty()) {
    for (const incident::Summons& summons : routing.tell)
      for (const std::string& rule : summons.rules)
        turn.foresee(incident::event::ContactTold{summons.contact, summons.list, summons.party, rule, ""});
    for (const incident::MissingContact& missing : routing.missing)
      turn.foresee(incident::event::ContactMissing{missing.list, missing.party, missing.rule, missing.fallback});
    turn.effects.emplace_back(effect::Tell{std::move(routing.tell), std::move(routing.missing)});
  }
  if (!turn.record->told.empty()) summon_group(turn);
}

void say_told(Turn& turn) {
  const std::string functions = functions_told(turn);
  if (functions.empty()) {
    turn.say("receipt.told.nobody");
  } else {
    turn.say("receipt.told", {{"functions", functions}});
  }
  // Only where the person could wonder: a party is concerned, and nobody of it could be reached.
  const auto& missing = turn.record->missing;
  const bool unreached =
      std::any_of(missing.begin(), missing.end(), [](const incident::Missing& entry) { return !entry.party.empty(); });
  if (unreached) turn.say("receipt.told.missing");
}

void say_group(Turn& turn) {
  if (turn.group_planned) {
    const incident::MeetingPlan& plan = *turn.group_planned;
    if (plan.waits(turn.world.now)) {
      turn.say("receipt.group.waits", {{"opening", plan.summon_at}, {"start", plan.start}});
    } else {
      turn.say("receipt.group", {{"start", plan.start}});
    }
  } else if (turn.record->group) {
    turn.say("receipt.group", {{"start", turn.record->group->start}});
  }
}

void hand_in(Turn& turn, std::string why) {
  keep_held(turn);  // nothing that was said waits for an answer that may never come
  if (turn.record->find(FactId::authority_notified) == nullptr) {
    // Whether the authority is notified is for people with that task to decide, never for the reporter.
    incident::Fact undecided;
    undecided.value = std::string{"undecided"};
    undecided.source = turn.source("handed_in");
    undecided.source.words = {};
    turn.append(incident::event::FactStated{FactId::authority_notified, std::move(undecided)});
  }
  tell_contacts(turn, true);
  const bool complete = incident::missing_log_fields(*turn.record, incident::For::handing_in).empty();
  if (!turn.record->handed_in_at || (complete && !turn.record->complete))
    turn.append(incident::event::HandedIn{complete, std::move(why)});
  turn.state.asking.clear();
  turn.state.phase = Phase::handed_in;
}

void say_receipt(Turn& turn) {
  turn.say("receipt.handed_in", {{"receipt", turn.record->receipt.str()}});
  say_told(turn);
  say_group(turn);
  if (const auto due = authority_deadline(turn))
    turn.say(personal_data(*turn.record) ? "receipt.clock" : "receipt.clock.if", {{"due", *due}});
  turn.say("receipt.next");
}

}  // namespace varsel::dialog
