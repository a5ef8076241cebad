#include "dialog/turn.h"

#include <algorithm>

#include "base/text.h"

namespace varsel::dialog {
namespace {

// The words of a source are a quotation, not the whole letter; the letter itself is the fact what_happened.
constexpr std::size_t kQuotedCodePoints = 1000;

// Silence is watched only while the person has a question to answer.
bool waits_for_person(Phase phase) {
  switch (phase) {
    case Phase::asking:
    case Phase::reading_back:
    case Phase::confirm_cancel:
    case Phase::confirm_restart:
    case Phase::correcting:
      return true;
    case Phase::idle:
    case Phase::handed_in:
    case Phase::paused:
    case Phase::case_work:
      return false;
  }
  return false;
}

// How sure it must be what a message is for before it is done. Of the messages that are understood with a confidence of
// 0.5 to 0.6, two in three are understood rightly: enough to explain something, not to throw something away.
double sure_enough(intents::Intent intent) {
  using intents::Intent;
  switch (intent) {
    case Intent::inform:  // what was said is looked at either way
    case Intent::report_breach:
    case Intent::suspect_phishing:
      return 0;
    case Intent::out_of_scope:  // what was not understood may be about the report all the same
      return 0.9;
    case Intent::undo:
    case Intent::back:
    case Intent::cancel:
    case Intent::start_over:
    case Intent::submit:
    case Intent::human:
      return 0.7;
    default:
      return 0.55;
  }
}

}  // namespace

Turn::Turn(const State& before, const World& seen, const input::Said* message)
    : world(seen), said(message), state(before) {
  if (world.record != nullptr) record = *world.record;
  state.offered.clear();
  if (said != nullptr) state.last_turn = std::max(state.last_turn, said->turn);
}

void Turn::say(std::string id, Arguments arguments) {
  reply.paragraphs.push_back(Message{std::move(id), std::move(arguments)});
}

void Turn::offer(std::string code, Message label) {
  const bool there = std::any_of(reply.options.begin(), reply.options.end(),
                                 [&](const Option& option) { return option.code == code; });
  if (!there) reply.options.push_back(Option{std::move(code), std::move(label)});
}

void Turn::foresee(incident::EventBody body) {
  if (!record) return;
  incident::apply(*record,
                  incident::Event{world.now, said != nullptr ? said->person : PersonId{"varsel"}, std::move(body)});
}

void Turn::append(incident::EventBody body) {
  foresee(body);
  effects.emplace_back(effect::Append{std::move(body)});
}

incident::Source Turn::source(std::string rule) const {
  incident::Source source;
  source.at = world.now;
  source.rule = std::move(rule);
  if (said == nullptr) {
    source.who = PersonId{"varsel"};
    return source;
  }
  source.who = said->person;
  source.channel = said->channel;
  source.turn = said->turn;
  source.words = PersonalText{std::string{prefix(understanding().masked, kQuotedCodePoints)}};
  return source;
}

Turn::Heard Turn::heard() const {
  // Understanding promises at least one intent; a turn is not lost over a broken promise.
  if (understanding().intents.empty()) return {};
  const auto& best = understanding().intents.front();
  if (best.confidence >= sure_enough(best.intent)) return {best.intent, best.confidence};
  return {};
}

std::size_t Turn::words() const {
  return word_count(understanding().text);
}

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank && !inside) ++count;
    inside = !blank;
  }
  return count;
}

Decision Turn::finish() && {
  const bool waits = waits_for_person(state.phase);
  if (said != nullptr && waits) {
    effects.emplace_back(effect::SetTimer{"nudge", world.playbook.nudge_after});
    if (state.nudged) effects.emplace_back(effect::CancelTimer{"handover"});
    state.nudged = false;
  } else if (!waits && world.record != nullptr) {
    effects.emplace_back(effect::CancelTimer{"nudge"});
    effects.emplace_back(effect::CancelTimer{"handover"});
    state.nudged = false;
  }
  for (const Option& option : reply.options) state.offered.push_back(OfferedOption{option.code, option.label});
  Decision decision{std::move(state), {}, std::move(effects)};
  if (!reply.paragraphs.empty()) decision.replies.push_back(std::move(reply));
  return decision;
}

}  // namespace varsel::dialog
