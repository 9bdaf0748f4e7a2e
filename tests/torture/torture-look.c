#include "torture-look.h"

#include "vouch-audit-store.h"
#include "vouch-key-file.h"

static gpointer
read_counts (VouchConn *conn, gpointer data, GError **error)
{
  TortureCounts *counts = data;

  return vouch_conn_get_number (conn, "SELECT count(*) FROM idempotency", &counts->keys, error) &&
                 vouch_conn_get_number (conn, "SELECT count(*) FROM audit_entry", &counts->entries, error) &&
                 vouch_conn_get_number (conn,
                                        "SELECT (SELECT count(*) FROM reading) + (SELECT count(*) FROM lot_count) +"
                                        " (SELECT count(*) FROM inspection) + (SELECT count(*) FROM delivery)",
                                        &counts->rows, error)
             ? counts
             : NULL;
}

TortureCounts
torture_look_count (VouchStation *station)
{
  g_autoptr (GError) error = NULL;
  TortureCounts counts = { 0 };

  vouch_station_read (station, read_counts, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (counts.entries, ==, counts.keys);
  return counts;
}

static gpointer
read_soundness (VouchConn *conn, gpointer data, GError **error)
{
  VouchKeyFile *keys = vouch_station_get_keys (data);
  VouchAuditFindings findings;

  return vouch_conn_check_integrity (conn, error) &&
                 vouch_audit_store_verify (conn, vouch_key_file_get_audit_key (keys),
                                           vouch_signer_get_public_key (vouch_key_file_get_signer (keys)), &findings,
                                           error)
             ? data
             : NULL;
}

void
torture_look_for_damage (VouchStation *station)
{
  g_autoptr (GError) error = NULL;

  vouch_station_read (station, read_soundness, station, &error);
  g_assert_no_error (error);
}
