#pragma once

#include <glib.h>

#include "vouch-trace-code.h"
#include "web-load.h"

G_BEGIN_DECLS

#define LOOKUP_LOAD_UNITS 10000 /* of each lot */

/**
 * LookupLoad:
 * @folder: with the service's folder and all else; made by lookup_load_new(), removed by lookup_load_free()
 * @database: (nullable): the URL of its PostgreSQL database; %NULL for an embedded one
 * @pid: of the service while it runs
 * @port: where it serves customers
 * @start_us: how long it took until it said that it serves
 * @n_lots: how many are published; only the units of so many are asked for
 * @lot_keys: of each lot
 * @n_asked: grows with each request, so that no visitor asks for a unit twice
 *
 * The lookup service with goods published, and requests for it. What fails ends the program.
 */
typedef struct
{
  char *folder;
  char *database;
  GPid pid;
  guint16 port;
  gint64 start_us;
  guint n_lots;
  guint8 (*lot_keys)[VOUCH_TRACE_KEY_SIZE];
  guint n_asked;
} LookupLoad;

LookupLoad *lookup_load_new (const char *database) G_GNUC_WARN_UNUSED_RESULT;
void lookup_load_free (LookupLoad *self);
void lookup_load_start (LookupLoad *self);
void lookup_load_stop (LookupLoad *self);
void lookup_load_publish (LookupLoad *self, guint n_lots);
void lookup_load_write_counted (GString *request, guint i, gpointer load);
void lookup_load_write_uncounted (GString *request, guint i, gpointer load);
void lookup_load_append_headers (GString *request, const char *agent, guint asker);
double lookup_load_get_resident_mib (const LookupLoad *self);

void lookup_load_die_with_me (gpointer unused);
void lookup_load_check (gboolean ok, const GError *error);
char *lookup_load_write_file (const LookupLoad *self, const char *name, const char *content, gssize length);

G_END_DECLS
