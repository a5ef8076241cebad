// The closed lists of codes that understanding proposes and the record keeps. Codes are frozen: they are stored on disk
// and used in playbooks. Their words in each language live in locales/ as "code.<list>.<code>".
#pragma once
#include <array>
#include <string_view>

namespace varsel::vocabulary {

inline constexpr std::array<std::string_view, 17> kBreachKinds{"misdirected_message",
                                                               "wrong_attachment",
                                                               "lost_device",
                                                               "lost_paper",
                                                               "web_exposure",
                                                               "excess_access",
                                                               "snooping",
                                                               "phishing_credentials",
                                                               "malware_ransomware",
                                                               "outage",
                                                               "data_corrupted",
                                                               "insecure_email",
                                                               "verbal_disclosure",
                                                               "protected_address",
                                                               "cc_bcc",
                                                               "intrusion",
                                                               "other"};
inline constexpr std::array<std::string_view, 24> kDataCategories{
    "name",      "contact",     "dob",   "national_id", "health",    "financial",         "social", "employment",
    "education", "criminal",    "union", "ethnicity",   "religion",  "political",         "sexual", "biometric",
    "genetic",   "credentials", "photo", "location",    "case_file", "protected_address", "family", "communication"};
inline constexpr std::array<std::string_view, 9> kDataSubjects{
    "citizens", "patients", "employees", "pupils", "children", "customers", "applicants", "members", "relatives"};
inline constexpr std::array<std::string_view, 4> kRecipients{"internal", "external", "known_trusted", "unknown"};
inline constexpr std::array<std::string_view, 19> kMeasures{
    "recipient_deleted", "deletion_requested",  "recalled",         "retrieved",   "access_closed",   "page_removed",
    "password_changed",  "account_blocked",     "device_wiped",     "isolated",    "restored",        "police_reported",
    "affected_informed", "contacted_recipient", "manager_informed", "it_informed", "vendor_informed", "corrected",
    "shredded"};
// Jammerbugt's list of consequences; the list is open ("other" with the person's words).
inline constexpr std::array<std::string_view, 10> kConsequences{
    "discrimination", "identity_theft",       "financial_loss",      "reputation",      "social",
    "private_life",   "legitimate_interests", "rights_and_freedoms", "loss_of_control", "none_known"};
inline constexpr std::array<std::string_view, 5> kDiscoverers{"own", "system_owner", "supplier", "consumer",
                                                              "provider"};
inline constexpr std::array<std::string_view, 4> kNatures{"security", "privacy", "both", "unknown"};
inline constexpr std::array<std::string_view, 8> kTopics{"personal_data", "sensitive_data", "breach",   "deadline",
                                                         "authority",     "data_subject",   "who_sees", "blame"};

}  // namespace varsel::vocabulary
