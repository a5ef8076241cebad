#include "bot/turn.h"

#include <algorithm>

#include "base/text.h"
#include "bot/perform.h"
#include "bot/posting.h"
#include "incident/receipt.h"
#include "intents/understand.h"

namespace varsel::bot {
namespace {

// No 0 O 1 I L: it is read aloud and written on paper. 31^8 codes.
constexpr std::string_view kResumeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t kResumeLength = 8;

std::string resume_code(std::string_view random) {
  std::string code;
  for (const char byte : random) code += kResumeAlphabet[static_cast<unsigned char>(byte) % kResumeAlphabet.size()];
  return code;
}

ReceiptNumber fresh_receipt(const House& house, std::string_view random, Instant now) {
  incident::ReceiptEntropy entropy{};
  std::transform(random.begin(), random.end(), entropy.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
  return incident::make_receipt(date_of(house.zone().local(now)).year(), entropy);
}

// Of ASCII and Latin-1 (Æ Ø Å É ...), which is what labels are written in.
std::string small_letters(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool latin = i > 0 && static_cast<unsigned char>(text[i - 1]) == 0xC3 && byte >= 0x80 && byte <= 0x9E;
    if ((byte >= 'A' && byte <= 'Z') || (latin && byte != 0x97)) text[i] = static_cast<char>(byte + 0x20);
  }
  return text;
}

class Turn {
 public:
  Turn(const House& house, const Outside& outside, const Session& session, RecordPtr record)
      : house_(house),
        outside_(outside),
        before_(session),
        record_(std::move(record)),
        now_(outside.now()),
        world_{house.playbook, house.contacts, record_.get(), now_, {}, {}, {}, {}, nullptr} {
    // One draw for all that the step may need: drawing costs more than the bytes.
    constexpr std::size_t kIncident = 16;
    constexpr std::size_t kReceipt = std::tuple_size_v<incident::ReceiptEntropy>;
    const auto random = outside.random(kIncident + kReceipt + kResumeLength);
    const std::string_view dice = random;
    world_.fresh_incident = IncidentId(to_hex(dice.substr(0, kIncident)));
    world_.fresh_receipt = fresh_receipt(house, dice.substr(kIncident, kReceipt), now_);
    world_.fresh_code = resume_code(dice.substr(kIncident + kReceipt));
    turned_.session.row = session.row;
    sequence_ = session.row.last_sequence;
  }

  Turned operator()(const Arrival& arrival, std::optional<InboundKey> key) {
    auto decision = std::visit([this](const auto& each) { return decide(each); }, arrival);
    post_replies(decision);
    finish(decision, std::move(key));
    turned_.session.state = std::move(decision.state);
    return std::move(turned_);
  }

 private:
  dialog::Decision decide(const arrival::Opened& opened) {
    return dialog::step(before_.state, dialog::input::Greet{opened.locale}, world_);
  }
  dialog::Decision decide(const arrival::Silence& silence) {
    fired_ = silence.duty;
    return dialog::step(before_.state, dialog::input::Silence{silence.duty}, world_);
  }
  dialog::Decision decide(const arrival::Taken& taken) {
    fired_ = taken.duty;
    return dialog::step(before_.state, dialog::input::Taken{taken.receipt, taken.contact}, world_);
  }
  dialog::Decision decide(const arrival::Said& said) {
    const auto& message = said.message;
    world_.resumable = said.resumable;
    world_.resumable_record = said.resumable_record.get();
    attachable_ = said.resumable_record;
    person_ = message.person;
    files_ = &message.attachments;
    auto context = dialog::expecting(before_.state, world_);
    if (before_.row.revision == 0 && message.locale && !context.locale_fixed) context.locale = *message.locale;
    context.now = now_;
    context.zone = house_.zone();

    dialog::input::Said input;
    input.understanding = intents::understand(message.text.reveal(), context);
    input.choice = pressed(input.understanding.text);
    input.person = message.person;
    input.channel = message.channel;
    input.conversation = message.conversation;
    input.turn = ++sequence_;
    for (std::size_t i = 0; i < message.attachments.size(); ++i)
      input.attachments.push_back(to_hex(outside_.random(16)));
    keys_ = input.attachments;

    adapters::Posted posted;
    posted.sequence = sequence_;
    posted.from_person = true;
    posted.person = message.person;
    posted.text = PersonalText(input.understanding.masked);
    posted.locale = input.understanding.locale;
    posted.at = now_;
    posted.client_id = message.client_id;
    for (const auto& file : message.attachments) posted.attachments.push_back(file.name);
    turned_.posted.push_back(std::move(posted));
    return dialog::step(before_.state, input, world_);
  }

  // The button that was pressed, or typed: every channel sends its label as text.
  [[nodiscard]] std::optional<std::string> pressed(const std::string& text) const {
    const auto said = small_letters(trim(text));
    for (const auto& option : before_.state.offered)
      if (said == small_letters(house_.catalog.render(option.label, before_.state.locale, house_.zone()).text))
        return option.code;
    return std::nullopt;
  }

  std::string render(const locales::Message& message, Locale locale) {
    auto rendered = house_.catalog.render(message, locale, house_.zone());
    if (rendered.problem) turned_.problems.push_back(*rendered.problem);
    return std::move(rendered.text);
  }

  void post_replies(const dialog::Decision& decision) {
    const auto asked = turned_.posted.empty() ? 0 : turned_.posted.front().sequence;
    const Locale locale = decision.state.locale;
    for (const auto& reply : decision.replies) {
      adapters::Posted posted;
      posted.sequence = ++sequence_;
      posted.locale = locale;
      posted.at = now_;
      posted.in_reply_to = asked;
      std::string text;
      for (const auto& paragraph : reply.paragraphs) {
        if (!text.empty()) text += "\n\n";
        text += render(paragraph, locale);
      }
      posted.text = PersonalText(std::move(text));
      for (const auto& option : reply.options) {
        const auto label = render(option.label, locale);
        posted.buttons.push_back({label, label});
      }
      turned_.posted.push_back(std::move(posted));
    }
  }

  void finish(const dialog::Decision& decision, std::optional<InboundKey> key) {
    Performed performed = perform(
        decision.effects, {house_, outside_, now_, person_, before_.row, record_, attachable_, decision.state.locale});
    turned_.commit = std::move(performed.commit);
    turned_.record = std::move(performed.record);
    turned_.incident = performed.incident;
    keep_files();
    take_away_fired();
    // Work on a case has no bar: it would tell a contact that a report is complete when it was only begun.
    const bool reports = decision.state.phase != dialog::Phase::case_work;
    if (reports && !turned_.posted.empty() && !turned_.posted.back().from_person) {
      dialog::World after = world_;
      after.record = turned_.record.get();
      turned_.posted.back().progress = dialog::progress(decision.state, after);
    }
    for (const auto& posted : turned_.posted) turned_.commit.postings.push_back(to_posting(posted));

    auto& row = turned_.session.row;
    row.last_sequence = sequence_;
    row.incident = turned_.incident;
    turned_.commit.conversation = row;
    turned_.commit.conversation->state = PersonalText(dialog::save(decision.state));
    turned_.commit.inbound = std::move(key);
    turned_.commit.audit.push_back({now_, person_.empty() ? "varsel" : person_.str(), "turn", row.id.str(),
                                    turned_.incident ? turned_.incident->str() : ""});
    ++row.revision;
  }

  // A timer fires once: unless the step set it anew, it is gone with this turn.
  void take_away_fired() {
    if (fired_.empty()) return;
    const auto& set = turned_.commit.set_timers;
    if (std::none_of(set.begin(), set.end(), [this](const auto& timer) { return timer.duty == fired_; }))
      turned_.commit.cancel_timers.push_back({fired_, before_.row.id.str(), {}});
  }

  // Files belong to an incident; a step that was handed files has opened one (dialog/intake).
  void keep_files() {
    if (files_ == nullptr || files_->empty() || !turned_.incident) return;
    for (std::size_t i = 0; i < files_->size(); ++i) {
      const auto& file = (*files_)[i];
      turned_.commit.attachments.push_back(
          {keys_[i], *turned_.incident, now_, file.content_type, PersonalText(file.name), file.bytes});
    }
  }

  const House& house_;
  const Outside& outside_;
  const Session& before_;
  RecordPtr record_;
  RecordPtr attachable_;
  Instant now_;
  dialog::World world_;
  PersonId person_;
  const std::vector<adapters::Attachment>* files_ = nullptr;
  std::vector<std::string> keys_;
  std::string fired_;
  std::uint64_t sequence_ = 0;
  Turned turned_;
};

}  // namespace

Turned make_turn(const House& house, const Outside& outside, const Session& session, const RecordPtr& record,
                 const Arrival& arrival, std::optional<InboundKey> key) {
  return Turn(house, outside, session, record)(arrival, std::move(key));
}

std::optional<InboundKey> inbound_key(const adapters::Incoming& message) {
  if (message.client_id.empty() && !message.client_time) return std::nullopt;
  std::string identity;
  const auto add = [&identity](std::string_view part) {
    identity += std::to_string(part.size());
    identity += ':';
    identity += part;
  };
  add(message.channel);
  add(message.conversation.str());
  add(message.person.str());
  add(message.text.reveal());
  add(message.client_id);
  add(message.client_time ? iso(*message.client_time) : "");
  for (const auto& file : message.attachments) add(sha256_hex(file.bytes.reveal()));
  return InboundKey(sha256_hex(identity));
}

std::optional<std::string> resume_hash(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text) + " ") {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == ',' || c == '.' || c == ':' || c == '(' || c == ')';
    if (!blank) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  std::optional<ReceiptNumber> receipt;
  std::string code;
  for (const auto& each : words) {
    if (each.find('-') != std::string::npos)
      if (auto parsed = incident::parse_receipt(each)) receipt = *parsed;
    if (each.size() == kResumeLength) {
      std::string upper = each;
      for (char& c : upper) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
      if (std::all_of(upper.begin(), upper.end(),
                      [](char c) { return kResumeAlphabet.find(c) != std::string_view::npos; }))
        code = upper;
    }
  }
  if (!receipt || code.empty()) return std::nullopt;
  return sha256_hex("resume:" + receipt->str() + ":" + code);
}

}  // namespace varsel::bot
