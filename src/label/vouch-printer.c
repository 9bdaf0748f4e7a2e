#include "vouch-printer.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-printer-private.h"
#include "vouch-sheet-place.h"

/**
 * vouch_printer_trouble_dup_message:
 * @self: a trouble
 * @name: the printer's name
 *
 * Returns: (transfer full) (nullable): what somebody has to do; %NULL if nothing
 */
char *
vouch_printer_trouble_dup_message (VouchPrinterTrouble self, const char *name)
{
  switch (self)
    {
    case VOUCH_PRINTER_TROUBLE_PAPER_OUT:
      return g_strdup_printf (_ ("“%s” has no labels left: put some in, then go on"), name);
    case VOUCH_PRINTER_TROUBLE_RIBBON_OUT:
      return g_strdup_printf (_ ("“%s” has no ribbon left: put one in, then go on"), name);
    case VOUCH_PRINTER_TROUBLE_OPEN:
      return g_strdup_printf (_ ("“%s” is open: close it, then go on"), name);
    case VOUCH_PRINTER_TROUBLE_JAM:
      return g_strdup_printf (_ ("Labels are stuck in “%s”: take them out, then go on"), name);
    case VOUCH_PRINTER_TROUBLE_PAUSED:
      return g_strdup_printf (_ ("“%s” is paused: press its button, then go on"), name);
    case VOUCH_PRINTER_TROUBLE_OTHER:
      return g_strdup_printf (_ ("“%s” says that something is wrong with it: look at it, then go on"), name);
    case VOUCH_PRINTER_TROUBLE_NONE:
    default:
      return NULL;
    }
}

/* Only what prints pages can have sheets of labels in it. */
static gboolean
check_sheet (const VouchPrinterProfile *profile, const VouchPrinterOptions *options, GError **error)
{
  if (options->sheet == NULL)
    return TRUE;
  if (!vouch_printer_profile_prints_pages (profile))
    {
      vouch_set_field_error (error, "sheet", VOUCH_ERROR_INVALID,
                             _ ("“%s” is a label printer: sheets go to an office printer or into a PDF"),
                             profile->name);
      return FALSE;
    }
  return vouch_sheet_stock_check (options->sheet, error) &&
         vouch_sheet_place_check (options->sheet, options->first_position, error);
}

static VouchPrinter *
open_language (const VouchPrinterProfile *profile, const VouchPrinterOptions *options, GCancellable *cancellable,
               GError **error)
{
  if (profile->language == VOUCH_PRINTER_LANGUAGE_PDF)
    return vouch_printer_pdf_open (profile, options, error);
  if (vouch_printer_profile_is_queue (profile))
    return vouch_printer_queue_open (profile, error);
  return vouch_printer_stream_open (profile, cancellable, error);
}

/**
 * vouch_printer_open:
 * @profile: which printer
 * @options: how it is dealt with; its texts and sheet are lent as long as the printer is open
 * @cancellable: (nullable): gives up
 * @error: BUSY if the printer cannot be reached, DENIED if it may not be used, STORAGE of a file
 *
 * Returns: (transfer full) (nullable): the printer, ready to print
 */
VouchPrinter *
vouch_printer_open (const VouchPrinterProfile *profile, const VouchPrinterOptions *options, GCancellable *cancellable,
                    GError **error)
{
  VouchPrinter *self;

  g_return_val_if_fail (profile != NULL && options != NULL, NULL);

  if (!vouch_printer_profile_check (profile, error) || !check_sheet (profile, options, error))
    return NULL;
  self = open_language (profile, options, cancellable, error);
  if (self == NULL)
    return NULL;
  self->profile = vouch_record_copy (&vouch_printer_profile_type, profile);
  self->options = *options;
  return self;
}

static gboolean
is_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, _ ("Printing was stopped"));
  return TRUE;
}

/**
 * vouch_printer_print:
 * @self: a printer
 * @label: a label, laid out for the printer's resolution
 * @cancellable: (nullable): gives up before the label is given
 * @error: CONFLICT if it was given up, BUSY if the printer is gone or waits for somebody
 *
 * Gives the printer one label. After an error the counts say how many it has.
 *
 * Returns: whether the label was given whole, and the printer is ready for the next one
 */
gboolean
vouch_printer_print (VouchPrinter *self, const VouchLabel *label, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && label != NULL, FALSE);

  return !is_cancelled (cancellable, error) && self->kind->print (self, label, cancellable, error);
}

/**
 * vouch_printer_finish:
 * @self: a printer
 * @cancellable: (nullable): gives up
 * @error: as of vouch_printer_print()
 *
 * Waits until the last label is out, as far as the printer tells.
 *
 * Returns: whether all labels are
 */
gboolean
vouch_printer_finish (VouchPrinter *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind->finish (self, cancellable, error);
}

/**
 * vouch_printer_get_n_given:
 * @self: a printer
 *
 * Returns: how many labels may have come out: those that were given whole
 */
gint64
vouch_printer_get_n_given (const VouchPrinter *self)
{
  return self->n_given;
}

/**
 * vouch_printer_get_n_confirmed:
 * @self: a printer
 *
 * Returns: how many labels have come out, as the printer says
 */
gint64
vouch_printer_get_n_confirmed (const VouchPrinter *self)
{
  return self->n_confirmed;
}

/**
 * vouch_printer_free:
 * @self: (nullable): a printer; what it was given stays given
 */
void
vouch_printer_free (VouchPrinter *self)
{
  if (self == NULL)
    return;
  vouch_printer_profile_free (self->profile);
  self->kind->free (self);
}

/**
 * vouch_printer_print_one:
 * @profile: which printer
 * @options: how it is dealt with
 * @label: a label, laid out for the printer's resolution
 * @cancellable: (nullable): gives up
 * @error: as of vouch_printer_open() and vouch_printer_print()
 *
 * Returns: whether the label is out
 */
gboolean
vouch_printer_print_one (const VouchPrinterProfile *profile, const VouchPrinterOptions *options,
                         const VouchLabel *label, GCancellable *cancellable, GError **error)
{
  g_autoptr (VouchPrinter) self = vouch_printer_open (profile, options, cancellable, error);

  return self != NULL && vouch_printer_print (self, label, cancellable, error) &&
         vouch_printer_finish (self, cancellable, error);
}

/* Waits, unless somebody gives up meanwhile. */
gboolean
vouch_printer_pause (guint ms, GCancellable *cancellable, GError **error)
{
  GPollFD poll = { -1, 0, 0 };

  if (cancellable != NULL && g_cancellable_make_pollfd (cancellable, &poll))
    {
      g_poll (&poll, 1, (int)ms);
      g_cancellable_release_fd (cancellable);
    }
  else
    g_usleep (ms * 1000);
  return !is_cancelled (cancellable, error);
}

/* Told as often as the printer is asked. Somebody is waited for, but not forever. */
gboolean
vouch_printer_bear (VouchPrinter *self, VouchPrinterTrouble trouble, GError **error)
{
  g_autofree char *message = NULL;

  if (trouble != self->trouble)
    {
      self->trouble = trouble;
      self->trouble_since_us = g_get_monotonic_time ();
      if (self->options.tell_trouble != NULL)
        self->options.tell_trouble (trouble, self->options.data);
    }
  if (trouble == VOUCH_PRINTER_TROUBLE_NONE ||
      g_get_monotonic_time () - self->trouble_since_us < self->options.patience_s * G_USEC_PER_SEC)
    return TRUE;
  message = vouch_printer_trouble_dup_message (trouble, self->profile->name);
  vouch_set_field_error (error, "printer", VOUCH_ERROR_BUSY, "%s", message);
  return FALSE;
}
