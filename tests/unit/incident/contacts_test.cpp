#include "incident/contacts.h"

#include "tests/catch.h"
#include "tests/unit/incident/builders.h"

namespace varsel::incident {
namespace {

using namespace test;
using Kind = ContactFinding::Kind;

const CivilDate kToday = day("2026-11-21");

TEST_CASE("An address is reachable when mail can be sent to it") {
  const std::pair<const char*, bool> rows[] = {
      {"dpo@example.org", true},
      {"dpo+breach@it.example.org", true},
      {"o'neill_x@example.org", true},
      {"", false},
      {"dpo", false},
      {"dpo@example", false},
      {"@example.org", false},
      {"dpo@", false},
      {"a@b@example.org", false},
      {"dpo@example..org", false},
      {".dpo@example.org", false},
      {"dpo.@example.org", false},
      {"dpo@example.org.", false},
      {"dpo @example.org", false},
      {"dpo@example.org, other@example.org", false},
      {"<dpo@example.org>", false},
      {"dpo@example.org\r\nBcc: x@example.com", false},
      {"d\xC3\xB8po@example.org", false},
  };
  for (const auto& [address, expected] : rows) {
    CAPTURE(address);
    Contact contact = entry("x", "egedal", "both", "dpo");
    contact.email = words(address);
    CHECK(reachable(contact) == expected);
  }
  Contact contact = entry("x", "egedal", "both", "dpo");
  contact.email = words(std::string(65, 'a') + "@example.org");
  CHECK_FALSE(reachable(contact));
  contact.email = words("a@" + std::string(250, 'b') + ".org");
  CHECK_FALSE(reachable(contact));
}

TEST_CASE("A party without an entry is found before the breach") {
  // M8: "A municipality without an entry is found before the breach (list check)"
  const auto findings = check(muni_book(), muni(), kToday);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].kind == Kind::party_without_contact);
  CHECK(findings[0].party.str() == "furesoe");
  CHECK(findings[0].list.empty());
  CHECK(check(dsop_book(), dsop(), kToday).empty());
}

TEST_CASE("A party that stands on one of the two lists only is found") {
  // D3: two separate contact lists
  ContactBook book = dsop_book();
  std::erase_if(book.contacts, [](const Contact& contact) { return contact.id == "south.priv"; });
  const auto findings = check(book, dsop(), kToday);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].kind == Kind::party_without_contact);
  CHECK(findings[0].party.str() == "south");
  CHECK(findings[0].list == "privacy");
}

TEST_CASE("Each slip in an entry is found") {
  // D6: overdue or bouncing entries are flagged
  struct Row {
    const char* what;
    void (*spoil)(Contact&);
    std::vector<Kind> kinds;
  };
  const Row rows[] = {
      {"nothing", [](Contact&) {}, {}},
      {"empty", [](Contact& c) { c.email = {}; }, {Kind::no_address}},
      {"mistyped", [](Contact& c) { c.email = words("dpo(at)example.org"); }, {Kind::bad_address}},
      {"unknown deputy", [](Contact& c) { c.deputy = "nobody"; }, {Kind::unknown_deputy}},
      {"known deputy", [](Contact& c) { c.deputy = "owner.desk"; }, {}},
      {"never confirmed", [](Contact& c) { c.confirmed_on.reset(); }, {Kind::never_confirmed}},
      {"181 days ago", [](Contact& c) { c.confirmed_on = day("2026-05-24"); }, {Kind::stale}},
      {"180 days ago", [](Contact& c) { c.confirmed_on = day("2026-05-25"); }, {}},
      {"all at once",
       [](Contact& c) {
         c.email = {};
         c.deputy = "nobody";
         c.confirmed_on.reset();
       },
       {Kind::no_address, Kind::unknown_deputy, Kind::never_confirmed}},
  };
  Procedure procedure = muni();
  std::erase_if(procedure.parties, [](const Party& party) { return party.id.str() == "furesoe"; });
  for (const Row& row : rows) {
    CAPTURE(row.what);
    ContactBook book = muni_book();
    row.spoil(book.contacts[1]);
    std::vector<Kind> kinds;
    for (const ContactFinding& finding : check(book, procedure, kToday)) {
      kinds.push_back(finding.kind);
      CHECK(finding.contact == "egedal.dpo");
      CHECK(finding.party.str() == "egedal");
    }
    CHECK(kinds == row.kinds);
  }
}

TEST_CASE("An entry of a party that the procedure does not know is found") {
  ContactBook book = dsop_book();
  book.contacts.push_back(entry("x.dpo", "elsewhere", "both", "dpo"));
  const auto findings = check(book, dsop(), kToday);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].kind == Kind::unknown_party);
  CHECK(findings[0].contact == "x.dpo");
}

}  // namespace
}  // namespace varsel::incident
