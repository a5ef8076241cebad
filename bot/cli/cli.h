// The command line. Each command has a file; machine-readable ones read and write one JSON object a line.
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "base/result.h"

namespace varsel::bot::cli {

// The chosen command, to be run after parsing; returns the exit status: 0 done, 1 the answer is no (a check found
// something, a script differs), 2 the command could not be carried out.
using Action = std::function<int()>;

int run(int argc, const char* const* argv);

void add_serve(CLI::App& app, Action& action);
void add_chat(CLI::App& app, Action& action);
void add_understand(CLI::App& app, Action& action);
void add_deadline(CLI::App& app, Action& action);
void add_playbook(CLI::App& app, Action& action);
void add_contacts(CLI::App& app, Action& action);
void add_log(CLI::App& app, Action& action);

// Says on standard error what is wrong and what to do; returns 2.
int refuse(const Error& error);

}  // namespace varsel::bot::cli
