// Random conversations against what must hold in every one. VARSEL_CONVERSATIONS says how many (default 300; a hundred
// thousand take an hour of one core without optimisation).
#include <cstdlib>
#include <random>
#include <set>

#include "base/vocabulary.h"
#include "incident/routing.h"
#include "tests/unit/dialog/talk.h"

namespace varsel::dialog::test {
namespace {

using incident::FactId;
using incident::FactStatus;
using intents::Intent;
using intents::Kind;

constexpr int kTurns = 40;
constexpr int kEnough = 90;  // turns in which somebody who never knows anything reaches the end

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>{0, n - 1}(engine_); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class Range>
  auto pick(const Range& range) {
    return range[below(std::size(range))];
  }

 private:
  std::mt19937_64 engine_;
};

intents::EntityValue value_of(Kind kind, Chance& chance) {
  const std::vector<std::string> tri{"yes", "no", "unknown"};
  switch (kind) {
    case Kind::breach_kind:
      return std::string{chance.pick(vocabulary::kBreachKinds)};
    case Kind::occurred:
    case Kind::ended:
    case Kind::discovered:
    case Kind::time: {
      const LocalTime from = parse_local("2026-10-20").value() + std::chrono::minutes{chance.below(60 * 24 * 40)};
      const bool whole_day = chance.one_in(2);
      return When{from, from + (whole_day ? std::chrono::minutes{60 * 24} : std::chrono::minutes{1}),
                  whole_day ? Precision::day : Precision::minute, false, false};
    }
    case Kind::data_category:
    case Kind::data_category_not:
      return std::string{chance.pick(vocabulary::kDataCategories)};
    case Kind::data_subject:
      return std::string{chance.pick(vocabulary::kDataSubjects)};
    case Kind::count:
      return Count{static_cast<std::int64_t>(chance.below(100)), 100, chance.one_in(2)};
    case Kind::recipient:
      return std::string{chance.pick(vocabulary::kRecipients)};
    case Kind::measure:
      return std::string{chance.pick(vocabulary::kMeasures)};
    case Kind::consequence:
      return std::string{chance.pick(vocabulary::kConsequences)};
    case Kind::discoverer:
      return std::string{chance.pick(vocabulary::kDiscoverers)};
    case Kind::nature:
      return std::string{chance.pick(vocabulary::kNatures)};
    case Kind::certainty:
      return std::string{chance.one_in(2) ? "suspected" : "confirmed"};
    case Kind::ongoing:
    case Kind::contained:
    case Kind::encrypted:
    case Kind::others_affected:
      return chance.pick(tri);
    case Kind::language:
      return std::string{tag(chance.pick(kLocales))};
    case Kind::topic:
      return std::string{chance.pick(vocabulary::kTopics)};
    case Kind::field:
      return std::string{
          incident::info(chance.pick(std::vector{FactId::affected, FactId::occurred, FactId::cause})).name};
    case Kind::count_unknown:
    case Kind::system:
    case Kind::email:
    case Kind::phone:
    case Kind::national_id:
    case Kind::card_or_account:
    case Kind::secret:
      break;
  }
  return std::string{"surface"};
}

intents::Understanding anything(Chance& chance) {
  const std::vector<std::string> words{"",
                                       "ja",
                                       "2",
                                       "ret 3",
                                       "37",
                                       "Egedal",
                                       "something went wrong with the list we sent",
                                       "æøå",
                                       "99999999999999999999",
                                       "one two three four five six seven eight"};
  Says says{static_cast<Intent>(chance.below(static_cast<std::size_t>(Intent::out_of_scope) + 1)), chance.pick(words)};
  if (chance.one_in(50)) says.intents.clear();
  says.locale = chance.pick(kLocales);
  says.locale_confidence = chance.one_in(3) ? 1.0 : 0.2;
  while (!chance.one_in(2)) {
    const auto kind = static_cast<Kind>(chance.below(static_cast<std::size_t>(Kind::field) + 1));
    says.with(kind, value_of(kind, chance), chance.one_in(2) ? 0.95 : 0.4);
  }
  return says;
}

// Every text that was said, to be looked up once.
std::set<std::string>& spoken() {
  static std::set<std::string> ids;
  return ids;
}

void check_turn(const Talk& talk, const std::optional<incident::Record>& before, const Decision& decision, bool said) {
  if (said && decision.replies.empty()) FAIL("a message was not answered");
  for (const Reply& reply : decision.replies) {
    for (const Message& message : reply.paragraphs) spoken().insert(message.id);
    for (const Option& option : reply.options) spoken().insert(option.label.id);
  }
  bool takes_back = false;
  for (const Effect& effect : decision.effects) {
    const auto* append = std::get_if<effect::Append>(&effect);
    if (append == nullptr) continue;
    takes_back = takes_back || std::holds_alternative<incident::event::FactWithdrawn>(append->body);
  }
  const auto undone = [&] {
    for (const std::string& id : talk.ids())
      if (id.rfind("repair.undo", 0) == 0) return true;
    return false;
  };
  const incident::Record* now = talk.record();
  if (before && now != nullptr && before->receipt == now->receipt && !takes_back && !undone()) {
    for (const auto& [fact, entry] : before->facts) {
      if (now->find(fact) == nullptr) FAIL("a fact was lost: " << incident::info(fact).name);
      if (entry.status == FactStatus::known && now->find(fact)->status != FactStatus::known)
        FAIL("a known fact became unknown: " << incident::info(fact).name);
    }
  }
  // A question is asked only for what has no entry, unless somebody wants to change it or has just told it badly.
  if (said && now != nullptr && talk.state.phase == Phase::asking && !talk.state.asking.empty() &&
      decision.replies.size() == 1) {
    for (const Question& question : talk.playbook().questions) {
      const auto* entry = now->find(question.fact);
      const bool asks = talk.said(question.text) || talk.said(question.text + ".again");
      if (!asks || entry == nullptr || question.fact == FactId::what_happened) continue;
      if (!talk.offers("do:keep") && !talk.said("repair.time.future") && talk.state.asked.count(question.id) != 0 &&
          question.fact != FactId::reporter_contact &&
          !(talk.state.asking == question.id && before && before->find(question.fact) != nullptr))
        FAIL("asked what is answered: " << question.id);
    }
  }
  const auto again = load(save(talk.state));
  if (!again || save(*again) != save(talk.state)) FAIL("the state does not survive saving");
}

void converse(std::uint64_t seed) {
  Chance chance{seed};
  Talk talk{chance.one_in(2) ? "muni" : "dsop", "2026-11-18T10:00:00Z"};
  for (int i = 0; i < kTurns; ++i) {
    std::optional<incident::Record> before;
    if (talk.record() != nullptr) before = *talk.record();
    if (chance.one_in(20)) {
      check_turn(talk, before, talk.silence(chance.one_in(2) ? "nudge" : "handover"), false);
      continue;
    }
    if (chance.one_in(40)) {
      check_turn(talk, before, talk.greet(Locale::nn), true);
      continue;
    }
    if (chance.one_in(40)) {
      check_turn(talk, before, talk.notice("taken"), false);
      continue;
    }
    if (chance.one_in(10) && !talk.records.empty()) talk.resumable = talk.records.begin()->first;
    std::optional<std::string> choice;
    if (!talk.last.options.empty() && chance.one_in(3)) choice = chance.pick(talk.last.options).code;
    std::vector<std::string> attachments;
    if (chance.one_in(30)) attachments.push_back("blob");
    check_turn(talk, before, talk.say(anything(chance), choice, attachments), true);
  }
  // However it has gone: who only says "I don't know" and "yes" gets to the end.
  if (talk.record() == nullptr) talk.say(Says{Intent::report_breach, "something went wrong with the list"});
  int turns = 0;
  for (; turns < kEnough && talk.state.phase != Phase::handed_in; ++turns) {
    const bool confirm = talk.state.phase == Phase::reading_back;
    const bool doubt = !talk.state.held.empty();
    std::optional<std::string> choice;
    if (doubt) choice = "do:same";
    talk.say(Says{confirm ? Intent::submit : Intent::dont_know, "?"}, choice);
    if (talk.state.phase == Phase::idle) break;
  }
  if (turns >= kEnough)
    FAIL("the conversation does not end: phase " << static_cast<int>(talk.state.phase) << ", asking "
                                                 << talk.state.asking);
}

TEST_CASE("Random conversations keep every promise") {
  const char* wanted = std::getenv("VARSEL_CONVERSATIONS");
  const std::uint64_t count = wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 300;
  for (std::uint64_t seed = 1; seed <= count; ++seed) {
    INFO("seed " << seed);
    converse(seed);
  }
  const locales::Catalog catalog{procedures("muni").playbook.texts};
  for (const std::string& id : spoken())
    for (const Locale locale : kLocales)
      if (!catalog.has(id, locale)) FAIL_CHECK(id << " has no words in " << tag(locale));
  CHECK(spoken().size() > 150);  // they came about
}

TEST_CASE("Somebody who never knows anything is done after a bounded talk") {
  for (const char* name : {"muni", "dsop"}) {
    Talk talk{name};
    talk.say(Says{Intent::report_breach, "something went wrong with the list of citizens"});
    int turns = 0;
    while (talk.state.phase == Phase::asking && ++turns < kEnough) talk.say(Says{Intent::dont_know, "no idea"});
    CHECK(talk.state.phase == Phase::reading_back);
    CHECK(turns <= static_cast<int>(talk.playbook().questions.size()));
  }
}

TEST_CASE("Somebody who is never understood is done after a bounded talk") {
  Talk talk;
  talk.say(Says{Intent::report_breach, "something went wrong with the list of citizens"});
  int turns = 0;
  while (talk.state.phase == Phase::asking && ++turns < kEnough) talk.say(Says{Intent::yes, "hm"});
  CHECK(talk.state.phase == Phase::reading_back);
}

}  // namespace
}  // namespace varsel::dialog::test
