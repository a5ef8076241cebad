
#include "intents/understand.h"

namespace varsel::intents {

std::string_view to_string(Intent intent) {
  switch (intent) {
    case Intent::report_breach:
      return "report_breach";
    case Intent::suspect_phishing:
      return "suspect_phishing";
    case Intent::inform:
      return "inform";
    case Intent::correct:
      return "correct";
    case Intent::undo:
      return "undo";
    case Intent::back:
      return "back";
    case Intent::cancel:
      return "cancel";
    case Intent::start_over:
      return "start_over";
    case Intent::pause:
      return "pause";
    case Intent::resume:
      return "resume";
    case Intent::submit:
      return "submit";
    case Intent::skip:
      return "skip";
    case Intent::show_summary:
      return "show_summary";
    case Intent::repeat:
      return "repeat";
    case Intent::why:
      return "why";
    case Intent::ask_help:
      return "ask_help";
    case Intent::ask_definition:
      return "ask_definition";
    case Intent::status:
      return "status";
    case Intent::dont_know:
      return "dont_know";
    case Intent::yes:
      return "yes";
    case Intent::no:
      return "no";
    case Intent::human:
      return "human";
    case Intent::change_language:
      return "change_language";
    case Intent::smalltalk:
      return "smalltalk";
    case Intent::out_of_scope:
      return "out_of_scope";
  }
  return "out_of_scope";
}

std::optional<Intent> intent_from(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Intent::out_of_scope); ++i)
    if (to_string(static_cast<Intent>(i)) == name) return static_cast<Intent>(i);
  return std::nullopt;
}

std::string_view to_string(Kind kind) {
  switch (kind) {
    case Kind::breach_kind:
      return "breach_kind";
    case Kind::occurred:
      return "occurred";
    case Kind::ended:
      return "ended";
    case Kind::discovered:
      return "discovered";
    case Kind::time:
      return "time";
    case Kind::ongoing:
      return "ongoing";
    case Kind::data_category:
      return "data_category";
    case Kind::data_category_not:
      return "data_category_not";
    case Kind::data_subject:
      return "data_subject";
    case Kind::count:
      return "count";
    case Kind::count_unknown:
      return "count_unknown";
    case Kind::recipient:
      return "recipient";
    case Kind::contained:
      return "contained";
    case Kind::measure:
      return "measure";
    case Kind::encrypted:
      return "encrypted";
    case Kind::certainty:
      return "certainty";
    case Kind::consequence:
      return "consequence";
    case Kind::discoverer:
      return "discoverer";
    case Kind::others_affected:
      return "others_affected";
    case Kind::nature:
      return "nature";
    case Kind::system:
      return "system";
    case Kind::email:
      return "email";
    case Kind::phone:
      return "phone";
    case Kind::national_id:
      return "national_id";
    case Kind::card_or_account:
      return "card_or_account";
    case Kind::secret:
      return "secret";
    case Kind::language:
      return "language";
    case Kind::topic:
      return "topic";
    case Kind::field:
      return "field";
  }
  return "topic";
}

}  // namespace varsel::intents
