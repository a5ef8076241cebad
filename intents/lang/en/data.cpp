// What data, and about whom.
#include "intents/lang/en/rows.h"

namespace varsel::intents::en {
namespace {

constexpr Row kCategories[] = {
    {"name", "names", "name|names|namelist"},
    {"name", "list of applicants", "list of .. applicants|members|students|pupils|citizens|patients|customers"},
    {"contact", "addresses", "address|addresses|contacts"},
    {"contact", "email addresses", "email|mail|postal|home address|addresses"},
    {"contact", "phone numbers", "phone|mobile|telephone number|numbers"},
    {"contact", "contact details", "contact details|information|info"},
    {"contact", "everyone in cc", "everyone|everybody|all|recipients .. cc|to"},
    {"dob", "date of birth", "birthday|birthdays|dob|birthdate*"},
    {"dob", "date of birth", "date|dates of birth"},
    {"national_id", "CPR", "cpr|ssn|fødselsnummer|personnummer"},
    {"national_id", "national id number", "national|personal|id identity|id? number|numbers"},
    {"national_id", "social security number", "social security number|numbers"},
    {"health", "health data",
     "health|medical|diagnos*|medication*|medicine*|prescription*|illness*|disease*|sick|sickness|psychiatr*|"
     "certificates|hospital|therapy|disabilit*|pregnan*|cancer|allerg*|vaccin*"},
    {"health", "test results", "test|blood|lab result|results"},
    {"health", "patient's record", "patient|patients record*|journal*|file|chart"},
    {"health", "a neighbour's medical record", "journal|medical"},
    {"financial", "tax statement",
     "tax|income|salary|salaries|payslip*|bank|financial|debt|invoice*|credit|payment*|loan|finances|accounts"},
    {"financial", "account number", "account number|numbers|details"},
    {"social", "on benefits", "benefit|benefits|welfare|foster|safeguarding"},
    {"social", "child protection", "child protection|welfare"},
    {"employment", "employment",
     "employment|hr|payroll|salary|salaries|payslip*|cv|cvs|resume|resumes|applicant|applicants|appraisal*|personnel|"
     "dismissal"},
    {"employment", "medical certificates of employees", "medical certificates|certificate & employees|staff"},
    {"education", "grades", "grade|grades|exam|exams|education|transcript*|absence"},
    {"criminal", "criminal record", "criminal|conviction*|offence*|offense*"},
    {"union", "trade union", "union"},
    {"ethnicity", "ethnicity", "ethnic*|race|racial|nationality"},
    {"religion", "religion", "religio*|faith|muslim*|christian*"},
    {"political", "political", "political*"},
    {"sexual", "sexual orientation", "sexual*|gay"},
    {"biometric", "fingerprints", "fingerprint*|biometric*"},
    {"genetic", "genetic", "genetic*|dna"},
    {"credentials", "password", "password|passwords|passcode|credentials|login|logins|username|usernames|pin"},
    {"credentials", "gave my code", "<gave> .. code"},
    {"photo", "photos", "photo|photos|photograph*|picture|pictures|image|images|video|videos|cctv|recording*"},
    {"location", "gps", "gps|location|whereabouts"},
    {"case_file", "case files", "case files|file|notes|record|records|documents|journal"},
    {"protected_address", "protected address", "protected|secret|hidden|confidential .. address*"},
    {"family", "family relations", "divorce|custody|marital|adoption"},
    {"communication", "correspondence", "correspondence|chat|chats|messages|conversation*"},
    {"contact", "contact list", "phones|emails|postcode*|addressees|mailing|distribution|contact list|lists|data"},
    {"contact", "where they live", "home|postal|street|email|mail address*"},
    {"name", "full names", "surname*|forename*|initials"},
    {"national_id", "national insurance number", "national insurance|id number|numbers|no"},
    {"health", "medical notes",
     "health|medical notes|certificate|history|file|condition|conditions|record*|data|information|details"},
    {"health", "treatment",
     "treatment*|surgery|operation|xray*|scan|scans|hiv|abortion|dementia|diabetes|depression|anxiety|autism|adhd|"
     "discharge|referral*|patientrecord*|therapist|counselling|medicine*|care plan*"},
    {"health", "record of a husband", "nurse*|doctor*|ward|clinic*|hospital* ... record*|chart|journal*"},
    {"financial", "payroll",
     "payroll|payslip*|wages|wage|salary|pension*|mortgage*|loan*|billing|bills|invoices|debts|iban|card "
     "details|statement*|tax return*|bank details"},
    {"social", "social services", "social services|work|care|worker|housing"},
    {"employment", "personnel files",
     "personnel|staff file*|record*|list|data|contract|contracts|employment contract*|sick "
     "leave|absence|reference|references|disciplinary"},
    {"education", "school reports",
     "grades|school report*|exam*|marks|diploma*|transcript*|test scores|pupil file*|special needs"},
    {"criminal", "criminal records", "police record*|certificate|background check*|prison|arrest*|court"},
    {"religion", "church", "church|mosque|jewish|hindu"},
    {"sexual", "orientation", "lesbian|bisexual|lgbt*|transgender|sexuality"},
    {"union", "trade union", "union membership|member|members|dues"},
    {"family", "family information", "family information|details|situation|data|relations|matters|circumstances"},
    {"family", "family and health", "family and|or health|social|economic*"},
    {"family", "guardianship", "guardianship|adopted|marriage|married|divorced"},
    {"photo", "screenshots", "screenshot*|portrait*|headshot*|footage|pics"},
    {"communication", "email threads", "email|mail|message thread|threads|exchange|history|log"},
    {"credentials", "usernames", "passwords|user names|name password"},
    {"case_file", "cases of children", "child*|pupil*|client*|citizen* cases|case|file|files"},
    {"name", "a letter for my neighbour", "letter|mail|post .. for|to .. neighbour*|neighbor*"},
    {"contact", "a letter for my neighbour", "letter|post .. for|to .. neighbour*|neighbor*"},
    {"financial", "bank statements", "statements|arrears|balance*|amounts|invoices|reminders|wage*"},
    {"employment", "sick notes of employees", "sick|medical note*|certificate* & employee*|staff|colleague*"},
    {"health", "hearing problems", "hearing|eyesight|chlamydia|symptom*|infection*|pregnan*|allerg*|rehab*"},
    {"communication", "private messages", "private messages|message"},
    {"communication", "recorded calls", "recorded|recordings call*|conversation*"},
    {"photo", "filmed", "filmed|footage"},
};

constexpr Row kSubjects[] = {
    {"citizens", "citizens", "citizen|citizens|residents|taxpayers|public"},
    {"patients", "patients", "patient|patients"},
    {"employees", "employees", "employee|employees|staff|colleagues|coworkers|workers|personnel|payslip*"},
    {"pupils", "pupils", "pupil|pupils|student|students"},
    {"children", "children", "child|children|kids|toddler*|kindergarten|nursery|daughter|daughters|son"},
    {"customers", "customers", "customer|customers|client|clients|subscriber|subscribers|consumers"},
    {"applicants", "applicants", "applicant|applicants|candidates|jobseekers"},
    {"members", "members", "member|members"},
    {"relatives", "relatives", "relative|relatives|parents|guardians|next"},
    {"citizens", "citizens", "citizens|inhabitants|claimants|service users"},
    {"patients", "in the record of a patient", "patient|inpatient* record*|chart"},
    {"employees", "members of staff", "employees|colleague|worker|workforce|staffers"},
    {"pupils", "schoolchildren", "schoolchildren|pupils|undergraduates"},
    {"children", "children's cases", "childrens|childs|babies|infant|infants|minors"},
    {"customers", "tenants", "tenants|tenant|policyholder*|borrowers|clients|shoppers"},
    {"applicants", "candidates", "candidate|jobseeker|applicants"},
    {"members", "membership", "membership*"},
    {"relatives", "parents", "parent|carers|next of kin"},
};

}  // namespace

std::span<const Row> category_rows() {
  return kCategories;
}
std::span<const Row> subject_rows() {
  return kSubjects;
}

}  // namespace varsel::intents::en
