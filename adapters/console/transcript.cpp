#include "adapters/console/transcript.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.h"

namespace varsel::adapters::console {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

constexpr std::string_view kIndent = "  ";

std::string_view without_trailing_space(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);  // npos + 1 is 0
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    if (end == text.size()) return lines;
    text.remove_prefix(end + 1);
  }
}

// A file keeps no spaces at the end of a line and no empty lines at the ends of a text.
std::string as_in_a_file(std::string_view text) {
  std::string out;
  for (const std::string_view line : lines_of(text)) out += std::string(without_trailing_space(line)) + '\n';
  return trim(out);
}

// ---- spans of time: "+15m", "+1h30m", "+3d"

constexpr std::pair<char, Millis> kUnits[] = {{'d', std::chrono::days{1}},
                                              {'h', std::chrono::hours{1}},
                                              {'m', std::chrono::minutes{1}},
                                              {'s', std::chrono::seconds{1}}};

std::optional<Millis> read_span(std::string_view text) {
  Millis total{0};
  for (const auto& [unit, length] : kUnits) {
    const std::size_t end = text.find(unit);
    if (end == std::string_view::npos) continue;
    std::uint16_t count = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + end, count);
    if (error != std::errc{} || stop != text.data() + end) return std::nullopt;
    total += count * length;
    text.remove_prefix(end + 1);
  }
  if (!text.empty() || total <= Millis{0}) return std::nullopt;
  return total;
}

std::string write_span(Millis span) {
  std::string out = "+";
  for (const auto& [unit, length] : kUnits) {
    if (span < length) continue;
    out += std::to_string(span / length) + unit;
    span %= length;
  }
  return out;
}

// ---- buttons: "[Yes] [No, not yet]", with a backslash before a bracket or a backslash of a label

std::string write_buttons(const std::vector<std::string>& labels) {
  std::string out;
  for (const std::string& label : labels) {
    out += out.empty() ? "[" : " [";
    for (const char c : label) {
      if (c == '[' || c == ']' || c == '\\') out += '\\';
      out += c;
    }
    out += ']';
  }
  return out;
}

std::optional<std::vector<std::string>> read_buttons(std::string_view line) {
  std::vector<std::string> labels;
  while (!line.empty()) {
    if (!labels.empty() && line.front() == ' ') line.remove_prefix(1);
    if (line.empty() || line.front() != '[') return std::nullopt;
    std::string label;
    std::size_t i = 1;
    for (; i < line.size() && line[i] != ']'; ++i) {
      if (line[i] == '[') return std::nullopt;
      if (line[i] == '\\' && i + 1 < line.size()) ++i;
      label += line[i];
    }
    if (i == line.size() || label.empty()) return std::nullopt;
    labels.push_back(std::move(label));
    line.remove_prefix(i + 1);
  }
  if (labels.empty()) return std::nullopt;
  return labels;
}

// ---- one row as text

// A line of text that could be taken for buttons gets a backslash before it.
std::string escaped(std::string_view line) {
  const bool ambiguous = !line.empty() && (line.front() == '[' || line.front() == '\\');
  return (ambiguous ? "\\" : "") + std::string(line);
}

std::string unescaped(std::string_view line) {
  if (!line.empty() && line.front() == '\\') line.remove_prefix(1);
  return std::string(line);
}

std::string keyed(std::string_view key, std::string_view value) {
  return std::string(key) + (value.empty() ? ":" : ": ") + std::string(value);
}

std::string write_text(std::string_view key, std::string_view text, bool escape) {
  const auto lines = lines_of(text);
  std::string out = keyed(key, lines.front());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    out += '\n';
    if (!lines[i].empty()) out += std::string(kIndent) + (escape ? escaped(lines[i]) : std::string(lines[i]));
  }
  return out;
}

std::string moment(Instant at, const std::optional<Zone>& zone) {
  return zone ? iso(at, *zone) : iso(at);
}

std::string write_row(const Row& row, const Header& header) {
  return std::visit(
      Overloaded{
          [](const CommentRow& comment) { return comment.text.empty() ? std::string("#") : "# " + comment.text; },
          [](const SpeakerRow& speaker) { return keyed("as", speaker.who); },
          [](const UserRow& user) { return write_text("user", user.text, false); },
          [](const BotRow& bot) {
            std::string out = write_text("bot", bot.text, true);
            if (!bot.buttons.empty()) out += "\n" + std::string(kIndent) + write_buttons(bot.buttons);
            return out;
          },
          [&](const TimeRow& time) {
            const auto* span = std::get_if<Millis>(&time.to);
            return keyed("time", span != nullptr ? write_span(*span) : moment(std::get<Instant>(time.to), header.zone));
          },
          [](const MailRow& mail) { return keyed("mail", mail.to + " | " + mail.subject); },
          [](const LogRow& log) { return keyed("log", log.fact + " = " + log.value); },
          [](const EventRow& event) { return keyed("event", event.name); },
      },
      row.what);
}

// ---- reading

std::optional<std::pair<std::string, std::string>> split(std::string_view text, std::string_view separator) {
  const std::size_t at = text.find(separator);
  if (at == std::string_view::npos) return std::nullopt;
  std::string left = trim(text.substr(0, at));
  std::string right = trim(text.substr(at + separator.size()));
  if (left.empty() || right.empty()) return std::nullopt;
  return std::pair{std::move(left), std::move(right)};
}

class Reader {
 public:
  explicit Reader(std::string_view name) : name_(name) {}

  Result<Transcript> read(std::istream& in) {
    for (std::string line; std::getline(in, line);) {
      ++line_;
      VARSEL_CHECK(take(without_trailing_space(line)));
    }
    VARSEL_CHECK(finish_row());
    VARSEL_CHECK(finish_header());
    return std::move(transcript_);
  }

 private:
  using Handler = Result<> (Reader::*)(std::string_view value);

  [[nodiscard]] tl::unexpected<Error> wrong(std::string_view what) const { return wrong_at(line_, what); }
  [[nodiscard]] tl::unexpected<Error> wrong_at(std::size_t line, std::string_view what) const {
    return fail(ErrorCode::invalid, name_ + ":" + std::to_string(line) + ": " + std::string(what));
  }

  Result<> take(std::string_view line) {
    if (!is_utf8(line)) return wrong("this is not UTF-8");
    if (line.empty()) {
      ++empty_lines_;
      return {};
    }
    if (line.substr(0, kIndent.size()) == kIndent) return go_on(line.substr(kIndent.size()));
    VARSEL_CHECK(finish_row());
    empty_lines_ = 0;
    if (line.front() == '#') {
      add(CommentRow{trim(line.substr(1))});
      return {};
    }
    const std::size_t colon = line.find(':');
    const auto handler = handlers().find(line.substr(0, colon));
    if (colon == std::string_view::npos || handler == handlers().end())
      return wrong(
          "a line starts with user: bot: time: as: mail: log: event: # or two spaces, and before the first of them "
          "with "
          "now: locale: playbook: zone: channel:");
    return (this->*handler->second)(trim(line.substr(colon + 1)));
  }

  Result<> go_on(std::string_view line) {
    if (text_.empty()) return wrong("two spaces continue a user: or bot: line, and there is none before");
    text_.insert(text_.end(), empty_lines_, "");
    empty_lines_ = 0;
    text_.emplace_back(line);
    return {};
  }

  // The text of a user or bot row is complete when the next row begins.
  Result<> finish_row() {
    if (text_.empty()) return {};
    std::vector<std::string> lines = std::exchange(text_, {});
    std::string text = lines.front();
    if (is_bot_) {
      BotRow bot;
      if (lines.size() > 1)
        if (auto labels = read_buttons(lines.back())) {
          bot.buttons = std::move(*labels);
          lines.pop_back();
        }
      for (std::size_t i = 1; i < lines.size(); ++i) text += '\n' + unescaped(lines[i]);
      bot.text = as_in_a_file(text);
      if (bot.text.empty() && bot.buttons.empty()) return wrong_at(text_line_, "bot: says nothing");
      transcript_.rows.push_back({std::move(bot), text_line_});
      return {};
    }
    for (std::size_t i = 1; i < lines.size(); ++i) text += '\n' + lines[i];
    text = as_in_a_file(text);
    if (text.empty()) return wrong_at(text_line_, "user: says nothing");
    transcript_.rows.push_back({UserRow{std::move(text)}, text_line_});
    return {};
  }

  template <class What>
  void add(What what) {
    transcript_.rows.push_back({std::move(what), line_});
  }

  // A moment with its offset, or what the clock shows in the zone of the header, if it shows it once.
  Result<Instant> moment_of(std::string_view value, std::size_t line) const {
    if (const auto at = parse_instant(value)) return *at;
    const auto wall = parse_local(value);
    if (!wall) return wrong_at(line, "a moment is written like 2026-11-21T10:02 or 2026-11-21T10:02:03+01:00");
    if (!transcript_.header.zone) return wrong_at(line, "a moment without an offset needs a zone: in the header");
    const LocalMapping mapping = transcript_.header.zone->resolve(*wall);
    if (mapping.kind != LocalMapping::Kind::unique)
      return wrong_at(line, "the clock shows this time twice or never that night: write the offset");
    return mapping.earlier;
  }

  Result<> begin_body() {
    if (in_body_) return {};
    in_body_ = true;
    return finish_header();
  }
  Result<> finish_header() {
    if (now_.empty()) return {};
    VARSEL_TRY(transcript_.header.now, moment_of(now_, now_line_));
    now_.clear();
    return {};
  }

  template <class Field, class Value>
  Result<> set(Field& field, std::string_view given, std::optional<Value> value, std::string_view what) {
    if (in_body_) return wrong("this belongs before the first row");
    if (field) return wrong("this was said before");
    if (given.empty() || !value) return wrong(what);
    field = std::move(*value);
    return {};
  }
  Result<> now(std::string_view value) {
    if (in_body_) return wrong("this belongs before the first row");
    if (!now_.empty()) return wrong("this was said before");
    if (value.empty()) return wrong("now: needs a moment");
    now_ = value;  // may have to wait for the zone
    now_line_ = line_;
    return {};
  }
  Result<> locale(std::string_view value) {
    return set(transcript_.header.locale, value, locale_from_tag(value), "locale: is one of da, nb, nn, en");
  }
  Result<> zone(std::string_view value) {
    const auto found = Zone::find(value);
    return set(transcript_.header.zone, value, found ? std::optional(*found) : std::nullopt,
               "zone: is an IANA name such as Europe/Oslo");
  }
  Result<> playbook(std::string_view value) {
    return set(transcript_.header.playbook, value, std::optional(std::string(value)), "playbook: needs a name");
  }
  Result<> channel(std::string_view value) {
    return set(transcript_.header.channel, value, std::optional(std::string(value)), "channel: needs a name");
  }
  Result<> as(std::string_view value) {
    if (!in_body_) return set(transcript_.header.speaker, value, std::optional(std::string(value)), "as: needs a name");
    if (value.empty()) return wrong("as: needs a name");
    add(SpeakerRow{std::string(value)});
    return {};
  }
  Result<> begin_text(std::string_view value, bool is_bot) {
    VARSEL_CHECK(begin_body());
    text_.emplace_back(value);
    text_line_ = line_;
    is_bot_ = is_bot;
    return {};
  }
  Result<> user(std::string_view value) { return begin_text(value, false); }
  Result<> bot(std::string_view value) { return begin_text(value, true); }
  Result<> time(std::string_view value) {
    VARSEL_CHECK(begin_body());
    if (!value.empty() && value.front() == '+') {
      const auto span = read_span(value.substr(1));
      if (!span) return wrong("a span of time is written like +15m, +1h30m or +3d");
      add(TimeRow{*span});
      return {};
    }
    VARSEL_TRY(const Instant at, moment_of(value, line_));
    add(TimeRow{at});
    return {};
  }
  Result<> mail(std::string_view value) {
    VARSEL_CHECK(begin_body());
    auto parts = split(value, " | ");
    if (!parts) return wrong("a mail is written as mail: to | subject");
    add(MailRow{std::move(parts->first), std::move(parts->second)});
    return {};
  }
  Result<> log(std::string_view value) {
    VARSEL_CHECK(begin_body());
    auto parts = split(value, " = ");
    if (!parts) return wrong("a fact is written as log: fact = value");
    add(LogRow{std::move(parts->first), std::move(parts->second)});
    return {};
  }
  Result<> event(std::string_view value) {
    VARSEL_CHECK(begin_body());
    if (value.empty()) return wrong("event: needs a name");
    add(EventRow{std::string(value)});
    return {};
  }

  static const std::map<std::string_view, Handler>& handlers() {
    static const std::map<std::string_view, Handler> known{
        {"now", &Reader::now},   {"locale", &Reader::locale},   {"playbook", &Reader::playbook},
        {"zone", &Reader::zone}, {"channel", &Reader::channel}, {"as", &Reader::as},
        {"user", &Reader::user}, {"bot", &Reader::bot},         {"time", &Reader::time},
        {"mail", &Reader::mail}, {"log", &Reader::log},         {"event", &Reader::event}};
    return known;
  }

  std::string name_;
  Transcript transcript_;
  std::size_t line_ = 0;
  bool in_body_ = false;
  std::string now_;
  std::size_t now_line_ = 0;
  std::vector<std::string> text_;  // the lines of the user or bot row that is being read
  std::size_t text_line_ = 0;
  bool is_bot_ = false;
  std::size_t empty_lines_ = 0;
};

// ---- comparing

// The longest common rows of both: lengths[i][j] is their number from expected[i] and actual[j] on.
std::vector<std::vector<std::size_t>> common_lengths(const std::vector<Row>& expected, const std::vector<Row>& actual) {
  std::vector lengths(expected.size() + 1, std::vector<std::size_t>(actual.size() + 1, 0));
  for (std::size_t i = expected.size(); i-- > 0;)
    for (std::size_t j = actual.size(); j-- > 0;)
      lengths[i][j] = expected[i].what == actual[j].what ? lengths[i + 1][j + 1] + 1
                                                         : std::max(lengths[i + 1][j], lengths[i][j + 1]);
  return lengths;
}

struct Change {
  char mark = ' ';  // ' ', '-' or '+'
  const Row* row = nullptr;
};

std::vector<Change> changes_between(const std::vector<Row>& expected, const std::vector<Row>& actual) {
  const auto lengths = common_lengths(expected, actual);
  std::vector<Change> changes;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < expected.size() || j < actual.size()) {
    if (i < expected.size() && j < actual.size() && expected[i].what == actual[j].what) {
      changes.push_back({' ', &expected[i]});
      ++i;
      ++j;
    } else if (i < expected.size() && (j == actual.size() || lengths[i + 1][j] >= lengths[i][j + 1])) {
      changes.push_back({'-', &expected[i++]});
    } else {
      changes.push_back({'+', &actual[j++]});
    }
  }
  return changes;
}

std::string marked(char mark, std::string_view text) {
  std::string out;
  for (const std::string_view line : lines_of(text)) out += mark + std::string(" ") + std::string(line) + '\n';
  return out;
}

BotRow bot_row(const Said& said) {
  BotRow row{as_in_a_file(said.text), {}};
  for (const Button& button : said.buttons) row.buttons.push_back(trim(button.label));
  return row;
}

// Plays rows on a stage and notes what comes of it.
class Player {
 public:
  Player(const Transcript& expected, const Stage& stage) : expected_(expected), stage_(stage) {}

  Result<Transcript> play() {
    played_.header = expected_.header;
    speaker_ = expected_.header.speaker.value_or("");
    VARSEL_CHECK(hear(stage_.open()));
    for (const Row& row : expected_.rows) {
      line_ = row.line;
      VARSEL_CHECK(std::visit([&](const auto& what) { return perform(what); }, row.what));
    }
    note_unexpected();
    return std::move(played_);
  }

 private:
  Result<> hear(Result<std::vector<Said>> answer) {
    VARSEL_TRY(const std::vector<Said> said, std::move(answer));
    said_ = said;
    next_ = 0;
    mails_ = stage_.mails();
    events_ = stage_.events();
    return {};
  }
  template <class What>
  void note(What what) {
    played_.rows.push_back({std::move(what), line_});
  }
  void note_unexpected() {
    for (; next_ < said_.size(); ++next_) note(bot_row(said_[next_]));
  }

  Result<> perform(const CommentRow& comment) {
    note(comment);
    return {};
  }
  Result<> perform(const SpeakerRow& speaker) {
    note_unexpected();
    note(speaker);
    speaker_ = speaker.who;
    return {};
  }
  Result<> perform(const UserRow& user) {
    note_unexpected();
    note(user);
    return hear(stage_.say(speaker_, PersonalText(user.text)));
  }
  Result<> perform(const TimeRow& time) {
    note_unexpected();
    note(time);
    return hear(stage_.wait(speaker_, time));
  }
  Result<> perform(const BotRow& /*expected*/) {
    if (next_ < said_.size()) note(bot_row(said_[next_++]));
    return {};
  }
  Result<> perform(const MailRow& mail) {
    note_one_of(mails_, mail, [](MailRow row) { return row; });
    return {};
  }
  Result<> perform(const EventRow& event) {
    note_one_of(events_, event.name, [](std::string name) { return EventRow{std::move(name)}; });
    return {};
  }
  Result<> perform(const LogRow& log) {
    note(LogRow{log.fact, stage_.fact(log.fact).value_or("(unknown)")});
    return {};
  }
  // The one that was expected, or else all that there are, so that the difference shows what was sent instead.
  template <class T, class MakeRow>
  void note_one_of(std::vector<T>& there, const T& wanted, MakeRow make_row) {
    const auto found = std::find(there.begin(), there.end(), wanted);
    if (found != there.end()) {
      note(make_row(*found));
      there.erase(found);
      return;
    }
    for (T& other : std::exchange(there, {})) note(make_row(std::move(other)));
  }

  const Transcript& expected_;
  const Stage& stage_;
  Transcript played_;
  std::string speaker_;
  std::size_t line_ = 0;
  std::vector<Said> said_;
  std::size_t next_ = 0;  // of said_, which has not been noted
  std::vector<MailRow> mails_;
  std::vector<std::string> events_;
};

}  // namespace

Result<Transcript> read_transcript(std::istream& in, std::string_view name) {
  return Reader(name).read(in);
}

std::string write_transcript(const Transcript& transcript) {
  const Header& header = transcript.header;
  std::string out;
  const auto line = [&out](std::string_view key, const auto& value) {
    if (value) out += keyed(key, *value) + '\n';
  };
  if (header.now) out += keyed("now", moment(*header.now, header.zone)) + '\n';
  if (header.zone) out += keyed("zone", header.zone->name()) + '\n';
  if (header.locale) out += keyed("locale", tag(*header.locale)) + '\n';
  line("playbook", header.playbook);
  line("channel", header.channel);
  line("as", header.speaker);
  for (const Row& row : transcript.rows) {
    const bool begins_a_turn = std::holds_alternative<UserRow>(row.what) || std::holds_alternative<TimeRow>(row.what);
    if (begins_a_turn && !out.empty()) out += '\n';
    out += write_row(row, header) + '\n';
  }
  return out;
}

Result<Transcript> replay(const Transcript& expected, const Stage& stage) {
  return Player(expected, stage).play();
}

std::optional<std::string> difference(std::string_view name, const Transcript& expected, const Transcript& actual) {
  constexpr std::size_t kAround = 2;
  const auto changes = changes_between(expected.rows, actual.rows);
  const auto is_near_a_change = [&](std::size_t at) {
    const std::size_t from = at < kAround ? 0 : at - kAround;
    const std::size_t to = std::min(changes.size(), at + kAround + 1);
    return std::any_of(changes.begin() + static_cast<std::ptrdiff_t>(from),
                       changes.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const Change& change) { return change.mark != ' '; });
  };
  std::string out;
  bool in_a_stretch = false;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const bool shown = is_near_a_change(i);
    if (shown && !in_a_stretch) out += std::string(name) + ":" + std::to_string(changes[i].row->line) + ":\n";
    if (shown) out += marked(changes[i].mark, write_row(*changes[i].row, expected.header));
    in_a_stretch = shown;
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace varsel::adapters::console
