#include "dialog/doubt.h"

#include <algorithm>
#include <utility>

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
  auto& held = turn.state.held;
  if (held.empty()) {
    Fact words;
    words.value = PersonalText{turn.understanding().masked};
    words.source = turn.source("words");
    held.push_back(Change{FactId::what_happened, std::move(words)});
  } else {  // the story goes on before it is clear whether it is a second one
    auto& words = held.front().before->value;
    words = PersonalText{std::get<PersonalText>(words).reveal() + "\n" + turn.understanding().masked};
  }
  for (const Candidate& candidate : read(turn, std::nullopt)) {
    const bool there =
        std::any_of(held.begin(), held.end(), [&](const Change& change) { return change.fact == candidate.fact; });
    if (there || candidate.status != incident::FactStatus::known || candidate.denies) continue;
    Fact entry;
    entry.value = candidate.value;
    entry.source = turn.source(candidate.rule);
    held.push_back(Change{candidate.fact, std::move(entry)});
  }
  ask_same_or_new(turn);
}

void ask_same_or_new(Turn& turn) {
  turn.say("repair.same_or_new", {{"receipt", turn.record->receipt.str()}});
  turn.offer(option::kSame, "option.same");
  turn.offer(option::kNew, "option.new");
}

void keep_held(Turn& turn) {
  const std::vector<Change> held = std::exchange(turn.state.held, {});
  for (const Change& change : held) {
    const Fact& entry = *change.before;
    const Fact* there = turn.record->find(change.fact);
    if (change.fact == FactId::what_happened) {
      turn.append(incident::event::NoteAdded{std::get<PersonalText>(entry.value)});
    } else if (there == nullptr || there->status != incident::FactStatus::known) {
      state_fact(turn, change.fact, entry);
    } else if (const auto* codes = std::get_if<incident::Codes>(&entry.value)) {
      Fact grown = entry;
      grown.value = merged(std::get<incident::Codes>(there->value), *codes);
      if (grown.value == there->value) continue;
      turn.say("repair.grown",
               {{"fact", fact_word(change.fact)}, {"value", value_word(turn, change.fact, grown.value)}});
      state_fact(turn, change.fact, std::move(grown));
    }
  }
}

void settle_held(Turn& turn, bool is_new) {
  if (is_new) {
    const std::vector<Change> held = std::exchange(turn.state.held, {});
    const std::string first = turn.record->receipt.str();
    leave_report(turn);
    open_report(turn);
    for (const Change& change : held) state_fact(turn, change.fact, *change.before);
    turn.say("repair.new_report", {{"first", first}});
    return greet_report(turn);
  }
  turn.say("repair.same_report");
  keep_held(turn);
  tell_contacts(turn, false);
  go_on(turn);
}

// On one night of the year the clock shows an hour twice, and the 72 hours depend on which was meant; on another it
// leaves one out.
bool ask_of_clock_change(Turn& turn, const Accepted& accepted) {
  for (const FactId fact : {FactId::occurred, FactId::detected, FactId::ended}) {
    const When* when = turn.record->known<When>(fact);
    if (when == nullptr || !accepted.has(fact) || when->second_passage) continue;
    if (when->precision != Precision::minute && when->precision != Precision::hour) continue;
    const LocalMapping mapping = turn.zone().resolve(when->from);
    if (mapping.kind == LocalMapping::Kind::gap) {
      turn.say("repair.time.skipped", {{"time", *when}});
      return ask_to_change(turn, fact), true;
    }
    if (mapping.kind != LocalMapping::Kind::overlap || mapping.later > turn.world.now) continue;
    incident::Fact second = *turn.record->find(fact);
    std::get<When>(second.value).second_passage = true;
    turn.state.disputed = fact;
    turn.state.disputed_with = std::move(second);
    return ask_which_holds(turn), true;
  }
  return false;
}

// Nothing is noticed before it happens, or ends before it begins.
bool question_order(Turn& turn, const Accepted& accepted) {
  struct Pair {
    FactId first, second;
  };
  for (const auto& [first, second] :
       {Pair{FactId::occurred, FactId::detected}, Pair{FactId::occurred, FactId::ended}}) {
    const When *a = turn.record->known<When>(first), *b = turn.record->known<When>(second);
    if (a == nullptr || b == nullptr || !(accepted.has(first) || accepted.has(second)) || a->from < b->to) continue;
    turn.state.asking = question_for(turn.world.playbook, accepted.has(second) ? second : first).id;
    turn.say("repair.time.order",
             {{"first", fact_word(first)}, {"first_time", *a}, {"second", fact_word(second)}, {"second_time", *b}});
    turn.offer(std::string{option::kEdit} + std::string{incident::info(first).name},
               Message{"option.edit", {{"fact", fact_word(first)}}});
    turn.offer(std::string{option::kEdit} + std::string{incident::info(second).name},
               Message{"option.edit", {{"fact", fact_word(second)}}});
    turn.offer(option::kKeep, "option.keep_both");
    return true;
  }
  return false;
}

// A time that has not come yet is asked for again; one that is known stands until another is said.
void ask_for_past_time(Turn& turn, const Accepted& accepted) {
  turn.say("repair.time.future", {{"time", std::get<When>(accepted.future->value)}});
  const FactId fact = *accepted.future_fact;
  if (turn.record->find(fact) != nullptr) return ask_to_change(turn, fact);
  turn.state.asking = question_for(turn.world.playbook, fact).id;
  ask_in_other_words(turn);
}

}  // namespace varsel::dialog
