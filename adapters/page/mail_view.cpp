#include "adapters/page/mail_view.h"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "adapters/http/form.h"
#include "base/text.h"

namespace varsel::adapters::page {
namespace {

using http::header_parameter;
using http::media_type;

constexpr int kMaxDepth = 4;  // of parts within parts

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string with_plain_line_ends(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i)
    if (raw[i] != '\r' || i + 1 == raw.size() || raw[i + 1] != '\n') out += raw[i];
  return out;
}

std::string decode_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int have = 0;
  for (const char c : text) {
    unsigned value = 0;
    if (c >= 'A' && c <= 'Z')
      value = static_cast<unsigned>(c - 'A');
    else if (c >= 'a' && c <= 'z')
      value = static_cast<unsigned>(c - 'a') + 26;
    else if (c >= '0' && c <= '9')
      value = static_cast<unsigned>(c - '0') + 52;
    else if (c == '+')
      value = 62;
    else if (c == '/')
      value = 63;
    else
      continue;  // line ends and padding
    bits = bits << 6 | value;
    if ((have += 6) >= 8) out += static_cast<char>(bits >> (have -= 8) & 0xff);
  }
  return out;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

// Quoted-printable (RFC 2045 §6.7), or its form in headers where "_" is a space (RFC 2047 §4.2).
std::string decode_quoted(std::string_view text, bool in_header) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=' && i + 1 < text.size() && text[i + 1] == '\n') {
      ++i;
    } else if (text[i] == '=' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += in_header && text[i] == '_' ? ' ' : text[i];
    }
  }
  return out;
}

// Encoded words (RFC 2047) in UTF-8; white space between two of them is not part of the text (§6.2).
std::string decode_words(std::string_view text) {
  std::string out;
  bool after_word = false;
  while (!text.empty()) {
    const std::size_t at = text.find("=?");
    const std::string_view before = text.substr(0, at);
    const std::size_t charset_end = at == std::string_view::npos ? at : text.find('?', at + 2);
    const std::size_t body = charset_end == std::string_view::npos ? charset_end : charset_end + 3;
    const std::size_t end =
        body == std::string_view::npos || body > text.size() ? std::string_view::npos : text.find("?=", body);
    if (end == std::string_view::npos) return out.append(text);
    if (!after_word || !trim(before).empty()) out += before;
    const std::string_view word = text.substr(body, end - body);
    out += lower(text[charset_end + 1]) == 'b' ? decode_base64(word) : decode_quoted(word, true);
    text.remove_prefix(end + 2);
    after_word = true;
  }
  return out;
}

struct Entity {
  std::vector<std::pair<std::string, std::string>> headers;
  std::string_view body;

  [[nodiscard]] std::string_view header(std::string_view name) const {
    const auto at = std::find_if(headers.begin(), headers.end(),
                                 [&](const auto& header) { return same_ignoring_case(header.first, name); });
    return at == headers.end() ? std::string_view() : std::string_view(at->second);
  }
  [[nodiscard]] std::string content() const {
    const std::string_view encoding = header("Content-Transfer-Encoding");
    if (same_ignoring_case(encoding, "base64")) return decode_base64(body);
    if (same_ignoring_case(encoding, "quoted-printable")) return decode_quoted(body, false);
    return std::string(body);
  }
};

Entity read_entity(std::string_view text) {
  Entity entity;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !entity.headers.empty()) {
      entity.headers.back().second.append(" ").append(trim(line));
    } else if (const std::size_t colon = line.find(':'); colon != std::string_view::npos) {
      entity.headers.emplace_back(std::string(line.substr(0, colon)), trim(line.substr(colon + 1)));
    }
  }
  entity.body = text;
  return entity;
}

std::vector<std::string_view> parts_of(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  const std::string delimiter = "--" + boundary;
  std::size_t from = std::string_view::npos;
  for (std::size_t line = 0; line < body.size();) {
    const std::size_t end = std::min(body.find('\n', line), body.size());
    if (body.substr(line).starts_with(delimiter)) {
      if (from != std::string_view::npos) parts.push_back(body.substr(from, line - from));
      from = end + 1;
      if (body.substr(line + delimiter.size()).starts_with("--")) break;
    }
    line = end + 1;
  }
  return parts;
}

// --- the invitation ----------------------------------------------------------------------------------------------

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

std::string or_empty(const char* text) {
  return text ? clean_text(text) : std::string();
}

std::string mailbox(icalproperty* property, const char* address) {
  std::string_view spec = address ? address : "";
  if (spec.size() > 7 && same_ignoring_case(spec.substr(0, 7), "mailto:")) spec.remove_prefix(7);
  const char* name = icalproperty_get_parameter_as_string(property, "CN");
  return name ? or_empty(name) + " <" + clean_text(spec) + ">" : clean_text(spec);
}

std::optional<Instant> moment(icalcomponent* calendar, icalproperty* property) {
  if (!property) return std::nullopt;
  icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(property));
  if (icaltime_is_null_time(time)) return std::nullopt;
  // The zone is the mail's own VTIMEZONE; one of UTC needs none.
  icaltimezone* zone = icaltimezone_get_utc_timezone();
  if (const char* name = icalproperty_get_parameter_as_string(property, "TZID"))
    if (icaltimezone* own = icalcomponent_get_timezone(calendar, name)) zone = own;
  return Instant(std::chrono::seconds(icaltime_as_timet_with_zone(time, zone)));
}

std::optional<Invitation> read_invitation(const std::string& ics) {
  const Component calendar(icalparser_parse_string(ics.c_str()), &icalcomponent_free);
  if (!calendar) return std::nullopt;
  icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  if (!event) return std::nullopt;
  Invitation invitation;
  invitation.cancelled = icalcomponent_get_method(calendar.get()) == ICAL_METHOD_CANCEL;
  invitation.summary = or_empty(icalcomponent_get_summary(event));
  invitation.location = or_empty(icalcomponent_get_location(event));
  invitation.description = or_empty(icalcomponent_get_description(event));
  if (icalproperty* organizer = icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY))
    invitation.organizer = mailbox(organizer, icalproperty_get_organizer(organizer));
  for (icalproperty* one = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY); one;
       one = icalcomponent_get_next_property(event, ICAL_ATTENDEE_PROPERTY))
    invitation.attendees.push_back(mailbox(one, icalproperty_get_attendee(one)));
  invitation.start = moment(calendar.get(), icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY));
  invitation.end = moment(calendar.get(), icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY));
  // RFC 5545 §3.6.1: an event has an end or a duration, as ours.
  icalproperty* length = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY);
  if (length && invitation.start && !invitation.end)
    invitation.end =
        *invitation.start + std::chrono::seconds(icaldurationtype_as_int(icalproperty_get_duration(length)));
  return invitation;
}

// Fills in what this part brings; the first of each kind counts.
void read_part(const Entity& entity, MailView& view, int depth) {
  const std::string type = media_type(entity.header("Content-Type"));
  if (type.starts_with("multipart/")) {
    const auto boundary = header_parameter(entity.header("Content-Type"), "boundary");
    if (!boundary || boundary->empty() || depth == kMaxDepth) return;
    for (const std::string_view part : parts_of(entity.body, *boundary)) read_part(read_entity(part), view, depth + 1);
  } else if (type == "text/calendar") {
    if (!view.invitation) view.invitation = read_invitation(entity.content());
  } else if ((type.empty() || type == "text/plain") && view.text.empty()) {
    view.text = trim(clean_text(with_plain_line_ends(entity.content())));
  }
}

}  // namespace

MailView read_mail(std::string_view raw) {
  MailView view;
  view.raw = clean_text(with_plain_line_ends(raw));
  const std::string text = with_plain_line_ends(raw);
  const Entity mail = read_entity(text);
  view.from = clean_text(decode_words(mail.header("From")));
  view.to = clean_text(decode_words(mail.header("To")));
  view.subject = clean_text(decode_words(mail.header("Subject")));
  view.date = clean_text(mail.header("Date"));
  read_part(mail, view, 0);
  return view;
}

}  // namespace varsel::adapters::page
