#include "adapters/mail/message.h"

#include <openssl/evp.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "base/text.h"

namespace varsel::adapters::mail {
namespace {

constexpr std::size_t kLongestLocalPart = 64;     // RFC 5321 §4.5.3.1.1
constexpr std::size_t kLongestAddress = 254;      // RFC 5321 §4.5.3.1.3, without the brackets
constexpr std::size_t kLongestMessageId = 200;    // it also names a file
constexpr std::size_t kLongestHeaderText = 1000;  // octets of a subject or a name
constexpr std::size_t kLargestPart = 512 * 1024;
constexpr std::size_t kEncodedLine = 76;  // RFC 2045 §6.7 and §6.8
constexpr std::string_view kCrlf = "\r\n";

// "=_" occurs in neither quoted-printable nor base64, so no body can contain these (RFC 2045 §6.7).
constexpr std::string_view kOuterBoundary = "=_varsel_mixed";
constexpr std::string_view kInnerBoundary = "=_varsel_alternative";

bool is_printable_ascii(char c) {
  return c >= ' ' && c <= '~';
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// atext of RFC 5322 §3.2.3
bool is_atext(char c) {
  return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_dot_atom(std::string_view text) {
  if (text.empty() || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || is_atext(c); });
}

// What may become a header: one line of UTF-8. What else deceives is dropped by clean_text().
bool is_header_text(std::string_view text) {
  const auto is_control = [](char c) { return (c >= '\0' && c < ' ') || c == '\x7f'; };
  return text.size() <= kLongestHeaderText && is_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
}

bool is_body_text(std::string_view text) {
  return text.size() <= kLargestPart && is_utf8(text);
}

Result<std::string> ascii_domain(std::string_view domain) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, decltype(&uidna_close)> idna{
      uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ,
                      &status),
      &uidna_close};
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  std::array<char, 256> buffer{};
  const auto size = uidna_nameToASCII_UTF8(idna.get(), domain.data(), static_cast<std::int32_t>(domain.size()),
                                           buffer.data(), static_cast<std::int32_t>(buffer.size()), &info, &status);
  if (U_FAILURE(status) != 0 || info.errors != 0 || size <= 0 || buffer[static_cast<std::size_t>(size) - 1] == '.')
    return fail(ErrorCode::invalid, "the domain of a mail address is not a domain name");
  return std::string(buffer.data(), static_cast<std::size_t>(size));
}

std::string base64(std::string_view bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');  // and the NUL that OpenSSL writes
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string base64_lines(std::string_view bytes) {
  constexpr std::size_t kBytesInLine = kEncodedLine / 4 * 3;
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += kBytesInLine) {
    out += base64(bytes.substr(i, kBytesInLine));
    out += kCrlf;
  }
  return out;
}

// RFC 2045 §6.7. Line ends of the text become CRLF; a space or tab before one is encoded, or it might get lost.
std::string quoted_printable(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  std::size_t column = 0;
  const auto put = [&](std::string_view token) {
    if (column + token.size() > kEncodedLine - 1) {  // room for the "=" of a soft line break
      out += "=\r\n";
      column = 0;
    }
    out += token;
    column += token.size();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (c == '\n') {
      out += kCrlf;
      column = 0;
      continue;
    }
    const bool ends_line = i + 1 == text.size() || text[i + 1] == '\n' || text[i + 1] == '\r';
    const bool plain = (is_printable_ascii(c) && c != '=' && !(c == ' ' && ends_line)) || (c == '\t' && !ends_line);
    if (plain) {
      put(text.substr(i, 1));
    } else {
      const auto byte = static_cast<unsigned char>(c);
      const std::array<char, 3> token{'=', kDigits[byte >> 4], kDigits[byte & 15]};
      put({token.data(), token.size()});
    }
  }
  return out + std::string(kCrlf);
}

// RFC 2047 encoded words on lines of their own; none ends inside a character.
std::string encoded_words(std::string_view utf8) {
  constexpr std::size_t kBytesInWord = 39;  // 52 in base64, 64 with "=?UTF-8?B??=": fits behind any header name of ours
  std::string out;
  while (!utf8.empty()) {
    std::size_t size = std::min(kBytesInWord, utf8.size());
    while (size < utf8.size() && (static_cast<unsigned char>(utf8[size]) & 0xC0) == 0x80) --size;
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?" + base64(utf8.substr(0, size)) + "?=";
    utf8.remove_prefix(size);
  }
  return out;
}

bool fits_in_clear(std::string_view text) {
  constexpr std::size_t kLongestInClear = 60;
  return text.size() <= kLongestInClear && std::all_of(text.begin(), text.end(), is_printable_ascii) &&
         text.find("=?") == std::string_view::npos;
}

std::string unstructured(std::string_view text) {
  return fits_in_clear(text) ? std::string(text) : encoded_words(text);
}

std::string mailbox(const Address& address) {
  const std::string bracketed = "<" + address.reveal() + ">";
  const std::string& name = address.reveal_name();
  if (name.empty()) return bracketed;
  if (!fits_in_clear(name)) return encoded_words(name) + "\r\n " + bracketed;
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"\r\n " + bracketed;
}

std::string two_digits(unsigned value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::string date_header(Instant at) {
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto midnight = std::chrono::floor<std::chrono::days>(at);
  const CivilDate day{midnight};
  const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(at - midnight)};
  std::string out(kDays[std::chrono::weekday{midnight}.c_encoding()]);
  out += ", " + two_digits(static_cast<unsigned>(day.day())) + " ";
  out += kMonths[static_cast<unsigned>(day.month()) - 1];
  out += " " + std::to_string(static_cast<int>(day.year())) + " ";
  out += two_digits(static_cast<unsigned>(clock.hours().count())) + ":";
  out += two_digits(static_cast<unsigned>(clock.minutes().count())) + ":";
  out += two_digits(static_cast<unsigned>(clock.seconds().count())) + " +0000";
  return out;
}

// A body with the headers that describe it.
struct Part {
  std::string headers;
  std::string body;
  [[nodiscard]] std::string str() const { return headers + std::string(kCrlf) + body; }
};

Part text_part(std::string_view subtype, std::string_view text) {
  return {"Content-Type: text/" + std::string(subtype) +
              "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n",
          quoted_printable(text)};
}

Part base64_part(std::string headers, std::string_view bytes) {
  return {std::move(headers) + "Content-Transfer-Encoding: base64\r\n", base64_lines(bytes)};
}

Part multipart(std::string_view subtype, std::string_view boundary, const std::vector<Part>& parts) {
  const std::string delimiter = "--" + std::string(boundary);
  std::string body;
  for (const Part& part : parts) body += delimiter + std::string(kCrlf) + part.str();
  return {"Content-Type: multipart/" + std::string(subtype) + "; boundary=\"" + std::string(boundary) + "\"\r\n",
          body + delimiter + "--\r\n"};
}

// The richest form comes last (RFC 2046 §5.1.4). Outlook takes the calendar from inside the alternative, which must be
// the first part of the mixed; other programs offer the attachment.
Part content(const Message& message) {
  std::vector<Part> forms{text_part("plain", message.text)};
  if (message.html) forms.push_back(text_part("html", *message.html));
  if (!message.calendar) return forms.size() == 1 ? forms.front() : multipart("alternative", kInnerBoundary, forms);
  const std::string& ics = message.calendar->ics;
  forms.push_back(
      base64_part("Content-Type: text/calendar; charset=utf-8; method=" + message.calendar->method + "\r\n", ics));
  const Part attachment = base64_part(
      "Content-Type: application/ics; name=\"invite.ics\"\r\n"
      "Content-Disposition: attachment; filename=\"invite.ics\"\r\n",
      ics);
  return multipart("mixed", kOuterBoundary, {multipart("alternative", kInnerBoundary, forms), attachment});
}

bool is_message_id(std::string_view id) {
  const auto at = id.find('@');
  return id.size() <= kLongestMessageId && at != std::string_view::npos && is_dot_atom(id.substr(0, at)) &&
         is_dot_atom(id.substr(at + 1));
}

bool is_calendar(const CalendarPart& part) {
  return (part.method == "REQUEST" || part.method == "CANCEL") && is_body_text(part.ics) &&
         part.ics.find("\r\nMETHOD:" + part.method + "\r\n") != std::string::npos;
}

Result<> check(const Message& message) {
  if (!is_message_id(message.message_id)) return fail(ErrorCode::invalid, "a Message-ID is left@right");
  if (!is_header_text(message.subject))
    return fail(ErrorCode::invalid, "a subject is one line of UTF-8 without control characters");
  if (!is_body_text(message.text) || (message.html && !is_body_text(*message.html)))
    return fail(ErrorCode::invalid, "the text of a mail is UTF-8 and at most 512 KiB");
  if (message.calendar && !is_calendar(*message.calendar))
    return fail(ErrorCode::invalid, "the calendar part of a mail does not carry its METHOD");
  return {};
}

}  // namespace

Result<Address> Address::make(std::string_view spec, std::string_view name) {
  const auto at = spec.find('@');
  if (at == std::string_view::npos || spec.size() > kLongestAddress || at > kLongestLocalPart ||
      !is_dot_atom(spec.substr(0, at)))
    return fail(ErrorCode::invalid, "a mail address is local@domain with an ASCII local part");
  if (!is_header_text(name))
    return fail(ErrorCode::invalid, "the name of a mail address is one line of UTF-8 without control characters");
  VARSEL_TRY(const std::string domain, ascii_domain(spec.substr(at + 1)));
  std::string whole = std::string(spec.substr(0, at + 1)) + domain;
  if (whole.size() > kLongestAddress) return fail(ErrorCode::invalid, "a mail address is at most 254 characters");
  return Address{std::move(whole), clean_text(name)};
}

Result<Mail> compose(const Message& message) {
  VARSEL_CHECK(check(message));
  std::string bytes;
  bytes += "Date: " + date_header(message.date) + "\r\n";
  bytes += "From: " + mailbox(message.from) + "\r\n";
  bytes += "To: " + mailbox(message.to) + "\r\n";
  bytes += "Message-ID: <" + message.message_id + ">\r\n";
  bytes += "Subject: " + unstructured(clean_text(message.subject)) + "\r\n";
  bytes += "Auto-Submitted: auto-generated\r\n";  // RFC 3834 §5: no out-of-office answers
  bytes += "Content-Language: " + std::string(tag(message.language)) + "\r\n";
  bytes += "MIME-Version: 1.0\r\n";
  bytes += content(message).str();
  return Mail{message.from, message.to, message.message_id, PersonalText(std::move(bytes))};
}

}  // namespace varsel::adapters::mail
