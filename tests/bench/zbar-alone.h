#pragma once

#include "vouch-grey.h"

/* ZBar without us: what our decoder is measured against. */
GPtrArray *zbar_alone_read (const VouchGrey *picture);
GPtrArray *zbar_alone_read_with_retries (const VouchGrey *picture);
