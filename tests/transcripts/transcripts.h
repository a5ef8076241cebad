// The transcripts of this folder, for the runners: the terminal, Direct Line, and the page without JavaScript.
#pragma once
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "adapters/console/transcript.h"

namespace varsel::tests {

inline std::vector<std::filesystem::path> transcript_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(VARSEL_SOURCE_DIR "/tests/transcripts"))
    if (entry.path().extension() == ".chat") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

inline adapters::console::Transcript read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  auto transcript = adapters::console::read_transcript(in, file.filename().string());
  if (!transcript) throw std::runtime_error(transcript.error().detail);
  return *transcript;
}

}  // namespace varsel::tests
