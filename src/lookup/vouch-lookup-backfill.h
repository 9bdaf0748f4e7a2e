#pragma once

#include "vouch-lookup-writer.h"

G_BEGIN_DECLS

void vouch_lookup_backfill_begin (VouchLookupWriter *writer, void (*done) (gpointer data), gpointer data);

G_END_DECLS
