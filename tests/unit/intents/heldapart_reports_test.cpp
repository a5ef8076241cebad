// How well whole reports are read that nothing was built on: intents/lang/<language>/heldapart_reports.tsv, "report
// <TAB> slot=value ..." a line, written by other hands than the rules, and never looked at to improve them. What has no
// cell must not be read. The figures (F1: of what is stated and what is read, how much agrees) are published in
// docs/understanding.md; this test fails when one of them no longer holds.
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "intents/understand.h"
#include "tests/catch.h"

using namespace varsel;
using namespace varsel::intents;

namespace {

using Cells = std::multimap<std::string, std::string>;  // by slot

struct Report {
  std::string text;
  Cells stated;
};

std::vector<Report> held_apart(Locale locale) {
  std::ifstream in(std::string(VARSEL_SOURCE_DIR "/intents/lang/") + std::string(tag(locale)) +
                   "/heldapart_reports.tsv");
  REQUIRE(in);
  std::vector<Report> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    Report report;
    std::getline(cells, report.text, '\t');
    for (std::string cell; std::getline(cells, cell, '\t');) {
      const std::size_t sign = cell.find('=');
      INFO(line);
      REQUIRE(sign != std::string::npos);
      report.stated.emplace(cell.substr(0, sign), cell.substr(sign + 1));
    }
    out.push_back(std::move(report));
  }
  return out;
}

// Slots that hold one value, and those that hold as many as were stated.
constexpr std::array<std::string_view, 9> kSingle{"breach_kind", "occurred",  "discovered", "ended",    "count",
                                                  "recipient",   "contained", "encrypted",  "certainty"};
constexpr std::array<std::string_view, 4> kMany{"data_category", "data_category_not", "data_subject", "measure"};

std::string shown(const EntityValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* when = std::get_if<When>(&value)) return iso(when->from).substr(0, 16);
  const Count& count = std::get<Count>(value);
  std::string out = count.min ? std::to_string(*count.min) : "";
  if (count.min == count.max) return out;
  return out + ".." + (count.max ? std::to_string(*count.max) : "");
}

// "2025-11-19T13:10/2025-11-19T13:11" holds the time; "~" in front allows half an hour more on either side.
bool within(const std::string& window, const std::string& time) {
  const bool about = window.starts_with('~');
  const std::size_t slash = window.find('/');
  const auto at = [](const std::string& text) { return parse_instant(text + ":00Z").value().time_since_epoch(); };
  const auto slack = about ? std::chrono::minutes(30) : std::chrono::minutes(0);
  const auto moment = at(time);
  return at(window.substr(about ? 1 : 0, slash - (about ? 1 : 0))) - slack <= moment &&
         moment <= at(window.substr(slash + 1)) + slack;
}

bool agrees(std::string_view slot, std::string stated, const std::string& read) {
  if (slot == "occurred" || slot == "discovered" || slot == "ended") return within(stated, read);
  if (stated.starts_with('~')) stated.erase(0, 1);
  return stated == read;
}

struct Tally {
  double agreed = 0, missed = 0, invented = 0;
  [[nodiscard]] double f1() const {
    const double all = 2 * agreed + missed + invented;
    return all == 0 ? 100 : 200 * agreed / all;
  }
};

// What is not known says nothing: a recipient who is unknown, a breach of which it is unknown whether it is contained.
bool says_nothing(std::string_view slot, const std::string& value) {
  return value == "unknown" && slot != "encrypted";
}

void compare(std::string_view slot, bool single, const Report& report, const Understanding& understood, Tally& tally) {
  std::vector<std::string> stated, read;
  const auto [from, to] = report.stated.equal_range(std::string(slot));
  for (auto cell = from; cell != to; ++cell)
    if (!says_nothing(slot, cell->second)) stated.push_back(cell->second);
  for (const Entity& entity : understood.entities) {
    if (to_string(entity.kind) != slot || (single && !read.empty())) continue;
    std::string value = shown(entity.value);
    if (!says_nothing(slot, value) && std::ranges::find(read, value) == read.end()) read.push_back(std::move(value));
  }
  for (const std::string& value : read) {
    const auto hit = std::ranges::find_if(stated, [&](const auto& wanted) { return agrees(slot, wanted, value); });
    if (hit == stated.end()) {
      tally.invented += 1;
    } else {
      tally.agreed += 1;
      stated.erase(hit);
    }
  }
  tally.missed += static_cast<double>(stated.size());
}

// "| occurred | 90.1 | 88.0 | 91.2 | 93.0 |" -> {"occurred": {90.1, 88.0, 91.2, 93.0}}, in the order da, nb, nn, en.
std::map<std::string, std::array<double, 4>> published() {
  std::ifstream in(VARSEL_SOURCE_DIR "/docs/understanding.md");
  REQUIRE(in);
  std::map<std::string, std::array<double, 4>> out;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string bar, slot;
    std::array<double, 4> figures{};
    if (cells >> bar >> slot >> bar >> figures[0] >> bar >> figures[1] >> bar >> figures[2] >> bar >> figures[3])
      out[slot] = figures;
  }
  return out;
}

}  // namespace

TEST_CASE("Whole reports held apart are read as well as is published") {
  const auto promised = published();
  std::map<std::string, std::array<double, 4>> reached;
  for (std::size_t language = 0; language < kLocales.size(); ++language) {
    const Locale locale = kLocales[language];
    const std::vector<Report> reports = held_apart(locale);
    CHECK(reports.size() >= 40);
    std::map<std::string, Tally> tallies;
    for (const Report& report : reports) {
      Context context;
      context.locale = locale;
      context.locale_fixed = true;
      context.now = parse_instant("2025-11-19T14:30:00+01:00").value();
      context.zone = Zone::find(locale == Locale::da ? "Europe/Copenhagen" : "Europe/Oslo").value();
      const Understanding understood = understand(report.text, context);
      for (const std::string_view slot : kSingle) compare(slot, true, report, understood, tallies[std::string(slot)]);
      for (const std::string_view slot : kMany) compare(slot, false, report, understood, tallies[std::string(slot)]);
      const auto [from, to] = report.stated.equal_range("national_id");
      for (auto id = from; id != to; ++id) {
        INFO(report.text);
        CHECK(understood.masked.find(id->second) == std::string::npos);
      }
    }
    for (const auto& [slot, tally] : tallies) reached[slot][language] = std::floor(tally.f1() * 10) / 10;
  }
  for (const auto& [slot, figures] : reached) {
    std::ostringstream row;
    row << "| " << slot;
    for (const double figure : figures) row << " | " << figure;
    INFO(row.str() << " |");
    const auto promise = promised.find(slot);
    CHECK(promise != promised.end());
    for (std::size_t language = 0; promise != promised.end() && language < figures.size(); ++language)
      CHECK(figures[language] >= promise->second[language]);
  }
}
