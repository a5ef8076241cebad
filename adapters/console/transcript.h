// Transcripts: conversations written down, that people can read and a program can replay. The format is described in
// docs/transcripts.md.
#pragma once
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "adapters/console/chat.h"
#include "base/locale.h"
#include "base/result.h"
#include "base/time.h"

namespace varsel::adapters::console {

struct CommentRow {
  std::string text;
  bool operator==(const CommentRow&) const = default;
};
// Who speaks in the user rows that follow.
struct SpeakerRow {
  std::string who;
  bool operator==(const SpeakerRow&) const = default;
};
struct UserRow {
  std::string text;
  bool operator==(const UserRow&) const = default;
};
struct BotRow {
  std::string text;
  std::vector<std::string> buttons;  // labels
  bool operator==(const BotRow&) const = default;
};
// The clock goes on by a span, or to a moment.
struct TimeRow {
  std::variant<Millis, Instant> to;
  bool operator==(const TimeRow&) const = default;
};
// The last turn, or the time that passed, has queued this mail.
struct MailRow {
  std::string to;
  std::string subject;
  bool operator==(const MailRow&) const = default;
};
// The record now says this.
struct LogRow {
  std::string fact;
  std::string value;
  bool operator==(const LogRow&) const = default;
};
// The last turn, or the time that passed, has made this event.
struct EventRow {
  std::string name;
  bool operator==(const EventRow&) const = default;
};

struct Row {
  std::variant<CommentRow, SpeakerRow, UserRow, BotRow, TimeRow, MailRow, LogRow, EventRow> what;
  std::size_t line = 0;  // in the file, from 1
};

// How the stage is set. What is absent is the program's choice.
struct Header {
  std::optional<Instant> now;
  std::optional<Locale> locale;
  std::optional<std::string> playbook;
  std::optional<Zone> zone;
  std::optional<std::string> channel;
  std::optional<std::string> speaker;
};

struct Transcript {
  Header header;
  std::vector<Row> rows;
};

// Errors: invalid; the detail is "NAME:LINE: what is wrong".
Result<Transcript> read_transcript(std::istream& in, std::string_view name);

// In the form that read_transcript() reads. Reading and writing again gives the same text.
std::string write_transcript(const Transcript& transcript);

// What a transcript is played on, given by bot/.
struct Stage {
  std::function<Result<std::vector<Said>>()> open;  // begins the conversation: the greeting
  std::function<Result<std::vector<Said>>(const std::string& speaker, const PersonalText& text)> say;
  // What became due, and what Varsel said unasked to that speaker since.
  std::function<Result<std::vector<Said>>(const std::string& speaker, const TimeRow& time)> wait;
  std::function<std::vector<MailRow>()> mails;       // queued by the last open, say or wait
  std::function<std::vector<std::string>()> events;  // made by the last open, say or wait
  std::function<std::optional<std::string>(const std::string& fact)> fact;
};

// Plays the user and time rows and returns the transcript as it should have been written: every message of Varsel, and
// for each assertion what is the case. An assertion holds when its row comes back unchanged; mails and events that no
// row mentions are let pass. Errors: those of the stage.
Result<Transcript> replay(const Transcript& expected, const Stage& stage);

// Nothing if both say the same. Otherwise the differing rows with those around them: "-" was expected, "+" is the case.
std::optional<std::string> difference(std::string_view name, const Transcript& expected, const Transcript& actual);

}  // namespace varsel::adapters::console
