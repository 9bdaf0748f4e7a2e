#pragma once

#include "vouch-courier.h"
#include "vouch-desk.h"
#include "vouch-page-reader.h"
#include "vouch-run-key.h"

G_BEGIN_DECLS

struct _VouchDesk
{
  GObject parent_instance;

  VouchStation *station;
  VouchSession *session; /* the desk thread's */
  VouchCourier *courier;
  VouchRunKey *key; /* the desk thread's, too */
  GAsyncQueue *orders;
  guint64 look_us; /* how often to look around while nothing is done */
  GThread *thread;
  VouchPageReader *reader;
  GMainContext *context;

  GMutex lock; /* of what follows */
  VouchDeskState *state;
  VouchActor *actor;
  gboolean is_announced; /* a "changed" is on its way */
};

/* What the desk's thread is told to do. It may use all of the desk but what the lock is for. */
typedef void (*VouchDeskAct) (VouchDesk *self, gpointer data);

void vouch_desk_order (VouchDesk *self, VouchDeskAct act, gpointer data, GDestroyNotify free_data);

G_END_DECLS
