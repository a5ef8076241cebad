#include "adapters/page/render.h"

#include <unicode/datefmt.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "adapters/page/assets.h"
#include "adapters/page/html.h"

namespace varsel::adapters::page {
namespace {

constexpr std::array<std::pair<Locale, const char*>, 4> kLanguages{
    {{Locale::da, "Dansk"}, {Locale::nb, "Bokmål"}, {Locale::nn, "Nynorsk"}, {Locale::en, "English"}}};

// What webchat::sniff accepts, as the file dialog understands it.
constexpr const char* kAccept =
    "image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,message/rfc822,.eml,.msg,.txt";

std::string text(const View& view, std::string_view id) {
  return view.config.text(id, view.locale);
}
std::string address(const View& view, std::string_view path) {
  return view.config.base + std::string(path);
}
std::string asset(const View& view, std::string_view name) {
  return view.config.base + "/assets/" + std::string(assets_version()) + "/" + std::string(name);
}
std::string megabytes(std::size_t bytes) {
  return std::to_string(bytes / (1024 * 1024)) + " MB";
}

// English is read in Europe here: the clock has 24 hours and the day comes before the month. web/log.js says the same.
const char* words_of(Locale locale) {
  return locale == Locale::en ? "en_GB" : tag(locale).data();
}

// In the language's own words. ICU knows every one of our languages, so a failure is a broken installation; the ISO
// form is still right then.
std::string in_words(const View& view, Instant at, icu::DateFormat::EStyle date) {
  const icu::Locale locale(words_of(view.locale));
  const std::unique_ptr<icu::DateFormat> format(
      date == icu::DateFormat::kNone ? icu::DateFormat::createTimeInstance(icu::DateFormat::kShort, locale)
                                     : icu::DateFormat::createDateTimeInstance(date, icu::DateFormat::kShort, locale));
  if (!format) return iso(at, view.config.zone);
  format->adoptTimeZone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(view.config.zone.name())));
  icu::UnicodeString out;
  format->format(static_cast<UDate>(at.time_since_epoch().count()), out);
  std::string utf8;
  return out.toUTF8String(utf8);
}

std::string short_time(const View& view, Instant at) {
  const bool today = date_of(view.config.zone.local(at)) == date_of(view.config.zone.local(view.now));
  return in_words(view, at, today ? icu::DateFormat::kNone : icu::DateFormat::kMedium);
}

// --- around every page -------------------------------------------------------------------------------------------

void head(Html& html, const View& view, const std::string& title, bool script) {
  html.inside("head", {}, [&] {
    html.alone("meta", {{"charset", "utf-8"}});
    // On a phone the keyboard makes the page smaller instead of covering the message box.
    html.alone("meta", {{"name", "viewport"},
                        {"content", "width=device-width, initial-scale=1, interactive-widget=resizes-content"}});
    html.alone("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html.alone("meta", {{"name", "robots"}, {"content", "noindex"}});
    html.leaf("title", {}, title == text(view, "web.name") ? title : title + " – " + text(view, "web.name"));
    html.alone("link", {{"rel", "icon"}, {"href", asset(view, "mark.svg")}});
    html.alone("link", {{"rel", "stylesheet"}, {"href", asset(view, "varsel.css")}});
    if (!script) return;
    for (const char* module : {"direct-line.js", "log.js"})
      html.alone("link", {{"rel", "modulepreload"}, {"href", asset(view, module)}});
    html.leaf("script", {{"type", "module"}, {"src", asset(view, "chat.js")}}, "");
  });
}

void top(Html& html, const View& view, bool leave) {
  html.inside("header", {}, [&] {
    if (view.config.trial)
      html.inside("p", {{"class", "trial"}}, [&] {
        html.text(text(view, "web.trial") + " ");
        html.leaf("a", {{"href", address(view, "/trial/mails")}}, text(view, "web.trial.mails"));
      });
    html.inside("div", {{"class", "top"}}, [&] {
      html.inside("a", {{"class", "brand"}, {"href", address(view, "/")}}, [&] {
        html.alone("img", {{"src", asset(view, "mark.svg")}, {"alt", ""}, {"width", "32"}, {"height", "32"}});
        html.text(text(view, "web.name"));
      });
      html.inside("div", {{"class", "tools"}}, [&] {
        html.inside("form",
                    {{"class", "languages"},
                     {"method", "post"},
                     {"action", address(view, "/language")},
                     {"role", "group"},
                     {"aria-label", text(view, "web.language")}},
                    [&] {
                      html.alone("input", {{"type", "hidden"}, {"name", "back"}, {"value", view.path}});
                      for (const auto& [locale, name] : kLanguages)
                        html.leaf("button",
                                  {{"class", "quiet"},
                                   {"name", "language"},
                                   {"value", std::string(tag(locale))},
                                   {"lang", std::string(tag(locale))},
                                   {"aria-current", "true", locale == view.locale}},
                                  name);
                    });
        if (leave)
          html.inside("form",
                      {{"class", "leave"},
                       {"id", "leave"},
                       {"method", "post"},
                       {"action", address(view, "/leave")},
                       {"data-left", address(view, "/left")}},
                      [&] {
                        html.leaf("button", {{"title", text(view, "web.leave.hint")}}, text(view, "web.leave"));
                      });
      });
    });
  });
}

std::string plain_page(const View& view, const std::string& title, const std::function<void(Html&)>& content) {
  Html html;
  head(html, view, title, false);
  html.inside("body", {}, [&] {
    top(html, view, false);
    html.inside("main", {{"class", "page"}}, [&] {
      html.leaf("h1", {}, title);
      content(html);
    });
  });
  return std::move(html).page(tag(view.locale));
}

// --- the conversation --------------------------------------------------------------------------------------------

// A turn, or with nothing posted the empty shape that log.js fills in.
void turn(Html& html, const View& view, bool mine, const Posted* posted, bool latest) {
  html.inside("article", {{"class", mine ? "turn mine" : "turn"}, {"id", "latest", latest}}, [&] {
    html.inside("p", {{"class", "who"}}, [&] {
      html.leaf("b", {}, text(view, mine ? "web.you" : "web.name"));
      html.text(" ");
      html.leaf("time", {{"datetime", posted ? iso(posted->at) : ""}}, posted ? short_time(view, posted->at) : "");
    });
    const bool foreign = posted && posted->locale && *posted->locale != view.locale;
    const std::string said = posted ? posted->text.reveal() : "";
    html.leaf("div",
              {{"class", "said"},
               {"dir", "auto"},
               {"lang", foreign ? std::string(tag(*posted->locale)) : "", foreign},
               {"hidden", "", posted && said.empty()}},
              said);
    html.inside("ul",
                {{"class", "files"},
                 {"aria-label", text(view, "web.attached")},
                 {"hidden", "", !posted || posted->attachments.empty()}},
                [&] {
                  if (!posted) return;
                  for (const std::string& name : posted->attachments)
                    html.inside("li", {}, [&] { html.leaf("bdi", {}, name); });
                });
  });
}

// The first answer to the last message: where a reader goes on reading after the form was sent.
std::size_t latest_of(const std::vector<Posted>& postings) {
  const auto last_mine =
      std::find_if(postings.rbegin(), postings.rend(), [](const Posted& p) { return p.from_person; });
  const auto after = static_cast<std::size_t>(postings.rend() - last_mine);
  return after < postings.size() ? after : postings.size() - 1;
}

void log(Html& html, const View& view, const Chat& chat) {
  html.inside(
      "div",
      {{"id", "log"}, {"class", "log"}, {"role", "log"}, {"aria-live", "off"}, {"aria-labelledby", "chat-heading"}},
      [&] {
        if (chat.postings.empty()) html.leaf("p", {{"class", "empty"}}, text(view, "web.chat.empty"));
        const std::size_t latest = chat.postings.empty() ? 0 : latest_of(chat.postings);
        for (std::size_t i = 0; i < chat.postings.size(); ++i)
          turn(html, view, chat.postings[i].from_person, &chat.postings[i], i == latest);
      });
}

void progress(Html& html, const View& view, const std::vector<Posted>& postings) {
  const auto known = std::find_if(postings.rbegin(), postings.rend(), [](const Posted& p) { return p.progress; });
  const bool shown = known != postings.rend();
  const std::string percent = shown ? std::to_string(*known->progress) : "0";
  html.inside("div", {{"id", "progress"}, {"class", "progress"}, {"hidden", "", !shown}}, [&] {
    html.leaf("label", {{"for", "progress-bar"}}, text(view, "web.progress"));
    html.leaf("progress", {{"id", "progress-bar"}, {"max", "100"}, {"value", percent}}, "");
    html.leaf("span", {{"class", "percent"}}, percent + " %");
  });
}

// Suggested answers belong to the last message alone.
void buttons(Html& html, const View& view, const Chat& chat) {
  const bool any = !chat.postings.empty() && !chat.postings.back().buttons.empty();
  html.inside("form",
              {{"id", "buttons"},
               {"class", "buttons"},
               {"method", "post"},
               {"action", address(view, view.path)},
               {"hidden", "", !any}},
              [&] {
                html.alone("input", {{"type", "hidden"}, {"name", "id"}, {"value", chat.client_id}});
                html.inside("fieldset", {{"class", "row"}, {"aria-label", text(view, "web.buttons")}}, [&] {
                  if (!any) return;
                  for (const Button& button : chat.postings.back().buttons)
                    html.leaf("button", {{"name", "button"}, {"value", button.value}}, button.label);
                });
              });
}

std::string words(const View& view, Problem problem) {
  switch (problem) {
    case Problem::empty:
      return text(view, "web.problem.empty");
    case Problem::too_long:
      return text(view, "web.problem.too_long");
    case Problem::too_big:
      return text(view, "web.problem.too_big") + " " + megabytes(view.config.max_file_bytes);
    case Problem::kind:
      return text(view, "web.problem.kind");
    case Problem::too_many:
      return text(view, "web.problem.too_many");
    case Problem::too_often:
      return text(view, "web.error.429.text");
    case Problem::unavailable:
      return text(view, "web.problem.unavailable");
  }
  return {};
}

void composer(Html& html, const View& view, const Chat& chat) {
  html.inside("div", {{"id", "foot"}, {"class", "foot"}}, [&] {
    html.leaf("p", {{"id", "status"}, {"class", "status"}, {"role", "status"}}, "");
    html.leaf("p", {{"id", "problem"}, {"class", "problem"}, {"role", "alert"}, {"hidden", "", !chat.problem}},
              chat.problem ? words(view, *chat.problem) : "");
    html.inside(
        "form",
        {{"id", "composer"},
         {"class", "composer"},
         {"method", "post"},
         {"action", address(view, view.path)},
         {"enctype", "multipart/form-data"}},
        [&] {
          html.alone("input", {{"type", "hidden"}, {"name", "id"}, {"value", chat.client_id}});
          html.leaf("label", {{"for", "message"}}, text(view, "web.message"));
          // One line break after <textarea> is swallowed by the parser: give it one to swallow.
          html.leaf("textarea",
                    {{"id", "message"},
                     {"name", "text"},
                     {"rows", "2"},
                     {"dir", "auto"},
                     {"autocomplete", "off"},
                     {"aria-describedby", "problem hint"}},
                    "\n" + chat.draft.reveal());
          html.leaf(
              "ul",
              {{"id", "chosen"}, {"class", "files"}, {"aria-label", text(view, "web.attach.chosen")}, {"hidden", ""}},
              "");
          html.inside("div", {{"class", "actions"}}, [&] {
            html.inside("div", {{"class", "attach"}}, [&] {
              html.leaf("label", {{"for", "file"}}, text(view, "web.attach"));
              html.alone("input", {{"id", "file"},
                                   {"type", "file"},
                                   {"name", "file"},
                                   {"multiple", ""},
                                   {"accept", kAccept},
                                   {"aria-label", text(view, "web.attach")},
                                   {"aria-describedby", "attach-hint"}});
            });
            html.leaf("button", {{"class", "send"}}, text(view, "web.send"));
          });
        });
    html.inside("div", {{"class", "hints"}}, [&] {
      html.leaf("p", {{"id", "hint"}, {"hidden", ""}}, text(view, "web.hint"));
      html.text(" ");
      html.leaf("p", {{"id", "attach-hint"}},
                text(view, "web.attach.hint") + " " + megabytes(view.config.max_file_bytes));
    });
  });
}

void chat_section(Html& html, const View& view, const Chat& chat, const char* heading, bool heading_hidden) {
  const Config& config = view.config;
  html.inside("section",
              {{"id", "chat"},
               {"class", "chat"},
               {"tabindex", "-1"},
               {"aria-labelledby", "chat-heading"},
               {"data-action", address(view, view.path)},
               {"data-direct-line", config.base + "/v3/directline"},
               {"data-conversation", chat.conversation.str()},
               {"data-person", chat.person.str()},
               {"data-token", chat.api_token},
               {"data-seconds", std::to_string(config.api_token.count())},
               {"data-max-text", std::to_string(config.max_text)},
               {"data-max-files", std::to_string(config.max_files)},
               {"data-max-file", std::to_string(config.max_file_bytes)}},
              [&] {
                html.leaf("h2", {{"id", "chat-heading"}, {"class", "vh", heading_hidden}}, text(view, heading));
                progress(html, view, chat.postings);
                log(html, view, chat);
                html.inside("p", {{"id", "writing"}, {"class", "writing"}, {"aria-hidden", "true"}, {"hidden", ""}},
                            [&] {
                              for (int dot = 0; dot < 3; ++dot) html.leaf("i", {}, "");
                              html.leaf("span", {}, text(view, "web.writing"));
                            });
                buttons(html, view, chat);
                composer(html, view, chat);
              });
  html.inside("template", {{"id", "turn-mine"}}, [&] { turn(html, view, true, nullptr, false); });
  html.inside("template", {{"id", "turn-theirs"}}, [&] { turn(html, view, false, nullptr, false); });
  html.leaf("div",
            {{"id", "texts"},
             {"hidden", ""},
             {"data-sending", text(view, "web.state.sending")},
             {"data-sent", text(view, "web.state.sent")},
             {"data-waiting", text(view, "web.state.waiting")},
             {"data-failed", text(view, "web.state.failed")},
             {"data-retry", text(view, "web.state.retry")},
             {"data-edit", text(view, "web.state.edit")},
             {"data-offline", text(view, "web.offline")},
             {"data-online", text(view, "web.online")},
             {"data-remove", text(view, "web.attach.remove")},
             {"data-kind", text(view, "web.problem.kind")},
             {"data-too-big", text(view, "web.problem.too_big")},
             {"data-too-many", text(view, "web.problem.too_many")},
             {"data-too-long", text(view, "web.problem.too_long")},
             {"data-empty", text(view, "web.problem.empty")},
             {"data-limit", megabytes(config.max_file_bytes)}},
            "");
}

enum class Beside { report, incident };  // what stands next to the conversation

std::string with_chat(const View& view, const Chat& chat, Beside beside, const std::string& title,
                      const std::function<void(Html&)>& about) {
  const bool started =
      std::any_of(chat.postings.begin(), chat.postings.end(), [](const Posted& p) { return p.from_person; });
  Html html;
  head(html, view, title, true);
  html.inside("body", {{"class", "started", started}}, [&] {
    html.leaf("a", {{"class", "skip"}, {"href", "#message"}}, text(view, "web.skip"));
    top(html, view, true);
    html.inside("main", {{"class", "desk"}}, [&] {
      html.inside("div", {{"class", beside == Beside::report ? "about fixed" : "about"}}, [&] {
        html.leaf("h1", {}, title);
        about(html);
      });
      chat_section(html, view, chat, beside == Beside::report ? "web.chat" : "web.case.chat", beside == Beside::report);
    });
    html.inside("footer", {{"class", "small below"}}, [&] {
      html.leaf("h2", {}, text(view, "web.privacy.heading"));
      html.leaf("p", {}, text(view, "web.privacy.text"));
    });
  });
  return std::move(html).page(tag(view.locale));
}

void rows(Html& html, const std::vector<CaseView::Row>& rows) {
  html.inside("dl", {}, [&] {
    for (const CaseView::Row& row : rows) {
      html.leaf("dt", {}, row.label);
      html.leaf("dd", {{"dir", "auto"}}, row.value);
    }
  });
}

// Addresses of our own case pages can be followed, to this very server; all other text stays text.
void with_links(Html& html, const View& view, std::string_view rest) {
  constexpr std::string_view kCase = "/case/";
  while (!rest.empty()) {
    const std::size_t word = std::min(rest.find("http"), rest.size());
    const std::string_view url = rest.substr(word, rest.find_first_of(" \n\t>", word) - word);
    const std::size_t path = url.find(kCase);
    html.text(rest.substr(0, word));
    if (path == std::string_view::npos || own_path(url.substr(path)) == "/")
      html.text(url);
    else
      html.leaf("a", {{"href", address(view, url.substr(path))}}, url);
    rest.remove_prefix(word + url.size());
  }
}

}  // namespace

std::string own_path(std::string_view path) {
  const bool plain =
      path.starts_with('/') && !path.starts_with("//") && std::all_of(path.begin(), path.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.' || c == '/';
      });
  return plain ? std::string(path) : "/";
}

std::string chat_page(const View& view, const Chat& chat) {
  return with_chat(view, chat, Beside::report, text(view, "web.title"), [&](Html& html) {
    html.leaf("p", {{"class", "lead"}}, text(view, "web.lead"));
    html.inside("section", {{"class", "note"}, {"aria-labelledby", "note-heading"}}, [&] {
      html.leaf("h2", {{"id", "note-heading"}, {"class", "vh"}}, text(view, "web.note.heading"));
      html.inside("ul", {}, [&] {
        for (const char* id : {"web.note.readers", "web.note.kept", "web.note.blame", "web.note.numbers"})
          html.leaf("li", {}, text(view, id));
      });
    });
  });
}

std::string case_page(const View& view, const CaseView& incident, const Chat& chat) {
  return with_chat(view, chat, Beside::incident, incident.title, [&](Html& html) {
    html.leaf("p", {{"class", "small"}}, text(view, "web.case.notice"));
    if (const auto& clock = incident.clock)
      html.inside("section", {{"class", "card clock"}, {"aria-labelledby", "clock-heading"}}, [&] {
        html.leaf("h2", {{"id", "clock-heading"}}, text(view, "web.case.due"));
        html.leaf("p", {}, clock->label);
        html.inside("p", {}, [&] { html.leaf("time", {{"datetime", iso(clock->due)}}, clock->text); });
      });
    for (const CaseView::Section& section : incident.sections)
      html.inside("section", {{"class", "card"}}, [&] {
        html.leaf("h2", {}, section.heading);
        rows(html, section.rows);
      });
  });
}

std::string left_page(const View& view) {
  return plain_page(view, text(view, "web.left.title"), [&](Html& html) {
    html.leaf("p", {{"class", "lead"}}, text(view, "web.left.text"));
    html.inside("p", {}, [&] {
      html.leaf("a", {{"class", "button"}, {"href", address(view, "/")}}, text(view, "web.left.again"));
    });
  });
}

std::string mails_page(const View& view, const std::vector<MailSummary>& mails) {
  return plain_page(view, text(view, "web.mails.title"), [&](Html& html) {
    html.leaf("p", {{"class", "lead"}}, text(view, mails.empty() ? "web.mails.none" : "web.mails.lead"));
    html.inside("ol", {{"class", "mails"}, {"hidden", "", mails.empty()}}, [&] {
      for (const MailSummary& mail : mails)
        html.inside("li", {{"class", "card"}}, [&] {
          html.inside("a", {{"href", address(view, "/trial/mails/" + mail.id)}},
                      [&] { html.leaf("bdi", {}, mail.subject.reveal()); });
          html.inside("p", {}, [&] {
            html.leaf("time", {{"datetime", iso(mail.at)}}, in_words(view, mail.at, icu::DateFormat::kMedium));
            html.text(" · " + text(view, "web.mails.to") + " ");
            html.leaf("bdi", {}, mail.to.reveal());
          });
        });
    });
    html.inside("p", {}, [&] { html.leaf("a", {{"href", address(view, "/")}}, text(view, "web.mails.back")); });
  });
}

std::string mail_page(const View& view, const MailView& mail) {
  return plain_page(view, mail.subject.empty() ? text(view, "web.mails.title") : mail.subject, [&](Html& html) {
    html.inside("section", {{"class", "card"}}, [&] {
      rows(html, {{text(view, "web.mails.from"), mail.from},
                  {text(view, "web.mails.to"), mail.to},
                  {text(view, "web.mails.date"), mail.date}});
    });
    if (const auto& invitation = mail.invitation)
      html.inside("section", {{"class", "card clock"}}, [&] {
        html.leaf("h2", {}, text(view, invitation->cancelled ? "web.invite.cancel" : "web.invite"));
        std::vector<CaseView::Row> lines;
        const auto line = [&](const char* label, const std::string& value) {
          if (!value.empty()) lines.push_back({text(view, label), value});
        };
        const auto time = [&](const std::optional<Instant>& at) {
          return at ? in_words(view, *at, icu::DateFormat::kFull) : std::string();
        };
        line("web.invite.what", invitation->summary);
        line("web.invite.start", time(invitation->start));
        line("web.invite.end", time(invitation->end));
        line("web.invite.where", invitation->location);
        line("web.invite.organizer", invitation->organizer);
        std::string attendees;
        for (const std::string& attendee : invitation->attendees)
          attendees.append(attendees.empty() ? "" : "\n").append(attendee);
        line("web.invite.attendees", attendees);
        line("web.invite.description", invitation->description);
        rows(html, lines);
      });
    html.inside("section", {{"class", "card"}}, [&] {
      html.leaf("h2", {}, text(view, "web.mails.text"));
      html.inside("p", {{"class", "body"}, {"dir", "auto"}}, [&] { with_links(html, view, mail.text); });
    });
    html.inside("details", {{"class", "card"}}, [&] {
      html.leaf("summary", {}, text(view, "web.mails.raw"));
      html.leaf("pre", {{"tabindex", "0"}}, mail.raw);
    });
    html.inside("p", {}, [&] {
      html.leaf("a", {{"href", address(view, "/trial/mails")}}, text(view, "web.mails.list"));
    });
  });
}

std::string failure_page(const View& view, int status) {
  constexpr std::array kKnown{400, 403, 404, 405, 408, 413, 414, 429, 431, 500, 503};
  const int said = std::find(kKnown.begin(), kKnown.end(), status) != kKnown.end() ? status : status < 500 ? 400 : 500;
  const std::string id = "web.error." + std::to_string(said);
  return plain_page(view, text(view, id), [&](Html& html) {
    html.leaf("p", {{"class", "lead"}}, text(view, id + ".text"));
    html.leaf("p", {}, text(view, "web.error.kept"));
    html.inside("p", {}, [&] {
      html.leaf("a", {{"class", "button"}, {"href", address(view, "/")}}, text(view, "web.error.back"));
    });
  });
}

}  // namespace varsel::adapters::page
