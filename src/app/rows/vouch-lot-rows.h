#pragma once

#include <gtk/gtk.h>

#include "vouch-lot-file.h"

G_BEGIN_DECLS

/* Lines about a lot, as floating widgets to be put into a list. */

GPtrArray *vouch_lot_rows_of_readings (const VouchLotFile *file, guint position) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_lot_rows_of_certificates (const VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_lot_rows_of_tickets (const VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_lot_rows_of_events (const VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
