// What the message says about the breach, theme by theme: the rows find words, this file decides what stands.
#include <algorithm>
#include <array>
#include <map>

#include "base/vocabulary.h"
#include "intents/reading.h"

namespace varsel::intents {
namespace {

// A default that follows from the kind alone, when nothing was said: colleagues snoop, a mailing list is outside. Of
// low confidence, so that the dialog offers it and does not take it.
struct Follows {
  std::string_view kind;
  std::string_view recipient;  // "" none
};
constexpr std::array<Follows, 7> kFollows{{{"snooping", "internal"},
                                           {"excess_access", "internal"},
                                           {"cc_bcc", "external"},
                                           {"misdirected_message", "external"},
                                           {"wrong_attachment", "external"},
                                           {"verbal_disclosure", "external"},
                                           {"protected_address", "external"}}};

constexpr double kSureOfKind = 0.62;

// Measures that by themselves bring the breach under control, and those that do not yet.
constexpr std::array<std::string_view, 11> kContaining{
    "recipient_deleted", "retrieved", "access_closed", "page_removed", "password_changed", "account_blocked",
    "device_wiped",      "isolated",  "restored",      "shredded",     "corrected"};

bool contains(const Match& outer, const Match& inner) {
  return outer.first <= inner.first && outer.last >= inner.last && outer.weight > inner.weight;
}

class Facts {
 public:
  explicit Facts(const Reading& reading) : r_(reading) {}

  std::vector<Entity> all() {
    breach_kind();
    subjects();
    categories();
    measures();
    recipient();
    contained();
    encrypted();
    tri(Theme::ongoing, Kind::ongoing);
    certainty();
    codes(Theme::consequence, Kind::consequence);
    codes(Theme::discoverer, Kind::discoverer);
    codes(Theme::nature, Kind::nature);
    tri(Theme::others_affected, Kind::others_affected);
    codes(Theme::language, Kind::language);
    codes(Theme::topic, Kind::topic);
    codes(Theme::field, Kind::field);
    return std::move(out_);
  }

 private:
  bool asked(Expecting what) const { return r_.context.expecting == what; }
  void put(Kind kind, const Match& m, std::string value, double confidence = 0.9) {
    out_.push_back(r_.entity(kind, m.first, m.last, std::move(value), rule_of(m), confidence));
  }
  // Every code once, where it was said best.
  void codes(Theme theme, Kind kind) {
    std::map<std::string_view, const Match*> best;
    for (const Match* m : r_.of(theme)) {
      if (r_.negated(m->first, m->last) && theme != Theme::topic && theme != Theme::language && theme != Theme::field)
        continue;
      const Match*& held = best[m->row->code];
      if (held == nullptr || m->weight > held->weight) held = m;
    }
    for (const auto& [code, m] : best) put(kind, *m, std::string(code));
  }
  // Whom the data is about. "told another client" names who heard it, not whose data it was.
  void subjects() {
    std::map<std::string_view, const Match*> best;
    for (const Match* m : r_.of(Theme::data_subject)) {
      if (r_.negated(m->first, m->last) || (!asked(Expecting::data_subjects) && received(*m))) continue;
      const Match*& held = best[m->row->code];
      if (held == nullptr || m->weight > held->weight) held = m;
    }
    for (const auto& [code, m] : best) put(Kind::data_subject, *m, std::string(code));
  }
  bool received(const Match& persons) const {
    return std::ranges::any_of(r_.of(Theme::recipient), [&](const Match* m) {
      return m->row->code == "external" && m->weight > 1 && m->first <= persons.first && m->last == persons.last;
    });
  }
  const Match* strongest(Theme theme) const {
    const Match* best = nullptr;
    for (const Match* m : r_.of(theme))
      if (best == nullptr || m->weight > best->weight) best = m;
    return best;
  }
  void tri(Theme theme, Kind kind) {
    if (const Match* m = strongest(theme)) put(kind, *m, std::string(m->row->code));
  }

  // The most specific row wins; rows of one word are a hint unless the kind was asked for.
  void breach_kind() {
    const Match* best = nullptr;
    for (const Match* m : r_.of(Theme::breach_kind)) {
      if (m->weight == 1 && r_.negated(m->first, m->last)) continue;
      const bool better = best == nullptr || m->weight > best->weight ||
                          (m->weight == best->weight && rank(m->row->code) < rank(best->row->code));
      if (better) best = m;
    }
    if (learned_better(best)) {
      kind_ = r_.learned.code;
      out_.push_back(r_.entity(Kind::breach_kind, 0, r_.tokens.size() - 1, std::string(kind_),
                               std::string(kLearnedKind), learned_confidence()));
      return;
    }
    if (best == nullptr) return;
    kind_ = best->row->code;
    put(Kind::breach_kind, *best, std::string(kind_),
        asked(Expecting::breach_kind) ? 0.9 : std::min(0.95, 0.5 + 0.15 * best->weight));
  }
  // Taken only when it is nearly certain: advice for the wrong kind of breach would do harm. Else it is offered, and
  // the dialog asks (dialog/accept.cpp).
  double learned_confidence() const {
    constexpr double kTaken = 0.9;
    constexpr double kOffered = 0.6;
    if (kind_ != "other" && r_.learned.probability >= kTaken) return kTaken;
    return std::min(kOffered, r_.learned.probability);
  }
  // What the classifier has learned counts where no row was found, and against a row of few words if it is sure. It
  // knows reports: an answer to another question tells of no kind.
  bool learned_better(const Match* row) const {
    constexpr double kEnough = 0.35;  // offered with that confidence: the dialog takes it or asks
    constexpr double kSure = 0.9;
    constexpr std::uint16_t kFewWords = 2;
    constexpr std::size_t kFewest = 5;
    const LearnedKind& learned = r_.learned;
    if (learned.code.empty() || r_.tokens.size() < kFewest) return false;
    if (learned.code == "other" && row != nullptr) return false;
    if (!asked(Expecting::nothing) && !asked(Expecting::free_text) && !asked(Expecting::breach_kind)) return false;
    if (row == nullptr) return learned.probability >= kEnough;
    return row->row->code != learned.code && row->weight <= kFewWords && learned.probability >= kSure;
  }
  static std::size_t rank(std::string_view code) {
    // Among equals the kind that calls for faster action comes first.
    static constexpr std::array<std::string_view, 17> order{"protected_address",
                                                            "malware_ransomware",
                                                            "phishing_credentials",
                                                            "intrusion",
                                                            "cc_bcc",
                                                            "wrong_attachment",
                                                            "insecure_email",
                                                            "snooping",
                                                            "web_exposure",
                                                            "excess_access",
                                                            "lost_device",
                                                            "lost_paper",
                                                            "verbal_disclosure",
                                                            "misdirected_message",
                                                            "data_corrupted",
                                                            "outage",
                                                            "other"};
    return static_cast<std::size_t>(std::ranges::find(order, code) - order.begin());
  }

  void categories() {
    std::map<std::string_view, std::pair<const Match*, const Match*>> said;  // asserted, denied
    for (const Match* m : r_.of(Theme::data_category)) {
      auto& [yes, no] = said[m->row->code];
      (denied(*m) ? no : yes) = m;
    }
    for (const auto& [code, matches] : said) {
      if (matches.second != nullptr && matches.first == nullptr)
        put(Kind::data_category_not, *matches.second, std::string(code));
      if (matches.first == nullptr || (code == "contact" && address_is_protected(said, *matches.first))) continue;
      // "a list of pupils" will hold their names, but nobody has said so, nor what else it holds.
      // "sent to the wrong address" says where it went, not what was in it.
      const bool follows =
          (code == "name" && lists_persons(*matches.first)) || (code == "contact" && is_where_it_went(*matches.first));
      put(Kind::data_category, *matches.first, std::string(code), follows ? 0.6 : 0.85);
    }
    // Whoever is in the open list has their address in it.
    const auto contact = said.find("contact");
    if (kind_ == "cc_bcc" && contact == said.end()) {
      Entity address = spoken_of();
      address.kind = Kind::data_category;
      address.value = std::string("contact");
      address.rule = "any/data_category: follows from cc_bcc";
      address.confidence = 0.5;
      out_.push_back(std::move(address));
    }
  }
  // "no health data" denies it; "we cannot open the health data", "I do not know whose health data" do not.
  bool denied(const Match& m) const {
    if (!r_.negated(m.first, m.last)) return false;
    static constexpr std::array<std::string_view, 40> kOpen{
        "ved",     "vet",    "veit",   "vidste", "visste", "vides",  "know",   "knows", "sure",   "sikker",
        "kan",     "kunne",  "kunnet", "kunna",  "kunnat", "can",    "could",  "able",  "cant",   "cannot",
        "couldnt", "far",    "fik",    "fikk",   "fekk",   "faet",   "kommer", "kjem",  "komme",  "endnu",
        "husker",  "hugsar", "idea",   "aner",   "tor",    "unable", "yet",    "klar",  "adgang", "access"};
    for (const Match* n : r_.of(Theme::negation)) {
      if (n->last >= m.first || !r_.tokens.together(n->first, m.first)) continue;
      const std::size_t from = n->first > 2 ? n->first - 2 : 0;
      for (std::size_t i = from; i <= std::min(n->last + 2, m.first - 1); ++i)
        if (r_.tokens.together(i, m.first) && std::ranges::find(kOpen, r_.tokens.key(i)) != kOpen.end()) return false;
    }
    return true;
  }
  // "her secret address" is one thing said, not two.
  static bool address_is_protected(const std::map<std::string_view, std::pair<const Match*, const Match*>>& said,
                                   const Match& address) {
    const auto guarded = said.find("protected_address");
    return guarded != said.end() && guarded->second.first != nullptr && guarded->second.first->first <= address.first &&
           guarded->second.first->last >= address.first;
  }
  bool is_where_it_went(const Match& address) const {
    static constexpr std::array<std::string_view, 5> kWrong{"forkert", "forkerte", "feil", "gal", "wrong"};
    if (address.first > 0 && std::ranges::find(kWrong, r_.tokens.key(address.first - 1)) != kWrong.end()) return true;
    return std::ranges::any_of(r_.of(Theme::breach_kind), [&](const Match* sent) {
      return sent->row->code == "misdirected_message" && sent->first < address.first && sent->last == address.last;
    });
  }
  bool lists_persons(const Match& list) const {
    return std::ranges::any_of(r_.of(Theme::data_subject), [&](const Match* persons) {
      return persons->first >= list.first && persons->last <= list.last;
    });
  }

  void measures() {
    std::map<std::string_view, const Match*> done;
    for (const Match* m : r_.of(Theme::measure)) {
      if (r_.negated(m->first, m->last) || not_after(*m)) {
        if (m->row->code == "recipient_deleted" || m->row->code == "retrieved") undone_ = m;
        continue;
      }
      const Match*& held = done[m->row->code];
      if (held == nullptr || m->weight > held->weight) held = m;
    }
    // "har bedt ham slette" asks, it does not confirm; a confirmation said as well stands beside it.
    if (done.contains("deletion_requested") && done.contains("recipient_deleted")) {
      const Match& asked_for = *done["deletion_requested"];
      const Match& deleted = *done["recipient_deleted"];
      if (contains(asked_for, deleted) || (deleted.first <= asked_for.last && deleted.last >= asked_for.first))
        done.erase(deleted.weight > asked_for.weight ? "deletion_requested" : "recipient_deleted");
    }
    // Found by somebody who shredded it: it did not come back.
    if (done.contains("shredded")) done.erase("retrieved");
    // "found it and has wiped it remotely": what was deleted is the device, not a message.
    if (done.contains("device_wiped")) done.erase("recipient_deleted");
    // Taken off the network, deleted by who got it: no page was taken down.
    if (!kind_.empty() && kind_ != "web_exposure" && (done.contains("isolated") || done.contains("recipient_deleted")))
      done.erase("page_removed");
    // Who is asked to delete something has got what was not for them.
    if (kind_.empty() && (done.contains("deletion_requested") || done.contains("recipient_deleted"))) {
      const Match& deletion = *done[done.contains("deletion_requested") ? "deletion_requested" : "recipient_deleted"];
      kind_ = "misdirected_message";
      put(Kind::breach_kind, deletion, std::string(kind_), 0.5);
    }
    for (const auto& [code, m] : done) {
      put(Kind::measure, *m, std::string(code));
      if (containing_ == nullptr && std::ranges::find(kContaining, code) != kContaining.end()) containing_ = m;
    }
  }
  // "asked them to delete it but heard nothing" denies what comes, not what was.
  static bool is_but(std::string_view key) { return key == "men" || key == "but" || key == "og" || key == "and"; }
  // "slettede den ikke", "har slettet den ikke endnu"
  bool not_after(const Match& m) const {
    for (const Match* n : r_.of(Theme::negation))
      if (n->row->code == "not" && n->first > m.last && n->first <= m.last + 2 &&
          r_.tokens.together(m.last, n->first) && r_.tokens[n->first].mark == 0 && !is_but(r_.tokens.key(m.last + 1)))
        return true;
    return false;
  }

  void recipient() {
    const Match* best = nullptr;
    for (const Match* m : r_.of(Theme::recipient)) {
      if (not_to(*m) || (!asked(Expecting::recipient) && was_told(*m))) continue;
      if (m->weight == 1 && !asked(Expecting::recipient) && best != nullptr) continue;
      if (best == nullptr || m->weight > best->weight) best = m;
    }
    // A nurse who reads the record of her former husband is a colleague, whoever else is named.
    if (best != nullptr && (kind_ != "snooping" || asked(Expecting::recipient))) {
      put(Kind::recipient, *best, std::string(best->row->code));
      return;
    }
    for (const auto& [kind, recipient] : kFollows) {
      if (kind != kind_ || out_.empty()) continue;
      Entity follows = spoken_of();
      follows.kind = Kind::recipient;
      follows.value = std::string(recipient);
      follows.rule = "any/recipient: follows from " + std::string(kind);
      // A guess at the kind makes what follows from it a guess at a guess.
      follows.confidence = follows.confidence < kSureOfKind ? 0.4 : 0.5;
      out_.push_back(std::move(follows));
    }
  }

  // "not to a colleague", but not "sent without encryption to the insurance company".
  bool not_to(const Match& m) const {
    return std::ranges::any_of(r_.of(Theme::negation), [&](const Match* n) {
      return n->last < m.first && m.first - n->last <= 2 && r_.tokens.together(n->last, m.first);
    });
  }
  // "reported to the police", "told IT": they were told of it, they did not receive what was lost.
  bool was_told(const Match& m) const {
    return std::ranges::any_of(r_.of(Theme::measure), [&](const Match* told) {
      const std::string_view code = told->row->code;
      return (code.ends_with("_informed") || code == "police_reported") && told->first <= m.last &&
             told->last >= m.last;
    });
  }

  void contained() {
    const Match* m = strongest(Theme::contained);
    // "still had access, it is closed now": what was done last stands.
    if (m != nullptr && m->row->code == "no" && containing_ != nullptr && containing_->first > m->last) m = nullptr;
    if (m != nullptr) {
      put(Kind::contained, *m, std::string(m->row->code));
    } else if (containing_ != nullptr) {
      put(Kind::contained, *containing_, "yes", 0.8);
    } else if (undone_ != nullptr) {
      put(Kind::contained, *undone_, "no", 0.8);
    } else if (const Match* goes_on = strongest(Theme::ongoing); goes_on != nullptr && goes_on->row->code == "yes") {
      put(Kind::contained, *goes_on, "no", 0.6);
    } else if (kind_ == "cc_bcc") {
      // What everybody has in the inbox is out, until somebody says otherwise.
      Entity follows = spoken_of();
      follows.kind = Kind::contained;
      follows.value = std::string("no");
      follows.rule = "any/contained: follows from cc_bcc";
      follows.confidence = 0.5;
      out_.push_back(std::move(follows));
    }
  }

  void encrypted() {
    if (kind_ == "malware_ransomware") return;  // there the attacker encrypts
    const Match* best = nullptr;
    for (const Match* m : r_.of(Theme::encrypted))
      if (best == nullptr || m->weight > best->weight) best = m;
    if (best == nullptr) return;
    const bool denied = best->row->code == "yes" && (r_.negated(best->first, best->last) || not_after(*best));
    put(Kind::encrypted, *best, denied ? "no" : std::string(best->row->code));
  }

  void certainty() {
    if (const Match* m = strongest(Theme::certainty)) {
      put(Kind::certainty, *m, std::string(m->row->code));
    } else if (!kind_.empty() || tells()) {
      // Told as a fact is meant as one; the dialog asks where it matters.
      Entity told = spoken_of();
      told.kind = Kind::certainty;
      told.value = std::string("confirmed");
      told.rule = "any/certainty: told as a fact";
      told.confidence = 0.6;
      out_.push_back(std::move(told));
    }
  }

  // The words that a fact which merely follows rests on: those of the breach kind, or the first that were understood.
  const Entity& spoken_of() const {
    const auto kind = std::ranges::find(out_, Kind::breach_kind, &Entity::kind);
    return kind != out_.end() ? *kind : out_.front();
  }
  // Whether something is told at all: a bare answer and a question state nothing as certain.
  bool tells() const {
    constexpr std::size_t kSentence = 6;
    return !out_.empty() && r_.context.expecting == Expecting::nothing && r_.tokens.size() > kSentence &&
           !r_.tokens.text().ends_with('?');
  }

  const Reading& r_;
  std::vector<Entity> out_;
  std::string_view kind_;
  const Match* containing_ = nullptr;
  const Match* undone_ = nullptr;
};

}  // namespace

std::vector<Entity> find_facts(const Reading& reading) {
  return Facts(reading).all();
}

namespace {

// How far a role word stands from a time; more if a clause ends between them.
std::size_t distance(const Reading& r, const Match& role, const TimeFound& time) {
  const bool before = role.last < time.first;
  std::size_t out = before ? time.first - role.last : role.first > time.last ? role.first - time.last : 0;
  static constexpr std::array<std::string_view, 5> kAnd{"og", "and", "men", "but", "och"};
  const std::size_t end = std::min(std::max(role.first, time.first) + 1, r.tokens.size());
  for (std::size_t i = std::min(role.last, time.last) + 1; i < end; ++i) {
    if (r.tokens[i].mark == ',') out += 4;
    if (std::ranges::find(kAnd, r.tokens[i].key) != kAnd.end()) out += 3;
  }
  return out;
}

const Match* role_of(const Reading& r, const TimeFound& time) {
  constexpr std::size_t kClause = 12;
  const Match* role = nullptr;
  std::size_t best = kClause + 1;
  for (const Match* m : r.of(Theme::moment_role)) {
    if (!r.tokens.together(m->first, time.first)) continue;
    const std::size_t far = distance(r, *m, time);
    // Of two at the same distance the one before the time, and of those the more specific: "found out", not "found".
    const auto nearer = [&](const Match& x) { return std::pair(x.last < time.first, x.weight); };
    if (far < best || (far == best && role != nullptr && nearer(*m) > nearer(*role))) {
      best = far;
      role = m;
    }
  }
  return role;
}

// "..., when we saw it" after the time.
bool noticed_after(const Reading& r, const TimeFound& time) {
  return std::ranges::any_of(r.of(Theme::moment_role), [&](const Match* m) {
    return m->row->code == "discovered" && r.tokens.together(m->first, time.first) && m->first > time.last;
  });
}

// "right now it lies open" says that it goes on, not when it began.
bool is_now(const TimeFound& time, const Reading& r) {
  return time.when.precision == Precision::minute &&
         r.context.zone.local(r.context.now) - time.when.from < std::chrono::minutes(2);
}

}  // namespace

// A time belongs to the role word in its clause that stands nearest; without one it is when the breach happened, if
// the message tells of a breach at all.
std::vector<Entity> place_times(const Reading& r, bool tells_of_breach, bool speaks_of_case) {
  std::vector<Entity> out;
  bool occurred = false;
  const bool began = std::ranges::any_of(r.times, [](const TimeFound& time) { return time.since; });
  const bool dated =
      std::ranges::any_of(r.times, [&](const TimeFound& time) { return !time.weak && !is_now(time, r); });
  for (const TimeFound& time : r.times) {
    if (time.weak && r.context.expecting != Expecting::time && time.first + 1 + (r.tokens.size() - 1 - time.last) > 3)
      continue;
    // What will be is no fact of what was. In an answer it is handed on, and the dialog says that it has not come yet.
    const bool answer = r.context.expecting != Expecting::nothing && r.context.expecting != Expecting::free_text;
    if (time.future && !answer) continue;
    Kind kind = Kind::time;
    double confidence = 0.9;
    const Match* role = role_of(r, time);
    const std::string_view code = role == nullptr ? std::string_view{} : role->row->code;
    if (time.until) {
      kind = Kind::ended;
    } else if (time.since) {
      kind = tells_of_breach || role != nullptr || r.tokens.size() > 4 ? Kind::occurred : Kind::time;
    } else if (is_now(time, r) && r.context.expecting != Expecting::time && (began || dated)) {
      kind = Kind::time;
    } else if (role != nullptr) {
      kind = code == "discovered" ? Kind::discovered
             : code == "ended"    ? Kind::ended
             : code == "other"    ? Kind::time
                                  : Kind::occurred;
    } else if (tells_of_breach) {
      kind = occurred ? Kind::time : Kind::occurred;
      confidence = 0.7;
    } else if (speaks_of_case && !time.weak) {
      kind = occurred ? Kind::time : Kind::occurred;
      confidence = 0.65;
    }
    if (r.context.expecting == Expecting::time && role == nullptr && !tells_of_breach && !time.until) kind = Kind::time;
    // "closed today when we noticed": the day of both is when it was noticed; that it ended then nobody has said
    // exactly.
    const bool exact = time.when.precision == Precision::minute || time.when.precision == Precision::hour;
    if (code == "ended" && kind == Kind::ended && !time.until && (!exact || is_now(time, r)))
      kind = noticed_after(r, time) ? Kind::discovered : Kind::time;
    if (time.doubtful) confidence = 0.4;
    occurred = occurred || kind == Kind::occurred;
    out.push_back(r.entity(kind, time.first, time.last, time.when, time.rule, confidence));
    // "siden i går, hvor vi så den", "lukket i dag da vi opdagede det": the same moment has two roles.
    if (kind == Kind::ended && noticed_after(r, time))
      out.push_back(r.entity(Kind::discovered, time.first, time.last, time.when, time.rule, 0.7));
  }
  return out;
}

}  // namespace varsel::intents
