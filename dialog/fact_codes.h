// The codes that a fact can hold: what conditions and choices of a playbook may name.
#pragma once
#include <string_view>
#include <vector>

#include "incident/facts.h"
#include "incident/procedure.h"

namespace varsel::dialog {

// The list of base/vocabulary.h, yes/no/unknown, or the ids of the procedure's parties. Empty: the fact is a time, a
// number or words. The views are into the vocabulary or into the procedure.
[[nodiscard]] std::vector<std::string_view> fact_codes(incident::FactId fact, const incident::Procedure& procedure);

}  // namespace varsel::dialog
