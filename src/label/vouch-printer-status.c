/* What label printers answer when they are asked how they are. Pure: bytes in, a status out. */
#include "vouch-printer-status.h"

#include <string.h>

#define STX '\002'
#define ETX '\003'

/* Of Zebra's answer: three lines, each of fields with commas between. */
#define ZPL_LINES 3

/* Of TSC's answer: one byte of these. */
#define TSPL_OPEN 0x01
#define TSPL_JAM 0x02
#define TSPL_PAPER_OUT 0x04
#define TSPL_RIBBON_OUT 0x08
#define TSPL_PAUSED 0x10
#define TSPL_PRINTING 0x20
#define TSPL_OTHER 0x80

/**
 * vouch_printer_status_get_question:
 * @language: what the printer understands
 *
 * Returns: (transfer none) (nullable): what it is asked; %NULL if it is not
 */
const char *
vouch_printer_status_get_question (VouchPrinterLanguage language)
{
  if (language == VOUCH_PRINTER_LANGUAGE_ZPL)
    return "~HS\r\n";
  return language == VOUCH_PRINTER_LANGUAGE_TSPL ? "\033!?" : NULL;
}

static gboolean
is_set (char **fields, guint index)
{
  return strcmp (fields[index], "1") == 0;
}

/* The fields that somebody has to do something about, and how many labels are in memory. */
static gboolean
read_lines (VouchPrinterStatus *self, char *const *lines)
{
  g_auto (GStrv) first = g_strsplit (lines[0], ",", -1);
  g_auto (GStrv) second = g_strsplit (lines[1], ",", -1);
  guint64 in_buffer, in_batch;

  if (g_strv_length (first) != 12 || g_strv_length (second) != 11 ||
      !g_ascii_string_to_unsigned (first[4], 10, 0, 999, &in_buffer, NULL) ||
      !g_ascii_string_to_unsigned (second[8], 10, 0, 99999999, &in_batch, NULL))
    return FALSE;
  self->n_waiting = (gint64)(in_buffer + in_batch);
  if (is_set (first, 1))
    self->trouble = VOUCH_PRINTER_TROUBLE_PAPER_OUT;
  else if (is_set (second, 2))
    self->trouble = VOUCH_PRINTER_TROUBLE_OPEN;
  else if (is_set (second, 3))
    self->trouble = VOUCH_PRINTER_TROUBLE_RIBBON_OUT;
  else if (is_set (first, 2))
    self->trouble = VOUCH_PRINTER_TROUBLE_PAUSED;
  else if (is_set (first, 9) || is_set (first, 10) || is_set (first, 11))
    self->trouble = VOUCH_PRINTER_TROUBLE_OTHER;
  return TRUE;
}

static gboolean
parse_zpl (VouchPrinterStatus *self, const char *answer, gsize length)
{
  char *lines[ZPL_LINES] = { NULL };
  const char *end = answer + length;
  gboolean read = FALSE;
  guint n = 0;

  while (n < ZPL_LINES)
    {
      const char *start = memchr (answer, STX, (gsize)(end - answer));
      const char *stop = start != NULL ? memchr (start, ETX, (gsize)(end - start)) : NULL;

      if (stop == NULL)
        break;
      lines[n++] = g_strndup (start + 1, (gsize)(stop - start - 1));
      answer = stop + 1;
    }
  if (n == ZPL_LINES)
    read = read_lines (self, lines);
  for (guint i = 0; i < n; i++)
    g_free (lines[i]);
  return read;
}

static gboolean
parse_tspl (VouchPrinterStatus *self, const char *answer, gsize length)
{
  guint8 flags;

  if (length < 1)
    return FALSE;
  flags = (guint8)answer[length - 1];
  self->n_waiting = flags == 0 ? 0 : VOUCH_PRINTER_WAITING_UNKNOWN;
  if (flags & TSPL_PAPER_OUT)
    self->trouble = VOUCH_PRINTER_TROUBLE_PAPER_OUT;
  else if (flags & TSPL_RIBBON_OUT)
    self->trouble = VOUCH_PRINTER_TROUBLE_RIBBON_OUT;
  else if (flags & TSPL_JAM)
    self->trouble = VOUCH_PRINTER_TROUBLE_JAM;
  else if (flags & TSPL_OPEN)
    self->trouble = VOUCH_PRINTER_TROUBLE_OPEN;
  else if (flags & TSPL_PAUSED)
    self->trouble = VOUCH_PRINTER_TROUBLE_PAUSED;
  else if (flags & TSPL_OTHER)
    self->trouble = VOUCH_PRINTER_TROUBLE_OTHER;
  return TRUE;
}

/**
 * vouch_printer_status_parse:
 * @self: (out caller-allocates): what the printer says
 * @language: how it was asked
 * @answer: what came so far
 * @length: of @answer, bytes
 *
 * Returns: whether the answer is whole; %FALSE also for what is none
 */
gboolean
vouch_printer_status_parse (VouchPrinterStatus *self, VouchPrinterLanguage language, const char *answer, gsize length)
{
  *self = (VouchPrinterStatus){ VOUCH_PRINTER_TROUBLE_NONE, 0 };
  if (language == VOUCH_PRINTER_LANGUAGE_ZPL)
    return parse_zpl (self, answer, length);
  return language == VOUCH_PRINTER_LANGUAGE_TSPL && parse_tspl (self, answer, length);
}
