// Draws a playbook, so that the people who own the procedure can see what Varsel will ask and whom it will tell.
#pragma once
#include <string>

#include "dialog/playbook.h"

namespace varsel::dialog {

// A Mermaid flowchart: the questions from the first message to handing in, with the conditions on the arrows, then one
// sub-graph per workflow with its steps, and the contact rules that each uses.
[[nodiscard]] std::string mermaid(const Playbook& playbook, const locales::Catalog& catalog, Locale locale);

// The same as one self-contained SVG image: questions from top to bottom on the left, workflows as lanes on the right.
// No script, no external reference; text is escaped.
[[nodiscard]] std::string svg(const Playbook& playbook, const locales::Catalog& catalog, Locale locale);

}  // namespace varsel::dialog
