#include <iostream>

#include "bot/cli/cli.h"
#include "bot/house.h"
#include "dialog/check.h"
#include "dialog/graph.h"

namespace varsel::bot::cli {
namespace {

struct Arguments {
  std::string file;
  std::string contacts;
  std::string format = "mermaid";
  std::string locale = "en";
};

int check(const Arguments& arguments) {
  const auto source = find_playbook(arguments.file);
  if (!source) return refuse(source.error());
  const auto loaded = dialog::load_playbook(source->text, source->name);
  for (const auto& finding : loaded.findings) std::cout << dialog::to_string(finding) << '\n';
  if (!loaded.playbook) return 1;
  incident::ContactBook book;
  if (!arguments.contacts.empty()) {
    auto opened = open_contacts(arguments.contacts, loaded.playbook->name);
    if (!opened) return refuse(opened.error());
    book = std::move(*opened);
  }
  const auto findings = dialog::check(*loaded.playbook, arguments.contacts.empty() ? nullptr : &book,
                                      locales::Catalog(loaded.playbook->texts));
  for (const auto& finding : findings) std::cout << source->name << ": " << dialog::to_string(finding) << '\n';
  if (!findings.empty()) return 1;
  std::cout << source->name << ": sound: " << loaded.playbook->questions.size() << " questions, "
            << loaded.playbook->procedure.workflows.size() << " workflows, "
            << loaded.playbook->procedure.contact_rules.size() << " contact rules\n";
  return 0;
}

int graph(const Arguments& arguments) {
  const auto playbook = open_playbook(arguments.file);
  if (!playbook) return refuse(playbook.error());
  const auto locale = locale_from_tag(arguments.locale);
  if (!locale) return refuse({ErrorCode::invalid, arguments.locale + " is none of da, nb, nn, en"});
  const locales::Catalog catalog(playbook->texts);
  std::cout << (arguments.format == "svg" ? dialog::svg(*playbook, catalog, *locale)
                                          : dialog::mermaid(*playbook, catalog, *locale));
  return 0;
}

}  // namespace

void add_playbook(CLI::App& app, Action& action) {
  auto* playbook = app.add_subcommand("playbook", "Proves playbooks sound, and draws them");
  playbook->require_subcommand(1);
  auto arguments = std::make_shared<Arguments>();
  auto* checking = playbook->add_subcommand("check", "Proves a playbook sound, or says what is wrong and where");
  checking->add_option("FILE", arguments->file, "Playbook file, or the name of a shipped one")->required();
  checking->add_option("--contacts", arguments->contacts, "Contact list: are the steps' recipients on it?");
  checking->callback([&action, arguments] { action = [arguments] { return check(*arguments); }; });
  auto* drawing = playbook->add_subcommand("graph", "Draws a playbook");
  drawing->add_option("FILE", arguments->file, "Playbook file, or the name of a shipped one")->required();
  drawing->add_option("--format", arguments->format, "mermaid or svg")->check(CLI::IsMember({"mermaid", "svg"}));
  drawing->add_option("--locale", arguments->locale, "Language of the drawing");
  drawing->callback([&action, arguments] { action = [arguments] { return graph(*arguments); }; });
}

}  // namespace varsel::bot::cli
