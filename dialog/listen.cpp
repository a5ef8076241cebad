#include "dialog/listen.h"

#include <algorithm>

#include "dialog/accept.h"
#include "dialog/doubt.h"
#include "dialog/intake.h"
#include "dialog/next_question.h"
#include "dialog/present.h"
#include "dialog/read_back.h"
#include "dialog/receipt.h"
#include "dialog/repair.h"

namespace varsel::dialog {

using incident::FactId;
using intents::Intent;
using intents::Kind;

namespace {

// In the middle of a talk one "ja" or a name says nothing about the language; a sentence does.
constexpr double kSureOfLanguage = 0.9;
constexpr std::size_t kWordsOfASentence = 4;
constexpr double kSureOfKind = 0.7;
constexpr double kSureOfKindInASentence = 0.62;
constexpr double kSureOfAnotherTopic = 0.9;

const intents::Entity* entity(const Turn& turn, Kind kind, double at_least = 0) {
  const auto& entities = turn.understanding().entities;
  const auto found = std::find_if(entities.begin(), entities.end(), [&](const intents::Entity& candidate) {
    return candidate.kind == kind && candidate.confidence >= at_least;
  });
  return found == entities.end() ? nullptr : &*found;
}

std::string_view topic_of(const Turn& turn) {
  const intents::Entity* topic = entity(turn, Kind::topic);
  const auto* code = topic != nullptr ? std::get_if<std::string>(&topic->value) : nullptr;
  return code != nullptr ? std::string_view{*code} : std::string_view{};
}

bool states_something(const Turn& turn) {
  return !read(turn, std::nullopt).empty();
}

bool may_be_report(const Turn& turn) {
  if (!turn.said->attachments.empty()) return true;
  const bool names_a_breach = entity(turn, Kind::breach_kind, kSureOfKind) != nullptr;
  switch (turn.intent()) {
    case Intent::report_breach:
    case Intent::suspect_phishing:
    case Intent::human:
      return true;
    case Intent::inform:
    case Intent::correct:
    case Intent::dont_know:
    case Intent::undo:  // "I sent it too early, can I take it back": of a mail, when nothing is registered here
    case Intent::submit:
      return states_something(turn) || turn.words() > 1;
    case Intent::yes:
    case Intent::no:
    case Intent::ask_help:
      return states_something(turn);
    case Intent::out_of_scope:
      return names_a_breach || turn.heard().confidence < 0.5;
    case Intent::ask_definition:  // "is it a breach if I sent a mail to the wrong person?"
    case Intent::why:
    case Intent::back:
    case Intent::cancel:
    case Intent::start_over:
    case Intent::pause:
    case Intent::skip:
    case Intent::show_summary:
    case Intent::repeat:
    case Intent::smalltalk:
      return names_a_breach;
    case Intent::resume:
    case Intent::status:
    case Intent::change_language:
      return false;
  }
  return true;
}

void acknowledge_attachments(Turn& turn) {
  if (!turn.said->attachments.empty())
    turn.say("general.attachment", {{"count", static_cast<std::int64_t>(turn.said->attachments.size())}});
}
// Last of all: files belong to the report that is talked about after the message, which may have opened a second one.
void keep_attachments(Turn& turn) {
  for (const std::string& key : turn.said->attachments)
    turn.append(incident::event::AttachmentAdded{key, Personal<std::string>{}});
}

bool tells(const Turn& turn) {
  const Intent intent = turn.intent();
  return intent == Intent::inform || intent == Intent::report_breach || intent == Intent::suspect_phishing;
}

// The whole message stands somewhere: as a note, in an account, quoted with a fact, or held until a doubt is settled.
bool words_are_kept(const Turn& turn) {
  const std::string& words = turn.understanding().masked;
  const auto quotes = [&](const incident::Fact& entry) {
    const auto* account = std::get_if<PersonalText>(&entry.value);
    return entry.source.words.reveal() == words ||
           (account != nullptr && account->reveal().find(words) != std::string::npos);
  };
  const auto keeps = [&](const Effect& effect) {
    const auto* append = std::get_if<effect::Append>(&effect);
    if (append == nullptr) return false;
    if (const auto* note = std::get_if<incident::event::NoteAdded>(&append->body)) return note->text.reveal() == words;
    const auto* stated = std::get_if<incident::event::FactStated>(&append->body);
    return stated != nullptr && quotes(stated->entry);
  };
  const auto& held = turn.state.held;
  return std::any_of(turn.effects.begin(), turn.effects.end(), keeps) ||
         std::any_of(held.begin(), held.end(), [&](const Change& change) { return quotes(*change.before); });
}

// What somebody tells is kept for the adviser, also when no field takes it, or only a part of it.
void keep_words(Turn& turn) {
  const bool not_understood = turn.intent() == Intent::out_of_scope && turn.heard().confidence < kSureOfAnotherTopic;
  const bool telling = (tells(turn) || not_understood || turn.intent() == Intent::correct) && !turn.said->choice;
  if (telling && turn.words() >= kWordsOfASentence && !words_are_kept(turn))
    turn.append(incident::event::NoteAdded{PersonalText{turn.understanding().masked}});
}

void open_with_message(Turn& turn) {
  open_report(turn);
  std::vector<Candidate> candidates = read(turn, std::nullopt);
  // "Help, data leak" may be anything, and a guess at a whole sentence is one too: advice for the wrong kind of breach
  // would do harm.
  const double sure = turn.words() < kWordsOfASentence ? kSureOfKind : kSureOfKindInASentence;
  std::erase_if(candidates, [&](const Candidate& c) { return c.fact == FactId::breach_kind && c.confidence < sure; });
  if (!turn.understanding().masked.empty()) {
    Candidate words;
    words.fact = FactId::what_happened;
    words.value = PersonalText{turn.understanding().masked};
    words.rule = "words";
    candidates.insert(candidates.begin(), std::move(words));
  }
  accept(turn, candidates, false);
  turn.state.undo.clear();  // "undo" takes back an answer, not the report
  turn.undo_open = false;
  acknowledge_attachments(turn);
  keep_attachments(turn);
}

// Buttons that are no answers. False: not one of them.
bool press(Turn& turn, const std::string& code) {
  const auto argument = [&](std::string_view prefix) -> std::optional<std::string> {
    if (code.compare(0, prefix.size(), prefix) != 0) return std::nullopt;
    return code.substr(prefix.size());
  };
  if (const auto language = language_pressed(code)) return switch_language(turn, *language), true;
  if (const auto topic = argument(option::kTopic)) return define(turn, *topic), true;
  if (!turn.record) return false;
  if (const auto name = argument(option::kEdit)) {
    if (const auto fact = incident::fact_from(*name)) ask_to_change(turn, *fact);
    return true;
  }
  const bool confirms_cancel = turn.state.phase == Phase::confirm_cancel;
  const bool confirms_restart = turn.state.phase == Phase::confirm_restart;
  if (code == option::kYes && confirms_cancel) return cancel(turn), true;
  if (code == option::kYes && confirms_restart) return restart(turn), true;
  if (code == option::kNo && (confirms_cancel || confirms_restart)) {
    turn.state.phase = turn.state.before;
    turn.say("repair.continue");
    return ask_again(turn, true), true;
  }
  if (code == option::kDontKnow) return dont_know(turn), true;
  if (code == option::kSkip) return skip(turn), true;
  if (code == option::kRefuse) return refuse(turn), true;
  if (code == option::kHuman) return human(turn), true;
  if (code == option::kHandIn) return submit(turn), true;
  if (code == option::kChange) return ask_which_line(turn), true;
  if (code == option::kSame && !turn.state.held.empty()) return settle_held(turn, false), true;
  if (code == option::kNew && !turn.state.held.empty()) return settle_held(turn, true), true;
  if (turn.state.disputed && (code == option::kKeep || code == option::kReplace))
    return settle_dispute(turn, code == option::kReplace), true;
  if (code == option::kKeep) {
    turn.state.asking.clear();
    return go_on(turn), true;
  }
  return false;
}

// A breach of another kind, told as a story of its own.
bool may_be_second_report(const Turn& turn, const std::optional<Question>& asked) {
  const Intent intent = turn.intent();
  const bool tells_of_one =
      intent == Intent::report_breach || intent == Intent::suspect_phishing || intent == Intent::inform;
  if (!tells_of_one) return false;
  const intents::Entity* kind = entity(turn, Kind::breach_kind, kSureOfKind);
  const auto* code = kind != nullptr ? std::get_if<std::string>(&kind->value) : nullptr;
  const auto known = turn.record->choice(FactId::breach_kind);
  if (turn.state.phase == Phase::handed_in && !asked && intent != Intent::inform)
    return turn.words() >= kWordsOfASentence || code != nullptr;
  const bool tells = asked && (incident::info(asked->fact).type == incident::FactType::Text ||
                               asked->fact == FactId::breach_kind || incident::info(asked->fact).late);
  return !tells && code != nullptr && !known.empty() && known != *code && turn.words() >= kWordsOfASentence;
}

bool clearly_new(const Turn& turn) {
  const intents::Entity* kind = entity(turn, Kind::breach_kind, kSureOfKind);
  const auto* code = kind != nullptr ? std::get_if<std::string>(&kind->value) : nullptr;
  const auto known = turn.record->choice(FactId::breach_kind);
  return turn.state.phase == Phase::handed_in && code != nullptr && !known.empty() && known != *code;
}

// What a message asks for beside the facts it states. False: nothing.
bool obey(Turn& turn, bool stated) {
  const std::string_view topic = topic_of(turn);
  if (topic == "blame") return define(turn, topic), true;
  switch (turn.intent()) {
    case Intent::undo:
      return undo(turn), true;
    case Intent::back:
      return back(turn), true;
    case Intent::cancel:
      return ask_confirm_cancel(turn), true;
    case Intent::start_over:
      return ask_confirm_restart(turn), true;
    case Intent::pause:
      return pause(turn), true;
    case Intent::resume:
      return resume(turn), true;
    case Intent::submit:
      return submit(turn), true;
    case Intent::show_summary:
      return show_summary(turn), true;
    case Intent::repeat:
      return repeat(turn), true;
    case Intent::why:
      return why(turn), true;
    case Intent::ask_help:
      return help(turn), true;
    case Intent::ask_definition:
      return define(turn, topic), true;
    case Intent::status:
      return status(turn), true;
    case Intent::human:
      return human(turn), true;
    case Intent::change_language:
      return change_language(turn), true;
    case Intent::skip:
      return stated ? false : (skip(turn), true);
    case Intent::dont_know:
      return stated ? false : (dont_know(turn), true);
    case Intent::smalltalk:
      return stated ? false : (smalltalk(turn), true);
    case Intent::out_of_scope:
      // Not sure that it is about something else: then it was only not understood.
      return stated || turn.heard().confidence < 0.5 ? false : (decline(turn), true);
    case Intent::correct:
      if (stated || turn.state.disputed) return false;
      if (const auto fact = named_line(turn)) return ask_to_change(turn, *fact), true;
      return ask_which_line(turn), true;
    case Intent::report_breach:
    case Intent::suspect_phishing:
    case Intent::inform:
    case Intent::yes:
    case Intent::no:
      return false;
  }
  return false;
}

// Commands about the talk itself; numbers and times in them are not facts.
bool is_bare_command(const Turn& turn) {
  switch (turn.intent()) {
    case Intent::undo:
    case Intent::back:
    case Intent::repeat:
    case Intent::show_summary:
    case Intent::resume:
    case Intent::start_over:
    case Intent::change_language:
      return true;
    default:
      return false;
  }
}

bool answer_confirmation(Turn& turn) {
  const bool cancelling = turn.state.phase == Phase::confirm_cancel;
  if (!cancelling && turn.state.phase != Phase::confirm_restart) return false;
  const Intent intent = turn.intent();
  if (intent == Intent::yes || (cancelling && intent == Intent::cancel) ||
      (!cancelling && intent == Intent::start_over)) {
    cancelling ? cancel(turn) : restart(turn);
    return true;
  }
  turn.state.phase = turn.state.before;
  if (intent != Intent::no) return false;  // they went on talking: so they go on reporting
  turn.say("repair.continue");
  ask_again(turn, true);
  return true;
}

void say_changes(Turn& turn, const Accepted& accepted) {
  for (const auto& [fact, before] : accepted.replaced)
    turn.say("repair.corrected", {{"fact", fact_word(fact)},
                                  {"before", value_word(turn, fact, before)},
                                  {"after", value_word(turn, fact, turn.record->find(fact)->value)}});
  for (const FactId fact : accepted.grown)
    turn.say("repair.grown",
             {{"fact", fact_word(fact)}, {"value", value_word(turn, fact, turn.record->find(fact)->value)}});
}

void react(Turn& turn, const std::optional<Question>& asked, const Accepted& accepted) {
  turn.state.misunderstood = 0;
  say_changes(turn, accepted);
  if (accepted.has(FactId::ongoing) && turn.record->choice(FactId::ongoing) == "yes") {
    tell_contacts(turn, true);
    turn.say("contain.ongoing");
    say_told(turn);
    say_group(turn);
  } else {
    tell_contacts(turn, false);
  }
  if (ask_of_clock_change(turn, accepted) || question_order(turn, accepted)) return;
  if (turn.state.phase == Phase::correcting) turn.state.phase = turn.state.before;
  if (accepted.answered || !asked) turn.state.asking.clear();
  if (accepted.future) return ask_for_past_time(turn, accepted);
  if (obey(turn, true)) return;
  if (!accepted.answered && accepted.replaced.empty() && accepted.grown.empty()) turn.say("repair.noted");
  // Something else was said: the question stays, in the same words, and has not been asked once more.
  const bool stays = turn.state.phase == Phase::asking && asked && !turn.state.asking.empty() &&
                     turn.record->find(asked->fact) == nullptr && applies(*asked, *turn.record);
  if (!stays || turn.state.disputed) return go_on(turn);
  if (turn.record->known<std::string>(FactId::breach_kind) != nullptr) advise_containment(turn);
  ask_again(turn, true);
}

void nothing_stated(Turn& turn, const Accepted& accepted, bool new_dispute) {
  if (new_dispute) return ask_which_holds(turn);
  if (accepted.emptied) return ask_to_change(turn, *accepted.emptied);
  if (obey(turn, false)) return;
  const Intent intent = turn.intent();
  if (turn.state.phase == Phase::reading_back && turn.state.asking.empty()) {
    if (intent == Intent::yes) return confirm_hand_in(turn);
    if (intent == Intent::no) return ask_which_line(turn);
  }
  if (accepted.confirmed_known && !turn.state.disputed) {
    if (accepted.answered) turn.state.asking.clear();
    turn.say("repair.known_already");
    return go_on(turn);
  }
  if (accepted.denied) {
    turn.append(incident::event::NoteAdded{PersonalText{turn.understanding().masked}});
    turn.say("repair.noted");
    return ask_in_other_words(turn);
  }
  if (turn.state.phase == Phase::asking && !turn.state.disputed && turn.state.held.empty() &&
      (intent == Intent::yes || intent == Intent::no)) {
    const auto asked = asked_question(turn);
    const bool in_words = asked && (incident::info(asked->fact).type == incident::FactType::Text ||
                                    incident::info(asked->fact).type == incident::FactType::Codes);
    if (in_words) return ask_for_words(turn);
  }
  if (tells(turn) && turn.words() >= kWordsOfASentence && turn.state.phase == Phase::handed_in &&
      turn.state.asking.empty())
    return turn.say("receipt.note_added", {{"receipt", turn.record->receipt.str()}});
  if (turn.state.phase == Phase::handed_in && (intent == Intent::yes || intent == Intent::no)) return ask_again(turn);
  misunderstood(turn);
}

void take_up(Turn& turn) {
  if (turn.said->choice && press(turn, *turn.said->choice)) return;
  if (answer_confirmation(turn)) return;
  if (!turn.state.held.empty() && (turn.intent() == Intent::yes || turn.intent() == Intent::no))
    return ask_same_or_new(turn);  // "yes" to "the same or a new one" says neither
  if (turn.state.phase == Phase::paused) {
    if (turn.intent() == Intent::resume) return resume(turn);
    turn.state.phase = turn.record->complete ? Phase::handed_in : Phase::asking;
  }
  const bool choosing =
      turn.state.phase == Phase::correcting || (turn.state.phase == Phase::reading_back && turn.state.asking.empty());
  if (choosing) {
    if (const auto fact = chosen_line(turn)) {
      if (turn.state.phase == Phase::correcting) turn.state.phase = turn.state.before;
      return ask_to_change(turn, *fact);
    }
  }
  const std::optional<Question> asked = asked_question(turn);
  if (turn.understanding().masked.empty() && !turn.said->choice) {
    // Only an attachment: what was asked is still open.
    return turn.said->attachments.empty() ? misunderstood(turn) : ask_again(turn, true);
  }
  if (is_bare_command(turn)) {
    obey(turn, false);
    return;
  }
  if (may_be_second_report(turn, asked)) {
    hold(turn);
    if (clearly_new(turn)) {
      turn.reply = Reply{};
      settle_held(turn, true);
    }
    return;
  }
  const Intent intent = turn.intent();
  // "What will the weather be tomorrow?": nothing in it is about the report.
  if (intent == Intent::out_of_scope && turn.heard().confidence >= kSureOfAnotherTopic) return decline(turn);
  const bool tri = asked && incident::info(asked->fact).type == incident::FactType::Choice;
  const bool correcting = (intent == Intent::correct && !gives_account(turn, asked)) ||
                          turn.state.phase == Phase::correcting || turn.state.phase == Phase::reading_back ||
                          (intent == Intent::no && !tri);
  const auto disputed_before = turn.state.disputed;
  const Accepted accepted = accept(turn, read(turn, asked), correcting);
  if (accepted.keeps && !accepted.any()) return settle_dispute(turn, false);
  if (disputed_before && accepted.has(*disputed_before)) {
    turn.state.disputed.reset();
    turn.state.disputed_with.reset();
  }
  if (accepted.any()) return react(turn, asked, accepted);
  if (accepted.future) return ask_for_past_time(turn, accepted);
  nothing_stated(turn, accepted, turn.state.disputed && !disputed_before);
}

}  // namespace

void follow_language(Turn& turn) {
  if (turn.state.locale_chosen) return;
  const intents::Understanding& understood = turn.understanding();
  const auto& offered = turn.world.playbook.locales;
  if (std::find(offered.begin(), offered.end(), understood.locale) == offered.end()) return;
  const bool first = turn.state.phase == Phase::idle && understood.locale_confidence >= 0.5;
  if (first || (understood.locale_confidence >= kSureOfLanguage && turn.words() >= kWordsOfASentence))
    turn.state.locale = understood.locale;
}

void first_message(Turn& turn) {
  if (turn.said->choice && turn.said->attachments.empty() && press(turn, *turn.said->choice)) return;
  if (may_be_report(turn)) {
    const bool asks_human = turn.intent() == Intent::human;
    open_with_message(turn);
    if (asks_human) return human(turn);
    return greet_report(turn);
  }
  switch (turn.intent()) {
    case Intent::resume:
      return resume(turn);
    case Intent::change_language:
      return change_language(turn);
    case Intent::ask_definition:
      define(turn, topic_of(turn));
      if (topic_of(turn).empty()) turn.say("general.tell_me");
      return;
    case Intent::ask_help:
    case Intent::why:
      turn.say("explain.how_it_works");
      break;
    case Intent::smalltalk:
      turn.say("general.hello");
      break;
    case Intent::out_of_scope:
      turn.say("repair.out_of_scope");
      break;
    case Intent::status:
      turn.say("repair.resume.not_found");
      return;
    default:
      turn.say("general.nothing_yet");
      break;
  }
  turn.say("general.tell_me");
}

void next_message(Turn& turn) {
  acknowledge_attachments(turn);
  take_up(turn);
  keep_words(turn);
  keep_attachments(turn);
}

}  // namespace varsel::dialog
