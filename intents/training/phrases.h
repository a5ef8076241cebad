// The phrases that the classifier learns from: lang/<language>/phrases/<intent>.txt, one phrase a line, "#" begins a
// remark; and lang/<language>/corpus/intents.tsv.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/locale.h"
#include "intents/understand.h"

namespace varsel::intents::training {

struct Phrase {
  std::string text;
  Locale locale = Locale::en;
  Intent intent = Intent::out_of_scope;
};

// In the order of languages, corpus first, then file names and lines. Throws std::runtime_error when a file is not
// named after an intent, or cannot be read.
[[nodiscard]] std::vector<Phrase> read_phrases(const std::filesystem::path& languages);

// The phrase as it is, and as people in a hurry would have written it.
[[nodiscard]] std::vector<std::string> variants(const Phrase& phrase);

}  // namespace varsel::intents::training
