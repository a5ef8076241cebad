// Builders for the tests of the core: an incident told event by event, and two small procedures after the model of the
// municipalities' (three workflows, M1) and the banks' (two lists and a group, D3, D7).
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "incident/contacts.h"
#include "incident/procedure.h"
#include "incident/record.h"

namespace varsel::incident::test {

inline Zone zone(std::string_view iana) {
  return Zone::find(iana).value();
}
inline Instant at(std::string_view iso_text) {
  return parse_instant(iso_text).value();
}
inline LocalTime wall(std::string_view iso_text) {
  return parse_local(iso_text).value();
}
inline CivilDate day(std::string_view iso_text) {
  return date_of(wall(iso_text));
}
inline PersonalText words(std::string text) {
  return PersonalText{std::move(text)};
}

// Every step happens a minute after the one before, unless At() says otherwise.
class AnIncident {
 public:
  AnIncident() { OpenedAt(at("2026-11-16T09:00:00Z")); }

  AnIncident& OpenedAt(Instant now) {
    events_.clear();
    opened_at_ = now;
    now_ = now + std::chrono::minutes{1};
    opened_ = event::Opened{.receipt = ReceiptNumber{"V-2026-2222-2"},
                            .playbook = "test",
                            .organisation = PartyId{"egedal"},
                            .zone = "Europe/Copenhagen",
                            .locale = Locale::da,
                            .channel = "console",
                            .conversation = ConversationId{"c1"}};
    return *this;
  }
  AnIncident& Of(std::string party) {
    opened_.organisation = PartyId{std::move(party)};
    return *this;
  }
  AnIncident& In(std::string iana) {
    opened_.zone = std::move(iana);
    return *this;
  }
  AnIncident& At(Instant now) {
    now_ = now;
    return *this;
  }
  AnIncident& Then(EventBody body) {
    events_.push_back({now_, PersonId{"console"}, std::move(body)});
    now_ += std::chrono::minutes{1};
    return *this;
  }
  AnIncident& Stated(FactId fact, Fact entry) { return Then(event::FactStated{fact, std::move(entry)}); }
  AnIncident& With(FactId fact, FactValue value) {
    return Stated(
        fact, {.status = FactStatus::known, .value = std::move(value), .reason = {}, .ask_again_at = {}, .source = {}});
  }
  AnIncident& With(FactId fact, const char* code) { return With(fact, FactValue{std::string{code}}); }
  AnIncident& WithCodes(FactId fact, std::vector<std::string> codes) {
    std::ranges::sort(codes);
    return With(fact, Codes{std::move(codes), {}});
  }
  AnIncident& NotKnownYet(FactId fact, std::string reason, std::optional<Instant> ask_again_at) {
    return Stated(fact, {.status = FactStatus::not_known_yet,
                         .value = {},
                         .reason = std::move(reason),
                         .ask_again_at = ask_again_at,
                         .source = {}});
  }
  AnIncident& Refused(FactId fact) {
    return Stated(fact, {.status = FactStatus::refused, .value = {}, .reason = {}, .ask_again_at = {}, .source = {}});
  }
  AnIncident& NotApplicable(FactId fact) {
    return Stated(fact,
                  {.status = FactStatus::not_applicable, .value = {}, .reason = {}, .ask_again_at = {}, .source = {}});
  }
  AnIncident& Told(std::string contact, std::string party, std::string rule) {
    return Then(event::ContactTold{std::move(contact), "both", PartyId{std::move(party)}, std::move(rule), "key"});
  }
  AnIncident& InState(State state) { return Then(event::StateChanged{state, ""}); }
  AnIncident& Decided(std::string_view duty, std::string_view outcome, std::string reason = "because") {
    return Then(event::DecisionTaken{std::string{duty}, std::string{outcome}, words(std::move(reason))});
  }
  // All nine fields of the mandatory log (M6).
  AnIncident& WithACompleteLog() {
    With(FactId::occurred, When{wall("2026-11-16T09:30"), wall("2026-11-16T09:31"), Precision::minute});
    With(FactId::notified, When{wall("2026-11-16T10:10"), wall("2026-11-16T10:11"), Precision::minute});
    With(FactId::what_happened, words("A list went to the wrong clinic."));
    With(FactId::cause, words("The address was completed by the mail program."));
    WithCodes(FactId::data_categories, {"name", "health"});
    With(FactId::affected, Count{43, 47, true});
    WithCodes(FactId::consequences, {"private_life"});
    WithCodes(FactId::measures, {"recipient_deleted"});
    return With(FactId::authority_notified, "no");
  }
  // Everything that closing asks of a breach that nobody has to be told of.
  AnIncident& ReadyToClose() {
    WithACompleteLog().With(FactId::certainty, "confirmed");
    Then(event::AwarenessSet{at("2026-11-16T09:00:00Z"), "reported"});
    return Decided("authority", "no").Decided("subjects", "no").InState(State::approved);
  }

  [[nodiscard]] std::vector<Event> events() const {
    std::vector<Event> all{{opened_at_, PersonId{"console"}, opened_}};
    all.insert(all.end(), events_.begin(), events_.end());
    return all;
  }
  [[nodiscard]] Record record() const { return fold(events()); }
  operator Record() const { return record(); }  // NOLINT: reads better in tables

 private:
  event::Opened opened_;
  Instant opened_at_;
  Instant now_;
  std::vector<Event> events_;
};

inline Contact entry(std::string id, std::string party, std::string list, std::string role) {
  Contact contact;
  contact.email = words(id + "@example.org");
  contact.id = std::move(id);
  contact.party = PartyId{std::move(party)};
  contact.list = std::move(list);
  contact.role = std::move(role);
  contact.confirmed_on = day("2026-10-01");
  return contact;
}

// Three municipalities, of which Furesø has no entry; the system owner with its DPO and two mailboxes (M3); the
// supplier.
inline Procedure muni() {
  using Scope = Recipients::Scope;
  using List = Recipients::List;
  Procedure procedure;
  procedure.name = "muni";
  procedure.zone = zone("Europe/Copenhagen");
  procedure.hours.holidays = "DK";
  procedure.parties = {{PartyId{"egedal"}, "municipality", {}},
                       {PartyId{"herning"}, "municipality", {}},
                       {PartyId{"furesoe"}, "municipality", {}},
                       {PartyId{"owner"}, "system_owner", {}},
                       {PartyId{"vendor"}, "supplier", {}}};
  const auto rule = [](std::string id, int order, RoutingWhen when, Recipients whom) {
    return ContactRule{std::move(id), order, std::move(when), std::move(whom), "owner.desk", "mail.contact"};
  };
  const RoutingWhen own{"own", {}, {}};
  const RoutingWhen own_others{"own", true, {}};
  const RoutingWhen owner{"system_owner", {}, {}};
  const RoutingWhen supplier{"supplier", {}, {}};
  procedure.contact_rules = {
      rule("M3.leader", 1, own, {"leader", "", Scope::own, List::any}),
      rule("M7.own-dpo", 2, own, {"dpo", "municipality", Scope::own, List::any}),
      rule("M3.affected", 3, own_others, {"dpo", "municipality", Scope::affected, List::any}),
      rule("M3.system-owner", 4, own, {"any", "system_owner", Scope::all, List::any}),
      rule("M4.affected", 1, owner, {"dpo", "municipality", Scope::affected, List::any}),
      rule("M4.supplier", 2, owner, {"any", "supplier", Scope::all, List::any}),
      rule("M5.system-owner", 1, supplier, {"any", "system_owner", Scope::all, List::any}),
  };
  const auto step = [](std::string id, std::string role, DoneWhen done, std::vector<std::string> rules) {
    return Step{std::move(id), std::move(role), {}, std::move(rules), done};
  };
  procedure.workflows = {
      {"municipality",
       "own",
       {step("tell", "municipality", DoneWhen::contacts_told,
             {"M3.leader", "M7.own-dpo", "M3.affected", "M3.system-owner"}),
        step("stop", "municipality", DoneWhen::contained, {}), step("link", "system_owner", DoneWhen::by_person, {}),
        step("cause", "supplier", DoneWhen::cause_recorded, {}),
        step("assess", "municipality", DoneWhen::authority_assessed, {}),
        step("log", "municipality", DoneWhen::logged, {}), step("dpo", "municipality", DoneWhen::dpo_told, {}),
        step("measures", "municipality", DoneWhen::measures_recorded, {}),
        step("file", "municipality", DoneWhen::filed, {})}},
      {"system_owner",
       "system_owner",
       {step("tell", "system_owner", DoneWhen::contacts_told, {"M4.affected", "M4.supplier"}),
        step("assess", "municipality", DoneWhen::authority_assessed, {})}},
      {"supplier", "supplier", {step("tell", "supplier", DoneWhen::contacts_told, {"M5.system-owner"})}},
  };
  return procedure;
}

inline ContactBook muni_book() {
  return {{entry("egedal.leader", "egedal", "both", "leader"), entry("egedal.dpo", "egedal", "both", "dpo"),
           entry("herning.dpo", "herning", "both", "dpo"), entry("owner.dpo", "owner", "both", "dpo"),
           entry("owner.desk", "owner", "both", "mailbox"), entry("owner.citizens", "owner", "both", "mailbox"),
           entry("vendor.desk", "vendor", "both", "mailbox")}};
}

// Two consumers, two providers, the coordinator; two lists.
inline Procedure dsop() {
  using Scope = Recipients::Scope;
  using List = Recipients::List;
  Procedure procedure;
  procedure.name = "dsop";
  procedure.zone = zone("Europe/Oslo");
  procedure.hours.holidays = "NO";
  procedure.parties = {{PartyId{"agency"}, "consumer", {}},
                       {PartyId{"directorate"}, "consumer", {}},
                       {PartyId{"north"}, "provider", {}},
                       {PartyId{"south"}, "provider", {}},
                       {PartyId{"coordinator"}, "coordinator", {}}};
  procedure.contact_rules = {
      {"D7.coordinator", 1, {}, {"any", "coordinator", Scope::all, List::any}, "", "mail.coordinator"},
      {"D4.consumer-tells-providers",
       2,
       {"consumer", true, {}},
       {"any", "provider", Scope::all, List::by_nature},
       "coordinator.desk",
       "mail.contact"},
      {"D4.provider-tells-consumers",
       2,
       {"provider", true, {}},
       {"any", "consumer", Scope::all, List::by_nature},
       "coordinator.desk",
       "mail.contact"},
  };
  procedure.group.summoned = true;
  procedure.group.coordinator = "coordinator";
  procedure.group.attendees = {"any", "", Scope::affected, List::by_nature};
  return procedure;
}

inline ContactBook dsop_book() {
  ContactBook book{
      {entry("agency.sec", "agency", "security", "security"), entry("agency.priv", "agency", "privacy", "dpo"),
       entry("directorate.both", "directorate", "both", "security"),
       entry("north.sec", "north", "security", "security"), entry("north.priv", "north", "privacy", "dpo"),
       entry("north.deputy", "north", "both", "deputy"), entry("south.sec", "south", "security", "security"),
       entry("south.priv", "south", "privacy", "dpo"), entry("coordinator.desk", "coordinator", "both", "mailbox")}};
  book.contacts[3].deputy = "north.deputy";
  return book;
}

}  // namespace varsel::incident::test
