#include "storage/file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace varsel::storage {
namespace {

tl::unexpected<Error> refused(std::string_view what, const std::filesystem::path& path, int why) {
  return fail(ErrorCode::unavailable,
              std::string(what) + " " + path.string() + ": " + std::generic_category().message(why));
}

}  // namespace

File::File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
File& File::operator=(File&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}
File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<> create_file(const std::filesystem::path& file, std::string_view content) {
  const File opened(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
  if (!opened) {
    if (errno == EEXIST) return fail(ErrorCode::conflict, file.string() + " exists");
    return refused("cannot create", file, errno);
  }
  while (!content.empty()) {
    const ssize_t written = ::write(opened.descriptor(), content.data(), content.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      const int why = errno;
      ::unlink(file.c_str());  // half a file would be taken for a whole one at the next start
      return refused("cannot write", file, why);
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(opened.descriptor()) != 0) return refused("cannot write", file, errno);
  return sync_folder(file.parent_path());
}

Result<> create_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return {};
  const auto parent = std::filesystem::absolute(folder, error).parent_path();
  if (!std::filesystem::is_directory(parent, error)) VARSEL_CHECK(create_folder(parent));
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) return refused("cannot create", folder, errno);
  return sync_folder(parent);
}

Result<> sync_folder(const std::filesystem::path& folder) {
  const auto path = folder.empty() ? std::filesystem::path(".") : folder;
  const File opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened || ::fsync(opened.descriptor()) != 0) return refused("cannot write the folder", path, errno);
  return {};
}

Result<File> lock_file(const std::filesystem::path& file) {
  File opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!opened) return refused("cannot open", file, errno);
  if (::flock(opened.descriptor(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK)
      return fail(ErrorCode::unavailable, "another server owns the data folder " + file.parent_path().string());
    return refused("cannot lock", file, errno);
  }
  return opened;
}

}  // namespace varsel::storage
