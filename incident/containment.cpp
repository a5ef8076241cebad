#include "incident/containment.h"

#include <algorithm>
#include <array>

namespace varsel::incident {

namespace {

// What must be true beside the kind of breach for a step to make sense.
enum class Only { always, recipient_can_be_asked, deletion_was_asked_for };

struct Row {
  std::string_view kind;
  std::string_view step;
  std::array<std::string_view, 3> done_by;  // any of these measures makes the step needless
  Only only = Only::always;
};

using enum Only;
// For each kind the most urgent first.
constexpr Row kRows[]{
    {"misdirected_message", "contain.recall_mail", {"recalled", "recipient_deleted"}},
    {"misdirected_message", "contain.get_confirmation", {"recipient_deleted", "retrieved"}, deletion_was_asked_for},
    {"misdirected_message",
     "contain.ask_recipient_delete",
     {"recipient_deleted", "deletion_requested", "retrieved"},
     recipient_can_be_asked},
    {"wrong_attachment", "contain.recall_mail", {"recalled", "recipient_deleted"}},
    {"wrong_attachment", "contain.get_confirmation", {"recipient_deleted"}, deletion_was_asked_for},
    {"wrong_attachment",
     "contain.ask_recipient_delete",
     {"recipient_deleted", "deletion_requested"},
     recipient_can_be_asked},
    {"cc_bcc", "contain.recall_mail", {"recalled", "recipient_deleted"}},
    {"cc_bcc", "contain.get_confirmation", {"recipient_deleted"}, deletion_was_asked_for},
    {"cc_bcc", "contain.ask_recipient_delete", {"recipient_deleted", "deletion_requested"}, recipient_can_be_asked},
    {"insecure_email", "contain.stop_sharing", {"recalled"}},
    {"insecure_email", "contain.get_confirmation", {"recipient_deleted"}, deletion_was_asked_for},
    {"insecure_email",
     "contain.ask_recipient_delete",
     {"recipient_deleted", "deletion_requested"},
     recipient_can_be_asked},
    {"protected_address", "contain.recall_mail", {"recalled", "recipient_deleted"}},
    {"protected_address", "contain.get_confirmation", {"recipient_deleted", "retrieved"}, deletion_was_asked_for},
    {"protected_address",
     "contain.ask_recipient_delete",
     {"recipient_deleted", "deletion_requested", "retrieved"},
     recipient_can_be_asked},
    {"lost_device", "contain.wipe_device", {"device_wiped", "retrieved"}},
    {"lost_device", "contain.block_account", {"account_blocked", "retrieved"}},
    {"lost_device", "contain.report_theft", {"police_reported", "retrieved"}},
    {"lost_device", "contain.change_password", {"password_changed", "account_blocked", "retrieved"}},
    {"lost_paper", "contain.retrieve_paper", {"retrieved", "shredded"}},
    {"lost_paper", "contain.report_theft", {"police_reported", "retrieved", "shredded"}},
    {"web_exposure", "contain.remove_page", {"page_removed", "access_closed"}},
    {"web_exposure", "contain.ask_search_engines", {}},
    {"web_exposure", "contain.keep_evidence", {}},
    {"excess_access", "contain.close_access", {"access_closed"}},
    {"excess_access", "contain.keep_evidence", {}},
    {"snooping", "contain.close_access", {"access_closed", "account_blocked"}},
    {"snooping", "contain.keep_evidence", {}},
    {"phishing_credentials", "contain.change_password", {"password_changed", "account_blocked"}},
    {"phishing_credentials", "contain.block_account", {"account_blocked"}},
    {"phishing_credentials", "contain.call_it", {"it_informed"}},
    {"phishing_credentials", "contain.keep_evidence", {}},
    {"malware_ransomware", "contain.isolate_machine", {"isolated"}},
    {"malware_ransomware", "contain.call_it", {"it_informed"}},
    {"malware_ransomware", "contain.keep_evidence", {}},
    {"intrusion", "contain.isolate_machine", {"isolated"}},
    {"intrusion", "contain.call_it", {"it_informed"}},
    {"intrusion", "contain.block_account", {"account_blocked"}},
    {"intrusion", "contain.keep_evidence", {}},
    {"outage", "contain.call_it", {"it_informed", "vendor_informed", "restored"}},
    {"outage", "contain.use_emergency_plan", {"restored"}},
    {"data_corrupted", "contain.stop_changes", {"restored", "corrected"}},
    {"data_corrupted", "contain.call_it", {"it_informed", "vendor_informed"}},
    {"data_corrupted", "contain.keep_evidence", {}},
    {"verbal_disclosure", "contain.ask_secrecy", {"contacted_recipient"}, recipient_can_be_asked},
    {"verbal_disclosure", "contain.stop_sharing", {}},
};

bool names(const Record& record, FactId fact, std::string_view code) {
  const auto* const stated = record.known<Codes>(fact);
  return stated != nullptr && std::ranges::find(stated->codes, code) != stated->codes.end();
}

bool measure(const Record& record, std::string_view code) {
  return !code.empty() && names(record, FactId::measures, code);
}

bool makes_sense(const Row& row, const Record& record) {
  switch (row.only) {
    case always:
      break;
    case recipient_can_be_asked:
      if (record.choice(FactId::recipient) == "unknown") return false;
      break;
    case deletion_was_asked_for:
      if (!measure(record, "deletion_requested")) return false;
      break;
  }
  return std::ranges::none_of(row.done_by, [&](std::string_view code) { return measure(record, code); });
}

}  // namespace

std::vector<std::string_view> containment_steps(const Record& record, std::size_t limit) {
  const std::string_view kind = record.choice(FactId::breach_kind);
  const bool contained = record.choice(FactId::contained) == "yes";
  std::vector<std::string_view> steps;

  // Somebody may be in physical danger: urgent even when the leak itself has been stopped.
  if (kind == "protected_address" || names(record, FactId::data_categories, "protected_address"))
    steps.push_back("contain.protected_address_urgent");
  bool known_kind = false;
  for (const Row& row : kRows) {
    if (row.kind != kind) continue;
    known_kind = true;
    if (!contained && makes_sense(row, record)) steps.push_back(row.step);
  }
  // Passwords that were seen open other doors, whatever the kind of breach.
  if (names(record, FactId::data_categories, "credentials") && !measure(record, "password_changed") &&
      !measure(record, "account_blocked") && std::ranges::find(steps, "contain.change_password") == steps.end())
    steps.insert(steps.begin() + std::min<std::ptrdiff_t>(std::ssize(steps), 1), "contain.change_password");

  if (steps.empty()) steps.push_back(contained || known_kind ? "contain.already_contained" : "contain.general");
  if (steps.size() > std::max<std::size_t>(limit, 1)) steps.resize(std::max<std::size_t>(limit, 1));
  return steps;
}

}  // namespace varsel::incident
