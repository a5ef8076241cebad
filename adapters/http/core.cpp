#include "adapters/http/core.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/text.h"

namespace varsel::adapters::http {
namespace {

namespace ip = boost::asio::ip;

template <class Bytes>
bool same_prefix(const Bytes& a, const Bytes& b, unsigned bits) {
  for (std::size_t i = 0; i < a.size() && bits > 0; ++i) {
    const unsigned here = std::min(bits, 8u);
    const unsigned mask = (0xffu << (8 - here)) & 0xffu;
    if ((a[i] & mask) != (b[i] & mask)) return false;
    bits -= here;
  }
  return true;
}

// RFC 9110 §5.6.2
bool is_token(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

bool is_field_value(const std::string& text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool can_be_sent(const Response& response) {
  return is_field_value(response.content_type) &&
         std::all_of(response.headers.begin(), response.headers.end(),
                     [](const auto& field) { return is_token(field.first) && is_field_value(field.second); });
}

}  // namespace

std::string http_date(Instant at) {
  static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at) - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                kDays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

bool Network::contains(const ip::address& other) const {
  if (address.is_v4() != other.is_v4()) return false;
  return address.is_v4() ? same_prefix(address.to_v4().to_bytes(), other.to_v4().to_bytes(), prefix_bits)
                         : same_prefix(address.to_v6().to_bytes(), other.to_v6().to_bytes(), prefix_bits);
}

void Core::enter(std::shared_ptr<Session> session) {
  const std::lock_guard lock(mutex_);
  const Session* key = session.get();
  sessions_.emplace(key, std::move(session));
}

void Core::leave(const Session* session) {
  std::shared_ptr<Session> last;  // dies after the lock
  const std::lock_guard lock(mutex_);
  const auto at = sessions_.find(session);
  if (at == sessions_.end()) return;
  last = std::move(at->second);
  sessions_.erase(at);
  if (sessions_.empty()) empty_.notify_all();
}

std::size_t Core::open() const {
  const std::lock_guard lock(mutex_);
  return sessions_.size();
}

std::vector<std::shared_ptr<Session>> Core::sessions() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<Session>> all;
  all.reserve(sessions_.size());
  for (const auto& [key, session] : sessions_) all.push_back(session);
  return all;
}

bool Core::wait_until_empty(std::chrono::milliseconds at_most) {
  std::unique_lock lock(mutex_);
  return empty_.wait_for(lock, at_most, [this] { return sessions_.empty(); });
}

Response Core::error(const Request& request, int status) {
  ++refused;
  if (options.error_page)
    if (auto page = options.error_page(request, status)) return std::move(*page);
  return plain_error(status);
}

void Core::finish(const Request& request, Response& response) const {
  for (const auto& [prefix, decorate] : decorators)
    if (request.path.starts_with(prefix)) decorate(request, response);
  if (!can_be_sent(response)) response = plain_error(500);
}

void Core::identify(const ip::address& peer, Request& request) const {
  const auto trusted = [this](const ip::address& address) {
    return std::any_of(proxies.begin(), proxies.end(), [&](const Network& net) { return net.contains(address); });
  };
  request.secure = tls.has_value();
  ip::address client = peer;
  if (trusted(peer)) {
    request.secure = request.secure || request.header("x-forwarded-proto") == "https";
    // From the right: each proxy appended whom it saw. The first that is no proxy of ours is the client; what stands
    // left of it, the client may have made up.
    std::string_view chain;
    for (const auto& [field, value] : request.headers)
      if (field == "x-forwarded-for") chain = value;
    while (!chain.empty() && trusted(client)) {
      const std::size_t comma = chain.rfind(',');
      const std::string hop = trim(comma == std::string_view::npos ? chain : chain.substr(comma + 1));
      chain = comma == std::string_view::npos ? std::string_view() : chain.substr(0, comma);
      boost::system::error_code error;
      const auto address = ip::make_address(hop, error);
      if (error) break;
      client = address;
    }
  }
  request.remote = client.to_string();
}

}  // namespace varsel::adapters::http
