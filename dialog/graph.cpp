#include "dialog/graph.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace varsel::dialog {
namespace {

using incident::FactId;

std::string word(const locales::Catalog& catalog, const Playbook& playbook, Locale locale, std::string id) {
  return catalog.render({std::move(id), {}}, locale, playbook.procedure.zone).text;
}

std::string in_language(const incident::Words& words, Locale locale) {
  const auto found = words.find(locale);
  return found != words.end() ? found->second : words.empty() ? "" : words.begin()->second;
}

// "breach_kind: lost_device, lost_paper": as the playbook names them, so that its owner finds the line.
std::string shown(const Condition& condition) {
  const auto list = [](const std::vector<std::string>& codes) {
    std::string out;
    for (const auto& code : codes) out += (out.empty() ? "" : ", ") + code;
    return out;
  };
  std::string out{incident::info(condition.fact).name};
  if (!condition.is.empty()) out += ": " + list(condition.is);
  if (!condition.is_not.empty()) out += ": ≠ " + list(condition.is_not);
  return out;
}

// The order of next_question: first those that are not late.
std::vector<const Question*> in_order(const Playbook& playbook) {
  std::vector<const Question*> out;
  for (const Question& question : playbook.questions) out.push_back(&question);
  std::stable_partition(out.begin(), out.end(),
                        [](const Question* question) { return !incident::info(question->fact).late; });
  return out;
}

// ---- Mermaid ----

// Text within "..." of a node: Mermaid reads HTML entities there, and nothing else is special.
std::string node_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "#quot;";
        break;
      case '#':
        out += "#35;";
        break;
      case '<':
        out += "#lt;";
        break;
      case '>':
        out += "#gt;";
        break;
      case '\n':
        out += "<br/>";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string node(const std::string& id, std::string_view text) {
  return "  " + id + "[\"" + node_text(text) + "\"]\n";
}

// ---- SVG ----

std::string xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

constexpr int kMargin = 24;
constexpr int kColumn = 360;       // width of a box
constexpr int kGap = 28;           // between columns, and between boxes
constexpr int kLine = 18;          // height of a line of text
constexpr std::size_t kWrap = 46;  // code points in a line

std::vector<std::string> wrapped(std::string_view text) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const auto next = std::string{text.substr(0, end)};
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && code_points(line) + 1 + code_points(next) > kWrap) lines.push_back(std::exchange(line, ""));
    line += (line.empty() ? "" : " ") + next;
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

struct Box {
  std::string title;
  std::string note;  // small, below: a condition, or rules
  bool rounded = false;
};

class Drawing {
 public:
  // Draws boxes under each other, joined by arrows.
  void column(int number, const std::string& heading, const std::vector<Box>& boxes) {
    const int x = kMargin + number * (kColumn + kGap);
    int y = kMargin;
    text(x, y + kLine, heading, "h");
    y += 2 * kLine;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      const auto title = wrapped(boxes[i].title);
      const auto note = wrapped(boxes[i].note);
      const int height = static_cast<int>(title.size() + note.size()) * kLine + kLine;
      body_ += "  <rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" +
               std::to_string(kColumn) + "\" height=\"" + std::to_string(height) + "\" rx=\"" +
               (boxes[i].rounded ? "18" : "4") + "\"/>\n";
      int line = y + kLine;
      for (const auto& one : title) text(x + 12, std::exchange(line, line + kLine), one, "t");
      for (const auto& one : note) text(x + 12, std::exchange(line, line + kLine), one, "n");
      y += height;
      if (i + 1 == boxes.size()) break;
      const std::string middle = std::to_string(x + kColumn / 2);
      body_ += "  <path d=\"M" + middle + " " + std::to_string(y) + "v" + std::to_string(kGap) + "\"/>\n";
      y += kGap;
    }
    width_ = std::max(width_, x + kColumn + kMargin);
    height_ = std::max(height_, y + kMargin);
  }

  [[nodiscard]] std::string finish(const std::string& title) const {
    const std::string width = std::to_string(width_);
    const std::string height = std::to_string(height_);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + width + "\" height=\"" + height +
           "\" viewBox=\"0 0 " + width + " " + height + "\">\n  <title>" + xml(title) +
           "</title>\n"
           "  <style>svg{background:#fff}rect{fill:#f4f6fa;stroke:#345}path{stroke:#345;fill:none;"
           "marker-end:url(#a)}text{font-family:sans-serif;font-size:14px;fill:#123}.h{font-weight:bold;"
           "font-size:16px}.n{font-size:12px;fill:#456}</style>\n"
           "  <defs><marker id=\"a\" markerWidth=\"10\" markerHeight=\"8\" refX=\"9\" refY=\"4\" orient=\"auto\">"
           "<polygon points=\"0 0,10 4,0 8\" fill=\"#345\"/></marker></defs>\n" +
           body_ + "</svg>\n";
  }

 private:
  void text(int x, int y, const std::string& content, const std::string& kind) {
    body_ += "  <text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" class=\"" + kind + "\">" +
             xml(content) + "</text>\n";
  }

  std::string body_;
  int width_ = 0;
  int height_ = 0;
};

std::string rules_of(const incident::Step& step) {
  std::string out;
  for (const auto& rule : step.contact_rules) out += (out.empty() ? "→ " : ", ") + rule;
  return out;
}

// Who does the step: the party, where only one has the role; else the role.
std::string doer(const Playbook& playbook, const incident::Step& step, Locale locale) {
  const incident::Party* only = nullptr;
  for (const auto& party : playbook.procedure.parties) {
    if (party.role != step.role) continue;
    if (only != nullptr) return step.role;
    only = &party;
  }
  return only == nullptr ? step.role : in_language(only->name, locale);
}

}  // namespace

std::string mermaid(const Playbook& playbook, const locales::Catalog& catalog, Locale locale) {
  const auto say = [&](std::string id) { return word(catalog, playbook, locale, std::move(id)); };
  std::string out = "flowchart TD\n" + node("start", say("playbook.graph.start"));
  std::string before = "start";
  std::vector<std::string> skipped;  // questions that are not asked of everybody, and can be passed by
  int number = 0;
  for (const Question* question : in_order(playbook)) {
    const std::string id = "q" + std::to_string(++number);
    out += node(id, say(question->text));
    std::string label;
    for (const auto& condition : question->when) label += (label.empty() ? "" : "; ") + shown(condition);
    out += "  " + before + (label.empty() ? " --> " : " -->|\"" + node_text(label) + "\"| ") + id + "\n";
    for (const auto& other : skipped) out += "  " + other + " -.-> " + id + "\n";
    if (label.empty()) {
      skipped.clear();
    } else {
      skipped.push_back(before);
    }
    before = id;
  }
  out += node("end_", say("playbook.graph.end")) + "  " + before + " --> end_\n";
  for (const auto& other : skipped) out += "  " + other + " -.-> end_\n";
  int lane = 0;
  for (const auto& workflow : playbook.procedure.workflows) {
    const std::string name = "w" + std::to_string(++lane);
    out += "  subgraph " + name + "[\"" + node_text(workflow.id) + "\"]\n";
    int step_number = 0;
    for (const auto& step : workflow.steps) {
      const std::string id = name + "s" + std::to_string(++step_number);
      const std::string rules = rules_of(step);
      out += "  " + node(id, doer(playbook, step, locale) + ": " + in_language(step.duty, locale) +
                                 (rules.empty() ? "" : "\n" + rules));
      if (step_number > 1) out += "    " + name + "s" + std::to_string(step_number - 1) + " --> " + id + "\n";
    }
    out += "  end\n  start -.-> " + name + "\n";
  }
  return out;
}

std::string svg(const Playbook& playbook, const locales::Catalog& catalog, Locale locale) {
  const auto say = [&](std::string id) { return word(catalog, playbook, locale, std::move(id)); };
  Drawing drawing;
  std::vector<Box> boxes{{say("playbook.graph.start"), "", true}};
  for (const Question* question : in_order(playbook)) {
    std::string note;
    for (const auto& condition : question->when)
      note += (note.empty() ? say("playbook.graph.only_if") + " " : "; ") + shown(condition);
    boxes.push_back({say(question->text), note, false});
  }
  boxes.push_back({say("playbook.graph.end"), "", true});
  drawing.column(0, say("playbook.graph.questions"), boxes);
  int lane = 0;
  for (const auto& workflow : playbook.procedure.workflows) {
    boxes.clear();
    for (const auto& step : workflow.steps)
      boxes.push_back({doer(playbook, step, locale) + ": " + in_language(step.duty, locale), rules_of(step), false});
    drawing.column(++lane, workflow.id, boxes);
  }
  return drawing.finish(say(playbook.title));
}

}  // namespace varsel::dialog
