// What a browser sent: the reader's language, whether the form was ours, and the message in it. Everything is checked
// here and nothing is asked of anybody.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "adapters/page/render.h"

namespace varsel::adapters::page {

inline constexpr std::string_view kLanguageCookie = "varsel_language";

// What the reader chose on a page, or nothing.
[[nodiscard]] std::optional<Locale> chosen_locale(const http::Request& request);
// That, or what the browser asks for, or `fallback`.
[[nodiscard]] Locale reader_locale(const http::Request& request, Locale fallback);

// Whether a form came from a page of this very server. Beside SameSite cookies, which older browsers do not know.
// Sources: W3C Fetch Metadata (Sec-Fetch-Site), RFC 6454 §7 (Origin).
[[nodiscard]] bool from_own_page(const http::Request& request);

struct FormTurn {
  std::string client_id;  // "" if the form had none that could be ours
  std::string text;
  std::vector<Attachment> attachments;
  std::optional<Problem> problem;  // why it cannot be delivered; the text is there all the same
};
// invalid: no form, or a malformed one.
[[nodiscard]] Result<FormTurn> read_turn(const http::Request& request, const Config& config);

// The most that a form may weigh: its files, its text, and what multipart adds.
[[nodiscard]] std::size_t max_form_bytes(const Config& config);

}  // namespace varsel::adapters::page
