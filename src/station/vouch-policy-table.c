/* Every rule of the house that can be set, described once. */
#include "vouch-policy-table.h"

#include <glib/gi18n-lib.h>

#include "vouch-id.h"

#define HOURS_MAX 720

static const VouchPolicyChoice yes_no[] = { { "no", N_ ("No") }, { "yes", N_ ("Yes") }, { NULL, NULL } };

static const VouchPolicyChoice pin_choices[] = {
  [VOUCH_PIN_RULE_ALWAYS] = { "always", N_ ("Everybody who has one") },
  [VOUCH_PIN_RULE_NEVER] = { "never", N_ ("Nobody") },
  { NULL, NULL },
};

static const VouchPolicyChoice stop_choices[] = {
  [VOUCH_STOP_RULE_ASK] = { "ask", N_ ("Ask the inspector") },
  [VOUCH_STOP_RULE_STOP] = { "stop", N_ ("Stop") },
  [VOUCH_STOP_RULE_FINISH] = { "finish", N_ ("Finish the sample") },
  { NULL, NULL },
};

static const VouchPolicyChoice approval_choices[] = {
  [VOUCH_LABEL_APPROVAL_NONE] = { "none", N_ ("Whoever prints") },
  [VOUCH_LABEL_APPROVAL_QA_LEAD] = { "qa-lead", N_ ("A QA lead") },
  { NULL, NULL },
};

static const VouchPolicyChoice scan_back_choices[] = {
  [VOUCH_SCAN_BACK_FIRST_AND_LAST] = { "first-and-last", N_ ("The first and the last") },
  [VOUCH_SCAN_BACK_ANY] = { "any", N_ ("Any one") },
  { NULL, NULL },
};

static const VouchPolicyChoice language_choices[] = {
  { "both", N_ ("Chinese and English") },
  { "zh", N_ ("Chinese") },
  { "en", N_ ("English") },
  { NULL, NULL },
};

static const VouchPolicyChoice names_choices[] = {
  [VOUCH_PUBLIC_NAMES_SHORTENED] = { "shortened", N_ ("The first character") },
  [VOUCH_PUBLIC_NAMES_LEFT_OUT] = { "left-out", N_ ("Nothing") },
  { NULL, NULL },
};

static const VouchPolicyRule rules[] = {
  [VOUCH_POLICY_STATION_NAME] = {
    .name = "station-name",
    .title = N_ ("Station’s name"),
    .meaning = N_ ("Stands at the top of the window and on documents. Without one, the number is shown."),
  },
  [VOUCH_POLICY_STATION_NUMBER] = {
    .name = "station-number",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "1",
    .low = 1,
    .high = VOUCH_STATION_MAX,
    .title = N_ ("Station’s number"),
    .meaning = N_ ("Every station has its own, so that their records never collide. It counts from the next start on."),
  },
  [VOUCH_POLICY_PIN_AT_SIGN_IN] = {
    .name = "pin-at-sign-in",
    .kind = VOUCH_POLICY_KIND_CHOICE,
    .fallback = "always",
    .choices = pin_choices,
    .title = N_ ("PIN when signing in"),
    .meaning = N_ ("Who has to enter a PIN after the badge. Signatures that need a PIN need it in any case."),
  },
  [VOUCH_POLICY_BLIND_COUNT] = {
    .name = "blind-count",
    .kind = VOUCH_POLICY_KIND_YES_NO,
    .fallback = "no",
    .choices = yes_no,
    .title = N_ ("Blind count"),
    .meaning = N_ ("The declared quantity stays hidden until the goods are counted."),
  },
  [VOUCH_POLICY_TWO_PERSON_COUNT] = {
    .name = "two-person-count",
    .kind = VOUCH_POLICY_KIND_YES_NO,
    .fallback = "yes",
    .choices = yes_no,
    .title = N_ ("Recount by a second person"),
    .meaning = N_ ("When a blind count differs from what was declared, somebody else counts again."),
  },
  [VOUCH_POLICY_ARRIVAL_CHECKS] = {
    .name = "arrival-checks",
    .fallback = "",
    .title = N_ ("Looked at when a delivery arrives"),
    .meaning = N_ ("Of vehicle, waybill, packaging, temperature and papers, what is noted of every delivery; names with "
                   "commas. A plan can ask for more."),
  },
  [VOUCH_POLICY_MIN_REMAINING_PERCENT] = {
    .name = "min-remaining-percent",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "0",
    .low = 0,
    .high = 100,
    .unit = /* xgettext:no-c-format */ N_ ("% of the shelf life"),
    .title = N_ ("Least remaining shelf life"),
    .meaning = N_ ("Goods with less left are held for the QA lead. A product’s own figure goes before this one."),
  },
  [VOUCH_POLICY_DUE_HOURS] = {
    .name = "due-hours",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "24",
    .low = 1,
    .high = HOURS_MAX,
    .unit = N_ ("hours"),
    .title = N_ ("Goods are inspected within"),
    .meaning = N_ ("How long after their arrival goods are due on the queue."),
  },
  [VOUCH_POLICY_DUE_HOURS_URGENT] = {
    .name = "due-hours-urgent",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "12",
    .low = 1,
    .high = HOURS_MAX,
    .unit = N_ ("hours"),
    .title = N_ ("Urgent goods are inspected within"),
    .meaning = N_ ("The same for urgent deliveries."),
  },
  [VOUCH_POLICY_STOP_AT_RE] = {
    .name = "stop-at-re",
    .kind = VOUCH_POLICY_KIND_CHOICE,
    .fallback = "ask",
    .choices = stop_choices,
    .title = N_ ("When a sample reaches its rejection number"),
    .meaning = N_ ("Whether the rest of the sample is still inspected once the lot has failed."),
  },
  [VOUCH_POLICY_SEVERITY_SWITCHING] = {
    .name = "severity-switching",
    .kind = VOUCH_POLICY_KIND_YES_NO,
    .fallback = "yes",
    .choices = yes_no,
    .title = N_ ("Severity follows results"),
    .meaning = N_ ("Whether what became of earlier lots makes inspection tightened or reduced. If not, every lot is "
                   "inspected on normal, and results are still kept."),
    .source = N_ ("ISO 2859-1, 9.3"),
  },
  [VOUCH_POLICY_REVIEW_HOURS] = {
    .name = "review-hours",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "24",
    .low = 1,
    .high = HOURS_MAX,
    .unit = N_ ("hours"),
    .title = N_ ("Lots on review are decided within"),
    .meaning = N_ ("How long after a lot was held or rejected the decision on it is due."),
  },
  [VOUCH_POLICY_REVIEW_HOURS_FOOD] = {
    .name = "review-hours-food",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "12",
    .low = 1,
    .high = HOURS_MAX,
    .unit = N_ ("hours"),
    .title = N_ ("Food and drugs on review are decided within"),
    .meaning = N_ ("The same for food and drugs."),
  },
  [VOUCH_POLICY_LABEL_APPROVAL] = {
    .name = "label-approval",
    .kind = VOUCH_POLICY_KIND_CHOICE,
    .fallback = "none",
    .choices = approval_choices,
    .title = N_ ("Who issues codes"),
    .meaning = N_ ("Whether an inspector may issue the codes of a released lot, or only a QA lead."),
  },
  [VOUCH_POLICY_SCAN_BACK] = {
    .name = "scan-back",
    .kind = VOUCH_POLICY_KIND_CHOICE,
    .fallback = "first-and-last",
    .choices = scan_back_choices,
    .title = N_ ("Labels to scan after printing"),
    .meaning = N_ ("Which printed labels are scanned before their codes count as active and customers can look them up."),
  },
  [VOUCH_POLICY_LABEL_LANGUAGE] = {
    .name = "label-language",
    .kind = VOUCH_POLICY_KIND_CHOICE,
    .fallback = "both",
    .choices = language_choices,
    .title = N_ ("Language of labels"),
    .meaning = N_ ("What stands on labels in both languages can stand in one alone, and then larger."),
  },
  [VOUCH_POLICY_TEMPLATE_UNIT] = {
    .name = "template-unit",
    .fallback = "unit-40x30",
    .title = N_ ("Template of unit labels"),
    .meaning = N_ ("The name of a label template, built in or made by the house."),
  },
  [VOUCH_POLICY_TEMPLATE_LOT] = {
    .name = "template-lot",
    .fallback = "lot-60x40",
    .title = N_ ("Template of lot labels"),
    .meaning = N_ ("The name of a label template, built in or made by the house."),
  },
  [VOUCH_POLICY_TEMPLATE_HOLD] = {
    .name = "template-hold",
    .fallback = "hold-60x40",
    .title = N_ ("Template of hold labels"),
    .meaning = N_ ("The name of a label template, built in or made by the house."),
  },
  [VOUCH_POLICY_TEMPLATE_REJECT] = {
    .name = "template-reject",
    .fallback = "reject-60x40",
    .title = N_ ("Template of reject labels"),
    .meaning = N_ ("The name of a label template, built in or made by the house."),
  },
  [VOUCH_POLICY_TEMPLATE_RELEASED] = {
    .name = "template-released",
    .fallback = "released-60x40",
    .title = N_ ("Template of released labels"),
    .meaning = N_ ("The name of a label template, built in or made by the house."),
  },
  [VOUCH_POLICY_TEMPLATE_CARTON] = {
    .name = "template-carton",
    .fallback = "carton-100x150",
    .title = N_ ("Template of carton labels"),
    .meaning = N_ ("The name of a label template, built in or made by the house."),
  },
  [VOUCH_POLICY_TEMPLATE_LOCATION] = {
    .name = "template-location",
    .fallback = "location-100x50",
    .title = N_ ("Template of location labels"),
    .meaning = N_ ("The name of a label template, built in or made by the house."),
  },
  [VOUCH_POLICY_TEMPLATE_SAMPLE] = {
    .name = "template-sample",
    .fallback = "sample-60x40",
    .title = N_ ("Template of sample labels"),
    .meaning = N_ ("The name of a label template, built in or made by the house."),
  },
  [VOUCH_POLICY_TEMPLATE_BADGE] = {
    .name = "template-badge",
    .fallback = "badge",
    .title = N_ ("Template of badges"),
    .meaning = N_ ("The name of a label template, built in or made by the house."),
  },
  [VOUCH_POLICY_HOST] = {
    .name = "host",
    .kind = VOUCH_POLICY_KIND_HOST,
    .title = N_ ("Host name in the codes"),
    .meaning = N_ ("Where customers look codes up. Labels that are printed already keep the name they have."),
    .source = N_ ("GS1 Digital Link"),
  },
  [VOUCH_POLICY_GS1_PREFIX] = {
    .name = "gs1-prefix",
    .title = N_ ("GS1 company prefix"),
    .meaning = N_ ("Four to twelve digits that GS1 gave this house; the numbers of its cartons and pallets begin with "
                   "them."),
    .source = N_ ("GS1 General Specifications, 1.4.4"),
  },
  [VOUCH_POLICY_SSCC_EXTENSION] = {
    .name = "sscc-extension",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "0",
    .low = 0,
    .high = 9,
    .title = N_ ("Extension digit of cartons and pallets"),
    .meaning = N_ ("The first digit of their numbers. Stations with the same prefix have one each, so that no number is "
                   "given twice."),
    .source = N_ ("GS1 General Specifications, 2.2.1"),
  },
  [VOUCH_POLICY_PUBLIC_CONTACT] = {
    .name = "public-contact",
    .title = N_ ("Contact for customers"),
    .meaning = N_ ("Telephone or address that stands on the page behind a code."),
    .source = N_ ("Consumer Rights Protection Law of China, article 28"),
  },
  [VOUCH_POLICY_PUBLIC_MAKER] = {
    .name = "public-maker",
    .kind = VOUCH_POLICY_KIND_YES_NO,
    .fallback = "yes",
    .choices = yes_no,
    .title = N_ ("Publish who made the goods"),
    .meaning = N_ ("Stands on the page behind a code, from the lot's next publication on."),
  },
  [VOUCH_POLICY_PUBLIC_ORIGIN] = {
    .name = "public-origin",
    .kind = VOUCH_POLICY_KIND_YES_NO,
    .fallback = "yes",
    .choices = yes_no,
    .title = N_ ("Publish where the goods come from"),
    .meaning = N_ ("Stands on the page behind a code and in the published report, from the lot's next publication on."),
  },
  [VOUCH_POLICY_PUBLIC_SAMPLE] = {
    .name = "public-sample",
    .kind = VOUCH_POLICY_KIND_YES_NO,
    .fallback = "yes",
    .choices = yes_no,
    .title = N_ ("Publish what was inspected and found"),
    .meaning = N_ ("Plan, sample size and defects found; without them customers read the verdict alone, and no report is published."),
  },
  [VOUCH_POLICY_PUBLIC_REPORT] = {
    .name = "public-report",
    .kind = VOUCH_POLICY_KIND_YES_NO,
    .fallback = "yes",
    .choices = yes_no,
    .title = N_ ("Publish the inspection report"),
    .meaning = N_ ("Customers can load the report of a published lot, without suppliers, notes and codes."),
  },
  [VOUCH_POLICY_PUBLIC_NAMES] = {
    .name = "public-names",
    .kind = VOUCH_POLICY_KIND_CHOICE,
    .fallback = "shortened",
    .choices = names_choices,
    .title = N_ ("People’s names in published reports"),
    .meaning = N_ ("What remains of the names of those who inspected and signed."),
    .source = N_ ("Personal Information Protection Law of China, article 6"),
  },
  [VOUCH_POLICY_PUBLIC_CERTIFICATES] = {
    .name = "public-certificates",
    .kind = VOUCH_POLICY_KIND_YES_NO,
    .fallback = "yes",
    .choices = yes_no,
    .title = N_ ("Publish which certificates there are"),
    .meaning = N_ ("Kind, number, issuer, date and hash of the papers that came with a lot; never the papers."),
  },
  [VOUCH_POLICY_CASE_HOURS] = {
    .name = "case-hours",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "48",
    .low = 1,
    .high = HOURS_MAX,
    .unit = N_ ("hours"),
    .title = N_ ("Customers' cases are answered within"),
    .meaning = N_ ("Customers are promised it when they report; cases are due on the Service page by it."),
  },
  [VOUCH_POLICY_COPIED_AFTER] = {
    .name = "copied-after",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "10",
    .low = 2,
    .high = 1000000,
    .unit = N_ ("queries"),
    .title = N_ ("A code may have been copied after"),
    .meaning = N_ ("How often one unit's code is looked up before the QA lead is told, and again each time it has doubled."),
  },
  [VOUCH_POLICY_CASE_DAYS] = {
    .name = "case-days",
    .kind = VOUCH_POLICY_KIND_NUMBER,
    .fallback = "1095",
    .low = 1,
    .high = 36500,
    .unit = N_ ("days"),
    .title = N_ ("Closed cases stay on the lookup service for"),
    .meaning = N_ ("After that the customer's page about the case is removed there; this station keeps its records."),
    .source = N_ ("Personal Information Protection Law of China, article 19"),
  },
  [VOUCH_POLICY_DESK_CONTACT_EN] = {
    .name = "desk-contact-en",
    .title = N_ ("Service desk's contact, in English"),
    .meaning = N_ ("Telephone or address that customers read when they report a problem, and on recalls."),
  },
  [VOUCH_POLICY_DESK_CONTACT_ZH] = {
    .name = "desk-contact-zh",
    .title = N_ ("Service desk's contact, in Chinese"),
    .meaning = N_ ("The same for customers who read Chinese."),
  },
  [VOUCH_POLICY_LOOKUP_URL] = {
    .name = "lookup-url",
    .title = N_ ("Lookup service’s private address"),
    .meaning = N_ ("Where the station publishes to."),
    .set_by = N_ ("Enrolling the lookup service sets it"),
  },
  [VOUCH_POLICY_LOOKUP_KEY] = {
    .name = "lookup-key",
    .title = N_ ("Lookup service’s key"),
    .meaning = N_ ("What unit ranges are sealed to, so that only the service can read them."),
    .set_by = N_ ("Enrolling the lookup service sets it"),
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rules) == VOUCH_N_POLICIES);

/**
 * vouch_policy_table_get:
 * @id: a policy
 *
 * Returns: (transfer none): its description
 */
const VouchPolicyRule *
vouch_policy_table_get (VouchPolicyId id)
{
  g_return_val_if_fail (id < VOUCH_N_POLICIES, NULL);

  return &rules[id];
}

/**
 * vouch_policy_table_find:
 * @name: a policy's name
 *
 * Returns: (transfer none) (nullable): its description, or %NULL where no use case reads such a policy
 */
const VouchPolicyRule *
vouch_policy_table_find (const char *name)
{
  for (guint i = 0; i < VOUCH_N_POLICIES; i++)
    if (g_strcmp0 (rules[i].name, name) == 0)
      return &rules[i];
  return NULL;
}

/**
 * vouch_policy_table_dup_names:
 *
 * Returns: (transfer full): the names of the policies that can be set by hand, with commas
 */
char *
vouch_policy_table_dup_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < VOUCH_N_POLICIES; i++)
    if (rules[i].set_by == NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", rules[i].name);
  return g_string_free (names, FALSE);
}
