// The programs that mail is tested against: tests/channels/smtp_server.mjs and mail_check.mjs, run by Node.
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace varsel::adapters::mail {

// A folder that is gone when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The SMTP server, started on first use and ended with this program. Throws, with what to do, if Node or the packages
// are missing.
const nlohmann::json& smtp_server();

// What two independent parsers find in a mail.
nlohmann::json checked_mail(const std::filesystem::path& eml);

std::string file_bytes(const std::filesystem::path& path);

}  // namespace varsel::adapters::mail
