#include "adapters/http/message.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <stdexcept>

namespace varsel::adapters::http {
namespace {

template <class Name>
const std::string* find(const Fields& fields, const Name& name) {
  const auto at = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
  return at == fields.end() ? nullptr : &at->second;
}

struct ErrorText {
  int status;
  const char* code;
  const char* message;
};
// The codes are those of Direct Line where it has one, so that one shape serves every API path.
constexpr std::array kErrors{
    ErrorText{400, "BadRequest", "The request is malformed."},
    ErrorText{404, "NotFound", "There is nothing at this address."},
    ErrorText{405, "MethodNotAllowed", "This address does not take this method; see Allow."},
    ErrorText{408, "RequestTimeout", "The request did not arrive in time."},
    ErrorText{413, "MessageSizeTooBig", "The request body is larger than this address takes."},
    ErrorText{414, "UriTooLong", "The address is too long."},
    ErrorText{415, "UnsupportedMediaType", "Compressed request bodies are not accepted."},
    ErrorText{417, "ExpectationFailed", "Only Expect: 100-continue is understood."},
    ErrorText{426, "UpgradeRequired", "This address speaks WebSocket only."},
    ErrorText{431, "HeadersTooLarge", "The request headers are too large."},
    ErrorText{500, "ServiceError", "Something went wrong here. Please try again."},
    ErrorText{501, "NotImplemented", "This method or transfer coding is not known here."},
    ErrorText{503, "ServiceUnavailable", "The service is busy. Please try again."},
    ErrorText{505, "HttpVersionNotSupported", "Use HTTP/1.1."},
};

}  // namespace

std::string_view name(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::del:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
  }
  return "GET";
}

std::string_view Request::header(std::string_view wanted) const {
  const std::string* value = find(headers, wanted);
  return value ? std::string_view(*value) : std::string_view();
}

std::optional<std::string_view> Request::query_value(std::string_view wanted) const {
  const std::string* value = find(query_values, wanted);
  return value ? std::optional<std::string_view>(*value) : std::nullopt;
}

const std::string& Request::param(std::string_view wanted) const {
  const std::string* value = find(params, wanted);
  if (!value) throw std::logic_error("a handler asks for a parameter that its route does not have");
  return *value;
}

Response Response::json(int status, std::string body) {
  return {status, "application/json", std::move(body), {}};
}
Response Response::html(int status, std::string body) {
  return {status, "text/html; charset=utf-8", std::move(body), {}};
}
Response Response::text(int status, std::string body) {
  return {status, "text/plain; charset=utf-8", std::move(body), {}};
}

Response& Response::set(std::string field, std::string value) {
  std::erase_if(headers, [&](const auto& header) { return header.first == field; });
  return add(std::move(field), std::move(value));
}

Response& Response::add(std::string field, std::string value) {
  headers.emplace_back(std::move(field), std::move(value));
  return *this;
}

Response plain_error(int status) {
  const auto* row = std::find_if(kErrors.begin(), kErrors.end(), [&](const auto& e) { return e.status == status; });
  if (row == kErrors.end()) throw std::logic_error("an error status without a text");
  return Response::json(
      status, std::string(R"({"error":{"code":")") + row->code + R"(","message":")" + row->message + R"("}})");
}

struct Responder::Once {
  explicit Once(std::function<void(Response)> with) : answer(std::move(with)) {}
  Once(const Once&) = delete;
  Once& operator=(const Once&) = delete;
  ~Once() {
    if (!answered.exchange(true)) answer(plain_error(500));
  }
  std::function<void(Response)> answer;
  std::atomic<bool> answered = false;
};

Responder::Responder(std::function<void(Response)> answer) : once_(std::make_shared<Once>(std::move(answer))) {}

void Responder::operator()(Response response) const {
  if (once_->answered.exchange(true)) return;
  std::exchange(once_->answer, nullptr)(std::move(response));
}

}  // namespace varsel::adapters::http
