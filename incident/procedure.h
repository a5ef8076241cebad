// A procedure as an organisation follows it: parties, workflows, who is told, the emergency group, working hours.
// Playbooks (dialog/playbook.h) load it from TOML; routing, group and duties act on it. Data, no behaviour.
#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/locale.h"
#include "base/time.h"

namespace varsel::incident {

using Words = std::map<Locale, std::string>;

// Who somebody is in the procedure: "municipality", "system_owner", "supplier", "consumer", "provider", "coordinator".
struct Party {
  PartyId id;
  std::string role;
  Words name;
};

// Which contacts a rule tells. Closed vocabulary; every field must match.
struct Recipients {
  std::string role;        // role of the contact entry: "dpo", "leader", "it_security", "mailbox", "security", "any"...
  std::string party_role;  // role of the party; "" = any
  enum class Scope { own, affected, all } scope = Scope::all;  // own party, the affected parties, every party
  // security/privacy: that list. by_nature: the list(s) that fit the nature of the breach; doubt -> both (D3).
  enum class List { any, security, privacy, by_nature } list = List::any;
};

// When a contact rule holds. Closed vocabulary: all that are set must match.
struct RoutingWhen {
  std::optional<std::string> discoverer;  // code of the discoverer fact
  std::optional<bool> others_affected;    // true: also when in doubt (D3: doubt whether to inform -> inform)
  std::optional<bool> confirmed;
};

struct ContactRule {
  std::string id;  // shown in the log: "D4.consumer-tells-providers"
  int order = 0;   // who is told first
  RoutingWhen when;
  Recipients whom;
  std::string fallback;  // contact entry id told when nobody matches (M8)
  std::string message;   // message id of the mail: "mail.contact"
};

// What marks a step of a workflow as done. Closed vocabulary.
enum class DoneWhen {
  contacts_told,
  contained,
  measures_recorded,
  cause_recorded,
  logged,
  authority_assessed,
  dpo_told,
  filed,
  by_person
};
struct Step {
  std::string id;
  std::string role;  // of the party that does it
  Words duty;
  std::vector<std::string> contact_rules;  // ids of the rules this step uses
  DoneWhen done_when = DoneWhen::by_person;
};
struct Workflow {
  std::string id;
  std::string discoverer;  // the code that chooses it
  std::vector<Step> steps;
};

struct WorkingHours {
  std::string holidays;  // "DK", "NO" or "": which public holidays
  std::chrono::minutes opens{8 * 60};
  std::chrono::minutes closes{16 * 60};
  unsigned weekdays = 0b0011111;  // bit 0 Monday
};

// The emergency group (D7-D10). Not every procedure has one.
struct GroupRules {
  bool summoned = false;
  std::string coordinator;  // party role that summons
  Recipients attendees;
  std::chrono::minutes notice{60};  // from the summons to the earliest start
  std::chrono::minutes length{45};
  std::chrono::minutes answer_within{30};  // of working time; then the deputy, then the next contact
  std::chrono::hours status_every{24};
};

struct Procedure {
  std::string name;
  Zone zone = Zone::utc();
  WorkingHours hours;
  std::vector<Party> parties;
  std::vector<Workflow> workflows;
  std::vector<ContactRule> contact_rules;
  GroupRules group;
  std::vector<std::string> regimes;  // "gdpr", "nis2": which clocks run
  std::chrono::hours contacts_stale_after{24 * 180};
};

}  // namespace varsel::incident
