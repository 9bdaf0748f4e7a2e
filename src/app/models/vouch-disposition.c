#include "vouch-disposition.h"

#include <glib/gi18n-lib.h>

#include "vouch-words.h"

static const VouchDecisionKind kinds[] = {
  VOUCH_DECISION_KIND_CONCESSION, VOUCH_DECISION_KIND_RETURN,  VOUCH_DECISION_KIND_SCRAP,
  VOUCH_DECISION_KIND_ACCEPT,     VOUCH_DECISION_KIND_PARTIAL,
};

static const VouchDecisionKind kinds_of_recalled[] = {
  VOUCH_DECISION_KIND_RETURN,
  VOUCH_DECISION_KIND_SCRAP,
};

/**
 * vouch_disposition_get_kinds:
 * @file: the lot
 * @n: (out): how many
 *
 * What is left of a recalled lot only goes back or is scrapped.
 *
 * Returns: (transfer none) (array length=n): what can be chosen
 */
const VouchDecisionKind *
vouch_disposition_get_kinds (const VouchLotFile *file, gsize *n)
{
  gboolean is_recalled = file->lot->status == VOUCH_LOT_STATUS_RECALLED;

  *n = is_recalled ? G_N_ELEMENTS (kinds_of_recalled) : G_N_ELEMENTS (kinds);
  return is_recalled ? kinds_of_recalled : kinds;
}

/**
 * vouch_disposition_suggest:
 * @file: the lot
 * @kind: what was chosen
 * @request: (inout): gets the quantities to begin with
 *
 * Nonconforming and damaged units are never among the accepted ones.
 */
void
vouch_disposition_suggest (const VouchLotFile *file, VouchDecisionKind kind, VouchDisposeRequest *request)
{
  gint64 received = file->lot->received;
  gint64 set_aside = MIN (vouch_lot_file_get_set_aside (file), received);
  gboolean accepts = kind == VOUCH_DECISION_KIND_ACCEPT || kind == VOUCH_DECISION_KIND_PARTIAL ||
                     kind == VOUCH_DECISION_KIND_CONCESSION;

  request->kind = kind;
  request->accepted = accepts ? received - set_aside : 0;
  request->rejected = received - request->accepted;
  request->held = 0;
  request->used = 0;
}

/**
 * vouch_disposition_adds_up:
 * @file: the lot
 * @request: the quantities
 * @missing: (out): what is still to be said, negative where too much was
 *
 * Returns: whether the quantities are those of the whole lot
 */
gboolean
vouch_disposition_adds_up (const VouchLotFile *file, const VouchDisposeRequest *request, gint64 *missing)
{
  __int128 sum = (__int128)request->accepted + request->rejected + request->held + request->used;
  __int128 difference = file->lot->received - sum;

  *missing = (gint64)CLAMP (difference, G_MININT64, G_MAXINT64);
  return difference == 0;
}

static void
add_effect (GString *text, const char *format, gint64 quantity, const char *unit)
{
  g_autofree char *amount = vouch_words_dup_quantity (quantity, unit);

  if (quantity <= 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, "• ");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, format, amount);
#pragma GCC diagnostic pop
}

static void
add_reports (GString *text, const VouchLotFile *file)
{
  for (guint i = 0; i < file->ncrs->len; i++)
    {
      const VouchNcr *ncr = g_ptr_array_index (file->ncrs, i);

      if (ncr->state == VOUCH_NCR_STATE_CLOSED)
        continue;
      g_string_append_c (text, '\n');
      g_string_append (text, "• ");
      g_string_append_printf (text, _ ("Nonconformance report %s moves on to its disposition"), ncr->number);
    }
}

/**
 * vouch_disposition_dup_effects:
 * @file: the lot
 * @request: what would be signed
 *
 * Returns: (transfer full): what will follow, a line each
 */
char *
vouch_disposition_dup_effects (const VouchLotFile *file, const VouchDisposeRequest *request)
{
  GString *text = g_string_new (NULL);
  const char *unit = file->lot->unit;

  add_effect (text,
              request->kind == VOUCH_DECISION_KIND_CONCESSION
                  ? _ ("%s go to stock by concession; trace codes can be issued and customers see the lot")
                  : _ ("%s go to stock; trace codes can be issued and customers see the lot"),
              request->accepted, unit);
  switch (request->kind)
    {
    case VOUCH_DECISION_KIND_RETURN:
      add_effect (text, _ ("%s go back to the supplier from the reject place"), request->rejected, unit);
      break;
    case VOUCH_DECISION_KIND_SCRAP:
      add_effect (text, _ ("%s are scrapped at the reject place"), request->rejected, unit);
      break;
    case VOUCH_DECISION_KIND_ACCEPT:
    case VOUCH_DECISION_KIND_PARTIAL:
    case VOUCH_DECISION_KIND_CONCESSION:
    case VOUCH_DECISION_KIND_SORT:
    case VOUCH_DECISION_KIND_REWORK:
    case VOUCH_DECISION_KIND_REINSPECT:
    default:
      add_effect (text, _ ("%s are set aside at the reject place and never stocked"), request->rejected, unit);
      break;
    }
  add_effect (text, _ ("%s stay in quarantine"), request->held, unit);
  add_effect (text, _ ("%s are written off as used up in testing"), request->used, unit);
  add_reports (text, file);
  return g_string_free (text, FALSE);
}
