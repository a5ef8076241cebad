// How questions and values are shown: which words belong to which fact. Internal to dialog/.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialog/turn.h"

namespace varsel::dialog {

// The list of base/vocabulary.h whose codes a Choice or Codes fact holds ("tri", "breach_kind" ...); "" when the fact
// holds parties or only words.
[[nodiscard]] std::string_view code_list(incident::FactId fact);

[[nodiscard]] locales::Argument fact_word(incident::FactId fact);  // "number of people affected"
// The value as one argument. Codes with words beside them show the codes; beside() gives the words.
[[nodiscard]] locales::Argument value_word(const Turn& turn, incident::FactId fact, const incident::FactValue& value);
// "<fact>: <value>", or that it is open or refused; `number` is the line's number when it is to be chosen by number.
[[nodiscard]] Message line(const Turn& turn, std::int64_t number, incident::FactId fact, const incident::Fact& entry);

// The question of the playbook with that id, or the one that asks for a fact although the playbook does not (it was
// volunteered and is being changed).
[[nodiscard]] std::optional<Question> find_question(const Playbook& playbook, std::string_view id);
[[nodiscard]] Question question_for(const Playbook& playbook, incident::FactId fact);
// The question being asked now.
[[nodiscard]] std::optional<Question> asked_question(const Turn& turn);
[[nodiscard]] std::optional<Question> asked_question(const State& state, const Playbook& playbook);

// The name of a party in the language of the talk; its id when the procedure does not know it.
[[nodiscard]] std::string party_name(const Turn& turn, const std::string& id);
// A party by its name in any language, somewhere in the text; every one that is named.
[[nodiscard]] std::vector<std::string> parties_in(std::string_view text, const incident::Procedure& procedure);

}  // namespace varsel::dialog
