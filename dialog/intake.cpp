#include "dialog/intake.h"

#include <algorithm>

#include "dialog/accept.h"
#include "dialog/doubt.h"
#include "dialog/next_question.h"
#include "dialog/present.h"
#include "dialog/read_back.h"
#include "dialog/receipt.h"
#include "dialog/repair.h"
#include "incident/containment.h"

namespace varsel::dialog {

using incident::FactId;

namespace {

// "Help, something has happened": words to be kept, but no account of it yet.
constexpr std::size_t kVagueWords = 6;
constexpr std::size_t kHardlyAnyWords = 3;  // "data leak" names a kind, and tells nothing

// The account so far: a second report begins with an answer ("something new") to words that were said before.
std::size_t words_told(const Turn& turn) {
  const auto* told = turn.record->known<PersonalText>(FactId::what_happened);
  return told == nullptr ? 0 : word_count(told->reveal());
}

bool is_vague(const Turn& turn) {
  const std::size_t words = words_told(turn);
  if (words <= kHardlyAnyWords) return true;
  return turn.record->find(FactId::breach_kind) == nullptr && turn.record->find(FactId::data_categories) == nullptr &&
         words <= kVagueWords;
}

std::string wording(const Question& question, int time) {
  if (time <= 1) return question.text;
  return question.text + (time == 2 ? ".again" : ".last");
}

// Buttons: the answers, and always a way on.
void offer_answers(Turn& turn, const Question& question, int time) {
  const bool by_code = incident::info(question.fact).type == incident::FactType::Choice ||
                       incident::info(question.fact).type == incident::FactType::Codes;
  bool has_unknown = false;
  if (by_code) {
    for (const Choice& choice : question.choices) {
      turn.offer(choice.code, choice.label);
      has_unknown = has_unknown || choice.code == "unknown";
    }
  }
  if (!has_unknown) turn.offer(option::kDontKnow, "option.dont_know");
  // Nobody has to say who they are.
  if (question.fact == FactId::reporter_contact) turn.offer(option::kRefuse, "option.refuse");
  if (time >= 2) turn.offer(option::kSkip, "option.skip");
  if (time >= kTimesAsked) turn.offer(option::kHuman, "option.human");
}

void put(Turn& turn, const Question& question, int time) {
  turn.state.asking = question.id;
  turn.say(wording(question, time));
  // What is known already is asked for only to be changed, and may stay. The two words of a vague start are no answer.
  const incident::Fact* there = turn.record->find(question.fact);
  const bool vague = question.fact == FactId::what_happened && words_told(turn) > 0 && is_vague(turn);
  if (there != nullptr && !vague) turn.offer(option::kKeep, "option.keep");
  offer_answers(turn, question, time);
}

}  // namespace

void open_report(Turn& turn) {
  const World& world = turn.world;
  const incident::Procedure& procedure = world.playbook.procedure;
  if (turn.state.incident) turn.state.earlier.push_back(*turn.state.incident);
  turn.record.emplace();
  turn.state.incident = world.fresh_incident;
  turn.state.phase = Phase::asking;
  turn.state.asking.clear();
  turn.state.asked.clear();
  turn.state.skipped.clear();
  turn.state.undo.clear();
  turn.undo_open = false;
  turn.state.disputed.reset();
  turn.state.disputed_with.reset();
  turn.state.contained_advice_given = false;
  turn.state.misunderstood = 0;
  turn.group_planned.reset();
  turn.effects.emplace_back(effect::Open{world.fresh_incident});
  turn.append(incident::event::Opened{world.fresh_receipt, world.playbook.name, world.playbook.organisation,
                                      procedure.zone.name(), turn.state.locale, turn.said->channel,
                                      turn.said->conversation});
  // The organisation may be aware from here on (Art. 33(1)). The cautious reading; an adviser may set it later.
  turn.append(incident::event::AwarenessSet{world.now, "first_report"});
}

void greet_report(Turn& turn) {
  turn.say("receipt.thanks");
  advise_containment(turn);
  turn.say("receipt.number", {{"receipt", turn.record->receipt.str()}});
  if (turn.record->choice(FactId::ongoing) == "yes") {
    tell_contacts(turn, true);
    say_told(turn);
    say_group(turn);
  } else {
    tell_contacts(turn, false);
  }
  if (is_vague(turn)) {
    // What they wrote is kept; the account is still to come, and is added to it.
    ask(turn, question_for(turn.world.playbook, FactId::what_happened));
  } else {
    ask_next(turn);
  }
}

void advise_containment(Turn& turn) {
  if (turn.state.contained_advice_given) return;
  const auto* measures = turn.record->known<incident::Codes>(FactId::measures);
  if (measures != nullptr && !measures->codes.empty())
    turn.say("contain.acknowledged", {{"measures", value_word(turn, FactId::measures, *measures)}});
  const auto steps = incident::containment_steps(*turn.record);
  const bool contained = steps.size() == 1 && steps.front() == "contain.already_contained";
  if (!contained) turn.say("contain.first");
  for (const std::string_view step : steps) turn.say(std::string{step});
  // General advice leaves room for what fits better, once the kind of breach is known.
  turn.state.contained_advice_given = turn.record->known<std::string>(FactId::breach_kind) != nullptr;
}

void ask(Turn& turn, const Question& question) {
  put(turn, question, ++turn.state.asked[question.id]);
}

void ask_next(Turn& turn) {
  turn.state.phase = Phase::asking;
  while (const Question* question = next_question(turn.world.playbook, *turn.record, turn.state.skipped)) {
    if (turn.state.asked[question->id] < kTimesAsked) return ask(turn, *question);
    leave_open(turn, question->fact, "asked_three_times");
    turn.say("repair.left_open");
  }
  read_back(turn);
}

void ask_again(Turn& turn, bool same_words) {
  if (turn.state.disputed) return ask_which_holds(turn);
  if (!turn.state.held.empty()) return ask_same_or_new(turn);
  switch (turn.state.phase) {
    case Phase::confirm_cancel:
      return ask_confirm_cancel(turn);
    case Phase::confirm_restart:
      return ask_confirm_restart(turn);
    case Phase::correcting:
      return ask_which_line(turn);
    case Phase::idle:
      return turn.say("general.tell_me");
    case Phase::paused:
    case Phase::case_work:
      return;
    case Phase::asking:
    case Phase::reading_back:
    case Phase::handed_in:
      break;
  }
  if (const auto question = asked_question(turn)) {
    const int times = std::max(1, turn.state.asked[question->id]);
    put(turn, *question, same_words ? times : std::min(times + 1, kTimesAsked));
  } else if (turn.state.phase == Phase::reading_back) {
    offer_hand_in(turn);
  } else if (turn.state.phase == Phase::asking) {
    ask_next(turn);
  } else {
    turn.say("receipt.add_more", {{"receipt", turn.record->receipt.str()}});
  }
}

void ask_to_change(Turn& turn, FactId fact) {
  const Question question = question_for(turn.world.playbook, fact);
  if (const incident::Fact* entry = turn.record->find(fact);
      entry != nullptr && entry->status == incident::FactStatus::known) {
    turn.say("repair.change", {{"fact", fact_word(fact)}, {"value", value_word(turn, fact, entry->value)}});
  }
  put(turn, question, 1);
}

void go_on(Turn& turn) {
  if (turn.state.disputed) return ask_which_holds(turn);
  if (!turn.state.held.empty()) return ask_same_or_new(turn);
  switch (turn.state.phase) {
    case Phase::reading_back: {
      turn.state.asking.clear();
      // A changed answer may have made another question needed.
      if (next_question(turn.world.playbook, *turn.record, turn.state.skipped) != nullptr) return ask_next(turn);
      return offer_hand_in(turn);
    }
    case Phase::handed_in: {
      turn.state.asking.clear();
      const bool open =
          !turn.record->complete && next_question(turn.world.playbook, *turn.record, turn.state.skipped) != nullptr;
      if (open) return ask_next(turn);
      return turn.say("receipt.added", {{"receipt", turn.record->receipt.str()}});
    }
    case Phase::correcting:
    case Phase::confirm_cancel:
    case Phase::confirm_restart:
      turn.state.phase = turn.state.before;
      return go_on(turn);
    case Phase::idle:
    case Phase::asking:
    case Phase::paused:
    case Phase::case_work:
      break;
  }
  if (!turn.state.contained_advice_given && turn.record->known<std::string>(FactId::breach_kind) != nullptr)
    advise_containment(turn);
  ask_next(turn);
}

}  // namespace varsel::dialog
