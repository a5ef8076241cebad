// Contact lists: who is reached in a breach (D2-D6, M8), and what is wrong with a list before it is needed.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.h"
#include "incident/procedure.h"

namespace varsel::incident {

struct Contact {
  std::string id;  // "egedal.dpo"
  PartyId party;
  std::string list;     // "security", "privacy" or "both"
  std::string role;     // "dpo", "leader", "it_security", "mailbox", "deputy" ...
  std::string title;    // a function, shown
  PersonalText name;    // person or mailbox; may be empty
  PersonalText email;   // may be empty: then the entry is missing
  PersonalText mobile;  // optional
  std::string deputy;   // id of the contact who stands in when this one is silent; may be empty
  std::optional<Locale> locale;
  std::optional<CivilDate> confirmed_on;
};

struct ContactBook {
  std::vector<Contact> contacts;
  [[nodiscard]] const Contact* find(const std::string& id) const;
};

// A mail can be sent to this entry: it has an address, and a plausible one (ASCII, one @, a domain with a dot).
[[nodiscard]] bool reachable(const Contact& contact);
// D3: stands on that list, or on both; "" is any list.
[[nodiscard]] bool on_list(const Contact& contact, std::string_view list);
// D6: never confirmed, or longer ago than the procedure allows.
[[nodiscard]] bool overdue(const Contact& contact, const Procedure& procedure, CivilDate today);

struct ContactFinding {
  enum class Kind {
    party_without_contact,
    no_address,
    stale,
    never_confirmed,
    unknown_party,
    unknown_deputy,
    bad_address
  };
  Kind kind;
  PartyId party;
  std::string list;     // the list it is missing from, or ""
  std::string contact;  // "" for a party without any
};
// Everything that would go wrong in a breach, in the order of the parties.
[[nodiscard]] std::vector<ContactFinding> check(const ContactBook& book, const Procedure& procedure, CivilDate today);

}  // namespace varsel::incident
