#pragma once

#include "vouch-conn.h"
#include "vouch-ticket.h"

G_BEGIN_DECLS

/**
 * VouchCaseView:
 * @ticket: the case; its contact is sealed
 * @lot: (nullable): the lot's number
 * @product_en: (nullable): the product
 * @product_zh: (nullable): the product
 * @inspection: (nullable): the number of the inspection that passed the goods
 * @answers: (element-type VouchTicketAnswer): what was said to it
 * @names: who answered, by id
 * @seen: the last answer, or the case where there is none: what whoever answers has seen
 *
 * What the service desk sees of a case, read together.
 */
typedef struct
{
  VouchTicket *ticket;
  char *lot;
  char *product_en;
  char *product_zh;
  char *inspection;
  GPtrArray *answers;
  GHashTable *names;
  gint64 seen;
} VouchCaseView;

VouchCaseView *vouch_case_view_load (VouchConn *conn, gint64 ticket_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_case_view_free (VouchCaseView *self);
const char *vouch_case_view_get_name (const VouchCaseView *self, gint64 user_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCaseView, vouch_case_view_free)

G_END_DECLS
