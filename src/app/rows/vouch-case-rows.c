#include "vouch-case-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vouch-moment.h"
#include "vouch-shape.h"
#include "vouch-ticket-answer.h"
#include "vouch-words.h"

static char *
dup_delivery (const VouchTicketAnswer *answer)
{
  if (answer->delivery == VOUCH_TICKET_DELIVERY_WAITING)
    return g_strdup (_ ("On its way to the lookup service"));
  if (answer->delivery == VOUCH_TICKET_DELIVERY_REFUSED)
    return g_strdup_printf (_ ("The lookup service did not take it: %s"), answer->refusal);
  return g_strdup (_ ("The customer can read it"));
}

static VouchMark
choose_mark (const VouchTicketAnswer *answer)
{
  if (answer->delivery == VOUCH_TICKET_DELIVERY_REFUSED)
    return VOUCH_MARK_WARNING;
  return answer->delivery == VOUCH_TICKET_DELIVERY_WAITING ? VOUCH_MARK_HOLD : VOUCH_MARK_PASS;
}

static GtkWidget *
make_row (const VouchCaseView *view, const VouchTicketAnswer *answer)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *delivery = dup_delivery (answer);
  g_autofree char *at = vouch_moment_dup (answer->answered_at);
  g_autofree char *subtitle =
      g_strdup_printf ("%s%s%s\n%s · %s", answer->text != NULL ? answer->text : "", answer->text != NULL ? "\n" : "",
                       delivery, vouch_case_view_get_name (view, answer->answered_by), at);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vouch_words_of_ticket (answer->state));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (VOUCH_TYPE_SHAPE, "mark", (int)choose_mark (answer), "size", 20, NULL));
  return row;
}

/**
 * vouch_case_rows_of_answers:
 * @view: a case
 *
 * Returns: (transfer container) (element-type GtkWidget): what was said to it
 */
GPtrArray *
vouch_case_rows_of_answers (const VouchCaseView *view)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < view->answers->len; i++)
    g_ptr_array_add (rows, make_row (view, g_ptr_array_index (view->answers, i)));
  return rows;
}

/**
 * vouch_case_rows_dup_goods:
 * @view: a case
 *
 * Returns: (transfer full): what the customer's code says
 */
char *
vouch_case_rows_dup_goods (const VouchCaseView *view)
{
  const VouchTicket *ticket = view->ticket;

  if (ticket->code == NULL)
    return g_strdup (_ ("The customer gave no code"));
  if (view->lot == NULL)
    return g_strdup_printf (_ ("%s is no code of this station"), ticket->code);
  if (view->inspection != NULL)
    return g_strdup_printf (_ ("%s · code %s · inspection %s"), vouch_words_choose (view->product_en, view->product_zh),
                            ticket->code, view->inspection);
  return g_strdup_printf (_ ("%s · code %s"), vouch_words_choose (view->product_en, view->product_zh), ticket->code);
}

/**
 * vouch_case_rows_get_photo:
 * @view: a case
 *
 * Returns: (transfer none): where its photograph is
 */
const char *
vouch_case_rows_get_photo (const VouchCaseView *view)
{
  switch (view->ticket->photo)
    {
    case VOUCH_TICKET_PHOTO_KEPT:
      return _ ("Sealed; showing it is noted");
    case VOUCH_TICKET_PHOTO_WANTED:
      return _ ("Not fetched from the lookup service yet");
    case VOUCH_TICKET_PHOTO_GONE:
      return _ ("The lookup service had deleted it before it was fetched");
    case VOUCH_TICKET_PHOTO_NONE:
    default:
      return _ ("The customer sent none");
    }
}

/**
 * vouch_case_rows_dup_satisfaction:
 * @view: a case
 *
 * Returns: (transfer full) (nullable): what the customer said in the end; %NULL where nothing
 */
char *
vouch_case_rows_dup_satisfaction (const VouchCaseView *view)
{
  const VouchTicket *ticket = view->ticket;
  g_autofree char *score = ticket->satisfaction > 0 ? g_strdup_printf (_ ("%d of 5"), (int)ticket->satisfaction) : NULL;

  if (score == NULL)
    return NULL;
  return ticket->satisfaction_text != NULL ? g_strdup_printf ("%s · %s", score, ticket->satisfaction_text)
                                           : g_steal_pointer (&score);
}
