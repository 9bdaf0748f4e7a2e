#pragma once

#include <glib.h>

/* A disk whose power can fail at any operation: what was synced is there, of what was written since then any part. It
 * follows one folder's database through the test disk. */
typedef struct _PowerLoss PowerLoss;

PowerLoss *power_loss_new (const char *directory);
void power_loss_free (PowerLoss *self);
/* The power fails at operation number @nth from now on, from 1 on, and @failed is called at that moment, on the thread
 * that writes. The files as they are then found go into @target, while the process goes on as if nothing had been. */
void power_loss_fail_at (PowerLoss *self, guint nth, const char *target, void (*failed) (gpointer data), gpointer data);
/* It fails now, if it has not yet. */
void power_loss_fail_now (PowerLoss *self);
