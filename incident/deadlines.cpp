#include "incident/deadlines.h"

#include <algorithm>

#include "incident/working_time.h"

namespace varsel::incident {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::months;

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kGdpr = "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
constexpr std::string_view kNis2 = "https://eur-lex.europa.eu/eli/dir/2022/2555/oj";
constexpr CivilDate kGdprApplies{2018y, std::chrono::May, 25d};  // GDPR Art. 99(2)
// A directive binds through national law. Denmark: NIS 2-loven, Act 434 of 6 May 2025, in force 1 July 2025.
constexpr CivilDate kNis2Applies{2025y, std::chrono::July, 1d};

constexpr DeadlineRule kRules[]{
    {.id = "gdpr.33-1",
     .regime = "gdpr",
     .duty = "notify_authority",
     .start = DeadlineRule::Start::awareness,
     .hours = 72h,
     .months = months{0},
     .from = kGdprApplies,
     .until = std::nullopt,
     .article = "GDPR Art. 33(1)",
     .quote =
         "In the case of a personal data breach, the controller shall without undue delay and, where feasible, not "
         "later than 72 hours after having become aware of it, notify the personal data breach to the supervisory "
         "authority competent in accordance with Article 55, unless the personal data breach is unlikely to result "
         "in a risk to the rights and freedoms of natural persons.",
     .source = kGdpr},
    {.id = "nis2.23-4-a",
     .regime = "nis2",
     .duty = "early_warning",
     .start = DeadlineRule::Start::awareness,
     .hours = 24h,
     .months = months{0},
     .from = kNis2Applies,
     .until = std::nullopt,
     .article = "NIS2 Art. 23(4)(a)",
     .quote = "without undue delay and in any event within 24 hours of becoming aware of the significant incident, an "
              "early warning, which, where applicable, shall indicate whether the significant incident is suspected of "
              "being caused by unlawful or malicious acts or could have a cross-border impact",
     .source = kNis2},
    {.id = "nis2.23-4-b",
     .regime = "nis2",
     .duty = "incident_notification",
     .start = DeadlineRule::Start::awareness,
     .hours = 72h,
     .months = months{0},
     .from = kNis2Applies,
     .until = std::nullopt,
     .article = "NIS2 Art. 23(4)(b)",
     .quote = "without undue delay and in any event within 72 hours of becoming aware of the significant incident, an "
              "incident notification, which, where applicable, shall update the information referred to in point (a) "
              "and indicate an initial assessment of the significant incident, including its severity and impact, as "
              "well as, where available, the indicators of compromise",
     .source = kNis2},
    {.id = "nis2.23-4-d",
     .regime = "nis2",
     .duty = "final_report",
     .start = DeadlineRule::Start::notification,
     .hours = 0h,
     .months = months{1},
     .from = kNis2Applies,
     .until = std::nullopt,
     .article = "NIS2 Art. 23(4)(d)",
     .quote =
         "a final report not later than one month after the submission of the incident notification under point (b)",
     .source = kNis2},
};

// Regulation 1182/71 art. 3(1): the day of the event is not counted; art. 3(2)(c): a period of months ends "with the
// expiry of the last hour of whichever day in the last [...] month [...] falls on the same date, as the day from which
// the period runs", or of the last day of a month that has no such date. So a notification on 31 January, at any hour,
// gives until midnight after 28 February, by the clock of the place. Art. 3(4) would move an end on a Saturday, Sunday
// or holiday to the next working day: that grace is left out, so that no clock of ours is ever too late.
Instant months_after(Instant start, months count, const Zone& zone) {
  CivilDate day = date_of(zone.local(start)) + count;
  if (!day.ok()) day = CivilDate{day.year() / day.month() / std::chrono::last};
  return zone.earliest(midnight(day) + days{1});
}

bool in_force(const DeadlineRule& rule, CivilDate on) {
  return rule.from <= on && (!rule.until || on < *rule.until);
}

// When the notification that a later duty counts from must have been given at the latest.
Instant latest_notification(Instant aware_at, std::string_view regime, CivilDate rules_on) {
  Instant latest = aware_at;
  for (const DeadlineRule& rule : kRules)
    if (rule.regime == regime && rule.start == DeadlineRule::Start::awareness && in_force(rule, rules_on))
      latest = std::max(latest, aware_at + rule.hours);
  return latest;
}

}  // namespace

std::span<const DeadlineRule> deadline_rules() {
  return kRules;
}

std::vector<Deadline> deadlines(Instant aware_at, const Zone& zone, const std::vector<std::string>& regimes,
                                CivilDate rules_on, std::optional<Instant> notified_at) {
  std::vector<Deadline> found;
  for (const DeadlineRule& rule : kRules) {
    if (!in_force(rule, rules_on) || std::ranges::find(regimes, rule.regime) == regimes.end()) continue;
    const Instant start = rule.start == DeadlineRule::Start::awareness
                              ? aware_at
                              : notified_at.value_or(latest_notification(aware_at, rule.regime, rules_on));
    const Instant due = rule.months == months{0} ? start + rule.hours : months_after(start, rule.months, zone);
    found.push_back({rule.duty, due, rule.id, rule.source, rule.article, rule.quote});
  }
  std::ranges::stable_sort(found, {}, &Deadline::due);
  return found;
}

Readings readings(Instant aware_at, const Zone& zone, std::string_view country) {
  // Art. 3(5): "Any period of two days or more shall include at least two working days."
  constexpr int kWorkingDays = 2;
  constexpr hours kPeriod{72};
  const auto offset = zone.offset(aware_at);
  // Whole hours are those of the clock on the wall.
  const Instant counted_from = std::chrono::floor<hours>(aware_at + offset) - offset + hours{1};
  Readings found{.strict = aware_at + kPeriod, .hour_rounded = counted_from + kPeriod, .contested = {}};

  local_days day = std::chrono::ceil<days>(zone.local(counted_from));
  Instant end_of_day;
  for (int working = 0; working < kWorkingDays; day += days{1}) {
    if (!is_working_day(country, CivilDate{day})) continue;
    ++working;
    end_of_day = zone.earliest(day + days{1});
  }
  found.contested = std::max(found.hour_rounded, end_of_day);
  return found;
}

std::array<Reminder, 4> reminders(Instant aware_at) {
  const auto after = [&](hours count) { return Reminder{count, aware_at + count}; };
  return {after(24h), after(48h), after(60h), after(71h)};
}

bool needs_delay_reason(Instant aware_at, Instant at) {
  return at > aware_at + 72h;
}

}  // namespace varsel::incident
