#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchReceiptReportLine:
 * @number: of the line, from 1
 * @product: name and article number
 * @lots: (nullable): numbers of the lots on this line, one a line
 * @unit: name of the base unit
 * @has_ordered: whether @ordered is known
 * @ordered: ordered
 * @has_declared: whether @declared is known
 * @declared: on the delivery note
 * @is_counted: whether the line has been counted; the quantities below count only then
 * @counted: counted, with what is damaged
 * @damaged: of these, damaged
 * @over: more than declared
 * @short_by: less than declared
 * @accepted: of what was counted, accepted so far
 * @rejected: rejected so far
 * @held: neither, so far
 *
 * One line of a delivery. Texts are owned; quantities are in millionths of @unit.
 */
typedef struct
{
  guint number;
  char *product;
  char *lots;
  char *unit;
  gboolean has_ordered;
  gint64 ordered;
  gboolean has_declared;
  gint64 declared;
  gboolean is_counted;
  gint64 counted;
  gint64 damaged;
  gint64 over;
  gint64 short_by;
  gint64 accepted;
  gint64 rejected;
  gint64 held;
} VouchReceiptReportLine;

/**
 * VouchReceiptReportPerson:
 * @name: who
 * @part: what the person did, translated
 * @at: when, local time
 *
 * Somebody who took part in receiving. Texts are owned.
 */
typedef struct
{
  char *name;
  char *part;
  char *at;
} VouchReceiptReportPerson;

/**
 * VouchReceiptReport:
 *
 * Everything the document on one receipt of goods says, as plain texts and numbers; the caller fills it in. Texts are
 * owned, may be %NULL where nothing is known, and are already translated where they are states.
 */
typedef struct
{
  char *station;
  char *number;     /* of the receipt */
  char *printed_at; /* RFC 3339 */
  char *printed_by;
  char *delivery;
  char *order;
  char *supplier;
  char *carrier;
  char *vehicle;
  char *arrived_at;
  char *packaging;
  char *temperature;
  char *papers;
  char *state;
  char *note;
  GPtrArray *lines;   /* VouchReceiptReportLine */
  GPtrArray *persons; /* VouchReceiptReportPerson */
} VouchReceiptReport;

VouchReceiptReport *vouch_receipt_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_receipt_report_free (VouchReceiptReport *self);
VouchReceiptReportLine *vouch_receipt_report_add_line (VouchReceiptReport *self);
VouchReceiptReportPerson *vouch_receipt_report_add_person (VouchReceiptReport *self);
gboolean vouch_receipt_report_write_pdf (const VouchReceiptReport *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchReceiptReport, vouch_receipt_report_free)

G_END_DECLS
