#include "vouch-number-owner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-base32.h"
#include "vouch-gs1-check.h"

#define SSCC_LENGTH 18

#define OF_RECEIPT "SELECT NULL, delivery.number FROM delivery JOIN receipt ON receipt.delivery_id = delivery.id "

/* The first column is the lot, the second the delivery's number. */
static const struct
{
  VouchNumberKind kind;
  char letter; /* that the number begins with, see vouch-number.c; 0: it has another form */
  const char *sql;
  const char *missing; /* msgid */
} kinds[] = {
  { VOUCH_NUMBER_KIND_PALLET, 0,
    "SELECT lot_id, NULL FROM lot_count WHERE sscc = ?1 AND undoes_id IS NULL AND NOT EXISTS "
    "(SELECT 1 FROM lot_count later WHERE later.undoes_id = lot_count.id) ORDER BY id DESC LIMIT 1",
    N_ ("No goods on a pallet with this SSCC were received here.") },
  { VOUCH_NUMBER_KIND_LOT, 'L', "SELECT id, NULL FROM lot WHERE number = ?1", N_ ("No lot has this number.") },
  { VOUCH_NUMBER_KIND_RECEIPT, 'R', OF_RECEIPT "WHERE receipt.number = ?1", N_ ("No receipt has this number.") },
  { VOUCH_NUMBER_KIND_INSPECTION, 'I', "SELECT lot_id, NULL FROM inspection WHERE number = ?1",
    N_ ("No inspection has this number.") },
  { VOUCH_NUMBER_KIND_REPORT, 'N', "SELECT lot_id, NULL FROM ncr WHERE number = ?1",
    N_ ("No nonconformance report has this number.") },
  { VOUCH_NUMBER_KIND_RECALL, 'Z',
    "SELECT recall_lot.lot_id, NULL FROM recall JOIN recall_lot ON recall_lot.recall_id = recall.id "
    "WHERE recall.number = ?1 ORDER BY recall_lot.id LIMIT 1",
    N_ ("No recall has this number.") },
  { VOUCH_NUMBER_KIND_PARKED, 'P',
    OF_RECEIPT "JOIN parked_goods ON parked_goods.receipt_id = receipt.id WHERE parked_goods.number = ?1",
    N_ ("No goods that were set apart have this number.") },
  { VOUCH_NUMBER_KIND_CASE, 0, "SELECT lot_id, NULL FROM ticket WHERE number = ?1", NULL },
  { VOUCH_NUMBER_KIND_WAYBILL, 0,
    OF_RECEIPT "JOIN arrival_check ON arrival_check.receipt_id = receipt.id WHERE arrival_check.item = 'waybill' "
               "AND arrival_check.text = ?1 COLLATE NOCASE AND NOT EXISTS "
               "(SELECT 1 FROM arrival_check later WHERE later.receipt_id = receipt.id AND later.item = 'waybill' "
               "AND later.id > arrival_check.id) ORDER BY arrival_check.id DESC LIMIT 1",
    NULL },
};

void
vouch_number_owner_clear (VouchNumberOwner *self)
{
  g_free (self->delivery);
  *self = (VouchNumberOwner){ 0 };
}

/* "L261122-0C4K7M2P", whatever the letter. */
static gboolean
has_our_form (const char *text)
{
  if (strlen (text) != 16 || text[7] != '-' || strspn (text + 1, "0123456789") != 6)
    return FALSE;
  for (const char *at = text + 8; *at != '\0'; at++)
    if (vouch_base32_value (*at) < 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_sscc (const char *text)
{
  return strlen (text) == SSCC_LENGTH && strspn (text, "0123456789") == SSCC_LENGTH &&
         vouch_gs1_check_digit_is_right (text);
}

static gboolean
may_be (const char *text, gsize i)
{
  if (kinds[i].kind == VOUCH_NUMBER_KIND_PALLET)
    return is_sscc (text);
  return kinds[i].letter == 0 || (has_our_form (text) && text[0] == kinds[i].letter);
}

static gboolean
look_up (VouchConn *conn, const char *number, const char *sql, VouchNumberOwner *owner, gboolean *is_found,
         GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, error);

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_text (stmt, 1, number);
  if (!vouch_stmt_step (stmt, is_found, error))
    return FALSE;
  if (!*is_found)
    return TRUE;
  owner->lot_id = vouch_stmt_get_number (stmt, 0);
  owner->delivery = g_strdup (vouch_stmt_get_text (stmt, 1));
  return TRUE;
}

/**
 * vouch_number_owner_find:
 * @conn: a connection
 * @number: what was scanned or typed
 * @owner: (out caller-allocates): what it belongs to
 * @error: what the database said
 *
 * Finds the lot or the delivery that one of our own numbers, a case's number, a pallet's SSCC or a carrier's waybill
 * belongs to. Of several deliveries under one waybill it is the last one. Deliveries' numbers are the suppliers', and
 * not looked at.
 *
 * Returns: whether it could be looked up; a number that nothing has is no error
 */
gboolean
vouch_number_owner_find (VouchConn *conn, const char *number, VouchNumberOwner *owner, GError **error)
{
  *owner = (VouchNumberOwner){ 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean is_found;

      if (!may_be (number, i))
        continue;
      if (!look_up (conn, number, kinds[i].sql, owner, &is_found, error))
        return FALSE;
      /* Cases and waybills have no form of their own: what is not found may be anything, and what looks like one of our
       * numbers, or like a pallet's, may be a carrier's. */
      if (is_found || (kinds[i].missing != NULL && owner->kind == VOUCH_NUMBER_KIND_NONE))
        owner->kind = kinds[i].kind;
      if (is_found)
        return TRUE;
    }
  return TRUE;
}

/**
 * vouch_number_owner_find_pack:
 * @conn: a connection
 * @code: the trace code of a drug's pack: twenty digits
 * @owner: (out caller-allocates): what it belongs to
 * @error: what the database said
 *
 * Finds the lot that the pack was received with. Without its identifier the SSCC of a pallet cannot be told from such a
 * code, so that a pallet that was received is found as well.
 *
 * Returns: whether it could be looked up
 */
gboolean
vouch_number_owner_find_pack (VouchConn *conn, const char *code, VouchNumberOwner *owner, GError **error)
{
  gboolean is_found;

  *owner = (VouchNumberOwner){ .kind = VOUCH_NUMBER_KIND_PACK };
  if (!look_up (conn, code,
                "SELECT lot_id, NULL FROM lot_count WHERE serial = ?1 AND undoes_id IS NULL AND NOT EXISTS "
                "(SELECT 1 FROM lot_count later WHERE later.undoes_id = lot_count.id) ORDER BY id DESC LIMIT 1",
                owner, &is_found, error))
    return FALSE;
  if (is_found || !g_str_has_prefix (code, "00") || !is_sscc (code + 2))
    return TRUE;
  return look_up (conn, code + 2, kinds[0].sql, owner, &is_found, error);
}

/**
 * vouch_number_owner_describe_missing:
 * @kind: what a number names that nothing has
 *
 * Returns: (transfer none) (nullable): a sentence that says so, in the user's language
 */
const char *
vouch_number_owner_describe_missing (VouchNumberKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind && kinds[i].missing != NULL)
      return _ (kinds[i].missing);
  return kind == VOUCH_NUMBER_KIND_PACK ? _ ("No pack with this drug trace code was received here.") : NULL;
}
