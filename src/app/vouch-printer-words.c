#include "vouch-printer-words.h"

#include <glib/gi18n-lib.h>

/**
 * vouch_printer_words_of_language:
 * @language: what a printer understands
 *
 * Returns: (transfer none): the same, for people
 */
const char *
vouch_printer_words_of_language (VouchPrinterLanguage language)
{
  switch (language)
    {
    case VOUCH_PRINTER_LANGUAGE_ZPL:
      return _ ("ZPL (Zebra)");
    case VOUCH_PRINTER_LANGUAGE_TSPL:
      return _ ("TSPL (TSC)");
    case VOUCH_PRINTER_LANGUAGE_CUPS:
      return _ ("Printing system");
    case VOUCH_PRINTER_LANGUAGE_PDF:
    default:
      return _ ("PDF files");
    }
}

/**
 * vouch_printer_words_of_use:
 * @use: labels that go to the same printer
 *
 * Returns: (transfer none): which those are
 */
const char *
vouch_printer_words_of_use (VouchPrinterUse use)
{
  switch (use)
    {
    case VOUCH_PRINTER_USE_ITEM:
      return _ ("Labels of units");
    case VOUCH_PRINTER_USE_LOT:
      return _ ("Labels of lots, on hold, rejected, released");
    case VOUCH_PRINTER_USE_CARTON:
      return _ ("Labels of cartons");
    case VOUCH_PRINTER_USE_SHEET:
    default:
      return _ ("Badges and sheets");
    }
}
