// Who waits for what a conversation posts next: WebSocket streams and held polls.
//
// Each follower knows the last sequence it has. What the desk announces is passed on if it follows directly; otherwise
// (a gap, a late start) the history is asked for. So nothing is missed or sent twice, whatever overtakes what.
#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "adapters/channel.h"

namespace varsel::adapters::webchat {

class Feed : public std::enable_shared_from_this<Feed> {
 public:
  explicit Feed(Desk& desk) : desk_(desk) {}

  // What a follower does; must not block or call the feed.
  struct Sink {
    std::function<bool(const std::vector<Posted>&)> postings;  // oldest first; false: wants no more
    std::function<void(const Error&)> failed;  // the history cannot be had now; an announcement tries again
  };
  class Follower;

  // Everything after `after`, for as long as the follower is kept; begins with the history.
  std::shared_ptr<Follower> follow(const ConversationId& conversation, std::uint64_t after, Sink sink);
  void leave(const std::shared_ptr<Follower>& follower);

  void published(const ConversationId& conversation, const std::vector<Posted>& postings);

 private:
  void load(const std::shared_ptr<Follower>& follower);
  void loaded(const std::shared_ptr<Follower>& follower, const Result<std::vector<Posted>>& history);

  Desk& desk_;
  std::mutex mutex_;
  std::unordered_map<ConversationId, std::vector<std::shared_ptr<Follower>>> followers_;
};

}  // namespace varsel::adapters::webchat
