// Random conversations against what must hold in every one (promises.h). VARSEL_CONVERSATIONS says how many (default
// 300), VARSEL_SEED where to begin (default 1). CONTRIBUTING says how a hundred thousand are run.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "base/vocabulary.h"
#include "tests/unit/dialog/promises.h"

namespace varsel::dialog::test {
namespace {

using incident::FactId;
using intents::Intent;
using intents::Kind;

constexpr int kTurns = 40;
constexpr int kEnough = 120;  // turns in which whoever keeps to one way of answering reaches the end

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

// What people write in the transcripts, in all four languages: said here in any order.
const std::vector<std::string>& lines() {
  static const std::vector<std::string> all = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(VARSEL_SOURCE_DIR "/tests/transcripts"))
      if (entry.path().extension() == ".chat") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> found;
    constexpr std::string_view kUser = "user: ";
    for (const auto& file : files) {
      std::ifstream in{file, std::ios::binary};
      for (std::string line; std::getline(in, line);)
        if (line.starts_with(kUser)) found.push_back(line.substr(kUser.size()));
    }
    return found;
  }();
  return all;
}

// One conversation in which everything may happen.
class Conversation {
 public:
  explicit Conversation(std::uint64_t seed)
      : chance_(seed), talk_(chance_.one_in(2) ? "muni" : "dsop", "2026-11-18T10:00:00Z") {}

  void run() {
    if (chance_.one_in(2)) heard(input::Greet{chance_.pick(kLocales)});
    for (int i = 0; i < kTurns; ++i) anything_happens();
    end();
  }

 private:
  enum class Way { never_knows, skips, agrees, denies, mumbles, chats, falls_silent, takes_the_first, takes_the_last };
  static Says the_usual(Way way) {
    switch (way) {
      case Way::never_knows:
      case Way::takes_the_first:
      case Way::takes_the_last:
      case Way::falls_silent:
        return {Intent::dont_know, "no idea"};
      case Way::skips:
        return {Intent::skip, "later"};
      case Way::agrees:
        return {Intent::yes, "yes"};
      case Way::denies:
        return {Intent::no, "no"};
      case Way::mumbles:
        return {Intent::inform, "hm"};
      case Way::chats:
        return {Intent::out_of_scope, "what will the weather be tomorrow"};
    }
    return {Intent::dont_know, "no idea"};
  }

  void check(const Before& before, const Decision& decision, const input::Said* said) {
    try {
      check_promises(before, talk_, decision, said);
    } catch (const BrokenPromise& broken) {
      std::string story;
      for (const std::string& line : story_) story += line + "\n";
      FAIL(broken.what() << "\n" << story);
    }
  }
  void heard(const Input& input) {
    const Before before{talk_};
    if (const auto* silence = std::get_if<input::Silence>(&input)) talk_.timers[silence->duty] = false;
    const Decision decision = talk_.take(input);
    tell(silence_or_so(input), decision);
    check(before, decision, nullptr);
  }
  void said(const intents::Understanding& understanding, std::optional<std::string> choice = std::nullopt,
            std::vector<std::string> attachments = {}) {
    const Before before{talk_};
    input::Said message;
    message.understanding = understanding;
    message.choice = choice;
    const Decision decision = talk_.say(understanding, std::move(choice), std::move(attachments));
    const auto intent = understanding.intents.empty() ? "" : intents::to_string(understanding.intents.front().intent);
    tell(understanding.text + " <" + std::string{intent} + "> " + message.choice.value_or(""), decision);
    check(before, decision, &message);
  }
  // What has happened, for whoever reads of a broken promise.
  void tell(const std::string& what, const Decision& decision) {
    std::string line = "phase " + std::to_string(static_cast<int>(talk_.state.phase)) + "  " + what + "  ->";
    for (const std::string& id : talk_.ids())
      if (!id.starts_with("readback.line")) line += " " + id;
    if (decision.replies.empty()) line += " (nothing)";
    story_.push_back(std::move(line));
  }
  static std::string silence_or_so(const Input& input) {
    if (const auto* silence = std::get_if<input::Silence>(&input)) return "<silence> " + silence->duty;
    return std::holds_alternative<input::Greet>(input) ? "<opens the page>" : "<taken>";
  }
  // A button of the last reply, as its label would be understood or not at all.
  void press(const std::string& code) { said(Says{Intent::inform, code}, code); }

  void anything_happens() {
    if (chance_.one_in(20)) return heard(input::Silence{chance_.one_in(2) ? "nudge" : "handover"});
    if (chance_.one_in(40)) return heard(input::Taken{ReceiptNumber{"V-2026-AAAA-1"}, "somebody"});
    if (chance_.one_in(5) && !talk_.may_resume.empty()) talk_.resumable = chance_.pick(talk_.may_resume);
    std::vector<std::string> attachments;
    if (chance_.one_in(30)) attachments.emplace_back("blob");
    std::optional<std::string> choice;
    if (!talk_.last.options.empty() && chance_.one_in(3)) choice = chance_.pick(talk_.last.options).code;
    if (choice || chance_.one_in(2)) return said(anything(chance_), choice, std::move(attachments));
    said(intents::understand(chance_.pick(lines()), expecting(talk_.state, talk_.world())), std::nullopt,
         std::move(attachments));
  }

  // However it has gone: whoever keeps to one way of answering gets to the end, and whoever falls silent is heard.
  void end() {
    if (talk_.record() == nullptr || talk_.state.phase == Phase::idle)
      said(Says{Intent::report_breach, "something went wrong with the list"});
    const auto way = static_cast<Way>(chance_.below(static_cast<std::size_t>(Way::takes_the_last) + 1));
    int turns = 0;
    const auto open = [&] { return waits_for_person(talk_.state.phase); };
    for (; turns < kEnough && open(); ++turns) {
      const bool confirm = talk_.state.phase == Phase::reading_back && talk_.state.asking.empty();
      const bool doubt = !talk_.state.held.empty();
      const auto& options = talk_.last.options;
      if (way == Way::falls_silent) {
        heard(input::Silence{turns % 2 == 0 ? "nudge" : "handover"});
      } else if (doubt) {
        press("do:same");
      } else if (way == Way::takes_the_first && !options.empty()) {
        press(options.front().code);
      } else if (way == Way::takes_the_last && !options.empty() && !confirm) {
        press(options.back().code);
      } else if (confirm) {
        said(Says{Intent::submit, "hand it in"});
      } else {
        said(the_usual(way));
      }
    }
    if (open()) {
      std::string story;
      for (const std::string& line : story_) story += line + "\n";
      FAIL("the conversation does not end\n" << story);
    }
  }

  Chance chance_;
  Talk talk_;
  std::vector<std::string> story_;
};

TEST_CASE("Random conversations keep every promise") {
  const auto number = [](const char* name, std::uint64_t otherwise) {
    const char* wanted = std::getenv(name);
    return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : otherwise;
  };
  const std::uint64_t first = number("VARSEL_SEED", 1), count = number("VARSEL_CONVERSATIONS", 300);
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    INFO("seed " << seed);
    Conversation{seed}.run();
  }
  const locales::Catalog catalog{procedures("muni").playbook.texts};
  for (const std::string& id : spoken())
    for (const Locale locale : kLocales)
      if (!catalog.has(id, locale)) FAIL_CHECK(id << " has no words in " << tag(locale));
  if (count >= 300) CHECK(spoken().size() > 150);  // they came about
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
