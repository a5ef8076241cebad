// The words. Every text is a message id with typed arguments; the catalogue renders it with ICU MessageFormat in the
// language asked for. Plurals, order, dates and lists belong to the translator.
//
// The texts live in locales/<tag>/<topic>.toml; locales/generate.py checks at build time that every id exists in every
// language with the same arguments, and compiles them in. A playbook may bring texts of its own (Overlay).
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/locale.h"
#include "base/time.h"
#include "base/values.h"

namespace varsel::locales {

// A code of base/vocabulary.h, shown by its word: text "code.<list>.<code>".
struct CodeWord {
  std::string list;
  std::string code;
  bool operator==(const CodeWord&) const = default;
};
// Joined as the language joins a list: "a, b og c".
struct CodeList {
  std::string list;
  std::vector<std::string> codes;
  bool operator==(const CodeList&) const = default;
};

// std::string: verbatim, never read as a pattern. Instant: shown as a date and time in the zone of rendering. When and
// Count: as precisely as they were said.
using Argument = std::variant<std::string, std::int64_t, Instant, When, Count, CodeWord, CodeList>;

struct Message {
  std::string id;
  std::vector<std::pair<std::string, Argument>> arguments;
  bool operator==(const Message&) const = default;
};

// Texts that a playbook adds or replaces, by locale and id; patterns as in the catalogue.
using Overlay = std::map<Locale, std::map<std::string, std::string>>;

// Safe to use from several threads. Rendering never fails: a missing id renders as "{id}", a missing argument as
// "{name}", and problem() of the result says so.
class Catalog {
 public:
  explicit Catalog(Overlay overlay = {});
  ~Catalog();
  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;

  struct Rendered {
    std::string text;
    std::optional<std::string> problem;
  };
  [[nodiscard]] Rendered render(const Message& message, Locale locale, const Zone& zone) const;
  [[nodiscard]] bool has(std::string_view id, Locale locale) const;
  // Names of the arguments of a pattern, sorted; empty for an unknown id.
  [[nodiscard]] std::vector<std::string> arguments(std::string_view id, Locale locale) const;
  [[nodiscard]] static std::vector<std::string> ids();  // of the built-in texts

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace varsel::locales
