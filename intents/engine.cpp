#include "intents/engine.h"

#include <algorithm>
#include <limits>
#include <map>
#include <stdexcept>
#include <unordered_map>

namespace varsel::intents {
namespace {

using ElementId = std::uint32_t;
constexpr ElementId kNone = std::numeric_limits<ElementId>::max();
constexpr std::size_t kNear = 4;    // words that ".." may pass over
constexpr std::size_t kFar = 1000;  // "...": the sentence is the limit

struct Step {
  ElementId element = kNone;
  std::size_t gap = 0;
  bool optional = false;
};

struct Pattern {
  const Row* row = nullptr;
  Tongue locale = Tongue::en;
  std::uint16_t theme = 0;
  std::uint16_t weight = 0;
  bool at_start = false;
  bool at_end = false;
  std::vector<std::vector<Step>> parts;
  std::vector<ElementId> vetoes;
  std::vector<ElementId> required;
};

// What is written at the end of a path through the trie.
struct Ending {
  ElementId element = kNone;
  bool whole = false;    // the word must end here too
  std::string spelling;  // not empty: exactly this lower-case spelling
};

// Keys are ASCII apart from foreign letters, which no row uses: a byte trie is enough.
class Trie {
 public:
  void add(std::string_view key, Ending ending) {
    std::uint32_t node = 0;
    for (const char c : key) {
      const int slot = slot_of(c);
      if (slot < 0) throw std::logic_error("pattern with a letter that no key has: " + std::string(key));
      if (nodes_[node].next[slot] == 0) {
        nodes_.emplace_back();  // may move the nodes: index again afterwards
        nodes_[node].next[slot] = static_cast<std::uint32_t>(nodes_.size() - 1);
      }
      node = nodes_[node].next[slot];
    }
    nodes_[node].endings.push_back(std::move(ending));
  }
  template <class Found>
  void walk(std::string_view key, Found&& found) const {
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < key.size(); ++i) {
      const int slot = slot_of(key[i]);
      if (slot < 0) return;
      node = nodes_[node].next[slot];
      if (node == 0) return;
      for (const Ending& ending : nodes_[node].endings)
        if (!ending.whole || i + 1 == key.size()) found(ending);
    }
  }

 private:
  static int slot_of(char c) {
    if (c >= 'a' && c <= 'z') return c - 'a';
    if (c >= '0' && c <= '9') return 26 + (c - '0');
    return -1;
  }
  struct Node {
    std::uint32_t next[36] = {};
    std::vector<Ending> endings;
  };
  std::vector<Node> nodes_ = std::vector<Node>(1);
};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace

struct Engine::Body {
  Trie from_start;   // whole words and prefixes
  Trie from_inside;  // suffixes and infixes
  std::map<std::string, ElementId, std::less<>> elements;
  std::vector<ElementId> numbers;  // every element that a number in digits fulfils
  std::vector<Pattern> patterns;
  std::vector<std::vector<std::uint32_t>> by_element;  // patterns to try when the element is in the message

  // The id of a list of alternatives, the same for the same list.
  ElementId element(std::string_view alternatives) {
    if (const auto it = elements.find(alternatives); it != elements.end()) return it->second;
    const auto id = static_cast<ElementId>(elements.size());
    elements.emplace(alternatives, id);
    for (std::string_view word : split(alternatives, '|')) {
      if (word == "#") {
        numbers.push_back(id);
        continue;
      }
      const bool open_start = word.front() == '*', open_end = word.back() == '*', exact = word.front() == '=';
      if (open_start || exact) word.remove_prefix(1);
      if (open_end && !word.empty()) word.remove_suffix(1);
      const std::string key = fold(word);
      if (key.empty()) throw std::logic_error("empty word in " + std::string(alternatives));
      (open_start ? from_inside : from_start).add(key, {id, !open_end, exact ? std::string(word) : std::string()});
    }
    return id;
  }
};

Engine::Engine(std::span<const RowTable> tables, std::span<const WordSet> sets) {
  auto body = std::make_unique<Body>();
  const auto expand = [&](std::string_view word, Tongue locale) {
    std::string out;
    for (const std::string_view alternative : split(word, '|')) {
      if (!out.empty()) out += '|';
      if (alternative.front() != '<') {
        out += alternative;
        continue;
      }
      const std::string_view name = alternative.substr(1, alternative.size() - 2);
      const auto set =
          std::ranges::find_if(sets, [&](const WordSet& s) { return s.name == name && s.locale == locale; });
      if (set == sets.end()) throw std::logic_error("no word set " + std::string(name));
      out += set->words;
    }
    return out;
  };
  for (const RowTable& table : tables) {
    for (const Row& row : table.rows) {
      Pattern pattern{&row, table.locale, table.theme, 0, false, false, {{}}, {}, {}};
      std::size_t gap = 0;
      bool new_part = false;
      for (std::string_view word : split(row.pattern.empty() ? row.name : row.pattern, ' ')) {
        if (word == "^") {
          pattern.at_start = true;
        } else if (word == "$") {
          pattern.at_end = true;
        } else if (word == "..") {
          gap = kNear;
        } else if (word == "...") {
          gap = kFar;
        } else if (word == "&") {
          new_part = true;
        } else if (word.front() == '!') {
          pattern.vetoes.push_back(body->element(expand(word.substr(1), table.locale)));
        } else {
          const bool optional = word.back() == '?';
          if (optional) word.remove_suffix(1);
          const ElementId id = body->element(expand(word, table.locale));
          if (new_part) pattern.parts.emplace_back();
          new_part = false;
          pattern.parts.back().push_back({id, gap, optional});
          gap = 0;
          if (!optional) {
            pattern.required.push_back(id);
            ++pattern.weight;
          }
        }
      }
      if (pattern.required.empty() || std::ranges::any_of(pattern.parts, [](const auto& part) { return part.empty(); }))
        throw std::logic_error("pattern without words: " + std::string(row.name));
      body->patterns.push_back(std::move(pattern));
    }
  }
  // Each pattern waits for the element that the fewest patterns need: common words start nothing.
  std::vector<std::uint32_t> use(body->elements.size());
  for (const Pattern& pattern : body->patterns)
    for (const ElementId id : pattern.required) ++use[id];
  body->by_element.resize(body->elements.size());
  for (std::uint32_t i = 0; i < body->patterns.size(); ++i) {
    const auto& required = body->patterns[i].required;
    body->by_element[*std::ranges::min_element(required, {}, [&](ElementId id) { return use[id]; })].push_back(i);
  }
  body_ = std::move(body);
}

Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;

std::vector<Match> Engine::match(const Tokens& tokens, LocaleSet locales) const {
  const Body& body = *body_;
  const std::size_t count = tokens.size();
  std::vector<ElementId> found;  // elements of token i: found[offsets[i]] .. found[offsets[i + 1]], sorted
  std::vector<std::uint32_t> offsets(count + 1);
  std::vector<char> present(body.by_element.size());
  std::vector<ElementId> in_message;
  found.reserve(count * 8);
  for (std::size_t i = 0; i < count; ++i) {
    const Token& token = tokens[i];
    offsets[i] = static_cast<std::uint32_t>(found.size());
    if (token.opaque) continue;
    const auto keep = [&](const Ending& ending) {
      if (ending.spelling.empty() || ending.spelling == token.lower) found.push_back(ending.element);
    };
    body.from_start.walk(token.key, keep);
    for (std::size_t at = 0; at < token.key.size(); ++at) body.from_inside.walk(token.key.substr(at), keep);
    if (token.number) found.insert(found.end(), body.numbers.begin(), body.numbers.end());
    const auto begin = found.begin() + offsets[i];
    std::sort(begin, found.end());
    found.erase(std::unique(begin, found.end()), found.end());
    for (auto it = found.begin() + offsets[i]; it != found.end(); ++it) {
      if (present[*it] != 0) continue;
      present[*it] = 1;
      in_message.push_back(*it);
    }
  }
  offsets[count] = static_cast<std::uint32_t>(found.size());
  const auto has = [&](std::size_t i, ElementId id) {
    return std::binary_search(found.begin() + offsets[i], found.begin() + offsets[i + 1], id);
  };
  // Where a part that begins exactly at `at` ends, or count. The first fitting word is taken: rows are written so.
  const auto part_at = [&](const std::vector<Step>& part, std::size_t at) {
    std::size_t next = at, last = count;
    for (std::size_t s = 0; s < part.size(); ++s) {
      const Step& step = part[s];
      const std::size_t limit = last == count ? at : std::min(next + step.gap, count);
      std::size_t hit = count;
      for (std::size_t j = next; j <= limit && j < count && tokens.together(at, j); ++j) {
        if (!has(j, step.element)) continue;
        hit = j;
        break;
      }
      if (hit < count) {
        last = hit;
        next = hit + 1;
      } else if (!step.optional) {
        return count;
      }
    }
    return last;
  };
  std::vector<std::uint32_t> candidates;
  for (const ElementId id : in_message)
    for (const std::uint32_t p : body.by_element[id]) candidates.push_back(p);
  std::ranges::sort(candidates);
  std::vector<Match> out;
  for (const std::uint32_t p : candidates) {
    const Pattern& pattern = body.patterns[p];
    if ((locales >> static_cast<unsigned>(pattern.locale) & 1u) == 0) continue;
    if (!std::ranges::all_of(pattern.required, [&](ElementId id) { return present[id] != 0; })) continue;
    for (std::size_t i = 0; i < count; ++i) {
      if (pattern.at_start && i > 0) break;
      std::size_t last = part_at(pattern.parts.front(), i);
      if (last == count || (pattern.at_end && last + 1 != count)) continue;
      std::size_t first = i, begin = i, end = i + 1;
      while (begin > 0 && tokens.together(begin - 1, i)) --begin;
      while (end < count && tokens.together(end, i)) ++end;
      bool fits = true;
      for (std::size_t part = 1; fits && part < pattern.parts.size(); ++part) {
        fits = false;
        for (std::size_t j = begin; j < end && !fits; ++j) {
          const std::size_t part_last = part_at(pattern.parts[part], j);
          if (part_last == count) continue;
          fits = true;
          first = std::min(first, j);
          last = std::max(last, part_last);
        }
      }
      for (const ElementId veto : pattern.vetoes)
        for (std::size_t j = begin; fits && j < end; ++j)
          if (present[veto] != 0 && has(j, veto)) fits = false;
      if (!fits) continue;
      out.push_back({pattern.row, pattern.locale, pattern.theme, pattern.weight, first, last});
      i = std::max(i, last);  // the next place begins after this one
    }
  }
  return out;
}

}  // namespace varsel::intents
