#include "adapters/webchat/webchat.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <variant>

#include "adapters/http/form.h"
#include "adapters/webchat/activity.h"
#include "adapters/webchat/feed.h"
#include "adapters/webchat/file_type.h"
#include "adapters/webchat/token.h"
#include "base/text.h"

namespace varsel::adapters::webchat {
namespace {

using http::Method;
using http::Request;
using http::Responder;
using http::Response;
using nlohmann::json;

constexpr std::string_view kBase = "/v3/directline";
constexpr std::string_view kChannel = "webchat";
constexpr std::string_view kActivityType = "application/vnd.microsoft.activity";
constexpr std::chrono::seconds kStreamTokenLife{60};  // the client must connect within it
constexpr std::chrono::seconds kLongestHold{8};       // directlinejs gives up on a poll after 20 s
constexpr std::chrono::seconds kLongestDelay{10};     // of a request over the rate, before it is refused
// Asks for what comes after everything: whether the conversation exists, without reading it.
constexpr std::uint64_t kOnlyWhether = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kMultipartOverhead = 64 * 1024;  // boundaries, part headers and the activity of an upload

Response problem(int status, const char* code, const std::string& message) {
  return Response::json(status, json{{"error", {{"code", code}, {"message", message}}}}.dump());
}

// What the desk's refusals mean to a client. 502 is what Direct Line answers when a bot fails: clients offer to retry.
Response problem(const Error& error) {
  switch (error.code) {
    case ErrorCode::invalid:
      return problem(400, "BadArgument", "The message cannot be read.");
    case ErrorCode::not_found:
      return problem(404, "BadArgument", "Unknown conversation.");
    case ErrorCode::denied:
      return problem(403, "BadArgument", "Not allowed.");
    case ErrorCode::conflict:
    case ErrorCode::unavailable:
      return problem(502, "BotError", "The message was not kept. Please send it again.");
    case ErrorCode::corrupt:
      return problem(500, "ServiceError", "Something went wrong here.");
  }
  return problem(500, "ServiceError", "Something went wrong here.");
}

Response bad_argument(const std::string& message) {
  return problem(400, "BadArgument", message);
}

// Replayed by clients as we gave it; "" and "-" are the start.
std::optional<std::uint64_t> read_watermark(const Request& request) {
  const std::string_view text = request.query_value("watermark").value_or("");
  std::uint64_t after = 0;
  if (text.empty() || text == "-") return after;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), after);
  if (error != std::errc() || end != text.data() + text.size() || after > kOnlyWhether) return std::nullopt;
  return after;
}

// RFC 7240 §4.3: "Prefer: wait=8"
std::chrono::seconds wished_wait(const Request& request) {
  const std::string_view prefer = request.header("prefer");
  if (!prefer.starts_with("wait=")) return std::chrono::seconds(0);
  int wait = 0;
  std::from_chars(prefer.data() + 5, prefer.data() + prefer.size(), wait);
  return std::clamp(std::chrono::seconds(wait), std::chrono::seconds(0), kLongestHold);
}

bool is_user_id(const std::string& id) {
  return id.starts_with("dl_") && id.size() <= 128 &&
         std::all_of(id.begin(), id.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '|'; });
}

bool is_loopback(std::string_view address) {
  return address == "::1" || address.starts_with("127.");
}

struct Caller {
  bool secret = false;  // a service of the organisation: any conversation, any person
  ConversationId conversation;
  PersonId person;
};

}  // namespace

class WebChat::Body : public std::enable_shared_from_this<Body> {
 public:
  Body(Options options, Ports ports)
      : options_(std::move(options)),
        ports_(std::move(ports)),
        tokens_(options_.token_key),
        limiter_(options_.rate),
        feed_(std::make_shared<Feed>(ports_.desk)) {}

  void mount(http::Server& server) {
    const auto on = [&](Method method, std::string_view path, void (Body::*handler)(const Request&, Responder),
                        std::size_t max_body = 0) {
      server.route(
          method, std::string(kBase).append(path),
          [self = shared_from_this(), handler](const Request& request, Responder respond) {
            (self.get()->*handler)(request, std::move(respond));
          },
          max_body);
    };
    on(Method::post, "/tokens/generate", &Body::generate);
    on(Method::post, "/tokens/refresh", &Body::refresh);
    on(Method::post, "/conversations", &Body::start);
    on(Method::get, "/conversations/{id}", &Body::reconnect);
    on(Method::get, "/conversations/{id}/activities", &Body::activities);
    on(Method::post, "/conversations/{id}/activities", &Body::post);
    on(Method::post, "/conversations/{id}/upload", &Body::upload, options_.max_upload_bytes + kMultipartOverhead);
    on(Method::get, "/session/getsessionid", &Body::session);
    server.websocket(std::string(kBase) + "/conversations/{id}/stream",
                     [self = shared_from_this()](const Request& request) { return self->stream(request); });
    server.decorate(std::string(kBase), [self = shared_from_this()](const Request& request, Response& response) {
      self->allow_origin(request, response);
    });
  }

  void published(const ConversationId& conversation, const std::vector<Posted>& postings) {
    feed_->published(conversation, postings);
  }

  [[nodiscard]] Grant grant(const PersonId& wished) const {
    Grant grant{ConversationId(to_hex(ports_.random_bytes(16))), wished, ""};
    if (!is_user_id(wished.str())) grant.person = PersonId("dl_" + to_hex(ports_.random_bytes(16)));
    grant.token = token(Claims::Use::api, grant.conversation, grant.person);
    return grant;
  }

  [[nodiscard]] std::optional<Grant> holder(const std::string& given) const {
    Tokens::Checked checked = tokens_.check(given, Claims::Use::api, ports_.now());
    if (checked.verdict != Tokens::Verdict::good) return std::nullopt;
    return Grant{std::move(checked.claims.conversation), std::move(checked.claims.person), given};
  }

 private:
  // --- who calls -----------------------------------------------------------------------------------------------

  [[nodiscard]] std::variant<Caller, Response> identify(const Request& request) const {
    const std::string_view authorization = request.header("authorization");
    if (!authorization.starts_with("Bearer ") || authorization.size() == 7) {
      Response missing = problem(401, "BadArgument", "A token or secret is needed.");
      return std::move(missing.set("WWW-Authenticate", "Bearer"));
    }
    const std::string given(authorization.substr(7));
    if (options_.secret && !options_.secret->empty() && options_.secret->equals(given)) return Caller{true, {}, {}};
    Tokens::Checked checked = tokens_.check(given, Claims::Use::api, ports_.now());
    switch (checked.verdict) {
      case Tokens::Verdict::good:
        return Caller{false, std::move(checked.claims.conversation), std::move(checked.claims.person)};
      case Tokens::Verdict::expired:
        return problem(403, "TokenExpired", "The token has expired.");
      case Tokens::Verdict::forged:
        break;
    }
    return problem(403, "BadArgument", "The token or secret is not valid.");
  }

  // The caller of a route below /conversations/{id}; a token opens its own conversation only.
  [[nodiscard]] std::variant<Caller, Response> identify_for(const Request& request) const {
    auto caller = identify(request);
    if (auto* known = std::get_if<Caller>(&caller)) {
      ConversationId asked(request.param("id"));
      if (known->secret)
        known->conversation = std::move(asked);
      else if (known->conversation != asked)
        return problem(403, "BadArgument", "The token is for another conversation.");
    }
    return caller;
  }

  [[nodiscard]] std::string token(Claims::Use use, const ConversationId& conversation, const PersonId& person) const {
    const Instant expires =
        ports_.now() + (use == Claims::Use::api ? options_.token_life : std::chrono::seconds(kStreamTokenLife));
    return tokens_.issue({use, conversation, person, expires});
  }

  // Runs `go` now or when the address may again; refuses when that is too far off.
  void within_rate(const Request& request, const Responder& respond, std::function<void()> go) {
    if (options_.unlimited_loopback && is_loopback(request.remote)) return go();
    const auto wait = limiter_.book(request.remote, ports_.now(), kLongestDelay);
    if (!wait) {
      Response busy = problem(429, "TooManyRequests", "Too many requests from this address.");
      return respond(std::move(busy.set("Retry-After", std::to_string(kLongestDelay.count()))));
    }
    if (wait->count() == 0) return go();
    ports_.after(*wait, std::move(go));
  }

  // --- routes --------------------------------------------------------------------------------------------------

  void generate(const Request& request, Responder respond) {
    if (!(options_.anonymous && request.header("authorization").empty())) {
      auto caller = identify(request);
      if (auto* refused = std::get_if<Response>(&caller)) return respond(std::move(*refused));
      if (!std::get<Caller>(caller).secret)
        return respond(problem(403, "BadArgument", "A secret is needed, not a token."));
    }
    const auto opening = read_opening(request.body);
    if (!opening) return respond(bad_argument(opening.error().detail));
    within_rate(request, respond, [self = shared_from_this(), user = opening->user, respond] {
      respond(Response::json(200, self->granted(self->grant(user)).dump()));
    });
  }

  void refresh(const Request& request, Responder respond) {
    auto caller = identify(request);
    if (auto* refused = std::get_if<Response>(&caller)) return respond(std::move(*refused));
    const Caller& known = std::get<Caller>(caller);
    if (known.secret) return respond(problem(403, "BadArgument", "A secret cannot be refreshed."));
    const Grant renewed{known.conversation, known.person, token(Claims::Use::api, known.conversation, known.person)};
    respond(Response::json(200, granted(renewed).dump()));
  }

  void start(const Request& request, Responder respond) {
    auto caller = identify(request);
    if (auto* refused = std::get_if<Response>(&caller)) return respond(std::move(*refused));
    auto opening = read_opening(request.body);
    if (!opening) return respond(bad_argument(opening.error().detail));
    if (!opening->locale) opening->locale = preferred_locale(request.header("accept-language"));

    const Caller& known = std::get<Caller>(caller);
    const Grant made = known.secret ? grant(opening->user)
                                    : Grant{known.conversation, known.person,
                                            token(Claims::Use::api, known.conversation, known.person)};
    within_rate(request, respond, [self = shared_from_this(), &request, made, locale = opening->locale, respond] {
      self->open(request, made, locale, respond);
    });
  }

  void open(const Request& request, const Grant& made, std::optional<Locale> locale, const Responder& respond) {
    json body = granted(made);
    body["streamUrl"] = stream_url(request, made.conversation, made.person, "");
    // Asked first, because the answer tells a new conversation (201) from one that goes on (200).
    ports_.desk.history(made.conversation, kOnlyWhether,
                        [self = shared_from_this(), made, locale, respond,
                         body = body.dump()](const Result<std::vector<Posted>>& known) {
                          if (known) return respond(Response::json(200, body));
                          if (known.error().code != ErrorCode::not_found) return respond(problem(known.error()));
                          self->ports_.desk.open(
                              made.conversation, std::string(kChannel), made.person, locale,
                              [respond, body](const Result<std::vector<Posted>>& opened) {
                                respond(opened ? Response::json(201, body) : problem(opened.error()));
                              });
                        });
  }

  void reconnect(const Request& request, Responder respond) {
    auto caller = identify_for(request);
    if (auto* refused = std::get_if<Response>(&caller)) return respond(std::move(*refused));
    const Caller& known = std::get<Caller>(caller);
    json body = granted({known.conversation, known.person, token(Claims::Use::api, known.conversation, known.person)});
    body["streamUrl"] =
        stream_url(request, known.conversation, known.person, request.query_value("watermark").value_or(""));
    ports_.desk.history(known.conversation, kOnlyWhether,
                        [respond, body = body.dump()](const Result<std::vector<Posted>>& history) {
                          respond(history ? Response::json(200, body) : problem(history.error()));
                        });
  }

  void activities(const Request& request, Responder respond) {
    auto caller = identify_for(request);
    if (auto* refused = std::get_if<Response>(&caller)) return respond(std::move(*refused));
    const auto after = read_watermark(request);
    if (!after) return respond(bad_argument("The watermark is not one of ours."));
    const ConversationId conversation = std::get<Caller>(caller).conversation;
    const auto wait = wished_wait(request);
    if (wait.count() > 0) return hold(conversation, *after, wait, respond);
    ports_.desk.history(conversation, *after,
                        [conversation, after = *after, respond](const Result<std::vector<Posted>>& history) {
                          respond(polled(conversation, after, history));
                        });
  }

  // Answers when something is posted, or with nothing new when the time is up.
  void hold(const ConversationId& conversation, std::uint64_t after, std::chrono::seconds wait,
            const Responder& respond) {
    const auto follower = feed_->follow(conversation, after,
                                        {[conversation, after, respond](const std::vector<Posted>& postings) {
                                           respond(polled(conversation, after, postings));
                                           return false;
                                         },
                                         [conversation, after, respond](const Error& error) {
                                           if (error.code == ErrorCode::not_found)
                                             respond(polled(conversation, after, tl::make_unexpected(error)));
                                         }});
    ports_.after(wait, [self = shared_from_this(), follower, conversation, after, respond] {
      self->feed_->leave(follower);
      respond(polled(conversation, after, std::vector<Posted>()));
    });
  }

  static Response polled(const ConversationId& conversation, std::uint64_t after,
                         const Result<std::vector<Posted>>& history) {
    if (!history && history.error().code == ErrorCode::not_found) return problem(history.error());
    return Response::json(200, activity_set(conversation, history.value_or(std::vector<Posted>()), after));
  }

  // Clients ask, and do without: there is no session. A route all the same, so that the preflight before it passes.
  void session(const Request&, Responder respond) { respond(problem(404, "NotFound", "There are no sessions.")); }

  void post(const Request& request, Responder respond) {
    auto caller = identify_for(request);
    if (auto* refused = std::get_if<Response>(&caller)) return respond(std::move(*refused));
    auto received = read_activity(request.body);
    if (!received) return respond(bad_argument(received.error().detail));
    deliver(std::get<Caller>(caller), std::move(*received), {}, respond);
  }

  void upload(const Request& request, Responder respond) {
    auto caller = identify_for(request);
    if (auto* refused = std::get_if<Response>(&caller)) return respond(std::move(*refused));
    auto files = read_files(request);
    if (auto* refused = std::get_if<Response>(&files)) return respond(std::move(*refused));
    auto& [received, attachments] = std::get<Uploaded>(files);
    if (received.from.empty()) received.from = PersonId(std::string(request.query_value("userId").value_or("")));
    deliver(std::get<Caller>(caller), std::move(received), std::move(attachments), respond);
  }

  void deliver(const Caller& caller, Received received, std::vector<Attachment> attachments, const Responder& respond) {
    // Typing, events and the like: accepted, not kept, so they have the id of no activity.
    if (!received.message) return respond(posted_id(caller.conversation, 0));
    // A token that was made for nobody in particular came from a secret, whose owner vouches for from.id.
    PersonId person = caller.person.empty() ? std::move(received.from) : caller.person;
    if (person.empty()) return respond(problem(400, "MissingProperty", "from.id is missing."));
    ports_.desk.deliver({.channel = std::string(kChannel),
                         .conversation = caller.conversation,
                         .person = std::move(person),
                         .text = std::move(received.text),
                         .client_id = std::move(received.client_id),
                         .client_time = received.client_time,
                         .locale = received.locale,
                         .attachments = std::move(attachments)},
                        [conversation = caller.conversation, respond](const Result<std::vector<Posted>>& turn) {
                          if (!turn) return respond(problem(turn.error()));
                          respond(posted_id(conversation, turn->empty() ? 0 : turn->front().sequence));
                        });
  }

  static Response posted_id(const ConversationId& conversation, std::uint64_t sequence) {
    return Response::json(200, json{{"id", activity_id(conversation, sequence)}}.dump());
  }

  // --- files ---------------------------------------------------------------------------------------------------

  struct Uploaded {
    Received received;
    std::vector<Attachment> attachments;
  };

  // multipart/form-data with an activity and files, or the bytes of one file with Content-Disposition.
  [[nodiscard]] std::variant<Uploaded, Response> read_files(const Request& request) const {
    Uploaded uploaded;
    uploaded.received.message = true;
    std::vector<http::Part> parts;
    if (http::media_type(request.header("content-type")) == "multipart/form-data") {
      auto read = http::parse_multipart(request.header("content-type"), request.body, options_.max_files + 1);
      if (!read) return bad_argument("The upload is malformed or has too many files.");
      parts = std::move(*read);
    } else {
      const auto name = http::header_parameter(request.header("content-disposition"), "filename");
      parts.push_back({"file", name.value_or(""), "", request.body});
    }

    std::size_t total = 0;
    for (http::Part& part : parts) {
      if (part.content_type == kActivityType) {
        auto received = read_activity(part.body);
        if (!received) return bad_argument(received.error().detail);
        uploaded.received = std::move(*received);
        continue;
      }
      const std::string_view type = sniff(part.body);
      if (type.empty())
        return problem(415, "UnsupportedMediaType",
                       "Only pictures (PNG, JPEG, GIF, WebP), PDF, plain text and e-mails can be added.");
      if ((total += part.body.size()) > options_.max_upload_bytes)
        return problem(413, "MessageSizeTooBig", "The files are too large.");
      uploaded.attachments.push_back(
          {safe_file_name(part.filename), std::string(type), Personal<std::string>(std::move(part.body))});
    }
    if (uploaded.attachments.empty()) return problem(400, "MissingProperty", "There is no file in the upload.");
    if (uploaded.attachments.size() > options_.max_files) return bad_argument("There are too many files.");
    return uploaded;
  }

  // --- streams -------------------------------------------------------------------------------------------------

  [[nodiscard]] std::variant<Response, http::SocketEvents> stream(const Request& request) {
    const Tokens::Checked checked =
        tokens_.check(std::string(request.query_value("t").value_or("")), Claims::Use::stream, ports_.now());
    const auto after = read_watermark(request);
    if (checked.verdict != Tokens::Verdict::good || checked.claims.conversation.str() != request.param("id"))
      return problem(403, "TokenExpired", "The address of the stream is not valid any more.");
    if (!after) return bad_argument("The watermark is not one of ours.");

    auto follower = std::make_shared<std::shared_ptr<Feed::Follower>>();
    http::SocketEvents events;
    events.opened = [self = shared_from_this(), follower, after = *after,
                     conversation = checked.claims.conversation](std::shared_ptr<http::WebSocket> socket) {
      *follower =
          self->feed_->follow(conversation, after,
                              {[socket, conversation, after](const std::vector<Posted>& postings) {
                                 socket->send(activity_set(conversation, postings, after));
                                 return true;
                               },
                               // The client reconnects and is told there what is wrong; meanwhile nothing is lost.
                               [socket](const Error&) { socket->close(); }});
    };
    events.closed = [self = shared_from_this(), follower] { self->feed_->leave(*follower); };
    return events;
  }

  [[nodiscard]] std::string stream_url(const Request& request, const ConversationId& conversation,
                                       const PersonId& person, std::string_view watermark) const {
    std::string origin = options_.public_origin;
    if (origin.empty()) origin = (request.secure ? "https://" : "http://") + std::string(request.header("host"));
    return "ws" + origin.substr(4) + std::string(kBase) + "/conversations/" + http::percent_encode(conversation.str()) +
           "/stream?watermark=" + http::percent_encode(watermark) +
           "&t=" + token(Claims::Use::stream, conversation, person);
  }

  // --- answers -------------------------------------------------------------------------------------------------

  [[nodiscard]] json granted(const Grant& grant) const {
    return {{"conversationId", grant.conversation.str()},
            {"token", grant.token},
            {"expires_in", options_.token_life.count()}};
  }

  // On every answer, errors included: without it a page of another origin cannot even see what went wrong.
  void allow_origin(const Request& request, Response& response) const {
    response.set("Cache-Control", "no-store").set("X-Content-Type-Options", "nosniff");
    const std::string origin(request.header("origin"));
    if (origin.empty()) return;
    response.add("Vary", "Origin");
    const auto& allowed = options_.allowed_origins;
    if (std::find(allowed.begin(), allowed.end(), "*") == allowed.end() &&
        std::find(allowed.begin(), allowed.end(), origin) == allowed.end())
      return;
    // With credentials, because clients ask for the session with them; nothing here looks at a cookie.
    response.set("Access-Control-Allow-Origin", origin)
        .set("Access-Control-Allow-Credentials", "true")
        .set("Access-Control-Expose-Headers", "Retry-After");
    if (request.method != Method::options) return;
    response.set("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .set("Access-Control-Allow-Headers",
             "Authorization, Content-Type, Content-Disposition, Prefer, X-Ms-Bot-Agent, X-Requested-With")
        .set("Access-Control-Max-Age", "7200");
  }

  const Options options_;
  const Ports ports_;
  const Tokens tokens_;
  Limiter limiter_;
  const std::shared_ptr<Feed> feed_;
};

WebChat::WebChat(Options options, Ports ports) : body_(std::make_shared<Body>(std::move(options), std::move(ports))) {}
WebChat::~WebChat() = default;

void WebChat::mount(http::Server& server) {
  body_->mount(server);
}
void WebChat::published(const ConversationId& conversation, const std::vector<Posted>& postings) {
  body_->published(conversation, postings);
}
WebChat::Grant WebChat::grant() const {
  return body_->grant({});
}
std::optional<WebChat::Grant> WebChat::holder(const std::string& token) const {
  return body_->holder(token);
}

}  // namespace varsel::adapters::webchat
