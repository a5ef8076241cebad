#include "intents/training/phrases.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "base/vocabulary.h"
#include "intents/training/noise.h"
#include "intents/understand.h"

namespace varsel::intents::training {

namespace {

// What is said <TAB> intent=... in corpus/intents.tsv: it is checked line by line, and it teaches as well. Lines that
// depend on the question asked, or say what is not meant, teach nothing.
void read_corpus(const std::filesystem::path& file, Locale locale, std::vector<Phrase>& out) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  for (std::string line; std::getline(in, line);) {
    const std::size_t said = line.find("\tintent=");
    if (line.starts_with('#') || said == std::string::npos || line.find("\texpecting=") != std::string::npos) continue;
    const std::size_t name = said + std::string_view("\tintent=").size();
    const auto intent = intent_from(line.substr(name, line.find('\t', name) - name));
    if (!intent) throw std::runtime_error(file.string() + " names no intent: " + line);
    out.push_back({line.substr(0, line.find('\t')), locale, static_cast<std::size_t>(*intent)});
  }
}

// Every <label>.txt of the folder.
template <class LabelOf>
void read_folder(const std::filesystem::path& folder, Locale locale, LabelOf&& label_of, std::vector<Phrase>& out) {
  if (!std::filesystem::exists(folder)) return;
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder)) files.push_back(file.path());
  std::ranges::sort(files);
  for (const auto& file : files) {
    const std::optional<std::size_t> label = label_of(file.stem().string());
    if (!label || file.extension() != ".txt") throw std::runtime_error(file.string() + " is named after no class");
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    for (std::string line; std::getline(in, line);)
      if (!line.empty() && line.front() != '#') out.push_back({line, locale, *label});
  }
}

}  // namespace

std::vector<Phrase> read_intents(const std::filesystem::path& languages) {
  const auto label_of = [](const std::string& name) -> std::optional<std::size_t> {
    const auto intent = intent_from(name);
    return intent ? std::optional(static_cast<std::size_t>(*intent)) : std::nullopt;
  };
  std::vector<Phrase> out;
  for (const Locale locale : kLocales) {
    read_corpus(languages / tag(locale) / "corpus" / "intents.tsv", locale, out);
    read_folder(languages / tag(locale) / "phrases", locale, label_of, out);
  }
  return out;
}

std::vector<Phrase> read_kinds(const std::filesystem::path& languages) {
  const auto label_of = [](const std::string& name) -> std::optional<std::size_t> {
    const auto found = std::ranges::find(vocabulary::kBreachKinds, name);
    if (found == vocabulary::kBreachKinds.end()) return std::nullopt;
    return static_cast<std::size_t>(found - vocabulary::kBreachKinds.begin());
  };
  std::vector<Phrase> out;
  for (const Locale locale : kLocales) read_folder(languages / tag(locale) / "kinds", locale, label_of, out);
  return out;
}

std::vector<std::string> variants(const Phrase& phrase) {
  constexpr std::uint64_t kVariants = 3;
  std::vector<std::string> out{phrase.text};
  for (std::uint64_t variant = 1; variant <= kVariants; ++variant) {
    Random random(phrase.text, variant);
    std::string text = phrase.text;
    if (random.one_in(4)) text = politely(text, phrase.locale, random);
    if (random.one_in(2)) text = with_typo(text, random);
    if (random.one_in(3)) text = with_typo(text, random);
    if (random.one_in(3)) text = without_diacritics(text, random);
    if (random.one_in(2)) text = without_punctuation(text);
    if (random.one_in(6)) text = with_missing_blank(text, random);
    if (text != phrase.text) out.push_back(std::move(text));  // capitals are folded away before anything is learned
  }
  return out;
}

}  // namespace varsel::intents::training
