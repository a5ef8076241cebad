#include <unistd.h>

#include <fstream>
#include <iostream>

#include "bot/cli/cli.h"
#include "bot/house.h"
#include "bot/stage.h"
#include "storage/open.h"

namespace varsel::bot::cli {
namespace {

struct Arguments {
  std::string playbook;
  std::string locale;
  std::string script;
  std::string now;
  std::string data;
  std::string speaker = "reporter";
  bool record = false;
};

Result<std::unique_ptr<storage::Store>> open_store(const Arguments& arguments, const Outside& outside) {
  if (arguments.data.empty()) return storage::open_memory();
  const std::filesystem::path folder(arguments.data);
  const auto key_file = folder / storage::kTrialKeyFile;
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  if (!std::filesystem::exists(key_file))
    VARSEL_CHECK(storage::create_trial_key(key_file, Secret(outside.random(storage::MasterKey::kBytes))));
  VARSEL_TRY(const auto key, storage::MasterKey::load(key_file));
  return storage::open_sqlite(key, {.folder = folder});
}

int replay(const Arguments& arguments) {
  namespace console = adapters::console;
  std::ifstream in(arguments.script, std::ios::binary);
  if (!in) return refuse({ErrorCode::not_found, arguments.script + ": cannot be read"});
  const auto expected = console::read_transcript(in, arguments.script);
  if (!expected) return refuse(expected.error());
  const auto actual = play(*expected, arguments.playbook);
  if (!actual) return refuse({actual.error().code, arguments.script + ": " + actual.error().detail});
  const auto difference = console::difference(arguments.script, *expected, *actual);
  if (!difference) return 0;
  if (arguments.record) {
    std::ofstream(arguments.script, std::ios::binary) << console::write_transcript(*actual);
    std::cout << arguments.script << ": recorded\n";
    return 0;
  }
  std::cout << *difference;
  return 1;
}

int chat(const Arguments& arguments) {
  namespace console = adapters::console;
  if (!arguments.script.empty()) return replay(arguments);
  auto house = open_house({.playbook = arguments.playbook.empty() ? "muni" : arguments.playbook});
  if (!house) return refuse(house.error());
  const auto locale = arguments.locale.empty() ? std::optional(house->home()) : locale_from_tag(arguments.locale);
  if (!locale) return refuse({ErrorCode::invalid, arguments.locale + " is none of da, nb, nn, en"});
  const auto outside = real_outside();
  std::optional<Outside> own = outside;
  Instant start = outside.now();
  if (!arguments.now.empty()) {
    const auto now = parse_instant(arguments.now);
    if (!now) return refuse({ErrorCode::invalid, arguments.now + " is no ISO 8601 time with Z or an offset"});
    start = *now;
    own->now = [start] { return start; };
  }
  auto store = open_store(arguments, outside);
  if (!store) return refuse(store.error());
  NoMail mails;
  Stage stage(std::move(*house), std::move(*store), mails, own, start);
  auto greeting = stage.open(arguments.speaker, *locale);
  if (!greeting) return refuse(greeting.error());
  const console::Screen screen{.width = 80, .terminal = isatty(STDOUT_FILENO) == 1};
  const auto ended = console::chat(std::cin, std::cout, screen, *greeting,
                                   [&](const PersonalText& text) { return stage.say(arguments.speaker, text); });
  return ended ? 0 : refuse(ended.error());
}

}  // namespace

void add_chat(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("chat", "The conversation in the terminal");
  auto arguments = std::make_shared<Arguments>();
  command->add_option("--playbook", arguments->playbook, "Name of a shipped playbook, or a file");
  command->add_option("--locale", arguments->locale, "da, nb, nn or en");
  command->add_option("--script", arguments->script, "Replay this transcript and fail on any difference");
  command->add_flag("--record", arguments->record, "With --script: write what Varsel says into the transcript");
  command->add_option("--now", arguments->now, "The time it is, ISO 8601");
  command->add_option("--data", arguments->data, "Data folder; without it nothing is kept");
  command->add_option("--as", arguments->speaker, "Who writes: reporter, or the id of a contact");
  command->callback([&action, arguments] { action = [arguments] { return chat(*arguments); }; });
}

}  // namespace varsel::bot::cli
