// A playbook: a procedure as data. It holds the parties, the questions, the steps, the recipients, the group rules.
// Loaded from TOML (load.cpp), proved sound before use (check.h), drawn (graph.h). No expression language: conditions
// are a closed, typed vocabulary.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "incident/contacts.h"
#include "incident/procedure.h"
#include "incident/record.h"
#include "intents/understand.h"
#include "locales/catalog.h"

namespace varsel::dialog {

// When a question is asked. All that are set must hold. A fact that is not known yet makes a condition on it false.
struct Condition {
  incident::FactId fact{};
  std::vector<std::string> is;      // the choice is one of these
  std::vector<std::string> is_not;  // the choice is known and none of these
};

struct Choice {
  std::string code;   // stored
  std::string label;  // message id: "code.<list>.<code>" unless the playbook says otherwise
};

// A question asks for one fact. Its wordings are message ids derived from `text`: "<text>" the first time,
// "<text>.again" the second time, differently; "<text>.last" the third time, before the fact is marked open;
// "<text>.why" when asked why.
struct Question {
  std::string id;
  incident::FactId fact{};
  std::string text;  // message id, "ask.occurred"
  std::vector<Condition> when;
  std::vector<Choice> choices;  // buttons; a Choice fact accepts only these
  intents::Expecting expecting = intents::Expecting::free_text;
  bool mandatory = false;  // the fact is a field of the mandatory log
};

// A field of the mandatory log that no question asks for: who fills it.
struct FilledField {
  incident::FactId fact{};
  std::string by;  // "system": follows from what Varsel did; "adviser": a person decides it in the case work
};

struct Playbook {
  std::string name;             // "muni"
  std::string version;          // "2026-11"
  std::vector<Locale> locales;  // first is the organisation's own
  std::string title;            // message id of the name people see
  PartyId organisation;         // whose installation this is (may be overridden by configuration)
  incident::Procedure procedure;
  std::vector<Question> questions;           // in the order they are asked
  std::vector<FilledField> filled;           // the mandatory fields that are not asked for
  locales::Overlay texts;                    // the playbook's own
  std::string contacts_template;             // file beside the playbook
  std::chrono::minutes nudge_after{10};      // of silence
  std::chrono::minutes hand_over_after{30};  // of silence: the draft goes to the adviser as incomplete
};

// What is wrong in a file, and what would be right.
struct Finding {
  std::string file;
  int line = 0;
  int column = 0;
  std::string message;  // English, for the person who edits playbooks
};
std::string to_string(const Finding& finding);  // "muni.toml:12:5: ..."

struct Loaded {
  std::optional<Playbook> playbook;  // absent when there are findings
  std::vector<Finding> findings;
};
// Reads a playbook; file_name is for the findings.
[[nodiscard]] Loaded load_playbook(std::string_view toml, const std::string& file_name);

struct LoadedContacts {
  incident::ContactBook book;
  std::vector<Finding> findings;  // a book with findings must not be used
};
[[nodiscard]] LoadedContacts load_contacts(std::string_view toml, const std::string& file_name);
[[nodiscard]] std::string save_contacts(const incident::ContactBook& book);  // TOML, round trips

}  // namespace varsel::dialog
