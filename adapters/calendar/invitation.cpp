#include "adapters/calendar/invitation.h"

#include <libical/ical.h>
#include <unicode/vtzone.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "base/text.h"

namespace varsel::adapters::calendar {
namespace {

constexpr std::size_t kLongestUid = 200;
constexpr std::size_t kLongestText = 4000;  // code points of a description
constexpr std::size_t kMostAttendees = 500;
constexpr std::size_t kLargestReply = 64 * 1024;
constexpr std::chrono::minutes kAlarmBefore{15};

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

bool is_uid(std::string_view uid) {
  return !uid.empty() && uid.size() <= kLongestUid &&
         std::all_of(uid.begin(), uid.end(), [](char c) { return c > ' ' && c <= '~'; });
}

bool is_text(std::string_view text, bool lines) {
  const auto allowed = [lines](char c) {
    return static_cast<unsigned char>(c) >= 0x20 ? c != 0x7F : lines && (c == '\n' || c == '\t');
  };
  return is_utf8(text) && code_points(text) <= kLongestText && std::all_of(text.begin(), text.end(), allowed);
}

Result<> check(const Meeting& meeting) {
  if (!is_uid(meeting.uid))
    return fail(ErrorCode::invalid, "the UID of a meeting is 1 to 200 visible ASCII characters");
  if (meeting.sequence < 0) return fail(ErrorCode::invalid, "the sequence of a meeting counts from 0");
  if (meeting.attendees.empty() || meeting.attendees.size() > kMostAttendees)
    return fail(ErrorCode::invalid, "a meeting has 1 to 500 attendees");
  if (meeting.summary.empty() || !is_text(meeting.summary, false) || !is_text(meeting.location, false) ||
      !is_text(meeting.description, true))
    return fail(ErrorCode::invalid, "the texts of a meeting are UTF-8 without control characters");
  if (meeting.duration < std::chrono::minutes{1} || meeting.duration > std::chrono::days{7})
    return fail(ErrorCode::invalid, "a meeting lasts between a minute and a week");
  return {};
}

// RFC 6068: what an atom may hold and a URI may not is percent-encoded.
std::string mailto(const mail::Address& address) {
  std::string uri = "mailto:";
  for (const char c : address.reveal())
    uri += std::string_view("%/?#[]&;={}|`^\"").find(c) == std::string_view::npos
               ? std::string(1, c)
               : "%" + to_hex(std::string_view(&c, 1));
  return uri;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char a, char b) { return lower(a) == lower(b); });
}

Result<mail::Address> address_of(std::string_view uri) {
  constexpr std::string_view kScheme = "mailto:";
  if (!equal_ignoring_case(uri.substr(0, kScheme.size()), kScheme))
    return fail(ErrorCode::invalid, "an attendee is not a mail address");
  uri.remove_prefix(kScheme.size());
  std::string spec;
  for (std::size_t i = 0; i < uri.size(); ++i) {
    const bool encoded =
        uri[i] == '%' && i + 2 < uri.size() && hex_digit(uri[i + 1]) >= 0 && hex_digit(uri[i + 2]) >= 0;
    spec += encoded ? static_cast<char>(hex_digit(uri[i + 1]) * 16 + hex_digit(uri[i + 2])) : uri[i];
    if (encoded) i += 2;
  }
  return mail::Address::make(spec);
}

icaltimetype fields(LocalTime wall) {
  const CivilDate day = date_of(wall);
  const std::chrono::hh_mm_ss clock{wall - midnight(day)};
  icaltimetype time = icaltime_null_time();
  time.year = static_cast<int>(day.year());
  time.month = static_cast<int>(static_cast<unsigned>(day.month()));
  time.day = static_cast<int>(static_cast<unsigned>(day.day()));
  time.hour = static_cast<int>(clock.hours().count());
  time.minute = static_cast<int>(clock.minutes().count());
  time.second = static_cast<int>(clock.seconds().count());
  return time;
}

icaltimetype utc(Instant at) {
  icaltimetype time = fields(LocalTime{std::chrono::floor<std::chrono::seconds>(at.time_since_epoch())});
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

// Where the clock shows the same time twice RFC 5545 §3.3.5 means the first, and programs disagree. UTC is never
// misread.
bool is_said_by_local_clock(const Meeting& meeting) {
  return meeting.zone.name() != "UTC" &&
         meeting.zone.resolve(meeting.zone.local(meeting.start)).kind == LocalMapping::Kind::unique;
}

// ICU writes the rules in force around the start as one pair of yearly rules, which is what every calendar program
// understands.
Component zone_rules(const Meeting& meeting) {
  const std::unique_ptr<icu::VTimeZone> zone{
      icu::VTimeZone::createVTimeZoneByID(icu::UnicodeString::fromUTF8(meeting.zone.name()))};
  icu::UnicodeString written;
  UErrorCode status = U_ZERO_ERROR;
  if (zone != nullptr) zone->writeSimple(static_cast<UDate>(meeting.start.time_since_epoch().count()), written, status);
  std::string text;
  written.toUTF8String(text);
  Component rules{icalparser_parse_string(text.c_str())};
  if (zone == nullptr || U_FAILURE(status) != 0 || rules == nullptr ||
      icalcomponent_isa(rules.get()) != ICAL_VTIMEZONE_COMPONENT)
    throw std::logic_error("the rules of a time zone cannot be written");
  while (icalproperty* note = icalcomponent_get_first_property(rules.get(), ICAL_X_PROPERTY)) {
    icalcomponent_remove_property(rules.get(), note);  // which ICU wrote this is nobody's business
    icalproperty_free(note);
  }
  return rules;
}

// RFC 6868; libical sees to the quotes.
icalparameter* common_name(const mail::Address& address) {
  std::string name;
  for (const char c : address.reveal_name()) name += c == '^' ? "^^" : std::string(1, c);
  return icalparameter_new_cn(name.c_str());
}

icalproperty* attendee(const mail::Address& address, bool asks) {
  icalproperty* property = icalproperty_new_attendee(mailto(address).c_str());
  icalproperty_add_parameter(property, icalparameter_new_cutype(ICAL_CUTYPE_INDIVIDUAL));
  icalproperty_add_parameter(property, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
  if (asks) {
    icalproperty_add_parameter(property, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
    icalproperty_add_parameter(property, icalparameter_new_rsvp(ICAL_RSVP_TRUE));
  }
  if (!address.reveal_name().empty()) icalproperty_add_parameter(property, common_name(address));
  return property;
}

icalproperty* organizer(const mail::Address& address) {
  icalproperty* property = icalproperty_new_organizer(mailto(address).c_str());
  if (!address.reveal_name().empty()) icalproperty_add_parameter(property, common_name(address));
  return property;
}

icalcomponent* alarm(const Meeting& meeting) {
  icaltriggertype trigger{};
  trigger.time = icaltime_null_time();
  trigger.duration = icaldurationtype_from_int(-static_cast<int>(std::chrono::seconds{kAlarmBefore}.count()));
  return icalcomponent_vanew(ICAL_VALARM_COMPONENT, icalproperty_new_action(ICAL_ACTION_DISPLAY),
                             icalproperty_new_description(clean_text(meeting.summary).c_str()),
                             icalproperty_new_trigger(trigger), nullptr);
}

icalcomponent* event(const Meeting& meeting, bool asks) {
  icalcomponent* made = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  const auto add = [made](icalproperty* property) { icalcomponent_add_property(made, property); };
  add(icalproperty_new_uid(meeting.uid.c_str()));
  add(icalproperty_new_sequence(meeting.sequence));
  add(icalproperty_new_dtstamp(utc(meeting.stamp)));
  if (is_said_by_local_clock(meeting)) {
    icalproperty* start = icalproperty_new_dtstart(fields(meeting.zone.local(meeting.start)));
    icalproperty_add_parameter(start, icalparameter_new_tzid(meeting.zone.name().c_str()));
    add(start);
  } else {
    add(icalproperty_new_dtstart(utc(meeting.start)));
  }
  add(icalproperty_new_duration(
      icaldurationtype_from_int(static_cast<int>(std::chrono::seconds{meeting.duration}.count()))));
  add(icalproperty_new_status(asks ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_CANCELLED));
  add(icalproperty_new_class(ICAL_CLASS_PRIVATE));
  add(icalproperty_new_summary(clean_text(meeting.summary).c_str()));
  if (!meeting.location.empty()) add(icalproperty_new_location(clean_text(meeting.location).c_str()));
  if (!meeting.description.empty()) add(icalproperty_new_description(clean_text(meeting.description).c_str()));
  add(organizer(meeting.organizer));
  for (const mail::Address& address : meeting.attendees) add(attendee(address, asks));
  if (asks) icalcomponent_add_component(made, alarm(meeting));
  return made;
}

Result<mail::CalendarPart> write(const Meeting& meeting, icalproperty_method method) {
  VARSEL_CHECK(check(meeting));
  const Component calendar{icalcomponent_vanew(
      ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"), icalproperty_new_prodid("-//Varsel//Varsel//EN"),
      icalproperty_new_calscale("GREGORIAN"), icalproperty_new_method(method), nullptr)};
  if (is_said_by_local_clock(meeting)) icalcomponent_add_component(calendar.get(), zone_rules(meeting).release());
  icalcomponent_add_component(calendar.get(), event(meeting, method == ICAL_METHOD_REQUEST));
  const std::unique_ptr<char, Free> text{icalcomponent_as_ical_string_r(calendar.get())};
  return mail::CalendarPart{icalproperty_method_to_string(method), text.get()};
}

Participation participation(icalparameter_partstat status) {
  switch (status) {
    case ICAL_PARTSTAT_ACCEPTED:
      return Participation::accepted;
    case ICAL_PARTSTAT_DECLINED:
      return Participation::declined;
    case ICAL_PARTSTAT_TENTATIVE:
      return Participation::tentative;
    case ICAL_PARTSTAT_DELEGATED:
      return Participation::delegated;
    default:
      return Participation::needs_action;  // RFC 5545 §3.2.12: what is not known counts as not answered
  }
}

// libical recurses for every level and complains on standard error about an END without BEGIN: such input stays out.
bool is_well_nested(std::string_view ics) {
  constexpr int kDeepest = 8;
  int depth = 0;
  while (!ics.empty()) {
    const auto line = ics.substr(0, ics.find_first_of("\r\n"));
    if (equal_ignoring_case(line.substr(0, 6), "BEGIN:")) ++depth;
    if (equal_ignoring_case(line.substr(0, 4), "END:")) --depth;
    if (depth < 0 || depth > kDeepest) return false;
    ics.remove_prefix(std::min(ics.size(), line.size() + 1));
  }
  return depth == 0;
}

int count(icalcomponent* component, icalproperty_kind kind) {
  return icalcomponent_count_properties(component, kind);
}

}  // namespace

Meeting revised(Meeting meeting, Instant stamp) {
  ++meeting.sequence;
  meeting.stamp = stamp;
  return meeting;
}

Result<mail::CalendarPart> request(const Meeting& meeting) {
  return write(meeting, ICAL_METHOD_REQUEST);
}

Result<mail::CalendarPart> cancel(const Meeting& meeting) {
  return write(meeting, ICAL_METHOD_CANCEL);
}

Result<Reply> read_reply(std::string_view ics) {
  const auto refuse = [] { return fail(ErrorCode::invalid, "not an answer to an invitation"); };
  if (ics.size() > kLargestReply || ics.find('\0') != std::string_view::npos || !is_utf8(ics) || !is_well_nested(ics))
    return refuse();
  const Component calendar{icalparser_parse_string(std::string(ics).c_str())};
  if (calendar == nullptr || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT ||
      icalcomponent_get_method(calendar.get()) != ICAL_METHOD_REPLY ||
      icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT) != 1)
    return refuse();
  icalcomponent* answered = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  if (count(answered, ICAL_UID_PROPERTY) != 1 || count(answered, ICAL_ATTENDEE_PROPERTY) != 1) return refuse();
  icalproperty* who = icalcomponent_get_first_property(answered, ICAL_ATTENDEE_PROPERTY);
  icalparameter* status = icalproperty_get_first_parameter(who, ICAL_PARTSTAT_PARAMETER);
  const char* uid = icalcomponent_get_uid(answered);
  const char* address = icalproperty_get_attendee(who);
  if (uid == nullptr || !is_uid(uid) || address == nullptr || status == nullptr) return refuse();
  VARSEL_TRY(mail::Address from, address_of(address));
  return Reply{uid, icalcomponent_get_sequence(answered), std::move(from),
               participation(icalparameter_get_partstat(status))};
}

Result<> accept(const Reply& reply, const Meeting& meeting) {
  if (reply.uid != meeting.uid) return fail(ErrorCode::not_found, "an answer to another meeting");
  const bool invited = std::any_of(meeting.attendees.begin(), meeting.attendees.end(), [&](const mail::Address& each) {
    return equal_ignoring_case(each.reveal(), reply.attendee.reveal());
  });
  if (!invited) return fail(ErrorCode::not_found, "an answer from somebody who was not invited");
  if (reply.sequence != meeting.sequence)
    return fail(ErrorCode::conflict, "an answer to another revision of the meeting");
  return {};
}

}  // namespace varsel::adapters::calendar
