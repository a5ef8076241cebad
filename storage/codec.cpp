#include "storage/codec.h"

#include <concepts>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "base/json_writer.h"

namespace varsel::storage {
namespace {

using nlohmann::json;
using namespace incident;

constexpr int kVersion = 1;

// What cannot be understood; caught in decode().
struct Unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class T, class Of>
concept Like = std::same_as<std::remove_const_t<T>, Of>;

// --- The fields of every kind of event, in the order in which they are stored. Frozen. -------------------------------
// One description serves both ways. The structured bindings name every member, so that an event with a new member does
// not compile until it is stored.

void fields(auto& io, Like<When> auto& value) {
  auto& [from, to, precision, approx, second_passage] = value;
  io(from, to, precision, approx, second_passage);
}
void fields(auto& io, Like<Count> auto& value) {
  auto& [min, max, approx] = value;
  io(min, max, approx);
}
void fields(auto& io, Like<Codes> auto& value) {
  auto& [codes, words] = value;
  io(codes, words);
}
void fields(auto& io, Like<Source> auto& value) {
  auto& [who, at, channel, turn, words, rule] = value;
  io(who, at, channel, turn, words, rule);
}
void fields(auto& io, Like<Fact> auto& value) {
  auto& [status, content, reason, ask_again_at, source] = value;
  io(status, content, reason, ask_again_at, source);
}
void fields(auto& io, Like<event::Opened> auto& value) {
  auto& [receipt, playbook, organisation, zone, locale, channel, conversation] = value;
  io(receipt, playbook, organisation, zone, locale, channel, conversation);
}
void fields(auto& io, Like<event::FactStated> auto& value) {
  auto& [fact, entry] = value;
  io(fact, entry);
}
void fields(auto& io, Like<event::FactWithdrawn> auto& value) {
  auto& [fact] = value;
  io(fact);
}
void fields(auto& io, Like<event::StateChanged> auto& value) {
  auto& [to, reason] = value;
  io(to, reason);
}
void fields(auto& io, Like<event::SuspicionSettled> auto& value) {
  auto& [confirmed, reason] = value;
  io(confirmed, reason);
}
void fields(auto& io, Like<event::AwarenessSet> auto& value) {
  auto& [aware_at, reason] = value;
  io(aware_at, reason);
}
void fields(auto& io, Like<event::HandedIn> auto& value) {
  auto& [complete, why] = value;
  io(complete, why);
}
void fields(auto& io, Like<event::StepDone> auto& value) {
  auto& [workflow, step, note] = value;
  io(workflow, step, note);
}
void fields(auto& io, Like<event::ContactTold> auto& value) {
  auto& [contact, list, party, rule, message_key] = value;
  io(contact, list, party, rule, message_key);
}
void fields(auto& io, Like<event::ContactMissing> auto& value) {
  auto& [list, party, rule, fallback] = value;
  io(list, party, rule, fallback);
}
void fields(auto& io, Like<event::GroupSummoned> auto& value) {
  auto& [start, end, uid, sequence, attendees] = value;
  io(start, end, uid, sequence, attendees);
}
void fields(auto& io, Like<event::AttendeeAnswered> auto& value) {
  auto& [attendee, answer] = value;
  io(attendee, answer);
}
void fields(auto& io, Like<event::AttendeeEscalated> auto& value) {
  auto& [attendee, to] = value;
  io(attendee, to);
}
void fields(auto& io, Like<event::ContactPersonChosen> auto& value) {
  auto& [attendee] = value;
  io(attendee);
}
void fields(auto&, Like<event::CoordinatorSteppedBack> auto&) {}
void fields(auto& io, Like<event::StatusAsked> auto& value) {
  auto& [of] = value;
  io(of);
}
void fields(auto& io, Like<event::StatusReported> auto& value) {
  auto& [text] = value;
  io(text);
}
void fields(auto& io, Like<event::ReportHandedOver> auto& value) {
  auto& [party, how] = value;
  io(party, how);
}
void fields(auto& io, Like<event::DecisionTaken> auto& value) {
  auto& [duty, outcome, reason] = value;
  io(duty, outcome, reason);
}
void fields(auto& io, Like<event::AttachmentAdded> auto& value) {
  auto& [key, name] = value;
  io(key, name);
}
void fields(auto& io, Like<event::NoteAdded> auto& value) {
  auto& [text] = value;
  io(text);
}
void fields(auto&, Like<event::HumanAsked> auto&) {}
void fields(auto& io, Like<event::Duplicated> auto& value) {
  auto& [of] = value;
  io(of);
}
void fields(auto& io, Like<event::CaseTaken> auto& value) {
  auto& [contact] = value;
  io(contact);
}

// --- The kinds. Frozen: stored on disk, never reuse a number. --------------------------------------------------------
template <class T>
inline constexpr int kKind = 0;
template <>
inline constexpr int kKind<event::Opened> = 1;
template <>
inline constexpr int kKind<event::FactStated> = 2;
template <>
inline constexpr int kKind<event::FactWithdrawn> = 3;
template <>
inline constexpr int kKind<event::StateChanged> = 4;
template <>
inline constexpr int kKind<event::SuspicionSettled> = 5;
template <>
inline constexpr int kKind<event::AwarenessSet> = 6;
template <>
inline constexpr int kKind<event::HandedIn> = 7;
template <>
inline constexpr int kKind<event::StepDone> = 8;
template <>
inline constexpr int kKind<event::ContactTold> = 9;
template <>
inline constexpr int kKind<event::ContactMissing> = 10;
template <>
inline constexpr int kKind<event::GroupSummoned> = 11;
template <>
inline constexpr int kKind<event::AttendeeAnswered> = 12;
template <>
inline constexpr int kKind<event::AttendeeEscalated> = 13;
template <>
inline constexpr int kKind<event::ContactPersonChosen> = 14;
template <>
inline constexpr int kKind<event::CoordinatorSteppedBack> = 15;
template <>
inline constexpr int kKind<event::StatusAsked> = 16;
template <>
inline constexpr int kKind<event::StatusReported> = 17;
template <>
inline constexpr int kKind<event::ReportHandedOver> = 18;
template <>
inline constexpr int kKind<event::DecisionTaken> = 19;
template <>
inline constexpr int kKind<event::AttachmentAdded> = 20;
template <>
inline constexpr int kKind<event::NoteAdded> = 21;
template <>
inline constexpr int kKind<event::HumanAsked> = 22;
template <>
inline constexpr int kKind<event::Duplicated> = 23;
template <>
inline constexpr int kKind<event::CaseTaken> = 24;

// The alternatives of a fact's value. Frozen likewise.
template <>
inline constexpr int kKind<std::string> = 1;
template <>
inline constexpr int kKind<Codes> = 2;
template <>
inline constexpr int kKind<PersonalText> = 3;
template <>
inline constexpr int kKind<When> = 4;
template <>
inline constexpr int kKind<Count> = 5;

// --- Writing and reading one value. ----------------------------------------------------------------------------------

template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool>;
template <class T>
concept Moment = std::same_as<T, Instant> || std::same_as<T, LocalTime>;

struct Out {
  JsonWriter& json;
  void operator()(const auto&... values) { (value(values), ...); }

  void value(bool b) { json.value(b); }
  void value(Number auto number) { json.value(number); }
  void value(const std::string& text) { json.value(text); }
  template <class Tag>
  void value(const Id<Tag>& id) {
    json.value(id.str());
  }
  void value(const PersonalText& text) { json.value(text.reveal()); }
  void value(Moment auto at) { json.value(at.time_since_epoch().count()); }
  template <class T>
  requires std::is_enum_v<T>
  void value(T code) { json.value(static_cast<int>(code)); }
  template <class T>
  void value(const std::optional<T>& maybe) {
    maybe ? value(*maybe) : json.null();
  }
  template <class T>
  void value(const std::vector<T>& list) {
    json.begin_array();
    for (const auto& item : list) value(item);
    json.end_array();
  }
  template <class... T>
  void value(const std::variant<T...>& choice) {
    json.begin_array();
    std::visit([this](const auto& it) { (*this)(kKind<std::decay_t<decltype(it)>>, it); }, choice);
    json.end_array();
  }
  template <class T>
  requires std::is_aggregate_v<T>
  void value(const T& group) {
    json.begin_array();
    fields(*this, group);
    json.end_array();
  }
  void value(const Event& event) {
    json.begin_array();
    std::visit(
        [&](const auto& body) { (*this)(kVersion, kKind<std::decay_t<decltype(body)>>, event.at, event.by, body); },
        event.body);
    json.end_array();
  }
};

// The highest number of each frozen list: a higher one was written by a later Varsel.
constexpr int highest(Locale) {
  return 4;
}
constexpr int highest(Precision) {
  return 6;
}
constexpr int highest(FactStatus) {
  return 4;
}
constexpr int highest(State) {
  return static_cast<int>(State::withdrawn);
}
constexpr int highest(FactId) {
  return static_cast<int>(kFacts.back().id);
}

struct In {
  const json& array;
  std::size_t next = 0;

  explicit In(const json& from) : array(from) {
    if (!array.is_array()) throw Unreadable("fields are missing");
  }
  void operator()(auto&... values) { (value(take(), values), ...); }
  const json& take() {
    if (next >= array.size()) throw Unreadable("fields are missing");
    return array[next++];
  }
  void end() const {
    if (next != array.size()) throw Unreadable("it has fields of a later version");
  }

  static void value(const json& from, bool& to) { to = from.get_ref<const json::boolean_t&>(); }
  template <Number T>
  static void value(const json& from, T& to) {
    if (!from.is_number_integer()) throw Unreadable("a number is missing");
    to = from.get<T>();
  }
  static void value(const json& from, std::string& to) { to = from.get_ref<const std::string&>(); }
  template <class Tag>
  static void value(const json& from, Id<Tag>& to) {
    to = Id<Tag>(from.get_ref<const std::string&>());
  }
  static void value(const json& from, PersonalText& to) { to = PersonalText(from.get_ref<const std::string&>()); }
  template <Moment T>
  static void value(const json& from, T& to) {
    std::int64_t count = 0;
    value(from, count);
    to = T(typename T::duration(count));
  }
  template <class T>
  requires std::is_enum_v<T>
  static void value(const json& from, T& to) {
    int number = 0;
    value(from, number);
    if (number < 1 || number > highest(T{})) throw Unreadable("it has a code of a later version");
    to = static_cast<T>(number);
  }
  template <class T>
  static void value(const json& from, std::optional<T>& to) {
    to.reset();
    if (!from.is_null()) value(from, to.emplace());
  }
  template <class T>
  static void value(const json& from, std::vector<T>& to) {
    if (!from.is_array()) throw Unreadable("a list is missing");
    to.clear();
    for (const auto& item : from) value(item, to.emplace_back());
  }
  template <class... T>
  static void value(const json& from, std::variant<T...>& to) {
    In in(from);
    int kind = 0;
    in(kind);
    const json& content = in.take();
    in.end();
    if (!((kind == kKind<T> && (value(content, to.template emplace<T>()), true)) || ...))
      throw Unreadable("its kind " + std::to_string(kind) + " is not known to this version");
  }
  template <class T>
  requires std::is_aggregate_v<T>
  static void value(const json& from, T& to) {
    In in(from);
    fields(in, to);
    in.end();
  }
};

Event decoded(const json& from) {
  In in(from);
  int version = 0;
  in(version);
  if (version != kVersion) throw Unreadable("its version " + std::to_string(version) + " is not known to this Varsel");
  Event event;
  const json& kind = in.take();
  in(event.at, event.by);
  In::value(json::array({kind, in.take()}), event.body);
  in.end();
  return event;
}

}  // namespace

std::string encode(const std::vector<Event>& events) {
  JsonWriter out;
  Out{out}.value(events);
  return out.take();
}

Result<std::vector<Event>> decode(std::string_view text) {
  const json list = json::parse(text, nullptr, false);
  if (!list.is_array()) return fail(ErrorCode::corrupt, "stored events are not readable");
  std::vector<Event> events;
  events.reserve(list.size());
  try {
    for (const auto& item : list) events.push_back(decoded(item));
  } catch (const Unreadable& why) {
    return fail(ErrorCode::corrupt,
                "stored event " + std::to_string(events.size() + 1) + " is not readable: " + why.what());
  } catch (const json::exception&) {  // its text may quote the value
    return fail(ErrorCode::corrupt,
                "stored event " + std::to_string(events.size() + 1) + " is not readable: a field has the wrong type");
  }
  return events;
}

}  // namespace varsel::storage
