// A desk for the tests of bot/: everything but the channels.
#pragma once
#include <future>
#include <random>

#include "bot/front_desk.h"
#include "bot/house.h"
#include "storage/open.h"
#include "tests/catch.h"

namespace varsel::bot {

using adapters::Posted;

// A desk on a store in memory, with a clock and dice of its own.
class Desk {
 public:
  Desk() : store_(storage::open_memory()), workers_(2), desk_(house_, outside_, *store_, workers_) {}

  Result<std::vector<Posted>> open(const std::string& conversation) {
    return wait([&](auto done) {
      desk_.open(ConversationId(conversation), "webchat", PersonId("dl_" + conversation), Locale::en, done);
    });
  }
  Result<std::vector<Posted>> say(const std::string& conversation, const std::string& text,
                                  const std::string& client_id = "") {
    return wait([&](auto done) { desk_.deliver(message(conversation, text, client_id), done); });
  }
  std::vector<Posted> history(const std::string& conversation) {
    return wait([&](auto done) { desk_.history(ConversationId(conversation), 0, done); }).value();
  }
  static adapters::Incoming message(const std::string& conversation, const std::string& text,
                                    const std::string& client_id) {
    adapters::Incoming incoming;
    incoming.channel = "webchat";
    incoming.conversation = ConversationId(conversation);
    incoming.person = PersonId("dl_" + conversation);
    incoming.text = PersonalText(text);
    incoming.client_id = client_id;
    return incoming;
  }
  [[nodiscard]] IncidentId incident() { return store_->incidents().value().front().id; }
  storage::Store& store() { return *store_; }
  FrontDesk& desk() { return desk_; }
  const House& house() const { return house_; }
  const Outside& outside() const { return outside_; }

  static Result<std::vector<Posted>> wait(const std::function<void(adapters::Desk::Delivered)>& ask) {
    std::promise<Result<std::vector<Posted>>> promise;
    ask([&promise](Result<std::vector<Posted>> result) { promise.set_value(std::move(result)); });
    return promise.get_future().get();
  }

 private:
  House house_ = open_house({.playbook = "muni"}).value();
  std::mt19937_64 dice_{7};
  std::mutex dice_mutex_;
  Outside outside_{[] { return parse_instant("2026-11-20T09:00:00Z").value(); },
                   [this](std::size_t bytes) {
                     const std::lock_guard lock(dice_mutex_);
                     std::string out;
                     for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(dice_() & 0xFF);
                     return out;
                   }};
  std::unique_ptr<storage::Store> store_;
  Workers workers_;
  FrontDesk desk_;
};

}  // namespace varsel::bot
