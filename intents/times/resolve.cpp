#include "intents/times/resolve.h"

#include <algorithm>

namespace varsel::intents::times {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

// A date with its weekday that was last right longer ago than this was said wrongly: the date counts.
constexpr days kTrusted{370};
// Ahead, people may plan for a year that has the weekday right.
constexpr days kPlanned{800};

// Earlier than every time that can be said.
LocalTime ever() {
  return midnight(std::chrono::year(kFirstYear) / 1 / 1);
}

bool only_weekday(const Phrase& phrase) {
  return (phrase.fields & kWeekday) != 0 && (phrase.fields & (kDate | kDay | kWeek | kMonth | kYear | kWeekend)) == 0;
}

Phrase without_weekday(Phrase phrase) {
  constexpr int kWeekdayRank = 6;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < phrase.count; ++i)
    if (phrase.constraints[i].rank != kWeekdayRank) phrase.constraints[kept++] = phrase.constraints[i];
  phrase.count = kept;
  phrase.fields &= ~static_cast<unsigned>(kWeekday);
  return phrase;
}

}  // namespace

std::optional<Span> Resolver::past_span(const Phrase& phrase, Calendar::Id id, bool& doubtful) {
  // Whoever writes "Wednesday" on a Wednesday means the one a week ago: today is "today".
  const LocalTime limit = only_weekday(phrase) ? floor_to(now_, Grain::day) - seconds(1) : now_;
  auto span = calendar_.before(id, limit, View::reported);
  const bool weekday_and_date = (phrase.fields & kWeekday) != 0 && (phrase.fields & (kDate | kDay)) != 0;
  if (weekday_and_date && (!span || ((phrase.fields & (kYear | kDay)) == 0 && now_ - span->from > kTrusted))) {
    doubtful = true;
    const Phrase date = without_weekday(phrase);
    span = calendar_.before(grammar_.whole(date), limit, View::reported);
    if (!span) span = calendar_.after(grammar_.whole(date), limit, View::reported);
    return span;
  }
  if (!span) span = calendar_.after(id, ever(), View::reported);
  return span;
}

std::optional<Span> Resolver::next_span(const Phrase& phrase, Calendar::Id id) {
  const LocalTime today = floor_to(now_, Grain::day);
  if ((phrase.fields & kWeekday) != 0 && (phrase.fields & (kDate | kDay)) != 0) {
    const auto last = calendar_.before(id, now_, View::calendar), next = calendar_.after(id, now_, View::calendar);
    const auto distance = [&](const std::optional<Span>& span) {
      return !span ? std::chrono::seconds::max() : span->from < now_ ? now_ - span->from : span->from - now_;
    };
    const auto& nearest = distance(last) < distance(next) ? last : next;
    if (nearest && ((phrase.fields & (kYear | kDay)) != 0 || distance(nearest) < kPlanned)) return nearest;
    const Phrase date = without_weekday(phrase);
    return next_span(date, grammar_.whole(date));
  }
  std::optional<Span> span;
  if ((phrase.fields & (kDay | kYear | kSpan)) != 0) {
    span = calendar_.after(id, ever(), View::calendar);
  } else if (only_weekday(phrase)) {
    span = calendar_.after(id, today + days(1), View::calendar);
  } else if (!phrase.dated()) {
    // A time within the current hour is still today's.
    span = calendar_.after(id, phrase.clock ? floor_to(now_, Grain::hour) : today, View::calendar);
  } else {
    span = calendar_.before(id, now_, View::calendar);
    if (!span || span->to <= now_) span = calendar_.after(id, today, View::calendar);
  }
  return span ? span : calendar_.before(id, now_, View::calendar);
}

// "16 CET": the clock of another zone, told as the organisation's own shows it.
Span Resolver::in_zone(Span span, const Phrase& phrase) const {
  if (!phrase.zone || !phrase.clock) return span;
  const Instant at{std::chrono::duration_cast<Millis>(span.from.time_since_epoch() - minutes(*phrase.zone))};
  const auto moved = zone_.local(at) - span.from;
  span.from += moved;
  span.to += moved;
  return span;
}

When Resolver::when_of(const Span& span, const Phrase& phrase) const {
  When out{span.from, span.to, Precision::range, phrase.approx, false};
  if (phrase.is_now) {
    out.from = std::chrono::floor<minutes>(now_);
    return {out.from, out.from + minutes(1), Precision::minute, true, false};
  }
  if (!span.interval) {
    switch (span.grain) {
      case Grain::second:
      case Grain::minute:
        out.from = std::chrono::floor<minutes>(span.from);
        out.to = out.from + minutes(1);
        out.precision = Precision::minute;
        break;
      case Grain::hour:
        out.precision = Precision::hour;
        break;
      case Grain::day:
        out.precision = Precision::day;
        break;
      case Grain::week:
        out.precision = Precision::week;
        break;
      case Grain::month:
        out.precision = Precision::month;
        break;
      case Grain::quarter:
      case Grain::year:
        break;
    }
  }
  out.from = std::chrono::floor<minutes>(out.from);
  if (out.to <= out.from) out.to = out.from + minutes(1);
  // "Before eleven", "after lunch": near it, not at it.
  if (phrase.side == Side::before || phrase.side == Side::after) out.approx = true;
  if (phrase.later_passage) out.second_passage = zone_.resolve(out.from).kind == LocalMapping::Kind::overlap;
  return out;
}

std::optional<Reported> Resolver::reported(const Phrase& phrase) {
  Reported out;
  if (phrase.distance) {
    const Distance& distance = *phrase.distance;
    if (distance.unit <= Grain::hour) {
      const LocalTime at = std::chrono::floor<minutes>(distance.at);
      out.when = {at, at + minutes(1), Precision::minute, true, false};
      out.future = at > now_;
    } else {
      const LocalTime day = floor_to(distance.at, Grain::day);
      out.when = {day, day + days(1), Precision::day, distance.approx || distance.unit != Grain::day, false};
      out.future = day > now_;
    }
    return out;
  }
  const auto span = past_span(phrase, grammar_.whole(phrase), out.doubtful);
  if (!span) return std::nullopt;
  out.when = when_of(in_zone(*span, phrase), phrase);
  out.future = out.when.from > now_;
  return out;
}

std::pair<Reported, Reported> Resolver::ends_of(const Reported& whole, const Phrase& phrase) {
  Reported first = whole, last = whole;
  if (!phrase.clock) {
    first.when.to = first.when.from + days(1);
    last.when.from = last.when.to - days(1);
    first.when.precision = last.when.precision = Precision::day;
    return {first, last};
  }
  const bool exact = phrase.clock->exact;
  const auto length = exact ? minutes(1) : minutes(60);
  first.when.to = first.when.from + length;
  last.when.from = whole.when.to;
  last.when.to = last.when.from + length;
  first.when.precision = last.when.precision = exact ? Precision::minute : Precision::hour;
  return {first, last};
}

std::optional<Reported> Resolver::reported(const Said& said) {
  if (!said.second) return reported(said.first);
  auto last = reported(*said.second);
  auto first = reported(said.first);
  if (!first || !last) return first;
  if (first->when.from > last->when.from) {
    // "From Monday until Wednesday" on a Tuesday: the Monday before that Wednesday.
    bool doubtful = false;
    const Calendar::Id id = grammar_.whole(said.first);
    if (const auto span = calendar_.before(id, last->when.from, View::reported)) {
      first->when = when_of(*span, said.first);
    } else if (const auto own = past_span(*said.second, grammar_.whole(*said.second), doubtful)) {
      return first;
    }
  }
  if (last->when.from < first->when.from) return first;
  const bool clock = last->when.precision == Precision::minute || last->when.precision == Precision::hour;
  first->when.to = clock ? last->when.from : last->when.to;
  if (first->when.to <= first->when.from) first->when.to = first->when.from + minutes(1);
  first->when.precision = Precision::range;
  first->when.approx = first->when.approx || last->when.approx;
  return first;
}

std::optional<CalendarTime> Resolver::calendar(const Said& said) {
  using Kind = CalendarTime::Kind;
  static constexpr std::array<std::string_view, 8> kGrains{"second", "minute", "hour",    "day",
                                                           "week",   "month",  "quarter", "year"};
  CalendarTime out;
  const Phrase& phrase = said.first;
  const auto side = [](const Phrase& of) {
    switch (of.side) {
      case Side::since:
      case Side::after:
        return Kind::after;
      case Side::until:
      case Side::before:
        return Kind::before;
      case Side::at:
        break;
    }
    return Kind::instant;
  };
  if (phrase.distance) {
    const Grain grain = phrase.distance->unit;
    out = {side(phrase), phrase.distance->at, plus(phrase.distance->at, grain, 1),
           kGrains[static_cast<std::size_t>(grain)]};
    return out;
  }
  auto span = next_span(phrase, grammar_.whole(phrase));
  if (!span) return std::nullopt;
  *span = in_zone(*span, phrase);
  if (phrase.is_now) *span = {now_, now_ + seconds(1), Grain::second, false};
  if (said.second && !said.second->distance) {
    const Phrase& second = *said.second;
    const Calendar::Id id = grammar_.whole(second);
    auto last = second.is_now ? std::optional(Span{now_, now_, Grain::second, false})
                              : calendar_.after(id, second.zone ? now_ : span->from, View::calendar);
    if (!last) return std::nullopt;
    *last = in_zone(*last, second);
    const bool inclusive = last->grain >= Grain::day;
    span->to = inclusive ? last->to : last->from;
    if (span->to <= span->from) return std::nullopt;
    span->grain = std::min(span->grain, last->grain);
    span->interval = true;
  }
  if (phrase.by && span->to > now_) *span = {now_, span->to, Grain::second, true};
  out.kind = side(phrase);
  if (out.kind == Kind::instant && span->interval) out.kind = Kind::interval;
  out.start = span->from;
  out.end = span->to;
  out.grain = kGrains[static_cast<std::size_t>(span->grain)];
  return out;
}

}  // namespace varsel::intents::times
