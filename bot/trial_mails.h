// The mails of a trial, shown on a page: what would be sent if there were a mail server.
#pragma once
#include <filesystem>

#include "adapters/page/page.h"
#include "bot/turn.h"

namespace varsel::bot {

class TrialMails final : public adapters::page::TrialMails {
 public:
  // `folder` is where the .eml files are. Arguments outlive it.
  TrialMails(std::filesystem::path folder, storage::Store& store) : folder_(std::move(folder)), store_(store) {}
  void list(Listed done) override;
  void read(std::string_view id, Read done) override;

 private:
  std::filesystem::path folder_;
  storage::Store& store_;
};

}  // namespace varsel::bot
