#include "adapters/page/form_turn.h"

#include <algorithm>

#include "adapters/http/form.h"
#include "adapters/webchat/activity.h"
#include "adapters/webchat/file_type.h"
#include "base/text.h"

namespace varsel::adapters::page {
namespace {

constexpr std::size_t kMultipartOverhead = 64 * 1024;
constexpr std::size_t kOtherParts = 3;  // id, text, button

bool is_token_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool could_be_our_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), is_token_character);
}

// Forms send CRLF; everything else in the world of this program is a line feed.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') out += text[i];
  return out;
}

Result<std::vector<http::Part>> read_parts(const http::Request& request, std::size_t max_parts) {
  const std::string_view type = request.header("content-type");
  if (http::media_type(type) == "multipart/form-data") return http::parse_multipart(type, request.body, max_parts);
  if (http::media_type(type) != "application/x-www-form-urlencoded")
    return fail(ErrorCode::invalid, "a form is expected");
  VARSEL_TRY(const http::Fields fields, http::parse_urlencoded(request.body, max_parts));
  std::vector<http::Part> parts;
  for (const auto& [name, value] : fields) parts.push_back({name, "", "", value});
  return parts;
}

std::optional<Problem> check(const FormTurn& turn, const Config& config) {
  std::size_t total = 0;
  for (const Attachment& attachment : turn.attachments) {
    if (attachment.content_type.empty()) return Problem::kind;
    total += attachment.bytes.reveal().size();
  }
  if (total > config.max_file_bytes) return Problem::too_big;
  if (turn.attachments.size() > config.max_files) return Problem::too_many;
  if (turn.attachments.empty() && trim(turn.text).empty()) return Problem::empty;
  if (code_points(turn.text) > config.max_text) return Problem::too_long;
  return std::nullopt;
}

}  // namespace

std::optional<Locale> chosen_locale(const http::Request& request) {
  const auto chosen = http::cookie(request, kLanguageCookie);
  return chosen ? locale_from_tag(*chosen) : std::nullopt;
}

Locale reader_locale(const http::Request& request, Locale fallback) {
  if (const auto chosen = chosen_locale(request)) return *chosen;
  return webchat::preferred_locale(request.header("accept-language")).value_or(fallback);
}

bool from_own_page(const http::Request& request) {
  if (const std::string_view site = request.header("sec-fetch-site"); !site.empty())
    return site == "same-origin" || site == "none";
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return true;  // no browser that has cookies to be misused leaves both out
  const std::size_t host = origin.find("://");
  return host != std::string_view::npos && origin.substr(host + 3) == request.header("host");
}

Result<FormTurn> read_turn(const http::Request& request, const Config& config) {
  // One file more than allowed, so that too many can be said in words instead of as a malformed request.
  VARSEL_TRY(std::vector<http::Part> parts, read_parts(request, config.max_files + 1 + kOtherParts));
  FormTurn turn;
  std::optional<std::string> pressed;
  for (http::Part& part : parts) {
    if (part.name == "id" && could_be_our_id(part.body))
      turn.client_id = std::move(part.body);
    else if (part.name == "text")
      turn.text = with_line_feeds(part.body);
    else if (part.name == "button")
      pressed = std::move(part.body);
    else if (part.name == "file" && !(part.filename.empty() && part.body.empty()))  // "" for a file field left empty
      turn.attachments.push_back({webchat::safe_file_name(part.filename), std::string(webchat::sniff(part.body)),
                                  Personal<std::string>(std::move(part.body))});
  }
  if (pressed) turn.text = std::move(*pressed);
  if (!is_utf8(turn.text)) return fail(ErrorCode::invalid, "the text is no UTF-8");
  turn.problem = check(turn, config);
  return turn;
}

std::size_t max_form_bytes(const Config& config) {
  return config.max_file_bytes + config.max_text * 4 + kMultipartOverhead;
}

}  // namespace varsel::adapters::page
