#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "dialog/load.h"
#include "dialog/load_toml.h"

namespace varsel::dialog {
namespace loading {
namespace {

using Name = std::string_view;

constexpr std::array<Name, 2> kTopKeys{"format", "contact"};
constexpr std::array<Name, 11> kContactKeys{"id",    "party",  "list",   "role",   "title",       "name",
                                            "email", "mobile", "deputy", "locale", "confirmed_on"};
constexpr std::array<TableKeys, 2> kContactsKeys{{{"", kTopKeys}, {"contact", kContactKeys}}};
constexpr std::array<Name, 3> kLists{"security", "privacy", "both"};
constexpr std::array<Name, 4> kLocaleNames{"da", "nb", "nn", "en"};

// As people write one: "+45 12 34 56 78", "(0)12-345". Only what a telephone understands, and enough of it.
bool is_phone(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 3 && digits <= 15 && text.find_first_not_of("0123456789+-() ") == Name::npos;
}

incident::Contact read_contact(Row& row) {
  incident::Contact contact;
  contact.id = row.text("id");
  contact.party = PartyId{row.text("party")};
  contact.list = row.one_of("list", kLists);
  contact.role = row.text("role");
  contact.title = row.text_or("title", "");
  contact.name = PersonalText{row.text_or("name", "")};
  contact.email = PersonalText{row.text_or("email", "")};
  contact.mobile = PersonalText{row.text_or("mobile", "")};
  contact.deputy = row.text_or("deputy", "");
  contact.locale = locale_from_tag(row.one_of_or("locale", kLocaleNames, ""));
  contact.confirmed_on = row.date("confirmed_on");
  // The findings do not repeat what is wrong: it may be somebody's address or number.
  if (!contact.email.reveal().empty() && !incident::reachable(contact))
    row.complain("email", "this is no e-mail address: must be as “mailbox@example.org”");
  if (!contact.mobile.reveal().empty() && !is_phone(contact.mobile.reveal()))
    row.complain("mobile", "this is no phone number: must be as “+45 12 34 56 78”");
  if (!contact.deputy.empty() && contact.deputy == contact.id) row.complain("deputy", "nobody is their own deputy");
  return contact;
}

void line(std::ostringstream& out, std::string_view key, const std::string& value, bool always = false) {
  if (always || !value.empty()) out << key << " = " << toml::value<std::string>{value} << '\n';
}

}  // namespace

std::span<const TableKeys> contacts_keys() {
  return kContactsKeys;
}

}  // namespace loading

LoadedContacts load_contacts(std::string_view toml, const std::string& file_name) {
  loading::Report report{file_name};
  LoadedContacts out;
  if (const auto root = loading::parse(toml, report)) {
    loading::Row top{report, *root, "a contact list", loading::kTopKeys};
    if (top.integer_or("format", 1, 1, 0) == 0 && !top.has("format"))
      top.complain("format", "a contact list needs “format = 1”");
    std::set<std::string> ids;
    for (const toml::table* table : top.tables("contact")) {
      loading::Row row{report, *table, "a contact", loading::kContactKeys};
      auto contact = loading::read_contact(row);
      if (!contact.id.empty() && !ids.insert(contact.id).second)
        row.complain("id", "there is already a contact “" + contact.id + "”");
      out.book.contacts.push_back(std::move(contact));
    }
  }
  out.findings = report.take();
  return out;
}

std::string save_contacts(const incident::ContactBook& book) {
  std::ostringstream out;
  out << "format = 1\n";
  for (const auto& contact : book.contacts) {
    out << "\n[[contact]]\n";
    loading::line(out, "id", contact.id);
    loading::line(out, "party", contact.party.str());
    loading::line(out, "list", contact.list);
    loading::line(out, "role", contact.role);
    // Blanks are written too: they are what somebody is asked to fill in.
    loading::line(out, "title", contact.title, /*always=*/true);
    loading::line(out, "name", contact.name.reveal(), /*always=*/true);
    loading::line(out, "email", contact.email.reveal(), /*always=*/true);
    loading::line(out, "mobile", contact.mobile.reveal(), /*always=*/true);
    loading::line(out, "deputy", contact.deputy);
    if (contact.locale) loading::line(out, "locale", std::string{tag(*contact.locale)});
    if (contact.confirmed_on) out << "confirmed_on = " << iso(*contact.confirmed_on) << '\n';
  }
  return out.str();
}

}  // namespace varsel::dialog
