#pragma once

#include "vouch-delivery.h"
#include "vouch-list-source.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/* A delivery as a list shows it. */
typedef struct
{
  gint64 id;
  char *number;
  char *supplier_en;
  char *supplier_zh;
  gboolean urgent;
  gint64 promised_at; /* 0: nobody promised */
  VouchDeliveryState state;
} VouchDeliveryEntry;

VOUCH_DECLARE_RECORD (VouchDeliveryEntry, vouch_delivery_entry)

/* The deliveries that are expected or open, the most pressing first. Rows are VouchDeliveryEntry. */
extern const VouchListSource vouch_delivery_source;

G_END_DECLS
