#include "bot/operator_log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>

namespace varsel::bot {
namespace {

constexpr std::array kEntries{
    LogEntry{"server.started", Urgency::note, "The server listens.", "Nothing."},
    LogEntry{"server.stopped", Urgency::note, "The server was told to stop and has kept everything.", "Nothing."},
    LogEntry{"turn.broken", Urgency::act, "A message could not be handled; its sender was asked to send it again.",
             "Report it with the line of the log: it is a fault of the program."},
    LogEntry{"text.missing", Urgency::act, "A text could not be rendered and shows as {its.id}.",
             "Report it, or mend the playbook if the text is its own (varsel playbook check)."},
    LogEntry{"http.handler_failed", Urgency::act, "A request could not be handled; it was answered with an error.",
             "Report it with the line of the log: it is a fault of the program."},
    LogEntry{"outbox.unavailable", Urgency::act, "The outgoing messages cannot be read from the disk.",
             "Look at the disk: space, rights, health. Nothing is lost; sending goes on when the disk answers."},
    LogEntry{"outbox.not_settled", Urgency::act, "The outcome of a sending could not be kept.",
             "Look at the disk. The message is settled at the next start; idempotent ones may be sent twice."},
    LogEntry{"mail.misconfigured", Urgency::act, "The mail server refuses every mail: certificate, login or sender.",
             "Check the mail options of the configuration. Mails wait, and go out when it is right."},
    LogEntry{"timer.failed", Urgency::act, "Something that was due could not be done, and is tried again.",
             "Look at the disk; if the line repeats, report it."},
};

spdlog::logger& sink() {
  static const auto own = [] {
    auto made = spdlog::stderr_logger_mt("varsel");
    made->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %v", spdlog::pattern_time_type::utc);
    return made;
  }();
  return *own;
}

}  // namespace

std::span<const LogEntry> operator_log() {
  return kEntries;
}

void log_line(const std::string& line) {
  const auto id = line.substr(0, line.find(':'));
  const auto entry = std::find_if(kEntries.begin(), kEntries.end(), [&](const auto& each) { return each.id == id; });
  const bool act = entry == kEntries.end() || entry->urgency == Urgency::act;
  sink().info("{} {}", act ? "ACT " : "note", line);
  sink().flush();
}

}  // namespace varsel::bot
