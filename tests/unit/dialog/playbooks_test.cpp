// The shipped playbooks: they load, their lists load, and the checker finds nothing in them.
#include <fstream>
#include <iterator>

#include "dialog/check.h"
#include "incident/contacts.h"
#include "tests/catch.h"

namespace varsel::dialog {
namespace {

std::string file(const std::string& name) {
  std::ifstream in{std::string{VARSEL_SOURCE_DIR} + "/playbooks/" + name, std::ios::binary};
  REQUIRE(in);
  return {std::istreambuf_iterator<char>{in}, {}};
}

Playbook playbook(const std::string& name) {
  Loaded loaded = load_playbook(file(name + ".toml"), name + ".toml");
  for (const Finding& finding : loaded.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(loaded.findings.empty());
  return std::move(*loaded.playbook);
}

incident::ContactBook contacts(const std::string& name) {
  LoadedContacts loaded = load_contacts(file(name), name);
  for (const Finding& finding : loaded.findings) UNSCOPED_INFO(to_string(finding));
  REQUIRE(loaded.findings.empty());
  return std::move(loaded.book);
}

int count(const std::vector<incident::ContactFinding>& findings, incident::ContactFinding::Kind kind) {
  return static_cast<int>(
      std::count_if(findings.begin(), findings.end(), [&](const auto& finding) { return finding.kind == kind; }));
}

using Kind = incident::ContactFinding::Kind;
constexpr CivilDate kToday{std::chrono::year{2026}, std::chrono::November, std::chrono::day{21}};

TEST_CASE("The shipped playbooks are sound in every language", "[playbooks]") {
  for (const std::string name : {"muni", "dsop"}) {
    const Playbook book = playbook(name);
    const auto people = contacts(name + ".contacts.demo.toml");
    const locales::Catalog catalog{book.texts};
    for (const auto& finding : check(book, &people, catalog)) FAIL_CHECK(name << ": " << to_string(finding));
  }
}

TEST_CASE("The municipalities playbook knows forty municipalities and three workflows", "[playbooks]") {
  const Playbook book = playbook("muni");
  CHECK(std::count_if(book.procedure.parties.begin(), book.procedure.parties.end(),
                      [](const auto& party) { return party.role == "municipality"; }) == 40);
  REQUIRE(book.procedure.workflows.size() == 3);
  CHECK(book.procedure.workflows[0].discoverer == "own");
  CHECK(book.procedure.workflows[1].discoverer == "system_owner");
  CHECK(book.procedure.workflows[2].discoverer == "supplier");
  for (const auto& workflow : book.procedure.workflows)
    CHECK(std::any_of(workflow.steps.begin(), workflow.steps.end(),
                      [](const incident::Step& step) { return step.done_when == incident::DoneWhen::logged; }));
  CHECK(book.questions.front().fact == incident::FactId::ongoing);
}

TEST_CASE("The empty contact list of annex A has a blank entry for every municipality", "[playbooks]") {
  const Playbook book = playbook("muni");
  const auto blank = contacts(book.contacts_template);
  for (const auto& party : book.procedure.parties) {
    INFO(party.id.str());
    CHECK(std::any_of(blank.contacts.begin(), blank.contacts.end(),
                      [&](const incident::Contact& contact) { return contact.party == party.id; }));
  }
  for (const auto& contact : blank.contacts) {
    CHECK(contact.email.reveal().empty());
    CHECK(contact.name.reveal().empty());
  }
  CHECK(contacts(playbook("dsop").contacts_template).contacts.size() == 11);
}

TEST_CASE("The made-up contact lists hold functions only and show what a list check finds", "[playbooks]") {
  for (const std::string name : {"muni", "dsop"}) {
    const Playbook book = playbook(name);
    const auto people = contacts(name + ".contacts.demo.toml");
    const auto findings = incident::check(people, book.procedure, kToday);
    INFO(name);
    CHECK(count(findings, Kind::party_without_contact) == 1);
    CHECK(count(findings, Kind::stale) >= 1);
    CHECK(count(findings, Kind::never_confirmed) == 1);
    CHECK(count(findings, Kind::unknown_party) == 0);
    CHECK(count(findings, Kind::unknown_deputy) == 0);
    CHECK(count(findings, Kind::bad_address) == 0);
    for (const auto& contact : people.contacts) {
      const std::string& email = contact.email.reveal();
      CHECK(contact.name.reveal().empty());
      CHECK((email.empty() || email.ends_with(".example.org") || email.ends_with(".example.com")));
    }
  }
}

}  // namespace
}  // namespace varsel::dialog
