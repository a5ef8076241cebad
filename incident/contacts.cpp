#include "incident/contacts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "incident/routing.h"

namespace varsel::incident {

namespace {

constexpr std::size_t kLongestAddress = 254;   // RFC 5321 4.5.3.1.3, without the angle brackets
constexpr std::size_t kLongestLocalPart = 64;  // RFC 5321 4.5.3.1.1
constexpr std::array<std::string_view, 2> kLists{"security", "privacy"};

bool letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 5321 Dot-string; quoted local parts exist on paper only.
bool dot_atoms(std::string_view text, std::string_view also) {
  char before = '.';
  for (const char c : text) {
    if (c == '.' ? before == '.' : !letter_or_digit(c) && also.find(c) == std::string_view::npos) return false;
    before = c;
  }
  return before != '.';
}

bool plausible(std::string_view address) {
  const auto at = address.find('@');
  if (at == std::string_view::npos || address.size() > kLongestAddress || at > kLongestLocalPart) return false;
  const std::string_view domain = address.substr(at + 1);
  return dot_atoms(address.substr(0, at), "!#$%&'*+-/=?^_`{|}~") && dot_atoms(domain, "-") &&
         domain.find('.') != std::string_view::npos;
}

}  // namespace

const Contact* ContactBook::find(const std::string& id) const {
  const auto found = std::ranges::find(contacts, id, &Contact::id);
  return found == contacts.end() ? nullptr : &*found;
}

bool reachable(const Contact& contact) {
  return plausible(contact.email.reveal());
}

bool on_list(const Contact& contact, std::string_view list) {
  return list.empty() || contact.list == "both" || contact.list == list;
}

bool overdue(const Contact& contact, const Procedure& procedure, CivilDate today) {
  return !contact.confirmed_on ||
         std::chrono::sys_days{today} - std::chrono::sys_days{*contact.confirmed_on} > procedure.contacts_stale_after;
}

std::vector<ContactFinding> check(const ContactBook& book, const Procedure& procedure, CivilDate today) {
  using Kind = ContactFinding::Kind;
  std::vector<ContactFinding> findings;
  const auto add = [&](Kind kind, const PartyId& party, std::string_view list, const std::string& contact) {
    findings.push_back({kind, party, std::string{list}, contact});
  };
  const auto check_entry = [&](const Contact& entry) {
    if (entry.email.reveal().empty())
      add(Kind::no_address, entry.party, entry.list, entry.id);
    else if (!reachable(entry))
      add(Kind::bad_address, entry.party, entry.list, entry.id);
    if (!entry.deputy.empty() && book.find(entry.deputy) == nullptr)
      add(Kind::unknown_deputy, entry.party, entry.list, entry.id);
    if (overdue(entry, procedure, today))
      add(entry.confirmed_on ? Kind::stale : Kind::never_confirmed, entry.party, entry.list, entry.id);
  };

  for (const Party& party : procedure.parties) {
    std::vector<const Contact*> entries;
    for (const Contact& entry : book.contacts)
      if (entry.party == party.id) entries.push_back(&entry);
    if (entries.empty()) {
      add(Kind::party_without_contact, party.id, "", "");
      continue;
    }
    for (const std::string_view list : kLists)
      if (std::ranges::none_of(entries, [&](const Contact* entry) { return on_list(*entry, list); }))
        add(Kind::party_without_contact, party.id, list, "");
    for (const Contact* entry : entries) check_entry(*entry);
  }
  for (const Contact& entry : book.contacts)
    if (find_party(procedure, entry.party) == nullptr) add(Kind::unknown_party, entry.party, entry.list, entry.id);
  return findings;
}

}  // namespace varsel::incident
