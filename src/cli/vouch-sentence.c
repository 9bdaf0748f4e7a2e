/* What the answers of use cases say to people. */
#include "vouch-sentence.h"

#include <glib/gi18n-lib.h>

#include "vouch-batch-work.h"
#include "vouch-code-version-work.h"
#include "vouch-correct-work.h"
#include "vouch-decide-work.h"
#include "vouch-inspect-work.h"
#include "vouch-pack-work.h"
#include "vouch-plan-version-work.h"
#include "vouch-receive-work.h"
#include "vouch-restore-work.h"
#include "vouch-sample-work.h"
#include "vouch-scan-back-work.h"
#include "vouch-use-case.h"
#include "vouch-words.h"

static char *
say_done (gconstpointer data)
{
  const VouchDone *done = data;

  return done->number != NULL ? g_strdup_printf (_ ("Done: %s"), done->number) : g_strdup (_ ("Done"));
}

static char *
say_counted (gconstpointer data)
{
  const VouchCounted *counted = data;
  g_autofree char *declared = vouch_words_dup_quantity (counted->declared, counted->unit);
  g_autofree char *so_far = vouch_words_dup_quantity (counted->counted, counted->unit);

  if (counted->outcome == VOUCH_COUNT_OUTCOME_RECOUNT)
    return g_strdup (_ ("This is not what was declared; another person counts the line again"));
  if (counted->outcome == VOUCH_COUNT_OUTCOME_DIFFERS)
    return g_strdup (_ ("The counts differ; a third person counts, or the QA lead says which one is right"));
  if (counted->declared_unit == NULL && counted->lot != NULL)
    return g_strdup_printf (_ ("Lot %s: %s counted"), counted->lot, so_far);
  if (counted->declared_unit == NULL)
    return g_strdup_printf (_ ("%s counted"), so_far);
  if (counted->lot == NULL)
    return g_strdup_printf (_ ("%s counted of %s declared"), so_far, declared);
  return g_strdup_printf (_ ("Lot %s: %s counted of %s declared"), counted->lot, so_far, declared);
}

static char *
say_corrected (gconstpointer data)
{
  const VouchCorrected *corrected = data;

  if (corrected->state == VOUCH_CORRECTION_STATE_REFUSED)
    return g_strdup_printf (_ ("Lot %s stays as it was recorded"), corrected->lot);
  if (corrected->state == VOUCH_CORRECTION_STATE_ASKED)
    return g_strdup_printf (_ ("The correction of lot %s waits for the QA lead"), corrected->lot);
  if (corrected->gate == NULL)
    return g_strdup_printf (_ ("Lot %s is corrected"), corrected->lot);
  return g_strdup_printf (_ ("Lot %s is corrected. %s"), corrected->lot, corrected->gate);
}

static char *
say_progress (gconstpointer data)
{
  const VouchProgress *progress = data;
  const char *verdict = vouch_words_of_verdict ((VouchVerdict)progress->verdict);

  if (progress->position == 0)
    return g_strdup_printf (_ ("The sample is complete, %d nonconforming: %s"), (int)progress->nonconforming, verdict);
  return g_strdup_printf (_ ("Next is unit %d; %d inspected, %d nonconforming: %s"), (int)progress->position,
                          (int)progress->inspected, (int)progress->nonconforming, verdict);
}

static char *
say_decided (gconstpointer data)
{
  const VouchDecided *decided = data;

  if (decided->ncr != NULL)
    return g_strdup_printf (_ ("Lot %s is decided; report %s"), decided->lot, decided->ncr);
  return g_strdup_printf (_ ("Lot %s is decided"), decided->lot);
}

static char *
say_scanned_back (gconstpointer data)
{
  const VouchScannedBack *scanned = data;

  if (scanned->withdrawn != 0)
    return vouch_scanned_back_dup_text (scanned);
  return g_strdup_printf (_ ("Label of unit %d; the codes are %s"), (int)scanned->unit,
                          vouch_words_of_batch (scanned->state));
}

static char *
say_plan_changed (gconstpointer data)
{
  const VouchPlanChanged *changed = data;

  /* Translators: in each, a version's number and a product. */
  if (changed->state == VOUCH_PLAN_STATE_DRAFT)
    return g_strdup_printf (_ ("Version %d of the plan of %s waits for approval by somebody else"),
                            (int)changed->version, changed->product);
  if (changed->state == VOUCH_PLAN_STATE_APPROVED)
    return g_strdup_printf (_ ("Version %d of the plan of %s is in force"), (int)changed->version, changed->product);
  return g_strdup_printf (_ ("Version %d of the plan of %s is out of use"), (int)changed->version, changed->product);
}

static char *
say_sample (gconstpointer data)
{
  const VouchSampleAnswer *sample = data;

  return g_strdup_printf (_ ("Example data loaded. Firms: %d, products: %d, deliveries: %d, users: %d"),
                          (int)sample->suppliers, (int)sample->products, (int)sample->deliveries, (int)sample->users);
}

static char *
say_reconciled (gconstpointer data)
{
  const VouchReconciled *reconciled = data;

  if (reconciled->is_closed)
    return g_strdup_printf (_ ("The batch of lot %s is closed: every one of %d labels is accounted for"),
                            reconciled->lot, (int)reconciled->printed);
  return g_strdup_printf (_ ("Lot %s: of %d labels %d applied, %d spoiled, %d returned, %d not accounted for"),
                          reconciled->lot, (int)reconciled->printed, (int)reconciled->applied, (int)reconciled->spoiled,
                          (int)reconciled->returned, (int)reconciled->unexplained);
}

static char *
say_packed (gconstpointer data)
{
  const VouchPacked *packed = data;

  if (packed->state == VOUCH_PACK_STATE_RECALLED)
    return g_strdup_printf (_ ("%s is called back; the labels of %d units are withdrawn"), packed->sscc,
                            (int)packed->reached);
  if (packed->kind == VOUCH_PACK_KIND_PALLET)
    return g_strdup_printf (_ ("Pallet %s, %s: %d cartons"), packed->sscc, vouch_words_of_pack (packed->state),
                            (int)packed->items);
  return g_strdup_printf (_ ("Carton %s, %s: %d units"), packed->sscc, vouch_words_of_pack (packed->state),
                          (int)packed->items);
}

static char *
say_version_changed (gconstpointer data)
{
  const VouchVersionChanged *changed = data;

  if (changed->revoked == 0)
    return g_strdup_printf (_ ("New codes are made with version %d of the code key"), (int)changed->version);
  return g_strdup_printf (_ ("Version %d is revoked. Batches void, since they were not printed: %d. Units that show as "
                             "withdrawn: %d. New codes are made with version %d"),
                          (int)changed->revoked, (int)changed->dead, (int)changed->withdrawn, (int)changed->version);
}

static char *
say_restored (gconstpointer data)
{
  const VouchRestored *restored = data;

  return g_strdup_printf (
      _ ("Epoch %d begins; new codes are made with version %d of the code key. Batches given out that are known again: "
         "%d. An administrator takes the epoch over with “vouch lookup take-over”, or the service’s operator with "
         "“vouch-lookup trust”"),
      (int)restored->epoch, (int)restored->version, (int)restored->recovered);
}

/**
 * vouch_sentence_of_answer:
 * @type: the answer's type
 * @answer: the answer of a use case
 *
 * Returns: (transfer full): what it says, in the user's language
 */
char *
vouch_sentence_of_answer (const VouchRecordType *type, gconstpointer answer)
{
  static const struct
  {
    const VouchRecordType *type;
    char *(*say) (gconstpointer answer);
  } sayings[] = {
    { &vouch_done_type, say_done },
    { &vouch_counted_type, say_counted },
    { &vouch_corrected_type, say_corrected },
    { &vouch_progress_type, say_progress },
    { &vouch_decided_type, say_decided },
    { &vouch_scanned_back_type, say_scanned_back },
    { &vouch_sample_answer_type, say_sample },
    { &vouch_plan_changed_type, say_plan_changed },
    { &vouch_reconciled_type, say_reconciled },
    { &vouch_packed_type, say_packed },
    { &vouch_version_changed_type, say_version_changed },
    { &vouch_restored_type, say_restored },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    if (sayings[i].type == type)
      return sayings[i].say (answer);
  return g_strdup (_ ("Done"));
}
