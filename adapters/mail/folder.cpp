#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <vector>

#include "adapters/mail/submit.h"
#include "base/text.h"

namespace varsel::adapters::mail {
namespace {

// A Message-ID may hold "/" and more that a file name should not.
std::string file_name(std::string_view message_id) {
  std::string name;
  for (const char c : message_id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '_' || c == '@' || (c == '.' && !name.empty());
    name += plain ? std::string(1, c) : "%" + to_hex(std::string_view(&c, 1));
  }
  return name + ".eml";
}

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] bool open() const { return descriptor_ >= 0; }
  [[nodiscard]] bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t size = ::write(descriptor_, bytes.data(), bytes.size());
      if (size < 0 && errno == EINTR) continue;
      if (size < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
  }

 private:
  int descriptor_;
};

constexpr std::string_view kBegun = ".mail-";  // + six characters of mkostemp: not whole yet

// What a kill left half written; its mail is still in the outbox. A folder that cannot be read says so at the first
// mail.
void remove_begun(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::vector<std::filesystem::path> begun;
  for (std::filesystem::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored))
    if (entry->path().filename().string().starts_with(kBegun)) begun.push_back(entry->path());
  for (const auto& file : begun) std::filesystem::remove(file, ignored);
}

// Nothing is synced: these are the mails of a trial, for a person to look at. They survive whatever happens to this
// program, and a power cut may take the last seconds' ones. Two fsyncs a mail, among those of the turns, doubled what
// the slowest turns waited for the disk.
class Folder final : public Submission {
 public:
  explicit Folder(std::filesystem::path folder) : folder_(std::move(folder)) { remove_begun(folder_); }

  void cancel() override {}  // a file takes no time worth ending

  Attempt submit(const Mail& mail) override {
    const std::filesystem::path target = folder_ / file_name(mail.message_id);
    std::string temporary = (folder_ / (std::string(kBegun) + "XXXXXX")).string();
    const File file{::mkostemp(temporary.data(), O_CLOEXEC)};
    if (!file.open()) return failed("creating a file");
    const bool kept = file.write(mail.bytes.reveal()) && ::rename(temporary.c_str(), target.c_str()) == 0;
    if (!kept) {
      const Attempt attempt = failed("writing a file");
      ::unlink(temporary.c_str());
      return attempt;
    }
    return {Outcome::delivered, 0, {}};
  }

 private:
  static Attempt failed(const char* doing) {
    const int error = errno;
    // A full disk empties; everything else about a folder is the operator's to put right.
    const bool passes = error == ENOSPC || error == EDQUOT || error == EMFILE || error == ENFILE || error == EIO;
    return {passes ? Outcome::refused_for_now : Outcome::misconfigured, 0,
            std::string(doing) + ": " + std::generic_category().message(error)};
  }

  std::filesystem::path folder_;
};

}  // namespace

std::unique_ptr<Submission> folder_submission(std::filesystem::path folder) {
  return std::make_unique<Folder>(std::move(folder));
}

}  // namespace varsel::adapters::mail
