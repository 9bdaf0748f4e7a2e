#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchCourier:
 *
 * Carries publications to the lookup service and customers' cases back, on a thread of its own, so that a slow network
 * never keeps an inspector waiting. What cannot be carried now waits in the database.
 */
typedef struct _VouchCourier VouchCourier;

/* Something came from customers; called on the courier's thread. */
typedef void (*VouchCourierNews) (gpointer data);

VouchCourier *vouch_courier_new (VouchStation *station, VouchCourierNews news, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void vouch_courier_poke (VouchCourier *self);
void vouch_courier_free (VouchCourier *self);

G_END_DECLS
