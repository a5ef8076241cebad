#include "dialog/present.h"

#include <algorithm>

#include "dialog/fact_codes.h"
#include "incident/routing.h"

namespace varsel::dialog {

using incident::FactId;
using incident::FactType;
using locales::Argument;

namespace {

constexpr std::string_view kFactQuestion = "ask.";

// Case does not matter in a name. Letters of the three languages beyond ASCII: "Ø" is C3 98, "ø" is C3 B8, and so on.
std::string folded(std::string_view text) {
  std::string out{text};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c + 32);
    const bool accented_capital = i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3 && c >= 0x80 && c <= 0x9E;
    if (accented_capital) out[i] = static_cast<char>(c + 0x20);
  }
  return out;
}

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// As whole words; a genitive s may follow ("Egedals").
bool names(const std::string& text, const std::string& name) {
  if (name.empty()) return false;
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const auto end = at + name.size();
    const bool starts = at == 0 || !letter(text[at - 1]);
    const bool ends = end == text.size() || !letter(text[end]) ||
                      (text[end] == 's' && (end + 1 == text.size() || !letter(text[end + 1])));
    if (starts && ends) return true;
  }
  return false;
}

intents::Expecting expecting_for(FactId fact) {
  using intents::Expecting;
  switch (fact) {
    case FactId::data_categories:
      return Expecting::data_categories;
    case FactId::data_subjects:
      return Expecting::data_subjects;
    case FactId::breach_kind:
      return Expecting::breach_kind;
    case FactId::recipient:
      return Expecting::recipient;
    case FactId::measures:
      return Expecting::measures;
    case FactId::consequences:
      return Expecting::consequences;
    case FactId::discoverer:
      return Expecting::discoverer;
    case FactId::nature:
      return Expecting::nature;
    default:
      break;
  }
  switch (incident::info(fact).type) {
    case FactType::Time:
      return Expecting::time;
    case FactType::Number:
      return Expecting::count;
    case FactType::Choice:
      return Expecting::yes_no;
    case FactType::Codes:
    case FactType::Text:
      return Expecting::free_text;
  }
  return Expecting::free_text;
}

}  // namespace

std::string_view code_list(FactId fact) {
  switch (fact) {
    case FactId::breach_kind:
      return "breach_kind";
    case FactId::data_categories:
      return "data_category";
    case FactId::data_subjects:
      return "data_subject";
    case FactId::recipient:
      return "recipient";
    case FactId::measures:
      return "measure";
    case FactId::consequences:
      return "consequence";
    case FactId::discoverer:
      return "discoverer";
    case FactId::nature:
      return "nature";
    case FactId::certainty:
      return "certainty";
    case FactId::ongoing:
    case FactId::contained:
    case FactId::encrypted:
    case FactId::others_affected:
    case FactId::authority_notified:
      return "tri";
    default:
      return "";
  }
}

std::string party_name(const Turn& turn, const std::string& id) {
  const incident::Party* party = incident::find_party(turn.world.playbook.procedure, PartyId{id});
  if (party == nullptr || party->name.empty()) return id;
  const auto own = party->name.find(turn.state.locale);
  return own != party->name.end() ? own->second : party->name.begin()->second;
}

Argument fact_word(FactId fact) {
  return locales::CodeWord{"fact", std::string{incident::info(fact).name}};
}

Argument value_word(const Turn& turn, FactId fact, const incident::FactValue& value) {
  if (const auto* code = std::get_if<std::string>(&value)) {
    const auto list = code_list(fact);
    if (list.empty()) return party_name(turn, *code);
    return locales::CodeWord{std::string{list}, *code};
  }
  if (const auto* codes = std::get_if<incident::Codes>(&value)) {
    const auto list = code_list(fact);
    if (codes->codes.empty()) return codes->words.reveal();
    if (!list.empty()) return locales::CodeList{std::string{list}, codes->codes};
    std::string joined;
    for (const std::string& code : codes->codes) joined += (joined.empty() ? "" : ", ") + party_name(turn, code);
    return joined;
  }
  if (const auto* text = std::get_if<PersonalText>(&value)) return text->reveal();
  if (const auto* when = std::get_if<When>(&value)) return *when;
  return std::get<Count>(value);
}

Message line(const Turn& turn, std::int64_t number, FactId fact, const incident::Fact& entry) {
  Arguments arguments{{"number", number}, {"fact", fact_word(fact)}};
  switch (entry.status) {
    case incident::FactStatus::not_known_yet:
      return Message{"readback.line.open", arguments};
    case incident::FactStatus::refused:
      return Message{"readback.line.refused", arguments};
    case incident::FactStatus::not_applicable:
      return Message{"readback.line.not_applicable", arguments};
    case incident::FactStatus::known:
      break;
  }
  arguments.emplace_back("value", value_word(turn, fact, entry.value));
  const auto* codes = std::get_if<incident::Codes>(&entry.value);
  if (codes == nullptr || codes->codes.empty() || codes->words.reveal().empty())
    return Message{"readback.line", std::move(arguments)};
  arguments.emplace_back("words", codes->words.reveal());
  return Message{"readback.line.with_words", std::move(arguments)};
}

Question question_for(const Playbook& playbook, FactId fact) {
  const auto found = std::find_if(playbook.questions.begin(), playbook.questions.end(),
                                  [&](const Question& question) { return question.fact == fact; });
  if (found != playbook.questions.end()) return *found;
  Question question;
  question.id = std::string{kFactQuestion} + std::string{incident::info(fact).name};
  question.fact = fact;
  question.text = question.id;
  question.expecting = expecting_for(fact);
  // Parties are named, not chosen: there may be forty.
  if (incident::info(fact).type == FactType::Choice && !code_list(fact).empty())
    for (const std::string_view code : fact_codes(fact, playbook.procedure))
      question.choices.push_back(
          Choice{std::string{code}, "code." + std::string{code_list(fact)} + "." + std::string{code}});
  return question;
}

std::optional<Question> find_question(const Playbook& playbook, std::string_view id) {
  const auto found = std::find_if(playbook.questions.begin(), playbook.questions.end(),
                                  [&](const Question& question) { return question.id == id; });
  if (found != playbook.questions.end()) return *found;
  if (id.substr(0, kFactQuestion.size()) != kFactQuestion) return std::nullopt;
  const auto fact = incident::fact_from(id.substr(kFactQuestion.size()));
  return fact ? std::optional{question_for(playbook, *fact)} : std::nullopt;
}

std::optional<Question> asked_question(const State& state, const Playbook& playbook) {
  return state.asking.empty() ? std::nullopt : find_question(playbook, state.asking);
}
std::optional<Question> asked_question(const Turn& turn) {
  return asked_question(turn.state, turn.world.playbook);
}

std::vector<std::string> parties_in(std::string_view text, const incident::Procedure& procedure) {
  const std::string haystack = folded(text);
  std::vector<std::string> found;
  for (const incident::Party& party : procedure.parties) {
    const bool named = std::any_of(party.name.begin(), party.name.end(), [&](const auto& name) {
      if (names(haystack, folded(name.second))) return true;
      // "Bank A (example)" is called "Bank A".
      const auto bracket = name.second.find(" (");
      if (bracket != std::string::npos && names(haystack, folded(std::string_view{name.second}.substr(0, bracket))))
        return true;
      // "Egedal Kommune" is mostly called "Egedal".
      const auto first = std::string_view{name.second}.substr(0, name.second.rfind(' '));
      return party.role == "municipality" && names(haystack, folded(first));
    });
    if (named) found.push_back(party.id.str());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace varsel::dialog
