/* Documents that public records name; declared in vouch-lookup-public-private.h. */
#include "vouch-lookup-document.h"
#include "vouch-lookup-public-private.h"

#define IMMUTABLE "public, max-age=31536000, immutable"

/* Only as long as a lot's page is shown and names it. */
static gboolean
names (const VouchLookupAsked *asked, const VouchLookupLot *lot)
{
  VouchLookupState state;
  GBytes *sha256;

  if (lot == NULL || lot->record->report_sha256 == NULL)
    return FALSE;
  state = vouch_lookup_lot_judge (lot, NULL, vouch_lookup_public_get_today (asked->self));
  sha256 = lot->record->report_sha256;
  return state != VOUCH_LOOKUP_STATE_UNKNOWN && state != VOUCH_LOOKUP_STATE_NOT_RELEASED &&
         memcmp (g_bytes_get_data (sha256, NULL), asked->route.sha256, sizeof asked->route.sha256) == 0;
}

/**
 * vouch_lookup_public_answer_document:
 * @asked: what was asked
 *
 * Gives a document to whoever has its address from a lot's page. To anybody else it is as unknown as a code that was
 * never published.
 */
void
vouch_lookup_public_answer_document (const VouchLookupAsked *asked)
{
  g_autoptr (VouchLookupLot) lot = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *disposition = NULL;

  if (!vouch_lookup_lots_find (asked->self->lots, asked->route.lot, &lot, &error))
    {
      vouch_lookup_public_reply_sorry (asked);
      return;
    }
  if (names (asked, lot))
    pdf = vouch_lookup_document_load (asked->self->reader, asked->route.sha256, &error);
  if (error != NULL)
    vouch_lookup_public_reply_sorry (asked);
  else if (pdf == NULL)
    vouch_lookup_public_reply_unknown (asked);
  else
    {
      disposition = g_strdup_printf ("attachment; filename=\"%s.pdf\"", asked->route.lot);
      vouch_lookup_public_add_headers (asked, IMMUTABLE);
      vouch_lookup_request_add_header (asked->request, "Content-Disposition", disposition);
      vouch_lookup_request_reply (asked->request, 200, "application/pdf", g_steal_pointer (&pdf));
    }
}
