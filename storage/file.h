// The few file operations that SQLite does not do for us: owning a folder, and files that survive a power cut.
#pragma once
#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace varsel::storage {

// An open file descriptor, closed at the end.
class File {
 public:
  explicit File(int descriptor = -1) : descriptor_(descriptor) {}
  File(File&& other) noexcept;
  File& operator=(File&& other) noexcept;
  ~File();
  [[nodiscard]] int descriptor() const { return descriptor_; }
  explicit operator bool() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

// Creates a file, mode 0600, with this content, durably. conflict: it exists. unavailable: the disk refused.
[[nodiscard]] Result<> create_file(const std::filesystem::path& file, std::string_view content);

// Creates a folder, mode 0700, durably; nothing happens when it exists.
[[nodiscard]] Result<> create_folder(const std::filesystem::path& folder);

// A file is only there after a power cut when its folder has been written too.
[[nodiscard]] Result<> sync_folder(const std::filesystem::path& folder);

// Holds the lock until the File is closed, also by death of the process. unavailable: somebody else holds it.
[[nodiscard]] Result<File> lock_file(const std::filesystem::path& file);

}  // namespace varsel::storage
