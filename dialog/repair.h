// The ways people leave the path, one function each: what they say in return, and the way on. Internal to dialog/.
#pragma once
#include <string_view>

#include "dialog/turn.h"

namespace varsel::dialog {

// Codes of the buttons that are not answers. Frozen: stored in conversations.
namespace option {
inline constexpr const char* kDontKnow = "do:dont_know";
inline constexpr const char* kSkip = "do:skip";
inline constexpr const char* kRefuse = "do:refuse";
inline constexpr const char* kHuman = "do:human";
inline constexpr const char* kKeep = "do:keep";        // the old value holds; leave it as it is
inline constexpr const char* kReplace = "do:replace";  // the new one holds
inline constexpr const char* kYes = "do:yes";
inline constexpr const char* kNo = "do:no";
inline constexpr const char* kHandIn = "do:hand_in";
inline constexpr const char* kChange = "do:change";
inline constexpr const char* kSame = "do:same";  // the same breach
inline constexpr const char* kNew = "do:new";    // another one
inline constexpr const char* kContinue = "do:continue";
inline constexpr std::string_view kEdit = "do:edit:";      // + name of a fact
inline constexpr std::string_view kLanguage = "do:lang:";  // + tag
inline constexpr std::string_view kTopic = "do:topic:";    // + code of vocabulary::kTopics
}  // namespace option

void undo(Turn& turn);
void back(Turn& turn);
void repeat(Turn& turn);
void why(Turn& turn);
void help(Turn& turn);
void define(Turn& turn, std::string_view topic);  // "" when it is not clear what is asked about
void show_summary(Turn& turn);
void dont_know(Turn& turn);
void skip(Turn& turn);
void refuse(Turn& turn);
void ask_confirm_restart(Turn& turn);
void restart(Turn& turn);
void ask_confirm_cancel(Turn& turn);
void cancel(Turn& turn);
void pause(Turn& turn);
void resume(Turn& turn);
// Before another report is talked about: this one goes to the adviser as far as it got; nothing of it waits.
void leave_report(Turn& turn);
void human(Turn& turn);
void submit(Turn& turn);
void status(Turn& turn);
void change_language(Turn& turn);  // to the one named in the message, else asks which
void switch_language(Turn& turn, Locale locale);
// Of the button that chooses a language; nothing when it is another button.
[[nodiscard]] std::optional<Locale> language_pressed(std::string_view code);
void smalltalk(Turn& turn);
void decline(Turn& turn);        // out of scope
void ask_for_words(Turn& turn);  // "yes" to "how could it happen?"
// The open question in its next wording, counted; after the third the fact is left open and the talk goes on.
void ask_in_other_words(Turn& turn);
void misunderstood(Turn& turn);
// After the third message in a row that answers nothing, what is in doubt or being changed stays as it was, and the
// talk goes on.
void insist_or_leave_it(Turn& turn);
void ask_which_line(Turn& turn);  // "that was wrong": which?
void nudge(Turn& turn);
void hand_over_silent(Turn& turn);

}  // namespace varsel::dialog
