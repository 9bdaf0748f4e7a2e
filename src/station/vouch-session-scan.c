/* What a scan or a typed answer means at the stage at which it comes. */
#include <glib/gi18n-lib.h>

#include "vouch-quantity.h"
#include "vouch-session-private.h"
#include "vouch-text.h"

/* How soon after a label a command is not believed. */
#define COMMAND_GUARD_MS 300
/* As much of an address as tells whose it is. */
#define ADDRESS_SHOWN 300

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

static void
take_code (VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan)
{
  /* Who reads a label back has found it. */
  if (self->stage == VOUCH_STAGE_REPRINT)
    vouch_session_leave_reprint (self);
  if (self->stage == VOUCH_STAGE_SCAN_BACK)
    vouch_session_scan_back (self, scan, FALSE);
  else if (meaning->id == 0)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Unknown code"),
                        _ ("The address is ours, but no lot has this code."));
  else if (self->stage == VOUCH_STAGE_HOME)
    vouch_session_open_lot (self, meaning->id);
  else
    vouch_session_leave_for_own (self, scan);
}

static void
ask_new_delivery (VouchSession *self, const char *number, const char *word, const char *detail)
{
  g_autofree char *before = self->number;

  self->number = g_strdup (number);
  vouch_session_set_stage (self, VOUCH_STAGE_NEW_DELIVERY);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, word, detail);
}

static void
take_unknown (VouchSession *self, const VouchScanMeaning *meaning, gboolean is_typed)
{
  g_autofree char *shown = vouch_text_show (meaning->text, -1);
  g_autofree char *detail = NULL;

  if (self->stage == VOUCH_STAGE_HOME)
    {
      detail = g_strdup_printf (_ ("No delivery has the number %s. Is it a new delivery?"), shown);
      ask_new_delivery (self, meaning->text, _ ("Unknown number"), detail);
      return;
    }
  if (is_typed && counts_goods (self->stage) && vouch_session_search (self, meaning->text))
    return;
  detail = g_strdup_printf (_ ("“%s” is no badge, command, delivery, product or code of ours."), shown);
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Unknown code"), detail);
}

/* A number of a carrier or of the house that nothing here has. */
static void
take_fit (VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan)
{
  const VouchPatternFit *fit = vouch_scan_meaning_get_fit (meaning);
  const char *what = vouch_pattern_fit_get_meaning (fit);
  g_autofree char *shown = vouch_text_show (meaning->text, -1);
  g_autofree char *detail = NULL;

  if (fit->opens == VOUCH_SCAN_PATTERN_OPENS_LOT && self->stage == VOUCH_STAGE_ASK_LOT)
    vouch_session_answer_field (self, meaning->text);
  else if (fit->opens == VOUCH_SCAN_PATTERN_OPENS_DELIVERY &&
           (self->stage == VOUCH_STAGE_HOME || self->stage == VOUCH_STAGE_NEW_DELIVERY))
    {
      /* Translators: a carrier, and the number of its waybill. */
      detail = g_strdup_printf (_ ("%s: no delivery has the number %s. Is it a new delivery?"), what, shown);
      ask_new_delivery (self, meaning->text, _ ("New waybill"), detail);
    }
  else if (fit->opens == VOUCH_SCAN_PATTERN_OPENS_DELIVERY)
    vouch_session_leave_for_new (self, scan, fit);
  else
    {
      /* Translators: what a code is, and the code itself. */
      detail = g_strdup_printf (_ ("%s: %s. This is not what is wanted now; it changed nothing."), what, shown);
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not now"), detail);
    }
}

static gboolean
is_doubtful (const VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan)
{
  return meaning->reading != NULL && !self->distrusts && g_strcmp0 (self->trusted, scan->text) != 0 &&
         vouch_gs1_reading_is_doubtful (meaning->reading, scan->sends_separators);
}

static void
take_goods (VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan)
{
  if (meaning->kind == VOUCH_SCAN_KIND_HIBC && meaning->hibc.is_internal)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("No goods"),
                        _ ("This code was made by a hospital or a shop for itself; scan the maker's code."));
  else if (counts_goods (self->stage) && is_doubtful (self, meaning, scan))
    vouch_session_ask_separator (self, scan, meaning);
  else if (counts_goods (self->stage))
    vouch_session_take_goods (self, meaning, scan->at_us);
  else if (self->stage == VOUCH_STAGE_HOME)
    vouch_session_look_up_goods (self, meaning, scan);
  else
    vouch_session_leave_for_goods (self, scan, meaning);
}

/* An address is ASCII; whatever else is in it may look like something that it is not. */
static void
tell_address (VouchSession *self, const char *address)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  for (const char *at = address; *at != '\0' && shown->len < ADDRESS_SHOWN; at = g_utf8_next_char (at))
    if ((guchar)*at < 0x80)
      g_string_append_c (shown, *at);
    else
      g_string_append_printf (shown, "\\u%04x", g_utf8_get_char (at));
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Foreign address"), shown->str);
}

static void
take_meaning (VouchSession *self, VouchScanMeaning *meaning, const VouchScan *scan)
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
    case VOUCH_SCAN_KIND_DRUG_CODE:
    case VOUCH_SCAN_KIND_HIBC:
      take_goods (self, meaning, scan);
      break;
    case VOUCH_SCAN_KIND_WAYBILL:
    case VOUCH_SCAN_KIND_PATTERN:
      take_fit (self, meaning, scan);
      break;
    case VOUCH_SCAN_KIND_SEVERAL:
      vouch_session_ask_which (self, meaning, scan);
      break;
    case VOUCH_SCAN_KIND_DELIVERY:
      vouch_session_take_delivery (self, meaning->text, scan);
      break;
    case VOUCH_SCAN_KIND_CODE:
      take_code (self, meaning, scan);
      break;
    case VOUCH_SCAN_KIND_SUPPLIER:
      if (self->stage == VOUCH_STAGE_SUPPLIER)
        vouch_session_new_delivery (self, meaning->text);
      else if (self->stage == VOUCH_STAGE_HOME || is_typed)
        take_unknown (self, meaning, is_typed);
      else
        vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("A supplier's code"),
                            _ ("It is wanted when a new delivery begins; it changed nothing."));
      break;
    case VOUCH_SCAN_KIND_LINK:
      tell_address (self, meaning->text);
      break;
    case VOUCH_SCAN_KIND_BROKEN:
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Misread"), meaning->message);
      break;
    case VOUCH_SCAN_KIND_REFUSED:
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not used"), meaning->message);
      break;
    case VOUCH_SCAN_KIND_SETUP:
      vouch_session_tell (
          self, VOUCH_FEEDBACK_MISREAD, _ ("Configuration bar code"),
          _ ("It sets up a scanner and changed nothing here. If the scanner behaves otherwise now, check "
             "it before going on."));
      break;
    case VOUCH_SCAN_KIND_NUMBER:
      if (meaning->owner.kind == VOUCH_NUMBER_KIND_WAYBILL)
        vouch_session_take_delivery (self, meaning->owner.delivery, scan);
      else
        vouch_session_look_up_number (self, &meaning->owner, scan);
      break;
    case VOUCH_SCAN_KIND_UNKNOWN:
      take_unknown (self, meaning, is_typed);
      break;
    case VOUCH_SCAN_KIND_BADGE:
    default:
      take_badge (self, meaning->text);
    }
}

/* What means something everywhere is never taken for a gauge's number; what somebody once noted as a waybill's may be
 * any number. */
static gboolean
is_known (const VouchScanMeaning *meaning)
{
  VouchScanKind kind = meaning->kind;

  return kind == VOUCH_SCAN_KIND_BADGE || kind == VOUCH_SCAN_KIND_COMMAND || kind == VOUCH_SCAN_KIND_DELIVERY ||
         kind == VOUCH_SCAN_KIND_CODE || kind == VOUCH_SCAN_KIND_LINK ||
         (kind == VOUCH_SCAN_KIND_NUMBER && meaning->owner.kind != VOUCH_NUMBER_KIND_WAYBILL);
}

/* A reader that sends a goods label and a command within a moment is a sheet under the beam, not a person. */
static gboolean
is_guarded (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning)
{
  return scan->origin == VOUCH_SCAN_WEDGE && meaning->kind == VOUCH_SCAN_KIND_COMMAND && self->last_label_at_us != 0 &&
         scan->at_us - self->last_label_at_us < COMMAND_GUARD_MS * 1000;
}

/* What answers a question for a text; where a lot number is wanted, that may look like anything. */
static gboolean
answers_field (const VouchSession *self, const VouchScanMeaning *meaning)
{
  VouchScanKind kind = meaning->kind;

  return asks_field (self->stage) &&
         (kind == VOUCH_SCAN_KIND_UNKNOWN || kind == VOUCH_SCAN_KIND_BROKEN || kind == VOUCH_SCAN_KIND_NUMBER ||
          kind == VOUCH_SCAN_KIND_WAYBILL || kind == VOUCH_SCAN_KIND_SEVERAL);
}

static gboolean
answers_arrival (const VouchSession *self, const VouchScanMeaning *meaning)
{
  return self->stage == VOUCH_STAGE_ARRIVAL && vouch_arrival_item_is_text (vouch_session_get_arrival (self)) &&
         meaning->kind != VOUCH_SCAN_KIND_COMMAND && meaning->kind != VOUCH_SCAN_KIND_BADGE &&
         meaning->kind != VOUCH_SCAN_KIND_REFUSED;
}

static void
use_meaning (VouchSession *self, VouchScanMeaning *meaning, const VouchScan *scan)
{
  if (self->actor == NULL && meaning->kind != VOUCH_SCAN_KIND_BADGE && meaning->kind != VOUCH_SCAN_KIND_COMMAND)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not signed in"), _ ("Scan your badge first."));
  else if (answers_field (self, meaning))
    vouch_session_answer_field (self, meaning->text);
  else if (answers_arrival (self, meaning))
    vouch_session_answer_arrival (self, meaning->text);
  else if (is_known (meaning) || !vouch_session_take_gauge (self, scan->text))
    take_meaning (self, meaning, scan);
}

/* Whoever signs, and what does something, is read without doubt or not at all. */
static gboolean
has_to_be_sure (const VouchSession *self, const VouchScanMeaning *meaning)
{
  return meaning->kind == VOUCH_SCAN_KIND_BADGE || meaning->kind == VOUCH_SCAN_KIND_COMMAND || self->actor == NULL ||
         self->stage == VOUCH_STAGE_SIGN || self->stage == VOUCH_STAGE_SECOND;
}

static void
doubt (VouchSession *self, VouchScanMeaning *meaning, const VouchScan *scan)
{
  if (has_to_be_sure (self, meaning))
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Unsure"), _ ("The code was read badly; scan it again."));
  else if (meaning->kind == VOUCH_SCAN_KIND_BROKEN || meaning->kind == VOUCH_SCAN_KIND_REFUSED)
    take_meaning (self, meaning, scan);
  else if (vouch_session_expects (self, meaning))
    use_meaning (self, meaning, scan);
  else
    vouch_session_ask_unsure (self, scan);
}

static void
route (VouchSession *self, const VouchScan *scan, VouchScanMeaning *meaning)
{
  VouchScanRules rules = { self->settings->command_prefix, self->settings->accepts_odoo };
  g_autoptr (GError) error = NULL;

  if (!vouch_scan_route (self->station, scan, &rules, meaning, &error))
    vouch_session_tell_error (self, error);
  else if (is_guarded (self, scan, meaning))
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Too quick"),
                        _ ("A command right after a label was not carried out; scan it again."));
  else if (vouch_session_confirms (self, scan, meaning))
    return;
  else if (!scan->sure)
    doubt (self, meaning, scan);
  else
    use_meaning (self, meaning, scan);
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
  guint before = self->act;

  g_clear_pointer (&self->search, g_free);
  vouch_session_freshen (self);
  route (self, scan, &meaning);
  vouch_session_note_scan (self, scan, &meaning);
  vouch_session_settle_problem (self, before, scan->origin != VOUCH_SCAN_TYPED ? scan->text : NULL);
}

/**
 * vouch_session_use:
 * @self: a session
 * @scan: what was scanned, and was asked about
 *
 * Uses a scan that somebody answered for.
 */
void
vouch_session_use (VouchSession *self, const VouchScan *scan)
{
  g_auto (VouchScanMeaning) meaning = { 0 };
  VouchScanRules rules = { self->settings->command_prefix, self->settings->accepts_odoo };
  g_autoptr (GError) error = NULL;

  if (vouch_scan_route (self->station, scan, &rules, &meaning, &error))
    use_meaning (self, &meaning, scan);
  else
    vouch_session_tell_error (self, error);
}

/**
 * vouch_session_leave:
 * @self: a session
 * @scan: what was scanned, and the open work is left for
 */
void
vouch_session_leave (VouchSession *self, const VouchScan *scan)
{
  g_auto (VouchScanMeaning) meaning = { 0 };
  VouchScanRules rules = { self->settings->command_prefix, self->settings->accepts_odoo };
  g_autoptr (GError) error = NULL;

  if (vouch_scan_route (self->station, scan, &rules, &meaning, &error))
    {
      vouch_session_leave_for (self, &meaning);
      use_meaning (self, &meaning, scan);
    }
  else
    vouch_session_tell_error (self, error);
}

/**
 * vouch_session_use_fit:
 * @self: a session
 * @meaning: of a code that looked like several things, and somebody said which
 * @scan: the code
 */
void
vouch_session_use_fit (VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan)
{
  if (meaning->kind == VOUCH_SCAN_KIND_DELIVERY)
    vouch_session_take_delivery (self, meaning->text, scan);
  else if (meaning->kind == VOUCH_SCAN_KIND_NUMBER && meaning->owner.kind == VOUCH_NUMBER_KIND_WAYBILL)
    vouch_session_take_delivery (self, meaning->owner.delivery, scan);
  else if (meaning->kind == VOUCH_SCAN_KIND_PRODUCT && counts_goods (self->stage))
    vouch_session_take_goods (self, meaning, vouch_session_now (self));
  else
    take_fit (self, meaning, scan);
}

/* The number of an answer, typed; anything else gives the question up. */
static gboolean
answers_choice (VouchSession *self, const char *text)
{
  if (!vouch_session_is_asking (self))
    return FALSE;
  if (g_ascii_isdigit (text[0]) && text[1] == '\0' && vouch_session_answer (self, VOUCH_COMMAND_DIGIT, text[0] - '0'))
    return TRUE;
  vouch_session_drop_question (self);
  return FALSE;
}

static void
take_typed (VouchSession *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;
  gint64 number;

  vouch_session_freshen (self);
  if (answers_choice (self, text))
    return;
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
