// Working hours: when an organisation is open, in its own zone, with the public holidays of its country.
// For summoning, answering and reminding (D7, D8). Never for the 72 hours, which run through nights and holidays.
#pragma once
#include <chrono>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "incident/procedure.h"

namespace varsel::incident {

[[nodiscard]] CivilDate easter_sunday(std::chrono::year year);  // Gregorian

// Public holidays of "DK" or "NO" in a year, in order; empty for any other country.
// Denmark: Store bededag only until 2023, abolished from 2024 on. 1 May, 5 June, 24 and 31
// December are not public holidays there, though many offices close. Norway: 1 and 17 May are.
[[nodiscard]] std::vector<CivilDate> public_holidays(std::string_view country, std::chrono::year year);
[[nodiscard]] bool is_public_holiday(std::string_view country, CivilDate day);
// Monday to Friday and no public holiday: a working day in the sense of Regulation 1182/71 art. 2.
[[nodiscard]] bool is_working_day(std::string_view country, CivilDate day);

// All results are in open time: adding working time that ends exactly at closing gives the next opening.
// Hours that are never open (no weekday, or closing not after opening) count as always open, so that nobody waits for
// ever because of a slip in a playbook; the playbook check reports them.
class WorkingTime {
 public:
  WorkingTime(WorkingHours hours, Zone zone) : hours_(std::move(hours)), zone_(std::move(zone)) {}

  [[nodiscard]] bool is_open(Instant at) const;
  // `at` itself when that is open, else the next moment of opening.
  [[nodiscard]] Instant next_opening(Instant at) const;
  // The moment when that much open time has passed since `at`. Zero or less: next_opening(at).
  [[nodiscard]] Instant add_working(Instant at, std::chrono::minutes amount) const;
  // The earliest start at or after `at`, on a full quarter of an hour, for a meeting that ends before closing. A
  // meeting longer than a day of work starts at an opening.
  [[nodiscard]] Instant earliest_slot(Instant at, std::chrono::minutes length) const;

 private:
  struct Span {
    Instant opens;
    Instant closes;
  };
  [[nodiscard]] bool always_open() const;
  [[nodiscard]] Span span_from(Instant at) const;  // the open span that holds `at`, or the next one

  WorkingHours hours_;
  Zone zone_;
};

}  // namespace varsel::incident
