#include "incident/routing.h"

#include "tests/catch.h"
#include "tests/unit/incident/builders.h"

namespace varsel::incident {
namespace {

using namespace test;
using Ids = std::vector<std::string>;

const Instant kNow = at("2026-11-16T10:00:00Z");

Ids told(const Routing& routing) {
  Ids ids;
  for (const Summons& summons : routing.tell) ids.push_back(summons.contact);
  return ids;
}
const Summons& summons(const Routing& routing, const std::string& contact) {
  const auto found = std::ranges::find(routing.tell, contact, &Summons::contact);
  REQUIRE(found != routing.tell.end());
  return *found;
}
// What the shell does with a routing: one event for each rule, one for each missing contact.
AnIncident& carry_out(AnIncident& incident, const Routing& routing) {
  for (const Summons& each : routing.tell)
    for (const std::string& rule : each.rules) incident.Told(each.contact, each.party.str(), rule);
  for (const MissingContact& each : routing.missing)
    incident.Then(event::ContactMissing{each.list, each.party, each.rule, each.fallback});
  return incident;
}

TEST_CASE("Kind times discoverer times others decides whom the banks and agencies tell") {
  const Ids coordinator{"coordinator.desk"};
  const Ids security{"coordinator.desk", "north.sec", "south.sec"};
  // "both" stands on either list; the deputies stay in reserve
  const Ids privacy{"coordinator.desk", "north.priv", "south.priv"};
  const Ids both{"coordinator.desk", "north.sec", "north.priv", "south.sec", "south.priv"};
  struct Row {
    const char* demand;
    const char* party;
    const char* nature;
    const char* others;
    Ids told;
    const char* why;  // of the last one
  };
  const Row rows[] = {
      {"D3 one kind: security", "agency", "security", "yes", security, "routing.security_list"},
      {"D3 one kind: privacy", "agency", "privacy", "yes", privacy, "routing.privacy_list"},
      {"D3 both kinds: both lists", "agency", "both", "yes", both, "routing.both_lists"},
      {"D3 doubt about the kind: both", "agency", "unknown", "yes", both, "routing.nature_in_doubt"},
      {"D3 kind not asked yet: both", "agency", "", "yes", both, "routing.nature_in_doubt"},
      {"D3 doubt whether to inform: inform", "agency", "security", "unknown", security, "routing.inform_in_doubt"},
      {"D3 not asked yet: inform", "agency", "privacy", "", privacy, "routing.inform_in_doubt"},
      {"D2 nobody else must act", "agency", "both", "no", coordinator, "routing.every_party"},
      {"D4 provider: the consumers",
       "north",
       "security",
       "yes",
       {"coordinator.desk", "agency.sec", "directorate.both"},
       "routing.security_list"},
      {"D4 provider, both: nobody twice",
       "south",
       "both",
       "yes",
       {"coordinator.desk", "agency.sec", "agency.priv", "directorate.both"},
       "routing.both_lists"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.demand);
    AnIncident incident;
    incident.Of(row.party);
    if (*row.nature != '\0') incident.With(FactId::nature, row.nature);
    if (*row.others != '\0') incident.With(FactId::others_affected, row.others);
    const Routing routing = route(incident, dsop(), dsop_book(), kNow);
    CHECK(told(routing) == row.told);
    CHECK(routing.tell.back().why == row.why);
    CHECK(routing.missing.empty());
  }
}

TEST_CASE("The discoverer stated outranks the role of the reporter's party") {
  // D4; a consumer passes on what a provider found
  const AnIncident incident =
      AnIncident().Of("agency").With(FactId::discoverer, "provider").With(FactId::nature, "security");
  CHECK(discoverer(incident, dsop()) == "provider");
  CHECK(told(route(incident, dsop(), dsop_book(), kNow)) == Ids{"coordinator.desk", "agency.sec", "directorate.both"});
}

TEST_CASE("Doubt about who discovered it informs both sides") {
  const AnIncident incident = AnIncident().Of("elsewhere").With(FactId::nature, "security");
  CHECK(discoverer(incident, dsop()).empty());
  CHECK(told(route(incident, dsop(), dsop_book(), kNow)) ==
        Ids{"coordinator.desk", "north.sec", "south.sec", "agency.sec", "directorate.both"});
}

TEST_CASE("Each workflow of the municipalities tells its own") {
  struct Row {
    const char* demand;
    const char* party;
    Ids affected;
    const char* others;
    Ids told;
  };
  const Row rows[] = {
      {"M3 one municipality: leader, own DPO, the system owner's DPO and two mailboxes",
       "egedal",
       {"egedal"},
       "no",
       {"egedal.leader", "egedal.dpo", "owner.dpo", "owner.desk", "owner.citizens"}},
      {"M3 another one is affected",
       "egedal",
       {"egedal", "herning"},
       "yes",
       {"egedal.leader", "egedal.dpo", "herning.dpo", "owner.dpo", "owner.desk", "owner.citizens"}},
      {"D2 named after all, whatever was said",
       "egedal",
       {"herning"},
       "no",
       {"egedal.leader", "egedal.dpo", "herning.dpo", "owner.dpo", "owner.desk", "owner.citizens"}},
      {"M4 the system owner: affected municipalities, then the supplier",
       "owner",
       {"egedal", "herning"},
       "yes",
       {"egedal.dpo", "herning.dpo", "vendor.desk"}},
      {"M5 the supplier: the system owner", "vendor", {"egedal"}, "yes", {"owner.dpo", "owner.desk", "owner.citizens"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.demand);
    const AnIncident incident = AnIncident()
                                    .Of(row.party)
                                    .With(FactId::others_affected, row.others)
                                    .WithCodes(FactId::affected_parties, row.affected);
    const Routing routing = route(incident, muni(), muni_book(), kNow);
    CHECK(told(routing) == row.told);
    CHECK(routing.missing.empty());
  }
}

TEST_CASE("A party without an entry is told through the fallback and named as missing") {
  // M8: "handled in one (fallback contact, and a loud warning)"
  const AnIncident incident = AnIncident().Of("owner").WithCodes(FactId::affected_parties, {"furesoe", "herning"});
  const Routing routing = route(incident, muni(), muni_book(), kNow);
  CHECK(told(routing) == Ids{"herning.dpo", "owner.desk", "vendor.desk"});
  CHECK(summons(routing, "owner.desk").fallback);
  CHECK(summons(routing, "owner.desk").why == "routing.fallback");
  REQUIRE(routing.missing.size() == 1);
  CHECK(routing.missing[0].party.str() == "furesoe");
  CHECK(routing.missing[0].rule == "M4.affected");
  CHECK(routing.missing[0].fallback == "owner.desk");
}

TEST_CASE("Somebody who cannot be reached is missing") {
  struct Row {
    const char* what;
    void (*spoil)(ContactBook&);
    const char* fallback;
  };
  const Row rows[] = {
      {"no address", [](ContactBook& book) { book.contacts[2].email = {}; }, "owner.desk"},
      {"bad address", [](ContactBook& book) { book.contacts[2].email = words("herning"); }, "owner.desk"},
      {"no DPO", [](ContactBook& book) { book.contacts[2].role = "leader"; }, "owner.desk"},
      {"fallback unreachable too",
       [](ContactBook& book) {
         book.contacts[2].email = {};
         book.contacts[4].email = {};
       },
       ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    ContactBook book = muni_book();
    row.spoil(book);
    const AnIncident incident = AnIncident().Of("owner").WithCodes(FactId::affected_parties, {"herning"});
    const Routing routing = route(incident, muni(), book, kNow);
    REQUIRE(routing.missing.size() == 1);
    CHECK(routing.missing[0].party.str() == "herning");
    CHECK(routing.missing[0].fallback == row.fallback);
  }
}

TEST_CASE("A party missing from one of two lists is missing there only") {
  // D3
  ContactBook book = dsop_book();
  std::erase_if(book.contacts, [](const Contact& contact) { return contact.id == "south.priv"; });
  const Routing routing = route(AnIncident().Of("agency").With(FactId::nature, "both"), dsop(), book, kNow);
  REQUIRE(routing.missing.size() == 1);
  CHECK(routing.missing[0].party.str() == "south");
  CHECK(routing.missing[0].list == "privacy");
  CHECK(told(routing) == Ids{"coordinator.desk", "north.sec", "north.priv", "south.sec"});
}

TEST_CASE("Affected parties that nobody can name yet are left to the fallback") {
  // D3: doubt whether to inform -> inform; the system owner helps to find out whom (M3)
  const Routing routing =
      route(AnIncident().Of("owner").With(FactId::others_affected, "yes"), muni(), muni_book(), kNow);
  CHECK(told(routing) == Ids{"owner.desk", "vendor.desk"});
  REQUIRE(routing.missing.size() == 1);
  CHECK(routing.missing[0].party.empty());
  CHECK(route(AnIncident().Of("owner").With(FactId::others_affected, "no"), muni(), muni_book(), kNow).missing.empty());
}

TEST_CASE("An affected party that the procedure does not know is not forgotten") {
  const Routing routing =
      route(AnIncident().Of("owner").WithCodes(FactId::affected_parties, {"atlantis"}), muni(), muni_book(), kNow);
  REQUIRE(routing.missing.size() == 1);
  CHECK(routing.missing[0].party.str() == "atlantis");
}

TEST_CASE("A deputy is told in the first place only where nobody else can be") {
  ContactBook book = dsop_book();
  std::erase_if(book.contacts, [](const Contact& contact) { return contact.id == "north.sec"; });
  const Routing routing = route(AnIncident().Of("agency").With(FactId::nature, "security"), dsop(), book, kNow);
  CHECK(told(routing) == Ids{"coordinator.desk", "north.deputy", "south.sec"});
}

TEST_CASE("Asking again after telling gives nothing and new facts give the new ones only") {
  AnIncident incident;
  incident.Of("egedal").WithCodes(FactId::affected_parties, {"furesoe"});
  const Routing first = route(incident, muni(), muni_book(), kNow);
  REQUIRE(first.tell.size() == 5);
  REQUIRE(first.missing.size() == 1);
  carry_out(incident, first);
  const Routing again = route(incident, muni(), muni_book(), kNow);
  CHECK(again.tell.empty());
  CHECK(again.missing.empty());

  incident.WithCodes(FactId::affected_parties, {"furesoe", "herning"});
  CHECK(told(route(incident, muni(), muni_book(), kNow)) == Ids{"herning.dpo"});
  CHECK(told(everyone_concerned(incident, muni(), muni_book(), kNow)).size() == 6);
}

TEST_CASE("Nobody is told twice in one routing and every rule is named") {
  // The fallback of M3.affected is told by M3.system-owner as well.
  const Routing routing =
      route(AnIncident().Of("egedal").WithCodes(FactId::affected_parties, {"furesoe"}), muni(), muni_book(), kNow);
  CHECK(told(routing) == Ids{"egedal.leader", "egedal.dpo", "owner.desk", "owner.dpo", "owner.citizens"});
  CHECK(summons(routing, "owner.desk").rule == "M3.affected");
  CHECK(summons(routing, "owner.desk").rules == Ids{"M3.affected", "M3.system-owner"});
}

TEST_CASE("The same mail under another rule is not sent again but another mail is") {
  AnIncident incident;
  incident.Of("egedal").With(FactId::others_affected, "no").Told("egedal.dpo", "egedal", "M4.affected");
  CHECK(std::ranges::count(told(route(incident, muni(), muni_book(), kNow)), "egedal.dpo") == 0);
  Procedure other_words = muni();
  other_words.contact_rules[1].message = "mail.own-dpo";
  CHECK(std::ranges::count(told(route(incident, other_words, muni_book(), kNow)), "egedal.dpo") == 1);
}

TEST_CASE("A rule for confirmed breaches waits for the confirmation") {
  // M2; not asked yet is doubt, and doubt informs (D3)
  Procedure procedure = dsop();
  procedure.contact_rules = {{"confirmed", 1, {{}, {}, true}, procedure.contact_rules[0].whom, "", "mail.confirmed"},
                             {"suspected", 2, {{}, {}, false}, procedure.contact_rules[0].whom, "", "mail.suspected"}};
  struct Row {
    Record record;
    Ids rules;
  };
  const Row rows[] = {
      {AnIncident().With(FactId::certainty, "suspected"), {"suspected"}},
      {AnIncident().With(FactId::certainty, "confirmed"), {"confirmed"}},
      {AnIncident(), {"confirmed", "suspected"}},
      {AnIncident().With(FactId::certainty, "suspected").Then(event::SuspicionSettled{true, words("seen")}),
       {"confirmed"}},
  };
  for (const Row& row : rows) {
    const Routing routing = route(row.record, procedure, dsop_book(), kNow);
    REQUIRE(routing.tell.size() == 1);
    CHECK(routing.tell[0].rules == row.rules);
  }
  AnIncident incident;
  incident.With(FactId::certainty, "suspected").Told("coordinator.desk", "coordinator", "suspected");
  CHECK(route(incident, procedure, dsop_book(), kNow).tell.empty());
  incident.Then(event::SuspicionSettled{true, words("seen")});
  CHECK(route(incident, procedure, dsop_book(), kNow).tell.size() == 1);
}

TEST_CASE("Nobody is told of a breach that was none") {
  const Record records[] = {AnIncident().Of("agency").InState(State::withdrawn),
                            AnIncident().Of("agency").InState(State::no_breach),
                            AnIncident().Of("agency").Then(event::SuspicionSettled{false, words("a drill")})};
  for (const Record& record : records) CHECK(route(record, dsop(), dsop_book(), kNow).tell.empty());
}

TEST_CASE("An entry overdue for confirmation is told and marked") {
  // D6
  ContactBook book = dsop_book();
  book.contacts[6].confirmed_on = day("2026-01-01");
  book.contacts[3].confirmed_on.reset();
  const Routing routing = route(AnIncident().Of("agency").With(FactId::nature, "security"), dsop(), book, kNow);
  CHECK(summons(routing, "south.sec").stale);
  CHECK(summons(routing, "north.sec").stale);
  CHECK_FALSE(summons(routing, "coordinator.desk").stale);
}

TEST_CASE("Every combination of facts tells somebody and gives a listed reason") {
  const char* const natures[] = {"security", "privacy", "both", "unknown"};
  const char* const others[] = {"yes", "no", "unknown"};
  const char* const parties[] = {"agency", "north", "coordinator", "elsewhere"};
  for (const char* nature : natures)
    for (const char* other : others)
      for (const char* party : parties) {
        CAPTURE(nature, other, party);
        const Routing routing =
            route(AnIncident().Of(party).With(FactId::nature, nature).With(FactId::others_affected, other), dsop(),
                  dsop_book(), kNow);
        CHECK_FALSE(routing.tell.empty());
        for (const Summons& each : routing.tell) {
          CHECK(std::ranges::find(kRoutingReasons, each.why) != kRoutingReasons.end());
          CHECK(std::ranges::count(routing.tell, each.contact, &Summons::contact) == 1);
        }
      }
}

}  // namespace
}  // namespace varsel::incident
