#pragma once

#include "vouch-db.h"
#include "vouch-party.h"
#include "vouch-tx.h"

/* A station's database in a fresh temporary directory, with what its transactions share. */
typedef struct
{
  char *directory;
  char *path; /* of the database file */
  VouchClock *clock;
  VouchIdSource *ids;
  VouchSigner *signer;
  guint8 audit_key[32];
  VouchTxContext context;
  VouchDb *db;
} StoreFixture;

void store_fixture_set_up (StoreFixture *self, gconstpointer data);
void store_fixture_tear_down (StoreFixture *self, gconstpointer data);
void store_fixture_open (StoreFixture *self);
void store_fixture_close (StoreFixture *self);

VouchParty *store_fixture_make_party (StoreFixture *self, const char *code) G_GNUC_WARN_UNUSED_RESULT;
/* An act with @party as its request and @key, or a new key; commits and fails the test on error. */
void store_fixture_put (StoreFixture *self, const VouchParty *party, gboolean is_new, const char *key);
gint64 store_fixture_ask (StoreFixture *self, const char *sql);
/* Behind the program's back: another connection, with the triggers dropped that stand in the way. */
void store_fixture_tamper (StoreFixture *self, const char *sql);
