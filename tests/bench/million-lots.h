#pragma once

#include "vouch-station.h"

#define MILLION_LOTS 1000000

/* Two years of a busy house, straight into the database: a lot a minute, of 2,000 products from 40 suppliers. The last
 * ones wait: to be inspected, to be decided on, for their labels. */
void million_lots_generate (VouchStation *station);
