#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-text.h"
#include "vouch-use-case.h"

#define COMMAND_GUARD_MS 300

/**
 * vouch_session_new:
 * @station: the station; outlives the session
 * @settings: how scans are taken
 *
 * Returns: (transfer full): a session that waits for a badge
 */
VouchSession *
vouch_session_new (VouchStation *station, const VouchSessionSettings *settings)
{
  VouchSession *self = g_new0 (VouchSession, 1);

  self->station = station;
  vouch_session_set_settings (self, settings);
  self->typed = g_string_new (NULL);
  self->times = 1;
  self->stage = vouch_station_is_new (station, NULL) ? VOUCH_STAGE_FIRST_START : VOUCH_STAGE_SIGN_IN;
  return self;
}

void
vouch_session_free (VouchSession *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->count_key, g_free); /* nobody may have seen what came of it */
  vouch_session_close_delivery (self);
  vouch_label_read_clear (&self->last_label);
  vouch_actor_unref (self->actor);
  g_string_free (self->typed, TRUE);
  g_free (self->command_prefix);
  g_free (self->label_directory);
  g_free (self->badge);
  g_free (self->number);
  g_free (self->held_typed);
  g_free (self->word);
  g_free (self->detail);
  g_free (self->sign_key);
  g_free (self->printed);
  g_free (self->search);
  g_free (self);
}

/**
 * vouch_session_set_settings:
 * @self: a session
 * @settings: how scans are taken from now on
 */
void
vouch_session_set_settings (VouchSession *self, const VouchSessionSettings *settings)
{
  g_free (self->command_prefix);
  g_free (self->label_directory);
  self->settings = *settings;
  self->command_prefix = g_strdup (settings->command_prefix);
  self->label_directory = g_strdup (settings->label_directory);
  self->settings.command_prefix = self->command_prefix;
  self->settings.label_directory = self->label_directory;
}

gint64
vouch_session_now (VouchSession *self)
{
  return vouch_clock_now (vouch_station_get_clock (self->station));
}

/* The actor, or NULL while nobody is signed in; lent. */
VouchActor *
vouch_session_get_actor (VouchSession *self)
{
  return self->actor;
}

void
vouch_session_tell (VouchSession *self, VouchFeedback feedback, const char *word, const char *detail)
{
  self->feedback = feedback;
  self->sound = VOUCH_SOUND_AS_SET;
  self->act++;
  g_free (self->word);
  g_free (self->detail);
  self->word = g_strdup (word);
  self->detail = g_strdup (detail);
}

/* Every error has a word that can be read from three metres and a sentence that says what to do. */
void
vouch_session_tell_error (VouchSession *self, const GError *error)
{
  const char *word = _ ("Not possible");

  if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_DENIED))
    word = _ ("Not allowed");
  else if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
    word = _ ("Unknown");
  else if (g_strcmp0 (vouch_error_get_field (error), VOUCH_OUTCOME_UNKNOWN) == 0)
    word = _ ("Saved or not?");
  else if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    word = _ ("Not saved");
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, word, error->message);
}

/* What could not be read is not what could not be saved. */
void
vouch_session_tell_unread (VouchSession *self, const GError *error)
{
  if (g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not read"), error->message);
  else
    vouch_session_tell_error (self, error);
}

void
vouch_session_set_stage (VouchSession *self, VouchStage stage)
{
  self->stage = stage;
  g_string_truncate (self->typed, 0);
}

/* The number typed with number codes; it is used up. */
gboolean
vouch_session_take_typed (VouchSession *self, gint64 *number)
{
  g_autofree char *text = g_strdup (self->typed->str);
  g_autoptr (GError) error = NULL;

  g_string_truncate (self->typed, 0);
  if (vouch_quantity_parse (text, number, &error))
    return TRUE;
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("No number"), error->message);
  return FALSE;
}

static gboolean
counts_goods (VouchStage stage)
{
  return stage == VOUCH_STAGE_GOODS || stage == VOUCH_STAGE_CHOOSE_PRODUCT || stage == VOUCH_STAGE_UNKNOWN_GOODS ||
         stage == VOUCH_STAGE_DELIVERY_DONE || stage == VOUCH_STAGE_ASK_LOT || stage == VOUCH_STAGE_ASK_PRODUCED ||
         stage == VOUCH_STAGE_ASK_EXPIRY || stage == VOUCH_STAGE_ASK_QUANTITY;
}

static gboolean
asks_field (VouchStage stage)
{
  return stage == VOUCH_STAGE_ASK_LOT || stage == VOUCH_STAGE_ASK_PRODUCED || stage == VOUCH_STAGE_ASK_EXPIRY;
}

static void
take_badge (VouchSession *self, const char *badge)
{
  if (self->stage == VOUCH_STAGE_SIGN)
    vouch_session_take_signature (self, badge);
  else if (self->stage == VOUCH_STAGE_SECOND)
    vouch_session_take_second (self, badge);
  else if (self->actor != NULL && g_str_equal (badge, vouch_actor_get_badge (self->actor)))
    vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("Signed in"), vouch_actor_get_name (self->actor));
  else
    vouch_session_sign_in (self, badge, NULL);
}

/* A delivery's code while another one is open asks for one confirming scan. */
static void
take_delivery (VouchSession *self, const char *number)
{
  gboolean open = self->delivery != NULL;
  gboolean confirmed = g_strcmp0 (self->number, number) == 0 &&
                       vouch_session_now (self) - self->number_at_us < (gint64)self->settings.sign_window_ms * 1000;

  if (open && g_str_equal (self->delivery->number, number))
    vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("Delivery open"), number);
  else if (open && !confirmed)
    {
      g_free (self->number);
      self->number = g_strdup (number);
      self->number_at_us = vouch_session_now (self);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Another delivery"),
                          _ ("Leave this delivery? Scan the other one again."));
    }
  else
    vouch_session_open_delivery (self, number);
}

static void
take_code (VouchSession *self, const VouchScanMeaning *meaning)
{
  /* Who reads a label back has found it. */
  if (self->stage == VOUCH_STAGE_REPRINT)
    vouch_session_set_stage (self, VOUCH_STAGE_SCAN_BACK);
  if (self->stage == VOUCH_STAGE_SCAN_BACK)
    vouch_session_scan_back (self, meaning->text);
  else if (meaning->id == 0)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Unknown code"),
                        _ ("The address is ours, but no lot has this code."));
  else if (self->stage == VOUCH_STAGE_HOME)
    vouch_session_open_lot (self, meaning->id);
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Own code"),
                        _ ("This is a code of our own. Park the work first to look at it."));
}

static void
take_unknown (VouchSession *self, const VouchScanMeaning *meaning, gboolean is_typed)
{
  g_autofree char *shown = vouch_text_show (meaning->text, -1);
  g_autofree char *detail = NULL;

  if (self->stage == VOUCH_STAGE_HOME)
    {
      g_free (self->number);
      self->number = g_strdup (meaning->text);
      vouch_session_set_stage (self, VOUCH_STAGE_NEW_DELIVERY);
      detail = g_strdup_printf (_ ("No delivery has the number %s. Is it a new delivery?"), shown);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Unknown number"), detail);
      return;
    }
  if (is_typed && counts_goods (self->stage) && vouch_session_search (self, meaning->text))
    return;
  detail = g_strdup_printf (_ ("“%s” is no badge, command, delivery, product or code of ours."), shown);
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Unknown code"), detail);
}

static void
take_goods (VouchSession *self, const VouchScanMeaning *meaning, gint64 at_us)
{
  if (counts_goods (self->stage))
    vouch_session_take_goods (self, meaning, at_us);
  else if (self->stage == VOUCH_STAGE_HOME)
    vouch_session_look_up_goods (self, meaning);
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not now"),
                        _ ("Goods are scanned when the delivery asks for them; this changed nothing."));
}

static void
take_meaning (VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan)
{
  gboolean is_typed = scan->origin == VOUCH_SCAN_TYPED;

  /* Help is shown until something else is scanned; asked for again it goes by itself. */
  if (meaning->kind != VOUCH_SCAN_KIND_COMMAND)
    self->wants_help = FALSE;
  switch (meaning->kind)
    {
    case VOUCH_SCAN_KIND_COMMAND:
      vouch_session_command (self, meaning->command, meaning->argument);
      break;
    case VOUCH_SCAN_KIND_ELEMENTS:
    case VOUCH_SCAN_KIND_GTIN:
    case VOUCH_SCAN_KIND_PRODUCT:
      take_goods (self, meaning, scan->at_us);
      break;
    case VOUCH_SCAN_KIND_DELIVERY:
      take_delivery (self, meaning->text);
      break;
    case VOUCH_SCAN_KIND_CODE:
      take_code (self, meaning);
      break;
    case VOUCH_SCAN_KIND_SUPPLIER:
      if (self->stage == VOUCH_STAGE_SUPPLIER)
        vouch_session_new_delivery (self, meaning->text);
      else
        take_unknown (self, meaning, is_typed);
      break;
    case VOUCH_SCAN_KIND_LINK:
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Foreign address"), meaning->text);
      break;
    case VOUCH_SCAN_KIND_BROKEN:
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Misread"), meaning->message);
      break;
    case VOUCH_SCAN_KIND_SETUP:
      vouch_session_tell (
          self, VOUCH_FEEDBACK_MISREAD, _ ("Configuration bar code"),
          _ ("It sets up a scanner and changed nothing here. If the scanner behaves otherwise now, check "
             "it before going on."));
      break;
    case VOUCH_SCAN_KIND_NUMBER:
      vouch_session_look_up_number (self, &meaning->owner);
      break;
    case VOUCH_SCAN_KIND_UNKNOWN:
      take_unknown (self, meaning, is_typed);
      break;
    case VOUCH_SCAN_KIND_BADGE:
    default:
      take_badge (self, meaning->text);
    }
}

/* What means something everywhere is never taken for a gauge's number. */
static gboolean
is_known (VouchScanKind kind)
{
  return kind == VOUCH_SCAN_KIND_BADGE || kind == VOUCH_SCAN_KIND_COMMAND || kind == VOUCH_SCAN_KIND_DELIVERY ||
         kind == VOUCH_SCAN_KIND_CODE || kind == VOUCH_SCAN_KIND_LINK || kind == VOUCH_SCAN_KIND_NUMBER;
}

/* A reader that sends a goods label and a command within a moment is a sheet under the beam, not a person. */
static gboolean
is_guarded (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning)
{
  return scan->origin == VOUCH_SCAN_WEDGE && meaning->kind == VOUCH_SCAN_KIND_COMMAND && self->last_label_at_us != 0 &&
         scan->at_us - self->last_label_at_us < COMMAND_GUARD_MS * 1000;
}

/**
 * vouch_session_scan:
 * @self: a session
 * @scan: what was scanned
 *
 * Decides by context what the scan means and does it. A scan that does not belong here changes nothing.
 */
void
vouch_session_scan (VouchSession *self, const VouchScan *scan)
{
  g_auto (VouchScanMeaning) meaning = { 0 };
  g_autoptr (GError) error = NULL;
  guint before = self->act;

  g_clear_pointer (&self->search, g_free);
  vouch_session_freshen (self);
  if (!vouch_scan_route (self->station, scan, self->command_prefix, &meaning, &error))
    vouch_session_tell_error (self, error);
  else if (is_guarded (self, scan, &meaning))
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Too quick"),
                        _ ("A command right after a label was not carried out; scan it again."));
  else if (!scan->sure && meaning.kind != VOUCH_SCAN_KIND_BADGE)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Unsure"), _ ("The code was read badly; scan it again."));
  else if (self->actor == NULL && meaning.kind != VOUCH_SCAN_KIND_BADGE && meaning.kind != VOUCH_SCAN_KIND_COMMAND)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not signed in"), _ ("Scan your badge first."));
  else if (asks_field (self->stage) &&
           (meaning.kind == VOUCH_SCAN_KIND_UNKNOWN || meaning.kind == VOUCH_SCAN_KIND_BROKEN ||
            meaning.kind == VOUCH_SCAN_KIND_NUMBER))
    vouch_session_answer_field (self, meaning.text);
  else if (self->stage == VOUCH_STAGE_ARRIVAL && vouch_arrival_item_is_text (vouch_session_get_arrival (self)) &&
           meaning.kind != VOUCH_SCAN_KIND_COMMAND && meaning.kind != VOUCH_SCAN_KIND_BADGE)
    vouch_session_answer_arrival (self, meaning.text);
  else if (is_known (meaning.kind) || !vouch_session_take_gauge (self, scan->text))
    take_meaning (self, &meaning, scan);
  vouch_session_settle_problem (self, before, scan->origin != VOUCH_SCAN_TYPED ? scan->text : NULL);
}

static void
take_typed (VouchSession *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;
  gint64 number;

  vouch_session_freshen (self);
  if (self->stage == VOUCH_STAGE_PIN)
    {
      g_autofree char *badge = g_strdup (self->badge);

      vouch_session_sign_in (self, badge, text);
      return;
    }
  if (asks_field (self->stage))
    {
      vouch_session_answer_field (self, text);
      return;
    }
  if (self->stage == VOUCH_STAGE_NOTE)
    {
      vouch_session_take_note (self, text);
      return;
    }
  if (self->stage == VOUCH_STAGE_ARRIVAL)
    {
      vouch_session_answer_arrival (self, text);
      return;
    }
  if (self->stage == VOUCH_STAGE_REPRINT)
    {
      vouch_session_note_reprint (self, text);
      return;
    }
  if ((self->stage == VOUCH_STAGE_ASK_QUANTITY || self->stage == VOUCH_STAGE_CHECK) &&
      vouch_quantity_parse (text, &number, NULL))
    {
      g_string_assign (self->typed, text);
      vouch_session_command (self, VOUCH_COMMAND_ENTER, 0);
      return;
    }
  scan = vouch_scan_new (text, -1, VOUCH_SCAN_TYPED, vouch_session_now (self), &error);
  if (scan == NULL)
    vouch_session_tell_error (self, error);
  else
    vouch_session_scan (self, scan);
}

/**
 * vouch_session_type:
 * @self: a session
 * @text: what was typed into the entry that the stage shows
 *
 * A typed answer is a badge, a PIN, a number, a date or whatever the stage asks for.
 */
void
vouch_session_type (VouchSession *self, const char *text)
{
  guint before = self->act;

  take_typed (self, text);
  vouch_session_settle_problem (self, before, NULL);
}

/**
 * vouch_session_open_lot:
 * @self: a session
 * @lot_id: a lot
 *
 * Shows what is known of a lot: a complaint's code opens the original inspection.
 */
void
vouch_session_open_lot (VouchSession *self, gint64 lot_id)
{
  g_autofree char *detail = NULL;

  if (self->actor == NULL || self->stage != VOUCH_STAGE_HOME || !vouch_session_load_lot (self, lot_id))
    return;
  detail = g_strdup_printf (_ ("Lot %s, inspected on this station"), self->file->lot->number);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Lot opened"), detail);
}

static gpointer
read_delivery_number (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (VouchDelivery) delivery =
      vouch_row_find_by_id (conn, &vouch_delivery_type, "WHERE id = ?1", *(gint64 *)data, error);

  return delivery != NULL ? g_strdup (delivery->number) : NULL;
}

/**
 * vouch_session_resume:
 * @self: a session
 * @work_id: what waits in the queue: a delivery, or a lot to be inspected, to be gone on with, or to get its labels
 *
 * Goes on where it stands. An inspection that somebody else has is taken over.
 */
void
vouch_session_resume (VouchSession *self, gint64 work_id)
{
  g_autofree char *delivery = NULL;
  g_autofree char *number = NULL;
  VouchLotStatus status;

  if (self->actor == NULL || self->stage != VOUCH_STAGE_HOME)
    return;
  delivery = vouch_station_read (self->station, read_delivery_number, &work_id, NULL);
  if (delivery != NULL)
    {
      vouch_session_open_delivery (self, delivery);
      return;
    }
  if (!vouch_session_load_lot (self, work_id))
    return;
  number = g_strdup (self->file->delivery->number);
  status = self->file->lot->status;
  if (status == VOUCH_LOT_STATUS_RELEASED || status == VOUCH_LOT_STATUS_CONCESSION)
    vouch_session_go_on_with_labels (self);
  else if (status != VOUCH_LOT_STATUS_PENDING)
    vouch_session_open_lot (self, work_id);
  else if (vouch_session_enter_delivery (self, number))
    vouch_session_inspect (self, work_id);
}

/**
 * vouch_session_dup_state:
 * @self: a session
 *
 * Returns: (transfer full): what the inspector's stand shows now
 */
VouchDeskState *
vouch_session_dup_state (VouchSession *self)
{
  VouchDeskState *state = vouch_desk_state_new ();

  if (self->stage == VOUCH_STAGE_FIRST_START && !vouch_station_is_new (self->station, NULL))
    vouch_session_set_stage (self, VOUCH_STAGE_SIGN_IN);
  vouch_session_freshen (self);
  vouch_session_fill_state (self, state);
  return state;
}
