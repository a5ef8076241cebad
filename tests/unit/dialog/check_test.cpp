// The checker finds what is wrong, and shows the answers that lead there.
#include "dialog/check.h"

#include <algorithm>

#include "dialog/next_question.h"
#include "tests/catch.h"

namespace varsel::dialog {
namespace {

using incident::FactId;

Question question(FactId fact, std::vector<Condition> when = {}, std::vector<std::string> codes = {}) {
  Question out;
  out.id = std::string{incident::info(fact).name};
  out.fact = fact;
  out.text = "ask." + out.id;
  out.when = std::move(when);
  for (const auto& code : codes) out.choices.push_back({code, "code.tri." + code});
  out.mandatory = incident::info(fact).log_field != 0;
  return out;
}

// A playbook of one party in which nothing is wrong.
Playbook sound() {
  Playbook book;
  book.name = "small";
  book.title = "playbook.small.title";
  book.locales = {Locale::en};
  book.organisation = PartyId{"town"};
  book.texts[Locale::en]["playbook.small.title"] = "Small";
  book.procedure.parties = {{PartyId{"town"}, "municipality", {{Locale::en, "Town"}}}};
  book.procedure.contact_rules = {{.id = "R1",
                                   .order = 1,
                                   .when = {},
                                   .whom = {.role = "dpo", .party_role = "", .scope = incident::Recipients::Scope::own},
                                   .fallback = "town.desk",
                                   .message = "mail.contact"}};
  book.procedure.workflows = {{.id = "w",
                               .discoverer = "own",
                               .steps = {{.id = "tell",
                                          .role = "municipality",
                                          .duty = {{Locale::en, "Tell"}},
                                          .contact_rules = {"R1"},
                                          .done_when = incident::DoneWhen::contacts_told}}}};
  book.questions = {question(FactId::ongoing, {}, {"yes", "no"}),
                    question(FactId::what_happened),
                    question(FactId::occurred),
                    question(FactId::data_categories),
                    question(FactId::affected),
                    question(FactId::cause),
                    question(FactId::measures),
                    question(FactId::consequences)};
  book.filled = {{FactId::notified, "system"}, {FactId::authority_notified, "adviser"}};
  return book;
}

incident::ContactBook people() {
  incident::ContactBook book;
  for (const auto& [id, role] : {std::pair{"town.dpo", "dpo"}, std::pair{"town.desk", "mailbox"}}) {
    incident::Contact contact;
    contact.id = id;
    contact.party = PartyId{"town"};
    contact.list = "both";
    contact.role = role;
    contact.email = PersonalText{std::string{role} + "@town.example.org"};
    book.contacts.push_back(contact);
  }
  return book;
}

Question& asks(Playbook& book, FactId fact) {
  return *std::find_if(book.questions.begin(), book.questions.end(), [&](auto& one) { return one.fact == fact; });
}

std::vector<CheckFinding> findings(const Playbook& book, const incident::ContactBook& contacts = people()) {
  return check(book, &contacts, locales::Catalog{book.texts});
}

// The finding of that rule; fails the test when there is none.
CheckFinding found(const std::vector<CheckFinding>& all, const std::string& rule) {
  for (const auto& one : all) {
    UNSCOPED_INFO(to_string(one));
    if (one.rule == rule) return one;
  }
  FAIL_CHECK("no finding of " << rule);
  return {};
}

TEST_CASE("A sound playbook has no findings", "[check]") {
  for (const auto& one : findings(sound())) FAIL_CHECK(to_string(one));
}

TEST_CASE("A log field that some answers leave out is found with the shortest answers that do", "[check]") {
  Playbook book = sound();
  asks(book, FactId::affected).when = {{FactId::ongoing, {"yes"}, {}}};
  const auto one = found(findings(book), "log_field_not_asked");
  CHECK(one.where == "fact affected");
  REQUIRE_FALSE(one.path.empty());
  CHECK(one.path.front() == "ongoing = no");
  CHECK(one.message.find("field 6") != std::string::npos);
}

TEST_CASE("A log field that nobody asks for must be filled by somebody", "[check]") {
  Playbook book = sound();
  book.filled.pop_back();
  CHECK(found(findings(book), "log_field_not_asked").where == "fact authority_notified");
}

TEST_CASE("Questions that wait for each other are found with their circle", "[check]") {
  Playbook book = sound();
  book.questions.push_back(question(FactId::contained, {{FactId::encrypted, {"yes"}, {}}}, {"yes", "no"}));
  book.questions.push_back(question(FactId::encrypted, {{FactId::contained, {"yes"}, {}}}, {"yes", "no"}));
  const auto one = found(findings(book), "questions_wait_for_each_other");
  CHECK(one.path == std::vector<std::string>{"contained", "encrypted", "contained"});
}

TEST_CASE("A question about what another one has asked before is unreachable", "[check]") {
  Playbook book = sound();
  Question again = question(FactId::ongoing, {}, {"yes", "no"});
  again.id = "ongoing_again";
  book.questions.push_back(again);
  CHECK(found(findings(book), "unreachable_question").where == "question ongoing_again");
}

TEST_CASE("Conditions that no value can meet contradict each other", "[check]") {
  Playbook book = sound();
  book.questions.push_back(
      question(FactId::contained, {{FactId::ongoing, {"yes"}, {}}, {FactId::ongoing, {"no"}, {}}}, {"yes", "no"}));
  const auto all = findings(book);
  CHECK(found(all, "contradictory_conditions").where == "question contained");
  CHECK(found(all, "unreachable_question").where == "question contained");
}

TEST_CASE("Several codes can meet conditions that one code cannot", "[check]") {
  Playbook book = sound();
  book.questions.push_back(
      question(FactId::contained, {{FactId::data_categories, {"health"}, {}}, {FactId::data_categories, {"name"}, {}}},
               {"yes", "no"}));
  for (const auto& one : findings(book)) FAIL_CHECK(to_string(one));
}

TEST_CASE("A condition on a choice that is not offered is found", "[check]") {
  Playbook book = sound();
  book.questions.push_back(question(FactId::contained, {{FactId::ongoing, {"unknown"}, {}}}, {"yes", "no"}));
  CHECK(found(findings(book), "choice_not_offered").where == "question contained");
}

TEST_CASE("A question that waits for its own answer is found", "[check]") {
  Playbook book = sound();
  asks(book, FactId::ongoing).when = {{FactId::ongoing, {"yes"}, {}}};
  CHECK(found(findings(book), "question_waits_for_itself").where == "question ongoing");
}

TEST_CASE("Every question needs four wordings and every choice a label in every language", "[check]") {
  Playbook book = sound();
  asks(book, FactId::cause).text = "ask.of_our_own";
  asks(book, FactId::ongoing).choices[0].label = "no.such.label";
  book.texts[Locale::en]["ask.of_our_own"] = "Why?";
  int missing = 0;
  for (const auto& one : findings(book)) missing += one.rule == "missing_wording" ? 1 : 0;
  CHECK(missing == 4);  // again, last, why; and the label
}

TEST_CASE("A text of the playbook must be there in each of its languages with the same arguments", "[check]") {
  Playbook book = sound();
  book.locales = {Locale::en, Locale::da};
  book.texts[Locale::en]["own.text"] = "For {name}";
  book.texts[Locale::da]["own.text"] = "Til {navn}";
  const auto all = findings(book);
  CHECK(found(all, "arguments_differ").where == "text own.text");
  CHECK(found(all, "missing_wording").where == "playbook small");
}

TEST_CASE("A step that informs needs recipients and every rule a step", "[check]") {
  Playbook book = sound();
  book.procedure.workflows[0].steps[0].contact_rules.clear();
  const auto all = findings(book);
  CHECK(found(all, "step_without_recipients").where == "step w/tell");
  CHECK(found(all, "unused_rule").where == "contact rule R1");
}

TEST_CASE("A rule that never holds in its workflow is found", "[check]") {
  Playbook book = sound();
  book.procedure.contact_rules[0].when.discoverer = "supplier";
  const auto one = found(findings(book), "rule_never_holds");
  CHECK(one.path == std::vector<std::string>{"discoverer = own"});
}

TEST_CASE("Whoever can discover a breach needs a workflow and every workflow somebody who can", "[check]") {
  Playbook book = sound();
  book.procedure.workflows[0].discoverer = "supplier";
  const auto all = findings(book);
  CHECK(found(all, "discoverer_without_workflow").where == "discoverer own");
  CHECK(found(all, "unused_workflow").where == "workflow w");
}

TEST_CASE("A rule that reaches nobody is found with who discovered what", "[check]") {
  incident::ContactBook nobody = people();
  for (auto& contact : nobody.contacts) contact.email = PersonalText{};
  const auto one = found(findings(sound(), nobody), "rule_reaches_nobody");
  CHECK(one.path == std::vector<std::string>{"own_party = town", "discoverer = own", "nature = security"});
  nobody.contacts.pop_back();
  CHECK(found(findings(sound(), nobody), "unknown_fallback").where == "contact rule R1");
  Playbook book = sound();
  book.procedure.contact_rules[0].fallback.clear();
  CHECK(found(findings(book), "rule_without_fallback").where == "contact rule R1");
}

TEST_CASE("Deputies who stand in for each other are found", "[check]") {
  incident::ContactBook book = people();
  book.contacts[0].deputy = "town.desk";
  book.contacts[1].deputy = "town.dpo";
  CHECK(found(findings(sound(), book), "deputies_in_a_circle").path ==
        std::vector<std::string>{"town.dpo", "town.desk", "town.dpo"});
}

TEST_CASE("Late questions come after the others and skipped ones last", "[check]") {
  const Playbook book = sound();
  incident::Record record;
  CHECK(next_question(book, record, {})->fact == FactId::ongoing);
  CHECK(next_question(book, record, {"ongoing"})->fact == FactId::what_happened);
  for (const auto& one : book.questions)
    if (!incident::info(one.fact).late && one.fact != FactId::ongoing)
      record.facts[one.fact].status = incident::FactStatus::not_known_yet;
  CHECK(next_question(book, record, {"ongoing"})->fact == FactId::cause);
  for (const auto& one : book.questions)
    if (incident::info(one.fact).late) record.facts[one.fact].status = incident::FactStatus::refused;
  CHECK(next_question(book, record, {"ongoing"})->fact == FactId::ongoing);
  record.facts[FactId::ongoing].status = incident::FactStatus::not_known_yet;
  CHECK(next_question(book, record, {"ongoing"}) == nullptr);
}

}  // namespace
}  // namespace varsel::dialog
