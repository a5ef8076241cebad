#include "incident/workflow.h"

#include <algorithm>

#include "base/vocabulary.h"
#include "incident/routing.h"
#include "incident/state.h"

namespace varsel::incident {

namespace {

const std::string_view kOwn = vocabulary::kDiscoverers.front();

bool answered(const Record& record, FactId fact) {
  const std::vector<FactId> missing = missing_log_fields(record, For::closing);
  return std::ranges::find(missing, fact) == missing.end();
}

bool names_one_of(const std::vector<std::string>& rules, const std::vector<std::string>& wanted) {
  return std::ranges::any_of(rules,
                             [&](const std::string& rule) { return std::ranges::find(wanted, rule) != wanted.end(); });
}

bool everybody_told(const Step& step, const Routing& open) {
  const auto waits = [&](const std::string& rule) {
    return std::ranges::find(step.contact_rules, rule) != step.contact_rules.end();
  };
  return std::ranges::none_of(
             open.tell, [&](const Summons& summons) { return names_one_of(summons.rules, step.contact_rules); }) &&
         std::ranges::none_of(open.missing, [&](const MissingContact& missing) { return waits(missing.rule); });
}

bool dpo_told(const Record& record, const ContactBook& book) {
  return std::ranges::any_of(record.told, [&](const Told& told) {
    const Contact* const contact = book.find(told.contact);
    return contact != nullptr && contact->role == "dpo";
  });
}

bool authority_assessed(const Record& record) {
  const auto decided = record.decisions.find(std::string{decision::authority});
  if (decided != record.decisions.end()) return decided->second != decision::undecided;
  return answered(record, FactId::authority_notified);
}

bool shown_by_record(const Step& step, const Record& record, const ContactBook& book, const Routing& open) {
  switch (step.done_when) {
    case DoneWhen::contacts_told:
      return everybody_told(step, open);
    case DoneWhen::contained:
      return record.choice(FactId::contained) == "yes";
    case DoneWhen::measures_recorded:
      return answered(record, FactId::measures);
    case DoneWhen::cause_recorded:
      return answered(record, FactId::cause);
    case DoneWhen::logged:
      return missing_log_fields(record, For::closing).empty();
    case DoneWhen::authority_assessed:
      return authority_assessed(record);
    case DoneWhen::dpo_told:
      return dpo_told(record, book);
    case DoneWhen::filed:  // the records system acknowledges (M7): recorded as event::StepDone
    case DoneWhen::by_person:
      return false;
  }
  return false;
}

std::vector<PartyId> whose(const Step& step, const Record& record, const Procedure& procedure) {
  const PartyId own = own_party(record);
  const Party* const own_entry = find_party(procedure, own);
  if (own_entry != nullptr && own_entry->role == step.role) return {own};
  std::vector<PartyId> of_role;
  std::vector<PartyId> affected;
  const auto* const named = record.known<Codes>(FactId::affected_parties);
  for (const Party& party : procedure.parties) {
    if (party.role != step.role) continue;
    of_role.push_back(party.id);
    if (named != nullptr && std::ranges::find(named->codes, party.id.str()) != named->codes.end())
      affected.push_back(party.id);
  }
  return affected.empty() ? of_role : affected;
}

}  // namespace

const Workflow* workflow_of(const Record& record, const Procedure& procedure) {
  const auto by = [&](std::string_view code) -> const Workflow* {
    const auto found = std::ranges::find(procedure.workflows, code, &Workflow::discoverer);
    return found == procedure.workflows.end() ? nullptr : &*found;
  };
  if (const Workflow* const stated = by(discoverer(record, procedure))) return stated;
  if (const Workflow* const own = by(kOwn)) return own;
  return procedure.workflows.empty() ? nullptr : &procedure.workflows.front();
}

Progress progress(const Record& record, const Procedure& procedure, const ContactBook& book, Instant now) {
  Progress found{.workflow = workflow_of(record, procedure), .steps = {}, .current = {}};
  if (found.workflow == nullptr) return found;
  const Routing open = route(record, procedure, book, now);
  for (const Step& step : found.workflow->steps) {
    const bool done =
        record.steps_done.contains(found.workflow->id + "/" + step.id) || shown_by_record(step, record, book, open);
    if (!done && !found.current) found.current = found.steps.size();
    found.steps.push_back({&step, done, whose(step, record, procedure)});
  }
  return found;
}

}  // namespace varsel::incident
