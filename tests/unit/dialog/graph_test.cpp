#include "dialog/graph.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <vector>

#include "base/text.h"
#include "tests/catch.h"

namespace varsel::dialog {
namespace {

Playbook playbook(const std::string& name) {
  std::ifstream in{std::string{VARSEL_SOURCE_DIR} + "/playbooks/" + name + ".toml", std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  return std::move(load_playbook(text, name).playbook.value());
}

// Every element is closed in order, every attribute is quoted, and no bare & or < is left.
std::string malformed(const std::string& text) {
  std::vector<std::string> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '&') {
      const auto end = text.find(';', i);
      if (end == std::string::npos || end - i > 6) return "a bare & at " + std::to_string(i);
    }
    if (text[i] != '<') continue;
    const auto end = text.find('>', i);
    if (end == std::string::npos) return "an element is not closed";
    const std::string element = text.substr(i + 1, end - i - 1);
    if (std::count(element.begin(), element.end(), '"') % 2 != 0) return "a quote is not closed in <" + element;
    if (element.find('<') != std::string::npos) return "a bare < in " + element;
    if (element.front() == '/') {
      if (open.empty() || open.back() != element.substr(1)) return "closed out of order: " + element;
      open.pop_back();
    } else if (element.back() != '/') {
      open.push_back(element.substr(0, element.find(' ')));
    }
    i = end;
  }
  return open.empty() ? "" : "never closed: " + open.back();
}

TEST_CASE("The SVG of each shipped playbook is well formed in every language and needs nothing from outside",
          "[graph]") {
  for (const std::string name : {"muni", "dsop"}) {
    const Playbook book = playbook(name);
    const locales::Catalog catalog{book.texts};
    for (const Locale locale : kLocales) {
      const std::string image = svg(book, catalog, locale);
      INFO(name << " " << tag(locale));
      CHECK(malformed(image).empty());
      CHECK(is_utf8(image));
      CHECK(image.starts_with("<svg "));
      CHECK(image.find("<script") == std::string::npos);
      CHECK(image.find("href") == std::string::npos);
      CHECK(image.find('{') == image.find("{background"));  // no message is left unworded
    }
  }
}

TEST_CASE("The Mermaid chart draws every question and step once and joins only what it draws", "[graph]") {
  for (const std::string name : {"muni", "dsop"}) {
    const Playbook book = playbook(name);
    const std::string chart = mermaid(book, locales::Catalog{book.texts}, Locale::da);
    std::set<std::string> drawn;
    std::vector<std::string> joined;
    int groups = 0;
    std::istringstream lines{chart};
    std::string line;
    std::getline(lines, line);
    CHECK(line == "flowchart TD");
    while (std::getline(lines, line)) {
      INFO(line);
      std::istringstream words{line};
      std::string first;
      words >> first;
      if (first == "subgraph") {
        ++groups;
        words >> first;
        drawn.insert(first.substr(0, first.find('[')));
      } else if (first == "end") {
        --groups;
      } else if (const auto bracket = first.find("[\""); bracket != std::string::npos) {
        CHECK(line.ends_with("\"]"));
        CHECK(std::count(line.begin(), line.end(), '"') == 2);
        CHECK(drawn.insert(first.substr(0, bracket)).second);
      } else {
        joined.push_back(first);
        joined.push_back(line.substr(line.rfind(' ') + 1));
      }
    }
    CHECK(groups == 0);
    for (const auto& node : joined) CHECK(drawn.contains(node));
    std::size_t steps = 0;
    for (const auto& workflow : book.procedure.workflows) steps += workflow.steps.size() + 1;
    CHECK(drawn.size() == book.questions.size() + steps + 2);
  }
}

TEST_CASE("Texts cannot break out of a drawing", "[graph]") {
  Playbook book = playbook("dsop");
  book.texts[Locale::en]["ask.ongoing"] = "</text><script>alert(\"x\")</script> & more";
  const locales::Catalog catalog{book.texts};
  const std::string image = svg(book, catalog, Locale::en);
  CHECK(malformed(image).empty());
  CHECK(image.find("<script") == std::string::npos);
  const std::string chart = mermaid(book, catalog, Locale::en);
  CHECK(chart.find("<script") == std::string::npos);
  CHECK(chart.find("\"x\"") == std::string::npos);
}

}  // namespace
}  // namespace varsel::dialog
