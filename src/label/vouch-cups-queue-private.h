#pragma once

#include "vouch-printer.h"

G_BEGIN_DECLS

/* A queue of the printing system: what is asked of it, and how it answers. Blocks. */
typedef struct _VouchCupsQueue VouchCupsQueue;

/* How a job of the queue is. */
typedef struct
{
  gboolean is_done;
  gboolean is_given_up;
  gint64 n_pages; /* that are printed, as the queue says */
  VouchPrinterTrouble trouble;
} VouchCupsStanding;

/* What a job is. */
typedef struct
{
  const char *title;
  const char *format;
  gint64 page_width_um; /* 0: the document says nothing of pages */
  gint64 page_height_um;
} VouchCupsJob;

VouchCupsQueue *vouch_cups_queue_open (const char *uri, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_cups_queue_free (VouchCupsQueue *self);
const char *vouch_cups_queue_get_name (const VouchCupsQueue *self);
int vouch_cups_queue_begin (VouchCupsQueue *self, const VouchCupsJob *job, GError **error);
gboolean vouch_cups_queue_send (VouchCupsQueue *self, GBytes *document, GError **error);
gboolean vouch_cups_queue_ask (VouchCupsQueue *self, int job_id, VouchCupsStanding *standing, GError **error);
void vouch_cups_queue_cancel (VouchCupsQueue *self, int job_id);

G_END_DECLS
