#include "base/time.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdio>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>

namespace varsel {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hh_mm_ss;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// The const members of an ICU time zone may be called from several threads; creating one is slow, so each is made once.
struct Zone::Body {
  std::string name;
  std::unique_ptr<const icu::BasicTimeZone> rules;
};

namespace {

constexpr std::size_t kLongestZoneName = 64;

[[noreturn]] void broken(const char* what) {
  throw std::logic_error(what);
}

UDate icu_date(Millis since_epoch) {
  return static_cast<UDate>(since_epoch.count());
}

// What the clock is ahead of UTC when it shows `wall`, judged by the rules before or after a change that hides or
// repeats this time.
seconds offset_at_wall(const icu::BasicTimeZone& rules, LocalTime wall, UTimeZoneLocalOption side) {
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  rules.getOffsetFromLocal(icu_date(wall.time_since_epoch()), side, side, raw, saving, status);
  if (U_FAILURE(status) != 0) broken("the time zone data cannot be read");
  return floor<seconds>(Millis{raw + saving});
}

Instant instant_of(LocalTime wall, seconds offset) {
  return Instant{wall.time_since_epoch() - offset};
}

template <class... Args>
void append(std::string& out, const char* format, Args... args) {
  std::array<char, 64> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, args...);
  out.append(buffer.data(), static_cast<std::size_t>(size));
}

void append_date(std::string& out, CivilDate day) {
  append(out, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
         static_cast<unsigned>(day.day()));
}

// The same digits serve a wall clock and UTC.
template <class Duration>
void append_clock(std::string& out, Duration since_epoch) {
  const auto midnight = floor<days>(since_epoch);
  const hh_mm_ss<Duration> clock{since_epoch - midnight};
  append_date(out, CivilDate{std::chrono::local_days{midnight}});
  append(out, "T%02d:%02d:%02d", static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
         static_cast<int>(clock.seconds().count()));
  if constexpr (std::is_same_v<Duration, Millis>) append(out, ".%03d", static_cast<int>(clock.subseconds().count()));
}

// Reads a fixed form from left to right. Once something does not fit, everything after fails too.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  int digits(std::size_t count) {
    int value = 0;
    if (rest_.size() < count) ok_ = false;
    for (std::size_t i = 0; ok_ && i < count; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') ok_ = false;
      value = value * 10 + (rest_[i] - '0');
    }
    if (ok_) rest_.remove_prefix(count);
    return ok_ ? value : 0;
  }
  bool accept(char c) {
    if (!ok_ || rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) { ok_ = accept(c) && ok_; }
  void require(bool condition) { ok_ = ok_ && condition; }
  [[nodiscard]] bool at_digit() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

LocalTime scan_date(Scanner& in) {
  const int year = in.digits(4);
  in.expect('-');
  const int month = in.digits(2);
  in.expect('-');
  const int day = in.digits(2);
  const CivilDate date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                       std::chrono::day{static_cast<unsigned>(day)}};
  in.require(year > 0 && date.ok());
  return in.ok() ? midnight(date) : LocalTime{};
}

// "09:02[:03]". A leap second has no place in POSIX time and no clock on a wall shows one, so 60 is refused.
seconds scan_clock(Scanner& in, bool& has_seconds) {
  const int hour = in.digits(2);
  in.expect(':');
  const int minute = in.digits(2);
  has_seconds = in.accept(':');
  const int second = has_seconds ? in.digits(2) : 0;
  in.require(hour < 24 && minute < 60 && second < 60);
  return hours{hour} + minutes{minute} + seconds{second};
}

// Digits beyond the millisecond are read and dropped: vendors send up to nine of them.
Millis scan_fraction(Scanner& in) {
  constexpr int kMostDigits = 9;
  int millis = 0;
  int count = 0;
  for (; count < kMostDigits && in.at_digit(); ++count) {
    const int digit = in.digits(1);
    if (count < 3) millis = millis * 10 + digit;
  }
  in.require(count > 0);
  for (; count < 3; ++count) millis *= 10;
  return Millis{millis};
}

seconds scan_offset(Scanner& in) {
  if (in.accept('Z')) return seconds{0};
  const bool west = in.accept('-');
  if (!west) in.expect('+');
  const int hour = in.digits(2);
  in.expect(':');
  const int minute = in.digits(2);
  in.require(hour < 24 && minute < 60);
  const seconds offset = hours{hour} + minutes{minute};
  return west ? -offset : offset;
}

}  // namespace

Result<Zone> Zone::find(std::string_view iana) {
  static std::shared_mutex guard;
  static std::map<std::string, std::shared_ptr<const Body>, std::less<>> known;
  {
    const std::shared_lock lock(guard);
    if (const auto it = known.find(iana); it != known.end()) return Zone{it->second};
  }
  // Only names from the database: ICU would also read inventions such as "GMT+25:00".
  if (iana.empty() || iana.size() > kLongestZoneName || iana.find('\0') != std::string_view::npos)
    return fail(ErrorCode::invalid, "a time zone is an IANA name such as Europe/Copenhagen");
  const icu::UnicodeString id =
      icu::UnicodeString::fromUTF8(icu::StringPiece(iana.data(), static_cast<int>(iana.size())));
  icu::UnicodeString canonical;
  UBool from_database = 0;
  UErrorCode status = U_ZERO_ERROR;
  icu::TimeZone::getCanonicalID(id, canonical, from_database, status);
  if (U_FAILURE(status) != 0 || from_database == 0 || iana == UCAL_UNKNOWN_ZONE_ID)
    return fail(ErrorCode::invalid, "not a time zone of the IANA database");
  std::unique_ptr<icu::TimeZone> made{icu::TimeZone::createTimeZone(id)};
  const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(made.get());
  if (rules == nullptr) broken("a time zone of the database has no rules");
  made.release();  // NOLINT: owned by `rules` from here
  auto body = std::make_shared<const Body>(Body{std::string(iana), std::unique_ptr<const icu::BasicTimeZone>(rules)});
  const std::unique_lock lock(guard);
  return Zone{known.emplace(body->name, body).first->second};
}

Zone Zone::utc() {
  auto zone = find("UTC");
  if (!zone) broken("the time zone database has no UTC");
  return *zone;
}

const std::string& Zone::name() const {
  return body_->name;
}

seconds Zone::offset(Instant at) const {
  std::int32_t raw = 0;
  std::int32_t saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  body_->rules->getOffset(icu_date(at.time_since_epoch()), 0, raw, saving, status);
  if (U_FAILURE(status) != 0) broken("the time zone data cannot be read");
  return floor<seconds>(Millis{raw + saving});
}

LocalTime Zone::local(Instant at) const {
  return LocalTime{floor<seconds>(at.time_since_epoch()) + offset(at)};
}

LocalMapping Zone::resolve(LocalTime wall) const {
  const seconds before = offset_at_wall(*body_->rules, wall, UCAL_TZ_LOCAL_FORMER);
  const seconds after = offset_at_wall(*body_->rules, wall, UCAL_TZ_LOCAL_LATTER);
  if (before == after) {
    const Instant at = instant_of(wall, before);
    return {LocalMapping::Kind::unique, at, at};
  }
  if (before > after) return {LocalMapping::Kind::overlap, instant_of(wall, before), instant_of(wall, after)};
  // The clock never showed this. Read with the old offset it lies after the change, and no further than the gap.
  icu::TimeZoneTransition change;
  const UDate past_the_change = icu_date(instant_of(wall, before).time_since_epoch());
  if (body_->rules->getPreviousTransition(past_the_change, 1, change) == 0) broken("a gap without a transition");
  const Instant at{Millis{static_cast<std::int64_t>(change.getTime())}};
  return {LocalMapping::Kind::gap, at, at};
}

std::string iso(Instant at) {
  std::string out;
  append_clock(out, at.time_since_epoch());
  return out + 'Z';
}

std::string iso(Instant at, const Zone& zone) {
  // Offsets before 1900 have seconds, which ISO 8601 cannot say: cut them, so that the text still names this moment.
  const auto offset = std::chrono::duration_cast<minutes>(zone.offset(at));
  std::string out;
  append_clock(out, Millis{at.time_since_epoch() + offset});
  const auto size = std::chrono::abs(offset);
  append(out, "%c%02d:%02d", offset < minutes{0} ? '-' : '+', static_cast<int>(size.count() / 60),
         static_cast<int>(size.count() % 60));
  return out;
}

std::string iso(LocalTime wall) {
  std::string out;
  append_clock(out, wall.time_since_epoch());
  return out;
}

std::string iso(CivilDate day) {
  std::string out;
  append_date(out, day);
  return out;
}

Result<Instant> parse_instant(std::string_view text) {
  Scanner in(text);
  const LocalTime day = scan_date(in);
  in.expect('T');
  bool has_seconds = false;
  const seconds clock = scan_clock(in, has_seconds);
  const Millis fraction = has_seconds && in.accept('.') ? scan_fraction(in) : Millis{0};
  const seconds offset = scan_offset(in);
  if (!in.ok() || !in.at_end())
    return fail(ErrorCode::invalid, "a moment is written like 2026-11-21T09:02:03Z or 2026-11-21T10:02:03+01:00");
  return instant_of(day + clock, offset) + fraction;
}

Result<LocalTime> parse_local(std::string_view text) {
  Scanner in(text);
  LocalTime wall = scan_date(in);
  if (in.accept('T')) {
    bool has_seconds = false;
    wall += scan_clock(in, has_seconds);
  }
  if (!in.ok() || !in.at_end())
    return fail(ErrorCode::invalid, "a local time is written like 2026-11-21 or 2026-11-21T09:02");
  return wall;
}

}  // namespace varsel
