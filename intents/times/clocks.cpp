// Clocks: "10.30", "kl. 8", "15h", "halv ti", "ti på ni", "kvart over tolv", "three thirty pm", "between 2 and 6".
#include <cmath>

#include "intents/times/grammar.h"

namespace varsel::intents::times {
namespace {

// The zones that people write after a clock; minutes east of UTC. In Europe "BST" is British Summer Time and "IST" in
// practice India's.
struct ZoneName {
  std::string_view key;
  int minutes;
};
constexpr std::array kZones = {
    ZoneName{"utc", 0},    ZoneName{"gmt", 0},    ZoneName{"wet", 0},    ZoneName{"bst", 60},   ZoneName{"west", 60},
    ZoneName{"cet", 60},   ZoneName{"cest", 120}, ZoneName{"eet", 120},  ZoneName{"eest", 180}, ZoneName{"msk", 180},
    ZoneName{"ist", 330},  ZoneName{"jst", 540},  ZoneName{"est", -300}, ZoneName{"edt", -240}, ZoneName{"cst", -360},
    ZoneName{"cdt", -300}, ZoneName{"mst", -420}, ZoneName{"mdt", -360}, ZoneName{"pst", -480}, ZoneName{"pdt", -420}};

}  // namespace

// A number in digits or words that may be an hour or minutes; "a" and "en" are not.
std::optional<Grammar::Digits> Grammar::small(std::size_t i, int limit) const {
  if (i >= tokens_.size() || tokens_[i].opaque) return std::nullopt;
  if (digits(i)) {
    if (width(i) > 2 || tokens_[i].value > limit) return std::nullopt;
    return Digits{tokens_[i].value, i + 1};
  }
  const auto number = number_at(tokens_, i, numbers_);
  if (!number_word(i)) return std::nullopt;
  if (vague_at(tokens_, i, numbers_)) return std::nullopt;  // a dozen is no hour
  if (!number || !number->words || number->value < 0 || number->value > limit || number->article ||
      number->value != std::floor(number->value))
    return std::nullopt;
  return Digits{static_cast<std::int64_t>(number->value), number->last + 1};
}

// What stands after an hour: "o'clock", "ish", "am", "sharp", "CET".
void Grammar::after_clock(ClockAt& out, bool said_at) const {
  for (int i = 0; i < 5 && out.end < tokens_.size() && (tokens_[out.end].glued || goes_on(out.end)); ++i) {
    const Lexeme* am = word(out.end, Word::am);
    const Lexeme* pm = word(out.end, Word::pm);
    if ((am != nullptr || pm != nullptr) && !out.said_half && out.clock.minute < 13 * 60) {
      const Lexeme& half = am != nullptr && (pm == nullptr || am->last > pm->last) ? *am : *pm;
      // A letter alone is glued to its hour, and the hour said in full: "3:18a", "at 3p."; "4a" is a house.
      const bool letter = width(half.first) == 1 && half.first == half.last;
      if (letter && (!tokens_[half.first].glued || !(out.clock.exact || said_at))) return;
      out.clock.minute = out.clock.minute % 720 + (&half == pm ? 720 : 0);
      out.clock.twelve = false;
      out.said_half = out.strong = true;
      out.end = half.last + 1;
    } else if (const Lexeme* tick = word(out.end, Word::tick)) {
      out.strong = true;
      if (tick->value == 0) out.end = tick->last + 1;
    } else if (const Lexeme* ish = word(out.end, Word::ish)) {
      out.approx = true;
      out.end = ish->last + 1;
    } else if (const Lexeme* sharp = word(out.end, Word::sharp)) {
      out.end = sharp->last + 1;
    } else {
      break;
    }
  }
  if (out.end >= tokens_.size() || !goes_on(out.end)) return;
  for (const ZoneName& zone : kZones)
    if (zone.key == tokens_[out.end].key && (out.strong || said_at || out.clock.exact)) {
      out.zone = zone.minutes;
      out.strong = true;
      ++out.end;
      return;
    }
}

// An hour with its minutes: "10.30", "15h", "0830", "three twenty", "noon".
std::optional<Grammar::ClockAt> Grammar::hour_at(std::size_t i, bool said_at, bool dated, bool in_range) const {
  ClockAt out;
  std::size_t next = i;
  bool said_h = false;
  const bool english = numbers_ == only(Tongue::en);
  if (const Lexeme* l = word(i, Word::part)) {
    const Window window = part_window(l->value, View::reported);
    if (window.to - window.from != 60) return std::nullopt;
    out.clock = {window.from, -1, false, false};
    out.strong = true;
    out.end = l->last + 1;
    return out;
  }
  if (const Lexeme* l = word(i, Word::hour)) {
    out.clock = {l->value * 60, -1, false, true};
    out.strong = out.approx = true;
    out.end = l->last + 1;
    return out;
  }
  if (digits(i) && width(i) <= 2 && tokens_[i].value <= 24) {
    const int hour = static_cast<int>(tokens_[i].value);
    out.clock = {hour * 60, -1, false, false};
    next = i + 1;
    const bool colon = follows(next, ':'), dot = follows(next, '.');
    const bool sign = next < tokens_.size() && tokens_[next].glued && tokens_[next].mark == 0 &&
                      word(next, Word::hour_sign) != nullptr;
    if (sign) {
      ++next;
      out.strong = said_h = true;
      if (digits(next) && tokens_[next].glued && width(next) == 2 && tokens_[next].value < 60) {
        out.clock.minute += static_cast<int>(tokens_[next++].value);
        out.clock.exact = true;
      }
    } else if ((colon || dot) && width(next) == 2 && tokens_[next].value < 60) {
      // "12.11.2025" is no clock.
      if (dot && follows(next + 1, '.') && width(next + 1) >= 2) return std::nullopt;
      out.clock.minute += static_cast<int>(tokens_[next++].value);
      out.clock.exact = true;
      if (colon && follows(next, ':') && width(next) == 2 && tokens_[next].value < 60)
        out.clock.second = static_cast<int>(tokens_[next++].value);
      out.clock.digital = true;
      out.strong = colon || dated || said_at;
    } else if (colon || dot) {
      return std::nullopt;  // "10:5", "1.250"
    } else {
      out.strong = said_at;
      // "at 3 15"
      if (said_at && english && digits(next) && !tokens_[next].glued && tokens_[next].mark == 0 && width(next) == 2 &&
          tokens_[next].value < 60 && goes_on(next) && word(next + 1, Word::unit) == nullptr) {
        out.clock.minute += static_cast<int>(tokens_[next++].value);
        out.clock.exact = true;
      }
    }
    if (out.clock.minute > 24 * 60) return std::nullopt;
    // People who write "15:00" mean what they write, and Scandinavians always do; "3" or "3:30" in English is either.
    out.clock.twelve = english && !said_h && hour >= 1 && hour <= 12 && !(width(i) == 2 && tokens_[i].value < 10);
  } else if (digits(i) && (width(i) == 3 || width(i) == 4) && tokens_[i].value < 2400 && tokens_[i].value % 100 < 60) {
    const auto said_half = [&](const Lexeme* l) {
      return l != nullptr && (tokens_[i + 1].glued || width(i + 1) > 1 || l->last > l->first);
    };
    if (!said_at && !said_half(word(i + 1, Word::am)) && !said_half(word(i + 1, Word::pm))) return std::nullopt;
    if (follows(i + 1, '.') || follows(i + 1, ':') || follows(i + 1, '-')) return std::nullopt;
    const int value = static_cast<int>(tokens_[i].value);
    out.clock = {value / 100 * 60 + value % 100, -1, true, english && value >= 100 && value < 1300 && width(i) == 3};
    out.strong = true;
    next = i + 1;
  } else if (const auto hour = small(i, 24); hour && !tokens_[i].number && hour->value > 0) {
    out.clock = {static_cast<int>(hour->value) * 60, -1, false, hour->value <= 12};
    out.strong = said_at;
    next = hour->end;
    // "three twenty" after "at" or before "am"
    if (next < tokens_.size() && goes_on(next) && tokens_[next].mark == 0) {
      if (const auto minute = small(next, 59);
          minute && minute->value >= 10 && word(minute->end, Word::unit) == nullptr &&
          (said_at || word(minute->end, Word::am) != nullptr || word(minute->end, Word::pm) != nullptr)) {
        out.clock.minute += static_cast<int>(minute->value);
        out.clock.exact = true;
        next = minute->end;
      }
    }
  } else {
    return std::nullopt;
  }
  out.end = next;
  after_clock(out, said_at || in_range);
  return out;
}

std::optional<Grammar::ClockAt> Grammar::clock_at(std::size_t i, bool said_at, bool dated, bool in_range) const {
  if (i >= tokens_.size() || tokens_[i].opaque) return std::nullopt;
  const auto counted = [&](std::size_t end) {
    const Lexeme* unit = word(end, Word::unit);
    return unit != nullptr && (unit->last > unit->first || !word(end, Word::tick));
  };
  // halv ti = 9.30; half past nine = 9.30
  if (const Lexeme* l = word(i, Word::half)) {
    std::size_t after = l->last + 1;
    const bool past = l->locale == Tongue::en;
    if (past) {
      const Lexeme* p = word(after, Word::past);
      if (p == nullptr) return std::nullopt;
      after = p->last + 1;
    }
    auto hour = hour_at(after, true, true, false);
    if (!hour || hour->clock.exact || hour->clock.minute == 0 || (!past && hour->clock.minute > 12 * 60) ||
        counted(hour->end))
      return std::nullopt;
    hour->clock.minute = past ? hour->clock.minute + 30 : (hour->clock.minute + 720 - 30) % 720;
    hour->clock.exact = hour->strong = true;
    hour->clock.twelve = past ? hour->clock.twelve : !hour->said_half;
    if (!past && hour->said_half) hour->clock.minute = (hour->clock.minute + 720) % 1440;
    return hour;
  }
  // kvart over tolv, quarter to two, ti på ni, fem i halv ti, 15 minutes past 3 pm
  int amount = 0;
  bool worded = false;
  std::size_t next = skip(i, Word::article);
  for (const Lexeme& l : lexicon_.at(next))
    if (l.word == Word::unit && static_cast<Grain>(l.value) == Grain::minute && l.more == 15) {
      amount = 15;
      worded = true;
      next = l.last + 1;
      break;
    }
  if (amount == 0) {
    const auto number = small(i, 59);
    if (number && number->value > 0) {
      amount = static_cast<int>(number->value);
      worded = !tokens_[i].number;
      next = number->end;
      if (const Lexeme* unit = word(next, Word::unit);
          unit != nullptr && static_cast<Grain>(unit->value) == Grain::minute && unit->more == 1) {
        worded = true;
        next = unit->last + 1;
      }
    }
  }
  if (amount > 0 && next < tokens_.size() && tokens_[next].mark == 0 && goes_on(next)) {
    const Lexeme* past = word(next, Word::past);
    const Lexeme* to = word(next, Word::to);
    if (past != nullptr || to != nullptr) {
      std::size_t after = (past != nullptr ? past : to)->last + 1;
      const Lexeme* half = word(after, Word::half);
      if (half != nullptr) after = half->last + 1;
      auto hour = goes_on(after) ? hour_at(after, true, true, false) : std::nullopt;
      if (hour && !hour->clock.exact && !counted(hour->end) && (half == nullptr || hour->clock.minute <= 12 * 60)) {
        const int at = hour->clock.minute - (half != nullptr ? 30 : 0) + (past != nullptr ? amount : -amount);
        const bool words = !tokens_[after].number && word(after, Word::part) == nullptr;
        hour->clock.twelve =
            !hour->said_half && (hour->clock.twelve || half != nullptr || words) && hour->clock.minute <= 12 * 60;
        hour->clock.minute = (at + 24 * 60) % (24 * 60);
        hour->clock.exact = true;
        hour->strong = worded || half != nullptr || said_at || dated || hour->said_half;
        return hour;
      }
    }
  }
  auto out = hour_at(i, said_at, dated, in_range);
  // "10 minutter" is no clock, "kl. 10 min chef" is.
  if (out && !out->strong && !out->clock.exact && counted(out->end)) return std::nullopt;
  if (out && !out->clock.exact && !said_at && counted(out->end)) return std::nullopt;
  return out;
}

bool Grammar::date_follows(std::size_t i) const {
  if (i >= tokens_.size() || !goes_on(i)) return false;
  for (const std::size_t at : {i, passed_over(i)})
    for (const Word kind : {Word::day, Word::day_part, Word::part, Word::weekday, Word::past_weekday,
                            Word::coming_weekday, Word::current})
      if (word(at, kind) != nullptr) {
        if (kind != Word::current) return true;
        const Lexeme* l = word(at, kind);
        if (word(l->last + 1, Word::part) != nullptr) return true;
      }
  return false;
}

Grammar::Piece Grammar::clock(std::size_t i, const Around& around) {
  if (around.timed) return std::nullopt;
  std::size_t next = i;
  bool said_at = around.said_at || tokens_[i].mark == '@', approx = around.approx;
  while (const Lexeme* l = word(next, Word::at)) {
    next = l->last + 1;
    said_at = true;
    while (const Lexeme* about = word(next, Word::about)) {
      approx = true;
      next = about->last + 1;
    }
    if (next >= tokens_.size() || !goes_on(next)) return std::nullopt;
  }
  const bool dated = around.dated || around.part || approx;
  const auto found = clock_at(next, said_at, dated, false);
  if (!found) return std::nullopt;
  if (word(next, Word::part) != nullptr) return std::nullopt;  // noon is a part of the day
  // A bare hour ("fem") is a clock only after "kl." or beside a day: "i går 10" is, "37" is not.
  if (!found->strong && !found->clock.exact) {
    const bool beside = date_follows(found->end) || (around.weekday && tokens_[next].number) || around.part;
    if (!beside || (!tokens_[next].number && !approx && !around.part && !date_follows(found->end))) {
      if (!(dated && tokens_[next].number && (found->end >= tokens_.size() || !goes_on(found->end)) && around.dated))
        return std::nullopt;
    }
  }
  Phrase out;
  out.clock = found->clock;
  out.zone = found->zone;
  out.fields = kClock;
  out.strength = found->strong ? Strength::strong : Strength::weak;
  out.approx = found->approx || (approx && !around.approx);
  out.end = found->end;
  return out;
}

// "mellem kl. 2 og 6", "10-12" beside a day, "fra 9.30 til 11", "after 9:30 but before 11".
Grammar::Piece Grammar::clock_range(std::size_t i, const Around& around) {
  if (around.timed) return std::nullopt;
  std::size_t next = i;
  const Lexeme* between = word(i, Word::between);
  const Lexeme* from = between == nullptr ? word(i, Word::from) : nullptr;
  const Lexeme* after = between == nullptr && from == nullptr ? word(i, Word::after) : nullptr;
  for (const Lexeme* l : {between, from, after})
    if (l != nullptr) next = l->last + 1;
  bool said_at = around.said_at;
  const auto about_or_at = [&](std::size_t at, bool& said) {
    while (at < tokens_.size() && (word(at, Word::at) != nullptr || word(at, Word::about) != nullptr)) {
      const Lexeme* l = word(at, Word::at);
      said = said || l != nullptr;
      at = (l != nullptr ? l : word(at, Word::about))->last + 1;
    }
    return at;
  };
  next = about_or_at(next, said_at);
  const bool dated = around.dated || around.part;
  if (next > i && !goes_on(next)) return std::nullopt;
  // "From 3 to 4" is no three minutes to four.
  const bool plain = (between != nullptr || from != nullptr) && digits(next);
  const auto first = plain ? hour_at(next, said_at, dated, true) : clock_at(next, said_at, dated, true);
  if (!first) return std::nullopt;
  std::size_t second_at = first->end;
  if (second_at >= tokens_.size() || !goes_on(second_at)) return std::nullopt;
  const bool dash = dash_before(second_at);
  if (!dash) {
    std::size_t sign = range_sign(second_at, between != nullptr);
    if (after != nullptr) {
      // "but before"
      sign = skip(passed_over(second_at), Word::before);
      if (word(sign == 0 ? 0 : sign - 1, Word::before) == nullptr && skip(second_at, Word::before) == second_at)
        return std::nullopt;
    } else if (sign == second_at && from != nullptr) {
      sign = skip(second_at, Word::to);
    }
    if (sign == second_at) return std::nullopt;
    second_at = sign;
  } else if (after != nullptr) {
    return std::nullopt;
  }
  bool said_second = false;
  second_at = about_or_at(second_at, said_second);
  if (second_at >= tokens_.size() || (!goes_on(second_at) && !tokens_[second_at].glued)) return std::nullopt;
  const auto second = clock_at(second_at, said_at || said_second, true, true);
  if (!second) return std::nullopt;
  // "mellem 20 og 30 personer" is a count: a range of hours needs "kl.", minutes, am or pm, or a day beside it.
  const bool exact = first->clock.exact || second->clock.exact || first->said_half || second->said_half;
  const bool hours =
      first->strong && second->strong && (word(next, Word::part) != nullptr || word(second_at, Word::part) != nullptr);
  if (!said_at && !said_second && !exact && !dated && !hours && !date_follows(second->end)) return std::nullopt;
  if (dash && !exact && !said_at && !(from != nullptr) && !date_follows(second->end) && !around.part &&
      !(around.dated && tokens_[next].number && (second->end >= tokens_.size() || !goes_on(second->end))))
    return std::nullopt;
  Phrase out;
  out.clock = first->clock;
  out.clock_to = second->clock;
  // "3 to 4 pm", "8 am - 1": what was said of one end holds for the other where it can.
  if (second->said_half && !first->said_half && first->clock.minute <= 12 * 60 && first->clock.twelve) {
    const int shifted = first->clock.minute % 720 + (second->clock.minute >= 720 ? 720 : 0);
    out.clock->minute = shifted < second->clock.minute ? shifted : first->clock.minute % 720;
    out.clock->twelve = false;
  }
  if (!first->clock.exact && second->clock.exact) out.clock->exact = true;
  if (first->clock.exact && !second->clock.exact) out.clock_to->exact = true;
  out.zone = second->zone ? second->zone : first->zone;
  out.fields = kClock;
  out.strength = Strength::strong;
  if (between != nullptr) {
    out.note(*between);
  } else if (from != nullptr) {
    out.note(*from);
  }
  out.approx = first->approx || second->approx;
  out.from_to = from != nullptr;
  out.end = second->end;
  return out;
}

}  // namespace varsel::intents::times
