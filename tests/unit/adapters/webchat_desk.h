// A desk in memory, written from the contract in adapters/channel.h: greets, repeats what it is told, offers two
// buttons, and drops what it has seen before.
#pragma once
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "adapters/channel.h"

namespace varsel::adapters::testing {

class MemoryDesk final : public Desk {
 public:
  // What every commit posted; called without the lock.
  std::function<void(const ConversationId&, const std::vector<Posted>&)> published;
  // The next call fails with this, once.
  std::optional<ErrorCode> fail_next;

  void deliver(Incoming message, Delivered done) override {
    std::unique_lock lock(mutex_);
    received_.push_back(message);
    if (const auto error = std::exchange(fail_next, std::nullopt)) {
      lock.unlock();
      return done(fail(*error, "as the test wishes"));
    }
    const auto at = conversations_.find(message.conversation);
    if (at == conversations_.end()) {
      lock.unlock();
      return done(fail(ErrorCode::not_found, "no such conversation"));
    }
    const auto key = std::pair(message.conversation, message.client_id + '|' + message.text.reveal());
    if (!message.client_id.empty() && turns_.contains(key)) {
      const auto before = turns_.at(key);
      lock.unlock();
      return done(before);
    }
    std::vector<Posted> turn(2);
    turn[0].from_person = true;
    turn[0].person = message.person;
    turn[0].text = message.text;
    turn[0].client_id = message.client_id;
    for (const Attachment& attachment : message.attachments) turn[0].attachments.push_back(attachment.name);
    turn[1].text = PersonalText("echo: " + message.text.reveal());
    turn[1].buttons = {{"Ja, det er rigtigt", "ja"}, {"Nej", "nej"}};
    turn[1].locale = message.locale;
    turn[1].progress = 40;
    commit(message.conversation, turn);
    turns_[key] = turn;
    lock.unlock();
    announce(message.conversation, turn);
    done(turn);
  }

  void open(ConversationId conversation, std::string, PersonId, std::optional<Locale> locale, Delivered done) override {
    std::unique_lock lock(mutex_);
    if (conversations_.contains(conversation)) {
      const auto there = conversations_.at(conversation);
      lock.unlock();
      return done(there);
    }
    std::vector<Posted> greeting(1);
    greeting[0].text = PersonalText("greeting " + std::string(locale ? tag(*locale) : "-"));
    commit(conversation, greeting);
    lock.unlock();
    announce(conversation, greeting);
    done(greeting);
  }

  void history(ConversationId conversation, std::uint64_t after, Delivered done) override {
    std::unique_lock lock(mutex_);
    if (const auto error = std::exchange(fail_next, std::nullopt)) {
      lock.unlock();
      return done(fail(*error, "as the test wishes"));
    }
    const auto at = conversations_.find(conversation);
    if (at == conversations_.end()) {
      lock.unlock();
      return done(fail(ErrorCode::not_found, "no such conversation"));
    }
    std::vector<Posted> news;
    for (const Posted& posted : at->second)
      if (posted.sequence > after) news.push_back(posted);
    lock.unlock();
    done(news);
  }

  std::vector<Incoming> received() {
    const std::lock_guard lock(mutex_);
    return received_;
  }

 private:
  // Numbers the turn; in_reply_to of what Varsel says is the person's message.
  void commit(const ConversationId& conversation, std::vector<Posted>& turn) {
    auto& all = conversations_[conversation];
    const bool reply = turn.front().from_person;
    const std::uint64_t first = all.size() + 1;
    for (Posted& posted : turn) {
      posted.sequence = all.size() + 1;
      posted.at = Instant(Millis(1'800'000'000'000));
      if (reply && !posted.from_person) posted.in_reply_to = first;
      all.push_back(posted);
    }
  }

  void announce(const ConversationId& conversation, const std::vector<Posted>& turn) {
    if (published) published(conversation, turn);
  }

  std::mutex mutex_;
  std::map<ConversationId, std::vector<Posted>> conversations_;
  std::map<std::pair<ConversationId, std::string>, std::vector<Posted>> turns_;
  std::vector<Incoming> received_;
};

}  // namespace varsel::adapters::testing
