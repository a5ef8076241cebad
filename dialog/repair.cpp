#include "dialog/repair.h"

#include <algorithm>

#include "dialog/accept.h"
#include "dialog/doubt.h"
#include "dialog/intake.h"
#include "dialog/next_question.h"
#include "dialog/present.h"
#include "dialog/read_back.h"
#include "dialog/receipt.h"

namespace varsel::dialog {

using incident::FactId;
using incident::FactStatus;

namespace {

// Enters a confirmation; where it returns to is remembered once, also when two are asked in a row.
void enter(Turn& turn, Phase phase) {
  const Phase now = turn.state.phase;
  const bool aside = now == Phase::confirm_cancel || now == Phase::confirm_restart || now == Phase::correcting;
  if (!aside) turn.state.before = now;
  turn.state.phase = phase;
}

// "Which line?" has no answer that is not known: the talk goes on as it was.
void leave_correcting(Turn& turn) {
  if (turn.state.phase == Phase::correcting) turn.state.phase = turn.state.before;
}

// A question of the procedure is open: it is asked three times whatever is said, and then left open.
bool counts_itself(const Turn& turn) {
  const auto asked = asked_question(turn);
  return asked && turn.state.phase == Phase::asking && turn.record->find(asked->fact) == nullptr &&
         !turn.state.disputed && turn.state.held.empty();
}

std::string examples(intents::Expecting expecting) {
  using intents::Expecting;
  switch (expecting) {
    case Expecting::time:
      return "repair.example.time";
    case Expecting::count:
      return "repair.example.count";
    case Expecting::yes_no:
    case Expecting::confirmation:
      return "repair.example.yes_no";
    case Expecting::data_categories:
      return "repair.example.data_categories";
    case Expecting::data_subjects:
      return "repair.example.data_subjects";
    case Expecting::measures:
      return "repair.example.measures";
    case Expecting::consequences:
      return "repair.example.consequences";
    case Expecting::breach_kind:
    case Expecting::recipient:
    case Expecting::discoverer:
    case Expecting::nature:
      return "repair.example.choice";
    case Expecting::nothing:
    case Expecting::free_text:
      break;
  }
  return "repair.example.free_text";
}

bool has_choice(const Question& question, std::string_view code) {
  return std::any_of(question.choices.begin(), question.choices.end(),
                     [&](const Choice& choice) { return choice.code == code; });
}

}  // namespace

void undo(Turn& turn) {
  auto& steps = turn.state.undo;
  if (steps.empty()) {
    turn.say("repair.undo.nothing");
    return ask_again(turn);
  }
  const std::vector<Change> last = std::move(steps.back());
  steps.pop_back();
  // The question that is interrupted will be asked again, as if it had not been asked yet.
  if (const auto asked = asked_question(turn); asked && turn.state.asked[asked->id] > 0) --turn.state.asked[asked->id];
  for (auto change = last.rbegin(); change != last.rend(); ++change) {
    turn.state.asked.erase(question_for(turn.world.playbook, change->fact).id);
    if (change->before) {
      turn.append(incident::event::FactStated{change->fact, *change->before});
    } else {
      turn.append(incident::event::FactWithdrawn{change->fact});
    }
    const incident::Fact* now = turn.record->find(change->fact);
    if (now != nullptr && now->status == FactStatus::known) {
      turn.say("repair.undo.restored",
               {{"fact", fact_word(change->fact)}, {"value", value_word(turn, change->fact, now->value)}});
    } else {
      turn.say("repair.undo.removed", {{"fact", fact_word(change->fact)}});
    }
  }
  turn.state.disputed.reset();
  turn.state.disputed_with.reset();
  turn.state.asking.clear();
  go_on(turn);
}

void back(Turn& turn) {
  // The fact that was stated last and is not the one being asked for now.
  const auto asked = asked_question(turn);
  for (auto step = turn.state.undo.rbegin(); step != turn.state.undo.rend(); ++step) {
    const FactId fact = step->back().fact;
    if (!asked || asked->fact != fact) return ask_to_change(turn, fact);
  }
  turn.say("repair.back.nothing");
  ask_again(turn);
}

void repeat(Turn& turn) {
  ask_again(turn, true);
}

void why(Turn& turn) {
  const auto asked = asked_question(turn);
  turn.say(asked ? asked->text + ".why" : std::string{"repair.why.general"});
  ask_again(turn, true);
}

void help(Turn& turn) {
  const auto asked = asked_question(turn);
  if (asked) {
    turn.say(asked->text + ".why");
    turn.say(examples(asked->expecting));
  } else {
    turn.say("explain.how_it_works");
  }
  ask_again(turn);
}

void define(Turn& turn, std::string_view topic) {
  if (topic.empty()) {
    turn.say("explain.which");
    for (const char* code : {"personal_data", "breach", "deadline", "who_sees"})
      turn.offer(std::string{option::kTopic} + code, std::string{"code.topic."} + code);
    return;
  }
  turn.say("explain." + std::string{topic});
  ask_again(turn, true);
}

void show_summary(Turn& turn) {
  turn.say("repair.summary", {{"receipt", turn.record->receipt.str()}});
  say_lines(turn);
  ask_again(turn, true);
}

void dont_know(Turn& turn) {
  if (turn.state.disputed) return settle_dispute(turn, false);
  if (!turn.state.held.empty()) return settle_held(turn, false);
  leave_correcting(turn);
  const auto asked = asked_question(turn);
  if (!asked) {
    turn.say("repair.dont_know.fine");
    return ask_again(turn);
  }
  const incident::Fact* there = turn.record->find(asked->fact);
  if (there == nullptr) {
    if (has_choice(*asked, "unknown")) {
      incident::Fact entry;
      entry.value = std::string{"unknown"};
      entry.source = turn.source("intent.dont_know");
      state_fact(turn, asked->fact, std::move(entry));
    } else {
      leave_open(turn, asked->fact, "reporter_does_not_know");
    }
  }
  turn.state.asking.clear();
  turn.say("repair.dont_know");
  tell_contacts(turn, false);
  go_on(turn);
}

void skip(Turn& turn) {
  if (turn.state.disputed) return settle_dispute(turn, false);
  if (!turn.state.held.empty()) return settle_held(turn, false);
  leave_correcting(turn);
  const auto asked = asked_question(turn);
  if (!asked) return ask_again(turn);
  auto& skipped = turn.state.skipped;
  turn.state.asking.clear();
  if (turn.record->find(asked->fact) != nullptr) return go_on(turn);
  if (std::find(skipped.begin(), skipped.end(), asked->id) == skipped.end()) {
    skipped.push_back(asked->id);
    turn.say("repair.skip");
  } else {
    leave_open(turn, asked->fact, "skipped");
    turn.say("repair.left_open");
  }
  go_on(turn);
}

void refuse(Turn& turn) {
  const auto asked = asked_question(turn);
  if (!asked) return ask_again(turn);
  turn.state.asking.clear();
  if (turn.record->find(asked->fact) == nullptr) {
    incident::Fact entry;
    entry.status = FactStatus::refused;
    entry.reason = "reporter_refused";
    entry.source = turn.source("choice");
    state_fact(turn, asked->fact, std::move(entry));
  }
  turn.say("repair.refused");
  go_on(turn);
}

void ask_confirm_restart(Turn& turn) {
  if (turn.record->handed_in_at) return submit(turn);  // what others work on is not dropped, but read back and changed
  enter(turn, Phase::confirm_restart);
  turn.say("repair.restart.sure");
  turn.offer(option::kYes, "option.yes_restart");
  turn.offer(option::kNo, "option.no_continue");
}

void restart(Turn& turn) {
  keep_held(turn);
  std::vector<FactId> facts;
  for (const auto& [fact, entry] : turn.record->facts)
    if (fact != FactId::notified && fact != FactId::authority_notified) facts.push_back(fact);
  for (const FactId fact : facts) turn.append(incident::event::FactWithdrawn{fact});
  turn.state.phase = Phase::asking;
  turn.state.asked.clear();
  turn.state.skipped.clear();
  turn.state.undo.clear();
  turn.state.misunderstood = 0;
  turn.state.disputed.reset();
  turn.state.disputed_with.reset();
  turn.state.contained_advice_given = false;
  turn.say("repair.restart.done", {{"receipt", turn.record->receipt.str()}});
  ask(turn, question_for(turn.world.playbook, FactId::what_happened));
}

void ask_confirm_cancel(Turn& turn) {
  enter(turn, Phase::confirm_cancel);
  turn.say("repair.cancel.sure");
  turn.offer(option::kYes, "option.yes_cancel");
  turn.offer(option::kNo, "option.no_continue");
}

void cancel(Turn& turn) {
  keep_held(turn);
  const std::string receipt = turn.record->receipt.str();
  const bool only_ours = turn.record->state == incident::State::draft && turn.record->told.empty();
  if (!only_ours) {
    // Others act on it already: a person decides, not the button.
    turn.append(incident::event::NoteAdded{PersonalText{turn.understanding().masked}});
    hand_in(turn, "human");
    turn.say("repair.cancel.too_late", {{"receipt", receipt}});
    return;
  }
  turn.append(incident::event::StateChanged{incident::State::withdrawn, "reporter"});
  turn.state.earlier.push_back(*turn.state.incident);
  turn.state.incident.reset();
  turn.state.phase = Phase::idle;
  turn.state.asking.clear();
  turn.say("repair.cancel.done", {{"receipt", receipt}});
}

void pause(Turn& turn) {
  turn.effects.emplace_back(effect::AllowResume{turn.world.fresh_code});
  // The clock does not pause: the adviser gets what there is.
  hand_in(turn, "paused");
  turn.state.phase = Phase::paused;
  turn.say("repair.pause", {{"receipt", turn.record->receipt.str()}, {"code", turn.world.fresh_code}});
}

void leave_report(Turn& turn) {
  keep_held(turn);
  const incident::State state = turn.record->state;
  if (state == incident::State::draft && !turn.record->handed_in_at) hand_in(turn, "reporter");
}

void resume(Turn& turn) {
  const bool here = turn.state.incident && turn.state.incident == turn.world.resumable;
  if (turn.world.resumable && turn.world.resumable_record != nullptr && !here) {
    if (turn.state.incident) {
      leave_report(turn);
      turn.state.earlier.push_back(*turn.state.incident);
    }
    // "resume V-2026-..." says nothing about the language; the report was told in one.
    const bool chosen = turn.state.locale_chosen;
    const Locale locale = chosen ? turn.state.locale : turn.world.resumable_record->locale;
    State fresh;
    fresh.locale = locale;
    fresh.locale_chosen = chosen;
    fresh.earlier = turn.state.earlier;
    fresh.last_turn = turn.state.last_turn;
    fresh.incident = turn.world.resumable;
    fresh.contained_advice_given = true;
    turn.state = std::move(fresh);
    turn.record = *turn.world.resumable_record;
    turn.group_planned.reset();
    turn.effects.emplace_back(effect::Attach{*turn.world.resumable});
    turn.say("repair.resume.found", {{"receipt", turn.record->receipt.str()}});
    turn.state.phase = turn.record->complete ? Phase::handed_in : Phase::asking;
    return go_on(turn);
  }
  if (here || (turn.state.phase == Phase::paused && turn.record)) {
    turn.say("repair.resume.here", {{"receipt", turn.record->receipt.str()}});
    turn.state.phase = turn.record->complete ? Phase::handed_in : Phase::asking;
    return go_on(turn);
  }
  turn.say("repair.resume.not_found");
  if (turn.record) ask_again(turn);
}

void human(Turn& turn) {
  turn.append(incident::event::HumanAsked{});
  hand_in(turn, "human");
  turn.say("repair.human", {{"receipt", turn.record->receipt.str()}});
  say_told(turn);
  const Question contact = question_for(turn.world.playbook, FactId::reporter_contact);
  if (turn.record->find(contact.fact) == nullptr && turn.state.asked[contact.id] < kTimesAsked) {
    ask(turn, contact);
  } else {
    turn.say("repair.human.meanwhile");
  }
}

void submit(Turn& turn) {
  if (turn.state.phase == Phase::reading_back) return confirm_hand_in(turn);
  if (turn.state.phase == Phase::handed_in && turn.record->complete) return status(turn);
  read_back(turn);
}

void status(Turn& turn) {
  turn.say(turn.record->handed_in_at ? "receipt.status.handed_in" : "receipt.status.draft",
           {{"receipt", turn.record->receipt.str()}});
  say_told(turn);
  say_group(turn);
  ask_again(turn, true);
}

void change_language(Turn& turn) {
  for (const intents::Entity& entity : turn.understanding().entities) {
    const auto* tag = std::get_if<std::string>(&entity.value);
    if (entity.kind != intents::Kind::language || tag == nullptr) continue;
    if (const auto locale = locale_from_tag(*tag)) return switch_language(turn, *locale);
  }
  turn.say("repair.language.which");
  for (const Locale locale : turn.world.playbook.locales)
    turn.offer(std::string{option::kLanguage} + std::string{tag(locale)},
               "option.language." + std::string{tag(locale)});
}

std::optional<Locale> language_pressed(std::string_view code) {
  if (!code.starts_with(option::kLanguage)) return std::nullopt;
  return locale_from_tag(code.substr(option::kLanguage.size()));
}

void switch_language(Turn& turn, Locale locale) {
  turn.state.locale = locale;
  turn.state.locale_chosen = true;
  turn.say("repair.language.changed");
  ask_again(turn, true);
}

void insist_or_leave_it(Turn& turn) {
  if (turn.state.misunderstood < kTimesAsked || counts_itself(turn)) return ask_in_other_words(turn);
  leave_correcting(turn);
  if (turn.state.disputed) return settle_dispute(turn, false);
  if (!turn.state.held.empty()) return settle_held(turn, false);
  turn.state.asking.clear();
  ask_again(turn);
}

void smalltalk(Turn& turn) {
  turn.say(turn.state.phase == Phase::handed_in ? "general.you_are_welcome" : "general.smalltalk");
  if (turn.state.phase != Phase::handed_in) ask_again(turn, true);
}

void decline(Turn& turn) {
  if (!counts_itself(turn)) ++turn.state.misunderstood;
  turn.say("repair.out_of_scope");
  insist_or_leave_it(turn);
}

void ask_for_words(Turn& turn) {
  turn.say("repair.few_words");
  ask_in_other_words(turn);
}

void ask_in_other_words(Turn& turn) {
  if (turn.state.phase != Phase::asking || turn.state.asking.empty() || turn.state.disputed || !turn.state.held.empty())
    return ask_again(turn);
  // Counted: whoever talks of other things for ever is not asked for ever.
  if (const auto asked = asked_question(turn); asked && turn.state.asked[asked->id] < kTimesAsked)
    return ask(turn, *asked);
  turn.state.asking.clear();
  ask_next(turn);
}

void misunderstood(Turn& turn) {
  ++turn.state.misunderstood;
  const auto asked = asked_question(turn);
  if (turn.state.misunderstood == 1) {
    turn.say("repair.misunderstood");
  } else {
    turn.say("repair.misunderstood.again");
    turn.say(examples(asked ? asked->expecting : intents::Expecting::free_text));
  }
  insist_or_leave_it(turn);
  if (turn.state.misunderstood >= kTimesAsked) {
    turn.say("repair.offer_human");
    turn.offer(option::kHuman, "option.human");
  }
}

void ask_which_line(Turn& turn) {
  enter(turn, Phase::correcting);
  turn.say("repair.correct.which");
  say_lines(turn);
}

void nudge(Turn& turn) {
  turn.state.nudged = true;
  turn.say("general.nudge", {{"receipt", turn.record->receipt.str()}});
  ask_again(turn, true);
  const auto rest = turn.world.playbook.hand_over_after - turn.world.playbook.nudge_after;
  turn.effects.emplace_back(effect::SetTimer{"handover", std::max(rest, std::chrono::minutes{1})});
}

void hand_over_silent(Turn& turn) {
  const std::string asking = turn.state.asking;
  hand_in(turn, "silence");
  turn.state.asking = asking;  // who comes back may still answer it
  turn.say("general.handed_over", {{"receipt", turn.record->receipt.str()}});
  say_told(turn);
}

}  // namespace varsel::dialog
