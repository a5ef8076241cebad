// What a file is, by its bytes: the sender's word for it is not believed.
#pragma once
#include <string>
#include <string_view>

namespace varsel::adapters::webchat {

// One of image/png, image/jpeg, image/gif, image/webp, application/pdf, message/rfc822 (.eml),
// application/vnd.ms-outlook (.msg), text/plain; "" for everything else, which is not accepted: a report needs
// screenshots and the mail that went astray, not programs or documents with macros.
std::string_view sniff(std::string_view bytes);

// A name that is safe to show and to offer for saving: the last path component, without control or direction
// characters, at most 120 code points; "file" if nothing is left.
std::string safe_file_name(std::string_view name);

}  // namespace varsel::adapters::webchat
