#include "dialog/read.h"

#include <algorithm>

#include "dialog/present.h"

namespace varsel::dialog {

using incident::FactId;
using incident::FactStatus;
using incident::FactType;
using incident::FactValue;
using intents::Kind;

namespace {

// "yes", "no thanks": an answer, but no words that could stand in the log.
constexpr std::size_t kBareWords = 3;
constexpr std::size_t kTimeAlone = 5;

// "1" is no account of anything.
bool has_letter(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

void sort_unique(std::vector<std::string>& codes) {
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
}

// Collects the candidates of one message.
class Reader {
 public:
  Reader(const Turn& turn, const std::optional<Question>& asked) : turn_(turn), asked_(asked) {}

  std::vector<Candidate> run() {
    if (turn_.said->choice && pressed(*turn_.said->choice)) return std::move(found_);
    for (const intents::Entity& entity : turn_.understanding().entities) read(entity);
    if (asked_ && !answered()) answer_in_words();
    if (!denied_.codes.empty()) {
      sort_unique(denied_.codes);
      found_.push_back(
          Candidate{FactId::data_categories, FactStatus::known, denied_, {}, "denied", 1.0, false, true, {}});
    }
    for (Candidate& candidate : found_) candidate.answers = asked_ && candidate.fact == asked_->fact;
    return std::move(found_);
  }

 private:
  bool asks(FactId fact) const { return asked_ && asked_->fact == fact; }
  bool asks(FactType type) const { return asked_ && incident::info(asked_->fact).type == type; }
  bool answered() const {
    return std::any_of(found_.begin(), found_.end(), [&](const Candidate& c) { return asks(c.fact); });
  }
  bool allowed(FactId fact, const std::string& code) const {
    const Question question = asks(fact) ? *asked_ : question_for(turn_.world.playbook, fact);
    return question.choices.empty() || std::any_of(question.choices.begin(), question.choices.end(),
                                                   [&](const Choice& choice) { return choice.code == code; });
  }
  Candidate* find(FactId fact) {
    const auto at = std::find_if(found_.begin(), found_.end(), [&](const Candidate& c) { return c.fact == fact; });
    return at == found_.end() ? nullptr : &*at;
  }

  void add(FactId fact, FactValue value, const std::string& rule, double confidence) {
    if (const Candidate* there = find(fact); there != nullptr && there->confidence >= confidence) return;
    std::erase_if(found_, [&](const Candidate& c) { return c.fact == fact; });
    found_.push_back(Candidate{fact, FactStatus::known, std::move(value), {}, rule, confidence, false, false, {}});
  }
  void add_choice(FactId fact, const intents::Entity& entity) {
    const auto* code = std::get_if<std::string>(&entity.value);
    if (code != nullptr && allowed(fact, *code)) add(fact, *code, entity.rule, entity.confidence);
  }
  void add_code(FactId fact, std::string code, std::string words, const std::string& rule, double confidence) {
    Candidate* there = find(fact);
    if (there == nullptr) {
      found_.push_back(Candidate{fact, FactStatus::known, incident::Codes{}, {}, rule, confidence, false, false, {}});
      there = &found_.back();
    }
    incident::Codes more;
    if (!code.empty()) more.codes.push_back(std::move(code));
    more.words = PersonalText{std::move(words)};
    there->value = merged(std::get<incident::Codes>(there->value), more);
  }
  void add_time(FactId fact, const intents::Entity& entity) {
    const auto* when = std::get_if<When>(&entity.value);
    if (when == nullptr) return;
    Candidate* there = find(fact);
    if (there != nullptr && there->value != FactValue{*when} && says_or(time_said_until_, entity.start)) {
      there->alternative = *when;
    } else {
      add(fact, *when, entity.rule, entity.confidence);
    }
    time_said_until_ = entity.end;
  }
  // "or" in the four languages, as a word of its own.
  [[nodiscard]] bool says_or(std::size_t from, std::size_t to) const {
    const std::string& text = turn_.understanding().text;
    if (from > to || to > text.size()) return false;
    const std::string between = " " + text.substr(from, to - from) + " ";
    return between.find(" or ") != std::string::npos || between.find(" eller ") != std::string::npos;
  }
  void add_count(const intents::Entity& entity) {
    const auto* count = std::get_if<Count>(&entity.value);
    if (count != nullptr)
      add(asks(FactId::records) ? FactId::records : FactId::affected, *count, entity.rule, entity.confidence);
  }
  void add_unknown(FactId fact, const std::string& rule) {
    found_.push_back(
        Candidate{fact, FactStatus::not_known_yet, {}, "reporter_does_not_know", rule, 1.0, false, false, {}});
  }

  // A time that does not say of what: the one asked for; else the last one stated, when it corrects; else when it
  // happened, as long as nobody has said so.
  void add_bare_time(const intents::Entity& entity) {
    if (asks(FactType::Time)) return add_time(asked_->fact, entity);
    if (turn_.intent() == intents::Intent::correct) {
      if (const auto last = last_stated(FactType::Time)) return add_time(*last, entity);
    }
    // A longer message with a time in it tells of something else ("I called him today at nine").
    const bool unstated = !turn_.record || turn_.record->find(FactId::occurred) == nullptr;
    if (unstated || turn_.words() <= kTimeAlone) add_time(FactId::occurred, entity);
  }
  void add_bare_count(const intents::Entity& entity) {
    const bool correcting = turn_.intent() == intents::Intent::correct;
    if (!asks(FactType::Number) && correcting) {
      const auto last = last_stated(FactType::Number);
      const auto* count = std::get_if<Count>(&entity.value);
      if (last && count != nullptr) return add(*last, *count, entity.rule, entity.confidence);
    }
    add_count(entity);
  }
  std::optional<FactId> last_stated(FactType type) const {
    std::optional<FactId> last;
    std::uint64_t turn = 0;
    if (!turn_.record) return last;
    for (const auto& [fact, entry] : turn_.record->facts) {
      const bool counts =
          incident::info(fact).type == type && entry.status == FactStatus::known && fact != FactId::notified;
      if (counts && (!last || entry.source.turn > turn)) last = fact, turn = entry.source.turn;
    }
    return last;
  }

  void read(const intents::Entity& entity) {
    switch (entity.kind) {
      case Kind::breach_kind:
        return add_choice(FactId::breach_kind, entity);
      case Kind::occurred:
        return add_time(FactId::occurred, entity);
      case Kind::ended:
        return add_time(FactId::ended, entity);
      case Kind::discovered:
        return add_time(FactId::detected, entity);
      case Kind::time:
        return add_bare_time(entity);
      case Kind::ongoing:
        return add_choice(FactId::ongoing, entity);
      case Kind::data_category:
        return add_listed(FactId::data_categories, entity);
      case Kind::data_category_not:
        if (const auto* code = std::get_if<std::string>(&entity.value)) denied_.codes.push_back(*code);
        return;
      case Kind::data_subject:
        return add_listed(FactId::data_subjects, entity);
      case Kind::count:
        return add_bare_count(entity);
      case Kind::count_unknown:
        return add_unknown(asks(FactId::records) ? FactId::records : FactId::affected, entity.rule);
      case Kind::recipient:
        return add_choice(FactId::recipient, entity);
      case Kind::contained:
        return add_choice(FactId::contained, entity);
      case Kind::measure:
        return add_listed(FactId::measures, entity);
      case Kind::encrypted:
        return add_choice(FactId::encrypted, entity);
      case Kind::certainty:
        return add_choice(FactId::certainty, entity);
      case Kind::consequence:
        return add_listed(FactId::consequences, entity);
      case Kind::discoverer:
        // "the bank" names a party; "the bank discovered it" says who.
        if (asks(FactId::discoverer) || several_words(entity)) add_choice(FactId::discoverer, entity);
        return;
      case Kind::others_affected:
        return add_choice(FactId::others_affected, entity);
      case Kind::nature:
        return add_choice(FactId::nature, entity);
      case Kind::system:
        if (const auto* name = std::get_if<std::string>(&entity.value))
          add_code(FactId::systems, "", *name, entity.rule, entity.confidence);
        return;
      case Kind::email:
      case Kind::phone:        // only the answer to "how do we reach you" is a fact; the masked words hold the rest
      case Kind::national_id:  // masked everywhere
      case Kind::card_or_account:
      case Kind::secret:
      case Kind::language:
      case Kind::topic:
      case Kind::field:
        return;
    }
  }
  bool several_words(const intents::Entity& entity) const {
    const std::string& text = turn_.understanding().text;
    return entity.end <= text.size() && entity.start < entity.end &&
           std::string_view{text}.substr(entity.start, entity.end - entity.start).find(' ') != std::string_view::npos;
  }
  void add_listed(FactId fact, const intents::Entity& entity) {
    if (const auto* code = std::get_if<std::string>(&entity.value))
      add_code(fact, *code, "", entity.rule, entity.confidence);
  }

  // A button of the question that was asked.
  bool pressed(const std::string& code) {
    if (!asked_ || !std::any_of(asked_->choices.begin(), asked_->choices.end(),
                                [&](const Choice& choice) { return choice.code == code; }))
      return false;
    if (incident::info(asked_->fact).type == FactType::Codes) {
      found_.push_back(
          Candidate{asked_->fact, FactStatus::known, incident::Codes{{code}, {}}, {}, "choice", 1.0, true, false, {}});
    } else {
      found_.push_back(Candidate{asked_->fact, FactStatus::known, code, {}, "choice", 1.0, true, false, {}});
    }
    return true;
  }

  // The bare answer: yes, no, or the words as they stand.
  void answer_in_words() {
    const intents::Intent intent = turn_.intent();
    const std::string& words = turn_.understanding().masked;
    const bool yes_or_no = intent == intents::Intent::yes || intent == intents::Intent::no;
    const bool bare = yes_or_no && turn_.words() <= kBareWords;
    const FactId fact = asked_->fact;
    switch (incident::info(fact).type) {
      case FactType::Choice:
        if (code_list(fact).empty() && fact == FactId::own_party) {
          const auto parties = parties_in(turn_.understanding().text, turn_.world.playbook.procedure);
          if (parties.size() == 1 && allowed(fact, parties.front())) add(fact, parties.front(), "party.name", 1.0);
        } else if (intent == intents::Intent::yes && allowed(fact, "yes") && code_list(fact) == "tri") {
          add(fact, std::string{"yes"}, "intent.yes", 1.0);
        } else if (intent == intents::Intent::no && allowed(fact, "no") && code_list(fact) == "tri") {
          add(fact, std::string{"no"}, "intent.no", 1.0);
        }
        return;
      case FactType::Codes:
        if (says_when_instead(fact)) return;
        if (fact == FactId::affected_parties) {
          for (std::string& party : parties_in(turn_.understanding().text, turn_.world.playbook.procedure))
            add_code(fact, std::move(party), "", "party.name", 1.0);
          if (answered()) return;
        }
        if (fact == FactId::consequences && none_meant()) {
          std::erase_if(found_, [](const Candidate& c) { return c.fact == FactId::affected; });  // "none" counts nobody
          return add_code(fact, "none_known", "", "intent.no", 1.0);
        }
        if (!denied_.codes.empty()) return;  // "not the civil registration number": and what else?
        // Of the lists only the measures can be answered by "nothing".
        if (bare && fact != FactId::measures) return;
        if ((is_statement(intent) || intent == intents::Intent::no) && has_letter(words) && words.back() != '?')
          add_code(fact, "", words, "words", 1.0);
        return;
      case FactType::Text:
        if (says_when_instead(fact)) return;
        if (!denied_.codes.empty() && fact != FactId::cause) return;  // of the data, not of the department
        if (bare && intent == intents::Intent::no && fact == FactId::reporter_contact)
          found_.push_back(
              Candidate{fact, FactStatus::refused, {}, "reporter_refused", "intent.no", 1.0, false, false, {}});
        if (!bare &&
            (is_statement(intent) || yes_or_no ||
             (intent == intents::Intent::correct && gives_account(turn_, asked_))) &&
            !words.empty() && (has_letter(words) || fact == FactId::reporter_contact))
          add(fact, PersonalText{words}, "words", 1.0);
        return;
      case FactType::Time:
      case FactType::Number:
        return;
    }
  }

  // "We discovered it yesterday" names no data and no department. An account may well say when.
  [[nodiscard]] bool says_when_instead(FactId fact) const {
    if (fact == FactId::what_happened || incident::info(fact).late) return false;
    const auto& entities = turn_.understanding().entities;
    return std::any_of(entities.begin(), entities.end(), [](const intents::Entity& entity) {
      const bool of_the_breach =
          entity.kind == Kind::occurred || entity.kind == Kind::ended || entity.kind == Kind::discovered;
      return of_the_breach && entity.confidence >= kSaid;
    });
  }

  bool none_meant() const {
    if (turn_.words() > kBareWords) return false;
    const auto& entities = turn_.understanding().entities;
    return turn_.intent() == intents::Intent::no ||
           std::any_of(entities.begin(), entities.end(), [](const intents::Entity& entity) {
             const auto* count = std::get_if<Count>(&entity.value);
             return entity.kind == Kind::count && count != nullptr && count->max == 0;
           });
  }

  static bool is_statement(intents::Intent intent) {
    using intents::Intent;
    return intent == Intent::inform || intent == Intent::report_breach || intent == Intent::suspect_phishing;
  }

  const Turn& turn_;
  const std::optional<Question>& asked_;
  std::vector<Candidate> found_;
  incident::Codes denied_;
  std::size_t time_said_until_ = 0;  // the end of the last time in the text
};

}  // namespace

bool gives_account(const Turn& turn, const std::optional<Question>& asked) {
  if (!asked || incident::info(asked->fact).type != FactType::Text || turn.words() <= kBareWords) return false;
  const intents::Understanding& understood = turn.understanding();
  const bool refuses = std::any_of(understood.intents.begin(), understood.intents.end(),
                                   [](const auto& scored) { return scored.intent == intents::Intent::no; });
  return !refuses && std::none_of(understood.entities.begin(), understood.entities.end(), [](const auto& entity) {
    return entity.kind == Kind::time || entity.kind == Kind::count || entity.kind == Kind::field;
  });
}

incident::Codes merged(const incident::Codes& before, const incident::Codes& more) {
  incident::Codes result = before;
  result.codes.insert(result.codes.end(), more.codes.begin(), more.codes.end());
  sort_unique(result.codes);
  const std::string &a = before.words.reveal(), &b = more.words.reveal();
  if (a.find(b) == std::string::npos) result.words = PersonalText{a.empty() ? b : a + "; " + b};
  return result;
}

std::vector<Candidate> read(const Turn& turn, const std::optional<Question>& asked) {
  return Reader{turn, asked}.run();
}

}  // namespace varsel::dialog
