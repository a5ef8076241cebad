#include "incident/containment.h"

#include <set>

#include "base/vocabulary.h"
#include "tests/catch.h"
#include "tests/unit/incident/builders.h"

namespace varsel::incident {
namespace {

using namespace test;
using Steps = std::vector<std::string_view>;

AnIncident of(const char* kind) {
  return AnIncident().With(FactId::breach_kind, kind);
}

TEST_CASE("The first advice fits what was said") {
  // J2: "the advice fits the kind of breach"; D1: containment before any questionnaire
  struct Row {
    const char* said;
    Record record;
    Steps steps;
  };
  const Row rows[] = {
      {"nothing yet", AnIncident(), {"contain.general"}},
      {"something else", of("other"), {"contain.general"}},
      {"mail to the wrong person", of("misdirected_message"), {"contain.recall_mail", "contain.ask_recipient_delete"}},
      {"to nobody knows whom", of("misdirected_message").With(FactId::recipient, "unknown"), {"contain.recall_mail"}},
      {"recalled already",
       of("misdirected_message").WithCodes(FactId::measures, {"recalled"}),
       {"contain.ask_recipient_delete"}},
      {"asked to delete",
       of("misdirected_message").WithCodes(FactId::measures, {"recalled", "deletion_requested"}),
       {"contain.get_confirmation"}},
      {"deleted and confirmed",
       of("misdirected_message").WithCodes(FactId::measures, {"recipient_deleted"}),
       {"contain.already_contained"}},
      {"lost phone", of("lost_device"), {"contain.wipe_device", "contain.block_account", "contain.report_theft"}},
      {"lost phone, wiped",
       of("lost_device").WithCodes(FactId::measures, {"device_wiped"}),
       {"contain.block_account", "contain.report_theft", "contain.change_password"}},
      {"ransomware", of("malware_ransomware"), {"contain.isolate_machine", "contain.call_it", "contain.keep_evidence"}},
      {"phishing", of("phishing_credentials"), {"contain.change_password", "contain.block_account", "contain.call_it"}},
      {"on the web",
       of("web_exposure"),
       {"contain.remove_page", "contain.ask_search_engines", "contain.keep_evidence"}},
      {"stopped", of("web_exposure").With(FactId::contained, "yes"), {"contain.already_contained"}},
      {"stopped is not sure",
       of("excess_access").With(FactId::contained, "unknown"),
       {"contain.close_access", "contain.keep_evidence"}},
      {"a protected address",
       of("misdirected_message").WithCodes(FactId::data_categories, {"protected_address"}),
       {"contain.protected_address_urgent", "contain.recall_mail", "contain.ask_recipient_delete"}},
      {"a protected address, stopped",
       of("protected_address").With(FactId::contained, "yes"),
       {"contain.protected_address_urgent"}},
      {"passwords on the web",
       of("web_exposure").WithCodes(FactId::data_categories, {"credentials"}),
       {"contain.remove_page", "contain.change_password", "contain.ask_search_engines"}},
      {"passwords, changed",
       of("web_exposure")
           .WithCodes(FactId::data_categories, {"credentials"})
           .WithCodes(FactId::measures, {"password_changed"}),
       {"contain.remove_page", "contain.ask_search_engines", "contain.keep_evidence"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.said);
    CHECK(containment_steps(row.record) == row.steps);
  }
}

TEST_CASE("Every kind of breach has its own advice and every step is advised for something") {
  std::set<std::string_view> advised{containment_steps(AnIncident()).front()};
  for (const std::string_view kind : vocabulary::kBreachKinds) {
    CAPTURE(kind);
    const Steps first = containment_steps(AnIncident().With(FactId::breach_kind, std::string{kind}));
    CHECK_FALSE(first.empty());
    CHECK(first.size() <= kFirstSteps);
    CHECK((first.front() == "contain.general") == (kind == "other"));
    for (const char* measure : {"recalled", "deletion_requested", "recipient_deleted"})
      for (const std::string_view step : containment_steps(
               AnIncident().With(FactId::breach_kind, std::string{kind}).WithCodes(FactId::measures, {measure}), 99))
        advised.insert(step);
    for (const std::string_view step : containment_steps(AnIncident().With(FactId::breach_kind, std::string{kind}), 99))
      advised.insert(step);
  }
  for (const std::string_view step : kContainmentSteps) {
    CAPTURE(step);
    CHECK(advised.contains(step));
  }
  CHECK(advised.size() == kContainmentSteps.size());
}

TEST_CASE("What was done is never asked for again") {
  for (const std::string_view kind : vocabulary::kBreachKinds) {
    CAPTURE(kind);
    std::vector<std::string> everything{vocabulary::kMeasures.begin(), vocabulary::kMeasures.end()};
    const Steps left = containment_steps(
        AnIncident().With(FactId::breach_kind, std::string{kind}).WithCodes(FactId::measures, everything), 99);
    for (const std::string_view step : left)
      CHECK((step == "contain.keep_evidence" || step == "contain.ask_search_engines" ||
             step == "contain.stop_sharing" || step == "contain.already_contained" || step == "contain.general" ||
             step == "contain.protected_address_urgent"));
  }
}

TEST_CASE("There is always at least one step") {
  CHECK(containment_steps(of("lost_device"), 0).size() == 1);
  CHECK(containment_steps(of("lost_device"), 1) == Steps{"contain.wipe_device"});
}

}  // namespace
}  // namespace varsel::incident
