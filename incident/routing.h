// Routing: the kind of breach x who discovered it x who else must act -> which contact list, whom, in what order, why.
//
// D3: both kinds of breach -> both lists; one kind -> that list alone; doubt about the kind -> both; doubt about
// whether to inform -> inform. D4: discovered by a consumer -> the providers; by a provider -> the consumers. M3-M5:
// who tells whom in each workflow. Which rules there are is the playbook's business; how they match is decided here.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "incident/contacts.h"
#include "incident/procedure.h"
#include "incident/record.h"

namespace varsel::incident {

struct Summons {
  std::string contact;
  std::string list;  // "security", "privacy" or "both": where the entry stands
  PartyId party;
  std::string rule;                // the first rule that names this contact
  std::vector<std::string> rules;  // every rule that does: record one event::ContactTold for each
  int order = 0;
  std::string_view why;   // one of kRoutingReasons
  std::string message;    // message id of the mail
  bool fallback = false;  // told in place of somebody who cannot be reached
  bool stale = false;     // the entry is overdue for confirmation (D6): tell the adviser
};

// Somebody who should have been told has no usable entry (M8): a loud warning, once per rule, party and list.
struct MissingContact {
  std::string list;
  PartyId party;  // empty: it is not known which party (nobody named an affected one)
  std::string rule;
  std::string fallback;  // contact told instead; "" when there is none
};

struct Routing {
  std::vector<Summons> tell;  // in the order to tell them; no contact twice
  std::vector<MissingContact> missing;
};

// The message ids that say why somebody is told.
inline constexpr std::array<std::string_view, 9> kRoutingReasons{
    "routing.fallback",         // the one who should be told has no entry
    "routing.inform_in_doubt",  // D3: doubt whether others must act
    "routing.nature_in_doubt",  // D3: doubt about the kind: both lists
    "routing.both_lists",       // D3: both kinds
    "routing.security_list",   "routing.privacy_list", "routing.own_party",
    "routing.affected_party",  "routing.every_party",
};

// Who has to be told now and has not been told yet. Nobody, once the suspicion was dismissed or the report withdrawn.
// Asking again after telling them gives nothing; a new fact (one more affected party) gives the new ones only.
[[nodiscard]] Routing route(const Record& record, const Procedure& procedure, const ContactBook& book, Instant now);

// The same, answering what-if: who would be told if nobody had been told yet ("show the contacts", D2).
[[nodiscard]] Routing everyone_concerned(const Record& record, const Procedure& procedure, const ContactBook& book,
                                         Instant now);

// Does the rule hold for this record? Where the record is in doubt, it does.
[[nodiscard]] bool applies(const RoutingWhen& when, const Record& record, const Procedure& procedure);

// Who the words of a rule mean.
struct Found {
  std::vector<const Contact*> contacts;  // into the book, in its order by party
  std::vector<MissingContact> missing;   // rule and fallback are empty
};
[[nodiscard]] Found find_recipients(const Recipients& whom, const Record& record, const Procedure& procedure,
                                    const ContactBook& book);

[[nodiscard]] const Party* find_party(const Procedure& procedure, const PartyId& id);
// The party the reporter belongs to: as stated, else the organisation of this installation.
[[nodiscard]] PartyId own_party(const Record& record);
// Who established the breach (M1, D4), a code of vocabulary::kDiscoverers: as stated, else by the role of the
// reporter's party; "" when in doubt.
[[nodiscard]] std::string discoverer(const Record& record, const Procedure& procedure);

}  // namespace varsel::incident
