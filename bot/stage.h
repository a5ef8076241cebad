// A stage for conversations without a network: the terminal, scripts and transcripts. The same front desk, the same
// store contract and the same clockwork as the server, with a clock and dice of its own.
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>

#include "adapters/console/transcript.h"
#include "bot/duties/clockwork.h"
#include "bot/front_desk.h"

namespace varsel::bot {

// Mails of a stage go nowhere; transcripts assert what stands in the outbox.
class NoMail final : public adapters::mail::Submission {
  adapters::mail::Attempt submit(const adapters::mail::Mail&) override {
    return {adapters::mail::Outcome::delivered, 0, "staged"};
  }
  void cancel() override {}
};

class Stage {
 public:
  // `mails` must outlive the stage. With `outside` nothing: a clock that only moves when told, from `start`, and dice
  // that fall the same way every time.
  Stage(House house, std::unique_ptr<storage::Store> store, adapters::mail::Submission& mails,
        std::optional<Outside> outside, Instant start);

  // Who speaks: "reporter" (or any other name: somebody else who reports), or the id of a contact, who then works on
  // the newest incident through the link of a mail.
  Result<std::vector<adapters::console::Said>> open(const std::string& speaker, Locale locale);
  Result<std::vector<adapters::console::Said>> say(const std::string& speaker, const PersonalText& text);
  // Moves the clock and does what becomes due on the way; returns what Varsel said unasked to that speaker.
  Result<std::vector<adapters::console::Said>> wait(const std::string& speaker, const adapters::console::TimeRow& time);

  // For adapters::console::replay().
  [[nodiscard]] adapters::console::Stage script(Locale locale, const std::string& first_speaker);

  [[nodiscard]] storage::Store& store() { return *store_; }
  [[nodiscard]] FrontDesk& desk() { return desk_; }
  [[nodiscard]] Instant now() const { return outside_.now(); }

 private:
  [[nodiscard]] ConversationId conversation(const std::string& speaker) const;
  Result<std::vector<adapters::console::Said>> collect(Result<std::vector<adapters::Posted>> posted);
  [[nodiscard]] std::optional<IncidentId> newest() const;
  [[nodiscard]] std::vector<adapters::console::MailRow> new_mails();
  [[nodiscard]] std::vector<std::string> new_events();
  [[nodiscard]] std::optional<std::string> fact(const std::string& name);

  House house_;
  std::unique_ptr<storage::Store> store_;
  std::shared_ptr<Instant> clock_;
  Outside outside_;
  Workers workers_;
  FrontDesk desk_;
  Clockwork clockwork_;
  std::set<std::string> opened_;
  std::set<std::string> seen_mails_;
  std::map<IncidentId, std::size_t> seen_events_;
};

// Plays a transcript on a stage of its own, in memory. `playbook` is used where the transcript names none; the shipped
// demo contacts. Errors: as open_house, and those of the turns.
[[nodiscard]] Result<adapters::console::Transcript> play(const adapters::console::Transcript& transcript,
                                                         const std::string& playbook);

}  // namespace varsel::bot
