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
// Below this a value in passing ("mail" in an answer about the cause) is not worth a question.
constexpr double kWorthDisputing = 0.75;
// Below this nobody said it: it follows from something else ("told as a fact", "colleagues snoop").
constexpr double kSaid = 0.62;
// "yes", "no thanks": an answer, but no words that could stand in the log.
constexpr std::size_t kBareWords = 3;
constexpr std::size_t kTimeAlone = 5;

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

// "1" is no account of anything.
bool has_letter(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

void sort_unique(std::vector<std::string>& codes) {
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
}

incident::Codes merged(const incident::Codes& before, const incident::Codes& more) {
  incident::Codes result = before;
  result.codes.insert(result.codes.end(), more.codes.begin(), more.codes.end());
  sort_unique(result.codes);
  const std::string &a = before.words.reveal(), &b = more.words.reveal();
  if (a.find(b) == std::string::npos) result.words = PersonalText{a.empty() ? b : a + "; " + b};
  return result;
}

// Collects the candidates of one message.
class Reader {
 public:
  Reader(const Turn& turn, const std::optional<Question>& asked) : turn_(turn), asked_(asked) {}

  std::vector<Candidate> run() {
    if (turn_.said->choice && pressed(*turn_.said->choice)) return std::move(found_);
    for (const intents::Entity& entity : turn_.understanding().entities) read(entity);
    if (asked_ && !answered()) answer_in_words();
    if (!denied_.codes.empty()) {
      sort_unique(denied_.codes);
      found_.push_back(Candidate{FactId::data_categories, FactStatus::known, denied_, {}, "denied", 1.0, false, true});
    }
    for (Candidate& candidate : found_) candidate.answers = asked_ && candidate.fact == asked_->fact;
    return std::move(found_);
  }

 private:
  bool asks(FactId fact) const { return asked_ && asked_->fact == fact; }
  bool asks(FactType type) const { return asked_ && incident::info(asked_->fact).type == type; }
  bool answered() const {
    return std::any_of(found_.begin(), found_.end(), [&](const Candidate& c) { return asks(c.fact); });
  }
  bool allowed(FactId fact, const std::string& code) const {
    const Question question = asks(fact) ? *asked_ : question_for(turn_.world.playbook, fact);
    return question.choices.empty() || std::any_of(question.choices.begin(), question.choices.end(),
                                                   [&](const Choice& choice) { return choice.code == code; });
  }
  Candidate* find(FactId fact) {
    const auto at = std::find_if(found_.begin(), found_.end(), [&](const Candidate& c) { return c.fact == fact; });
    return at == found_.end() ? nullptr : &*at;
  }

  void add(FactId fact, FactValue value, const std::string& rule, double confidence) {
    if (const Candidate* there = find(fact); there != nullptr && there->confidence >= confidence) return;
    std::erase_if(found_, [&](const Candidate& c) { return c.fact == fact; });
    found_.push_back(Candidate{fact, FactStatus::known, std::move(value), {}, rule, confidence, false, false});
  }
  void add_choice(FactId fact, const intents::Entity& entity) {
    const auto* code = std::get_if<std::string>(&entity.value);
    if (code != nullptr && allowed(fact, *code)) add(fact, *code, entity.rule, entity.confidence);
  }
  void add_code(FactId fact, std::string code, std::string words, const std::string& rule, double confidence) {
    Candidate* there = find(fact);
    if (there == nullptr) {
      found_.push_back(Candidate{fact, FactStatus::known, incident::Codes{}, {}, rule, confidence, false, false});
      there = &found_.back();
    }
    incident::Codes more;
    if (!code.empty()) more.codes.push_back(std::move(code));
    more.words = PersonalText{std::move(words)};
    there->value = merged(std::get<incident::Codes>(there->value), more);
  }
  void add_time(FactId fact, const intents::Entity& entity) {
    if (const auto* when = std::get_if<When>(&entity.value)) add(fact, *when, entity.rule, entity.confidence);
  }
  void add_count(const intents::Entity& entity) {
    const auto* count = std::get_if<Count>(&entity.value);
    if (count != nullptr)
      add(asks(FactId::records) ? FactId::records : FactId::affected, *count, entity.rule, entity.confidence);
  }
  void add_unknown(FactId fact, const std::string& rule) {
    found_.push_back(Candidate{fact, FactStatus::not_known_yet, {}, "reporter_does_not_know", rule, 1.0, false, false});
  }

  // A time that does not say of what: the one asked for; else the last one stated, when it corrects; else when it
  // happened, as long as nobody has said so.
  void add_bare_time(const intents::Entity& entity) {
    if (asks(FactType::Time)) return add_time(asked_->fact, entity);
    if (turn_.intent() == intents::Intent::correct) {
      if (const auto last = last_stated(FactType::Time)) return add_time(*last, entity);
    }
    // A longer message with a time in it tells of something else ("I called him today at nine").
    const bool unstated = !turn_.record || turn_.record->find(FactId::occurred) == nullptr;
    if (unstated || turn_.words() <= kTimeAlone) add_time(FactId::occurred, entity);
  }
  void add_bare_count(const intents::Entity& entity) {
    const bool correcting = turn_.intent() == intents::Intent::correct;
    if (!asks(FactType::Number) && correcting) {
      const auto last = last_stated(FactType::Number);
      const auto* count = std::get_if<Count>(&entity.value);
      if (last && count != nullptr) return add(*last, *count, entity.rule, entity.confidence);
    }
    add_count(entity);
  }
  std::optional<FactId> last_stated(FactType type) const {
    std::optional<FactId> last;
    std::uint64_t turn = 0;
    if (!turn_.record) return last;
    for (const auto& [fact, entry] : turn_.record->facts) {
      const bool counts =
          incident::info(fact).type == type && entry.status == FactStatus::known && fact != FactId::notified;
      if (counts && (!last || entry.source.turn > turn)) last = fact, turn = entry.source.turn;
    }
    return last;
  }

  void read(const intents::Entity& entity) {
    switch (entity.kind) {
      case Kind::breach_kind:
        return add_choice(FactId::breach_kind, entity);
      case Kind::occurred:
        return add_time(FactId::occurred, entity);
      case Kind::ended:
        return add_time(FactId::ended, entity);
      case Kind::discovered:
        return add_time(FactId::detected, entity);
      case Kind::time:
        return add_bare_time(entity);
      case Kind::ongoing:
        return add_choice(FactId::ongoing, entity);
      case Kind::data_category:
        return add_listed(FactId::data_categories, entity);
      case Kind::data_category_not:
        if (const auto* code = std::get_if<std::string>(&entity.value)) denied_.codes.push_back(*code);
        return;
      case Kind::data_subject:
        return add_listed(FactId::data_subjects, entity);
      case Kind::count:
        return add_bare_count(entity);
      case Kind::count_unknown:
        return add_unknown(asks(FactId::records) ? FactId::records : FactId::affected, entity.rule);
      case Kind::recipient:
        return add_choice(FactId::recipient, entity);
      case Kind::contained:
        return add_choice(FactId::contained, entity);
      case Kind::measure:
        return add_listed(FactId::measures, entity);
      case Kind::encrypted:
        return add_choice(FactId::encrypted, entity);
      case Kind::certainty:
        return add_choice(FactId::certainty, entity);
      case Kind::consequence:
        return add_listed(FactId::consequences, entity);
      case Kind::discoverer:
        // "the bank" names a party; "the bank discovered it" says who.
        if (asks(FactId::discoverer) || several_words(entity)) add_choice(FactId::discoverer, entity);
        return;
      case Kind::others_affected:
        return add_choice(FactId::others_affected, entity);
      case Kind::nature:
        return add_choice(FactId::nature, entity);
      case Kind::system:
        if (const auto* name = std::get_if<std::string>(&entity.value))
          add_code(FactId::systems, "", *name, entity.rule, entity.confidence);
        return;
      case Kind::email:
      case Kind::phone:        // only the answer to "how do we reach you" is a fact; the masked words hold the rest
      case Kind::national_id:  // masked everywhere
      case Kind::card_or_account:
      case Kind::secret:
      case Kind::language:
      case Kind::topic:
      case Kind::field:
        return;
    }
  }
  bool several_words(const intents::Entity& entity) const {
    const std::string& text = turn_.understanding().text;
    return entity.end <= text.size() && entity.start < entity.end &&
           std::string_view{text}.substr(entity.start, entity.end - entity.start).find(' ') != std::string_view::npos;
  }
  void add_listed(FactId fact, const intents::Entity& entity) {
    if (const auto* code = std::get_if<std::string>(&entity.value))
      add_code(fact, *code, "", entity.rule, entity.confidence);
  }

  // A button of the question that was asked.
  bool pressed(const std::string& code) {
    if (!asked_ || !std::any_of(asked_->choices.begin(), asked_->choices.end(),
                                [&](const Choice& choice) { return choice.code == code; }))
      return false;
    if (incident::info(asked_->fact).type == FactType::Codes) {
      found_.push_back(
          Candidate{asked_->fact, FactStatus::known, incident::Codes{{code}, {}}, {}, "choice", 1.0, true, false});
    } else {
      found_.push_back(Candidate{asked_->fact, FactStatus::known, code, {}, "choice", 1.0, true, false});
    }
    return true;
  }

  // The bare answer: yes, no, or the words as they stand.
  void answer_in_words() {
    const intents::Intent intent = turn_.intent();
    const std::string& words = turn_.understanding().masked;
    const bool yes_or_no = intent == intents::Intent::yes || intent == intents::Intent::no;
    const bool bare = yes_or_no && turn_.words() <= kBareWords;
    const FactId fact = asked_->fact;
    switch (incident::info(fact).type) {
      case FactType::Choice:
        if (code_list(fact).empty() && fact == FactId::own_party) {
          const auto parties = parties_in(turn_.understanding().text, turn_.world.playbook.procedure);
          if (parties.size() == 1 && allowed(fact, parties.front())) add(fact, parties.front(), "party.name", 1.0);
        } else if (intent == intents::Intent::yes && allowed(fact, "yes") && code_list(fact) == "tri") {
          add(fact, std::string{"yes"}, "intent.yes", 1.0);
        } else if (intent == intents::Intent::no && allowed(fact, "no") && code_list(fact) == "tri") {
          add(fact, std::string{"no"}, "intent.no", 1.0);
        }
        return;
      case FactType::Codes:
        if (fact == FactId::affected_parties) {
          for (std::string& party : parties_in(turn_.understanding().text, turn_.world.playbook.procedure))
            add_code(fact, std::move(party), "", "party.name", 1.0);
          if (answered()) return;
        }
        if (fact == FactId::consequences && none_meant()) {
          std::erase_if(found_, [](const Candidate& c) { return c.fact == FactId::affected; });  // "none" counts nobody
          return add_code(fact, "none_known", "", "intent.no", 1.0);
        }
        if (!denied_.codes.empty()) return;  // "not the civil registration number": and what else?
        // Of the lists only the measures can be answered by "nothing".
        if (bare && fact != FactId::measures) return;
        if ((is_statement(intent) || intent == intents::Intent::no) && has_letter(words) && words.back() != '?')
          add_code(fact, "", words, "words", 1.0);
        return;
      case FactType::Text:
        if (!denied_.codes.empty() && fact != FactId::cause) return;  // of the data, not of the department
        if (bare && intent == intents::Intent::no && fact == FactId::reporter_contact)
          found_.push_back(
              Candidate{fact, FactStatus::refused, {}, "reporter_refused", "intent.no", 1.0, false, false});
        if (!bare &&
            (is_statement(intent) || yes_or_no ||
             (intent == intents::Intent::correct && gives_account(turn_, asked_))) &&
            !words.empty() && (has_letter(words) || fact == FactId::reporter_contact))
          add(fact, PersonalText{words}, "words", 1.0);
        return;
      case FactType::Time:
      case FactType::Number:
        return;
    }
  }

  bool none_meant() const {
    if (turn_.words() > kBareWords) return false;
    const auto& entities = turn_.understanding().entities;
    return turn_.intent() == intents::Intent::no ||
           std::any_of(entities.begin(), entities.end(), [](const intents::Entity& entity) {
             const auto* count = std::get_if<Count>(&entity.value);
             return entity.kind == Kind::count && count != nullptr && count->max == 0;
           });
  }

  static bool is_statement(intents::Intent intent) {
    using intents::Intent;
    return intent == Intent::inform || intent == Intent::report_breach || intent == Intent::suspect_phishing;
  }

  const Turn& turn_;
  const std::optional<Question>& asked_;
  std::vector<Candidate> found_;
  incident::Codes denied_;
};

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

bool gives_account(const Turn& turn, const std::optional<Question>& asked) {
  if (!asked || incident::info(asked->fact).type != FactType::Text || turn.words() <= kBareWords) return false;
  const intents::Understanding& understood = turn.understanding();
  const bool refuses = std::any_of(understood.intents.begin(), understood.intents.end(),
                                   [](const auto& scored) { return scored.intent == intents::Intent::no; });
  return !refuses && std::none_of(understood.entities.begin(), understood.entities.end(), [](const auto& entity) {
    return entity.kind == Kind::time || entity.kind == Kind::count || entity.kind == Kind::field;
  });
}

std::vector<Candidate> read(const Turn& turn, const std::optional<Question>& asked) {
  return Reader{turn, asked}.run();
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
