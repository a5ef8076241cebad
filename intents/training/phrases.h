// The phrases that the classifiers learn from: lang/<language>/phrases/<intent>.txt, and
// lang/<language>/corpus/intents.tsv; lang/<language>/kinds/<kind of breach>.txt. One phrase a line, "#" begins a
// remark.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/locale.h"

namespace varsel::intents::training {

struct Phrase {
  std::string text;
  Locale locale = Locale::en;
  std::size_t label = 0;  // an Intent, or a place in vocabulary::kBreachKinds
};

// In the order of languages, corpus first, then file names and lines. They throw std::runtime_error when a file is not
// named after an intent or a kind, or cannot be read.
[[nodiscard]] std::vector<Phrase> read_intents(const std::filesystem::path& languages);
[[nodiscard]] std::vector<Phrase> read_kinds(const std::filesystem::path& languages);

// The phrase as it is, and as people in a hurry would have written it.
[[nodiscard]] std::vector<std::string> variants(const Phrase& phrase);

}  // namespace varsel::intents::training
