// How many persons. A number counts persons when a word says so, when it was asked for, or when it stands alone;
// times, ids, case numbers and amounts of other things do not.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "intents/reading.h"

namespace varsel::intents {
namespace {

constexpr double kMost = 1e12;  // more than all people: a number, not a count
constexpr std::size_t kBareSentence = 6;
constexpr double kPersons = 0.9;  // a word says that persons are counted

std::int64_t whole(double value) {
  return static_cast<std::int64_t>(std::llround(std::clamp(value, 0.0, kMost)));
}

struct Found {
  Count count;
  std::size_t first = 0;
  std::size_t last = 0;
  double confidence = 0;
  std::string rule;
  bool recipients = false;  // "to 3 colleagues": those who received it, if others are counted
};

class Counter {
 public:
  explicit Counter(const Reading& reading) : r_(reading), t_(reading.tokens) {}

  std::vector<Found> all() {
    std::vector<Found> out;
    for (std::size_t i = 0; i < t_.size();) {
      const auto found = at(i);
      if (found) {
        out.push_back(*found);
        i = found->last + 1;
      } else {
        const auto number = number_at(t_, i, r_.numbers);
        i = number && !number->words ? number->last + 1 : i + 1;
      }
    }
    // "a mail to 3 colleagues with the payslips of 62 employees" is about 62 people.
    const auto affected = [](const Found& found) { return !found.recipients && found.confidence >= kPersons; };
    if (std::ranges::any_of(out, affected)) std::erase_if(out, [](const Found& found) { return found.recipients; });
    return out;
  }

 private:
  bool asked() const { return r_.context.expecting == Expecting::count; }

  std::optional<Found> at(std::size_t i) {
    if (t_[i].opaque || in_time(i)) return std::nullopt;
    // "et dusin", "flere hundrede", "ingen": words that are a count by themselves.
    for (const Match* m : r_.of(Theme::quantity)) {
      if (m->first != i) continue;
      const std::string_view code = m->row->code;
      const std::size_t blank = code.find(' ');
      if (blank == std::string_view::npos) continue;
      std::int64_t value = 0;
      std::from_chars(code.data() + blank + 1, code.data() + code.size(), value);
      const std::string_view kind = code.substr(0, blank);
      if (no_idea(i, m->last)) return std::nullopt;
      Found found{{value, value, false}, i, m->last, 0.7, rule_of(*m)};
      if (kind == "min") found.count.max.reset();
      if (kind == "approx") found.count.approx = true;
      const auto scale = number_at(t_, m->last + 1, r_.numbers);
      if (scale && scale->value >= 100 && kind == "approx") {
        found.count.min = found.count.max = whole(static_cast<double>(value) * scale->value);
        found.last = scale->last;
      }
      const bool persons = counts_persons(found.last + 1);
      if (!persons && !asked() && !alone(i, found.last)) continue;
      if (persons) found.confidence = kPersons;
      return found;
    }
    const auto number = number_at(t_, i, r_.numbers);
    if (!number) return std::nullopt;
    if (number->words && behind_between(i)) {  // "mellem fem og tyve" is no 25
      const auto low = number_before_joiner(t_, i, r_.numbers);
      if (low && low->last < number->last) return count_from(*low);
    }
    return count_from(*number);
  }

  // Asked for a number, "to til tre" is no clock.
  bool in_time(std::size_t token) const {
    constexpr std::size_t kShort = 3;
    const bool answer = asked() && t_.size() <= kShort && number_at(t_, 0, r_.numbers).has_value();
    return !answer && r_.in_time(token);
  }
  // "ingen anelse" is no nought.
  bool no_idea(std::size_t first, std::size_t last) const {
    return std::ranges::any_of(r_.of(Theme::intent), [&](const Match* m) {
      return m->first == first && m->last > last && m->row->code == to_string(Intent::dont_know);
    });
  }

  bool behind_between(std::size_t i) const {
    return i > 0 && (r_.ending(Theme::quantity, i - 1, "between") != nullptr ||
                     r_.ending(Theme::moment, i - 1, "between") != nullptr);
  }

  // Whether the word after the number, or the second after it, is a person or a thing that stands for one.
  bool counts_persons(std::size_t after) const {
    for (std::size_t j = after; j < std::min(after + 3, t_.size()); ++j) {
      if (!t_.together(after > 0 ? after - 1 : 0, j) || (j > after && t_[j].mark == ',')) return false;
      if (r_.starting(Theme::counted, j, "thing") != nullptr) return false;
      if (r_.starting(Theme::counted, j, "person") != nullptr || r_.starting(Theme::data_subject, j) != nullptr)
        return true;
      if (t_[j].number) return false;
    }
    return false;
  }
  bool alone(std::size_t first, std::size_t last) const {
    std::size_t words = 0;
    for (std::size_t i = 0; i < t_.size(); ++i) words += i < first || i > last ? 1 : 0;
    return words <= 2;
  }

  std::optional<Found> count_from(Number number) {
    const std::size_t first = number.first;
    if (number.value < 0 || number.value > kMost || t_[first].mark == '#') return std::nullopt;
    if (in_time(number.last)) return std::nullopt;
    Found found{{whole(number.value), whole(number.value), false}, first, number.last, 0.6, {}};
    bool stated = false;  // a word makes it a count
    bool between = false;
    // Back over "kun ca. de 75", "mere end", "op til".
    for (std::size_t steps = 0; steps < 3 && found.first > 0; ++steps) {
      const std::size_t before = found.first - 1;
      if (!t_.together(before, first) || t_[found.first].mark == ',') break;
      const Match* m = nullptr;
      for (const Match* candidate : r_.of(Theme::quantity))
        if (candidate->last == before && (m == nullptr || candidate->first < m->first)) m = candidate;
      if (m == nullptr) break;
      const std::string_view code = m->row->code;
      if (code.find(' ') != std::string_view::npos) break;
      if (code == "not") {  // "number 37"; "the id number of 37 citizens" counts them
        if (steps == 0) return std::nullopt;
        break;
      }
      between = between || code == "between";
      const bool denied = m->first > 0 && r_.ending(Theme::negation, m->first - 1) != nullptr;
      const bool upwards = code == "over" || code == "at_least", downwards = code == "under" || code == "at_most";
      if (code == "about") found.count.approx = true;
      if (denied ? downwards : upwards) found.count.max.reset();
      if (denied ? upwards : downwards) found.count.min.reset();  // "ikke mere end 12"
      stated = stated || (code != "skip" && code != "to" && code != "of");
      if (number.article && code == "only") number.article = false;
      found.recipients = found.recipients || code == "to";
      found.first = m->first;
      found.rule = rule_of(*m);
    }
    // The other end of a range, or the whole of which this is a part ("3 af 27").
    std::size_t next = number.last + 1;
    if (!between && found.first > 0 && r_.ending(Theme::moment, found.first - 1, "between") != nullptr) {
      between = true;
      --found.first;
    }
    if (next < t_.size() && t_.together(first, next)) {
      const bool dash = t_[next].mark == '-' && !number.article && number_at(t_, next, r_.numbers);
      const bool to = r_.starting(Theme::quantity, next, "to") != nullptr || t_[next].key == "og" ||
                      t_[next].key == "and" || t_[next].key == "och";
      const std::size_t other_at = dash ? next : next + 1;
      const bool glued_date = dash && other_at + 1 < t_.size() && t_[other_at + 1].number &&
                              t_[other_at + 1].mark == '-' && t_[other_at + 1].glued;
      if ((dash || (to && (between || r_.starting(Theme::quantity, next, "to") != nullptr))) && !glued_date) {
        if (const auto other = number_at(t_, other_at, r_.numbers);
            other && other->value >= number.value && !in_time(other_at)) {
          found.count.max = whole(other->value);
          found.last = other->last;
          number.article = false;
          stated = stated || between;
        }
      } else if (const auto either = number_behind_or(next); either && either->value > number.value) {
        found.count.max = whole(either->value);
        found.last = either->last;
        number.article = false;
      } else if (const auto whole_of = whole_behind(next)) {
        found.last = whole_of->last;
        number.article = false;
      } else if (number.value == 1 && number.words && r_.starting(Theme::quantity, next, "of") != nullptr) {
        return std::nullopt;  // "one of our folders"
      }
    }
    if (found.last + 1 < t_.size() && t_.together(first, found.last + 1)) {
      const Match* thing = r_.starting(Theme::counted, found.last + 1, "thing");
      if (thing != nullptr) return std::nullopt;
    }
    if (const Match* hedge = r_.starting(Theme::quantity, found.last + 1, "about_before");
        hedge != nullptr && t_.together(first, hedge->last)) {
      found.count.approx = true;
      found.last = hedge->last;
    }
    const std::size_t end = t_[found.last].end;
    if (end < t_.text().size() && t_.text()[end] == '+') found.count.max.reset();
    if (end < t_.text().size() && (t_.text()[end] == '%' || t_.text().substr(end).starts_with(" %")))
      return std::nullopt;
    const bool persons = counts_persons(found.last + 1);
    if (number.value != std::floor(number.value) && !number.words && !persons && !asked()) return std::nullopt;
    if (number.article && !(persons && !t_[first].number && is_one(first)) &&
        !(asked() && alone(found.first, found.last)))
      return std::nullopt;
    const bool clock_like = found.last + 1 < t_.size() && t_[found.last + 1].number && t_[found.last + 1].glued;
    if (clock_like) return std::nullopt;
    if (persons) {
      found.confidence = 0.95;
    } else if (asked() || alone(found.first, found.last)) {
      found.confidence = asked() ? 0.9 : 0.65;
    } else if (!stated) {
      return std::nullopt;
    }
    if (found.count.min == 1 && found.count.max == 1) found.count.approx = false;  // "about one citizen" is on one
    if (found.rule.empty()) found.rule = persons ? "any/count: 37 persons" : "any/count: 37";
    return found;
  }
  // The 9 of "8 or 9".
  std::optional<Number> number_behind_or(std::size_t at) const {
    if (r_.starting(Theme::quantity, at, "or") == nullptr || !t_.together(at, at + 1)) return std::nullopt;
    return number_at(t_, at + 1, r_.numbers);
  }
  // The 27 of "3 of the 27", "12 ud af 27".
  std::optional<Number> whole_behind(std::size_t at) const {
    std::size_t next = at;
    while (next < at + 3 && r_.starting(Theme::quantity, next, "of") != nullptr) ++next;
    if (next == at) return std::nullopt;
    if (r_.starting(Theme::quantity, next, "skip") != nullptr && !number_at(t_, next, r_.numbers)) ++next;
    return t_.together(at, next) ? number_at(t_, next, r_.numbers) : std::nullopt;
  }

  // "én borger" counts; "en borger" may be the one who told us.
  bool is_one(std::size_t i) const { return t_[i].lower == "one"; }

  const Reading& r_;
  const Tokens& t_;
};

}  // namespace

std::vector<Entity> find_counts(const Reading& r) {
  std::vector<Entity> out;
  for (const Found& found : Counter(r).all()) {
    // "no citizens are affected" counts; "... no names, no numbers" at the end of a report denies what is in the data.
    if (found.count.max == 0 && r.context.expecting != Expecting::count && r.tokens.size() > kBareSentence) continue;
    out.push_back(r.entity(Kind::count, found.first, found.last, found.count, found.rule, found.confidence));
  }
  for (const Match* m : r.of(Theme::count_unknown))
    out.push_back(r.entity(Kind::count_unknown, m->first, m->last, std::string("unknown"), rule_of(*m)));
  if (out.empty() && !r.of(Theme::single).empty()) {
    const Match* m = r.of(Theme::single).front();
    out.push_back(r.entity(Kind::count, m->first, m->last, Count{1, 1, false}, rule_of(*m), 0.6));
  }
  return out;
}

}  // namespace varsel::intents
