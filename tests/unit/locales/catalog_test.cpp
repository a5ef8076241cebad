#include "locales/catalog.h"

#include "tests/catch.h"

namespace varsel::locales {
namespace {

const Zone& copenhagen() {
  static const Zone zone = Zone::find("Europe/Copenhagen").value();
  return zone;
}

std::string rendered(const Catalog& catalog, Message message, Locale locale) {
  const auto result = catalog.render(message, locale, copenhagen());
  INFO(result.problem.value_or(""));
  CHECK_FALSE(result.problem);
  return result.text;
}

Catalog with(const std::string& pattern) {
  return Catalog({{Locale::da, {{"test", pattern}}},
                  {Locale::nb, {{"test", pattern}}},
                  {Locale::nn, {{"test", pattern}}},
                  {Locale::en, {{"test", pattern}}}});
}

When when(const char* from, const char* to, Precision precision, bool approx = false) {
  return {parse_local(from).value(), parse_local(to).value(), precision, approx, false};
}

TEST_CASE("a time is said as precisely as it was stated, in each language") {
  const auto catalog = with("{t}");
  struct Row {
    When value;
    const char* da;
    const char* nb;
    const char* nn;
    const char* en;
  };
  const std::vector<Row> rows{
      {when("2026-11-20T10:30", "2026-11-20T10:31", Precision::minute), "fredag 20. november kl. 10.30",
       "fredag 20. november kl. 10:30", "fredag 20. november kl. 10:30", "Friday, 20 November at 10:30"},
      {when("2026-11-20", "2026-11-21", Precision::day), "fredag 20. november", "fredag 20. november",
       "fredag 20. november", "Friday, 20 November"},
      {when("2026-10-01", "2026-11-01", Precision::month), "oktober 2026", "oktober 2026", "oktober 2026",
       "October 2026"},
      {when("2026-11-09", "2026-11-16", Precision::week), "uge 46", "uke 46", "veke 46", "week 46"},
      {when("2026-11-20T02:00", "2026-11-20T06:00", Precision::range), "fredag 20. november mellem kl. 02.00 og 06.00",
       "fredag 20. november mellom kl. 02:00 og 06:00", "fredag 20. november mellom kl. 02:00 og 06:00",
       "Friday, 20 November between 02:00 and 06:00"},
      {when("2026-11-20T10:30", "2026-11-20T10:31", Precision::minute, true), "omkring fredag 20. november kl. 10.30",
       "rundt fredag 20. november kl. 10:30", "rundt fredag 20. november kl. 10:30",
       "around Friday, 20 November at 10:30"},
  };
  for (const auto& row : rows) {
    CHECK(rendered(catalog, {"test", {{"t", row.value}}}, Locale::da) == row.da);
    CHECK(rendered(catalog, {"test", {{"t", row.value}}}, Locale::nb) == row.nb);
    CHECK(rendered(catalog, {"test", {{"t", row.value}}}, Locale::nn) == row.nn);
    CHECK(rendered(catalog, {"test", {{"t", row.value}}}, Locale::en) == row.en);
  }
}

TEST_CASE("a count is said with its certainty") {
  const auto catalog = with("{n}");
  CHECK(rendered(catalog, {"test", {{"n", Count{37, 37, false}}}}, Locale::da) == "37");
  CHECK(rendered(catalog, {"test", {{"n", Count{1200, 1200, true}}}}, Locale::da) == "ca. 1.200");
  CHECK(rendered(catalog, {"test", {{"n", Count{30, 40, false}}}}, Locale::nn) == "mellom 30 og 40");
  CHECK(rendered(catalog, {"test", {{"n", Count{500, std::nullopt, false}}}}, Locale::en) == "at least 500");
  CHECK(rendered(catalog, {"test", {{"n", Count{std::nullopt, 100, false}}}}, Locale::nb) == "høyst 100");
}

TEST_CASE("an instant is shown in the zone of rendering, on both sides of the change of clocks") {
  const auto catalog = with("{t}");
  const auto before = parse_instant("2026-10-25T00:30:00Z").value();
  const auto after = parse_instant("2026-10-25T01:30:00Z").value();
  CHECK(rendered(catalog, {"test", {{"t", before}}}, Locale::da) == "søndag 25. oktober kl. 02.30");
  CHECK(rendered(catalog, {"test", {{"t", after}}}, Locale::da) == "søndag 25. oktober kl. 02.30");
  CHECK(rendered(catalog, {"test", {{"t", after + std::chrono::hours(1)}}}, Locale::da) ==
        "søndag 25. oktober kl. 03.30");
}

TEST_CASE("what a person wrote is inserted verbatim and never read as a pattern") {
  const auto catalog = with("Du skrev: {words}");
  CHECK(rendered(catalog, {"test", {{"words", std::string("{0} '{x}' <b> ’")}}}, Locale::da) ==
        "Du skrev: {0} '{x}' <b> ’");
}

TEST_CASE("rendering never fails and says what was wrong") {
  const auto catalog = with("Hej {name}");
  const auto missing = catalog.render({"no.such.text", {}}, Locale::da, copenhagen());
  CHECK(missing.text == "{no.such.text}");
  CHECK(missing.problem);
  const auto incomplete = catalog.render({"test", {}}, Locale::da, copenhagen());
  CHECK(incomplete.text == "Hej {name}");
  CHECK(incomplete.problem);
}

TEST_CASE("a text of a playbook replaces the built-in one in its language only") {
  const Catalog catalog({{Locale::da, {{"value.when.week", "ugen {week}"}}}});
  CHECK(rendered(catalog, {"value.when.week", {{"week", std::string("46")}}}, Locale::da) == "ugen 46");
  CHECK(rendered(catalog, {"value.when.week", {{"week", std::string("46")}}}, Locale::nb) == "uke 46");
}

TEST_CASE("every built-in text renders in every language when its arguments are given") {
  const Catalog catalog;
  for (const auto& id : Catalog::ids())
    for (const Locale locale : kLocales) {
      Message message{id, {}};
      // 3 suits plurals, numbers and plain places alike.
      for (const auto& name : catalog.arguments(id, locale)) message.arguments.emplace_back(name, std::int64_t{3});
      const auto result = catalog.render(message, locale, copenhagen());
      INFO(id << " in " << tag(locale) << ": " << result.problem.value_or("") << " -> " << result.text);
      CHECK_FALSE(result.problem);
      CHECK(result.text.find_first_of("{}") == std::string::npos);
    }
}

}  // namespace
}  // namespace varsel::locales
