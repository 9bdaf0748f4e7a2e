/* Goods whose label tells nothing: found by a typed text, or set apart because no product of the catalogue fits. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-park-work.h"
#include "vouch-product-store.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

#define CHOICES_MAX 9

typedef struct
{
  gint64 receipt_id;
  const char *text;
  GArray *found; /* gint64: of products */
} SearchQuery;

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *own = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return own != NULL && strstr (own, folded) != NULL;
}

static gboolean
fits (const VouchProduct *product, const char *folded)
{
  return contains (product->sku, folded) || contains (product->name_en, folded) ||
         contains (product->name_zh, folded) || contains (product->brand, folded);
}

static gpointer
read_fitting (VouchConn *conn, gpointer data, GError **error)
{
  SearchQuery *query = data;
  g_autofree char *folded = g_utf8_casefold (query->text, -1);
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines (conn, query->receipt_id, error);

  for (guint i = 0; lines != NULL && i < lines->len && query->found->len < CHOICES_MAX; i++)
    {
      const VouchReceiptLine *line = g_ptr_array_index (lines, i);
      g_autoptr (VouchProduct) product = vouch_row_load (conn, &vouch_product_type, line->product_id, error);

      if (product == NULL)
        return NULL;
      if (fits (product, folded))
        g_array_append_val (query->found, product->id);
    }
  return lines != NULL ? data : NULL;
}

/* A typed text that is no code may be part of a name: the delivery's products are few. */
gboolean
vouch_session_search (VouchSession *self, const char *text)
{
  SearchQuery query = { self->receipt_id, text, NULL };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  query.found = found;
  if (*text == '\0' || vouch_station_read (self->station, read_fitting, &query, NULL) == NULL || found->len == 0)
    return FALSE;
  vouch_session_drop_label (self);
  if (found->len == 1)
    {
      vouch_session_take_product (self, g_array_index (found, gint64, 0));
      return TRUE;
    }
  self->choices = g_steal_pointer (&found);
  vouch_session_set_stage (self, VOUCH_STAGE_CHOOSE_PRODUCT);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Which product?"), text);
  return TRUE;
}

void
vouch_session_choose_product (VouchSession *self, int number)
{
  gint64 product_id;

  if (self->choices == NULL || number < 1 || (guint)number > self->choices->len)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Which product?"), _ ("Choose one of the numbers shown."));
      return;
    }
  product_id = g_array_index (self->choices, gint64, number - 1);
  vouch_session_drop_label (self);
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
  vouch_session_take_product (self, product_id);
}

/* Setting goods apart is asked first: a misread code is scanned again. */
void
vouch_session_ask_park (VouchSession *self, const char *code)
{
  g_autofree char *own = g_strdup (code); /* it may be the label's, which is dropped */
  g_autofree char *detail =
      code != NULL ? g_strdup_printf (_ ("No product has the number %s. Set the goods apart for the QA lead?"), code)
                   : g_strdup (_ ("Set goods without a readable label apart for the QA lead?"));

  vouch_session_drop_label (self);
  self->unknown = g_steal_pointer (&own);
  vouch_session_set_stage (self, VOUCH_STAGE_UNKNOWN_GOODS);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION,
                      self->unknown != NULL ? _ ("Not in the catalogue") : _ ("Set apart?"), detail);
}

void
vouch_session_park_goods (VouchSession *self)
{
  VouchParkRequest request = { .receipt_id = self->receipt_id, .code = self->unknown };
  g_autofree char *note = g_strdup (_ ("no readable label"));
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;
  g_autofree char *path = NULL;
  g_autofree char *detail = NULL;

  request.note = self->unknown == NULL ? note : NULL;
  done = vouch_use_case_run (&vouch_receive_park, self->station, self->actor, NULL, &request, &error);
  if (done == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  path = vouch_park_print_label (self->station, done->number, self->unknown, self->settings->label_directory,
                                 self->settings->lot_printer, &error);
  /* The goods are set apart all the same, and the message has to say both. */
  detail =
      path != NULL ? g_strdup (done->number) : g_strdup_printf (_ ("%s · no label: %s"), done->number, error->message);
  g_free (self->printed);
  self->printed = path != NULL && g_path_is_absolute (path) ? g_steal_pointer (&path) : NULL;
  vouch_session_drop_label (self);
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
  vouch_session_tell (self, VOUCH_FEEDBACK_HELD, _ ("SET APART"), detail);
}
