// The pages as HTML: what is to be seen in, text out. Nothing here asks a port or a clock.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/page/mail_view.h"
#include "adapters/page/page.h"

namespace varsel::adapters::page {

// A path of ours that a link or a form may lead to; "/" for anything else, so that nobody can send a reader elsewhere.
[[nodiscard]] std::string own_path(std::string_view path);

// Who looks at which page.
struct View {
  const Config& config;
  Locale locale = Locale::en;
  std::string path;  // of this page below Config::base, "/" or "/case/..."; forms come back to it
  Instant now;
};

// Why a message that came as a form was not taken; the page shows it beside what was written.
enum class Problem { empty, too_long, too_big, kind, too_many, too_often, unavailable };

struct Chat {
  ConversationId conversation;
  PersonId person;
  std::string api_token;
  std::vector<Posted> postings;
  std::string client_id;  // of the next message, made for this page: sending the form twice is sending it once
  PersonalText draft;
  std::optional<Problem> problem;
};

[[nodiscard]] std::string chat_page(const View& view, const Chat& chat);
[[nodiscard]] std::string case_page(const View& view, const CaseView& incident, const Chat& chat);
[[nodiscard]] std::string left_page(const View& view);
[[nodiscard]] std::string mails_page(const View& view, const std::vector<MailSummary>& mails);
[[nodiscard]] std::string mail_page(const View& view, const MailView& mail);
// For any status; those without words of their own are said as 400 or 500.
[[nodiscard]] std::string failure_page(const View& view, int status);

}  // namespace varsel::adapters::page
