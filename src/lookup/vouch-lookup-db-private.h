#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/* What a kind of database has to know. A value read is borrowed until the next step; NULL is 0, %NULL and no bytes. */
typedef struct
{
  gboolean (*close) (VouchLookupDb *self, GError **error);
  void (*free) (VouchLookupDb *self);
  gboolean (*exec) (VouchLookupDb *self, const char *sql, GError **error);
  gboolean (*begin) (VouchLookupDb *self, GError **error);
  gboolean (*commit) (VouchLookupDb *self, GError **error);
  void (*rollback) (VouchLookupDb *self);
  gint64 (*get_changes) (VouchLookupDb *self);
  gboolean (*checkpoint) (VouchLookupDb *self, gboolean wait, GError **error);
  gboolean (*announce) (VouchLookupDb *self, GError **error);
  VouchLookupStmt *(*prepare) (VouchLookupDb *self, const char *sql, GError **error);
  void (*bind_number) (VouchLookupStmt *stmt, int index, gint64 number);
  void (*bind_text) (VouchLookupStmt *stmt, int index, const char *text);
  void (*bind_bytes) (VouchLookupStmt *stmt, int index, const void *bytes, gsize length);
  gboolean (*step) (VouchLookupStmt *stmt, gboolean *has_row, GError **error);
  gboolean (*is_null) (VouchLookupStmt *stmt, int column);
  gint64 (*get_number) (VouchLookupStmt *stmt, int column);
  const char *(*get_text) (VouchLookupStmt *stmt, int column);
  const guint8 *(*get_bytes) (VouchLookupStmt *stmt, int column, gsize *length);
  void (*done) (VouchLookupStmt *stmt);
} VouchLookupDriver;

struct _VouchLookupDb
{
  const VouchLookupDriver *driver;
  gboolean has_news;
};

struct _VouchLookupStmt
{
  VouchLookupDb *db;
};

G_END_DECLS
