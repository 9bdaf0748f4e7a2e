#pragma once

#include "vouch-arrival-check.h"
#include "vouch-conn.h"
#include "vouch-count-rule.h"
#include "vouch-delivery.h"
#include "vouch-lot.h"
#include "vouch-party.h"
#include "vouch-product.h"
#include "vouch-receipt.h"

G_BEGIN_DECLS

/**
 * VouchReceiptFileLine:
 * @line: the line; without what was declared, while that is hidden
 * @hides_declared: whether it is
 * @product: its product
 * @ordered: on the order, or 0
 * @lots: (element-type VouchLot): the lots that came of it
 * @counts: (element-type VouchLotCount): every entry
 * @passes: (element-type VouchCountPass): the finished counts
 * @accepted: sum over its lots, as @rejected, @held and @used are
 *
 * One line of a receipt with what became of its goods. Quantities are millionths of the line's unit.
 */
typedef struct
{
  VouchReceiptLine *line;
  gboolean hides_declared;
  VouchProduct *product;
  gint64 ordered;
  GPtrArray *lots;
  GPtrArray *counts;
  GPtrArray *passes;
  gint64 accepted;
  gint64 rejected;
  gint64 held;
  gint64 used;
} VouchReceiptFileLine;

/**
 * VouchReceiptFile:
 *
 * All that is known of one receipt, read together. Everything is owned.
 */
typedef struct
{
  VouchReceipt *receipt;
  VouchDelivery *delivery;
  VouchParty *supplier;
  VouchParty *carrier; /* nullable */
  GPtrArray *lines;    /* VouchReceiptFileLine */
  GPtrArray *checks;   /* VouchArrivalCheck, in order */
  GPtrArray *parked;   /* VouchParkedGoods */
  GHashTable *names;   /* gint64 user id → name */
} VouchReceiptFile;

VouchReceiptFile *
vouch_receipt_file_load (VouchConn *conn, gint64 receipt_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_receipt_file_free (VouchReceiptFile *self);
const VouchArrivalCheck *vouch_receipt_file_get_check (const VouchReceiptFile *self, VouchArrivalItem item);
const char *vouch_receipt_file_get_user_name (const VouchReceiptFile *self, gint64 user_id);
const VouchReceiptFileLine *vouch_receipt_file_find_uncounted (const VouchReceiptFile *self);
const VouchLot *vouch_receipt_file_find_undecided (const VouchReceiptFile *self);
gint64 vouch_receipt_file_line_get_over (const VouchReceiptFileLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchReceiptFile, vouch_receipt_file_free)

G_END_DECLS
