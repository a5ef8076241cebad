#include "intents/classifier/features.h"

#include <algorithm>
#include <array>

namespace varsel::intents {
namespace {

constexpr std::array<std::size_t, 3> kPieces{3, 4, 5};  // bytes; keys are ASCII but for rare letters
constexpr std::size_t kLongestWord = 24;                // a longer one is no word

std::uint32_t bucket_of(FeatureGroup group, std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u ^ static_cast<std::uint64_t>(group);  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash ^= hash >> 32;
  hash *= 0x9e3779b97f4a7c15u;
  return static_cast<std::uint32_t>(hash >> 40) & (kBuckets - 1);
}

std::string_view length_class(std::size_t words) {
  constexpr std::array<std::pair<std::size_t, std::string_view>, 8> kClasses{{{1, "one word"},
                                                                              {2, "two words"},
                                                                              {3, "three words"},
                                                                              {5, "up to five words"},
                                                                              {8, "up to eight words"},
                                                                              {12, "up to twelve words"},
                                                                              {20, "up to twenty words"},
                                                                              {~std::size_t{0}, "many words"}}};
  return std::ranges::find_if(kClasses, [&](const auto& c) { return words <= c.first; })->second;
}

// Whether a question mark stands among the words or behind them.
bool asks(const Tokens& tokens, std::size_t first, std::size_t last) {
  const std::size_t start = first < tokens.size() ? tokens[first].start : 0;
  const std::size_t end = last < tokens.size() ? tokens[last].start : tokens.text().size();
  return tokens.text().substr(start, end - std::min(start, end)).find('?') != std::string_view::npos;
}

class Line {
 public:
  Line(const Tokens& tokens, std::size_t first, std::size_t last) {
    const std::size_t end_of_words = std::min({last, first + kWordsRead, tokens.size()});
    const std::size_t words = end_of_words - std::min(first, end_of_words);
    out_.text.reserve(words * 8 + 64);
    out_.features.reserve(words * 20 + 8);
    out_.text += ' ';
    bool number = false;
    for (std::size_t i = first; i < end_of_words; ++i) {
      const Token& token = tokens[i];
      // What is masked stands as one sign, however many tokens it has.
      if (token.opaque && i > first && tokens[i - 1].opaque && token.glued) continue;
      starts_.push_back(out_.text.size());
      if (token.opaque) {
        out_.text += '@';
      } else if (token.number) {
        number = true;
        out_.text.append(std::min<std::size_t>(token.end - token.start, 5), '#');
      } else {
        out_.text += token.key.substr(0, kLongestWord);
      }
      out_.text += ' ';
    }
    ends_ = out_.text.size();
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      const std::size_t end = end_of(i);
      add(FeatureGroup::word, starts_[i], end);
      if (i + 1 < starts_.size()) add(FeatureGroup::word, starts_[i], end_of(i + 1));
      if (i + 2 < starts_.size()) add(FeatureGroup::word, starts_[i], end_of(i + 2));
      for (const std::size_t length : kPieces)
        for (std::size_t at = starts_[i] - 1; at + length <= end + 1; ++at) add(FeatureGroup::piece, at, at + length);
    }
    if (!starts_.empty()) {
      // How it begins and ends: with the blank at the edge, which no pair inside has.
      add(FeatureGroup::word, 0, end_of(0));
      if (starts_.size() > 1) add(FeatureGroup::word, 0, end_of(1));
      add(FeatureGroup::word, starts_.back(), ends_);
      if (starts_.size() <= 4) add(FeatureGroup::word, 0, ends_);
    }
    shape(length_class(starts_.size()));
    if (number) shape("a number");
    if (asks(tokens, first, last)) shape("a question mark");
    auto& features = out_.features;
    std::ranges::stable_sort(features, {}, &Feature::bucket);
    const auto twice = std::ranges::unique(features, {}, &Feature::bucket);
    features.erase(twice.begin(), twice.end());
  }
  FeatureLine take() && { return std::move(out_); }

 private:
  [[nodiscard]] std::size_t end_of(std::size_t word) const {
    return (word + 1 < starts_.size() ? starts_[word + 1] : ends_) - 1;
  }
  void add(FeatureGroup group, std::size_t start, std::size_t end) {
    const std::string_view text = std::string_view(out_.text).substr(start, end - start);
    out_.features.push_back(
        {bucket_of(group, text), group, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
  }
  void shape(std::string_view name) {
    const std::size_t start = out_.text.size();
    out_.text += name;
    add(FeatureGroup::shape, start, out_.text.size());
  }

  FeatureLine out_;
  std::vector<std::size_t> starts_;
  std::size_t ends_ = 1;
};

}  // namespace

FeatureLine features_of(const Tokens& tokens, std::size_t first, std::size_t last) {
  return Line(tokens, first, last).take();
}

}  // namespace varsel::intents
