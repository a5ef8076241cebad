#include "adapters/page/page.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "adapters/http/form.h"
#include "adapters/http/security_headers.h"
#include "adapters/http/server.h"
#include "adapters/page/assets.h"
#include "adapters/page/form_turn.h"
#include "adapters/page/render.h"
#include "adapters/webchat/token.h"

namespace varsel::adapters::page {
namespace {

using http::Method;
using http::Request;
using http::Responder;
using http::Response;
using webchat::Claims;

// The same channel as Direct Line: a page that loses its JavaScript goes on as a form, in the same conversation.
constexpr const char* kChannel = "webchat";
constexpr std::chrono::hours kLanguageKept{365 * 24};
// Asks for what comes after everything: whether the conversation exists, without reading it.
constexpr std::uint64_t kOnlyWhether = std::numeric_limits<std::int64_t>::max();

struct Session {
  ConversationId conversation;
  PersonId person;
};

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::denied:
      return 403;
    case ErrorCode::conflict:
    case ErrorCode::unavailable:
      return 503;
    case ErrorCode::corrupt:
      return 500;
  }
  return 500;
}

int status_of(Problem problem) {
  switch (problem) {
    case Problem::too_big:
    case Problem::too_long:
      return 413;
    case Problem::kind:
      return 415;
    case Problem::unavailable:
      return 503;
    case Problem::too_often:
      return 429;
    case Problem::empty:
    case Problem::too_many:
      return 422;
  }
  return 422;
}

Response see_other(const std::string& location) {
  return Response{303, "", "", {{"Location", location}}};
}

}  // namespace

class Pages::Body : public std::enable_shared_from_this<Body> {
 public:
  Body(Config config, const webchat::Tokens& tokens, Desk& desk, CaseDesk& cases, TrialMails* mails)
      : config_(std::move(config)),
        tokens_(tokens),
        desk_(desk),
        cases_(cases),
        mails_(mails),
        limiter_(config_.rate) {}

  void serve(http::Server& server) {
    const auto on = [&](Method method, std::string_view path, void (Body::*handler)(const Request&, const Responder&),
                        std::size_t max_body = 0) {
      server.route(
          method, config_.base + std::string(path),
          [self = shared_from_this(), handler](const Request& request, const Responder& respond) {
            if (request.method == Method::post && !from_own_page(request)) return respond(self->error(request, 403));
            (self.get()->*handler)(request, respond);
          },
          max_body);
    };
    on(Method::get, "/", &Body::show_chat);
    on(Method::post, "/", &Body::take_chat_turn, max_form_bytes(config_));
    on(Method::post, "/language", &Body::choose_language);
    on(Method::post, "/leave", &Body::leave);
    on(Method::get, "/left", &Body::show_left);
    on(Method::get, "/case/{token}", &Body::show_case);
    on(Method::post, "/case/{token}", &Body::take_case_turn, max_form_bytes(config_));
    on(Method::get, "/assets/{version}/{name}", &Body::show_asset);
    if (config_.trial && mails_) {
      on(Method::get, "/trial/mails", &Body::show_mails);
      on(Method::get, "/trial/mails/{id}", &Body::show_mail);
    }
  }

  [[nodiscard]] Response error(const Request& request, int status) const {
    return page(request, status, failure_page(view(request, "/"), status));
  }

 private:
  // --- what every page has -------------------------------------------------------------------------------------

  [[nodiscard]] View view(const Request& request, std::string path) const {
    return {config_, reader_locale(request, config_.fallback), std::move(path), config_.now()};
  }

  [[nodiscard]] static Response guarded(const Request& request, Response response) {
    // Not no-referrer, with which browsers send "Origin: null" with our own forms (Fetch, "serializing a request
    // origin").
    response.set("Referrer-Policy", "same-origin");
    http::add_security_headers(request, response);
    return response;
  }

  [[nodiscard]] static Response page(const Request& request, int status, std::string html) {
    Response response = Response::html(status, std::move(html));
    response.set("Vary", "Accept-Language, Cookie");
    if (status == 503 || status == 429) response.set("Retry-After", "5");
    return guarded(request, std::move(response));
  }

  // __Host- keeps other hosts of the same domain from setting it (RFC 6265bis §4.1.3); it wants Secure and Path=/.
  [[nodiscard]] std::string cookie_name() const { return config_.secure_cookies ? "__Host-varsel" : "varsel"; }
  [[nodiscard]] std::string cookie(const std::string& name, const std::string& value, const char* attributes) const {
    return name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + (config_.secure_cookies ? "; Secure" : "") +
           attributes;
  }

  // --- whose conversation --------------------------------------------------------------------------------------

  [[nodiscard]] std::string token(const Session& session, std::chrono::seconds life) const {
    return tokens_.issue({Claims::Use::api, session.conversation, session.person, config_.now() + life});
  }

  [[nodiscard]] std::optional<Session> known_session(const Request& request) const {
    const auto given = http::cookie(request, cookie_name());
    if (!given) return std::nullopt;
    auto checked = tokens_.check(*given, Claims::Use::api, config_.now());
    if (checked.verdict != webchat::Tokens::Verdict::good) return std::nullopt;
    return Session{std::move(checked.claims.conversation), std::move(checked.claims.person)};
  }

  [[nodiscard]] Session session(const Request& request) const {
    if (auto known = known_session(request)) return std::move(*known);
    return {ConversationId(config_.random_id()), PersonId("dl_" + config_.random_id())};
  }

  // Kept until the browser closes, or until the token in it ends.
  void keep(const Session& session, Response& response) const {
    response.add("Set-Cookie", cookie(cookie_name(), token(session, config_.session), ""));
  }

  // --- showing -------------------------------------------------------------------------------------------------

  using Show = std::function<void(Result<Chat>)>;
  void load(const Session& session, Show show) {
    desk_.history(session.conversation, 0,
                  [self = shared_from_this(), session, show = std::move(show)](Result<std::vector<Posted>> history) {
                    // Named but not opened yet: the page says what Varsel would.
                    if (!history && history.error().code != ErrorCode::not_found)
                      return show(tl::make_unexpected(history.error()));
                    Chat chat{session.conversation,
                              session.person,
                              self->token(session, self->config_.api_token),
                              {},
                              self->config_.random_id(),
                              {},
                              std::nullopt};
                    if (history) chat.postings = std::move(*history);
                    show(std::move(chat));
                  });
  }

  // A page of a conversation, as the address it stands at has it.
  struct Place {
    Session session;
    View view;
    std::optional<CaseView> incident;
  };

  [[nodiscard]] Response drawn(const Request& request, const Place& place, const Chat& chat) const {
    const int status = chat.problem ? status_of(*chat.problem) : 200;
    Response response = page(
        request, status, place.incident ? case_page(place.view, *place.incident, chat) : chat_page(place.view, chat));
    if (!place.incident) keep(place.session, response);
    return response;
  }

  void show(const Request& request, const Responder& respond, const Place& place, const FormTurn* refused) {
    std::optional<FormTurn> kept;
    if (refused) kept = FormTurn{refused->client_id, refused->text, {}, refused->problem};
    load(place.session, [self = shared_from_this(), &request, respond, place, kept](Result<Chat> chat) {
      if (!chat) return respond(self->error(request, status_of(chat.error().code)));
      if (kept) {
        // The same id again: if the first attempt was kept after all, the second is recognised.
        if (!kept->client_id.empty()) chat->client_id = kept->client_id;
        chat->draft = PersonalText(kept->text);
        chat->problem = kept->problem;
      }
      respond(self->drawn(request, place, *chat));
    });
  }

  void show_chat(const Request& request, const Responder& respond) {
    show(request, respond, {session(request), view(request, "/"), std::nullopt}, nullptr);
  }

  void find_case(const Request& request, const Responder& respond, std::function<void(const Place&)> found) {
    cases_.lookup(request.param("token"), chosen_locale(request),
                  [self = shared_from_this(), &request, respond, found = std::move(found)](Result<CaseView> incident) {
                    if (!incident) return respond(self->error(request, status_of(incident.error().code)));
                    Place place{{incident->conversation, incident->person},
                                self->view(request, "/case/" + request.param("token")),
                                std::nullopt};
                    place.view.locale = incident->locale;
                    place.incident = std::move(*incident);
                    found(place);
                  });
  }

  void show_case(const Request& request, const Responder& respond) {
    find_case(request, respond, [self = shared_from_this(), &request, respond](const Place& place) {
      self->show(request, respond, place, nullptr);
    });
  }

  // --- taking --------------------------------------------------------------------------------------------------

  void take_chat_turn(const Request& request, const Responder& respond) {
    take(request, respond, {session(request), view(request, "/"), std::nullopt});
  }

  void take_case_turn(const Request& request, const Responder& respond) {
    find_case(request, respond, [self = shared_from_this(), &request, respond](const Place& place) {
      self->take(request, respond, place);
    });
  }

  void take(const Request& request, const Responder& respond, const Place& place) {
    auto turn = read_turn(request, config_);
    if (!turn) return respond(error(request, 400));
    if (turn->problem) return show(request, respond, place, &*turn);
    if (turn->client_id.empty()) turn->client_id = config_.random_id();
    const auto kept = std::make_shared<FormTurn>(std::move(*turn));
    desk_.history(
        place.session.conversation, kOnlyWhether,
        [self = shared_from_this(), &request, respond, place, kept](const Result<std::vector<Posted>>& known) {
          if (known) return self->deliver(request, respond, place, kept);
          if (known.error().code != ErrorCode::not_found)
            return self->not_taken(request, respond, place, *kept, known.error().code);
          self->begin(request, respond, place, kept);
        });
  }

  // The first message of a conversation. Naming one costs nothing; keeping it does, so an address has its rate.
  void begin(const Request& request, const Responder& respond, const Place& place,
             const std::shared_ptr<FormTurn>& turn) {
    if (!config_.trial && !limiter_.book(request.remote, config_.now(), Millis(0))) {
      turn->problem = Problem::too_often;
      return show(request, respond, place, turn.get());
    }
    desk_.open(place.session.conversation, kChannel, place.session.person, place.view.locale,
               [self = shared_from_this(), &request, respond, place, turn](const Result<std::vector<Posted>>& opened) {
                 if (!opened) return self->not_taken(request, respond, place, *turn, opened.error().code);
                 self->deliver(request, respond, place, turn);
               });
  }

  void deliver(const Request& request, const Responder& respond, const Place& place,
               const std::shared_ptr<FormTurn>& turn) {
    desk_.deliver(
        {.channel = kChannel,
         .conversation = place.session.conversation,
         .person = place.session.person,
         .text = PersonalText(turn->text),
         .client_id = turn->client_id,
         .client_time = std::nullopt,
         .locale = place.view.locale,
         .attachments = std::move(turn->attachments)},
        [self = shared_from_this(), &request, respond, place, turn](const Result<std::vector<Posted>>& taken) {
          if (!taken) return self->not_taken(request, respond, place, *turn, taken.error().code);
          Response response = see_other(self->config_.base + place.view.path + "#latest");
          if (!place.incident) self->keep(place.session, response);
          respond(guarded(request, std::move(response)));
        });
  }

  void not_taken(const Request& request, const Responder& respond, const Place& place, FormTurn turn, ErrorCode why) {
    switch (why) {
      case ErrorCode::invalid:
        turn.problem = Problem::empty;
        break;
      case ErrorCode::unavailable:
      case ErrorCode::conflict:
        turn.problem = Problem::unavailable;
        break;
      case ErrorCode::not_found:
      case ErrorCode::denied:
      case ErrorCode::corrupt:
        return respond(error(request, status_of(why)));
    }
    show(request, respond, place, &turn);
  }

  // --- language, leaving, files, mails -------------------------------------------------------------------------

  void choose_language(const Request& request, const Responder& respond) {
    const auto fields = http::parse_urlencoded(request.body);
    if (!fields) return respond(error(request, 400));
    std::string back = "/";
    std::optional<Locale> language;
    for (const auto& [name, value] : *fields) {
      if (name == "back") back = own_path(value);
      if (name == "language") language = locale_from_tag(value);
    }
    if (!language) return respond(error(request, 400));
    Response response = see_other(config_.base + back);
    const std::string kept = "; Max-Age=" + std::to_string(std::chrono::seconds(kLanguageKept).count());
    response.add("Set-Cookie", cookie(std::string(kLanguageCookie), std::string(tag(*language)), kept.c_str()));
    respond(guarded(request, std::move(response)));
  }

  void leave(const Request& request, const Responder& respond) {
    Response response = see_other(config_.base + "/left");
    response.add("Set-Cookie", cookie(cookie_name(), "", "; Max-Age=0"));
    respond(guarded(request, std::move(response)));
  }

  void show_left(const Request& request, const Responder& respond) {
    respond(page(request, 200, left_page(view(request, "/left"))));
  }

  void show_asset(const Request& request, const Responder& respond) {
    const auto& files = assets();
    const auto file = std::find_if(files.begin(), files.end(),
                                   [&](const Asset& asset) { return asset.name == request.param("name"); });
    if (file == files.end() || request.param("version") != assets_version()) return respond(error(request, 404));
    const std::string etag = "\"" + std::string(assets_version()) + "\"";
    const bool known = request.header("if-none-match").find(etag) != std::string_view::npos;
    Response response = known ? Response{304, "", "", {}}
                              : Response{200, std::string(file->content_type), std::string(file->bytes), {}};
    response.set("ETag", etag).set("Cache-Control", "public, max-age=31536000, immutable");
    respond(guarded(request, std::move(response)));
  }

  void show_mails(const Request& request, const Responder& respond) {
    mails_->list([self = shared_from_this(), &request, respond](const Result<std::vector<MailSummary>>& mails) {
      if (!mails) return respond(self->error(request, status_of(mails.error().code)));
      respond(page(request, 200, mails_page(self->view(request, "/trial/mails"), *mails)));
    });
  }

  void show_mail(const Request& request, const Responder& respond) {
    const std::string& id = request.param("id");
    mails_->read(id, [self = shared_from_this(), &request, respond, id](const Result<PersonalText>& mail) {
      if (!mail) return respond(self->error(request, status_of(mail.error().code)));
      respond(page(request, 200,
                   mail_page(self->view(request, own_path("/trial/mails/" + id)), read_mail(mail->reveal()))));
    });
  }

  const Config config_;
  const webchat::Tokens& tokens_;
  Desk& desk_;
  CaseDesk& cases_;
  TrialMails* const mails_;
  webchat::Limiter limiter_;
};

Pages::Pages(Config config, const webchat::Tokens& tokens, Desk& desk, CaseDesk& cases, TrialMails* mails)
    : body_(std::make_shared<Body>(std::move(config), tokens, desk, cases, mails)) {}

Pages::~Pages() = default;

void Pages::serve(http::Server& server) {
  body_->serve(server);
}

std::optional<Response> Pages::error_page(const Request& request, int status) const {
  // Browsers name text/html when a person opens a page or sends a form; Direct Line clients and services do not.
  if (request.header("accept").find("text/html") == std::string_view::npos) return std::nullopt;
  return body_->error(request, status);
}

}  // namespace varsel::adapters::page
