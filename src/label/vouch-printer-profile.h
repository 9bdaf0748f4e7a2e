#pragma once

#include "vouch-label-template.h"
#include "vouch-record.h"
#include "vouch-sheet-stock.h"

G_BEGIN_DECLS

/* The printer that every station has: it writes PDF files. */
#define VOUCH_PRINTER_PDF "PDF"
#define VOUCH_PRINTER_DPI 203

/**
 * VouchPrinterLanguage:
 * @VOUCH_PRINTER_LANGUAGE_PDF: files
 * @VOUCH_PRINTER_LANGUAGE_CUPS: PDF to a queue of the printing system
 * @VOUCH_PRINTER_LANGUAGE_ZPL: Zebra's language, to the printer or its queue
 * @VOUCH_PRINTER_LANGUAGE_TSPL: TSC's language, likewise
 *
 * What a printer understands.
 */
typedef enum
{
  VOUCH_PRINTER_LANGUAGE_PDF,
  VOUCH_PRINTER_LANGUAGE_CUPS,
  VOUCH_PRINTER_LANGUAGE_ZPL,
  VOUCH_PRINTER_LANGUAGE_TSPL,
} VouchPrinterLanguage;

extern const VouchEnum vouch_printer_language_values;

/**
 * VouchPrinterProfile:
 *
 * What a station knows of one of its printers. Lengths are micrometres.
 */
typedef struct
{
  char *name;
  char *uri; /* as VouchPrinterAddress reads it; of PDF: nullable */
  VouchPrinterLanguage language;
  gint64 dpi;
  gint64 dx_um;    /* how far everything is moved right, to come out where it should */
  gint64 dy_um;    /* and how far down */
  gint64 darkness; /* 1 is lightest; 0: as the printer is set */
  gint64 speed;    /* inches a second; 0: as the printer is set */
  gint64 width_um; /* of the labels that are in it; 0: any */
  gint64 height_um;
  gint64 gap_um; /* between two labels */
  char *sheet;   /* nullable: the name of the sheets of labels in it, which have labels of this width and height */
} VouchPrinterProfile;

VOUCH_DECLARE_RECORD (VouchPrinterProfile, vouch_printer_profile)

VouchPrinterProfile *vouch_printer_profile_new_pdf (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_printer_profile_check (const VouchPrinterProfile *self, GError **error);
gboolean vouch_printer_profile_prints_pages (const VouchPrinterProfile *self);
gboolean vouch_printer_profile_is_queue (const VouchPrinterProfile *self);
void vouch_printer_profile_put_sheet (VouchPrinterProfile *self, const VouchSheetStock *stock);
gboolean vouch_printer_profile_takes (const VouchPrinterProfile *self, int width_um, int height_um, GError **error);
char *vouch_printer_profile_dup_stock (const VouchPrinterProfile *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
