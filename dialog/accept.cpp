#include "dialog/accept.h"

#include <algorithm>

#include "dialog/next_question.h"
#include "dialog/present.h"
#include "incident/working_time.h"

namespace varsel::dialog {

using incident::Fact;
using incident::FactId;
using incident::FactStatus;
using incident::FactType;
using incident::FactValue;
using intents::Kind;

namespace {

constexpr std::size_t kUndoSteps = 20;
// What follows from something that itself was only guessed says nothing.
constexpr double kGuessed = 0.45;
// Below this a value in passing ("mail" in an answer about the cause) is not worth a question.
constexpr double kWorthDisputing = 0.75;
// How things stand now: a new value is news, not a contradiction.
bool changes_over_time(FactId fact) {
  return fact == FactId::ongoing || fact == FactId::contained || fact == FactId::certainty;
}

// What a person says in passing about these is too vague to accuse them of contradicting themselves.
bool only_when_asked(FactId fact) {
  return fact == FactId::discoverer || fact == FactId::nature || fact == FactId::others_affected ||
         fact == FactId::own_party || fact == FactId::department || fact == FactId::reporter_contact;
}

bool inside(const When& inner, const When& outer) {
  return outer.from <= inner.from && inner.to <= outer.to;
}

bool inside(const Count& inner, const Count& outer) {
  if (!inner.min || !inner.max) return false;
  if (outer.approx && outer.min && outer.min == outer.max) {  // "about 40", then 43
    const auto about = *outer.min;
    return std::abs(*inner.min - about) * 4 <= about && std::abs(*inner.max - about) * 4 <= about;
  }
  return (!outer.min || *inner.min >= *outer.min) && (!outer.max || *inner.max <= *outer.max);
}

// The new value says the same more precisely.
bool refines(const FactValue& fresh, const FactValue& known) {
  if (const auto* a = std::get_if<When>(&fresh), *b = std::get_if<When>(&known); a != nullptr && b != nullptr)
    return inside(*a, *b);
  if (const auto* a = std::get_if<Count>(&fresh), *b = std::get_if<Count>(&known); a != nullptr && b != nullptr)
    return inside(*a, *b);
  return false;
}

// "no, it was Wednesday" about yesterday at 10.30 means Wednesday at 10.30.
FactValue with_known_clock(const FactValue& fresh, const FactValue& known) {
  const auto* day = std::get_if<When>(&fresh);
  const auto* before = std::get_if<When>(&known);
  if (day == nullptr || before == nullptr || day->precision != Precision::day) return fresh;
  if (before->precision != Precision::minute && before->precision != Precision::hour) return fresh;
  When result = *before;
  const auto shift =
      std::chrono::floor<std::chrono::days>(day->from) - std::chrono::floor<std::chrono::days>(before->from);
  result.from += shift;
  result.to += shift;
  return result;
}

bool in_future(const Turn& turn, const FactValue& value) {
  const auto* when = std::get_if<When>(&value);
  // A minute of grace: clocks differ.
  return when != nullptr && when->from > turn.zone().local(turn.world.now) + std::chrono::minutes{1};
}

bool is_asked_for(const Turn& turn, FactId fact) {
  const auto& questions = turn.world.playbook.questions;
  return std::any_of(questions.begin(), questions.end(), [&](const Question& question) {
    return question.fact == fact && applies(question, *turn.record);
  });
}

Fact entry_of(const Turn& turn, const Candidate& candidate) {
  Fact entry;
  entry.status = candidate.status;
  entry.value = candidate.value;
  entry.reason = candidate.reason;
  if (candidate.status == FactStatus::not_known_yet) entry.ask_again_at = next_working_morning(turn);
  entry.source = turn.source(candidate.rule);
  return entry;
}

}  // namespace

bool Accepted::has(FactId fact) const {
  return std::find(added.begin(), added.end(), fact) != added.end() ||
         std::any_of(replaced.begin(), replaced.end(), [&](const Replaced& r) { return r.fact == fact; });
}

void state_fact(Turn& turn, FactId fact, Fact entry) {
  Change change{fact, std::nullopt};
  if (const Fact* before = turn.record->find(fact)) change.before = *before;
  // All that one message changed is one step of undo.
  auto& undo = turn.state.undo;
  if (turn.undo_open && !undo.empty()) {
    undo.back().push_back(std::move(change));
  } else {
    undo.push_back({std::move(change)});
    turn.undo_open = true;
    if (undo.size() > kUndoSteps) undo.erase(undo.begin());
  }
  turn.append(incident::event::FactStated{fact, std::move(entry)});
}

Instant next_working_morning(const Turn& turn) {
  const incident::WorkingTime working{turn.world.playbook.procedure.hours, turn.zone()};
  const auto nine = [&](LocalTime day) {
    return turn.zone().earliest(std::chrono::floor<std::chrono::days>(day) + std::chrono::hours{9});
  };
  const Instant tomorrow = nine(turn.zone().local(turn.world.now) + std::chrono::days{1});
  return working.is_open(tomorrow) ? tomorrow : nine(turn.zone().local(working.next_opening(tomorrow)));
}

void leave_open(Turn& turn, FactId fact, std::string reason) {
  Fact entry;
  entry.status = FactStatus::not_known_yet;
  entry.reason = std::move(reason);
  entry.ask_again_at = next_working_morning(turn);
  entry.source = turn.source("dialog");
  state_fact(turn, fact, std::move(entry));
}

namespace {

// Something that is known is said not to be involved.
void deny(Turn& turn, const Candidate& candidate, bool correcting, Accepted& accepted) {
  const auto* known = turn.record->known<incident::Codes>(candidate.fact);
  const incident::Codes before = known != nullptr ? *known : incident::Codes{};
  incident::Codes rest = before;
  const auto& denied = std::get<incident::Codes>(candidate.value).codes;
  std::erase_if(rest.codes,
                [&](const std::string& code) { return std::find(denied.begin(), denied.end(), code) != denied.end(); });
  if (rest == before) {
    accepted.denied = true;
  } else if (rest.codes.empty() && rest.words.reveal().empty()) {
    accepted.emptied = candidate.fact;
  } else {
    Fact entry;
    entry.value = std::move(rest);
    entry.source = turn.source(candidate.rule);
    if (correcting || candidate.answers) {
      state_fact(turn, candidate.fact, std::move(entry));
      accepted.replaced.push_back({candidate.fact, before});
    } else if (!turn.state.disputed) {
      turn.state.disputed = candidate.fact;
      turn.state.disputed_with = std::move(entry);
    }
  }
}

// Two values at once: the first stands until the person has said which holds.
void doubt(Turn& turn, const Candidate& candidate) {
  if (!candidate.alternative || turn.state.disputed || in_future(turn, *candidate.alternative)) return;
  Candidate other = candidate;
  other.value = *candidate.alternative;
  turn.state.disputed = candidate.fact;
  turn.state.disputed_with = entry_of(turn, other);
}

// The answer to a question for an account ("how could it happen?") is kept in its words. What it says by the way of
// things that are known is no news: "the wrong address" adds no contact data, "I think" makes nothing a suspicion.
bool told_by_the_way(const Turn& turn, const std::optional<Question>& asked, FactId fact) {
  return asked && incident::info(asked->fact).type == FactType::Text && asked->fact != FactId::what_happened &&
         asked->fact != fact && turn.record->find(fact) != nullptr;
}

}  // namespace

Accepted accept(Turn& turn, std::vector<Candidate> candidates, bool correcting) {
  Accepted accepted;
  const auto asked = asked_question(turn);
  std::erase_if(candidates, [](const Candidate& c) { return c.confidence < kGuessed; });
  // What was said decides which questions there are; only then is it clear where a guess is wanted.
  std::stable_partition(candidates.begin(), candidates.end(), [](const Candidate& c) { return c.confidence >= kSaid; });
  for (Candidate& candidate : candidates) {
    const Fact* there = turn.record->find(candidate.fact);
    const bool known = there != nullptr && there->status == FactStatus::known;
    const bool of_another = candidate.denies && asked && asked->fact != FactId::cause;
    if (!correcting && !of_another && told_by_the_way(turn, asked, candidate.fact)) continue;
    if (candidate.denies) {
      deny(turn, candidate, correcting, accepted);
      continue;
    }
    if (candidate.confidence < kSaid &&
        (there != nullptr || (!candidate.answers && is_asked_for(turn, candidate.fact))))
      continue;
    if (candidate.status == FactStatus::known && in_future(turn, candidate.value)) {
      accepted.future = entry_of(turn, candidate);
      accepted.future_fact = candidate.fact;
      continue;
    }
    if (!known) {
      if (there != nullptr && candidate.status != FactStatus::known) {
        accepted.confirmed_known = true;
        accepted.answered = accepted.answered || candidate.answers;
        continue;
      }
      state_fact(turn, candidate.fact, entry_of(turn, candidate));
      doubt(turn, candidate);
      accepted.added.push_back(candidate.fact);
      accepted.answered = accepted.answered || candidate.answers;
      continue;
    }
    if (candidate.status != FactStatus::known) continue;  // a value once known is not lost by "I am not sure"
    const FactValue before = there->value;
    if (!(candidate.answers || correcting) && only_when_asked(candidate.fact)) continue;
    const auto* codes = std::get_if<incident::Codes>(&candidate.value);
    // A list grows, unless somebody sets that very list right: what is known is asked for only to be changed.
    const bool replaces_list = candidate.answers;
    const bool told_more = candidate.fact == FactId::what_happened && turn.state.phase == Phase::asking;
    if (told_more) {  // the story goes on; nothing of it is replaced
      candidate.value = PersonalText{std::get<PersonalText>(before).reveal() + "\n" +
                                     std::get<PersonalText>(candidate.value).reveal()};
    } else if (codes != nullptr && !replaces_list) {
      candidate.value = merged(std::get<incident::Codes>(before), *codes);
    } else if (correcting) {
      candidate.value = with_known_clock(candidate.value, before);
    }
    const bool settles = turn.state.disputed == candidate.fact;  // asked which holds, the person says it
    if (candidate.value == before) {
      accepted.keeps = accepted.keeps || settles;
      accepted.confirmed_known = true;
      accepted.answered = accepted.answered || candidate.answers;
      continue;
    }
    const bool takes_over = correcting || settles || candidate.answers || codes != nullptr ||
                            changes_over_time(candidate.fact) || refines(candidate.value, before);
    if (takes_over) {
      state_fact(turn, candidate.fact, entry_of(turn, candidate));
      doubt(turn, candidate);
      if (told_more || (codes != nullptr && !replaces_list)) {
        accepted.added.push_back(candidate.fact);
        if (!told_more && !candidate.answers) accepted.grown.push_back(candidate.fact);
      } else {
        accepted.replaced.push_back({candidate.fact, before});
      }
      accepted.answered = accepted.answered || candidate.answers;
    } else if (!turn.state.disputed && !refines(before, candidate.value) && candidate.confidence >= kWorthDisputing) {
      turn.state.disputed = candidate.fact;
      turn.state.disputed_with = entry_of(turn, candidate);
    }
  }
  return accepted;
}

}  // namespace varsel::dialog
