#include "dialog/playbook.h"
#include "tests/catch.h"

namespace varsel::dialog {
namespace {

constexpr std::string_view kGood = R"(format = 1
[[contact]]
id = "town.dpo"
party = "town"
list = "both"
role = "dpo"
title = "DPO \"on duty\""
name = ""
email = "dpo@town.example.org"
mobile = "+45 12 34 56 78"
deputy = "town.leader"
locale = "da"
confirmed_on = 2026-11-20
)";

std::string first_finding(std::string_view line, std::string_view replacement) {
  std::string text{kGood};
  const auto at = text.find(line);
  REQUIRE(at != std::string::npos);
  const LoadedContacts loaded = load_contacts(text.replace(at, line.size(), replacement), "c.toml");
  return loaded.findings.empty() ? "" : to_string(loaded.findings.front());
}

TEST_CASE("A contact list comes back as it was saved", "[load]") {
  const LoadedContacts loaded = load_contacts(kGood, "c.toml");
  REQUIRE(loaded.findings.empty());
  REQUIRE(loaded.book.contacts.size() == 1);
  const std::string saved = save_contacts(loaded.book);
  const LoadedContacts again = load_contacts(saved, "c.toml");
  for (const auto& finding : again.findings) FAIL_CHECK(to_string(finding));
  REQUIRE(again.book.contacts.size() == 1);
  const auto& before = loaded.book.contacts[0];
  const auto& after = again.book.contacts[0];
  CHECK(after.id == before.id);
  CHECK(after.party == before.party);
  CHECK(after.list == before.list);
  CHECK(after.role == before.role);
  CHECK(after.title == "DPO \"on duty\"");
  CHECK(after.email == before.email);
  CHECK(after.mobile == before.mobile);
  CHECK(after.deputy == before.deputy);
  CHECK(after.locale == Locale::da);
  CHECK(after.confirmed_on == before.confirmed_on);
  CHECK(save_contacts(again.book) == saved);
}

TEST_CASE("Whatever text is in a contact list survives saving", "[load]") {
  incident::ContactBook book;
  incident::Contact contact;
  contact.id = "x";
  contact.party = PartyId{"town"};
  contact.list = "both";
  contact.role = "dpo";
  contact.title = "Tabs\tand \\ \"quotes\" and 'ticks'\nand a second line: øåæ";
  book.contacts.push_back(contact);
  const LoadedContacts loaded = load_contacts(save_contacts(book), "c.toml");
  for (const auto& finding : loaded.findings) FAIL_CHECK(to_string(finding));
  REQUIRE(loaded.book.contacts.size() == 1);
  CHECK(loaded.book.contacts[0].title == contact.title);
}

TEST_CASE("What is wrong in a contact list is said with its place and without repeating personal data", "[load]") {
  struct Row {
    std::string_view line;
    std::string_view broken;
    std::string finding;
  };
  const std::vector<Row> rows{
      {"format = 1", "format = 0", "c.toml:1:10: “format” must be from 1 to 1"},
      {"id = \"town.dpo\"", "", "c.toml:2:1: a contact needs “id”"},
      {"list = \"both\"", "list = \"all\"", "c.toml:5:8: “all” is no list: must be “security”, “privacy” or “both”"},
      {"email = \"dpo@town.example.org\"", "email = \"dpo at town\"",
       "c.toml:9:9: this is no e-mail address: must be as “mailbox@example.org”"},
      {"email = \"dpo@town.example.org\"", "email = \"a@example.org\\r\\nBcc: b@example.org\"",
       "c.toml:9:9: the text holds characters that are not let through: control or direction marks, or letters that "
       "are "
       "not composed (NFC)"},
      {"email = \"dpo@town.example.org\"", "email = \"a@example.org, b@example.org\"",
       "c.toml:9:9: this is no e-mail address: must be as “mailbox@example.org”"},
      {"mobile = \"+45 12 34 56 78\"", "mobile = \"call me\"",
       "c.toml:10:10: this is no phone number: must be as “+45 12 34 56 78”"},
      {"deputy = \"town.leader\"", "deputy = \"town.dpo\"", "c.toml:11:10: nobody is their own deputy"},
      {"locale = \"da\"", "locale = \"sv\"", "c.toml:12:10: “sv” is no locale (did you mean “da”?)"},
      {"confirmed_on = 2026-11-20", "confirmed_on = \"2026-11-20\"",
       "c.toml:13:16: “confirmed_on” must be a date without quotes, as 2026-11-21, not a text"},
      {"role = \"dpo\"", "rôle = \"dpo\"", "c.toml:6:2: this is not TOML: "},
      {"confirmed_on = 2026-11-20", "confirmed_on = 2026-02-30", "c.toml:13:"},
  };
  for (const Row& row : rows) {
    INFO(row.broken);
    const auto found = first_finding(row.line, row.broken);
    CHECK(found.substr(0, row.finding.size()) == row.finding);
  }
}

TEST_CASE("Two contacts with one id are refused", "[load]") {
  const std::string twice = std::string{kGood} + std::string{kGood.substr(kGood.find("[[contact]]"))};
  const LoadedContacts loaded = load_contacts(twice, "c.toml");
  REQUIRE(loaded.findings.size() == 1);
  CHECK(to_string(loaded.findings[0]) == "c.toml:15:6: there is already a contact “town.dpo”");
}

}  // namespace
}  // namespace varsel::dialog
