// What a message may change of what is known, and what it may not.
#include "tests/unit/dialog/talk.h"

namespace varsel::dialog::test {
namespace {

using incident::FactId;
using incident::FactStatus;
using intents::Intent;
using intents::Kind;

constexpr double kFollows = 0.6;  // nobody said it: it follows from something else

Says mail_to_the_wrong_person() {
  return Says{Intent::report_breach, "I sent a list of patients to the wrong mail address yesterday"}.with(
      Kind::breach_kind, "misdirected_message");
}

struct Asked : Talk {
  explicit Asked(Says first = mail_to_the_wrong_person(), const std::string& playbook = "muni") : Talk(playbook) {
    say(first);
  }
  void until(FactId fact) {
    const auto asks = [&] {
      for (const Question& question : playbook().questions)
        if (question.id == state.asking) return question.fact == fact;
      return false;
    };
    for (int i = 0; i < 40 && !asks(); ++i) press("do:dont_know");
    REQUIRE(asks());
  }
  std::vector<std::string> categories() const {
    const auto* codes = record()->known<incident::Codes>(FactId::data_categories);
    return codes == nullptr ? std::vector<std::string>{} : codes->codes;
  }
};

TEST_CASE("What only follows from the words is asked for where a question asks for it") {
  Asked talk{mail_to_the_wrong_person().with(Kind::data_category, "name", kFollows)};
  CHECK(talk.categories().empty());
  talk.until(FactId::data_categories);
}

TEST_CASE("What only follows from the words is taken where no question asks for it") {
  Asked talk{mail_to_the_wrong_person().with(Kind::certainty, "confirmed", kFollows)};
  CHECK(talk.record()->choice(FactId::certainty) == "confirmed");
}

TEST_CASE("What only follows from the words never changes or contests what was said") {
  Asked talk{Says{Intent::report_breach, "I think somebody is in our servers and took something"}
                 .with(Kind::breach_kind, "intrusion")
                 .with(Kind::certainty, "suspected")
                 .with(Kind::count, exactly(40))};
  talk.say(Says{Intent::correct, "no, I opened the door and somebody took it"}
               .with(Kind::certainty, "confirmed", kFollows)
               .with(Kind::count, exactly(1), kFollows));
  CHECK(talk.record()->choice(FactId::certainty) == "suspected");
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(40));
  CHECK_FALSE(talk.state.disputed);
}

TEST_CASE("Categories said in passing are added and the person sees it") {
  Asked talk{mail_to_the_wrong_person().with(Kind::data_category, "health").with(Kind::data_category, "name")};
  talk.say(Says{Intent::correct, "no wait, there were addresses as well"}.with(Kind::data_category, "contact"));
  CHECK(talk.categories() == std::vector<std::string>{"contact", "health", "name"});
  CHECK(talk.said("repair.grown"));
  talk.say(Says{Intent::undo, "undo"});
  CHECK(talk.categories() == std::vector<std::string>{"health", "name"});
}

TEST_CASE("The account of a cause changes nothing else") {
  Asked talk{mail_to_the_wrong_person().with(Kind::data_category, "health").with(Kind::certainty, "confirmed")};
  talk.until(FactId::cause);
  talk.say(Says{Intent::inform, "I think I typed the wrong address"}
               .with(Kind::data_category, "contact")
               .with(Kind::certainty, "suspected"));
  CHECK(talk.categories() == std::vector<std::string>{"health"});
  CHECK(talk.record()->choice(FactId::certainty) == "confirmed");
  CHECK(talk.record()->known<PersonalText>(FactId::cause)->reveal() == "I think I typed the wrong address");
}

TEST_CASE("A denied category is asked about when it was stated and taken away in a correction") {
  const auto first = mail_to_the_wrong_person().with(Kind::data_category, "health").with(Kind::data_category, "name");
  SECTION("in passing") {
    Asked talk{first};
    talk.say(Says{Intent::inform, "there was no health data in it"}.with(Kind::data_category_not, "health"));
    CHECK(talk.said("repair.dispute"));
    CHECK(talk.categories() == std::vector<std::string>{"health", "name"});
    talk.press("do:replace");
    CHECK(talk.categories() == std::vector<std::string>{"name"});
  }
  SECTION("in a correction") {
    Asked talk{first};
    talk.say(Says{Intent::correct, "no, not health"}.with(Kind::data_category_not, "health"));
    CHECK(talk.categories() == std::vector<std::string>{"name"});
    CHECK(talk.said("repair.corrected"));
  }
  SECTION("all that is known") {
    Asked talk{mail_to_the_wrong_person().with(Kind::data_category, "health")};
    talk.say(Says{Intent::inform, "there was no health data in it"}.with(Kind::data_category_not, "health"));
    CHECK(talk.categories() == std::vector<std::string>{"health"});
    CHECK(talk.said("repair.change"));
    CHECK(talk.said("ask.data_categories"));
  }
}

TEST_CASE("A denied category is no answer to which data it was") {
  Asked talk;
  talk.until(FactId::data_categories);
  talk.say(Says{Intent::inform, "not the national ids"}.with(Kind::data_category_not, "national_id"));
  CHECK(talk.record()->find(FactId::data_categories) == nullptr);
  CHECK(talk.said("ask.data_categories.again"));
  CHECK(talk.notes.size() == 1);
}

TEST_CASE("When it was noticed is no answer to which data it was") {
  Asked talk{mail_to_the_wrong_person()};
  talk.until(FactId::data_categories);
  talk.say(Says{Intent::inform, "we discovered it on Tuesday"}.with(Kind::discovered, day("2026-11-17")));
  CHECK(talk.record()->find(FactId::data_categories) == nullptr);
  CHECK(*talk.record()->known<When>(FactId::detected) == day("2026-11-17"));
  CHECK(talk.said("ask.data_categories"));
}

TEST_CASE("Two times at once are asked about") {
  Asked talk{mail_to_the_wrong_person()};
  talk.until(FactId::occurred);
  Says says{Intent::inform, "on Monday or Tuesday"};
  says.entities.push_back({Kind::time, 3, 9, day("2026-11-16"), "test", 0.95});
  SECTION("and the person says which") {
    says.entities.push_back({Kind::time, 13, 20, day("2026-11-17"), "test", 0.95});
    talk.say(says);
    CHECK(talk.said("repair.dispute"));
    talk.press("do:replace");
    CHECK(*talk.record()->known<When>(FactId::occurred) == day("2026-11-17"));
  }
  SECTION("but not one that is still to come") {
    says.entities.push_back({Kind::time, 13, 20, day("2026-11-24"), "test", 0.95});
    talk.say(says);
    CHECK_FALSE(talk.said("repair.dispute"));
    CHECK(*talk.record()->known<When>(FactId::occurred) == day("2026-11-16"));
  }
}

TEST_CASE("A bare yes or no is no account and is asked for in words") {
  const auto bare = GENERATE(Intent::yes, Intent::no);
  Asked talk;
  talk.until(FactId::cause);
  talk.say(Says{bare, "yes"});
  CHECK(talk.record()->find(FactId::cause) == nullptr);
  CHECK(talk.said("repair.few_words"));
  CHECK(talk.said("ask.cause.again"));
}

TEST_CASE("No to how to be reached is a refusal and no consequences are none known") {
  Asked talk;
  talk.until(FactId::reporter_contact);
  talk.say(Says{Intent::no, "no thanks"});
  CHECK(talk.record()->find(FactId::reporter_contact)->status == FactStatus::refused);
  talk.until(FactId::consequences);
  talk.say(Says{Intent::no, "no"});
  CHECK(talk.record()->known<incident::Codes>(FactId::consequences)->codes == std::vector<std::string>{"none_known"});
}

TEST_CASE("A line is changed by its name") {
  Asked talk{mail_to_the_wrong_person().with(Kind::count, exactly(40))};
  const bool read_back = GENERATE(true, false);
  if (read_back) talk.say(Says{Intent::submit, "send"});
  talk.say(Says{Intent::correct, "the number of people is wrong"}.with(Kind::field, "affected"));
  CHECK(talk.said("repair.change"));
  CHECK(talk.said("ask.affected"));
  talk.say(Says{Intent::inform, "42"}.with(Kind::count, exactly(42)));
  CHECK(*talk.record()->known<Count>(FactId::affected) == exactly(42));
}

TEST_CASE("A single mail inside one municipality summons nobody") {
  Asked talk;
  talk.until(FactId::others_affected);
  CHECK(talk.effects["tell"] == 0);
  talk.press("no");
  CHECK(talk.effects["tell"] == 1);
  CHECK(talk.effects["summon"] == 0);
  CHECK(talk.record()->missing.empty());
}

}  // namespace
}  // namespace varsel::dialog::test
