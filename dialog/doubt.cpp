// Doubts that only the person can settle: two sayings that contradict each other, and a message that may be a second
// report. (Declared in repair.h.)
#include "dialog/accept.h"
#include "dialog/intake.h"
#include "dialog/present.h"
#include "dialog/receipt.h"
#include "dialog/repair.h"

namespace varsel::dialog {

using incident::Fact;
using incident::FactId;

namespace {

// The same time on the clock, in the hour that comes twice.
bool differs_in_passage(const incident::FactValue& known, const incident::FactValue& fresh) {
  const auto *a = std::get_if<When>(&known), *b = std::get_if<When>(&fresh);
  return a != nullptr && b != nullptr && a->from == b->from && a->second_passage != b->second_passage;
}

}  // namespace

void ask_which_holds(Turn& turn) {
  const FactId fact = *turn.state.disputed;
  const Fact* known = turn.record->find(fact);
  const Fact& fresh = *turn.state.disputed_with;
  if (known == nullptr || known->status != incident::FactStatus::known) return settle_dispute(turn, true);
  if (differs_in_passage(known->value, fresh.value)) {
    turn.say("repair.dst", {{"time", value_word(turn, fact, known->value)}});
    turn.offer(option::kKeep, "repair.dst.first");
    turn.offer(option::kReplace, "repair.dst.second");
    return;
  }
  const auto before = value_word(turn, fact, known->value);
  const auto after = value_word(turn, fact, fresh.value);
  turn.say("repair.dispute", {{"fact", fact_word(fact)}, {"before", before}, {"after", after}});
  turn.offer(option::kKeep, Message{"repair.dispute.value", {{"value", before}}});
  turn.offer(option::kReplace, Message{"repair.dispute.value", {{"value", after}}});
}

void settle_dispute(Turn& turn, bool replace) {
  const FactId fact = *turn.state.disputed;
  Fact fresh = *turn.state.disputed_with;
  turn.state.disputed.reset();
  turn.state.disputed_with.reset();
  if (replace) {
    turn.say("repair.dispute.settled", {{"fact", fact_word(fact)}, {"value", value_word(turn, fact, fresh.value)}});
    state_fact(turn, fact, std::move(fresh));
    tell_contacts(turn, false);
  } else if (const Fact* known = turn.record->find(fact);
             known != nullptr && known->status == incident::FactStatus::known) {
    turn.say("repair.dispute.settled", {{"fact", fact_word(fact)}, {"value", value_word(turn, fact, known->value)}});
  }
  go_on(turn);
}

void hold(Turn& turn) {
  Fact words;
  words.value = PersonalText{turn.understanding().masked};
  words.source = turn.source("words");
  turn.state.held.push_back(Change{FactId::what_happened, std::move(words)});
  for (const Candidate& candidate : read(turn, std::nullopt)) {
    if (candidate.status != incident::FactStatus::known || candidate.denies) continue;
    Fact entry;
    entry.value = candidate.value;
    entry.source = turn.source(candidate.rule);
    turn.state.held.push_back(Change{candidate.fact, std::move(entry)});
  }
  ask_same_or_new(turn);
}

void ask_same_or_new(Turn& turn) {
  turn.say("repair.same_or_new", {{"receipt", turn.record->receipt.str()}});
  turn.offer(option::kSame, "option.same");
  turn.offer(option::kNew, "option.new");
}

void settle_held(Turn& turn, bool is_new) {
  const std::vector<Change> held = std::move(turn.state.held);
  turn.state.held.clear();
  if (is_new) {
    // The first report goes to the adviser as far as it got; nothing of it waits for the second.
    const std::string first = turn.record->receipt.str();
    if (!turn.record->handed_in_at) hand_in(turn, "reporter");
    open_report(turn);
    for (const Change& change : held) state_fact(turn, change.fact, *change.before);
    turn.say("repair.new_report", {{"first", first}});
    return greet_report(turn);
  }
  for (const Change& change : held) {
    if (change.fact == FactId::what_happened) {
      turn.append(incident::event::NoteAdded{std::get<PersonalText>(change.before->value)});
    } else if (turn.record->find(change.fact) == nullptr) {
      state_fact(turn, change.fact, *change.before);
    }
  }
  turn.say("repair.same_report");
  tell_contacts(turn, false);
  go_on(turn);
}

}  // namespace varsel::dialog
