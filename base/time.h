// Time: instants, wall clocks, zones and ISO 8601. Nothing here reads a clock; only bot/ does.
#pragma once
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace varsel {

using Millis = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Millis>;                    // a moment, UTC, what is stored and compared
using LocalTime = std::chrono::local_time<std::chrono::seconds>;  // a wall clock without a zone, what people say
using CivilDate = std::chrono::year_month_day;                    // a day in a calendar

// What a wall clock time means in a zone. Twice a year it is not one moment (GDPR clocks must never guess).
struct LocalMapping {
  enum class Kind { unique, gap, overlap };
  Kind kind = Kind::unique;
  Instant earlier;  // gap: the moment the clock was put forward
  Instant later;    // overlap: the second time that the clock showed this
};

// A time zone by its IANA name. Cheap to copy; safe to use from several threads.
class Zone {
 public:
  static Result<Zone> find(std::string_view iana);
  static Zone utc();
  [[nodiscard]] const std::string& name() const;
  [[nodiscard]] LocalTime local(Instant at) const;
  [[nodiscard]] std::chrono::seconds offset(Instant at) const;
  [[nodiscard]] LocalMapping resolve(LocalTime wall) const;
  // resolve() for callers that have already asked, or for whom the earlier one is the cautious one.
  [[nodiscard]] Instant earliest(LocalTime wall) const { return resolve(wall).earlier; }
  bool operator==(const Zone& other) const { return name() == other.name(); }

 private:
  struct Body;
  explicit Zone(std::shared_ptr<const Body> body) : body_(std::move(body)) {}
  std::shared_ptr<const Body> body_;
};

// ISO 8601 / RFC 3339. iso(Instant) is "2026-11-21T09:02:03.000Z"; iso(Instant, Zone) carries the offset.
std::string iso(Instant at);
std::string iso(Instant at, const Zone& zone);
std::string iso(LocalTime wall);                       // "2026-11-21T09:02:03"
std::string iso(CivilDate day);                        // "2026-11-21"
Result<Instant> parse_instant(std::string_view text);  // needs Z or an offset
Result<LocalTime> parse_local(std::string_view text);  // "2026-11-21", "2026-11-21T09:02[:03]"

inline CivilDate date_of(LocalTime wall) {
  return CivilDate{std::chrono::floor<std::chrono::days>(wall)};
}
inline LocalTime midnight(CivilDate day) {
  return LocalTime{std::chrono::local_days{day}};
}

}  // namespace varsel
