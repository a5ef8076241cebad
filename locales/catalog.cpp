#include "locales/catalog.h"

#include <unicode/dtptngen.h>
#include <unicode/listformatter.h>
#include <unicode/msgfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <atomic>
#include <unordered_map>

#include "locales/texts.h"

namespace varsel::locales {
namespace {

using icu::UnicodeString;

// English is written as in Europe: day before month, 24 hours.
icu::Locale icu_locale(Locale locale) {
  return icu::Locale(locale == Locale::en ? "en_GB" : std::string(tag(locale)).c_str());
}

std::size_t index(Locale locale) {
  return static_cast<std::size_t>(std::find(kLocales.begin(), kLocales.end(), locale) - kLocales.begin());
}

std::string utf8(const UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// ICU's formats are costly to make and not safe to share between threads: each thread keeps its own.
class Formats {
 public:
  std::string date(std::string_view skeleton, Locale locale, const std::string& zone, UDate at) {
    auto& format = dates_[std::string(tag(locale)) + '|' + std::string(skeleton) + '|' + zone];
    if (!format) {
      UErrorCode status = U_ZERO_ERROR;
      const auto where = icu_locale(locale);
      const std::unique_ptr<icu::DateTimePatternGenerator> generator(
          icu::DateTimePatternGenerator::createInstance(where, status));
      if (U_FAILURE(status)) return {};
      const auto pattern = generator->getBestPattern(UnicodeString::fromUTF8(skeleton), status);
      format = std::make_unique<icu::SimpleDateFormat>(pattern, where, status);
      if (U_FAILURE(status)) return {};
      format->adoptTimeZone(icu::TimeZone::createTimeZone(UnicodeString::fromUTF8(zone)));
    }
    UnicodeString out;
    return utf8(format->format(at, out));
  }

  std::string list(const std::vector<std::string>& items, Locale locale) {
    auto& format = lists_[index(locale)];
    UErrorCode status = U_ZERO_ERROR;
    if (!format) format.reset(icu::ListFormatter::createInstance(icu_locale(locale), status));
    if (U_FAILURE(status)) return {};
    std::vector<UnicodeString> parts;
    parts.reserve(items.size());
    for (const auto& item : items) parts.push_back(UnicodeString::fromUTF8(item));
    UnicodeString out;
    return utf8(format->format(parts.data(), static_cast<int32_t>(parts.size()), out, status));
  }

  struct Compiled {
    std::unique_ptr<icu::MessageFormat> format;  // nullptr: the pattern is not a pattern
    std::vector<std::string> arguments;
  };
  const Compiled& message(std::uint64_t catalog, std::string_view pattern, Locale locale) {
    const auto [entry, fresh] = messages_.try_emplace({catalog, pattern.data(), index(locale)});
    Compiled& compiled = entry->second;
    if (fresh) {
      UErrorCode status = U_ZERO_ERROR;
      compiled.format =
          std::make_unique<icu::MessageFormat>(UnicodeString::fromUTF8(pattern), icu_locale(locale), status);
      if (U_FAILURE(status)) compiled.format.reset();
      if (compiled.format) {
        const std::unique_ptr<icu::StringEnumeration> names(compiled.format->getFormatNames(status));
        while (const UnicodeString* name = U_SUCCESS(status) ? names->snext(status) : nullptr)
          compiled.arguments.push_back(utf8(*name));
      }
    }
    return compiled;
  }

 private:
  struct Key {
    std::uint64_t catalog;
    const void* pattern;
    std::size_t locale;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      return std::hash<const void*>{}(key.pattern) * 31 + key.catalog * 7 + key.locale;
    }
  };
  std::unordered_map<std::string, std::unique_ptr<icu::SimpleDateFormat>> dates_;
  std::array<std::unique_ptr<icu::ListFormatter>, kLocales.size()> lists_;
  std::unordered_map<Key, Compiled, Hash> messages_;
};

Formats& formats() {
  thread_local Formats own;
  return own;
}

constexpr std::string_view kDay = "EEEEdMMMM";
constexpr std::string_view kTime = "Hmm";
constexpr std::string_view kMonth = "MMMMyyyy";
constexpr std::string_view kWeek = "w";

UDate udate(LocalTime wall) {
  return static_cast<UDate>(wall.time_since_epoch().count()) * 1000.0;
}
UDate udate(Instant at) {
  return static_cast<UDate>(at.time_since_epoch().count());
}

std::uint64_t next_serial() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

}  // namespace

struct Catalog::Body {
  const std::uint64_t serial = next_serial();  // tells catalogues apart in the threads' own formats
  std::unordered_map<std::string_view, std::array<std::string_view, kLocales.size()>> patterns;
  Overlay overlay;  // keeps the strings that `patterns` points into

  [[nodiscard]] std::optional<std::string_view> find(std::string_view id, Locale locale) const {
    const auto row = patterns.find(id);
    if (row == patterns.end()) return std::nullopt;
    const auto pattern = row->second[index(locale)];
    if (pattern.empty()) return std::nullopt;
    return pattern;
  }
};

Catalog::Catalog(Overlay overlay) : body_(std::make_unique<Body>()) {
  body_->overlay = std::move(overlay);
  body_->patterns.reserve(texts().size());
  for (const auto& row : texts()) body_->patterns.emplace(row.id, row.patterns);
  for (const auto& [locale, own] : body_->overlay)
    for (const auto& [id, pattern] : own) body_->patterns[id][index(locale)] = pattern;
}
Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

bool Catalog::has(std::string_view id, Locale locale) const {
  return body_->find(id, locale).has_value();
}

std::vector<std::string> Catalog::ids() {
  std::vector<std::string> all;
  for (const auto& row : texts()) all.emplace_back(row.id);
  return all;
}

std::vector<std::string> Catalog::arguments(std::string_view id, Locale locale) const {
  const auto pattern = body_->find(id, locale);
  if (!pattern) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(UnicodeString::fromUTF8(*pattern), nullptr, status);
  std::vector<std::string> names;
  if (U_FAILURE(status)) return names;
  for (int32_t i = 0; i < parsed.countParts(); ++i)
    if (parsed.getPart(i).getType() == UMSGPAT_PART_TYPE_ARG_NAME)
      names.push_back(utf8(parsed.getSubstring(parsed.getPart(i))));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

namespace {

// Renders one argument into what MessageFormat takes. Values are written with texts of the catalogue ("value.*"), so
// that how a language says "about 37" or "between 2 and 6" belongs to its translator.
class Values {
 public:
  Values(const Catalog& catalog, Locale locale, const Zone& zone) : catalog_(catalog), locale_(locale), zone_(zone) {}

  icu::Formattable operator()(const std::string& text) const { return UnicodeString::fromUTF8(text); }
  icu::Formattable operator()(std::int64_t number) const { return icu::Formattable(static_cast<int64_t>(number)); }
  icu::Formattable operator()(Instant at) const {
    return text("value.instant", {{"date", formats().date(kDay, locale_, zone_.name(), udate(at))},
                                  {"time", formats().date(kTime, locale_, zone_.name(), udate(at))}});
  }
  icu::Formattable operator()(const When& when) const {
    auto inner = said(when);
    return when.approx ? text("value.when.approx", {{"when", std::move(inner)}}) : UnicodeString::fromUTF8(inner);
  }
  icu::Formattable operator()(const Count& count) const {
    if (count.min && count.max && *count.min == *count.max)
      return text(count.approx ? "value.count.about" : "value.count.exact", {{"n", *count.min}});
    if (count.min && count.max) return text("value.count.between", {{"min", *count.min}, {"max", *count.max}});
    if (count.min) return text("value.count.at_least", {{"n", *count.min}});
    if (count.max) return text("value.count.at_most", {{"n", *count.max}});
    return text("value.count.unknown", {});
  }
  icu::Formattable operator()(const CodeWord& word) const {
    return UnicodeString::fromUTF8(code(word.list, word.code));
  }
  icu::Formattable operator()(const CodeList& list) const {
    std::vector<std::string> words;
    words.reserve(list.codes.size());
    for (const auto& each : list.codes) words.push_back(code(list.list, each));
    return UnicodeString::fromUTF8(formats().list(words, locale_));
  }

 private:
  [[nodiscard]] UnicodeString text(std::string id, std::vector<std::pair<std::string, Argument>> arguments) const {
    return UnicodeString::fromUTF8(catalog_.render({std::move(id), std::move(arguments)}, locale_, zone_).text);
  }
  // A code without a word of its own (a party a playbook did not name) shows as itself.
  [[nodiscard]] std::string code(const std::string& list, const std::string& name) const {
    const std::string id = "code." + list + "." + name;
    return catalog_.has(id, locale_) ? catalog_.render({id, {}}, locale_, zone_).text : name;
  }
  [[nodiscard]] std::string wall(std::string_view skeleton, LocalTime at) const {
    return formats().date(skeleton, locale_, "UTC", udate(at));
  }
  [[nodiscard]] std::string minute(LocalTime at) const {
    return utf8(text("value.instant", {{"date", wall(kDay, at)}, {"time", wall(kTime, at)}}));
  }
  [[nodiscard]] std::string said(const When& when) const {
    using std::chrono::days;
    switch (when.precision) {
      case Precision::minute:
        return minute(when.from);
      case Precision::hour:
        return minute(when.from);
      case Precision::day:
        return wall(kDay, when.from);
      case Precision::week:
        return utf8(text("value.when.week", {{"week", wall(kWeek, when.from)}}));
      case Precision::month:
        return wall(kMonth, when.from);
      case Precision::range:
        break;
    }
    const bool whole_days = when.from == floor<days>(when.from) && when.to == floor<days>(when.to);
    if (whole_days)
      return utf8(text("value.when.range", {{"from", wall(kDay, when.from)}, {"to", wall(kDay, when.to - days(1))}}));
    if (floor<days>(when.from) == floor<days>(when.to - std::chrono::seconds(1)))
      return utf8(
          text("value.when.span",
               {{"date", wall(kDay, when.from)}, {"from", wall(kTime, when.from)}, {"to", wall(kTime, when.to)}}));
    return utf8(text("value.when.range", {{"from", minute(when.from)}, {"to", minute(when.to)}}));
  }

  const Catalog& catalog_;
  Locale locale_;
  const Zone& zone_;
};

}  // namespace

Catalog::Rendered Catalog::render(const Message& message, Locale locale, const Zone& zone) const {
  const auto pattern = body_->find(message.id, locale);
  if (!pattern) return {"{" + message.id + "}", "no text " + message.id + " in " + std::string(tag(locale))};
  if (message.arguments.empty() && pattern->find_first_of("{'") == std::string_view::npos)
    return {std::string(*pattern), std::nullopt};

  const auto& compiled = formats().message(body_->serial, *pattern, locale);
  if (!compiled.format) return {"{" + message.id + "}", message.id + " is not a message pattern"};
  std::vector<UnicodeString> names;
  std::vector<icu::Formattable> values;
  names.reserve(message.arguments.size());
  values.reserve(message.arguments.size());
  const Values make(*this, locale, zone);
  for (const auto& [name, value] : message.arguments) {
    names.push_back(UnicodeString::fromUTF8(name));
    values.push_back(std::visit(make, value));
  }
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString out;
  compiled.format->format(names.data(), values.data(), static_cast<int32_t>(names.size()), out, status);
  if (U_FAILURE(status)) return {"{" + message.id + "}", message.id + ": " + u_errorName(status)};

  Rendered rendered{utf8(out), std::nullopt};
  for (const auto& name : compiled.arguments)
    if (std::none_of(message.arguments.begin(), message.arguments.end(),
                     [&](const auto& given) { return given.first == name; }))
      rendered.problem = message.id + ": no argument " + name;
  return rendered;
}

}  // namespace varsel::locales
