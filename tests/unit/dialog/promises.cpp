#include "tests/unit/dialog/promises.h"

#include "dialog/present.h"
#include "dialog/turn.h"
#include "incident/facts.h"

namespace varsel::dialog::test {
namespace {

using incident::FactId;
using incident::FactStatus;
using intents::Intent;
using intents::Kind;

constexpr int kTimesAsked = 3;
constexpr std::size_t kVagueWords = 6;  // up to here the first words are kept, and are no account yet
constexpr std::size_t kWordsOfASentence = 4;

std::set<std::string>& ids_spoken() {
  static std::set<std::string> ids;
  return ids;
}

struct Asked {
  std::string id;  // of the question
  FactId fact{};
};

// Every wording of every question, also of those that are asked only to change an answer.
const std::map<std::string, Asked>& wordings(const Playbook& playbook) {
  static std::map<std::string, std::map<std::string, Asked>> known;
  auto& wordings = known[playbook.name];
  if (wordings.empty())
    for (const auto& fact : incident::kFacts) {
      const Question question = question_for(playbook, fact.id);
      for (const char* time : {"", ".again", ".last"}) wordings[question.text + time] = {question.id, fact.id};
    }
  return wordings;
}

std::vector<Asked> questions_in(const Decision& decision, const Playbook& playbook) {
  std::vector<Asked> asked;
  for (const Reply& reply : decision.replies)
    for (const Message& message : reply.paragraphs)
      if (const auto found = wordings(playbook).find(message.id); found != wordings(playbook).end())
        asked.push_back(found->second);
  return asked;
}

bool mentions(const Decision& decision, std::string_view id, FactId fact) {
  const locales::Argument word = fact_word(fact);
  for (const Reply& reply : decision.replies)
    for (const Message& message : reply.paragraphs) {
      if (message.id != id) continue;
      for (const auto& [name, argument] : message.arguments)
        if (name == "fact" && argument == word) return true;
    }
  return false;
}

bool offers(const Decision& decision, std::string_view code) {
  for (const Reply& reply : decision.replies)
    for (const Option& option : reply.options)
      if (option.code == code) return true;
  return false;
}

bool pressed(const input::Said* said, std::string_view prefix) {
  return said != nullptr && said->choice && said->choice->starts_with(prefix);
}

Intent intent_of(const input::Said& said) {
  const auto& intents = said.understanding.intents;
  return intents.empty() ? Intent::out_of_scope : intents.front().intent;
}

// Always answered, and never without a way on: a button, a line to choose, or the invitation to write.
void check_way_on(const Talk& talk, const Decision& decision, const input::Said* said) {
  if (said == nullptr && decision.replies.empty()) return;
  if (decision.replies.empty()) throw BrokenPromise{"a message was not answered"};
  const Reply& last = decision.replies.back();
  if (last.paragraphs.empty()) throw BrokenPromise{"an answer without words"};
  const bool lines = talk.said("repair.correct.which");
  if (waits_for_person(talk.state.phase) && last.options.empty() && !lines)
    throw BrokenPromise{std::string{"no way on is offered after "} + last.paragraphs.back().id};
  std::set<std::string> codes;
  for (const Option& option : last.options)
    if (!codes.insert(option.code).second) throw BrokenPromise{std::string{"the same button twice: "} + option.code};
}

// Somebody has asked for that very fact to be changed, in this turn or, as long as it is not settled, before.
bool change_is_wanted(const Before& before, const Asked& question, const input::Said* said) {
  if (before.state.asking == question.id) return true;
  if (said == nullptr) return false;
  if (pressed(said, "do:edit:")) return true;
  const Intent intent = intent_of(*said);
  if (intent == Intent::back || intent == Intent::correct || intent == Intent::no) return true;
  // A line is chosen by its number or its name, also by whoever leaves a confirmation unanswered.
  const Phase phase = before.state.phase;
  const bool confirming = phase == Phase::confirm_cancel || phase == Phase::confirm_restart;
  const Phase choosing = confirming ? before.state.before : phase;
  if (choosing == Phase::correcting || choosing == Phase::reading_back) return true;
  for (const intents::Entity& entity : said->understanding.entities) {
    if (entity.kind == Kind::data_category_not && question.fact == FactId::data_categories) return true;
    if (std::holds_alternative<When>(entity.value) && incident::info(question.fact).type == incident::FactType::Time)
      return true;  // a time that has not come yet was said of it
  }
  return false;
}

void check_questions(const Before& before, const Talk& talk, const Decision& decision, const input::Said* said) {
  const auto asked = questions_in(decision, talk.playbook());
  if (asked.size() > 1) throw BrokenPromise{std::string{"two questions at once: "} + asked[0].id + ", " + asked[1].id};
  for (const auto& [id, times] : talk.state.asked)
    if (times > kTimesAsked) throw BrokenPromise{std::string{"asked more than three times: "} + id};
  const incident::Record* now = talk.record();
  if (asked.empty() || now == nullptr) return;
  const Asked& question = asked.front();
  if (now->find(question.fact) == nullptr) return;
  // The two words of a vague start are kept as what happened, and asked about.
  if (question.fact == FactId::what_happened && !offers(decision, "do:keep")) {
    const auto* told = now->known<PersonalText>(FactId::what_happened);
    if (told != nullptr && word_count(told->reveal()) <= kVagueWords) return;
  }
  if (!offers(decision, "do:keep")) throw BrokenPromise{std::string{"asked what is answered: "} + question.id};
  if (!change_is_wanted(before, question, said))
    throw BrokenPromise{std::string{"offered to change what nobody wants changed: "} + question.id};
}

// What the record knows stays: it is taken back only by undoing or by starting over, and it changes only aloud.
void check_facts(const Before& before, const Talk& talk, const Decision& decision, const input::Said* said) {
  const bool undoes = said != nullptr && intent_of(*said) == Intent::undo;
  const bool restarts = talk.said("repair.restart.done");
  for (const auto& [incident, old] : before.records) {
    const incident::Record& now = talk.records.at(incident);
    const bool current = before.state.incident == incident;
    for (const auto& [fact, entry] : old.facts) {
      const auto name = incident::info(fact).name;
      const incident::Fact* then = now.find(fact);
      if (then == nullptr && !(current && (undoes || restarts)))
        throw BrokenPromise{std::string{"a fact was lost: "} + std::string{name}};
      if (then == nullptr || entry.status != FactStatus::known || then->value == entry.value) continue;
      if (then->status != FactStatus::known) {
        if (!undoes) throw BrokenPromise{std::string{"a known fact became unknown: "} + std::string{name}};
        continue;
      }
      if (fact == FactId::what_happened && !undoes) {  // the story goes on, unless that line is being changed
        const auto& told = std::get<PersonalText>(then->value).reveal();
        if (told.starts_with(std::get<PersonalText>(entry.value).reveal())) continue;
      }
      bool aloud = false;
      for (const char* id : {"repair.corrected", "repair.grown", "repair.dispute.settled", "repair.undo.restored"})
        aloud = aloud || mentions(decision, id, fact);
      if (!aloud) throw BrokenPromise{std::string{"a known fact was changed without a word: "} + std::string{name}};
    }
  }
}

bool kept(const Talk& talk, const std::string& words) {
  for (const auto& [incident, texts] : talk.kept)
    for (const std::string& text : texts)
      if (text.find(words) != std::string::npos) return true;
  return false;
}

std::string held_words(const State& state) {
  return state.held.empty() ? std::string{} : std::get<PersonalText>(state.held.front().before->value).reveal();
}

// A sentence that tells something is kept: as the words of a fact, as a note, or in the state until a doubt is settled.
void check_words(const Before& before, const Talk& talk, const input::Said* said) {
  const std::string held = held_words(talk.state);
  if (!before.state.held.empty() && talk.state.held.empty() && !kept(talk, held_words(before.state)))
    throw BrokenPromise{"what was held was dropped"};
  if (said == nullptr) return;
  const Intent intent = intent_of(*said);
  const bool tells = intent == Intent::inform || intent == Intent::report_breach ||
                     intent == Intent::suspect_phishing || intent == Intent::correct;
  if (!tells || said->choice || word_count(said->understanding.masked) < kWordsOfASentence) return;
  if (held.find(said->understanding.masked) == std::string::npos && !kept(talk, said->understanding.masked))
    throw BrokenPromise{std::string{"what was said is kept nowhere: "} + said->understanding.masked};
}

// Who walks away has reported all the same: a draft is with the adviser, or a timer will bring it there.
void check_drafts(const Talk& talk) {
  for (const auto& [incident, record] : talk.records) {
    if (record.handed_in_at || record.state == incident::State::withdrawn) continue;
    const auto running = [&](const char* duty) { return talk.timers.contains(duty) && talk.timers.at(duty); };
    if (talk.state.incident != incident) throw BrokenPromise{std::string{"a draft was left behind: "} + incident.str()};
    if (!running("nudge") && !running("handover"))
      throw BrokenPromise{std::string{"nobody watches a draft: "} + incident.str()};
  }
}

// A file is stored with the report that is talked about when the turn is over: so is the mention of it.
void check_files(const Decision& decision) {
  bool mentioned = false;
  for (const Effect& effect : decision.effects) {
    const auto* append = std::get_if<effect::Append>(&effect);
    mentioned =
        mentioned || (append != nullptr && std::holds_alternative<incident::event::AttachmentAdded>(append->body));
    if (mentioned && (std::holds_alternative<effect::Open>(effect) || std::holds_alternative<effect::Attach>(effect)))
      throw BrokenPromise{"a file is mentioned in one report and stored with another"};
  }
}

// Nothing but the arguments decides, and what is stored is all there is.
void check_state(const Talk& talk) {
  const auto again = load(save(talk.state));
  if (!again || save(*again) != save(talk.state)) throw BrokenPromise{"the state does not survive saving"};
  const World seen = talk.world();
  const int done = progress(talk.state, seen);
  if (done < 0 || done > 100) throw BrokenPromise{std::string{"progress is "} + std::to_string(done)};
}

}  // namespace

void check_promises(const Before& before, const Talk& talk, const Decision& decision, const input::Said* said) {
  for (const Reply& reply : decision.replies) {
    for (const Message& message : reply.paragraphs) ids_spoken().insert(message.id);
    for (const Option& option : reply.options) ids_spoken().insert(option.label.id);
  }
  check_way_on(talk, decision, said);
  check_questions(before, talk, decision, said);
  check_facts(before, talk, decision, said);
  check_words(before, talk, said);
  check_files(decision);
  check_drafts(talk);
  check_state(talk);
}

bool waits_for_person(Phase phase) {
  return phase == Phase::asking || phase == Phase::reading_back || phase == Phase::confirm_cancel ||
         phase == Phase::confirm_restart || phase == Phase::correcting;
}

const std::set<std::string>& spoken() {
  return ids_spoken();
}

}  // namespace varsel::dialog::test
