#pragma once

#include "vouch-printer.h"

G_BEGIN_DECLS

/* A printer that does not tell how many labels wait in it. */
#define VOUCH_PRINTER_WAITING_UNKNOWN (-1)

/**
 * VouchPrinterStatus:
 * @trouble: why it waits for somebody
 * @n_waiting: how many labels it was given and has not printed yet, or %VOUCH_PRINTER_WAITING_UNKNOWN
 */
typedef struct
{
  VouchPrinterTrouble trouble;
  gint64 n_waiting;
} VouchPrinterStatus;

const char *vouch_printer_status_get_question (VouchPrinterLanguage language);
gboolean
vouch_printer_status_parse (VouchPrinterStatus *self, VouchPrinterLanguage language, const char *answer, gsize length);

G_END_DECLS
