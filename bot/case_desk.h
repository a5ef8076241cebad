// Cases by the link of a mail: checks the token, opens the holder's conversation, and says what that role may see.
#pragma once
#include "adapters/page/page.h"
#include "bot/front_desk.h"

namespace varsel::bot {

class CaseDesk final : public adapters::page::CaseDesk {
 public:
  // All arguments outlive it.
  CaseDesk(const House& house, const Outside& outside, storage::Store& store, FrontDesk& desk)
      : house_(house), outside_(outside), store_(store), desk_(desk) {}
  void lookup(std::string_view token, std::optional<Locale> locale, Found done) override;

 private:
  [[nodiscard]] adapters::page::CaseView view(const storage::Access& access, const incident::Record& record,
                                              const std::vector<storage::OutboxRow>& outbox, Locale locale) const;
  const House& house_;
  const Outside& outside_;
  storage::Store& store_;
  FrontDesk& desk_;
};

}  // namespace varsel::bot
