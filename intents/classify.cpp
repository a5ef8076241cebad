// What the message is for.
//
// A row that covers the whole message is nearly certain; one that covers a part of a long message is a hint. Facts
// decide where no row does: what tells of a breach is a report, what merely answers is an answer.
#include <algorithm>
#include <array>

#include "intents/reading.h"

namespace varsel::intents {
namespace {

class Scores {
 public:
  void offer(Intent intent, double confidence, std::string rule) {
    for (ScoredIntent& held : all_) {
      if (held.intent != intent) continue;
      if (confidence > held.confidence) held = {intent, confidence, std::move(rule)};
      return;
    }
    all_.push_back({intent, confidence, std::move(rule)});
  }
  double of(Intent intent) const {
    for (const ScoredIntent& held : all_)
      if (held.intent == intent) return held.confidence;
    return 0;
  }
  bool empty() const { return all_.empty(); }
  std::vector<ScoredIntent> best_first() && {
    std::ranges::stable_sort(all_, [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
    return std::move(all_);
  }

 private:
  std::vector<ScoredIntent> all_;
};

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

}  // namespace

std::vector<ScoredIntent> classify(const Reading& r, const std::vector<Entity>& entities) {
  Scores scores;
  const double words = static_cast<double>(std::max<std::size_t>(r.tokens.size(), 1));
  for (const Match* m : r.of(Theme::intent)) {
    const auto intent = intent_from(m->row->code);
    if (!intent || refused(r, *intent, *m)) continue;
    const double share = std::min(1.0, static_cast<double>(m->last - m->first + 1) / words);
    const double weight = std::min<double>(m->weight, 5) / 5;
    double confidence = 0.36 + 0.36 * share + 0.25 * weight;
    if (share == 1.0) confidence = std::max(confidence, 0.85 + 0.02 * std::min<double>(m->weight, 5));
    if (only(m->locale) == only(r.locale)) confidence += 0.01;
    // What opens a long message is its purpose more than what is mentioned in it.
    if (m->first == 0 && share < 1.0) confidence += 0.05;
    scores.offer(*intent, std::min(confidence, 0.99), rule_of(*m));
  }
  bool fact = false, answer = false, only_times = true;
  const Entity* kind = nullptr;
  for (const Entity& entity : entities) {
    fact = fact || is_fact(entity.kind);
    only_times = only_times && (entity.kind == Kind::time || entity.kind == Kind::occurred || !is_fact(entity.kind));
    answer = answer || answers(r.context.expecting, entity.kind);
    if (entity.kind == Kind::breach_kind) kind = &entity;
  }
  if (kind != nullptr && r.context.expecting != Expecting::breach_kind) {
    const bool phishing = std::get<std::string>(kind->value) == "phishing_credentials";
    const double told = r.tokens.size() >= 4 ? 0.60 + (kind->confidence - 0.5) * 0.5 : 0.45;
    scores.offer(phishing ? Intent::suspect_phishing : Intent::report_breach, told, kind->rule);
  }
  // "what will the weather be tomorrow?": the time in it answers nothing, whatever was asked.
  if (only_times && scores.of(Intent::out_of_scope) > 0 && r.tokens.text().ends_with('?'))
    scores.offer(Intent::out_of_scope, 0.90, "any/intent: a question about something else");
  if (answer) {
    scores.offer(Intent::inform, 0.84, "any/intent: answers the question");
  } else if (fact) {
    scores.offer(Intent::inform, r.context.expecting == Expecting::nothing ? 0.50 : 0.60, "any/intent: states a fact");
  }
  if (scores.empty()) {
    if (r.context.expecting == Expecting::free_text)
      scores.offer(Intent::inform, 0.5, "any/intent: free text was asked for");
    else
      scores.offer(Intent::out_of_scope, 0.3, "any/intent: nothing was recognised");
  }
  return std::move(scores).best_first();
}

}  // namespace varsel::intents
