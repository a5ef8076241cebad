// Case work by chat: what a contact or an adviser says to Varsel about one incident. A table of commands (words in four
// languages, and a slash form) decides who may give which, and what it does; adviser.cpp holds the rows.
//
// A contact sees what its task needs: kind, times, counts, categories, who was told. Never who reported, nor anything
// in the reporter's own words: those are for the adviser (C6, need to know).
#pragma once
#include <span>
#include <string_view>

#include "dialog/step.h"

namespace varsel::dialog {

// step() hands over every message while state.phase is Phase::case_work. Needs world.record; text that is no command is
// kept as a note on the case and confirmed. Buttons of this phase carry codes that begin with "case:".
[[nodiscard]] Decision case_step(const State& state, const input::Said& said, const World& world);

// What somebody reads who opens the link of a mail: where the case stands, and what may be said here.
[[nodiscard]] Decision case_greeting(const State& state, const World& world);

// The rows, for help and for the documentation.
struct CaseCommand {
  std::string_view id;       // "status"; the slash form is "/status"
  bool for_contact = false;  // who may give it
  bool for_adviser = false;
  std::string_view arguments;  // "" or what is expected, for the documentation: "NAME"
};
[[nodiscard]] std::span<const CaseCommand> case_commands();

}  // namespace varsel::dialog
