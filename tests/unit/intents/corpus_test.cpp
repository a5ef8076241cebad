// Runs every line of intents/lang/<language>/corpus/<kind>.tsv:
//   what is said <TAB> expectation <TAB> expectation ...
// Expectations: "intent=yes" (best first), "kind=value" (there is such an entity), "-kind" (there is none of the kind),
// "-kind=value", "expecting=count" (what was asked). Times are "from/to", counts "37", "20..30", "500..", "..60",
// "~50". "numeral=", "duration=" and "offset=" read the line as one value of that dimension: "2.5", "1 hour 30 minute".
// Swedish lines are known to be Swedish, but for those of language.tsv. The one now of all lines:
// 2025-11-19T14:30+01:00, a Wednesday.
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "intents/understand.h"
#include "tests/catch.h"

using namespace varsel;
using namespace varsel::intents;

namespace {

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(separator, at), line.size());
    out.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string shown(const EntityValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* when = std::get_if<When>(&value))
    return (when->approx ? "~" : "") + iso(when->from).substr(0, 16) + "/" + iso(when->to).substr(0, 16);
  const Count& count = std::get<Count>(value);
  std::string out = count.approx ? "~" : "";
  if (count.min) out += std::to_string(*count.min);
  if (count.min == count.max) return out;
  out += "..";
  if (count.max) out += std::to_string(*count.max);
  return out;
}

std::string shown(double value) {
  std::ostringstream out;
  out.precision(15);
  out << value;
  return out.str();
}

std::string shown(const TimeSpan& span) {
  std::string out;
  for (std::size_t i = kTimeUnits; i-- > 0;)
    if (span.parts[i])
      out += (out.empty() ? "" : " ") + shown(*span.parts[i]) + " " + std::string(to_string(static_cast<TimeUnit>(i)));
  return out;
}

// The line as one value of a dimension, "" for none; nothing when `kind` is no dimension.
std::optional<std::string> one_value(const std::string& kind, const std::string& text, Tongue tongue) {
  const auto said = [](const auto& value) { return value ? shown(*value) : std::string(); };
  if (kind == "numeral") return said(read_numeral(text, tongue));
  if (kind == "ordinal") return said(read_ordinal(text, tongue));
  if (kind == "duration") return said(read_duration(text, tongue));
  if (kind == "offset") return said(read_offset(text, tongue));
  return std::nullopt;
}

Expecting expecting_from(const std::string& name) {
  static const std::vector<std::pair<std::string, Expecting>> all{{"yes_no", Expecting::yes_no},
                                                                  {"time", Expecting::time},
                                                                  {"count", Expecting::count},
                                                                  {"data_categories", Expecting::data_categories},
                                                                  {"data_subjects", Expecting::data_subjects},
                                                                  {"breach_kind", Expecting::breach_kind},
                                                                  {"recipient", Expecting::recipient},
                                                                  {"measures", Expecting::measures},
                                                                  {"consequences", Expecting::consequences},
                                                                  {"discoverer", Expecting::discoverer},
                                                                  {"nature", Expecting::nature},
                                                                  {"free_text", Expecting::free_text},
                                                                  {"confirmation", Expecting::confirmation}};
  for (const auto& [text, value] : all)
    if (text == name) return value;
  throw std::logic_error("no such expectation: " + name);
}

Context context_for(Tongue tongue) {
  Context context;
  context.locale = locale_of(tongue).value_or(Locale::en);
  context.now = parse_instant("2025-11-19T14:30:00+01:00").value();
  context.zone = Zone::find(tongue == Tongue::da ? "Europe/Copenhagen" : "Europe/Oslo").value();
  return context;
}

// "" when the expectation holds, else what was there instead.
std::string complaint(const Understanding& understood, std::string expectation, Tongue tongue) {
  const bool absent = expectation.starts_with('-');
  if (absent) expectation.erase(0, 1);
  const std::size_t sign = expectation.find('=');
  const std::string kind = expectation.substr(0, sign);
  const std::string value = sign == std::string::npos ? "" : expectation.substr(sign + 1);
  if (const auto read = one_value(kind, understood.text, tongue))
    return *read == value ? "" : kind + " is " + (read->empty() ? "missing" : *read);
  std::string had;
  if (kind == "intent") {
    had = to_string(understood.intent());
    return (had == value) != absent ? "" : "intent is " + had;
  }
  if (kind == "locale")
    return tag(understood.locale) == value ? "" : "locale is " + std::string(tag(understood.locale));
  if (kind == "masked") return understood.masked == value ? "" : "masked is " + understood.masked;
  if (kind == "tongue")
    return tag(understood.tongue) == value ? "" : "tongue is " + std::string(tag(understood.tongue));
  bool found = false;
  for (const Entity& entity : understood.entities) {
    if (to_string(entity.kind) != kind) continue;
    had += " " + shown(entity.value);
    found = found || sign == std::string::npos || shown(entity.value) == value;
  }
  return found != absent ? "" : kind + " is" + (had.empty() ? " missing" : had);
}

}  // namespace

TEST_CASE("Every line of the corpora is understood as it says") {
  const std::filesystem::path languages = std::filesystem::path(VARSEL_SOURCE_DIR) / "intents/lang";
  std::size_t lines = 0;
  for (const Tongue tongue : kTongues) {
    for (const auto& file : std::filesystem::directory_iterator(languages / tag(tongue) / "corpus")) {
      std::ifstream in(file.path());
      std::string line;
      for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.starts_with('#')) continue;
        ++lines;
        const std::vector<std::string> cells = split(line, '\t');
        INFO(file.path().filename().string() << ":" << number << " (" << tag(tongue) << "): " << cells[0]);
        REQUIRE(cells.size() >= 2);
        Context context = context_for(tongue);
        if (!locale_of(tongue) && file.path().stem() != "language") context.tongue = tongue;
        for (const std::string& cell : cells)
          if (cell.starts_with("expecting=")) context.expecting = expecting_from(cell.substr(10));
        const Understanding understood = understand(cells[0], context);
        for (std::size_t i = 1; i < cells.size(); ++i) {
          if (cells[i].starts_with("expecting=")) continue;
          INFO("expected " << cells[i]);
          CHECK(complaint(understood, cells[i], tongue) == "");
        }
      }
    }
  }
  CHECK(lines > 1200);
}
