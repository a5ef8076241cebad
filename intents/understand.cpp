#include "intents/understand.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intents/masking.h"
#include "intents/reading.h"

namespace varsel::intents {
namespace {

constexpr std::size_t kLongest = 16 * 1024;

// The cleaned text, at most kLongest bytes, ending on a code point.
std::string clean_prefix(std::string_view text) {
  // Cleaning may join a letter and an accent: cut first, with a margin for a letter that is cut in two.
  std::string clean = clean_text(text.substr(0, kLongest));
  if (clean.size() <= kLongest) return clean;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(clean[end]) & 0xC0u) == 0x80) --end;
  clean.resize(end);
  return clean;
}

// Product names as people write them. The same in every language.
constexpr std::array<std::string_view, 78> kSystems{"Digital Post",
                                                    "Sundhedsplatformen",
                                                    "SharePoint",
                                                    "OneDrive",
                                                    "Outlook",
                                                    "Teams",
                                                    "Citrix",
                                                    "DIPS",
                                                    "Gerica",
                                                    "Salesforce",
                                                    "Workday",
                                                    "KMD Nexus",
                                                    "Nexus",
                                                    "SBSYS",
                                                    "Aula",
                                                    "Altinn",
                                                    "Visma Flyt",
                                                    "Visma",
                                                    "Cura",
                                                    "Dropbox",
                                                    "Google Drive",
                                                    "Gmail",
                                                    "Office 365",
                                                    "Microsoft 365",
                                                    "WhatsApp",
                                                    "Slack",
                                                    "Zoom",
                                                    "Zendesk",
                                                    "SAP",
                                                    "Jira",
                                                    "Confluence",
                                                    "GitHub",
                                                    "Power BI",
                                                    "Acadre",
                                                    "Columna",
                                                    "Novax",
                                                    "Helseplattformen",
                                                    "Vigilo",
                                                    "Public 360",
                                                    "Stafettloggen",
                                                    "Itslearning",
                                                    "Meebook",
                                                    "DUBU",
                                                    "WorkZone",
                                                    "Feide",
                                                    "Cosmic",
                                                    "e-Boks",
                                                    "eBoks",
                                                    "Digipost",
                                                    "Borger.dk",
                                                    "ServiceNow",
                                                    "Dynamics",
                                                    "HubSpot",
                                                    "Mailchimp",
                                                    "SurveyXact",
                                                    "Planner",
                                                    "Yammer",
                                                    "Messenger",
                                                    "Facebook",
                                                    "LinkedIn",
                                                    "Skype",
                                                    "Webex",
                                                    "Trello",
                                                    "Notion",
                                                    "GetOrganized",
                                                    "Ephorte",
                                                    "Elements",
                                                    "WebSak",
                                                    "Gosys",
                                                    "CosDoc",
                                                    "Socio",
                                                    "Momentum",
                                                    "Opus",
                                                    "EPIC",
                                                    "Netcare",
                                                    "Moodle",
                                                    "Canvas",
                                                    "KMD"};

void find_systems(const Tokens& tokens, std::vector<Entity>& out) {
  static const std::vector<std::pair<std::vector<std::string>, std::string_view>> names = [] {
    std::vector<std::pair<std::vector<std::string>, std::string_view>> all;
    for (const std::string_view name : kSystems) {
      std::vector<std::string> keys;
      const Tokens parts{name};
      for (const Token& part : parts) keys.emplace_back(part.key);
      all.emplace_back(std::move(keys), name);
    }
    // Longer names first: "Visma Flyt" before "Visma".
    std::ranges::stable_sort(all, [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    return all;
  }();
  const std::string_view text = tokens.text();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].opaque || tokens[i].number) continue;
    for (const auto& [keys, name] : names) {
      if (i + keys.size() > tokens.size() || tokens[i].key != keys.front()) continue;
      bool same = true;
      for (std::size_t k = 1; k < keys.size() && same; ++k) same = tokens[i + k].key == keys[k];
      if (!same) continue;
      const std::size_t start = tokens[i].start, end = tokens[i + keys.size() - 1].end;
      // Short names and names that are also words count only in capitals.
      const char first = text[start];
      if (!(first >= 'A' && first <= 'Z')) continue;
      if (name.size() <= 3 && text.substr(start, end - start) != name) continue;
      out.push_back({Kind::system, start, end, std::string(text.substr(start, end - start)),
                     "any/system: " + std::string(name), 0.9});
      i += keys.size() - 1;
      break;
    }
  }
}

// The languages whose words are read together: Danish and Norwegian are written into each other, and much of a Swedish
// text is known from them.
LocaleSet locales_of(Tongue tongue) {
  if (tongue == Tongue::en) return only(Tongue::en);
  return tongue == Tongue::sv ? kScandinavian | only(Tongue::sv) : kScandinavian;
}

// Number words are told apart more narrowly: Swedish ones mean nothing else to its neighbours, theirs do to Swedish.
LocaleSet numbers_of(Tongue tongue) {
  return tongue == Tongue::sv ? only(Tongue::sv) : locales_of(tongue);
}

LocaleSet words_for(const DetectedLanguage& detected) {
  // A wrong guess must not hide what was said: only a clear language leaves the others out.
  if (detected.confidence < 0.7) return detected.locale == Tongue::sv ? kEvery : kConversational;
  return locales_of(detected.locale);
}

// "My bike was stolen yesterday" tells of no lost device and of no time of a breach. Only where nothing was asked: an
// answer in odd words is still an answer.
constexpr double kSureOfAnotherTopic = 0.95;
bool off_topic(const Understanding& understood, const Context& context) {
  const ScoredIntent& best = understood.intents.front();
  return best.intent == Intent::out_of_scope && best.confidence >= kSureOfAnotherTopic &&
         context.expecting == Expecting::nothing;
}
// What is masked stays known, whatever the message is about.
bool is_masked(Kind kind) {
  return kind == Kind::national_id || kind == Kind::card_or_account || kind == Kind::secret;
}

}  // namespace

Understanding understand(std::string_view text, const Context& context) {
  Understanding out;
  out.text = clean_prefix(text);
  const std::vector<Sensitive> sensitive = find_sensitive(out.text);
  out.masked = mask(out.text, sensitive);
  Tokens tokens{out.text};
  for (const Sensitive& s : sensitive) tokens.hide(s.start, s.end);

  Reading reading{tokens, context};
  const Tongue conversation = tongue_of(context.locale);
  const DetectedLanguage detected =
      context.tongue ? DetectedLanguage{*context.tongue, 1.0} : detect_language(tokens, conversation);
  out.locale = context.locale_fixed ? context.locale : locale_of(detected.locale).value_or(context.locale);
  out.locale_confidence = locale_of(detected.locale) ? detected.confidence : 0;
  out.tongue = detected.locale == Tongue::sv ? Tongue::sv : tongue_of(out.locale);
  reading.locale = out.tongue;
  reading.words = words_for(detected);
  reading.numbers = numbers_of(detected.confidence < 0.2 ? conversation : detected.locale);
  read(reading);

  out.entities = find_facts(reading);
  const bool tells_of_breach = !reading.learned.code.empty() || std::ranges::any_of(out.entities, [](const Entity& e) {
    return e.kind == Kind::breach_kind;
  });
  const bool speaks_of_case = std::ranges::any_of(out.entities, [](const Entity& e) {
    return e.kind == Kind::data_category || e.kind == Kind::data_subject || e.kind == Kind::recipient ||
           e.kind == Kind::contained || e.kind == Kind::measure;
  });
  for (Entity& entity : place_times(reading, tells_of_breach, speaks_of_case))
    out.entities.push_back(std::move(entity));
  for (Entity& entity : find_counts(reading)) out.entities.push_back(std::move(entity));
  find_systems(tokens, out.entities);
  for (const Sensitive& s : sensitive)
    out.entities.push_back(
        {s.kind, s.start, s.end, out.text.substr(s.start, s.end - s.start), std::string(s.rule), 1.0});
  std::ranges::stable_sort(out.entities, {}, &Entity::start);
  out.intents = classify(reading, out.entities);
  if (off_topic(out, context))
    std::erase_if(out.entities, [](const Entity& e) { return is_fact(e.kind) && !is_masked(e.kind); });
  return out;
}

std::optional<TimeReading> read_time(std::string_view phrase, const Context& context) {
  const std::string clean = clean_prefix(phrase);
  const Tokens tokens{clean};
  const Tongue tongue = context.tongue.value_or(tongue_of(context.locale));
  return whole_time(tokens, engine().match(tokens, locales_of(tongue)), numbers_of(tongue), context);
}

std::optional<EntityValue> read_count(std::string_view phrase, Tongue tongue) {
  Context context;
  context.tongue = tongue;
  context.expecting = Expecting::count;
  const std::string clean = clean_prefix(phrase);
  const Tokens tokens{clean};
  Reading reading{tokens, context};
  reading.locale = tongue;
  reading.words = locales_of(tongue);
  reading.numbers = numbers_of(tongue);
  read(reading);
  const std::vector<Entity> found = find_counts(reading);
  const Entity* best = nullptr;
  for (const Entity& entity : found)
    if (best == nullptr || (entity.kind == Kind::count && entity.confidence > best->confidence)) best = &entity;
  if (best != nullptr) return best->value;
  // Asked for a number, "no idea" says that it is not known.
  const bool unknown = std::ranges::any_of(reading.of(Theme::intent),
                                           [](const Match* m) { return m->row->code == to_string(Intent::dont_know); });
  return unknown ? std::optional<EntityValue>("unknown") : std::nullopt;
}

std::optional<double> read_numeral(std::string_view phrase, Tongue tongue) {
  const std::string clean = clean_prefix(phrase);
  return numeral_of(Tokens{clean}, tongue);
}

std::optional<double> read_ordinal(std::string_view phrase, Tongue tongue) {
  const std::string clean = clean_prefix(phrase);
  return ordinal_of(Tokens{clean}, tongue);
}

std::optional<TimeSpan> read_duration(std::string_view phrase, Tongue tongue) {
  const std::string clean = clean_prefix(phrase);
  return duration_of(Tokens{clean}, tongue);
}

std::optional<TimeSpan> read_offset(std::string_view phrase, Tongue tongue) {
  const std::string clean = clean_prefix(phrase);
  return offset_of(Tokens{clean}, tongue);
}

}  // namespace varsel::intents
