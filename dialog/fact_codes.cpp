#include "dialog/fact_codes.h"

#include <array>

#include "base/vocabulary.h"

namespace varsel::dialog {
namespace {

using incident::FactId;
using Name = std::string_view;

constexpr std::array<Name, 3> kYesNoUnknown{"yes", "no", "unknown"};
constexpr std::array<Name, 2> kCertainties{"suspected", "confirmed"};
constexpr std::array<Name, 3> kAuthorityNotified{"yes", "no", "undecided"};

}  // namespace

std::vector<Name> fact_codes(FactId fact, const incident::Procedure& procedure) {
  const auto all = [](const auto& list) { return std::vector<Name>(list.begin(), list.end()); };
  switch (fact) {
    case FactId::ongoing:
    case FactId::contained:
    case FactId::encrypted:
    case FactId::others_affected:
      return all(kYesNoUnknown);
    case FactId::certainty:
      return all(kCertainties);
    case FactId::authority_notified:
      return all(kAuthorityNotified);
    case FactId::breach_kind:
      return all(vocabulary::kBreachKinds);
    case FactId::nature:
      return all(vocabulary::kNatures);
    case FactId::data_categories:
      return all(vocabulary::kDataCategories);
    case FactId::data_subjects:
      return all(vocabulary::kDataSubjects);
    case FactId::recipient:
      return all(vocabulary::kRecipients);
    case FactId::measures:
      return all(vocabulary::kMeasures);
    case FactId::consequences:
      return all(vocabulary::kConsequences);
    case FactId::discoverer:
      return all(vocabulary::kDiscoverers);
    case FactId::own_party:
    case FactId::affected_parties: {
      std::vector<Name> ids;
      for (const auto& party : procedure.parties) ids.push_back(party.id.str());
      return ids;
    }
    case FactId::occurred:
    case FactId::ended:
    case FactId::detected:
    case FactId::notified:
    case FactId::what_happened:
    case FactId::cause:
    case FactId::affected:
    case FactId::systems:
    case FactId::department:
    case FactId::reporter_contact:
    case FactId::records:
      return {};
  }
  return {};
}

}  // namespace varsel::dialog
