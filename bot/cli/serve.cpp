#include <csignal>
#include <iostream>

#include "bot/cli/cli.h"
#include "bot/config.h"
#include "bot/operator_log.h"
#include "bot/server.h"

namespace varsel::bot::cli {
namespace {

struct Arguments {
  std::string config;
  std::string data;
  std::string playbook;
  int port = -1;
};

Result<Config> configuration(const Arguments& arguments) {
  Config config;
  if (!arguments.config.empty()) {
    VARSEL_TRY(config, load_config(arguments.config));
  }
  if (!arguments.data.empty()) config.data = arguments.data;
  if (!arguments.playbook.empty()) config.playbook = arguments.playbook;
  if (arguments.port >= 0) config.port = static_cast<std::uint16_t>(arguments.port);
  return config;
}

int serve(const Arguments& arguments) {
  const auto config = configuration(arguments);
  if (!config) return refuse(config.error());
  // Blocked before any thread starts, so that only the wait below takes them.
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  sigaddset(&stop, SIGINT);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  auto server = start_server(*config, real_outside());
  if (!server) return refuse(server.error());
  std::cout << (*server)->greeting() << std::endl;
  int signal = 0;
  sigwait(&stop, &signal);
  server->reset();
  log_line("server.stopped");
  return 0;
}

}  // namespace

void add_serve(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("serve", "The server; a new data folder is prepared as a trial");
  auto arguments = std::make_shared<Arguments>();
  command->add_option("--config", arguments->config, "Configuration file; without it a trial");
  command->add_option("--data", arguments->data, "Data folder");
  command->add_option("--port", arguments->port, "Port; 0 takes a free one")->check(CLI::Range(0, 65535));
  command->add_option("--playbook", arguments->playbook, "Name of a shipped playbook, or a file");
  command->callback([&action, arguments] { action = [arguments] { return serve(*arguments); }; });
}

}  // namespace varsel::bot::cli
