#include "dialog/step.h"

#include <algorithm>

#include "dialog/accept.h"
#include "dialog/adviser.h"
#include "dialog/intake.h"
#include "dialog/listen.h"
#include "dialog/next_question.h"
#include "dialog/present.h"
#include "dialog/repair.h"
#include "dialog/turn.h"

namespace varsel::dialog {

namespace {

Decision on_said(const State& state, const input::Said& said, const World& world) {
  if (state.phase == Phase::case_work) return case_step(state, said, world);
  Turn turn{state, world, &said};
  follow_language(turn);
  if (turn.state.phase == Phase::idle || !turn.record) {
    first_message(turn);
  } else {
    next_message(turn);
  }
  return std::move(turn).finish();
}

Decision on_greet(const State& state, const input::Greet& greet, const World& world) {
  if (state.phase == Phase::case_work) return case_greeting(state, world);
  Turn turn{state, world, nullptr};
  if (greet.locale && !turn.state.locale_chosen) turn.state.locale = *greet.locale;
  turn.say("general.greet");
  return std::move(turn).finish();
}

// A timer that fires when nobody is waited for any more is late: nothing is said.
Decision on_silence(const State& state, const input::Silence& silence, const World& world) {
  Turn turn{state, world, nullptr};
  const bool waiting = turn.record && state.phase != Phase::idle && state.phase != Phase::handed_in &&
                       state.phase != Phase::paused && state.phase != Phase::case_work;
  if (waiting && silence.duty == "nudge") nudge(turn);
  if (waiting && silence.duty == "handover") hand_over_silent(turn);
  return std::move(turn).finish();
}

// Who, by function: a chat is read over shoulders. The question that was open is still open, with its buttons.
Decision on_taken(const State& state, const input::Taken& taken, const World& world) {
  Turn turn{state, world, nullptr};
  if (state.phase != Phase::case_work) {
    const incident::Contact* contact = world.contacts.find(taken.contact);
    const bool titled = contact != nullptr && !contact->title.empty();
    turn.say("general.taken",
             {{"receipt", taken.receipt.str()},
              {"function", titled ? contact->title : party_name(turn, world.playbook.organisation.str())}});
    const bool waits = state.phase != Phase::idle && state.phase != Phase::paused &&
                       (state.phase != Phase::handed_in || !state.asking.empty());
    if (turn.record && waits) ask_again(turn, true);
  }
  return std::move(turn).finish();
}

}  // namespace

Decision step(const State& state, const Input& input, const World& world) {
  struct Dispatch {
    const State& state;
    const World& world;
    Decision operator()(const input::Said& said) const { return on_said(state, said, world); }
    Decision operator()(const input::Greet& greet) const { return on_greet(state, greet, world); }
    Decision operator()(const input::Silence& silence) const { return on_silence(state, silence, world); }
    Decision operator()(const input::Taken& taken) const { return on_taken(state, taken, world); }
  };
  return std::visit(Dispatch{state, world}, input);
}

intents::Context expecting(const State& state, const World& world) {
  intents::Context context;
  context.locale = state.locale;
  context.locale_fixed = state.locale_chosen;
  context.now = world.now;
  context.zone = world.playbook.procedure.zone;
  const auto asked = asked_question(state, world.playbook);
  const bool confirms = state.phase == Phase::confirm_cancel || state.phase == Phase::confirm_restart ||
                        (state.phase == Phase::reading_back && !asked) || !state.held.empty() || state.disputed;
  if (confirms) {
    context.expecting = intents::Expecting::confirmation;
  } else if (asked) {
    context.expecting = asked->expecting;
  }
  return context;
}

int progress(const State& state, const World& world) {
  switch (state.phase) {
    case Phase::idle:
      return 0;
    case Phase::reading_back:
      return 95;
    case Phase::handed_in:
    case Phase::case_work:
      return 100;
    case Phase::asking:
    case Phase::confirm_cancel:
    case Phase::confirm_restart:
    case Phase::paused:
    case Phase::correcting:
      break;
  }
  if (world.record == nullptr) return 0;
  int answered = 1;  // the first message counts
  int all = 1;
  for (const Question& question : world.playbook.questions) {
    const bool there = world.record->find(question.fact) != nullptr;
    if (!there && !applies(question, *world.record)) continue;
    ++all;
    answered += there ? 1 : 0;
  }
  return 90 * answered / all;
}

}  // namespace varsel::dialog
