#include <fstream>
#include <iostream>

#include "bot/cli/cli.h"
#include "bot/house.h"
#include "bot/outside.h"

namespace varsel::bot::cli {
namespace {

struct Arguments {
  std::string file;
  std::string playbook = "muni";
  std::string to;
};

std::string in_words(const incident::ContactFinding& finding) {
  using Kind = incident::ContactFinding::Kind;
  const auto list = finding.list.empty() ? "" : " on the " + finding.list + " list";
  switch (finding.kind) {
    case Kind::party_without_contact:
      return finding.party.str() + ": nobody" + list + "; add an entry";
    case Kind::no_address:
      return finding.contact + ": no e-mail" + list + "; nobody would be reached";
    case Kind::stale:
      return finding.contact + ": not confirmed for too long; ask whether it still holds";
    case Kind::never_confirmed:
      return finding.contact + ": never confirmed; ask whether it holds";
    case Kind::unknown_party:
      return finding.contact + ": the playbook has no party " + finding.party.str();
    case Kind::unknown_deputy:
      return finding.contact + ": its deputy is not on the list";
    case Kind::bad_address:
      return finding.contact + ": the e-mail address cannot be written to";
  }
  return {};
}

int check(const Arguments& arguments) {
  const auto playbook = open_playbook(arguments.playbook);
  if (!playbook) return refuse(playbook.error());
  const auto book = open_contacts(arguments.file, playbook->name);
  if (!book) return refuse(book.error());
  const auto today = date_of(playbook->procedure.zone.local(real_outside().now()));
  const auto findings = incident::check(*book, playbook->procedure, today);
  for (const auto& finding : findings) std::cout << in_words(finding) << '\n';
  std::cout << book->contacts.size() << " contacts, " << findings.size() << " findings\n";
  return findings.empty() ? 0 : 1;
}

// Reads a list, checks its form, and writes it to its place or to standard output in the one form Varsel keeps.
int copy(const Arguments& arguments, const std::string& from, const std::string& to) {
  const auto book = open_contacts(from, arguments.playbook);
  if (!book) return refuse(book.error());
  const auto text = dialog::save_contacts(*book);
  if (to.empty()) {
    std::cout << text;
    return 0;
  }
  const std::filesystem::path temporary = to + ".new";
  std::ofstream out(temporary, std::ios::binary);
  out << text;
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(temporary, to, error);
  if (!out || error) return refuse({ErrorCode::unavailable, to + ": cannot be written"});
  std::cout << book->contacts.size() << " contacts written to " << to << '\n';
  return 0;
}

}  // namespace

void add_contacts(CLI::App& app, Action& action) {
  auto* contacts = app.add_subcommand("contacts", "The contact lists: who is reached in a breach");
  contacts->require_subcommand(1);
  auto arguments = std::make_shared<Arguments>();
  const auto with_playbook = [arguments](CLI::App* command) {
    command->add_option("--playbook", arguments->playbook, "Playbook whose parties the list is for");
    return command;
  };
  auto* checking = with_playbook(contacts->add_subcommand("check", "Finds missing, stale and unusable entries"));
  checking->add_option("FILE", arguments->file, "Contact list; without it the playbook's demo list");
  checking->callback([&action, arguments] { action = [arguments] { return check(*arguments); }; });
  auto* importing = with_playbook(contacts->add_subcommand("import", "Checks a list and puts it in its place"));
  importing->add_option("FILE", arguments->file, "Contact list to read")->required();
  importing->add_option("--to", arguments->to, "File that procedure.contacts names")->required();
  importing->callback(
      [&action, arguments] { action = [arguments] { return copy(*arguments, arguments->file, arguments->to); }; });
  auto* exporting = with_playbook(contacts->add_subcommand("export", "Writes a list to standard output"));
  exporting->add_option("FILE", arguments->file, "Contact list; without it the playbook's demo list");
  exporting->callback([&action, arguments] { action = [arguments] { return copy(*arguments, arguments->file, ""); }; });
}

}  // namespace varsel::bot::cli
