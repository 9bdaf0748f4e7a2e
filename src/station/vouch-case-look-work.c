#include "vouch-case-look-work.h"

#include <glib/gi18n-lib.h>

#include "vouch-case-work.h"
#include "vouch-decoder-client.h"
#include "vouch-error.h"
#include "vouch-row.h"
#include "vouch-sealed-box.h"
#include "vouch-ticket-answer-store.h"

static const VouchField look_fields[] = {
  VOUCH_FIELD (VouchLookAtCaseRequest, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchLookAtCaseRequest, part, vouch_ticket_part_values, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchLookAtCaseRequest, vouch_look_at_case_request, "look_at_case", look_fields)

static gboolean
check_part (const VouchTicket *ticket, VouchTicketPart part, GError **error)
{
  if (part == VOUCH_TICKET_PART_CONTACT ? ticket->contact != NULL : ticket->photo == VOUCH_TICKET_PHOTO_KEPT)
    return TRUE;
  if (part == VOUCH_TICKET_PART_CONTACT)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("The customer left no contact"));
  else if (ticket->photo == VOUCH_TICKET_PHOTO_WANTED)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                         _ ("The customer's photo is still at the lookup service; it is fetched when that answers"));
  else if (ticket->photo == VOUCH_TICKET_PHOTO_GONE)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                         _ ("The lookup service had deleted the photo before it was fetched"));
  else
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("The customer sent no photo"));
  return FALSE;
}

static gboolean
look (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchLookAtCaseRequest *request = data;
  g_autoptr (VouchTicket) ticket = vouch_case_find (act->conn, request->number, error);
  g_autoptr (VouchTicketLook) row = NULL;

  if (ticket == NULL || !check_part (ticket, request->part, error))
    return FALSE;
  ((VouchDone *)answer)->id = ticket->id;
  ((VouchDone *)answer)->number = g_strdup (ticket->number);
  row = vouch_ticket_look_new ();
  row->id = vouch_act_next_id (act);
  row->ticket_id = ticket->id;
  row->part = request->part;
  row->looked_by = vouch_act_get_actor_id (act);
  row->looked_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_ticket_look_type, row, error);
}

const VouchUseCase vouch_case_look = {
  .name = "case.look",
  .permission = VOUCH_PERMISSION_CASES,
  .request = &vouch_look_at_case_request_type,
  .answer = &vouch_done_type,
  .act = look,
};

/* It is noted first, so that nothing was ever seen of which nobody knows. */
static gint64
note_look (VouchStation *station, VouchActor *actor, const char *number, VouchTicketPart part, GError **error)
{
  VouchLookAtCaseRequest request = { (char *)number, part };
  g_autoptr (VouchDone) done = vouch_use_case_run (&vouch_case_look, station, actor, NULL, &request, error);

  return done != NULL ? done->id : 0;
}

static GBytes *
open_box (VouchStation *station, GBytes *sealed, GError **error)
{
  VouchKeyFile *keys = vouch_station_get_keys (station);

  return vouch_box_open (vouch_key_file_get_desk_public_key (keys), vouch_key_file_get_desk_secret_key (keys), sealed,
                         error);
}

static gpointer
read_ticket (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_row_load (conn, &vouch_ticket_type, *(gint64 *)data, error);
}

/**
 * vouch_case_dup_contact:
 * @station: the station
 * @actor: who asks
 * @number: a case's number
 * @error: DENIED to everybody but the service desk and the QA lead; NOT_FOUND where the customer left none
 *
 * That it was looked at is noted before.
 *
 * Returns: (transfer full) (nullable): how the customer can be reached
 */
char *
vouch_case_dup_contact (VouchStation *station, VouchActor *actor, const char *number, GError **error)
{
  gint64 id = note_look (station, actor, number, VOUCH_TICKET_PART_CONTACT, error);
  g_autoptr (VouchTicket) ticket = id != 0 ? vouch_station_read (station, read_ticket, &id, error) : NULL;
  g_autoptr (GBytes) opened = ticket != NULL ? open_box (station, ticket->contact, error) : NULL;

  if (opened == NULL)
    return NULL;
  return g_strndup (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened));
}

static gpointer
read_photo (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_ticket_answer_store_find_photo (conn, *(gint64 *)data, error);
}

static GBytes *
open_photo (VouchStation *station, VouchActor *actor, const char *number, GError **error)
{
  gint64 id = note_look (station, actor, number, VOUCH_TICKET_PART_PHOTO, error);
  g_autoptr (VouchTicketPhoto) photo = id != 0 ? vouch_station_read (station, read_photo, &id, error) : NULL;

  return photo != NULL ? open_box (station, photo->sealed, error) : NULL;
}

/**
 * vouch_case_draw_photo:
 * @station: the station
 * @actor: who asks
 * @number: a case's number
 * @photo: (out caller-allocates): a JPEG
 * @error: DENIED to everybody but the service desk and the QA lead; NOT_FOUND where there is none; INVALID if the
 *   decoder refuses the picture
 *
 * Unseals a customer's photograph and has the decoder draw it anew, no longer than the station keeps photographs. The
 * bytes that the customer sent reach nothing else. Waits for the decoder.
 *
 * Returns: whether there is one
 */
gboolean
vouch_case_draw_photo (VouchStation *station, VouchActor *actor, const char *number, VouchDecoderPhoto *photo,
                       GError **error)
{
  g_autoptr (GBytes) opened = open_photo (station, actor, number, error);

  return opened != NULL && vouch_decoder_reencode (vouch_station_get_decoder (station), opened,
                                                   vouch_station_get_photo_longest (station), photo, error);
}

/**
 * vouch_case_read_photo:
 * @station: the station
 * @actor: who asks
 * @number: a case's number
 * @longest: how long the longer side may be
 * @photo: (out caller-allocates): pixels, to be shown
 * @error: as for vouch_case_draw_photo()
 *
 * Like vouch_case_draw_photo(), as pixels.
 *
 * Returns: whether there is one
 */
gboolean
vouch_case_read_photo (VouchStation *station, VouchActor *actor, const char *number, guint longest,
                       VouchDecoderPhoto *photo, GError **error)
{
  g_autoptr (GBytes) opened = open_photo (station, actor, number, error);

  return opened != NULL &&
         vouch_decoder_read_pixels (vouch_station_get_decoder (station), opened, longest, photo, error);
}
