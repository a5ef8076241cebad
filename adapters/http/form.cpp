#include "adapters/http/form.h"

#include <algorithm>

#include "base/text.h"

namespace varsel::adapters::http {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}
bool is_line_break_or_tab(char c) {
  return c == '\n' || c == '\r' || c == '\t';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view strip(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::string> decode_escapes(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (text.size() - i < 3 || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0) return std::nullopt;
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    }
  }
  if (!is_utf8(out)) return std::nullopt;
  return out;
}

std::optional<std::string> decode_form_value(std::string_view text) {
  auto out = decode_escapes(text, true);
  if (out && std::any_of(out->begin(), out->end(), [](char c) { return is_control(c) && !is_line_break_or_tab(c); }))
    return std::nullopt;
  return out;
}

// The next piece of `rest` up to `separator`, which is taken off.
std::string_view cut(std::string_view& rest, std::string_view separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view piece = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + separator.size());
  return piece;
}

bool equals_ignoring_case(std::string_view a, std::string_view lower_case) {
  return std::equal(a.begin(), a.end(), lower_case.begin(), lower_case.end(),
                    [](char x, char y) { return lower(x) == y; });
}

Result<Part> parse_part(std::string_view raw) {
  const std::size_t blank = raw.find("\r\n\r\n");
  if (blank == std::string_view::npos) return fail(ErrorCode::invalid, "a part without an empty line");
  Part part;
  bool named = false;
  std::string_view head = raw.substr(0, blank);
  while (!head.empty()) {
    std::string_view value = cut(head, "\r\n");
    const std::string_view field = cut(value, ":");
    if (equals_ignoring_case(field, "content-disposition")) {
      const auto field_name = header_parameter(value, "name");
      if (media_type(value) != "form-data" || !field_name) return fail(ErrorCode::invalid, "a part without a name");
      part.name = *field_name;
      part.filename = header_parameter(value, "filename").value_or("");
      named = true;
    } else if (equals_ignoring_case(field, "content-type")) {
      part.content_type = media_type(value);
    }
  }
  if (!named) return fail(ErrorCode::invalid, "a part without Content-Disposition");
  part.body = std::string(raw.substr(blank + 4));
  return part;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text) {
  auto out = decode_escapes(text, false);
  if (out && std::any_of(out->begin(), out->end(), is_control)) return std::nullopt;
  return out;
}

std::string percent_encode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool unreserved =
        (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (unreserved) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHexDigits[byte >> 4];
      out += kHexDigits[byte & 15];
    }
  }
  return out;
}

Result<Fields> parse_urlencoded(std::string_view text, std::size_t max_fields) {
  Fields fields;
  while (!text.empty()) {
    std::string_view value = cut(text, "&");
    if (value.empty()) continue;
    auto field_name = decode_form_value(cut(value, "="));
    auto field_value = decode_form_value(value);
    if (!field_name || !field_value) return fail(ErrorCode::invalid, "a form value with a bad escape");
    if (fields.size() == max_fields) return fail(ErrorCode::invalid, "too many form fields");
    fields.emplace_back(std::move(*field_name), std::move(*field_value));
  }
  return fields;
}

std::optional<std::string> cookie(const Request& request, std::string_view wanted) {
  for (const auto& [field, cookies] : request.headers) {
    if (field != "cookie") continue;
    std::string_view rest = cookies;
    while (!rest.empty()) {
      std::string_view value = cut(rest, ";");
      if (strip(cut(value, "=")) == wanted) return std::string(strip(value));
    }
  }
  return std::nullopt;
}

Result<std::vector<Part>> parse_multipart(std::string_view content_type, std::string_view body, std::size_t max_parts) {
  const auto boundary = header_parameter(content_type, "boundary");
  if (media_type(content_type) != "multipart/form-data" || !boundary || boundary->empty() || boundary->size() > 70)
    return fail(ErrorCode::invalid, "not multipart/form-data with a boundary");
  const std::string delimiter = "\r\n--" + *boundary;

  // The first delimiter needs no line break before it (RFC 2046 §5.1.1); a preamble is nothing a browser sends.
  if (!body.starts_with(std::string_view(delimiter).substr(2)))
    return fail(ErrorCode::invalid, "the body does not begin with its boundary");
  body.remove_prefix(delimiter.size() - 2);

  std::vector<Part> parts;
  while (!body.starts_with("--")) {
    if (!body.starts_with("\r\n")) return fail(ErrorCode::invalid, "a boundary line with something after it");
    body.remove_prefix(2);
    const std::size_t end = body.find(delimiter);
    if (end == std::string_view::npos) return fail(ErrorCode::invalid, "the last boundary is missing");
    if (parts.size() == max_parts) return fail(ErrorCode::invalid, "too many parts");
    VARSEL_TRY(parts.emplace_back(), parse_part(body.substr(0, end)));
    body.remove_prefix(end + delimiter.size());
  }
  return parts;
}

std::optional<std::string> header_parameter(std::string_view header, std::string_view wanted) {
  cut(header, ";");
  while (!header.empty()) {
    const std::string_view field = strip(cut(header, "="));
    std::string value;
    header = strip(header);
    if (header.starts_with('"')) {
      header.remove_prefix(1);
      const std::size_t close = header.find('"');
      if (close == std::string_view::npos) return std::nullopt;
      value = std::string(header.substr(0, close));
      header.remove_prefix(close + 1);
      cut(header, ";");
    } else {
      value = std::string(strip(cut(header, ";")));
    }
    if (!equals_ignoring_case(field, wanted)) continue;
    for (std::size_t at = 0; (at = value.find("%22", at)) != std::string::npos; ++at) value.replace(at, 3, 1, '"');
    return value;
  }
  return std::nullopt;
}

std::string media_type(std::string_view content_type) {
  std::string type(strip(cut(content_type, ";")));
  std::transform(type.begin(), type.end(), type.begin(), lower);
  return type;
}

}  // namespace varsel::adapters::http
