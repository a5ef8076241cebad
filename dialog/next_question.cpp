#include "dialog/next_question.h"

#include <algorithm>

namespace varsel::dialog {
namespace {

bool contains(const std::vector<std::string>& haystack, std::string_view needle) {
  return std::find(haystack.begin(), haystack.end(), needle) != haystack.end();
}

enum class Round { early, late, skipped };

}  // namespace

bool holds(const Condition& condition, const incident::Record& record) {
  std::vector<std::string> codes;
  if (const auto* code = record.known<std::string>(condition.fact)) {
    codes = {*code};
  } else if (const auto* several = record.known<incident::Codes>(condition.fact)) {
    codes = several->codes;
  } else {
    return false;
  }
  const auto among = [&codes](const std::vector<std::string>& list) {
    return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) { return contains(list, code); });
  };
  return (condition.is.empty() || among(condition.is)) && !among(condition.is_not);
}

bool applies(const Question& question, const incident::Record& record) {
  return std::all_of(question.when.begin(), question.when.end(),
                     [&](const Condition& condition) { return holds(condition, record); });
}

const Question* next_question(const Playbook& playbook, const incident::Record& record,
                              const std::vector<std::string>& skipped) {
  for (const Round round : {Round::early, Round::late, Round::skipped}) {
    for (const Question& question : playbook.questions) {
      const Round own = contains(skipped, question.id)       ? Round::skipped
                        : incident::info(question.fact).late ? Round::late
                                                             : Round::early;
      if (own == round && record.find(question.fact) == nullptr && applies(question, record)) return &question;
    }
  }
  return nullptr;
}

}  // namespace varsel::dialog
