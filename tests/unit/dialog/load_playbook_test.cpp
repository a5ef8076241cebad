#include <algorithm>
#include <fstream>
#include <iterator>

#include "dialog/load.h"
#include "dialog/playbook.h"
#include "tests/catch.h"

namespace varsel::dialog {
namespace {

// The smallest playbook that loads; each broken snippet changes one line of it.
constexpr std::string_view kGood = R"(format = 1
name = "small"
version = "1"
title = "playbook.title"
locales = ["da", "en"]
organisation = "town"
zone = "Europe/Copenhagen"
regimes = ["gdpr"]
[hours]
holidays = "DK"
opens = 08:00:00
closes = 16:00:00
[group]
coordinator = "supplier"
attendees = { role = "any" }
[[party]]
id = "town"
role = "municipality"
name = "Town"
[[party]]
id = "maker"
role = "supplier"
name = { da = "Leverandør", en = "Supplier" }
[[contact_rule]]
id = "R1"
order = 1
when = { discoverer = "own", others_affected = true }
whom = { role = "dpo", party_role = "municipality", scope = "own", list = "any" }
fallback = "maker.duty"
message = "mail.contact"
[[workflow]]
id = "w"
discoverer = "own"
[[workflow.step]]
id = "tell"
role = "municipality"
duty = "Tell"
contact_rules = ["R1"]
done_when = "contacts_told"
[[question]]
fact = "ongoing"
choices = ["yes", "no"]
[[question]]
fact = "cause"
when = [{ fact = "ongoing", is = ["no"] }]
[[filled]]
fact = "notified"
by = "system"
[texts.en]
"playbook.title" = "Small"
)";

std::string with(std::string_view line, std::string_view replacement) {
  std::string text{kGood};
  const auto at = text.find(line);
  REQUIRE(at != std::string::npos);
  return text.replace(at, line.size(), replacement);
}

std::string first_finding(const std::string& toml) {
  const Loaded loaded = load_playbook(toml, "p.toml");
  CHECK_FALSE(loaded.playbook.has_value());
  return loaded.findings.empty() ? "" : to_string(loaded.findings.front());
}

TEST_CASE("A small playbook loads with everything it says", "[load]") {
  const Loaded loaded = load_playbook(kGood, "p.toml");
  for (const auto& finding : loaded.findings) FAIL_CHECK(to_string(finding));
  REQUIRE(loaded.playbook);
  const Playbook& book = *loaded.playbook;
  CHECK(book.name == "small");
  CHECK(book.locales == std::vector{Locale::da, Locale::en});
  CHECK(book.procedure.zone.name() == "Europe/Copenhagen");
  CHECK(book.procedure.hours.holidays == "DK");
  CHECK(book.procedure.hours.closes == std::chrono::hours{16});
  CHECK(book.procedure.group.summoned);
  CHECK(book.procedure.group.attendees.scope == incident::Recipients::Scope::all);
  REQUIRE(book.procedure.parties.size() == 2);
  CHECK(book.procedure.parties[0].name.at(Locale::nn) == "Town");
  CHECK(book.procedure.parties[1].name.at(Locale::da) == "Leverandør");
  REQUIRE(book.procedure.contact_rules.size() == 1);
  CHECK(book.procedure.contact_rules[0].when.others_affected == true);
  CHECK(book.procedure.contact_rules[0].whom.scope == incident::Recipients::Scope::own);
  REQUIRE(book.procedure.workflows.size() == 1);
  CHECK(book.procedure.workflows[0].steps[0].done_when == incident::DoneWhen::contacts_told);
  REQUIRE(book.questions.size() == 2);
  CHECK(book.questions[0].id == "ongoing");
  CHECK(book.questions[0].text == "ask.ongoing");
  CHECK(book.questions[0].choices[0].label == "code.tri.yes");
  CHECK(book.questions[0].expecting == intents::Expecting::yes_no);
  CHECK_FALSE(book.questions[0].mandatory);
  CHECK(book.questions[1].mandatory);
  CHECK(book.questions[1].when[0].is == std::vector<std::string>{"no"});
  CHECK(book.filled[0].by == "system");
  CHECK(book.texts.at(Locale::en).at("playbook.title") == "Small");
}

TEST_CASE("What is wrong in a playbook is said with its place and what would be right", "[load]") {
  struct Row {
    std::string_view line;
    std::string_view broken;
    std::string finding;
  };
  const std::vector<Row> rows{
      {"format = 1", "format = 2", "p.toml:1:10: “format” must be from 1 to 1"},
      {"format = 1", "# none", "p.toml:1:1: a playbook needs “format = 1”"},
      {"name = \"small\"", "nmae = \"small\"", "p.toml:1:1: a playbook needs “name”"},
      {"version = \"1\"", "version = 1", "p.toml:3:11: “version” must be a text, not a whole number"},
      {"version = \"1\"", "version = \"\"", "p.toml:3:11: “version” must not be empty"},
      {"version = \"1\"", "version = \"1\"\nverison = \"2\"",
       "p.toml:4:1: “verison” is no key of a playbook (did you mean “version”?)"},
      {"locales = [\"da\", \"en\"]", "locales = [\"da\", \"de\"]",
       "p.toml:5:18: “de” is not known here (did you mean “da”?)"},
      {"locales = [\"da\", \"en\"]", "locales = [\"da\", \"da\"]", "p.toml:5:18: “da” stands here twice"},
      {"locales = [\"da\", \"en\"]", "locales = \"da\"",
       "p.toml:5:11: “locales” must be an array of texts, not a text"},
      {"locales = [\"da\", \"en\"]", "locales = []",
       "p.toml:5:11: a playbook needs at least one language in “locales”"},
      {"organisation = \"town\"", "organisation = \"twon\"",
       "p.toml:6:16: “twon” is no organisation (did you mean “town”?)"},
      {"zone = \"Europe/Copenhagen\"", "zone = \"Europe/Kopenhagen\"",
       "p.toml:7:8: “zone” must be the IANA name of a time zone, as “Europe/Copenhagen”"},
      {"regimes = [\"gdpr\"]", "regimes = [\"GDPR2\"]",
       "p.toml:8:12: “GDPR2” is not known here: must be “gdpr” or “nis2”"},
      {"holidays = \"DK\"", "holidays = \"SE\"", "p.toml:10:12: “SE” is no holidays (did you mean “DK”?)"},
      {"opens = 08:00:00", "opens = \"08:00\"",
       "p.toml:11:9: “opens” must be a time of day without quotes, as 08:00:00, not a text"},
      {"closes = 16:00:00", "closes = 07:00:00", "p.toml:12:10: “closes” must be later than “opens”"},
      {"closes = 16:00:00", "weekdays = []",
       "p.toml:12:12: there must be a working day: “mon”, “tue”, “wed”, “thu”, "
       "“fri”, “sat” or “sun”"},
      {"coordinator = \"supplier\"", "coordinator = \"bits\"",
       "p.toml:14:15: “bits” is no coordinator: must be “municipality” or “supplier”"},
      {"attendees = { role = \"any\" }", "notice_minutes = 5",
       "p.toml:13:1: who is meant must be said: “attendees” is missing"},
      {"attendees = { role = \"any\" }", "attendees = { role = \"any\", scope = \"some\" }",
       "p.toml:15:37: “some” is no scope: must be “own”, “affected” or “all”"},
      {"id = \"maker\"", "id = \"town\"", "p.toml:21:6: there is already a party “town”"},
      {"name = { da = \"Leverandør\", en = \"Supplier\" }", "name = { da = \"Leverandør\" }",
       "p.toml:23:8: “name” is not worded in “en”"},
      {"name = { da = \"Leverandør\", en = \"Supplier\" }", "name = { da = \"L\", en = \"S\", sv = \"L\" }",
       "p.toml:23:30: “sv” is no key of “name” (did you mean “da”?)"},
      {"name = \"Town\"", "name = 7",
       "p.toml:19:8: “name” must be a text, or a table of texts by language, not a whole number"},
      {"order = 1\n", "order = \"first\"\n", "p.toml:26:9: “order” must be a whole number, not a text"},
      {"order = 1\n", "order = 5000\n", "p.toml:26:9: “order” must be from 0 to 1000"},
      {"discoverer = \"own\", others", "discoverer = \"owner\", others",
       "p.toml:27:23: “owner” is no discoverer (did you mean “own”?)"},
      {"others_affected = true", "others_affected = \"yes\"",
       "p.toml:27:48: “others_affected” must be true or false, not a text"},
      {"party_role = \"municipality\"", "party_role = \"municipalty\"",
       "p.toml:28:37: “municipalty” is no party_role (did you mean “municipality”?)"},
      {"list = \"any\" }", "list = \"secret\" }",
       "p.toml:28:75: “secret” is no list: must be “any”, “security”, “privacy” or “by_nature”"},
      {"message = \"mail.contact\"", "fallbck = \"x\"\nmessage = \"mail.contact\"",
       "p.toml:30:1: “fallbck” is no key of a contact rule (did you mean “fallback”?)"},
      {"discoverer = \"own\"\n[[workflow.step]]", "discoverer = \"own\"\n[[workflow.stepp]]",
       "p.toml:31:1: a workflow needs at least one [[workflow.step]]"},
      {"contact_rules = [\"R1\"]", "contact_rules = [\"R2\"]",
       "p.toml:38:18: “R2” is not known here (did you mean “R1”?)"},
      {"done_when = \"contacts_told\"", "done_when = \"contact_told\"",
       "p.toml:39:13: “contact_told” is no done_when (did you mean “contacts_told”?)"},
      {"role = \"municipality\"\nduty", "role = \"citizen\"\nduty",
       "p.toml:36:8: “citizen” is no role: must be “municipality” or “supplier”"},
      {"fact = \"ongoing\"\nchoices", "fact = \"ongonig\"\nchoices",
       "p.toml:41:8: “ongonig” is no fact (did you mean “ongoing”?)"},
      {"choices = [\"yes\", \"no\"]", "choices = [\"yes\", \"nope\"]",
       "p.toml:42:19: “nope” is not known here (did you mean “no”?)"},
      {"choices = [\"yes\", \"no\"]", "choices = [{ code = \"yes\" }, { code = \"yes\" }]",
       "p.toml:42:39: there is already a choice “yes”"},
      {"fact = \"cause\"", "fact = \"cause\"\nchoices = [\"yes\"]",
       "p.toml:45:11: “cause” is answered in words: it has no choices"},
      {"fact = \"cause\"", "fact = \"ongoing\"", "p.toml:43:1: there is already a question “ongoing”"},
      {"{ fact = \"ongoing\", is = [\"no\"] }", "{ fact = \"occurred\", is = [\"no\"] }",
       "p.toml:45:18: a condition can only look at a fact that holds codes, which “occurred” does not"},
      {"{ fact = \"ongoing\", is = [\"no\"] }", "{ fact = \"ongoing\", is = [\"never\"] }",
       "p.toml:45:35: “never” is not known here: must be “yes”, “no” or “unknown”"},
      {"{ fact = \"ongoing\", is = [\"no\"] }", "\"ongoing\"",
       "p.toml:45:9: “when” must be an array of tables: [[when]], not a text"},
      {"fact = \"notified\"", "fact = \"ongoing\"", "p.toml:47:8: “ongoing” is no field of the mandatory log"},
      {"by = \"system\"", "by = \"nobody\"", "p.toml:48:6: “nobody” is no by: must be “system” or “adviser”"},
      {"\"playbook.title\" = \"Small\"", "playbook.title = \"Small\"",
       "p.toml:50:1: “playbook” must be a text; quote the whole id: \"playbook...\" = \"...\", not a table"},
      {"\"playbook.title\" = \"Small\"", "\"playbook.title\" = \"a\\u202Eb\"",
       "p.toml:50:20: the text holds characters that are not let through: control or direction marks, or letters that "
       "are not composed (NFC)"},
      {"[texts.en]", "[texts.sv]", "p.toml:49:8: “sv” is no key of “texts” (did you mean “da”?)"},
      {"name = \"small\"", "contacts_template = \"../x.toml\"\nname = \"small\"",
       "p.toml:2:21: the contact-list template stands beside the playbook: a file name, no path"},
      {"name = \"small\"", "nudge_after_minutes = 60\nname = \"small\"",
       "p.toml:1:1: people are nudged before their report is handed over: “hand_over_after_minutes” must be more than "
       "“nudge_after_minutes”"},
  };
  for (const Row& row : rows) {
    INFO(row.broken);
    CHECK(first_finding(with(row.line, row.broken)) == row.finding);
  }
}

TEST_CASE("All that is wrong in a playbook is said at once and in order", "[load]") {
  std::string text = with("version = \"1\"", "version = 1");
  text.replace(text.find("by = \"system\""), 13, "by = \"nobody\"");
  const Loaded loaded = load_playbook(text, "p.toml");
  REQUIRE(loaded.findings.size() == 2);
  CHECK(loaded.findings[0].line == 3);
  CHECK(loaded.findings[1].line == 48);
}

TEST_CASE("A file that is no TOML is refused at the place of the fault", "[load]") {
  const Loaded loaded = load_playbook("format = 1\nname = \n", "p.toml");
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].line == 2);
  CHECK(loaded.findings[0].message.starts_with("this is not TOML: "));
}

TEST_CASE("Hostile files are refused cleanly", "[load]") {
  const auto refused = [](const std::string& text) {
    const Loaded loaded = load_playbook(text, "p.toml");
    CHECK_FALSE(loaded.playbook.has_value());
    CHECK_FALSE(loaded.findings.empty());
    CHECK(loaded.findings.size() <= 200);
  };
  refused("");
  refused(std::string(10'000'000, 'a'));
  refused("a = " + std::string(100'000, '['));
  refused("a = " + std::string(100'000, '{'));
  std::string dotted = "a";
  for (int i = 0; i < 100'000; ++i) dotted += ".a";
  refused(dotted + " = 1");
  std::string nested;
  for (int i = 0; i < 2'000; ++i) nested += "x = [{ a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = \n";
  refused(nested);
  refused("name = \"\xff\xfe\"");
  refused(std::string{"name = \"a\0b\"", 12});
  std::string keys;
  for (int i = 0; i < 20'000; ++i) keys += "key" + std::to_string(i) + " = 1\n";
  refused(keys);
}

TEST_CASE("Every key a playbook may have is explained in the documentation", "[load]") {
  std::ifstream in{std::string{VARSEL_SOURCE_DIR} + "/docs/playbooks.md"};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  REQUIRE_FALSE(text.empty());
  for (const auto* tables : {"playbook", "contacts"}) {
    for (const auto& table :
         tables == std::string_view{"playbook"} ? loading::playbook_keys() : loading::contacts_keys())
      for (const auto key : table.keys) {
        INFO(table.table << "." << key);
        const bool is_language = table.table == "texts";
        CHECK(text.find(is_language ? "[texts." + std::string{key} + "]" : "`" + std::string{key} + "`") !=
              std::string::npos);
      }
  }
}

}  // namespace
}  // namespace varsel::dialog
