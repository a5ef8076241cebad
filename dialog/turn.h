// One turn while it is being made: the new state, the record as it will be, what is said and what is to be done.
// Internal to dialog/: step.h is the contract.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialog/step.h"
#include "incident/group.h"

namespace varsel::dialog {

using Arguments = std::vector<std::pair<std::string, locales::Argument>>;

struct Turn {
  Turn(const State& before, const World& seen, const input::Said* message);

  const World& world;
  const input::Said* said;  // nullptr: nobody wrote; a timer fired or something happened elsewhere
  State state;
  // A copy that every appended event is folded into, so that the rest of the turn sees what was just accepted.
  std::optional<incident::Record> record;
  Reply reply;
  bool undo_open = false;  // this turn has changed a fact: further changes are undone with it
  std::vector<Effect> effects;
  std::optional<incident::MeetingPlan> group_planned;  // in this turn

  void say(std::string id, Arguments arguments = {});
  void offer(std::string code, Message label);
  void offer(std::string code, std::string label) { offer(std::move(code), Message{std::move(label), {}}); }
  void append(incident::EventBody body);
  // Folds an event into the copy that bot/ will append itself when it performs an effect.
  void foresee(incident::EventBody body);

  // Who says this, when, in which (masked) words.
  [[nodiscard]] incident::Source source(std::string rule) const;
  [[nodiscard]] const intents::Understanding& understanding() const { return said->understanding; }
  [[nodiscard]] const Zone& zone() const { return world.playbook.procedure.zone; }
  // What the message is for, and how sure that is. Where it is not sure enough to act on, the message was not
  // understood: out_of_scope with a confidence below one half.
  struct Heard {
    intents::Intent intent = intents::Intent::out_of_scope;
    double confidence = 0;
  };
  [[nodiscard]] Heard heard() const;
  [[nodiscard]] intents::Intent intent() const { return heard().intent; }
  [[nodiscard]] std::size_t words() const;  // how many the message has

  Decision finish() &&;
};

[[nodiscard]] std::size_t word_count(std::string_view text);

}  // namespace varsel::dialog
