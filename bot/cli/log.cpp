#include "incident/log.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/cli/cli.h"
#include "bot/house.h"
#include "bot/report.h"
#include "incident/receipt.h"
#include "storage/open.h"

namespace varsel::bot::cli {
namespace {

using nlohmann::json;

struct Arguments {
  std::string data = "varsel-data";
  std::string key;
  std::string playbook = "muni";
  std::string id;
  std::string format = "json";
  std::string locale;
  bool json_lines = false;
};

struct Archive {
  std::unique_ptr<storage::Store> store;
  House house;
  Locale locale;
};

Result<Archive> open_archive(const Arguments& arguments) {
  const std::filesystem::path folder(arguments.data);
  VARSEL_TRY(const auto key, storage::MasterKey::load(arguments.key.empty() ? folder / storage::kTrialKeyFile
                                                                            : std::filesystem::path(arguments.key)));
  VARSEL_TRY(auto store, storage::open_sqlite_to_read(key, {.folder = folder}));
  VARSEL_TRY(auto house, open_house({.playbook = arguments.playbook}));
  const auto locale =
      arguments.locale.empty() ? house.home() : locale_from_tag(arguments.locale).value_or(house.home());
  return Archive{std::move(store), std::move(house), locale};
}

Result<incident::Record> load(storage::Store& store, const IncidentId& id) {
  VARSEL_TRY(const auto events, store.events(id));
  return incident::fold(events);
}

int list(const Arguments& arguments) {
  auto archive = open_archive(arguments);
  if (!archive) return refuse(archive.error());
  const auto all = archive->store->incidents();
  if (!all) return refuse(all.error());
  for (const auto& listed : *all) {
    const auto record = load(*archive->store, listed.id);
    if (!record) return refuse(record.error());
    const auto summary = summary_json(listed.id, *record);
    if (arguments.json_lines)
      std::cout << summary.dump() << '\n';
    else
      std::cout << record->receipt.str() << "  " << summary["state"].get<std::string>() << "  "
                << iso(record->opened_at, archive->house.zone()) << "  "
                << in_words(archive->house, *record, incident::FactId::breach_kind, archive->locale) << '\n';
  }
  return 0;
}

Result<IncidentId> find(storage::Store& store, const std::string& id) {
  if (const auto receipt = incident::parse_receipt(id)) {
    VARSEL_TRY(const auto found, store.find_receipt(*receipt));
    if (found) return *found;
  }
  const IncidentId incident(id);
  if (store.events(incident)) return incident;
  return fail(ErrorCode::not_found, id + ": no such report; `varsel log list` shows them all");
}

int show(const Arguments& arguments) {
  auto archive = open_archive(arguments);
  if (!archive) return refuse(archive.error());
  const auto id = find(*archive->store, arguments.id);
  if (!id) return refuse(id.error());
  const auto record = load(*archive->store, *id);
  if (!record) return refuse(record.error());
  const auto outbox = archive->store->outbox(*id);
  if (!outbox) return refuse(outbox.error());
  if (arguments.json_lines) {
    std::cout << incident_json(archive->house, *id, *record, *outbox).dump() << '\n';
    return 0;
  }
  const auto& catalog = archive->house.catalog;
  for (const auto& row : incident::log_rows(*record)) {
    const auto value = in_words(archive->house, *record, row.fact, archive->locale);
    std::cout << row.field << ". "
              << catalog
                     .render({"code.fact." + std::string(incident::info(row.fact).name), {}}, archive->locale,
                             archive->house.zone())
                     .text
              << ": " << (value.empty() && row.entry != nullptr ? short_value(*row.entry) : value) << '\n';
  }
  return 0;
}

int export_log(const Arguments& arguments) {
  auto archive = open_archive(arguments);
  if (!archive) return refuse(archive.error());
  const auto all = archive->store->incidents();
  if (!all) return refuse(all.error());
  if (arguments.format == "csv") std::cout << csv_header(archive->house, archive->locale);
  for (const auto& listed : *all) {
    const auto record = load(*archive->store, listed.id);
    if (!record) return refuse(record.error());
    const auto outbox = archive->store->outbox(listed.id);
    if (!outbox) return refuse(outbox.error());
    if (arguments.format == "csv")
      std::cout << csv_row(archive->house, *record, archive->locale);
    else
      std::cout << incident_json(archive->house, listed.id, *record, *outbox).dump() << '\n';
  }
  return 0;
}

int verify(const Arguments& arguments) {
  const auto result = storage::verify_folder(arguments.data);
  if (!result) return refuse(result.error());
  if (result->first_bad) {
    std::cout << "broken at row " << *result->first_bad << ": " << result->what << '\n';
    return 1;
  }
  std::cout << "whole: " << result->rows << " rows, head " << result->head << '\n';
  return 0;
}

}  // namespace

void add_log(CLI::App& app, Action& action) {
  auto* log = app.add_subcommand("log", "The breach log; works beside a running server");
  log->require_subcommand(1);
  auto arguments = std::make_shared<Arguments>();
  const auto add = [&](const char* name, const char* help, int (*command)(const Arguments&)) {
    auto* sub = log->add_subcommand(name, help);
    sub->add_option("--data", arguments->data, "Data folder");
    sub->add_option("--master-key", arguments->key, "Key file; without it the trial key of the data folder");
    sub->add_option("--playbook", arguments->playbook, "Playbook whose words are used");
    sub->add_option("--locale", arguments->locale, "Language");
    sub->callback([&action, arguments, command] { action = [arguments, command] { return command(*arguments); }; });
    return sub;
  };
  add("list", "All reports, newest first", list)->add_flag("--json", arguments->json_lines, "One JSON object a line");
  auto* showing = add("show", "One report", show);
  showing->add_option("ID", arguments->id, "Receipt number or id")->required();
  showing->add_flag("--json", arguments->json_lines, "One JSON object: every fact with value, source words and turn");
  auto* exporting = add("export", "The whole log", export_log);
  exporting->add_option("--format", arguments->format, "json or csv")->check(CLI::IsMember({"json", "csv"}));
  add("verify", "Checks the chain of the audit log", verify);
}

}  // namespace varsel::bot::cli
