// What the message is for.
//
// A row that covers the whole message is certain. One that covers a part of it is a hint, and so is a fact: what tells
// of a breach is a report, what merely answers is an answer. Hints are weighed together with what the classifier has
// learned from the phrases, and what comes out is a probability: the dialog acts on a high one and asks about a low
// one.
#include <algorithm>
#include <array>
#include <cmath>

#include "intents/classifier/model.h"
#include "intents/reading.h"

namespace varsel::intents {

bool is_fact(Kind kind) {
  switch (kind) {
    case Kind::language:
    case Kind::topic:
    case Kind::field:
    case Kind::certainty:
    case Kind::system:
      return false;
    case Kind::breach_kind:
    case Kind::occurred:
    case Kind::ended:
    case Kind::discovered:
    case Kind::time:
    case Kind::ongoing:
    case Kind::data_category:
    case Kind::data_category_not:
    case Kind::data_subject:
    case Kind::count:
    case Kind::count_unknown:
    case Kind::recipient:
    case Kind::contained:
    case Kind::measure:
    case Kind::encrypted:
    case Kind::consequence:
    case Kind::discoverer:
    case Kind::others_affected:
    case Kind::nature:
    case Kind::email:
    case Kind::phone:
    case Kind::national_id:
    case Kind::card_or_account:
    case Kind::secret:
      return true;
  }
  return false;
}

namespace {

// Whether the entity answers what was asked.
bool answers(Expecting expecting, Kind kind) {
  switch (expecting) {
    case Expecting::nothing:
    case Expecting::free_text:
    case Expecting::yes_no:
    case Expecting::confirmation:
      return false;
    case Expecting::time:
      return kind == Kind::time || kind == Kind::occurred || kind == Kind::discovered || kind == Kind::ended;
    case Expecting::count:
      return kind == Kind::count || kind == Kind::count_unknown;
    case Expecting::data_categories:
      return kind == Kind::data_category || kind == Kind::data_category_not;
    case Expecting::data_subjects:
      return kind == Kind::data_subject;
    case Expecting::breach_kind:
      return kind == Kind::breach_kind;
    case Expecting::recipient:
      return kind == Kind::recipient;
    case Expecting::measures:
      return kind == Kind::measure || kind == Kind::contained;
    case Expecting::consequences:
      return kind == Kind::consequence;
    case Expecting::discoverer:
      return kind == Kind::discoverer;
    case Expecting::nature:
      return kind == Kind::nature;
  }
  return false;
}

// Intents that cannot be taken back easily: "ikke send noe" must never hand the report in.
bool refused(const Reading& r, Intent intent, const Match& m) {
  if (intent != Intent::submit && intent != Intent::cancel && intent != Intent::start_over) return false;
  for (const Match* n : r.of(Theme::negation)) {
    const bool before = n->last < m.first && m.first - n->last <= 2 && r.tokens.together(n->last, m.first);
    if (before && r.tokens[n->last + 1].mark != ',' && r.tokens[m.first].mark != ',') return true;
  }
  return false;
}

// What rows and facts say of a stretch of the message.
struct Hint {
  double weight = 0;  // 0..1; more where the question that was asked decides
  std::string rule;
  bool forbidden = false;
};
class Hints {
 public:
  void offer(Intent intent, double weight, std::string rule) {
    Hint& held = hints_[static_cast<std::size_t>(intent)];
    if (weight <= held.weight) return;
    held.weight = weight;
    held.rule = std::move(rule);
  }
  // A row that leaves no word of the stretch over.
  void settle(Intent intent, double weight) {
    if (certain_ && weight <= certainty_) return;
    certain_ = intent;
    certainty_ = weight;
  }
  // A row that says the opposite: "do not send it".
  void forbid(Intent intent) { hints_[static_cast<std::size_t>(intent)].forbidden = true; }
  [[nodiscard]] const Hint& of(Intent intent) const { return hints_[static_cast<std::size_t>(intent)]; }
  [[nodiscard]] std::optional<Intent> certain() const { return certain_; }

 private:
  std::array<Hint, kIntents> hints_;
  std::optional<Intent> certain_;
  double certainty_ = 0;
};

struct Stretch {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
};

// "V-2026-AM5T-9": the number on a receipt.
bool names_receipt(const Tokens& tokens, Stretch at) {
  for (std::size_t i = at.first; i + 1 < at.last; ++i)
    if (tokens[i].key == "v" && tokens[i + 1].mark == '-' && tokens[i + 1].glued && tokens[i + 1].number) return true;
  return false;
}

void read_rows(const Reading& r, Stretch at, Hints& hints) {
  const double words = static_cast<double>(std::max<std::size_t>(at.last - at.first, 1));
  for (const Match* m : r.of(Theme::intent)) {
    if (m->first < at.first || m->last >= at.last) continue;
    const auto intent = intent_from(m->row->code);
    if (!intent) continue;
    if (refused(r, *intent, *m)) {
      hints.forbid(*intent);
      continue;
    }
    const double share = std::min(1.0, static_cast<double>(m->last - m->first + 1) / words);
    const double weight = std::min<double>(m->weight, 5) / 5;
    double said = 0.36 + 0.36 * share + 0.25 * weight;
    if (share == 1.0) said = std::max(said, 0.85 + 0.02 * std::min<double>(m->weight, 5));
    if (only(m->locale) == only(r.locale)) said += 0.01;
    // What opens a long message is its purpose more than what is mentioned in it.
    if (m->first == at.first && share < 1.0) said += 0.05;
    hints.offer(*intent, std::min(said, 0.99), rule_of(*m));
    if (share == 1.0) hints.settle(*intent, said);
  }
  // The letters of a receipt and its code are no words: only what stands beside them counts.
  const double resumes = hints.of(Intent::resume).weight;
  if (resumes > 0 && names_receipt(r.tokens, at)) hints.settle(Intent::resume, resumes);
}

// "None" is a number where one was asked for, and a refusal elsewhere.
constexpr double kAnswers = 3.0;
constexpr double kTells = 1.5;
// Where free text was asked for, a text is the answer unless it is clearly something else.
constexpr double kSureOfCommand = 0.7;

void read_facts(const Reading& r, const std::vector<Entity>& entities, Stretch at, Hints& hints) {
  const std::size_t start = at.first < r.tokens.size() ? r.tokens[at.first].start : 0;
  const std::size_t end = at.last < r.tokens.size() ? r.tokens[at.last].start : r.tokens.text().size();
  bool fact = false, answer = false, only_times = true;
  const Entity* kind = nullptr;
  for (const Entity& entity : entities) {
    if (entity.start < start || entity.end > end) continue;
    // What was learned from the whole message is no second witness beside what is learned from it here.
    if (entity.rule == kLearnedKind) continue;
    fact = fact || is_fact(entity.kind);
    only_times = only_times && (entity.kind == Kind::time || entity.kind == Kind::occurred || !is_fact(entity.kind));
    if (answers(r.context.expecting, entity.kind)) {
      answer = true;
      // Nothing but what was asked for: an answer, whatever the word means elsewhere.
      if (entity.start == start && entity.end == r.tokens[at.last - 1].end) hints.settle(Intent::inform, kAnswers);
    }
    if (entity.kind == Kind::breach_kind) kind = &entity;
  }
  if (kind != nullptr && r.context.expecting != Expecting::breach_kind) {
    const bool phishing = std::get<std::string>(kind->value) == "phishing_credentials";
    const double told = at.last - at.first >= 4 ? 0.60 + (kind->confidence - 0.5) * 0.5 : 0.45;
    hints.offer(phishing ? Intent::suspect_phishing : Intent::report_breach, told, kind->rule);
  }
  // "what will the weather be tomorrow?": the time in it answers nothing, whatever was asked.
  if (only_times && hints.of(Intent::out_of_scope).weight > 0 &&
      r.tokens.text().substr(start, end - start).find('?') != std::string_view::npos) {
    hints.offer(Intent::out_of_scope, 0.90, "any/intent: a question about something else");
    hints.settle(Intent::out_of_scope, 0.90);
    return;
  }
  if (answer)
    hints.offer(Intent::inform, kAnswers, "any/intent: answers the question");
  else if (r.context.expecting == Expecting::free_text)
    hints.offer(Intent::inform, kTells, "any/intent: free text was asked for");
  else if (fact)
    hints.offer(Intent::inform, r.context.expecting == Expecting::nothing ? 0.50 : 0.60, "any/intent: states a fact");
}

// Intents that people do not tell apart when they write, and that lead to the same place: their probabilities are one
// when it is weighed what a message is for.
Intent family(Intent intent) {
  switch (intent) {
    case Intent::back:
      return Intent::undo;
    case Intent::start_over:
      return Intent::cancel;
    case Intent::why:
    case Intent::repeat:
      return Intent::ask_help;
    default:
      return intent;
  }
}

// How much a hint of weight 1 counts, in logarithms of odds. Measured, as the classifier's own numbers are.
constexpr double kTrustInHints = 2.0;
constexpr double kCertain = 0.90;
constexpr double kUnknownWords = 0.80;
constexpr double kSurest = 0.99;  // people do not always mean what they write
constexpr std::string_view kLearned = "any/intent: learned from the phrases";

ScoredIntent judge(const Reading& r, const std::vector<Entity>& entities, Stretch at) {
  Hints hints;
  read_rows(r, at, hints);
  read_facts(r, entities, at, hints);
  const auto named = [&](Intent intent, double confidence) {
    const std::string& rule = hints.of(intent).rule;
    return ScoredIntent{intent, confidence, rule.empty() ? std::string(kLearned) : rule};
  };
  if (const auto certain = hints.certain())
    return named(*certain, std::clamp(hints.of(*certain).weight, kCertain, kSurest));
  const Probabilities learned = probabilities(intent_model(), features_of(r.tokens, at.first, at.last));
  std::array<double, kIntents> odds{}, families{};
  double total = 0;
  for (std::size_t i = 0; i < kIntents; ++i) {
    const auto intent = static_cast<Intent>(i);
    const Hint& hint = hints.of(intent);
    if (hint.forbidden) continue;
    odds[i] = static_cast<double>(learned[i]) * std::exp(kTrustInHints * hint.weight);
    families[static_cast<std::size_t>(family(intent))] += odds[i];
    total += odds[i];
  }
  const auto best = static_cast<std::size_t>(std::ranges::max_element(families) - families.begin());
  double confidence = std::min(families[best] / total, kSurest);
  // In the middle of a report, unknown words are sooner an answer that was not understood than another topic.
  if (static_cast<Intent>(best) == Intent::out_of_scope && r.context.expecting != Expecting::nothing &&
      hints.of(Intent::out_of_scope).weight == 0)
    confidence = std::min(confidence, kUnknownWords);
  const bool off_topic = static_cast<Intent>(best) == Intent::out_of_scope;
  if (r.context.expecting == Expecting::free_text && confidence < (off_topic ? kSurest : kSureOfCommand))
    return named(Intent::inform, std::max(confidence, 0.5));
  std::size_t member = best;
  for (std::size_t i = 0; i < kIntents; ++i)
    if (family(static_cast<Intent>(i)) == static_cast<Intent>(best) && odds[i] > odds[member]) member = i;
  return named(static_cast<Intent>(member), confidence);
}

// Something to do or to answer beside the purpose of the message; what only tells more of the same is none.
bool stands_alone(Intent intent) {
  switch (intent) {
    case Intent::inform:
    case Intent::yes:
    case Intent::no:
    case Intent::dont_know:
    case Intent::smalltalk:
    case Intent::out_of_scope:
      return false;
    default:
      return true;
  }
}

constexpr double kSureOfAnother = 0.8;
constexpr std::size_t kSentencesRead = 6;

}  // namespace

std::vector<ScoredIntent> classify(const Reading& r, const std::vector<Entity>& entities) {
  std::vector<ScoredIntent> out{judge(r, entities, {0, r.tokens.size()})};
  std::size_t sentences = 0;
  for (std::size_t first = 0; first < r.tokens.size() && sentences < kSentencesRead; ++sentences) {
    std::size_t last = first + 1;
    while (r.tokens.together(first, last)) ++last;
    if (last - first == r.tokens.size()) break;  // it is the whole message
    ScoredIntent said = judge(r, entities, {first, last});
    first = last;
    const bool news =
        std::ranges::none_of(out, [&](const ScoredIntent& held) { return family(held.intent) == family(said.intent); });
    if (news && stands_alone(said.intent) && said.confidence >= kSureOfAnother) out.push_back(std::move(said));
  }
  return out;
}

}  // namespace varsel::intents
