#include "adapters/webchat/file_type.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace varsel::adapters::webchat {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view type;
};
constexpr std::array kMagic{
    Magic{"\x89PNG\r\n\x1a\n"sv, "image/png"},  // W3C PNG §5.2
    Magic{"\xff\xd8\xff"sv, "image/jpeg"},      // ITU-T T.81 Annex B
    Magic{"GIF87a"sv, "image/gif"},
    Magic{"GIF89a"sv, "image/gif"},
    Magic{"%PDF-"sv, "application/pdf"},  // ISO 32000 §7.5.2
};
constexpr std::string_view kCompoundFile = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv;  // [MS-CFB] §2.2
// [MS-OXMSG] §2.4: every message holds this stream; a spreadsheet in the same container does not.
constexpr std::string_view kOutlookProperties = "_\0_\0p\0r\0o\0p\0e\0r\0t\0i\0e\0s\0_\0v\0e\0r\0s\0i\0o\0n\0"sv;
constexpr std::array kMailFields{"received:"sv,     "from:"sv,       "to:"sv,   "subject:"sv,     "return-path:"sv,
                                 "delivered-to:"sv, "message-id:"sv, "date:"sv, "mime-version:"sv};

bool is_text(std::string_view bytes) {
  return is_utf8(bytes) && std::none_of(bytes.begin(), bytes.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
         });
}

// RFC 5322: header fields first. Two known ones near the top tell a mail from a note that begins "To: ...".
bool is_mail(std::string_view text) {
  int known = 0;
  for (int line = 0; line < 40 && !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    std::string field(text.substr(0, std::min(text.find(':'), std::size_t{20}) + 1));
    std::transform(field.begin(), field.end(), field.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (std::find(kMailFields.begin(), kMailFields.end(), field) != kMailFields.end() && ++known == 2) return true;
    if (end == std::string_view::npos || end <= 1) break;
    text.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace

std::string_view sniff(std::string_view bytes) {
  for (const Magic& magic : kMagic)
    if (bytes.starts_with(magic.bytes)) return magic.type;
  if (bytes.starts_with("RIFF") && bytes.substr(std::min(bytes.size(), std::size_t{8})).starts_with("WEBP"))
    return "image/webp";
  if (bytes.starts_with(kCompoundFile) && bytes.find(kOutlookProperties) != std::string_view::npos)
    return "application/vnd.ms-outlook";
  // Mail may hold Latin-1, text may not.
  if (is_mail(bytes) && bytes.find('\0') == std::string_view::npos) return "message/rfc822";
  if (!bytes.empty() && is_text(bytes)) return "text/plain";
  return "";
}

std::string safe_file_name(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  std::string safe = clean_text(name);
  std::replace_if(
      safe.begin(), safe.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  safe = trim(prefix(safe, 120));
  return safe.empty() || safe == "." || safe == ".." ? "file" : safe;
}

}  // namespace varsel::adapters::webchat
