#include "bot/cli/cli.h"

#include <iostream>

namespace varsel::bot::cli {

int refuse(const Error& error) {
  std::cerr << error.detail << '\n';
  return 2;
}

int run(int argc, const char* const* argv) {
  CLI::App app("Varsel takes reports of security and personal-data breaches, and sees them through.", "varsel");
  app.require_subcommand(1);
  app.set_help_all_flag("--help-all", "Help of all commands");
  Action action;
  add_serve(app, action);
  add_chat(app, action);
  add_understand(app, action);
  add_deadline(app, action);
  add_playbook(app, action);
  add_contacts(app, action);
  add_log(app, action);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return action();
}

}  // namespace varsel::bot::cli
