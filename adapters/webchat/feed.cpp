#include "adapters/webchat/feed.h"

#include <algorithm>

namespace varsel::adapters::webchat {

// `mutex` orders what one follower gets. It is never held while the desk is called.
class Feed::Follower {
 public:
  Follower(ConversationId of, std::uint64_t after, Sink into)
      : conversation(std::move(of)), sink(std::move(into)), seen(after) {}

  // Passes on what is new in `postings`, which must not leave a gap after `seen`. False: wants no more.
  bool pass_on(const std::vector<Posted>& postings) {
    const auto news =
        std::find_if(postings.begin(), postings.end(), [this](const Posted& p) { return p.sequence > seen; });
    if (news == postings.end()) return true;
    seen = postings.back().sequence;
    return sink.postings({news, postings.end()});
  }

  const ConversationId conversation;
  const Sink sink;
  std::mutex mutex;
  std::uint64_t seen;
  bool loading = true;  // the history has been asked for
  bool again = false;   // something was announced meanwhile
};

std::shared_ptr<Feed::Follower> Feed::follow(const ConversationId& conversation, std::uint64_t after, Sink sink) {
  auto follower = std::make_shared<Follower>(conversation, after, std::move(sink));
  {
    // Entered first, asked afterwards: what is committed in between is announced.
    const std::lock_guard lock(mutex_);
    followers_[conversation].push_back(follower);
  }
  load(follower);
  return follower;
}

void Feed::leave(const std::shared_ptr<Follower>& follower) {
  const std::lock_guard lock(mutex_);
  const auto at = followers_.find(follower->conversation);
  if (at == followers_.end()) return;
  std::erase(at->second, follower);
  if (at->second.empty()) followers_.erase(at);
}

void Feed::published(const ConversationId& conversation, const std::vector<Posted>& postings) {
  if (postings.empty()) return;
  std::vector<std::shared_ptr<Follower>> those;
  {
    const std::lock_guard lock(mutex_);
    const auto at = followers_.find(conversation);
    if (at == followers_.end()) return;
    those = at->second;
  }
  for (const auto& follower : those) {
    bool more = true;
    {
      const std::lock_guard lock(follower->mutex);
      if (follower->loading) {
        follower->again = true;
        continue;
      }
      follower->loading = postings.front().sequence > follower->seen + 1;
      if (!follower->loading) more = follower->pass_on(postings);
      if (more && !follower->loading) continue;
    }
    more ? load(follower) : leave(follower);
  }
}

void Feed::load(const std::shared_ptr<Follower>& follower) {
  std::uint64_t after = 0;
  {
    const std::lock_guard lock(follower->mutex);
    after = follower->seen;
  }
  desk_.history(follower->conversation, after,
                [weak = weak_from_this(), follower](const Result<std::vector<Posted>>& history) {
                  if (const auto self = weak.lock()) self->loaded(follower, history);
                });
}

void Feed::loaded(const std::shared_ptr<Follower>& follower, const Result<std::vector<Posted>>& history) {
  bool more = true;
  {
    const std::lock_guard lock(follower->mutex);
    if (history)
      more = follower->pass_on(*history);
    else
      follower->sink.failed(history.error());
    follower->loading = more && follower->again && history.has_value();
    follower->again = false;
    if (more && !follower->loading) return;
  }
  more ? load(follower) : leave(follower);
}

}  // namespace varsel::adapters::webchat
